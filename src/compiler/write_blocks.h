/*
 * write_blocks.h - texts in, compressed blocks out; several blocks are compressed at a time.
 */
#ifndef VITRINE_COMPILER_WRITE_BLOCKS_H
#define VITRINE_COMPILER_WRITE_BLOCKS_H

#include "compiler/write_part.h"

struct blocks_writer;

/* `target` is the raw size at which blocks_may_cut begins a new block. */
struct blocks_writer *blocks_writer_open(struct writer *writer, size_t target);

/* Writes what is left. Accepts NULL. */
void blocks_writer_close(struct blocks_writer *blocks);

/* Texts belong to this stream from now on. Those of documents are written with their marks apart. Most of them begin in
 * `style`; those without spans are drawn in `plain`. Both are rows of STYLES. */
void blocks_begin(struct blocks_writer *blocks, uint32_t stream, uint32_t style, uint32_t plain);

/* False = a problem was noted. */
bool blocks_put(struct blocks_writer *blocks, const struct draft_text *text);

/* Row of STYLES that draws like this span; it is added if there is none. UINT32_MAX = there are too many. */
uint32_t blocks_style(struct writer *writer, const struct pack_span *span);

/* The next text begins a new block. */
void blocks_cut(struct blocks_writer *blocks);

/* A good place to begin a new block, if this one is large enough. */
void blocks_may_cut(struct blocks_writer *blocks);

#endif
