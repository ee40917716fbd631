/* The documents of the exhibit: a column with names and lengths, or a row of tabs where there is no room for one. */
#include "screen/reader/reader.h"

#include <stdio.h>

#include "screen/quotation.h"

/* ---- a siglum ---- */

int reader_tab(struct kit *kit, int document, bool is_light, struct rect within, int height)
{
    uint32_t fill = look_tone(&kit->look, is_light ? TONE_CARD : TONE_INK);
    struct rect rect = {within.x, within.y, parts_tab_width(kit, document, height), height};

    parts_tab_in(kit, document, reader_flip(kit, rect), fill, look_on(&kit->look, fill));
    return rect.w;
}

static int tab_height(const struct kit *kit)
{
    int height = look_px(&kit->look, 40), least = kit->look.type[TYPE_SMALL].size_px * 10 / 7 + 1;

    return height > least ? height : least;
}

enum neighbours { BESIDE, BELOW, APART };

/* Where neighbours touch, what is touched keeps the distance of T2. */
static void list_document(struct kit *kit, int document, struct rect rect, enum neighbours neighbours, uint32_t ink,
                          uint32_t ground, int font_px)
{
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, document);
    struct ui_element element = parts_element(kit, "", "button", rect);
    int gap = look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2), inset = gap / 2 + 1;

    snprintf(element.id, sizeof(element.id), "document:%s", pack_document(kit->pack, document).siglum);
    element.hit = rect_inset(rect, neighbours == BESIDE ? inset : 0, neighbours == BELOW ? inset : 0);
    element.verb = UI_DOCUMENT;
    element.value = document;
    element.is_current = document == kit->session->here.document;
    element.is_focusable = true;
    element.label = name.bytes;
    element.font_px = font_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, font_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
    parts_focus(kit, element.id, rect_inset(rect, gap, gap), element.is_current);
}

static bool is_pressed(const struct kit *kit, int document)
{
    char id[72];

    snprintf(id, sizeof(id), "document:%s", pack_document(kit->pack, document).siglum);
    return ui_is_pressed(kit->ui, id);
}

/* ---- the list ---- */

void reader_list_measure(struct reader *reader, const struct kit *kit)
{
    for (int d = 0; d < pack_exhibit(kit->pack).documents && d < READER_DOCUMENTS_MOST; d++) {
        struct pack_document facts = pack_document(kit->pack, d);

        reader->bytes[d] = 0;
        for (int i = 0; i < facts.paragraph_count; i++)
            reader->bytes[d] += pack_paragraph(kit->pack, facts.first_paragraph + i).length;
    }
}

static struct pack_text count_words(struct reader *reader, struct kit *kit, int document)
{
    unsigned count = (unsigned)pack_document(kit->pack, document).paragraph_count;
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%u", count);
    text_builder_clear(reader->builder);
    text_builder_add_template(reader->builder,
                              pack_string(kit->pack, kit->session->language, PACK_STRING_READER_PARAGRAPHS, count), "n",
                              text_plain(digits, &span));
    return text_builder_text(reader->builder);
}

static int widest_tab(struct kit *kit, int height)
{
    int widest = 0;

    for (int d = 0; d < pack_exhibit(kit->pack).documents; d++) {
        int width = parts_tab_width(kit, d, height);

        widest = width > widest ? width : widest;
    }
    return widest;
}

struct list_row {
    const struct block *name, *count;
    int x, height; /* of the words from the left; of the row */
};

static struct list_row list_row(struct reader *reader, struct kit *kit, int document)
{
    struct rect list = reader->place.list;
    int right = look_px(&kit->look, 20), least = look_px(&kit->look, 112);
    struct list_row row = {.x = list.x + kit->look.margin};
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    /* names begin at the same place whatever the widths of the sigla */
    row.x += widest_tab(kit, tab_height(kit)) + look_px(&kit->look, 18);
    row.name = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, document), style,
                           list.x + list.w - row.x - right);
    row.count = parts_block(kit, count_words(reader, kit, document), parts_style(kit, FONT_MUSEUM, TYPE_SMALL),
                            list.x + list.w - row.x - right);
    row.height = row.name->height_px + row.count->height_px + look_px(&kit->look, 52);
    row.height = row.height > least ? row.height : least;
    return row;
}

/* How long the document is beside the longest. */
static void draw_length(const struct reader *reader, struct kit *kit, int document, struct rect room, uint32_t ink)
{
    int64_t most = 1;
    int least = look_px(&kit->look, 6);

    for (int d = 0; d < READER_DOCUMENTS_MOST; d++)
        most = reader->bytes[d] > most ? reader->bytes[d] : most;
    room.w = (int)(reader->bytes[document] * room.w / most);
    room.w = room.w < least ? least : room.w;
    draw_fill(kit->draw, reader_flip(kit, room), ink);
}

static void draw_row(struct reader *reader, struct kit *kit, int document, struct rect rect)
{
    struct list_row row = list_row(reader, kit, document);
    bool is_dark = (document == reader->document) != is_pressed(kit, document);
    uint32_t ground = look_tone(&kit->look, is_dark ? TONE_INK : TONE_PAPER), ink = look_tone(&kit->look, TONE_INK);
    uint32_t second = look_tone(&kit->look, TONE_INK2);
    int y = rect.y + look_px(&kit->look, 20), bar = look_px(&kit->look, 7), x = rect.x + kit->look.margin;
    struct rect name;

    if (is_dark)
        ink = second = look_on(&kit->look, ground);
    draw_fill(kit->draw, reader_flip(kit, rect), ground);
    draw_fill(kit->draw, reader_flip(kit, (struct rect){rect.x, rect.y + rect.h - 2, rect.w, 2}),
              look_tone(&kit->look, TONE_RULE));
    reader_tab(kit, document, is_dark, (struct rect){x, y + row.name->style.line_px - tab_height(kit) / 2, 0, 0},
               tab_height(kit));
    name = reader_flip(kit, (struct rect){row.x, y, row.name->width_px, row.name->height_px});
    draw_block(kit->draw, row.name, name.x, y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    draw_block(kit->draw, row.count, name.x, y + row.name->height_px,
               (struct draw_ink){.colour = second, .mark_ground = DRAW_NO_GROUND});
    draw_length(reader, kit, document, (struct rect){x, rect.y + rect.h - bar - look_px(&kit->look, 9),
                                             rect.x + rect.w - look_px(&kit->look, 20) - x, bar}, ink);
    list_document(kit, document, reader_flip(kit, rect), BELOW, ink, ground, row.name->style.size_px);
}

static int heading_height(struct reader *reader, struct kit *kit, bool draws)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_SCREEN);
    struct rect list = reader->place.list;
    struct rect box = {list.x + kit->look.margin, list.y + look_px(&kit->look, 36), list.w - kit->look.margin, 0};
    struct pack_text words = parts_string(kit, PACK_STRING_READER_TITLE);

    style.size_px = style.size_px * 3 / 4;
    style.line_px = style.line_px * 3 / 4;
    box.h = parts_block(kit, words, style, box.w)->height_px;
    if (draws)
        reader_say(kit, "reader:title", "heading", words, style, box, look_tone(&kit->look, TONE_INK),
                   look_tone(&kit->look, TONE_PAPER));
    return box.y + box.h + look_px(&kit->look, 26) - list.y;
}

/* What the bars mean, where there is room below them. */
static void draw_note(struct reader *reader, struct kit *kit, int y, int bottom)
{
    struct rect list = reader->place.list;
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    struct rect box = {list.x + kit->look.margin, y + look_px(&kit->look, 24), list.w - kit->look.margin * 3 / 2, 0};
    struct pack_text words = parts_string(kit, PACK_STRING_READER_BAR_NOTE);

    style.line_px = style.size_px * 8 / 5;
    if (box.y + parts_block(kit, words, style, box.w)->height_px + look_px(&kit->look, 16) <= bottom)
        reader_say(kit, "reader:barnote", "text", words, style, box, look_tone(&kit->look, TONE_INK2),
                   look_tone(&kit->look, TONE_PAPER));
}

static void draw_list_keys(struct reader *reader, struct kit *kit, int y)
{
    int key = reader->place.up.w, height = reader_place_key(&kit->look), gap = look_px(&kit->look, 16);
    int x = reader->place.list.x + kit->look.margin;

    reader_page_key(kit, &reader->list, "list:up", -1, READER_LIST_UP, (struct rect){x, y, key, height});
    reader_page_key(kit, &reader->list, "list:down", 1, READER_LIST_DOWN, (struct rect){x + key + gap, y, key, height});
}

void reader_list_draw(struct reader *reader, struct kit *kit)
{
    struct rect list = reader->place.list, rows = list;
    int documents = pack_exhibit(kit->pack).documents, content = 0, y,
        keys = reader_place_key(&kit->look) + look_px(&kit->look, 32);
    bool scrolls;

    draw_fill(kit->draw, reader_flip(kit, list), look_tone(&kit->look, TONE_PAPER));
    rows.y += heading_height(reader, kit, true);
    rows.h = list.y + list.h - rows.y;
    for (int d = 0; d < documents; d++)
        content += list_row(reader, kit, d).height;
    scrolls = content > rows.h;
    rows.h = scrolls ? rows.h - keys : content;
    draw_fill(kit->draw, reader_flip(kit, (struct rect){list.x, rows.y - 2, list.w, 2}), look_tone(&kit->look, TONE_RULE));
    pane_place(&reader->list, READER_LIST, reader_flip(kit, rows), content);
    pane_begin(kit, &reader->list);
    y = pane_origin(&reader->list);
    for (int d = 0; d < documents; d++) {
        int height = list_row(reader, kit, d).height;

        draw_row(reader, kit, d, (struct rect){rows.x, y, rows.w, height});
        y += height;
    }
    pane_end(kit, &reader->list, look_tone(&kit->look, TONE_PAPER));
    if (scrolls)
        draw_list_keys(reader, kit, rows.y + rows.h + look_px(&kit->look, 16));
    else
        draw_note(reader, kit, y, list.y + list.h);
    draw_fill(kit->draw, reader_flip(kit, (struct rect){list.x + list.w, list.y, READER_LIST_EDGE_PX, list.h}),
              look_tone(&kit->look, TONE_INK));
}

/* ---- tabs ---- */

static const struct block *tab_name(struct kit *kit, int document, int width_px)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    style.size_px = kit->look.type[TYPE_SMALL].size_px;
    style.line_px = style.size_px * 6 / 5;
    return parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, document), style, width_px);
}

/* Names beside the sigla only if they all fit. */
static bool tabs_hold_names(struct kit *kit, int width_px, int height_px)
{
    int count = pack_exhibit(kit->pack).documents, gap = look_px(&kit->look, 12);

    for (int d = 0; d < count; d++) {
        int room = width_px / count - parts_tab_width(kit, d, tab_height(kit)) - 4 * gap;
        const struct block *name = room > 0 ? tab_name(kit, d, room) : NULL;

        if (!name || name->widest_px > room || name->height_px > height_px - gap)
            return false;
    }
    return true;
}

static void draw_tab_cell(struct reader *reader, struct kit *kit, int document, struct rect rect, bool has_name)
{
    int tab = tab_height(kit), tab_w = parts_tab_width(kit, document, tab), gap = look_px(&kit->look, 12), width;
    bool is_here = document == reader->document, is_dark = is_pressed(kit, document);
    uint32_t ground = look_tone(&kit->look, is_dark ? TONE_INK : is_here ? TONE_CARD : TONE_PAPER);
    uint32_t ink = look_on(&kit->look, ground);
    const struct block *name = has_name ? tab_name(kit, document, rect.w - tab_w - 4 * gap) : NULL;
    struct rect words;
    int x;

    if (kit->look.theme == THEME_CONTRAST && !is_dark)
        ink = look_tone(&kit->look, TONE_INK);
    width = tab_w + (name ? gap + name->widest_px : 0);
    x = rect.x + (rect.w - width) / 2;
    draw_fill(kit->draw, reader_flip(kit, rect), ground);
    draw_fill(kit->draw, reader_flip(kit, (struct rect){rect.x + rect.w - 2, rect.y, 2, rect.h}),
              look_tone(&kit->look, TONE_RULE));
    if (!is_here)
        draw_fill(kit->draw, reader_flip(kit, (struct rect){rect.x, rect.y, rect.w, 3}), look_tone(&kit->look, TONE_INK));
    reader_tab(kit, document, is_dark, (struct rect){x, rect.y + (rect.h - tab) / 2, 0, 0}, tab);
    if (name) {
        words = reader_flip(kit, (struct rect){x + tab_w + gap, rect.y + (rect.h - name->height_px) / 2, name->width_px, 0});
        draw_block(kit->draw, name, words.x, words.y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    }
    list_document(kit, document, reader_flip(kit, rect), BESIDE, ink, ground, kit->look.type[TYPE_SMALL].size_px);
}

static void draw_tabs(struct reader *reader, struct kit *kit)
{
    struct rect bar = reader->place.bar;
    int count = pack_exhibit(kit->pack).documents;
    bool has_names = tabs_hold_names(kit, bar.w, bar.h);

    for (int d = 0; d < count; d++) {
        int from = bar.w * d / count, to = bar.w * (d + 1) / count;

        draw_tab_cell(reader, kit, d, (struct rect){bar.x + from, bar.y, to - from, bar.h}, has_names);
    }
}

/* ---- keys: one for each document, then "about", then the translation if there is room ---- */

/* The keys share what the bar leaves beside "about", in more rows before a siglum becomes too small to read (D4). */
struct bar {
    int rows, in_row, gap, about_w;
    int cell_w, tab_h;
};

static struct bar bar_of(struct kit *kit, int width_px)
{
    struct bar bar = {.rows = 1, .in_row = pack_exhibit(kit->pack).documents, .tab_h = tab_height(kit)};
    int least = look_target_w(&kit->look) + 1, most;

    bar.gap = reader_place_gap(&kit->look);
    bar.about_w = look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12);
    bar.cell_w = widest_tab(kit, bar.tab_h) > least ? widest_tab(kit, bar.tab_h) : least;
    while (bar.in_row > 1 && bar.in_row * (bar.cell_w + bar.gap) + bar.about_w > width_px) {
        bar.rows++;
        bar.in_row = (pack_exhibit(kit->pack).documents + bar.rows - 1) / bar.rows;
    }
    most = (width_px - bar.about_w) / bar.in_row - bar.gap;
    while (bar.tab_h > 14 && widest_tab(kit, bar.tab_h) > most)
        bar.tab_h--;
    bar.cell_w = widest_tab(kit, bar.tab_h) > least ? widest_tab(kit, bar.tab_h) : least;
    return bar;
}

int reader_bar_rows(struct kit *kit, int width_px)
{
    return width_px > 0 ? bar_of(kit, width_px).rows : 1;
}

static void draw_document_key(struct reader *reader, struct kit *kit, int document, struct rect rect, int tab)
{
    bool is_dark = (document == reader->document) != is_pressed(kit, document);
    uint32_t ground = look_tone(&kit->look, is_dark ? TONE_INK : TONE_CARD);
    struct rect seen = reader_flip(kit, rect);

    parts_tab_key(kit, document, seen, tab, ground);
    list_document(kit, document, seen, APART, look_on(&kit->look, ground), ground, tab * 70 / 100);
}

/* Returns where the next key may begin. */
static int draw_document_keys(struct reader *reader, struct kit *kit)
{
    struct rect place = reader->place.bar;
    struct bar bar = bar_of(kit, place.w);
    int count = pack_exhibit(kit->pack).documents, height = reader_place_key(&kit->look);

    for (int d = 0; d < count; d++) {
        int x = place.x + d % bar.in_row * (bar.cell_w + bar.gap);
        int y = place.y + (bar.rows > 1 ? (place.h - height) * (d / bar.in_row) / (bar.rows - 1) : 0);

        draw_document_key(reader, kit, d, (struct rect){x, y, bar.cell_w, height}, bar.tab_h);
    }
    return place.x + bar.in_row * (bar.cell_w + bar.gap);
}

static void draw_compact_keys(struct reader *reader, struct kit *kit)
{
    struct rect bar = reader->place.bar;
    int x = draw_document_keys(reader, kit), right = bar.x + bar.w, width, height = reader_place_key(&kit->look);
    struct key translate, about = {.id = "reader:about", .look = KEY_LIGHT, .verb = UI_OWN, .value = READER_ABOUT,
                                   .is_on = reader->is_about, .words = parts_string(kit, PACK_STRING_READER_ABOUT)};
    int gap = reader_place_gap(&kit->look);

    if (parts_key_width(kit, &about) > (right - x) / 2) {
        about.label = about.words;
        about.words = (struct pack_text){.bytes = ""};
        about.has_icon = true;
        about.icon = ICON_SECTIONS;
    }
    width = parts_key_width(kit, &about) < right - x ? parts_key_width(kit, &about) : right - x;
    parts_key(kit, &about, reader_flip(kit, (struct rect){x, bar.y, width, height}));
    x += width + gap;
    reader->has_switch = reader_switch_key(reader, kit, &translate) && parts_key_width(kit, &translate) <= right - x;
    if (reader->has_switch)
        parts_key(kit, &translate, reader_flip(kit, (struct rect){x, bar.y, parts_key_width(kit, &translate), height}));
}

void reader_bar_draw(struct reader *reader, struct kit *kit)
{
    if (reader->place.mode == READER_COMPACT)
        draw_compact_keys(reader, kit);
    else if (reader->place.mode == READER_TALL)
        draw_tabs(reader, kit);
    else if (!reader->place.has_list)
        draw_document_keys(reader, kit);
}
