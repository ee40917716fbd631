#include "compiler/scratch.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

enum { BLOCK_BYTES = 256 * 1024 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) char bytes[];
};

struct scratch {
    struct block *first;
};

static struct block *add_block(struct scratch *scratch, size_t size)
{
    struct block *block = memory_take(sizeof *block + size);

    block->size = size;
    block->used = 0;
    block->next = scratch->first;
    scratch->first = block;
    return block;
}

struct scratch *scratch_create(void)
{
    struct scratch *scratch = memory_take_zeroed(1, sizeof *scratch);

    add_block(scratch, BLOCK_BYTES);
    return scratch;
}

void scratch_destroy(struct scratch *scratch)
{
    if (!scratch)
        return;
    while (scratch->first) {
        struct block *block = scratch->first;

        scratch->first = block->next;
        free(block);
    }
    free(scratch);
}

void *scratch_alloc(struct scratch *scratch, size_t size)
{
    struct block *block = scratch->first;
    size_t rounded = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    void *memory;

    if (block->size - block->used < rounded)
        block = add_block(scratch, rounded > BLOCK_BYTES ? rounded : BLOCK_BYTES);
    memory = block->bytes + block->used;
    block->used += rounded;
    return memset(memory, 0, size);
}

char *scratch_copy(struct scratch *scratch, const char *bytes, size_t length)
{
    char *copy = scratch_alloc(scratch, length + 1);

    memcpy(copy, bytes, length);
    return copy;
}

void scratch_reset(struct scratch *scratch)
{
    struct block *block = scratch->first;

    while (block->next) {
        struct block *next = block->next;

        free(block);
        block = next;
    }
    block->used = 0;
    scratch->first = block;
}
