/*
 * shelf.h - laid-out paragraphs kept between frames, so that a screen may ask for a text anew in each frame it draws.
 */
#ifndef VITRINE_TEXT_SHELF_H
#define VITRINE_TEXT_SHELF_H

#include "text/block.h"

struct shelf;

/* NULL when memory is out. Fonts are borrowed. */
struct shelf *shelf_create(struct fonts *fonts);
void shelf_destroy(struct shelf *shelf);

/* The text laid out in this style and width, made if it is not there. Never NULL; valid until shelf_end_frame. */
const struct block *shelf_get(struct shelf *shelf, struct pack_text text, struct block_style style, int width_px);

/* Drops the blocks least recently asked for beyond BLOCKS_MOST. */
void shelf_end_frame(struct shelf *shelf);

/* Drops all: fonts or pack changed. */
void shelf_clear(struct shelf *shelf);

#endif
