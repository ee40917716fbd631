/* What stands in the tracks: bars of what lasts, marks, and between the voices the fault. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

enum { BAR_COLUMNS = 2 };

static double day_y(const struct browse *browse, const struct kit *kit, double day)
{
    return lanes_screen(browse, kit, lanes_world(browse, day));
}

/* Narrow tracks have room for one bar beside another only where nothing else stands. */
static int bar_columns(const struct kit *kit, const struct track *track)
{
    return track->width >= look_px(&kit->look, 54) && track->document < 0 ? BAR_COLUMNS : 1;
}

static int bar_width(const struct kit *kit, const struct track *track)
{
    int width = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 20 : 18), most = track->width * 6 / 10;

    if (track->document >= 0) /* beside a mark */
        most = track->width / 3;
    return width < most ? width : most;
}

static int bar_x(const struct kit *kit, const struct track *track, int column)
{
    return track->x + look_px(&kit->look, 4) + column * (bar_width(kit, track) + 2);
}

static void draw_bar(struct browse *browse, struct kit *kit, const struct track *track, const struct pack_entry *entry,
                     int column)
{
    struct mark_style style = mark_style(kit, track->lane, tracks_ground(kit, track->lane));
    int width = bar_width(kit, track), edge = browse->plan.edge, x = bar_x(kit, track, column);
    double last = timeline_is_endless(entry) ? browse->camera.limit_first + browse->camera.limit_days
                                             : timeline_span_end(entry);
    int top = (int)lround(fmax(day_y(browse, kit, timeline_span_first(entry)), browse->plan.lanes.y - 400));
    int bottom = (int)lround(fmin(day_y(browse, kit, last), browse->plan.lanes.y + browse->plan.lanes.h + 400));
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
static int next_column(double taken[BAR_COLUMNS], int columns, const struct pack_entry *entry)
{
    int column = 0;

    for (int k = 1; k < columns; k++)
        if (taken[column] > timeline_span_first(entry) && taken[k] < taken[column])
            column = k;
    taken[column] = timeline_span_end(entry);
    return column;
}

int track_bar_x(const struct kit *kit, const struct track *track, int entry)
{
    double taken[BAR_COLUMNS] = {-1e18, -1e18};

    for (int i = 0; i < track->marks->bar_count; i++) {
        struct pack_entry what = pack_entry(kit->pack, track->marks->bars[i]);
        int column = next_column(taken, bar_columns(kit, track), &what);
        if (track->marks->bars[i] == entry)
            return bar_x(kit, track, column) + bar_width(kit, track) / 2;
    }
    return -1;
}

static void draw_bars(struct browse *browse, struct kit *kit, const struct track *track)
{
    double taken[BAR_COLUMNS] = {-1e18, -1e18};

    for (int i = 0; i < track->marks->bar_count; i++) {
        struct pack_entry entry = pack_entry(kit->pack, track->marks->bars[i]);
        draw_bar(browse, kit, track, &entry, next_column(taken, bar_columns(kit, track), &entry));
    }
}

static int32_t first_day_of(const struct browse *browse, const struct kit *kit, const struct lane_marks *marks,
                            const struct layout_mark *mark)
{

    if (mark->item < 0)
        return (int32_t)floor(lanes_day(browse, mark->members_first));
    return pack_entry(kit->pack, marks->entries[marks->layout.members[mark->first_member]]).start.first_day;
}

static bool any_differs(const struct kit *kit, const struct lane_marks *marks, const struct layout_mark *mark)
{
    for (int i = 0; i < mark->count && mark->item >= 0; i++)
        if (pack_entry(kit->pack, marks->entries[marks->layout.members[mark->first_member + i]]).differs)
            return true;
    return false;
}

static void list_mark(struct browse *browse, struct kit *kit, const struct track *track, const struct layout_mark *mark, int x,
                      int y)
{
    int lane = track->lane;
    struct calendar_date date = calendar_date(first_day_of(browse, kit, track->marks, mark));
    int entry = mark->item >= 0 ? track->marks->entries[mark->item] : lanes_crowd_entry(browse, kit, lane, mark);
    int target = look_target_h(&kit->look);
    int width = track->width - browse->plan.gap;
    struct rect hit = {x - width / 2, y - target / 2, width, target};
    char id[72];

    if (mark->count == 1 && track_cards_hold(browse, entry))
        return;
    hit.x = hit.x < track->x + browse->plan.gap / 2 ? track->x + browse->plan.gap / 2 : hit.x;
    if (hit.x + hit.w > track->x + track->width - browse->plan.gap / 2)
        hit.x = track->x + track->width - browse->plan.gap / 2 - hit.w;
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
        snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d", pack_lane(kit->pack, lane).id, date.year, date.month);
        if (ui_find(kit->ui, id) >= 0)
            snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d-%02d", pack_lane(kit->pack, lane).id, date.year, date.month,
                     date.day);
        for (int n = 2; ui_find(kit->ui, id) >= 0 && n < 100; n++)
            snprintf(id, sizeof id, "cluster:%.40s:%04d-%02d-%02d.%d", pack_lane(kit->pack, lane).id, date.year, date.month,
                     date.day, n);
        element = parts_element(kit, id, "cluster", hit);
        element.verb = UI_OWN;
        element.value = ACT_CLUSTER + entry;
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

/* The item a mark is drawn for close up: the most important, rather one on whose date documents differ. */
static int lead_of(const struct browse *browse, struct kit *kit, const struct track *track, const struct layout_mark *mark)
{
    const struct lane_marks *marks = track->marks;
    int lead = mark->item, least = 100;

    for (int i = 0; i < mark->count; i++) {
        int item = marks->layout.members[mark->first_member + i];
        bool differs = track->document >= 0 && voices_differing(browse, kit, track->document, marks->entries[item]);
        int rank = 2 * pack_entry(kit->pack, marks->entries[item]).importance - (differs ? 1 : 0);
        if (rank < least) {
            least = rank;
            lead = item;
        }
    }
    return lead;
}

/* Where tracks are narrow the cards say how many: a mark keeps the shape of its lead, with a copy behind it for the others. */
static void draw_in_narrow(struct browse *browse, struct kit *kit, const struct track *track, const struct layout_mark *mark)
{
    const struct plan *plan = &browse->plan;
    struct mark_style style = mark_style(kit, track->lane, tracks_ground(kit, track->lane));
    int x = track_mark_x(track), size = plan->key < track->width - 8 ? plan->key : track->width - 8;
    int lead = lead_of(browse, kit, track, mark), entry = track->marks->entries[lead];
    int y = (int)lround(lanes_screen(browse, kit, track->marks->items[lead].mark));
    bool is_hollow = pack_entry(kit->pack, entry).start.by == PACK_BY_EDITORS;

    if (!tracks_show(browse, y))
        return;
    if (mark->count > 1)
        mark_draw_behind(browse, kit, &style, x, y, size);
    bool differs = track->document >= 0 && voices_differing(browse, kit, track->document, entry);
    if (differs && kit->look.theme == THEME_STANDARD)
        draw_shape(kit->draw, style.shape, (struct rect){x - size / 2 - 2, y - size / 2 - 2, size + 4, size + 4},
                   is_hollow ? look_tone(&kit->look, TONE_CARD) : style.colour, (float)look_px(&kit->look, 5),
                   look_tone(&kit->look, TONE_RED));
    else
        mark_draw(browse, kit, &style, x, y, size, is_hollow);
    if (differs && kit->look.theme == THEME_CONTRAST)
        mark_draw_tile(browse, kit, x, y, size);
}

static void draw_mark(struct browse *browse, struct kit *kit, const struct track *track, const struct layout_mark *mark)
{
    const struct plan *plan = &browse->plan;
    int x = track_mark_x(track), y = (int)lround(lanes_screen(browse, kit, mark->mark)), size = plan->cluster;
    struct mark_style style = mark_style(kit, track->lane, tracks_ground(kit, track->lane));

    bool is_narrow = voices_are_shown(browse) || track->width < plan->cluster * 9 / 10;
    if (is_narrow && mark->item >= 0) {
        draw_in_narrow(browse, kit, track, mark);
        return;
    }
    if (!tracks_show(browse, y))
        return;
    if (mark->count > 1 || mark->item < 0) {
        size = mark_draw_cluster(browse, kit, &style, x, y, mark->count);
    } else {
        struct pack_entry entry = pack_entry(kit->pack, track->marks->entries[mark->item]);
        size = lanes_is_labelled(browse, entry.importance) ? plan->key * 9 / 10 : plan->small;
        mark_draw(browse, kit, &style, x, y, size, entry.start.by == PACK_BY_EDITORS);
    }
    if (any_differs(kit, track->marks, mark))
        mark_draw_tile(browse, kit, x, y, size);
    if (tracks_are_touched(browse, kit))
        list_mark(browse, kit, track, mark, x, y);
}

static bool differing_place(struct browse *browse, struct kit *kit, const struct track *track, int entry,
                            struct draw_point *point)
{
    const struct layout_mark *mark = voices_differing(browse, kit, track->document, entry);
    int lead = mark ? lead_of(browse, kit, track, mark) : -1;

    if (!mark || track->marks->entries[lead] != entry)
        return false;
    *point = (struct draw_point){(float)track_mark_x(track), (float)lanes_screen(browse, kit, track->marks->items[lead].mark)};
    return true;
}

/* The same event in two tracks on two days: the fault goes from one to the other. */
static void draw_faults(struct browse *browse, struct kit *kit, int count)
{
    for (int t = 0; t + 1 < count; t++) {
        struct track track = tracks_at(browse, kit, t);
        for (int i = 0; track.document >= 0 && i < track.marks->count; i++) {
            struct draw_point from, to;
            bool is_joined = !differing_place(browse, kit, &track, track.marks->entries[i], &from);
            for (int other = t + 1; other < count && !is_joined; other++) {
                struct track next = tracks_at(browse, kit, other);
                if (next.document < 0 || !differing_place(browse, kit, &next, track.marks->entries[i], &to))
                    continue;
                draw_line(kit->draw, from, to, (float)look_px(&kit->look, 7), mark_differs(kit));
                is_joined = true;
            }
        }
    }
}

void track_marks_draw_bars(struct browse *browse, struct kit *kit)
{
    for (int i = 0; i < tracks_count(browse, kit); i++) {
        struct track track = tracks_at(browse, kit, i);
        draw_bars(browse, kit, &track);
    }
}

void track_marks_draw(struct browse *browse, struct kit *kit)
{
    int count = tracks_count(browse, kit);

    draw_faults(browse, kit, count);
    for (int t = 0; t < count; t++) {
        struct track track = tracks_at(browse, kit, t);
        for (int i = 0; i < track.marks->layout.mark_count; i++)
            draw_mark(browse, kit, &track, &track.marks->layout.marks[i]);
    }
}
