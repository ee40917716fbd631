#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "screen/flow.h"

enum { WIDTH = 100, GAP = 10 };

static void expect_place(struct flow *flow, int w, int h, int x, int y)
{
    struct rect place = flow_next(flow, w, h);

    assert_int_equal(place.x, x);
    assert_int_equal(place.y, y);
    assert_int_equal(place.w, w);
    assert_int_equal(place.h, h);
}

static void a_full_row_begins_the_next_below_its_tallest(void **state)
{
    struct flow flow = {.rect = {5, 7, WIDTH, 0}, .gap_px = GAP};

    (void)state;
    expect_place(&flow, 40, 20, 5, 7);
    expect_place(&flow, 50, 30, 55, 7);
    expect_place(&flow, 10, 15, 5, 47);
    assert_int_equal(flow_height(&flow), 55);
}

static void what_is_wider_than_a_row_has_one_for_itself(void **state)
{
    struct flow flow = {.rect = {0, 0, WIDTH, 0}, .gap_px = GAP};

    (void)state;
    expect_place(&flow, 120, 20, 0, 0);
    expect_place(&flow, 20, 20, 0, 30);
}

static void a_mirrored_row_begins_at_the_right(void **state)
{
    struct flow flow = {.rect = {5, 0, WIDTH, 0}, .gap_px = GAP, .is_mirrored = true};

    (void)state;
    expect_place(&flow, 40, 20, 65, 0);
    expect_place(&flow, 50, 20, 5, 0);
}

static void room_is_asked_for_with_what_must_follow(void **state)
{
    struct flow flow = {.rect = {0, 0, WIDTH, 0}, .gap_px = GAP};

    (void)state;
    flow_next(&flow, 40, 20);
    assert_true(flow_has_room(&flow, 50, 0));
    assert_false(flow_has_room(&flow, 51, 0));
    assert_true(flow_has_room(&flow, 20, 20));
    assert_false(flow_has_room(&flow, 20, 21));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_row_begins_the_next_below_its_tallest),
        cmocka_unit_test(what_is_wider_than_a_row_has_one_for_itself),
        cmocka_unit_test(a_mirrored_row_begins_at_the_right),
        cmocka_unit_test(room_is_asked_for_with_what_must_follow),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
