/* pixels.h - small pictures in memory, 0xAARRGGBB, not premultiplied. */
#ifndef VITRINE_DRAW_PIXELS_H
#define VITRINE_DRAW_PIXELS_H

#include <stdbool.h>
#include <stdint.h>

#include "rect.h"

struct pixels {
    uint32_t *argb; /* NULL = none; freed by pixels_free */
    int w, h;
};

struct SDL_Surface;

/* All transparent. argb is NULL when memory is out or a side is not positive. */
struct pixels pixels_create(int w, int h);
void pixels_free(struct pixels *pixels);

/* A copy of a surface of any format, without its row padding. */
struct pixels pixels_from_surface(struct SDL_Surface *surface);

bool pixels_is_opaque(struct pixels pixels);
/* The smallest rectangle that holds everything visible; w = 0 when nothing is. */
struct rect pixels_ink(struct pixels pixels);

/* New pictures; the old one stays. */
struct pixels pixels_turned(struct pixels pixels, int quarters); /* anticlockwise */
struct pixels pixels_scaled(struct pixels pixels, int w, int h); /* by the mean of the area under each pixel */

/* a over b, the weight of a being 0..255. */
uint32_t pixels_mix(uint32_t a, uint32_t b, int weight);

#endif
