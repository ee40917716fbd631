/*
 * The passage strip: the whole document at a glance, one block for each paragraph as long as its text. Where many are too short
 * to be drawn apart they share a block. A frame shows what is on the screen; it can be dragged.
 */
#include "screen/reader/reader.h"

#include <stdio.h>

static int block_gap(const struct kit *kit)
{
    return look_px(&kit->look, 4) > 2 ? look_px(&kit->look, 4) : 2;
}

/* Where a paragraph begins on the strip. */
static int place_of(const struct reader *reader, int paragraph)
{
    int whole = heights_top(reader->lengths, heights_count(reader->lengths));
    int64_t before = heights_top(reader->lengths, paragraph);

    return reader->place.strip.y + (int)(whole > 0 ? before * reader->place.strip.h / whole : 0);
}

static bool is_used(const struct reader *reader, const struct kit *kit, int paragraph)
{
    return pack_paragraph(kit->pack, reader->facts.first_paragraph + paragraph).use_count > 0;
}

void reader_strip_arrange(struct reader *reader, struct kit *kit)
{
    int count = heights_count(reader->lengths), gap = block_gap(kit), least = 3 * gap;

    if (reader->place.strip.h > (READER_BLOCKS_MOST - 1) * least)
        least = reader->place.strip.h / (READER_BLOCKS_MOST - 1) + 1;
    reader->block_count = 0;
    for (int i = 0; i < count && reader->block_count < READER_BLOCKS_MOST; i++) {
        struct reader_block block = {.y = place_of(reader, i), .first = i, .is_used = is_used(reader, kit, i)};

        while (i + 1 < count && place_of(reader, i + 1) - block.y < least)
            block.is_used |= is_used(reader, kit, ++i);
        block.last = i;
        block.h = place_of(reader, i + 1) - block.y - (i + 1 < count ? gap : 0);
        if (block.h > 0)
            reader->blocks[reader->block_count++] = block;
    }
}

static bool holds_passage(const struct reader *reader, const struct kit *kit, const struct reader_block *block)
{
    struct pack_source source;

    if (reader->source < 0)
        return false;
    source = pack_source(kit->pack, reader->source);
    for (int p = 0; p < source.piece_count; p++) {
        int paragraph = pack_piece(kit->pack, source.first_piece + p).paragraph - reader->facts.first_paragraph;

        if (paragraph >= block->first && paragraph <= block->last)
            return true;
    }
    return false;
}

static int frame_edge(const struct kit *kit)
{
    return look_px(&kit->look, 5) > 3 ? look_px(&kit->look, 5) : 3;
}

/* How far the frame of the view reaches beyond the strip. */
static int frame_reach(const struct kit *kit)
{
    return frame_edge(kit) + 3;
}

/* At either side of the block, clear of the frame of the view: 1:2, the tip towards it. */
static void draw_pointer(struct kit *kit, struct rect block, bool is_left, uint32_t ink)
{
    int size = look_px(&kit->look, 12) > 9 ? look_px(&kit->look, 12) : 9, clear = frame_reach(kit) + 2;
    float tip = is_left ? block.x - clear : block.x + block.w + clear, base = is_left ? tip - size : tip + size;
    float middle = block.y + block.h / 2.0f;
    struct draw_point points[] = {{tip, middle}, {base, middle - size / 2.0f}, {base, middle + size / 2.0f}};

    draw_polygon(kit->draw, points, 3, ink);
}

/* Where there is no colour, this passage is a ring between two pointers. */
static void draw_passage_without_colour(struct kit *kit, struct rect block)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK);
    int ring = frame_edge(kit);

    draw_fill(kit->draw, block, ink);
    if (block.h > 4 * ring)
        draw_fill(kit->draw, rect_inset(block, ring, ring), look_tone(&kit->look, TONE_PAPER));
    draw_pointer(kit, block, true, ink);
    draw_pointer(kit, block, false, ink);
}

static void draw_block_of(const struct reader *reader, struct kit *kit, const struct reader_block *block)
{
    struct rect rect = {reader->place.strip.x, block->y, reader->place.strip.w, block->h};
    int edge = look_px(&kit->look, 2) > 1 ? look_px(&kit->look, 2) : 1;
    bool is_passage = holds_passage(reader, kit, block);

    rect = reader_flip(kit, rect);
    if (is_passage && kit->look.theme == THEME_CONTRAST)
        draw_passage_without_colour(kit, rect);
    else if (is_passage)
        draw_fill(kit->draw, rect, reader_accent(reader, kit));
    else if (block->is_used)
        draw_fill(kit->draw, rect, look_tone(&kit->look, TONE_INK));
    else
        draw_frame(kit->draw, rect, edge, look_tone(&kit->look, TONE_INK2));
}

/* A place of the content on the strip. */
static int on_strip(const struct reader *reader, double px)
{
    int paragraph = heights_at(reader->heights, (int)px - reader->top_px), height = heights_of(reader->heights, paragraph);
    double part = height > 0 ? (px - reader_column_top(reader, paragraph)) / height : 0;
    int from = place_of(reader, paragraph), to = place_of(reader, paragraph + 1);

    part = part < 0 ? 0 : part > 1 ? 1 : part;
    return from + (int)(part * (to - from));
}

static void draw_frame_of_view(const struct reader *reader, struct kit *kit)
{
    int at = scroll_px(&reader->text.scroll), edge = frame_edge(kit), out = frame_reach(kit);
    int top = on_strip(reader, at), bottom = on_strip(reader, at + reader->text.scroll.view_px);
    struct rect frame = {reader->place.strip.x - out, top - 3, reader->place.strip.w + 2 * out, bottom - top + 6};
    uint32_t ink = look_tone(&kit->look, TONE_INK), card = look_tone(&kit->look, TONE_CARD);

    if (frame.h < 2 * out)
        frame = rect_inset(frame, 0, (frame.h - 2 * out) / 2);
    frame = reader_flip(kit, frame);
    draw_frame(kit->draw, rect_inset(frame, edge, edge), 3, card);
    draw_frame(kit->draw, frame, edge, ink);
}

/* "5 / 10": the paragraph that is read, of how many; closer together, or not at all, where that is too wide. */
static void draw_figures(const struct reader *reader, struct kit *kit)
{
    static const char *const forms[] = {"%d / %d", "%d/%d"};
    struct block_style style = parts_style(kit, FONT_NARROW_BOLD, TYPE_SMALL);
    struct pack_span span;
    char figures[32];

    style.is_single = true;
    for (int i = 0; i < 2; i++) {
        struct rect box = reader->place.strip;
        int width;

        snprintf(figures, sizeof(figures), forms[i], reader->current + 1, heights_count(reader->heights));
        width = block_line_width(kit->fonts, text_plain(figures, &span), style);
        box.x += (box.w - width) / 2;
        if (width > box.w)
            continue;
        reader_say(kit, "reader:figures", "text", text_plain(figures, &span), style, box, look_tone(&kit->look, TONE_INK2),
                   look_tone(&kit->look, TONE_CARD));
        return;
    }
}

void reader_strip_draw(struct reader *reader, struct kit *kit)
{
    struct rect strip = reader->place.strip, column = {reader->place.up.x, strip.y, reader->place.up.w, strip.h};
    struct ui_element element;

    if (heights_count(reader->heights) == 0 || strip.h <= 0)
        return;
    if (!reader->place.has_strip) {
        draw_figures(reader, kit);
        return;
    }
    for (int i = 0; i < reader->block_count; i++)
        draw_block_of(reader, kit, &reader->blocks[i]);
    if (!scroll_is_needed(&reader->text.scroll))
        return;
    draw_frame_of_view(reader, kit);
    column = reader_flip(kit, column);
    element = parts_element(kit, "strip", "view", column);
    element.hit = column;
    element.view = READER_STRIP;
    element.axes = GESTURE_Y;
    ui_add(kit->ui, element);
}

/* The place of the content that a place on the strip stands for. */
static double in_content(const struct reader *reader, double y)
{
    int whole = heights_top(reader->lengths, heights_count(reader->lengths));
    double length = (y - reader->place.strip.y) * whole / reader->place.strip.h;
    int paragraph = heights_at(reader->lengths, (int)length), own = heights_of(reader->lengths, paragraph);
    double part = own > 0 ? (length - heights_top(reader->lengths, paragraph)) / own : 0;

    return reader_column_top(reader, paragraph) + part * heights_of(reader->heights, paragraph);
}

void reader_strip_gesture(struct reader *reader, struct kit *kit, const struct gesture *gesture)
{
    struct scroll *scroll = &reader->text.scroll;
    double to = in_content(reader, (double)gesture->y) - scroll->view_px / 2.0, most = scroll_most(scroll);

    if (heights_count(reader->heights) == 0 || (gesture->kind != GESTURE_TAP && gesture->kind != GESTURE_DRAG))
        return;
    if (gesture->kind == GESTURE_DRAG)
        to = scroll->at_px + (double)gesture->dy * scroll->content_px / reader->place.strip.h;
    to = to < 0 ? 0 : to > most ? most : to;
    scroll_to(scroll, to, 0, kit->now_ms);
    kit->dirty = true;
}
