#include "compiler/ids.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

struct place {
    const char *id;
    int index;
};

struct ids {
    size_t count;
    struct place places[];
};

static int compare(const void *a, const void *b)
{
    const struct place *one = a, *two = b;
    int order = strcmp(one->id, two->id);

    return order != 0 ? order : one->index - two->index;
}

struct ids *ids_open(const void *items, int count, size_t size, size_t offset)
{
    struct ids *ids = memory_take(sizeof *ids + (size_t)count * sizeof *ids->places);

    ids->count = 0;
    for (int i = 0; i < count; i++) {
        const char *id;

        memcpy(&id, (const uint8_t *)items + (size_t)i * size + offset, sizeof id);
        if (id != NULL)
            ids->places[ids->count++] = (struct place){id, i};
    }
    qsort(ids->places, ids->count, sizeof *ids->places, compare);
    return ids;
}

void ids_close(struct ids *ids)
{
    free(ids);
}

int ids_find(const struct ids *ids, const char *id)
{
    size_t low = 0, high = ids->count;

    while (id != NULL && low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(ids->places[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (id == NULL || low == ids->count || strcmp(ids->places[low].id, id) != 0)
        return -1;
    return ids->places[low].index;
}
