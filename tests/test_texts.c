/* Blocks of text on the screen: their boxes, marks, terms, turns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"

#include <SDL.h>

static void text_lies_in_its_line_box(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "Hxp", FONT_MUSEUM, 26);
    struct font_metrics metrics = font_metrics(canvas->fonts, FONT_MUSEUM, 26);
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, block, 300, 400, canvas_ink_only);
    canvas_end_frame(canvas);
    struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
    assert_true(ink.x >= 299 && ink.x + ink.w <= 300 + block->width_px + 1);
    assert_true(ink.y > 400 && ink.y + ink.h < 400 + block->style.line_px);
    int baseline = 400 + (block->style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
    struct rect capital = canvas_ink(canvas, (struct rect){300, 390, 12, 60}, PAPER);
    assert_int_equal(capital.y + capital.h, baseline);
    block_destroy(block);
}

static void a_second_frame_looks_like_the_first(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "Eight years, four voices", FONT_DISPLAY, 60);
    uint32_t *first = malloc(WIDTH * HEIGHT * 4);
    for (int i = 0; i < 3; i++) {
        draw_begin(canvas->draw, PAPER);
        draw_block(canvas->draw, block, 64, 24, canvas_ink_only);
        draw_icon(canvas->draw, ICON_MAP, (struct rect){64, 200, 36, 36}, INK);
        canvas_end_frame(canvas);
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
    draw_block_lines(canvas->draw, block, 1, 1, 300, 400, canvas_ink_only);
    draw_block_lines(canvas->draw, block, block->line_count, 5, 600, 400, canvas_ink_only);
    canvas_end_frame(canvas);
    struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
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
    draw_block(canvas->draw, block, 100, 500, canvas_ink_only);
    canvas_end_frame(canvas);
    int reds[3] = {0}, tints[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int y = 90 + 200 * i; y < 150 + 200 * i; y++) {
            reds[i] += canvas_pixel(canvas, 100 + run->x_px + 2, y) == RED;
            tints[i] += canvas_pixel(canvas, 99 + run->x_px, y) == 0xF4CFC0;
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
    draw_block(canvas->draw, block, 100, 100, canvas_ink_only);
    canvas_end_frame(canvas);
    /* no letter of the term reaches below the line */
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < run->width_px; x++)
            inked[y] += canvas_pixel(canvas, 100 + run->x_px + x, 100 + y) == INK;
    for (int y = 59; y >= 0 && rows < 2; y--)
        rows += inked[y] > 0;
    assert_int_equal(rows, 2);
    for (int y = 59; y >= 0 && dots == 0; y--)
        for (int x = 0; inked[y] > 0 && x + 1 < run->width_px; x++)
            dots += canvas_pixel(canvas, 100 + run->x_px + x, 100 + y) == PAPER
                && canvas_pixel(canvas, 101 + run->x_px + x, 100 + y) == INK;
    assert_in_range(dots, run->width_px / 4 - 2, run->width_px / 4 + 1);
    block_destroy(block);
}

static void four_turns_show_the_same_text(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "1922 j", FONT_DISPLAY, 40);
    int w = block->width_px, h = block->style.line_px, x[4] = {100, 500, 900, 1300};
    draw_begin(canvas->draw, PAPER);
    for (int turn = 0; turn < 4; turn++)
        draw_block_turned(canvas->draw, block, turn, x[turn], 200, canvas_ink_only);
    canvas_end_frame(canvas);
    for (int row = 0; row < h; row++) {
        for (int column = 0; column < w; column++) {
            uint32_t upright = canvas_pixel(canvas, x[0] + column, 200 + row);
            assert_int_equal(canvas_pixel(canvas, x[1] + row, 200 + w - 1 - column), upright);
            assert_int_equal(canvas_pixel(canvas, x[2] + w - 1 - column, 200 + h - 1 - row), upright);
            assert_int_equal(canvas_pixel(canvas, x[3] + h - 1 - row, 200 + column), upright);
        }
    }
    block_destroy(block);
}

static void angled_text_follows_the_fault(void **state)
{
    struct canvas *canvas = *state;
    struct block *block = canvas_line(canvas, "HHHHHHHHHH", FONT_DISPLAY, 24);
    draw_begin(canvas->draw, PAPER);
    draw_block_angled(canvas->draw, block, 26.565f, 300, 600, canvas_ink_only);
    canvas_end_frame(canvas);
    struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
    int rise = block->width_px * 447 / 1000;
    assert_in_range(ink.w, block->width_px * 894 / 1000 - 6, block->width_px * 894 / 1000 + 14);
    assert_in_range(600 - ink.y, rise + 8, rise + 24);
    assert_in_range(ink.y + ink.h, 595, 602);
    block_destroy(block);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, canvas_setup, canvas_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(text_lies_in_its_line_box),
        CASE(a_second_frame_looks_like_the_first),
        CASE(only_the_lines_asked_for_are_drawn),
        CASE(marked_words_have_a_ground),
        CASE(a_term_is_underlined_with_dots),
        CASE(four_turns_show_the_same_text),
        CASE(angled_text_follows_the_fault),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
