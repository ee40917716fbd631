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
    char day[2][8], number[2][24], year[2][48];
    const char *month[2], *noun[2], *part, *old;
};

struct moment {
    const struct draft_date *date;
    struct calendar_date value, next; /* of the first day and of the day after it */
    bool says_era;                    /* though it is the common one */
};

struct moment moment_of(const struct draft_date *date);

/* December to February. */
bool moment_is_winter(const struct moment *moment);

/* The words of a date; those of the second date are the day after it. */
struct slots moment_slots(const struct date_style *style, const struct moment *moment,
                          enum date_use use);

/* How its year is written in that style. */
enum date_era moment_era(const struct moment *moment);

/* The words of a day, as the first or second date of a template. */
void slots_set_day(struct slots *slots, int side, const struct date_style *style,
                   struct calendar_date value, enum date_era era);

/* Adds the prepositions of flags and use: "before c. ". The innermost decides the case: returns the
 * use it makes of the date. */
enum date_use moment_add_prefixes(struct phrase *phrase, const struct date_style *style,
                                  const struct moment *moment, enum date_use use);

/* The template that orders its parts; bare = without its year. */
const char *moment_template(const struct date_style *style, const struct moment *moment,
                            enum date_use use, bool is_bare);

/* The date with prepositions and flags. */
struct phrase moment_words(const struct date_style *style, const struct moment *moment,
                           enum date_use use, bool is_bare);

void phrase_add(struct phrase *phrase, const char *text);
void phrase_add_template(struct phrase *phrase, const char *template, const struct slots *slots);
/* The words around the large one of an answer, as date_words_answer gives them. */
struct phrase phrase_around(const struct phrase *before, const struct phrase *after);
struct phrase phrase_of_template(const char *template, const struct slots *slots);

#endif
