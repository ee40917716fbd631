#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "timeline/ticks.h"

/* January .. December in Lithuanian letters: sausis, vasaris, kovas, balandis ... */
static const int whole[12] = {60, 70, 50, 80, 70, 80, 50, 90, 70, 60, 90, 70};
static const int abbreviated[12] = {38, 38, 30, 38, 38, 42, 36, 44, 42, 38, 44, 44};

static void months_are_whole_where_all_twelve_fit(void **state)
{
    (void)state;
    assert_int_equal(ticks_months(whole, abbreviated, 90), TICKS_WHOLE);
    assert_int_equal(ticks_months(whole, abbreviated, 400), TICKS_WHOLE);
}

static void one_name_too_long_abbreviates_all(void **state)
{
    (void)state;
    assert_int_equal(ticks_months(whole, abbreviated, 89), TICKS_SHORT);
    assert_int_equal(ticks_months(whole, abbreviated, 44), TICKS_SHORT);
}

static void months_too_long_even_when_abbreviated_are_numbers(void **state)
{
    (void)state;
    assert_int_equal(ticks_months(whole, abbreviated, 43), TICKS_NUMBERS);
    assert_int_equal(ticks_months(whole, abbreviated, 3), TICKS_NUMBERS);
}

/* Also a year of a pixel, and one of less: the axis of millennia. */
static void years_are_named_at_every_scale(void **state)
{
    static const struct {
        double px_per_year, room_px;
        int step;
    } cases[] = {{200, 90, 1}, {90, 90, 1}, {89, 90, 2}, {45, 90, 2}, {44, 90, 5}, {10, 90, 10}, {1, 90, 100}, {0.3, 90, 500}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int step = ticks_year_step(cases[i].px_per_year, cases[i].room_px);
        assert_int_equal(step, cases[i].step);
        assert_true(step * cases[i].px_per_year >= cases[i].room_px);
    }
}

static void years_before_christ_are_round_as_people_count_them(void **state)
{
    (void)state;
    assert_int_equal(ticks_round_year(-100, 50), -99); /* 100 BC */
    assert_int_equal(ticks_round_year(1900, 50), 1900);
    assert_int_equal(ticks_round_year(-43, 1), -43); /* each has its name */
}

static void one_before_christ_gives_way_where_it_is_too_near(void **state)
{
    (void)state;
    assert_false(ticks_has_name(0, 2, 10, 20));
    assert_true(ticks_has_name(0, 2, 20, 20));
    assert_true(ticks_has_name(0, 1, 10, 20));
    assert_true(ticks_has_name(-2, 2, 10, 20));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_whole_where_all_twelve_fit),
        cmocka_unit_test(one_name_too_long_abbreviates_all),
        cmocka_unit_test(months_too_long_even_when_abbreviated_are_numbers),
        cmocka_unit_test(years_are_named_at_every_scale),
        cmocka_unit_test(years_before_christ_are_round_as_people_count_them),
        cmocka_unit_test(one_before_christ_gives_way_where_it_is_too_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
