/*
 * afterglow.h - a control that was let go fades back into what it is at rest (rule M1), whatever it is and wherever the press led:
 * its picture as it was pressed lies over it, ever fainter. A function of time; nothing with reduced motion.
 */
#ifndef VITRINE_SCREEN_AFTERGLOW_H
#define VITRINE_SCREEN_AFTERGLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "screen/screen.h"

enum { AFTERGLOW_MS = 120 };

struct afterglow {
    bool is_on;
    int64_t start_ms;
    char id[sizeof(((struct ui_element *)0)->id)];
    struct rect rect; /* where it was when it was let go */
};

/* The element that the frame composed last shows pressed is let go. Between two frames, before it is no longer told as pressed. */
void afterglow_begin(struct afterglow *afterglow, const struct kit *kit);

/* Shows it at rest at once: a finger or a key came down (M2). */
void afterglow_end(struct afterglow *afterglow);

/* Lays what is left of it over the element, where this frame has it in the same size; true: there is more to come. */
bool afterglow_draw(struct afterglow *afterglow, const struct kit *kit);

#endif
