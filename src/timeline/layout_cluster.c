#include "timeline/layout_work.h"

#include <math.h>

static struct interval with_badge(const struct work *work, const struct layout_mark *mark)
{
    struct interval wider = layout_footprint(mark);

    if (mark->side == LAYOUT_LEFT)
        wider.first -= work->measures.badge;
    else
        wider.end += work->measures.badge;
    return wider;
}

static bool is_own(const struct layout_mark *mark, struct interval taken)
{
    return taken.first == mark->first && taken.end == mark->end;
}

static bool can_widen(const struct work *work, const struct layout_mark *mark, struct interval wider)
{
    const struct row *row = &work->layout->room->rows[mark->row];

    double first = work->measures.bound_first, end = work->measures.bound_end;

    if (work->measures.window_end > work->measures.window_first && layout_is_inside(work, mark->mark)) {
        first = work->measures.window_first;
        end = work->measures.window_end;
    }
    if (wider.end > fmax(end, mark->end) || wider.first < fmin(first, mark->first))
        return false;
    for (int i = 0; i < row->count; i++)
        if (!is_own(mark, row->taken[i]) && layout_do_touch(work, row->taken[i], wider))
            return false;
    return true;
}

static bool has_room_for_badge(const struct work *work, const struct layout_mark *mark)
{
    const struct layout_item *item = &work->items[mark->item];

    if (work->measures.rows == 1 || mark->has_badge_room)
        return true;
    if (mark->side == LAYOUT_INSIDE)
        return item->label + work->measures.badge + 2 * work->measures.label_gap <= item->room;
    return can_widen(work, mark, with_badge(work, mark));
}

/* Makes the footprint of a labelled mark that has room for it wide enough for a badge. */
static void make_room_for_badge(struct work *work, int index)
{
    struct layout_mark *mark = &work->layout->marks[index];
    struct interval wider = with_badge(work, mark);

    bool is_wide_enough = mark->has_badge_room || work->measures.rows == 1 || mark->side == LAYOUT_INSIDE;

    mark->has_badge_room = true;
    if (is_wide_enough)
        return;
    layout_release(work, mark);
    mark->first = wider.first;
    mark->end = wider.end;
    layout_take(work, mark);
}

static double distance_of(const struct layout_mark *mark, double place)
{
    if (mark->kind != LAYOUT_SPAN)
        return fabs(mark->mark - place);
    return place < mark->first ? mark->first - place : place > mark->end ? place - mark->end : 0;
}

/* MOMENTS and LABELLED with room for a badge, FULL without. */
enum search { CROWDS, LONELY, MOMENTS, LABELLED, FULL };

static bool is_wanted(const struct work *work, const struct layout_mark *mark, enum search search)
{
    if (search == CROWDS || mark->item < 0)
        return search == CROWDS && mark->item < 0;
    if (search == LONELY)
        return mark->kind == LAYOUT_SMALL || mark->kind == LAYOUT_CLUSTER;
    bool is_labelled = mark->kind == LAYOUT_KEY || (mark->kind == LAYOUT_SPAN && search != MOMENTS);
    return is_labelled && (search == FULL || has_room_for_badge(work, mark));
}

/* The part of a bar that is on the screen; all of it when the window is not known. */
static struct interval part_in_window(const struct work *work, double first, double end)
{
    const struct layout_measures *measures = &work->measures;

    if (measures->window_end <= measures->window_first)
        return (struct interval){.first = first, .end = end};
    return (struct interval){.first = fmax(first, measures->window_first), .end = fmin(end, measures->window_end)};
}

static bool is_seen(const struct work *work, const struct layout_mark *mark)
{
    struct interval part = part_in_window(work, mark->first, mark->end);

    return mark->kind == LAYOUT_SPAN ? part.end > part.first : layout_is_inside(work, mark->mark);
}

/* What is on the screen looks for a host there first; crowds stand everywhere. */
static int nearest(const struct work *work, double place, double within, enum search search)
{
    int best = NOBODY;

    for (int i = 0; i < work->layout->mark_count; i++) {
        const struct layout_mark *mark = &work->layout->marks[i];
        double distance = distance_of(mark, place);
        bool is_hidden = search != CROWDS && search != LONELY && layout_is_inside(work, place) && !is_seen(work, mark);
        if (is_wanted(work, mark, search) && !is_hidden && distance <= within
            && (best < 0 || distance < distance_of(&work->layout->marks[best], place)))
            best = i;
    }
    return best;
}

/* The bar that shares most time with a span. */
static int longest_overlap(const struct work *work, const struct layout_item *item)
{
    int best = NOBODY;
    double longest = 0;

    for (int i = 0; i < work->layout->mark_count; i++) {
        const struct layout_mark *mark = &work->layout->marks[i];
        struct interval part = part_in_window(work, fmax(mark->first, item->first), fmin(mark->end, item->end));
        if (mark->kind == LAYOUT_SPAN && part.end - part.first > longest && has_room_for_badge(work, mark)) {
            longest = part.end - part.first;
            best = i;
        }
    }
    return best;
}

void layout_join_neighbours(struct work *work)
{
    for (int i = 0; i < work->item_count; i++) {
        const struct layout_item *item = &work->items[i];
        if (!item->is_labelled || work->layout->room->owner[i] != NOBODY)
            continue;
        int mark = layout_is_bar(work, item) ? longest_overlap(work, item)
                                             : nearest(work, item->mark, work->measures.merge, MOMENTS);
        if (mark >= 0) {
            make_room_for_badge(work, mark);
            layout_own(work, i, mark);
        }
    }
}

struct group {
    int first_item, last_item; /* those without an owner between them */
    double first, end;
    int count, tile; /* the widest of its members */
};

static bool is_due(const struct work *work, int item, bool inside)
{
    return work->layout->room->owner[item] == NOBODY && layout_is_inside(work, work->items[item].mark) == inside;
}

/* Neighbours that are all on the screen, or all outside it. */
static bool next_group(const struct work *work, int *next, bool inside, struct group *group)
{
    while (*next < work->item_count && !is_due(work, *next, inside))
        (*next)++;
    if (*next >= work->item_count)
        return false;
    *group = (struct group){*next, *next, work->items[*next].mark, work->items[*next].mark, 1, work->items[*next].tile};
    for (int i = ++*next; i < work->item_count; *next = ++i) {
        double place = work->items[i].mark;
        if (!is_due(work, i, inside))
            continue;
        if (place - group->end >= work->measures.merge || place - group->first > work->measures.cluster)
            break;
        group->last_item = i;
        group->end = place;
        group->count++;
        group->tile = work->items[i].tile > group->tile ? work->items[i].tile : group->tile;
    }
    return true;
}

static void own_group(struct work *work, const struct group *group, int mark)
{
    bool inside = layout_is_inside(work, group->first);

    for (int i = group->first_item; i <= group->last_item; i++)
        if (is_due(work, i, inside))
            layout_own(work, i, mark);
    if (work->layout->marks[mark].kind == LAYOUT_SMALL && work->layout->marks[mark].count > 1)
        work->layout->marks[mark].kind = LAYOUT_CLUSTER;
}

/* Of what has no label. */
static struct interval small_footprint(const struct work *work, double middle, int tile)
{
    double half = work->measures.target / 2.0;

    return (struct interval){.first = middle - half, .end = middle + half + tile};
}

/* The free place nearest to the middle, within a cluster's width to either side. */
static bool find_free(const struct work *work, int tile, double *middle)
{
    int row = work->measures.rows - 1;

    for (int way = 0; way <= work->measures.cluster; way += 4) {
        for (int side = -1; side <= 1; side += 2) {
            double place = *middle + side * way;
            if (layout_is_inside(work, place) == layout_is_inside(work, *middle) && layout_stand(work, place) == place
                && layout_is_free(work, row, small_footprint(work, place, tile))) {
                *middle = place;
                return true;
            }
        }
    }
    return false;
}

static int nearest_anywhere(const struct work *work, double place)
{
    int best = 0;

    for (int i = 1; i < work->layout->mark_count; i++)
        if (distance_of(&work->layout->marks[i], place) < distance_of(&work->layout->marks[best], place))
            best = i;
    return best;
}

/* Who takes in a group whose place is taken; NOBODY: it stands at *middle, moved a little, which nobody sees off the screen. */
static int find_host(struct work *work, int tile, double *middle)
{
    int host = nearest(work, *middle, work->measures.cluster, CROWDS);

    if (host < 0 && !layout_is_inside(work, *middle) && find_free(work, tile, middle))
        return NOBODY;

    if (host < 0) /* just outside the screen, nearer than a mark's width to one just inside */
        host = nearest(work, *middle, work->measures.merge, LONELY);
    if (host < 0)
        host = nearest(work, *middle, work->measures.cluster, MOMENTS);
    if (host < 0 && !find_free(work, tile, middle)) {
        host = nearest(work, *middle, INFINITY, LABELLED);
        host = host < 0 ? nearest(work, *middle, INFINITY, FULL) : host;
        if (host < 0) /* everything else is outside */
            host = nearest_anywhere(work, *middle);
    }
    if (host >= 0 && work->layout->marks[host].item >= 0 && has_room_for_badge(work, &work->layout->marks[host]))
        make_room_for_badge(work, host);
    return host;
}

static void place_group(struct work *work, const struct group *group)
{
    int row = work->measures.rows - 1, host = NOBODY;
    double middle = layout_stand(work, (group->first + group->end) / 2);

    if (!layout_is_free(work, row, small_footprint(work, middle, group->tile)))
        host = find_host(work, group->tile, &middle);
    struct interval footprint = small_footprint(work, middle, group->tile);
    if (host < 0)
        host = layout_add_mark(work,
                               (struct layout_mark){.kind = group->count > 1 ? LAYOUT_CLUSTER : LAYOUT_SMALL,
                                                    .item = group->first_item,
                                                    .row = row,
                                                    .mark = middle,
                                                    .body_first = footprint.first,
                                                    .body_end = footprint.end,
                                                    .first = footprint.first,
                                                    .end = footprint.end});
    own_group(work, group, host);
}

void layout_place_groups(struct work *work)
{
    struct group group;

    for (int pass = 0; pass < 2; pass++) {
        int next = 0;
        while (next_group(work, &next, pass == 0, &group))
            place_group(work, &group);
    }
}

/* In its middle, but not off the screen if a part of it is on. */
static double place_of_crowd(const struct work *work, const struct layout_crowd *crowd)
{
    const struct layout_measures *measures = &work->measures;
    double middle = (crowd->first + crowd->end) / 2;
    bool is_on = crowd->first < measures->window_end && crowd->end > measures->window_first;

    return is_on ? fmin(fmax(middle, measures->window_first), measures->window_end) : middle;
}

/* One that has to stand too near to the crowd before it, at an edge of the window, is a part of that. */
static void join_crowd(struct work *work, const struct layout_crowd *crowd)
{
    struct layout_mark *mark = &work->layout->marks[work->layout->mark_count - 1];

    mark->count += crowd->count;
    mark->members_end = mark->crowd_end = crowd->end;
}

void layout_place_crowds(struct work *work, const struct layout_crowd *crowds, int count)
{
    for (int i = 0; i < count; i++) {
        double middle = layout_stand(work, place_of_crowd(work, &crowds[i]));
        struct interval footprint = small_footprint(work, middle, 0);
        int row = work->measures.rows - 1;
        if (crowds[i].count <= 0)
            continue;
        if (!layout_is_free(work, row, footprint)) {
            join_crowd(work, &crowds[i]);
            continue;
        }
        layout_add_mark(work,
                        (struct layout_mark){.kind = LAYOUT_CLUSTER,
                                             .item = -1,
                                             .row = row,
                                             .mark = middle,
                                             .body_first = footprint.first,
                                             .body_end = footprint.end,
                                             .first = footprint.first,
                                             .end = footprint.end,
                                             .count = crowds[i].count,
                                             .members_first = crowds[i].first,
                                             .members_end = crowds[i].end,
                                             .crowd_first = crowds[i].first,
                                             .crowd_end = crowds[i].end});
    }
}
