/*
 * colours.h - how far apart two colours are for the people who look at them (WCAG 2.2, CIEDE2000, Machado 2009). Colours are
 * 0xRRGGBB in sRGB.
 */
#ifndef VITRINE_COMPILER_COLOURS_H
#define VITRINE_COMPILER_COLOURS_H

#include <stdint.h>

enum sight { SIGHT_COMMON, SIGHT_PROTAN, SIGHT_DEUTAN, SIGHT_TRITAN, SIGHT_COUNT };

/* CIE L*a*b* under D65 */
struct lab {
    double l, a, b;
};

/* Contrast ratio, 1..21. */
double colours_contrast(uint32_t a, uint32_t b);

/* What such an eye sees; simulated after Machado, Oliveira and Fernandes 2009 at severity 1. */
struct lab colours_seen(uint32_t colour, enum sight sight);

/* CIEDE2000 with all weights 1. */
double colours_distance(struct lab x, struct lab y);

#endif
