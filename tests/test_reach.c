/* Everything within reach: which part of the panel is used, and that touches find what is drawn there (A5, A6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "screen/reach.h"
#include "ui_rules.h"

static struct panel panel_of(const char *profile, int turns)
{
    struct panel panel;

    assert_true(panel_from_profile(profile, turns, &panel));
    return panel;
}

static int height_mm(const struct panel *panel, int bottom_edge_mm, int y)
{
    return bottom_edge_mm + (int)((float)(panel->height_px - y) / panel->px_per_mm_y + 0.5f);
}

/* ---- the frame ---- */

static void the_frame_is_the_band_or_as_much_of_the_limits_as_is_needed(void **state)
{
    static const struct {
        const char *panel;
        int turns, bottom_mm;
        bool is_on;
        int from_mm, to_mm;
    } cases[] = {
        {"P3", 0, 750, true, 800, 1100},   /* the whole band is on the panel */
        {"P3", 0, 800, true, 800, 1100},
        {"P3", 0, 950, true, 950, 1150},   /* half of the panel, upwards */
        {"P3", 0, 1000, true, 1000, 1200},
        {"P3", 0, 1100, true, 1100, 1300}, /* beyond the limit: what is lowest */
        {"P3", 0, 500, true, 700, 899},    /* little of the band: downwards */
        {"P3", 0, 300, true, 499, 699},    /* none of it */
        {"P3", 1, 600, true, 800, 1100},
        {"P7", 0, 700, true, 800, 1140},
        {"P7", 1, 400, true, 800, 1203},   /* a third of the panel */
        {"P3", 0, 750, false, 750, 1149},  /* all of it can be reached */
        {"P3", 0, 900, false, 900, 1220},
        {"P3", 0, 1100, false, 1100, 1300},
        {"P7", 1, 400, false, 400, 1220},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct panel panel = panel_of(cases[i].panel, cases[i].turns);
        struct rect frame = reach_frame(&panel, cases[i].bottom_mm, cases[i].is_on);
        int from = height_mm(&panel, cases[i].bottom_mm, frame.y + frame.h);
        int to = height_mm(&panel, cases[i].bottom_mm, frame.y);

        if (abs(from - cases[i].from_mm) > 1 || abs(to - cases[i].to_mm) > 1)
            fail_msg("case %zu: %d to %d mm, not %d to %d", i, from, to, cases[i].from_mm, cases[i].to_mm);
        assert_int_equal(frame.w, panel.width_px);
        assert_true(frame.y >= 0 && frame.y + frame.h <= panel.height_px);
    }
}

static void without_a_height_it_is_the_lower_half_or_third(void **state)
{
    struct panel wide = panel_of("P3", 0), upright = panel_of("P3", 1);
    struct rect frame = reach_frame(&wide, 0, true);

    (void)state;
    assert_int_equal(frame.y, 540);
    assert_int_equal(frame.h, 540);
    frame = reach_frame(&upright, 0, true);
    assert_int_equal(frame.y, 1280);
    assert_int_equal(frame.h, 640);
    frame = reach_frame(&wide, 0, false);
    assert_int_equal(frame.h, 1080);
}

static void a_small_panel_is_within_a_hand_and_offers_nothing(void **state)
{
    static const char *const small[] = {"P1", "P2"};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct panel panel = panel_of(small[i], 0);
        struct room room = room_open((struct room_wish){.profile = small[i]});

        assert_int_equal(reach_frame(&panel, 900, true).h, panel.height_px);
        room_tap(&room, "lang:pt");
        room_tap(&room, "nav:access");
        assert_null(room_find(&room, "access:reach"));
        assert_non_null(room_find(&room, "access:contrast"));
        room_close(&room);
    }
}

/* ---- in the room ---- */

static struct room begin(const char *profile, int turns, int bottom_edge_mm)
{
    struct room room = room_open((struct room_wish){
        .profile = profile, .quarter_turns = turns, .reduced_motion = true, .bottom_edge_mm = bottom_edge_mm});

    room_tap(&room, "lang:pl");
    return room;
}

static void turn_on(struct room *room)
{
    room_tap(room, "nav:access");
    room_tap(room, "access:reach");
    room_tap(room, "access:close");
}

/* Every target lies in the frame, and that between the heights. */
static void assert_within(struct room *room, int bottom_edge_mm, int from_mm, int to_mm)
{
    const struct panel whole = panel_of(stage_look(room->stage)->panel.profile, 0);
    const struct ui *ui = room_ui(room);
    struct rect frame = stage_frame(room->stage);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);
        int top = height_mm(&whole, bottom_edge_mm, element->hit.y);
        int bottom = height_mm(&whole, bottom_edge_mm, element->hit.y + element->hit.h);

        if (!ui_rules_is_target(ui, i))
            continue;
        if (element->hit.y < frame.y || element->hit.y + element->hit.h > frame.y + frame.h)
            fail_msg("%s on \"%s\" is not in the frame", element->id, stage_screen_name(room->stage));
        if (top > to_mm || bottom < from_mm)
            fail_msg("%s on \"%s\" lies from %d to %d mm", element->id, stage_screen_name(room->stage), bottom, top);
    }
}

static void one_tap_brings_every_target_into_the_band(void **state)
{
    struct room room = begin("P7", 0, 700);

    (void)state;
    assert_within(&room, 700, 700, 1221); /* A6 */
    turn_on(&room);
    assert_within(&room, 700, 799, 1141);
    room_tap(&room, "nav:access");
    assert_within(&room, 700, 799, 1141);
    room_tap(&room, "access:close");
    room_tap(&room, "nav:documents");
    assert_within(&room, 700, 799, 1141);
    room_tap(&room, "nav:access");
    room_tap(&room, "access:reach");
    room_tap(&room, "access:close");
    assert_false(room_session(&room)->reach);
    assert_within(&room, 700, 700, 1221);
    room_close(&room);
}

static void tap_an_entry(struct room *room)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++) {
        if (ui_at(ui, i)->verb == UI_ENTRY && ui_rules_is_target(ui, i)) {
            struct rect hit = ui_at(ui, i)->hit;

            room_tap_at(room, (float)(hit.x + hit.w / 2), (float)(hit.y + hit.h / 2));
            return;
        }
    }
}

static void touches_find_what_is_drawn_in_the_frame(void **state)
{
    struct room room = begin("P3", 0, 0);
    double first;

    (void)state;
    turn_on(&room);
    room_tap(&room, "zoom:in");
    first = room_session(&room)->view_first_day;
    room_touch(&room, TOUCH_DOWN, 1, 900, 900);
    room_slide(&room, 1, 900, 900, 600, 900, 300);
    room_wait(&room, 200);
    room_touch(&room, TOUCH_UP, 1, 600, 900);
    room_wait(&room, 1000);
    assert_true(room_session(&room)->view_first_day > first);
    tap_an_entry(&room);
    assert_true(room_is_on(&room, "event"));
    room_tap(&room, "nav:documents");
    assert_true(room_is_on(&room, "reader"));
    room_tap_at(&room, 900, 200); /* on the calm ground */
    assert_true(room_is_on(&room, "reader"));
    room_close(&room);
}

static void it_stays_when_going_on_and_in_another_language(void **state)
{
    struct room room = begin("P3", 1, 0);
    char *dump;

    (void)state;
    turn_on(&room);
    room_tap(&room, "lang:en");
    room_tap(&room, "nav:documents");
    room_tap(&room, "nav:back");
    assert_int_equal(stage_frame(room.stage).h, 640);
    dump = room_state(&room);
    assert_non_null(strstr(dump, "\"reach\": true"));
    free(dump);
    room_close(&room);
}

static void the_resting_screen_fills_the_panel(void **state)
{
    struct room room = begin("P3", 0, 1000);

    (void)state;
    turn_on(&room);
    assert_true(stage_frame(room.stage).h < 1080);
    stage_fire(room.stage, UI_START_OVER, 0, room.now_ms);
    room_draw(&room);
    assert_true(room_is_on(&room, "attract"));
    assert_int_equal(stage_frame(room.stage).h, 1080);
    assert_false(room_session(&room)->reach);
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_frame_is_the_band_or_as_much_of_the_limits_as_is_needed),
        cmocka_unit_test(without_a_height_it_is_the_lower_half_or_third),
        cmocka_unit_test(a_small_panel_is_within_a_hand_and_offers_nothing),
        cmocka_unit_test(one_tap_brings_every_target_into_the_band),
        cmocka_unit_test(touches_find_what_is_drawn_in_the_frame),
        cmocka_unit_test(it_stays_when_going_on_and_in_another_language),
        cmocka_unit_test(the_resting_screen_fills_the_panel),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
