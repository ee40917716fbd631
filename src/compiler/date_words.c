/*
 * A span is worded in one phrase where its halves are of one kind and share month or year, else in
 * two joined by a dash, with the year they share said once.
 */
#include "compiler/date_words.h"

#include <assert.h>
#include <stdio.h>
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
    case PACK_YEAR: return moment_era(from) == moment_era(to) ? style->years : NULL;
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
        memcpy(slots.number[1], end.number[0], sizeof slots.number[1]);
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

    to.says_era = from.value.year < 1;
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

static struct date_cldr *cldr_of(struct date_language *language)
{
    if (!language->cldr)
        language->cldr = date_cldr_create(language->tag);
    return language->cldr;
}

struct phrase date_words(struct date_language *language, struct date_span span)
{
    const struct date_style *style = language->style;

    if (!style)
        return date_cldr_words(cldr_of(language), span);
    if (span.is_open_end && !(span.is_open_start && span.end))
        return word_one(style, span.start, DATE_FROM);
    if (span.is_open_start && !span.is_open_end && span.end)
        return word_one(style, span.end, DATE_UNTIL);
    return span.end ? word_both(style, span) : word_one(style, span.start, DATE_PLAIN);
}

/* ---- Old Style ------------------------------------------------------------------------------ */

static enum date_era era_of(struct calendar_date date)
{
    return date.year < 1 ? DATE_BEFORE_CHRIST : DATE_NO_ERA;
}

static struct phrase word_days(const struct date_style *style, struct calendar_date from,
                               struct calendar_date to, bool has_year)
{
    bool is_one_year = from.year == to.year;
    bool first_has_year = has_year && (!is_one_year || style->year_comes_first);
    bool last_has_year = has_year && (!is_one_year || !style->year_comes_first);
    struct slots slots = {.old = ""}, last = slots;
    struct phrase end;

    slots_set_day(&slots, 0, style, from, era_of(from));
    slots_set_day(&slots, 1, style, to, era_of(to));
    slots_set_day(&last, 0, style, to, era_of(to));
    if (is_one_year && from.month == to.month && from.day == to.day)
        return phrase_of_template(has_year ? style->day : style->day_bare, &slots);
    if (is_one_year && from.month == to.month)
        return phrase_of_template(has_year ? style->days : style->days_bare, &slots);
    end = phrase_of_template(last_has_year ? style->day : style->day_bare, &last);
    return join(phrase_of_template(first_has_year ? style->day : style->day_bare, &slots), &end);
}

struct phrase date_words_old_style(struct date_language *language, struct date_span span)
{
    const struct date_style *style = language->style;
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

static bool is_night_of_one_month(const struct moment *moment)
{
    return moment->date->precision == PACK_NIGHT && moment->value.month == moment->next.month;
}

/* The template of what the screen draws large. */
static const char *large_template(const struct date_style *style, const struct moment *moment)
{
    switch (moment->date->precision) {
    case PACK_DAY: return "{d}";
    case PACK_NIGHT: return is_night_of_one_month(moment) ? style->answer_night_days : "{d}";
    case PACK_MONTH: return "{n}";
    case PACK_PART_OF_MONTH: return style->part_of_month_bare;
    case PACK_SEASON: return style->season_bare;
    case PACK_PART_OF_YEAR: return style->part_of_year;
    case PACK_YEAR: break;
    }
    return "{a}";
}

static const char large_place[] = "{w}";

static struct phrase replaced(const char *template, const char *part, const char *by)
{
    const char *at = strstr(template, part);
    struct phrase result;

    assert(at);
    snprintf(result.bytes, sizeof result.bytes, "%.*s%s%s", (int)(at - template), template, by,
             at + strlen(part));
    return result;
}

/* The template of the whole date, with {w} where the large part stands. */
static struct phrase template_around(const struct date_style *style, const struct moment *moment,
                                     enum date_use use)
{
    const char *large = large_template(style, moment);
    struct phrase whole = {""};

    if (is_night_of_one_month(moment))
        phrase_add(&whole, style->answer_night);
    else
        phrase_add(&whole, moment_template(style, moment, use, false));
    if (moment->date->precision == PACK_YEAR)
        whole = replaced(whole.bytes, "{y}", style->year_of[moment_era(moment)]);
    return strstr(whole.bytes, large_place) ? whole : replaced(whole.bytes, large, large_place);
}

/* Large words may stand one under the other. */
static void let_break(struct phrase *words)
{
    for (char *at = words->bytes; (at = strstr(at, "\u00a0")); at++) {
        *at = ' ';
        memmove(at + 1, at + 2, strlen(at + 2) + 1);
    }
}

struct phrase date_words_answer(struct date_language *language, const struct draft_date *date,
                                struct phrase *rest)
{
    const struct date_style *style = language->style;
    struct moment moment = moment_of(date);
    struct phrase around, prefix = {""}, before = {""}, word = {""}, after = {""};
    enum date_use use;
    struct slots slots;
    bool is_first;
    char *place;

    if (!style)
        return date_cldr_answer(cldr_of(language), date, rest);
    use = moment_add_prefixes(&prefix, style, &moment, DATE_PLAIN);
    slots = moment_slots(style, &moment, use);
    around = template_around(style, &moment, use);
    place = strstr(around.bytes, large_place);
    is_first = place == around.bytes;
    *place = '\0';
    *(is_first ? &word : &before) = prefix;
    phrase_add_template(&before, around.bytes, &slots);
    phrase_add_template(&word, large_template(style, &moment), &slots);
    if (date->precision == PACK_PART_OF_MONTH)
        let_break(&word);
    phrase_add_template(&after, place + strlen(large_place), &slots);
    *rest = phrase_around(&before, &after);
    if (date->flags & PACK_UNCERTAIN)
        phrase_add(rest->bytes[0] ? rest : &word, "\u00a0(?)");
    return is_first && !(date->flags & PACK_ABOUT) ? capitalised(word) : word; /* "c." stays small */
}
