/* Paragraphs of the document: serif for its own words, sans for the museum's translation; the passage on a tinted ground. */
#include "screen/reader/reader.h"

#include <stdio.h>
#include <string.h>

#include "screen/quotation.h"

/* ---- words ---- */

bool reader_is_translated(const struct reader *reader, const struct kit *kit)
{
    return kit->session->here.is_translated && reader->translation >= 0;
}

int reader_gap(const struct kit *kit)
{
    return kit->look.type[TYPE_READER].size_px * 3 / 4;
}

static bool is_heading(const struct reader *reader, const struct kit *kit, int paragraph)
{
    return pack_paragraph(kit->pack, reader->facts.first_paragraph + paragraph).kind == PACK_HEADING;
}

int reader_above(const struct reader *reader, struct kit *kit, int paragraph)
{
    return paragraph > 0 && is_heading(reader, kit, paragraph) ? reader_gap(kit) : 0;
}

bool reader_is_marked(const struct reader *reader, const struct kit *kit, int paragraph)
{
    struct pack_source source;

    if (reader->source < 0)
        return false;
    source = pack_source(kit->pack, reader->source);
    for (int p = 0; p < source.piece_count; p++) {
        if (pack_piece(kit->pack, source.first_piece + p).paragraph == reader->facts.first_paragraph + paragraph)
            return true;
    }
    return false;
}

static struct pack_text original(const struct reader *reader, struct kit *kit, int paragraph)
{
    return pack_text(kit->pack, kit->session->language, PACK_PARAGRAPH, reader->facts.first_paragraph + paragraph);
}

static struct pack_text translation(const struct reader *reader, struct kit *kit, int paragraph)
{
    struct pack_text none = {.bytes = ""};

    if (!reader_is_translated(reader, kit))
        return none;
    return pack_text(kit->pack, reader->translation, PACK_TRANSLATION, reader->facts.first_paragraph + paragraph);
}

/* A piece, with its marks flagged too; they lie inside it, in order. */
static void add_piece(struct kit *kit, struct text_builder *builder, struct pack_text text, struct pack_piece piece)
{
    uint32_t at = piece.start;

    text_builder_set_flags(builder, PACK_SPAN_PIECE);
    for (int m = 0; m < piece.mark_count; m++) {
        struct pack_mark mark = pack_mark(kit->pack, piece.first_mark + m);

        if (mark.start < at)
            continue;
        text_builder_add(builder, text, at, mark.start - at);
        text_builder_set_flags(builder, PACK_SPAN_PIECE | PACK_SPAN_MARK);
        text_builder_add(builder, text, mark.start, mark.length);
        text_builder_set_flags(builder, PACK_SPAN_PIECE);
        at = mark.start + mark.length;
    }
    text_builder_add(builder, text, at, piece.start + piece.length - at);
    text_builder_set_flags(builder, 0);
}

static struct pack_text with_passage(struct reader *reader, struct kit *kit, int paragraph, struct pack_text text)
{
    struct pack_source source = pack_source(kit->pack, reader->source);
    uint32_t at = 0;

    text_builder_clear(reader->builder);
    for (int p = 0; p < source.piece_count; p++) {
        struct pack_piece piece = pack_piece(kit->pack, source.first_piece + p);

        if (piece.paragraph != reader->facts.first_paragraph + paragraph || piece.start < at)
            continue;
        text_builder_add(reader->builder, text, at, piece.start - at);
        add_piece(kit, reader->builder, text, piece);
        at = piece.start + piece.length;
    }
    text_builder_add(reader->builder, text, at, text.length - at);
    return text_builder_text(reader->builder);
}

struct pack_text reader_words(struct reader *reader, struct kit *kit, int paragraph)
{
    struct pack_text text = translation(reader, kit, paragraph);

    if (text.length > 0)
        return text;
    text = original(reader, kit, paragraph);
    return text.length > 0 && reader_is_marked(reader, kit, paragraph) ? with_passage(reader, kit, paragraph, text) : text;
}

static struct block_style style_of(struct reader *reader, struct kit *kit, int paragraph)
{
    bool is_museum = translation(reader, kit, paragraph).length > 0, is_title = is_heading(reader, kit, paragraph);
    struct block_style style = quotation_style(kit, reader->document, TYPE_READER);
    struct pack_text text;

    if (is_museum) {
        style.role = is_title ? FONT_MUSEUM_BOLD : FONT_MUSEUM;
        style.is_right_to_left = pack_language(kit->pack, reader->translation).is_right_to_left;
    } else {
        style.role = is_title ? FONT_DOCUMENT_BOLD : FONT_DOCUMENT;
        text = original(reader, kit, paragraph);
        if (reader->facts.language < 0)
            style.is_right_to_left = text.span_count > 0 && (text.spans[0].level & 1);
    }
    style.mark_role = is_museum ? FONT_MUSEUM_BOLD : FONT_DOCUMENT_BOLD;
    style.is_title = is_title;
    return style;
}

const struct block *reader_paragraph(struct reader *reader, struct kit *kit, int paragraph)
{
    return parts_block(kit, reader_words(reader, kit, paragraph), style_of(reader, kit, paragraph), reader->place.text_w);
}

/* ---- the passage ---- */

uint32_t reader_accent(const struct reader *reader, const struct kit *kit)
{
    if (kit->look.theme == THEME_CONTRAST)
        return look_tone(&kit->look, TONE_INK);
    return look_tone(&kit->look, reader->differs ? TONE_RED : TONE_BLUE);
}

static struct draw_ink ink_of(const struct reader *reader, const struct kit *kit)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    if (!reader->differs)
        return (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = look_tone(&kit->look, TONE_BLUE_TINT),
                                 .mark_edge = reader_accent(reader, kit)};
    return (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = look_tone(&kit->look, TONE_RED_TINT),
                             .mark_edge = reader_accent(reader, kit)};
}

static void draw_ground(const struct reader *reader, struct kit *kit, struct rect rect)
{
    int bar = look_px(&kit->look, 12);
    struct rect column = reader->place.text;

    rect.x = column.x;
    rect.w = column.w;
    draw_fill(kit->draw, reader_flip(kit, rect), look_tone(&kit->look, TONE_READ));
    rect.w = bar > 4 ? bar : 4;
    draw_fill(kit->draw, reader_flip(kit, rect), reader_accent(reader, kit));
}

static uint32_t mixed(uint32_t a, uint32_t b)
{
    return ((a & 0xFEFEFE) >> 1) + ((b & 0xFEFEFE) >> 1);
}

/* The ground of the words of the passage that are not marked: between that of the paragraph and that of a mark. */
static uint32_t piece_ground(const struct reader *reader, const struct kit *kit)
{
    return mixed(look_tone(&kit->look, TONE_READ), look_tone(&kit->look, reader->differs ? TONE_RED_TINT : TONE_BLUE_TINT));
}

static void draw_piece(const struct reader *reader, struct kit *kit, const struct block_run *run, struct block_style style,
                       int x, int y)
{
    int pad = style.size_px / 10, inset = (style.line_px - style.size_px * 5 / 4) / 2;
    struct rect ground = {x + run->x_px - pad, y + (inset > 0 ? inset : 0), run->width_px + 2 * pad, 0};

    ground.h = style.line_px - 2 * (ground.y - y);
    if (kit->look.theme == THEME_CONTRAST)
        draw_fill(kit->draw, (struct rect){ground.x, ground.y + ground.h - 2, ground.w, 2}, look_tone(&kit->look, TONE_INK));
    else
        draw_fill(kit->draw, ground, piece_ground(reader, kit));
}

/* ---- words in another language ---- */

static void draw_dots(struct kit *kit, int x, int y, int width, int dot)
{
    for (int at = 0; at + dot <= width; at += 2 * dot)
        draw_fill(kit->draw, (struct rect){x + at, y, dot, dot}, look_tone(&kit->look, TONE_BLUE));
}

/* "RU": the first part of a language tag in capitals. */
static const struct block *tag_block(struct kit *kit, int tag)
{
    struct block_style style = {.role = FONT_NARROW_BOLD, .mark_role = FONT_NARROW_BOLD, .is_single = true,
                                .size_px = kit->look.type[TYPE_SMALL].size_px};
    struct pack_span span;
    char code[8];
    int i = 0;

    for (const char *c = pack_tag(kit->pack, tag); c[i] && c[i] != '-' && i < 7; i++)
        code[i] = c[i] >= 'a' && c[i] <= 'z' ? (char)(c[i] - 'a' + 'A') : c[i];
    code[i] = '\0';
    style.line_px = style.size_px * 5 / 4;
    return parts_block(kit, text_plain(code, &span), style, 0);
}

/* On the ground of foreign languages, under the number of the paragraph. */
static void draw_language_tag(const struct reader *reader, struct kit *kit, int tag, int y, int line_px)
{
    const struct block *block = tag_block(kit, tag);
    struct block_style style = block->style;
    struct rect box;

    box = (struct rect){reader->place.number_x, y + (line_px - style.line_px) / 2, block->widest_px + style.size_px / 2,
                        style.line_px};
    box = reader_flip(kit, box);
    draw_fill(kit->draw, box, look_tone(&kit->look, TONE_BLUE));
    draw_block(
        kit->draw, block, box.x + style.size_px / 4, box.y,
        (struct draw_ink){.colour = look_on(&kit->look, look_tone(&kit->look, TONE_BLUE)), .mark_ground = DRAW_NO_GROUND});
}

/* Grounds of the passage and lines under foreign words, behind the letters. */
static void draw_runs(const struct reader *reader, struct kit *kit, const struct block *block, int x, int y)
{
    int dot = look_px(&kit->look, 2) > 2 ? look_px(&kit->look, 2) : 2, below = block->style.size_px * 110 / 100;
    int last_tag = -1;

    for (int l = 0; l < block->line_count; l++) {
        int top = y + l * block->style.line_px;

        if (!pane_shows(&reader->text, (struct rect){reader->place.text.x, top, reader->place.text.w, block->style.line_px}))
            continue;
        for (int r = 0; r < block->lines[l].run_count; r++) {
            const struct block_run *run = &block->runs[block->lines[l].first_run + r];
            int tag_line = l > 0 ? top : top + block->style.line_px;

            if ((run->flags & PACK_SPAN_PIECE) && !(run->flags & PACK_SPAN_MARK))
                draw_piece(reader, kit, run, block->style, x, top);
            if (run->language == 0)
                continue;
            draw_dots(kit, x + run->x_px, top + (block->style.line_px - block->style.size_px) / 2 + below, run->width_px, dot);
            if (run->language - 1 != last_tag)
                draw_language_tag(reader, kit, run->language - 1, tag_line, block->style.line_px);
            last_tag = run->language - 1;
        }
    }
}

/* ---- a paragraph ---- */

static int baseline(struct kit *kit, struct block_style style)
{
    struct font_metrics metrics = font_metrics(kit->fonts, style.role, style.size_px);

    return (style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
}

static const struct block *number_block(struct kit *kit, int number)
{
    struct block_style style = parts_style(kit, FONT_NARROW_BOLD, TYPE_SMALL);
    struct pack_span span;
    char digits[16];

    style.is_single = true;
    style.is_right_to_left = false;
    snprintf(digits, sizeof(digits), "%d", number);
    return parts_block(kit, text_plain(digits, &span), style, 0);
}

int reader_number_width(const struct reader *reader, struct kit *kit)
{
    int count = reader->facts.paragraph_count, last = reader->facts.first_paragraph + count - 1;
    int widest = count > 0 ? number_block(kit, pack_paragraph(kit->pack, last).number)->widest_px : 0;

    for (int i = 0; i < reader->tag_count; i++) {
        int width = tag_block(kit, reader->tags[i])->widest_px + kit->look.type[TYPE_SMALL].size_px / 2;

        widest = width > widest ? width : widest;
    }
    /* the columns of all documents stand alike */
    return widest > look_px(&kit->look, 36) ? widest : look_px(&kit->look, 36);
}

static void draw_number(const struct reader *reader, struct kit *kit, int paragraph, struct block_style words, int y)
{
    bool is_current = paragraph == reader->current;
    const struct block *block =
        number_block(kit, pack_paragraph(kit->pack, reader->facts.first_paragraph + paragraph).number);
    struct block_style style = block->style;
    struct rect box;

    box = reader_flip(kit, (struct rect){reader->place.number_x, y + baseline(kit, words) - baseline(kit, style),
                                         block->widest_px, style.line_px});
    draw_block(
        kit->draw, block, box.x, box.y,
        (struct draw_ink){.colour = look_tone(&kit->look, is_current ? TONE_INK : TONE_INK2), .mark_ground = DRAW_NO_GROUND});
}

static void list_paragraph(const struct reader *reader, struct kit *kit, int paragraph, const char *label,
                           const struct block *block, struct rect rect, bool is_translated)
{
    struct ui_element element = parts_element(kit, "", is_heading(reader, kit, paragraph) ? "heading" : "paragraph", rect);

    snprintf(element.id, sizeof(element.id), "paragraph:%s:p%d", reader->facts.siglum,
             pack_paragraph(kit->pack, reader->facts.first_paragraph + paragraph).number);
    element.label = label;
    element.lang = is_translated ? pack_language(kit->pack, reader->translation).tag : reader->facts.language_tag;
    element.is_focusable = true;
    element.is_current = reader_is_marked(reader, kit, paragraph);
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, element.is_current ? TONE_READ : TONE_CARD);
    ui_add(kit->ui, element);
    parts_focus(kit, element.id, rect_inset(rect, -look_px(&kit->look, 6), 0), false);
}

static void draw_paragraph(struct reader *reader, struct kit *kit, int paragraph, int y)
{
    const struct block *block = reader_paragraph(reader, kit, paragraph);
    int half = reader_gap(kit) / 2, line = block->style.line_px, first, count;
    struct rect words = reader_flip(kit, (struct rect){reader->place.text_x, y, reader->place.text_w, block->height_px});
    struct rect whole = {reader->place.number_x, y, reader->place.text_x + reader->place.text_w - reader->place.number_x,
                         block->height_px};
    bool is_museum = translation(reader, kit, paragraph).length > 0;

    if (pane_shows(&reader->text, rect_inset(whole, 0, -half))) {
        if (reader_is_marked(reader, kit, paragraph))
            draw_ground(reader, kit, rect_inset(whole, 0, -half));
        first = reader->text.rect.y > y ? (reader->text.rect.y - y) / line : 0;
        count = (reader->text.rect.y + reader->text.rect.h - y) / line - first + 2;
        if (!is_museum)
            draw_runs(reader, kit, block, words.x, y);
        draw_number(reader, kit, paragraph, block->style, y);
        draw_block_lines(kit->draw, block, first, count, words.x, y + first * line, ink_of(reader, kit));
    }
    list_paragraph(reader, kit, paragraph, reader_words(reader, kit, paragraph).bytes, block, reader_flip(kit, whole),
                   is_museum);
}

static void find_focus(struct reader *reader, struct kit *kit, int first, int last)
{
    char id[72];

    reader->focus = -1;
    for (int i = first; i <= last; i++) {
        snprintf(id, sizeof(id), "paragraph:%s:p%d", reader->facts.siglum,
                 pack_paragraph(kit->pack, reader->facts.first_paragraph + i).number);
        if (ui_is_focused(kit->ui, id))
            reader->focus = i;
    }
}

/* The neighbours above and below are listed too, so that the keys go on from what is seen (K9). */
void reader_text_draw(struct reader *reader, struct kit *kit)
{
    int count = heights_count(reader->heights), first, last, origin = pane_origin(&reader->text);

    if (count == 0)
        return;
    reader_column_seen(reader, &first, &last);
    while (first > 0 && heights_of(reader->heights, first - 1) == 0)
        first--;
    while (last + 1 < count && heights_of(reader->heights, last + 1) == 0)
        last++;
    first = first > 0 ? first - 1 : 0;
    last = last + 1 < count ? last + 1 : count - 1;
    find_focus(reader, kit, first, last);
    for (int i = first; i <= last; i++) {
        if (heights_of(reader->heights, i) > 0)
            draw_paragraph(reader, kit, i, origin + reader_column_top(reader, i) + reader_above(reader, kit, i));
    }
}
