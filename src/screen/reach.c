#include "screen/reach.h"

#include <math.h>

#include "screen/parts.h"

/* A screen lower than this part of the panel takes the small form: less stands on it, at the same size of type. */
static const float least_of_usual_form = 0.7f;

bool reach_is_offered(const struct panel *panel)
{
    return panel->is_large;
}

static bool is_upright(const struct panel *panel)
{
    return panel->height_px > panel->width_px;
}

/* What a screen needs to be used at all. */
static float least_mm(const struct panel *panel)
{
    return panel->height_px / panel->px_per_mm_y / (is_upright(panel) ? 3 : 2);
}

struct span_mm {
    float low, high;
};

/* The band; where the panel has less than `least` of it, as much more as the limits allow, and beyond them what is nearest. */
static struct span_mm band(float bottom, float top, float least)
{
    struct span_mm span = {fmaxf(bottom, REACH_BAND_FROM_MM), fminf(top, REACH_BAND_TO_MM)};

    if (span.high - span.low >= least)
        return span;
    span.high = fmaxf(span.high, fminf(fminf(top, REACH_MOST_MM), span.low + least));
    span.low = fminf(span.low, fmaxf(fmaxf(bottom, REACH_LEAST_MM), span.high - least));
    if (span.high - span.low < least)
        span.low = fmaxf(bottom, span.high - least);
    if (span.high - span.low < least)
        span.high = fminf(top, span.low + least);
    return span;
}

static struct span_mm used(const struct panel *panel, int bottom_edge_mm, bool is_on)
{
    float height = panel->height_px / panel->px_per_mm_y, top = bottom_edge_mm + height, least = least_mm(panel);

    if (bottom_edge_mm == 0)
        return (struct span_mm){0, is_on ? least : height};
    if (is_on)
        return band(bottom_edge_mm, top, least);
    return (struct span_mm){bottom_edge_mm, fmaxf(fminf(top, REACH_MOST_MM), bottom_edge_mm + least)};
}

struct rect reach_frame(const struct panel *panel, int bottom_edge_mm, bool is_on)
{
    struct span_mm span = used(panel, bottom_edge_mm, is_on);
    int above, below;

    if (!reach_is_offered(panel))
        return (struct rect){0, 0, panel->width_px, panel->height_px};
    above = panel->height_px - (int)lroundf((span.high - bottom_edge_mm) * panel->px_per_mm_y);
    below = (int)lroundf((span.low - bottom_edge_mm) * panel->px_per_mm_y);
    return (struct rect){0, above, panel->width_px, panel->height_px - above - below};
}

struct panel reach_panel(const struct panel *panel, struct rect frame)
{
    struct panel part = *panel;

    part.height_px = frame.h;
    part.is_low = frame.h < panel->height_px * least_of_usual_form;
    return part;
}

/* ---- the rest of the panel ---- */

static void draw_lane(struct kit *kit, int lane, struct rect rect)
{
    struct pack_lane what = pack_lane(kit->pack, lane);
    struct pack_bytes picture;

    if (what.motif < 0 || kit->look.theme == THEME_CONTRAST) {
        draw_shape(kit->draw, (enum draw_shape)what.shape, rect_inset(rect, rect.w / 8, rect.h / 8),
                   look_tone(&kit->look, TONE_PAPER), look_px(&kit->look, 4), look_tone(&kit->look, TONE_INK));
        return;
    }
    picture = pack_picture(kit->pack, what.motif);
    draw_picture(kit->draw, picture.bytes, picture.bytes, picture.size, rect);
}

static void draw_lanes(struct kit *kit, struct rect rect)
{
    int count = pack_exhibit(kit->pack).lanes, side = rect.h, x = rect.x;

    for (int lane = 0; lane < count; lane++, x += side + side / 4)
        draw_lane(kit, lane, (struct rect){x, rect.y, side, side});
}

/* The side of a motif, a quarter of it lying between two. */
static int lane_side(const struct kit *kit, struct rect rect)
{
    int side = rect.w * 4 / (pack_exhibit(kit->pack).lanes * 5 - 1);

    return side < rect.h ? side : rect.h;
}

/* The title as large as it fits; NULL: there is no room for it. */
static const struct block *fitting_title(struct kit *kit, struct rect rect)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_ATTRACT);

    for (; style.size_px >= kit->look.type[TYPE_SMALL].size_px; style.size_px = style.size_px * 9 / 10) {
        const struct block *title;

        style.line_px = style.size_px * 11 / 10;
        title = parts_block(kit, parts_string(kit, PACK_STRING_EXHIBIT_TITLE), style, rect.w);
        if (title->line_count <= 2 && title->widest_px <= rect.w && title->height_px <= rect.h)
            return title;
    }
    return NULL;
}

static void draw_title(struct kit *kit, struct rect rect)
{
    const struct block *title = fitting_title(kit, rect);

    if (title)
        draw_block(kit->draw, title, rect.x, rect.y + rect.h - title->height_px,
                   (struct draw_ink){.colour = look_tone(&kit->look, TONE_INK), .mark_ground = DRAW_NO_GROUND});
}

/* Title and motifs on the lower edge, beside each other or, on high ground, one above the other. */
static void draw_art(struct kit *kit, struct rect rect)
{
    bool is_high = rect.h > rect.w / 2, has_title = kit->look.form == FORM_SMALL; /* others say it themselves */
    struct rect lanes = rect, title = rect;
    int side;

    if (!is_high) {
        lanes.w = rect.w / 2;
        title.w = rect.w / 2 - rect.w / 20;
    }
    side = lane_side(kit, lanes);
    lanes.w = side * (pack_exhibit(kit->pack).lanes * 5 - 1) / 4;
    lanes = (struct rect){rect.x + rect.w - lanes.w, rect.y + rect.h - side, lanes.w, side};
    if (is_high)
        title = (struct rect){rect.x, rect.y, rect.w, rect.h - side - side / 3};
    if (pack_language(kit->pack, kit->session->language).is_right_to_left) {
        lanes.x = rect.x;
        title.x = rect.x + rect.w - title.w;
    }
    draw_lanes(kit, lanes);
    if (has_title)
        draw_title(kit, title);
}

void reach_draw_rest(struct kit *kit, const struct panel *panel, struct rect frame)
{
    int below = frame.y + frame.h, line = look_px(&kit->look, 3), margin = frame.w / 30;
    struct rect art = rect_inset((struct rect){0, 0, frame.w, frame.y}, margin, margin);
    uint32_t ground = look_tone(&kit->look, TONE_SUNK);

    draw_fill(kit->draw, (struct rect){0, 0, frame.w, frame.y}, ground);
    draw_fill(kit->draw, (struct rect){0, below, frame.w, panel->height_px - below}, ground);
    draw_fill(kit->draw, (struct rect){0, frame.y - line, frame.w, line}, look_tone(&kit->look, TONE_INK));
    if (art.h > margin)
        draw_art(kit, art);
}
