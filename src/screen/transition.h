/*
 * transition.h - from one picture to the next (rule M1): the new one comes in behind a fault, fades in, rises as a dialog does, or
 * opens out of a mark that grows into a panel. A function of time; a cut with reduced motion.
 */
#ifndef VITRINE_SCREEN_TRANSITION_H
#define VITRINE_SCREEN_TRANSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/draw.h"
#include "screen/look.h"

enum transition_kind { TRANSITION_NONE, TRANSITION_SWEEP, TRANSITION_FADE, TRANSITION_RISE, TRANSITION_LEAVE, TRANSITION_GROW };

/* A panel in one colour that a screen opens with. */
struct poster {
    struct rect rect;
    uint32_t colour;
};

struct transition {
    enum transition_kind kind;
    int64_t start_ms;
    int duration_ms;
    struct rect mark; /* what grows into the poster */
    struct poster poster;
    struct rect area; /* of the screen that changes */
};

enum { TRANSITION_SCREEN_MS = 240, TRANSITION_DIALOG_MS = 180, TRANSITION_LANGUAGE_MS = 120, TRANSITION_RESET_MS = 600 };

/* Keeps the last frame as the picture to come from. Between two frames. */
void transition_begin(struct transition *transition, enum transition_kind kind, int duration_ms, const struct look *look,
                      struct draw *draw, int64_t now_ms);

/* Makes what has just begun a mark that grows into a poster; around it, in the area, the old page gives way to the new. */
void transition_grow(struct transition *transition, struct rect mark, struct poster poster, struct rect area);

/* How far below its place a dialog still is, px. */
int transition_rise(const struct transition *transition, const struct look *look, int64_t now_ms);

/* Lays what is left of the old picture over the new one, which fills the panel; ends by itself. True: there is more to come. */
bool transition_draw(struct transition *transition, const struct look *look, const struct panel *panel, struct draw *draw,
                     int64_t now_ms);

/* Shows the new picture at once: a finger or a key came down (M2). */
void transition_end(struct transition *transition);

#endif
