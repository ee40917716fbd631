/* What a visit remembers (I6, K7, A10, A11). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "screen/session.h"

static struct stop at(enum screen_id screen, int entry)
{
    return (struct stop){
        .screen = screen, .entry = entry, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

static struct session started(void)
{
    struct session session = session_fresh(2, -19358, 2922, 1000);

    session_go(&session, at(SCREEN_TIMELINE, -1));
    return session;
}

static void assert_at(const struct session *session, enum screen_id screen, int entry)
{
    assert_int_equal(session->here.screen, screen);
    assert_int_equal(session->here.entry, entry);
}

static void fresh_session_has_the_defaults(void **state)
{
    (void)state;
    struct session session = session_fresh(2, -19358, 2922, 1000);

    assert_at(&session, SCREEN_ATTRACT, -1);
    assert_int_equal(session.language, 2);
    assert_int_equal(session.text_step, TEXT_A);
    assert_int_equal(session.theme, THEME_STANDARD);
    assert_false(session.reduced_motion || session.reach || session.only_differing);
    assert_int_equal(session.history_count, 0);
    assert_int_equal(session.folded_lanes, 0);
    assert_int_equal(session.open_cluster_entry, -1);
    assert_true(session.view_first_day == -19358 && session.view_days == 2922);
    assert_int_equal(session.started_ms, 1000);
}

static void back_returns_to_the_stop_before(void **state)
{
    (void)state;
    struct session session = started();

    session_go(&session, at(SCREEN_EVENT, 4));
    session_go(&session, at(SCREEN_COMPARE, 4));
    session_go(&session, at(SCREEN_READER, -1));
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_COMPARE, 4);
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_EVENT, 4);
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_TIMELINE, -1);
    assert_false(session_back(&session));
    assert_at(&session, SCREEN_TIMELINE, -1);
}

static void back_finds_the_stop_as_it_was_left(void **state)
{
    (void)state;
    struct session session = started();

    session_go(&session, at(SCREEN_READER, -1));
    session.here.paragraph = 17;
    session.here.offset_px = -23;
    session.here.is_translated = true;
    session_go(&session, at(SCREEN_EVENT, 3));
    session_back(&session);
    assert_int_equal(session.here.paragraph, 17);
    assert_int_equal(session.here.offset_px, -23);
    assert_true(session.here.is_translated);
}

static void going_where_one_is_changes_nothing(void **state)
{
    (void)state;
    struct session session = started();

    session_go(&session, at(SCREEN_EVENT, 4));
    session.here.paragraph = 2;
    session_go(&session, at(SCREEN_EVENT, 4));
    assert_int_equal(session.history_count, 1);
    assert_int_equal(session.here.paragraph, 2);
}

static void the_translation_is_the_same_place_in_other_words(void **state)
{
    struct stop translated = at(SCREEN_READER, -1);
    struct session session = started();

    (void)state;
    translated.is_translated = true;
    session_go(&session, at(SCREEN_READER, -1));
    session_go(&session, translated);
    assert_true(session.here.is_translated);
    assert_int_equal(session.history_count, 1);
}

static void home_from_the_timeline_at_an_event_is_no_further_stop(void **state)
{
    (void)state;
    struct session session = started();

    session_go(&session, at(SCREEN_TIMELINE, 9));
    session_go(&session, at(SCREEN_TIMELINE, -1));
    assert_at(&session, SCREEN_TIMELINE, -1);
    assert_false(session_back(&session));
}

static void attract_and_languages_are_no_stops(void **state)
{
    (void)state;
    struct session session = session_fresh(0, 0, 1, 0);

    session_go(&session, at(SCREEN_LANGUAGES, -1));
    session_go(&session, at(SCREEN_TIMELINE, -1));
    assert_int_equal(session.history_count, 0);
    assert_false(session_back(&session));
}

static void back_from_the_languages_leads_to_the_timeline(void **state)
{
    (void)state;
    struct session session = session_fresh(0, 0, 1, 0);

    session_go(&session, at(SCREEN_LANGUAGES, -1));
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_TIMELINE, -1);
}

static void back_from_a_deep_start_leads_to_the_timeline_at_that_event(void **state)
{
    (void)state;
    struct session session = session_fresh(0, 0, 1, 0);

    session_go(&session, at(SCREEN_EVENT, 9));
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_TIMELINE, 9);
    assert_false(session_back(&session));
}

/* Every way through five screens, from the timeline and from an event on the attract screen. */
static void timeline_is_three_steps_back_and_home_four_from_anywhere(void **state)
{
    (void)state;
    static const enum screen_id screens[] = {SCREEN_TIMELINE, SCREEN_EVENT, SCREEN_COMPARE, SCREEN_READER};

    for (int way = 0; way < 4 * 4 * 4 * 4 * 4 * 4; way++) {
        struct session session = session_fresh(0, 0, 1, 0);
        int to_timeline = 0, to_home = 1, steps = way;

        for (int i = 0; i < 6; i++, steps /= 4)
            session_go(&session, at(screens[steps % 4], i));
        while (session.here.screen != SCREEN_TIMELINE) {
            assert_true(session_back(&session));
            to_timeline++;
        }
        to_home += to_timeline;
        while (session_back(&session))
            to_home++;
        if (to_timeline > 3 || to_home > 4)
            fail_msg("way %d: %d steps to the timeline, %d home", way, to_timeline, to_home);
    }
}

static void long_visit_remembers_the_last_stops_and_its_timeline(void **state)
{
    (void)state;
    struct session session = started();

    for (int entry = 0; entry < 200; entry++)
        session_go(&session, at(SCREEN_EVENT, entry));
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_EVENT, 198);
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_EVENT, 197);
    assert_true(session_back(&session));
    assert_at(&session, SCREEN_TIMELINE, -1);
}

static void panels_and_lists_take_steps_from_the_way_back(void **state)
{
    (void)state;
    for (int list = -1; list <= 0; list++) {
        for (int panels = 0; panels <= 2; panels++) {
            struct session session = started();
            int most = 3 - panels - (list + 1);

            for (int entry = 1; entry < 6; entry++)
                session_go(&session, at(SCREEN_EVENT, entry));
            session.open_cluster_entry = list;
            session_shorten(&session, panels);
            assert_int_equal(session.history_count, most < 1 ? 1 : most);
            assert_int_equal(session.open_cluster_entry, most < 1 ? -1 : list);
            assert_int_equal(session.history[0].screen, SCREEN_TIMELINE);
            if (most > 1)
                assert_int_equal(session.history[most - 1].entry, 4);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fresh_session_has_the_defaults),
        cmocka_unit_test(back_returns_to_the_stop_before),
        cmocka_unit_test(back_finds_the_stop_as_it_was_left),
        cmocka_unit_test(going_where_one_is_changes_nothing),
        cmocka_unit_test(the_translation_is_the_same_place_in_other_words),
        cmocka_unit_test(home_from_the_timeline_at_an_event_is_no_further_stop),
        cmocka_unit_test(attract_and_languages_are_no_stops),
        cmocka_unit_test(back_from_the_languages_leads_to_the_timeline),
        cmocka_unit_test(back_from_a_deep_start_leads_to_the_timeline_at_that_event),
        cmocka_unit_test(timeline_is_three_steps_back_and_home_four_from_anywhere),
        cmocka_unit_test(long_visit_remembers_the_last_stops_and_its_timeline),
        cmocka_unit_test(panels_and_lists_take_steps_from_the_way_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
