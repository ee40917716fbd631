/*
 * glue.h - which spaces must not break (rules Y7, Y14, Y15, Y16).
 *
 * Decided from the words on both sides and the one before them: numbers and what they count,
 * initials and surnames, rulers and their numerals, abbreviations, the parts of a date, Polish
 * one-letter words, spaced dashes.
 */
#ifndef VITRINE_COMPILER_GLUE_H
#define VITRINE_COMPILER_GLUE_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/text.h"

/* Languages with rules of their own. */
enum glue_language { GLUE_OTHER, GLUE_PORTUGUESE, GLUE_LITHUANIAN, GLUE_POLISH, GLUE_ENGLISH };

enum glue_language glue_language_of(const char *tag);

/* What stands between two spaces, looked at once. */
struct glue_word {
    const char *bytes; /* without quotation marks and brackets before, and punctuation but full
                          stops behind */
    uint32_t length;
    unsigned traits;
};

struct glue_word glue_word(const char *bytes, uint32_t length);

/* PACK_BREAK_NONE, PACK_BREAK_GLUE or PACK_BREAK_GLUE_WIDE for the space between `left` and
 * `right`. `before` stands before `left` and may be empty. */
enum pack_break glue_between(enum glue_language language, const struct glue_word *before,
                             const struct glue_word *left, const struct glue_word *right,
                             bool is_title);

#endif
