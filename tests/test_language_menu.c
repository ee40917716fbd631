/* More languages than keys of twelve millimetres (T1): one key unfolds them (L2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "ui_rules.h"

enum { FRENCH = 3, ENOUGH_KEYS = 40 };

static struct room room_on(const char *profile, int quarter_turns)
{
    struct room room =
        room_open((struct room_wish){.exhibit = ROOM_EIGHT_LANGUAGES, .profile = profile, .quarter_turns = quarter_turns});

    room_visit(&room, 0, room_stop(SCREEN_TIMELINE));
    return room;
}

static void a_small_panel_unfolds_its_languages_in_two_taps(void **state)
{
    static const char *const profiles[] = {"P1", "P2"};

    (void)state;
    for (size_t p = 0; p < 2; p++) {
        struct room room = room_on(profiles[p], 0);

        assert_null(room_find(&room, "lang:fr"));
        room_tap(&room, "nav:language");
        room_tap(&room, "lang:fr");
        assert_int_equal(room_session(&room)->language, FRENCH);
        assert_null(room_find(&room, "lang:fr"));
        assert_true(room_is_on(&room, "timeline"));
        room_close(&room);
    }
}

static void the_current_language_is_named_on_the_key_and_ticked_in_the_menu(void **state)
{
    struct room room = room_on("P2", 0);

    (void)state;
    room_tap(&room, "nav:language");
    assert_true(room_find(&room, "lang:el")->is_on);
    assert_false(room_find(&room, "lang:he")->is_on);
    assert_string_equal(room_find(&room, "lang:he")->lang, "he");
    room_close(&room);
}

static void back_closes_the_menu_and_the_focus_returns(void **state)
{
    struct room room = room_on("P1", 0);

    (void)state;
    for (int i = 0; i < ENOUGH_KEYS && strcmp(stage_focus(room.stage), "nav:language") != 0; i++)
        room_key(&room, ACTION_PREV);
    assert_string_equal(stage_focus(room.stage), "nav:language");
    room_key(&room, ACTION_SELECT);
    assert_non_null(room_find(&room, "lang:fr"));
    for (int i = 0; i < ENOUGH_KEYS; i++) {
        room_key(&room, ACTION_NEXT);
        assert_non_null(room_find(&room, stage_focus(room.stage)));
        assert_true(strncmp(stage_focus(room.stage), "lang", 4) == 0);
    }
    room_key(&room, ACTION_BACK);
    assert_null(room_find(&room, "lang:fr"));
    assert_string_equal(stage_focus(room.stage), "nav:language");
    room_close(&room);
}

static void a_panel_with_room_for_all_shows_all(void **state)
{
    struct room room = room_on("P3", 0);

    (void)state;
    assert_null(room_find(&room, "nav:language"));
    assert_true(room_can_touch(&room, "lang:be"));
    room_close(&room);
}

static void found(void *where, const struct ui_finding *finding)
{
    fail_msg("%s: %s: %s", (const char *)where, finding->rule, finding->text);
}

static void plinth_and_menu_hold_the_rules_at_every_text_size(void **state)
{
    static const struct {
        const char *profile;
        int turns;
    } panels[] = {{"P1", 0}, {"P2", 0}, {"P1", 1}, {"P2", 1}, {"P3", 0}, {"P3", 1}};

    (void)state;
    for (size_t p = 0; p < sizeof(panels) / sizeof(panels[0]); p++) {
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            struct room room = room_on(panels[p].profile, panels[p].turns);
            char where[40];

            snprintf(where, sizeof(where), "%s turned %d, text %d", panels[p].profile, panels[p].turns, step);
            room_set_look(&room, (enum text_step)step, THEME_STANDARD);
            ui_rules_check(room_ui(&room), stage_look(room.stage), found, where);
            if (room_can_touch(&room, "nav:language"))
                room_tap(&room, "nav:language");
            ui_rules_check(room_ui(&room), stage_look(room.stage), found, where);
            room_close(&room);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_panel_unfolds_its_languages_in_two_taps),
        cmocka_unit_test(the_current_language_is_named_on_the_key_and_ticked_in_the_menu),
        cmocka_unit_test(back_closes_the_menu_and_the_focus_returns),
        cmocka_unit_test(a_panel_with_room_for_all_shows_all),
        cmocka_unit_test(plinth_and_menu_hold_the_rules_at_every_text_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
