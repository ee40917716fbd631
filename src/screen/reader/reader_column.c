/*
 * Of a long document only what is near the view is laid out; the rest is estimated from its length. While estimates give way to
 * heights one paragraph is held where it is seen, so that nothing jumps.
 */
#include "screen/reader/reader.h"

#include <math.h>

enum { MARGIN_MOST = 6, TRIES_MOST = 64, PAGE_MS = 300 };

int reader_column_top(const struct reader *reader, int paragraph)
{
    return reader->top_px + heights_top(reader->heights, paragraph);
}

static int content_px(const struct reader *reader)
{
    return reader_column_top(reader, heights_count(reader->heights)) + reader->bottom_px;
}

void reader_column_measure(struct reader *reader, struct kit *kit)
{
    int count = heights_count(reader->heights), gap = reader_gap(kit);
    struct type_size size = kit->look.type[TYPE_READER];
    int on_a_line = reader->place.text_w * 100 / (size.size_px * 45);

    for (int i = 0; i < count; i++) {
        int length = (int)pack_paragraph(kit->pack, reader->facts.first_paragraph + i).length;
        int lines = on_a_line > 0 ? (length + on_a_line - 1) / on_a_line : length;

        heights_estimate(reader->heights, i, length > 0 ? lines * size.line_px + gap : 0);
    }
    reader->text.scroll.content_px = content_px(reader);
}

static void measure(struct reader *reader, struct kit *kit, int paragraph)
{
    int height = reader_paragraph(reader, kit, paragraph)->height_px;

    heights_set(reader->heights, paragraph, height > 0 ? reader_above(reader, kit, paragraph) + height + reader_gap(kit) : 0);
}

/* Lays out at most `most` paragraphs of those between two places of the content; returns how many were not known. */
static int measure_between(struct reader *reader, struct kit *kit, double from, double to, int most)
{
    int count = heights_count(reader->heights), done = 0;

    for (int i = heights_at(reader->heights, (int)from - reader->top_px); i < count && done < most; i++) {
        if (reader_column_top(reader, i) > to)
            break;
        if (heights_is_known(reader->heights, i))
            continue;
        measure(reader, kit, i);
        done++;
    }
    return done;
}

static double screen_offset(const struct reader *reader, int paragraph)
{
    return reader_column_top(reader, paragraph) - reader->text.scroll.at_px;
}

/* The content under a finger or a glide goes along with what changed above it. */
static void shift(struct reader *reader, double by)
{
    struct scroll *scroll = &reader->text.scroll;
    bool was_inside = scroll->at_px >= 0 && scroll->at_px <= scroll_most(scroll);

    scroll->content_px = content_px(reader);
    scroll->at_px += by;
    scroll->from_px += by;
    scroll->to_px += by;
    if (was_inside && (scroll->at_px < 0 || scroll->at_px > scroll_most(scroll)))
        scroll_resize(scroll, scroll->view_px, scroll->content_px);
}

/* Lays out what is near the view, with one paragraph held at its distance from the top of the view. */
static void hold(struct reader *reader, struct kit *kit, int paragraph, double offset)
{
    struct scroll *scroll = &reader->text.scroll;

    for (int i = 0; i < TRIES_MOST; i++) {
        int done = measure_between(reader, kit, scroll->at_px, scroll->at_px + scroll->view_px, TRIES_MOST);

        shift(reader, screen_offset(reader, paragraph) - offset);
        if (done == 0)
            break;
    }
    measure_between(reader, kit, scroll->at_px - scroll->view_px, scroll->at_px + 2.0 * scroll->view_px, MARGIN_MOST);
    shift(reader, screen_offset(reader, paragraph) - offset);
}

/* The first paragraph whose top is visible; else the one that fills the view (L4). */
static int anchor_of(const struct reader *reader)
{
    int count = heights_count(reader->heights), at = (int)reader->text.scroll.at_px;
    int first = heights_at(reader->heights, at - reader->top_px);

    for (int i = first; i < count; i++) {
        int top = reader_column_top(reader, i);

        if (top >= at + reader->text.scroll.view_px)
            break;
        if (top >= at && heights_of(reader->heights, i) > 0)
            return i;
    }
    return first;
}

/* An offset of 0 is that of a passage not yet gone to (reader.c), so none is noted. */
static void note_anchor(struct reader *reader, struct kit *kit)
{
    int anchor = anchor_of(reader), offset = (int)lround(screen_offset(reader, anchor));

    kit->session->here.paragraph = reader->facts.first_paragraph + anchor;
    kit->session->here.offset_px = offset ? offset : 1;
}

void reader_column_settle(struct reader *reader, struct kit *kit)
{
    int anchor;

    if (heights_count(reader->heights) == 0)
        return;
    anchor = anchor_of(reader);
    hold(reader, kit, anchor, screen_offset(reader, anchor));
    note_anchor(reader, kit);
}

void reader_column_show(struct reader *reader, struct kit *kit, int paragraph, double offset_px)
{
    struct scroll *scroll = &reader->text.scroll;

    if (heights_count(reader->heights) == 0)
        return;
    scroll_to(scroll, scroll->at_px, 0, kit->now_ms);
    measure(reader, kit, paragraph);
    scroll->content_px = content_px(reader);
    scroll->at_px = reader_column_top(reader, paragraph) - offset_px;
    hold(reader, kit, paragraph, offset_px);
    scroll_resize(scroll, scroll->view_px, scroll->content_px);
    reader_column_settle(reader, kit);
}

/* ---- the passage ---- */

static int line_of(const struct block *block, uint32_t byte)
{
    int line = 0;

    while (line + 1 < block->line_count && block->lines[line + 1].start <= byte)
        line++;
    return line;
}

/* The lines of a paragraph from the first to the last piece of the passage. */
static void passage_lines(struct reader *reader, struct kit *kit, int paragraph, int *first, int *last)
{
    struct pack_source source = pack_source(kit->pack, reader->source);
    const struct block *block = reader_paragraph(reader, kit, paragraph);
    bool is_first = true;

    *first = 0;
    *last = block->line_count > 0 ? block->line_count - 1 : 0;
    if (reader_is_translated(reader, kit))
        return;
    for (int p = 0; p < source.piece_count; p++) {
        struct pack_piece piece = pack_piece(kit->pack, source.first_piece + p);

        if (piece.paragraph != reader->facts.first_paragraph + paragraph)
            continue;
        if (is_first)
            *first = line_of(block, piece.start);
        *last = line_of(block, piece.start + piece.length);
        is_first = false;
    }
}

/* From the start of the document if it is seen whole there, else with its paragraph a third down, else itself near the top. */
void reader_column_show_passage(struct reader *reader, struct kit *kit)
{
    int pack_paragraph_of = pack_piece(kit->pack, pack_source(kit->pack, reader->source).first_piece).paragraph;
    int paragraph = pack_paragraph_of - reader->facts.first_paragraph, first, last, line = kit->look.type[TYPE_READER].line_px;
    int view = reader->text.scroll.view_px, fade = reader_place_padding(&kit->look), top, above;

    reader_column_show(reader, kit, 0, reader->top_px);
    passage_lines(reader, kit, paragraph, &first, &last);
    above = reader_above(reader, kit, paragraph);
    top = reader_column_top(reader, paragraph);
    if (heights_is_known(reader->heights, paragraph) && top + above + (last + 1) * line + fade <= view)
        return;
    if (view * 3 / 10 + above + (last + 1) * line + fade <= view)
        reader_column_show(reader, kit, paragraph, view * 3 / 10);
    else if (fade + above + (last + 1) * line + fade <= view)
        reader_column_show(reader, kit, paragraph, fade);
    else
        reader_column_show(reader, kit, paragraph, fade + line - above - first * line);
}

/* ---- going on ---- */

static void move(struct reader *reader, struct kit *kit, double to_px)
{
    scroll_to(&reader->text.scroll, to_px, kit->look.reduced_motion ? 0 : PAGE_MS, kit->now_ms);
    kit->dirty = true;
}

void reader_column_page(struct reader *reader, struct kit *kit, int step)
{
    double goal = scroll_goal(&reader->text.scroll);
    int fade = reader_place_padding(&kit->look), way = reader->text.scroll.view_px - 2 * fade, paragraph, want, to;
    const struct block *block;

    if (heights_count(reader->heights) == 0)
        return;
    want = (int)goal + fade + step * way;
    paragraph = heights_at(reader->heights, want - reader->top_px);
    block = reader_paragraph(reader, kit, paragraph);
    to = reader_place_page(want, reader_column_top(reader, paragraph) + reader_above(reader, kit, paragraph),
                           block->line_count, kit->look.type[TYPE_READER].line_px) - fade;
    if ((to - goal) * step < way / 4)
        to = (int)goal + step * way;
    move(reader, kit, to);
}

void reader_column_end(struct reader *reader, struct kit *kit, bool is_last)
{
    int count = heights_count(reader->heights);

    if (count == 0)
        return;
    if (is_last)
        reader_column_show(reader, kit, count - 1, 0);
    else
        reader_column_show(reader, kit, 0, reader->top_px);
    kit->dirty = true;
}

void reader_column_seen(const struct reader *reader, int *first, int *last)
{
    int at = scroll_px(&reader->text.scroll) - reader->top_px;

    *first = heights_at(reader->heights, at);
    *last = heights_at(reader->heights, at + reader->text.scroll.view_px);
}
