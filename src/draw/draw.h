/*
 * draw.h - painting: rectangles, polygons, shapes, text, pictures, icons. The only caller of SDL_Render*.
 *
 * Coordinates are whole pixels of the rotated screen, colours 0xRRGGBB. Slanted edges and circles are anti-aliased; straight
 * ones lie on whole pixels. Rendered text, shapes and pictures are kept as textures on shared pages under a byte budget
 * (TEXTURE_BUDGET_BYTES); when it is reached the pages least recently drawn are dropped.
 */
#ifndef VITRINE_DRAW_DRAW_H
#define VITRINE_DRAW_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rect.h"
#include "text/block.h"

struct SDL_Renderer;
struct draw;

/* NULL when memory is out. The renderer stays the window's. Fonts are borrowed for the life of the draw. */
struct draw *draw_create(struct SDL_Renderer *renderer, struct fonts *fonts);
void draw_destroy(struct draw *draw);

/* How dense the pixels of the panel lie; 1:1 until told. Circles and pictures are drawn in millimetres (rule D2). */
void draw_set_density(struct draw *draw, float px_per_mm_x, float px_per_mm_y);

/* Drops every texture, between two frames: after the renderer lost its targets, or when fonts change. */
void draw_forget(struct draw *draw);

/* A frame. draw_end returns the number of calls into SDL_Render* since draw_begin; a batch of geometry counts one. */
void draw_begin(struct draw *draw, uint32_t ground);
int draw_end(struct draw *draw);

/*
 * The parts of the screen that the last frame painted: with a renderer that keeps its pixels (the software renderer) only
 * those that differ from the frame before, 0 when none does; else the whole screen. The array lives until the next draw_end.
 */
int draw_changed(const struct draw *draw, const struct rect **parts);

/* ---- the screen before, for transitions (rule M1) ---- */

/*
 * Keeps the last frame as a picture of its own, outside the texture budget, until draw_drop_kept, draw_forget or the next
 * draw_keep. False: there is no room; change without a transition. Both calls belong between two frames.
 */
bool draw_keep(struct draw *draw);
void draw_drop_kept(struct draw *draw);

/* Lays the kept screen over what this frame has drawn so far; alpha 255 = all of it. Nothing when none is kept. */
void draw_kept_fade(struct draw *draw, int alpha);

/*
 * The same, opaque, but only right of the fault that starts at x on the bottom of the screen and rises 1:2 to the right: from
 * x = -2 * height, where it hides all that is new, to x = width, where nothing of the old is left.
 */
void draw_kept_beyond_fault(struct draw *draw, int x);

/*
 * The same for a part of the frame: a key as it was pressed, which fades into the key let go. A frame says how much of it is
 * left, 0..255, before it lays it down with its corner at x, y; the kept screen then has as much of it where it was.
 */
bool draw_keep_part(struct draw *draw, struct rect part);
void draw_drop_part(struct draw *draw);
void draw_fade_part(struct draw *draw, int alpha);
void draw_kept_part(struct draw *draw, int x, int y);

/* From now on the point (0, 0) lies there on the screen, until the end of the frame; open clips stay where they are. */
void draw_set_origin(struct draw *draw, int x, int y);

/* Clips nest by intersection; every push is popped. */
void draw_clip_push(struct draw *draw, struct rect rect);
void draw_clip_pop(struct draw *draw);

void draw_fill(struct draw *draw, struct rect rect, uint32_t colour);
/* alpha 0..255 */
void draw_tint(struct draw *draw, struct rect rect, uint32_t colour, int alpha);
/* The edge lies inside the rectangle. */
void draw_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);
void draw_dashed_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);

struct draw_point {
    float x, y;
};

/* Convex, anti-aliased. */
void draw_polygon(struct draw *draw, const struct draw_point *points, int count, uint32_t colour);
void draw_line(struct draw *draw, struct draw_point from, struct draw_point to, float width_px, uint32_t colour);

/* A card: rectangle whose upper right corner is cut 2:1 (cut_px wide, 2 * cut_px high); edge 0 = none. */
void draw_card(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge);
/* The same with the upper left corner cut, for text that runs from right to left. */
void draw_card_mirrored(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge);

/* In the order of enum pack_shape / pack_pattern. */
enum draw_shape { DRAW_SQUARE, DRAW_TRIANGLE, DRAW_CIRCLE, DRAW_DIAMOND, DRAW_PENTAGON, DRAW_CROSS };
enum draw_pattern {
    DRAW_SOLID,
    DRAW_DIAGONAL,
    DRAW_DOTS,
    DRAW_HORIZONTAL,
    DRAW_VERTICAL,
    DRAW_CHECKS,
};

/* Inscribed in the rectangle; a circle in a square is round on the panel, whatever the shape of its pixels. */
void draw_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t fill, float edge_px, uint32_t edge);
/* Its outline in dashes, those of a cross around its box; `ground` is what lies below. */
void draw_dashed_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t ground, int width_px,
                       uint32_t colour);
void draw_pattern(struct draw *draw, enum draw_pattern pattern, struct rect rect, uint32_t ground, uint32_t figure);

/* Where a line's text lies: top of its line box. Marked runs get mark_ground and a 2 px mark_edge below when edge != ground;
 * terms of the glossary a row of dots in the colour of the words. */
struct draw_ink {
    uint32_t colour;
    uint32_t mark_colour, mark_ground, mark_edge; /* used for runs with PACK_SPAN_MARK; mark_ground == DRAW_NO_GROUND = none */
};

enum { DRAW_NO_GROUND = 0x1000000 };

void draw_block(struct draw *draw, const struct block *block, int x, int y, struct draw_ink ink);
/* Lines first..first + count only, the first at y. */
void draw_block_lines(struct draw *draw, const struct block *block, int first, int count, int x, int y, struct draw_ink ink);
/* The first line turned by quarter turns anticlockwise (1 = reading upwards). */
void draw_block_turned(struct draw *draw, const struct block *block, int quarters, int x, int y, struct draw_ink ink);
/* Turned by any angle in degrees anticlockwise about the start of the baseline; for the attract screen's years. */
void draw_block_angled(struct draw *draw, const struct block *block, float degrees, int x, int y, struct draw_ink ink);

/* An encoded picture (SVG, PNG, JPEG, WebP) fitted into the rectangle, decoded once a size. key names it in the cache. */
void draw_picture(struct draw *draw, const void *key, const uint8_t *bytes, size_t size, struct rect rect);
/* The same for a picture that was made in the pixels of the screen. */
void draw_plot(struct draw *draw, const void *key, const uint8_t *bytes, size_t size, struct rect rect);

enum draw_icon {
    ICON_TIME,
    ICON_MAP,
    ICON_PEOPLE,
    ICON_DOCUMENTS,
    ICON_BACK,
    ICON_NEXT,
    ICON_UP,
    ICON_DOWN,
    ICON_PLUS,
    ICON_MINUS,
    ICON_CLOSE,
    ICON_EAR,
    ICON_TEXT_A, /* the text size, in order of its steps */
    ICON_TEXT_A_PLUS,
    ICON_TEXT_A_PLUS_PLUS,
    ICON_ACCESS,
    ICON_START_OVER,
    ICON_START_OVER_MIRRORED,
    ICON_SECTIONS,
    ICON_SEARCH,
    ICON_OFF, /* a box, and a box with a tick */
    ICON_ON,
    ICON_TICK,
    ICON_WARNING,
    ICON_RELOAD,
    ICON_POWER,
    ICON_LOCK,
    ICON_DIFFERS,
    ICON_MARK,
    ICON_WORDS,
    ICON_COUNT,
};

void draw_icon(struct draw *draw, enum draw_icon icon, struct rect rect, uint32_t colour);

struct draw_tile {
    struct rect icon;          /* inside the rectangle that is filled with the ground */
    uint32_t ink, ground, edge;
    int edge_px;               /* around that rectangle, 0 = none */
};

/* An icon on a ground of its own as one picture: many of them between other things cost no call each. */
void draw_tile(struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile);

/* Bytes of textures held now; for the bench and the dump. */
size_t draw_texture_bytes(const struct draw *draw);

#endif
