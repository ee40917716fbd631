/* How many rows each lane gets: what is lost with fewer, and the sharing that loses least. */
#include <assert.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "timeline/layout_work.h"

int layout_lost(const struct layout *layout, const struct layout_item *items, int item_count, double first, double end)
{
    int lost = 0;

    for (int i = 0; i < item_count && layout->mark_count > 0; i++) {
        const struct layout_mark *mark = &layout->marks[layout->room->owner[i]];
        bool is_shortened = items[i].is_span && mark->kind != LAYOUT_SPAN && layout->room->has_bars;
        bool has_label = mark->item == i && mark->side != LAYOUT_NO_LABEL;
        bool is_in_view = fmin(items[i].first, items[i].mark) < end && fmax(items[i].end, items[i].mark) > first;
        if (!items[i].is_labelled && is_in_view && mark->kind == LAYOUT_KEY)
            lost += 2; /* taken in by a label rather than seen */
        if (items[i].is_labelled && is_in_view && !has_label)
            lost += 16 >> (items[i].importance < 4 ? items[i].importance : 4);
        else if (items[i].is_labelled && is_in_view && is_shortened) /* named, but how long it lasts is not seen */
            lost += 8 >> (items[i].importance < 3 ? items[i].importance : 3);
    }
    return lost;
}

struct sharing {
    const int *lost;
    int most, lanes, least;
    int rows[LAYOUT_LANES_MAX], best[LAYOUT_LANES_MAX];
    long best_cost;
};

/* Every way of giving the lanes from `lane` on their rows; where labels lost are as many, the more even. */
static void share_from(struct sharing *sharing, int lane, int left, long cost)
{
    if (cost >= sharing->best_cost)
        return;
    if (lane == sharing->lanes) {
        sharing->best_cost = cost;
        memcpy(sharing->best, sharing->rows, sizeof sharing->best);
        return;
    }
    for (int rows = sharing->least; rows <= sharing->most && rows <= left - (sharing->lanes - lane - 1) * sharing->least;
         rows++) {
        sharing->rows[lane] = rows;
        share_from(sharing, lane + 1, left - rows, cost + 1000L * sharing->lost[lane * sharing->most + rows - 1] + rows * rows);
    }
}

void layout_share_rows(const int *lost, int most, int lanes, int total, int *rows)
{
    struct sharing sharing = {
        .lost = lost, .most = most, .lanes = lanes, .least = total >= 2 * lanes && most > 1 ? 2 : 1, .best_cost = LONG_MAX};

    assert(lanes <= LAYOUT_LANES_MAX);
    for (int lane = 0; lane < lanes; lane++)
        sharing.best[lane] = 1;
    share_from(&sharing, 0, total, 0);
    memcpy(rows, sharing.best, (size_t)lanes * sizeof *rows);
}
