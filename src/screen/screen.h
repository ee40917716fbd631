/*
 * screen.h - what a screen is: a const struct of functions, filled once a file, and the kit it is lent.
 *
 * enter makes the screen's own data for kit->session->here; layout makes what depends on language, text size, theme or panel and
 * is called after enter and whenever one of them changes, keeping the place (L3, L4); draw paints a frame and fills kit->ui; act,
 * gesture and key change the session or the data; tick moves what moves. Anything that changes what is seen sets kit->dirty.
 */
#ifndef VITRINE_SCREEN_SCREEN_H
#define VITRINE_SCREEN_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/draw.h"
#include "input/action.h"
#include "input/gesture.h"
#include "pack/pack.h"
#include "screen/look.h"
#include "screen/session.h"
#include "screen/transition.h"
#include "screen/ui.h"
#include "text/shelf.h"
#include "timeline/timeline.h"

struct kit {
    struct pack *pack;
    const struct timeline *timeline;
    struct fonts *fonts;
    struct draw *draw;
    struct ui *ui;
    struct shelf *shelf;
    struct look look;
    struct session *session;
    int64_t now_ms;
    bool dirty;       /* something changed: draw a frame */
    struct rect area; /* what the plinth leaves of the screen */
    bool has_no_year_keys; /* the keypad cannot go by years (K8) */
    bool can_continue; /* the visit before the reset can be taken up again (I7) */
    enum ui_verb wish; /* what the screen asks the stage to do, as if such an element had fired; UI_NOTHING = nothing */
    int wish_value;
    int fade_wish_ms; /* set between two frames: the next picture fades in over the last, this long; 0 = no */
    struct poster poster; /* set in layout(): what a mark grows into when the screen opens; no width = nothing */
    int64_t interrupted_ms; /* a finger or a key came: what moved by itself is at its end (M2) */
    const char *focus;   /* id of the element that has the focus, "" = none; for key() */
    char focus_wish[72]; /* the element the screen moves the focus to, set in key() or draw(); "" = stays where it is */
};

struct term_list;

struct screen {
    const char *name;
    bool has_plinth;
    void *(*enter)(struct kit *kit);
    void (*layout)(void *data, struct kit *kit);
    void (*draw)(void *data, struct kit *kit);
    void (*act)(void *data, struct kit *kit, int value);                             /* an UI_OWN element fired; NULL = none */
    void (*gesture)(void *data, struct kit *kit, const struct gesture *gesture);     /* drags and pinches of its views; NULL */
    bool (*key)(void *data, struct kit *kit, enum action action);                    /* true: handled; NULL = none */
    void (*terms)(void *data, struct kit *kit, struct term_list *list); /* what its texts use of the glossary; NULL = nothing */
    int64_t (*tick)(void *data, struct kit *kit); /* next time it wants a tick, INT64_MAX = never; NULL = never */
    void (*leave)(void *data, struct kit *kit);   /* frees data; also writes the place to come back to into the session */
};

extern const struct screen screen_attract, screen_languages, screen_timeline, screen_event, screen_compare, screen_reader,
    screen_error;

#endif
