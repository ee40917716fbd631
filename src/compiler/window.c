#include "compiler/window.h"

/* Seasons by their first month; winter runs into the next year. */
static const int SEASON_MONTH[4] = {3, 6, 9, 12};

/* ---- the form of a value -------------------------------------------------------------------- */

static const char *read_number(const char *at, int fewest, int most, int *out)
{
    int digits = 0;

    for (*out = 0; *at >= '0' && *at <= '9' && digits < most; at++, digits++)
        *out = *out * 10 + (*at - '0');
    return digits >= fewest ? at : NULL;
}

bool window_parse(const char *value, struct calendar_date *out)
{
    bool is_negative = *value == '-';
    const char *at = read_number(value + is_negative, 1, 5, &out->year);

    out->month = out->day = 0;
    if (is_negative)
        out->year = -out->year;
    if (at && *at == '-')
        at = read_number(at + 1, 2, 2, &out->month);
    else
        return at && !*at;
    if (at && *at == '-')
        at = read_number(at + 1, 2, 2, &out->day);
    return at && !*at;
}

/* ---- windows -------------------------------------------------------------------------------- */

static void set_months(struct draft_date *date, int year, int month, int count)
{
    int last = month + count - 1;
    int last_year = year + (last - 1) / 12;

    last = (last - 1) % 12 + 1;
    date->first_day = calendar_day(year, month, 1);
    date->last_day = calendar_day(last_year, last, calendar_days_in_month(last_year, last));
}

static void set_part_of_month(struct draft_date *date, struct calendar_date value)
{
    int last =
        date->part == 2 ? calendar_days_in_month(value.year, value.month) : 10 * (date->part + 1);

    date->first_day = calendar_day(value.year, value.month, 10 * date->part + 1);
    date->last_day = calendar_day(value.year, value.month, last);
}

static void set_window(struct draft_date *date, struct calendar_date value)
{
    switch (date->precision) {
    case PACK_DAY:
    case PACK_NIGHT:
        date->first_day = calendar_day(value.year, value.month, value.day);
        date->last_day = date->first_day + (date->precision == PACK_NIGHT);
        break;
    case PACK_MONTH: set_months(date, value.year, value.month, 1); break;
    case PACK_PART_OF_MONTH: set_part_of_month(date, value); break;
    case PACK_SEASON: set_months(date, value.year, SEASON_MONTH[date->part], 3); break;
    case PACK_PART_OF_YEAR: set_months(date, value.year, 4 * date->part + 1, 4); break;
    case PACK_YEAR: set_months(date, value.year, 1, 12); break;
    }
}

/* ---- judging -------------------------------------------------------------------------------- */

/* How many of year, month and day a precision asks for, and how to write them. */
static int parts_wanted(enum pack_precision precision)
{
    switch (precision) {
    case PACK_DAY:
    case PACK_NIGHT: return 3;
    case PACK_MONTH:
    case PACK_PART_OF_MONTH: return 2;
    default: return 1;
    }
}

static bool exists(const struct draft_date *date, struct calendar_date value, struct diag *diag)
{
    int wanted = parts_wanted(date->precision);

    if (wanted >= 2 && (value.month < 1 || value.month > 12)) {
        diag_error(diag, date->at, "date", "\"%.40s\" names month %d; months are 01 to 12",
                   date->value, value.month);
        return false;
    }
    if (wanted == 3
        && (value.day < 1 || value.day > calendar_days_in_month(value.year, value.month))) {
        diag_error(diag, date->at, "date", "\"%.40s\" does not exist: that month has %d days",
                   date->value, calendar_days_in_month(value.year, value.month));
        return false;
    }
    return true;
}

bool window_fill(struct draft_date *date, struct diag *diag)
{
    static const char *const FORMS[4] = {"", "a year such as 1922",
                                         "a year and month such as 1922-04",
                                         "a whole date such as 1922-04-16"};
    struct calendar_date value;
    int wanted = parts_wanted(date->precision);

    if (!date->value)
        return false;
    if (!window_parse(date->value, &value)) {
        diag_error(diag, date->at, "date", "\"%.40s\" is not a date; write %s", date->value,
                   FORMS[wanted]);
        return false;
    }
    if ((value.day > 0 ? 3 : value.month > 0 ? 2 : 1) != wanted) {
        diag_error(diag, date->at, "date", "\"%.40s\" does not go with its precision; write %s",
                   date->value, FORMS[wanted]);
        return false;
    }
    if (!exists(date, value, diag))
        return false;
    set_window(date, value);
    return true;
}
