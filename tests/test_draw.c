/* Everything is drawn by SDL's software renderer into a surface; no display is needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/draw.h"
#include "draw/textures.h"
#include "faces.h"

#include <SDL.h>
#include <SDL_image.h>

enum { WIDTH = 1920, HEIGHT = 1080, PAPER = 0xF1E8D7, INK = 0x15130F, RED = 0xC02C15 };

struct canvas {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    struct fonts *fonts;
    struct draw *draw;
};

static struct canvas canvas_open(int w, int h)
{
    struct canvas canvas = {.fonts = faces_load()};
    canvas.surface = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_RGB888);
    canvas.renderer = SDL_CreateSoftwareRenderer(canvas.surface);
    canvas.draw = draw_create(canvas.renderer, canvas.fonts);
    assert_non_null(canvas.draw);
    return canvas;
}

static void canvas_close(struct canvas *canvas)
{
    draw_destroy(canvas->draw);
    fonts_destroy(canvas->fonts);
    SDL_DestroyRenderer(canvas->renderer);
    SDL_FreeSurface(canvas->surface);
}

static int open_canvas(void **state)
{
    struct canvas *canvas = malloc(sizeof *canvas);
    *canvas = canvas_open(WIDTH, HEIGHT);
    *state = canvas;
    return 0;
}

static int close_canvas(void **state)
{
    canvas_close(*state);
    free(*state);
    return 0;
}

static int end_frame(struct canvas *canvas)
{
    int calls = draw_end(canvas->draw);
    SDL_RenderFlush(canvas->renderer);
    return calls;
}

static uint32_t pixel(const struct canvas *canvas, int x, int y)
{
    const SDL_Surface *surface = canvas->surface;
    return ((const uint32_t *)((const char *)surface->pixels + y * surface->pitch))[x] & 0xFFFFFF;
}

/* The box of all pixels that are not the ground; w = 0 when there are none. */
static struct rect find_ink(const struct canvas *canvas, struct rect in, uint32_t ground)
{
    int left = in.x + in.w, top = in.y + in.h, right = in.x, bottom = in.y;
    for (int y = in.y; y < in.y + in.h; y++) {
        for (int x = in.x; x < in.x + in.w; x++) {
            if (pixel(canvas, x, y) == ground)
                continue;
            left = x < left ? x : left;
            top = y < top ? y : top;
            right = x + 1 > right ? x + 1 : right;
            bottom = y + 1 > bottom ? y + 1 : bottom;
        }
    }
    return right > left ? (struct rect){left, top, right - left, bottom - top} : (struct rect){0};
}

static void assert_rect(struct rect got, struct rect wanted)
{
    if (memcmp(&got, &wanted, sizeof got) != 0)
        fail_msg("%d,%d %dx%d is not %d,%d %dx%d", got.x, got.y, got.w, got.h, wanted.x, wanted.y, wanted.w, wanted.h);
}

static const struct rect everywhere = {0, 0, WIDTH, HEIGHT};

static struct block *line_of(struct canvas *canvas, const char *text, enum font_role role, int size_px)
{
    struct pack_span span;
    struct block_style style = {.role = role, .mark_role = role, .size_px = size_px, .is_single = true};
    return block_create(canvas->fonts, text_plain(text, &span), style, 0);
}

static const struct draw_ink ink_only = {.colour = INK, .mark_colour = INK, .mark_ground = DRAW_NO_GROUND};

/* ---- rectangles ---- */

static void fills_lie_on_whole_pixels(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_fill(canvas->draw, (struct rect){10, 20, 30, 40}, INK);
    end_frame(canvas);
    assert_rect(find_ink(canvas, everywhere, PAPER), (struct rect){10, 20, 30, 40});
    assert_int_equal(pixel(canvas, 10, 20), INK);
    assert_int_equal(pixel(canvas, 39, 59), INK);
}

static void clips_nest_and_end(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_clip_push(canvas->draw, (struct rect){100, 100, 100, 100});
    draw_clip_push(canvas->draw, (struct rect){150, 50, 100, 100});
    draw_fill(canvas->draw, everywhere, INK);
    draw_clip_pop(canvas->draw);
    draw_clip_pop(canvas->draw);
    draw_clip_push(canvas->draw, (struct rect){500, 500, 10, 10});
    draw_clip_push(canvas->draw, (struct rect){600, 600, 10, 10});
    draw_fill(canvas->draw, everywhere, RED);
    draw_clip_pop(canvas->draw);
    draw_clip_pop(canvas->draw);
    end_frame(canvas);
    assert_rect(find_ink(canvas, everywhere, PAPER), (struct rect){150, 100, 50, 50});
}

static void an_origin_moves_fills_copies_polygons_and_clips(void **state)
{
    struct canvas *canvas = *state;
    struct draw_point large[] = {{0, 300}, {200, 300}, {0, 500}};
    draw_begin(canvas->draw, PAPER);
    draw_clip_push(canvas->draw, (struct rect){0, 0, 300, 150});
    draw_set_origin(canvas->draw, 40, 100);
    draw_fill(canvas->draw, (struct rect){10, 20, 50, 100}, INK); /* the clip that was open stays */
    draw_clip_pop(canvas->draw);
    draw_clip_push(canvas->draw, (struct rect){100, 0, 50, 50});
    draw_fill(canvas->draw, everywhere, RED);
    draw_clip_pop(canvas->draw);
    draw_polygon(canvas->draw, large, 3, INK);
    draw_icon(canvas->draw, ICON_PLUS, (struct rect){300, 0, 40, 40}, INK);
    end_frame(canvas);
    assert_rect(find_ink(canvas, (struct rect){0, 0, 110, 300}, PAPER), (struct rect){50, 120, 50, 30});
    assert_rect(find_ink(canvas, (struct rect){110, 0, 200, 300}, PAPER), (struct rect){140, 100, 50, 50});
    assert_int_equal(pixel(canvas, 41, 401), INK);
    assert_int_equal(pixel(canvas, 39, 401), PAPER);
    assert_int_equal(pixel(canvas, 360, 120), INK);
    draw_begin(canvas->draw, PAPER); /* the next frame begins in the corner again */
    draw_fill(canvas->draw, (struct rect){10, 20, 50, 50}, INK);
    end_frame(canvas);
    assert_rect(find_ink(canvas, everywhere, PAPER), (struct rect){10, 20, 50, 50});
}

static void what_leaves_the_screen_is_cut_off(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "1917", FONT_DISPLAY, 60);
    draw_begin(canvas->draw, PAPER);
    draw_fill(canvas->draw, (struct rect){-50, -50, 100, 100}, INK);
    draw_fill(canvas->draw, (struct rect){WIDTH - 10, HEIGHT - 10, 100, 100}, INK);
    draw_fill(canvas->draw, (struct rect){10, 200, -5, 10}, INK);
    draw_block(canvas->draw, block, -40, -30, ink_only);
    draw_block(canvas->draw, block, WIDTH - 20, HEIGHT - 30, ink_only);
    draw_shape(canvas->draw, DRAW_CIRCLE, (struct rect){-20, 500, 40, 40}, RED, 2, INK);
    end_frame(canvas);
    assert_int_equal(pixel(canvas, 49, 49), INK);
    assert_int_equal(pixel(canvas, 50, 50), PAPER);
    assert_int_equal(pixel(canvas, WIDTH - 1, HEIGHT - 1), INK);
    assert_int_equal(pixel(canvas, 0, 520), RED);
    block_destroy(block);
}

static void a_tint_blends(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, 0x000000);
    draw_tint(canvas->draw, (struct rect){10, 10, 10, 10}, 0xFFFFFF, 128);
    draw_tint(canvas->draw, (struct rect){30, 10, 10, 10}, 0xFFFFFF, 255);
    draw_tint(canvas->draw, (struct rect){50, 10, 10, 10}, 0xFFFFFF, 0);
    end_frame(canvas);
    assert_in_range(pixel(canvas, 15, 15) & 255, 127, 129);
    assert_int_equal(pixel(canvas, 35, 15), 0xFFFFFF);
    assert_int_equal(pixel(canvas, 55, 15), 0);
}

static void a_frame_lies_inside_its_rectangle(void **state)
{
    struct canvas *canvas = *state;
    struct rect rect = {100, 100, 46, 32};
    draw_begin(canvas->draw, PAPER);
    draw_frame(canvas->draw, rect, 3, INK);
    draw_dashed_frame(canvas->draw, (struct rect){300, 100, 46, 32}, 2, INK);
    end_frame(canvas);
    assert_rect(find_ink(canvas, (struct rect){0, 0, 250, 300}, PAPER), rect);
    assert_int_equal(pixel(canvas, 102, 102), INK);
    assert_int_equal(pixel(canvas, 103, 103), PAPER);
    assert_rect(find_ink(canvas, (struct rect){250, 0, 250, 300}, PAPER), (struct rect){300, 100, 46, 32});
    int dashes = 0;
    for (int x = 300; x < 346; x++)
        dashes += pixel(canvas, x, 100) == INK && pixel(canvas, x - 1, 100) != INK;
    assert_in_range(dashes, 3, 8);
}

static void later_things_cover_earlier_ones(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "MMMM", FONT_DISPLAY, 40);
    draw_begin(canvas->draw, PAPER);
    for (int i = 0; i < 20; i++) {
        draw_fill(canvas->draw, (struct rect){100 + i * 7, 100 + i * 3, 200, 60}, i & 1 ? INK : RED);
        draw_block(canvas->draw, block, 100 + i * 7, 100 + i * 3, ink_only);
        draw_icon(canvas->draw, ICON_TICK, (struct rect){110 + i * 7, 110 + i * 3, 24, 24}, 0xFFFFFF);
    }
    draw_fill(canvas->draw, (struct rect){100, 100, 400, 200}, 0x2E4D61);
    end_frame(canvas);
    for (int y = 100; y < 300; y += 3)
        for (int x = 100; x < 500; x += 3)
            assert_int_equal(pixel(canvas, x, y), 0x2E4D61);
    block_destroy(block);
}

/* ---- shapes ---- */

static void shapes_stay_in_their_box_and_fill_its_middle(void **state)
{
    struct canvas *canvas = *state;
    for (int shape = DRAW_SQUARE; shape <= DRAW_CROSS; shape++) {
        for (int size = 8; size < 90; size += 9) {
            struct rect box = {200, 200, size, size + 2};
            draw_begin(canvas->draw, PAPER);
            draw_shape(canvas->draw, (enum draw_shape)shape, box, 0x2E4D61, 2.5f, INK);
            end_frame(canvas);
            struct rect ink = find_ink(canvas, everywhere, PAPER);
            assert_true(ink.x >= box.x && ink.y >= box.y && ink.x + ink.w <= box.x + box.w && ink.y + ink.h <= box.y + box.h);
            assert_true(ink.w >= box.w - 2 && ink.h >= box.h - 2);
            if (size > 16)
                assert_int_equal(pixel(canvas, box.x + box.w / 2, box.y + box.h * 5 / 9), 0x2E4D61);
        }
    }
}

static void shapes_are_alike_on_both_sides(void **state)
{
    struct canvas *canvas = *state;
    for (int shape = DRAW_SQUARE; shape <= DRAW_CROSS; shape++) {
        draw_begin(canvas->draw, PAPER);
        draw_shape(canvas->draw, (enum draw_shape)shape, (struct rect){100, 100, 44, 44}, RED, 2.5f, INK);
        end_frame(canvas);
        for (int y = 100; y < 144; y++) {
            for (int x = 0; x < 22; x++) {
                int left = (int)(pixel(canvas, 100 + x, y) & 255), right = (int)(pixel(canvas, 143 - x, y) & 255);
                assert_in_range(left - right + 2, 0, 4);
            }
        }
    }
}

static void a_hollow_shape_shows_its_fill(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_shape(canvas->draw, DRAW_DIAMOND, (struct rect){100, 100, 44, 44}, 0xFAF5EA, 6, 0x2E4D61);
    end_frame(canvas);
    assert_int_equal(pixel(canvas, 122, 122), 0xFAF5EA);
    assert_int_equal(pixel(canvas, 122, 104), 0x2E4D61);
}

static void the_corner_of_a_card_is_cut(void **state)
{
    struct canvas *canvas = *state;
    struct rect box = {100, 100, 200, 120};
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, box, 24, 0xFAF5EA, 3, INK);
    end_frame(canvas);
    assert_rect(find_ink(canvas, everywhere, PAPER), box);
    assert_int_equal(pixel(canvas, 299, 100), PAPER);
    assert_int_equal(pixel(canvas, 299, 140), PAPER);
    assert_int_equal(pixel(canvas, 299, 150), INK);
    assert_int_equal(pixel(canvas, 297, 160), INK);
    assert_int_equal(pixel(canvas, 296, 160), 0xFAF5EA);
    assert_int_equal(pixel(canvas, 270, 102), INK);
    assert_int_equal(pixel(canvas, 270, 103), 0xFAF5EA);
    for (int i = 2; i < 22; i++)
        assert_int_equal(pixel(canvas, 276 + i - 1, 100 + 2 * i + 1), INK);
}

static void a_mirrored_card_is_the_picture_of_a_card_in_a_mirror(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, (struct rect){100, 100, 200, 120}, 24, 0xFAF5EA, 3, INK);
    draw_card_mirrored(canvas->draw, (struct rect){400, 100, 200, 120}, 24, 0xFAF5EA, 3, INK);
    end_frame(canvas);
    for (int y = 95; y < 225; y++)
        for (int x = -5; x < 205; x++)
            assert_int_equal(pixel(canvas, 100 + x, y), pixel(canvas, 599 - x, y));
    assert_int_equal(pixel(canvas, 400, 100), PAPER);
}

static void a_card_smaller_than_its_cut_is_a_rectangle(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, (struct rect){100, 100, 20, 20}, 24, RED, 0, 0);
    end_frame(canvas);
    assert_rect(find_ink(canvas, everywhere, PAPER), (struct rect){100, 100, 20, 20});
}

static void patterns_are_made_of_their_two_colours(void **state)
{
    struct canvas *canvas = *state;
    for (int pattern = DRAW_SOLID; pattern <= DRAW_CHECKS; pattern++) {
        struct rect box = {101, 103, 217, 34};
        int darkness = 0;
        draw_begin(canvas->draw, PAPER);
        draw_pattern(canvas->draw, (enum draw_pattern)pattern, box, 0xFFFFFF, 0x000000);
        end_frame(canvas);
        assert_rect(find_ink(canvas, everywhere, PAPER), box);
        for (int y = box.y; y < box.y + box.h; y++) {
            for (int x = box.x; x < box.x + box.w; x++)
                darkness += 255 - (int)(pixel(canvas, x, y) & 255);
        }
        int percent = darkness / 255 * 100 / (box.w * box.h);
        assert_in_range(percent,
                        pattern == DRAW_SOLID      ? 100
                            : pattern == DRAW_DOTS ? 20
                                                   : 45,
                        pattern == DRAW_SOLID      ? 100
                            : pattern == DRAW_DOTS ? 30
                                                   : 55);
    }
}

static void a_pattern_repeats_without_a_seam(void **state)
{
    struct canvas *canvas = *state;
    const int periods[][2] = {[DRAW_DIAGONAL] = {10, 20}, [DRAW_DOTS] = {11, 11}};
    for (int pattern = DRAW_DIAGONAL; pattern <= DRAW_DOTS; pattern++) {
        draw_begin(canvas->draw, PAPER);
        draw_pattern(canvas->draw, (enum draw_pattern)pattern, (struct rect){0, 0, 200, 50}, 0xFFFFFF, 0x000000);
        end_frame(canvas);
        for (int y = 0; y + periods[pattern][1] < 50; y++) {
            for (int x = 0; x + periods[pattern][0] < 200; x++) {
                int here = (int)(pixel(canvas, x, y) & 255);
                assert_in_range(here - (int)(pixel(canvas, x + periods[pattern][0], y) & 255) + 3, 0, 6);
                assert_in_range(here - (int)(pixel(canvas, x, y + periods[pattern][1]) & 255) + 3, 0, 6);
            }
        }
    }
}

static void a_large_polygon_looks_like_a_small_one(void **state)
{
    struct canvas *canvas = *state;
    const struct draw_point fault[] = {{200, 1000}, {240, 1000}, {640, 200}, {600, 200}};
    draw_begin(canvas->draw, PAPER);
    draw_polygon(canvas->draw, fault, 4, RED);
    const struct draw_point piece[] = {{1000, 64}, {1040, 64}, {1072, 0}, {1032, 0}};
    draw_polygon(canvas->draw, piece, 4, RED);
    end_frame(canvas);
    for (int y = 0; y < 64; y++)
        for (int x = 0; x < 72; x++)
            assert_in_range((int)(pixel(canvas, 1000 + x, y) & 255) - (int)(pixel(canvas, 400 + x, 536 + y) & 255) + 2, 0, 4);
    assert_int_equal(pixel(canvas, 420, 600), RED);
}

/* ---- text ---- */

static void text_lies_in_its_line_box(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "Hxp", FONT_MUSEUM, 26);
    struct font_metrics metrics = font_metrics(canvas->fonts, FONT_MUSEUM, 26);
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, block, 300, 400, ink_only);
    end_frame(canvas);
    struct rect ink = find_ink(canvas, everywhere, PAPER);
    assert_true(ink.x >= 299 && ink.x + ink.w <= 300 + block->width_px + 1);
    assert_true(ink.y > 400 && ink.y + ink.h < 400 + block->style.line_px);
    int baseline = 400 + (block->style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
    struct rect capital = find_ink(canvas, (struct rect){300, 390, 12, 60}, PAPER);
    assert_int_equal(capital.y + capital.h, baseline);
    block_destroy(block);
}

static void a_second_frame_looks_like_the_first(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "Eight years, four voices", FONT_DISPLAY, 60);
    uint32_t *first = malloc(WIDTH * HEIGHT * 4);
    for (int i = 0; i < 3; i++) {
        draw_begin(canvas->draw, PAPER);
        draw_block(canvas->draw, block, 64, 24, ink_only);
        draw_icon(canvas->draw, ICON_MAP, (struct rect){64, 200, 36, 36}, INK);
        end_frame(canvas);
        if (i == 0)
            memcpy(first, canvas->surface->pixels, WIDTH * HEIGHT * 4);
        else
            assert_memory_equal(first, canvas->surface->pixels, WIDTH * HEIGHT * 4);
        if (i == 1)
            draw_forget(canvas->draw);
    }
    free(first);
    block_destroy(block);
}

static void only_the_lines_asked_for_are_drawn(void **state)
{
    struct canvas *canvas = *state;
    struct pack_span span;
    struct block_style style = {.role = FONT_DOCUMENT, .size_px = 24, .line_px = 40};
    struct block *block = block_create(canvas->fonts, text_plain("one two three four five six seven", &span), style, 100);
    assert_true(block->line_count >= 3);
    draw_begin(canvas->draw, PAPER);
    draw_block_lines(canvas->draw, block, 1, 1, 300, 400, ink_only);
    draw_block_lines(canvas->draw, block, block->line_count, 5, 600, 400, ink_only);
    end_frame(canvas);
    struct rect ink = find_ink(canvas, everywhere, PAPER);
    assert_true(ink.y >= 400 && ink.y + ink.h <= 440 && ink.x < 500 && ink.w > 10);
    block_destroy(block);
}

static void marked_words_have_a_ground(void **state)
{
    struct canvas *canvas = *state;
    const char *text = "on 16 April they";
    const struct pack_span spans[] = {{.start = 0}, {.start = 3, .flags = PACK_SPAN_MARK}, {.start = 11}};
    struct pack_text marked = {.bytes = text, .length = 16, .spans = spans, .span_count = 3};
    struct block_style style = {.role = FONT_DOCUMENT, .mark_role = FONT_DOCUMENT_BOLD, .size_px = 24, .line_px = 36};
    struct block *block = block_create(canvas->fonts, marked, style, 1000);
    const struct block_run *run = &block->runs[1];
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, block, 100, 100, (struct draw_ink){INK, INK, 0xF4CFC0, RED});
    draw_block(canvas->draw, block, 100, 300, (struct draw_ink){INK, INK, 0xF4CFC0, 0xF4CFC0});
    draw_block(canvas->draw, block, 100, 500, ink_only);
    end_frame(canvas);
    int reds[3] = {0}, tints[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int y = 90 + 200 * i; y < 150 + 200 * i; y++) {
            reds[i] += pixel(canvas, 100 + run->x_px + 2, y) == RED;
            tints[i] += pixel(canvas, 99 + run->x_px, y) == 0xF4CFC0;
        }
    }
    assert_int_equal(reds[0], 2);
    assert_int_equal(reds[1], 0);
    assert_in_range(tints[0], 20, 36);
    assert_int_equal(tints[1], tints[0]);
    assert_int_equal(tints[2], 0);
    block_destroy(block);
}

static void a_term_is_underlined_with_dots(void **state)
{
    struct canvas *canvas = *state;
    const struct pack_span spans[] = {{.start = 0}, {.start = 4, .flags = PACK_SPAN_TERM}, {.start = 8}};
    struct pack_text text = {.bytes = "the NEPs era", .length = 12, .spans = spans, .span_count = 3};
    struct block_style style = {.role = FONT_DOCUMENT, .size_px = 26, .line_px = 36};
    struct block *block = block_create(canvas->fonts, text, style, 1000);
    const struct block_run *run = &block->runs[1];
    int inked[60] = {0}, rows = 0, dots = 0;
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, block, 100, 100, ink_only);
    end_frame(canvas);
    /* no letter of the term reaches below the line */
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < run->width_px; x++)
            inked[y] += pixel(canvas, 100 + run->x_px + x, 100 + y) == INK;
    for (int y = 59; y >= 0 && rows < 2; y--)
        rows += inked[y] > 0;
    assert_int_equal(rows, 2);
    for (int y = 59; y >= 0 && dots == 0; y--)
        for (int x = 0; inked[y] > 0 && x + 1 < run->width_px; x++)
            dots += pixel(canvas, 100 + run->x_px + x, 100 + y) == PAPER && pixel(canvas, 101 + run->x_px + x, 100 + y) == INK;
    assert_in_range(dots, run->width_px / 4 - 2, run->width_px / 4 + 1);
    block_destroy(block);
}

static void four_turns_show_the_same_text(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "1922 j", FONT_DISPLAY, 40);
    int w = block->width_px, h = block->style.line_px, x[4] = {100, 500, 900, 1300};
    draw_begin(canvas->draw, PAPER);
    for (int turn = 0; turn < 4; turn++)
        draw_block_turned(canvas->draw, block, turn, x[turn], 200, ink_only);
    end_frame(canvas);
    for (int row = 0; row < h; row++) {
        for (int column = 0; column < w; column++) {
            uint32_t upright = pixel(canvas, x[0] + column, 200 + row);
            assert_int_equal(pixel(canvas, x[1] + row, 200 + w - 1 - column), upright);
            assert_int_equal(pixel(canvas, x[2] + w - 1 - column, 200 + h - 1 - row), upright);
            assert_int_equal(pixel(canvas, x[3] + h - 1 - row, 200 + column), upright);
        }
    }
    block_destroy(block);
}

static void angled_text_follows_the_fault(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = line_of(canvas, "HHHHHHHHHH", FONT_DISPLAY, 24);
    draw_begin(canvas->draw, PAPER);
    draw_block_angled(canvas->draw, block, 26.565f, 300, 600, ink_only);
    end_frame(canvas);
    struct rect ink = find_ink(canvas, everywhere, PAPER);
    int rise = block->width_px * 447 / 1000;
    assert_in_range(ink.w, block->width_px * 894 / 1000 - 6, block->width_px * 894 / 1000 + 14);
    assert_in_range(600 - ink.y, rise + 8, rise + 24);
    assert_in_range(ink.y + ink.h, 595, 602);
    block_destroy(block);
}

/* ---- pictures ---- */

static const char square_svg[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"200\" viewBox=\"0 0 400 200\">"
    "<rect x=\"0\" y=\"0\" width=\"400\" height=\"200\" fill=\"#2E4D61\"/></svg>";

/* A 7" panel whose pixels are 7 % higher than wide, upright and turned (rule D2). */
static void circles_and_pictures_are_round_in_millimetres(void **state)
{
    static const char ring[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\" viewBox=\"0 0 400 400\">"
                               "<circle cx=\"200\" cy=\"200\" r=\"200\" fill=\"#C02C15\"/></svg>";
    static const float densities[][2] = {{5.19f, 5.59f}, {5.59f, 5.19f}, {2.71f, 2.71f}};
    struct canvas *canvas = *state;

    for (size_t i = 0; i < 3; i++) {
        float x = densities[i][0], y = densities[i][1];
        draw_set_density(canvas->draw, x, y);
        for (int what = 0; what < 2; what++) {
            draw_begin(canvas->draw, PAPER);
            if (what == 0)
                draw_shape(canvas->draw, DRAW_CIRCLE, (struct rect){50, 50, 120, 120}, RED, 3, INK);
            else
                draw_picture(canvas->draw, ring, (const uint8_t *)ring, sizeof ring - 1, (struct rect){50, 50, 120, 120});
            end_frame(canvas);
            struct rect ink = find_ink(canvas, everywhere, PAPER);
            float off_mm = (float)ink.w / x - (float)ink.h / y;
            assert_true(ink.w <= 120 && ink.h <= 120 && (ink.w == 120 || ink.h == 120));
            if (off_mm > 1.01f / x || off_mm < -1.01f / x)
                fail_msg("%d x %d pixels are %.2f x %.2f mm", ink.w, ink.h, (double)((float)ink.w / x), (double)((float)ink.h / y));
        }
    }
}

static void a_picture_is_fitted_and_centred(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_picture(canvas->draw, square_svg, (const uint8_t *)square_svg, sizeof square_svg - 1,
                 (struct rect){100, 100, 100, 100});
    draw_picture(canvas->draw, square_svg, (const uint8_t *)square_svg, sizeof square_svg - 1,
                 (struct rect){300, 100, 100, 20});
    end_frame(canvas);
    assert_rect(find_ink(canvas, (struct rect){0, 0, 250, 300}, PAPER), (struct rect){100, 125, 100, 50});
    assert_rect(find_ink(canvas, (struct rect){250, 0, 250, 300}, PAPER), (struct rect){330, 100, 40, 20});
    assert_int_equal(pixel(canvas, 150, 150), 0x2E4D61);
}

static void a_png_is_brought_down_by_its_mean(void **state)
{
    struct canvas *canvas = *state;
    static uint8_t file[65536];
    SDL_Surface *checks = SDL_CreateRGBSurfaceWithFormat(0, 200, 200, 32, SDL_PIXELFORMAT_ARGB8888);
    for (int y = 0; y < 200; y++)
        for (int x = 0; x < 200; x++)
            ((uint32_t *)((char *)checks->pixels + y * checks->pitch))[x] = (x + y) & 1 ? 0xFFFFFFFF : 0xFF000000;
    SDL_RWops *stream = SDL_RWFromMem(file, sizeof file);
    assert_int_equal(IMG_SavePNG_RW(checks, stream, 0), 0);
    size_t size = (size_t)SDL_RWtell(stream);
    SDL_RWclose(stream);
    SDL_FreeSurface(checks);
    draw_begin(canvas->draw, PAPER);
    draw_picture(canvas->draw, file, file, size, (struct rect){10, 10, 50, 50});
    end_frame(canvas);
    assert_in_range(pixel(canvas, 30, 30) & 255, 126, 129);
}

static void a_damaged_picture_leaves_its_place_empty(void **state)
{
    struct canvas *canvas = *state;
    const uint8_t junk[] = "\x89PNG\r\n\x1A\n this is nothing";
    for (int i = 0; i < 2; i++) {
        draw_begin(canvas->draw, PAPER);
        draw_picture(canvas->draw, junk, junk, sizeof junk - 1, (struct rect){100, 100, 50, 50});
        draw_picture(canvas->draw, junk + 5, junk + 5, 10, (struct rect){100, 200, 50, 50});
        draw_picture(canvas->draw, NULL, NULL, 0, (struct rect){100, 300, 50, 50});
        end_frame(canvas);
        assert_int_equal(find_ink(canvas, everywhere, PAPER).w, 0);
    }
}

static void every_icon_is_drawn_inside_its_box(void **state)
{
    struct canvas *canvas = *state;
    for (int icon = 0; icon < ICON_COUNT; icon++) {
        struct rect box = {200, 200, 36, 36};
        draw_begin(canvas->draw, PAPER);
        draw_icon(canvas->draw, (enum draw_icon)icon, box, INK);
        end_frame(canvas);
        struct rect ink = find_ink(canvas, everywhere, PAPER);
        assert_true(ink.w >= 20 && ink.x >= box.x && ink.x + ink.w <= box.x + box.w);
        assert_true(ink.y >= box.y && ink.y + ink.h <= box.y + box.h);
        assert_true(ink.h >= (icon == ICON_MINUS ? 4 : 12));
    }
}

static void the_mark_has_its_red_fault_except_in_high_contrast(void **state)
{
    struct canvas *canvas = *state;
    const uint32_t inks[] = {INK, 0xF1E8D7, 0xFFFFFF, 0x000000};
    for (int i = 0; i < 4; i++) {
        int reds = 0;
        draw_begin(canvas->draw, i == 2 ? 0x000000 : i == 1 ? INK : 0xFFFFFF);
        draw_icon(canvas->draw, ICON_MARK, (struct rect){100, 100, 200, 200}, inks[i]);
        end_frame(canvas);
        for (int y = 100; y < 300; y++)
            for (int x = 100; x < 300; x++)
                reds += pixel(canvas, x, y) == RED;
        assert_true(i < 2 ? reds > 200 : reds == 0);
    }
}

/* ---- frames ---- */

struct scene {
    struct block *labels[40];
    unsigned seed;
};

static unsigned below(struct scene *scene, unsigned limit)
{
    scene->seed = scene->seed * 1103515245 + 12345;
    return (scene->seed >> 16) % limit;
}

/* A frame like the timeline's: lanes, marks, labels, voice bars, spans. `shift` moves the marks. */
static void draw_timeline(struct canvas *canvas, struct scene *scene, int shift)
{
    struct draw *draw = canvas->draw;
    static const uint32_t colours[] = {0x15130F, 0x4D4942, 0xD39E33, 0x2E4D61};
    scene->seed = 1917;
    draw_begin(draw, PAPER);
    for (int lane = 0; lane < 4; lane++) {
        draw_fill(draw, (struct rect){0, 227 + lane * 160, WIDTH, 160}, lane & 1 ? PAPER : 0xE9DDC9);
        draw_fill(draw, (struct rect){0, 385 + lane * 160, WIDTH, 2}, INK);
    }
    draw_clip_push(draw, (struct rect){280, 140, 1640, 740});
    for (int i = 0; i < 40; i++) {
        int lane = i % 4, x = 280 + (int)below(scene, 1500) - shift, y = 235 + lane * 160 + i / 4 % 3 * 50;
        if (i % 7 == 0) {
            draw_pattern(draw, (enum draw_pattern)lane, (struct rect){x, y, 30, 34}, 0xFAF5EA, colours[lane]);
            draw_fill(draw, (struct rect){x + 30, y, 200, 34}, colours[lane]);
            const struct draw_point end[] = {
                {(float)x + 230, (float)y}, {(float)x + 247, (float)y}, {(float)x + 230, (float)y + 34}};
            draw_polygon(draw, end, 3, colours[lane]);
        } else {
            draw_shape(draw, (enum draw_shape)lane, (struct rect){x, y, 44, 44}, colours[lane], 2.5f, INK);
        }
        draw_block(draw, scene->labels[i], x + 52, y + 6, ink_only);
        for (int cell = 0; cell < 4; cell++)
            draw_dashed_frame(draw, (struct rect){x + 60 + scene->labels[i]->width_px + cell * 13, y + 14, 10, 16}, 1, INK);
        if (i % 5 == 0)
            draw_icon(draw, ICON_DIFFERS, (struct rect){x + 32, y - 6, 20, 20}, RED);
    }
    draw_clip_pop(draw);
    draw_fill(draw, (struct rect){0, 984, WIDTH, 96}, INK);
    for (int i = 0; i < 10; i++)
        draw_icon(draw, (enum draw_icon)i, (struct rect){60 + i * 150, 1014, 36, 36}, PAPER);
}

static void scene_open(struct canvas *canvas, struct scene *scene)
{
    for (int i = 0; i < 40; i++) {
        char text[40];
        snprintf(text, sizeof text, "New Economic Policy %d", i);
        scene->labels[i] = line_of(canvas, text, FONT_DISPLAY, 24);
    }
}

static void scene_close(struct scene *scene)
{
    for (int i = 0; i < 40; i++)
        block_destroy(scene->labels[i]);
}

static void a_full_timeline_takes_few_calls(void **state)
{
    struct canvas *canvas = *state;
    struct scene scene = {0};
    scene_open(canvas, &scene);
    for (int frame = 0; frame < 30; frame++) {
        draw_timeline(canvas, &scene, frame * 13);
        int calls = end_frame(canvas);
        assert_in_range(calls, 1, 60);
    }
    scene_close(&scene);
}

static void a_frame_like_the_last_paints_nothing(void **state)
{
    struct canvas *canvas = *state;
    struct scene scene = {0};
    const struct rect *parts;
    scene_open(canvas, &scene);
    for (int frame = 0; frame < 2; frame++) {
        draw_timeline(canvas, &scene, 0);
        end_frame(canvas);
    }
    assert_int_equal(draw_changed(canvas->draw, &parts), 0);
    draw_timeline(canvas, &scene, 0);
    draw_fill(canvas->draw, (struct rect){500, 20, 10, 10}, RED);
    assert_int_equal(end_frame(canvas), 2);
    assert_int_equal(draw_changed(canvas->draw, &parts), 1);
    assert_true(rect_holds(parts[0], 500, 20) && rect_holds(parts[0], 509, 29));
    assert_true(parts[0].w <= 64 && parts[0].h <= 64);
    draw_forget(canvas->draw);
    draw_timeline(canvas, &scene, 0);
    end_frame(canvas);
    assert_int_equal(draw_changed(canvas->draw, &parts), 1);
    assert_rect(parts[0], everywhere);
    scene_close(&scene);
}

/* Two canvases see the same frames; one paints every frame whole. */
static void painting_what_changed_is_the_same_as_painting_all(void **state)
{
    struct canvas *canvas = *state, whole = canvas_open(WIDTH, HEIGHT);
    struct scene scene = {0}, whole_scene = {0};
    scene_open(canvas, &scene);
    scene_open(&whole, &whole_scene);
    for (int frame = 0; frame < 24; frame++) {
        int shift = frame / 3 * 37, x = 100 + frame * 61 % 1500, y = 30 + frame * 97 % 900;
        draw_forget(whole.draw);
        draw_timeline(canvas, &scene, shift);
        draw_timeline(&whole, &whole_scene, shift);
        draw_tint(canvas->draw, (struct rect){x, y, 120, 50}, RED, 100);
        draw_tint(whole.draw, (struct rect){x, y, 120, 50}, RED, 100);
        draw_block(canvas->draw, scene.labels[frame], x, y, ink_only);
        draw_block(whole.draw, whole_scene.labels[frame], x, y, ink_only);
        end_frame(canvas);
        end_frame(&whole);
        assert_memory_equal(canvas->surface->pixels, whole.surface->pixels, WIDTH * HEIGHT * 4);
    }
    scene_close(&scene);
    scene_close(&whole_scene);
    canvas_close(&whole);
}

/* ---- transitions ---- */

static void the_screen_before_can_be_laid_over(void **state)
{
    struct canvas *canvas = *state;
    struct scene scene = {0};
    uint32_t *before = malloc(WIDTH * HEIGHT * 4);
    scene_open(canvas, &scene);
    draw_timeline(canvas, &scene, 0);
    end_frame(canvas);
    memcpy(before, canvas->surface->pixels, WIDTH * HEIGHT * 4);
    assert_true(draw_keep(canvas->draw));
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 255);
    end_frame(canvas);
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        assert_int_equal(((uint32_t *)canvas->surface->pixels)[i] & 0xFFFFFF, before[i] & 0xFFFFFF);
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 128);
    end_frame(canvas);
    assert_in_range(pixel(canvas, 5, 5) & 255, (PAPER & 255) / 2 - 2, (PAPER & 255) / 2 + 2);
    draw_drop_kept(canvas->draw);
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 255);
    end_frame(canvas);
    assert_int_equal(pixel(canvas, 5, 5), 0);
    assert_in_range(draw_texture_bytes(canvas->draw), 1, TEXTURE_BUDGET_BYTES);
    free(before);
    scene_close(&scene);
}

static void the_fault_uncovers_what_is_new(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    end_frame(canvas);
    assert_true(draw_keep(canvas->draw));
    const int xs[] = {-2 * HEIGHT, 300, WIDTH};
    for (int i = 0; i < 3; i++) {
        draw_begin(canvas->draw, INK);
        draw_kept_beyond_fault(canvas->draw, xs[i]);
        end_frame(canvas);
        for (int y = 0; y < HEIGHT; y += 7) {
            int edge = xs[i] + 2 * (HEIGHT - 1 - y);
            for (int x = 0; x < WIDTH; x += 11)
                assert_int_equal(pixel(canvas, x, y), x < edge ? INK : PAPER);
        }
    }
}

static void a_screen_never_drawn_cannot_be_kept(void **state)
{
    struct canvas *canvas = *state;
    assert_false(draw_keep(canvas->draw));
}

/* ---- the budget ---- */

static void thousands_of_texts_stay_under_the_budget(void **state)
{
    struct canvas *canvas = *state;
    for (int frame = 0; frame < 200; frame++) {
        draw_begin(canvas->draw, PAPER);
        draw_icon(canvas->draw, ICON_MAP, (struct rect){10, 10, 36, 36}, INK);
        for (int i = 0; i < 25; i++) {
            char text[80];
            snprintf(text, sizeof text, "Frame %d, line %d of a page somebody reads", frame, i);
            struct block *block = line_of(canvas, text, FONT_DOCUMENT, 28);
            draw_block(canvas->draw, block, 64, 60 + i * 40, ink_only);
            block_destroy(block);
        }
        end_frame(canvas);
        assert_in_range(draw_texture_bytes(canvas->draw), 1, TEXTURE_BUDGET_BYTES);
    }
}

static void a_page_with_one_icon_in_use_does_not_stay_for_ever(void **state)
{
    struct canvas *canvas = *state;
    size_t most = 0;
    for (int frame = 0; frame < 400; frame++) {
        draw_begin(canvas->draw, PAPER);
        for (int i = 0; i <= frame; i += 10) {
            char text[40];
            snprintf(text, sizeof text, "kept %d", i);
            struct block *block = line_of(canvas, text, FONT_MUSEUM, 20);
            draw_block(canvas->draw, block, 64 + i / 10 % 5 * 300, 20 + i / 50 * 30, ink_only);
            block_destroy(block);
        }
        char text[160];
        snprintf(text, sizeof text, "This line of frame %d is never drawn again, and is as long as a line of text can well be",
                 frame);
        struct block *block = line_of(canvas, text, FONT_MUSEUM, 40);
        draw_block(canvas->draw, block, 64, 800, ink_only);
        block_destroy(block);
        end_frame(canvas);
        most = draw_texture_bytes(canvas->draw) > most ? draw_texture_bytes(canvas->draw) : most;
    }
    assert_in_range(most, 1, TEXTURE_BUDGET_BYTES);
}

static void big_numerals_fit_the_budget(void **state)
{
    struct canvas *canvas = *state;
    struct block *from = line_of(canvas, "1917", FONT_DISPLAY, 470), *to = line_of(canvas, "1924", FONT_DISPLAY, 470);
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, from, 60, 0, ink_only);
    draw_block(canvas->draw, to, 980, 500, ink_only);
    end_frame(canvas);
    assert_in_range(draw_texture_bytes(canvas->draw), 1, TEXTURE_BUDGET_BYTES / 3);
    assert_true(find_ink(canvas, everywhere, PAPER).w > 1500);
    block_destroy(from);
    block_destroy(to);
}

static void draws_nothing_after_nothing(void **state)
{
    (void)state;
    draw_destroy(NULL);
    struct canvas small = canvas_open(1, 1);
    draw_begin(small.draw, PAPER);
    end_frame(&small);
    assert_int_equal(pixel(&small, 0, 0), PAPER);
    canvas_close(&small);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_canvas, close_canvas)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(fills_lie_on_whole_pixels),
        CASE(clips_nest_and_end),
        CASE(an_origin_moves_fills_copies_polygons_and_clips),
        CASE(what_leaves_the_screen_is_cut_off),
        CASE(a_tint_blends),
        CASE(a_frame_lies_inside_its_rectangle),
        CASE(later_things_cover_earlier_ones),
        CASE(shapes_stay_in_their_box_and_fill_its_middle),
        CASE(shapes_are_alike_on_both_sides),
        CASE(a_hollow_shape_shows_its_fill),
        CASE(the_corner_of_a_card_is_cut),
        CASE(a_mirrored_card_is_the_picture_of_a_card_in_a_mirror),
        CASE(a_card_smaller_than_its_cut_is_a_rectangle),
        CASE(patterns_are_made_of_their_two_colours),
        CASE(a_pattern_repeats_without_a_seam),
        CASE(a_large_polygon_looks_like_a_small_one),
        CASE(text_lies_in_its_line_box),
        CASE(a_second_frame_looks_like_the_first),
        CASE(only_the_lines_asked_for_are_drawn),
        CASE(marked_words_have_a_ground),
        CASE(a_term_is_underlined_with_dots),
        CASE(four_turns_show_the_same_text),
        CASE(angled_text_follows_the_fault),
        cmocka_unit_test_setup_teardown(circles_and_pictures_are_round_in_millimetres, open_canvas, close_canvas),
        CASE(a_picture_is_fitted_and_centred),
        CASE(a_png_is_brought_down_by_its_mean),
        CASE(a_damaged_picture_leaves_its_place_empty),
        CASE(every_icon_is_drawn_inside_its_box),
        CASE(the_mark_has_its_red_fault_except_in_high_contrast),
        CASE(a_full_timeline_takes_few_calls),
        CASE(a_frame_like_the_last_paints_nothing),
        CASE(painting_what_changed_is_the_same_as_painting_all),
        CASE(the_screen_before_can_be_laid_over),
        CASE(the_fault_uncovers_what_is_new),
        CASE(a_screen_never_drawn_cannot_be_kept),
        CASE(thousands_of_texts_stay_under_the_budget),
        CASE(a_page_with_one_icon_in_use_does_not_stay_for_ever),
        CASE(big_numerals_fit_the_budget),
        cmocka_unit_test(draws_nothing_after_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
