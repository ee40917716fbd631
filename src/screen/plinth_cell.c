#include "screen/plinth_cell.h"

#include "screen/text_size.h"

int plinth_cell_least(const struct kit *kit)
{
    bool is_large = kit->look.panel.is_large;

    return look_mm_x(&kit->look, is_large ? 20 : 12) + look_mm_x(&kit->look, is_large ? 3 : 2);
}

static struct block_style words_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    style.is_single = true;
    style.is_right_to_left = false;
    return style;
}

static bool is_small(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
}

/* T2: what of a cell is touched. */
static struct rect hit_of(const struct kit *kit, const struct plinth_row *row, struct rect rect)
{
    int mm = kit->look.panel.is_large ? 3 : 2, gap_x = look_mm_x(&kit->look, mm), gap_y = look_mm_y(&kit->look, mm);
    bool is_first = row->y == kit->look.panel.height_px - kit->look.plinth;
    int above = is_first ? gap_y : (gap_y + 1) / 2, below = row->is_last ? 0 : (gap_y + 1) / 2;

    rect = rect_inset(rect, (gap_x + 1) / 2, 0);
    rect.y += above;
    rect.h -= above + below;
    return rect;
}

/* What of a cell is drawn as a key: all of it, or on small panels a key that stands free. */
static struct rect face_of(const struct kit *kit, const struct plinth_row *row, struct rect rect)
{
    struct rect face = hit_of(kit, row, rect);

    if (!is_small(kit))
        return rect;
    face.h -= row->is_last ? look_mm_y(&kit->look, 1) : 0;
    return face;
}

/* An icon beside or above words is a part of them; one that stands alone has to say all by itself. */
static int icon_size(const struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell)
{
    static const float alone[] = {[FORM_LANDSCAPE] = 32, [FORM_PORTRAIT] = 40, [FORM_SMALL_PORTRAIT] = 48, [FORM_SMALL] = 36};
    float form_px = cell->words.length && kit->look.form != FORM_LANDSCAPE ? 36 : alone[kit->look.form];
    int room = face_of(kit, row, (struct rect){0, row->y, 0, row->height}).h;
    int plain = smaller(look_sign(&kit->look, form_px), room * 7 / 10);

    return cell->icon >= 0 ? smaller(parts_icon_px(cell->icon, plain), room * 7 / 8) : 0;
}

/* As tall as the letters before it. */
static int tick_size(const struct kit *kit)
{
    return larger(look_px(&kit->look, 22), kit->look.type[TYPE_KEY].size_px * 3 / 4);
}

static int tick_gap(const struct kit *kit)
{
    return look_px(&kit->look, is_small(kit) ? 5 : 8);
}

static int words_gap(const struct kit *kit)
{
    return look_px(&kit->look, 12);
}

static int padding(const struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell)
{
    if (row->is_close || is_small(kit))
        return look_px(&kit->look, is_small(kit) ? 8 : 11);
    return look_px(&kit->look, cell->words.length ? 22 : kit->look.form == FORM_LANDSCAPE ? 25 : 32);
}

int plinth_cell_width(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell)
{
    int words = cell->words.length ? block_line_width(kit->fonts, cell->words, words_style(kit)) : 0;
    int icon = icon_size(kit, row, cell);
    int width = cell->is_below ? larger(words, icon) : words + icon + (words && icon ? words_gap(kit) : 0);

    if (cell->is_language)
        width += tick_size(kit) + tick_gap(kit);
    return larger(width + 2 * padding(kit, row, cell), plinth_cell_least(kit));
}

static void cell_colours(const struct kit *kit, const struct plinth_cell *cell, uint32_t *fill, uint32_t *ink)
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

static void draw_words(struct kit *kit, const struct block *words, int x, int y, uint32_t ink)
{
    draw_block(kit->draw, words, x, y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
}

/* The icon above the words. */
static void draw_upright(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect rect,
                         uint32_t ink)
{
    const struct block *words = parts_block(kit, cell->words, words_style(kit), rect.w);
    int icon = icon_size(kit, row, cell), gap = words_gap(kit) / 2;
    int top = rect.y + (rect.h - icon - gap - words->height_px) / 2;

    draw_icon(kit->draw, cell->icon, (struct rect){rect.x + (rect.w - icon) / 2, top, icon, icon}, ink);
    draw_words(kit, words, rect.x + (rect.w - words->widest_px) / 2, top + icon + gap, ink);
}

/* The tick of the language gets what its name leaves. */
static int tick_in(const struct kit *kit, const struct plinth_cell *cell, int room_px)
{
    int size = tick_size(kit), room = room_px - tick_gap(kit);

    if (!cell->is_language || !cell->is_current)
        return 0;
    return smaller(size, room);
}

static void draw_level(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect rect,
                       uint32_t ink)
{
    const struct block *words = cell->words.length ? parts_block(kit, cell->words, words_style(kit), rect.w) : NULL;
    int words_w = words ? words->widest_px : 0, icon = icon_size(kit, row, cell), gap = words && icon ? words_gap(kit) : 0;
    int tick = tick_in(kit, cell, rect.w - words_w), tick_w = tick > 0 ? tick_gap(kit) + tick : 0;
    int x = rect.x + (rect.w - words_w - icon - gap - tick_w) / 2, middle = rect.y + rect.h / 2;

    if (icon)
        draw_icon(kit->draw, cell->icon, (struct rect){x, middle - icon / 2, icon, icon}, ink);
    x += icon + gap;
    if (words)
        draw_words(kit, words, x, middle - words->height_px / 2, ink);
    if (tick > 0)
        draw_icon(kit->draw, ICON_TICK, (struct rect){x + words_w + tick_gap(kit), middle - tick / 2, tick, tick}, ink);
}

/* Hairlines: around a key that stands free; else before languages and before what stands at the end of a row. */
static void draw_lines(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect face)
{
    int line = larger(look_px(&kit->look, 1), 1), start = parts_is_mirrored(kit) ? face.x + face.w - line : face.x;
    bool begins_group = cell == &row->cells[row->split == PLINTH_EVENLY ? 0 : row->split];

    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, face, 2, 0xFFFFFF);
    else if (is_small(kit))
        draw_frame(kit->draw, face, line, PLINTH_HAIRLINE);
    else if (cell->is_language || (begins_group && kit->look.form == FORM_LANDSCAPE))
        draw_fill(kit->draw, (struct rect){start, face.y, line, face.h}, PLINTH_HAIRLINE);
}

static void draw_face(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect face,
                      uint32_t fill, uint32_t ink)
{
    if (fill != look_tone(&kit->look, TONE_INK) || kit->look.theme == THEME_CONTRAST)
        draw_fill(kit->draw, face, fill);
    draw_lines(kit, row, cell, face);
    if (kit->look.theme == THEME_STANDARD)
        parts_press_edge(kit, cell->id, face, fill);
    if (cell->is_current && !cell->is_language)
        draw_fill(kit->draw, (struct rect){face.x, face.y, face.w, look_px(&kit->look, 6)},
                  kit->look.theme == THEME_CONTRAST ? 0xFFFFFF : 0xF1E8D7);
    if (cell->is_below)
        draw_upright(kit, row, cell, face, ink);
    else
        draw_level(kit, row, cell, face, ink);
}

void plinth_cell_draw(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect rect)
{
    int gap_x = look_mm_x(&kit->look, kit->look.panel.is_large ? 3 : 2);
    struct ui_element element = parts_element(kit, cell->id, "button", face_of(kit, row, rect));
    struct block_style style = words_style(kit);
    char spoken[TEXT_SIZE_SPOKEN_MAX];
    uint32_t fill, ink;

    cell_colours(kit, cell, &fill, &ink);
    draw_face(kit, row, cell, element.rect, fill, ink);
    parts_focus(kit, cell->id, rect_inset(rect, gap_x, gap_x), look_contrast(look_tone(&kit->look, TONE_FOCUS), fill) < 3);
    element.hit = hit_of(kit, row, rect);
    element.verb = cell->verb;
    element.value = cell->value;
    element.is_current = cell->is_current;
    element.is_focusable = true;
    element.label = cell->label.bytes;
    if (cell->label.bytes != cell->words.bytes)
        element.tab = cell->label;
    if (cell->verb == UI_TEXT_SIZE)
        element.spoken = text_size_spoken(kit, spoken);
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

bool plinth_cell_is_upright(const struct kit *kit, int height)
{
    return look_sign(&kit->look, 36) + words_gap(kit) / 2 + kit->look.type[TYPE_KEY].line_px + 2 * words_gap(kit) <= height;
}
