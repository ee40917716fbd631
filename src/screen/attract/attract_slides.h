/*
 * attract_slides.h - what the resting screen tells in turn and when: disagreements on a date, other ones, else entries.
 */
#ifndef VITRINE_SCREEN_ATTRACT_SLIDES_H
#define VITRINE_SCREEN_ATTRACT_SLIDES_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/pack.h"

enum { ATTRACT_SLIDES_MOST = 8, ATTRACT_SLIDE_MS = 10000, ATTRACT_FADE_MS = 800, ATTRACT_WALK_MS = 90000 };

/* How closely both of two dates are known. */
enum attract_unit { ATTRACT_DAY, ATTRACT_MONTH, ATTRACT_YEAR };

struct attract_slide {
    int entry;
    int disagreement;      /* its question is shown, -1 = the entry's title */
    bool has_dates;        /* two documents name two dates: they are shown instead */
    enum attract_unit unit;
    int32_t first, second; /* days, the earlier one first */
};

/*
 * Fills slides and returns how many, 0 for an exhibit without entries. Slides follow each other in the order of the entries, but
 * one with two days begins; no two show the same dates.
 */
int attract_slides_find(const struct pack *pack, struct attract_slide slides[ATTRACT_SLIDES_MOST]);

/* Two dates in numbers that every language reads: what both share stands apart. Months are Roman. */
struct attract_dates {
    char first[24], second[24], rest[24]; /* "14", "16", "IV · 1922" */
};

struct attract_dates attract_dates(const struct attract_slide *slide);

/* The state of the loop at a time since it began (rules I9, I13). */
struct attract_moment {
    int slot;          /* slides since the beginning */
    int slide;         /* which is shown */
    bool is_swapped;   /* paper and ink have changed places */
    bool is_fading;    /* the words of the slide, while the bars drift */
    float veil;        /* 0..1: how much of the ground covers what fades */
    bool swaps;        /* the whole frame has just changed and is to fade in; in it nothing moves */
    float drift;       /* -1..1: the bars along the fault */
    int walk_x, walk_y; /* px of the frame, 0..3 */
    int64_t next_ms;   /* when the next moment differs */
};

/* cuts: reduced motion, no fades. slides may be 0. */
struct attract_moment attract_moment(int64_t since_ms, int slides, bool cuts);

#endif
