/* Nobody at the screen: ATTRACT → ACTIVE ⇄ WARN → ATTRACT (I1, I4, I5). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "screen/idle.h"

enum { TIMEOUT = 60000 };

static struct idle active(void)
{
    struct idle idle = idle_make(0);

    idle_activity(&idle, 1000);
    return idle;
}

static void attract_lasts_for_ever(void **state)
{
    (void)state;
    struct idle idle = idle_make(0);

    assert_int_equal(idle_next_ms(&idle, TIMEOUT), INT64_MAX);
    assert_int_equal(idle_tick(&idle, TIMEOUT, INT64_C(1) << 50), IDLE_NOTHING);
    assert_int_equal(idle.state, IDLE_ATTRACT);
}

static void warning_comes_when_the_screen_has_rested(void **state)
{
    (void)state;
    struct idle idle = active();

    assert_int_equal(idle_next_ms(&idle, TIMEOUT), 1000 + TIMEOUT);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 1000 + TIMEOUT - 1), IDLE_NOTHING);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 1000 + TIMEOUT), IDLE_WARNED);
    assert_int_equal(idle.state, IDLE_WARN);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 1000 + TIMEOUT), IDLE_NOTHING);
}

static void every_touch_puts_the_warning_off(void **state)
{
    (void)state;
    struct idle idle = active();

    for (int64_t now = 1000; now < 10 * TIMEOUT; now += TIMEOUT - 1) {
        assert_int_equal(idle_tick(&idle, TIMEOUT, now), IDLE_NOTHING);
        idle_activity(&idle, now);
    }
}

static void warning_lasts_thirty_seconds(void **state)
{
    (void)state;
    struct idle idle = active();
    int64_t warned = 1000 + TIMEOUT;

    idle_tick(&idle, TIMEOUT, warned);
    assert_int_equal(idle_next_ms(&idle, TIMEOUT), warned + 30000);
    assert_int_equal(idle_tick(&idle, TIMEOUT, warned + 29999), IDLE_NOTHING);
    assert_int_equal(idle_tick(&idle, TIMEOUT, warned + 30000), IDLE_RESET);
    assert_int_equal(idle.state, IDLE_ATTRACT);
    assert_int_equal(idle_tick(&idle, TIMEOUT, warned + 30000), IDLE_NOTHING);
}

static void warning_is_never_skipped_however_late_the_tick(void **state)
{
    (void)state;
    struct idle idle = active();

    assert_int_equal(idle_tick(&idle, TIMEOUT, 5000000), IDLE_WARNED);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 5000000 + 29999), IDLE_NOTHING);
}

static void touch_in_the_warning_goes_on_without_limit(void **state)
{
    (void)state;
    struct idle idle = active();
    int64_t now = 1000;

    for (int i = 0; i < 50; i++) {
        now += TIMEOUT;
        assert_int_equal(idle_tick(&idle, TIMEOUT, now), IDLE_WARNED);
        now += 29000;
        idle_activity(&idle, now);
        assert_int_equal(idle.state, IDLE_ACTIVE);
        assert_int_equal(idle_next_ms(&idle, TIMEOUT), now + TIMEOUT);
    }
}

static void longer_rest_of_another_screen_counts_from_the_last_touch(void **state)
{
    (void)state;
    struct idle idle = active();

    assert_int_equal(idle_tick(&idle, 90000, 1000 + 89999), IDLE_NOTHING);
    assert_int_equal(idle_tick(&idle, 90000, 1000 + 90000), IDLE_WARNED);
}

static void cleaning_stops_the_clock_and_starts_it_anew(void **state)
{
    (void)state;
    struct idle idle = active();

    idle_suspend(&idle, true, 30000);
    assert_int_equal(idle_next_ms(&idle, TIMEOUT), INT64_MAX);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 900000), IDLE_NOTHING);
    idle_suspend(&idle, false, 900000);
    assert_int_equal(idle_next_ms(&idle, TIMEOUT), 900000 + TIMEOUT);
}

static void cleaning_in_the_warning_gives_it_all_its_time_again(void **state)
{
    (void)state;
    struct idle idle = active();

    idle_tick(&idle, TIMEOUT, 100000);
    idle_suspend(&idle, true, 120000);
    idle_suspend(&idle, false, 200000);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 229999), IDLE_NOTHING);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 230000), IDLE_RESET);
}

static void suspending_twice_is_suspending_once(void **state)
{
    (void)state;
    struct idle idle = active();

    idle_suspend(&idle, false, 50000); /* was not suspended: the rest goes on */
    assert_int_equal(idle_next_ms(&idle, TIMEOUT), 1000 + TIMEOUT);
}

static void start_over_is_at_once(void **state)
{
    (void)state;
    struct idle idle = active();

    idle_reset(&idle, 2000);
    assert_int_equal(idle.state, IDLE_ATTRACT);
    assert_int_equal(idle_tick(&idle, TIMEOUT, 10000000), IDLE_NOTHING);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(attract_lasts_for_ever),
        cmocka_unit_test(warning_comes_when_the_screen_has_rested),
        cmocka_unit_test(every_touch_puts_the_warning_off),
        cmocka_unit_test(warning_lasts_thirty_seconds),
        cmocka_unit_test(warning_is_never_skipped_however_late_the_tick),
        cmocka_unit_test(touch_in_the_warning_goes_on_without_limit),
        cmocka_unit_test(longer_rest_of_another_screen_counts_from_the_last_touch),
        cmocka_unit_test(cleaning_stops_the_clock_and_starts_it_anew),
        cmocka_unit_test(cleaning_in_the_warning_gives_it_all_its_time_again),
        cmocka_unit_test(suspending_twice_is_suspending_once),
        cmocka_unit_test(start_over_is_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
