/* What was drawn is kept under a budget. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"
#include "draw/textures.h"

static void thousands_of_texts_stay_under_the_budget(void **state)
{
    struct canvas *canvas = *state;
    for (int frame = 0; frame < 200; frame++) {
        draw_begin(canvas->draw, PAPER);
        draw_icon(canvas->draw, ICON_MAP, (struct rect){10, 10, 36, 36}, INK);
        for (int i = 0; i < 25; i++) {
            char text[80];
            snprintf(text, sizeof text, "Frame %d, line %d of a page somebody reads", frame, i);
            struct block *block = canvas_line(canvas, text, FONT_DOCUMENT, 28);
            draw_block(canvas->draw, block, 64, 60 + i * 40, canvas_ink_only);
            block_destroy(block);
        }
        canvas_end_frame(canvas);
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
            struct block *block = canvas_line(canvas, text, FONT_MUSEUM, 20);
            draw_block(canvas->draw, block, 64 + i / 10 % 5 * 300, 20 + i / 50 * 30, canvas_ink_only);
            block_destroy(block);
        }
        char text[160];
        snprintf(text, sizeof text, "This line of frame %d is never drawn again, and is as long as a line of text can well be",
                 frame);
        struct block *block = canvas_line(canvas, text, FONT_MUSEUM, 40);
        draw_block(canvas->draw, block, 64, 800, canvas_ink_only);
        block_destroy(block);
        canvas_end_frame(canvas);
        most = draw_texture_bytes(canvas->draw) > most ? draw_texture_bytes(canvas->draw) : most;
    }
    assert_in_range(most, 1, TEXTURE_BUDGET_BYTES);
}

static void big_numerals_fit_the_budget(void **state)
{
    struct canvas *canvas = *state;
    struct block *from = canvas_line(canvas, "1917", FONT_DISPLAY, 470), *to = canvas_line(canvas, "1924", FONT_DISPLAY, 470);
    draw_begin(canvas->draw, PAPER);
    draw_block(canvas->draw, from, 60, 0, canvas_ink_only);
    draw_block(canvas->draw, to, 980, 500, canvas_ink_only);
    canvas_end_frame(canvas);
    assert_in_range(draw_texture_bytes(canvas->draw), 1, TEXTURE_BUDGET_BYTES / 3);
    assert_true(canvas_ink(canvas, canvas_everywhere, PAPER).w > 1500);
    block_destroy(from);
    block_destroy(to);
}

static void draws_nothing_after_nothing(void **state)
{
    (void)state;
    draw_destroy(NULL);
    struct canvas small = canvas_open(1, 1);
    draw_begin(small.draw, PAPER);
    canvas_end_frame(&small);
    assert_int_equal(canvas_pixel(&small, 0, 0), PAPER);
    canvas_close(&small);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, canvas_setup, canvas_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(thousands_of_texts_stay_under_the_budget),
        CASE(a_page_with_one_icon_in_use_does_not_stay_for_ever),
        CASE(big_numerals_fit_the_budget),
        cmocka_unit_test(draws_nothing_after_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
