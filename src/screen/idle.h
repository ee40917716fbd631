/*
 * idle.h - when nobody touches the screen: ATTRACT → ACTIVE ⇄ WARN → ATTRACT (rules I1–I8). Arithmetic on one injected clock.
 */
#ifndef VITRINE_SCREEN_IDLE_H
#define VITRINE_SCREEN_IDLE_H

#include <stdbool.h>
#include <stdint.h>

enum idle_state { IDLE_ATTRACT, IDLE_ACTIVE, IDLE_WARN };

enum { IDLE_WARN_MS = 30000, IDLE_RESTORE_MS = 20000 };

struct idle {
    enum idle_state state;
    int64_t since_ms;      /* of the state */
    int64_t last_ms;       /* last activity */
    bool is_suspended;     /* cleaning (T21) stops the clock */
};

enum idle_event { IDLE_NOTHING, IDLE_WARNED, IDLE_RESET };

struct idle idle_make(int64_t now_ms);

/* A touch or key. In WARN it is "Continue". */
void idle_activity(struct idle *idle, int64_t now_ms);

/* timeout_ms: how long this screen may rest (I2). */
enum idle_event idle_tick(struct idle *idle, int64_t timeout_ms, int64_t now_ms);

/* The next time idle_tick changes something; INT64_MAX = never. */
int64_t idle_next_ms(const struct idle *idle, int64_t timeout_ms);

/* Stops the clock, and starts it anew from now. */
void idle_suspend(struct idle *idle, bool is_suspended, int64_t now_ms);

/* Asks now, before the time has passed (I8). */
void idle_warn(struct idle *idle, int64_t now_ms);

/* To the attract screen at once (start over). */
void idle_reset(struct idle *idle, int64_t now_ms);

#endif
