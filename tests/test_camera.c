#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "timeline/camera.h"

enum { FIRST = -19358, DAYS = 2922, LENGTH = 1575 };

static struct camera eight_years(void)
{
    return camera_make(FIRST, DAYS, 14, LENGTH);
}

static void assert_near(double value, double expected)
{
    if (fabs(value - expected) > 1e-6)
        fail_msg("%.9f is not %.9f", value, expected);
}

static void assert_inside(const struct camera *camera)
{
    assert_true(camera->days >= camera->closest_days - 1e-9);
    assert_true(camera->days <= camera->limit_days + 1e-9);
    assert_true(camera->first_day >= camera->limit_first - 1e-6);
    assert_true(camera->first_day + camera->days <= camera->limit_first + camera->limit_days + 1e-6);
}

static void days_and_pixels_are_inverse(void **state)
{
    (void)state;
    struct camera camera = eight_years();

    camera_show(&camera, FIRST + 100, 400);
    assert_near(camera_px(&camera, FIRST + 100), 0);
    assert_near(camera_px(&camera, FIRST + 500), LENGTH);
    for (double day = FIRST; day < FIRST + DAYS; day += 77.7)
        assert_near(camera_day(&camera, camera_px(&camera, day)), day);
}

static void pan_follows_the_finger(void **state)
{
    (void)state;
    struct camera camera = eight_years();

    camera_show(&camera, FIRST + 1000, 400);
    double day = camera_day(&camera, 700);
    assert_near(camera_pan(&camera, 123.4), 0);
    assert_near(camera_px(&camera, day), 823.4);
}

static void pan_stops_at_the_ends_and_returns_the_rest(void **state)
{
    (void)state;
    struct camera camera = eight_years();

    camera_show(&camera, FIRST + 40, 400);
    double room = 40 * LENGTH / 400.0;
    assert_near(camera_pan(&camera, room + 25), 25);
    assert_near(camera.first_day, FIRST);
    camera_show(&camera, FIRST + DAYS - 400, 400);
    assert_near(camera_pan(&camera, -10), -10);
    assert_inside(&camera);
}

static void zoom_keeps_the_date_under_the_finger(void **state)
{
    (void)state;
    for (double px = 0; px <= LENGTH; px += 175) {
        struct camera camera = eight_years();
        camera_show(&camera, FIRST + 1000, 700);
        double day = camera_day(&camera, px);
        camera_zoom_at(&camera, px, 1.7);
        assert_near(camera.days, 700 / 1.7);
        assert_near(camera_px(&camera, day), px);
    }
}

static void zoom_stops_at_its_limits(void **state)
{
    (void)state;
    struct camera camera = eight_years();

    camera_zoom_at(&camera, 600, 1e9);
    assert_near(camera.days, 14);
    camera_zoom_at(&camera, 600, 1e-9);
    assert_near(camera.days, DAYS);
    assert_near(camera.first_day, FIRST);
    camera_zoom_at(&camera, 600, 0);
    assert_near(camera.days, DAYS);
    camera_zoom_at(&camera, 600, NAN);
    assert_near(camera.days, DAYS);
}

static void zoom_out_at_an_end_stays_inside(void **state)
{
    (void)state;
    struct camera camera = eight_years();

    camera_show(&camera, FIRST + DAYS - 20, 20);
    camera_zoom_at(&camera, 0, 0.1);
    assert_inside(&camera);
    assert_near(camera.days, 200);
}

static void an_exhibit_shorter_than_the_closest_view_is_shown_whole(void **state)
{
    (void)state;
    struct camera camera = camera_make(10, 5, 14, 800);

    assert_near(camera.days, 5);
    camera_zoom_at(&camera, 400, 3);
    assert_near(camera.days, 5);
    assert_near(camera_pan(&camera, 60), 60);
}

static void a_move_ends_exactly_at_its_target(void **state)
{
    (void)state;
    struct camera camera = eight_years();
    struct camera_move move = camera_move_to(&camera, FIRST + 500, 100, 1000, 250);

    assert_near(camera_move_at(&move, 1000).days, DAYS);
    assert_true(move.is_on);
    camera = camera_move_at(&move, 1250);
    assert_false(move.is_on);
    assert_near(camera.first_day, FIRST + 500);
    assert_near(camera.days, 100);
}

static void a_zooming_move_keeps_the_shared_day_in_place(void **state)
{
    (void)state;
    struct camera camera = eight_years(), target;

    camera_show(&camera, FIRST + 800, 900);
    target = camera;
    camera_zoom_at(&target, 640, 1.5);
    double day = camera_day(&camera, 640);
    struct camera_move move = camera_move_to(&camera, target.first_day, target.days, 0, 250);
    for (int ms = 0; ms <= 250; ms += 16) {
        struct camera now = camera_move_at(&move, ms);
        assert_near(camera_px(&now, day), 640);
        assert_inside(&now);
    }
}

static void a_move_of_no_time_is_a_cut(void **state)
{
    (void)state;
    struct camera camera = eight_years();
    struct camera_move move = camera_move_to(&camera, FIRST + 500, 100, 1000, 0);

    assert_near(camera_move_at(&move, 1000).days, 100);
    assert_false(move.is_on);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_pixels_are_inverse),
        cmocka_unit_test(pan_follows_the_finger),
        cmocka_unit_test(pan_stops_at_the_ends_and_returns_the_rest),
        cmocka_unit_test(zoom_keeps_the_date_under_the_finger),
        cmocka_unit_test(zoom_stops_at_its_limits),
        cmocka_unit_test(zoom_out_at_an_end_stays_inside),
        cmocka_unit_test(an_exhibit_shorter_than_the_closest_view_is_shown_whole),
        cmocka_unit_test(a_move_ends_exactly_at_its_target),
        cmocka_unit_test(a_zooming_move_keeps_the_shared_day_in_place),
        cmocka_unit_test(a_move_of_no_time_is_a_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
