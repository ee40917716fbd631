/*
 * Each contact is its own small machine: pressed → dragging, or rejected until it lifts. What happened is appended to the
 * output that the caller lent.
 */
#include "input/gesture.h"

#include <assert.h>
#include <stdlib.h>

#include "input/recogniser.h"

enum { HELP_MS = 700, CLEAN_MS = 4000, DIALOG_MS = 150 };

struct gesture_recogniser *gesture_create(struct gesture_panel panel)
{
    struct gesture_recogniser *r = calloc(1, sizeof(*r));

    if (!r)
        return NULL;
    r->panel = panel;
    r->rejection.five_since_ms = INT64_MAX;
    r->changed_ms = r->sleeps_until_ms = INT64_MIN / 2;
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

struct gesture *recogniser_put(struct gesture_recogniser *r, enum gesture_kind kind, const struct contact *c, int64_t now_ms)
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

/* The contact stays down, but its control and its view hear no more of it. */
static void let_go(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    press_end(r, c, now_ms);
    pull_end(r, c, now_ms);
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
    recogniser_put(r, GESTURE_CLEANING, NULL, now_ms);
}

/* ---- down ----------------------------------------------------------------------------------------------------------- */

/* T14: where its view has no room for it, it loses the view, and is rejected if it has no control either. */
static void enter_view(struct gesture_recogniser *r, struct contact *c)
{
    if (c->target.view < 0)
        return;
    c->is_rejected = contacts_in_view(r->contacts, c->target.view) > 2;
    if (c->is_rejected || pull_may_join(r, c))
        return;
    c->is_rejected = c->target.control < 0;
    c->target.view = -1;
}

static void land(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->left_strip)
        enter_view(r, c);
    if (c->is_rejected)
        return;
    c->has_stopped = c->left_strip && c->target.view >= 0 && c->target.view_moves;
    press_begin(r, c, now_ms);
    if (c->left_strip && c->target.view >= 0)
        pull_begin(r, c, now_ms);
}

/* It has left the edge strip, or moves after a rest: others may have come to its view meanwhile. */
static void come_back(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    enter_view(r, c);
    if (c->is_rejected)
        let_go(r, c, now_ms);
    else if (c->target.view >= 0)
        pull_begin(r, c, now_ms);
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

/* T18: too large for a finger, it is heard no more until it lifts, however it began. */
static void reject_if_wide(struct gesture_recogniser *r, struct contact *c, const struct touch *t)
{
    if (t->major_mm <= TOUCH_FINGER_MM)
        return;
    let_go(r, c, t->time_ms);
    c->is_rejected = true;
}

static void on_down(struct gesture_recogniser *r, const struct touch *t, const struct gesture_target *target)
{
    struct contact *c = new_contact(r, t, target);
    bool is_new_ghost = false;

    if (!c)
        return;
    c->is_rejected = r->is_cleaning || !reject_ghost(&r->rejection, &r->panel, c, &is_new_ghost);
    if (is_new_ghost)
        recogniser_put(r, GESTURE_GHOST, c, t->time_ms);
    if (reject_palm(r->contacts, &r->panel))
        let_go_of_rejected(r, t->time_ms);
    reject_if_wide(r, c, t);
    start_cleaning_if_wiped(r, t->time_ms);
    if (!c->is_rejected)
        land(r, c, t->time_ms);
}

/* ---- move and up ---------------------------------------------------------------------------------------------------- */

static void on_move(struct gesture_recogniser *r, const struct touch *t)
{
    struct contact *c = contacts_find(r->contacts, t->id);
    float dx, dy;
    bool was_away;

    if (!c)
        return;
    was_away = c->is_quarantined || !c->left_strip;
    dx = t->x - c->x;
    dy = t->y - c->y;
    contact_move(c, &r->panel, t);
    reject_if_wide(r, c, t);
    start_cleaning_if_wiped(r, t->time_ms);
    if (was_away && contact_is_live(c) && c->left_strip)
        come_back(r, c, t->time_ms);
    if (!contact_is_live(c))
        return;
    contact_add_sample(c, t->time_ms);
    r->was_activity = c->left_strip && (c->is_drag || c->has_strayed || c->reports == 2);
    if (!pull_move(r, c, dx, dy, t->time_ms))
        press_move(r, c, t->time_ms);
}

static void on_up(struct gesture_recogniser *r, const struct touch *t)
{
    struct contact *c = contacts_find(r->contacts, t->id);

    if (!c)
        return;
    c->x = t->x;
    c->y = t->y;
    reject_if_wide(r, c, t);
    if (contact_is_live(c)) {
        r->was_activity = c->left_strip && !contact_is_noise(c, t->time_ms);
        if (c->is_drag)
            pull_lift(r, c, t->time_ms);
        else
            press_lift(r, c, t->time_ms);
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
        recogniser_put(r, GESTURE_HELP, c, now_ms);
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
        recogniser_put(r, GESTURE_CLEANED, NULL, now_ms);
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

int gesture_let_go(struct gesture_recogniser *r, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX])
{
    start_output(r, out);
    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (r->contacts[i].is_down)
            let_go(r, &r->contacts[i], now_ms);
    }
    return r->count;
}

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
