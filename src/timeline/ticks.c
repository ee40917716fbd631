#include "timeline/ticks.h"

int ticks_year_step(double px_per_year, double room_px)
{
    static const int steps[] = {1, 2, 5};
    int step = 1;

    for (int i = 0; step * px_per_year < room_px && i < 24; i++) {
        int power = 1;
        for (int k = 0; k < (i + 1) / 3; k++)
            power *= 10;
        step = steps[(i + 1) % 3] * power;
    }
    return step;
}

int ticks_floor(int year, int step)
{
    int rest = year % step;

    return year - (rest < 0 ? rest + step : rest);
}

int ticks_round_year(int year, int step)
{
    return step > 1 && year < 0 ? year + 1 : year;
}

bool ticks_has_name(int year, int step, double px_per_year, double room_px)
{
    return year != 0 || step == 1 || (step - 1) * px_per_year >= room_px;
}

static bool do_fit(const int widths[12], double room_px)
{
    for (int month = 0; month < 12; month++)
        if (widths[month] > room_px)
            return false;
    return true;
}

enum ticks_months ticks_months(const int whole_px[12], const int short_px[12], double room_px)
{
    return do_fit(whole_px, room_px) ? TICKS_WHOLE : do_fit(short_px, room_px) ? TICKS_SHORT : TICKS_NUMBERS;
}
