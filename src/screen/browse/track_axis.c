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

/* The days from the upper edge of the tracks to the lower, as far as there are any. */
static void days_in_sight(const struct browse *browse, double *first, double *end)
{
    const struct camera *camera = &browse->camera;
    double beyond = (browse->plan.axis.y - browse->plan.lanes.y) * camera->days / camera->length_px;

    *first = fmax(camera->first_day - beyond, camera->limit_first);
    *end = fmin(camera->first_day + camera->days + beyond, camera->limit_first + camera->limit_days);
}

static bool is_whole(const struct browse *browse, struct rect rect)
{
    return rect.y >= browse->plan.lanes.y && rect.y + rect.h <= browse->plan.lanes.y + browse->plan.lanes.h;
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

/* What stands beside the tracks already: red days come first, then years. */
enum { RED_DAYS_MOST = 32, TAKEN_MOST = 48 };

struct taken {
    struct rect rects[TAKEN_MOST];
    int count;
};

static bool is_free(const struct taken *taken, struct rect rect)
{
    for (int i = 0; i < taken->count; i++)
        if (rect_meets(taken->rects[i], rect))
            return false;
    return true;
}

static void take(struct taken *taken, struct rect rect)
{
    if (taken->count < TAKEN_MOST)
        taken->rects[taken->count++] = rect;
}

/* Below its tick; of the one whose tick has gone up, at the top as long as the next leaves it room. */
static struct rect below_tick(const struct browse *browse, const struct kit *kit, const struct block *block, double y,
                              double next)
{
    int pad = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 12 : 18), top = browse->plan.lanes.y;
    double at = fmax(y, top) + look_px(&kit->look, 4);

    if (next - at < block->height_px && y < top)
        at = next - block->height_px;
    return (struct rect){browse->plan.axis.x + pad, (int)lround(at), block->widest_px, block->height_px};
}

/* Close up the head of the screen names the year, and red days want room beside it. Before Christ years are longer. */
static enum type year_type(struct browse *browse, struct kit *kit)
{
    static const enum type types[] = {TYPE_YEAR, TYPE_LABEL, TYPE_SMALL};
    int year = calendar_date((int32_t)floor(browse->camera.first_day)).year;
    size_t i = browse->level < LEVEL_DAYS ? 0 : kit->look.form == FORM_SMALL_PORTRAIT ? 2 : 1;

    while (year < 1 && i < 2
           && words_year_block(browse, kit, types[i], year)->widest_px > browse->plan.axis.w - look_px(&kit->look, 20))
        i++;
    return types[i];
}

static void list_year(struct browse *browse, struct kit *kit, int year, struct rect rect, int font_px)
{
    char id[32];

    snprintf(id, sizeof id, "year:%d", year);
    struct ui_element element = parts_element(kit, id, "text",
                                              (struct rect){browse->plan.axis.x, rect.y, browse->plan.axis.w, rect.h});
    char name[32];
    snprintf(name, sizeof name, "%s", words_year(browse, kit, year).bytes);
    element.label = name;
    if (silence_is_in(browse, year))
        element.spoken = words_no_event(browse, kit, year).bytes;
    element.font_px = font_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, font_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, TONE_PAPER);
    ui_add(kit->ui, element);
}

static void draw_year(struct browse *browse, struct kit *kit, struct taken *taken, int year, int next)
{
    const struct block *block = words_year_block(browse, kit, year_type(browse, kit), year);
    double y = day_y(browse, kit, calendar_year_start(year));
    struct rect rect = below_tick(browse, kit, block, y, day_y(browse, kit, calendar_year_start(next)));

    draw_tick(browse, kit, y, true);
    if (!is_whole(browse, rect) || rect.x + rect.w > browse->plan.lanes.x || !is_free(taken, rect))
        return;
    words_draw(kit, block, rect.x, rect.y, look_tone(&kit->look, TONE_INK));
    list_year(browse, kit, year, rect, block->style.size_px);
    take(taken, rect);
}

static void draw_years(struct browse *browse, struct kit *kit, struct taken *taken)
{
    const struct camera *camera = &browse->camera;
    int room = words_year_block(browse, kit, year_type(browse, kit), 1888)->height_px + look_px(&kit->look, 10);
    int step = axis_year_step(browse, room), year = calendar_date((int32_t)floor(camera->first_day)).year;

    for (year -= ((year % step) + step) % step; calendar_year_start(year) < camera->first_day + camera->days; year += step)
        if (ticks_has_name(year, step, camera->length_px / camera->days * 365.25, room))
            draw_year(browse, kit, taken, ticks_round_year(year, step), ticks_round_year(year + step, step));
}

/* Months as far as they have room, but not where a year stands. */
static void draw_months(struct browse *browse, struct kit *kit, const struct taken *taken)
{
    static const int steps[] = {1, 2, 3, 6, 12};
    double month_px = browse->camera.length_px / browse->camera.days * 30.4, first, end;
    int line = kit->look.type[TYPE_SMALL].line_px, step = 12, room = browse->plan.axis.w - look_px(&kit->look, 30);

    for (int i = 4; i >= 0; i--)
        if (steps[i] * month_px >= line)
            step = steps[i];
    days_in_sight(browse, &first, &end);
    for (int32_t day = calendar_month_start((int32_t)floor(first), 0); day < end; day = calendar_month_start(day, 1)) {
        int month = calendar_date(day).month;
        double y = day_y(browse, kit, day);
        if (month != 1)
            draw_tick(browse, kit, y, false);
        if ((month - 1) % step != 0)
            continue;
        const struct block *name = axis_month(browse, kit, FONT_NARROW, TYPE_SMALL, month, room);
        struct rect rect = below_tick(browse, kit, name, y, y + month_px * step);
        if (is_whole(browse, rect) && is_free(taken, rect))
            words_draw(kit, name, rect.x, rect.y, look_tone(&kit->look, TONE_INK2));
    }
}

/* A day on which documents differ: its tile, and a line behind everything to where they say so. */
static void draw_red_day(struct browse *browse, struct kit *kit, struct taken *taken, int32_t day, int most_px)
{
    const struct plan *plan = &browse->plan;
    const struct block *number = words_number(browse, kit, FONT_DISPLAY, TYPE_SMALL, "%d", calendar_date(day).day);
    int middle = (int)lround(day_y(browse, kit, day + 0.5)), width = look_px(&kit->look, 3);
    int day_px = (int)(browse->camera.length_px / browse->camera.days), high = number->style.size_px * 12 / 10;
    int pad = look_px(&kit->look, 10), wide = number->widest_px + 2 * pad;
    uint32_t red = mark_differs(kit);

    high = high > most_px ? most_px : high;
    high = high < day_px ? day_px : high;
    struct rect tile = {plan->lanes.x - wide, middle - high / 2, wide, high};

    if (!tracks_show(browse, middle))
        return;
    if (kit->look.theme == THEME_STANDARD) /* in high contrast it would be one white line among others */
        draw_fill(kit->draw, (struct rect){plan->lanes.x, middle - width / 2, plan->lanes.w, width}, red);
    draw_fill(kit->draw, tile, red);
    words_draw(kit, number, tile.x + pad, middle - number->height_px / 2, look_on(&kit->look, red));
    take(taken, rect_inset(tile, 0, 1));
}

static double days_to_next(const int32_t *days, int count, int32_t day)
{
    double least = 100;

    for (int i = 0; i < count; i++)
        if (days[i] != day && fabs((double)days[i] - day) < least)
            least = fabs((double)days[i] - day);
    return least;
}

static void draw_red_days(struct browse *browse, struct kit *kit, struct taken *taken)
{
    int32_t red[RED_DAYS_MOST];
    int count = voices_red_days(browse, kit, red, RED_DAYS_MOST);

    for (int i = 0; i < count; i++)
        draw_red_day(browse, kit, taken, red[i],
                     (int)(days_to_next(red, count, red[i]) * browse->camera.length_px / browse->camera.days));
}

/* Days of the month, each in the middle of its own; where there is no room for all, Mondays alone, below their ticks. */
static void draw_days(struct browse *browse, struct kit *kit, const struct taken *taken)
{
    double day_px = browse->camera.length_px / browse->camera.days, first, end;
    int line = kit->look.type[TYPE_SMALL].line_px, right = browse->plan.lanes.x - look_px(&kit->look, 10);
    bool has_all = day_px >= line, has_mondays = day_px * 7 >= line;

    days_in_sight(browse, &first, &end);
    for (int32_t day = (int32_t)ceil(first); day < end; day++) {
        int weekday = calendar_weekday(day);
        double y = day_y(browse, kit, day);
        if (!has_all && weekday != 0)
            continue;
        draw_tick(browse, kit, y, false);
        if (!has_mondays)
            continue;
        const struct block *number = words_number(browse, kit, weekday == 6 ? FONT_NARROW_BOLD : FONT_NARROW, TYPE_SMALL, "%d",
                                                  calendar_date(day).day);
        int top = (int)lround(has_all ? y + (day_px - number->height_px) / 2 : y + 1);
        struct rect rect = {right - number->widest_px, top, number->widest_px, number->height_px};
        if (is_whole(browse, rect) && is_free(taken, rect))
            words_draw(kit, number, rect.x, rect.y, look_tone(&kit->look, TONE_INK2));
    }
}

void track_axis_draw(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    struct taken taken = {.count = 0};

    draw_clip_push(kit->draw,
                   (struct rect){plan->axis.x, plan->lanes.y, plan->lanes.x + plan->lanes.w - plan->axis.x, plan->lanes.h});
    draw_red_days(browse, kit, &taken);
    draw_years(browse, kit, &taken);
    if (browse->level == LEVEL_MONTHS || browse->level == LEVEL_WEEKS)
        draw_months(browse, kit, &taken);
    if (browse->level >= LEVEL_WEEKS)
        draw_days(browse, kit, &taken);
    draw_clip_pop(kit->draw);
}
