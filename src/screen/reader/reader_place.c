#include "screen/reader/reader_place.h"

enum { CHARACTERS_LEAST = 45, CHARACTERS_MOST = 66 };

/* Mean width of a character of PT Serif: 0.45 em. */
static int characters_px(const struct look *look, int count)
{
    return count * look->type[TYPE_READER].size_px * 45 / 100;
}

int reader_place_padding(const struct look *look)
{
    return look_px(look, look->form == FORM_SMALL ? 24 : 48);
}

int reader_place_key(const struct look *look)
{
    int least = look_mm_y(look, look->panel.is_large ? 20 : 12), usual = look_px(look, look->form == FORM_SMALL ? 68 : 60);

    return least > usual ? least : usual;
}

int reader_place_gap(const struct look *look)
{
    int usual = look_px(look, look->form == FORM_SMALL ? 9 : 16), least = look_mm_x(look, look->panel.is_large ? 3 : 2) + 1;

    return usual > least ? usual : least;
}

static int key_width(const struct look *look)
{
    int least = look_mm_x(look, look->panel.is_large ? 20 : 12), usual = look_px(look, 60);

    return least > usual ? least : usual;
}

/* Numbers and words keep this distance. */
static int number_gap(const struct look *look)
{
    return look->type[TYPE_READER].size_px / 2;
}

/* Lower than this it is a pattern of bars that tells nothing. */
enum { STRIP_LEAST_PX = 150 };

/* Page keys above and below the strip in a column between two heights; without one they stand together. */
static void place_strip(const struct look *look, struct reader_place *place, int x, int top, int bottom)
{
    int width = key_width(look), height = reader_place_key(look), gap = look_px(look, 24), strip = look_px(look, 34), room;

    if (look->form == FORM_SMALL) {
        strip = look_px(look, 26);
        gap = look_px(look, 10);
    }
    room = bottom - top - 2 * (height + gap);
    place->has_strip = room >= look_px(look, STRIP_LEAST_PX);
    if (!place->has_strip) {
        strip = width;
        room = smaller(room, look->type[TYPE_SMALL].line_px);
    }
    place->up = (struct rect){x, top, width, height};
    place->strip = (struct rect){x + (width - strip) / 2, top + height + gap, strip, room};
    place->down = (struct rect){x, place->strip.y + room + gap, width, height};
}

/* The key to the words explained at the foot of the page keys' column, apart from them. Returns where the column ends then. */
static int place_words(const struct look *look, struct reader_place *place, struct reader_needs needs, int x, int bottom)
{
    int height = reader_place_key(look), least = look_mm_y(look, look->panel.is_large ? 4 : 2) + 1;
    int apart = look_px(look, look->form == FORM_SMALL ? 10 : 48);

    if (!needs.has_words)
        return bottom;
    place->words = (struct rect){x, bottom - height, key_width(look), height};
    return bottom - height - (apart > least ? apart : least);
}

/* ---- wide ---- */

static struct reader_place place_wide(const struct look *look, struct rect area, struct reader_needs needs, bool has_list)
{
    struct reader_place place = {.mode = READER_WIDE, .has_list = has_list};
    int list = has_list ? look_px(look, 424) : 0, key = key_width(look), side = look_px(look, 464), top = look_px(look, 40);
    int right = area.x + area.w - look->margin, bar = has_list ? 0 : reader_place_key(look) + look_px(look, 24);
    int text_right, most = characters_px(look, CHARACTERS_MOST);

    place.list = (struct rect){area.x, area.y, list, area.h};
    place.side = (struct rect){right - side, area.y + top, side, area.h - 2 * top};
    place.number_x = area.x + list + look->margin;
    place.text_x = place.number_x + needs.number_px + number_gap(look);
    text_right = place.side.x - look_px(look, 26) - key - look_px(look, 84);
    place.text_w = smaller(text_right - place.text_x, most);
    place.header = (struct rect){place.number_x, area.y + top + bar, text_right - place.number_x, needs.header_px};
    if (!has_list)
        place.bar = (struct rect){place.number_x, area.y + look_px(look, 24), place.header.w, reader_place_key(look)};
    place.text.x = area.x + list + (has_list ? READER_LIST_EDGE_PX : 0);
    place.text.y = place.header.y + needs.header_px + look_px(look, 20);
    place.text.w = place.text_x + place.text_w + look_px(look, 46) - place.text.x;
    place.text.h = area.y + area.h - place.text.y;
    key = place.side.x - look_px(look, 26) - key;
    place_strip(look, &place, key, area.y + look_px(look, 60),
                place_words(look, &place, needs, key, area.y + area.h - look_px(look, 52)));
    return place;
}

/* ---- tall ---- */

static struct reader_place place_tall(const struct look *look, struct rect area, struct reader_needs needs)
{
    struct reader_place place = {.mode = READER_TALL};
    int key = key_width(look), margin = look->margin, gap = look_px(look, 24), bar = look_px(look, 110);
    int side = area.h * 36 / 100, head = reader_place_key(look), bottom;

    place.bar = (struct rect){area.x, area.y + area.h - bar, area.w, bar};
    bottom = place.bar.y - side;
    place.side_head = (struct rect){area.x + margin, bottom + gap, area.w - 2 * margin, head};
    place.side = (struct rect){area.x + margin, bottom + gap + head + gap / 2, area.w - 2 * margin, side - head - gap * 5 / 2};
    place.header = (struct rect){area.x + margin, area.y + look_px(look, 40), area.w - 2 * margin, needs.header_px};
    place.text = (struct rect){area.x, place.header.y + needs.header_px + look_px(look, 16), 0, 0};
    place.text.h = bottom - place.text.y;
    place.number_x = area.x + margin;
    place.text_x = place.number_x + needs.number_px + number_gap(look);
    place.text_w = smaller(area.x + area.w - margin - key - 2 * gap - place.text_x, characters_px(look, CHARACTERS_MOST));
    place.text.w = place.text_x + place.text_w + gap - place.text.x;
    key = area.x + area.w - margin - key;
    place_strip(look, &place, key, place.text.y + gap / 2, place_words(look, &place, needs, key, bottom - gap));
    return place;
}

/* ---- compact ---- */

static struct reader_place place_compact(const struct look *look, struct rect area, struct reader_needs needs)
{
    struct reader_place place = {.mode = READER_COMPACT};
    int key = key_width(look), margin = look->margin, gap = look_px(look, 16), height = reader_place_key(look), top;
    int apart = look_mm_y(look, look->panel.is_large ? 3 : 2), above = look->form == FORM_SMALL ? gap / 2 : look_px(look, 24);

    place.bar = (struct rect){area.x + margin, area.y + above, area.w - 2 * margin,
                              height * needs.bar_rows + apart * (needs.bar_rows - 1)};
    top = place.bar.y + place.bar.h + above;
    /* clear of the bar at the edge of a marked paragraph, where the margin is narrow */
    place.number_x = area.x + (margin > look_px(look, 20) ? margin : look_px(look, 20));
    place.text_x = place.number_x + needs.number_px + number_gap(look);
    place.text_w = smaller(area.x + area.w - margin - key - 2 * gap - place.text_x, characters_px(look, CHARACTERS_MOST));
    place.text = (struct rect){area.x, top, place.text_x + place.text_w + gap - area.x, area.y + area.h - top};
    place.header = (struct rect){place.number_x, 0, place.text_x + place.text_w - place.number_x, needs.header_px};
    place.side = (struct rect){place.number_x, top, place.header.w, place.text.h - apart};
    key = area.x + area.w - margin - key;
    place_strip(look, &place, key, top + gap / 2, place_words(look, &place, needs, key, area.y + area.h - gap));
    return place;
}

struct reader_place reader_place(const struct look *look, struct rect area, struct reader_needs needs)
{
    int least = characters_px(look, CHARACTERS_LEAST);
    struct reader_place place;

    if (look->step == TEXT_A_PLUS_PLUS || look->form == FORM_SMALL || look->form == FORM_SMALL_PORTRAIT)
        return place_compact(look, area, needs);
    if (look->form == FORM_PORTRAIT)
        return place_tall(look, area, needs);
    place = place_wide(look, area, needs, true);
    if (place.text_w < least)
        place = place_wide(look, area, needs, false);
    return place.text_w < least ? place_compact(look, area, needs) : place;
}

int reader_place_page(int want_px, int top_px, int lines, int line_px)
{
    int line = (want_px - top_px) / line_px;

    if (want_px <= top_px || lines < 4 || line < 2)
        return top_px;
    if (line > lines - 2)
        line = lines - 2;
    return top_px + line * line_px;
}
