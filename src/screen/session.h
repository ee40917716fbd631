/*
 * session.h - everything a visitor has chosen: the state that a reset clears (I6) and `dump state` prints. Plain data.
 */
#ifndef VITRINE_SCREEN_SESSION_H
#define VITRINE_SCREEN_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "screen/look.h"

enum screen_id {
    SCREEN_ATTRACT, SCREEN_LANGUAGES, SCREEN_TIMELINE, SCREEN_EVENT, SCREEN_COMPARE, SCREEN_READER, SCREEN_ERROR, SCREEN_COUNT,
};

/* One stop of the visit. Indices are those of the pack, -1 = none. */
struct stop {
    enum screen_id screen;
    int entry, disagreement, document;
    int source;              /* the passage shown marked */
    int paragraph;           /* scroll anchor: the first paragraph whose top is visible (L4) */
    int offset_px;           /* its distance from the top of the view */
    int item;                /* event page: the item at the top of the view, offset_px from it, 0 = the start; comparison: the set */
    bool is_translated;      /* the reader shows the translation */
};

/* Few, so that going back reaches the timeline in at most three steps and home in four (K7). */
enum { SESSION_HISTORY_MAX = 3 };

struct session {
    int language;
    enum text_step text_step;
    enum theme theme;
    bool reduced_motion, reach;
    bool slow_keys;          /* a second press of a key counts only after half a second (K5) */
    struct stop here;
    struct stop history[SESSION_HISTORY_MAX]; /* oldest first; the first is a timeline */
    int history_count;
    /* the timeline's window, kept across screens; days of the axis, fractions allowed */
    double view_first_day, view_days;
    bool only_differing;
    unsigned folded_lanes;   /* bit per lane */
    int open_cluster_entry;  /* an entry of the cluster whose list is open, -1 = none */
    bool shows_words;        /* the panel of words explained lies over the screen */
    int64_t started_ms;
};

/* The state after a reset: language and span from the exhibit, text A, standard theme. */
struct session session_fresh(int default_language, double first_day, double days, int64_t now_ms);

/* Goes to a stop and remembers where the visitor was; going where one is changes nothing. Of too many stops the oldest falls out,
 * but not the timeline the visit began at; one that began elsewhere has a timeline before it. */
void session_go(struct session *session, struct stop to);
/* The stop before; at the first one it is the timeline. False: already there. */
bool session_back(struct session *session);
/* Before going back by key: where so many panels lie over the screen, and where a list is open on the timeline, each takes a step of
 * its own; then the oldest stops fall out, and at last the list, so that the steps are no more (K7). */
void session_shorten(struct session *session, int panels);

#endif
