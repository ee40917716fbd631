/*
 * stage_inside.h - the stage as its own files see it. stage.c owns the parts and draws, visit.c goes from screen to screen,
 * visit_verbs.c does what an element says, stage_input.c turns touches and keys into it.
 */
#ifndef VITRINE_SCREEN_STAGE_INSIDE_H
#define VITRINE_SCREEN_STAGE_INSIDE_H

#include "screen/afterglow.h"
#include "screen/glossary.h"
#include "screen/night.h"
#include "screen/overlay.h"
#include "screen/screen.h"
#include "screen/stage.h"
#include "screen/tally.h"

enum { STAGE_ID_SIZE = sizeof(((struct ui_element *)0)->id) };

struct stage {
    struct kit kit;
    struct stage_options options;
    struct rect frame; /* the part of the panel that the screen takes (A5, A6) */
    struct session session, previous; /* previous: what a reset took away, for "Continue" (I7) */
    int64_t previous_until_ms;
    struct idle idle;
    struct night night;
    bool is_dark;       /* nobody is here and it is night (I13) */
    struct tally tally; /* of the visit, for the log (I14) */
    struct gesture_recogniser *recogniser;
    struct timeline *timeline;
    const struct screen *screen;
    void *data;
    bool is_builtin;
    enum overlay overlay;
    enum overlay panel; /* the one the visitor opened: what a warning or the veil lies over */
    struct glossary glossary;
    int dialog_elements; /* the focus stays among the first so many elements; 0 = it goes everywhere */
    struct transition transition;
    struct afterglow afterglow;
    struct rect mark; /* the one that opens the next screen; no width = none */
    bool has_drawn; /* there is a picture to come from */
    int64_t screen_wake_ms;
    char focus[STAGE_ID_SIZE];
    char opener[STAGE_ID_SIZE]; /* where the focus was when a dialog came over it (K7) */
    char panel_focus[STAGE_ID_SIZE]; /* and in the panel, when a warning or the veil came over it */
    struct help_place help_place;
    char tab[STAGE_ID_SIZE]; /* the control that is held to be told what it is (T6), "" = none */
    bool focus_is_shown, keys_were_used;
    int64_t last_key_ms;
    enum action last_action;
};

/* ---- visit.c ---- */

struct stop visit_stop(enum screen_id screen); /* a stop there with nothing chosen */
void visit_leave(struct stage *stage);         /* the screen that is on, if any */
void visit_go(struct stage *stage, struct stop to);
void visit_layout(struct stage *stage);        /* after a setting, the language or the panel changed */
void visit_tick_screen(struct stage *stage);
void visit_show_overlay(struct stage *stage, enum overlay overlay);
void visit_uncover(struct stage *stage);       /* the warning or the veil is over: what lay below it */
bool visit_close_panel(struct stage *stage);   /* false: none is open */
void visit_show_words(struct stage *stage, bool shows); /* the panel of words explained */
void visit_begin(struct stage *stage);         /* somebody has come to the attract screen: a fresh session, the last one is gone */
void visit_rest(struct stage *stage);          /* the attract screen and a fresh session */
void visit_reset(struct stage *stage);         /* the same, and the visit can be taken up again for a while (I7) */
void visit_tell(struct stage *stage);          /* the visit has ended: its line in the log (I14) */
void visit_forget_previous(struct stage *stage);
void visit_restore(struct stage *stage);       /* takes the visit before the reset up again, as long as that is offered (I7) */
void visit_back(struct stage *stage);
void visit_home(struct stage *stage);          /* the timeline with all of its years */
/* The next picture comes out of the last one, this long. */
void visit_come_from_last_picture(struct stage *stage, enum transition_kind kind, int duration_ms);
bool visit_is_resting(const struct stage *stage); /* attract or error: nobody is visiting */

/* ---- visit_verbs.c ---- */

/* What an element does when it fires, and what the screen wishes then. */
void visit_fire(struct stage *stage, enum ui_verb verb, int value);
void visit_fulfil_wish(struct stage *stage);

/* ---- stage.c ---- */

void stage_take_focus(struct stage *stage); /* where the screen wishes the focus to be */

/* Between two frames: makes the last one anew as it is now, without showing it; what is kept of it is as it is now then. */
void stage_compose(struct stage *stage);

/* Looks whether the screen is to be black, and makes it so. */
void stage_look_at_night(struct stage *stage);

/* ---- stage_input.c ---- */

void stage_input_tick(struct stage *stage); /* long presses, the end of cleaning */
void stage_let_go(struct stage *stage);     /* of what fingers press and drag: something is to lie over it (T15) */

#endif
