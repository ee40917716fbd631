/*
 * attract_bars.h - where the halves of the title stand on either side of the fault, one pair of bars for each language.
 *
 * The left half ends at the fault, the right half begins there, a little higher. Big numerals and the hook are obstacles. The
 * greatest size of type is taken at which every half finds room. Arithmetic only; pixels.
 */
#ifndef VITRINE_SCREEN_ATTRACT_BARS_H
#define VITRINE_SCREEN_ATTRACT_BARS_H

#include "rect.h"
#include "screen/fault.h"

enum { ATTRACT_BARS_MOST = 8, ATTRACT_OBSTACLES_MOST = 4 };

struct attract_request {
    struct rect area;
    struct fault fault;
    int count;                                  /* languages, at most ATTRACT_BARS_MOST */
    float left_em[ATTRACT_BARS_MOST];           /* widths of the halves in em of the type */
    float right_em[ATTRACT_BARS_MOST];
    struct rect obstacles[ATTRACT_OBSTACLES_MOST];
    int obstacle_count;
    int most_px, least_px;                      /* size of type */
    int drift_px;                               /* how far the halves move to either side later */
};

struct attract_bar {
    int left_y, right_y;       /* tops of the two halves; both are attract_bar_height high */
    int left_text, right_text; /* where the words begin */
    int left_from, right_to;   /* the bars reach from here to the fault, and from the fault to here */
};

/* Fills bars[0..count) and returns the size of type; 0: there is no room at any size. */
int attract_bars_place(const struct attract_request *request, struct attract_bar *bars);

int attract_bar_height(int size_px);

#endif
