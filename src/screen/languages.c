/* The list of languages that the first key opens (K14): one row each, and the fault through all of them. */
#include <stdio.h>
#include <stdlib.h>

#include "screen/attract/attract.h"

enum { FAULT_PX = 25 };

/* A language has the row to itself; what it says stands right of the fault, or below the name on upright panels. */
struct row {
    int language;
    struct rect rect;
    bool is_upright, is_mirrored;
    struct fault fault;
    struct rect name, says;
    uint32_t ground, ink, second;
};

/* Sizes of type, the same in every row. */
struct sizes {
    int name, title, read; /* 0: there is no room for it */
};

static void *languages_enter(struct kit *kit)
{
    (void)kit;
    return NULL;
}

static void languages_leave(void *data, struct kit *kit)
{
    (void)data;
    (void)kit;
}

/* One line through all rows; where rows are short or the panel is upright it slips and crosses every row anew. */
static bool is_stepped(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.panel.height_px > kit->look.panel.width_px;
}

static struct fault fault_of(const struct kit *kit, struct rect row)
{
    struct rect whole = {0, 0, kit->look.panel.width_px, kit->look.panel.height_px};
    struct fault fault = fault_through(is_stepped(kit) ? row : whole, true, look_px(&kit->look, FAULT_PX));

    if (whole.h > whole.w || row.w < whole.w)
        fault.x = row.x + row.w - row.h / 4 - look_px(&kit->look, 130);
    else
        fault.x -= look_px(&kit->look, 50);
    return fault;
}

static void draw_fault(struct kit *kit, const struct row *row)
{
    const struct fault *fault = &row->fault;
    float top = row->rect.y, bottom = row->rect.y + row->rect.h;
    struct draw_point corners[4] = {{fault_left(fault, top), top}, {fault_right(fault, top), top},
                                    {fault_right(fault, bottom), bottom}, {fault_left(fault, bottom), bottom}};

    draw_polygon(kit->draw, corners, 4, kit->look.theme == THEME_CONTRAST ? row->ink : look_tone(&kit->look, TONE_RED));
}

/* ---- a row ---- */

/* Where the name and what it says stand beside the fault, in a row that reads from the left. */
static void split(const struct kit *kit, struct row *row)
{
    int margin = look_px(&kit->look, kit->look.form == FORM_SMALL ? 26 : 64), gap = look_px(&kit->look, 48);
    int arrow = look_px(&kit->look, kit->look.form == FORM_SMALL ? 136 : 160);
    struct rect rect = row->rect;

    if (row->is_upright) {
        int width = (int)fault_left(&row->fault, (float)(rect.y + rect.h)) - margin - rect.x;

        row->name = (struct rect){rect.x + margin, rect.y, width, rect.h * 60 / 100};
        row->says = (struct rect){rect.x + margin, rect.y + rect.h * 60 / 100, width, rect.h * 40 / 100};
        return;
    }
    gap = kit->look.form == FORM_SMALL ? gap / 2 : gap;
    row->name = (struct rect){rect.x + margin, rect.y, 0, rect.h};
    row->name.w = (int)fault_left(&row->fault, (float)(rect.y + rect.h * 8 / 10)) - row->name.x - gap / 2;
    row->says.x = (int)fault_right(&row->fault, (float)(rect.y + rect.h * 3 / 10)) + gap;
    row->says = (struct rect){row->says.x, rect.y, rect.x + rect.w - row->says.x - arrow, rect.h};
}

/* Two columns where many rows on a small panel would fall under the least target. */
static struct rect row_rect(const struct kit *kit, int language)
{
    int count = pack_exhibit(kit->pack).languages, height = kit->look.panel.height_px, width = kit->look.panel.width_px;
    bool is_large = kit->look.panel.is_large; /* they are primary controls (T1) */
    int least = look_mm_y(&kit->look, is_large ? 20 : 12) + look_mm_y(&kit->look, is_large ? 3 : 2) + 2;
    int columns = height / count < least ? 2 : 1, rows = (count + columns - 1) / columns;
    int column = language / rows, row = language % rows, in_column = column < columns - 1 ? rows : count - column * rows;
    struct rect rect = {width * column / columns, height * row / in_column, width / columns, 0};

    rect.h = height * (row + 1) / in_column - rect.y;
    return rect;
}

static struct row row_of(const struct kit *kit, int language)
{
    struct row row = {.language = language, .rect = row_rect(kit, language)};
    bool is_dark = language == kit->session->language;
    char id[32];

    row.is_upright = kit->look.panel.height_px > kit->look.panel.width_px;
    row.is_mirrored = pack_language(kit->pack, language).is_right_to_left;
    snprintf(id, sizeof(id), "lang:%.20s", pack_language(kit->pack, language).tag);
    is_dark = is_dark != ui_is_pressed(kit->ui, id);
    row.ground = look_tone(&kit->look, is_dark ? TONE_INK : TONE_PAPER);
    row.ink = is_dark ? look_tone(&kit->look, TONE_PAPER) : look_tone(&kit->look, TONE_INK);
    row.second = is_dark ? row.ink : look_tone(&kit->look, TONE_INK2);
    row.fault = fault_of(kit, row.rect);
    split(kit, &row);
    return row;
}

static int put(struct kit *kit, const struct row *row, struct pack_text text, struct block_style style, struct rect box,
               uint32_t ink)
{
    const struct block *block = parts_block(kit, text, style, 0);

    draw_block(kit->draw, block, row->is_mirrored ? box.x + box.w - block->widest_px : box.x, box.y,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    return block->height_px;
}

static void list_row(struct kit *kit, const struct row *row, int font_px)
{
    struct ui_element element = parts_element(kit, "", "button", row->rect);
    int gap = look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2);

    snprintf(element.id, sizeof(element.id), "lang:%.20s", pack_language(kit->pack, row->language).tag);
    element.hit = rect_inset(row->rect, gap / 2 + 1, gap / 2 + 1);
    element.verb = UI_LANGUAGE;
    element.value = row->language;
    element.is_focusable = true;
    element.is_current = row->language == kit->session->language;
    element.label = pack_string(kit->pack, row->language, PACK_STRING_LANGUAGE_NAME, 0).bytes;
    element.lang = pack_language(kit->pack, row->language).tag;
    element.font_px = font_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, font_px).cap_px;
    element.ink = row->ink;
    element.ground = row->ground;
    ui_add(kit->ui, element);
}

static int fitting(struct kit *kit, enum font_role role, int size, int language, enum pack_string_id id, int width_px)
{
    return attract_fitting(kit, role, size, pack_string(kit->pack, language, id, 0), width_px).size_px;
}

static struct sizes sizes_of(struct kit *kit)
{
    int most = look_px(&kit->look, kit->look.form == FORM_SMALL ? 68 : kit->look.form == FORM_SMALL_PORTRAIT ? 96 : 150);
    struct row first = row_of(kit, 0);
    int title = first.is_upright ? 44 : 30, read = first.is_upright ? 38 : 26; /* hundredths of the height */
    struct sizes sizes = {smaller(first.name.h * 58 / 100, most),
                          smaller(kit->look.type[TYPE_SCREEN].size_px * 3 / 4, first.says.h * title / 100),
                          smaller(kit->look.type[TYPE_BODY].size_px, first.says.h * read / 100)};

    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++) {
        struct row row = row_of(kit, i);

        sizes.name = fitting(kit, FONT_DISPLAY, sizes.name, i, PACK_STRING_LANGUAGE_NAME, row.name.w);
        sizes.title = fitting(kit, FONT_DISPLAY, sizes.title, i, PACK_STRING_EXHIBIT_TITLE, row.says.w);
        sizes.read = fitting(kit, FONT_MUSEUM, smaller(sizes.read, sizes.title), i, PACK_STRING_LANGUAGE_READ, row.says.w);
    }
    /* the title alone where two lines would be too small, the name alone where that would be too */
    if (sizes.read < kit->look.type[TYPE_SMALL].size_px * 9 / 10)
        sizes.read = 0;
    if (sizes.title < kit->look.type[TYPE_SMALL].size_px * 7 / 10)
        sizes.title = 0;
    return sizes;
}

static void draw_row(struct kit *kit, const struct row *row, struct sizes sizes)
{
    struct block_style large = attract_line(FONT_DISPLAY, sizes.name), small = attract_line(FONT_DISPLAY, sizes.title);
    struct block_style smallest = attract_line(FONT_MUSEUM, sizes.read);
    int arrow = smaller(look_px(&kit->look, 64), row->rect.h * 2 / 3), y;
    struct rect name = row->name, says = row->says, rect = row->rect;

    name.h = row->is_upright && sizes.title == 0 ? row->rect.h : name.h;
    name.y += row->is_upright && sizes.title > 0 ? name.h - large.line_px : (name.h - large.line_px) / 2;
    put(kit, row, pack_string(kit->pack, row->language, PACK_STRING_LANGUAGE_NAME, 0), large, name, row->ink);
    y = row->is_upright ? says.y : says.y + (says.h - small.line_px - smallest.line_px) / 2 - (sizes.read ? says.h / 20 : 0);
    if (sizes.title > 0)
        y += put(kit, row, pack_string(kit->pack, row->language, PACK_STRING_EXHIBIT_TITLE, 0), small,
                 (struct rect){says.x, y, says.w, 0}, row->ink);
    if (sizes.read > 0)
        put(kit, row, pack_string(kit->pack, row->language, PACK_STRING_LANGUAGE_READ, 0), smallest,
            (struct rect){says.x, y, says.w, 0}, row->second);
    draw_icon(kit->draw, row->is_mirrored ? ICON_BACK : ICON_NEXT,
              (struct rect){rect.x + rect.w - look_px(&kit->look, 60) - arrow, rect.y + (rect.h - arrow) / 2, arrow, arrow},
              row->ink);
    list_row(kit, row, large.size_px);
}

static void list_title(struct kit *kit)
{
    struct ui_element element = parts_element(kit, "languages:title", "heading", (struct rect){0, 0, 0, 0});

    element.label = parts_string(kit, PACK_STRING_LANGUAGE_TITLE).bytes;
    ui_add(kit->ui, element);
}

static void draw_ground(struct kit *kit, const struct row *row)
{
    int edge = look_px(&kit->look, 3) > 1 ? look_px(&kit->look, 3) : 2;

    draw_fill(kit->draw, row->rect, row->ground);
    if (row->rect.y > 0)
        draw_fill(kit->draw, (struct rect){row->rect.x, row->rect.y, row->rect.w, edge}, look_tone(&kit->look, TONE_INK));
    if (row->rect.x > 0)
        draw_fill(kit->draw, (struct rect){row->rect.x, row->rect.y, edge, row->rect.h}, look_tone(&kit->look, TONE_INK));
    draw_fault(kit, row);
}

static void languages_draw(void *data, struct kit *kit)
{
    struct sizes sizes = sizes_of(kit);
    char id[32];

    (void)data;
    list_title(kit);
    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++) {
        struct row row = row_of(kit, i);

        draw_ground(kit, &row);
        draw_row(kit, &row, sizes);
        snprintf(id, sizeof(id), "lang:%.20s", pack_language(kit->pack, i).tag);
        parts_focus(kit, id, rect_inset(row.rect, look_mm_x(&kit->look, 3), look_mm_y(&kit->look, 3)),
                    row.ground != look_tone(&kit->look, TONE_PAPER));
    }
}

const struct screen screen_languages = {
    .name = "languages", .enter = languages_enter, .draw = languages_draw, .leave = languages_leave,
};
