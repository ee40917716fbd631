/*
 * contact.h - one finger while it is down, and the table of all of them, as the recogniser and reject.c see them. Not for other
 * rooms.
 */
#ifndef VITRINE_INPUT_CONTACT_H
#define VITRINE_INPUT_CONTACT_H

#include <stdbool.h>
#include <stdint.h>

#include "input/gesture.h"

enum { CONTACTS_MAX = 16, CONTACT_SAMPLES = 24, CONTACT_REST_MS = 10000 };

struct sample {
    float x, y;
    int64_t time_ms;
};

struct contact {
    bool is_down;
    bool is_rejected;    /* fires nothing and moves nothing until it lifts */
    bool is_quarantined; /* rests on the glass (T19) */
    bool is_armed;       /* over its control: lifting fires */
    bool is_drag;
    bool has_strayed;    /* was further than the slop from where it landed */
    bool has_helped;     /* the long press was shown: lifting does not fire */
    bool has_stopped;    /* stopped a moving view: no tap (T10) */
    bool left_strip;     /* has been outside the edge strip (T20) */
    int64_t id, start_ms, still_since_ms;
    float start_x, start_y, x, y, still_x, still_y;
    int reports;
    float path_mm;       /* way since wipe_since_ms, for T21 */
    int reversals;
    float turn_dx, turn_dy;
    int64_t wipe_since_ms;
    struct gesture_target target;
    struct sample samples[CONTACT_SAMPLES]; /* ring, newest at (sample_count - 1) % CONTACT_SAMPLES */
    int sample_count;
};

/* Way between two points in mm of this panel. */
float contact_mm(const struct gesture_panel *panel, float dx_px, float dy_px);
float contact_distance_mm(const struct gesture_panel *panel, const struct contact *a, const struct contact *b);

/* It is down and neither rejected nor quarantined. */
bool contact_is_live(const struct contact *contact);
bool contact_is_in_strip(const struct gesture_panel *panel, const struct contact *contact);
/* Inside the hit rectangle grown by 3 mm (T3). */
bool contact_is_over_control(const struct gesture_panel *panel, const struct contact *contact);

/* Further than the slop from where it landed (T5). */
bool contact_is_off(const struct gesture_panel *panel, const struct contact *contact);
/* Seen once and for a moment only (T19). */
bool contact_is_noise(const struct contact *contact, int64_t now_ms);

/* Takes over a report: where it is, where it rests, how far it has strayed and wiped. */
void contact_move(struct contact *contact, const struct gesture_panel *panel, const struct touch *touch);
void contact_add_sample(struct contact *contact, int64_t now_ms);
/* T10: px/s along the axes of its view from its last samples, clamped; 0 where that is no flick. */
void contact_velocity(const struct gesture_panel *panel, const struct contact *contact, int64_t now_ms, float *x, float *y);

/* NULL: no such finger is down. */
struct contact *contacts_find(struct contact contacts[CONTACTS_MAX], int64_t id);
/* A place for one more, if need be that of one that rests: its lift may have been lost. NULL = all fingers are busy. */
struct contact *contacts_place(struct contact contacts[CONTACTS_MAX], int64_t now_ms);
/* The other live contact in the same view; NULL = none. What rests or never left the edge strip is in no view. */
struct contact *contacts_partner(struct contact contacts[CONTACTS_MAX], const struct contact *contact);
int contacts_in_view(const struct contact contacts[CONTACTS_MAX], int view);

enum { CELLS_MAX = 32 };

/* A 10 mm square of glass that was touched lately. */
struct cell {
    int column, row, downs;
    int64_t since_ms, shut_until_ms;
};

struct rejection {
    struct cell cells[CELLS_MAX];
    int64_t five_since_ms; /* five contacts at once since then, INT64_MAX = fewer now */
};

enum { REJECT_WIPE_MS = 400 }; /* five contacts for so long are a wipe */

/* A down at x, y: false if its cell is shut; *is_new_ghost tells that this down shut it (T19). */
bool reject_ghost(struct rejection *rejection, const struct gesture_panel *panel, const struct contact *contact,
                  bool *is_new_ghost);
/* Marks every contact of a palm as rejected (T18); true if there is one. */
bool reject_palm(struct contact contacts[CONTACTS_MAX], const struct gesture_panel *panel);
/* True when the screen is being wiped (T21). */
bool reject_wiping(struct rejection *rejection, const struct contact contacts[CONTACTS_MAX], int64_t now_ms);
/* Follows the path of a contact for reject_wiping. */
void reject_follow(struct contact *contact, const struct gesture_panel *panel, float dx, float dy, int64_t now_ms);

#endif
