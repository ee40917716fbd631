/* What keys mean (K2–K4). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "input/action.h"

static void every_action_has_a_name_that_leads_back(void **state)
{
    (void)state;
    assert_null(action_name(ACTION_NONE));
    for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
        assert_non_null(action_name(action));
        assert_int_equal(action_from_name(action_name(action)), action);
    }
}

static void unknown_names_mean_nothing(void **state)
{
    (void)state;
    assert_int_equal(action_from_name(""), ACTION_NONE);
    assert_int_equal(action_from_name("prev"), ACTION_NONE);
    assert_int_equal(action_from_name("PREVIOUS"), ACTION_NONE);
}

static void keys_of_the_default_map(void **state)
{
    (void)state;
    struct action_map usual = action_map_default();
    static const struct {
        const char *scancode;
        int is_shifted;
        enum action action;
    } cases[] = {
        {"Up", 0, ACTION_PREV}, {"Tab", 1, ACTION_PREV}, {"Down", 0, ACTION_NEXT}, {"Tab", 0, ACTION_NEXT},
        {"Return", 0, ACTION_SELECT}, {"Keypad Enter", 0, ACTION_SELECT}, {"Space", 0, ACTION_SELECT},
        {"Escape", 0, ACTION_BACK}, {"Backspace", 0, ACTION_BACK}, {"AC Back", 0, ACTION_BACK},
        {"F1", 0, ACTION_HELP}, {"Help", 0, ACTION_HELP}, {"Left", 0, ACTION_LEFT}, {"Right", 0, ACTION_RIGHT},
        {"Home", 0, ACTION_FIRST}, {"End", 0, ACTION_LAST}, {"PageUp", 0, ACTION_PAGE_UP},
        {"PageDown", 0, ACTION_PAGE_DOWN}, {"VolumeUp", 0, ACTION_VOLUME_UP}, {"VolumeDown", 0, ACTION_VOLUME_DOWN},
        {"F15", 0, ACTION_JACK_IN}, {"F16", 0, ACTION_JACK_OUT}, {"F17", 0, ACTION_HELP}, {"F18", 0, ACTION_PREV},
        {"F19", 0, ACTION_NEXT}, {"F20", 0, ACTION_SELECT}, {"F23", 0, ACTION_BACK}, {"F24", 0, ACTION_RIGHT},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        if (action_map_find(&usual, cases[i].scancode, cases[i].is_shifted) != cases[i].action)
            fail_msg("%s does not mean %s", cases[i].scancode, action_name(cases[i].action));
    }
}

static void no_printable_character_does_anything(void **state)
{
    (void)state;
    struct action_map usual = action_map_default();
    char key[2] = "";

    for (char c = '!'; c < 127; c++) {
        key[0] = c;
        assert_int_equal(action_map_find(&usual, key, 0), ACTION_NONE);
        assert_int_equal(action_map_find(&usual, key, 1), ACTION_NONE);
    }
}

static void keys_of_the_system_do_nothing(void **state)
{
    (void)state;
    struct action_map usual = action_map_default();
    static const char *const keys[] = {"F4", "PrintScreen", "SysReq", "Left Alt", "Left Ctrl", "Left GUI", "Power", "Sleep", ""};

    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        assert_int_equal(action_map_find(&usual, keys[i], 0), ACTION_NONE);
}

static void a_list_replaces_the_keys_of_an_action(void **state)
{
    (void)state;
    struct action_map map = action_map_default();

    assert_true(action_map_bind(&map, ACTION_NEXT, "F13,  Keypad 2 , Shift+F14"));
    assert_int_equal(action_map_find(&map, "F13", false), ACTION_NEXT);
    assert_int_equal(action_map_find(&map, "Keypad 2", false), ACTION_NEXT);
    assert_int_equal(action_map_find(&map, "F14", true), ACTION_NEXT);
    assert_int_equal(action_map_find(&map, "F14", false), ACTION_NONE);
    assert_int_equal(action_map_find(&map, "Down", false), ACTION_NONE);
    assert_int_equal(action_map_find(&map, "Up", false), ACTION_PREV);
}

static void a_key_does_one_thing(void **state)
{
    (void)state;
    struct action_map map = action_map_default();

    assert_true(action_map_bind(&map, ACTION_HELP, "Up"));
    assert_int_equal(action_map_find(&map, "Up", false), ACTION_HELP);
    assert_int_equal(action_map_find(&map, "F18", false), ACTION_PREV);
}

static void none_leaves_an_action_without_a_key(void **state)
{
    (void)state;
    struct action_map map = action_map_default();

    assert_true(action_map_has(&map, ACTION_LEFT));
    assert_true(action_map_bind(&map, ACTION_LEFT, "none"));
    assert_false(action_map_has(&map, ACTION_LEFT));
    assert_int_equal(action_map_find(&map, "Left", false), ACTION_NONE);
    assert_true(action_map_has(&map, ACTION_RIGHT));
}

static void a_bad_list_changes_nothing(void **state)
{
    (void)state;
    static const char *const lists[] = {"", "a", "Up, 7", "Up,", ",Up", "a name far too long for any key of any keyboard"};
    struct action_map map = action_map_default(), before = map;

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        if (action_map_bind(&map, ACTION_BACK, lists[i]))
            fail_msg("\"%s\" is taken", lists[i]);
        assert_memory_equal(&map, &before, sizeof(map));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_action_has_a_name_that_leads_back),
        cmocka_unit_test(unknown_names_mean_nothing),
        cmocka_unit_test(keys_of_the_default_map),
        cmocka_unit_test(no_printable_character_does_anything),
        cmocka_unit_test(keys_of_the_system_do_nothing),
        cmocka_unit_test(a_list_replaces_the_keys_of_an_action),
        cmocka_unit_test(a_key_does_one_thing),
        cmocka_unit_test(none_leaves_an_action_without_a_key),
        cmocka_unit_test(a_bad_list_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
