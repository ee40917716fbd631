/*
 * date_moment.h - one date in the words of a language that has a style: its parts, the template
 * that orders them, and the prepositions of its flags.
 */
#ifndef VITRINE_COMPILER_DATE_MOMENT_H
#define VITRINE_COMPILER_DATE_MOMENT_H

#include "compiler/date_style.h"
#include "compiler/date_words.h"
#include "timeline/calendar.h"

/* The words of one or two dates that a template may name. */
struct slots {
    char day[2][8], year[2][20];
    const char *month[2], *noun[2], *part, *old;
};

struct moment {
    const struct draft_date *date;
    struct calendar_date value, next; /* of the first day and of the day after it */
};

struct moment moment_of(const struct draft_date *date);

/* December to February. */
bool moment_is_winter(const struct moment *moment);

/* The words of a date; those of the second date are the day after it. */
struct slots moment_slots(const struct date_style *style, const struct moment *moment,
                          enum date_use use);

/* The words of a day, as the first or second date of a template. */
void slots_set_day(struct slots *slots, int side, const struct date_style *style,
                   struct calendar_date value);

/* Adds the prepositions of flags and use: "before c. ". The innermost decides the case: returns the
 * use it makes of the date. */
enum date_use moment_add_prefixes(struct phrase *phrase, const struct date_style *style,
                                  const struct moment *moment, enum date_use use);

/* The date with prepositions and flags; bare = without its year. */
struct phrase moment_words(const struct date_style *style, const struct moment *moment,
                           enum date_use use, bool is_bare);

void phrase_add(struct phrase *phrase, const char *text);
void phrase_add_template(struct phrase *phrase, const char *template, const struct slots *slots);
struct phrase phrase_of_template(const char *template, const struct slots *slots);

#endif
