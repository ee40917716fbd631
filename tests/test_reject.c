/* What is not a finger that means something: palms, ghosts, things that rest, cloths (T18, T19, T21). */
#include "fingers.h"

static void palm_fires_and_moves_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(1, 500, 500));
    pass(&hand, 20);
    down(&hand, 2, 560, 500, key_at(2, 610, 500));
    pass(&hand, 20);
    down(&hand, 3, 530, 560, view_along(LEFT_VIEW, GESTURE_X));
    assert_false(hand.was_activity);
    slide(&hand, 3, 530, 560, 800, 560, 80);
    assert_false(hand.was_activity);
    up(&hand, 1, 500, 500);
    up(&hand, 2, 560, 500);
    up(&hand, 3, 800, 560);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    assert_int_equal(count_of(&hand, GESTURE_DRAG), 0);
    assert_int_equal(count_of(&hand, GESTURE_PRESS), count_of(&hand, GESTURE_RELEASE));
    hand_done(&hand);
}

static void later_finger_of_the_same_palm_is_rejected_too(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, ground());
    down(&hand, 2, 560, 500, ground());
    down(&hand, 3, 530, 560, ground());
    pass(&hand, 40);
    down(&hand, 4, 520, 520, key_at(4, 520, 520));
    pass(&hand, 60);
    up(&hand, 4, 520, 520);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void report_wide(struct hand *hand, enum touch_phase phase, float mm)
{
    feed(hand, (struct touch){.phase = phase, .id = 1, .x = 500, .y = 500, .major_mm = mm}, key_at(1, 500, 500));
}

static void only_what_is_wider_than_25_mm_is_a_palm(void **state)
{
    (void)state;
    static const float sizes_mm[] = {0, 12, 25, 25.5f, 30};

    for (size_t i = 0; i < sizeof sizes_mm / sizeof *sizes_mm; i++) {
        struct hand hand = hand_on(large_panel());
        bool is_palm = sizes_mm[i] > 25;

        report_wide(&hand, TOUCH_DOWN, sizes_mm[i]);
        pass(&hand, 60);
        report_wide(&hand, TOUCH_MOVE, sizes_mm[i]);
        assert_int_equal(hand.was_activity, !is_palm);
        report_wide(&hand, TOUCH_UP, sizes_mm[i]);
        assert_int_equal(hand.was_activity, !is_palm);
        assert_int_equal(count_of(&hand, GESTURE_TAP), !is_palm);
        assert_int_equal(count_of(&hand, GESTURE_PRESS), !is_palm);
        hand_done(&hand);
    }
}

/* A hand is laid down finger first; the panel may tell only when it lifts. */
static void a_press_that_grows_into_a_palm_is_let_go(void **state)
{
    (void)state;
    static const enum touch_phase phases[] = {TOUCH_MOVE, TOUCH_UP};

    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++) {
        struct hand hand = hand_on(large_panel());

        report_wide(&hand, TOUCH_DOWN, 12);
        pass(&hand, 60);
        report_wide(&hand, phases[i], 31);
        assert_false(hand.was_activity);
        assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
        report_wide(&hand, TOUCH_UP, 12);
        assert_false(hand.was_activity);
        assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
        hand_done(&hand);
    }
}

static void three_fingers_that_are_no_palm(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        float apart_mm;
        int64_t apart_ms;
    } cases[] = {{"far apart", 61, 10}, {"in a row of three 40 mm apart", 40, 10}, {"one after the other", 20, 61}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct hand hand = hand_on(large_panel());

        for (int finger = 0; finger < 3; finger++) {
            int x = (int)(500 + finger * cases[i].apart_mm * hand.panel.px_per_mm_x);

            down(&hand, finger, x, 500, key_at(finger, x, 500));
            pass(&hand, cases[i].apart_ms);
        }
        pass(&hand, 60);
        for (int finger = 0; finger < 3; finger++) {
            float x = 500 + finger * cases[i].apart_mm * hand.panel.px_per_mm_x;

            up(&hand, finger, x, 500);
        }
        if (count_of(&hand, GESTURE_TAP) != 3)
            fail_msg("%s: %d of 3 taps", cases[i].name, count_of(&hand, GESTURE_TAP));
        hand_done(&hand);
    }
}

/* A circle of 60 mm holds a triangle of 51 mm, but not one of 58 mm. */
static void a_palm_lies_in_a_circle_of_60_mm(void **state)
{
    (void)state;
    static const struct {
        float side_mm;
        int taps;
    } cases[] = {{51, 0}, {58, 3}};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hand hand = hand_on(large_panel());
        float side = cases[i].side_mm * hand.panel.px_per_mm_x;
        const float x[3] = {800, 800 + side, 800 + side / 2}, y[3] = {400, 400, 400 + side * 0.866f};

        for (int finger = 0; finger < 3; finger++)
            down(&hand, finger, x[finger], y[finger], key_at(finger, (int)x[finger], (int)y[finger]));
        pass(&hand, 60);
        for (int finger = 0; finger < 3; finger++)
            up(&hand, finger, x[finger], y[finger]);
        assert_int_equal(count_of(&hand, GESTURE_TAP), cases[i].taps);
        hand_done(&hand);
    }
}

/* ---- T19 ---- */

static void contact_of_one_report_and_a_moment_is_noise(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    assert_false(hand.was_activity);
    pass(&hand, 11);
    up(&hand, 1, 500, 500);
    assert_false(hand.was_activity);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 1);
    hand_done(&hand);
}

static void quick_touch_seen_twice_is_a_tap(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, key_at(3, 500, 500));
    pass(&hand, 8);
    move(&hand, 1, 500.5f, 500);
    up(&hand, 1, 500.5f, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void quick_mouse_click_is_a_tap(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, TOUCH_MOUSE_ID, 500, 500, key_at(3, 500, 500));
    up(&hand, TOUCH_MOUSE_ID, 500, 500);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void resting_contact_is_quarantined_and_blocks_nothing(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 500, 500, view_along(LEFT_VIEW, GESTURE_X));
    pass(&hand, 8);
    move(&hand, 1, 502, 500); /* 0.7 mm: still */
    pass(&hand, 9991);
    assert_int_equal(gesture_contacts(hand.recogniser), 1);
    pass(&hand, 1);
    assert_int_equal(gesture_contacts(hand.recogniser), 0);
    /* the view is free for another */
    down(&hand, 2, 700, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 2, 700, 500, 800, 500, 80);
    assert_true(count_of(&hand, GESTURE_DRAG) > 0);
    hand.count = 0;
    move(&hand, 1, 503, 500);
    assert_false(hand.was_activity);
    up(&hand, 1, 503, 500);
    assert_false(hand.was_activity);
    assert_int_equal(hand.count, 0);
    hand_done(&hand);
}

static void rest_inside_a_pressed_key_is_a_press(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    tap_for(&hand, 500, 500, key_at(3, 500, 500), 30000);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void drag_that_rested_goes_on_without_a_jump(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    double way = 0;

    down(&hand, 1, 500, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 500, 500, 800, 500, 80);
    pass(&hand, 10000);
    assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 1);
    hand.count = 0;
    slide(&hand, 1, 800, 500, 840, 500, 80);
    for (int i = 0; i < hand.count; i++)
        way += hand.log[i].dx;
    assert_close(way, 40, 10); /* what woke it is not made up for */
    hand_done(&hand);
}

static int taps_on(struct hand *hand, int count, int64_t every_ms)
{
    int before = count_of(hand, GESTURE_TAP);

    for (int i = 0; i < count; i++) {
        down(hand, 1, 500, 500, ground());
        pass(hand, 40);
        up(hand, 1, 500, 500);
        pass(hand, every_ms - 40);
    }
    return count_of(hand, GESTURE_TAP) - before;
}

static void ghost_is_shut_for_thirty_seconds_and_told_once(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    int64_t shut_ms;

    taps_on(&hand, 29, 110);
    assert_int_equal(count_of(&hand, GESTURE_GHOST), 1);
    assert_close(last_of(&hand, GESTURE_GHOST)->x, 500, 0);
    shut_ms = last_of(&hand, GESTURE_GHOST)->time_ms;
    while (hand.now_ms < shut_ms + 29900)
        assert_int_equal(taps_on(&hand, 1, 110), 0);
    assert_false(hand.was_activity);
    assert_int_equal(count_of(&hand, GESTURE_GHOST), 1);
    pass(&hand, 200);
    assert_int_equal(taps_on(&hand, 1, 500), 1);
    hand_done(&hand);
}

static void elsewhere_the_glass_is_alive_beside_a_ghost(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    taps_on(&hand, 29, 110);
    hand.count = 0;
    tap_for(&hand, 700, 500, key_at(3, 700, 500), 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void eager_child_is_no_ghost(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    assert_int_equal(taps_on(&hand, 60, 125), 60); /* eight a second are allowed */
    assert_int_equal(count_of(&hand, GESTURE_GHOST), 0);
    hand_done(&hand);
}

static void shut_cell_stays_shut_however_many_others_are_touched(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    taps_on(&hand, 29, 110);
    for (int i = 0; i < 60; i++) {
        tap_for(&hand, 30 + (i % 20) * 90, 100 + (i / 20) * 90, ground(), 40);
        pass(&hand, 10);
    }
    assert_int_equal(taps_on(&hand, 1, 110), 0);
    hand_done(&hand);
}

/* ---- T21 ---- */

static void put_five(struct hand *hand)
{
    for (int i = 0; i < 5; i++) {
        down(hand, i, 200 + 300 * i, 500, key_at(i, 200 + 300 * i, 500));
        pass(hand, 1);
    }
}

static void lift_five(struct hand *hand)
{
    for (int i = 0; i < 5; i++)
        up(hand, i, 200 + 300 * i, 500);
}

static void five_contacts_for_400_ms_are_a_cloth(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    put_five(&hand);
    pass(&hand, 380);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 0);
    pass(&hand, 30);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 1);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 5);
    lift_five(&hand);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    hand_done(&hand);
}

static void five_contacts_lifted_in_time_are_fingers(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    put_five(&hand);
    pass(&hand, 300);
    lift_five(&hand);
    pass(&hand, 1000);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 0);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 5);
    hand_done(&hand);
}

static void two_people_pinching_are_no_cloth(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    for (int i = 0; i < 4; i++)
        down(&hand, i, 300 + 400 * i, 500, view_along(i / 2, GESTURE_X | GESTURE_ZOOM));
    pass(&hand, 5000);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 0);
    hand_done(&hand);
}

static void long_path_back_and_forth_is_a_cloth(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());
    float left = 300, right = 300 + 160 * 2.71f;

    down(&hand, 1, left, 500, view_along(LEFT_VIEW, GESTURE_X));
    for (int i = 0; i < 3; i++) {
        slide(&hand, 1, left, 500, right, 500, 200);
        slide(&hand, 1, right, 500, left, 500, 200);
    }
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 1);
    assert_int_equal(count_of(&hand, GESTURE_DRAG_END), 1);
    hand_done(&hand);
}

static void long_pan_without_turns_is_no_cloth(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    down(&hand, 1, 50, 500, view_along(LEFT_VIEW, GESTURE_X));
    slide(&hand, 1, 50, 500, 1850, 500, 800);
    slide(&hand, 1, 1850, 500, 50, 500, 600);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 0);
    hand_done(&hand);
}

static void cleaning_ends_four_seconds_after_the_last_contact(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    put_five(&hand);
    pass(&hand, 5000); /* a hand that lies there still cleans */
    assert_int_equal(count_of(&hand, GESTURE_CLEANED), 0);
    lift_five(&hand);
    pass(&hand, 3000);
    tap_for(&hand, 900, 500, key_at(9, 900, 500), 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 0);
    pass(&hand, 3999);
    assert_int_equal(count_of(&hand, GESTURE_CLEANED), 0);
    pass(&hand, 1);
    assert_int_equal(count_of(&hand, GESTURE_CLEANED), 1);
    tap_for(&hand, 900, 500, key_at(9, 900, 500), 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void things_left_on_the_glass_do_not_clean_for_ever(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    put_five(&hand);
    pass(&hand, 60000);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 1);
    assert_int_equal(count_of(&hand, GESTURE_CLEANED), 1);
    tap_for(&hand, 900, 800, key_at(9, 900, 800), 60);
    assert_int_equal(count_of(&hand, GESTURE_TAP), 1);
    hand_done(&hand);
}

static void sixteen_wiping_contacts_are_all_let_go(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    for (int i = 0; i < 17; i++) {
        int x = 60 + (i % 6) * 300, y = 100 + (i / 6) * 300;

        down(&hand, i, x, y, key_at(i, x, y));
    }
    pass(&hand, 400);
    assert_int_equal(count_of(&hand, GESTURE_PRESS), 16);
    assert_int_equal(count_of(&hand, GESTURE_RELEASE), 16);
    assert_int_equal(count_of(&hand, GESTURE_CLEANING), 1);
    hand_done(&hand);
}

static void lifts_that_were_lost_do_not_use_up_the_glass(void **state)
{
    (void)state;
    struct hand hand = hand_on(large_panel());

    for (int i = 0; i < 40; i++) {
        down(&hand, 100 + i, 60 + (i % 6) * 300, 100 + (i / 6) * 130, ground());
        pass(&hand, 12000);
    }
    tap_for(&hand, 900, 500, key_at(9, 900, 500), 60);
    assert_int_equal(last_of(&hand, GESTURE_TAP)->control, 9);
    hand_done(&hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(palm_fires_and_moves_nothing),
        cmocka_unit_test(later_finger_of_the_same_palm_is_rejected_too),
        cmocka_unit_test(only_what_is_wider_than_25_mm_is_a_palm),
        cmocka_unit_test(a_press_that_grows_into_a_palm_is_let_go),
        cmocka_unit_test(three_fingers_that_are_no_palm),
        cmocka_unit_test(a_palm_lies_in_a_circle_of_60_mm),
        cmocka_unit_test(contact_of_one_report_and_a_moment_is_noise),
        cmocka_unit_test(quick_touch_seen_twice_is_a_tap),
        cmocka_unit_test(quick_mouse_click_is_a_tap),
        cmocka_unit_test(resting_contact_is_quarantined_and_blocks_nothing),
        cmocka_unit_test(rest_inside_a_pressed_key_is_a_press),
        cmocka_unit_test(drag_that_rested_goes_on_without_a_jump),
        cmocka_unit_test(ghost_is_shut_for_thirty_seconds_and_told_once),
        cmocka_unit_test(elsewhere_the_glass_is_alive_beside_a_ghost),
        cmocka_unit_test(eager_child_is_no_ghost),
        cmocka_unit_test(shut_cell_stays_shut_however_many_others_are_touched),
        cmocka_unit_test(five_contacts_for_400_ms_are_a_cloth),
        cmocka_unit_test(five_contacts_lifted_in_time_are_fingers),
        cmocka_unit_test(two_people_pinching_are_no_cloth),
        cmocka_unit_test(long_path_back_and_forth_is_a_cloth),
        cmocka_unit_test(long_pan_without_turns_is_no_cloth),
        cmocka_unit_test(cleaning_ends_four_seconds_after_the_last_contact),
        cmocka_unit_test(things_left_on_the_glass_do_not_clean_for_ever),
        cmocka_unit_test(sixteen_wiping_contacts_are_all_let_go),
        cmocka_unit_test(lifts_that_were_lost_do_not_use_up_the_glass),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
