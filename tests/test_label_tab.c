/* Controls without words tell what they are when they are held or have the focus (T4, T6, A2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { FINGER = 1, HELD_MS = 900 };

static struct room open_on_timeline(struct room_wish wish)
{
    struct room room;

    wish.reduced_motion = true;
    room = room_open(wish);
    room_tap(&room, wish.exhibit == ROOM_LIGHTHOUSE ? "lang:he" : "lang:lt");
    return room;
}

static void middle_of(struct room *room, const char *id, float *x, float *y)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("%s is not on the screen", id);
    *x = (float)element->hit.x + (float)element->hit.w / 2;
    *y = (float)element->hit.y + (float)element->hit.h / 2;
}

static void hold(struct room *room, const char *id)
{
    float x, y;

    middle_of(room, id, &x, &y);
    room_touch(room, TOUCH_DOWN, FINGER, x, y);
    room_wait(room, HELD_MS);
}

static void let_go(struct room *room, const char *id)
{
    float x, y;

    middle_of(room, id, &x, &y);
    room_touch(room, TOUCH_UP, FINGER, x, y);
    room_wait(room, 500);
}

/* The tab says what the control is for those who hear it, and is all on the panel. */
static void assert_tab(struct room *room, const char *id)
{
    const struct ui_element *tab = room_find(room, "tab");
    char label[128];
    struct rect panel = {0, 0, stage_look(room->stage)->panel.width_px, 0}, frame = stage_frame(room->stage);

    panel.h = frame.y + frame.h;
    if (!tab)
        fail_msg("%s is not told", id);
    snprintf(label, sizeof label, "%s", tab->label);
    assert_true(tab->rect.x >= 0 && tab->rect.y >= 0 && tab->rect.x + tab->rect.w <= panel.w
                && tab->rect.y + tab->rect.h <= panel.h);
    assert_string_equal(label, room_find(room, id)->label);
    assert_false(rect_meets(room_find(room, "tab")->rect, room_find(room, id)->rect));
}

static void a_held_icon_tells_what_it_is_and_does_nothing(void **state)
{
    static const char *const panels[] = {"P1", "P2", "P3", "P6"};
    static const char *const ids[] = {"nav:textsize", "nav:access", "nav:back", "zoom:in"};

    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof panels[0]; p++) {
        struct room room = open_on_timeline((struct room_wish){.profile = panels[p]});

        for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
            double days = room_session(&room)->view_days;

            assert_null(room_find(&room, "tab"));
            hold(&room, ids[i]);
            assert_tab(&room, ids[i]);
            let_go(&room, ids[i]);
            assert_null(room_find(&room, "tab"));
            assert_null(room_find(&room, "access:close"));
            assert_int_equal(room_session(&room)->text_step, TEXT_A);
            assert_true(room_session(&room)->view_days == days);
            assert_true(room_is_on(&room, "timeline"));
        }
        room_close(&room);
    }
}

static void a_short_press_shows_nothing_and_acts(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});
    float x, y;

    (void)state;
    middle_of(&room, "nav:textsize", &x, &y);
    room_touch(&room, TOUCH_DOWN, FINGER, x, y);
    room_wait(&room, 600);
    assert_null(room_find(&room, "tab"));
    room_touch(&room, TOUCH_UP, FINGER, x, y);
    room_wait(&room, HELD_MS);
    assert_int_equal(room_session(&room)->text_step, TEXT_A_PLUS);
    assert_null(room_find(&room, "tab"));
    room_close(&room);
}

static void sliding_off_takes_the_tab_away(void **state)
{
    struct room room = open_on_timeline((struct room_wish){0});
    float x, y;

    (void)state;
    hold(&room, "nav:textsize");
    middle_of(&room, "nav:textsize", &x, &y);
    room_slide(&room, FINGER, x, y, x, y - 300, 200);
    assert_null(room_find(&room, "tab"));
    room_touch(&room, TOUCH_UP, FINGER, x, y - 300);
    room_wait(&room, 300);
    assert_int_equal(room_session(&room)->text_step, TEXT_A);
    room_close(&room);
}

/* T4: what is written on a key needs no help, and a slow hand still presses it. */
static void a_key_with_words_acts_however_long_it_is_held(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.profile = "P3"});

    (void)state;
    hold(&room, "nav:documents");
    assert_null(room_find(&room, "tab"));
    let_go(&room, "nav:documents");
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void the_focus_tells_it_too(void **state)
{
    static const char *const panels[] = {"P1", "P2", "P3"};

    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof panels[0]; p++) {
        struct room room = open_on_timeline((struct room_wish){.profile = panels[p], .text_step = TEXT_A_PLUS_PLUS});
        int told = 0;

        for (int i = 0; i < 40; i++) {
            room_key(&room, ACTION_PREV);
            if (strncmp(stage_focus(room.stage), "nav:back", 8) && strncmp(stage_focus(room.stage), "nav:textsize", 12)
                && strncmp(stage_focus(room.stage), "nav:access", 10))
                continue;
            assert_tab(&room, stage_focus(room.stage));
            told++;
        }
        assert_true(told >= 3);
        room_close(&room);
    }
}

static bool is_read(const struct ui_element *element)
{
    return strncmp(element->id, "term:", 5) == 0;
}

/* The words that are read there stay free; a control behind them says nothing. */
static void over_the_words_explained_it_stands_in_their_head(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.profile = "P1", .text_step = TEXT_A_PLUS_PLUS});
    struct stop stop = room_stop(SCREEN_EVENT);
    int told = 0;

    (void)state;
    stop.entry = room_entry(&room, "nep-proclaimed");
    room_visit(&room, 0, stop);
    room_tap(&room, "words:open");
    for (int i = 0; i < 8; i++) {
        const struct ui_element *tab;

        room_key(&room, ACTION_NEXT);
        tab = room_find(&room, "tab");
        if (!tab)
            continue;
        told++;
        assert_tab(&room, stage_focus(room.stage));
        for (int k = 0; k < ui_count(room_ui(&room)); k++)
            if (is_read(ui_at(room_ui(&room), k)))
                assert_false(rect_meets(room_find(&room, "tab")->rect, ui_at(room_ui(&room), k)->rect));
    }
    assert_true(told >= 2);
    room_tap(&room, "nav:textsize");
    assert_string_equal(stage_focus(room.stage), "nav:textsize");
    assert_null(room_find(&room, "tab"));
    room_close(&room);
}

static void in_the_band_it_stands_beside_the_control(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.profile = "P3"});

    (void)state;
    stage_fire(room.stage, UI_REACH, 0, room.now_ms);
    room_wait(&room, 300);
    hold(&room, "nav:access");
    assert_tab(&room, "nav:access");
    assert_true(room_find(&room, "tab")->rect.y > room_find(&room, "nav:access")->rect.y - 200);
    let_go(&room, "nav:access");
    room_close(&room);
}

static void in_a_language_from_right_to_left_too(void **state)
{
    struct room room = open_on_timeline((struct room_wish){.exhibit = ROOM_LIGHTHOUSE, .profile = "P2"});

    (void)state;
    hold(&room, "nav:access");
    assert_tab(&room, "nav:access");
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_held_icon_tells_what_it_is_and_does_nothing),
        cmocka_unit_test(a_short_press_shows_nothing_and_acts),
        cmocka_unit_test(sliding_off_takes_the_tab_away),
        cmocka_unit_test(a_key_with_words_acts_however_long_it_is_held),
        cmocka_unit_test(the_focus_tells_it_too),
        cmocka_unit_test(over_the_words_explained_it_stands_in_their_head),
        cmocka_unit_test(in_the_band_it_stands_beside_the_control),
        cmocka_unit_test(in_a_language_from_right_to_left_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
