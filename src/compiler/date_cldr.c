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

#include "compiler/locale.h"
#include "compiler/memory.h"

enum { PATTERN_UNITS = 128 };

enum skeleton {
    SKELETON_DAY,
    SKELETON_MONTH,
    SKELETON_YEAR,
    SKELETON_SPANS, /* those above have intervals too */
    SKELETON_MONTH_ALONE = SKELETON_SPANS,
    SKELETON_DAY_NUMBER,
    SKELETON_BEHIND_DAY,
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
    UDateIntervalFormat *intervals[SKELETON_SPANS][2];
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
        for (int i = 0; i < SKELETON_COUNT; i++)
            udat_close(cldr->formats[i][era]);
        for (int i = 0; i < SKELETON_SPANS; i++)
            udtitvfmt_close(cldr->intervals[i][era]);
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
        if (is_tight)
            plain[count++] = ' ';
    }
    u_strToUTF8(phrase->bytes + used, (int32_t)sizeof phrase->bytes - used, &added, plain, count,
                &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        phrase->bytes[used] = '\0';
}

static struct pattern skeleton_units(enum skeleton skeleton, bool has_era)
{
    static const char *const SKELETONS[SKELETON_COUNT] = {"yMMMMd", "yMMMM", "y",
                                                          "LLLL",   "d",     "yMMMMd"};
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

/* Cuts the day off the front of a pattern such as "d MMMM y"; false where the day stands elsewhere.
 */
static bool drop_day(struct pattern *pattern)
{
    int32_t at = 0;

    while (at < pattern->length && pattern->units[at] == 'd')
        at++;
    if (at == 0)
        return false;
    while (at < pattern->length
           && u_memchr((const UChar[]){' ', '.', ',', 0xa0}, pattern->units[at], 4))
        at++;
    pattern->length -= at;
    u_memmove(pattern->units, pattern->units + at, pattern->length);
    return true;
}

static struct pattern pattern_of(struct date_cldr *cldr, enum skeleton skeleton, bool has_era)
{
    struct pattern pattern = best_pattern(cldr, skeleton, has_era);

    /* a pattern of its own would add "day" in some languages */
    if (skeleton == SKELETON_DAY_NUMBER)
        return (struct pattern){{'d'}, 1};
    if (skeleton == SKELETON_BEHIND_DAY && !drop_day(&pattern))
        return best_pattern(cldr, SKELETON_MONTH, has_era);
    return pattern;
}

static UDateFormat *open_format(struct date_cldr *cldr, enum skeleton skeleton, bool has_era)
{
    struct pattern pattern = pattern_of(cldr, skeleton, has_era);
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_PATTERN, UDAT_PATTERN, cldr->locale.id, UTC, 3,
                                    pattern.units, pattern.length, &status);

    if (U_SUCCESS(status))
        udat_setCalendar(format, cldr->from);
    return format;
}

static struct phrase format_day(struct date_cldr *cldr, enum skeleton skeleton, bool has_era,
                                int32_t day)
{
    UDateFormat **format = &cldr->formats[skeleton][has_era];
    UErrorCode status = U_ZERO_ERROR;
    struct phrase phrase = {""};
    UChar units[PATTERN_UNITS];
    int32_t length;

    if (!*format)
        *format = open_format(cldr, skeleton, has_era);
    if (!*format)
        return phrase;
    length = udat_format(*format, instant(day), units, PATTERN_UNITS, NULL, &status);
    if (U_SUCCESS(status))
        add_units(&phrase, units, length);
    return phrase;
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

static bool has_era(int32_t day)
{
    return calendar_date(day).year < 1;
}

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

static struct phrase word_window(struct date_cldr *cldr, enum skeleton skeleton, int32_t first,
                                 int32_t last)
{
    struct calendar_date from = calendar_date(first), to = calendar_date(last);
    bool is_one = from.year == to.year && (skeleton == SKELETON_YEAR || from.month == to.month)
                  && (skeleton != SKELETON_DAY || from.day == to.day);

    return is_one ? format_day(cldr, skeleton, has_era(first), first)
                  : format_interval(cldr, skeleton, has_era(first), first, last);
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
                               enum side side)
{
    struct phrase core =
        word_window(cldr, skeleton_of(date->precision), date->first_day, date->last_day);

    return with_flags(core, date->flags, side);
}

static struct phrase word_span(struct date_cldr *cldr, const struct draft_date *from,
                               const struct draft_date *to)
{
    struct phrase first, last, both;

    if (from->precision == to->precision && !from->flags && !to->flags)
        return word_window(cldr, skeleton_of(from->precision), from->first_day, to->last_day);
    first = word_date(cldr, from, SIDE_WHOLE);
    last = word_date(cldr, to, SIDE_WHOLE);
    snprintf(both.bytes, sizeof both.bytes, "%.240s\u00a0– %.240s", first.bytes, last.bytes);
    return both;
}

struct phrase date_cldr_words(struct date_cldr *cldr, struct date_span span)
{
    if (span.is_open_end && !(span.is_open_start && span.end))
        return word_date(cldr, span.start, SIDE_FROM);
    if (span.is_open_start && !span.is_open_end && span.end)
        return word_date(cldr, span.end, SIDE_UNTIL);
    return span.end ? word_span(cldr, span.start, span.end)
                    : word_date(cldr, span.start, SIDE_WHOLE);
}

/* CLDR has no name for the Julian calendar. Its day is formatted as if it were a Gregorian one of
 * the same name. */
struct phrase date_cldr_old_style(struct date_cldr *cldr, int32_t first, int32_t last)
{
    struct calendar_date from = calendar_julian_date(first), to = calendar_julian_date(last);
    struct phrase core =
        word_window(cldr, SKELETON_DAY, calendar_day(from.year, from.month, from.day),
                    calendar_day(to.year, to.month, to.day));
    struct phrase words;

    snprintf(words.bytes, sizeof words.bytes, "(%.400s, O.\u00a0S.)", core.bytes);
    return words;
}

struct phrase date_cldr_answer(struct date_cldr *cldr, const struct draft_date *date,
                               struct phrase *rest)
{
    bool era = has_era(date->first_day);

    rest->bytes[0] = '\0';
    if (date->precision == PACK_DAY && !date->flags) {
        *rest = format_day(cldr, SKELETON_BEHIND_DAY, era, date->first_day);
        return format_day(cldr, SKELETON_DAY_NUMBER, false, date->first_day);
    }
    if (date->precision == PACK_MONTH && !date->flags) {
        *rest = format_day(cldr, SKELETON_YEAR, era, date->first_day);
        return format_day(cldr, SKELETON_MONTH_ALONE, false, date->first_day);
    }
    return word_date(cldr, date, SIDE_WHOLE);
}
