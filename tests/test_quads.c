/* A frame takes few calls, paints only what differs from the last, and may show the one before. */
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

#include <SDL.h>

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
        draw_block(draw, scene->labels[i], x + 52, y + 6, canvas_ink_only);
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
        scene->labels[i] = canvas_line(canvas, text, FONT_DISPLAY, 24);
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
        int calls = canvas_end_frame(canvas);
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
        canvas_end_frame(canvas);
    }
    assert_int_equal(draw_changed(canvas->draw, &parts), 0);
    draw_timeline(canvas, &scene, 0);
    draw_fill(canvas->draw, (struct rect){500, 20, 10, 10}, RED);
    assert_int_equal(canvas_end_frame(canvas), 2);
    assert_int_equal(draw_changed(canvas->draw, &parts), 1);
    assert_true(rect_holds(parts[0], 500, 20) && rect_holds(parts[0], 509, 29));
    assert_true(parts[0].w <= 64 && parts[0].h <= 64);
    draw_forget(canvas->draw);
    draw_timeline(canvas, &scene, 0);
    canvas_end_frame(canvas);
    assert_int_equal(draw_changed(canvas->draw, &parts), 1);
    assert_rect(parts[0], canvas_everywhere);
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
        draw_block(canvas->draw, scene.labels[frame], x, y, canvas_ink_only);
        draw_block(whole.draw, whole_scene.labels[frame], x, y, canvas_ink_only);
        canvas_end_frame(canvas);
        canvas_end_frame(&whole);
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
    canvas_end_frame(canvas);
    memcpy(before, canvas->surface->pixels, WIDTH * HEIGHT * 4);
    assert_true(draw_keep(canvas->draw));
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 255);
    canvas_end_frame(canvas);
    for (int i = 0; i < WIDTH * HEIGHT; i++)
        assert_int_equal(((uint32_t *)canvas->surface->pixels)[i] & 0xFFFFFF, before[i] & 0xFFFFFF);
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 128);
    canvas_end_frame(canvas);
    assert_in_range(canvas_pixel(canvas, 5, 5) & 255, (PAPER & 255) / 2 - 2, (PAPER & 255) / 2 + 2);
    draw_drop_kept(canvas->draw);
    draw_begin(canvas->draw, 0x000000);
    draw_kept_fade(canvas->draw, 255);
    canvas_end_frame(canvas);
    assert_int_equal(canvas_pixel(canvas, 5, 5), 0);
    assert_in_range(draw_texture_bytes(canvas->draw), 1, TEXTURE_BUDGET_BYTES);
    free(before);
    scene_close(&scene);
}

static void the_fault_uncovers_what_is_new(void **state)
{
    struct canvas *canvas = *state;
    draw_begin(canvas->draw, PAPER);
    canvas_end_frame(canvas);
    assert_true(draw_keep(canvas->draw));
    const int xs[] = {-2 * HEIGHT, 300, WIDTH};
    for (int i = 0; i < 3; i++) {
        draw_begin(canvas->draw, INK);
        draw_kept_beyond_fault(canvas->draw, xs[i]);
        canvas_end_frame(canvas);
        for (int y = 0; y < HEIGHT; y += 7) {
            int edge = xs[i] + 2 * (HEIGHT - 1 - y);
            for (int x = 0; x < WIDTH; x += 11)
                assert_int_equal(canvas_pixel(canvas, x, y), x < edge ? INK : PAPER);
        }
    }
}

static void a_screen_never_drawn_cannot_be_kept(void **state)
{
    struct canvas *canvas = *state;
    assert_false(draw_keep(canvas->draw));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, canvas_setup, canvas_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_full_timeline_takes_few_calls),
        CASE(a_frame_like_the_last_paints_nothing),
        CASE(painting_what_changed_is_the_same_as_painting_all),
        CASE(the_screen_before_can_be_laid_over),
        CASE(the_fault_uncovers_what_is_new),
        CASE(a_screen_never_drawn_cannot_be_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
