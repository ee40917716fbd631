/*
 * What stands in which lane. A layout covers three windows' width, so that a pan needs a new one only now and then; zooming
 * lays out every frame, which is cheap because crowded lanes are counted, not listed.
 */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES_MOVE_MS = 250, IMPORTANCE_COUNT = 4 };

const struct timeline *lanes_timeline(const struct browse *browse, const struct kit *kit)
{
    return kit->session->only_differing && browse->differing ? browse->differing : kit->timeline;
}

bool lanes_is_labelled(const struct browse *browse, int importance)
{
    return importance <= (browse->level == LEVEL_YEARS ? 1 : browse->level == LEVEL_MONTHS ? 2 : IMPORTANCE_COUNT);
}

/* ---- places ---- */

static double scale_of(const struct browse *browse)
{
    return browse->camera.length_px / browse->laid_days;
}

double lanes_world(const struct browse *browse, double day)
{
    return (day - browse->camera.limit_first) * scale_of(browse);
}

double lanes_day(const struct browse *browse, double world)
{
    return browse->camera.limit_first + world / scale_of(browse);
}

double lanes_screen(const struct browse *browse, const struct kit *kit, double world)
{
    int start = browse->plan.shape == SHAPE_TRACKS ? browse->plan.axis.y : browse->plan.lanes.x;

    return start + world - lanes_world(browse, browse->camera.first_day) + travel_over(browse, kit);
}

/* ---- items ---- */

/* The part of a bar that is not sliced away at a vague start or end. */
static double solid_room(const struct browse *browse, const struct pack_entry *entry, const struct layout_item *item)
{
    double width = item->end - item->first, start = 0, end = 0;
    double widest = browse->plan.bar * 2.6;

    if (entry->open_start || entry->start.last_day - entry->start.first_day >= 60)
        start = fmin(widest, width * 0.3);
    if (entry->open_end || entry->end.last_day - entry->end.first_day >= 60)
        end = fmin(widest, width * 0.3);
    return width - start - end - browse->plan.bar;
}

double lanes_window_first(const struct browse *browse)
{
    return lanes_world(browse, browse->window_first);
}

double lanes_window_end(const struct browse *browse)
{
    return lanes_world(browse, browse->window_first + browse->laid_days);
}

double lanes_span_mark(const struct browse *browse, const struct layout_item *item)
{
    double first = lanes_window_first(browse);

    return item->first < first && item->end > first ? first : item->first;
}

static struct layout_item item_of(struct browse *browse, struct kit *kit, int entry, bool is_labelled)
{
    bool has_date;
    struct pack_entry what = pack_entry(kit->pack, entry);
    double end_day = timeline_is_endless(&what) ? browse->camera.limit_first + browse->camera.limit_days
                                                : timeline_span_end(&what);
    struct layout_item item = {.importance = what.importance, .is_span = what.is_span, .is_labelled = is_labelled};

    item.first = lanes_world(browse, timeline_span_first(&what));
    item.end = lanes_world(browse, what.is_span ? end_day : (double)what.start.last_day + 1);
    if (item.is_span && item.end - item.first < browse->plan.key) { /* too short for a bar: a mark in its middle */
        item.is_span = false;
        item.mark = item.first = item.end = (item.first + item.end) / 2;
    } else {
        item.mark = item.is_span ? lanes_span_mark(browse, &item) : lanes_world(browse, timeline_mark_day(&what));
    }
    item.tile = what.differs ? browse->plan.tile_room : 0;
    if (!item.is_span
        && (item.end - item.first <= browse->plan.key + 2 * browse->plan.label_gap || what.start.precision == PACK_DAY
            || what.start.precision == PACK_NIGHT))
        item.first = item.end = item.mark;
    item.room = item.is_span ? solid_room(browse, &what, &item) : item.end - item.mark - browse->plan.key / 2.0 - item.tile;
    if (is_labelled && item.is_span)
        item.label = words_bar_width(browse, kit, entry, &what, item.room, &has_date);
    else if (is_labelled)
        item.label = words_moment_width(browse, kit, entry, &what, -1);
    return item;
}

static void gather_class(struct browse *browse, struct kit *kit, int lane, int importance, bool is_labelled)
{
    struct lane_marks *marks = &browse->lanes[lane];
    int entries[BROWSE_ITEMS_MOST];
    bool is_track = browse->plan.shape == SHAPE_TRACKS;
    int count = timeline_between(lanes_timeline(browse, kit), lane, importance, browse->laid_first, browse->laid_end, entries,
                                 BROWSE_ITEMS_MOST - marks->count);

    for (int i = 0; i < count; i++) {
        int entry = entries[i];
        struct layout_item item = item_of(browse, kit, entry, is_labelled && !is_track);
        bool lasts = is_track && item.is_span && importance <= (browse->level <= LEVEL_MONTHS ? 1 : (int)browse->level);
        if (lasts && marks->bar_count < BROWSE_BARS_MOST) {
            marks->bars[marks->bar_count++] = entry;
            continue;
        }
        marks->entries[marks->count] = entry;
        marks->items[marks->count++] = item;
    }
}

struct order {
    struct layout_item item;
    int entry;
};

static int by_mark(const void *a, const void *b)
{
    const struct order *x = a, *y = b;

    if (x->item.mark != y->item.mark)
        return x->item.mark < y->item.mark ? -1 : 1;
    return x->entry - y->entry;
}

static void sort_items(struct lane_marks *marks)
{
    static const size_t most = BROWSE_ITEMS_MOST;
    struct order order[BROWSE_ITEMS_MOST];

    for (int i = 0; i < marks->count && (size_t)i < most; i++)
        order[i] = (struct order){marks->items[i], marks->entries[i]};
    qsort(order, (size_t)marks->count, sizeof *order, by_mark);
    for (int i = 0; i < marks->count; i++) {
        marks->items[i] = order[i].item;
        marks->entries[i] = order[i].entry;
    }
}

/* Slots of a cluster's width, counted from the exhibit's first day so that they stand still while the view moves. */
static void count_crowds(struct browse *browse, struct kit *kit, int lane, int slot_px)
{
    struct lane_marks *marks = &browse->lanes[lane];
    double slot = floor(lanes_world(browse, browse->laid_first) / slot_px);

    marks->crowd_count = 0;
    for (; slot * slot_px < lanes_world(browse, browse->laid_end) && marks->crowd_count < BROWSE_CROWDS_MOST; slot++) {
        struct layout_crowd crowd = {slot * slot_px, (slot + 1) * slot_px, 0};
        for (int i = 0; i < IMPORTANCE_COUNT; i++)
            if (marks->crowd_classes >> i & 1)
                crowd.count += timeline_count_starting(lanes_timeline(browse, kit), lane, i + 1, lanes_day(browse, crowd.first),
                                                       lanes_day(browse, crowd.end));
        if (crowd.count > 0)
            marks->crowds[marks->crowd_count++] = crowd;
    }
}

static void gather(struct browse *browse, struct kit *kit, int lane, int slot_px)
{
    struct lane_marks *marks = &browse->lanes[lane];
    int labels = 0;

    marks->count = marks->crowd_count = marks->bar_count = 0;
    marks->crowd_classes = 0;
    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++) {
        int count = timeline_count_between(lanes_timeline(browse, kit), lane, importance, browse->laid_first, browse->laid_end);
        bool is_labelled = lanes_is_labelled(browse, importance) && labels + count <= BROWSE_LABELS_MOST;
        if (marks->count + count > BROWSE_ITEMS_MOST)
            marks->crowd_classes |= 1u << (importance - 1);
        else
            gather_class(browse, kit, lane, importance, is_labelled);
        labels += is_labelled ? count : 0;
    }
    sort_items(marks);
    if (marks->crowd_classes)
        count_crowds(browse, kit, lane, slot_px);
}

/* ---- rows ---- */

static struct layout_measures measures_of(const struct browse *browse, const struct lane_place *place)
{
    const struct plan *plan = &browse->plan;
    int target = plan->shape == SHAPE_TRACKS ? plan->target_h : plan->target_w, merge = target + plan->gap;

    return (struct layout_measures){.rows = place->rows > 0 ? place->rows : 1,
                                    .spans_stay = place->is_folded,
                                    .key = plan->key,
                                    .target = target,
                                    .gap = plan->gap,
                                    .merge = merge,
                                    .cluster = 2 * merge,
                                    .label_gap = plan->label_gap,
                                    .badge = plan->badge,
                                    .bound_first = 0,
                                    .bound_end = lanes_world(browse, browse->camera.limit_first + browse->camera.limit_days),
                                    .window_first = lanes_window_first(browse),
                                    .window_end = lanes_window_end(browse)};
}

static void cover(struct browse *browse)
{
    const struct camera *camera = &browse->camera;

    browse->laid_days = camera->days;
    browse->window_first = camera->first_day;
    browse->laid_first = fmax(camera->limit_first, camera->first_day - camera->days);
    browse->laid_end = fmin(camera->limit_first + camera->limit_days, camera->first_day + 2 * camera->days);
}

static bool is_covered(const struct browse *browse)
{
    const struct camera *camera = &browse->camera;
    double end = fmin(camera->limit_first + camera->limit_days, camera->first_day + camera->days);

    return browse->is_laid_out && browse->laid_days == camera->days && browse->laid_first <= camera->first_day
        && browse->laid_end >= end - 1e-9;
}

static void layout_lane_at(struct browse *browse, int lane, const struct lane_place *place)
{
    struct lane_marks *marks = &browse->lanes[lane];

    layout_lane(&marks->layout, marks->items, marks->count, marks->crowds, marks->crowd_count, measures_of(browse, place));
}

void lanes_layout(struct browse *browse, struct kit *kit)
{
    if (is_covered(browse))
        return;
    cover(browse);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        gather(browse, kit, lane,
               2 * ((browse->plan.shape == SHAPE_TRACKS ? browse->plan.target_h : browse->plan.target_w) + browse->plan.gap));
        layout_lane_at(browse, lane, &browse->places[lane]);
    }
    browse->is_laid_out = true;
}

static bool is_open(const struct browse *browse, int lane)
{
    return browse->level == LEVEL_DAYS && browse->plan.shape == SHAPE_LANES && browse->open_lane == lane;
}

static int entries_in_view(const struct browse *browse, const struct kit *kit, int lane)
{
    const struct camera *camera = &browse->camera;
    int count = 0;

    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++)
        count += timeline_count_starting(lanes_timeline(browse, kit), lane, importance, camera->first_day,
                                         camera->first_day + camera->days);
    return count;
}

/* Each document needs a row of its own beside the folded lanes; where letters are too large for that no lane opens. */
static bool voices_fit(const struct browse *browse, const struct kit *kit)
{
    int left = browse->plan.lanes.h - (browse->lane_count - 1) * browse->plan.folded;

    return left >= pack_exhibit(kit->pack).documents * browse->plan.pitch;
}

/* So many that they are counted, not listed, cannot be told apart by who says them. */
static bool is_listed(const struct browse *browse, const struct kit *kit, int lane)
{
    int count = 0;

    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++)
        count += timeline_count_between(lanes_timeline(browse, kit), lane, importance, voices_first_day(browse),
                                        voices_end_day(browse));
    return count <= BROWSE_LABELS_MOST;
}

/* visual.md: at days the busiest lane opens into its voices; it stays open while anything happens in it. */
static void choose_open_lane(struct browse *browse, const struct kit *kit)
{
    int busiest = -1, most = -1, open = browse->open_lane;

    if (browse->level != LEVEL_DAYS || !voices_fit(browse, kit)) {
        browse->open_lane = -1;
        browse->open_lane_is_chosen = false;
        return;
    }
    if (open >= 0 && is_listed(browse, kit, open) && (browse->open_lane_is_chosen || entries_in_view(browse, kit, open) > 0))
        return;
    for (int lane = 0; lane < browse->lane_count; lane++) {
        int entries = entries_in_view(browse, kit, lane);
        if (entries > most && is_listed(browse, kit, lane)) {
            most = entries;
            busiest = lane;
        }
    }
    browse->open_lane = busiest;
}

/* What each lane loses with one row, two rows, ... */
static void count_losses(struct browse *browse, int lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX])
{
    double first = lanes_world(browse, browse->camera.first_day);
    double end = lanes_world(browse, browse->camera.first_day + browse->camera.days);

    for (int lane = 0; lane < browse->lane_count; lane++) {
        const struct lane_marks *marks = &browse->lanes[lane];
        for (int rows = 1; rows <= BROWSE_ROWS_MAX; rows++) {
            struct lane_place place = {.rows = rows};
            layout_lane_at(browse, lane, &place);
            lost[lane][rows - 1] = layout_lost(&marks->layout, marks->items, marks->count, first, end);
        }
    }
}

static bool is_folded(const struct browse *browse, const struct kit *kit, int lane)
{
    if (browse->open_lane >= 0)
        return browse->open_lane != lane;
    return kit->session->folded_lanes >> lane & 1;
}

/* What is left of the height when every lane has its rows is spread over the lanes that are not folded. */
static void stack_lanes(struct browse *browse, int spare, int unfolded)
{
    int y = browse->plan.lanes.y;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        if (!place->is_folded) {
            int part = unfolded > 0 ? spare / unfolded : 0;
            place->height += part;
            spare -= part;
            unfolded--;
        }
        place->top = y;
        y += place->height;
    }
}

static void share_heights(struct browse *browse, struct kit *kit)
{
    int lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX], open_lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX];
    int rows[BROWSE_LANES_MAX] = {0}, unfolded = 0, k = 0;
    int left = browse->plan.lanes.h, pitch = browse->plan.pitch;

    count_losses(browse, lost);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        *place = (struct lane_place){.is_folded = is_folded(browse, kit, lane), .rows = 1};
        place->height = place->is_folded ? browse->plan.folded : 0;
        left -= place->height;
        if (!place->is_folded)
            memcpy(open_lost[unfolded++], lost[lane], sizeof lost[lane]);
    }
    layout_share_rows(&open_lost[0][0], BROWSE_ROWS_MAX, unfolded, left / pitch, rows);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        if (place->is_folded)
            continue;
        place->rows = is_open(browse, lane) ? 0 : rows[k];
        place->height = rows[k++] * pitch;
        left -= place->height;
    }
    stack_lanes(browse, left > 0 ? left : 0, unfolded);
}

static bool is_stacked_as_before(const struct browse *browse)
{
    for (int lane = 0; lane < browse->lane_count; lane++)
        if (browse->from[lane].top != browse->places[lane].top || browse->from[lane].height != browse->places[lane].height)
            return false;
    return true;
}

static bool has_folded_otherwise(const struct browse *browse)
{
    for (int lane = 0; lane < browse->lane_count; lane++)
        if (browse->from[lane].is_folded != browse->places[lane].is_folded)
            return true;
    return false;
}

void lanes_share(struct browse *browse, struct kit *kit, bool animated)
{
    if (browse->plan.shape != SHAPE_LANES) {
        tracks_place(browse);
        browse->is_laid_out = false;
        kit->dirty = true;
        return;
    }
    for (int lane = 0; lane < browse->lane_count; lane++)
        browse->from[lane] = lanes_place(browse, kit, lane);
    choose_open_lane(browse, kit);
    lanes_layout(browse, kit);
    share_heights(browse, kit);
    if (has_folded_otherwise(browse)) { /* folded lanes show no dates: their labels are narrower */
        browse->is_laid_out = false;
        lanes_layout(browse, kit);
    }
    browse->places_move = animated && !kit->look.reduced_motion;
    browse->places_since_ms = kit->now_ms;
    for (int lane = 0; lane < browse->lane_count; lane++)
        layout_lane_at(browse, lane, &browse->places[lane]);
    if (is_stacked_as_before(browse))
        browse->places_move = false;
    kit->dirty = true;
}

/* Nothing moves any more: lanes may take the rows that what is now on the screen needs. */
void lanes_settle(struct browse *browse, struct kit *kit)
{
    browse->is_laid_out = false; /* what stands at the edges is grouped anew */
    if (browse->plan.shape == SHAPE_LANES)
        lanes_share(browse, kit, true);
    kit->dirty = true;
}

bool lanes_are_moving(const struct browse *browse, int64_t now_ms)
{
    return browse->places_move && now_ms - browse->places_since_ms < PLACES_MOVE_MS;
}

struct lane_place lanes_place(const struct browse *browse, const struct kit *kit, int lane)
{
    struct lane_place place = browse->places[lane];

    if (lanes_are_moving(browse, kit->now_ms) && browse->from[lane].height > 0) {
        double t = (double)(kit->now_ms - browse->places_since_ms) / PLACES_MOVE_MS;
        double eased = t < 0.5 ? 4 * t * t * t : 1 - pow(2 - 2 * t, 3) / 2;
        place.top = (int)lround(browse->from[lane].top + (place.top - browse->from[lane].top) * eased);
        place.height = (int)lround(browse->from[lane].height + (place.height - browse->from[lane].height) * eased);
    }
    return place;
}

/* ---- where an entry is ---- */

const struct layout_mark *lanes_find(const struct browse *browse, const struct kit *kit, int entry, int *lane)
{
    *lane = pack_entry(kit->pack, entry).lane;
    if (!browse->is_laid_out)
        return NULL;
    const struct lane_marks *marks = &browse->lanes[*lane];
    for (int i = 0; i < marks->count; i++) {
        if (marks->entries[i] == entry) {
            int found = layout_find(&marks->layout, i);
            return found >= 0 ? &marks->layout.marks[found] : NULL;
        }
    }
    struct pack_entry what = pack_entry(kit->pack, entry);
    double world = lanes_world(browse, timeline_span_first(&what));
    for (int i = 0; i < marks->layout.mark_count; i++) {
        const struct layout_mark *mark = &marks->layout.marks[i];
        if (mark->item < 0 && world >= mark->members_first && world < mark->members_end)
            return mark;
    }
    return NULL;
}

bool lanes_any_visible(const struct browse *browse, const struct kit *kit)
{
    const struct camera *camera = &browse->camera;

    for (int lane = 0; lane < browse->lane_count; lane++)
        for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++)
            if (timeline_count_between(lanes_timeline(browse, kit), lane, importance, camera->first_day,
                                       camera->first_day + camera->days)
                > 0)
                return true;
    return false;
}
