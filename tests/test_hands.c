/*
 * Fingers on what moves: the view goes with the finger, pinches hold their day, flicks run out, two people do not disturb each
 * other (rules T5–T15 through the whole stage; the recogniser alone is tested in test_contact).
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { ENGLISH = 3, FINGER = 1, SECOND = 2 };

static const double mm_px = 1920 / 708.0; /* of P3 */

/* Half a year around April 1922 on P3. */
static struct room open_close_up(bool reduced_motion)
{
    struct room room = room_open((struct room_wish){.profile = "P3", .reduced_motion = reduced_motion});
    int entry = room_entry(&room, "rapallo-treaty");

    room_tap(&room, "lang:en");
    room_show_days(&room, ENGLISH, pack_entry(room.pack, entry).start.first_day - 90, 180);
    return room;
}

static struct rect axis(struct room *room)
{
    const struct ui_element *view = room_find(room, "view:timeline");

    assert_non_null(view);
    return view->rect;
}

static double day_at(struct room *room, double x)
{
    struct rect rect = axis(room);
    const struct session *session = room_session(room);

    return session->view_first_day + (x - rect.x) / rect.w * session->view_days;
}

static double px_of(struct room *room, double day)
{
    struct rect rect = axis(room);
    const struct session *session = room_session(room);

    return rect.x + (day - session->view_first_day) / session->view_days * rect.w;
}

static void down(struct room *room, int id, double x, double y)
{
    room_touch(room, TOUCH_DOWN, id, (float)x, (float)y);
}

static void up(struct room *room, int id, double x, double y)
{
    room_touch(room, TOUCH_UP, id, (float)x, (float)y);
}

/* A place of the axis where no mark is under the finger. */
static int free_y(struct room *room)
{
    return axis(room).y + 10;
}

static struct rect any_entry(struct room *room)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++)
        if (ui_at(ui, i)->verb == UI_ENTRY && ui_at(ui, i)->hit.w > 0)
            return ui_at(ui, i)->hit;
    fail_msg("no entry can be touched");
    return (struct rect){0};
}

static double drift_px(struct room *room, double day, double x)
{
    return fabs(px_of(room, day) - x);
}

/* ---- drags (T5, T9) ---- */

static void the_day_stays_under_the_finger(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    double x = 1200, day = day_at(&room, x), most = 0;

    (void)state;
    down(&room, FINGER, x, y);
    for (int step = 0; step < 120; step++) {
        x -= 5 + step % 3;
        room.now_ms += 8;
        room_touch(&room, TOUCH_MOVE, FINGER, (float)x, (float)y);
        if (1200 - x > 6 * mm_px) /* beyond the slop it is a drag */
            most = fmax(most, drift_px(&room, day, x));
    }
    room_wait(&room, 200);
    up(&room, FINGER, x, y);
    if (most > mm_px)
        fail_msg("the day was %.1f px from the finger", most);
    room_close(&room);
}

static void a_still_finger_leaves_no_flick(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    double first;

    (void)state;
    down(&room, FINGER, 1200, y);
    room_slide(&room, FINGER, 1200, y, 700, y, 300);
    room_slide(&room, FINGER, 700, y, 700, y, 200);
    first = room_session(&room)->view_first_day;
    up(&room, FINGER, 700, y);
    room_wait(&room, 1500);
    assert_true(room_session(&room)->view_first_day == first);
    room_close(&room);
}

static void a_drag_over_an_entry_does_not_open_it(void **state)
{
    struct room room = open_close_up(false);
    struct rect hit = any_entry(&room);

    (void)state;
    down(&room, FINGER, hit.x + hit.w / 2, hit.y + 20);
    room_slide(&room, FINGER, (float)(hit.x + hit.w / 2), (float)hit.y + 20, (float)(hit.x + hit.w / 2 + 180),
               (float)hit.y + 20, 300);
    up(&room, FINGER, hit.x + hit.w / 2 + 180, hit.y + 20);
    room_wait(&room, 1000);
    assert_true(room_is_on(&room, "timeline"));
    room_close(&room);
}

/* ---- flicks (T10) ---- */

static void flick(struct room *room, double from, double to, int64_t ms)
{
    int y = free_y(room);

    down(room, FINGER, from, y);
    room_slide(room, FINGER, (float)from, (float)y, (float)to, (float)y, ms);
    up(room, FINGER, to, y);
}

static void a_flick_goes_on_slower_and_slower_and_rests(void **state)
{
    struct room room = open_close_up(false);
    double before, way[6], start;
    int views = 0;

    (void)state;
    flick(&room, 1400, 1000, 120);
    start = before = room_session(&room)->view_first_day;
    for (int i = 0; i < 6; i++) {
        room_wait(&room, 250);
        way[i] = room_session(&room)->view_first_day - before;
        before += way[i];
        assert_true(way[i] >= 0);
        assert_true(i == 0 || way[i] <= way[i - 1]);
    }
    assert_true(way[0] > 1);
    room_wait(&room, 3000);
    before = room_session(&room)->view_first_day;
    room_wait(&room, 1000);
    assert_true(room_session(&room)->view_first_day == before);
    views = (int)((before - start) / room_session(&room)->view_days);
    assert_in_range(views, 0, 3);
    room_close(&room);
}

static void a_touch_stops_a_flick_and_opens_nothing(void **state)
{
    struct room room = open_close_up(false);
    struct rect hit;
    double stopped;

    (void)state;
    flick(&room, 1400, 900, 100);
    room_wait(&room, 100);
    hit = any_entry(&room);
    down(&room, FINGER, hit.x + hit.w / 2, hit.y + hit.h / 2);
    stopped = room_session(&room)->view_first_day;
    room_wait(&room, 60);
    up(&room, FINGER, hit.x + hit.w / 2, hit.y + hit.h / 2);
    room_wait(&room, 1000);
    assert_true(room_is_on(&room, "timeline"));
    assert_true(fabs(room_session(&room)->view_first_day - stopped) < 1);
    room_close(&room);
}

static void reduced_motion_has_no_flick(void **state)
{
    struct room room = open_close_up(true);
    double released;

    (void)state;
    flick(&room, 1400, 900, 100);
    released = room_session(&room)->view_first_day;
    room_wait(&room, 1000);
    assert_true(room_session(&room)->view_first_day == released);
    room_close(&room);
}

/* ---- the ends (T11) ---- */

static int x_of_year(struct room *room, const char *id)
{
    const struct ui_element *year = room_find(room, id);

    assert_non_null(year);
    return year->rect.x;
}

static void the_end_gives_way_and_comes_back(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});
    double first;
    int x, y, pulled;

    (void)state;
    room_tap(&room, "lang:en");
    first = room_session(&room)->view_first_day;
    x = x_of_year(&room, "year:1919");
    y = free_y(&room);
    down(&room, FINGER, 600, y);
    room_slide(&room, FINGER, 600, (float)y, 1000, (float)y, 400);
    assert_true(room_session(&room)->view_first_day == first);
    pulled = x_of_year(&room, "year:1919") - x;
    assert_in_range(pulled, 40, 399);
    assert_true(pulled <= axis(&room).w / 5);
    up(&room, FINGER, 1000, y);
    room_wait(&room, 400);
    assert_int_equal(x_of_year(&room, "year:1919"), x);
    room_close(&room);
}

static void with_reduced_motion_the_end_is_hard(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3", .reduced_motion = true});
    int x, y;

    (void)state;
    room_tap(&room, "lang:en");
    x = x_of_year(&room, "year:1919");
    y = free_y(&room);
    down(&room, FINGER, 600, y);
    room_slide(&room, FINGER, 600, (float)y, 1000, (float)y, 400);
    assert_int_equal(x_of_year(&room, "year:1919"), x);
    up(&room, FINGER, 1000, y);
    room_close(&room);
}

/* ---- pinches (T12) ---- */

static void move_both(struct room *room, double x1, double x2, int y)
{
    room->now_ms += 8;
    room_touch(room, TOUCH_MOVE, FINGER, (float)x1, (float)y);
    room_touch(room, TOUCH_MOVE, SECOND, (float)x2, (float)y);
}

static void a_pinch_holds_the_day_under_its_centre(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    double x1 = 900, x2 = 1100, day, days = room_session(&room)->view_days, most = 0;

    (void)state;
    down(&room, FINGER, x1, y);
    down(&room, SECOND, x2, y);
    day = day_at(&room, 1000);
    for (int step = 0; step < 60; step++) {
        x1 -= 2;
        x2 += 4;
        move_both(&room, x1, x2, y);
        most = fmax(most, drift_px(&room, day, (x1 + x2) / 2));
    }
    assert_true(room_session(&room)->view_days < days * 0.75);
    if (most > 1.5 * mm_px)
        fail_msg("the day was %.1f px from the centre of the fingers", most);
    up(&room, FINGER, x1, y);
    up(&room, SECOND, x2, y);
    room_close(&room);
}

static void lifting_one_finger_goes_on_as_a_drag_without_a_jump(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    double x1 = 900, x2 = 1100, first, day;

    (void)state;
    down(&room, FINGER, x1, y);
    down(&room, SECOND, x2, y);
    for (int step = 0; step < 30; step++) {
        x1 -= 4;
        x2 += 4;
        move_both(&room, x1, x2, y);
    }
    first = room_session(&room)->view_first_day;
    up(&room, FINGER, x1, y);
    room_wait(&room, 50);
    assert_true(room_session(&room)->view_first_day == first);
    day = day_at(&room, x2);
    for (int step = 0; step < 30; step++) {
        x2 -= 6;
        room.now_ms += 8;
        room_touch(&room, TOUCH_MOVE, SECOND, (float)x2, (float)y);
        assert_true(drift_px(&room, day, x2) <= 1.0);
    }
    room_wait(&room, 200);
    up(&room, SECOND, x2, y);
    room_close(&room);
}

static void scale_ends_at_its_limits(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    double days;

    (void)state;
    for (int round = 0; round < 8; round++) {
        down(&room, FINGER, 950, y);
        down(&room, SECOND, 1050, y);
        for (int step = 0; step < 60; step++)
            move_both(&room, 950 - step * 8, 1050 + step * 8, y);
        up(&room, FINGER, 470, y);
        up(&room, SECOND, 1530, y);
        room_wait(&room, 500);
    }
    assert_true(fabs(room_session(&room)->view_days - 14) < 0.001);
    for (int round = 0; round < 12; round++) { /* two fingers of one hand are less than 250 mm apart (T14) */
        down(&room, FINGER, 700, y);
        down(&room, SECOND, 1300, y);
        for (int step = 0; step < 60; step++)
            move_both(&room, 700 + step * 4, 1300 - step * 4, y);
        up(&room, FINGER, 936, y);
        up(&room, SECOND, 1064, y);
        room_wait(&room, 500);
    }
    days = pack_exhibit(room.pack).end_day + 1.0 - pack_exhibit(room.pack).start_day;
    if (fabs(room_session(&room)->view_days - days) > 0.001)
        fail_msg("%f days are shown, not %f", room_session(&room)->view_days, days);
    room_close(&room);
}

/* T8: everything a pinch or drag does, single taps do. */
static void keys_do_what_fingers_do(void **state)
{
    struct room room = open_close_up(false);
    double days = room_session(&room)->view_days, first, middle;

    (void)state;
    middle = room_session(&room)->view_first_day + days / 2;
    room_tap(&room, "zoom:in");
    assert_true(fabs(days / room_session(&room)->view_days - 1.5) < 0.001);
    assert_true(fabs(room_session(&room)->view_first_day + room_session(&room)->view_days / 2 - middle) < 0.001);
    room_tap(&room, "zoom:out");
    assert_true(fabs(days - room_session(&room)->view_days) < 0.001);
    first = room_session(&room)->view_first_day;
    room_tap(&room, "nav:later");
    assert_true(fabs(room_session(&room)->view_first_day - first - 0.8 * days) < 0.001);
    room_tap(&room, "nav:earlier");
    assert_true(fabs(room_session(&room)->view_first_day - first) < 0.001);
    room_close(&room);
}

/* ---- two people (T14, T15) ---- */

static const struct ui_element *view_numbered(struct room *room, int view)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++)
        if (strcmp(ui_at(ui, i)->role, "view") == 0 && ui_at(ui, i)->view == view)
            return ui_at(ui, i);
    return NULL;
}

static int content_top(struct room *room, int view)
{
    const struct ui *ui = room_ui(room);

    for (int i = 0; i < ui_count(ui); i++)
        if (ui_at(ui, i)->view == view && strcmp(ui_at(ui, i)->role, "view") != 0)
            return ui_at(ui, i)->rect.y + ui_at(ui, i)->rect.h;
    fail_msg("nothing is in view %d", view);
    return 0;
}

static void two_fingers_scroll_two_views_at_once(void **state)
{
    struct room room = room_open((struct room_wish){.profile = "P3"});
    struct rect a, b;
    int moving[2], count = 0, top[2];

    (void)state;
    room_tap(&room, "lang:en");
    stage_fire(room.stage, UI_PASSAGE, pack_entry(room.pack, room_entry(&room, "genoa-breakdown")).first_source, room.now_ms);
    room_wait(&room, 1000);
    for (int view = 0; view < 8 && count < 2; view++) {
        const struct ui_element *found = view_numbered(&room, view);
        if (found && (found->axes & 2) && found->rect.h > 400 && strcmp(found->id, "strip") != 0)
            moving[count++] = view;
    }
    if (count < 2) /* only the text needs to scroll in this language */
        skip();
    a = view_numbered(&room, moving[0])->rect;
    b = view_numbered(&room, moving[1])->rect;
    for (int i = 0; i < 2; i++)
        top[i] = content_top(&room, moving[i]);
    down(&room, FINGER, a.x + a.w / 2, a.y + a.h - 40);
    down(&room, SECOND, b.x + b.w / 2, b.y + b.h - 40);
    for (int step = 1; step <= 40; step++) {
        room.now_ms += 8;
        room_touch(&room, TOUCH_MOVE, FINGER, (float)(a.x + a.w / 2), (float)(a.y + a.h - 40 - step * 4));
        room_touch(&room, TOUCH_MOVE, SECOND, (float)(b.x + b.w / 2), (float)(b.y + b.h - 40 - step * 3));
        room_draw(&room);
    }
    assert_int_not_equal(content_top(&room, moving[0]), top[0]);
    assert_int_not_equal(content_top(&room, moving[1]), top[1]);
    up(&room, FINGER, a.x + a.w / 2, a.y + a.h - 200);
    up(&room, SECOND, b.x + b.w / 2, b.y + b.h - 160);
    room_close(&room);
}

static void a_tap_of_another_hand_is_honoured_during_a_drag(void **state)
{
    struct room room = open_close_up(false);
    int y = free_y(&room);
    struct rect key = room_find(&room, "lang:lt")->hit;

    (void)state;
    down(&room, FINGER, 1200, y);
    room_slide(&room, FINGER, 1200, (float)y, 1000, (float)y, 200);
    down(&room, SECOND, key.x + key.w / 2, key.y + key.h / 2);
    room_slide(&room, FINGER, 1000, (float)y, 900, (float)y, 100);
    up(&room, SECOND, key.x + key.w / 2, key.y + key.h / 2);
    room_slide(&room, FINGER, 900, (float)y, 800, (float)y, 100);
    up(&room, FINGER, 800, y);
    room_wait(&room, 1000);
    assert_string_equal(pack_language(room.pack, room_session(&room)->language).tag, "lt");
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_stays_under_the_finger),
        cmocka_unit_test(a_still_finger_leaves_no_flick),
        cmocka_unit_test(a_drag_over_an_entry_does_not_open_it),
        cmocka_unit_test(a_flick_goes_on_slower_and_slower_and_rests),
        cmocka_unit_test(a_touch_stops_a_flick_and_opens_nothing),
        cmocka_unit_test(reduced_motion_has_no_flick),
        cmocka_unit_test(the_end_gives_way_and_comes_back),
        cmocka_unit_test(with_reduced_motion_the_end_is_hard),
        cmocka_unit_test(a_pinch_holds_the_day_under_its_centre),
        cmocka_unit_test(lifting_one_finger_goes_on_as_a_drag_without_a_jump),
        cmocka_unit_test(scale_ends_at_its_limits),
        cmocka_unit_test(keys_do_what_fingers_do),
        cmocka_unit_test(two_fingers_scroll_two_views_at_once),
        cmocka_unit_test(a_tap_of_another_hand_is_honoured_during_a_drag),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
