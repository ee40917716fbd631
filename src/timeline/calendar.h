/*
 * calendar.h - days of the axis and dates of the proleptic Gregorian calendar.
 *
 * Day 0 is 1 January 1970. Years are astronomical: year 0 is 1 BCE, year -1 is 2 BCE. Years from -200 000 to 200 000 are exact.
 * The formulas are those of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
#ifndef VITRINE_TIMELINE_CALENDAR_H
#define VITRINE_TIMELINE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

enum { CALENDAR_YEAR_MIN = -200000, CALENDAR_YEAR_MAX = 200000 };

struct calendar_date {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
};

/* The day of a date that exists (calendar_is_date). */
int32_t calendar_day(int year, int month, int day);
struct calendar_date calendar_date(int32_t day);

/* The same for the Julian calendar (Old Style). */
int32_t calendar_julian_day(int year, int month, int day);
struct calendar_date calendar_julian_date(int32_t day);

bool calendar_is_date(int year, int month, int day);
bool calendar_is_leap(int year);
int calendar_days_in_month(int year, int month);

/* 0 = Monday .. 6 = Sunday */
int calendar_weekday(int32_t day);

/* The first day of the month that lies `months` after the month of a day; negative values go back. */
int32_t calendar_month_start(int32_t day, int months);
/* The first day of a year. */
int32_t calendar_year_start(int year);

#endif
