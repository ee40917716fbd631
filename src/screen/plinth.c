/*
 * The plinth is rows of cells: tools at the start, sections, tools at the end, languages. Wide panels have one row, portrait
 * panels three, small portrait ones two.
 */
#include "screen/plinth.h"

#include <stdio.h>
#include <string.h>

#include "screen/plinth_cell.h"
#include "screen/text_size.h"

enum { LANGUAGES_MAX = 8 };

struct rect plinth_area(const struct look *look)
{
    return (struct rect){0, 0, look->panel.width_px, look->panel.height_px - look->plinth};
}

static struct plinth_cell *add(struct plinth_row *row, const char *id, int icon, struct pack_text label, enum ui_verb verb,
                               int value)
{
    struct plinth_cell *cell = &row->cells[row->count++];

    memset(cell, 0, sizeof(*cell));
    snprintf(cell->id, sizeof(cell->id), "%s", id);
    cell->icon = icon;
    cell->label = label;
    cell->verb = verb;
    cell->value = value;
    return cell;
}

static void add_leading_tools(struct kit *kit, struct plinth_row *row, bool with_home)
{
    add(row, "nav:back", parts_backward(kit), parts_string(kit, PACK_STRING_NAV_BACK), UI_BACK, 0);
    if (with_home)
        add(row, "nav:home", ICON_MARK, parts_string(kit, PACK_STRING_NAV_HOME), UI_HOME, 0);
}

static void add_sections(struct kit *kit, struct plinth_row *row, bool with_words, bool is_below)
{
    enum screen_id here = kit->session->here.screen;
    struct plinth_cell *timeline = add(row, "nav:timeline", ICON_TIME, parts_string(kit, PACK_STRING_NAV_TIMELINE), UI_TIMELINE,
                                       0);
    struct plinth_cell *documents = add(row, "nav:documents", ICON_DOCUMENTS, parts_string(kit, PACK_STRING_NAV_DOCUMENTS),
                                        UI_DOCUMENTS, 0);

    timeline->is_current = here == SCREEN_TIMELINE || here == SCREEN_EVENT || here == SCREEN_COMPARE;
    documents->is_current = here == SCREEN_READER;
    timeline->is_below = documents->is_below = is_below;
    if (with_words) {
        timeline->words = timeline->label;
        documents->words = documents->label;
    }
}

static void add_trailing_tools(struct kit *kit, struct plinth_row *row, bool with_start_over)
{
    add(row, "nav:textsize", (int)text_size_icon(kit), parts_string(kit, PACK_STRING_NAV_TEXT_SIZE), UI_TEXT_SIZE, 0);
    add(row, "nav:access", ICON_ACCESS, parts_string(kit, PACK_STRING_NAV_ACCESS), UI_ACCESS, 0);
    if (with_start_over)
        add(row, "nav:startover", parts_is_mirrored(kit) ? ICON_START_OVER_MIRRORED : ICON_START_OVER,
            parts_string(kit, PACK_STRING_NAV_START_OVER), UI_START_OVER, 0);
}

static void add_languages(struct kit *kit, struct plinth_row *row, char codes[LANGUAGES_MAX][12], bool as_codes)
{
    int count = pack_exhibit(kit->pack).languages;

    for (int i = 0; i < count; i++) {
        const char *tag = pack_language(kit->pack, i).tag;
        struct plinth_cell *cell;
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

/* Where so many cells side by side would be too narrow for a finger (T1), the languages become one that unfolds them (L2). */
static void fold_languages(struct kit *kit, struct plinth_row *row, bool is_full)
{
    int first = 0;
    const struct plinth_cell *current;
    struct pack_span span;
    struct pack_text words;
    struct plinth_cell *cell;

    if (!is_full || kit->look.panel.width_px / row->count >= plinth_cell_least(kit))
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

static int row_width(struct kit *kit, const struct plinth_row *row)
{
    int width = row->start + row->end;

    for (int i = 0; i < row->count; i++)
        width += plinth_cell_width(kit, row, &row->cells[i]);
    return width;
}

static bool fits_evenly(struct kit *kit, const struct plinth_row *row)
{
    for (int i = 0; i < row->count; i++)
        if (plinth_cell_width(kit, row, &row->cells[i]) > kit->look.panel.width_px / row->count)
            return false;
    return true;
}

static int share(int px, int count, int index)
{
    return (index + 1) * px / count - index * px / count;
}

/* Languages, which come last, get what icons leave: large letters need more than their share. */
static void share_unevenly(struct kit *kit, const struct plinth_row *row, int widths[PLINTH_CELLS_MAX])
{
    int rest = kit->look.panel.width_px, first = 0;

    for (; first < row->count && !row->cells[first].is_language; first++)
        rest -= widths[first] = plinth_cell_width(kit, row, &row->cells[first]);
    for (int i = first; i < row->count; i++)
        widths[i] = share(rest, row->count - first, i - first);
}

/* A row for which there is no room is shared evenly, whatever its cells want. */
static void draw_row(struct kit *kit, const struct plinth_row *row)
{
    int width = kit->look.panel.width_px, free_px = width - row_width(kit, row), widths[PLINTH_CELLS_MAX];
    bool is_even = free_px < 0 || (row->split == PLINTH_EVENLY && fits_evenly(kit, row));
    int x = row->split == PLINTH_EVENLY || is_even ? 0 : row->start;

    for (int i = 0; i < row->count; i++)
        widths[i] = is_even ? share(width, row->count, i) : plinth_cell_width(kit, row, &row->cells[i]);
    if (row->split == PLINTH_EVENLY && !is_even)
        share_unevenly(kit, row, widths);
    for (int i = 0; i < row->count; i++) {
        x += i == row->split && !is_even ? free_px : 0;
        plinth_cell_draw(kit, row, &row->cells[i],
                         (struct rect){parts_is_mirrored(kit) ? width - x - widths[i] : x, row->y, widths[i], row->height});
        x += widths[i];
    }
}

/* What a row says when its cells have to share the width: the first that fits is taken. */
static const struct wording {
    bool has_names, has_words, is_close; /* languages by name, not by code; words beside the sections */
} wordings[] = {{true, true, false}, {true, true, true},   {true, false, false}, {true, false, true},
               {false, true, false}, {false, true, true}, {false, false, true}};

static void draw_landscape(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct plinth_row row;
    bool fits = false;

    for (size_t i = 0; i < sizeof wordings / sizeof *wordings && !fits; i++) {
        row = (struct plinth_row){.y = top, .height = kit->look.plinth, .start = look_px(&kit->look, 30), .is_last = true};
        row.is_close = wordings[i].is_close;
        add_leading_tools(kit, &row, true);
        add_sections(kit, &row, wordings[i].has_words, false);
        row.split = row.count;
        add_trailing_tools(kit, &row, true);
        add_languages(kit, &row, codes, !wordings[i].has_names);
        fits = row_width(kit, &row) <= kit->look.panel.width_px;
    }
    fold_languages(kit, &row, !fits);
    draw_row(kit, &row);
}

/* Between two rows; in high contrast their frames do it. */
static void draw_rule(struct kit *kit, int y)
{
    if (kit->look.theme == THEME_STANDARD)
        draw_fill(kit->draw, (struct rect){0, y, kit->look.panel.width_px, larger(look_px(&kit->look, 1), 1)}, PLINTH_HAIRLINE);
}

static void draw_portrait(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    int start = look_px(&kit->look, 24), height = kit->look.plinth * 110 / 300;
    struct plinth_row row = {.y = top, .height = height, .split = PLINTH_EVENLY};

    add_sections(kit, &row, true, plinth_cell_is_upright(kit, height));
    draw_row(kit, &row);
    row = (struct plinth_row){.y = top + height, .height = kit->look.plinth * 94 / 300, .start = start, .end = start};
    add_leading_tools(kit, &row, true);
    row.split = row.count;
    add_trailing_tools(kit, &row, true);
    draw_row(kit, &row);
    draw_rule(kit, row.y);
    row = (struct plinth_row){.y = row.y + row.height, .split = PLINTH_EVENLY, .is_last = true};
    row.height = top + kit->look.plinth - row.y;
    add_languages(kit, &row, codes, kit->look.step == TEXT_A_PLUS_PLUS);
    fold_languages(kit, &row, true);
    draw_row(kit, &row);
    draw_rule(kit, row.y);
}

/* Six keys of 12 mm are all that fit side by side (T1): "start over" is in the access panel, as on small landscape panels. */
static void draw_small_portrait(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct plinth_row row = {.y = top, .height = (kit->look.plinth + look_mm_y(&kit->look, 2)) / 2, .split = PLINTH_EVENLY};

    add_leading_tools(kit, &row, true);
    add_sections(kit, &row, false, false);
    add_trailing_tools(kit, &row, false);
    draw_row(kit, &row);
    row = (struct plinth_row){
        .y = top + row.height, .height = kit->look.plinth - row.height, .split = PLINTH_EVENLY, .is_last = true};
    add_languages(kit, &row, codes, kit->look.step != TEXT_A);
    fold_languages(kit, &row, true);
    draw_row(kit, &row);
}

static void draw_small(struct kit *kit, int top)
{
    char codes[LANGUAGES_MAX][12];
    struct plinth_row row = {.y = top, .height = kit->look.plinth, .split = PLINTH_EVENLY, .is_last = true};

    add_leading_tools(kit, &row, false);
    add_sections(kit, &row, false, false);
    add_trailing_tools(kit, &row, false);
    add_languages(kit, &row, codes, true);
    fold_languages(kit, &row, true);
    draw_row(kit, &row);
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
