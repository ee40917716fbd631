/* Labels in the last row, among what has none: of a moment that takes in what is near it, of a cluster, of what stands alone. */
#include "timeline/layout_work.h"

#include <math.h>

/* Whether everything its label would hide is near enough to be taken in. */
static bool can_lead(const struct work *work, const struct layout_mark *mark)
{
    double half = work->measures.target / 2.0;
    struct interval footprint = layout_footprint(mark);

    for (int i = 0; i < work->item_count; i++) {
        const struct layout_item *item = &work->items[i];
        struct interval other = {.first = item->mark - half, .end = item->mark + half + item->tile};
        if (work->layout->room->owner[i] == NOBODY && layout_do_touch(work, footprint, other)
            && fabs(item->mark - mark->mark) > work->measures.cluster)
            return false;
    }
    return true;
}

static bool place_lead(struct work *work, int index)
{
    const struct layout_item *item = &work->items[index];
    struct layout_mark mark = {.kind = LAYOUT_KEY, .item = index, .mark = item->mark};
    struct seat seat = {.row = work->measures.rows - 1, .is_bare = true, .badge = work->measures.badge};

    if (layout_is_bar(work, item) || !layout_is_inside(work, item->mark))
        return false;
    for (seat.side = LAYOUT_RIGHT; seat.side <= LAYOUT_LEFT; seat.side++) {
        if (layout_try_seat(work, item, seat, &mark) && can_lead(work, &mark)) {
            layout_own(work, index, layout_add_mark(work, mark));
            return true;
        }
    }
    return false;
}

void layout_place_leads(struct work *work)
{
    for (int importance = 0; importance <= 4 && work->measures.rows > 1; importance++) {
        for (int i = 0; i < work->item_count; i++) {
            const struct layout_item *item = &work->items[i];
            if (item->is_labelled && item->importance == importance && work->layout->room->owner[i] == NOBODY
                && place_lead(work, i))
                layout_join_neighbours(work);
        }
    }
}

/* The member a cluster is named after, not far from where it stands; NOBODY: none has a label. */
static int lead_of(const struct work *work, int mark)
{
    int best = NOBODY;

    for (int i = 0; i < work->item_count; i++)
        if (work->layout->room->owner[i] == mark && work->items[i].is_labelled
            && fabs(work->items[i].mark - work->layout->marks[mark].mark) < work->measures.merge
            && (best < 0 || work->items[i].importance < work->items[best].importance))
            best = i;
    return best;
}

/* Labels it where it stands, which for a cluster is the middle of its members. */
static void label_in_place(struct work *work, int index)
{
    struct layout_mark *mark = &work->layout->marks[index];
    int lead = mark->item >= 0 ? lead_of(work, index) : NOBODY;

    if (lead < 0)
        return;
    struct layout_item item = work->items[lead];
    bool is_elsewhere = mark->kind == LAYOUT_CLUSTER || item.is_span || item.mark != mark->mark;
    struct seat seat = {.row = mark->row, .badge = mark->count > 1 && work->measures.rows > 1 ? work->measures.badge : 0};
    if (is_elsewhere)
        item.mark = item.first = item.end = mark->mark;
    item.is_span = false; /* a bar that found no seat is a mark like others */
    layout_release(work, mark);
    bool is_labelled = layout_try_sides(work, &item, seat, mark);
    seat.is_bare = true;
    if (is_labelled || layout_try_sides(work, &item, seat, mark)) {
        mark->has_badge_room = mark->has_badge_room || work->measures.rows == 1;
        mark->kind = LAYOUT_KEY;
        mark->item = lead;
    }
    layout_take(work, mark);
}

void layout_label_the_lonely(struct work *work)
{
    for (int importance = 0; importance <= 4; importance++)
        for (int i = 0; i < work->layout->mark_count; i++) {
            enum layout_kind kind = work->layout->marks[i].kind;
            int lead = kind == LAYOUT_SMALL || kind == LAYOUT_CLUSTER ? lead_of(work, i) : NOBODY;
            if (lead >= 0 && work->items[lead].importance == importance)
                label_in_place(work, i);
        }
}
