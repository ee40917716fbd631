#include "timeline/calendar.h"

enum {
    DAYS_PER_ERA = 146097,        /* 400 Gregorian years */
    DAYS_PER_JULIAN_CYCLE = 1461, /* 4 Julian years */
    EPOCH_SHIFT = 719468,         /* days from 1 March of year 0 to 1 January 1970 */
    JULIAN_EPOCH_SHIFT = 719470,  /* the same in the Julian calendar */
};

static int64_t floor_div(int64_t value, int64_t by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

/* Years run from March, so that the leap day is the last of its year. */
static int day_of_march_year(int month, int day)
{
    return (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
}

static struct calendar_date from_march_year(int64_t march_year, int day_of_year)
{
    int march_month = (5 * day_of_year + 2) / 153;
    struct calendar_date date = {
        .month = march_month < 10 ? march_month + 3 : march_month - 9,
        .day = day_of_year - (153 * march_month + 2) / 5 + 1,
    };
    date.year = (int)(march_year + (date.month <= 2));
    return date;
}

int32_t calendar_day(int year, int month, int day)
{
    int64_t y = (int64_t)year - (month <= 2);
    int64_t era = floor_div(y, 400);
    int64_t of_era = y - era * 400;
    int64_t day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + day_of_march_year(month, day);

    return (int32_t)(era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT);
}

struct calendar_date calendar_date(int32_t day)
{
    int64_t shifted = (int64_t)day + EPOCH_SHIFT;
    int64_t era = floor_div(shifted, DAYS_PER_ERA);
    int64_t of_era = shifted - era * DAYS_PER_ERA;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;

    return from_march_year(year + era * 400, (int)(of_era - (365 * year + year / 4 - year / 100)));
}

int32_t calendar_julian_day(int year, int month, int day)
{
    int64_t y = (int64_t)year - (month <= 2);
    int64_t cycle = floor_div(y, 4);

    return (int32_t)(cycle * DAYS_PER_JULIAN_CYCLE + (y - cycle * 4) * 365 + day_of_march_year(month, day)
                     - JULIAN_EPOCH_SHIFT);
}

struct calendar_date calendar_julian_date(int32_t day)
{
    int64_t shifted = (int64_t)day + JULIAN_EPOCH_SHIFT;
    int64_t cycle = floor_div(shifted, DAYS_PER_JULIAN_CYCLE);
    int64_t of_cycle = shifted - cycle * DAYS_PER_JULIAN_CYCLE;
    int64_t year = (of_cycle - of_cycle / 1460) / 365;

    return from_march_year(year + cycle * 4, (int)(of_cycle - year * 365));
}

bool calendar_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int calendar_days_in_month(int year, int month)
{
    if (month == 2)
        return calendar_is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool calendar_is_date(int year, int month, int day)
{
    return year >= CALENDAR_YEAR_MIN && year <= CALENDAR_YEAR_MAX && month >= 1 && month <= 12 && day >= 1
        && day <= calendar_days_in_month(year, month);
}

int calendar_weekday(int32_t day)
{
    int64_t since_monday = (int64_t)day + 3; /* 1 January 1970 was a Thursday */

    return (int)(since_monday - floor_div(since_monday, 7) * 7);
}

int32_t calendar_month_start(int32_t day, int months)
{
    struct calendar_date date = calendar_date(day);
    int64_t month = (int64_t)date.year * 12 + date.month - 1 + months;
    int64_t year = floor_div(month, 12);

    return calendar_day((int)year, (int)(month - year * 12) + 1, 1);
}

int32_t calendar_year_start(int year)
{
    return calendar_day(year, 1, 1);
}
