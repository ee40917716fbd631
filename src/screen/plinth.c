/*
 * The plinth is rows of cells: tools at the start, sections, tools at the end, languages. Wide panels have one row, portrait
 * panels three, small portrait ones two. Cells touch each other; their hit rectangles are inset by half the gap, and by all of it
 * towards the screen above, which may use its place to the last pixel (T2).
 */
#include "screen/plinth.h"

#include <stdio.h>
#include <string.h>

#include "screen/parts.h"

enum { CELLS_MAX = 24, LANGUAGES_MAX = 8 };

struct cell {
    char id[32];
    int icon;               /* -1 = none */
    struct pack_text words; /* drawn */
    struct pack_text label; /* read and spoken */
    const char *lang;
    enum ui_verb verb;
    int value;
    bool is_current, is_language, is_below; /* is_below: icon above the words (portrait sections) */
    struct pack_span span;
};

struct row {
    struct cell cells[CELLS_MAX];
    int count, y, height;
    bool is_last;
};

struct rect plinth_area(const struct look *look)
{
    return (struct rect){0, 0, look->panel.width_px, look->panel.height_px - look->plinth};
}

static struct cell *add(struct row *row, const char *id, int icon, struct pack_text label, enum ui_verb verb, int value)
{
    struct cell *cell = &row->cells[row->count++];

    memset(cell, 0, sizeof(*cell));
    snprintf(cell->id, sizeof(cell->id), "%s", id);
    cell->icon = icon;
    cell->label = label;
    cell->verb = verb;
    cell->value = value;
    return cell;
}

static void add_leading_tools(struct kit *kit, struct row *row, bool with_home)
{
    add(row, "nav:back", parts_backward(kit), parts_string(kit, PACK_STRING_NAV_BACK), UI_BACK, 0);
    if (with_home)
        add(row, "nav:home", ICON_MARK, parts_string(kit, PACK_STRING_NAV_HOME), UI_HOME, 0);
}

static void add_sections(struct kit *kit, struct row *row, bool with_words, bool is_below)
{
    enum screen_id here = kit->session->here.screen;
    struct cell *timeline = add(row, "nav:timeline", ICON_TIME, parts_string(kit, PACK_STRING_NAV_TIMELINE), UI_TIMELINE, 0);
    struct cell *documents = add(row, "nav:documents", ICON_DOCUMENTS, parts_string(kit, PACK_STRING_NAV_DOCUMENTS),
                                 UI_DOCUMENTS, 0);

    timeline->is_current = here == SCREEN_TIMELINE || here == SCREEN_EVENT || here == SCREEN_COMPARE;
    documents->is_current = here == SCREEN_READER;
    timeline->is_below = documents->is_below = is_below;
    if (with_words) {
        timeline->words = timeline->label;
        documents->words = documents->label;
    }
}

static void add_trailing_tools(struct kit *kit, struct row *row, bool with_start_over)
{
    add(row, "nav:textsize", ICON_TEXT_SIZE, parts_string(kit, PACK_STRING_NAV_TEXT_SIZE), UI_TEXT_SIZE, 0);
    add(row, "nav:access", ICON_ACCESS, parts_string(kit, PACK_STRING_NAV_ACCESS), UI_ACCESS, 0);
    if (with_start_over)
        add(row, "nav:startover", parts_is_mirrored(kit) ? ICON_START_OVER_MIRRORED : ICON_START_OVER,
            parts_string(kit, PACK_STRING_NAV_START_OVER), UI_START_OVER, 0);
}

static void add_languages(struct kit *kit, struct row *row, char codes[LANGUAGES_MAX][12], bool as_codes)
{
    int count = pack_exhibit(kit->pack).languages;

    for (int i = 0; i < count; i++) {
        const char *tag = pack_language(kit->pack, i).tag;
        struct cell *cell;
        char id[32];

        snprintf(id, sizeof(id), "lang:%.20s", tag);
        cell = add(row, id, -1, pack_string(kit->pack, i, PACK_STRING_LANGUAGE_NAME, 0), UI_LANGUAGE, i);
        cell->lang = tag;
        cell->is_language = true;
        cell->is_current = i == kit->session->language;
        cell->words = cell->label;
        if (as_codes) {
            snprintf(codes[i], sizeof(codes[i]), "%.10s", tag);
            for (char *c = codes[i]; *c && *c != '-'; c++)
                *c = *c >= 'a' && *c <= 'z' ? *c - 'a' + 'A' : *c;
            cell->words = text_plain(codes[i], &cell->span);
        }
    }
}

static int least_width(const struct kit *kit)
{
    bool is_large = kit->look.panel.is_large;

    return look_mm_x(&kit->look, is_large ? 20 : 12) + look_mm_x(&kit->look, is_large ? 3 : 2);
}

/* Where so many cells side by side would be too narrow for a finger (T1), the languages become one that unfolds them (L2). */
static void fold_languages(struct kit *kit, struct row *row, bool is_full)
{
    int first = 0;
    const struct cell *current;
    struct pack_span span;
    struct pack_text words;
    struct cell *cell;

    if (!is_full || kit->look.panel.width_px / row->count >= least_width(kit))
        return;
    while (!row->cells[first].is_language)
        first++;
    current = &row->cells[first + kit->session->language];
    words = current->words;
    span = words.spans[0];
    row->count = first; /* the new cell may take the place of the current one */
    cell = add(row, "nav:language", ICON_UP, parts_string(kit, PACK_STRING_NAV_LANGUAGE), UI_LANGUAGES, 0);
    cell->span = span;
    cell->words = words;
    cell->words.spans = &cell->span;
    cell->words.span_count = 1;
}

static struct block_style words_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    style.is_single = true;
    style.is_right_to_left = false;
    return style;
}

static int icon_size(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 32 : 36);
}

static int tick_size(const struct kit *kit)
{
    return look_px(&kit->look, 22);
}

/* What a cell wants; a row that is too wide is shared out evenly. */
static int cell_width(struct kit *kit, const struct cell *cell)
{
    int padding = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 18 : 8);
    int words = cell->words.length ? block_line_width(kit->fonts, cell->words, words_style(kit)) : 0;
    int icon = cell->icon >= 0 ? icon_size(kit) : 0;
    int width = cell->is_below ? (words > icon ? words : icon) : words + icon + (words && icon ? look_px(&kit->look, 12) : 0);
    int least = look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12) + look_mm_x(&kit->look, 3);

    if (cell->is_language)
        width += tick_size(kit) + look_px(&kit->look, 8);
    width += 2 * padding;
    return width > least ? width : least;
}

static void cell_colours(const struct kit *kit, const struct cell *cell, uint32_t *fill, uint32_t *ink)
{
    bool is_paper = cell->is_language && cell->is_current;

    *fill = look_tone(&kit->look, is_paper ? TONE_PAPER : TONE_INK);
    if (kit->look.theme == THEME_CONTRAST)
        *fill = is_paper ? 0xFFFFFF : 0x000000;
    if (ui_is_pressed(kit->ui, cell->id))
        *fill = kit->look.theme == THEME_STANDARD ? look_tone(&kit->look, TONE_BLUE) : *fill ^ 0xFFFFFF;
    *ink = look_contrast(*fill, 0xFFFFFF) > 4.5 ? (kit->look.theme == THEME_CONTRAST ? 0xFFFFFF : 0xF1E8D7)
                                                : look_on(&kit->look, *fill);
}

static void draw_cell_words(struct kit *kit, const struct cell *cell, const struct rect *rect, uint32_t ink)
{
    const struct block *words = cell->words.length ? parts_block(kit, cell->words, words_style(kit), rect->w) : NULL;
    int icon = cell->icon >= 0 ? icon_size(kit) : 0;
    int gap = words && icon ? look_px(&kit->look, cell->is_below ? 6 : 12) : 0;
    int tick = cell->is_language && cell->is_current ? tick_size(kit) + look_px(&kit->look, 8) : 0;
    int width = (words ? words->widest_px : 0) + icon + gap + tick;
    int x = rect->x + (rect->w - width) / 2, y = rect->y + rect->h / 2;

    if (cell->is_below && words) {
        int top = rect->y + (rect->h - icon - gap - words->height_px) / 2;

        draw_icon(kit->draw, cell->icon, (struct rect){rect->x + (rect->w - icon) / 2, top, icon, icon}, ink);
        draw_block(kit->draw, words, rect->x + (rect->w - words->widest_px) / 2, top + icon + gap,
                   (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
        return;
    }
    if (icon)
        draw_icon(kit->draw, cell->icon, (struct rect){x, y - icon / 2, icon, icon}, ink);
    if (words)
        draw_block(kit->draw, words, x + icon + gap, y - words->height_px / 2,
                   (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    if (tick)
        draw_icon(kit->draw, ICON_TICK,
                  (struct rect){x + width - tick_size(kit), y - tick_size(kit) / 2, tick_size(kit), tick_size(kit)}, ink);
}

/* T2: what of a cell is touched. */
static struct rect hit_of(const struct kit *kit, const struct row *row, struct rect rect)
{
    int mm = kit->look.panel.is_large ? 3 : 2, gap_x = look_mm_x(&kit->look, mm), gap_y = look_mm_y(&kit->look, mm);
    bool is_first = row->y == kit->look.panel.height_px - kit->look.plinth;
    int above = is_first ? gap_y : (gap_y + 1) / 2, below = row->is_last ? 0 : (gap_y + 1) / 2;

    rect = rect_inset(rect, (gap_x + 1) / 2, 0);
    rect.y += above;
    rect.h -= above + below;
    return rect;
}

static void draw_cell(struct kit *kit, const struct row *row, const struct cell *cell, struct rect rect)
{
    int gap_x = look_mm_x(&kit->look, kit->look.panel.is_large ? 3 : 2), bar = look_px(&kit->look, 6);
    struct ui_element element = parts_element(kit, cell->id, "button", rect);
    struct block_style style = words_style(kit);
    uint32_t fill, ink;

    cell_colours(kit, cell, &fill, &ink);
    if (fill != look_tone(&kit->look, TONE_INK) || kit->look.theme == THEME_CONTRAST)
        draw_fill(kit->draw, rect, fill);
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, 0xFFFFFF);
    else
        parts_press_edge(kit, cell->id, rect, fill);
    if (cell->is_current && !cell->is_language)
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, bar},
                  look_tone(&kit->look, TONE_PAPER) ? 0xF1E8D7 : 0xFFFFFF);
    if (cell->is_language)
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, 1, rect.h}, 0x4C463B);
    draw_cell_words(kit, cell, &rect, ink);
    parts_focus(kit, cell->id, rect_inset(rect, gap_x, gap_x), look_contrast(look_tone(&kit->look, TONE_FOCUS), fill) < 3);
    element.hit = hit_of(kit, row, rect);
    element.verb = cell->verb;
    element.value = cell->value;
    element.is_current = cell->is_current;
    element.is_focusable = true;
    element.label = cell->label.bytes;
    if (cell->label.bytes != cell->words.bytes)
        element.tab = cell->label;
    if (cell->lang)
        element.lang = cell->lang;
    if (cell->words.length) {
        element.font_px = style.size_px;
        element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    }
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

/* Cells [0, split) from the left, the others against the right edge; evenly over the width if there is no room between. */
static void draw_row(struct kit *kit, struct row *row, int split, int margin)
{
    int width = kit->look.panel.width_px, widths[CELLS_MAX], total = margin, x;
    bool is_mirrored = parts_is_mirrored(kit);

    for (int i = 0; i < row->count; i++)
        total += widths[i] = cell_width(kit, &row->cells[i]);
    if (total > width || split < 0) {
        for (int i = 0; i < row->count; i++)
            widths[i] = (i + 1) * width / row->count - i * width / row->count;
        split = row->count;
        margin = 0;
    }
    x = margin;
    for (int i = 0; i < row->count; i++) {
        if (i == split) {
            x = width;
            for (int k = i; k < row->count; k++)
                x -= widths[k];
        }
        draw_cell(kit, row, &row->cells[i],
                  (struct rect){is_mirrored ? width - x - widths[i] : x, row->y, widths[i], row->height});
        x += widths[i];
    }
}

static void draw_landscape(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct row row = {.y = top, .height = kit->look.plinth, .is_last = true};
    int split, total = look_px(&kit->look, 30);

    for (int as_codes = 0; as_codes < 2; as_codes++) {
        row.count = 0;
        add_leading_tools(kit, &row, true);
        add_sections(kit, &row, !as_codes || kit->look.step != TEXT_A_PLUS_PLUS, false);
        split = row.count;
        add_trailing_tools(kit, &row, true);
        add_languages(kit, &row, codes, as_codes);
        total = look_px(&kit->look, 30);
        for (int i = 0; i < row.count; i++)
            total += cell_width(kit, &row.cells[i]);
        if (total <= kit->look.panel.width_px)
            break;
    }
    fold_languages(kit, &row, total > kit->look.panel.width_px);
    draw_row(kit, &row, split, look_px(&kit->look, 30));
}

static void draw_portrait(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct row row = {.y = top, .height = kit->look.plinth * 110 / 300};

    add_sections(kit, &row, true, true);
    draw_row(kit, &row, -1, 0);
    row = (struct row){.y = top + row.height, .height = kit->look.plinth * 94 / 300};
    add_leading_tools(kit, &row, true);
    add_trailing_tools(kit, &row, true);
    draw_row(kit, &row, 2, look_px(&kit->look, 24));
    row = (struct row){.y = row.y + row.height, .height = top + kit->look.plinth - row.y - row.height, .is_last = true};
    add_languages(kit, &row, codes, kit->look.step == TEXT_A_PLUS_PLUS);
    fold_languages(kit, &row, true);
    draw_row(kit, &row, -1, 0);
}

/* Six keys of 12 mm are all that fit side by side (T1): "start over" is in the access panel, as on small landscape panels. */
static void draw_small_portrait(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct row row = {.y = top, .height = (kit->look.plinth + look_mm_y(&kit->look, 2)) / 2};

    add_leading_tools(kit, &row, true);
    add_sections(kit, &row, false, false);
    add_trailing_tools(kit, &row, false);
    draw_row(kit, &row, -1, 0);
    row = (struct row){.y = top + row.height, .height = kit->look.plinth - row.height, .is_last = true};
    add_languages(kit, &row, codes, kit->look.step != TEXT_A);
    fold_languages(kit, &row, true);
    draw_row(kit, &row, -1, 0);
}

static void draw_small(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct row row = {.y = top, .height = kit->look.plinth, .is_last = true};

    add_leading_tools(kit, &row, false);
    add_sections(kit, &row, false, false);
    add_trailing_tools(kit, &row, false);
    add_languages(kit, &row, codes, true);
    fold_languages(kit, &row, true);
    draw_row(kit, &row, -1, 0);
}

void plinth_draw(struct kit *kit)
{
    int top = kit->look.panel.height_px - kit->look.plinth;

    draw_fill(kit->draw, (struct rect){0, top, kit->look.panel.width_px, kit->look.plinth},
              kit->look.theme == THEME_CONTRAST ? 0x000000 : look_tone(&kit->look, TONE_INK));
    switch (kit->look.form) {
    case FORM_LANDSCAPE:
        draw_landscape(kit, top);
        break;
    case FORM_PORTRAIT:
        draw_portrait(kit, top);
        break;
    case FORM_SMALL_PORTRAIT:
        draw_small_portrait(kit, top);
        break;
    case FORM_SMALL:
        draw_small(kit, top);
        break;
    }
}
