#include "screen/night.h"

struct night night_make(int from, int to, int64_t now_ms)
{
    return (struct night){.from = from, .to = to, .minute = -1, .touched_ms = now_ms};
}

/* From the first minute up to the last, over midnight where it ends before it begins. */
static bool is_night(const struct night *night)
{
    if (night->from < 0 || night->to < 0 || night->minute < 0)
        return false;
    if (night->from <= night->to)
        return night->minute >= night->from && night->minute < night->to;
    return night->minute >= night->from || night->minute < night->to;
}

bool night_is_dark(const struct night *night, int64_t now_ms)
{
    return is_night(night) && now_ms - night->touched_ms >= NIGHT_WAKE_MS;
}

int64_t night_next_ms(const struct night *night, int64_t now_ms)
{
    return is_night(night) && !night_is_dark(night, now_ms) ? night->touched_ms + NIGHT_WAKE_MS : INT64_MAX;
}
