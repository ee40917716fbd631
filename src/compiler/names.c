#include "compiler/names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

enum { FREE_SLOT = UINT32_MAX };

/* Open addressing; a slot holds an offset. At most half of the slots are taken. */
struct names {
    struct buffer bytes;
    uint32_t *slots;
    size_t slot_count, taken;
};

static void make_slots(struct names *names, size_t count)
{
    names->slots = memory_take(count * sizeof *names->slots);
    names->slot_count = count;
    for (size_t i = 0; i < count; i++)
        names->slots[i] = FREE_SLOT;
}

struct names *names_create(void)
{
    struct names *names = memory_take_zeroed(1, sizeof *names);

    make_slots(names, 1024);
    return names;
}

void names_destroy(struct names *names)
{
    if (names == NULL)
        return;
    buffer_done(&names->bytes);
    free(names->slots);
    free(names);
}

/* FNV-1a, 64 bits. */
static uint64_t hash(const char *string)
{
    uint64_t value = 0xcbf29ce484222325u;

    for (; *string != '\0'; string++)
        value = (value ^ (uint8_t)*string) * 0x100000001b3u;
    return value ^ value >> 32;
}

static const char *string_at(const struct names *names, uint32_t offset)
{
    return (const char *)names->bytes.bytes + offset;
}

static uint32_t *slot_of(struct names *names, const char *string)
{
    size_t at = hash(string) & (names->slot_count - 1);

    while (names->slots[at] != FREE_SLOT && strcmp(string_at(names, names->slots[at]), string) != 0)
        at = (at + 1) & (names->slot_count - 1);
    return &names->slots[at];
}

static void double_slots(struct names *names)
{
    uint32_t *old = names->slots;
    size_t count = names->slot_count;

    make_slots(names, 2 * count);
    for (size_t i = 0; i < count; i++) {
        if (old[i] != FREE_SLOT)
            *slot_of(names, string_at(names, old[i])) = old[i];
    }
    free(old);
}

uint32_t names_put(struct names *names, const char *string)
{
    uint32_t *slot;

    string = string != NULL ? string : "";
    slot = slot_of(names, string);
    if (*slot != FREE_SLOT)
        return *slot;
    if (2 * (names->taken + 1) > names->slot_count) {
        double_slots(names);
        slot = slot_of(names, string);
    }
    names->taken++;
    *slot = (uint32_t)names->bytes.size;
    buffer_put(&names->bytes, string, strlen(string) + 1);
    return *slot;
}

const struct buffer *names_bytes(const struct names *names)
{
    return &names->bytes;
}
