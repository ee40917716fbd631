/* How long everything takes that moves by itself, on a clock that only the test moves (M1), and what ends it (M2, M6). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3, LONG_MS = 2000 };

static struct room room_at(bool reduced_motion, bool has_pixels, enum screen_id screen, const char *entry)
{
    struct room room =
        room_open((struct room_wish){.reduced_motion = reduced_motion, .has_pixels = has_pixels});
    struct stop stop = room_stop(screen);

    if (entry)
        stop.entry = room_entry(&room, entry);
    room_visit(&room, ENGLISH, stop);
    return room;
}

/* Fires what a tap on the element would, between two frames. */
static void fire(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("there is no \"%s\" on the screen \"%s\"", id, stage_screen_name(room->stage));
    stage_fire(room->stage, element->verb, element->value, room->now_ms);
}

/* How long frames follow each other from now on, to the frame. */
static int64_t moving_ms(struct room *room)
{
    int64_t start = room->now_ms;

    room_draw(room);
    while (stage_is_dirty(room->stage) && room->now_ms < start + LONG_MS)
        room_step(room);
    return room->now_ms - start;
}

static void assert_lasts(int64_t ms, int64_t wanted_ms)
{
    assert_in_range(ms, wanted_ms, wanted_ms + ROOM_FRAME_MS);
}

static void a_screen_change_lasts_240(void **state)
{
    struct room room = room_at(false, false, SCREEN_TIMELINE, NULL);

    (void)state;
    fire(&room, "nav:documents");
    assert_lasts(moving_ms(&room), 240);
    room_close(&room);
}

static void a_language_fades_in_place_for_120(void **state)
{
    struct room room = room_at(false, false, SCREEN_EVENT, "rapallo-treaty");
    int y = room_find(&room, "event:title")->rect.y;

    (void)state;
    fire(&room, "lang:pl");
    room_step(&room);
    assert_int_equal(room_find(&room, "event:title")->rect.y, y);
    assert_lasts(ROOM_FRAME_MS + moving_ms(&room), 120);
    room_close(&room);
}

static void a_dialog_rises_by_eight_pixels_in_180(void **state)
{
    struct room room = room_at(false, false, SCREEN_TIMELINE, NULL);
    int first, middle;
    int64_t lasted;

    (void)state;
    fire(&room, "nav:access");
    room_draw(&room);
    first = room_find(&room, "access:close")->rect.y;
    for (int i = 0; i < 3; i++)
        room_step(&room);
    middle = room_find(&room, "access:close")->rect.y;
    lasted = 3 * ROOM_FRAME_MS + moving_ms(&room);
    assert_lasts(lasted, 180);
    assert_true(first > middle && middle > room_find(&room, "access:close")->rect.y);
    assert_int_equal(first - room_find(&room, "access:close")->rect.y, look_px(stage_look(room.stage), 8));
    fire(&room, "access:close");
    assert_lasts(moving_ms(&room), 180);
    room_close(&room);
}

/* ---- an event opens ---- */

static int changed_pixels(const uint32_t *a, const uint32_t *b, size_t count)
{
    int changed = 0;

    for (size_t i = 0; i < count; i++)
        changed += a[i] != b[i];
    return changed;
}

static int pixels_of(const uint32_t *pixels, size_t count, uint32_t colour)
{
    int found = 0;

    for (size_t i = 0; i < count; i++)
        found += (pixels[i] & 0xFFFFFF) == colour;
    return found;
}

static void tap_without_waiting(struct room *room, const char *id)
{
    struct rect hit = room_find(room, id)->hit;

    room_touch(room, TOUCH_DOWN, 1, hit.x + hit.w / 2.0f, hit.y + hit.h / 2.0f);
    room_wait(room, ROOM_TAP_MS);
    room_touch(room, TOUCH_UP, 1, hit.x + hit.w / 2.0f, hit.y + hit.h / 2.0f);
}

static uint32_t *picture_after(struct room *room, int64_t ms, size_t *bytes)
{
    for (int64_t end = room->now_ms + ms; room->now_ms < end;)
        room_step(room);
    return room_picture(room, bytes);
}

static void an_event_grows_out_of_its_mark_in_240(void **state)
{
    struct room room = room_at(false, true, SCREEN_TIMELINE, NULL);
    uint32_t blue = look_tone(stage_look(room.stage), TONE_BLUE);
    uint32_t *shots[4];
    size_t bytes, count;

    (void)state;
    tap_without_waiting(&room, "entry:rapallo-treaty");
    assert_true(room_is_on(&room, "event"));
    shots[0] = picture_after(&room, 16, &bytes);
    shots[1] = picture_after(&room, 48, &bytes);
    shots[2] = picture_after(&room, 48, &bytes);
    assert_lasts(112 + moving_ms(&room), 240);
    shots[3] = room_picture(&room, &bytes);
    count = bytes / sizeof(uint32_t);
    /* the panel grows, and is almost whole and still bare when the words begin to come */
    assert_true(pixels_of(shots[0], count, blue) < pixels_of(shots[1], count, blue));
    assert_true(pixels_of(shots[1], count, blue) < pixels_of(shots[2], count, blue));
    assert_true(pixels_of(shots[2], count, blue) > pixels_of(shots[3], count, blue));
    assert_true(changed_pixels(shots[2], shots[3], count) > 1000);
    for (int i = 0; i < 4; i++)
        free(shots[i]);
    room_close(&room);
}

/* ---- the comparison ---- */

static int slip_between(struct room *room)
{
    const struct ui_element *first = room_find(room, "answer:LT:0"), *second = room_find(room, "answer:PL:0");

    if (!first || !second)
        fail_msg("the two answers are not on the screen");
    return second->rect.y - first->rect.y;
}

static void columns_come_in_level_and_then_slip(void **state)
{
    struct room room = room_at(false, false, SCREEN_EVENT, "rapallo-treaty");
    int64_t started = room.now_ms;
    int rest;

    (void)state;
    stage_fire(room.stage, UI_COMPARE, pack_entry(room.pack, room_entry(&room, "rapallo-treaty")).first_disagreement, room.now_ms);
    while (room.now_ms < started + 230) {
        room_step(&room);
        assert_int_equal(slip_between(&room), 0);
    }
    room_wait(&room, 100);
    rest = slip_between(&room);
    assert_true(rest > 0);
    room_wait(&room, 200);
    assert_true(slip_between(&room) > rest);
    room_close(&room);
}

/* ---- the resting screen ---- */

enum { LOOP_MS = 80000 /* of at most eight slides, before the frame walks */, SLIDE_FADE_MS = 800 };

/* The next time the resting screen moves by itself. */
static void wait_for_motion(struct room *room)
{
    room_draw(room);
    do {
        int64_t next = stage_next_ms(room->stage);

        room->now_ms = next > room->now_ms ? next : room->now_ms + 1;
        stage_tick(room->stage, room->now_ms);
    } while (!stage_is_dirty(room->stage));
}

/* How long it draws frames from now on. */
static int64_t fade_ms(struct room *room)
{
    int64_t start = room->now_ms, last = start;

    while (room->now_ms < start + LONG_MS) {
        room->now_ms += ROOM_FRAME_MS;
        stage_tick(room->stage, room->now_ms);
        if (stage_is_dirty(room->stage))
            last = room->now_ms;
        room_draw(room);
    }
    return last - start;
}

static void a_slide_fades_for_800_and_so_does_the_whole_frame(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P1"});
    int64_t start = room.now_ms;
    int changes = 0;

    (void)state;
    while (room.now_ms < start + LOOP_MS) {
        wait_for_motion(&room);
        assert_lasts(fade_ms(&room), SLIDE_FADE_MS);
        changes++;
    }
    assert_int_equal(changes, 8);
    room_close(&room);
}

/* ---- what ends it ---- */

static const struct {
    const char *name;
    enum screen_id screen;
    const char *entry, *fires;
} moves[] = {
    {"screen", SCREEN_TIMELINE, NULL, "nav:documents"},
    {"dialog", SCREEN_TIMELINE, NULL, "nav:access"},
    {"language", SCREEN_TIMELINE, NULL, "lang:pl"},
    {"event", SCREEN_TIMELINE, NULL, "entry:rapallo-treaty"},
    {"comparison", SCREEN_EVENT, "rapallo-treaty", "compare:day"},
};

static void a_touch_or_a_key_ends_every_move(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * sizeof moves / sizeof *moves; i++) {
        struct room room = room_at(false, false, moves[i / 2].screen, moves[i / 2].entry);

        fire(&room, moves[i / 2].fires);
        room_step(&room);
        room_step(&room);
        assert_true(stage_is_dirty(room.stage) || stage_next_ms(room.stage) < room.now_ms + 100);
        if (i & 1)
            stage_key(room.stage, ACTION_NEXT, room.now_ms);
        else
            room_touch(&room, TOUCH_DOWN, 1, 5, 5);
        if (moving_ms(&room) > 2 * ROOM_FRAME_MS)
            fail_msg("%s goes on after a %s", moves[i / 2].name, i & 1 ? "key" : "touch");
        room_close(&room);
    }
}

static void reduced_motion_cuts_every_move(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        struct room room = room_at(true, false, moves[i].screen, moves[i].entry);

        fire(&room, moves[i].fires);
        if (moving_ms(&room) > ROOM_FRAME_MS)
            fail_msg("%s moves", moves[i].name);
        room_close(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_change_lasts_240),
        cmocka_unit_test(a_language_fades_in_place_for_120),
        cmocka_unit_test(a_dialog_rises_by_eight_pixels_in_180),
        cmocka_unit_test(an_event_grows_out_of_its_mark_in_240),
        cmocka_unit_test(columns_come_in_level_and_then_slip),
        cmocka_unit_test(a_slide_fades_for_800_and_so_does_the_whole_frame),
        cmocka_unit_test(a_touch_or_a_key_ends_every_move),
        cmocka_unit_test(reduced_motion_cuts_every_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
