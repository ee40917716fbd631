/*
 * events.h - what happened to the window: SDL's events as ours. Touches come in pixels of the screen, after rotation, and a
 * mouse with its button held is a touch too (rule T23).
 */
#ifndef VITRINE_PLATFORM_EVENTS_H
#define VITRINE_PLATFORM_EVENTS_H

#include <stdbool.h>

#include "input/touch.h"

struct window;

enum event_kind {
    EVENT_NONE,
    EVENT_TOUCH,
    EVENT_KEY,
    EVENT_QUIT,         /* the window was closed, or SIGINT or SIGTERM came */
    EVENT_RESIZED,      /* width, height: of the screen to come, see window_adopt_size */
    EVENT_EXPOSED,      /* what is drawn is whole but must be shown again: any present will do */
    EVENT_TARGETS_LOST, /* the renderer lost what it had drawn: draw_forget, then draw everything */
    EVENT_DEVICE_LOST,  /* a touch panel with fingers on it went away (rule T24) */
    EVENT_DEVICE_FOUND,
};

struct event {
    enum event_kind kind;
    struct touch touch;
    struct {
        const char *name; /* SDL scancode name, "Up", "F18"; "" for a key without one; lives for ever */
        bool is_shifted;
        bool is_repeat;  /* held down: rule K5 ignores it */
        int64_t time_ms; /* monotonic */
    } key;               /* when it goes down; going up is not told */
    int width, height;
};

/*
 * Waits for the next event, at most timeout_ms; below 0 = for ever. False and EVENT_NONE when the time has passed. Sleeps
 * without asking around: see events.c.
 */
bool events_wait(struct window *window, int timeout_ms, struct event *out);

/* CLOCK_MONOTONIC in milliseconds, the clock of all event times. */
int64_t events_now_ms(void);

/* Whether a key has that name. */
bool events_is_key(const char *name);

#endif
