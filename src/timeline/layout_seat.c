/* Where a labelled mark may sit: how far its body and its label reach, and whether they may. */
#include "timeline/layout_work.h"

#include <math.h>

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
static int label_width(const struct work *work, const struct layout_item *item, struct seat seat)
{
    bool is_marked = item->is_span && !layout_is_bar(work, item) && item->mark_label > 0;
    int words = is_marked ? item->mark_label : seat.is_short ? item->short_label : item->label;

    return words + seat.badge + (work->measures.rows == 1 ? work->measures.badge : 0);
}

double layout_stand(const struct work *work, double place)
{
    const struct layout_measures *measures = &work->measures;
    double half = measures->target / 2.0, first = measures->whole_first + half, end = measures->whole_end - half;

    return end < first || !layout_is_inside(work, place) ? place : fmin(fmax(place, first), end);
}

struct layout_item layout_stood(const struct work *work, const struct layout_item *item)
{
    const struct layout_measures *measures = &work->measures;
    struct layout_item stood = *item;
    double first = fmax(item->first, measures->whole_first), end = fmin(item->end, measures->whole_end);

    if (layout_is_bar(work, item))
        return stood;
    if (end - first > measures->target && !layout_is_inside(work, item->mark)) /* its bracket is seen, and so is its mark */
        stood.mark = (first + end) / 2;
    stood.mark = layout_stand(work, stood.mark);
    stood.room -= item->is_span ? 0 : stood.mark - item->mark;
    if (item->first == item->end)
        stood.first = stood.end = stood.mark;
    return stood;
}

static struct interval at_least(struct interval part, double middle, double width)
{
    if (part.end - part.first >= width)
        return part;
    return (struct interval){.first = middle - width / 2, .end = middle + width / 2};
}

bool layout_has_bracket(const struct work *work, const struct layout_item *item)
{
    return !item->is_span && work->measures.rows > 1 && item->end > item->first;
}

/* Mark, bracket and tile, without the label. */
static struct interval body_of(const struct work *work, const struct layout_item *item, bool is_bare)
{
    double half = work->measures.key / 2.0;
    struct interval body = {.first = item->mark - half, .end = item->mark + half + item->tile};

    if (layout_is_bar(work, item)) {
        body = (struct interval){.first = item->first, .end = item->end};
        return at_least(body, (item->first + item->end) / 2, work->measures.target);
    }
    if (layout_has_bracket(work, item) && !is_bare) {
        body.first = fmin(body.first, item->first);
        body.end = fmax(body.end, item->end);
    }
    return at_least(body, item->mark, work->measures.target);
}

static bool meets_window(const struct work *work, double first, double end)
{
    return end > work->measures.window_first && first < work->measures.window_end;
}

static bool is_label_whole(const struct work *work, double first, double end)
{
    return first >= work->measures.window_first - 1e-6 && end <= work->measures.window_end + 1e-6;
}

bool layout_try_on(const struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark)
{
    const struct layout_measures *measures = &work->measures;
    struct interval body = body_of(work, item, seat.is_bare), whole = body;
    int gap = measures->label_gap, label = label_width(work, item, seat);
    bool is_bar = layout_is_bar(work, item), has_inside = is_bar || (layout_has_bracket(work, item) && !seat.is_bare);
    bool must_be_whole = !seat.is_loose && measures->window_end > measures->window_first && layout_is_inside(work, item->mark);

    if (seat.side == LAYOUT_INSIDE && (!has_inside || label + 2 * gap > item->room))
        return false;
    if (seat.side == LAYOUT_INSIDE && must_be_whole && !is_bar
        && !is_label_whole(work, item->mark, item->mark + measures->key / 2.0 + item->tile + gap + label))
        return false;
    double words = fmax(body.end + gap, is_bar ? body.end : item->mark + item->clear);
    if (seat.side == LAYOUT_RIGHT)
        whole.end = words + label;
    if (seat.side == LAYOUT_LEFT)
        whole.first = body.first - gap - label;
    if (seat.side != LAYOUT_INSIDE
        && (whole.first < fmin(measures->bound_first, body.first) || whole.end > fmax(measures->bound_end, body.end)))
        return false;
    bool is_seen = is_bar ? meets_window(work, body.first, body.end) : layout_is_inside(work, item->mark);
    if (meets_window(work, whole.first, whole.end) && !is_seen)
        return false; /* only to take the room of those that are seen */
    if (seat.side != LAYOUT_INSIDE && must_be_whole
        && !is_label_whole(work, seat.side == LAYOUT_LEFT ? whole.first : item->mark,
                           seat.side == LAYOUT_LEFT ? item->mark : whole.end))
        return false;
    mark->row = seat.row;
    mark->side = seat.side;
    mark->is_short = seat.is_short;
    mark->first = whole.first;
    mark->end = whole.end;
    mark->body_first = body.first;
    mark->body_end = body.end;
    mark->words = words;
    mark->has_badge_room = seat.badge > 0;
    return true;
}

bool layout_try_seat(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark)
{
    struct layout_mark tried = *mark;

    if (!layout_try_on(work, item, seat, &tried) || !layout_is_free(work, seat.row, layout_footprint(&tried)))
        return false;
    *mark = tried;
    return true;
}

bool layout_try_sides(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark)
{
    for (seat.side = LAYOUT_INSIDE; seat.side <= LAYOUT_LEFT; seat.side++)
        if (layout_try_seat(work, item, seat, mark))
            return true;
    return false;
}
