/*
 * dashes.h - where a line may end inside a word without a hyphen of its own: behind hard hyphens,
 * dashes and slashes, and in scripts that write without spaces, as ICU's line breaking (UAX 14)
 * allows it.
 *
 * Taken back are breaks in number ranges, before dashes, and those that leave one letter alone.
 */
#ifndef VITRINE_COMPILER_DASHES_H
#define VITRINE_COMPILER_DASHES_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/text.h"

struct dashes;

/* Never NULL. */
struct dashes *dashes_open(const char *tag);

/* Accepts NULL. */
void dashes_close(struct dashes *dashes);

/* Marks the gaps of a word, with the punctuation around it: breaks[i] is the gap before its byte i.
 */
void dashes_mark(struct dashes *dashes, const char *word, uint32_t length, uint8_t *breaks);

#endif
