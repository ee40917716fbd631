/*
 * rotation.h - the panel and the screen on it, turned by quarters clockwise: at 1 the top of the screen lies along the
 * right side of the panel. Sizes and places are pixels of the panel unless they say screen.
 */
#ifndef VITRINE_PLATFORM_ROTATION_H
#define VITRINE_PLATFORM_ROTATION_H

#include <stddef.h>
#include <stdint.h>

#include "rect.h"

struct rotation {
    int quarters;
    int panel_w, panel_h;
};

void rotation_screen_size(struct rotation rotation, int *w, int *h);

/* A place on the panel as a place on the screen. */
void rotation_to_screen(struct rotation rotation, float *x, float *y);

/* A rectangle of the screen as one of the panel. */
struct rect rotation_to_panel(struct rotation rotation, struct rect screen);

/* Copies a rectangle of the screen's pixels to its place on the panel. Strides are in pixels. */
void rotation_copy(struct rotation rotation, struct rect screen_area, const uint32_t *screen, size_t screen_stride,
                   uint32_t *panel, size_t panel_stride);

#endif
