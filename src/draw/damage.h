/*
 * damage.h - which parts of the screen differ from the frame before. Knows no pixels: it compares what was painted where.
 */
#ifndef VITRINE_DRAW_DAMAGE_H
#define VITRINE_DRAW_DAMAGE_H

#include <stdint.h>

#include "rect.h"

enum { DAMAGE_MAX = 12 };

struct damage;

struct damage *damage_create(void); /* NULL when memory is out */
void damage_destroy(struct damage *damage);

/* The next frame differs everywhere. */
void damage_forget(struct damage *damage);

/* A frame: begin, a note for everything painted in painting order, end. hash stands for what is painted. */
void damage_begin(struct damage *damage, struct rect screen);
void damage_note(struct damage *damage, struct rect rect, uint64_t hash);
/* The parts that differ, not overlapping; their number. */
int damage_end(struct damage *damage, struct rect parts[DAMAGE_MAX]);

#endif
