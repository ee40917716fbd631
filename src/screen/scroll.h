/*
 * scroll.h - how far a view is scrolled along one axis: drags, flicks, the rubber band, pages, going to a place (T9–T11, M1).
 *
 * Arithmetic only; pixels of the content, time passed in. A view that shows everything does not move.
 */
#ifndef VITRINE_SCREEN_SCROLL_H
#define VITRINE_SCREEN_SCROLL_H

#include <stdbool.h>
#include <stdint.h>

#include "input/gesture.h"

struct scroll {
    int view_px, content_px;
    double at_px;          /* where the content is; outside its limits while a finger pulls it */
    struct glide glide;    /* a flick under way, from from_px */
    double from_px, to_px; /* a move under way, when duration_ms > 0 */
    int64_t start_ms;
    int duration_ms;
};

/* New sizes; stays where it was as far as there is content. */
void scroll_resize(struct scroll *scroll, int view_px, int content_px);
bool scroll_is_needed(const struct scroll *scroll);
int scroll_most(const struct scroll *scroll);

/* Where the content is drawn, the rubber band included. */
int scroll_px(const struct scroll *scroll);

/* The finger moved by delta_px; the content goes along. */
void scroll_drag(struct scroll *scroll, double delta_px);
/* The finger left with this speed, 0 = no flick. */
void scroll_release(struct scroll *scroll, struct gesture_panel panel, double velocity_px_s, double px_per_mm, int64_t now_ms);
/* A finger came down: what moves stops, but a rubber band goes back. */
void scroll_catch(struct scroll *scroll);

/* Goes to a place within duration_ms, or at once. */
void scroll_to(struct scroll *scroll, double to_px, int duration_ms, int64_t now_ms);

/* Where it is going, or is. */
double scroll_goal(const struct scroll *scroll);

/* Lets time pass. True: it moves on, ask again with the next frame. */
bool scroll_tick(struct scroll *scroll, double px_per_mm, int64_t now_ms);

#endif
