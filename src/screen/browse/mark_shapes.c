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

/* In which a number stands clear of the sides; a triangle's come together above it. */
static int size_around(const struct plan *plan, enum draw_shape shape, int width, int cap)
{
    int wanted = width + plan->edge * 4;

    if (shape == DRAW_TRIANGLE)
        wanted += cap - plan->edge;
    else if (shape != DRAW_SQUARE)
        wanted = wanted * 13 / 10;
    return wanted < plan->cluster ? plan->cluster : wanted < plan->cluster * 3 / 2 ? wanted : plan->cluster * 3 / 2;
}

/* A number of hundreds may be wider than its mark at the edge of the lanes. */
static int inside_lanes(const struct plan *plan, int x, int width)
{
    int end = plan->lanes.x + plan->lanes.w;

    if (plan->shape != SHAPE_LANES)
        return x;
    x = x + width > end ? end - width : x;
    return x < plan->lanes.x ? plan->lanes.x : x;
}

/* A triangle that is larger than others grows up and, a little, down. */
int mark_draw_cluster(struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int count)
{
    const struct plan *plan = &browse->plan;
    const struct block *number = words_number(browse, kit, FONT_DISPLAY, TYPE_SMALL, count > 999 ? "%d+" : "%d",
                                              count > 999 ? 999 : count);
    struct font_metrics metrics = font_metrics(kit->fonts, FONT_DISPLAY, number->style.size_px);
    int size = size_around(plan, style->shape, number->widest_px, metrics.cap_px), up = 0, middle = y, foot;
    uint32_t face = look_tone(&kit->look, TONE_CARD), ink = look_tone(&kit->look, TONE_INK);

    if (style->shape == DRAW_TRIANGLE) {
        foot = plan->cluster / 2 + (size > plan->cluster ? plan->gap / 2 : 0);
        up = size / 2 - foot;
        middle = y + foot - 2 * plan->edge - (metrics.ascent_px - metrics.descent_px) / 2;
    }
    mark_draw_behind(browse, kit, style, x, y - up, size);
    struct rect shape = square_at(x, y - up, size);
    if (style->is_pressed && !kit->look.reduced_motion)
        shape = rect_inset(shape, size / 50 + 1, size / 50 + 1);
    draw_shape(kit->draw, style->shape, shape, style->is_pressed ? ink : face, (float)plan->edge, style->edge);
    words_draw(kit, number, inside_lanes(plan, x - number->widest_px / 2, number->widest_px), middle - number->height_px / 2,
               style->is_pressed ? face : ink);
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
struct rect mark_draw_tile(const struct browse *browse, struct kit *kit, int x, int y, int size)
{
    int tile = browse->plan.tile, reach = size == browse->plan.key ? tile / 2 : browse->plan.tile_reach;
    int up = kit->look.form == FORM_SMALL ? size / 2 : size / 3; /* clear of the numbers where they fill their shapes */
    struct rect rect = {x + size / 2 + reach - tile, y - up - tile / 2, tile, tile};

    parts_differs(kit, rect, true);
    return rect_inset(rect, -browse->plan.edge, -browse->plan.edge);
}
