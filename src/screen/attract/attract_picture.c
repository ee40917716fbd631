/* The picture above the keys: two halves, the fault with its years, the large numerals, the title in every language. */
#include "screen/attract/attract.h"

#include <math.h>
#include <stdio.h>

#include "timeline/ticks.h"

struct attract_colours attract_colours(const struct kit *kit, bool is_swapped)
{
    uint32_t paper = look_tone(&kit->look, TONE_PAPER), ink = look_tone(&kit->look, TONE_INK),
             red = look_tone(&kit->look, TONE_RED);

    if (kit->look.theme == THEME_CONTRAST)
        return (struct attract_colours){paper, paper, ink, ink, paper, paper, ink, paper, ink, paper, ink, ink};
    if (is_swapped)
        return (struct attract_colours){ink, paper, paper, ink, ink, paper, red, look_tone(&kit->look, TONE_CARD), red,
                                        ink, paper, paper};
    return (struct attract_colours){paper, ink, ink, paper, paper, ink, red, look_tone(&kit->look, TONE_CARD), red,
                                    look_tone(&kit->look, TONE_CARD), ink, ink};
}

/* ---- the lower half ---- */

/* The corners of the area that lie right of the fault's middle line, with the line's own two ends. */
static int lower_half(const struct fault *fault, struct rect area, struct draw_point out[6])
{
    struct draw_point corners[4] = {{area.x, area.y}, {area.x + area.w, area.y}, {area.x + area.w, area.y + area.h},
                                    {area.x, area.y + area.h}};
    int count = 0;

    for (int i = 0; i < 4; i++) {
        struct draw_point a = corners[i], b = corners[(i + 1) % 4];
        float da = a.x - fault_x(fault, a.y), db = b.x - fault_x(fault, b.y);

        if (da >= 0)
            out[count++] = a;
        if ((da >= 0) != (db >= 0)) {
            float t = da / (da - db);

            out[count++] = (struct draw_point){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
        }
    }
    return count;
}

/* ---- numerals ---- */

static void draw_year(struct attract *attract, struct kit *kit, const struct attract_year *year, const char *id, uint32_t ink, uint32_t ground)
{
    struct block_style style = attract_line(FONT_DISPLAY, year->size_px);
    struct ui_element element = parts_element(kit, id, "text", year->box);
    struct pack_text words = attract_year_words(attract, kit, year->year);
    const struct block *block;

    if (year->box.w == 0)
        return;
    block = parts_block(kit, words, style, 0);
    draw_block(kit->draw, block, year->box.x, year->box.y - attract_cap_top(kit, style),
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    element.label = words.bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
}

/* ---- the title ---- */

struct half {
    const char *id; /* "left" */
    struct pack_text words;
    struct rect box; /* without a width: as wide as the words */
    uint32_t ink, ground;
};

static void draw_half(struct kit *kit, int language, const struct half *half, int size)
{
    struct block_style style = attract_line(FONT_DISPLAY, size);
    const struct block *block = parts_block(kit, half->words, style, 0);
    struct rect rect = {half->box.x, half->box.y, block->widest_px, half->box.h};
    struct ui_element element = parts_element(kit, "", "heading", rect);

    draw_block(kit->draw, block, rect.x, rect.y + (rect.h - block->height_px) / 2,
               (struct draw_ink){.colour = half->ink, .mark_ground = DRAW_NO_GROUND});
    snprintf(element.id, sizeof(element.id), "title:%.20s:%s", pack_language(kit->pack, language).tag, half->id);
    element.lang = pack_language(kit->pack, language).tag;
    element.label = half->words.bytes;
    element.font_px = size;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, size).cap_px;
    element.ink = half->ink;
    element.ground = half->ground;
    ui_add(kit->ui, element);
}

static void draw_title(const struct attract *attract, struct kit *kit, int language, int dx, int dy,
                       const struct attract_colours *colours)
{
    const struct attract_bar *bar = &attract->bars[language];
    int height = attract_bar_height(attract->bar_size), edge = look_px(&kit->look, 24);
    float top = bar->left_y + dy, bottom = top + height, right_top = bar->right_y + dy, right_bottom = right_top + height;
    /* a bar that comes from the edge of the screen still does when it drifts */
    float from = bar->left_from <= attract->picture.x ? attract->picture.x - edge : bar->left_from + dx;
    float to = bar->right_to >= attract->picture.x + attract->picture.w ? attract->picture.w + edge : bar->right_to + dx;
    struct draw_point left[4] = {{from, top}, {fault_x(&attract->fault, top), top}, {fault_x(&attract->fault, bottom), bottom},
                                 {from, bottom}};
    struct draw_point right[4] = {{fault_x(&attract->fault, right_top), right_top}, {to, right_top}, {to, right_bottom},
                                  {fault_x(&attract->fault, right_bottom), right_bottom}};
    struct half halves[2] = {
        {"left", pack_string(kit->pack, language, PACK_STRING_EXHIBIT_TITLE_LEFT, 0),
         {bar->left_text + dx, (int)top, 0, height}, colours->upper_words, colours->upper_figure},
        {"right", pack_string(kit->pack, language, PACK_STRING_EXHIBIT_TITLE_RIGHT, 0),
         {bar->right_text + dx, (int)right_top, 0, height}, colours->lower_words, colours->lower_figure},
    };

    draw_polygon(kit->draw, left, 4, colours->upper_figure);
    draw_polygon(kit->draw, right, 4, colours->lower_figure);
    for (int i = 0; i < 2; i++)
        draw_half(kit, language, &halves[i], attract->bar_size);
}

/* ---- the fault ---- */

struct band {
    struct attract *attract;
    struct kit *kit;
    uint32_t ink;
    float degrees, along_x, along_y; /* one pixel along the line */
    float start_x, start_y, length;
};

static struct band band_of(struct attract *attract, struct kit *kit, uint32_t ink)
{
    const struct fault *fault = &attract->fault;
    struct rect area = attract->picture;
    struct band band = {attract, kit, ink, fault->is_steep ? 63.435f : 26.565f, 0, 0, 0, 0, 0};
    float left = fault_x(fault, area.y + area.h), right = fault_x(fault, area.y);

    left = left < area.x ? area.x : left;
    right = right > area.x + area.w ? area.x + area.w : right;
    band.along_x = cosf(band.degrees * 3.14159265f / 180);
    band.along_y = -sinf(band.degrees * 3.14159265f / 180);
    band.start_x = left;
    band.start_y = fault_y(fault, left);
    band.length = (right - left) / band.along_x;
    return band;
}

static void draw_tick(const struct band *band, float at)
{
    float half = band->attract->fault.width_px / 2, x = band->start_x + at * band->along_x,
          y = band->start_y + at * band->along_y;
    float width = band->attract->fault.width_px / 11;

    draw_line(band->kit->draw, (struct draw_point){x - half * band->along_y, y + half * band->along_x},
              (struct draw_point){x + half * band->along_y, y - half * band->along_x}, width < 2 ? 2 : width, band->ink);
}

static const struct block *year_words(const struct band *band, int year)
{
    return parts_block(band->kit, attract_year_words(band->attract, band->kit, year),
                       attract_line(FONT_DISPLAY, (int)(band->attract->fault.width_px * 0.62f)), 0);
}

/* The year with its middle at a place of the line. */
static void draw_band_year(const struct band *band, int year, float at)
{
    const struct block *words = year_words(band, year);
    float cap = font_metrics(band->kit->fonts, words->style.role, words->style.size_px).cap_px;
    float x = band->start_x + (at - words->widest_px / 2.0f) * band->along_x - cap / 2 * band->along_y;
    float y = band->start_y + (at - words->widest_px / 2.0f) * band->along_y + cap / 2 * band->along_x;

    draw_block_angled(band->kit->draw, words, band->degrees, (int)lroundf(x), (int)lroundf(y),
                      (struct draw_ink){.colour = band->ink, .mark_ground = DRAW_NO_GROUND});
}

/* Years between two that are named: 1, 2, 5, 10, 20 … so that names keep their distance. */
static int year_step(const struct band *band, int years)
{
    int first = year_words(band, band->attract->first_year)->widest_px;
    int last = year_words(band, band->attract->last_year)->widest_px;
    float room = 1.7f * (first > last ? first : last);
    int step = 1;

    for (int i = 0; band->length * step / years < room && step < years; i++)
        step = i % 3 == 1 ? step * 5 / 2 : step * 2;
    return step;
}

static void draw_band(struct attract *attract, struct kit *kit, const struct attract_colours *colours)
{
    struct band band = band_of(attract, kit, colours->band_words);
    int years = attract->last_year - attract->first_year + 1, step = year_step(&band, years);
    float pitch = band.length / years, over = attract->fault.width_px;

    draw_line(kit->draw, (struct draw_point){band.start_x - over * band.along_x, band.start_y - over * band.along_y},
              (struct draw_point){band.start_x + (band.length + over) * band.along_x,
                                  band.start_y + (band.length + over) * band.along_y},
              attract->fault.width_px, colours->band);
    for (int year = ticks_floor(attract->first_year + step - 1, step); year <= attract->last_year + 1; year += step) {
        int named = ticks_round_year(year, step);
        float at = (named - attract->first_year) * pitch, middle = step > 1 ? at : at + pitch / 2;
        float half = year_words(&band, named)->widest_px / 2.0f + attract->fault.width_px / 3;

        if (step == 1)
            draw_tick(&band, at);
        bool has_name = named <= attract->last_year && ticks_has_name(year, step, pitch, 2 * half);
        if (has_name && middle >= half && middle <= band.length - half) {
            draw_band_year(&band, named, middle);
            if (step > 1 && middle + pitch * step / 2 < band.length)
                draw_tick(&band, middle + pitch * step / 2);
        }
    }
}

/* ---- all of it ---- */

void attract_picture_draw(struct attract *attract, struct kit *kit, const struct attract_moment *moment)
{
    struct attract_colours colours = attract_colours(kit, moment->is_swapped);
    float way = moment->drift * (float)attract->bar_size / 5; /* visual.md: 12 px at the size of the usual panel */
    int dx = (int)lroundf(attract->fault.is_steep ? way * 0.447f : way * 0.894f);
    int dy = (int)lroundf(attract->fault.is_steep ? -way * 0.894f : -way * 0.447f);
    struct rect around = rect_inset(attract->picture, -4, -4);
    struct draw_point half[6];
    int corners = lower_half(&attract->fault, around, half);

    draw_fill(kit->draw, around, colours.upper);
    draw_polygon(kit->draw, half, corners, colours.lower);
    draw_year(attract, kit, &attract->years[0], "year:first", colours.upper_figure, colours.upper);
    draw_year(attract, kit, &attract->years[1], "year:last", colours.lower_figure, colours.lower);
    for (int i = 0; i < pack_exhibit(kit->pack).languages && attract->bar_size > 0; i++)
        draw_title(attract, kit, i, dx, dy, &colours);
    draw_band(attract, kit, &colours);
    if (!kit->can_continue)
        attract_hook_draw(attract, kit, moment, &colours);
}
