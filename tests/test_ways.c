/*
 * Where visitors can go and how they come back, and what they have set goes with them. Everything is touched as a finger would
 * touch it, on the real parts and the real exhibit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3, STEPS_TO_TIMELINE = 3 };

static struct room open_room(const char *profile, bool has_pixels)
{
    return room_open((struct room_wish){.profile = profile, .has_pixels = has_pixels});
}

static void begin(struct room *room, const char *language)
{
    char id[32];

    snprintf(id, sizeof id, "lang:%s", language);
    room_tap(room, id);
    assert_true(room_is_on(room, "timeline"));
}

static void go_to_entry(struct room *room, const char *id)
{
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(room, id);
    room_visit(room, room_session(room)->language, stop);
}

static void go_to_passage(struct room *room, int source)
{
    stage_fire(room->stage, UI_PASSAGE, source, room->now_ms);
    room_wait(room, 1000);
    assert_true(room_is_on(room, "reader"));
}

static const struct ui_element *first_with(struct room *room, enum ui_verb verb)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++)
        if (ui_at(ui, i)->verb == verb && ui_at(ui, i)->hit.w > 0)
            return ui_at(ui, i);
    return NULL;
}

static void tap_first(struct room *room, enum ui_verb verb)
{
    char id[72];

    if (!first_with(room, verb))
        fail_msg("nothing on the screen \"%s\" leads there", stage_screen_name(room->stage));
    snprintf(id, sizeof id, "%s", first_with(room, verb)->id);
    room_tap(room, id);
}

/* ---- ways back (A10, K7, A11) ---- */

static void assert_timeline_is_near(struct room *room)
{
    for (int step = 0; step < STEPS_TO_TIMELINE && !room_is_on(room, "timeline"); step++)
        room_tap(room, "nav:back");
    if (!room_is_on(room, "timeline"))
        fail_msg("after %d steps back the screen is \"%s\"", STEPS_TO_TIMELINE, stage_screen_name(room->stage));
}

static void going_back_returns_to_where_one_was(void **state)
{
    struct room room = open_room("P3", false);
    struct session timeline;

    (void)state;
    begin(&room, "pl");
    room_tap(&room, "zoom:in");
    room_tap(&room, "zoom:in");
    timeline = *room_session(&room);
    tap_first(&room, UI_ENTRY);
    assert_true(room_is_on(&room, "event"));
    tap_first(&room, UI_PASSAGE);
    assert_true(room_is_on(&room, "reader"));
    room_tap(&room, "nav:back");
    assert_true(room_is_on(&room, "event"));
    room_tap(&room, "nav:back");
    assert_true(room_is_on(&room, "timeline"));
    if (room_session(&room)->view_first_day != timeline.view_first_day || room_session(&room)->view_days != timeline.view_days)
        fail_msg("the window was %f + %f and is %f + %f with %s", timeline.view_first_day, timeline.view_days,
                 room_session(&room)->view_first_day, room_session(&room)->view_days,
                 pack_entry(room.pack, room_session(&room)->here.entry).id);
    room_close(&room);
}

static void the_timeline_is_three_steps_back_from_anywhere(void **state)
{
    struct room room = open_room("P3", false);

    (void)state;
    begin(&room, "pt");
    for (int way = 0; way < 5; way++) {
        go_to_entry(&room, "rapallo-treaty");
        for (int step = 0; step <= way; step++) {
            tap_first(&room, UI_COMPARE);
            tap_first(&room, UI_PASSAGE);
            assert_true(room_is_on(&room, "reader"));
            if (first_with(&room, UI_ENTRY))
                tap_first(&room, UI_ENTRY);
            else
                go_to_entry(&room, "kronstadt-uprising");
            if (!first_with(&room, UI_COMPARE))
                go_to_entry(&room, "kronstadt-uprising");
        }
        assert_timeline_is_near(&room);
    }
    room_close(&room);
}

static void home_is_the_whole_exhibit_without_filters(void **state)
{
    struct room room = open_room("P3", false);
    struct pack_exhibit exhibit = pack_exhibit(room.pack);

    (void)state;
    begin(&room, "en");
    room_tap(&room, "zoom:in");
    room_tap(&room, "filter:differs");
    go_to_entry(&room, "winter-palace");
    room_tap(&room, "nav:home");
    assert_true(room_is_on(&room, "timeline"));
    assert_false(room_session(&room)->only_differing);
    assert_true(room_session(&room)->view_first_day == exhibit.start_day);
    assert_true(room_session(&room)->view_days == exhibit.end_day + 1.0 - exhibit.start_day);
    room_close(&room);
}

static void the_first_step_back_on_the_timeline_is_home(void **state)
{
    struct room room = open_room("P3", false);

    (void)state;
    begin(&room, "en");
    room_tap(&room, "zoom:in");
    room_tap(&room, "nav:back");
    assert_true(room_is_on(&room, "timeline"));
    assert_true(room_session(&room)->view_days == pack_exhibit(room.pack).end_day + 1.0 - pack_exhibit(room.pack).start_day);
    room_close(&room);
}

/* I10 and A10: a visit that begins at an entry has the timeline there behind it. */
static void a_slide_leads_to_its_entry_and_back_to_the_timeline_there(void **state)
{
    struct room room = open_room("P3", false);
    int entry;

    (void)state;
    entry = room_find(&room, "attract:slide")->value;
    room_tap(&room, "attract:slide");
    assert_true(room_is_on(&room, "event"));
    assert_int_equal(room_session(&room)->here.entry, entry);
    assert_int_equal(room_session(&room)->language, pack_exhibit(room.pack).default_language);
    room_tap(&room, "nav:back");
    assert_true(room_is_on(&room, "timeline"));
    assert_int_equal(room_session(&room)->here.entry, entry);
    room_close(&room);
}

static void a_touch_anywhere_else_begins_on_the_timeline(void **state)
{
    struct room room = open_room("P1", false);

    (void)state;
    room_tap_at(&room, 30, 30);
    assert_true(room_is_on(&room, "timeline"));
    assert_int_equal(room_session(&room)->language, pack_exhibit(room.pack).default_language);
    room_close(&room);
}

static void a_filter_that_leaves_nothing_offers_everything(void **state)
{
    struct room room = open_room("P3", false);

    (void)state;
    begin(&room, "en");
    room_tap(&room, "filter:differs");
    for (double day = pack_exhibit(room.pack).start_day; !room_find(&room, "filter:showall"); day += 20) {
        assert_true(day < pack_exhibit(room.pack).end_day);
        room_show_days(&room, ENGLISH, day, 14);
    }
    room_tap(&room, "filter:showall");
    assert_false(room_session(&room)->only_differing);
    assert_null(room_find(&room, "filter:showall"));
    room_close(&room);
}

/* ---- settings (A1, A3, A7) ---- */

static void assert_picture(struct room *room, const uint32_t *before, size_t bytes, const char *what)
{
    uint32_t *after = room_picture(room, &bytes);
    size_t differs = 0;

    for (size_t i = 0; i < bytes / sizeof *after; i++)
        differs += after[i] != before[i];
    free(after);
    if (differs > 0)
        fail_msg("%s on \"%s\": %zu pixels are not as they were", what, stage_screen_name(room->stage), differs);
}

static void settings_go_around(struct room *room)
{
    size_t bytes;
    uint32_t *before = room_picture(room, &bytes);

    for (int k = 0; k < 3; k++)
        room_tap(room, "nav:textsize");
    assert_picture(room, before, bytes, "three text sizes on");
    for (int k = 0; k < 2; k++) {
        room_tap(room, "nav:access");
        room_tap(room, "access:contrast");
        room_tap(room, "access:motion");
        room_tap(room, "access:close");
    }
    assert_picture(room, before, bytes, "contrast and motion there and back");
    free(before);
}

static void settings_come_around_to_the_same_picture(void **state)
{
    struct room room = open_room("P1", true);

    (void)state;
    begin(&room, "lt");
    settings_go_around(&room);
    go_to_entry(&room, "kronstadt-uprising");
    settings_go_around(&room);
    tap_first(&room, UI_COMPARE);
    settings_go_around(&room);
    go_to_passage(&room, pack_entry(room.pack, room_entry(&room, "kronstadt-uprising")).first_source);
    settings_go_around(&room);
    room_close(&room);
}

/* Close up each document's card has the date that document gives, in the order of the language (Y9). */
static void a_document_dates_by_the_rules_of_the_language(void **state)
{
    static const struct {
        const char *language, *lithuanian, *polish;
    } cases[] = {{"lt", "1922\u00a0m. balandžio\u00a014\u00a0d.", "1922\u00a0m. balandžio\u00a016\u00a0d."},
                 {"pl", "14\u00a0kwietnia 1922", "16\u00a0kwietnia 1922"},
                 {"en", "14\u00a0April 1922", "16\u00a0April 1922"}};
    struct room room = room_open((struct room_wish){.profile = "P3", .quarter_turns = 1});
    int day = pack_entry(room.pack, room_entry(&room, "rapallo-treaty")).start.first_day;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin(&room, cases[i].language);
        stage_show_days(room.stage, day - 16, 32);
        room_visit(&room, room_session(&room)->language, room_stop(SCREEN_TIMELINE));
        const struct ui *ui = room_ui(&room);
        int first = ui_find(ui, "entry:rapallo-treaty"), second = ui_find(ui, "entry:rapallo-treaty:PL");
        assert_true(first >= 0 && second >= 0);
        assert_non_null(strstr(ui_at(ui, first)->spoken, cases[i].lithuanian));
        assert_non_null(strstr(ui_at(ui, second)->spoken, cases[i].polish));
    }
    room_close(&room);
}

/* At A++ the smallest panel shows a list: turning its pages moves no window, and its place outlasts another language. */
static void the_list_keeps_the_window_and_its_place(void **state)
{
    struct room room = open_room("P1", false);
    char first[72];

    (void)state;
    begin(&room, "en");
    room_tap(&room, "zoom:in");
    room_wait(&room, 500);
    double first_day = room_session(&room)->view_first_day, days = room_session(&room)->view_days;
    room_tap(&room, "nav:textsize");
    room_tap(&room, "nav:textsize");
    snprintf(first, sizeof first, "%s", first_with(&room, UI_ENTRY)->id);
    room_tap(&room, "nav:later");
    room_tap(&room, "nav:later");
    assert_string_not_equal(first_with(&room, UI_ENTRY)->id, first);
    snprintf(first, sizeof first, "%s", first_with(&room, UI_ENTRY)->id);
    room_tap(&room, "lang:lt");
    room_wait(&room, 500);
    assert_true(ui_find(room_ui(&room), first) >= 0);
    assert_true(room_session(&room)->view_first_day == first_day && room_session(&room)->view_days == days);
    room_close(&room);
}

static void settings_stay_when_going_on_and_in_another_language(void **state)
{
    struct room room = open_room("P3", false);

    (void)state;
    begin(&room, "en");
    room_tap(&room, "nav:textsize");
    room_tap(&room, "nav:access");
    room_tap(&room, "access:contrast");
    room_tap(&room, "access:close");
    room_tap(&room, "lang:pl");
    go_to_entry(&room, "winter-palace");
    assert_int_equal(stage_look(room.stage)->step, TEXT_A_PLUS);
    assert_int_equal(stage_look(room.stage)->theme, THEME_CONTRAST);
    room_tap(&room, "nav:home");
    assert_int_equal(stage_look(room.stage)->step, TEXT_A_PLUS);
    assert_int_equal(stage_look(room.stage)->theme, THEME_CONTRAST);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(going_back_returns_to_where_one_was),
        cmocka_unit_test(the_timeline_is_three_steps_back_from_anywhere),
        cmocka_unit_test(home_is_the_whole_exhibit_without_filters),
        cmocka_unit_test(the_first_step_back_on_the_timeline_is_home),
        cmocka_unit_test(a_slide_leads_to_its_entry_and_back_to_the_timeline_there),
        cmocka_unit_test(a_touch_anywhere_else_begins_on_the_timeline),
        cmocka_unit_test(a_filter_that_leaves_nothing_offers_everything),
        cmocka_unit_test(settings_come_around_to_the_same_picture),
        cmocka_unit_test(a_document_dates_by_the_rules_of_the_language),
        cmocka_unit_test(the_list_keeps_the_window_and_its_place),
        cmocka_unit_test(settings_stay_when_going_on_and_in_another_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
