#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "timeline/calendar.h"

static void assert_date(struct calendar_date date, int year, int month, int day)
{
    assert_int_equal(date.year, year);
    assert_int_equal(date.month, month);
    assert_int_equal(date.day, day);
}

static void known_days_have_their_numbers(void **state)
{
    (void)state;
    assert_int_equal(calendar_day(1970, 1, 1), 0);
    assert_int_equal(calendar_day(1969, 12, 31), -1);
    assert_int_equal(calendar_day(2000, 3, 1), 11017);
    assert_int_equal(calendar_day(1917, 1, 1), -19358);
    assert_int_equal(calendar_day(0, 3, 1), -719468);
}

static void every_day_comes_back_from_its_date(void **state)
{
    (void)state;
    struct calendar_date before = calendar_date(calendar_day(-801, 12, 31));

    for (int32_t day = calendar_day(-800, 1, 1); day < calendar_day(2401, 1, 1); day++) {
        struct calendar_date date = calendar_date(day);
        assert_true(calendar_is_date(date.year, date.month, date.day));
        assert_int_equal(calendar_day(date.year, date.month, date.day), day);
        assert_true(date.day == before.day + 1 || (date.day == 1 && date.month == before.month % 12 + 1));
        before = date;
    }
}

static void far_years_come_back(void **state)
{
    (void)state;
    const int years[] = {CALENDAR_YEAR_MIN, -44000, -1, 0, 1, 44000, CALENDAR_YEAR_MAX};

    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        assert_date(calendar_date(calendar_day(years[i], 2, 28)), years[i], 2, 28);
        assert_date(calendar_date(calendar_day(years[i], 12, 31)), years[i], 12, 31);
        assert_date(calendar_julian_date(calendar_julian_day(years[i], 2, 28)), years[i], 2, 28);
    }
}

static void leap_days_follow_the_gregorian_rule(void **state)
{
    (void)state;
    assert_true(calendar_is_date(1920, 2, 29));
    assert_true(calendar_is_date(2000, 2, 29));
    assert_false(calendar_is_date(1900, 2, 29));
    assert_false(calendar_is_date(1922, 2, 29));
    assert_false(calendar_is_date(1922, 4, 31));
    assert_false(calendar_is_date(1922, 0, 1));
    assert_false(calendar_is_date(1922, 13, 1));
    assert_false(calendar_is_date(1922, 1, 0));
}

static void old_style_days_of_the_rules_match(void **state)
{
    (void)state;
    static const struct {
        int old[3], new[3];
    } cases[] = {
        {{1917, 10, 25}, {1917, 11, 7}}, {{1917, 2, 23}, {1917, 3, 8}},   {{1918, 1, 31}, {1918, 2, 13}},
        {{1917, 12, 27}, {1918, 1, 9}},  {{1582, 10, 5}, {1582, 10, 15}},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = calendar_day(cases[i].new[0], cases[i].new[1], cases[i].new[2]);
        assert_int_equal(calendar_julian_day(cases[i].old[0], cases[i].old[1], cases[i].old[2]), day);
        assert_date(calendar_julian_date(day), cases[i].old[0], cases[i].old[1], cases[i].old[2]);
    }
}

static void weekdays_run_from_monday(void **state)
{
    (void)state;
    assert_int_equal(calendar_weekday(calendar_day(1922, 4, 16)), 6); /* Easter Sunday */
    assert_int_equal(calendar_weekday(calendar_day(1918, 1, 31)), 3);
    assert_int_equal(calendar_weekday(calendar_day(1970, 1, 1)), 3);
    assert_int_equal(calendar_weekday(-4), 6);
    assert_int_equal(calendar_weekday(-3), 0);
}

static void months_are_counted_over_the_end_of_years(void **state)
{
    (void)state;
    int32_t day = calendar_day(1922, 11, 17);

    assert_int_equal(calendar_month_start(day, 0), calendar_day(1922, 11, 1));
    assert_int_equal(calendar_month_start(day, 2), calendar_day(1923, 1, 1));
    assert_int_equal(calendar_month_start(day, -11), calendar_day(1921, 12, 1));
    assert_int_equal(calendar_month_start(calendar_day(0, 1, 5), -1), calendar_day(-1, 12, 1));
    assert_int_equal(calendar_year_start(-1), calendar_day(-1, 1, 1));
    assert_int_equal(calendar_days_in_month(1922, 4), 30);
    assert_int_equal(calendar_days_in_month(1920, 2), 29);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_days_have_their_numbers),
        cmocka_unit_test(every_day_comes_back_from_its_date),
        cmocka_unit_test(far_years_come_back),
        cmocka_unit_test(leap_days_follow_the_gregorian_rule),
        cmocka_unit_test(old_style_days_of_the_rules_match),
        cmocka_unit_test(weekdays_run_from_monday),
        cmocka_unit_test(months_are_counted_over_the_end_of_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
