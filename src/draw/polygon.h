/*
 * polygon.h - how much of each pixel a convex polygon covers. Arithmetic only; coordinates as in draw.h.
 */
#ifndef VITRINE_DRAW_POLYGON_H
#define VITRINE_DRAW_POLYGON_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/draw.h"
#include "rect.h"

/* Pixels left <= x < right of a row are touched by the polygon; those of solid_left <= x < solid_right are all inside it. */
struct polygon_row {
    int left, solid_left, solid_right, right;
};

/* The pixels the polygon can touch. */
struct rect polygon_bounds(const struct draw_point *points, int count);

/*
 * Row y between the columns from and to: writes the coverage 0..255 of every touched pixel that is not solid to
 * alpha[x - from], which may be NULL. left == right when nothing is touched.
 */
struct polygon_row polygon_row(const struct draw_point *points, int count, int y, int from, int to, uint8_t *alpha);

/* True and *rect when the polygon is a rectangle on whole pixels. */
bool polygon_is_rect(const struct draw_point *points, int count, struct rect *rect);

/* The polygon with each edge moved inside by distance; the points keep their order. False: nothing is left. */
bool polygon_inset(const struct draw_point *points, int count, float distance, struct draw_point *out);

#endif
