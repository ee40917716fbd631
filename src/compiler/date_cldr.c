#include "compiler/date_cldr.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "compiler/date_moment.h"
#include "compiler/locale.h"
#include "compiler/memory.h"

enum { PATTERN_UNITS = 128 };

enum skeleton {
    SKELETON_DAY,
    SKELETON_MONTH,
    SKELETON_YEAR,
    SKELETON_COUNT
};

struct pattern {
    UChar units[PATTERN_UNITS];
    int32_t length;
};

/* Formats are opened when first needed; the second of each pair writes the era. */
struct date_cldr {
    struct locale locale;
    UDateTimePatternGenerator *generator;
    UCalendar *from, *to;
    UDateFormat *formats[SKELETON_COUNT][2];
    UDateIntervalFormat *intervals[SKELETON_COUNT][2];
    UFormattedDateInterval *result;
};

static const UChar UTC[] = {'U', 'T', 'C', 0};

/* ---- ICU ------------------------------------------------------------------------------------ */

static UDate instant(int32_t day)
{
    return (UDate)day * U_MILLIS_PER_DAY;
}

/* Gregorian before 1582 too. */
static UCalendar *open_calendar(const struct locale *locale)
{
    UErrorCode status = U_ZERO_ERROR, ignored = U_ZERO_ERROR;
    UCalendar *calendar = ucal_open(UTC, 3, locale->id, UCAL_GREGORIAN, &status);

    if (U_SUCCESS(status))
        ucal_setGregorianChange(calendar, -8.64e15, &ignored);
    return calendar;
}

struct date_cldr *date_cldr_create(const char *language)
{
    struct date_cldr *cldr = memory_must(calloc(1, sizeof *cldr));
    UErrorCode status = U_ZERO_ERROR;

    cldr->locale = locale_of(language);
    cldr->generator = udatpg_open(cldr->locale.id, &status);
    cldr->from = open_calendar(&cldr->locale);
    cldr->to = open_calendar(&cldr->locale);
    cldr->result = udtitvfmt_openResult(&status);
    return cldr;
}

void date_cldr_destroy(struct date_cldr *cldr)
{
    if (!cldr)
        return;
    for (int era = 0; era < 2; era++) {
        for (int i = 0; i < SKELETON_COUNT; i++) {
            udat_close(cldr->formats[i][era]);
            udtitvfmt_close(cldr->intervals[i][era]);
        }
    }
    udtitvfmt_closeResult(cldr->result);
    ucal_close(cldr->to);
    ucal_close(cldr->from);
    udatpg_close(cldr->generator);
    free(cldr);
}

/* A dash of CLDR without spaces between two dates of several words, where rule Y7 wants them. */
static bool is_tight_dash(const UChar *units, int32_t length, int32_t at)
{
    if (units[at] != 0x2013 || at == 0 || at + 1 == length)
        return false;
    return (u_isdigit(units[at - 1]) && u_isalpha(units[at + 1]))
           || (u_isalpha(units[at - 1]) && u_isdigit(units[at + 1]));
}

/* "π.Χ." of CLDR: behind a full stop the strings of an exhibit have a space, and so do its dates. */
static bool lacks_space(const UChar *units, int32_t length, int32_t at)
{
    return units[at] == '.' && at + 1 < length && u_isupper(units[at + 1]);
}

/* Thin and narrow spaces of CLDR become the two spaces that the faces have. */
static void add_units(struct phrase *phrase, const UChar *units, int32_t length)
{
    UChar plain[PATTERN_UNITS * 3];
    int32_t used = (int32_t)strlen(phrase->bytes), added = 0, count = 0;
    UErrorCode status = U_ZERO_ERROR;

    if (length > PATTERN_UNITS)
        return;
    for (int32_t i = 0; i < length; i++) {
        bool is_thin = units[i] == 0x2009 || units[i] == 0x202f;
        bool before_dash = i + 1 < length && units[i + 1] == 0x2013;
        bool is_space = is_thin || units[i] == ' ', is_tight = is_tight_dash(units, length, i);

        if (is_tight)
            plain[count++] = 0xa0;
        plain[count++] = is_space && before_dash ? 0xa0 : is_thin ? ' ' : units[i];
        if (is_tight || lacks_space(units, length, i))
            plain[count++] = is_tight ? ' ' : 0xa0;
    }
    u_strToUTF8(phrase->bytes + used, (int32_t)sizeof phrase->bytes - used, &added, plain, count,
                &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        phrase->bytes[used] = '\0';
}

static struct pattern skeleton_units(enum skeleton skeleton, bool has_era)
{
    static const char *const SKELETONS[SKELETON_COUNT] = {"yMMMMd", "yMMMM", "y"};
    struct pattern pattern;
    char text[16];

    snprintf(text, sizeof text, "%s%s", SKELETONS[skeleton], has_era ? "G" : "");
    pattern.length = (int32_t)strlen(text);
    u_charsToUChars(text, pattern.units, pattern.length);
    return pattern;
}

static struct pattern best_pattern(struct date_cldr *cldr, enum skeleton skeleton, bool has_era)
{
    struct pattern wanted = skeleton_units(skeleton, has_era), best = {.length = 0};
    UErrorCode status = U_ZERO_ERROR;

    best.length = udatpg_getBestPattern(cldr->generator, wanted.units, wanted.length, best.units,
                                        PATTERN_UNITS, &status);
    if (U_FAILURE(status))
        best.length = 0;
    return best;
}

static UDateFormat *open_format(struct date_cldr *cldr, enum skeleton skeleton, bool has_era)
{
    struct pattern pattern = best_pattern(cldr, skeleton, has_era);
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, cldr->locale.id, UTC, 3,
                                    pattern.units, pattern.length, &status);

    if (U_SUCCESS(status))
        udat_setCalendar(format, cldr->from);
    return format;
}

static bool has_era(int32_t day)
{
    return calendar_date(day).year < 1;
}

/* An era does not break, neither inside nor from its year. */
static void tie_era(UChar *units, int32_t length, const UFieldPosition *era)
{
    if (era->endIndex == 0)
        return;
    for (int32_t i = era->beginIndex > 0 ? era->beginIndex - 1 : 0; i <= era->endIndex; i++)
        if (i < length && units[i] == ' ')
            units[i] = 0xa0;
}

/* Units of a day; *field, unless NULL, is found in them. Returns their number, 0 = it failed. */
static int32_t format_units(struct date_cldr *cldr, enum skeleton skeleton, bool has_era,
                            int32_t day, UFieldPosition *field, UChar units[PATTERN_UNITS])
{
    UDateFormat **format = &cldr->formats[skeleton][has_era];
    UFieldPosition era = {.field = UDAT_ERA_FIELD};
    UErrorCode status = U_ZERO_ERROR;
    int32_t length;

    if (!*format)
        *format = open_format(cldr, skeleton, has_era);
    if (!*format)
        return 0;
    length = udat_format(*format, instant(day), units, PATTERN_UNITS, &era, &status);
    if (field)
        udat_format(*format, instant(day), units, PATTERN_UNITS, field, &status);
    if (U_FAILURE(status))
        return 0;
    tie_era(units, length, &era);
    return length;
}

static struct phrase format_day(struct date_cldr *cldr, enum skeleton skeleton, bool has_era,
                                int32_t day)
{
    struct phrase phrase = {""};
    UChar units[PATTERN_UNITS];

    add_units(&phrase, units, format_units(cldr, skeleton, has_era, day, NULL, units));
    return phrase;
}

/* A day in two: one field of it, and what stands before and behind that. */
struct pulled {
    struct phrase before, field, after;
};

static struct pulled format_pulled(struct date_cldr *cldr, enum skeleton skeleton,
                                   UDateFormatField field, int32_t day)
{
    UFieldPosition at = {.field = field};
    struct pulled pulled = {{""}, {""}, {""}};
    UChar units[PATTERN_UNITS];
    int32_t length = format_units(cldr, skeleton, has_era(day), day, &at, units);

    add_units(&pulled.before, units, at.beginIndex);
    add_units(&pulled.field, units + at.beginIndex, at.endIndex - at.beginIndex);
    add_units(&pulled.after, units + at.endIndex, length - at.endIndex);
    return pulled;
}

/* The month stands for itself behind a year in some languages, in its other form in others. */
static struct pulled format_month_pulled(struct date_cldr *cldr, int32_t day)
{
    struct pulled pulled = format_pulled(cldr, SKELETON_MONTH, UDAT_MONTH_FIELD, day);

    return pulled.field.bytes[0] ? pulled
                                 : format_pulled(cldr, SKELETON_MONTH, UDAT_STANDALONE_MONTH_FIELD,
                                                 day);
}

static struct phrase format_interval(struct date_cldr *cldr, enum skeleton skeleton, bool has_era,
                                     int32_t first, int32_t last)
{
    UDateIntervalFormat **format = &cldr->intervals[skeleton][has_era];
    struct pattern wanted = skeleton_units(skeleton, has_era);
    UErrorCode status = U_ZERO_ERROR;
    struct phrase phrase = {""};
    const UChar *units = NULL;
    int32_t length = 0;

    if (!*format)
        *format = udtitvfmt_open(cldr->locale.id, wanted.units, wanted.length, UTC, 3, &status);
    ucal_setMillis(cldr->from, instant(first), &status);
    ucal_setMillis(cldr->to, instant(last), &status);
    if (U_SUCCESS(status))
        udtitvfmt_formatCalendarToResult(*format, cldr->from, cldr->to, cldr->result, &status);
    if (U_SUCCESS(status))
        units = ufmtval_getString(udtitvfmt_resultAsValue(cldr->result, &status), &length, &status);
    if (U_SUCCESS(status) && units)
        add_units(&phrase, units, length);
    return phrase;
}

/* ---- words ---------------------------------------------------------------------------------- */

static enum skeleton skeleton_of(enum pack_precision precision)
{
    switch (precision) {
    case PACK_DAY:
    case PACK_NIGHT:
    case PACK_PART_OF_MONTH: return SKELETON_DAY;
    case PACK_YEAR: return SKELETON_YEAR;
    default: return SKELETON_MONTH;
    }
}

static struct phrase join(const struct phrase *from, const struct phrase *to)
{
    struct phrase both;

    snprintf(both.bytes, sizeof both.bytes, "%.240s\u00a0– %.240s", from->bytes, to->bytes);
    return both;
}

static struct phrase word_both_ends(struct date_cldr *cldr, enum skeleton skeleton, int32_t first,
                                    int32_t last)
{
    struct phrase from = format_day(cldr, skeleton, true, first),
                  to = format_day(cldr, skeleton, true, last);

    return join(&from, &to);
}

/* The intervals of CLDR have months as they stand behind a day where there is an era. */
static struct phrase word_months_of_era(struct date_cldr *cldr, int32_t first, int32_t last)
{
    struct pulled from = format_month_pulled(cldr, first), to = format_month_pulled(cldr, last);
    struct phrase words;

    if (calendar_date(first).year != calendar_date(last).year)
        return word_both_ends(cldr, SKELETON_MONTH, first, last);
    snprintf(words.bytes, sizeof words.bytes, "%.100s%.100s–%.100s%.100s", to.before.bytes,
             from.field.bytes, to.field.bytes, to.after.bytes);
    return words;
}

struct days {
    int32_t first, last;
    bool says_era; /* though it is the common one */
};

static struct phrase word_window(struct date_cldr *cldr, enum skeleton skeleton, struct days days)
{
    struct calendar_date from = calendar_date(days.first), to = calendar_date(days.last);
    bool era = has_era(days.first) || days.says_era;
    bool is_one = from.year == to.year && (skeleton == SKELETON_YEAR || from.month == to.month)
                  && (skeleton != SKELETON_DAY || from.day == to.day);

    if (is_one)
        return format_day(cldr, skeleton, era, days.first);
    if (has_era(days.first) && !has_era(days.last))
        return word_both_ends(cldr, skeleton, days.first, days.last);
    if (era && skeleton == SKELETON_MONTH)
        return word_months_of_era(cldr, days.first, days.last);
    return format_interval(cldr, skeleton, era, days.first, days.last);
}

enum side { SIDE_WHOLE, SIDE_FROM, SIDE_UNTIL };

static struct phrase with_flags(struct phrase core, unsigned flags, enum side side)
{
    bool is_until = side == SIDE_UNTIL || flags & PACK_BEFORE;
    bool is_from = side == SIDE_FROM || flags & PACK_AFTER;
    struct phrase words;

    snprintf(words.bytes, sizeof words.bytes, "%s%s%.400s%s%s", is_until ? "…\u00a0– " : "",
             flags & PACK_ABOUT ? "~" : "", core.bytes, flags & PACK_UNCERTAIN ? "\u00a0(?)" : "",
             is_from ? "\u00a0– …" : "");
    return words;
}

static struct phrase word_date(struct date_cldr *cldr, const struct draft_date *date,
                               enum side side, bool says_era)
{
    struct phrase core = word_window(cldr, skeleton_of(date->precision),
                                     (struct days){date->first_day, date->last_day, says_era});

    return with_flags(core, date->flags, side);
}

/* Behind a date before the common era the other one says its era too. */
static struct phrase word_span(struct date_cldr *cldr, const struct draft_date *from,
                               const struct draft_date *to)
{
    struct phrase first, last;

    if (from->precision == to->precision && !from->flags && !to->flags)
        return word_window(cldr, skeleton_of(from->precision),
                           (struct days){from->first_day, to->last_day, false});
    first = word_date(cldr, from, SIDE_WHOLE, false);
    last = word_date(cldr, to, SIDE_WHOLE, has_era(from->first_day));
    return join(&first, &last);
}

struct phrase date_cldr_words(struct date_cldr *cldr, struct date_span span)
{
    if (span.is_open_end && !(span.is_open_start && span.end))
        return word_date(cldr, span.start, SIDE_FROM, false);
    if (span.is_open_start && !span.is_open_end && span.end)
        return word_date(cldr, span.end, SIDE_UNTIL, false);
    return span.end ? word_span(cldr, span.start, span.end)
                    : word_date(cldr, span.start, SIDE_WHOLE, false);
}

/* CLDR has no name for the Julian calendar. Its day is formatted as if it were a Gregorian one of
 * the same name. */
struct phrase date_cldr_old_style(struct date_cldr *cldr, int32_t first, int32_t last)
{
    struct calendar_date from = calendar_julian_date(first), to = calendar_julian_date(last);
    struct phrase core =
        word_window(cldr, SKELETON_DAY,
                    (struct days){calendar_day(from.year, from.month, from.day),
                                  calendar_day(to.year, to.month, to.day), false});
    struct phrase words;

    snprintf(words.bytes, sizeof words.bytes, "(%.400s, O.\u00a0S.)", core.bytes);
    return words;
}

struct phrase date_cldr_answer(struct date_cldr *cldr, const struct draft_date *date,
                               struct phrase *rest)
{
    bool is_day = date->precision == PACK_DAY, is_month = date->precision == PACK_MONTH;
    struct pulled pulled;

    rest->bytes[0] = '\0';
    if (date->flags || (!is_day && !is_month))
        return word_date(cldr, date, SIDE_WHOLE, false);
    pulled = is_day ? format_pulled(cldr, SKELETON_DAY, UDAT_DATE_FIELD, date->first_day)
                    : format_month_pulled(cldr, date->first_day);
    *rest = phrase_around(&pulled.before, &pulled.after);
    return pulled.field;
}
