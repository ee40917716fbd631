/* The resting screen at night: black, woken by a touch or key that does nothing else (I13). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "screen/night.h"

enum { NINE = 21 * 60, SEVEN = 7 * 60, NOON = 12 * 60, MIDNIGHT = 0, FINGER = 1 };

static bool is_dark_at(int from, int to, int minute)
{
    struct night night = night_make(from, to, 0);

    night.minute = minute;
    return night_is_dark(&night, NIGHT_WAKE_MS);
}

static void the_night_lies_between_two_times(void **state)
{
    (void)state;
    assert_true(is_dark_at(NINE, SEVEN, NINE));
    assert_true(is_dark_at(NINE, SEVEN, MIDNIGHT));
    assert_true(is_dark_at(NINE, SEVEN, SEVEN - 1));
    assert_false(is_dark_at(NINE, SEVEN, SEVEN));
    assert_false(is_dark_at(NINE, SEVEN, NOON));
    assert_false(is_dark_at(NINE, SEVEN, NINE - 1));
    assert_true(is_dark_at(SEVEN, NINE, NOON));
    assert_false(is_dark_at(SEVEN, NINE, NINE));
    assert_false(is_dark_at(NINE, NINE, NINE));
    assert_false(is_dark_at(-1, SEVEN, MIDNIGHT));
    assert_false(is_dark_at(NINE, -1, NINE));
    assert_false(is_dark_at(NINE, SEVEN, -1));
}

static void a_touch_keeps_it_awake_for_a_minute(void **state)
{
    (void)state;
    struct night night = night_make(NINE, SEVEN, 5000);

    night.minute = NINE;
    assert_false(night_is_dark(&night, 5000 + NIGHT_WAKE_MS - 1));
    assert_int_equal(night_next_ms(&night, 6000), 5000 + NIGHT_WAKE_MS);
    assert_true(night_is_dark(&night, 5000 + NIGHT_WAKE_MS));
    assert_true(night_next_ms(&night, 5000 + NIGHT_WAKE_MS) == INT64_MAX);
    night.minute = NOON;
    assert_true(night_next_ms(&night, 6000) == INT64_MAX);
}

static struct room open_with_night(void)
{
    return room_open((struct room_wish){.profile = "P1", .has_pixels = true, .night_from = NINE, .night_to = SEVEN});
}

static bool is_idle(struct room *room, const char *name)
{
    return strcmp(stage_idle_name(room->stage), name) == 0;
}

static bool is_black(struct room *room)
{
    size_t bytes;
    uint32_t *pixels = room_picture(room, &bytes), all = 0;

    for (size_t i = 0; i < bytes / sizeof *pixels; i++)
        all |= pixels[i] & 0xFFFFFF;
    free(pixels);
    return all == 0;
}

static void at_night_the_resting_screen_is_black_until_touched(void **state)
{
    struct room room = open_with_night();

    (void)state;
    stage_set_minute(room.stage, NINE);
    room_wait(&room, NIGHT_WAKE_MS + 1000);
    assert_true(is_idle(&room, "night"));
    assert_true(is_black(&room));
    assert_true(stage_next_ms(room.stage) == INT64_MAX); /* nothing moves that nobody sees */
    room_tap_at(&room, 400, 440);
    assert_true(room_is_on(&room, "attract"));
    assert_false(is_black(&room));
    room_wait(&room, NIGHT_WAKE_MS);
    assert_true(is_black(&room));
    room_key(&room, ACTION_NEXT);
    assert_true(room_is_on(&room, "attract"));
    assert_false(is_black(&room));
    room_key(&room, ACTION_NEXT);
    assert_true(room_is_on(&room, "languages"));
    room_close(&room);
}

static void in_the_morning_it_comes_back_by_itself(void **state)
{
    struct room room = open_with_night();

    (void)state;
    stage_set_minute(room.stage, MIDNIGHT);
    room_wait(&room, NIGHT_WAKE_MS + 1000);
    assert_true(is_black(&room));
    stage_set_minute(room.stage, SEVEN);
    stage_tick(room.stage, room.now_ms + 1000);
    room_wait(&room, 2000);
    assert_true(is_idle(&room, "attract"));
    assert_false(is_black(&room));
    room_close(&room);
}

static void a_visit_is_never_black(void **state)
{
    struct room room = open_with_night();

    (void)state;
    stage_set_minute(room.stage, NINE);
    room_tap(&room, "lang:pt");
    room_tap(&room, "nav:documents");
    room_wait(&room, NIGHT_WAKE_MS + 5000);
    assert_true(room_is_on(&room, "reader"));
    assert_false(is_black(&room));
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_night_lies_between_two_times),
        cmocka_unit_test(a_touch_keeps_it_awake_for_a_minute),
        cmocka_unit_test(at_night_the_resting_screen_is_black_until_touched),
        cmocka_unit_test(in_the_morning_it_comes_back_by_itself),
        cmocka_unit_test(a_visit_is_never_black),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
