/*
 * date_cldr.h - dates in words for languages without a style of their own, and for years before the
 * common era: patterns, months and eras of CLDR as ICU brings them.
 *
 * CLDR knows no word for seasons, nights or parts of a year: those are written as the window they
 * stand for, "March – May 1919". What is open, before or after is written with an open dash,
 * "about" with a tilde.
 */
#ifndef VITRINE_COMPILER_DATE_CLDR_H
#define VITRINE_COMPILER_DATE_CLDR_H

#include "compiler/date_words.h"

struct date_cldr;

/* Never NULL; a tag that ICU does not know gets the root locale. */
struct date_cldr *date_cldr_create(const char *language);

/* Accepts NULL. */
void date_cldr_destroy(struct date_cldr *cldr);

struct phrase date_cldr_words(struct date_cldr *cldr, struct date_span span);

/* `first` and `last` are Gregorian days; the words are those of the Julian calendar, in
 * parentheses. */
struct phrase date_cldr_old_style(struct date_cldr *cldr, int32_t first, int32_t last);

struct phrase date_cldr_answer(struct date_cldr *cldr, const struct draft_date *date,
                               struct phrase *rest);

#endif
