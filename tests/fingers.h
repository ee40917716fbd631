/* fingers.h - hands for the tests of the room input: they touch, wait and remember every gesture that came of it. */
#ifndef VITRINE_TESTS_FINGERS_H
#define VITRINE_TESTS_FINGERS_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "input/gesture.h"

enum { HAND_LOG_MAX = 2048, LEFT_VIEW = 1, RIGHT_VIEW = 2 };

struct hand {
    struct gesture_recogniser *recogniser;
    struct gesture_panel panel;
    int64_t now_ms;
    struct gesture log[HAND_LOG_MAX];
    int count;
    bool was_activity; /* of the last touch */
};

/* P3: 20 inches and more. */
static inline struct gesture_panel large_panel(void)
{
    return (struct gesture_panel){
        .px_per_mm_x = 2.71f, .px_per_mm_y = 2.71f, .is_large = true, .width_px = 1920, .height_px = 1080};
}

/* P1: 7 inches, pixels are not square. */
static inline struct gesture_panel small_panel(void)
{
    return (struct gesture_panel){.px_per_mm_x = 5.19f, .px_per_mm_y = 5.59f, .width_px = 800, .height_px = 480};
}

/* A key in the middle of the panel, 100 x 100 pixels around x, y. */
static inline struct gesture_target key_at(int number, int x, int y)
{
    return (struct gesture_target){.control = number, .hit = {x - 50, y - 50, 100, 100}, .view = -1};
}

static inline struct gesture_target view_along(int view, unsigned axes)
{
    return (struct gesture_target){.control = -1, .view = view, .axes = axes};
}

static inline struct gesture_target ground(void)
{
    return (struct gesture_target){.control = -1, .view = -1};
}

static inline struct hand hand_on(struct gesture_panel panel)
{
    struct hand hand = {.recogniser = gesture_create(panel), .panel = panel, .now_ms = 5000};

    assert_non_null(hand.recogniser);
    return hand;
}

static inline void hand_done(struct hand *hand)
{
    gesture_destroy(hand->recogniser);
}

static inline void hand_keep(struct hand *hand, const struct gesture *gestures, int count)
{
    for (int i = 0; i < count; i++) {
        assert_true(hand->count < HAND_LOG_MAX);
        hand->log[hand->count++] = gestures[i];
    }
}

static inline void feed(struct hand *hand, struct touch touch, struct gesture_target target)
{
    struct gesture out[GESTURE_OUT_MAX];

    touch.time_ms = hand->now_ms;
    hand_keep(hand, out, gesture_touch(hand->recogniser, touch, target, out));
    hand->was_activity = gesture_was_activity(hand->recogniser);
}

static inline void report(struct hand *hand, enum touch_phase phase, int64_t id, float x, float y, struct gesture_target target)
{
    feed(hand, (struct touch){.phase = phase, .id = id, .x = x, .y = y}, target);
}

static inline void down(struct hand *hand, int64_t id, float x, float y, struct gesture_target target)
{
    report(hand, TOUCH_DOWN, id, x, y, target);
}

static inline void move(struct hand *hand, int64_t id, float x, float y)
{
    report(hand, TOUCH_MOVE, id, x, y, ground());
}

static inline void up(struct hand *hand, int64_t id, float x, float y)
{
    report(hand, TOUCH_UP, id, x, y, ground());
}

/* Lets time pass as the kiosk does: ticking whenever the recogniser asked for it. */
static inline void pass(struct hand *hand, int64_t ms)
{
    struct gesture out[GESTURE_OUT_MAX];
    int64_t end = hand->now_ms + ms, next;

    while ((next = gesture_next_ms(hand->recogniser)) <= end) {
        hand->now_ms = next > hand->now_ms ? next : hand->now_ms;
        hand_keep(hand, out, gesture_tick(hand->recogniser, hand->now_ms, out));
        /* otherwise the program would spin */
        assert_true(gesture_next_ms(hand->recogniser) > hand->now_ms);
    }
    hand->now_ms = end;
}

/* From one point to another in steps of 8 ms, the last report at the end. */
static inline void slide(struct hand *hand, int64_t id, float x1, float y1, float x2, float y2, int64_t ms)
{
    for (int64_t at = 8; at <= ms; at += 8) {
        pass(hand, 8);
        move(hand, id, x1 + (x2 - x1) * at / ms, y1 + (y2 - y1) * at / ms);
    }
}

static inline void tap_for(struct hand *hand, float x, float y, struct gesture_target target, int64_t ms)
{
    down(hand, 7, x, y, target);
    pass(hand, ms);
    up(hand, 7, x, y);
}

static inline int count_of(const struct hand *hand, enum gesture_kind kind)
{
    int count = 0;

    for (int i = 0; i < hand->count; i++)
        count += hand->log[i].kind == kind;
    return count;
}

static inline const struct gesture *last_of(const struct hand *hand, enum gesture_kind kind)
{
    for (int i = hand->count - 1; i >= 0; i--) {
        if (hand->log[i].kind == kind)
            return &hand->log[i];
    }
    fail_msg("no gesture of kind %d came", kind);
    return NULL;
}

static inline void assert_close(double value, double expected, double tolerance)
{
    if (!(fabs(value - expected) <= tolerance))
        fail_msg("%.4f is not %.4f ± %.4f", value, expected, tolerance);
}

#endif
