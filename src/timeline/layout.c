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
        && grow((void **)&layout->members, &room->members, items + 1, sizeof *layout->members)
        && grow((void **)&room->owner, &room->owners, items + 1, sizeof *room->owner);
}

/* ---- rows ---- */

bool layout_do_touch(const struct work *work, struct interval a, struct interval b)
{
    double gap = work->measures.gap - 1e-6; /* what is computed as just a gap apart is apart */

    return a.first < b.end + gap && b.first < a.end + gap;
}

bool layout_is_free(const struct work *work, int row, double first, double end)
{
    const struct row *taken = &work->layout->room->rows[row];

    for (int i = 0; i < taken->count; i++)
        if (layout_do_touch(work, taken->taken[i], (struct interval){first, end}))
            return false;
    return true;
}

static void take(struct work *work, int row, double first, double end)
{
    struct row *taken = &work->layout->room->rows[row];

    if (!grow((void **)&taken->taken, &taken->room, taken->count + 1, sizeof *taken->taken)) {
        work->is_out_of_memory = true;
        return;
    }
    taken->taken[taken->count++] = (struct interval){first, end};
}

int layout_add_mark(struct work *work, struct layout_mark mark)
{
    take(work, mark.row, mark.first, mark.end);
    work->layout->marks[work->layout->mark_count] = mark;
    return work->layout->mark_count++;
}

void layout_own(struct work *work, int item, int mark)
{
    work->layout->room->owner[item] = mark;
    work->layout->marks[mark].count++;
}

/* ---- labels ---- */

bool layout_is_inside(const struct work *work, double place)
{
    const struct layout_measures *measures = &work->measures;

    return measures->window_end <= measures->window_first || (place >= measures->window_first && place < measures->window_end);
}

bool layout_is_bar(const struct work *work, const struct layout_item *item)
{
    return item->is_span && (work->measures.rows > 1 || work->measures.spans_stay);
}

/* In one row everything may have to carry the number of those that found no room. */
static int label_width(const struct work *work, const struct layout_item *item)
{
    return item->label + (work->measures.rows == 1 ? work->measures.badge : 0);
}

static struct interval at_least(struct interval part, double middle, double width)
{
    if (part.end - part.first >= width)
        return part;
    return (struct interval){middle - width / 2, middle + width / 2};
}

/* Mark, bracket and tile, without the label. */
static struct interval body_of(const struct work *work, const struct layout_item *item)
{
    double half = work->measures.key / 2.0;
    struct interval body = {item->mark - half, item->mark + half + item->tile};

    if (layout_is_bar(work, item)) {
        body = (struct interval){item->first, item->end};
        return at_least(body, (item->first + item->end) / 2, work->measures.target);
    }
    if (!item->is_span && work->measures.rows > 1) { /* in a single row a bracket would keep everything else out */
        body.first = fmin(body.first, item->first);
        body.end = fmax(body.end, item->end);
    }
    return at_least(body, item->mark, work->measures.target);
}

static bool try_side(struct work *work, int row, const struct layout_item *item, enum layout_side side,
                     struct layout_mark *mark)
{
    const struct layout_measures *measures = &work->measures;
    struct interval body = body_of(work, item), whole = body;
    int label = label_width(work, item);

    bool has_inside = item->is_span ? layout_is_bar(work, item) : measures->rows > 1;

    if (side == LAYOUT_INSIDE && (!has_inside || label + 2 * measures->label_gap > item->room))
        return false;
    if (side == LAYOUT_RIGHT)
        whole.end = body.end + measures->label_gap + label;
    if (side == LAYOUT_LEFT)
        whole.first = body.first - measures->label_gap - label;
    if (side != LAYOUT_INSIDE
        && (whole.first < fmin(measures->bound_first, body.first) || whole.end > fmax(measures->bound_end, body.end)))
        return false;
    if (!layout_is_free(work, row, whole.first, whole.end))
        return false;
    mark->row = row;
    mark->side = side;
    mark->first = whole.first;
    mark->end = whole.end;
    mark->body_first = body.first;
    mark->body_end = body.end;
    return true;
}

static bool place_labelled(struct work *work, int index)
{
    const struct layout_item *item = &work->items[index];
    int rows = work->measures.rows > 1 ? work->measures.rows - 1 : 1;
    struct layout_mark mark = {.kind = layout_is_bar(work, item) ? LAYOUT_SPAN : LAYOUT_KEY, .item = index, .mark = item->mark};

    for (int row = 0; row < rows; row++) {
        if (try_side(work, row, item, LAYOUT_INSIDE, &mark) || try_side(work, row, item, LAYOUT_RIGHT, &mark)
            || try_side(work, row, item, LAYOUT_LEFT, &mark)) {
            layout_own(work, index, layout_add_mark(work, mark));
            return true;
        }
    }
    return false;
}

static int greatest_importance(const struct work *work)
{
    int greatest = 0;

    for (int i = 0; i < work->item_count; i++)
        if (work->items[i].is_labelled && work->items[i].importance > greatest)
            greatest = work->items[i].importance;
    return greatest;
}

static void place_all_labelled(struct work *work, bool spans)
{
    int last = greatest_importance(work);

    for (int importance = 0; importance <= last; importance++)
        for (int i = 0; i < work->item_count; i++)
            if (work->items[i].is_labelled && work->items[i].importance == importance
                && layout_is_bar(work, &work->items[i]) == spans)
                place_labelled(work, i);
}

/* ---- the finished lane ---- */

/* What stands alone in the last row may have its label there after all, where nothing else is near. */
static void label_the_lonely(struct work *work)
{
    struct layout *layout = work->layout;

    for (int i = 0; i < layout->mark_count && work->measures.rows > 1; i++) {
        struct layout_mark *mark = &layout->marks[i];
        if (mark->kind != LAYOUT_SMALL || !work->items[mark->item].is_labelled || layout_is_bar(work, &work->items[mark->item]))
            continue;
        struct row *row = &layout->room->rows[mark->row];
        int own = 0;
        while (row->taken[own].first != mark->first || row->taken[own].end != mark->end)
            own++;
        struct interval before = row->taken[own];
        row->taken[own] = (struct interval){INFINITY, INFINITY};
        if (try_side(work, mark->row, &work->items[mark->item], LAYOUT_INSIDE, mark)
            || try_side(work, mark->row, &work->items[mark->item], LAYOUT_RIGHT, mark)
            || try_side(work, mark->row, &work->items[mark->item], LAYOUT_LEFT, mark))
            mark->kind = LAYOUT_KEY;
        row->taken[own] = mark->kind == LAYOUT_KEY ? (struct interval){mark->first, mark->end} : before;
    }
}

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
    layout->member_count = total;
}

bool layout_lane(struct layout *layout, const struct layout_item *items, int item_count, const struct layout_crowd *crowds,
                 int crowd_count, struct layout_measures measures)
{
    struct work work = {.layout = layout, .measures = measures, .items = items, .item_count = item_count};

    assert(measures.rows >= 1 && measures.rows <= LAYOUT_ROWS_MAX);
    layout->mark_count = layout->member_count = 0;
    if (!reserve(layout, item_count, crowd_count))
        return false;
    for (int i = 0; i < item_count; i++)
        layout->room->owner[i] = NOBODY;
    layout_place_crowds(&work, crowds, crowd_count);
    place_all_labelled(&work, true);
    place_all_labelled(&work, false);
    layout_join_neighbours(&work);
    layout_place_groups(&work);
    label_the_lonely(&work);
    for (int i = 0; i < layout->mark_count; i++)
        layout->marks[i].first_member = i;
    qsort(layout->marks, (size_t)layout->mark_count, sizeof *layout->marks, by_place);
    list_members(layout, items, item_count);
    if (work.is_out_of_memory)
        layout->mark_count = layout->member_count = 0;
    return !work.is_out_of_memory;
}

int layout_find(const struct layout *layout, int item)
{
    return layout->mark_count > 0 ? layout->room->owner[item] : -1;
}

int layout_lost(const struct layout *layout, const struct layout_item *items, int item_count, double first, double end)
{
    int lost = 0;

    for (int i = 0; i < item_count && layout->mark_count > 0; i++) {
        const struct layout_mark *mark = &layout->marks[layout->room->owner[i]];
        bool has_label = mark->item == i && mark->side != LAYOUT_NO_LABEL;
        bool is_in_view = fmin(items[i].first, items[i].mark) < end && fmax(items[i].end, items[i].mark) > first;
        if (items[i].is_labelled && is_in_view && !has_label)
            lost += 16 >> (items[i].importance < 4 ? items[i].importance : 4);
    }
    return lost;
}

/* The best that more rows do for a lane, for each row; *more is how many it takes. */
static double best_gain(const int *lost, int most, int rows, int left, int *more)
{
    double best = 0;

    for (int k = 1; k <= left && rows + k <= most; k++) {
        double gain = (double)(lost[rows - 1] - lost[rows + k - 1]) / k;
        if (gain > best) {
            best = gain;
            *more = k;
        }
    }
    return best;
}

void layout_share_rows(const int *lost, int most, int lanes, int total, int *rows)
{
    int least = total >= 2 * lanes && most > 1 ? 2 : 1, left = total - least * lanes;

    for (int i = 0; i < lanes; i++)
        rows[i] = least;
    while (left > 0) {
        int neediest = -1, more = 0;
        double best = 0;
        for (int i = 0; i < lanes; i++) {
            int k = 0;
            double gain = best_gain(lost + i * most, most, rows[i], left, &k);
            bool is_smaller = neediest >= 0 && gain == best && rows[i] < rows[neediest];
            if (gain > best || is_smaller) {
                best = gain;
                neediest = i;
                more = k;
            }
        }
        if (neediest < 0)
            return;
        rows[neediest] += more;
        left -= more;
    }
}
