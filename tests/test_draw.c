/* Rectangles and shapes, drawn by SDL's software renderer into a surface; no display is needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"

static void fills_lie_on_whole_pixels(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_fill(canvas->draw, (struct rect){10, 20, 30, 40}, INK);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), (struct rect){10, 20, 30, 40});
    assert_int_equal(canvas_pixel(canvas, 10, 20), INK);
    assert_int_equal(canvas_pixel(canvas, 39, 59), INK);
}

static void clips_nest_and_end(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_clip_push(canvas->draw, (struct rect){100, 100, 100, 100});
    draw_clip_push(canvas->draw, (struct rect){150, 50, 100, 100});
    draw_fill(canvas->draw, canvas_everywhere, INK);
    draw_clip_pop(canvas->draw);
    draw_clip_pop(canvas->draw);
    draw_clip_push(canvas->draw, (struct rect){500, 500, 10, 10});
    draw_clip_push(canvas->draw, (struct rect){600, 600, 10, 10});
    draw_fill(canvas->draw, canvas_everywhere, RED);
    draw_clip_pop(canvas->draw);
    draw_clip_pop(canvas->draw);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), (struct rect){150, 100, 50, 50});
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
    draw_fill(canvas->draw, canvas_everywhere, RED);
    draw_clip_pop(canvas->draw);
    draw_polygon(canvas->draw, large, 3, INK);
    draw_icon(canvas->draw, ICON_PLUS, (struct rect){300, 0, 40, 40}, INK);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, (struct rect){0, 0, 110, 300}, PAPER), (struct rect){50, 120, 50, 30});
    assert_rect(canvas_ink(canvas, (struct rect){110, 0, 200, 300}, PAPER), (struct rect){140, 100, 50, 50});
    assert_int_equal(canvas_pixel(canvas, 41, 401), INK);
    assert_int_equal(canvas_pixel(canvas, 39, 401), PAPER);
    assert_int_equal(canvas_pixel(canvas, 360, 120), INK);
    draw_begin(canvas->draw, PAPER); /* the next frame begins in the corner again */
    draw_fill(canvas->draw, (struct rect){10, 20, 50, 50}, INK);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), (struct rect){10, 20, 50, 50});
}

static void what_leaves_the_screen_is_cut_off(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "1917", FONT_DISPLAY, 60);
    draw_begin(canvas->draw, PAPER);
    draw_fill(canvas->draw, (struct rect){-50, -50, 100, 100}, INK);
    draw_fill(canvas->draw, (struct rect){WIDTH - 10, HEIGHT - 10, 100, 100}, INK);
    draw_fill(canvas->draw, (struct rect){10, 200, -5, 10}, INK);
    draw_block(canvas->draw, block, -40, -30, canvas_ink_only);
    draw_block(canvas->draw, block, WIDTH - 20, HEIGHT - 30, canvas_ink_only);
    draw_shape(canvas->draw, DRAW_CIRCLE, (struct rect){-20, 500, 40, 40}, RED, 2, INK);
    canvas_end_frame(canvas);
    assert_int_equal(canvas_pixel(canvas, 49, 49), INK);
    assert_int_equal(canvas_pixel(canvas, 50, 50), PAPER);
    assert_int_equal(canvas_pixel(canvas, WIDTH - 1, HEIGHT - 1), INK);
    assert_int_equal(canvas_pixel(canvas, 0, 520), RED);
    block_destroy(block);
}

static void a_tint_blends(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, 0x000000);
    draw_tint(canvas->draw, (struct rect){10, 10, 10, 10}, 0xFFFFFF, 128);
    draw_tint(canvas->draw, (struct rect){30, 10, 10, 10}, 0xFFFFFF, 255);
    draw_tint(canvas->draw, (struct rect){50, 10, 10, 10}, 0xFFFFFF, 0);
    canvas_end_frame(canvas);
    assert_in_range(canvas_pixel(canvas, 15, 15) & 255, 127, 129);
    assert_int_equal(canvas_pixel(canvas, 35, 15), 0xFFFFFF);
    assert_int_equal(canvas_pixel(canvas, 55, 15), 0);
}

static void a_frame_lies_inside_its_rectangle(void **state)
{
    struct canvas *canvas = *state;
    struct rect rect = {100, 100, 46, 32};
    draw_begin(canvas->draw, PAPER);
    draw_frame(canvas->draw, rect, 3, INK);
    draw_dashed_frame(canvas->draw, (struct rect){300, 100, 46, 32}, 2, INK);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, (struct rect){0, 0, 250, 300}, PAPER), rect);
    assert_int_equal(canvas_pixel(canvas, 102, 102), INK);
    assert_int_equal(canvas_pixel(canvas, 103, 103), PAPER);
    assert_rect(canvas_ink(canvas, (struct rect){250, 0, 250, 300}, PAPER), (struct rect){300, 100, 46, 32});
    int dashes = 0;
    for (int x = 300; x < 346; x++)
        dashes += canvas_pixel(canvas, x, 100) == INK && canvas_pixel(canvas, x - 1, 100) != INK;
    assert_in_range(dashes, 3, 8);
}

static void later_things_cover_earlier_ones(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "MMMM", FONT_DISPLAY, 40);
    draw_begin(canvas->draw, PAPER);
    for (int i = 0; i < 20; i++) {
        draw_fill(canvas->draw, (struct rect){100 + i * 7, 100 + i * 3, 200, 60}, i & 1 ? INK : RED);
        draw_block(canvas->draw, block, 100 + i * 7, 100 + i * 3, canvas_ink_only);
        draw_icon(canvas->draw, ICON_TICK, (struct rect){110 + i * 7, 110 + i * 3, 24, 24}, 0xFFFFFF);
    }
    draw_fill(canvas->draw, (struct rect){100, 100, 400, 200}, 0x2E4D61);
    canvas_end_frame(canvas);
    for (int y = 100; y < 300; y += 3)
        for (int x = 100; x < 500; x += 3)
            assert_int_equal(canvas_pixel(canvas, x, y), 0x2E4D61);
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
            canvas_end_frame(canvas);
            struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
            assert_true(ink.x >= box.x && ink.y >= box.y && ink.x + ink.w <= box.x + box.w && ink.y + ink.h <= box.y + box.h);
            assert_true(ink.w >= box.w - 2 && ink.h >= box.h - 2);
            if (size > 16)
                assert_int_equal(canvas_pixel(canvas, box.x + box.w / 2, box.y + box.h * 5 / 9), 0x2E4D61);
        }
    }
}

static void shapes_are_alike_on_both_sides(void **state)
{
    struct canvas *canvas = *state;
    for (int shape = DRAW_SQUARE; shape <= DRAW_CROSS; shape++) {
        draw_begin(canvas->draw, PAPER);
        draw_shape(canvas->draw, (enum draw_shape)shape, (struct rect){100, 100, 44, 44}, RED, 2.5f, INK);
        canvas_end_frame(canvas);
        for (int y = 100; y < 144; y++) {
            for (int x = 0; x < 22; x++) {
                int left = (int)(canvas_pixel(canvas, 100 + x, y) & 255), right = (int)(canvas_pixel(canvas, 143 - x, y) & 255);
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
    canvas_end_frame(canvas);
    assert_int_equal(canvas_pixel(canvas, 122, 122), 0xFAF5EA);
    assert_int_equal(canvas_pixel(canvas, 122, 104), 0x2E4D61);
}

static int count_of(const struct canvas *canvas, struct rect in, uint32_t colour)
{
    int count = 0;

    for (int y = in.y; y < in.y + in.h; y++)
        for (int x = in.x; x < in.x + in.w; x++)
            count += canvas_pixel(canvas, x, y) == colour;
    return count;
}

/* Its ends are those of the whole outline, of which between a quarter and four fifths are drawn. */
static void a_dashed_shape_is_an_outline_with_gaps(void **state)
{
    struct canvas *canvas = *state;
    for (int shape = DRAW_SQUARE; shape <= DRAW_CROSS; shape++) {
        for (int size = 24; size < 90; size += 9) {
            struct rect box = {200, 200, size, size};
            draw_begin(canvas->draw, PAPER);
            draw_shape(canvas->draw, (enum draw_shape)shape, box, PAPER, 2, INK);
            canvas_end_frame(canvas);
            struct rect outline = canvas_ink(canvas, canvas_everywhere, PAPER);
            int whole = count_of(canvas, box, INK);
            draw_begin(canvas->draw, PAPER);
            draw_dashed_shape(canvas->draw, (enum draw_shape)shape, box, PAPER, 2, INK);
            canvas_end_frame(canvas);
            int dashes = count_of(canvas, box, INK);
            if (shape == DRAW_CROSS) /* dashes around its box */
                assert_in_range(dashes, 1, size * 8);
            else if (dashes * 4 < whole || dashes * 5 > whole * 4)
                fail_msg("shape %d of %d px: %d of %d pixels", shape, size, dashes, whole);
            struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
            assert_true(shape == DRAW_CIRCLE || ink.y == outline.y);
            assert_int_equal(canvas_pixel(canvas, box.x + size / 2, box.y + size / 2), PAPER);
        }
    }
}

static void the_corner_of_a_card_is_cut(void **state)
{
    struct canvas *canvas = *state;
    struct rect box = {100, 100, 200, 120};
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, box, 24, 0xFAF5EA, 3, INK);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), box);
    assert_int_equal(canvas_pixel(canvas, 299, 100), PAPER);
    assert_int_equal(canvas_pixel(canvas, 299, 140), PAPER);
    assert_int_equal(canvas_pixel(canvas, 299, 150), INK);
    assert_int_equal(canvas_pixel(canvas, 297, 160), INK);
    assert_int_equal(canvas_pixel(canvas, 296, 160), 0xFAF5EA);
    assert_int_equal(canvas_pixel(canvas, 270, 102), INK);
    assert_int_equal(canvas_pixel(canvas, 270, 103), 0xFAF5EA);
    for (int i = 2; i < 22; i++)
        assert_int_equal(canvas_pixel(canvas, 276 + i - 1, 100 + 2 * i + 1), INK);
}

static void a_mirrored_card_is_the_picture_of_a_card_in_a_mirror(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, (struct rect){100, 100, 200, 120}, 24, 0xFAF5EA, 3, INK);
    draw_card_mirrored(canvas->draw, (struct rect){400, 100, 200, 120}, 24, 0xFAF5EA, 3, INK);
    canvas_end_frame(canvas);
    for (int y = 95; y < 225; y++)
        for (int x = -5; x < 205; x++)
            assert_int_equal(canvas_pixel(canvas, 100 + x, y), canvas_pixel(canvas, 599 - x, y));
    assert_int_equal(canvas_pixel(canvas, 400, 100), PAPER);
}

static void a_card_smaller_than_its_cut_is_a_rectangle(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    draw_card(canvas->draw, (struct rect){100, 100, 20, 20}, 24, RED, 0, 0);
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), (struct rect){100, 100, 20, 20});
}

static void patterns_are_made_of_their_two_colours(void **state)
{
    struct canvas *canvas = *state;
    for (int pattern = DRAW_SOLID; pattern <= DRAW_CHECKS; pattern++) {
        struct rect box = {101, 103, 217, 34};
        int darkness = 0;
        draw_begin(canvas->draw, PAPER);
        draw_pattern(canvas->draw, (enum draw_pattern)pattern, box, 0xFFFFFF, 0x000000);
        canvas_end_frame(canvas);
        assert_rect(canvas_ink(canvas, canvas_everywhere, PAPER), box);
        for (int y = box.y; y < box.y + box.h; y++) {
            for (int x = box.x; x < box.x + box.w; x++)
                darkness += 255 - (int)(canvas_pixel(canvas, x, y) & 255);
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
        canvas_end_frame(canvas);
        for (int y = 0; y + periods[pattern][1] < 50; y++) {
            for (int x = 0; x + periods[pattern][0] < 200; x++) {
                int here = (int)(canvas_pixel(canvas, x, y) & 255);
                assert_in_range(here - (int)(canvas_pixel(canvas, x + periods[pattern][0], y) & 255) + 3, 0, 6);
                assert_in_range(here - (int)(canvas_pixel(canvas, x, y + periods[pattern][1]) & 255) + 3, 0, 6);
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
    canvas_end_frame(canvas);
    for (int y = 0; y < 64; y++)
        for (int x = 0; x < 72; x++)
            assert_in_range((int)(canvas_pixel(canvas, 1000 + x, y) & 255)
                                - (int)(canvas_pixel(canvas, 400 + x, 536 + y) & 255) + 2,
                            0, 4);
    assert_int_equal(canvas_pixel(canvas, 420, 600), RED);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, canvas_setup, canvas_teardown)

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
        CASE(a_dashed_shape_is_an_outline_with_gaps),
        CASE(the_corner_of_a_card_is_cut),
        CASE(a_mirrored_card_is_the_picture_of_a_card_in_a_mirror),
        CASE(a_card_smaller_than_its_cut_is_a_rectangle),
        CASE(patterns_are_made_of_their_two_colours),
        CASE(a_pattern_repeats_without_a_seam),
        CASE(a_large_polygon_looks_like_a_small_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
