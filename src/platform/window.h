/*
 * window.h - the one window, its renderer, and what has been drawn being shown.
 *
 * Everything outside this room sees the screen: the panel after rotation. Sizes are in pixels.
 */
#ifndef VITRINE_PLATFORM_WINDOW_H
#define VITRINE_PLATFORM_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include "rect.h"

struct SDL_Renderer;
struct window;

enum window_renderer { WINDOW_AUTO, WINDOW_SOFTWARE, WINDOW_ACCELERATED };

struct window_options {
    const char *title;
    int width, height; /* of the panel, before rotation; 0 = the size of the desktop */
    bool may_shrink;    /* a window larger than the desktop takes the largest size of the same shape that fits */
    bool is_fullscreen;
    int rotation;   /* quarter turns clockwise */
    bool is_hidden; /* no window at all, only pixels to read: needs no display */
    enum window_renderer renderer;
};

/* NULL when there is no display or no renderer; the log says why. Starts SDL's video part. */
struct window *window_open(struct window_options options);
void window_close(struct window *window);

/* The window's own; lives until window_close or window_adopt_size. */
struct SDL_Renderer *window_renderer(const struct window *window);

/* Size of the screen: width and height are exchanged when it is turned by 1 or 3 quarters. */
void window_size(const struct window *window, int *w, int *h);

/* How large the screen is, for touch panels that tell sizes without their unit. Not known until told. */
void window_set_size_mm(struct window *window, float width_mm, float height_mm);

/*
 * After EVENT_RESIZED: takes over the new size, with a new renderer if need be. Destroy what was made with the old one
 * (draw_destroy) before, create it anew after. False: no renderer could be made; nothing can be shown any more.
 */
bool window_adopt_size(struct window *window);

/* Shows what was drawn. */
void window_present(struct window *window);

/*
 * The same when only these rectangles of the screen have changed since the last present: those of draw_changed, none at all
 * included. Shows everything where the window was covered meanwhile, or does not keep its pixels.
 */
void window_present_parts(struct window *window, const struct rect *parts, int count);

/* True when a new frame starts with the pixels of the one before, so that it is enough to draw what changed. */
bool window_keeps_pixels(const struct window *window);

/* "software", "opengles2" …; for the log and the bench. */
const char *window_renderer_name(const struct window *window);

/*
 * The screen as w * h pixels 0x00RRGGBB, row by row. Between drawing and window_present: an accelerated renderer has nothing
 * to read afterwards.
 */
bool window_read_pixels(const struct window *window, uint32_t *pixels);
bool window_save_png(const struct window *window, const char *path);

#endif
