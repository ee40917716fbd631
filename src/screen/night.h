/*
 * night.h - when the resting screen is black (I13): between two local times, a while after the last touch. Arithmetic; the
 * minute of the day is passed in.
 */
#ifndef VITRINE_SCREEN_NIGHT_H
#define VITRINE_SCREEN_NIGHT_H

#include <stdbool.h>
#include <stdint.h>

enum { NIGHT_WAKE_MS = 60000 }; /* how long a touch keeps it awake */

struct night {
    int from, to;      /* minutes of the day, 0..1439; equal, or one below 0 = there is no night */
    int minute;        /* of the day now, -1 = not known */
    int64_t touched_ms; /* last */
};

struct night night_make(int from, int to, int64_t now_ms);

/* Whether the screen is black while nobody visits. */
bool night_is_dark(const struct night *night, int64_t now_ms);

/* When it turns black by itself, if the minute stays what it is; INT64_MAX = never. */
int64_t night_next_ms(const struct night *night, int64_t now_ms);

#endif
