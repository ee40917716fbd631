#include "input/recogniser.h"

enum { SAME_CONTROL_MS = 250, SAME_REPEATING_MS = 120, AFTER_CHANGE_MS = 100 };

static void arm(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    c->is_armed = true;
    recogniser_put(r, GESTURE_PRESS, c, now_ms);
}

void press_begin(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->target.control >= 0 && !c->has_stopped)
        arm(r, c, now_ms);
}

void press_end(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->is_armed)
        recogniser_put(r, GESTURE_RELEASE, c, now_ms);
    c->is_armed = false;
}

void press_move(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    bool is_over = contact_is_over_control(&r->panel, c);

    if (c->target.control < 0 || c->has_stopped || is_over == c->is_armed)
        return;
    if (is_over)
        arm(r, c, now_ms);
    else
        press_end(r, c, now_ms);
}

/* T16, also where another control fired in between. */
static bool has_just_fired(const struct gesture_recogniser *r, const struct contact *c, int64_t now_ms)
{
    int guard_ms = c->target.repeats ? SAME_REPEATING_MS : SAME_CONTROL_MS;

    for (int i = 0; i < FIRED_KEPT && i < r->fired_count; i++) {
        if (r->fired[i].control == c->target.control && now_ms - r->fired[i].time_ms < guard_ms)
            return true;
    }
    return false;
}

static bool may_fire(const struct gesture_recogniser *r, const struct contact *c, int64_t now_ms)
{
    if (c->start_ms < r->sleeps_until_ms || now_ms - r->changed_ms < AFTER_CHANGE_MS)
        return false;
    if (c->has_helped || c->has_stopped || !c->left_strip || contact_is_noise(c, now_ms))
        return false;
    return c->target.control < 0 || !has_just_fired(r, c, now_ms);
}

void press_lift(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (!may_fire(r, c, now_ms)) {
        press_end(r, c, now_ms);
        return;
    }
    press_move(r, c, now_ms);
    if (c->target.control >= 0 && !c->is_armed)
        return;
    recogniser_put(r, GESTURE_TAP, c, now_ms);
    r->fired[r->fired_count++ % FIRED_KEPT] = (struct fired){c->target.control, now_ms};
}
