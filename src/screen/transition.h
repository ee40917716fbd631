/*
 * transition.h - from one picture to the next (rule M1): the new one comes in behind a fault, or fades in. A function of time; a cut
 * with reduced motion.
 */
#ifndef VITRINE_SCREEN_TRANSITION_H
#define VITRINE_SCREEN_TRANSITION_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/draw.h"
#include "screen/look.h"

enum transition_kind { TRANSITION_NONE, TRANSITION_SWEEP, TRANSITION_FADE };

struct transition {
    enum transition_kind kind;
    int64_t start_ms;
    int duration_ms;
};

enum { TRANSITION_SCREEN_MS = 240, TRANSITION_LANGUAGE_MS = 120, TRANSITION_RESET_MS = 600 };

/* Keeps the last frame as the picture to come from. Between two frames. */
void transition_begin(struct transition *transition, enum transition_kind kind, int duration_ms, const struct look *look,
                      struct draw *draw, int64_t now_ms);

/* Lays what is left of the old picture over the new one; ends by itself. True: there is more to come. */
bool transition_draw(struct transition *transition, const struct panel *panel, struct draw *draw, int64_t now_ms);

/* Shows the new picture at once: a finger came down (M2). */
void transition_end(struct transition *transition);

#endif
