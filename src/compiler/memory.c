#include "compiler/memory.h"

#include <stdio.h>
#include <stdlib.h>

void *memory_must(void *memory)
{
    if (memory == NULL) {
        fputs("vitrine-pack: error: there is not enough memory for this content folder\n", stderr);
        exit(EXIT_FAILURE);
    }
    return memory;
}

void *memory_take(size_t size)
{
    return memory_must(malloc(size > 0 ? size : 1));
}

void *memory_take_zeroed(size_t count, size_t size)
{
    return memory_must(calloc(count > 0 ? count : 1, size > 0 ? size : 1));
}
