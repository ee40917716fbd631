/* Contacts in one view that come and go in ways of their own: sleeves, fingers that rest or are lost (T12, T14, T19, T20). */
#include "fingers.h"

static const unsigned zooms = GESTURE_X | GESTURE_ZOOM;
enum { SLEEVE = 1, FINGER = 2, OTHER = 3, STRIP_X = 5, REST_MS = 10100 };

static struct gesture_target mark_at(int x, int y)
{
    struct gesture_target mark = key_at(7, x, y);

    mark.view = LEFT_VIEW;
    mark.axes = zooms;
    return mark;
}

/* The whole zoom of all pinches. */
static double scale_of(const struct hand *hand)
{
    double scale = 1;

    for (int i = 0; i < hand->count; i++)
        scale *= hand->log[i].kind == GESTURE_PINCH ? (double)hand->log[i].scale : 1;
    return scale;
}

static double way_of(const struct hand *hand, enum gesture_kind kind)
{
    double way = 0;

    for (int i = 0; i < hand->count; i++)
        way += hand->log[i].kind == kind ? (double)hand->log[i].dx : 0;
    return way;
}

static void a_sleeve_takes_no_press_away(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, SLEEVE, STRIP_X, 500, view_along(LEFT_VIEW, zooms));
    for (int i = 0; i < 40; i++) {
        pass(&hand, 50);
        move(&hand, SLEEVE, STRIP_X, 500.0f + (float)(i % 2) * 20);
    }
    down(&hand, FINGER, 300, 500, mark_at(300, 500));
    pass(&hand, 60);
    move(&hand, SLEEVE, STRIP_X, 540);
    up(&hand, FINGER, 300, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    assert_int_equal(count_of(&hand, GESTURE_PINCH), 0);
    hand_done(&hand);
}

static void a_sleeve_stops_no_view_that_glides(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target gliding = view_along(LEFT_VIEW, zooms);

    gliding.view_moves = true;
    down(&hand, SLEEVE, STRIP_X, 500, gliding);
    pass(&hand, 60);
    up(&hand, SLEEVE, STRIP_X, 500);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

static void a_finger_that_leaves_the_edge_joins_the_other_there(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, FINGER, 400, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, FINGER, 400, 500, 500, 500, 80);
    down(&hand, SLEEVE, STRIP_X, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, FINGER, 500, 500, 520, 500, 80);
    assert_int_equal(count_of(&hand, GESTURE_PINCH), 0);
    slide(&hand, SLEEVE, STRIP_X, 500, 20, 500, 80);
    slide(&hand, FINGER, 520, 500, 1020, 500, 200);
    assert_close(scale_of(&hand), 2, 0.1);
    hand_done(&hand);
}

static void a_finger_that_rested_and_moves_again_makes_no_jump(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, FINGER, 300, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, OTHER, 500, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, OTHER, 500, 500, 700, 500, 80);
    up(&hand, OTHER, 700, 500);
    pass(&hand, REST_MS);
    down(&hand, OTHER, 700, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, OTHER, 700, 500, 400, 500, 80);
    hand.count = 0;
    slide(&hand, FINGER, 300, 500, 280, 500, 80);
    assert_close(scale_of(&hand), 1, 0.2);
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 0);
    slide(&hand, OTHER, 400, 500, 520, 500, 80);
    assert_close(scale_of(&hand), 240.0 / 120, 0.35);
    hand_done(&hand);
}

static void a_finger_that_rested_is_the_third_when_it_moves_again(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, FINGER, 300, 500, view_along(LEFT_VIEW, zooms));
    pass(&hand, REST_MS);
    down(&hand, OTHER, 500, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 4, 700, 500, view_along(LEFT_VIEW, zooms));
    hand.count = 0;
    slide(&hand, FINGER, 300, 500, 100, 500, 80);
    assert_int_equal(hand.count, 0);
    up(&hand, FINGER, 100, 500);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

/* The panel took it for a palm, the wire was pulled for one of them, or it lies still for long: the other goes on. */
static void a_pinch_that_loses_a_finger_goes_on_as_a_drag(void **state)
{
    (void)state;
    for (int how = 0; how < 3; how++) {
        struct hand hand = hand_on(large_panel());

        down(&hand, FINGER, 500, 500, view_along(LEFT_VIEW, zooms));
        down(&hand, OTHER, 700, 500, view_along(LEFT_VIEW, zooms));
        slide(&hand, OTHER, 700, 500, 800, 500, 80);
        hand.count = 0;
        if (how == 0)
            report(&hand, TOUCH_CANCEL, FINGER, 500, 500, ground());
        else if (how == 1)
            feed(&hand, (struct touch){.phase = TOUCH_MOVE, .id = FINGER, .x = 500, .y = 500, .major_mm = 30}, ground());
        else
            for (int i = 0; i < 110; i++)
                slide(&hand, OTHER, 800.0f + 10 * (float)(i % 2), 500, 800.0f + 10 * (float)((i + 1) % 2), 500, 96);
        if (how == 2)
            slide(&hand, OTHER, 800, 500, 810, 500, 8);
        assert_int_equal(count_of(&hand, GESTURE_PINCH_END), 1);
        assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 0);
        hand.count = 0;
        slide(&hand, OTHER, 810, 500, 910, 500, 80);
        assert_close(way_of(&hand, GESTURE_DRAG), how == 2 ? 100 : 110, 3);
        up(&hand, OTHER, 910, 500);
        assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 1);
        hand_done(&hand);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sleeve_takes_no_press_away),
        cmocka_unit_test(a_sleeve_stops_no_view_that_glides),
        cmocka_unit_test(a_finger_that_leaves_the_edge_joins_the_other_there),
        cmocka_unit_test(a_finger_that_rested_and_moves_again_makes_no_jump),
        cmocka_unit_test(a_finger_that_rested_is_the_third_when_it_moves_again),
        cmocka_unit_test(a_pinch_that_loses_a_finger_goes_on_as_a_drag),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
