/*
 * ticks.h - what the axis can name (rule Y12): years always, in round steps where they are many; months in the longest form in
 * which all twelve fit. Arithmetic only.
 */
#ifndef VITRINE_TIMELINE_TICKS_H
#define VITRINE_TIMELINE_TICKS_H

#include <stdbool.h>

/* Years from one name to the next, 1, 2, 5, 10, 20 ..., so that each has room_px. */
int ticks_year_step(double px_per_year, double room_px);

/* The last multiple of step that is not after the year. */
int ticks_floor(int year, int step);

/* A multiple of step as people count: 100 BC is the astronomers' year -99. */
int ticks_round_year(int year, int step);

/* False: 1 BC, which stands a year nearer to the name before it than others do, as no year is nought, and too near here. */
bool ticks_has_name(int year, int step, double px_per_year, double room_px);

enum ticks_months { TICKS_WHOLE, TICKS_SHORT, TICKS_NUMBERS };

/* By the widths of the twelve names, stand-alone and abbreviated. */
enum ticks_months ticks_months(const int whole_px[12], const int short_px[12], double room_px);

#endif
