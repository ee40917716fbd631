/*
 * fault.h - the fault: the one slanted line of the exhibit, at slope 2:1 or 1:2 (visual.md, The idea in five signs).
 *
 * It rises to the right. Arithmetic only; pixels.
 */
#ifndef VITRINE_SCREEN_FAULT_H
#define VITRINE_SCREEN_FAULT_H

#include <stdbool.h>

#include "rect.h"

struct fault {
    int x, y;          /* a point of its middle line */
    bool is_steep;     /* 2:1, else 1:2 */
    float width_px;    /* across */
};

/* Through the middle of an area. */
struct fault fault_through(struct rect area, bool is_steep, float width_px);

/* The middle line at a height; its left and right edges there. */
float fault_x(const struct fault *fault, float y);
float fault_left(const struct fault *fault, float y);
float fault_right(const struct fault *fault, float y);
/* The middle line at a place along x. */
float fault_y(const struct fault *fault, float x);

#endif
