/* Views under fingers: drag, flick and pinch (T5, T9, T10, T12–T14). */
#include "fingers.h"

static double sum_dx(const struct hand *hand)
{
    double sum = 0;

    for (int i = 0; i < hand->count; i++) {
        if (hand->log[i].kind == GESTURE_DRAG || hand->log[i].kind == GESTURE_PINCH)
            sum += hand->log[i].dx;
    }
    return sum;
}

static void slop_keeps_a_press_a_tap(void **state)
{
    (void)state;
    static const struct {
        bool is_large;
        float mm;
        bool drags;
    } cases[] = {{true, 4.8f, false}, {true, 5.2f, true}, {false, 2.9f, false}, {false, 3.1f, true}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(cases[i].is_large ? large_panel() : small_panel());
        float x = 400 + cases[i].mm * hand.panel.px_per_mm_x;

        down(&hand, 1, 400, 240, view_along(LEFT_VIEW, GESTURE_X));
        slide(&hand, 1, 400, 240, x, 240, 80);
        up(&hand, 1, x, 240);
        assert_int_equal(count_of(&hand, GESTURE_DRAG) > 0, cases[i].drags);
        assert_int_equal(count_of(&hand, GESTURE_TAP), !cases[i].drags);
        hand_done(&hand);
    }
}

static void slop_is_measured_in_millimetres_of_each_axis(void **state)
{
    (void)state;
    struct hand hand = hand_on(small_panel());

    down(&hand, 1, 400, 240, view_along(LEFT_VIEW, GESTURE_Y));
    move(&hand, 1, 400, 240 + 16); /* 3.08 mm across, 2.86 mm down */
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 0);
    move(&hand, 1, 400, 240 + 17);
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 1);
    hand_done(&hand);
}

static void drag_releases_the_key_under_it(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target mark = key_at(3, 500, 500);

    mark.view = LEFT_VIEW;
    mark.axes = GESTURE_X;
    down(&hand, 1, 500, 500, mark);
    slide(&hand, 1, 500, 500, 530, 500, 80);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    slide(&hand, 1, 530, 500, 500, 500, 80);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void nothing_to_scroll_means_no_drag(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 460, 500, key_at(3, 500, 500));
    slide(&hand, 1, 460, 500, 540, 500, 80);
    up(&hand, 1, 540, 500);
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 0);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void drag_moves_as_far_as_the_finger(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    double way = 0;

    down(&hand, 1, 400, 500, view_along(LEFT_VIEW, GESTURE_X));
    for (int i = 0; i < 100; i++) {
        float x = 400 + i * 7.3f;

        pass(&hand, 8);
        move(&hand, 1, x, 500);
        way = sum_dx(&hand);
        if (way != 0)
            assert_close(way, x - 400, 0.05);
    }
    assert_true(way > 0);
    hand_done(&hand);
}

static void one_axis_view_moves_along_its_axis_only(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 400, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 400, 500, 600, 590, 80);
    up(&hand, 1, 600, 590);
    for (int i = 0; i < hand.count; i++) {
        assert_close(hand.log[i].dy, 0, 0);
        assert_close(hand.log[i].velocity_y, 0, 0);
    }
    assert_close(sum_dx(&hand), 200, 0.05);
    hand_done(&hand);
}

/* ---- flick ---- */

static double flick_mm_s(float mm_per_s, int64_t rest_ms)
{
    struct hand hand = hand_on(large_panel());
    float way = mm_per_s * hand.panel.px_per_mm_x * 0.2f;
    double velocity;

    down(&hand, 1, 400, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 400, 500, 400 + way, 500, 200);
    pass(&hand, rest_ms);
    up(&hand, 1, 400 + way, 500);
    velocity = last_of(&hand, GESTURE_DRAG_END)->velocity_x / hand.panel.px_per_mm_x;
    hand_done(&hand);
    return velocity;
}

static void flick_has_the_speed_of_the_finger(void **state)
{
    (void)state;
    assert_close(flick_mm_s(300, 0), 300, 1);
    assert_close(flick_mm_s(-300, 0), -300, 1);
}

static void flick_is_neither_slow_nor_wild(void **state)
{
    (void)state;
    assert_close(flick_mm_s(70, 0), 0, 0);
    assert_close(flick_mm_s(90, 0), 90, 1);
    assert_close(flick_mm_s(6000, 0), 2500, 1);
}

static void finger_that_rested_before_lifting_does_not_flick(void **state)
{
    (void)state;
    assert_close(flick_mm_s(300, 110), 0, 0);
}

static void two_samples_are_no_flick(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 400, 500, view_along(LEFT_VIEW, GESTURE_X));
    pass(&hand, 8);
    move(&hand, 1, 500, 500);
    up(&hand, 1, 500, 500);
    assert_close(last_of(&hand, GESTURE_DRAG_END)->velocity_x, 0, 0);
    hand_done(&hand);
}

static void touch_that_stops_a_moving_view_is_no_tap(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target mark = key_at(3, 500, 500);

    mark.view = LEFT_VIEW;
    mark.axes = GESTURE_X;
    mark.view_moves = true;
    tap_for(&hand, 500, 500, mark, 60);
    assert_int_equal(count_of(&hand, GESTURE_STOP), 1);
    assert_int_equal(count_of(&hand, GESTURE_PRESS), 0);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    mark.view_moves = false;
    tap_for(&hand, 500, 500, mark, 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

/* ---- pinch ---- */

static const unsigned zooms = GESTURE_X | GESTURE_ZOOM;

/* The content as a view that obeys: screen = at + content * scale. */
struct content {
    double at, scale;
};

static struct content obey(const struct hand *hand, struct content content)
{
    for (int i = 0; i < hand->count; i++) {
        const struct gesture *g = &hand->log[i];

        if (g->kind == GESTURE_DRAG || g->kind == GESTURE_PINCH)
            content.at += g->dx;
        if (g->kind == GESTURE_PINCH) {
            content.at = g->x + (content.at - g->x) * g->scale;
            content.scale *= g->scale;
        }
    }
    return content;
}

static void pinch_keeps_the_content_under_the_centroid(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    float a = 700, b = 900;
    struct content content;
    double start_distance = 200, point = 800; /* content coordinate under the centroid at the start */

    down(&hand, 1, a, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, b, 500, view_along(LEFT_VIEW, zooms));
    for (int i = 0; i < 60; i++) {
        pass(&hand, 8);
        a -= 4;
        b += 7;
        move(&hand, 1, a, 500);
        move(&hand, 2, b, 500);
        content = obey(&hand, (struct content){0, 1});
        assert_close(content.at + point * content.scale, (a + b) / 2, 1.5 * hand.panel.px_per_mm_x);
    }
    /* what it took to begin is not made up for */
    assert_close(content.scale * start_distance / (b - a), 1, 0.06);
    hand_done(&hand);
}

static void pinch_begins_after_four_millimetres(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, 900, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, 2, 900, 500, 910, 500, 80); /* 3.7 mm */
    assert_close(obey(&hand, (struct content){0, 1}).scale, 1, 0);
    slide(&hand, 2, 910, 500, 930, 500, 80);
    assert_true(obey(&hand, (struct content){0, 1}).scale > 1.05);
    hand_done(&hand);
}

static void lifting_one_finger_goes_on_as_a_pan_without_a_jump(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, 900, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, 2, 900, 500, 1000, 500, 80);
    up(&hand, 2, 1000, 500);
    assert_int_equal(count_of(&hand, GESTURE_PINCH_END), 1);
    hand.count = 0;
    pass(&hand, 8);
    move(&hand, 1, 701, 500);
    assert_int_equal(hand.count, 1);
    assert_int_equal(hand.log[0].kind, GESTURE_DRAG);
    assert_close(hand.log[0].dx, 1, 0.001);
    up(&hand, 1, 701, 500);
    assert_close(last_of(&hand, GESTURE_DRAG_END)->velocity_x, 0, 0);
    hand_done(&hand);
}

static void second_finger_turns_a_press_into_a_pinch(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target mark = key_at(3, 500, 500);

    mark.view = LEFT_VIEW;
    mark.axes = zooms;
    down(&hand, 1, 500, 500, mark);
    down(&hand, 2, 800, 500, view_along(LEFT_VIEW, zooms));
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    pass(&hand, 60);
    up(&hand, 2, 800, 500);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void pinch_stays_on_the_axes_of_its_view(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, 900, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, 2, 900, 500, 950, 600, 80);
    for (int i = 0; i < hand.count; i++)
        assert_close(hand.log[i].dy, 0, 0);
    hand_done(&hand);
}

static void fingers_on_one_point_do_not_divide_by_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, 700, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, 2, 700, 500, 760, 500, 80);
    slide(&hand, 2, 760, 500, 700, 500, 80);
    slide(&hand, 2, 700, 500, 760, 500, 80);
    for (int i = 0; i < hand.count; i++)
        assert_true(hand.log[i].scale > 0 && isfinite(hand.log[i].scale));
    hand_done(&hand);
}

/* ---- whose contact it is (T14) ---- */

static void third_finger_in_a_view_is_ignored(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target mark = key_at(3, 800, 700);

    mark.view = LEFT_VIEW;
    mark.axes = zooms;
    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, zooms));
    pass(&hand, 100);
    down(&hand, 2, 900, 500, view_along(LEFT_VIEW, zooms));
    pass(&hand, 100);
    hand.count = 0;
    down(&hand, 3, 800, 700, mark);
    slide(&hand, 3, 800, 700, 805, 700, 80);
    up(&hand, 3, 805, 700);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

static void far_second_finger_does_not_pinch(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 300, 500, view_along(LEFT_VIEW, zooms));
    down(&hand, 2, 300 + 260 * 2.71f, 500, view_along(LEFT_VIEW, zooms));
    hand.count = 0;
    slide(&hand, 2, 1004, 500, 1100, 500, 80);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

static void far_second_finger_may_press_a_mark(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target mark = key_at(3, 1200, 500);

    mark.view = LEFT_VIEW;
    mark.axes = zooms;
    down(&hand, 1, 300, 500, view_along(LEFT_VIEW, zooms));
    slide(&hand, 1, 300, 500, 400, 500, 80);
    down(&hand, 2, 1200, 500, mark);
    pass(&hand, 60);
    up(&hand, 2, 1200, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    assert_int_equal(count_of(&hand, GESTURE_PINCH), 0);
    hand_done(&hand);
}

static void two_fingers_do_not_stall_a_view_that_only_scrolls(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, GESTURE_Y));
    down(&hand, 2, 900, 500, view_along(LEFT_VIEW, GESTURE_Y));
    slide(&hand, 1, 700, 500, 700, 400, 80);
    assert_int_equal(count_of(&hand, GESTURE_PINCH), 0);
    assert_true(count_of(&hand, GESTURE_DRAG) > 0);
    hand_done(&hand);
}

static void contact_stays_with_the_view_it_landed_in(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 700, 500, view_along(LEFT_VIEW, GESTURE_X));
    down(&hand, 2, 800, 500, view_along(RIGHT_VIEW, GESTURE_X));
    slide(&hand, 1, 700, 500, 1800, 500, 800);
    for (int i = 0; i < hand.count; i++) {
        if (hand.log[i].kind == GESTURE_DRAG)
            assert_int_equal(hand.log[i].view, LEFT_VIEW);
    }
    hand.count = 0;
    slide(&hand, 2, 800, 500, 100, 500, 400);
    assert_int_equal(last_of(&hand, GESTURE_DRAG)->view, RIGHT_VIEW);
    hand_done(&hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slop_keeps_a_press_a_tap),
        cmocka_unit_test(slop_is_measured_in_millimetres_of_each_axis),
        cmocka_unit_test(drag_releases_the_key_under_it),
        cmocka_unit_test(nothing_to_scroll_means_no_drag),
        cmocka_unit_test(drag_moves_as_far_as_the_finger),
        cmocka_unit_test(one_axis_view_moves_along_its_axis_only),
        cmocka_unit_test(flick_has_the_speed_of_the_finger),
        cmocka_unit_test(flick_is_neither_slow_nor_wild),
        cmocka_unit_test(finger_that_rested_before_lifting_does_not_flick),
        cmocka_unit_test(two_samples_are_no_flick),
        cmocka_unit_test(touch_that_stops_a_moving_view_is_no_tap),
        cmocka_unit_test(pinch_keeps_the_content_under_the_centroid),
        cmocka_unit_test(pinch_begins_after_four_millimetres),
        cmocka_unit_test(lifting_one_finger_goes_on_as_a_pan_without_a_jump),
        cmocka_unit_test(second_finger_turns_a_press_into_a_pinch),
        cmocka_unit_test(pinch_stays_on_the_axes_of_its_view),
        cmocka_unit_test(fingers_on_one_point_do_not_divide_by_nothing),
        cmocka_unit_test(third_finger_in_a_view_is_ignored),
        cmocka_unit_test(far_second_finger_does_not_pinch),
        cmocka_unit_test(far_second_finger_may_press_a_mark),
        cmocka_unit_test(two_fingers_do_not_stall_a_view_that_only_scrolls),
        cmocka_unit_test(contact_stays_with_the_view_it_landed_in),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
