/*
 * text.h - a text ready for the screen: bytes, where lines may break, and runs of one face, direction and language.
 */
#ifndef VITRINE_PACK_TEXT_H
#define VITRINE_PACK_TEXT_H

#include <stdint.h>

/* What may happen in the gap before a byte of a text. A space is a break opportunity unless glued. */
enum pack_break {
    PACK_BREAK_NONE,        /* nothing special: a line may end at a space only */
    PACK_BREAK_ALWAYS,      /* a line may end here without a space or hyphen (after a dash or hard hyphen) */
    PACK_BREAK_REPEAT,      /* as always, and the next line begins with a repeated hyphen (pt, pl) */
    PACK_BREAK_HYPHEN,      /* a line may end here with a hyphen */
    PACK_BREAK_HYPHEN_LARGE,/* the same at text size A++ only */
    PACK_BREAK_GLUE,        /* no break at the space that follows this gap */
    PACK_BREAK_GLUE_WIDE,   /* no break at that space where the measure is 40 characters or more */
};

/* PIECE is never in a pack: the reader puts it on the words of the passage it shows. */
enum pack_span_flag { PACK_SPAN_MARK = 1, PACK_SPAN_TERM = 2, PACK_SPAN_PIECE = 4 };

/* How the text goes on from byte `start` until the next span. */
struct pack_span {
    uint32_t start;
    uint8_t flags;       /* enum pack_span_flag */
    uint8_t face;        /* fallback index of the role's font list */
    uint8_t level;       /* bidi embedding level; odd = right to left */
    uint8_t language;    /* 0 = the text's own, else 1 + index for pack_tag */
    char script[4];      /* ISO 15924, "Latn" */
};

struct pack_text {
    const char *bytes;   /* UTF-8, NUL-terminated */
    uint32_t length;
    const uint8_t *breaks; /* enum pack_break for each byte, length + 1 of them */
    const struct pack_span *spans;
    uint32_t span_count; /* at least 1 unless the text is empty; spans[0].start == 0 */
};

#endif
