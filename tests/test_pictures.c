/* Pictures and icons keep their boxes and proportions. */
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
#include <SDL_image.h>

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
            canvas_end_frame(canvas);
            struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
            float off_mm = (float)ink.w / x - (float)ink.h / y;
            assert_true(ink.w <= 120 && ink.h <= 120 && (ink.w == 120 || ink.h == 120));
            if (off_mm > 1.01f / x || off_mm < -1.01f / x)
                fail_msg("%d x %d pixels are %.2f x %.2f mm", ink.w, ink.h, (double)((float)ink.w / x),
                         (double)((float)ink.h / y));
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
    canvas_end_frame(canvas);
    assert_rect(canvas_ink(canvas, (struct rect){0, 0, 250, 300}, PAPER), (struct rect){100, 125, 100, 50});
    assert_rect(canvas_ink(canvas, (struct rect){250, 0, 250, 300}, PAPER), (struct rect){330, 100, 40, 20});
    assert_int_equal(canvas_pixel(canvas, 150, 150), 0x2E4D61);
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
    canvas_end_frame(canvas);
    assert_in_range(canvas_pixel(canvas, 30, 30) & 255, 126, 129);
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
        canvas_end_frame(canvas);
        assert_int_equal(canvas_ink(canvas, canvas_everywhere, PAPER).w, 0);
    }
}

static void every_icon_is_drawn_inside_its_box(void **state)
{
    struct canvas *canvas = *state;
    for (int icon = 0; icon < ICON_COUNT; icon++) {
        struct rect box = {200, 200, 36, 36};
        draw_begin(canvas->draw, PAPER);
        draw_icon(canvas->draw, (enum draw_icon)icon, box, INK);
        canvas_end_frame(canvas);
        struct rect ink = canvas_ink(canvas, canvas_everywhere, PAPER);
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
        canvas_end_frame(canvas);
        for (int y = 100; y < 300; y++)
            for (int x = 100; x < 300; x++)
                reds += canvas_pixel(canvas, x, y) == RED;
        assert_true(i < 2 ? reds > 200 : reds == 0);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, canvas_setup, canvas_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(circles_and_pictures_are_round_in_millimetres),
        CASE(a_picture_is_fitted_and_centred),
        CASE(a_png_is_brought_down_by_its_mean),
        CASE(a_damaged_picture_leaves_its_place_empty),
        CASE(every_icon_is_drawn_inside_its_box),
        CASE(the_mark_has_its_red_fault_except_in_high_contrast),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
