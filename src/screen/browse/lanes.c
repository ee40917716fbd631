/*
 * What stands in which lane. A layout covers three windows' width, so that a pan needs a new one only now and then; zooming
 * lays out every frame, which is cheap because crowded lanes are counted, not listed.
 */
#include "screen/browse/browse.h"

#include <math.h>

enum { IMPORTANCE_COUNT = 4 };

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

double lanes_window_first(const struct browse *browse)
{
    return lanes_world(browse, browse->window_first);
}

double lanes_window_end(const struct browse *browse)
{
    return lanes_world(browse, browse->window_first + browse->laid_days);
}

/* Where the mark of a span stands: at its start, or where the window begins if it had begun before. */
static double span_mark(const struct browse *browse, const struct layout_item *item)
{
    double first = lanes_window_first(browse);

    return item->first < first && item->end > first ? first : item->first;
}

/* What is on the screen of a bar, or all of it. */
static struct layout_item part_seen(const struct browse *browse, const struct layout_item *item)
{
    struct layout_item part = *item;

    part.first = fmax(item->first, lanes_window_first(browse));
    part.end = fmin(item->end, lanes_window_end(browse));
    return browse->plan.shape == SHAPE_TRACKS || part.end <= part.first ? *item : part;
}

void lanes_shorten_bar(const struct browse *browse, struct layout_item *item)
{
    struct layout_item part = part_seen(browse, item);

    item->is_span = part.end - part.first >= browse->plan.key;
    item->mark = span_mark(browse, item);
    if (!item->is_span)
        item->mark = item->first = item->end = (part.first + part.end) / 2;
}

/* The part of a bar that is not sliced away at a vague start or end, as far as it is on the screen. */
static double solid_room(const struct browse *browse, const struct pack_entry *entry, const struct layout_item *item)
{
    struct layout_item part = part_seen(browse, item);
    double slices = fmin(browse->plan.bar * 2.6, (item->end - item->first) * 0.3);
    bool is_vague = entry->open_start || entry->start.last_day - entry->start.first_day >= 60;
    double first = fmax(part.first, item->first + (is_vague ? slices : 0));

    is_vague = entry->open_end || entry->end.last_day - entry->end.first_day >= 60;
    return fmin(part.end, item->end - (is_vague ? slices : 0)) - first - browse->plan.bar;
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
    if (item.is_span)
        lanes_shorten_bar(browse, &item);
    else
        item.mark = lanes_world(browse, timeline_mark_day(&what));
    item.tile = what.differs ? browse->plan.tile_room : 0;
    item.clear = what.differs ? browse->plan.tile_clear : 0;
    if (!item.is_span
        && (item.end - item.first <= browse->plan.key + 2 * browse->plan.label_gap || what.start.precision == PACK_DAY
            || what.start.precision == PACK_NIGHT))
        item.first = item.end = item.mark;
    item.room = item.is_span ? solid_room(browse, &what, &item) : item.end - item.mark - browse->plan.key / 2.0 - item.tile;
    if (is_labelled && item.is_span) {
        item.label = words_bar_width(browse, kit, entry, &what, -1, item.room, &has_date);
        item.short_label = has_date ? words_drop_date(browse, kit, entry, item.label, &has_date) : 0;
        item.mark_label = words_moment_width(browse, kit, entry, &what, -1);
    } else if (is_labelled) {
        item.label = words_moment_width(browse, kit, entry, &what, -1);
    }
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

struct stretch lanes_crowd_stretch(const struct browse *browse, double world_first, double world_end)
{
    double window = lanes_window_first(browse);

    return (struct stretch){lanes_day(browse, world_first), lanes_day(browse, world_end),
                            window >= world_first && window < world_end};
}

int lanes_counted(const struct browse *browse, const struct kit *kit, int lane, int importance, struct stretch stretch,
                  int *entries, int most)
{
    const struct timeline *timeline = lanes_timeline(browse, kit);

    if (stretch.takes_over)
        return timeline_between(timeline, lane, importance, stretch.first_day, stretch.end_day, entries, most);
    return timeline_starting_between(timeline, lane, importance, stretch.first_day, stretch.end_day, entries, most);
}

int lanes_crowd_entry(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark)
{
    struct stretch stretch = lanes_crowd_stretch(browse, mark->crowd_first, mark->crowd_end);
    int entry = -1;

    for (int importance = 1; importance <= IMPORTANCE_COUNT && entry < 0; importance++)
        if (browse->lanes[lane].crowd_classes >> (importance - 1) & 1)
            lanes_counted(browse, kit, lane, importance, stretch, &entry, 1);
    return entry;
}

/* Slots of a cluster's width, counted from the exhibit's first day so that they stand still while the view moves. */
static void count_crowds(struct browse *browse, struct kit *kit, int lane, int slot_px)
{
    struct lane_marks *marks = &browse->lanes[lane];
    double slot = floor(lanes_world(browse, browse->laid_first) / slot_px);

    marks->crowd_count = 0;
    for (; slot * slot_px < lanes_world(browse, browse->laid_end) && marks->crowd_count < BROWSE_CROWDS_MOST; slot++) {
        struct layout_crowd crowd = {slot * slot_px, (slot + 1) * slot_px, 0};
        struct stretch stretch = lanes_crowd_stretch(browse, crowd.first, crowd.end);
        for (int i = 0; i < IMPORTANCE_COUNT; i++)
            if (marks->crowd_classes >> i & 1)
                crowd.count += lanes_counted(browse, kit, lane, i + 1, stretch, NULL, 0);
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
        bool is_wanted = lanes_is_labelled(browse, importance) || kit->session->only_differing; /* those few have room */
        bool is_labelled = is_wanted && labels + count <= BROWSE_LABELS_MOST;
        if (marks->count + count > BROWSE_ITEMS_MOST)
            marks->crowd_classes |= 1u << (importance - 1);
        else
            gather_class(browse, kit, lane, importance, is_labelled);
        labels += is_labelled ? count : 0;
    }
    lane_marks_sort(marks);
    if (marks->crowd_classes)
        count_crowds(browse, kit, lane, slot_px);
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

void lanes_layout_at(struct browse *browse, int lane, const struct lane_place *place)
{
    lane_marks_layout(browse, &browse->lanes[lane], place->rows > 0 ? place->rows : 1, place->is_folded);
}

void lanes_layout(struct browse *browse, struct kit *kit)
{
    if (is_covered(browse))
        return;
    cover(browse);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        gather(browse, kit, lane,
               2 * ((browse->plan.shape == SHAPE_TRACKS ? browse->plan.target_h : browse->plan.target_w) + browse->plan.gap));
        lanes_layout_at(browse, lane, &browse->places[lane]);
    }
    browse->is_laid_out = true;
}

/* ---- where an entry is ---- */

/* As lanes_counted counts: what the exhibit begins with starts on its first day. */
static bool is_in_stretch(const struct browse *browse, const struct pack_entry *entry, struct stretch stretch)
{
    const struct camera *camera = &browse->camera;
    double start = fmax(timeline_span_first(entry), camera->limit_first);
    double end = timeline_is_endless(entry) ? camera->limit_first + camera->limit_days : timeline_span_end(entry);

    if (stretch.takes_over)
        return start < stretch.end_day && fmax(end, start + 1) > stretch.first_day;
    return start >= stretch.first_day && start < stretch.end_day;
}

/* Of two that count it, the one at the left edge of the window: the other lies outside. */
static const struct layout_mark *crowd_of(const struct browse *browse, const struct kit *kit, const struct lane_marks *marks,
                                          int entry)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    const struct layout_mark *found = NULL;

    for (int i = 0; i < marks->layout.mark_count; i++) {
        const struct layout_mark *mark = &marks->layout.marks[i];
        if (mark->item >= 0)
            continue;
        struct stretch stretch = lanes_crowd_stretch(browse, mark->crowd_first, mark->crowd_end);
        if (is_in_stretch(browse, &what, stretch) && (!found || stretch.takes_over))
            found = mark;
    }
    return found;
}

const struct layout_mark *lanes_find(const struct browse *browse, const struct kit *kit, int entry, int *lane)
{
    *lane = pack_entry(kit->pack, entry).lane;
    if (!browse->is_laid_out)
        return NULL;
    const struct lane_marks *marks = &browse->lanes[*lane];
    const struct layout_mark *found = lane_marks_find(marks, entry);
    if (found)
        return found;
    return crowd_of(browse, kit, marks, entry);
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
