/* Pressing controls: when a touch fires and when it does not (T3–T6, T15–T17, T20, T23, T24, I3). */
#include "fingers.h"

static void key_fires_on_lifting_not_on_landing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    assert_int_equal(count_of(&hand, GESTURE_PRESS), 1);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    pass(&hand, 60);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    assert_int_equal(last_of(&hand, GESTURE_TAP)->control, 3);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 0);
    hand_done(&hand);
}

static void hit_rectangle_is_grown_by_three_millimetres(void **state)
{
    (void)state;
    static const struct {
        float mm;
        int taps;
    } cases[] = {{2.5f, 1}, {3.6f, 0}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(large_panel());
        float x = 550 + cases[i].mm * hand.panel.px_per_mm_x;

        down(&hand, 1, 548, 500, key_at(3, 500, 500));
        pass(&hand, 30);
        move(&hand, 1, x, 500);
        pass(&hand, 30);
        up(&hand, 1, x, 500);
        assert_int_equal(count_of(&hand, GESTURE_TAP), cases[i].taps);
        hand_done(&hand);
    }
}

static void sliding_out_disarms_and_sliding_back_arms_again(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    slide(&hand, 1, 500, 500, 700, 500, 80);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    slide(&hand, 1, 700, 500, 510, 500, 80);
    assert_int_equal(count_of(&hand, GESTURE_PRESS), 2);
    up(&hand, 1, 510, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void lifting_outside_cancels_and_shows_it(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    pass(&hand, 60);
    up(&hand, 1, 900, 500); /* no report in between */
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    hand_done(&hand);
}

static void press_of_any_length_is_a_tap(void **state)
{
    (void)state;
    static const int64_t lengths_ms[] = {12, 50, 700, 10000, 60000};

    for (size_t i = 0; i < sizeof(lengths_ms) / sizeof(lengths_ms[0]); i++) {
        struct hand hand = hand_on(large_panel());

        tap_for(&hand, 500, 500, key_at(3, 500, 500), lengths_ms[i]);
        assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
        assert_int_equal(count_of(&hand, GESTURE_HELP), 0);
        hand_done(&hand);
    }
}

static struct gesture_target helping_key(void)
{
    struct gesture_target target = key_at(3, 500, 500);

    target.helps = true;
    return target;
}

static void long_press_helps_and_does_not_fire(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, helping_key());
    pass(&hand, 699);
    assert_int_equal(count_of(&hand, GESTURE_HELP), 0);
    pass(&hand, 1);
    assert_int_equal(count_of(&hand, GESTURE_HELP), 1);
    assert_int_equal(last_of(&hand, GESTURE_HELP)->control, 3);
    pass(&hand, 5000);
    assert_int_equal(count_of(&hand, GESTURE_HELP), 1);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    hand_done(&hand);
}

static void control_that_was_let_go_is_not_held(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    tap_for(&hand, 500, 500, helping_key(), 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    assert_true(gesture_next_ms(hand.recogniser) == INT64_MAX);
    pass(&hand, 3000);
    assert_int_equal(count_of(&hand, GESTURE_HELP), 0);
    hand_done(&hand);
}

static void press_that_strayed_is_no_long_press(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 480, 500, helping_key());
    slide(&hand, 1, 480, 500, 500, 500, 40); /* 7 mm, still over the key */
    pass(&hand, 3000);
    assert_int_equal(count_of(&hand, GESTURE_HELP), 0);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void long_press_slid_off_is_cancelled(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, helping_key());
    pass(&hand, 800);
    slide(&hand, 1, 500, 500, 800, 500, 80);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    up(&hand, 1, 800, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void tap_on_bare_ground_is_told_with_its_place(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    tap_for(&hand, 300, 400, ground(), 60);
    assert_int_equal(last_of(&hand, GESTURE_TAP)->control, -1);
    assert_close(last_of(&hand, GESTURE_TAP)->x, 300, 0);
    assert_close(last_of(&hand, GESTURE_TAP)->y, 400, 0);
    hand_done(&hand);
}

/* ---- T15–T17 ---- */

static void nothing_fires_within_100_ms_of_a_new_screen(void **state)
{
    (void)state;
    static const struct {
        int64_t wait_ms;
        int taps;
    } cases[] = {{39, 0}, {40, 1}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(large_panel());

        gesture_screen_changed(hand.recogniser, hand.now_ms, false);
        pass(&hand, cases[i].wait_ms);
        tap_for(&hand, 500, 500, key_at(3, 500, 500), 60);
        assert_int_equal(count_of(&hand, GESTURE_TAP), cases[i].taps);
        hand_done(&hand);
    }
}

static void same_control_is_deaf_for_a_while(void **state)
{
    (void)state;
    static const struct {
        bool repeats;
        int64_t between_ms; /* from up to up */
        int taps;
    } cases[] = {{false, 249, 1}, {false, 250, 2}, {true, 119, 1}, {true, 120, 2}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(large_panel());
        struct gesture_target key = key_at(3, 500, 500);

        key.repeats = cases[i].repeats;
        tap_for(&hand, 500, 500, key, 40);
        pass(&hand, cases[i].between_ms - 40);
        tap_for(&hand, 500, 500, key, 40);
        if (count_of(&hand, GESTURE_TAP) != cases[i].taps)
            fail_msg("%d taps after %d ms", count_of(&hand, GESTURE_TAP), (int)cases[i].between_ms);
        hand_done(&hand);
    }
}

static void it_is_deaf_though_another_fired_in_between(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    for (int i = 0; i < 4; i++) {
        tap_for(&hand, 500, 500, key_at(3, 500, 500), 30);
        tap_for(&hand, 900, 500, key_at(4 + i, 900, 500), 30);
    }
    assert_int_equal(count_of(&hand, GESTURE_TAP), 5);
    pass(&hand, 10);
    tap_for(&hand, 500, 500, key_at(3, 500, 500), 30);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 6);
    hand_done(&hand);
}

static void double_tap_on_next_goes_on_once_though_the_screen_changed(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    tap_for(&hand, 500, 500, key_at(3, 500, 500), 40);
    gesture_screen_changed(hand.recogniser, hand.now_ms, false);
    pass(&hand, 110);
    tap_for(&hand, 500, 500, key_at(3, 500, 500), 40);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void other_control_is_not_deaf(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    tap_for(&hand, 500, 500, key_at(3, 500, 500), 40);
    pass(&hand, 20);
    tap_for(&hand, 700, 500, key_at(4, 700, 500), 40);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 2);
    hand_done(&hand);
}

static void press_older_than_the_screen_fires_nothing_on_it(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    pass(&hand, 100);
    gesture_screen_changed(hand.recogniser, hand.now_ms, false);
    pass(&hand, 1000);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void dialog_sleeps_150_ms(void **state)
{
    (void)state;
    static const struct {
        int64_t wait_ms;
        int taps;
    } cases[] = {{149, 0}, {150, 1}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(large_panel());

        gesture_screen_changed(hand.recogniser, hand.now_ms, true);
        pass(&hand, cases[i].wait_ms);
        tap_for(&hand, 500, 500, key_at(3, 500, 500), 500);
        assert_int_equal(count_of(&hand, GESTURE_TAP), cases[i].taps);
        hand_done(&hand);
    }
}

static void tap_beside_a_drag_is_honoured_and_the_drag_ends_without_flick(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 300, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 300, 500, 400, 500, 80);
    down(&hand, 2, 1500, 500, key_at(3, 1500, 500));
    slide(&hand, 1, 400, 500, 450, 500, 40);
    up(&hand, 2, 1500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    gesture_screen_changed(hand.recogniser, hand.now_ms, false);
    hand.count = 0;
    slide(&hand, 1, 450, 500, 700, 500, 40);
    up(&hand, 1, 700, 500);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

/* ---- T20, T23, T24, I3 ---- */

static void sleeve_on_the_edge_does_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture_target view = view_along(LEFT_VIEW, GESTURE_X | GESTURE_Y);

    down(&hand, 1, 400, 1078, view);
    slide(&hand, 1, 400, 1078, 900, 1072, 400);
    assert_false(hand.was_activity);
    up(&hand, 1, 900, 1072);
    assert_false(hand.was_activity);
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 0);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void finger_that_leaves_the_edge_drags_from_there(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    double way = 0;

    down(&hand, 1, 400, 1078, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 400, 1078, 900, 1072, 400);
    slide(&hand, 1, 900, 1072, 900, 900, 80);
    slide(&hand, 1, 900, 900, 1000, 900, 80);
    for (int i = 0; i < hand.count; i++)
        way += hand.log[i].kind == GESTURE_DRAG ? hand.log[i].dx : 0;
    assert_close(way, 100, 0.1);
    hand_done(&hand);
}

static void one_touch_gives_one_tap_from_finger_and_mouse(void **state)
{
    (void)state;
    static const int64_t ids[] = {1, TOUCH_MOUSE_ID};

    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        struct hand hand = hand_on(large_panel());

        down(&hand, ids[i], 500, 500, key_at(3, 500, 500));
        pass(&hand, 60);
        up(&hand, ids[i], 500, 500);
        up(&hand, ids[i], 500, 500);
        assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
        hand_done(&hand);
    }
}

static void lost_device_cancels_and_fires_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    struct gesture out[GESTURE_OUT_MAX];

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    down(&hand, 2, 1200, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 2, 1200, 500, 1500, 500, 40);
    hand_keep(&hand, out, gesture_lost(hand.recogniser, hand.now_ms, out));
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 1);
    assert_close(last_of(&hand, GESTURE_DRAG_END)->velocity_x, 0, 0);
    assert_int_equal(gesture_contacts(hand.recogniser), 0);
    up(&hand, 1, 500, 500);
    up(&hand, 2, 1500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 1);
    hand_done(&hand);
}

static void cancelled_contact_fires_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    report(&hand, TOUCH_CANCEL, 1, 500, 500, ground());
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    up(&hand, 1, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void second_down_of_one_finger_lets_go_of_the_first(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    pass(&hand, 100);
    down(&hand, 1, 900, 500, key_at(4, 900, 500)); /* its up was lost */
    assert_int_equal(last_of(&hand, GESTURE_RELEASE)->control, 3);
    pass(&hand, 100);
    up(&hand, 1, 900, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    assert_int_equal(last_of(&hand, GESTURE_TAP)->control, 4);
    hand_done(&hand);
}

static void accepted_touches_are_activity(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    pass(&hand, 16);
    move(&hand, 1, 501, 500);
    assert_true(hand.was_activity);
    pass(&hand, 60);
    up(&hand, 1, 501, 500);
    assert_true(hand.was_activity);
    hand_done(&hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(key_fires_on_lifting_not_on_landing),
        cmocka_unit_test(hit_rectangle_is_grown_by_three_millimetres),
        cmocka_unit_test(sliding_out_disarms_and_sliding_back_arms_again),
        cmocka_unit_test(lifting_outside_cancels_and_shows_it),
        cmocka_unit_test(press_of_any_length_is_a_tap),
        cmocka_unit_test(long_press_helps_and_does_not_fire),
        cmocka_unit_test(control_that_was_let_go_is_not_held),
        cmocka_unit_test(press_that_strayed_is_no_long_press),
        cmocka_unit_test(long_press_slid_off_is_cancelled),
        cmocka_unit_test(tap_on_bare_ground_is_told_with_its_place),
        cmocka_unit_test(nothing_fires_within_100_ms_of_a_new_screen),
        cmocka_unit_test(same_control_is_deaf_for_a_while),
        cmocka_unit_test(it_is_deaf_though_another_fired_in_between),
        cmocka_unit_test(double_tap_on_next_goes_on_once_though_the_screen_changed),
        cmocka_unit_test(other_control_is_not_deaf),
        cmocka_unit_test(press_older_than_the_screen_fires_nothing_on_it),
        cmocka_unit_test(dialog_sleeps_150_ms),
        cmocka_unit_test(tap_beside_a_drag_is_honoured_and_the_drag_ends_without_flick),
        cmocka_unit_test(sleeve_on_the_edge_does_nothing),
        cmocka_unit_test(finger_that_leaves_the_edge_drags_from_there),
        cmocka_unit_test(one_touch_gives_one_tap_from_finger_and_mouse),
        cmocka_unit_test(lost_device_cancels_and_fires_nothing),
        cmocka_unit_test(cancelled_contact_fires_nothing),
        cmocka_unit_test(second_down_of_one_finger_lets_go_of_the_first),
        cmocka_unit_test(accepted_touches_are_activity),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
