/*
 * tally.h - what the log keeps of a visit (I14): how often each screen was opened, how long it and each language were on. No
 * place, no touch, nobody. Arithmetic on one injected clock; plain data.
 */
#ifndef VITRINE_SCREEN_TALLY_H
#define VITRINE_SCREEN_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/session.h"

enum { TALLY_LANGUAGES_MAX = 8 };

struct tally {
    bool is_on; /* a visit has begun */
    enum screen_id screen;
    int language;
    int64_t since_ms; /* what came before is counted */
    int opened[SCREEN_COUNT];
    int64_t screen_ms[SCREEN_COUNT], language_ms[TALLY_LANGUAGES_MAX];
};

/* A screen is entered; the first begins the visit. */
void tally_open(struct tally *tally, enum screen_id screen, int language, int64_t now_ms);
/* Another language on the same screen. */
void tally_speak(struct tally *tally, int language, int64_t now_ms);
/* The visitor was last heard of at last_ms. */
void tally_close(struct tally *tally, int64_t last_ms);

/* "187 s; timeline 3x 95 s, event 2x 80 s; pt 175 s, en 12 s". names: of the screens; tags: of the languages. */
void tally_write(const struct tally *tally, const char *const names[SCREEN_COUNT], const char *const tags[TALLY_LANGUAGES_MAX],
                 char *line, size_t size);

#endif
