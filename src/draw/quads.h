/*
 * quads.h - what a frame is made of: upright rectangles of one colour or copied pixel for pixel from a texture page.
 *
 * Everything that draw.h paints becomes quads, clipped here, kept in painting order until the end of the frame and handed to
 * SDL in as few calls as the order allows.
 */
#ifndef VITRINE_DRAW_QUADS_H
#define VITRINE_DRAW_QUADS_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/damage.h"
#include "draw/textures.h"
#include "rect.h"

struct quads;

struct SDL_Renderer;

/* For one renderer; NULL when memory is out. */
struct quads *quads_create(struct SDL_Renderer *renderer);
void quads_destroy(struct quads *quads);

void quads_clear(struct quads *quads, struct rect screen);

/* Where the caller's point (0, 0) lies on the screen; back at (0, 0) with every quads_clear. */
void quads_set_origin(struct quads *quads, int x, int y);

void quads_clip_push(struct quads *quads, struct rect rect);
void quads_clip_pop(struct quads *quads);
/* Whether anything drawn in the rectangle would be seen. */
bool quads_is_seen(const struct quads *quads, struct rect rect);
struct rect quads_seen_part(const struct quads *quads, struct rect rect);

/* alpha 255 covers, less blends. */
void quads_fill(struct quads *quads, struct rect rect, uint32_t colour, int alpha);
/* The place drawn with the caller's point at x, y. */
void quads_copy(struct quads *quads, struct texture_place place, int x, int y);
/* The same with alpha below 255, for places without any alpha of their own. */
void quads_copy_faded(struct quads *quads, struct texture_place place, int x, int y, int alpha);

/* Hands the quads to the renderer, those parts only that differ from the last frame where it keeps its pixels; the number of calls. */
int quads_paint(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures);

/* A part of the frame that the quads make, into whatever is the renderer's target now, the part's corner at (0, 0). */
void quads_paint_part(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures, struct rect part);

/* The parts painted last, in an array that lives until the next quads_paint. */
int quads_painted(const struct quads *quads, const struct rect **parts);

/* The next frame is painted whole. */
void quads_forget(struct quads *quads);

#endif
