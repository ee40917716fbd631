/*
 * gesture.h - contacts to gestures (rules T3–T21). Arithmetic only: pixels in, gestures out, time passed in.
 *
 * Whoever feeds a TOUCH_DOWN says what lies under it: a control, a view that can be dragged or pinched, or both. The contact
 * belongs to them until it lifts (T14).
 */
#ifndef VITRINE_INPUT_GESTURE_H
#define VITRINE_INPUT_GESTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "input/touch.h"
#include "rect.h"

/* Millimetre rules in pixels of this panel. */
struct gesture_panel {
    float px_per_mm_x, px_per_mm_y;
    bool is_large; /* 20 inches and more: the second of each pair of limits */
    int width_px, height_px;
    bool reduced_motion;
};

enum gesture_axes { GESTURE_X = 1, GESTURE_Y = 2, GESTURE_ZOOM = 4 };

struct gesture_target {
    int control;          /* the caller's number of the control under the finger, -1 = none */
    struct rect hit;      /* its hit rectangle */
    int view;             /* the caller's number of the view, -1 = none */
    unsigned axes;        /* enum gesture_axes the view moves along */
    bool repeats;         /* +, -, earlier, later, page keys: T16's shorter guard */
    bool helps;           /* a long press shows the control's label, and lifting then does not fire (T6) */
    bool view_moves;      /* the view glides: this touch stops it and is no tap (T10) */
};

enum gesture_kind {
    GESTURE_PRESS,      /* a control is armed: draw it pressed */
    GESTURE_RELEASE,    /* no longer armed, nothing fired */
    GESTURE_TAP,        /* the control fires; control -1: a tap on bare view at x, y */
    GESTURE_HELP,       /* long press on a control that helps (T6) */
    GESTURE_DRAG,       /* dx, dy since the last report, x, y the finger */
    GESTURE_DRAG_END,   /* velocity_x, velocity_y in px/s, 0 = no flick */
    GESTURE_PINCH,      /* x, y the centroid now, dx, dy its movement, scale since the last report */
    GESTURE_PINCH_END,
    GESTURE_STOP,       /* touch down on a moving view: stop its glide */
    GESTURE_CLEANING,   /* wiping began (T21) */
    GESTURE_CLEANED,    /* 4 s after the last contact */
    GESTURE_GHOST,      /* a cell was shut (T19): x, y */
};

struct gesture {
    enum gesture_kind kind;
    int control, view;
    float x, y, dx, dy, scale;
    float velocity_x, velocity_y;
    int64_t time_ms;
};

enum { GESTURE_OUT_MAX = 40 }; /* sixteen contacts let go of control and view when cleaning begins */

struct gesture_recogniser;

struct gesture_recogniser *gesture_create(struct gesture_panel panel); /* NULL when memory is out */
void gesture_destroy(struct gesture_recogniser *recogniser);
void gesture_set_panel(struct gesture_recogniser *recogniser, struct gesture_panel panel);

/* Feeds one contact report; target matters on TOUCH_DOWN only. Returns how many gestures were put into out. */
int gesture_touch(struct gesture_recogniser *recogniser, struct touch touch, struct gesture_target target,
                  struct gesture out[GESTURE_OUT_MAX]);

/* Long presses, quarantine, end of cleaning. Call it when gesture_next_ms has come. */
int gesture_tick(struct gesture_recogniser *recogniser, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX]);

/* The next time gesture_tick has something to do; INT64_MAX = never. */
int64_t gesture_next_ms(const struct gesture_recogniser *recogniser);

/* Whatever is pressed or dragged ends without effect; the contacts stay down. Before something appears over what they are on. */
int gesture_let_go(struct gesture_recogniser *recogniser, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX]);

/* A screen or dialog appeared at now_ms: presses that began before fire nothing (T17); a dialog sleeps 150 ms. */
void gesture_screen_changed(struct gesture_recogniser *recogniser, int64_t now_ms, bool is_dialog);

/* All contacts are cancelled: the device went away (T24). */
int gesture_lost(struct gesture_recogniser *recogniser, int64_t now_ms, struct gesture out[GESTURE_OUT_MAX]);

/* True if the last touch fed counts as the visitor's activity (I3). A finger counts from its second report on, or when it lifts:
 * until then it may be noise (T19). */
bool gesture_was_activity(const struct gesture_recogniser *recogniser);

/* Contacts down now that belong to a view or control. */
int gesture_contacts(const struct gesture_recogniser *recogniser);

/* ---- glide: what a view does after a flick and at its edges (T10, T11), a function of time ---- */

struct glide {
    double velocity_px_s; /* at start */
    int64_t start_ms;
    bool is_on;
};

/* From a DRAG_END velocity; view_px limits the whole way to three views. */
struct glide glide_start(struct gesture_panel panel, double velocity_px_s, double px_per_mm, int64_t now_ms);
/* Way from the start in px at a time; *is_on turns false when it has come to rest. */
double glide_offset(struct glide *glide, double view_px, double px_per_mm, int64_t now_ms);
/* Rubber band: how far the content follows a finger that is `over_px` past the edge of a view of view_px. */
double rubber_offset(double over_px, double view_px);

#endif
