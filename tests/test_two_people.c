/*
 * Several hands at once: what one of them does ends, hides or changes what another is doing (T14–T17, T21, T24 through the whole
 * stage).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "pack/pack.h"

enum { ENGLISH = 3, FINGER = 1, SECOND = 2, CLOTH = 5 };

static struct room open_on(enum screen_id screen)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});
    struct stop stop = room_stop(screen);

    stop.entry = room_entry(&room, "kronstadt-uprising");
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    stop.document = 2;
    room_visit(&room, ENGLISH, stop);
    return room;
}

static void touch(struct room *room, enum touch_phase phase, int id, const char *element)
{
    const struct ui_element *found = room_find(room, element);

    if (!found)
        fail_msg("there is no \"%s\" on the screen \"%s\"", element, stage_screen_name(room->stage));
    room_touch(room, phase, id, (float)found->hit.x + (float)found->hit.w / 2, (float)found->hit.y + (float)found->hit.h / 2);
}

/* ---- what is dragged (T15, T24) ---- */

static const struct {
    const char *name;
    enum screen_id screen;
    bool is_sideways;
    const char *view;
    const char *opens, *closes; /* NULL: the panel is unplugged instead */
} drags[] = {
    {"timeline, access", SCREEN_TIMELINE, true, "view:timeline", "nav:access", "access:close"},
    {"timeline, unplugged", SCREEN_TIMELINE, true, "view:timeline", NULL, NULL},
    {"event, access", SCREEN_EVENT, false, "view:1", "nav:access", "access:close"},
    {"event, words", SCREEN_EVENT, false, "view:1", "words:open", "words:close"},
    {"event, unplugged", SCREEN_EVENT, false, "view:1", NULL, NULL},
    {"timeline, documents", SCREEN_TIMELINE, true, "view:timeline", "nav:documents", "nav:back"},
    {"event, documents", SCREEN_EVENT, false, "view:1", "nav:documents", "nav:back"},
    {"reader, access", SCREEN_READER, false, "view:0", "nav:access", "access:close"},
};

/* Places and sizes of all that is on the screen. */
static uint64_t places(struct room *room)
{
    const struct ui *ui = room_ui(room);
    uint64_t sum = 0;

    for (int i = 0; i < ui_count(ui); i++) {
        struct rect rect = ui_at(ui, i)->rect;

        sum = sum * 1000003 + (uint64_t)(uint32_t)rect.x;
        sum = sum * 1000003 + (uint64_t)(uint32_t)rect.y;
        sum = sum * 1000003 + (uint64_t)(uint32_t)(rect.w * 5000 + rect.h);
    }
    return sum;
}

static void what_is_pulled_beyond_its_end_returns_whatever_comes_over_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof drags / sizeof *drags; i++) {
        struct room room = open_on(drags[i].screen);
        struct rect view = room_find(&room, drags[i].view)->rect;
        float x = (float)view.x + (float)view.w / 2, y = (float)view.y + 30;
        float to_x = x + (drags[i].is_sideways ? 300 : 0), to_y = y + (drags[i].is_sideways ? 0 : 300);
        uint64_t before = places(&room);

        room_touch(&room, TOUCH_DOWN, FINGER, x, y);
        room_slide(&room, FINGER, x, y, to_x, to_y, 200);
        if (places(&room) == before)
            fail_msg("%s: the drag moves nothing", drags[i].name);
        if (drags[i].opens) {
            touch(&room, TOUCH_DOWN, SECOND, drags[i].opens);
            room_wait(&room, ROOM_TAP_MS);
            touch(&room, TOUCH_UP, SECOND, drags[i].opens);
            room_wait(&room, 500);
            room_tap(&room, drags[i].closes);
        } else {
            stage_device_lost(room.stage, room.now_ms);
        }
        room_wait(&room, 600);
        if (places(&room) != before)
            fail_msg("%s: it stays where it was pulled", drags[i].name);
        room_close(&room);
    }
}

/* ---- what is pressed ---- */

static void a_press_is_shown_while_another_hand_slides_off_its_own(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE);
    struct rect documents = room_find(&room, "nav:documents")->hit;

    (void)state;
    touch(&room, TOUCH_DOWN, FINGER, "nav:documents");
    room_wait(&room, 100);
    touch(&room, TOUCH_DOWN, SECOND, "zoom:in");
    room_wait(&room, 100);
    room_touch(&room, TOUCH_MOVE, FINGER, (float)documents.x + 20, (float)documents.y - 200);
    assert_true(ui_is_pressed(room_ui(&room), "zoom:in"));
    touch(&room, TOUCH_UP, SECOND, "zoom:in");
    assert_false(ui_is_pressed(room_ui(&room), "zoom:in"));
    room_close(&room);
}

/* "Continue" is offered for twenty seconds only (I7). */
static void a_key_that_goes_away_under_the_finger_does_nothing(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE);

    (void)state;
    touch(&room, TOUCH_DOWN, FINGER, "nav:startover");
    room_wait(&room, ROOM_TAP_MS);
    touch(&room, TOUCH_UP, FINGER, "nav:startover");
    room_wait(&room, 1000);
    assert_true(room_is_on(&room, "attract"));
    touch(&room, TOUCH_DOWN, FINGER, "attract:continue");
    struct rect key = room_find(&room, "attract:continue")->hit;
    room_wait(&room, 25000);
    assert_null(room_find(&room, "attract:continue"));
    room_touch(&room, TOUCH_UP, FINGER, (float)key.x + 20, (float)key.y + 20);
    room_wait(&room, 1000);
    assert_true(room_is_on(&room, "attract"));
    room_close(&room);
}

/* ---- at the same moment (T16) ---- */

static void two_taps_of_one_moment(void **state)
{
    static const struct {
        const char *first, *second, *screen, *language;
    } cases[] = {
        {"lang:lt", "nav:documents", "reader", "lt"},    /* another language is no other screen */
        {"nav:documents", "lang:lt", "reader", "en"},
        {"nav:documents", "zoom:in", "reader", "en"},
        {"nav:access", "nav:documents", "timeline", "en"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room room = open_on(SCREEN_TIMELINE);
        struct rect second = room_find(&room, cases[i].second)->hit;

        touch(&room, TOUCH_DOWN, FINGER, cases[i].first);
        touch(&room, TOUCH_DOWN, SECOND, cases[i].second);
        room_wait(&room, ROOM_TAP_MS);
        touch(&room, TOUCH_UP, FINGER, cases[i].first);
        room_touch(&room, TOUCH_UP, SECOND, (float)second.x + (float)second.w / 2, (float)second.y + (float)second.h / 2);
        room_wait(&room, 1000);
        if (!room_is_on(&room, cases[i].screen))
            fail_msg("%s and %s lead to %s", cases[i].first, cases[i].second, stage_screen_name(room.stage));
        assert_string_equal(pack_language(room.pack, room_session(&room)->language).tag, cases[i].language);
        room_close(&room);
    }
}

/* ---- cloths (T21) ---- */

static void every_screen_can_be_wiped(void **state)
{
    (void)state;
    for (int id = SCREEN_ATTRACT; id <= SCREEN_READER; id++) {
        struct room room = open_on((enum screen_id)id);
        struct session before = *room_session(&room);

        for (int finger = 0; finger < CLOTH; finger++)
            room_touch(&room, TOUCH_DOWN, finger, 250.0f + 330 * (float)finger, 200.0f + 170 * (float)finger);
        room_wait(&room, 1000);
        assert_string_equal(stage_idle_name(room.stage), "cleaning");
        for (int finger = 0; finger < CLOTH; finger++) {
            room_slide(&room, finger, 250.0f + 330 * (float)finger, 500, 350.0f + 330 * (float)finger, 900, 200);
            room_touch(&room, TOUCH_UP, finger, 350.0f + 330 * (float)finger, 900);
        }
        room_wait(&room, 5000);
        assert_memory_equal(&before, room_session(&room), sizeof before);
        assert_string_equal(stage_idle_name(room.stage), id == SCREEN_ATTRACT ? "attract" : "active");
        room_close(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_pulled_beyond_its_end_returns_whatever_comes_over_it),
        cmocka_unit_test(a_press_is_shown_while_another_hand_slides_off_its_own),
        cmocka_unit_test(a_key_that_goes_away_under_the_finger_does_nothing),
        cmocka_unit_test(two_taps_of_one_moment),
        cmocka_unit_test(every_screen_can_be_wiped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
