#include "bench/sample.h"

#include <stdlib.h>

void sample_add(struct sample_set *set, double value)
{
    if (set->count < SAMPLE_MOST)
        set->values[set->count++] = value;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

double sample_percentile(struct sample_set *set, double percent)
{
    if (set->count == 0)
        return 0;
    qsort(set->values, set->count, sizeof(set->values[0]), by_value);
    return set->values[(int)((set->count - 1) * percent / 100 + 0.5)];
}
