/*
 * heights.h - the heights of the paragraphs of a long column, of which only those near the view are ever laid out.
 *
 * A height is an estimate until it is set. Tops are sums kept in a tree (P. M. Fenwick, "A new data structure for cumulative
 * frequency tables", 1994), so that a change and a question cost the logarithm of the count. Arithmetic only; pixels.
 */
#ifndef VITRINE_SCREEN_HEIGHTS_H
#define VITRINE_SCREEN_HEIGHTS_H

#include <stdbool.h>

struct heights;

/* All heights are 0 and not known. NULL when memory is out. */
struct heights *heights_create(int count);
void heights_destroy(struct heights *heights); /* accepts NULL */

int heights_count(const struct heights *heights);

void heights_estimate(struct heights *heights, int index, int px);
void heights_set(struct heights *heights, int index, int px);

int heights_of(const struct heights *heights, int index);
bool heights_is_known(const struct heights *heights, int index);

/* Where one begins; heights_top of the count is the whole. */
int heights_top(const struct heights *heights, int index);

/* The one that holds a place: the first whose end lies beyond it; before the start the first, after the end the last. */
int heights_at(const struct heights *heights, int px);

#endif
