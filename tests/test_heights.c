#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/reader/heights.h"

enum { COUNT = 1000 };

/* Heights that differ, some of them 0. */
static int px_of(int index)
{
    return index % 7 == 3 ? 0 : 20 + index * 37 % 211;
}

static struct heights *filled(void)
{
    struct heights *heights = heights_create(COUNT);

    assert_non_null(heights);
    for (int i = 0; i < COUNT; i++)
        heights_estimate(heights, i, px_of(i));
    return heights;
}

static void tops_are_the_sums_of_what_is_above(void **state)
{
    (void)state;
    struct heights *heights = filled();
    int top = 0;

    for (int i = 0; i < COUNT; i++) {
        assert_int_equal(heights_top(heights, i), top);
        top += px_of(i);
    }
    assert_int_equal(heights_top(heights, COUNT), top);
    heights_destroy(heights);
}

static void every_place_lies_in_the_paragraph_found_for_it(void **state)
{
    (void)state;
    struct heights *heights = filled();
    int whole = heights_top(heights, COUNT);

    for (int px = 0; px < whole; px += 13) {
        int found = heights_at(heights, px);

        assert_in_range(px, heights_top(heights, found), heights_top(heights, found + 1) - 1);
    }
    heights_destroy(heights);
}

static void places_outside_belong_to_the_first_and_the_last(void **state)
{
    (void)state;
    struct heights *heights = filled();

    assert_int_equal(heights_at(heights, -500), 0);
    assert_int_equal(heights_at(heights, heights_top(heights, COUNT) + 500), COUNT - 1);
    heights_destroy(heights);
}

static void a_set_height_moves_what_is_below_and_is_known(void **state)
{
    (void)state;
    struct heights *heights = filled();
    int above = heights_top(heights, 500), below = heights_top(heights, 501), last = heights_top(heights, COUNT);

    assert_false(heights_is_known(heights, 500));
    heights_set(heights, 500, px_of(500) + 111);
    assert_true(heights_is_known(heights, 500));
    assert_int_equal(heights_of(heights, 500), px_of(500) + 111);
    assert_int_equal(heights_top(heights, 500), above);
    assert_int_equal(heights_top(heights, 501), below + 111);
    assert_int_equal(heights_top(heights, COUNT), last + 111);
    heights_destroy(heights);
}

static void an_estimate_forgets_what_was_known(void **state)
{
    (void)state;
    struct heights *heights = filled();

    heights_set(heights, 7, 300);
    heights_estimate(heights, 7, 40);
    assert_false(heights_is_known(heights, 7));
    assert_int_equal(heights_of(heights, 7), 40);
    heights_destroy(heights);
}

static void a_document_without_paragraphs_has_no_height(void **state)
{
    (void)state;
    struct heights *heights = heights_create(0);

    assert_non_null(heights);
    assert_int_equal(heights_top(heights, 0), 0);
    assert_int_equal(heights_at(heights, 10), 0);
    heights_destroy(heights);
    heights_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tops_are_the_sums_of_what_is_above),
        cmocka_unit_test(every_place_lies_in_the_paragraph_found_for_it),
        cmocka_unit_test(places_outside_belong_to_the_first_and_the_last),
        cmocka_unit_test(a_set_height_moves_what_is_below_and_is_known),
        cmocka_unit_test(an_estimate_forgets_what_was_known),
        cmocka_unit_test(a_document_without_paragraphs_has_no_height),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
