/*
 * Fingers on what can be pressed: what fires and where, and that what is no finger fires nothing (rules T3, T4, T17–T24 through
 * the whole stage; the recogniser alone is tested in test_gesture and test_reject).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3, FINGER = 1, SECOND = 2 };

static struct room open_timeline(void)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});

    room_tap(&room, "lang:en");
    return room;
}

static void down(struct room *room, int id, double x, double y)
{
    room_touch(room, TOUCH_DOWN, id, (float)x, (float)y);
}

static void up(struct room *room, int id, double x, double y)
{
    room_touch(room, TOUCH_UP, id, (float)x, (float)y);
}

static struct rect key_rect(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("%s is not on the screen", id);
    return element->hit;
}

static void a_press_of_ten_seconds_is_a_tap(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents");

    (void)state;
    down(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 10500);
    up(&room, FINGER, key.x + 10, key.y + 10);
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void a_press_fires_only_where_it_began(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents");

    (void)state;
    down(&room, FINGER, key.x + 10, key.y + 10);
    assert_true(room_is_on(&room, "timeline"));
    room_slide(&room, FINGER, (float)key.x + 10, (float)key.y + 10, (float)key.x + 10, (float)key.y - 200, 100);
    up(&room, FINGER, key.x + 10, key.y - 200);
    room_wait(&room, 500);
    assert_true(room_is_on(&room, "timeline"));
    down(&room, FINGER, key.x + 10, key.y + 10);
    room_slide(&room, FINGER, (float)key.x + 10, (float)key.y + 10, (float)key.x + 10, (float)key.y - 60, 100);
    room_slide(&room, FINGER, (float)key.x + 10, (float)key.y - 60, (float)key.x + 20, (float)key.y + 20, 100);
    up(&room, FINGER, key.x + 20, key.y + 20);
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void the_pressed_key_is_told_in_the_first_frame(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents");

    (void)state;
    down(&room, FINGER, key.x + 10, key.y + 10);
    assert_true(stage_is_dirty(room.stage));
    assert_true(ui_is_pressed(room_ui(&room), "nav:documents"));
    up(&room, FINGER, key.x + 10, key.y + 10);
    assert_false(ui_is_pressed(room_ui(&room), "nav:documents"));
    room_close(&room);
}

/* A second finger that came down before the screen changed. */
static void a_press_from_the_screen_before_does_nothing(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents"), language = key_rect(&room, "lang:lt");

    (void)state;
    down(&room, SECOND, language.x + 10, language.y + 10);
    down(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 60);
    up(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 500);
    up(&room, SECOND, language.x + 10, language.y + 10);
    room_wait(&room, 500);
    assert_true(room_is_on(&room, "reader"));
    assert_int_equal(room_session(&room)->language, ENGLISH);
    room_close(&room);
}

/* Whoever comes down after the change and before its first frame still sees the screen before. */
static void a_press_on_what_has_just_gone_does_nothing(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents"), home = key_rect(&room, "nav:home");

    (void)state;
    down(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 60);
    stage_touch(room.stage, (struct touch){.phase = TOUCH_UP, .id = FINGER, .x = (float)key.x + 10, .y = (float)key.y + 10,
                                           .time_ms = room.now_ms});
    stage_touch(room.stage, (struct touch){.phase = TOUCH_DOWN, .id = SECOND, .x = (float)home.x + 10, .y = (float)home.y + 10,
                                           .time_ms = room.now_ms});
    room_wait(&room, 300);
    up(&room, SECOND, home.x + 10, home.y + 10);
    room_wait(&room, 300);
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void a_lost_device_lets_go_of_everything(void **state)
{
    struct room room = open_timeline();
    struct rect key = key_rect(&room, "nav:documents");

    (void)state;
    down(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 60);
    stage_device_lost(room.stage, room.now_ms);
    assert_false(ui_is_pressed(room_ui(&room), "nav:documents"));
    up(&room, FINGER, key.x + 10, key.y + 10);
    room_wait(&room, 500);
    assert_true(room_is_on(&room, "timeline"));
    room_tap(&room, "nav:documents");
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void a_sleeve_on_the_edge_fires_nothing(void **state)
{
    struct room room = open_timeline();

    (void)state;
    for (int x = 100; x < 1900; x += 90) {
        down(&room, FINGER, x, 1076);
        room_wait(&room, 60);
        up(&room, FINGER, x, 1076);
        room_wait(&room, 300);
    }
    assert_true(room_is_on(&room, "timeline"));
    assert_int_equal(room_session(&room)->language, ENGLISH);
    assert_int_equal(room_session(&room)->text_step, TEXT_A);
    room_close(&room);
}

/* ---- what is no finger (T18) ---- */

static void a_palm_opens_nothing(void **state)
{
    struct room room = open_timeline();
    struct session before = *room_session(&room);
    struct rect hit = key_rect(&room, "nav:documents");

    (void)state;
    for (int finger = 0; finger < 4; finger++) {
        down(&room, finger, hit.x + 20 + finger * 20, hit.y + 20 + finger % 2 * 20);
        room.now_ms += 10;
    }
    room_wait(&room, 100);
    for (int finger = 0; finger < 4; finger++)
        up(&room, finger, hit.x + 20 + finger * 20, hit.y + 20 + finger % 2 * 20);
    room_wait(&room, 1000);
    assert_memory_equal(&before, room_session(&room), sizeof before);
    room_close(&room);
}

static void blip(struct room *room)
{
    down(room, FINGER, 700, 300);
    room->now_ms += 8;
    up(room, FINGER, 700, 300);
}

static void sleeve(struct room *room)
{
    down(room, FINGER, 3, 300);
    for (int i = 0; i < 20; i++) {
        room_wait(room, 50);
        room_touch(room, TOUCH_MOVE, FINGER, 4, 300 + 10 * (float)(i % 2));
    }
    up(room, FINGER, 4, 300);
}

static void wide_palm(struct room *room)
{
    for (int phase = TOUCH_DOWN; phase <= TOUCH_UP; phase++) {
        stage_touch(room->stage, (struct touch){.phase = (enum touch_phase)phase, .id = FINGER, .x = 700, .y = 300,
                                                .time_ms = room->now_ms, .major_mm = 31});
        room_wait(room, 60);
    }
}

/* A cell of the glass that touches itself ten times a second. */
static void ghost(struct room *room)
{
    for (int i = 0; i < 40; i++) {
        down(room, FINGER, 700, 300);
        room->now_ms += 8;
        up(room, FINGER, 700, 300);
        room_wait(room, 92);
    }
}

static const struct {
    const char *name;
    void (*touch)(struct room *room);
} no_fingers[] = {{"a contact of one report", blip}, {"a sleeve", sleeve}, {"a wide palm", wide_palm}, {"a ghost", ghost}};

static void what_is_no_finger_answers_no_question(void **state)
{
    struct room room = open_timeline();

    (void)state;
    for (size_t i = 0; i < sizeof no_fingers / sizeof *no_fingers; i++) {
        for (int waited = 0; waited < 120 && strcmp(stage_idle_name(room.stage), "warn") != 0; waited++)
            room_wait(&room, 1000);
        no_fingers[i].touch(&room);
        if (strcmp(stage_idle_name(room.stage), "warn") != 0)
            fail_msg("%s answers the question", no_fingers[i].name);
        room_tap_at(&room, 960, 300);
        assert_string_equal(stage_idle_name(room.stage), "active");
    }
    room_close(&room);
}

static void what_is_no_finger_lights_no_night(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3", .night_from = 60, .night_to = 600});

    (void)state;
    stage_set_minute(room.stage, 120);
    room_wait(&room, 70000);
    for (size_t i = 0; i < sizeof no_fingers / sizeof *no_fingers; i++) {
        no_fingers[i].touch(&room);
        room_wait(&room, 100);
        if (strcmp(stage_idle_name(room.stage), "night") != 0)
            fail_msg("%s ends the night", no_fingers[i].name);
    }
    room_tap_at(&room, 960, 300);
    assert_string_equal(stage_idle_name(room.stage), "attract");
    room_close(&room);
}

static void ten_fingers_of_two_people_do_no_harm(void **state)
{
    struct room room = open_timeline();

    (void)state;
    for (int finger = 0; finger < 10; finger++) {
        down(&room, finger, 150 + finger * 170, 300 + finger % 3 * 150);
        room_wait(&room, 30);
    }
    for (int finger = 0; finger < 10; finger++)
        up(&room, finger, 150 + finger * 170, 300 + finger % 3 * 150);
    room_wait(&room, 6000);
    assert_true(strcmp(stage_idle_name(room.stage), "active") == 0);
    room_tap(&room, "nav:home");
    assert_true(room_is_on(&room, "timeline"));
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_press_of_ten_seconds_is_a_tap),
        cmocka_unit_test(a_press_fires_only_where_it_began),
        cmocka_unit_test(the_pressed_key_is_told_in_the_first_frame),
        cmocka_unit_test(a_press_from_the_screen_before_does_nothing),
        cmocka_unit_test(a_press_on_what_has_just_gone_does_nothing),
        cmocka_unit_test(a_lost_device_lets_go_of_everything),
        cmocka_unit_test(a_sleeve_on_the_edge_fires_nothing),
        cmocka_unit_test(a_palm_opens_nothing),
        cmocka_unit_test(what_is_no_finger_answers_no_question),
        cmocka_unit_test(what_is_no_finger_lights_no_night),
        cmocka_unit_test(ten_fingers_of_two_people_do_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
