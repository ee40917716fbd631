/*
 * texts.h - which text stands where: numbers of texts in a stream, and the blocks of a stream.
 */
#ifndef VITRINE_PACK_TEXTS_H
#define VITRINE_PACK_TEXTS_H

#include "pack/inside.h"

/* Fills group_first, first_block and strings. Call it when the columns are checked. */
void texts_locate(struct pack *pack);

/* True if the blocks of every stream stand in order and hold all its texts. Needs no texts_locate. */
bool texts_check(const struct pack *pack);

/* How many texts a stream has. */
uint32_t texts_in_stream(const struct pack *pack, uint32_t stream);

#endif
