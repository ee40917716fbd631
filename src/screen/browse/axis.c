/* The axis above the lanes: years at every level, then quarters, months, weeks or days (Y12). */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"
#include "timeline/ticks.h"

enum { RED_DAYS_MOST = 32 };

static double screen_of(const struct browse *browse, const struct kit *kit, double day)
{
    return browse->plan.axis.x + camera_px(&browse->camera, day) + travel_over(browse, kit);
}

static double px_per_day(const struct browse *browse)
{
    return browse->camera.length_px / browse->camera.days;
}

static struct calendar_date first_date(const struct browse *browse)
{
    return calendar_date((int32_t)floor(browse->camera.first_day));
}

static int32_t end_day(const struct browse *browse)
{
    return (int32_t)ceil(browse->camera.first_day + browse->camera.days);
}

int axis_year_step(const struct browse *browse, double room_px)
{
    return ticks_year_step(365.25 * px_per_day(browse), room_px);
}

const struct block *axis_month(struct browse *browse, struct kit *kit, enum font_role role, enum type type, int month,
                               double width_px)
{
    int language = kit->session->language, widths[24];
    struct block_style style = words_line(kit, role, type);

    for (int i = 0; i < 24; i++)
        widths[i] = parts_block(kit, pack_text(kit->pack, language, PACK_MONTH_NAME, i), style, 0)->widest_px;
    enum ticks_months form = ticks_months(widths, widths + 12, width_px);
    if (form == TICKS_NUMBERS)
        return words_number(browse, kit, role, type, "%d", month);
    return parts_block(kit, pack_text(kit->pack, language, PACK_MONTH_NAME, (form == TICKS_SHORT ? 12 : 0) + month - 1), style, 0);
}

static void draw_tick(struct kit *kit, double x, int top, int bottom, int width, uint32_t colour)
{
    draw_fill(kit->draw, (struct rect){(int)lround(x) - width / 2, top, width, bottom - top}, colour);
}

/* ---- lines through the lanes ---- */

/* Of the longest year in view. */
static int year_room(struct browse *browse, struct kit *kit, enum type type)
{
    int first = first_date(browse).year;

    return words_year_block(browse, kit, type, first < 1 ? first : 1888)->widest_px + look_px(&kit->look, 14);
}

/* Years from one name to the next; *type becomes smaller if that is enough to name them all. */
static int named_step(struct browse *browse, struct kit *kit, enum type *type)
{
    int step = axis_year_step(browse, year_room(browse, kit, *type));

    if (step > 1 && axis_year_step(browse, year_room(browse, kit, TYPE_LABEL)) == 1) { /* rather small than left out */
        *type = TYPE_LABEL;
        step = 1;
    }
    return step;
}

/* Between the named years others have lines where they part the step evenly. */
static int line_step(struct browse *browse, struct kit *kit)
{
    enum type type = browse->level == LEVEL_YEARS ? TYPE_YEAR : TYPE_KEY;
    int named = named_step(browse, kit, &type), step = axis_year_step(browse, look_px(&kit->look, 60));

    return named % step == 0 ? step : named;
}

static void draw_year_lines(struct browse *browse, struct kit *kit, int top, int bottom, int step, enum tone tone)
{
    int width = look_px(&kit->look, 2);

    for (int year = ticks_floor(first_date(browse).year, step); calendar_year_start(year) < end_day(browse); year += step)
        draw_tick(kit, screen_of(browse, kit, calendar_year_start(ticks_round_year(year, step))), top, bottom, width,
                  look_tone(&kit->look, tone));
}

static void draw_month_lines(struct browse *browse, struct kit *kit, int top, int bottom)
{
    uint32_t faint = mark_mix(look_tone(&kit->look, TONE_RULE), look_tone(&kit->look, TONE_PAPER), 55);
    int32_t day = calendar_month_start((int32_t)floor(browse->camera.first_day), 0);

    for (; day < end_day(browse); day = calendar_month_start(day, 1))
        draw_tick(kit, screen_of(browse, kit, day), top, bottom, 1,
                  browse->level == LEVEL_MONTHS ? faint : look_tone(&kit->look, TONE_RULE));
}

static void draw_week_lines(struct browse *browse, struct kit *kit, int top, int bottom)
{
    uint32_t faint = mark_mix(look_tone(&kit->look, TONE_RULE), look_tone(&kit->look, TONE_PAPER), 50);
    int32_t day = (int32_t)floor(browse->camera.first_day);

    for (day -= calendar_weekday(day); day < end_day(browse); day += 7)
        draw_tick(kit, screen_of(browse, kit, day), top, bottom, 1, faint);
}

static void draw_day_lines(struct browse *browse, struct kit *kit, int top, int bottom)
{
    uint32_t faint = mark_mix(look_tone(&kit->look, TONE_RULE), look_tone(&kit->look, TONE_PAPER), 55);

    for (int32_t day = (int32_t)floor(browse->camera.first_day); day < end_day(browse); day++) {
        bool is_week = calendar_weekday(day) == 0;
        draw_tick(kit, screen_of(browse, kit, day), top, bottom, is_week ? look_px(&kit->look, 2) : 1,
                  is_week ? look_tone(&kit->look, TONE_RULE) : faint);
    }
}

void axis_draw_grid(struct browse *browse, struct kit *kit)
{
    const struct rect *lanes = &browse->plan.lanes;
    int bottom = lanes->y + lanes->h;
    int last = browse->lane_count - 1;

    if (last >= 0 && browse->plan.shape == SHAPE_LANES) {
        struct lane_place place = lanes_place(browse, kit, last);
        bottom = place.top + place.height < bottom ? place.top + place.height : bottom;
    }
    draw_clip_push(kit->draw, (struct rect){lanes->x - 1, lanes->y, lanes->w + 3, lanes->h});
    if (browse->level == LEVEL_DAYS)
        draw_day_lines(browse, kit, lanes->y, bottom);
    if (browse->level == LEVEL_WEEKS)
        draw_week_lines(browse, kit, lanes->y, bottom);
    if (browse->level == LEVEL_MONTHS || browse->level == LEVEL_WEEKS)
        draw_month_lines(browse, kit, lanes->y, bottom);
    draw_year_lines(browse, kit, lanes->y, bottom, line_step(browse, kit), TONE_RULE);
    draw_clip_pop(kit->draw);
    draw_tick(kit, lanes->x, lanes->y, bottom, look_px(&kit->look, 2), look_tone(&kit->look, TONE_INK));
}

/* ---- words of the axis ---- */

struct band {
    int y, h;
};

/* Where a label begins right of its tick at x, or pinned to the left edge until the next tick pushes it away. */
static int label_at(const struct browse *browse, const struct kit *kit, double x, const struct band *band)
{
    return (int)lround(fmax(x, browse->plan.axis.x)) + look_px(&kit->look, band->h > look_px(&kit->look, 50) ? 12 : 6);
}

/* Draws a label between `at` and the next tick or the end of the axis, if it is whole there. */
static bool draw_label(const struct browse *browse, struct kit *kit, const struct block *block, int at, double next,
                       const struct band *band, uint32_t ink)
{
    const struct rect *axis = &browse->plan.axis;
    double end = fmin(next - look_px(&kit->look, 4), axis->x + axis->w);

    if (at < axis->x || at + block->widest_px > end)
        return false;
    words_draw(kit, block, at, band->y + (band->h - block->height_px) / 2, ink);
    return true;
}

static void list_year(struct browse *browse, struct kit *kit, int year, const struct block *block, int x,
                      const struct band *band)
{
    char id[32];

    snprintf(id, sizeof id, "year:%d", year);
    struct ui_element element = parts_element(kit, id, "text", (struct rect){x, band->y, block->widest_px, band->h});
    char name[32];
    snprintf(name, sizeof name, "%s", words_year(browse, kit, year).bytes);
    element.label = name;
    if (silence_is_in(browse, year))
        element.spoken = words_no_event(browse, kit, year).bytes;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, TONE_PAPER);
    ui_add(kit->ui, element);
}

/* Returns where it ends; x of its tick. */
static int draw_year(struct browse *browse, struct kit *kit, enum type type, int year, double x, double next,
                     const struct band *band)
{
    const struct block *block = words_year_block(browse, kit, type, year);
    int at = label_at(browse, kit, x, band);

    if (!draw_label(browse, kit, block, at, next, band, look_tone(&kit->look, TONE_INK)))
        return browse->plan.axis.x;
    list_year(browse, kit, year, block, at, band);
    return at + block->widest_px;
}

static void draw_year_ticks(struct browse *browse, struct kit *kit, int step)
{
    const struct rect *axis = &browse->plan.axis;

    draw_year_lines(browse, kit, axis->y + look_px(&kit->look, 8), axis->y + axis->h, step, TONE_INK2);
}

static void draw_years(struct browse *browse, struct kit *kit, enum type type, struct band band)
{
    int step = named_step(browse, kit, &type);
    int first = calendar_date((int32_t)browse->camera.limit_first).year;

    draw_year_ticks(browse, kit, step);
    for (int year = ticks_floor(first_date(browse).year, step); calendar_year_start(year) < end_day(browse); year += step) {
        int named = ticks_round_year(year, step);
        double x = screen_of(browse, kit, calendar_year_start(named));
        double next = screen_of(browse, kit, calendar_year_start(ticks_round_year(year + step, step)));
        if (named < first) /* where every second year is named, one before the exhibit may come first */
            continue;
        if (!ticks_has_name(year, step, 365.25 * px_per_day(browse), year_room(browse, kit, type)))
            continue;
        draw_year(browse, kit, type, named, x, next, &band);
    }
}

/* Numbers that would run into each other are given for every third month. */
static int month_step(struct browse *browse, struct kit *kit, enum font_role role, enum type type)
{
    int number = words_number(browse, kit, role, type, "%d", 12)->widest_px + look_px(&kit->look, 6);

    return number <= px_per_day(browse) * 28 ? 1 : 3;
}

/* A month whose beginning is off the edge or behind a year's number is named right of that, if its name is whole there. */
static void draw_months(struct browse *browse, struct kit *kit, enum font_role role, enum type type, struct band band,
                        bool with_years)
{
    int step = month_step(browse, kit, role, type), taken = browse->plan.axis.x;
    int32_t day = calendar_month_start((int32_t)floor(browse->camera.first_day), 0);
    bool is_first = true;

    while (day < end_day(browse)) {
        struct calendar_date date = calendar_date(day);
        int32_t next = calendar_month_start(day, step - (date.month - 1) % step);
        double x = screen_of(browse, kit, day), end = screen_of(browse, kit, next);
        if (with_years && (is_first || date.month == 1)) {
            double next_year = screen_of(browse, kit, calendar_year_start(date.year + 1));
            taken = draw_year(browse, kit, TYPE_LABEL, date.year, x, next_year, &band) + browse->plan.part_gap / 2;
        }
        const struct block *month = axis_month(browse, kit, role, type, date.month, px_per_day(browse) * 28 - 10);
        /* only years have a tick that reaches up to the words */
        end += calendar_date(next).month == 1 ? 0 : look_px(&kit->look, 4);
        if ((date.month - 1) % step == 0 || with_years)
            draw_label(browse, kit, month, label_at(browse, kit, fmax(x, taken), &band), end, &band,
                       look_tone(&kit->look, TONE_INK2));
        is_first = false;
        day = next;
    }
}

/* Every Monday its day of the month, as far as the numbers have room. */
static void draw_weeks(struct browse *browse, struct kit *kit, struct band band)
{
    int32_t day = (int32_t)floor(browse->camera.first_day);
    int room = words_number(browse, kit, FONT_NARROW, TYPE_SMALL, "%d", 28)->widest_px + look_px(&kit->look, 12);
    int step = px_per_day(browse) * 7 < room ? 14 : 7;

    for (day -= calendar_weekday(day); day < end_day(browse); day += step) {
        const struct block *number = words_number(browse, kit, FONT_NARROW, TYPE_SMALL, "%d", calendar_date(day).day);
        double x = screen_of(browse, kit, day), next = x + step * px_per_day(browse);
        double year = screen_of(browse, kit, calendar_year_start(calendar_date(day).year + 1)); /* its tick is long */
        if (x >= browse->plan.axis.x - 1)
            draw_label(browse, kit, number, label_at(browse, kit, x, &band), fmin(next, year), &band,
                       look_tone(&kit->look, TONE_INK2));
    }
}

/* Whether it is one of the days, or nearer than `step` to one. */
static bool is_near(const int32_t *days, int count, int32_t day, int step)
{
    for (int i = 0; i < count; i++)
        if (days[i] - day < step && day - days[i] < step)
            return true;
    return false;
}

static void draw_day(struct browse *browse, struct kit *kit, int32_t day, struct band numbers, struct band weekdays,
                     bool is_red)
{
    double middle = screen_of(browse, kit, day + 0.5);
    int width = (int)px_per_day(browse), weekday = calendar_weekday(day);
    uint32_t red = mark_differs(kit), ink = look_tone(&kit->look, TONE_INK);
    const struct block *number = words_number(browse, kit, FONT_DISPLAY, TYPE_LABEL, "%d", calendar_date(day).day);
    struct block_style style = words_line(kit, weekday == 6 ? FONT_NARROW_BOLD : FONT_NARROW, TYPE_SMALL);
    const struct rect *axis = &browse->plan.axis;
    double half = number->widest_px / 2.0 + 1;

    if (middle - half < axis->x || middle + half > axis->x + axis->w)
        return;
    if (is_red)
        draw_fill(kit->draw, (struct rect){(int)lround(middle) - width / 2, numbers.y, width, numbers.h}, red);
    words_draw(kit, number, (int)lround(middle) - number->widest_px / 2, numbers.y + (numbers.h - number->height_px) / 2,
               is_red ? look_on(&kit->look, red) : ink);
    const struct block *name = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_WEEKDAY_NAME, weekday), style,
                                           0);
    if (name->widest_px <= width && name->widest_px <= 2 * fmin(middle - axis->x, axis->x + axis->w - middle))
        words_draw(kit, name, (int)lround(middle) - name->widest_px / 2, weekdays.y + (weekdays.h - name->height_px) / 2,
                   weekday == 6 ? ink : look_tone(&kit->look, TONE_INK2));
}

static void draw_days(struct browse *browse, struct kit *kit, struct band numbers, struct band weekdays)
{
    int32_t red[RED_DAYS_MOST];
    int red_count = voices_red_days(browse, kit, red, RED_DAYS_MOST);
    int room = words_number(browse, kit, FONT_DISPLAY, TYPE_LABEL, "%d", 28)->widest_px + look_px(&kit->look, 8);
    int step = (int)ceil(room / px_per_day(browse));
    int32_t day = (int32_t)floor(browse->camera.first_day);

    for (; day < end_day(browse); day++) {
        struct calendar_date date = calendar_date(day);
        bool is_red = is_near(red, red_count, day, 1), is_beside_red = is_near(red, red_count, day, step);
        bool is_near_next_month = date.day != 1 && calendar_days_in_month(date.year, date.month) - date.day + 1 < step;
        if (is_red || step <= 1 || ((date.day - 1) % step == 0 && !is_near_next_month && !is_beside_red))
            draw_day(browse, kit, day, numbers, weekdays, is_red);
    }
}

/* Of ticks below the numbers of the years: clear of their feet. */
static int short_tick(const struct browse *browse, const struct kit *kit, const struct band *band)
{
    const struct rect *axis = &browse->plan.axis;
    struct font_metrics metrics = font_metrics(kit->fonts, FONT_DISPLAY, kit->look.type[TYPE_YEAR].size_px);
    int feet = band->y + (band->h + metrics.ascent_px - metrics.descent_px) / 2, air = look_px(&kit->look, 4);
    int top = axis->y + axis->h - look_px(&kit->look, 12), least = feet + (air > 4 ? air : 4);

    return top > least ? top : least;
}

static void draw_quarters(struct browse *browse, struct kit *kit, int top)
{
    const struct rect *axis = &browse->plan.axis;
    int32_t day = calendar_year_start(first_date(browse).year);

    if (axis_year_step(browse, look_px(&kit->look, 60)) > 1)
        return;
    for (; day < end_day(browse); day = calendar_month_start(day, 3))
        if (calendar_date(day).month != 1)
            draw_tick(kit, screen_of(browse, kit, day), top, axis->y + axis->h, look_px(&kit->look, 2),
                      look_tone(&kit->look, TONE_INK2));
}

/* Days have another date in the old calendar: beside them it says by which they are counted. */
static void draw_calendar(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    int margin = kit->look.margin, gap = plan->label_gap;
    bool is_mirrored = plan->names.x > plan->lanes.x;
    struct block_style style = parts_style(kit, FONT_NARROW, TYPE_SMALL);
    struct rect box = {plan->names.x + (is_mirrored ? gap : margin), 0, plan->names.w - margin - gap, 0};

    style.line_px = style.size_px * 11 / 10;
    style.is_title = true; /* no word is divided */
    const struct block *block = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_CALENDAR), style, box.w);
    int room = kit->look.type[TYPE_SMALL].line_px - style.line_px; /* the last line is level with the weekdays */
    box.y = plan->axis.y + plan->axis.h - look_px(&kit->look, 4) - room / 2 - block->height_px;
    if (box.y >= plan->axis.y && block->widest_px <= box.w)
        parts_text(kit, "axis:calendar", "text", parts_string(kit, PACK_STRING_TIMELINE_CALENDAR), style, box,
                   look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
}

void axis_draw(struct browse *browse, struct kit *kit)
{
    const struct rect *axis = &browse->plan.axis;
    int small = kit->look.type[TYPE_SMALL].line_px;
    struct band all = {axis->y, axis->h - look_px(&kit->look, 6)};
    struct band upper = {axis->y, axis->h - small - look_px(&kit->look, 4)};
    struct band lower = {axis->y + upper.h, small};
    int top = short_tick(browse, kit, &all);

    if (browse->level == LEVEL_DAYS)
        draw_calendar(browse, kit);
    draw_clip_push(kit->draw, (struct rect){axis->x - 1, axis->y, axis->w + 3, axis->h});
    switch (browse->level) {
    case LEVEL_YEARS:
        draw_quarters(browse, kit, top);
        draw_year_lines(browse, kit, top, axis->y + axis->h, line_step(browse, kit), TONE_INK2);
        draw_years(browse, kit, TYPE_YEAR, all);
        break;
    case LEVEL_MONTHS:
        draw_years(browse, kit, TYPE_KEY, upper);
        draw_months(browse, kit, FONT_NARROW, TYPE_SMALL, lower, false);
        break;
    case LEVEL_WEEKS:
        draw_year_ticks(browse, kit, 1);
        draw_months(browse, kit, FONT_DISPLAY, TYPE_LABEL, upper, true);
        draw_weeks(browse, kit, lower);
        break;
    case LEVEL_DAYS:
        draw_days(browse, kit, upper, lower);
        break;
    }
    draw_tick(kit, axis->x, axis->y + look_px(&kit->look, 8), axis->y + axis->h, look_px(&kit->look, 2),
              look_tone(&kit->look, TONE_INK));
    draw_clip_pop(kit->draw);
}
