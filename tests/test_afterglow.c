/* A key that is let go fades back in 120 ms, whatever the press did (M1), until something else comes (M2). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "pack/pack.h"
#include "ui_rules.h"

enum { ENGLISH = 3, FINGER = 1, OTHER = 2, FADE_MS = 120, WIDTH = 1920, HEIGHT = 1080, BEYOND_PX = 8 };

static const struct rect screen = {0, 0, WIDTH, HEIGHT};

static struct room open_on(enum screen_id id, bool reduced_motion)
{
    struct room room = room_open((struct room_wish){.has_pixels = true, .reduced_motion = reduced_motion});

    room_visit(&room, ENGLISH, room_stop(id));
    return room;
}

static struct rect rect_of(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("there is no \"%s\" on the screen \"%s\"", id, stage_screen_name(room->stage));
    return element->rect;
}

static void touch(struct room *room, enum touch_phase phase, struct rect at)
{
    room_touch(room, phase, FINGER, (float)at.x + (float)at.w / 2, (float)at.y + (float)at.h / 2);
}

/* Pixels of the rectangle in which the two pictures differ by more than rounding. */
static int differing(const uint32_t *a, const uint32_t *b, struct rect rect)
{
    int count = 0;

    for (int y = rect.y; y < rect.y + rect.h; y++) {
        for (int x = rect.x; x < rect.x + rect.w; x++) {
            uint32_t one = a[y * WIDTH + x], other = b[y * WIDTH + x];

            for (int shift = 0; shift < 24; shift += 8)
                if (abs((int)(one >> shift & 255) - (int)(other >> shift & 255)) > 2) {
                    count++;
                    break;
                }
        }
    }
    return count;
}

static uint32_t *picture(struct room *room)
{
    size_t bytes;

    return room_picture(room, &bytes);
}

/* ---- on a screen that stays ---- */

static void a_key_let_go_fades_for_120(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE, false);
    struct rect key = rect_of(&room, "nav:documents");
    uint32_t *rest = picture(&room), *shots[4];
    int64_t lifted;

    (void)state;
    touch(&room, TOUCH_DOWN, key);
    shots[0] = picture(&room);
    room_wait(&room, 300);
    touch(&room, TOUCH_CANCEL, key);
    lifted = room.now_ms;
    shots[1] = picture(&room);
    room_wait(&room, FADE_MS / 2);
    shots[2] = picture(&room);
    room_wait(&room, FADE_MS / 2);
    shots[3] = picture(&room);
    assert_true(differing(rest, shots[0], key) > key.w * key.h / 2);
    assert_int_equal(differing(shots[0], shots[1], key), 0);
    assert_true(differing(shots[0], shots[2], key) > 0 && differing(rest, shots[2], key) > 0);
    assert_int_equal(differing(rest, shots[3], screen), 0);
    assert_in_range(room.now_ms - lifted, FADE_MS, FADE_MS + ROOM_FRAME_MS);
    assert_false(stage_is_dirty(room.stage));
    free(rest);
    for (int i = 0; i < 4; i++)
        free(shots[i]);
    room_close(&room);
}

/* Frames that follow each other from now on. */
static int frames(struct room *room)
{
    int count = 0;

    for (room_draw(room); stage_is_dirty(room->stage) && count < 100; count++)
        room_step(room);
    return count;
}

static void let_go(struct room *room, const char *id)
{
    struct rect key = rect_of(room, id);

    touch(room, TOUCH_DOWN, key);
    room_step(room);
    touch(room, TOUCH_CANCEL, key);
}

static void a_touch_or_a_key_ends_the_fading(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE, false);

    (void)state;
    let_go(&room, "nav:documents");
    assert_true(frames(&room) >= FADE_MS / ROOM_FRAME_MS);
    let_go(&room, "nav:documents");
    room_step(&room);
    room_touch(&room, TOUCH_DOWN, OTHER, 960, 5);
    assert_true(frames(&room) <= 1);
    room_touch(&room, TOUCH_UP, OTHER, 960, 5);
    let_go(&room, "nav:documents");
    room_step(&room);
    room_key(&room, ACTION_NEXT);
    assert_true(frames(&room) <= 1);
    room_close(&room);
}

static void with_reduced_motion_nothing_fades(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE, true);

    (void)state;
    let_go(&room, "nav:documents");
    assert_true(frames(&room) <= 1);
    room_close(&room);
}

/* Neither the ground around a list nor the resting screen is a key: they never looked pressed. */
static void the_ground_of_a_screen_does_not_fade(void **state)
{
    struct room room = room_open((struct room_wish){.has_pixels = true});
    size_t before = draw_texture_bytes(room.draw);

    (void)state;
    room_touch(&room, TOUCH_DOWN, FINGER, 960, 500);
    room_draw(&room);
    room_touch(&room, TOUCH_CANCEL, FINGER, 960, 500);
    assert_int_equal(draw_texture_bytes(room.draw), before);
    room_close(&room);
}

static void a_press_shorter_than_a_frame_is_seen(void **state)
{
    struct room room = open_on(SCREEN_TIMELINE, false);
    struct rect key = rect_of(&room, "zoom:in");
    uint32_t *rest = picture(&room), *after;

    (void)state;
    touch(&room, TOUCH_DOWN, key);
    room.now_ms += 14;
    touch(&room, TOUCH_CANCEL, key);
    after = picture(&room);
    assert_true(differing(rest, after, key) > key.w * key.h / 2);
    free(rest);
    free(after);
    room_close(&room);
}

/* ---- every kind of control ---- */

static bool is_key(const struct ui *ui, int index)
{
    const char *role = ui_at(ui, index)->role;

    return ui_rules_is_target(ui, index) && strcmp(role, "backdrop") != 0 && strcmp(role, "dialog") != 0;
}

/* Of each kind of id on this screen the first and the last. */
static bool is_of_interest(const struct ui *ui, int index)
{
    const char *id = ui_at(ui, index)->id;
    size_t kind = strcspn(id, ":") + 1;
    int before = 0, after = 0;

    for (int i = 0; i < ui_count(ui); i++)
        if (i != index && is_key(ui, i) && strncmp(ui_at(ui, i)->id, id, kind) == 0)
            *(i < index ? &before : &after) += 1;
    return before == 0 || after == 0;
}

static int letting_go(struct room *room, struct ui_element key)
{
    uint32_t *rest = picture(room), *pressed, *shot;
    int wrong;

    touch(room, TOUCH_DOWN, key.hit);
    pressed = picture(room);
    touch(room, TOUCH_CANCEL, key.hit);
    shot = picture(room);
    wrong = differing(pressed, shot, screen);
    free(shot);
    for (int64_t end = room->now_ms + FADE_MS; room->now_ms < end;)
        room_step(room);
    shot = picture(room);
    wrong += differing(rest, shot, screen);
    if (wrong > 0)
        print_error("%s on %s: %d pixels\n", key.id, stage_screen_name(room->stage), wrong);
    free(rest);
    free(pressed);
    free(shot);
    room_wait(room, 400);
    return wrong > 0;
}

static int let_go_of_all(struct room *room)
{
    int findings = 0;

    for (int i = 0; i < ui_count(room_ui(room)); i++) {
        if (is_key(room_ui(room), i) && is_of_interest(room_ui(room), i))
            findings += letting_go(room, *ui_at(room_ui(room), i));
    }
    return findings;
}

static void everything_that_can_be_pressed_fades_from_what_it_was(void **state)
{
    static const char *const panels[] = {"nav:access", "nav:help", "words:open"};
    struct room room = room_open((struct room_wish){.has_pixels = true});
    struct stop stop = room_stop(SCREEN_EVENT);
    int findings = 0;

    (void)state;
    stop.entry = room_entry(&room, "rapallo-treaty");
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    stop.document = 0;
    for (int id = SCREEN_LANGUAGES; id <= SCREEN_READER; id++) {
        stop.screen = (enum screen_id)id;
        room_visit(&room, ENGLISH, stop);
        findings += let_go_of_all(&room);
        for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
            if (!room_find(&room, panels[i]))
                continue;
            room_tap(&room, panels[i]);
            findings += let_go_of_all(&room);
            room_key(&room, ACTION_BACK);
            room_wait(&room, 500);
        }
    }
    room_show_days(&room, ENGLISH, pack_exhibit(room.pack).start_day + 1461, 180);
    findings += let_go_of_all(&room);
    assert_int_equal(findings, 0);
    room_close(&room);
}

/* ---- on a screen that changes ---- */

static const struct {
    const char *id;
    enum screen_id screen;
} changes[] = {
    {"nav:documents", SCREEN_TIMELINE}, /* sweeps */
    {"nav:timeline", SCREEN_READER},
    {"nav:access", SCREEN_TIMELINE},    /* a dialog rises */
    {"lang:pl", SCREEN_TIMELINE},       /* fades in place */
};

/* The same change without a finger. */
static uint32_t *untouched(struct room *room, size_t change, int64_t after_ms)
{
    const struct ui_element *element = room_find(room, changes[change].id);

    stage_fire(room->stage, element->verb, element->value, room->now_ms);
    room_wait(room, after_ms);
    return picture(room);
}

static void a_change_of_screen_fades_it_too(void **state)
{
    (void)state;
    for (size_t i = 0; i < 3 * sizeof changes / sizeof *changes; i++) {
        const int64_t after_ms[] = {16, 64, 128};
        struct room room = open_on(changes[i / 3].screen, false), other = open_on(changes[i / 3].screen, false);
        struct rect key = rect_of(&room, changes[i / 3].id), around = rect_inset(key, -BEYOND_PX, -BEYOND_PX);
        uint32_t *with, *without;

        touch(&room, TOUCH_DOWN, key);
        room_wait(&room, ROOM_TAP_MS);
        touch(&room, TOUCH_UP, key);
        room_wait(&room, after_ms[i % 3]);
        with = picture(&room);
        other.now_ms = room.now_ms - after_ms[i % 3];
        without = untouched(&other, i / 3, after_ms[i % 3]);
        if ((differing(with, without, key) > 0) != (after_ms[i % 3] < FADE_MS))
            fail_msg("%s: %d pixels of a press after %d ms", changes[i / 3].id, differing(with, without, key),
                     (int)after_ms[i % 3]);
        around = rect_cut(around, screen);
        assert_int_equal(differing(with, without, screen), differing(with, without, around));
        free(with);
        free(without);
        room_close(&room);
        room_close(&other);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_let_go_fades_for_120),
        cmocka_unit_test(a_touch_or_a_key_ends_the_fading),
        cmocka_unit_test(with_reduced_motion_nothing_fades),
        cmocka_unit_test(the_ground_of_a_screen_does_not_fade),
        cmocka_unit_test(a_press_shorter_than_a_frame_is_seen),
        cmocka_unit_test(everything_that_can_be_pressed_fades_from_what_it_was),
        cmocka_unit_test(a_change_of_screen_fades_it_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
