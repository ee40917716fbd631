/*
 * date_style.h - what the table of rule Y9 says for one language: forms of the words and the order
 * of the parts.
 *
 * In templates {d} {g} {n} {y} {a} {p} are day, month in the form it takes behind a day, month or
 * season as a word of its own, year with what belongs to it ("1922 m.", "44 BC"), year as a bare
 * number, and part ("early"); capitals {D} {G} {N} {Y} {A} are those of the second date. "~" stands
 * for U+00A0.
 */
#ifndef VITRINE_COMPILER_DATE_STYLE_H
#define VITRINE_COMPILER_DATE_STYLE_H

#include <stdbool.h>

/* What stands before a date decides the case of the word behind it. */
enum date_use {
    DATE_PLAIN,
    DATE_ABOUT,
    DATE_BEFORE,
    DATE_AFTER,
    DATE_FROM,
    DATE_UNTIL,
    DATE_IN_SPAN,
    DATE_USE_COUNT
};

/* Which era a year says: none, as is usual after Christ. */
enum date_era { DATE_NO_ERA, DATE_BEFORE_CHRIST, DATE_AFTER_CHRIST, DATE_ERAS };

enum { DATE_CASES = 4, DATE_GENDERS = 3 };

/* Forms by case; a form of NULL is that of the case before it. `gender` picks the preposition: 0
 * without article, and the same where it has no other form. */
struct date_word {
    const char *forms[DATE_CASES];
    int gender;
};

struct date_style {
    const char *tag;
    int case_of[DATE_USE_COUNT];
    int month_case; /* of {g} */
    const char *prefix[DATE_USE_COUNT][DATE_GENDERS];
    const char *year_of[DATE_ERAS]; /* {y}, made of {a} */
    const char *about_outside; /* stands before another preposition, in place of "about" behind it;
                                  NULL = behind */
    struct date_word months[12], seasons[4], parts[3], night;

    /* A date with its year, and without where the other side of a span says it. */
    const char *day, *day_bare, *month, *month_bare, *season, *season_bare, *part_of_month,
        *part_of_month_bare;
    const char *part_of_year, *year, *year_after_preposition, *year_as_label;
    const char *days, *days_bare, *months_span, *seasons_span,
        *years; /* within one month, within one year */
    const char *night_month, *night_year,
        *night_years;      /* both days in one month, in one year, in two */
    const char *old_style; /* {o} = the date */
    bool year_comes_first; /* the second date of a span drops its year, not the first */

    /* An answer of one night whose days are in one month: {w} = the days, drawn large. */
    const char *answer_night, *answer_night_days;
};

/* NULL = a language without a style of its own. */
const struct date_style *date_style_of(const char *language);

#endif
