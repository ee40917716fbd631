/* What comes by itself, the question and the veil of cleaning, leaves everything that it lay over as it was (I5, K7, T21). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { WARN_MS = 30000, CLEAN_MS = 4000, FINGERS = 5 };

static bool is(struct room *room, const char *idle)
{
    return strcmp(stage_idle_name(room->stage), idle) == 0;
}

static void until_warning(struct room *room)
{
    for (int64_t end = room->now_ms + 600000; !is(room, "warn") && room->now_ms < end;)
        room_wait(room, 250);
    assert_true(is(room, "warn"));
}

static void wipe(struct room *room, float y)
{
    for (int finger = 0; finger < FINGERS; finger++)
        room_touch(room, TOUCH_DOWN, finger, 300 + finger * 250, y);
    room_wait(room, 1000);
    for (int finger = 0; finger < FINGERS; finger++)
        room_touch(room, TOUCH_UP, finger, 300 + finger * 250, y);
    assert_true(is(room, "cleaning"));
}

/* The panels, what opens them, and an element in them. */
static const struct {
    const char *name, *open, *inside;
} panels[] = {
    {"access", "nav:access", "access:contrast"},
    {"help", NULL, "help:here"},
    {"words", "words:open", "words:close"},
};

enum { PANELS = sizeof panels / sizeof panels[0] };

static struct room open_panel(int panel)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});
    struct stop stop = room_stop(SCREEN_EVENT);

    room_tap(&room, "lang:en");
    stop.entry = room_entry(&room, "kronstadt-uprising");
    room_visit(&room, room_session(&room)->language, stop);
    room_key(&room, ACTION_NEXT);
    if (panels[panel].open)
        room_tap(&room, panels[panel].open);
    else
        room_key(&room, ACTION_HELP);
    room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_NEXT);
    if (!room_find(&room, panels[panel].inside))
        fail_msg("the panel \"%s\" is not open", panels[panel].name);
    return room;
}

static void assert_open(struct room *room, int panel, const char *focus, const char *after)
{
    if (!room_find(room, panels[panel].inside))
        fail_msg("after %s the panel \"%s\" is gone", after, panels[panel].name);
    assert_string_equal(stage_focus(room->stage), focus);
}

static void the_question_leaves_an_open_panel_open(void **state)
{
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        struct room room = open_panel(panel);
        char focus[72];

        snprintf(focus, sizeof focus, "%s", stage_focus(room.stage));
        until_warning(&room);
        assert_null(room_find(&room, panels[panel].inside));
        room_key(&room, ACTION_SELECT);
        assert_open(&room, panel, focus, "the question");
        until_warning(&room);
        room_key(&room, ACTION_BACK);
        assert_open(&room, panel, focus, "the question");
        room_key(&room, ACTION_BACK);
        assert_null(room_find(&room, panels[panel].inside));
        assert_true(room_is_on(&room, "event"));
        room_close(&room);
    }
}

static void cleaning_leaves_an_open_panel_open(void **state)
{
    (void)state;
    for (int panel = 0; panel < PANELS; panel++) {
        struct room room = open_panel(panel);
        char focus[72];

        snprintf(focus, sizeof focus, "%s", stage_focus(room.stage));
        wipe(&room, 540);
        room_wait(&room, CLEAN_MS + 500);
        assert_open(&room, panel, focus, "cleaning");
        room_close(&room);
    }
}

/* Cleaning that begins on "Start over", the only touch that does not answer the question. */
static void cleaning_leaves_the_question_asked(void **state)
{
    struct room room = open_panel(0);
    struct rect key;

    (void)state;
    until_warning(&room);
    key = room_find(&room, "warn:startover")->hit;
    for (int finger = 0; finger < FINGERS; finger++)
        room_touch(&room, TOUCH_DOWN, finger, key.x + key.w * (finger + 1) / 6.0f, key.y + key.h / 2.0f);
    room_wait(&room, 1000);
    assert_true(is(&room, "cleaning"));
    for (int finger = 0; finger < FINGERS; finger++)
        room_touch(&room, TOUCH_UP, finger, key.x + key.w * (finger + 1) / 6.0f, key.y + key.h / 2.0f);
    room_wait(&room, CLEAN_MS + 500);
    assert_true(is(&room, "warn"));
    assert_non_null(room_find(&room, "warn:continue"));
    room_wait(&room, WARN_MS);
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

static void no_key_does_anything_under_the_veil(void **state)
{
    struct room room = open_panel(0);
    struct session before = *room_session(&room);

    (void)state;
    wipe(&room, 540);
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        stage_key(room.stage, (enum action)action, room.now_ms);
        assert_true(is(&room, "cleaning"));
    }
    room_wait(&room, CLEAN_MS + 500);
    assert_non_null(room_find(&room, panels[0].inside));
    assert_memory_equal(&before, room_session(&room), sizeof before);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_question_leaves_an_open_panel_open),
        cmocka_unit_test(cleaning_leaves_an_open_panel_open),
        cmocka_unit_test(cleaning_leaves_the_question_asked),
        cmocka_unit_test(no_key_does_anything_under_the_veil),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
