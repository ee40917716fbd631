/*
 * Entries are kept by lane and importance, sorted by start. A heap-like tree of the latest ends lets a query skip whole
 * stretches that are over; counting needs only the sorted starts and the sorted ends.
 */
#include "timeline/timeline.h"

#include <assert.h>
#include <stdlib.h>

enum { IMPORTANCE_COUNT = 4 };

struct class
{
    int count;
    int *entries;
    double *starts;      /* ascending, in the order of entries */
    double *sorted_ends; /* ascending */
    double *latest; /* latest[1] covers all, latest[2i] and latest[2i + 1] the halves of latest[i]; leaves from `leaves` on */
    int leaves;     /* a power of two >= count */
};

struct timeline {
    double first_day, end_day;
    int lanes;
    struct class *classes; /* lanes * IMPORTANCE_COUNT */
    int *order;            /* the entries held, in the order of the pack */
    int order_count;
    int *differing;
    int differing_count;
};

double timeline_span_first(const struct pack_entry *entry)
{
    return entry->start.first_day;
}

double timeline_span_end(const struct pack_entry *entry)
{
    return (double)entry->end.last_day + 1;
}

double timeline_mark_day(const struct pack_entry *entry)
{
    return ((double)entry->start.first_day + entry->start.last_day + 1) / 2;
}

bool timeline_is_endless(const struct pack_entry *entry)
{
    return entry->open_end && entry->end.last_day <= entry->start.last_day;
}

/* What began before the exhibit does begins with it, or windows side by side would not hold it. */
static double entry_start(const struct timeline *timeline, const struct pack_entry *entry)
{
    double start = timeline_span_first(entry);

    return start > timeline->first_day ? start : timeline->first_day;
}

static double entry_end(const struct timeline *timeline, const struct pack_entry *entry)
{
    double start = entry_start(timeline, entry);
    double end = timeline_is_endless(entry) ? timeline->end_day : timeline_span_end(entry);

    return end > start ? end : start + 1;
}

static struct class *class_of(const struct timeline *timeline, int lane, int importance)
{
    assert(lane >= 0 && lane < timeline->lanes && importance >= 1 && importance <= IMPORTANCE_COUNT);
    return &timeline->classes[lane * IMPORTANCE_COUNT + importance - 1];
}

static void class_done(struct class *class)
{
    free(class->entries);
    free(class->starts);
    free(class->sorted_ends);
    free(class->latest);
}

static bool class_reserve(struct class *class)
{
    size_t count = (size_t)(class->count > 0 ? class->count : 1);

    class->leaves = 1;
    while (class->leaves < class->count)
        class->leaves *= 2;
    class->entries = calloc(count, sizeof *class->entries);
    class->starts = calloc(count, sizeof *class->starts);
    class->sorted_ends = calloc(count, sizeof *class->sorted_ends);
    class->latest = malloc(2 * (size_t) class->leaves * sizeof *class->latest);
    class->count = 0;
    return class->entries && class->starts && class->sorted_ends && class->latest;
}

static void class_add(struct class *class, int entry, double start, double end)
{
    class->entries[class->count] = entry;
    class->starts[class->count] = start;
    class->sorted_ends[class->count] = end;
    class->latest[class->leaves + class->count] = end;
    class->count++;
}

static int compare_days(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

static void class_finish(struct class *class)
{
    qsort(class->sorted_ends, (size_t) class->count, sizeof *class->sorted_ends, compare_days);
    for (int i = class->count; i < class->leaves; i++)
        class->latest[class->leaves + i] = -1e300;
    for (int i = class->leaves - 1; i >= 1; i--) {
        double left = class->latest[2 * i], right = class->latest[2 * i + 1];
        class->latest[i] = left > right ? left : right;
    }
}

/* How many of the ascending days lie before `day` (or on it). */
static int count_before(const double *days, int count, double day, bool and_on)
{
    int low = 0, high = count;

    while (low < high) {
        int middle = low + (high - low) / 2;
        if (days[middle] < day || (and_on && days[middle] == day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_held(const struct pack_entry *entry, bool only_differing)
{
    return !only_differing || entry->differs != 0;
}

static void count_entries(struct timeline *timeline, const struct pack *pack, int entries, bool only_differing)
{
    for (int i = 0; i < entries; i++) {
        struct pack_entry entry = pack_entry(pack, i);
        if (is_held(&entry, only_differing))
            class_of(timeline, entry.lane, entry.importance)->count++;
    }
}

static bool reserve(struct timeline *timeline, int entries)
{
    size_t room = (size_t)(entries > 0 ? entries : 1);
    bool is_good = true;

    timeline->order = calloc(room, sizeof *timeline->order);
    timeline->differing = calloc(room, sizeof *timeline->differing);
    for (int i = 0; i < timeline->lanes * IMPORTANCE_COUNT; i++)
        is_good = class_reserve(&timeline->classes[i]) && is_good;
    return is_good && timeline->order && timeline->differing;
}

static void add_entries(struct timeline *timeline, const struct pack *pack, int entries, bool only_differing)
{
    for (int i = 0; i < entries; i++) {
        struct pack_entry entry = pack_entry(pack, i);
        if (!is_held(&entry, only_differing))
            continue;
        class_add(class_of(timeline, entry.lane, entry.importance), i, entry_start(timeline, &entry),
                  entry_end(timeline, &entry));
        timeline->order[timeline->order_count++] = i;
        if (entry.differs)
            timeline->differing[timeline->differing_count++] = i;
    }
    for (int i = 0; i < timeline->lanes * IMPORTANCE_COUNT; i++)
        class_finish(&timeline->classes[i]);
}

static struct timeline *create(const struct pack *pack, bool only_differing)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);
    struct timeline *timeline = calloc(1, sizeof *timeline);

    if (!timeline)
        return NULL;
    timeline->first_day = exhibit.start_day;
    timeline->end_day = (double)exhibit.end_day + 1;
    timeline->classes = calloc((size_t)exhibit.lanes * IMPORTANCE_COUNT, sizeof *timeline->classes);
    if (timeline->classes) {
        timeline->lanes = exhibit.lanes;
        count_entries(timeline, pack, exhibit.entries, only_differing);
    }
    if (!timeline->classes || !reserve(timeline, exhibit.entries)) {
        timeline_destroy(timeline);
        return NULL;
    }
    add_entries(timeline, pack, exhibit.entries, only_differing);
    return timeline;
}

struct timeline *timeline_create(const struct pack *pack)
{
    return create(pack, false);
}

struct timeline *timeline_create_differing(const struct pack *pack)
{
    return create(pack, true);
}

void timeline_destroy(struct timeline *timeline)
{
    if (!timeline)
        return;
    for (int i = 0; i < timeline->lanes * IMPORTANCE_COUNT; i++)
        class_done(&timeline->classes[i]);
    free(timeline->classes);
    free(timeline->order);
    free(timeline->differing);
    free(timeline);
}

double timeline_first_day(const struct timeline *timeline)
{
    return timeline->first_day;
}

double timeline_end_day(const struct timeline *timeline)
{
    return timeline->end_day;
}

int timeline_count_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day)
{
    const struct class *class = class_of(timeline, lane, importance);

    if (end_day <= first_day)
        return 0;
    /* What is over by first_day has also begun before end_day. */
    return count_before(class->starts, class->count, end_day, false)
        - count_before(class->sorted_ends, class->count, first_day, true);
}

struct search {
    const struct class *class;
    double first_day;
    int begun; /* entries that start before the end of the window */
    int *entries;
    int found, most;
};

static void collect(struct search *search, int node, int first, int width)
{
    if (first >= search->begun || search->found >= search->most || search->class->latest[node] <= search->first_day)
        return;
    if (width == 1) {
        search->entries[search->found++] = search->class->entries[first];
        return;
    }
    collect(search, 2 * node, first, width / 2);
    collect(search, 2 * node + 1, first + width / 2, width / 2);
}

int timeline_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day, int *entries,
                     int most)
{
    const struct class *class = class_of(timeline, lane, importance);
    struct search search = {class, first_day, count_before(class->starts, class->count, end_day, false), entries, 0, most};

    if (end_day <= first_day)
        return 0;
    collect(&search, 1, 0, class->leaves);
    return timeline_count_between(timeline, lane, importance, first_day, end_day);
}

int timeline_count_starting(const struct timeline *timeline, int lane, int importance, double first_day, double end_day)
{
    const struct class *class = class_of(timeline, lane, importance);

    if (end_day <= first_day)
        return 0;
    return count_before(class->starts, class->count, end_day, false)
        - count_before(class->starts, class->count, first_day, false);
}

int timeline_starting_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day,
                              int *entries, int most)
{
    const struct class *class = class_of(timeline, lane, importance);
    int first = count_before(class->starts, class->count, first_day, false);
    int count = timeline_count_starting(timeline, lane, importance, first_day, end_day);

    for (int i = 0; i < count && i < most; i++)
        entries[i] = class->entries[first + i];
    return count;
}

/* Place of the first entry held that is >= entry. */
static int place_of(const struct timeline *timeline, int entry)
{
    int low = 0, high = timeline->order_count;

    while (low < high) {
        int middle = low + (high - low) / 2;
        if (timeline->order[middle] < entry)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int timeline_before(const struct timeline *timeline, int entry)
{
    int place = place_of(timeline, entry);

    return place > 0 ? timeline->order[place - 1] : -1;
}

int timeline_after(const struct timeline *timeline, int entry)
{
    int place = place_of(timeline, entry + 1);

    return place < timeline->order_count ? timeline->order[place] : -1;
}

int timeline_differing(const struct timeline *timeline, int *entries, int most)
{
    int count = timeline->differing_count;

    for (int i = 0; i < count && i < most; i++)
        entries[i] = timeline->differing[i];
    return count;
}
