/* Closed lines of longitude and latitude. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "compiler/rings.h"

static double area(struct ring ring)
{
    double twice = 0;

    for (int i = 0; i < ring.count; i++) {
        struct ring_point a = ring.points[i], b = ring.points[(i + 1) % ring.count];

        twice += a.x * b.y - b.x * a.y;
    }
    return fabs(twice) / 2;
}

static const struct ring_window europe = {0, 40, 60, 75};

/* A land from Norway over the 180th meridian, at 68 degrees, and back at 50. */
static struct ring far_land(struct ring_point points[6])
{
    static const struct ring_point land[] = {{10, 50}, {10, 70}, {179, 68}, {-179, 68}, {-179, 65}, {179, 50}};

    for (int i = 0; i < 6; i++)
        points[i] = land[i];
    return (struct ring){points, 6};
}

static void a_ring_goes_on_beyond_the_180th_meridian(void **state)
{
    (void)state;
    static const double expected[] = {10, 10, 179, 181, 181, 179};
    struct ring_point points[6];
    struct ring ring = far_land(points);

    ring_unwrap(&ring);
    for (int i = 0; i < 6; i++)
        assert_true(points[i].x == expected[i]);
}

static void wherever_a_ring_begins_it_lies_where_most_of_it_is(void **state)
{
    (void)state;
    static const double expected[] = {181, 181, 179, 10, 10, 179};
    struct ring_point points[] = {{-179, 68}, {-179, 65}, {179, 50}, {10, 50}, {10, 70}, {179, 68}};
    struct ring ring = {points, 6};

    ring_unwrap(&ring);
    for (int i = 0; i < 6; i++)
        assert_true(points[i].x == expected[i]);
}

/* Else the jump from one side of the world to the other would cut the window in two at its latitude. */
static void a_window_keeps_all_land_of_a_ring_that_leaves_it_to_the_east(void **state)
{
    (void)state;
    struct ring_point points[6];
    struct ring ring = far_land(points), clipped;

    ring_unwrap(&ring);
    clipped = ring_clip(ring, europe);
    assert_true(area(clipped) > 50 * 19 && area(clipped) < 50 * 20);
    free(clipped.points);
}

static void clipping_keeps_what_lies_in_the_window(void **state)
{
    struct ring_point square[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    struct ring whole = {square, 4};
    struct ring inside = ring_clip(whole, (struct ring_window){-1, -1, 11, 11});
    struct ring corner = ring_clip(whole, (struct ring_window){5, 5, 20, 20});
    struct ring nothing = ring_clip(whole, (struct ring_window){20, 20, 30, 30});

    (void)state;
    assert_int_equal(inside.count, 4);
    assert_int_equal(corner.count, 4);
    assert_true(area(corner) > 24.9 && area(corner) < 25.1);
    assert_null(nothing.points);
    free(inside.points);
    free(corner.points);
}

static void simplifying_leaves_out_what_nobody_sees(void **state)
{
    struct ring_point points[] = {{0, 0}, {1, 0.001}, {2, 0}, {2, 1}, {1, 1.5}, {0, 1}};
    struct ring_point speck[] = {{0, 0}, {0.001, 0}, {0.001, 0.001}};
    struct ring ring = {points, 6}, small = {speck, 3};

    (void)state;
    ring_simplify(&ring, 0.01);
    assert_int_equal(ring.count, 5);
    assert_true(points[1].x > 1.9);
    ring_simplify(&small, 0.01);
    assert_int_equal(small.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ring_goes_on_beyond_the_180th_meridian),
        cmocka_unit_test(wherever_a_ring_begins_it_lies_where_most_of_it_is),
        cmocka_unit_test(a_window_keeps_all_land_of_a_ring_that_leaves_it_to_the_east),
        cmocka_unit_test(clipping_keeps_what_lies_in_the_window),
        cmocka_unit_test(simplifying_leaves_out_what_nobody_sees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
