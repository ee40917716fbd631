/*
 * names.h - the strings of a pack's NAMES section, each kept once.
 */
#ifndef VITRINE_COMPILER_NAMES_H
#define VITRINE_COMPILER_NAMES_H

#include <stdint.h>

#include "compiler/buffer.h"

struct names;

struct names *names_create(void);

/* Accepts NULL. */
void names_destroy(struct names *names);

/* Offset of the string in the section; NULL counts as "". */
uint32_t names_put(struct names *names, const char *string);

/* All strings so far, each followed by NUL. Borrowed until the next names_put. */
const struct buffer *names_bytes(const struct names *names);

#endif
