/*
 * pane.h - a part of the screen whose content is larger than it and scrolls along one axis: clip, view, page keys, fade.
 *
 * Between pane_begin and pane_end everything drawn and listed is cut to the pane. When the focus moves to an element inside,
 * the pane scrolls it into sight (K11).
 */
#ifndef VITRINE_SCREEN_PANE_H
#define VITRINE_SCREEN_PANE_H

#include "screen/screen.h"
#include "screen/scroll.h"

struct pane {
    int view;         /* its number among the views of the screen */
    bool is_sideways; /* scrolls along x */
    struct rect rect;
    struct scroll scroll;
    char focus[72]; /* the element it last scrolled to */
};

/* The pane takes this place and holds content_px of content along its axis. */
void pane_place(struct pane *pane, int view, struct rect rect, int content_px);

/* Screen coordinate of the start of the content along the axis. */
int pane_origin(const struct pane *pane);

void pane_begin(struct kit *kit, struct pane *pane);
/* ground: what the content fades into at an edge beyond which there is more. */
void pane_end(struct kit *kit, struct pane *pane, uint32_t ground);

/* A rectangle of the screen is at least partly inside. */
bool pane_shows(const struct pane *pane, struct rect rect);

/* There is more before (step -1) or after (+1). */
bool pane_has_more(const struct pane *pane, int step);
/* One page back or on (T8). */
void pane_page(struct kit *kit, struct pane *pane, int step);
/* To a place of the content, px from its start. */
void pane_go(struct kit *kit, struct pane *pane, int to_px);

/* The key that turns it one page, an arrow. Absent while there is nothing that way, unless it has the focus. */
void pane_key(struct kit *kit, const struct pane *pane, const char *id, int step, int act, struct rect rect);

/* True: the gesture was of this pane. */
bool pane_gesture(struct kit *kit, struct pane *pane, const struct gesture *gesture);
/* True: it moves on, ask again with the next frame. */
bool pane_tick(struct kit *kit, struct pane *pane);

#endif
