/*
 * scratch.h - short-lived memory for reading one file: taken in small pieces, given back all at once.
 */
#ifndef VITRINE_COMPILER_SCRATCH_H
#define VITRINE_COMPILER_SCRATCH_H

#include <stddef.h>

struct scratch;

/* Never NULL: without memory the compiler ends with a sentence. */
struct scratch *scratch_create(void);

/* Accepts NULL. */
void scratch_destroy(struct scratch *scratch);

/* Zeroed and aligned for any type; valid until scratch_reset. Never NULL. */
void *scratch_alloc(struct scratch *scratch, size_t size);

/* A NUL-terminated copy. */
char *scratch_copy(struct scratch *scratch, const char *bytes, size_t length);

/* Gives everything back; the memory is kept for the next file. */
void scratch_reset(struct scratch *scratch);

#endif
