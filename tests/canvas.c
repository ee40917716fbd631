#include "canvas.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "faces.h"

#include <SDL.h>

struct canvas canvas_open(int w, int h)
{
    struct canvas canvas = {.fonts = faces_load()};
    canvas.surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
    canvas.renderer = SDL_CreateSoftwareRenderer(canvas.surface);
    canvas.draw = draw_create(canvas.renderer, canvas.fonts);
    assert_non_null(canvas.draw);
    return canvas;
}

void canvas_close(struct canvas *canvas)
{
    draw_destroy(canvas->draw);
    fonts_destroy(canvas->fonts);
    SDL_DestroyRenderer(canvas->renderer);
    SDL_FreeSurface(canvas->surface);
}

int canvas_setup(void **state)
{
    struct canvas *canvas = malloc(sizeof *canvas);
    *canvas = canvas_open(WIDTH, HEIGHT);
    *state = canvas;
    return 0;
}

int canvas_teardown(void **state)
{
    canvas_close(*state);
    free(*state);
    return 0;
}

int canvas_end_frame(struct canvas *canvas)
{
    int calls = draw_end(canvas->draw);
    SDL_RenderFlush(canvas->renderer);
    return calls;
}

uint32_t canvas_pixel(const struct canvas *canvas, int x, int y)
{
    const SDL_Surface *surface = canvas->surface;
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x] & 0xFFFFFF;
}

/* The box of all pixels that are not the ground; w = 0 when there are none. */
struct rect canvas_ink(const struct canvas *canvas, struct rect in, uint32_t ground)
{
    int left = in.x + in.w, top = in.y + in.h, right = in.x, bottom = in.y;
    for (int y = in.y; y < in.y + in.h; y++) {
        for (int x = in.x; x < in.x + in.w; x++) {
            if (canvas_pixel(canvas, x, y) == ground)
                continue;
            left = x < left ? x : left;
            top = y < top ? y : top;
            right = x + 1 > right ? x + 1 : right;
            bottom = y + 1 > bottom ? y + 1 : bottom;
        }
    }
    return right > left ? (struct rect){left, top, right - left, bottom - top} : (struct rect){0};
}

void assert_rect(struct rect got, struct rect wanted)
{
    if (memcmp(&got, &wanted, sizeof got) != 0)
        fail_msg("%d,%d %dx%d is not %d,%d %dx%d", got.x, got.y, got.w, got.h, wanted.x, wanted.y, wanted.w, wanted.h);
}

const struct rect canvas_everywhere = {0, 0, WIDTH, HEIGHT};

struct block *canvas_line(struct canvas *canvas, const char *text, enum font_role role, int size_px)
{
    struct pack_span span;
    struct block_style style = {.role = role, .mark_role = role, .size_px = size_px, .is_single = true};
    return block_create(canvas->fonts, text_plain(text, &span), style, 0);
}

const struct draw_ink canvas_ink_only = {.colour = INK, .mark_colour = INK, .mark_ground = DRAW_NO_GROUND};
