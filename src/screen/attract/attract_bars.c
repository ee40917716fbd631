#include "screen/attract/attract_bars.h"

#include <stdbool.h>
#include <stdlib.h>

enum { STEP_PX = 2, SHRINK_PERCENT = 94 };

/* Measures of a pair of bars at one size of type. */
struct pair {
    const struct attract_request *request;
    int size, height, gap, slip, padding;
};

int attract_bar_height(int size_px)
{
    return size_px * 136 / 100;
}

static struct pair pair_of(const struct attract_request *request, int size)
{
    int height = attract_bar_height(size);

    int padding = size / 2 > request->drift_px ? size / 2 : request->drift_px;

    return (struct pair){request, size, height, height * 24 / 100, height * 31 / 100, padding};
}

static bool meets_rows(struct rect obstacle, int y, int height, int gap)
{
    return y < obstacle.y + obstacle.h + gap && obstacle.y < y + height + gap;
}

/* The farthest left a bar may begin that ends at the fault, and the farthest right one may go that begins there. */
static int left_limit(const struct pair *pair, int y)
{
    const struct attract_request *request = pair->request;
    int limit = request->area.x;

    for (int i = 0; i < request->obstacle_count; i++) {
        struct rect o = request->obstacles[i];
        int middle = o.x + o.w / 2;

        if (meets_rows(o, y, pair->height, pair->gap) && (float)middle < fault_x(&request->fault, (float)(o.y + o.h / 2))
            && o.x + o.w + pair->padding > limit)
            limit = o.x + o.w + pair->padding;
    }
    return limit;
}

static int right_limit(const struct pair *pair, int y)
{
    const struct attract_request *request = pair->request;
    int limit = request->area.x + request->area.w;

    for (int i = 0; i < request->obstacle_count; i++) {
        struct rect o = request->obstacles[i];
        int middle = o.x + o.w / 2;

        if (meets_rows(o, y, pair->height, pair->gap) && (float)middle > fault_x(&request->fault, (float)(o.y + o.h / 2))
            && o.x - pair->padding < limit)
            limit = o.x - pair->padding;
    }
    return limit;
}

/* Letters keep clear of the line at their feet on the left, at their heads on the right. */
static int left_text(const struct pair *pair, int k, int y)
{
    float stop = fault_left(&pair->request->fault, (float)y + 0.8f * (float)pair->height);

    return (int)(stop - (0.1f + pair->request->left_em[k]) * (float)pair->size);
}

static int right_text(const struct pair *pair, int y)
{
    return (int)(fault_right(&pair->request->fault, (float)y + 0.25f * (float)pair->height) + 0.35f * (float)pair->size);
}

static bool fits(const struct pair *pair, int k, int y)
{
    int right_y = y - pair->slip, top = pair->request->area.y, bottom = top + pair->request->area.h;
    int end = right_text(pair, right_y) + (int)(pair->request->right_em[k] * (float)pair->size);

    if (right_y < top + pair->gap || y + pair->height > bottom - pair->gap)
        return false;
    return left_text(pair, k, y) >= left_limit(pair, y) + pair->padding && end + pair->padding <= right_limit(pair, right_y);
}

/* The first place from y on in that direction; -1 = none. */
static int search(const struct pair *pair, int k, int y, int step)
{
    int top = pair->request->area.y, bottom = top + pair->request->area.h;

    for (; y >= top && y <= bottom; y += step) {
        if (fits(pair, k, y))
            return y;
    }
    return -1;
}

/* The place between two limits that is nearest to the wanted one; both limits fit or lie outside. */
static int nearest(const struct pair *pair, int k, int wanted, int least, int most)
{
    for (int off = 0; off <= most - least; off += STEP_PX) {
        if (wanted + off >= least && wanted + off <= most && fits(pair, k, wanted + off))
            return wanted + off;
        if (wanted - off >= least && wanted - off <= most && fits(pair, k, wanted - off))
            return wanted - off;
    }
    return most;
}

/* Evenly from the highest place of the first to the lowest of the last, as far as each finds room. */
static bool place_rows(const struct pair *pair, int rows[ATTRACT_BARS_MOST])
{
    int count = pair->request->count, latest[ATTRACT_BARS_MOST], pitch = pair->height + pair->gap, first, next;
    int bottom = pair->request->area.y + pair->request->area.h;

    next = bottom;
    for (int k = count - 1; k >= 0; k--) {
        latest[k] = search(pair, k, next, -STEP_PX);
        if (latest[k] < 0)
            return false;
        next = latest[k] - pitch;
    }
    first = search(pair, 0, pair->request->area.y, STEP_PX);
    if (first < 0 || first > latest[0])
        return false;
    for (int k = 0; k < count; k++) {
        int wanted = count > 1 ? first + (latest[count - 1] - first) * k / (count - 1) : (first + latest[0]) / 2;

        rows[k] = nearest(pair, k, wanted, k > 0 ? rows[k - 1] + pitch : first, latest[k]);
    }
    return true;
}

static struct attract_bar make_bar(const struct pair *pair, int k, int y)
{
    struct attract_bar bar = {.left_y = y, .right_y = y - pair->slip};
    bool is_flat = !pair->request->fault.is_steep;

    bar.left_text = left_text(pair, k, bar.left_y);
    bar.right_text = right_text(pair, bar.right_y);
    bar.left_from = left_limit(pair, bar.left_y);
    bar.right_to = right_limit(pair, bar.right_y);
    /* some bars are cut short, as slips of paper are */
    if (is_flat && k % 4 == 1)
        bar.left_from = bar.left_text - pair->padding * 2 > bar.left_from ? bar.left_text - pair->padding * 2 : bar.left_from;
    if (is_flat && k % 4 >= 2) {
        int to = bar.right_text + (int)(pair->request->right_em[k] * (float)pair->size) + pair->padding * (k % 4 == 2 ? 6 : 2);

        bar.right_to = to < bar.right_to ? to : bar.right_to;
    }
    return bar;
}

int attract_bars_place(const struct attract_request *request, struct attract_bar *bars)
{
    int rows[ATTRACT_BARS_MOST];

    for (int size = request->most_px; size >= request->least_px && size > 0; size = size * SHRINK_PERCENT / 100) {
        struct pair pair = pair_of(request, size);

        if (!place_rows(&pair, rows))
            continue;
        for (int k = 0; k < request->count; k++)
            bars[k] = make_bar(&pair, k, rows[k]);
        return size;
    }
    return 0;
}
