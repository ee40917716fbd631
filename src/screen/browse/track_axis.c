/* The axis beside the tracks: years at every level, then months, then days. Time runs down. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"
#include "timeline/ticks.h"

static double day_y(const struct browse *browse, const struct kit *kit, double day)
{
    return lanes_screen(browse, kit, lanes_world(browse, day));
}

static void draw_tick(struct browse *browse, struct kit *kit, double y, bool is_year)
{
    const struct plan *plan = &browse->plan;
    int tick = look_px(&kit->look, 18), x = is_year ? plan->axis.x : plan->lanes.x - tick, width = look_px(&kit->look, 2);

    draw_fill(kit->draw, (struct rect){x, (int)lround(y), plan->lanes.x - x, is_year ? width : 1},
              look_tone(&kit->look, TONE_INK2));
    if (is_year)
        draw_fill(kit->draw, (struct rect){plan->lanes.x, (int)lround(y), plan->lanes.w, width},
                  look_tone(&kit->look, TONE_RULE));
}

/* Below its tick; the one whose tick has gone up is pinned at the top until the next pushes it away. */
static int draw_words_at(struct browse *browse, struct kit *kit, const struct block *block, double y, double next, uint32_t ink)
{
    int pad = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 12 : 18), top = browse->plan.axis.y;
    double at = fmax(y, top) + look_px(&kit->look, 4);

    if (next - at < block->height_px && y < top)
        at = next - block->height_px;
    words_draw(kit, block, browse->plan.axis.x + pad, (int)lround(at), ink);
    return (int)lround(at);
}

/* Close up on a small panel the axis is narrow, and before Christ years are longer. */
static enum type year_type(struct browse *browse, struct kit *kit)
{
    static const enum type types[] = {TYPE_YEAR, TYPE_LABEL, TYPE_SMALL};
    int year = calendar_date((int32_t)floor(browse->camera.first_day)).year;
    size_t i = browse->level == LEVEL_DAYS && kit->look.form == FORM_SMALL_PORTRAIT ? 2 : 0;

    while (year < 1 && i < 2
           && words_year_block(browse, kit, types[i], year)->widest_px > browse->plan.axis.w - look_px(&kit->look, 20))
        i++;
    return types[i];
}

static void draw_years(struct browse *browse, struct kit *kit)
{
    enum type type = year_type(browse, kit);
    const struct camera *camera = &browse->camera;
    int room = words_year_block(browse, kit, type, 1888)->height_px + look_px(&kit->look, 10);
    int step = axis_year_step(browse, room), year = calendar_date((int32_t)floor(camera->first_day)).year;

    for (year -= ((year % step) + step) % step; calendar_year_start(year) < camera->first_day + camera->days; year += step) {
        int named = ticks_round_year(year, step);
        if (!ticks_has_name(year, step, camera->length_px / camera->days * 365.25, room))
            continue;
        double y = day_y(browse, kit, calendar_year_start(named));
        const struct block *block = words_year_block(browse, kit, type, named);
        char id[32];
        draw_tick(browse, kit, y, true);
        int top = draw_words_at(browse, kit, block, y, day_y(browse, kit, calendar_year_start(ticks_round_year(year + step, step))),
                                look_tone(&kit->look, TONE_INK));
        snprintf(id, sizeof id, "year:%d", named);
        if (top < browse->plan.axis.y || top + block->height_px > browse->plan.axis.y + browse->plan.axis.h)
            continue;
        struct ui_element element = parts_element(
            kit, id, "text", (struct rect){browse->plan.axis.x, top, browse->plan.axis.w, block->height_px});
        element.label = words_year(browse, kit, named).bytes;
        element.font_px = block->style.size_px;
        element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, block->style.size_px).cap_px;
        element.ink = look_tone(&kit->look, TONE_INK);
        element.ground = look_tone(&kit->look, TONE_PAPER);
        ui_add(kit->ui, element);
    }
}

/* Months as far as they have room, but not where a year stands. */
static void draw_months(struct browse *browse, struct kit *kit)
{
    static const int steps[] = {1, 2, 3, 6, 12};
    const struct camera *camera = &browse->camera;
    double month_px = camera->length_px / camera->days * 30.4;
    int line = kit->look.type[TYPE_SMALL].line_px, year_h = kit->look.type[TYPE_YEAR].line_px, step = 12;

    for (int i = 4; i >= 0; i--)
        if (steps[i] * month_px >= line)
            step = steps[i];
    int32_t day = calendar_month_start((int32_t)floor(camera->first_day), 0);
    for (; day < camera->first_day + camera->days; day = calendar_month_start(day, 1)) {
        struct calendar_date date = calendar_date(day);
        double y = day_y(browse, kit, day), from_year = day_y(browse, kit, calendar_year_start(date.year));
        double pinned_end = fmax(from_year, browse->plan.axis.y) + year_h;
        if (date.month != 1)
            draw_tick(browse, kit, y, false);
        if ((date.month - 1) % step != 0 || fmax(y, browse->plan.axis.y) < pinned_end)
            continue;
        draw_words_at(
            browse, kit,
            axis_month(browse, kit, FONT_NARROW, TYPE_SMALL, date.month, browse->plan.axis.w - look_px(&kit->look, 30)), y,
            y + month_px * step, look_tone(&kit->look, TONE_INK2));
    }
}

enum { RED_DAYS_MOST = 32 };

/* A day on which documents differ: its tile, and a line behind everything to where they say so. */
static void draw_red_day(struct browse *browse, struct kit *kit, int32_t day, double day_px)
{
    const struct plan *plan = &browse->plan;
    const struct block *number = words_number(browse, kit, FONT_DISPLAY, TYPE_SMALL, "%d", calendar_date(day).day);
    int middle = (int)lround(day_y(browse, kit, day + 0.5)), width = look_px(&kit->look, 3);
    int high = day_px > number->style.size_px * 1.2 ? (int)day_px : number->style.size_px * 12 / 10;
    int pad = look_px(&kit->look, 10), wide = number->widest_px + 2 * pad;
    uint32_t red = mark_differs(kit);
    struct rect tile = {plan->lanes.x - wide, middle - high / 2, wide, high};

    if (middle < plan->axis.y || middle > plan->axis.y + plan->axis.h)
        return;
    if (kit->look.theme == THEME_STANDARD) /* in high contrast it would be one white line among others */
        draw_fill(kit->draw, (struct rect){plan->lanes.x, middle - width / 2, plan->lanes.w, width}, red);
    draw_fill(kit->draw, tile, red);
    words_draw(kit, number, tile.x + pad, middle - number->height_px / 2, look_on(&kit->look, red));
}

static bool is_near(const int32_t *days, int count, double day, double reach)
{
    for (int i = 0; i < count; i++)
        if (fabs(days[i] - day) < reach)
            return true;
    return false;
}

/* Days of the month; Mondays alone where there is no room for all. */
static void draw_days(struct browse *browse, struct kit *kit)
{
    int32_t red[RED_DAYS_MOST];
    int red_count = voices_red_days(browse, kit, red, RED_DAYS_MOST);
    const struct camera *camera = &browse->camera;
    double day_px = camera->length_px / camera->days;
    int line = kit->look.type[TYPE_SMALL].line_px, year_h = kit->look.type[year_type(browse, kit)].line_px;
    int right = browse->plan.lanes.x - look_px(&kit->look, 10);
    bool has_all = day_px >= line;

    for (int32_t day = (int32_t)floor(camera->first_day); day < camera->first_day + camera->days; day++) {
        int weekday = calendar_weekday(day);
        double y = day_y(browse, kit, day);
        if ((!has_all && weekday != 0) || y < browse->plan.axis.y + year_h)
            continue;
        draw_tick(browse, kit, y, false);
        if ((!has_all && day_px * 7 < line) || is_near(red, red_count, day, has_all ? 1 : line / day_px))
            continue;
        const struct block *number = words_number(browse, kit, weekday == 6 ? FONT_NARROW_BOLD : FONT_NARROW, TYPE_SMALL, "%d",
                                                  calendar_date(day).day);
        words_draw(kit, number, right - number->widest_px, (int)lround(y) + 1, look_tone(&kit->look, TONE_INK2));
    }
    for (int i = 0; i < red_count; i++)
        draw_red_day(browse, kit, red[i], day_px);
}

void track_axis_draw(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;

    draw_clip_push(kit->draw,
                   (struct rect){plan->axis.x, plan->axis.y, plan->lanes.x + plan->lanes.w - plan->axis.x, plan->axis.h});
    if (browse->level == LEVEL_MONTHS || browse->level == LEVEL_WEEKS)
        draw_months(browse, kit);
    if (browse->level >= LEVEL_WEEKS)
        draw_days(browse, kit);
    draw_years(browse, kit);
    draw_clip_pop(kit->draw);
}
