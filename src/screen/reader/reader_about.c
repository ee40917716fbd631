/*
 * What is known of the document: kind, author, languages, rights, how it was received; then where the paragraph is used, and
 * the key to its translation. A pane of its own; the whole column in the compact form.
 */
#include "screen/reader/reader.h"

#include "screen/quotation.h"
#include "text/utf8.h"

enum { TAGS_SCANNED = 200 };

/* ---- the languages of its foreign words ---- */

static void add_tag(struct reader *reader, int tag)
{
    for (int i = 0; i < reader->tag_count; i++) {
        if (reader->tags[i] == tag)
            return;
    }
    if (reader->tag_count < READER_TAGS_MOST && tag != reader->facts.tag)
        reader->tags[reader->tag_count++] = tag;
}

void reader_about_find(struct reader *reader, struct kit *kit)
{
    reader->tag_count = 0;
    for (int i = 0; i < heights_count(reader->heights) && i < TAGS_SCANNED; i++) {
        struct pack_text text = pack_text(kit->pack, kit->session->language, PACK_PARAGRAPH, reader->facts.first_paragraph + i);

        for (uint32_t s = 0; s < text.span_count; s++) {
            if (text.spans[s].language > 0)
                add_tag(reader, text.spans[s].language - 1);
        }
    }
}

/* ---- rows ---- */

struct row {
    const char *id;
    enum pack_string_id label;
};

static const struct row rows[] = {
    {"about:kind", PACK_STRING_READER_KIND},         {"about:author", PACK_STRING_READER_AUTHOR},
    {"about:language", PACK_STRING_READER_LANGUAGE}, {"about:rights", PACK_STRING_READER_RIGHTS},
    {"about:received", PACK_STRING_READER_RECEIVED},
};

enum { ROW_COUNT = sizeof(rows) / sizeof(rows[0]) };

static void add_words(struct reader *reader, struct kit *kit, enum pack_field field, int index)
{
    struct pack_text text = pack_text(kit->pack, kit->session->language, field, index);

    text_builder_add(reader->builder, text, 0, text.length);
}

static void add_author(struct reader *reader, struct kit *kit)
{
    struct pack_text none = parts_string(kit, PACK_STRING_READER_NOT_NAMED);

    if (reader->facts.author[0])
        text_builder_add_plain(reader->builder, reader->facts.author);
    else
        text_builder_add(reader->builder, none, 0, none.length);
}

/* Names of languages are small in many languages; as a value of a table it begins as the others do. */
static void add_capital(struct reader *reader, struct pack_text text)
{
    char capital[5] = {0};
    uint32_t code, start = (uint32_t)utf8_decode(text.bytes, text.length, &code), length;
    struct pack_span span;

    if (start > 0) {
        span = text.spans[0]; /* in the face of the letter it stands for */
        length = (uint32_t)utf8_encode(utf8_capital(code), capital);
        text_builder_add(reader->builder, (struct pack_text){capital, length, NULL, &span, 1}, 0, length);
    }
    text_builder_add(reader->builder, text, start, text.length - start);
}

static void add_languages(struct reader *reader, struct kit *kit)
{
    add_capital(reader, pack_text(kit->pack, kit->session->language, PACK_TAG_NAME, reader->facts.tag));
    for (int i = 0; i < reader->tag_count; i++) {
        text_builder_add_plain(reader->builder, ", ");
        add_words(reader, kit, PACK_TAG_NAME, reader->tags[i]);
    }
}

static void add_rights(struct reader *reader, struct kit *kit)
{
    struct pack_text credit = pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_CREDIT, reader->document);

    if (credit.length > 0) {
        text_builder_add(reader->builder, credit, 0, credit.length);
        return;
    }
    text_builder_add_plain(reader->builder, reader->facts.holder);
    text_builder_add_plain(reader->builder, reader->facts.holder[0] ? ", " : "");
    text_builder_add_plain(reader->builder, reader->facts.licence);
}

static void add_value(struct reader *reader, struct kit *kit, int row)
{
    switch (rows[row].label) {
    case PACK_STRING_READER_KIND:
        add_words(reader, kit, PACK_DOCUMENT_KIND, reader->document);
        break;
    case PACK_STRING_READER_AUTHOR:
        add_author(reader, kit);
        break;
    case PACK_STRING_READER_LANGUAGE:
        add_languages(reader, kit);
        break;
    case PACK_STRING_READER_RIGHTS:
        add_rights(reader, kit);
        break;
    default:
        add_words(reader, kit, PACK_DOCUMENT_NOTE, reader->document);
        break;
    }
}

static struct pack_text value_of(struct reader *reader, struct kit *kit, int row)
{
    text_builder_clear(reader->builder);
    add_value(reader, kit, row);
    return text_builder_text(reader->builder);
}

static struct block_style row_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);

    if (kit->look.form == FORM_LANDSCAPE)
        style.size_px = style.size_px * 11 / 10;
    style.line_px = style.size_px * 7 / 5;
    return style;
}

/* Room for the longest label in a column of its own; 0: labels stand above their values. */
static int label_width(struct kit *kit, int width_px)
{
    int widest = 0, gap = look_px(&kit->look, 22);

    for (int i = 0; i < ROW_COUNT; i++) {
        int width = block_line_width(kit->fonts, parts_string(kit, rows[i].label), row_style(kit));

        widest = width > widest ? width : widest;
    }
    return (widest + gap) * 100 > width_px * 40 ? 0 : widest + gap;
}

static int draw_row(struct reader *reader, struct kit *kit, int row, struct rect column, int y, bool draws)
{
    struct block_style style = row_style(kit), label_style = style;
    int padding = look_px(&kit->look, reader->place.mode == READER_TALL ? 6 : 12), label = label_width(kit, column.w), below = label ? 0 : style.line_px, height;
    struct rect value = {column.x + label, y + padding + below, column.w - label, 0};
    uint32_t card = look_tone(&kit->look, reader->place.mode == READER_TALL ? TONE_PAPER : TONE_CARD);
    struct pack_text words = value_of(reader, kit, row);

    label_style.is_single = true;
    if (words.length == 0)
        return 0;
    height = parts_block(kit, words, style, value.w)->height_px + below + 2 * padding;
    if (draws && pane_shows(&reader->side, (struct rect){reader->side.rect.x, y, 1, height})) {
        draw_fill(kit->draw, reader_flip(kit, (struct rect){column.x, y, column.w, 2}), look_tone(&kit->look, TONE_RULE));
        reader_say(kit, NULL, "text", parts_string(kit, rows[row].label), label_style,
                   (struct rect){column.x, y + padding, column.w, 0}, look_tone(&kit->look, TONE_INK2), card);
        reader_say(kit, rows[row].id, "text", value_of(reader, kit, row), style, value, look_tone(&kit->look, TONE_INK), card);
    }
    return height;
}

/* ---- the same where there is more width than height: how it was received stands beside the rest ---- */

/* In larger type a column of half the width would tear addresses of pages apart (Y17): there all stand below each other. */
static int draw_rows_side_by_side(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    bool has_two = kit->look.step == TEXT_A;
    int gap = look_px(&kit->look, 30), width = has_two ? (column.w - gap) / 2 : column.w, used[2] = {0};

    for (int i = 0; i < ROW_COUNT; i++) {
        int side = has_two && i == ROW_COUNT - 1;
        struct rect place = {column.x + side * (width + gap), y, width, 0};

        used[side] += draw_row(reader, kit, i, place, y + used[side], draws);
    }
    return used[0] > used[1] ? used[0] : used[1];
}

/* ---- the pane ---- */

static int draw_title(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    struct pack_text words = parts_string(kit, PACK_STRING_READER_ABOUT);

    if (!draws)
        return parts_block(kit, words, style, column.w)->height_px;
    return reader_say(kit, "about:title", "heading", words, style, (struct rect){column.x, y, column.w, 0},
                      look_tone(&kit->look, TONE_INK),
                      look_tone(&kit->look, reader->place.mode == READER_TALL ? TONE_PAPER : TONE_CARD));
}

/* In the compact form, when it found no room above. */
static int draw_switch(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    struct key key;
    int width, height = reader_place_key(&kit->look);

    if (reader->place.mode != READER_COMPACT || reader->has_switch || !reader_switch_key(reader, kit, &key))
        return 0;
    width = parts_key_width(kit, &key);
    if (draws)
        parts_key(kit, &key, reader_flip(kit, (struct rect){column.x, y, width < column.w ? width : column.w, height}));
    return height + look_px(&kit->look, 20);
}

static int draw_tall_content(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    int table = draw_rows_side_by_side(reader, kit, column, y, draws) + look_px(&kit->look, 20), view = reader->place.side.h;
    int uses = reader_uses_draw(reader, kit, column, y, (struct reader_foot){0}, false);
    struct reader_foot foot = {view - table, reader_place_padding(&kit->look)};

    if (table + uses <= view || table > view)
        foot.view_px = 0;
    return table + reader_uses_draw(reader, kit, column, y + table, foot, draws);
}

static int draw_content(struct reader *reader, struct kit *kit, struct rect column, int y, bool draws)
{
    int start = y, gap = look_px(&kit->look, 30), used;

    if (reader->place.mode == READER_TALL)
        return draw_tall_content(reader, kit, column, y, draws);
    y += draw_switch(reader, kit, column, y, draws);
    y += draw_title(reader, kit, column, y, draws) + look_px(&kit->look, 10);
    for (int i = 0; i < ROW_COUNT; i++)
        y += draw_row(reader, kit, i, column, y, draws);
    used = reader_uses_draw(reader, kit, column, y + gap, (struct reader_foot){0}, draws);
    return y + (used ? gap + used : 0) - start;
}

/* Draws the pane and what it holds. The ground is what the content fades into. */
static void draw_pane(struct reader *reader, struct kit *kit, struct rect rect, int top, int content, enum tone ground)
{
    struct rect column = rect;
    /* rings and edges reach a little beyond the column */
    int out = look_mm_x(&kit->look, 2);

    pane_place(&reader->side, READER_SIDE, reader_flip(kit, rect_inset(rect, -out, 0)), content + 2 * top);
    pane_begin(kit, &reader->side);
    draw_content(reader, kit, column, pane_origin(&reader->side) + top, true);
    pane_end(kit, &reader->side, look_tone(&kit->look, ground));
}

/* ---- wide: the key to the translation below the content, at the foot of the column when there is more than fits ---- */

static void draw_wide(struct reader *reader, struct kit *kit)
{
    struct rect side = reader->place.side, row;
    struct key key;
    bool has_key = reader_switch_key(reader, kit, &key);
    int height = reader_place_key(&kit->look), gap = reader_place_gap(&kit->look), page = reader->place.up.w;
    int content = draw_content(reader, kit, side, 0, false), rest = side.h - (has_key ? height + gap : 0), width;
    bool scrolls = content > rest;

    rest = scrolls ? side.h - height - gap : rest;
    row = (struct rect){side.x, side.y + (scrolls ? rest : content) + gap, side.w, height};
    side.h = scrolls ? rest : content;
    draw_pane(reader, kit, side, 0, content, TONE_CARD);
    width = has_key ? parts_key_width(kit, &key) : 0;
    if (scrolls && width > row.w - 2 * (page + gap))
        width = row.w - 2 * (page + gap);
    if (has_key)
        parts_key(kit, &key, reader_flip(kit, (struct rect){row.x, row.y, width, height}));
    if (!scrolls)
        return;
    row.x += row.w - 2 * page - gap;
    reader_page_key(kit, &reader->side, "side:up", -1, READER_SIDE_UP, (struct rect){row.x, row.y, page, height});
    reader_page_key(kit, &reader->side, "side:down", 1, READER_SIDE_DOWN,
                    (struct rect){row.x + page + gap, row.y, page, height});
}

/* ---- tall: below the text, heading and key in one row ---- */

static void draw_tall(struct reader *reader, struct kit *kit)
{
    struct rect side = reader->place.side, head = reader->place.side_head, ground = {0};
    int gap = reader_place_gap(&kit->look), page = reader->place.up.w, height = reader_place_key(&kit->look), width, content;
    bool has_key, scrolls = draw_content(reader, kit, side, 0, false) > side.h;
    struct key key;

    ground = (struct rect){kit->area.x, reader->place.text.y + reader->place.text.h, kit->area.w,
                           reader->place.bar.y - reader->place.text.y - reader->place.text.h};
    draw_fill(kit->draw, ground, look_tone(&kit->look, TONE_PAPER));
    draw_fill(kit->draw, (struct rect){ground.x, ground.y, ground.w, 3}, look_tone(&kit->look, TONE_INK));
    has_key = reader_switch_key(reader, kit, &key);
    width = has_key ? parts_key_width(kit, &key) : 0;
    if (scrolls)
        side.w -= page + gap;
    content = draw_content(reader, kit, side, 0, false);
    draw_title(reader, kit, (struct rect){head.x, 0, head.w - width - gap, 0}, head.y, true);
    draw_pane(reader, kit, side, 0, content, TONE_PAPER);
    if (has_key)
        parts_key(kit, &key, reader_flip(kit, (struct rect){head.x + head.w - width, head.y, width, head.h}));
    if (!scrolls)
        return;
    side.x += side.w + gap;
    reader_page_key(kit, &reader->side, "side:up", -1, READER_SIDE_UP, (struct rect){side.x, side.y, page, height});
    reader_page_key(kit, &reader->side, "side:down", 1, READER_SIDE_DOWN,
                    (struct rect){side.x, side.y + side.h - height, page, height});
}

void reader_about_draw(struct reader *reader, struct kit *kit)
{
    reader_uses_find(reader, kit);
    if (reader->place.mode == READER_WIDE)
        draw_wide(reader, kit);
    else if (reader->place.mode == READER_TALL)
        draw_tall(reader, kit);
    else if (reader->is_about)
        draw_pane(reader, kit, reader->place.side, reader_place_padding(&kit->look) / 2,
                  draw_content(reader, kit, reader->place.side, 0, false), TONE_CARD);
}
