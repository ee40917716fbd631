/* Help by a key: where one is, what the keys do, the settings, and the way back (K5, K7, K13, A11). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "ui_rules.h"

static struct room open_on_timeline(struct room_wish wish)
{
    struct room room;

    wish.reduced_motion = true;
    room = room_open(wish);
    room_tap(&room, "lang:en");
    return room;
}

static const char *focus(struct room *room)
{
    return stage_focus(room->stage);
}

static void assert_says(struct room *room, const char *id, const char *words)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("%s is not on the screen", id);
    if (!strstr(element->label, words))
        fail_msg("%s says \"%s\", not \"%s\"", id, element->label, words);
}

static int focusable(struct room *room)
{
    const struct ui *ui = room_ui(room);
    int count = 0;

    for (int i = 0; i < ui_count(ui); i++)
        count += ui_at(ui, i)->is_focusable;
    return count;
}

static void help_tells_where_one_is_and_what_the_keys_do(void **state)
{
    static const char *const lines[] = {"help:step", "help:year", "help:select", "help:back", "help:help"};
    struct room room = open_on_timeline((struct room_wish){0});
    char there[64];

    (void)state;
    room_key(&room, ACTION_NEXT);
    room_key(&room, ACTION_NEXT);
    snprintf(there, sizeof there, "Timeline, 2 of %d", focusable(&room));
    room_key(&room, ACTION_HELP);
    assert_says(&room, "help:here", there);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        assert_non_null(room_find(&room, lines[i]));
    room_close(&room);
}

static void on_every_screen_help_names_it(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});
    struct stop stop = room_stop(SCREEN_EVENT);

    (void)state;
    stop.entry = room_entry(&room, "rapallo-treaty");
    room_visit(&room, room_session(&room)->language, stop);
    room_key(&room, ACTION_HELP);
    assert_says(&room, "help:here", "Rapallo");
    room_key(&room, ACTION_BACK);
    room_tap(&room, "nav:documents");
    room_key(&room, ACTION_HELP);
    assert_says(&room, "help:here", "Documents");
    room_close(&room);
}

static void a_keypad_without_left_and_right_hears_nothing_of_them(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.has_no_year_keys = true});

    (void)state;
    room_key(&room, ACTION_HELP);
    assert_non_null(room_find(&room, "help:step"));
    assert_null(room_find(&room, "help:year"));
    room_close(&room);
}

static void help_keeps_the_focus_inside_and_gives_it_back(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});
    char before[72];

    (void)state;
    room_key(&room, ACTION_NEXT);
    snprintf(before, sizeof before, "%s", focus(&room));
    room_key(&room, ACTION_HELP);
    for (int i = 0; i < 12; i++) {
        room_key(&room, ACTION_NEXT);
        assert_int_equal(strncmp(focus(&room), "help:", 5), 0);
    }
    room_key(&room, ACTION_HELP); /* no way out, but no harm */
    assert_non_null(room_find(&room, "help:here"));
    room_key(&room, ACTION_BACK);
    assert_null(room_find(&room, "help:here"));
    assert_true(room_is_on(&room, "timeline"));
    assert_string_equal(focus(&room), before);
    room_close(&room);
}

static void the_settings_of_the_help_are_those_of_the_visit(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});

    (void)state;
    room_key(&room, ACTION_HELP);
    room_tap(&room, "help:contrast");
    room_tap(&room, "help:reach");
    room_tap(&room, "help:textsize");
    assert_int_equal(room_session(&room)->theme, THEME_CONTRAST);
    assert_true(room_session(&room)->reach);
    assert_int_equal(room_session(&room)->text_step, TEXT_A_PLUS);
    room_tap(&room, "help:close");
    room_tap(&room, "nav:access"); /* the other way to it */
    room_tap(&room, "access:help");
    assert_non_null(room_find(&room, "help:here"));
    room_close(&room);
}

static void press_twice(struct room *room, int64_t apart_ms)
{
    stage_key(room->stage, ACTION_NEXT, room->now_ms);
    room_wait(room, apart_ms);
    stage_key(room->stage, ACTION_NEXT, room->now_ms);
    room_wait(room, 1000);
}

static void slow_keys_want_half_a_second_between_two_presses(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});
    char first[72], second[72];

    (void)state;
    room_key(&room, ACTION_NEXT);
    snprintf(first, sizeof first, "%s", focus(&room));
    room_key(&room, ACTION_NEXT);
    snprintf(second, sizeof second, "%s", focus(&room));
    room_key(&room, ACTION_PREV);
    assert_string_equal(focus(&room), first);
    room_key(&room, ACTION_HELP);
    room_tap(&room, "help:slowkeys");
    assert_true(room_find(&room, "help:slowkeys")->is_on);
    room_key(&room, ACTION_BACK);
    press_twice(&room, 400);
    assert_string_equal(focus(&room), second);
    room_key(&room, ACTION_PREV);
    press_twice(&room, 560);
    assert_string_not_equal(focus(&room), second);
    room_close(&room);
}

static void a_key_that_means_nothing_changes_nothing(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.has_pixels = true});
    size_t bytes;
    uint32_t *before = room_picture(&room, &bytes), *after;
    char *was = room_state(&room), *is;

    (void)state;
    stage_key(room.stage, ACTION_NONE, room.now_ms);
    assert_false(stage_is_dirty(room.stage));
    is = room_state(&room);
    after = room_picture(&room, &bytes);
    assert_string_equal(is, was);
    assert_memory_equal(after, before, bytes);
    free(before);
    free(after);
    free(was);
    free(is);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_tells_where_one_is_and_what_the_keys_do),
        cmocka_unit_test(on_every_screen_help_names_it),
        cmocka_unit_test(a_keypad_without_left_and_right_hears_nothing_of_them),
        cmocka_unit_test(help_keeps_the_focus_inside_and_gives_it_back),
        cmocka_unit_test(the_settings_of_the_help_are_those_of_the_visit),
        cmocka_unit_test(slow_keys_want_half_a_second_between_two_presses),
        cmocka_unit_test(a_key_that_means_nothing_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
