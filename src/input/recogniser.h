/*
 * recogniser.h - the recogniser as its own files see it: gesture.c follows the contacts, press.c does what they mean to the control
 * they landed on, pull.c what they mean to the view. Not for other rooms.
 */
#ifndef VITRINE_INPUT_RECOGNISER_H
#define VITRINE_INPUT_RECOGNISER_H

#include "input/contact.h"

enum { FIRED_KEPT = 8 }; /* more than anybody fires in a quarter of a second */

struct gesture_recogniser {
    struct gesture_panel panel;
    struct contact contacts[CONTACTS_MAX];
    struct rejection rejection;
    bool is_cleaning;
    int64_t last_contact_ms;
    int64_t changed_ms, sleeps_until_ms;  /* T16, T17 */
    struct fired {
        int control;
        int64_t time_ms;
    } fired[FIRED_KEPT];                  /* ring, newest at (fired_count - 1) % FIRED_KEPT */
    int fired_count;
    bool was_activity;
    bool pinch_scales;                    /* the finger distance has changed enough (T12) */
    float pinch_mm;                       /* between the two fingers, at the last report */
    /* the output being filled */
    struct gesture *out;
    int count;
};

/* Appends to the output; the contact, NULL = none, tells where and whose it is. */
struct gesture *recogniser_put(struct gesture_recogniser *r, enum gesture_kind kind, const struct contact *c, int64_t now_ms);

/* ---- press.c: a contact and its control ---- */

/* It landed on its control. */
void press_begin(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);
/* It slid off its control or back onto it (T3). */
void press_move(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);
/* It lifted: its control fires, or does not (T3, T16, T17). */
void press_lift(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);
/* Its control hears no more of it. */
void press_end(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);

/* ---- pull.c: the contacts in a view ---- */

/* Whether there is room for it in its view: two that pinch, one elsewhere (T14). */
bool pull_may_join(struct gesture_recogniser *r, const struct contact *c);
/* It landed in its view: what glides stops, and a second finger makes it a pinch. */
void pull_begin(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);
/* It moved by dx, dy; false: that is no drag. */
bool pull_move(struct gesture_recogniser *r, struct contact *c, float dx, float dy, int64_t now_ms);
/* It lifted after a drag: the view goes on with the other finger, or by itself as fast as the finger was. */
void pull_lift(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);
/* Its view hears no more of it. */
void pull_end(struct gesture_recogniser *r, struct contact *c, int64_t now_ms);

#endif
