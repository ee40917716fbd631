/* canvas.h - a surface in memory that SDL's software renderer draws into, and what can be seen on it. */
#ifndef VITRINE_TESTS_CANVAS_H
#define VITRINE_TESTS_CANVAS_H

#include <stdint.h>

#include "draw/draw.h"

enum { WIDTH = 1920, HEIGHT = 1080, PAPER = 0xF1E8D7, INK = 0x15130F, RED = 0xC02C15 };

struct SDL_Surface;
struct SDL_Renderer;

struct canvas {
    struct SDL_Surface *surface;
    struct SDL_Renderer *renderer;
    struct fonts *fonts;
    struct draw *draw;
};

extern const struct rect canvas_everywhere;
extern const struct draw_ink canvas_ink_only;

struct canvas canvas_open(int w, int h);
void canvas_close(struct canvas *canvas);

/* Before and after a test: *state is a canvas of WIDTH x HEIGHT. */
int canvas_setup(void **state);
int canvas_teardown(void **state);

/* Returns the draw calls. */
int canvas_end_frame(struct canvas *canvas);
uint32_t canvas_pixel(const struct canvas *canvas, int x, int y); /* 0xRRGGBB */
/* The box of all pixels that are not the ground; w = 0 when there are none. */
struct rect canvas_ink(const struct canvas *canvas, struct rect in, uint32_t ground);
/* One line of text; the caller destroys it. */
struct block *canvas_line(struct canvas *canvas, const char *text, enum font_role role, int size_px);

void assert_rect(struct rect got, struct rect wanted);

#endif
