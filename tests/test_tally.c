/* What the log keeps of a visit: counts and durations, and nothing else (I14). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/tally.h"

static const char *const names[SCREEN_COUNT] = {"attract", "languages", "timeline", "event", "compare", "reader", "error"};
static const char *const tags[TALLY_LANGUAGES_MAX] = {"pt", "lt", "pl", "en"};

static void assert_line(const struct tally *tally, const char *expected)
{
    char line[400];

    tally_write(tally, names, tags, line, sizeof line);
    assert_string_equal(line, expected);
}

static void screens_and_languages_are_counted_and_timed(void **state)
{
    (void)state;
    struct tally tally = {0};

    tally_open(&tally, SCREEN_TIMELINE, 3, 1000);
    tally_open(&tally, SCREEN_EVENT, 3, 41000);
    tally_speak(&tally, 1, 61000);
    tally_open(&tally, SCREEN_TIMELINE, 1, 71000);
    tally_close(&tally, 76400);
    assert_line(&tally, "75 s; timeline 2x 45 s, event 1x 30 s; lt 15 s, en 60 s");
}

static void what_passes_before_a_visit_is_not_counted(void **state)
{
    (void)state;
    struct tally tally = {0};

    tally_close(&tally, 500000);
    assert_line(&tally, "0 s");
    tally_open(&tally, SCREEN_READER, 0, 900000);
    tally_close(&tally, 902000);
    assert_line(&tally, "2 s; reader 1x 2 s; pt 2 s");
}

static void the_time_after_the_last_touch_is_nobodys(void **state)
{
    (void)state;
    struct tally tally = {0};

    tally_open(&tally, SCREEN_TIMELINE, 0, 10000);
    tally_open(&tally, SCREEN_EVENT, 0, 30000);
    tally_close(&tally, 30000); /* the question came long after */
    assert_line(&tally, "20 s; timeline 1x 20 s, event 1x 0 s; pt 20 s");
}

static void languages_beyond_the_limit_and_short_lines_do_no_harm(void **state)
{
    (void)state;
    struct tally tally = {0};
    char line[8];

    tally_open(&tally, SCREEN_TIMELINE, TALLY_LANGUAGES_MAX, 0);
    tally_speak(&tally, -1, 5000);
    tally_close(&tally, 10000);
    assert_line(&tally, "10 s; timeline 1x 10 s");
    tally_write(&tally, names, tags, line, sizeof line);
    assert_string_equal(line, "10 s; t");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_and_languages_are_counted_and_timed),
        cmocka_unit_test(what_passes_before_a_visit_is_not_counted),
        cmocka_unit_test(the_time_after_the_last_touch_is_nobodys),
        cmocka_unit_test(languages_beyond_the_limit_and_short_lines_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
