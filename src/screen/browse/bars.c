/* What lasts: a bar with the lane's pattern at its start, cut 2:1 where the end is stated, in slices where it is not. */
#include "screen/browse/browse.h"

#include <math.h>

enum { SLICED_DAYS = 60, CAP_PX = 30, SLICE_PITCH_PX = 9 };

struct ends {
    int start, end; /* px in slices */
    bool is_cut;
};

/* A window of months or an open end fades over 54 to 90 px of P3, never over more than a third of the bar. */
static int slices_px(const struct kit *kit, bool is_open, const struct pack_date *date, double px_per_day, int width)
{
    double days = (double)date->last_day - date->first_day + 1;
    double wanted = days * px_per_day;

    if (!is_open && days < SLICED_DAYS)
        return 0;
    wanted = fmax(look_px(&kit->look, 54), fmin(wanted, look_px(&kit->look, 90)));
    return (int)fmin(wanted, width * 0.3);
}

static struct ends ends_of(const struct browse *browse, const struct kit *kit, const struct pack_entry *entry, int width)
{
    double px_per_day = browse->camera.length_px / browse->camera.days;
    bool is_endless = timeline_is_endless(entry);
    struct ends ends = {.start = slices_px(kit, entry->open_start, &entry->start, px_per_day, width),
                        .end = slices_px(kit, entry->open_end, &entry->end, px_per_day, width)};

    ends.is_cut = ends.end == 0 && !is_endless;
    return ends;
}

static void draw_slices(struct kit *kit, struct rect rect, bool thins_to_the_left, const struct mark_style *style,
                        bool has_edge)
{
    int pitch = look_px(&kit->look, SLICE_PITCH_PX) > 3 ? look_px(&kit->look, SLICE_PITCH_PX) : 3;
    int count = rect.w / pitch;

    for (int i = 0; i < count; i++) {
        int width = 1 + (pitch - 2) * (count - i) / (count + 1);
        int x = thins_to_the_left ? rect.x + rect.w - (i + 1) * pitch : rect.x + (i + 1) * pitch - width;
        draw_fill(kit->draw, (struct rect){x, rect.y, width, rect.h}, style->colour);
    }
    if (has_edge) {
        int edge = look_px(&kit->look, 2) > 1 ? look_px(&kit->look, 2) : 1;
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, edge}, style->edge);
        draw_fill(kit->draw, (struct rect){rect.x, rect.y + rect.h - edge, rect.w, edge}, style->edge);
    }
}

/* From left to right; the right side leans 2:1, its top goes further. */
static void draw_solid(struct kit *kit, struct rect rect, int cut, int inset, uint32_t colour)
{
    float lean = cut > 0 ? (float)inset / 2 : 0, side = (float)inset * (cut > 0 ? 1.118f : 1);
    float top = (float)(rect.y + inset), bottom = (float)(rect.y + rect.h - inset);
    struct draw_point points[] = {
        {(float)(rect.x + inset), top},
        {(float)(rect.x + rect.w) - lean - side, top},
        {(float)(rect.x + rect.w - cut) + lean - side, bottom},
        {(float)(rect.x + inset), bottom},
    };

    if (cut == 0)
        draw_fill(kit->draw, rect_inset(rect, inset, inset), colour);
    else
        draw_polygon(kit->draw, points, 4, colour);
}

static void draw_cap(const struct browse *browse, struct kit *kit, const struct mark_style *style, struct rect solid, int width,
                     bool has_edge)
{
    int inset = has_edge ? browse->plan.edge : 0;
    struct rect cap = {solid.x + inset, solid.y + inset, width, solid.h - 2 * inset};

    if (style->pattern == DRAW_SOLID)
        draw_fill(kit->draw, cap, style->colour);
    else
        draw_pattern(kit->draw, style->pattern, cap, style->colour, style->figure);
    if (style->pattern == DRAW_SOLID || has_edge)
        draw_fill(kit->draw, (struct rect){cap.x + width, cap.y, browse->plan.edge, cap.h},
                  has_edge ? style->edge : look_tone(&kit->look, TONE_PAPER));
}

/* Bars longer than the screen are drawn a little past its edges only. */
static struct rect visible_part(const struct browse *browse, struct rect rect)
{
    const struct rect *lanes = &browse->plan.lanes;
    int least = lanes->x - 400, most = lanes->x + lanes->w + 400;
    int end = rect.x + rect.w < most ? rect.x + rect.w : most;

    if (rect.x < least)
        rect.x = least;
    rect.w = end > rect.x ? end - rect.x : 0;
    return rect;
}

struct bar_part bar_draw(const struct browse *browse, struct kit *kit, const struct mark_style *style,
                         const struct pack_entry *entry, struct rect rect)
{
    struct ends ends = ends_of(browse, kit, entry, rect.w);
    bool is_hollow = entry->start.by == PACK_BY_EDITORS, has_edge = is_hollow || style->has_edge;
    struct rect solid = {rect.x + ends.start, rect.y, rect.w - ends.start - ends.end, rect.h};
    struct rect shown = visible_part(browse, solid);
    int cut = ends.is_cut && shown.x + shown.w == solid.x + solid.w && shown.w > rect.h ? rect.h / 2 : 0;
    int cap = look_px(&kit->look, ends.start > 0 ? CAP_PX * 6 / 10 : CAP_PX);
    uint32_t fill = is_hollow ? look_tone(&kit->look, TONE_CARD) : style->colour;

    cap = cap > solid.w / 3 ? solid.w / 3 : cap;
    if (ends.start > 0)
        draw_slices(kit, (struct rect){rect.x, rect.y, ends.start, rect.h}, true, style, has_edge);
    if (ends.end > 0)
        draw_slices(kit, (struct rect){solid.x + solid.w, rect.y, ends.end, rect.h}, false, style, has_edge);
    if (has_edge)
        draw_solid(kit, shown, cut, 0, style->edge);
    draw_solid(kit, shown, cut, has_edge ? browse->plan.edge : 0, fill);
    if (shown.x == solid.x && cap > 0)
        draw_cap(browse, kit, style, solid, cap, has_edge);
    return (struct bar_part){solid.x + cap + browse->plan.edge, solid.x + solid.w - cut, fill};
}
