/*
 * wrap.h - paragraph to lines (rules Y3–Y5, Y14–Y19), given a measure function. Knows no fonts.
 */
#ifndef VITRINE_TEXT_WRAP_H
#define VITRINE_TEXT_WRAP_H

#include <stdbool.h>
#include <stdint.h>

#include "pack/text.h"

/* Width in pixels of bytes [start, end) of the text set on one line, hyphens not counted. */
typedef int (*wrap_measure)(void *context, uint32_t start, uint32_t end);

enum wrap_option {
    WRAP_HYPHENATE = 1, /* PACK_BREAK_HYPHEN may be used */
    WRAP_LARGE = 2,     /* A++: PACK_BREAK_HYPHEN_LARGE too */
    WRAP_WIDE = 4,      /* the measure is 40 characters or more: PACK_BREAK_GLUE_WIDE holds */
    WRAP_BALANCE = 8,   /* titles: the last line is at least a third of the longest */
};

struct wrap {
    int width_px;
    int hyphen_px;    /* width of "-" */
    unsigned options; /* enum wrap_option */
    wrap_measure measure;
    void *context;
};

struct wrap_line {
    uint32_t start, end;     /* bytes; spaces around a break belong to neither line */
    bool ends_with_hyphen;   /* draw a hyphen after it */
    bool starts_with_hyphen; /* draw a hyphen before it (Y19) */
    int width_px;
};

/*
 * Fills at most `most` lines and returns how many the whole text needs, so that a second call with room enough completes it.
 * At most two lines in a row end with a hyphen, never the last but one; a word wider than the measure is broken between
 * characters rather than cut. A text that is empty needs 0 lines.
 */
int wrap_lines(const struct wrap *wrap, struct pack_text text, struct wrap_line *lines, int most);

#endif
