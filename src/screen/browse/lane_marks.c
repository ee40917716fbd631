/* The marks of one row of the timeline, a lane's or a document's: sorted, then laid out along the axis. */
#include "screen/browse/browse.h"

#include <stdlib.h>

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

void lane_marks_sort(struct lane_marks *marks)
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

void lane_marks_layout(const struct browse *browse, struct lane_marks *marks, int rows, bool spans_stay)
{
    const struct plan *plan = &browse->plan;
    int target = plan->shape == SHAPE_TRACKS ? plan->target_h : plan->target_w, merge = target + plan->gap;
    struct layout_measures measures = {.rows = rows,
                                       .spans_stay = spans_stay,
                                       .key = plan->key,
                                       .target = target,
                                       .gap = plan->gap,
                                       .words_gap = plan->words_gap,
                                       .merge = merge,
                                       .cluster = 2 * merge,
                                       .label_gap = plan->label_gap,
                                       .badge = plan->badge,
                                       .bound_first = 0,
                                       .bound_end = lanes_world(browse, browse->camera.limit_first + browse->camera.limit_days),
                                       .window_first = lanes_window_first(browse),
                                       .window_end = lanes_window_end(browse)};

    if (plan->shape == SHAPE_LANES) { /* up to the line of the axis, and a sign or a copy at its corner inside the lanes */
        measures.whole_first = measures.window_first + plan->edge;
        measures.whole_end = measures.window_end - plan->tile / 2 - plan->edge;
    }
    layout_lane(&marks->layout, marks->items, marks->count, marks->crowds, marks->crowd_count, measures);
}

const struct layout_mark *lane_marks_find(const struct lane_marks *marks, int entry)
{
    for (int i = 0; i < marks->count; i++) {
        if (marks->entries[i] == entry) {
            int found = layout_find(&marks->layout, i);
            return found >= 0 ? &marks->layout.marks[found] : NULL;
        }
    }
    return NULL;
}
