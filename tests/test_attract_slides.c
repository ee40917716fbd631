#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "screen/attract/attract_slides.h"
#include "timeline/calendar.h"

static struct attract_dates dates(enum attract_unit unit, int32_t first, int32_t second)
{
    struct attract_slide slide = {.has_dates = true, .unit = unit, .first = first, .second = second};

    return attract_dates(&slide);
}

static void what_two_dates_share_stands_apart(void **state)
{
    (void)state;
    struct attract_dates days = dates(ATTRACT_DAY, calendar_day(1922, 4, 14), calendar_day(1922, 4, 16));

    assert_string_equal(days.first, "14");
    assert_string_equal(days.second, "16");
    assert_string_equal(days.rest, "IV · 1922");
}

static void days_of_two_months_and_two_years_name_them(void **state)
{
    (void)state;
    struct attract_dates months = dates(ATTRACT_DAY, calendar_day(1921, 2, 28), calendar_day(1921, 3, 2));
    struct attract_dates years = dates(ATTRACT_DAY, calendar_day(1917, 12, 31), calendar_day(1918, 1, 9));

    assert_string_equal(months.first, "28 II");
    assert_string_equal(months.second, "2 III");
    assert_string_equal(months.rest, "1921");
    assert_string_equal(years.first, "31 XII 1917");
    assert_string_equal(years.second, "9 I 1918");
    assert_string_equal(years.rest, "");
}

static void months_and_years_say_no_more_than_is_known(void **state)
{
    (void)state;
    struct attract_dates months = dates(ATTRACT_MONTH, calendar_day(1921, 2, 20), calendar_day(1921, 3, 1));
    struct attract_dates years = dates(ATTRACT_YEAR, calendar_day(1924, 1, 1), calendar_day(1922, 1, 1));

    assert_string_equal(months.first, "II");
    assert_string_equal(months.second, "III");
    assert_string_equal(months.rest, "1921");
    assert_string_equal(years.first, "1924");
    assert_string_equal(years.second, "1922");
    assert_string_equal(years.rest, "");
}

/* ---- which ---- */

static void the_exhibit_begins_with_two_days_and_tells_nothing_twice(void **state)
{
    (void)state;
    struct attract_slide slides[ATTRACT_SLIDES_MOST];
    struct pack *pack;
    int count;

    assert_int_equal(pack_open(BINARY_DIR "/eight-years-four-voices.vpack", &pack), PACK_OK);
    count = attract_slides_find(pack, slides);
    assert_in_range(count, 4, ATTRACT_SLIDES_MOST);
    assert_string_equal(attract_dates(&slides[0]).rest, "IV · 1922");
    for (int i = 0; i < count; i++) {
        struct attract_dates dates = attract_dates(&slides[i]);

        assert_true(!slides[i].has_dates || slides[i].first < slides[i].second);
        for (int k = 0; k < i; k++) {
            struct attract_dates other = attract_dates(&slides[k]);

            assert_int_not_equal(slides[i].entry, slides[k].entry);
            assert_true(!slides[i].has_dates || !slides[k].has_dates || strcmp(dates.first, other.first) != 0
                        || strcmp(dates.second, other.second) != 0);
        }
    }
    pack_close(pack);
}

/* ---- the loop ---- */

enum { SLIDES = 6 };

static void slides_change_every_ten_seconds(void **state)
{
    (void)state;
    for (int slot = 0; slot < 3 * SLIDES; slot++) {
        struct attract_moment moment = attract_moment(slot * (int64_t)ATTRACT_SLIDE_MS + 5000, SLIDES, false);

        assert_int_equal(moment.slide, slot % SLIDES);
        assert_false(moment.is_fading);
    }
}

static void nothing_asks_for_time_between_two_changes(void **state)
{
    (void)state;
    struct attract_moment moment = attract_moment(12000, SLIDES, false);

    assert_int_equal(moment.next_ms, 20000);
    assert_int_equal(attract_moment(19999, SLIDES, false).next_ms, 20000);
}

static void a_loop_is_at_most_ninety_seconds(void **state)
{
    (void)state;
    for (int slides = 0; slides <= ATTRACT_SLIDES_MOST; slides++) {
        int64_t swapped = 0;

        for (int64_t t = 5000; t < 100000 && swapped == 0; t += 1000)
            swapped = attract_moment(t, slides, false).is_swapped ? t : 0;
        assert_in_range(swapped, 40000, 91000);
    }
}

static void a_fade_covers_what_changes_and_uncovers_it(void **state)
{
    (void)state;
    struct attract_moment before = attract_moment(10000, SLIDES, false), middle = attract_moment(10400, SLIDES, false);
    struct attract_moment after = attract_moment(10799, SLIDES, false), end = attract_moment(10800, SLIDES, false);

    assert_true(before.is_fading && before.veil < 0.01f);
    assert_int_equal(before.slide, 0);
    assert_true(middle.veil > 0.99f);
    assert_int_equal(middle.slide, 1);
    assert_true(after.is_fading && after.veil < 0.01f);
    assert_false(end.is_fading);
    assert_false(before.swaps);
    assert_true(attract_moment(SLIDES * 10000 + 100, SLIDES, false).swaps);
}

static void reduced_motion_cuts(void **state)
{
    (void)state;
    for (int64_t t = 0; t < 130000; t += 10)
        assert_false(attract_moment(t, SLIDES, true).is_fading);
    assert_int_equal(attract_moment(10000, SLIDES, true).slide, 1);
}

static void bars_end_a_fade_where_they_stay(void **state)
{
    (void)state;
    float last = attract_moment(10799, SLIDES, false).drift, rest = attract_moment(11000, SLIDES, false).drift;

    assert_true(last - rest < 0.01f && rest - last < 0.01f);
    assert_true(attract_moment(5000, SLIDES, false).drift == -attract_moment(15000, SLIDES, false).drift);
}

static void the_frame_walks_at_most_three_pixels_and_moves_every_ninety_seconds(void **state)
{
    (void)state;
    for (int step = 0; step < 20; step++) {
        int64_t t = step * (int64_t)ATTRACT_WALK_MS + 45000;
        struct attract_moment here = attract_moment(t, SLIDES, false),
                              next = attract_moment(t + ATTRACT_WALK_MS, SLIDES, false);

        assert_in_range(here.walk_x, 0, 3);
        assert_in_range(here.walk_y, 0, 3);
        assert_true(here.walk_x != next.walk_x || here.walk_y != next.walk_y);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_two_dates_share_stands_apart),
        cmocka_unit_test(days_of_two_months_and_two_years_name_them),
        cmocka_unit_test(months_and_years_say_no_more_than_is_known),
        cmocka_unit_test(the_exhibit_begins_with_two_days_and_tells_nothing_twice),
        cmocka_unit_test(slides_change_every_ten_seconds),
        cmocka_unit_test(nothing_asks_for_time_between_two_changes),
        cmocka_unit_test(a_loop_is_at_most_ninety_seconds),
        cmocka_unit_test(a_fade_covers_what_changes_and_uncovers_it),
        cmocka_unit_test(reduced_motion_cuts),
        cmocka_unit_test(bars_end_a_fade_where_they_stay),
        cmocka_unit_test(the_frame_walks_at_most_three_pixels_and_moves_every_ninety_seconds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
