#include "pack/coasts.h"

#include <stdlib.h>

#include "pack/payloads.h"

struct coast {
    int32_t *points;         /* NULL if there are none, or damaged */
    struct pack_ring *rings; /* NULL until first needed */
};

struct coasts {
    struct coast *rows;
    uint32_t count;
};

struct coasts *coasts_create(const struct pack *pack)
{
    struct coasts *coasts = calloc(1, sizeof *coasts);

    if (coasts == NULL)
        return NULL;
    coasts->count = table_rows(pack, SECTION_COASTS);
    coasts->rows = calloc(coasts->count + 1, sizeof *coasts->rows);
    if (coasts->rows == NULL) {
        free(coasts);
        return NULL;
    }
    return coasts;
}

void coasts_destroy(struct coasts *coasts)
{
    if (coasts == NULL)
        return;
    for (uint32_t i = 0; i < coasts->count; i++) {
        free(coasts->rows[i].points);
        free(coasts->rows[i].rings);
    }
    free(coasts->rows);
    free(coasts);
}

/* One number of format.h, 7 bits a byte; false if the bytes end or it is too long. */
static bool next_number(struct pack_bytes *left, uint32_t *number)
{
    *number = 0;
    for (int shift = 0; shift < 35 && left->size > 0; shift += 7) {
        uint8_t byte = *left->bytes++;

        left->size--;
        *number |= (uint32_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

/* All longitudes, or all latitudes: every second number of `out`. */
static bool unpack_axis(struct pack_bytes *left, uint32_t points, int32_t *out)
{
    uint32_t value = 0, number;

    for (uint32_t i = 0; i < points; i++) {
        if (!next_number(left, &number))
            return false;
        value += number >> 1 ^ (0 - (number & 1));
        out[2 * (size_t)i] = (int32_t)value;
    }
    return true;
}

/* The rings with their points still missing; returns how many points they have together. */
static uint32_t count_points(const struct pack *pack, uint32_t first, uint32_t count, struct pack_ring *rings)
{
    uint32_t points = 0;

    for (uint32_t r = 0; r < count; r++) {
        rings[r].point_count = (int)table_word(pack, SECTION_RINGS, first + r, 0);
        points += (uint32_t)rings[r].point_count;
    }
    return points;
}

static void hand_out(int32_t *points, struct pack_ring *rings, uint32_t count)
{
    for (uint32_t r = 0; r < count; r++) {
        rings[r].points = points;
        points += 2 * (size_t)rings[r].point_count;
    }
}

static int32_t *unpack_points(const struct pack *pack, uint32_t row, uint32_t points)
{
    struct pack_bytes left = payloads_bytes(pack, table_word(pack, SECTION_COASTS, row, COAST_PAYLOAD));
    int32_t *out = malloc((size_t)points * 2 * sizeof *out + 1);

    if (out != NULL && unpack_axis(&left, points, out) && unpack_axis(&left, points, out + 1) && left.size == 0)
        return out;
    free(out);
    return NULL;
}

static void coast_open(const struct pack *pack, uint32_t row, struct coast *coast)
{
    uint32_t first = table_word(pack, SECTION_COASTS, row, COAST_FIRST_RING);
    uint32_t end = table_share_end(pack, SECTION_COASTS, row, COAST_FIRST_RING, SECTION_RINGS);
    uint32_t points;

    coast->rings = calloc(end - first + 1, sizeof *coast->rings);
    if (coast->rings == NULL)
        return;
    points = count_points(pack, first, end - first, coast->rings);
    coast->points = unpack_points(pack, row, points);
    if (coast->points != NULL) {
        hand_out(coast->points, coast->rings, end - first);
        return;
    }
    for (uint32_t r = 0; r < end - first; r++)
        coast->rings[r].point_count = 0;
    payloads_mark_damaged(pack->payloads);
}

int pack_ring_count(struct pack *pack, int inset)
{
    uint32_t row = (uint32_t)(inset + 1), first;

    if (inset == -1 && table_rows(pack, SECTION_COASTS) == 0)
        return 0;
    first = table_word(pack, SECTION_COASTS, row, COAST_FIRST_RING);
    return (int)(table_share_end(pack, SECTION_COASTS, row, COAST_FIRST_RING, SECTION_RINGS) - first);
}

struct pack_ring pack_ring(struct pack *pack, int inset, int ring)
{
    struct coast *coast = &pack->coasts->rows[inset + 1];

    assert(ring >= 0 && ring < pack_ring_count(pack, inset));
    if (coast->rings == NULL)
        coast_open(pack, (uint32_t)(inset + 1), coast);
    return coast->rings != NULL ? coast->rings[ring] : (struct pack_ring){NULL, 0};
}
