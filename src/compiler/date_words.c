/*
 * A span is worded in one phrase where its halves are of one kind and share month or year, else in
 * two joined by a dash, with the year they share said once.
 */
#include "compiler/date_words.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/date_cldr.h"
#include "compiler/date_moment.h"
#include "compiler/date_style.h"
#include "compiler/memory.h"

struct date_language {
    const char *tag;
    const struct date_style *style; /* NULL = none */
    struct date_cldr *cldr;         /* NULL until needed */
};

struct date_language *date_language_create(const char *tag)
{
    struct date_language *language = memory_must(calloc(1, sizeof *language));

    language->tag = tag;
    language->style = date_style_of(tag);
    return language;
}

void date_language_destroy(struct date_language *language)
{
    if (language)
        date_cldr_destroy(language->cldr);
    free(language);
}

/* ---- two dates ------------------------------------------------------------------------------ */

/* The row of the table for two dates of one kind that share month or year; NULL = the halves are
 * written out. */
static const char *shared_template(const struct date_style *style, const struct moment *from,
                                   const struct moment *to)
{
    bool is_one_year = from->value.year == to->value.year;

    if (from->date->precision != to->date->precision || from->date->flags || to->date->flags)
        return NULL;
    switch (from->date->precision) {
    case PACK_DAY: return is_one_year && from->value.month == to->value.month ? style->days : NULL;
    case PACK_MONTH: return is_one_year ? style->months_span : NULL;
    case PACK_SEASON: return is_one_year && !moment_is_winter(to) ? style->seasons_span : NULL;
    case PACK_YEAR: return style->years;
    default: return NULL;
    }
}

static bool may_drop_year(const struct moment *moment)
{
    switch (moment->date->precision) {
    case PACK_DAY:
    case PACK_MONTH:
    case PACK_PART_OF_MONTH: return true;
    case PACK_SEASON: return !moment_is_winter(moment);
    default: return false;
    }
}

static struct phrase join(struct phrase from, const struct phrase *to)
{
    phrase_add(&from, "\u00a0– ");
    phrase_add(&from, to->bytes);
    return from;
}

static struct phrase word_span(const struct date_style *style, const struct moment *from,
                               const struct moment *to)
{
    const char *template = shared_template(style, from, to);
    const enum date_use label = DATE_IN_SPAN; /* a bare year is "1924" here, not "1924 r." */
    struct phrase last;
    bool share_year;

    if (template) {
        struct slots slots = moment_slots(style, from, label), end = moment_slots(style, to, label);

        memcpy(slots.day[1], end.day[0], sizeof slots.day[1]);
        memcpy(slots.year[1], end.year[0], sizeof slots.year[1]);
        slots.month[1] = end.month[0];
        slots.noun[1] = end.noun[0];
        return phrase_of_template(template, &slots);
    }
    share_year = from->value.year == to->value.year && may_drop_year(from) && may_drop_year(to)
                 && !(style->year_comes_first ? to : from)->date->flags;
    last = moment_words(style, to, label, share_year && style->year_comes_first);
    return join(moment_words(style, from, label, share_year && !style->year_comes_first), &last);
}

static bool is_same(const struct draft_date *a, const struct draft_date *b)
{
    return a->precision == b->precision && a->first_day == b->first_day
           && a->last_day == b->last_day && a->flags == b->flags;
}

static struct phrase word_both(const struct date_style *style, struct date_span span)
{
    struct moment from = moment_of(span.start), to = moment_of(span.end);

    if (is_same(span.start, span.end))
        return moment_words(style, &from, DATE_PLAIN, false);
    return word_span(style, &from, &to);
}

static struct phrase word_one(const struct date_style *style, const struct draft_date *date,
                              enum date_use use)
{
    struct moment moment = moment_of(date);

    return moment_words(style, &moment, use, false);
}

/* NULL = the date is CLDR's: another language, or a year before the common era. */
static const struct date_style *style_for(const struct date_language *language, int32_t day)
{
    return calendar_date(day).year < 1 ? NULL : language->style;
}

static struct date_cldr *cldr_of(struct date_language *language)
{
    if (!language->cldr)
        language->cldr = date_cldr_create(language->tag);
    return language->cldr;
}

struct phrase date_words(struct date_language *language, struct date_span span)
{
    const struct date_style *style = style_for(language, span.start->first_day);

    if (!style)
        return date_cldr_words(cldr_of(language), span);
    if (span.is_open_end && !(span.is_open_start && span.end))
        return word_one(style, span.start, DATE_FROM);
    if (span.is_open_start && !span.is_open_end && span.end)
        return word_one(style, span.end, DATE_UNTIL);
    return span.end ? word_both(style, span) : word_one(style, span.start, DATE_PLAIN);
}

/* ---- Old Style ------------------------------------------------------------------------------ */

static struct phrase word_days(const struct date_style *style, struct calendar_date from,
                               struct calendar_date to, bool has_year)
{
    bool is_one_year = from.year == to.year;
    bool first_has_year = has_year && (!is_one_year || style->year_comes_first);
    bool last_has_year = has_year && (!is_one_year || !style->year_comes_first);
    struct slots slots = {.old = ""}, last = slots;
    struct phrase end;

    slots_set_day(&slots, 0, style, from);
    slots_set_day(&slots, 1, style, to);
    slots_set_day(&last, 0, style, to);
    if (is_one_year && from.month == to.month && from.day == to.day)
        return phrase_of_template(has_year ? style->day : style->day_bare, &slots);
    if (is_one_year && from.month == to.month)
        return phrase_of_template(has_year ? style->days : style->days_bare, &slots);
    end = phrase_of_template(last_has_year ? style->day : style->day_bare, &last);
    return join(phrase_of_template(first_has_year ? style->day : style->day_bare, &slots), &end);
}

struct phrase date_words_old_style(struct date_language *language, struct date_span span)
{
    const struct date_style *style = style_for(language, span.start->first_day - 366);
    int32_t first = span.start->first_day,
            last = span.end ? span.end->last_day : span.start->last_day;
    struct calendar_date from = calendar_julian_date(first), to = calendar_julian_date(last);
    bool has_year = from.year != to.year || from.year != calendar_date(first).year
                    || to.year != calendar_date(last).year;
    struct phrase words;

    if (!style)
        return date_cldr_old_style(cldr_of(language), first, last);
    words = word_days(style, from, to, has_year);
    return phrase_of_template(style->old_style, &(struct slots){.old = words.bytes});
}

/* ---- answers -------------------------------------------------------------------------------- */

static struct phrase capitalised(struct phrase phrase)
{
    struct phrase result = {""};
    int32_t length = (int32_t)strlen(phrase.bytes), read = 0, written = 0;
    UChar32 character;

    if (length == 0)
        return phrase;
    U8_NEXT_OR_FFFD(phrase.bytes, read, length, character);
    U8_APPEND_UNSAFE(result.bytes, written, u_toupper(character));
    phrase_add(&result, phrase.bytes + read);
    return result;
}

static const char *rest_template(const struct date_style *style, const struct moment *moment)
{
    switch (moment->date->precision) {
    case PACK_DAY: return style->answer_day;
    case PACK_NIGHT:
        return moment->value.month == moment->next.month ? style->answer_night
                                                         : style->answer_night_months;
    case PACK_MONTH: return style->answer_month;
    case PACK_PART_OF_MONTH: return style->answer_part_of_month;
    case PACK_SEASON: return style->answer_season;
    case PACK_PART_OF_YEAR: return "";
    case PACK_YEAR: break;
    }
    return moment->date->flags ? "" : style->answer_year;
}

static const char *answer_template(const struct date_style *style, const struct moment *moment)
{
    switch (moment->date->precision) {
    case PACK_DAY: return "{d}";
    case PACK_NIGHT: return moment->value.month == moment->next.month ? "{d}–{D}" : "{d}";
    case PACK_MONTH: return "{n}";
    case PACK_PART_OF_MONTH: return style->part_of_month_bare;
    case PACK_SEASON: return style->season_bare;
    case PACK_PART_OF_YEAR: return style->part_of_year;
    case PACK_YEAR: break;
    }
    return "{y}";
}

struct phrase date_words_answer(struct date_language *language, const struct draft_date *date,
                                struct phrase *rest)
{
    const struct date_style *style = style_for(language, date->first_day);
    struct moment moment = moment_of(date);
    struct phrase word = {""};
    enum date_use use;
    struct slots slots;

    if (!style)
        return date_cldr_answer(cldr_of(language), date, rest);
    use = moment_add_prefixes(&word, style, &moment, DATE_PLAIN);
    slots = moment_slots(style, &moment, use);
    phrase_add_template(&word, answer_template(style, &moment), &slots);
    *rest = phrase_of_template(rest_template(style, &moment), &slots);
    if (date->flags & PACK_UNCERTAIN)
        phrase_add(rest->bytes[0] ? rest : &word, "\u00a0(?)");
    return date->flags & PACK_ABOUT ? word : capitalised(word); /* "c." stays small */
}
