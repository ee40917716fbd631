/* Portrait: time runs down, lanes are narrow tracks, and what they hold is read in one column beside them. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

enum { BAR_COLUMNS = 2 };

void tracks_place(struct browse *browse)
{
    int left = browse->plan.lanes.w, x = browse->plan.lanes.x;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        int width = left / (browse->lane_count - lane);
        browse->places[lane] = (struct lane_place){.top = x, .height = width, .rows = 1};
        x += width;
        left -= width;
    }
    browse->places_move = false;
}

int tracks_mark_x(const struct browse *browse, int lane)
{
    const struct lane_place *place = &browse->places[lane];

    return place->top + place->height * (browse->lanes[lane].bar_count > 0 ? 66 : 50) / 100;
}

bool tracks_are_touched(const struct browse *browse, const struct kit *kit)
{
    return browse->lane_count > 0 && browse->places[0].height >= look_target_w(&kit->look) + browse->plan.gap;
}

static double day_y(const struct browse *browse, const struct kit *kit, double day)
{
    return lanes_screen(browse, kit, lanes_world(browse, day));
}

static uint32_t ground_of(const struct kit *kit, int lane)
{
    return look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER);
}

/* ---- grounds and heads ---- */

static void draw_head(struct browse *browse, struct kit *kit, int lane)
{
    const struct lane_place *place = &browse->places[lane];
    const struct rect *names = &browse->plan.names;
    struct pack_lane what = pack_lane(kit->pack, lane);
    int size = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 32 : 50);
    int x = place->top + place->height / 2, y = names->y + names->h / 2;
    struct mark_style style = mark_style(kit, lane, ground_of(kit, lane));
    char id[72];

    if (what.motif >= 0 && kit->look.theme == THEME_STANDARD) {
        struct pack_bytes picture = pack_picture(kit->pack, what.motif);
        draw_picture(kit->draw, picture.bytes, picture.bytes, picture.size,
                     (struct rect){x - size / 2, y - size / 2, size, size});
    } else {
        mark_draw(browse, kit, &style, x, y, size * 7 / 10, false);
    }
    snprintf(id, sizeof id, "lane:%s", what.id);
    struct ui_element element = parts_element(kit, id, "text", (struct rect){place->top, names->y, place->height, names->h});
    element.label = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane).bytes;
    ui_add(kit->ui, element);
}

static void draw_grounds(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    int top = plan->names.y, bottom = plan->axis.y + plan->axis.h, width = look_px(&kit->look, 2);
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    for (int lane = 0; lane < browse->lane_count; lane++) {
        const struct lane_place *place = &browse->places[lane];
        draw_fill(kit->draw, (struct rect){place->top, top, place->height, bottom - top}, ground_of(kit, lane));
        draw_fill(kit->draw, (struct rect){place->top - width / 2, top, width, bottom - top}, ink);
        draw_head(browse, kit, lane);
    }
    draw_fill(kit->draw, (struct rect){plan->lanes.x + plan->lanes.w - width / 2, top, width, bottom - top}, ink);
    draw_fill(kit->draw, (struct rect){kit->area.x, plan->axis.y - width, kit->area.w, width}, ink);
    draw_fill(kit->draw, (struct rect){kit->area.x, bottom, kit->area.w, width}, ink);
}

/* ---- the axis ---- */

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

static void draw_years(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    int room = words_number(browse, kit, FONT_DISPLAY, TYPE_YEAR, "%d", 1888)->height_px + look_px(&kit->look, 10);
    int step = axis_year_step(browse, room), year = calendar_date((int32_t)floor(camera->first_day)).year;

    for (year -= ((year % step) + step) % step; calendar_year_start(year) < camera->first_day + camera->days; year += step) {
        int named = axis_round_year(year, step);
        double y = day_y(browse, kit, calendar_year_start(named));
        const struct block *block = words_year_block(browse, kit, TYPE_YEAR, named);
        char id[32];
        draw_tick(browse, kit, y, true);
        int top = draw_words_at(browse, kit, block, y, day_y(browse, kit, calendar_year_start(axis_round_year(year + step, step))),
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

/* Days of the month, each with its weekday; Mondays alone where there is no room for all. */
static void draw_days(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    double day_px = camera->length_px / camera->days;
    int line = kit->look.type[TYPE_SMALL].line_px, year_h = kit->look.type[TYPE_YEAR].line_px;
    int right = browse->plan.lanes.x - look_px(&kit->look, 10);
    bool has_all = day_px >= line;

    for (int32_t day = (int32_t)floor(camera->first_day); day < camera->first_day + camera->days; day++) {
        int weekday = calendar_weekday(day);
        double y = day_y(browse, kit, day);
        if ((!has_all && weekday != 0) || y < browse->plan.axis.y + year_h)
            continue;
        draw_tick(browse, kit, y, false);
        if (!has_all && day_px * 7 < line)
            continue;
        const struct block *number = words_number(browse, kit, weekday == 6 ? FONT_NARROW_BOLD : FONT_NARROW, TYPE_SMALL, "%d",
                                                  calendar_date(day).day);
        words_draw(kit, number, right - number->widest_px, (int)lround(y) + 1, look_tone(&kit->look, TONE_INK2));
    }
}

static void draw_axis(struct browse *browse, struct kit *kit)
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

/* ---- bars ---- */

static int bar_width(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 20 : 18);
}

static int bar_x(const struct browse *browse, const struct kit *kit, int lane, int column)
{
    return browse->places[lane].top + look_px(&kit->look, 4) + column * (bar_width(kit) + 2);
}

static void draw_bar(struct browse *browse, struct kit *kit, int lane, const struct pack_entry *entry, int column)
{
    struct mark_style style = mark_style(kit, lane, ground_of(kit, lane));
    int width = bar_width(kit), edge = browse->plan.edge, x = bar_x(browse, kit, lane, column);
    double last = timeline_is_endless(entry) ? browse->camera.limit_first + browse->camera.limit_days
                                             : timeline_span_end(entry);
    int top = (int)lround(fmax(day_y(browse, kit, timeline_span_first(entry)), browse->plan.axis.y - 400));
    int bottom = (int)lround(fmin(day_y(browse, kit, last), browse->plan.axis.y + browse->plan.axis.h + 400));
    int slice = look_px(&kit->look, 9), fade = look_px(&kit->look, 54), cap = look_px(&kit->look, 22);
    bool is_hollow = entry->start.by == PACK_BY_EDITORS, has_edge = is_hollow || style.has_edge;
    bool fades_in = entry->open_start || entry->start.last_day - entry->start.first_day >= 60;
    bool fades_out = entry->open_end || entry->end.last_day - entry->end.first_day >= 60;

    fade = fade > (bottom - top) * 3 / 10 ? (bottom - top) * 3 / 10 : fade;
    int solid_top = top + (fades_in ? fade : 0), solid_bottom = bottom - (fades_out ? fade : 0);
    for (int i = 0; fades_in && (i + 1) * slice <= fade; i++)
        draw_fill(kit->draw, (struct rect){x, solid_top - (i + 1) * slice, width, 1 + (slice - 2) * (6 - i) / 7},
                  style.hollow_edge);
    for (int i = 0; fades_out && (i + 1) * slice <= fade; i++)
        draw_fill(kit->draw, (struct rect){x, solid_bottom + i * slice + 2, width, 1 + (slice - 2) * (6 - i) / 7},
                  style.hollow_edge);
    struct rect solid = {x, solid_top, width, solid_bottom - solid_top};
    if (has_edge)
        draw_fill(kit->draw, solid, style.edge);
    draw_fill(kit->draw, has_edge ? rect_inset(solid, edge, edge) : solid,
              is_hollow ? look_tone(&kit->look, TONE_CARD) : style.colour);
    if (style.pattern != DRAW_SOLID && cap < solid.h)
        draw_pattern(
            kit->draw, style.pattern,
            (struct rect){x + (has_edge ? edge : 0), solid_top + (has_edge ? edge : 0), width - (has_edge ? 2 * edge : 0), cap},
            style.colour, style.figure);
}

/* Bars that run side by side stand side by side, as far as the track has room: the column of each in turn. */
static int next_column(double taken[BAR_COLUMNS], const struct pack_entry *entry)
{
    int column = 0;

    for (int k = 1; k < BAR_COLUMNS; k++)
        if (taken[column] > timeline_span_first(entry) && taken[k] < taken[column])
            column = k;
    taken[column] = timeline_span_end(entry);
    return column;
}

int tracks_bar_x(const struct browse *browse, const struct kit *kit, int lane, int entry)
{
    double taken[BAR_COLUMNS] = {-1e18, -1e18};
    const struct lane_marks *marks = &browse->lanes[lane];

    for (int i = 0; i < marks->bar_count; i++) {
        struct pack_entry what = pack_entry(kit->pack, marks->bars[i]);
        int column = next_column(taken, &what);
        if (marks->bars[i] == entry)
            return bar_x(browse, kit, lane, column) + bar_width(kit) / 2;
    }
    return -1;
}

static void draw_bars(struct browse *browse, struct kit *kit, int lane)
{
    double taken[BAR_COLUMNS] = {-1e18, -1e18};
    const struct lane_marks *marks = &browse->lanes[lane];

    for (int i = 0; i < marks->bar_count; i++) {
        struct pack_entry entry = pack_entry(kit->pack, marks->bars[i]);
        draw_bar(browse, kit, lane, &entry, next_column(taken, &entry));
    }
}

/* ---- marks ---- */

static int32_t first_day_of(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark)
{
    const struct lane_marks *marks = &browse->lanes[lane];

    if (mark->item < 0)
        return (int32_t)floor(lanes_day(browse, mark->members_first));
    return pack_entry(kit->pack, marks->entries[marks->layout.members[mark->first_member]]).start.first_day;
}

static bool any_differs(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark)
{
    const struct lane_marks *marks = &browse->lanes[lane];

    for (int i = 0; i < mark->count && mark->item >= 0; i++)
        if (pack_entry(kit->pack, marks->entries[marks->layout.members[mark->first_member + i]]).differs)
            return true;
    return false;
}

static void list_mark(struct browse *browse, struct kit *kit, int lane, const struct layout_mark *mark, int x, int y)
{
    const struct lane_place *place = &browse->places[lane];
    struct calendar_date date = calendar_date(first_day_of(browse, kit, lane, mark));
    int entry = mark->item >= 0 ? browse->lanes[lane].entries[mark->item] : -1, target = look_target_h(&kit->look);
    int width = place->height - browse->plan.gap;
    struct rect hit = {x - width / 2, y - target / 2, width, target};
    char id[72];

    if (mark->count == 1 && track_cards_hold(browse, entry))
        return;
    hit.x = hit.x < place->top + browse->plan.gap / 2 ? place->top + browse->plan.gap / 2 : hit.x;
    if (hit.x + hit.w > place->top + place->height - browse->plan.gap / 2)
        hit.x = place->top + place->height - browse->plan.gap / 2 - hit.w;
    struct ui_element element = {0};
    if (mark->count == 1) {
        snprintf(id, sizeof id, "entry:%s", pack_entry(kit->pack, entry).id);
        element = parts_element(kit, id, "entry", hit);
        element.verb = UI_ENTRY;
        element.value = entry;
        element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry).bytes;
    } else {
        struct pack_text pattern = pack_string(kit->pack, kit->session->language, PACK_STRING_CLUSTER_TITLE,
                                               (unsigned)mark->count);
        if (entry < 0)
            timeline_starting_between(lanes_timeline(browse, kit), lane, 4, lanes_day(browse, mark->members_first),
                                      lanes_day(browse, mark->members_end), &entry, 1);
        snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d", pack_lane(kit->pack, lane).id, date.year, date.month);
        if (ui_find(kit->ui, id) >= 0)
            snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d-%02d", pack_lane(kit->pack, lane).id, date.year, date.month,
                     date.day);
        for (int n = 2; ui_find(kit->ui, id) >= 0 && n < 100; n++)
            snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d-%02d.%d", pack_lane(kit->pack, lane).id, date.year, date.month,
                     date.day, n);
        element = parts_element(kit, id, "cluster", hit);
        element.verb = UI_OWN;
        element.value = ACT_CLUSTER + (entry < 0 ? 0 : entry);
        element.label = words_filled(browse, pattern, "n", mark->count).bytes;
    }
    element.hit = hit;
    element.is_focusable = true;
    element.view = VIEW_AXIS;
    element.font_px = mark->count > 1 ? kit->look.type[TYPE_SMALL].size_px : 0;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, TONE_CARD);
    ui_add(kit->ui, element);
    parts_focus(kit, id, hit, false);
}

static void draw_mark(struct browse *browse, struct kit *kit, int lane, const struct layout_mark *mark)
{
    const struct plan *plan = &browse->plan;
    int x = tracks_mark_x(browse, lane), y = (int)lround(lanes_screen(browse, kit, mark->mark)), size = plan->cluster;
    struct mark_style style = mark_style(kit, lane, ground_of(kit, lane));

    if (y < plan->axis.y - plan->key || y > plan->axis.y + plan->axis.h + plan->key)
        return;
    if (mark->count > 1 || mark->item < 0) {
        mark_draw_cluster(browse, kit, &style, x, y, mark->count);
    } else {
        struct pack_entry entry = pack_entry(kit->pack, browse->lanes[lane].entries[mark->item]);
        size = lanes_is_labelled(browse, entry.importance) ? plan->key * 9 / 10 : plan->small;
        mark_draw(browse, kit, &style, x, y, size, entry.start.by == PACK_BY_EDITORS);
    }
    if (any_differs(browse, kit, lane, mark))
        mark_draw_tile(browse, kit, x, y, size);
    if (tracks_are_touched(browse, kit) && y >= plan->axis.y - 1 && y <= plan->axis.y + plan->axis.h + 1)
        list_mark(browse, kit, lane, mark, x, y);
}

void tracks_draw(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;

    draw_grounds(browse, kit);
    draw_axis(browse, kit);
    track_cards_fill(browse, kit);
    draw_clip_push(kit->draw, (struct rect){plan->axis.x, plan->axis.y, kit->area.w, plan->axis.h});
    for (int lane = 0; lane < browse->lane_count; lane++)
        draw_bars(browse, kit, lane);
    track_cards_draw_leaders(browse, kit);
    for (int lane = 0; lane < browse->lane_count; lane++)
        for (int i = 0; i < browse->lanes[lane].layout.mark_count; i++)
            draw_mark(browse, kit, lane, &browse->lanes[lane].layout.marks[i]);
    track_cards_draw(browse, kit);
    draw_clip_pop(kit->draw);
}
