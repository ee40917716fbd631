#include "screen/reader/heights.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

struct heights {
    int count;
    int *px;
    int *sums; /* of the tree, from 1 */
    uint8_t *is_known;
};

struct heights *heights_create(int count)
{
    struct heights *heights = calloc(1, sizeof(*heights));

    if (!heights)
        return NULL;
    heights->count = count;
    heights->px = calloc((size_t)count + 1, sizeof(*heights->px));
    heights->sums = calloc((size_t)count + 1, sizeof(*heights->sums));
    heights->is_known = calloc((size_t)count + 1, 1);
    if (!heights->px || !heights->sums || !heights->is_known) {
        heights_destroy(heights);
        return NULL;
    }
    return heights;
}

void heights_destroy(struct heights *heights)
{
    if (!heights)
        return;
    free(heights->is_known);
    free(heights->sums);
    free(heights->px);
    free(heights);
}

int heights_count(const struct heights *heights)
{
    return heights->count;
}

static void change(struct heights *heights, int index, int px)
{
    int by = px - heights->px[index];

    heights->px[index] = px;
    for (int i = index + 1; i <= heights->count; i += i & -i)
        heights->sums[i] += by;
}

void heights_estimate(struct heights *heights, int index, int px)
{
    assert(index >= 0 && index < heights->count);
    heights->is_known[index] = false;
    change(heights, index, px);
}

void heights_set(struct heights *heights, int index, int px)
{
    assert(index >= 0 && index < heights->count);
    heights->is_known[index] = true;
    change(heights, index, px);
}

int heights_of(const struct heights *heights, int index)
{
    assert(index >= 0 && index < heights->count);
    return heights->px[index];
}

bool heights_is_known(const struct heights *heights, int index)
{
    assert(index >= 0 && index < heights->count);
    return heights->is_known[index];
}

int heights_top(const struct heights *heights, int index)
{
    int top = 0;

    assert(index >= 0 && index <= heights->count);
    for (int i = index; i > 0; i -= i & -i)
        top += heights->sums[i];
    return top;
}

int heights_at(const struct heights *heights, int px)
{
    int at = 0, step = 1;

    while (step * 2 <= heights->count)
        step *= 2;
    for (; step > 0; step /= 2) {
        if (at + step <= heights->count && heights->sums[at + step] <= px) {
            at += step;
            px -= heights->sums[at];
        }
    }
    return at < heights->count ? at : heights->count > 0 ? heights->count - 1 : 0;
}
