#include "timeline/layout.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "timeline/layout_work.h"

void layout_init(struct layout *layout)
{
    *layout = (struct layout){0};
}

void layout_done(struct layout *layout)
{
    if (layout->room) {
        for (int i = 0; i < LAYOUT_ROWS_MAX; i++)
            free(layout->room->rows[i].taken);
        free(layout->room->owner);
        free(layout->room->order);
        free(layout->room->standing);
    }
    free(layout->room);
    free(layout->marks);
    free(layout->members);
    layout_init(layout);
}

static bool grow(void **array, int *room, int wanted, size_t size)
{
    if (wanted <= *room)
        return true;
    int more = *room < 32 ? 64 : *room * 2;
    more = more < wanted ? wanted : more;
    void *grown = realloc(*array, (size_t)more * size);
    if (!grown)
        return false;
    *array = grown;
    *room = more;
    return true;
}

static bool reserve(struct layout *layout, int items, int crowds)
{
    if (!layout->room && !(layout->room = calloc(1, sizeof *layout->room)))
        return false;
    struct layout_room *room = layout->room;

    for (int i = 0; i < LAYOUT_ROWS_MAX; i++)
        room->rows[i].count = 0;
    return grow((void **)&layout->marks, &room->marks, items + crowds + 1, sizeof *layout->marks)
        && grow((void **)&room->order, &room->orders, items + crowds + 1, sizeof *room->order)
        && grow((void **)&room->standing, &room->standings, items + 1, sizeof *room->standing)
        && grow((void **)&layout->members, &room->members, items + 1, sizeof *layout->members)
        && grow((void **)&room->owner, &room->owners, items + 1, sizeof *room->owner);
}

/* ---- rows ---- */

/* From one interval to one right of it. Words are nearer to their own mark than to another that has some, if there are other rows. */
static double gap_between(const struct layout_measures *measures, struct interval left, struct interval right)
{
    bool are_named = left.is_named && right.is_named && measures->rows > 1;
    double gap = left.words_end && right.words_first         ? measures->words_gap
        : are_named && (left.words_end || right.words_first) ? measures->label_gap + measures->label_gap / 4.0
                                                             : 0;

    return fmax(measures->gap, gap);
}

bool layout_do_touch(const struct work *work, struct interval a, struct interval b)
{
    const double just = 1e-6; /* what is computed as just a gap apart is apart */

    return a.first < b.end + gap_between(&work->measures, b, a) - just
        && b.first < a.end + gap_between(&work->measures, a, b) - just;
}

bool layout_is_free(const struct work *work, int row, struct interval wanted)
{
    const struct row *taken = &work->layout->room->rows[row];

    for (int i = 0; i < taken->count; i++)
        if (layout_do_touch(work, taken->taken[i], wanted))
            return false;
    return true;
}

struct interval layout_footprint(const struct layout_mark *mark)
{
    return (struct interval){.first = mark->first,
                             .end = mark->end,
                             .words_first = mark->side == LAYOUT_LEFT,
                             .words_end = mark->side == LAYOUT_RIGHT,
                             .is_named = mark->side != LAYOUT_NO_LABEL};
}

void layout_take(struct work *work, const struct layout_mark *mark)
{
    struct row *taken = &work->layout->room->rows[mark->row];

    if (!grow((void **)&taken->taken, &taken->room, taken->count + 1, sizeof *taken->taken)) {
        work->is_out_of_memory = true;
        return;
    }
    taken->taken[taken->count++] = layout_footprint(mark);
}

void layout_release(struct work *work, const struct layout_mark *mark)
{
    struct row *taken = &work->layout->room->rows[mark->row];
    int at = 0;

    while (at < taken->count && (taken->taken[at].first != mark->first || taken->taken[at].end != mark->end))
        at++;
    if (at < taken->count)
        taken->taken[at] = taken->taken[--taken->count];
}

int layout_add_mark(struct work *work, struct layout_mark mark)
{
    layout_take(work, &mark);
    work->layout->marks[work->layout->mark_count] = mark;
    return work->layout->mark_count++;
}

void layout_own(struct work *work, int item, int mark)
{
    work->layout->room->owner[item] = mark;
    work->layout->marks[mark].count++;
}

/* ---- labels ---- */

static int label_rows(const struct work *work)
{
    return work->measures.rows > 1 ? work->measures.rows - 1 : 1;
}

/* The first row with room. */
static bool find_seat(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark)
{
    for (seat.row = 0; seat.row < label_rows(work); seat.row++)
        if (layout_try_sides(work, item, seat, mark))
            return true;
    return false;
}

/* ---- making room ---- */

enum { MOVED_MOST = 2 };

struct moved {
    int marks[MOVED_MOST];
    struct layout_mark before[MOVED_MOST];
    int count;
};

/* The labelled moments that sit where a mark would; false: others do, or too many. */
static bool find_in_the_way(const struct work *work, const struct layout_mark *mark, struct moved *moved)
{
    struct interval wanted = layout_footprint(mark);

    moved->count = 0;
    for (int i = 0; i < work->layout->mark_count; i++) {
        const struct layout_mark *other = &work->layout->marks[i];
        if (other->row != mark->row || !layout_do_touch(work, wanted, layout_footprint(other)))
            continue;
        if (other->kind != LAYOUT_KEY || moved->count == MOVED_MOST)
            return false;
        moved->before[moved->count] = *other;
        moved->marks[moved->count++] = i;
    }
    return true;
}

static void put_back(struct work *work, const struct moved *moved, int seated)
{
    for (int i = 0; i < seated; i++)
        layout_release(work, &work->layout->marks[moved->marks[i]]);
    for (int i = 0; i < moved->count; i++) {
        work->layout->marks[moved->marks[i]] = moved->before[i];
        layout_take(work, &moved->before[i]);
    }
}

/* Those in the way move to other seats, with their labels; if one cannot, nobody moves. */
static bool move_away(struct work *work, const struct layout_mark *mark, const struct moved *moved)
{
    int seated = 0;

    for (int i = 0; i < moved->count; i++)
        layout_release(work, &moved->before[i]);
    layout_take(work, mark);
    for (; seated < moved->count; seated++) {
        struct layout_mark *other = &work->layout->marks[moved->marks[seated]];
        const struct layout_item *item = &work->items[other->item];
        if (!find_seat(work, item, (struct seat){0}, other) && !find_seat(work, item, (struct seat){.is_bare = true}, other))
            break;
        layout_take(work, other);
    }
    layout_release(work, mark);
    if (seated < moved->count)
        put_back(work, moved, seated);
    return seated == moved->count;
}

static bool make_room(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark)
{
    struct moved moved;

    for (seat.row = 0; seat.row < label_rows(work); seat.row++)
        for (seat.side = LAYOUT_INSIDE; seat.side <= LAYOUT_LEFT; seat.side++)
            if (layout_try_on(work, item, seat, mark) && find_in_the_way(work, mark, &moved) && move_away(work, mark, &moved))
                return true;
    return false;
}

/* Rather without its bracket than without its label. */
static void place_labelled(struct work *work, int index)
{
    const struct layout_item *item = &work->items[index];
    bool is_bar = layout_is_bar(work, item), is_inside = layout_is_inside(work, item->mark), is_placed = false;
    struct layout_mark mark = {.kind = is_bar ? LAYOUT_SPAN : LAYOUT_KEY, .item = index, .mark = item->mark};

    for (int bare = 0; bare <= layout_has_bracket(work, item) && !is_placed; bare++) {
        struct seat seat = {.is_bare = bare};
        is_placed = find_seat(work, item, seat, &mark) || (!is_bar && is_inside && make_room(work, item, seat, &mark));
    }
    if (!is_placed && item->short_label > 0)
        is_placed = find_seat(work, item, (struct seat){.is_short = true}, &mark);
    if (is_placed || (!is_inside && find_seat(work, item, (struct seat){.is_loose = true}, &mark)))
        layout_own(work, index, layout_add_mark(work, mark));
}

static int greatest_importance(const struct work *work)
{
    int greatest = 0;

    for (int i = 0; i < work->item_count; i++)
        if (work->items[i].is_labelled && work->items[i].importance > greatest)
            greatest = work->items[i].importance;
    return greatest;
}

/* What is on the screen has the first choice. */
static void place_all_labelled(struct work *work, bool spans, bool inside)
{
    int last = greatest_importance(work);

    for (int importance = 0; importance <= last; importance++)
        for (int i = 0; i < work->item_count; i++)
            if (work->items[i].is_labelled && work->items[i].importance == importance
                && layout_is_bar(work, &work->items[i]) == spans && layout_is_inside(work, work->items[i].mark) == inside)
                place_labelled(work, i);
}

/* ---- the finished lane ---- */

static int by_place(const void *a, const void *b)
{
    const struct layout_mark *x = a, *y = b;

    if (x->mark != y->mark)
        return x->mark < y->mark ? -1 : 1;
    return x->row != y->row ? x->row - y->row : x->item - y->item;
}

/* After sorting: owners get the new places, members are listed mark by mark. first_member holds the place before. */
static void list_members(struct layout *layout, const struct layout_item *items, int item_count)
{
    int total = 0;

    for (int i = 0; i < layout->mark_count; i++) {
        struct layout_mark *mark = &layout->marks[i];
        layout->room->order[mark->first_member] = i;
        mark->first_member = total;
        if (mark->item >= 0) {
            total += mark->count;
            mark->count = 0;
        }
    }
    for (int i = 0; i < item_count; i++) {
        int owner = layout->room->owner[i] = layout->room->order[layout->room->owner[i]];
        struct layout_mark *mark = &layout->marks[owner];
        bool is_first = mark->count == 0;
        mark->members_first = is_first ? items[i].mark : fmin(mark->members_first, items[i].mark);
        mark->members_end = is_first ? items[i].mark : fmax(mark->members_end, items[i].mark);
        if (mark->item >= 0)
            layout->members[mark->first_member + mark->count++] = i;
    }
}

bool layout_lane(struct layout *layout, const struct layout_item *items, int item_count, const struct layout_crowd *crowds,
                 int crowd_count, struct layout_measures measures)
{
    struct work work = {.layout = layout, .measures = measures, .item_count = item_count};

    assert(measures.rows >= 1 && measures.rows <= LAYOUT_ROWS_MAX);
    layout->mark_count = 0;
    if (!reserve(layout, item_count, crowd_count))
        return false;
    for (int i = 0; i < item_count; i++) {
        layout->room->owner[i] = NOBODY;
        layout->room->standing[i] = layout_stood(&work, &items[i]);
    }
    work.items = layout->room->standing;
    layout->room->has_bars = measures.rows > 1 || measures.spans_stay;
    layout_place_crowds(&work, crowds, crowd_count);
    for (int pass = 0; pass < 4; pass++)
        place_all_labelled(&work, pass % 2 == 0, pass < 2);
    layout_join_neighbours(&work);
    layout_place_leads(&work);
    layout_place_groups(&work);
    layout_label_the_lonely(&work);
    for (int i = 0; i < layout->mark_count; i++)
        layout->marks[i].first_member = i;
    qsort(layout->marks, (size_t)layout->mark_count, sizeof *layout->marks, by_place);
    list_members(layout, items, item_count);
    if (work.is_out_of_memory)
        layout->mark_count = 0;
    return !work.is_out_of_memory;
}

int layout_find(const struct layout *layout, int item)
{
    return layout->mark_count > 0 ? layout->room->owner[item] : -1;
}
