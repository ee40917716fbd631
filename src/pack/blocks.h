/*
 * blocks.h - blocks of text, unpacked when first needed and kept until trimmed.
 */
#ifndef VITRINE_PACK_BLOCKS_H
#define VITRINE_PACK_BLOCKS_H

#include "pack/inside.h"

struct blocks;

/* NULL without memory. */
struct blocks *blocks_create(uint32_t count);

/* Accepts NULL. */
void blocks_destroy(struct blocks *blocks);

/* The text with this number in a stream; empty if its block is damaged. Lives until blocks_trim or blocks_destroy. */
struct pack_text blocks_text(struct pack *pack, uint32_t stream, uint32_t number);

/* An empty text that lives for ever. */
struct pack_text blocks_no_text(void);

/* Frees the blocks used longest ago until what is left takes at most `budget` bytes. */
void blocks_trim(struct blocks *blocks, size_t budget);

bool blocks_are_damaged(const struct blocks *blocks);

#endif
