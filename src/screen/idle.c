#include "screen/idle.h"

struct idle idle_make(int64_t now_ms)
{
    return (struct idle){.state = IDLE_ATTRACT, .since_ms = now_ms, .last_ms = now_ms};
}

static void turn(struct idle *idle, enum idle_state state, int64_t now_ms)
{
    idle->state = state;
    idle->since_ms = now_ms;
}

void idle_activity(struct idle *idle, int64_t now_ms)
{
    idle->last_ms = now_ms;
    if (idle->state != IDLE_ACTIVE)
        turn(idle, IDLE_ACTIVE, now_ms);
}

void idle_warn(struct idle *idle, int64_t now_ms)
{
    turn(idle, IDLE_WARN, now_ms);
}

enum idle_event idle_tick(struct idle *idle, int64_t timeout_ms, int64_t now_ms)
{
    if (idle->is_suspended)
        return IDLE_NOTHING;
    if (idle->state == IDLE_ACTIVE && now_ms - idle->last_ms >= timeout_ms) {
        turn(idle, IDLE_WARN, now_ms);
        return IDLE_WARNED;
    }
    if (idle->state == IDLE_WARN && now_ms - idle->since_ms >= IDLE_WARN_MS) {
        turn(idle, IDLE_ATTRACT, now_ms);
        return IDLE_RESET;
    }
    return IDLE_NOTHING;
}

int64_t idle_next_ms(const struct idle *idle, int64_t timeout_ms)
{
    if (idle->is_suspended || idle->state == IDLE_ATTRACT)
        return INT64_MAX;
    return idle->state == IDLE_ACTIVE ? idle->last_ms + timeout_ms : idle->since_ms + IDLE_WARN_MS;
}

void idle_suspend(struct idle *idle, bool is_suspended, int64_t now_ms)
{
    if (idle->is_suspended == is_suspended)
        return;
    idle->is_suspended = is_suspended;
    idle->last_ms = now_ms;
    if (idle->state == IDLE_WARN)
        idle->since_ms = now_ms;
}

void idle_reset(struct idle *idle, int64_t now_ms)
{
    turn(idle, IDLE_ATTRACT, now_ms);
}
