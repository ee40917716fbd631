/*
 * Nobody touches: the question, the reset, taking the visit up again, starting over (rules I1–I8, I11, T19–T21 on the clocks).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { TIMELINE_MS = 60000, EVENT_MS = 90000, READER_MOST_MS = 240000, WARN_MS = 30000, RESTORE_MS = 20000 };

static struct room open_at_rest(void)
{
    return room_open((struct room_wish){.profile = "P3"});
}

static struct room begin(void)
{
    struct room room = open_at_rest();

    room_tap(&room, "lang:pl");
    return room;
}

static bool is(struct room *room, const char *idle)
{
    return strcmp(stage_idle_name(room->stage), idle) == 0;
}

/* How long it takes from now until the question comes. */
static int64_t until_warning(struct room *room)
{
    int64_t from = room->now_ms;

    while (!is(room, "warn") && room->now_ms < from + 600000)
        room_wait(room, 250);
    return room->now_ms - from;
}

static void assert_about(int64_t ms, int64_t expected)
{
    /* a tap takes 60 ms, and the room waits until the screen has come to rest */
    if (ms < expected - 2000 || ms > expected + 500)
        fail_msg("it took %lld ms, not %lld", (long long)ms, (long long)expected);
}

static void go_to_entry(struct room *room, const char *id)
{
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(room, id);
    room_visit(room, room_session(room)->language, stop);
}

static void assert_state(struct room *room, const char *expected)
{
    char *state = room_state(room);

    if (strcmp(state, expected) != 0)
        fail_msg("the state is\n%snot\n%s", state, expected);
    free(state);
}

/* ---- when the question comes (I2, I4) ---- */

static void the_timeline_rests_a_minute(void **state)
{
    struct room room = begin();

    (void)state;
    assert_about(until_warning(&room), TIMELINE_MS);
    room_close(&room);
}

static void an_event_rests_a_minute_and_a_half(void **state)
{
    struct room room = begin();

    (void)state;
    go_to_entry(&room, "winter-palace");
    assert_about(until_warning(&room), EVENT_MS);
    room_close(&room);
}

static void a_document_rests_as_long_as_it_takes_to_read(void **state)
{
    struct room room = begin();
    int64_t ms;

    (void)state;
    stage_fire(room.stage, UI_DOCUMENTS, 0, room.now_ms);
    ms = until_warning(&room);
    assert_true(ms >= EVENT_MS && ms <= READER_MOST_MS);
    room_close(&room);
}

static void the_largest_text_keys_and_reach_double_the_time(void **state)
{
    struct room room = begin(), keys = begin(), reach = begin();

    (void)state;
    room_tap(&room, "nav:textsize");
    room_tap(&room, "nav:textsize");
    assert_about(until_warning(&room), 2 * TIMELINE_MS);
    room_close(&room);
    room_key(&keys, ACTION_NEXT);
    assert_about(until_warning(&keys), 2 * TIMELINE_MS);
    room_close(&keys);
    room_tap(&reach, "nav:access");
    room_tap(&reach, "access:reach");
    room_tap(&reach, "access:close");
    assert_about(until_warning(&reach), 2 * TIMELINE_MS);
    room_close(&reach);
}

static void the_question_stands_thirty_seconds(void **state)
{
    struct room room = begin();

    (void)state;
    until_warning(&room);
    assert_non_null(room_find(&room, "warn:continue"));
    room_wait(&room, WARN_MS - 1000);
    assert_true(is(&room, "warn"));
    room_wait(&room, 1500);
    assert_true(is(&room, "attract"));
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

static void the_time_left_is_told_in_steps_of_five(void **state)
{
    struct room room = begin();
    char last[16] = "";
    int steps = 0;

    (void)state;
    until_warning(&room);
    while (is(&room, "warn")) {
        const struct ui_element *left = room_find(&room, "warn:left");

        assert_non_null(left);
        assert_int_equal(atoi(left->label) % 5, 0);
        steps += strcmp(left->label, last) != 0;
        snprintf(last, sizeof last, "%s", left->label);
        room_wait(&room, 250);
    }
    assert_int_equal(steps, 6);
    room_close(&room);
}

/* ---- going on (I5) ---- */

static void any_touch_goes_on_just_where_it_was(void **state)
{
    struct room room = begin();
    struct session before;

    (void)state;
    room_tap(&room, "zoom:in");
    go_to_entry(&room, "rapallo-treaty");
    before = *room_session(&room);
    for (int round = 0; round < 5; round++) {
        until_warning(&room);
        room_tap_at(&room, 20 + round * 400, 30 + round * 200);
        assert_true(is(&room, "active"));
        assert_memory_equal(&before, room_session(&room), sizeof before);
    }
    room_close(&room);
}

static void the_touch_that_goes_on_does_nothing_else(void **state)
{
    struct room room = begin();
    struct rect hit = room_find(&room, "nav:documents")->hit;

    (void)state;
    until_warning(&room);
    room_tap_at(&room, hit.x + hit.w / 2.0f, hit.y + hit.h / 2.0f);
    assert_true(room_is_on(&room, "timeline"));
    assert_true(is(&room, "active"));
    room_close(&room);
}

static void any_key_goes_on(void **state)
{
    struct room room = begin();

    (void)state;
    until_warning(&room);
    room_key(&room, ACTION_SELECT); /* "continue" has the focus */
    assert_true(is(&room, "active"));
    assert_true(room_is_on(&room, "timeline"));
    until_warning(&room);
    room_key(&room, ACTION_BACK);
    assert_true(is(&room, "active"));
    assert_true(room_is_on(&room, "timeline"));
    room_close(&room);
}

static void start_over_in_the_question_resets_at_once(void **state)
{
    struct room room = begin();

    (void)state;
    until_warning(&room);
    room_tap(&room, "warn:startover");
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

static void the_keys_reach_start_over_in_the_question(void **state)
{
    struct room room = begin();

    (void)state;
    until_warning(&room);
    room_key(&room, ACTION_NEXT);
    assert_string_equal(stage_focus(room.stage), "warn:startover");
    assert_true(is(&room, "warn"));
    room_key(&room, ACTION_SELECT);
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

/* ---- the reset (I6, I11) ---- */

static void after_a_reset_the_state_is_that_of_a_cold_start(void **state)
{
    struct room room = open_at_rest();
    char *cold = room_state(&room);

    (void)state;
    room_tap(&room, "lang:lt");
    room_tap(&room, "zoom:in");
    room_tap(&room, "filter:differs");
    room_tap(&room, "nav:textsize");
    room_tap(&room, "nav:access");
    room_tap(&room, "access:contrast");
    room_tap(&room, "access:motion");
    room_tap(&room, "access:reach");
    room_tap(&room, "access:help");
    room_tap(&room, "help:slowkeys");
    room_tap(&room, "help:close");
    go_to_entry(&room, "kronstadt-uprising");
    room_key(&room, ACTION_NEXT);
    until_warning(&room);
    room_wait(&room, WARN_MS + 1000);
    assert_state(&room, cold);
    free(cold);
    room_close(&room);
}

static void after_starting_over_the_state_is_that_of_a_cold_start(void **state)
{
    struct room room = open_at_rest();
    char *cold = room_state(&room);

    (void)state;
    room_tap(&room, "lang:pt");
    room_tap(&room, "nav:documents");
    room_tap(&room, "page:down");
    room_tap(&room, "nav:startover");
    assert_state(&room, cold);
    free(cold);
    room_close(&room);
}

/* ---- taking it up again (I7) ---- */

static void a_visit_can_be_taken_up_again_with_its_settings(void **state)
{
    struct room room = begin();
    struct session before;

    (void)state;
    room_tap(&room, "nav:textsize");
    room_tap(&room, "zoom:in");
    go_to_entry(&room, "winter-palace");
    before = *room_session(&room);
    until_warning(&room);
    room_wait(&room, WARN_MS + 1000);
    room_tap(&room, "attract:continue");
    assert_true(room_is_on(&room, "event"));
    assert_memory_equal(&before, room_session(&room), sizeof before);
    assert_int_equal(stage_look(room.stage)->step, TEXT_A_PLUS);
    room_close(&room);
}

static void after_twenty_seconds_it_is_forgotten(void **state)
{
    struct room room = begin();

    (void)state;
    room_tap(&room, "nav:startover");
    assert_non_null(room_find(&room, "attract:continue"));
    room_wait(&room, RESTORE_MS);
    assert_null(room_find(&room, "attract:continue"));
    room_close(&room);
}

static void another_visitor_ends_it_too(void **state)
{
    struct room room = begin();

    (void)state;
    room_tap(&room, "nav:startover");
    room_tap(&room, "lang:lt");
    room_tap(&room, "nav:startover");
    room_tap(&room, "attract:continue");
    assert_string_equal(pack_language(room.pack, room_session(&room)->language).tag, "lt");
    room_close(&room);
}

/* ---- start over (I8) ---- */

static void a_long_reading_is_not_lost_by_one_touch(void **state)
{
    struct room room = begin();

    (void)state;
    room_tap(&room, "nav:documents");
    for (int i = 0; i < 4; i++) {
        room_wait(&room, 20000);
        room_tap(&room, room_can_touch(&room, "page:down") ? "page:down" : "page:up");
    }
    room_tap(&room, "nav:startover");
    assert_true(is(&room, "warn"));
    assert_true(room_is_on(&room, "reader"));
    room_tap(&room, "warn:continue");
    assert_true(is(&room, "active"));
    room_tap(&room, "nav:startover");
    room_tap(&room, "warn:startover");
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

static void a_visit_that_a_key_began_is_as_old_as_that_key(void **state)
{
    struct room room = open_at_rest();

    (void)state;
    room_wait(&room, 5 * TIMELINE_MS);
    room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_SELECT);
    assert_true(room_is_on(&room, "timeline"));
    room_tap(&room, "nav:documents");
    room_tap(&room, "nav:startover"); /* a minute has not passed: nobody is asked */
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

/* ---- what is no activity (I3, T18, T19, T21) ---- */

static void a_touch_keeps_the_visit_awake(void **state)
{
    struct room room = begin();

    (void)state;
    for (int i = 0; i < 5; i++) {
        room_wait(&room, TIMELINE_MS - 5000);
        room_tap_at(&room, 960, 20);
        assert_true(is(&room, "active"));
    }
    room_close(&room);
}

static void something_that_rests_on_the_glass_does_not(void **state)
{
    struct room room = begin();

    (void)state;
    room_touch(&room, TOUCH_DOWN, 1, 960, 20);
    assert_true(until_warning(&room) <= TIMELINE_MS + 1000);
    room_close(&room);
}

static void wiping_stops_the_clock_and_keeps_the_visit(void **state)
{
    struct room room = begin();
    struct session before;

    (void)state;
    room_tap(&room, "zoom:in");
    before = *room_session(&room);
    room_wait(&room, TIMELINE_MS - 10000);
    for (int finger = 0; finger < 5; finger++)
        room_touch(&room, TOUCH_DOWN, finger, 300 + finger * 250, 300);
    room_wait(&room, 1000);
    assert_true(is(&room, "cleaning"));
    for (int i = 0; i < 300; i++) {
        for (int finger = 0; finger < 5; finger++)
            room_touch(&room, TOUCH_MOVE, finger, 300 + finger * 250 + i % 20 * 10, 300 + i % 7);
        room_wait(&room, 100);
    }
    assert_true(is(&room, "cleaning"));
    for (int finger = 0; finger < 5; finger++)
        room_touch(&room, TOUCH_UP, finger, 300 + finger * 250, 300);
    room_wait(&room, 3500);
    assert_true(is(&room, "cleaning"));
    room_tap_at(&room, 960, 500);
    room_wait(&room, 5000);
    assert_true(is(&room, "active"));
    assert_memory_equal(&before, room_session(&room), sizeof before);
    room_close(&room);
}

/* ---- standing still (M4, M5, I9) ---- */

static void a_screen_that_nobody_touches_draws_nothing(void **state)
{
    struct room room = begin();

    (void)state;
    go_to_entry(&room, "rapallo-treaty");
    room_wait(&room, 2000);
    for (int64_t end = room.now_ms + 30000; room.now_ms < end;) {
        room.now_ms += ROOM_FRAME_MS;
        stage_tick(room.stage, room.now_ms);
        assert_false(stage_is_dirty(room.stage));
    }
    room_close(&room);
}

static void the_attract_screen_goes_on_by_itself(void **state)
{
    struct room room = open_at_rest();
    int slides = 0;
    char last[256] = "";

    (void)state;
    for (int s = 0; s < 90; s++) {
        const struct ui_element *slide = room_find(&room, "attract:slide");

        assert_non_null(slide);
        slides += strcmp(slide->label, last) != 0;
        snprintf(last, sizeof last, "%s", slide->label);
        room_wait(&room, 1000);
        assert_true(room_is_on(&room, "attract"));
    }
    assert_in_range(slides, 4, 12);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_timeline_rests_a_minute),
        cmocka_unit_test(an_event_rests_a_minute_and_a_half),
        cmocka_unit_test(a_document_rests_as_long_as_it_takes_to_read),
        cmocka_unit_test(the_largest_text_keys_and_reach_double_the_time),
        cmocka_unit_test(the_question_stands_thirty_seconds),
        cmocka_unit_test(the_time_left_is_told_in_steps_of_five),
        cmocka_unit_test(any_touch_goes_on_just_where_it_was),
        cmocka_unit_test(the_touch_that_goes_on_does_nothing_else),
        cmocka_unit_test(any_key_goes_on),
        cmocka_unit_test(start_over_in_the_question_resets_at_once),
        cmocka_unit_test(the_keys_reach_start_over_in_the_question),
        cmocka_unit_test(after_a_reset_the_state_is_that_of_a_cold_start),
        cmocka_unit_test(after_starting_over_the_state_is_that_of_a_cold_start),
        cmocka_unit_test(a_visit_can_be_taken_up_again_with_its_settings),
        cmocka_unit_test(after_twenty_seconds_it_is_forgotten),
        cmocka_unit_test(another_visitor_ends_it_too),
        cmocka_unit_test(a_long_reading_is_not_lost_by_one_touch),
        cmocka_unit_test(a_visit_that_a_key_began_is_as_old_as_that_key),
        cmocka_unit_test(a_touch_keeps_the_visit_awake),
        cmocka_unit_test(something_that_rests_on_the_glass_does_not),
        cmocka_unit_test(wiping_stops_the_clock_and_keeps_the_visit),
        cmocka_unit_test(a_screen_that_nobody_touches_draws_nothing),
        cmocka_unit_test(the_attract_screen_goes_on_by_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
