#include "screen/browse/browse.h"

#include <stdio.h>

static const double least_contrast = 3; /* C2 */

uint32_t mark_differs(const struct kit *kit)
{
    return look_tone(&kit->look, kit->look.theme == THEME_CONTRAST ? TONE_INK : TONE_RED);
}

uint32_t mark_mix(uint32_t a, uint32_t b, int percent_of_a)
{
    uint32_t mixed = 0;

    for (int shift = 0; shift <= 16; shift += 8) {
        int x = (int)(a >> shift & 255), y = (int)(b >> shift & 255);
        mixed |= (uint32_t)((x * percent_of_a + y * (100 - percent_of_a) + 50) / 100) << shift;
    }
    return mixed;
}

struct mark_style mark_style(const struct kit *kit, int lane, uint32_t ground)
{
    struct pack_lane what = pack_lane(kit->pack, lane);
    const struct look *look = &kit->look;
    uint32_t colour = look_lane(look, what.colour), ink = look_tone(look, TONE_INK);
    bool is_light = look_contrast(colour, ground) < least_contrast;

    return (struct mark_style){.shape = (enum draw_shape)what.shape,
                               .pattern = (enum draw_pattern)what.pattern,
                               .colour = colour,
                               .figure = colour == look_tone(look, TONE_BLUE) && look->theme == THEME_STANDARD
                                   ? look_tone(look, TONE_BLUE_TINT)
                                   : look_on(look, colour),
                               .edge = ink,
                               .hollow_edge = is_light ? ink : colour,
                               .ground = ground,
                               .has_edge = is_light};
}

static struct rect square_at(int x, int y, int size)
{
    return (struct rect){x - size / 2, y - size / 2, size, size};
}

void mark_draw(const struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int size,
               bool is_hollow)
{
    int hollow_px = size / 8 > browse->plan.edge ? size / 8 : browse->plan.edge;

    if (is_hollow)
        draw_shape(kit->draw, style->shape, square_at(x, y, size), look_tone(&kit->look, TONE_CARD), (float)hollow_px,
                   style->hollow_edge);
    else
        draw_shape(kit->draw, style->shape, square_at(x, y, size), style->colour, (float)browse->plan.edge, style->edge);
}

void mark_draw_behind(const struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int size)
{
    int dx = look_px(&kit->look, 7), dy = look_px(&kit->look, 5);

    (void)browse;
    draw_shape(kit->draw, style->shape, square_at(x + dx, y - dy, size), mark_mix(style->colour, style->ground, 42), 0,
               style->colour);
}

int mark_draw_cluster(struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int count)
{
    const struct block *number = words_number(browse, kit, FONT_DISPLAY, TYPE_SMALL, count > 999 ? "%d+" : "%d",
                                              count > 999 ? 999 : count);
    int size = browse->plan.cluster, wanted = number->widest_px + browse->plan.edge * 4;
    int down = style->shape == DRAW_TRIANGLE ? size / 7 : 0;

    if (style->shape != DRAW_SQUARE) /* the others are narrower where the number stands */
        wanted = wanted * 13 / 10;
    mark_draw_behind(browse, kit, style, x, y, size);
    if (wanted > size)
        size = wanted < size * 3 / 2 ? wanted : size * 3 / 2;
    draw_shape(kit->draw, style->shape, square_at(x, y, size), look_tone(&kit->look, TONE_CARD), (float)browse->plan.edge,
               style->edge);
    words_draw(kit, number, x - number->widest_px / 2, y + down - number->height_px / 2, look_tone(&kit->look, TONE_INK));
    return size;
}

void mark_draw_bracket(const struct browse *browse, struct kit *kit, int first, int end, int y, uint32_t ink)
{
    int width = browse->plan.edge, high = look_px(&kit->look, 16);

    draw_fill(kit->draw, (struct rect){first, y - width / 2, end - first, width}, ink);
    draw_fill(kit->draw, (struct rect){first, y - high / 2, width, high}, ink);
    draw_fill(kit->draw, (struct rect){end - width, y - high / 2, width, high}, ink);
}

/* At the upper right corner, of small marks beyond it, so that number and shape stay readable. */
void mark_draw_tile(const struct browse *browse, struct kit *kit, int x, int y, int size)
{
    int tile = browse->plan.tile, reach = size < browse->plan.key ? browse->plan.tile_reach : tile / 2;
    int up = kit->look.form == FORM_SMALL ? size / 2 : size / 3; /* clear of the numbers where they fill their shapes */
    struct rect rect = {x + size / 2 + reach - tile, y - up - tile / 2, tile, tile};

    parts_differs(kit, rect, true);
}
