#include "compiler/date_moment.h"

#include <stdio.h>
#include <string.h>

/* ---- phrases -------------------------------------------------------------------------------- */

static void add(struct phrase *phrase, const char *text, size_t length)
{
    size_t used = strlen(phrase->bytes);

    if (used + length < sizeof phrase->bytes)
        memcpy(phrase->bytes + used, text, length);
}

void phrase_add(struct phrase *phrase, const char *text)
{
    add(phrase, text, strlen(text));
}

static const char *slot(const struct slots *slots, char name)
{
    switch (name) {
    case 'd': return slots->day[0];
    case 'D': return slots->day[1];
    case 'g': return slots->month[0];
    case 'G': return slots->month[1];
    case 'n': return slots->noun[0];
    case 'N': return slots->noun[1];
    case 'a': return slots->number[0];
    case 'A': return slots->number[1];
    case 'y': return slots->year[0];
    case 'Y': return slots->year[1];
    case 'p': return slots->part;
    default: return slots->old;
    }
}

void phrase_add_template(struct phrase *phrase, const char *template, const struct slots *slots)
{
    for (const char *at = template; *at; at++) {
        if (*at == '~') {
            phrase_add(phrase, "\u00a0");
        } else if (*at == '{') {
            phrase_add_template(phrase, slot(slots, at[1]), slots);
            at += 2;
        } else {
            add(phrase, at, 1);
        }
    }
}

struct phrase phrase_of_template(const char *template, const struct slots *slots)
{
    struct phrase phrase = {""};

    phrase_add_template(&phrase, template, slots);
    return phrase;
}

struct phrase phrase_around(const struct phrase *before, const struct phrase *after)
{
    bool is_behind_a_space = !before->bytes[0] && after->bytes[0] == ' ';
    struct phrase phrase = *before;

    if (before->bytes[0] || (after->bytes[0] && !is_behind_a_space))
        phrase_add(&phrase, "{word}");
    phrase_add(&phrase, after->bytes + is_behind_a_space);
    return phrase;
}

static const char *form(const struct date_word *word, int grammatical_case)
{
    while (grammatical_case > 0 && !word->forms[grammatical_case])
        grammatical_case--;
    return word->forms[grammatical_case];
}

/* ---- one date ------------------------------------------------------------------------------- */

struct moment moment_of(const struct draft_date *date)
{
    return (struct moment){date, calendar_date(date->first_day),
                           calendar_date(date->first_day + 1), false};
}

enum date_era moment_era(const struct moment *moment)
{
    if (moment->value.year < 1)
        return DATE_BEFORE_CHRIST;
    return moment->says_era ? DATE_AFTER_CHRIST : DATE_NO_ERA;
}

bool moment_is_winter(const struct moment *moment)
{
    return moment->date->precision == PACK_SEASON && moment->date->part == 3;
}

/* Month, season, part or night: the word that takes the case and picks the preposition. */
static const struct date_word *head_word(const struct date_style *style,
                                         const struct moment *moment)
{
    switch (moment->date->precision) {
    case PACK_MONTH: return &style->months[moment->value.month - 1];
    case PACK_SEASON: return &style->seasons[moment->date->part];
    case PACK_PART_OF_MONTH:
    case PACK_PART_OF_YEAR: return &style->parts[moment->date->part];
    case PACK_NIGHT: return &style->night;
    default: return NULL;
    }
}

/* Astronomers' year 0 is the first before Christ. */
static int year_number(int year)
{
    return year < 1 ? 1 - year : year;
}

static void set_year(struct slots *slots, int side, const struct date_style *style,
                     enum date_era era)
{
    struct slots number = {.old = ""};
    struct phrase year;

    memcpy(number.number[0], slots->number[side], sizeof number.number[0]);
    year = phrase_of_template(style->year_of[era], &number);
    snprintf(slots->year[side], sizeof slots->year[side], "%.47s", year.bytes);
}

void slots_set_day(struct slots *slots, int side, const struct date_style *style,
                   struct calendar_date value, enum date_era era)
{
    snprintf(slots->day[side], sizeof slots->day[side], "%d", value.day);
    snprintf(slots->number[side], sizeof slots->number[side], "%d", year_number(value.year));
    set_year(slots, side, style, era);
    slots->month[side] = form(&style->months[value.month - 1], style->month_case);
}

struct slots moment_slots(const struct date_style *style, const struct moment *moment,
                          enum date_use use)
{
    const struct date_word *head = head_word(style, moment);
    enum date_era era = moment_era(moment);
    struct slots slots = {.old = ""};

    slots_set_day(&slots, 0, style, moment->value, era);
    slots_set_day(&slots, 1, style, moment->next, era);
    if (moment_is_winter(moment)) {
        snprintf(slots.number[0], sizeof slots.number[0], "%d–%d", year_number(moment->value.year),
                 year_number(moment->value.year + 1));
        set_year(&slots, 0, style, era);
    }
    slots.part = slots.noun[0] = head ? form(head, style->case_of[use]) : "";
    return slots;
}

static const char *year_template(const struct date_style *style, const struct moment *moment,
                                 enum date_use use)
{
    if (moment_era(moment) != DATE_NO_ERA)
        return style->year_as_label;
    if (use == DATE_BEFORE || use == DATE_AFTER)
        return style->year_after_preposition;
    return use == DATE_PLAIN && !moment->date->flags ? style->year : style->year_as_label;
}

static const char *night_template(const struct date_style *style, const struct moment *moment)
{
    if (moment->value.year != moment->next.year)
        return style->night_years;
    return moment->value.month != moment->next.month ? style->night_year : style->night_month;
}

const char *moment_template(const struct date_style *style, const struct moment *moment,
                               enum date_use use, bool is_bare)
{
    switch (moment->date->precision) {
    case PACK_DAY: return is_bare ? style->day_bare : style->day;
    case PACK_NIGHT: return night_template(style, moment);
    case PACK_MONTH: return is_bare ? style->month_bare : style->month;
    case PACK_PART_OF_MONTH: return is_bare ? style->part_of_month_bare : style->part_of_month;
    case PACK_SEASON: return is_bare ? style->season_bare : style->season;
    case PACK_PART_OF_YEAR: return style->part_of_year;
    case PACK_YEAR: break;
    }
    return year_template(style, moment, use);
}

static const char *prefix(const struct date_style *style, enum date_use use, int gender)
{
    return style->prefix[use][gender] ? style->prefix[use][gender] : style->prefix[use][0];
}

enum date_use moment_add_prefixes(struct phrase *phrase, const struct date_style *style,
                                  const struct moment *moment, enum date_use use)
{
    const struct date_word *head = head_word(style, moment);
    const struct slots none = {.old = ""};
    unsigned flags = moment->date->flags;
    bool is_about = flags & PACK_ABOUT, is_outside;
    int gender = head ? head->gender : 0;

    if (flags & (PACK_BEFORE | PACK_AFTER))
        use = flags & PACK_BEFORE ? DATE_BEFORE : DATE_AFTER;
    is_outside = is_about && style->about_outside && *style->prefix[use][0];
    if (is_outside)
        phrase_add_template(phrase, style->about_outside, &none);
    phrase_add_template(phrase, prefix(style, use, is_about && !is_outside ? 0 : gender), &none);
    if (!is_about || is_outside)
        return use;
    phrase_add_template(phrase, prefix(style, DATE_ABOUT, gender), &none);
    return DATE_ABOUT;
}

struct phrase moment_words(const struct date_style *style, const struct moment *moment,
                           enum date_use use, bool is_bare)
{
    struct phrase phrase = {""};
    enum date_use inner = moment_add_prefixes(&phrase, style, moment, use);
    struct slots slots = moment_slots(style, moment, inner);

    phrase_add_template(&phrase, moment_template(style, moment, inner, is_bare), &slots);
    if (moment->date->flags & PACK_UNCERTAIN)
        phrase_add(&phrase, "\u00a0(?)");
    return phrase;
}
