/*
 * ui.h - what is on the screen to be touched, focused, spoken and dumped: a list of elements in reading order.
 *
 * The screen fills the list anew with every frame it draws; the stage finds the element under a finger in it, walks it with
 * the keys, and the hooks write it out (hooks.md, `dump ui`).
 */
#ifndef VITRINE_SCREEN_UI_H
#define VITRINE_SCREEN_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/text.h"
#include "rect.h"

enum ui_verb {
    UI_NOTHING,     /* text only: read and dumped, not fired */
    UI_BACK, UI_HOME, UI_TIMELINE, UI_DOCUMENTS, UI_TEXT_SIZE, UI_ACCESS, UI_CONTRAST, UI_MOTION, UI_REACH, UI_HELP,
    UI_SLOW_KEYS, UI_START_OVER, UI_CONTINUE,
    UI_LANGUAGES,   /* opens or closes the menu of languages */
    UI_LANGUAGE,    /* value: interface language */
    UI_ENTRY,       /* value: entry; opens its page */
    UI_COMPARE,     /* value: disagreement */
    UI_PASSAGE,     /* value: source; opens its document there */
    UI_DOCUMENT,    /* value: document */
    UI_WORDS,       /* value: 0 opens or closes the words explained, -1 and 1 turn their page */
    UI_OWN,         /* value: the screen's own, given to its act() */
};

enum ui_view { UI_NO_VIEW = -1 };

struct ui_element {
    char id[72];            /* "entry:rapallo-treaty" */
    const char *role;       /* "button", "entry", "statement", "text", "heading", "view" … static */
    struct rect rect, hit;  /* drawn, touched; hit empty = not touchable */
    enum ui_verb verb;
    int value;
    bool repeats;           /* +, -, earlier, later, page keys (T16) */
    bool is_current;        /* current language, current section */
    bool is_on;             /* a switch that is on */
    bool is_focusable;
    const char *label;      /* UTF-8; copied by ui_add */
    const char *lang;       /* BCP 47; static or of the pack */
    const char *spoken;     /* NULL = the label */
    struct pack_text tab;   /* what a control is on which it is not written (T6); empty = it is. Borrowed for the frame */
    struct rect tab_room;   /* where that is told when there is no room above the control; empty = below it */
    int font_px;
    float cap_px;
    uint32_t ink, ground;   /* 0xRRGGBB of the text and what lies below it */
    int view;               /* number of the view it is in or that it is, UI_NO_VIEW = none */
    unsigned axes;          /* for role "view": enum gesture_axes */
    bool is_gliding;        /* for role "view": a touch stops it and is no tap (T10) */
};

struct ui;

struct ui *ui_create(void);
void ui_destroy(struct ui *ui);
void ui_clear(struct ui *ui);

/* Where the screen's point (0, 0) lies on the panel. What is added is moved there, so that the list is in pixels of the panel. */
void ui_set_origin(struct ui *ui, int x, int y);

/* Copies the element and its label. */
void ui_add(struct ui *ui, struct ui_element element);
/* The element added last is in this language, not in the visitor's. */
void ui_set_lang(struct ui *ui, const char *lang);

/*
 * Until ui_clip_end, what is added belongs to a view and is cut to what is seen of it: rect and hit keep what lies inside, a hit
 * rectangle of which less than least_w x least_h remains (and less than there was) is emptied. Views do not nest.
 */
void ui_clip_begin(struct ui *ui, int view, struct rect clip, int least_w, int least_h);
void ui_clip_end(struct ui *ui);

/* Where the focused element of a view lies, uncut, in pixels of the screen; false: the focus is elsewhere. */
bool ui_focus_in_view(const struct ui *ui, int view, struct rect *rect);

int ui_count(const struct ui *ui);
const struct ui_element *ui_at(const struct ui *ui, int index);
int ui_find(const struct ui *ui, const char *id); /* -1 = none */
/* The control whose hit rectangle holds the point, the last added first; -1 = none. Views are skipped. */
int ui_hit(const struct ui *ui, int x, int y);
/* The view that holds the point; -1 = none. */
int ui_view_at(const struct ui *ui, int x, int y);

/* Which element is pressed or focused now; set by the stage, read by whoever draws it. NULL or "" = none. */
void ui_set_pressed(struct ui *ui, const char *id);
bool ui_is_pressed(const struct ui *ui, const char *id);
const char *ui_pressed(const struct ui *ui); /* "" = none */
void ui_set_focus(struct ui *ui, const char *id);
bool ui_is_focused(const struct ui *ui, const char *id);
const char *ui_focus(const struct ui *ui); /* "" = none */

#endif
