/*
 * memory.h - the compiler's only answer to missing memory: one sentence, then the end.
 */
#ifndef VITRINE_COMPILER_MEMORY_H
#define VITRINE_COMPILER_MEMORY_H

#include <stddef.h>

/* Returns what malloc and its kin returned; does not return if that is NULL. */
void *memory_must(void *memory);

/* malloc and calloc that never return NULL, also for size 0. Freed with free. */
void *memory_take(size_t size);
void *memory_take_zeroed(size_t count, size_t size);

#endif
