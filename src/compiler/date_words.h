/*
 * date_words.h - dates in words (rule Y9).
 *
 * Portuguese, Lithuanian, Polish and English are set by the table of the rule, with the grammatical
 * cases their prepositions ask for; every other language by the patterns of CLDR. Spaces that must
 * not break are U+00A0 (rules Y9, Y14).
 */
#ifndef VITRINE_COMPILER_DATE_WORDS_H
#define VITRINE_COMPILER_DATE_WORDS_H

#include <stdbool.h>

#include "compiler/draft.h"
#include "timeline/calendar.h"

enum { PHRASE_BYTES = 512 };

struct phrase {
    char bytes[PHRASE_BYTES];
};

/* What a date of an entry says: a moment, a span, or a span that is open on one side. The dates'
 * windows are filled. */
struct date_span {
    const struct draft_date *start, *end; /* end NULL = a moment or an open end */
    bool is_open_start, is_open_end;
};

/* A language that can say dates. */
struct date_language;

/* Never NULL; `tag` must outlive it. */
struct date_language *date_language_create(const char *tag);

/* Accepts NULL. */
void date_language_destroy(struct date_language *language);

/* "16–18 April 1922", "from 1922", "c. 1919". */
struct phrase date_words(struct date_language *language, struct date_span span);

/* "(25 October OS)" for days, nights and day-to-day spans. */
struct phrase date_words_old_style(struct date_language *language, struct date_span span);

/* An answer to "when?": the big word "April" and the rest "1922", which may be empty. Where the big
 * word is not the first, or no plain space follows it, the rest says where it stands: "1922 m.
 * balandžio {word} d.". */
struct phrase date_words_answer(struct date_language *language, const struct draft_date *date,
                                struct phrase *rest);

#endif
