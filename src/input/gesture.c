/*
 * Each contact is its own small machine: pressed → dragging, or rejected until it lifts. A view with two dragging contacts is
 * pinched. What happened is appended to `out`; nothing is kept about views but which contacts are in them.
 */
#include "input/gesture.h"

#include <assert.h>
#include <stdlib.h>

#include "input/contact.h"

enum {
    HELP_MS = 700, CLEAN_MS = 4000,
    SAME_CONTROL_MS = 250, SAME_REPEATING_MS = 120, AFTER_CHANGE_MS = 100, DIALOG_MS = 150,
    JOIN_MM = 250, PINCH_START_MM = 4,
};

struct gesture_recogniser {
    struct gesture_panel panel;
    struct contact contacts[CONTACTS_MAX];
    struct rejection rejection;
    bool is_cleaning;
    int64_t last_contact_ms;
    int64_t changed_ms, sleeps_until_ms;  /* T16, T17 */
    int fired_control;
    int64_t fired_ms;
    bool was_activity;
    bool pinch_scales;                    /* the finger distance has changed enough (T12) */
    float pinch_mm;                       /* between the two fingers, at the last report */
    /* the output being filled */
    struct gesture *out;
    int count;
};

struct gesture_recogniser *gesture_create(struct gesture_panel panel)
{
    struct gesture_recogniser *r = calloc(1, sizeof(*r));

    if (!r)
        return NULL;
    r->panel = panel;
    r->rejection.five_since_ms = INT64_MAX;
    r->changed_ms = r->sleeps_until_ms = r->fired_ms = INT64_MIN / 2;
    r->fired_control = -1;
    return r;
}

void gesture_destroy(struct gesture_recogniser *r)
{
    free(r);
}

void gesture_set_panel(struct gesture_recogniser *r, struct gesture_panel panel)
{
    r->panel = panel;
}

static void start_output(struct gesture_recogniser *r, struct gesture *out)
{
    r->out = out;
    r->count = 0;
}

static struct gesture *put(struct gesture_recogniser *r, enum gesture_kind kind, const struct contact *c, int64_t now_ms)
{
    struct gesture *g;

    assert(r->count < GESTURE_OUT_MAX);
    g = &r->out[r->count++];
    *g = (struct gesture){.kind = kind, .control = -1, .view = -1, .scale = 1, .time_ms = now_ms};
    if (c) {
        g->control = c->target.control;
        g->view = c->target.view;
        g->x = c->x;
        g->y = c->y;
    }
    return g;
}

/* ---- letting go ----------------------------------------------------------------------------------------------------- */

static void disarm(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->is_armed)
        put(r, GESTURE_RELEASE, c, now_ms);
    c->is_armed = false;
}

/* The contact stays down, but its control and its view hear no more of it. */
static void let_go(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    disarm(r, c, now_ms);
    if (c->is_drag)
        put(r, GESTURE_DRAG_END, c, now_ms);
    c->is_drag = false;
}

static void cancel(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    let_go(r, c, now_ms);
    c->is_down = false;
}

static void let_go_of_rejected(struct gesture_recogniser *r, int64_t now_ms)
{
    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (r->contacts[i].is_down && r->contacts[i].is_rejected)
            let_go(r, &r->contacts[i], now_ms);
    }
}

static void start_cleaning_if_wiped(struct gesture_recogniser *r, int64_t now_ms)
{
    if (r->is_cleaning || !reject_wiping(&r->rejection, r->contacts, now_ms))
        return;
    r->is_cleaning = true;
    for (int i = 0; i < CONTACTS_MAX; i++)
        r->contacts[i].is_rejected = true;
    let_go_of_rejected(r, now_ms);
    put(r, GESTURE_CLEANING, NULL, now_ms);
}

/* ---- down ----------------------------------------------------------------------------------------------------------- */

/* T14: the second finger joins a view that zooms, near the first; a second one elsewhere keeps only its control. */
static bool may_join(struct gesture_recogniser *r, const struct contact *c)
{
    const struct contact *first = contacts_partner(r->contacts, c);

    return !first || ((c->target.axes & GESTURE_ZOOM) && contact_distance_mm(&r->panel, c, first) <= JOIN_MM);
}

static void join_view(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    struct contact *first = contacts_partner(r->contacts, c);

    if (!first)
        return;
    disarm(r, first, now_ms);
    disarm(r, c, now_ms);
    first->is_drag = c->is_drag = true;
    r->pinch_scales = false;
    r->pinch_mm = contact_distance_mm(&r->panel, c, first);
}

static void land(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->target.view >= 0 && contacts_in_view(r->contacts, c->target.view) > 2) {
        c->is_rejected = true;
        return;
    }
    if (c->target.view >= 0 && !may_join(r, c)) {
        c->is_rejected = c->target.control < 0;
        c->target.view = -1;
    }
    if (c->is_rejected)
        return;
    c->has_stopped = c->target.view >= 0 && c->target.view_moves;
    if (c->target.control >= 0 && !c->has_stopped) {
        c->is_armed = true;
        put(r, GESTURE_PRESS, c, now_ms);
    }
    if (c->target.view >= 0) {
        put(r, GESTURE_STOP, c, now_ms);
        join_view(r, c, now_ms);
    }
}

static struct contact *new_contact(struct gesture_recogniser *r, const struct touch *t, const struct gesture_target *target)
{
    struct contact *c = contacts_find(r->contacts, t->id);

    if (!c)
        c = contacts_place(r->contacts, t->time_ms);
    if (!c)
        return NULL;
    if (c->is_down)
        cancel(r, c, t->time_ms);
    *c = (struct contact){
        .is_down = true, .id = t->id, .start_ms = t->time_ms, .still_since_ms = t->time_ms, .wipe_since_ms = t->time_ms,
        .start_x = t->x, .start_y = t->y, .x = t->x, .y = t->y, .still_x = t->x, .still_y = t->y, .target = *target,
        .reports = 1,
    };
    c->left_strip = !contact_is_in_strip(&r->panel, c);
    contact_add_sample(c, t->time_ms);
    return c;
}

static void on_down(struct gesture_recogniser *r, const struct touch *t, const struct gesture_target *target)
{
    struct contact *c = new_contact(r, t, target);
    bool is_new_ghost = false;

    if (!c)
        return;
    c->is_rejected = r->is_cleaning || !reject_ghost(&r->rejection, &r->panel, c, &is_new_ghost);
    if (is_new_ghost)
        put(r, GESTURE_GHOST, c, t->time_ms);
    if (reject_palm(r->contacts, &r->panel))
        let_go_of_rejected(r, t->time_ms);
    start_cleaning_if_wiped(r, t->time_ms);
    if (!c->is_rejected)
        land(r, c, t->time_ms);
}

/* ---- move ----------------------------------------------------------------------------------------------------------- */

static void move_press(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    bool is_over = contact_is_over_control(&r->panel, c);

    if (c->target.control < 0 || c->has_stopped || is_over == c->is_armed)
        return;
    if (is_over) {
        c->is_armed = true;
        put(r, GESTURE_PRESS, c, now_ms);
    } else {
        disarm(r, c, now_ms);
    }
}

static void put_drag(struct gesture_recogniser *r, struct contact *c, float dx, float dy, int64_t now_ms)
{
    struct gesture *g = put(r, GESTURE_DRAG, c, now_ms);

    g->dx = c->target.axes & GESTURE_X ? dx : 0;
    g->dy = c->target.axes & GESTURE_Y ? dy : 0;
}

static void put_pinch(struct gesture_recogniser *r, struct contact *c, struct contact *other, float dx, float dy,
                      int64_t now_ms)
{
    float mm = contact_distance_mm(&r->panel, c, other), change = mm - r->pinch_mm;
    struct gesture *g = put(r, GESTURE_PINCH, c, now_ms);

    g->x = (c->x + other->x) / 2;
    g->y = (c->y + other->y) / 2;
    g->dx = c->target.axes & GESTURE_X ? dx / 2 : 0;
    g->dy = c->target.axes & GESTURE_Y ? dy / 2 : 0;
    if (mm < 1)
        return;
    if (!r->pinch_scales && (change >= PINCH_START_MM || change <= -PINCH_START_MM)) {
        r->pinch_scales = true;
        r->pinch_mm = mm;
    }
    if (r->pinch_scales && r->pinch_mm >= 1)
        g->scale = mm / r->pinch_mm;
    if (r->pinch_scales)
        r->pinch_mm = mm;
}

static bool starts_drag(const struct gesture_recogniser *r, const struct contact *c)
{
    return c->target.view >= 0 && (c->target.axes & (GESTURE_X | GESTURE_Y)) && c->left_strip
        && contact_is_off(&r->panel, c);
}

static void on_move(struct gesture_recogniser *r, const struct touch *t)
{
    struct contact *c = contacts_find(r->contacts, t->id), *other;
    float dx, dy;

    if (!c)
        return;
    dx = t->x - c->x;
    dy = t->y - c->y;
    contact_move(c, &r->panel, t);
    start_cleaning_if_wiped(r, t->time_ms);
    if (!contact_is_live(c))
        return;
    contact_add_sample(c, t->time_ms);
    r->was_activity = c->left_strip && (c->is_drag || c->has_strayed || c->reports == 2);
    other = contacts_partner(r->contacts, c);
    if (c->is_drag && other && other->is_drag) {
        put_pinch(r, c, other, dx, dy, t->time_ms);
    } else if (c->is_drag) {
        put_drag(r, c, dx, dy, t->time_ms);
    } else if (starts_drag(r, c)) {
        disarm(r, c, t->time_ms);
        c->is_drag = true;
        put_drag(r, c, c->x - c->start_x, c->y - c->start_y, t->time_ms);
    } else {
        move_press(r, c, t->time_ms);
    }
}

/* ---- up ------------------------------------------------------------------------------------------------------------- */

static bool may_fire(const struct gesture_recogniser *r, const struct contact *c, int64_t now_ms)
{
    int guard_ms = c->target.repeats ? SAME_REPEATING_MS : SAME_CONTROL_MS;

    if (c->start_ms < r->sleeps_until_ms || now_ms - r->changed_ms < AFTER_CHANGE_MS)
        return false;
    if (c->has_helped || c->has_stopped || !c->left_strip || contact_is_noise(c, now_ms))
        return false;
    return c->target.control < 0 || c->target.control != r->fired_control || now_ms - r->fired_ms >= guard_ms;
}

static void lift_press(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (!may_fire(r, c, now_ms)) {
        disarm(r, c, now_ms);
        return;
    }
    move_press(r, c, now_ms);
    if (c->target.control >= 0 && !c->is_armed)
        return;
    put(r, GESTURE_TAP, c, now_ms);
    r->fired_control = c->target.control;
    r->fired_ms = now_ms;
}

static void on_up(struct gesture_recogniser *r, const struct touch *t)
{
    struct contact *c = contacts_find(r->contacts, t->id), *other;
    struct gesture *end;

    if (!c)
        return;
    c->x = t->x;
    c->y = t->y;
    if (contact_is_live(c)) {
        r->was_activity = c->left_strip && !contact_is_noise(c, t->time_ms);
        other = contacts_partner(r->contacts, c);
        if (c->is_drag && other && other->is_drag) {
            put(r, GESTURE_PINCH_END, c, t->time_ms);
            other->sample_count = 0;
        } else if (c->is_drag) {
            end = put(r, GESTURE_DRAG_END, c, t->time_ms);
            contact_velocity(&r->panel, c, t->time_ms, &end->velocity_x, &end->velocity_y);
        } else {
            lift_press(r, c, t->time_ms);
        }
    }
    c->is_down = false;
}

int gesture_touch(struct gesture_recogniser *r, struct touch touch, struct gesture_target target,
                  struct gesture out[GESTURE_OUT_MAX])
{
    struct contact *c;

    start_output(r, out);
    r->was_activity = false;
    r->last_contact_ms = touch.time_ms;
    switch (touch.phase) {
    case TOUCH_DOWN:
        on_down(r, &touch, &target);
        break;
    case TOUCH_MOVE:
        on_move(r, &touch);
        break;
    case TOUCH_UP:
        on_up(r, &touch);
        break;
    case TOUCH_CANCEL:
        c = contacts_find(r->contacts, touch.id);
        if (c)
            cancel(r, c, touch.time_ms);
        break;
    }
    return r->count;
}

/* ---- time ----------------------------------------------------------------------------------------------------------- */

static bool waits_for_help(const struct contact *c)
{
    return c->is_down && c->target.helps && c->is_armed && !c->has_helped && !c->has_strayed;
}

static bool waits_for_rest(const struct contact *c)
{
    return c->is_down && !c->is_armed && !c->is_quarantined;
}

static void tick_contact(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (waits_for_help(c) && now_ms - c->start_ms >= HELP_MS) {
        c->has_helped = true;
        put(r, GESTURE_HELP, c, now_ms);
    }
    if (waits_for_rest(c) && now_ms - c->still_since_ms >= CONTACT_REST_MS) {
        let_go(r, c, now_ms);
        c->is_quarantined = true;
    }
}

/* T21: some time after the last finger left the glass; one that rests on it is no finger. */
static int64_t cleaned_ms(const struct gesture_recogniser *r)
{
    int64_t last_ms = r->last_contact_ms;

    for (int i = 0; i < CONTACTS_MAX; i++) {
        const struct contact *c = &r->contacts[i];

        if (waits_for_rest(c) && c->still_since_ms + CONTACT_REST_MS > last_ms)
            last_ms = c->still_since_ms + CONTACT_REST_MS;
    }
    return last_ms + CLEAN_MS;
}

int gesture_tick(struct gesture_recogniser *r, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX])
{
    start_output(r, out);
    for (int i = 0; i < CONTACTS_MAX; i++)
        tick_contact(r, &r->contacts[i], now_ms);
    start_cleaning_if_wiped(r, now_ms);
    if (r->is_cleaning && now_ms >= cleaned_ms(r)) {
        r->is_cleaning = false;
        r->rejection.five_since_ms = INT64_MAX;
        put(r, GESTURE_CLEANED, NULL, now_ms);
    }
    return r->count;
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t gesture_next_ms(const struct gesture_recogniser *r)
{
    int64_t next = r->is_cleaning ? cleaned_ms(r) : INT64_MAX;

    for (int i = 0; i < CONTACTS_MAX; i++) {
        const struct contact *c = &r->contacts[i];

        if (waits_for_help(c))
            next = earlier(next, c->start_ms + HELP_MS);
        if (waits_for_rest(c))
            next = earlier(next, c->still_since_ms + CONTACT_REST_MS);
    }
    if (!r->is_cleaning && r->rejection.five_since_ms != INT64_MAX)
        next = earlier(next, r->rejection.five_since_ms + REJECT_WIPE_MS);
    return next;
}

/* ---- the world around ----------------------------------------------------------------------------------------------- */

void gesture_screen_changed(struct gesture_recogniser *r, int64_t now_ms, bool is_dialog)
{
    r->changed_ms = now_ms;
    r->sleeps_until_ms = is_dialog ? now_ms + DIALOG_MS : now_ms;
    for (int i = 0; i < CONTACTS_MAX; i++) {
        r->contacts[i].is_rejected = true;
        r->contacts[i].is_armed = r->contacts[i].is_drag = false;
    }
}

int gesture_lost(struct gesture_recogniser *r, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX])
{
    start_output(r, out);
    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (r->contacts[i].is_down)
            cancel(r, &r->contacts[i], now_ms);
    }
    return r->count;
}

bool gesture_was_activity(const struct gesture_recogniser *r)
{
    return r->was_activity;
}

int gesture_contacts(const struct gesture_recogniser *r)
{
    int count = 0;

    for (int i = 0; i < CONTACTS_MAX; i++)
        count += contact_is_live(&r->contacts[i]);
    return count;
}
