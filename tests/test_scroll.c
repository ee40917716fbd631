#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/scroll.h"

static const double px_per_mm = 2.71;

static struct gesture_panel panel(bool reduced_motion)
{
    return (struct gesture_panel){.px_per_mm_x = 2.71f,
                                  .px_per_mm_y = 2.71f,
                                  .is_large = true,
                                  .width_px = 1920,
                                  .height_px = 1080,
                                  .reduced_motion = reduced_motion};
}

static struct scroll column(int view_px, int content_px)
{
    struct scroll scroll = {0};

    scroll_resize(&scroll, view_px, content_px);
    return scroll;
}

static void run_until(struct scroll *scroll, int64_t from_ms, int64_t to_ms)
{
    for (int64_t t = from_ms; t <= to_ms; t += 8)
        scroll_tick(scroll, px_per_mm, t);
}

static void content_follows_the_finger(void **state)
{
    struct scroll scroll = column(800, 2000);

    (void)state;
    scroll_drag(&scroll, -120);
    assert_int_equal(scroll_px(&scroll), 120);
    scroll_drag(&scroll, 20);
    assert_int_equal(scroll_px(&scroll), 100);
}

static void what_fits_does_not_move(void **state)
{
    struct scroll scroll = column(800, 700);

    (void)state;
    scroll_drag(&scroll, -120);
    scroll_release(&scroll, panel(false), -900, px_per_mm, 0);
    run_until(&scroll, 0, 1000);
    assert_false(scroll_is_needed(&scroll));
    assert_int_equal(scroll_px(&scroll), 0);
}

static void beyond_the_end_it_follows_less_and_comes_back(void **state)
{
    struct scroll scroll = column(800, 1000);

    (void)state;
    scroll_drag(&scroll, -700);
    assert_in_range(scroll_px(&scroll), 201, 200 + 160);
    scroll_release(&scroll, panel(false), 0, px_per_mm, 1000);
    run_until(&scroll, 1000, 1240);
    assert_in_range(scroll_px(&scroll), 200, 210);
    run_until(&scroll, 1248, 1264);
    assert_int_equal(scroll_px(&scroll), 200);
}

static void letting_go_beyond_the_end_does_not_jump(void **state)
{
    struct scroll scroll = column(800, 1000);
    int before;

    (void)state;
    scroll_drag(&scroll, -500);
    before = scroll_px(&scroll);
    scroll_release(&scroll, panel(false), 0, px_per_mm, 1000);
    scroll_tick(&scroll, px_per_mm, 1000);
    assert_int_equal(scroll_px(&scroll), before);
}

static void with_reduced_motion_it_is_back_at_once(void **state)
{
    struct scroll scroll = column(800, 1000);

    (void)state;
    scroll_drag(&scroll, -500);
    scroll_release(&scroll, panel(true), 0, px_per_mm, 1000);
    assert_int_equal(scroll_px(&scroll), 200);
    assert_false(scroll_tick(&scroll, px_per_mm, 1008));
}

static void a_flick_glides_on_and_stops_at_the_end(void **state)
{
    struct scroll scroll = column(800, 1200);

    (void)state;
    scroll_release(&scroll, panel(false), -3000, px_per_mm, 0);
    assert_true(scroll_tick(&scroll, px_per_mm, 48));
    assert_in_range(scroll_px(&scroll), 100, 200);
    run_until(&scroll, 56, 3000);
    assert_int_equal(scroll_px(&scroll), 400);
    assert_false(scroll_tick(&scroll, px_per_mm, 3008));
}

static void a_touch_stops_a_glide(void **state)
{
    struct scroll scroll = column(800, 5000);
    int caught;

    (void)state;
    scroll_release(&scroll, panel(false), -1000, px_per_mm, 0);
    scroll_tick(&scroll, px_per_mm, 100);
    scroll_catch(&scroll);
    caught = scroll_px(&scroll);
    run_until(&scroll, 108, 1000);
    assert_int_equal(scroll_px(&scroll), caught);
}

static void a_touch_does_not_hold_the_rubber_band(void **state)
{
    struct scroll scroll = column(800, 1000);

    (void)state;
    scroll_drag(&scroll, -500);
    scroll_release(&scroll, panel(false), 0, px_per_mm, 0);
    scroll_tick(&scroll, px_per_mm, 100);
    scroll_catch(&scroll);
    run_until(&scroll, 108, 400);
    assert_int_equal(scroll_px(&scroll), 200);
}

static void going_to_a_place_takes_its_time_and_arrives(void **state)
{
    struct scroll scroll = column(800, 2000);

    (void)state;
    scroll_to(&scroll, 600, 300, 1000);
    assert_int_equal((int)scroll_goal(&scroll), 600);
    assert_true(scroll_tick(&scroll, px_per_mm, 1100));
    assert_in_range(scroll_px(&scroll), 300, 599);
    assert_false(scroll_tick(&scroll, px_per_mm, 1300));
    assert_int_equal(scroll_px(&scroll), 600);
}

static void no_place_is_beyond_the_content(void **state)
{
    struct scroll scroll = column(800, 2000);

    (void)state;
    scroll_to(&scroll, 5000, 0, 0);
    assert_int_equal(scroll_px(&scroll), 1200);
    scroll_to(&scroll, -50, 0, 0);
    assert_int_equal(scroll_px(&scroll), 0);
}

static void less_content_brings_the_view_back_inside(void **state)
{
    struct scroll scroll = column(800, 2000);

    (void)state;
    scroll_to(&scroll, 1200, 0, 0);
    scroll_resize(&scroll, 800, 1000);
    assert_int_equal(scroll_px(&scroll), 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(content_follows_the_finger),
        cmocka_unit_test(what_fits_does_not_move),
        cmocka_unit_test(beyond_the_end_it_follows_less_and_comes_back),
        cmocka_unit_test(letting_go_beyond_the_end_does_not_jump),
        cmocka_unit_test(with_reduced_motion_it_is_back_at_once),
        cmocka_unit_test(a_flick_glides_on_and_stops_at_the_end),
        cmocka_unit_test(a_touch_stops_a_glide),
        cmocka_unit_test(a_touch_does_not_hold_the_rubber_band),
        cmocka_unit_test(going_to_a_place_takes_its_time_and_arrives),
        cmocka_unit_test(no_place_is_beyond_the_content),
        cmocka_unit_test(less_content_brings_the_view_back_inside),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
