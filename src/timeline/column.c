#include "timeline/column.h"

#include <assert.h>
#include <math.h>

/* What is lost when two neighbours share a card: the title of the lighter; among equals the smaller and nearer go first. */
static double loss(const struct column_item *items, const struct column_card *a, const struct column_card *b)
{
    double lighter = fmin(items[a->lead].weight, items[b->lead].weight);
    double apart = fabs(b->at - a->at);

    return lighter * 1e6 + (a->count + b->count) * 1e2 + apart / (1 + apart);
}

static void merge(const struct column_item *items, struct column_card *cards, int at, int count)
{
    struct column_card *card = &cards[at], *next = &cards[at + 1];

    if (items[next->lead].weight > items[card->lead].weight) {
        card->lead = next->lead;
        card->at = next->at;
    }
    card->item_count += next->item_count;
    card->count += next->count;
    for (int i = at + 1; i < count - 1; i++)
        cards[i] = cards[i + 1];
}

int column_fill(const struct column_item *items, int item_count, int slots, struct column_card *cards)
{
    assert(item_count <= COLUMN_ITEMS_MAX);
    int count = item_count;

    for (int i = 0; i < item_count; i++)
        cards[i] = (struct column_card){i, 1, i, items[i].count, items[i].at, 0};
    while (count > slots && count > 1) {
        int best = 0;
        for (int i = 1; i + 1 < count; i++)
            if (loss(items, &cards[i], &cards[i + 1]) < loss(items, &cards[best], &cards[best + 1]))
                best = i;
        merge(items, cards, best, count--);
    }
    return slots > 0 ? count : 0;
}

/*
 * With z = top - index * pitch the condition is that z never falls: pool adjacent violators, the classical algorithm of
 * isotonic regression. A pool's z is the mean of its members' wishes.
 */
void column_place(struct column_card *cards, int card_count, double pitch_px, double height_px)
{
    double mean[COLUMN_ITEMS_MAX], highest = fmax(0, height_px - card_count * pitch_px);
    int size[COLUMN_ITEMS_MAX], pools = 0;

    for (int i = 0; i < card_count; i++) {
        mean[pools] = cards[i].at - pitch_px / 2 - i * pitch_px;
        size[pools++] = 1;
        while (pools > 1 && mean[pools - 1] < mean[pools - 2]) {
            int total = size[pools - 1] + size[pools - 2];
            mean[pools - 2] = (mean[pools - 1] * size[pools - 1] + mean[pools - 2] * size[pools - 2]) / total;
            size[pools - 2] = total;
            pools--;
        }
    }
    for (int pool = 0, i = 0; pool < pools; pool++)
        for (int k = 0; k < size[pool]; k++, i++)
            cards[i].top = fmin(fmax(mean[pool], 0), highest) + i * pitch_px;
}

/* Only neighbours need be compared: a leader that reaches past another's mark reaches past all between. */
int column_order(struct column_leader *leaders, int count, int apart_px)
{
    int steps = 0;

    for (int i = 0; i < count; i++)
        leaders[i].step = i > 0 && leaders[i].first < leaders[i - 1].mark + apart_px ? leaders[i - 1].step + 1 : 0;
    for (int i = count - 2; i >= 0; i--)
        if (leaders[i].last > leaders[i + 1].mark - apart_px && leaders[i].step <= leaders[i + 1].step)
            leaders[i].step = leaders[i + 1].step + 1;
    for (int i = 0; i < count; i++)
        steps = leaders[i].step >= steps ? leaders[i].step + 1 : steps;
    return steps;
}
