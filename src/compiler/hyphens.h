/*
 * hyphens.h - where words of one language may be divided (rules Y17, Y18), by the dictionaries of
 * libhyphen.
 *
 * A word keeps three letters on each side, at text size A++ two before. Capitalised words are
 * divided at A++ only, words with a second capital never.
 */
#ifndef VITRINE_COMPILER_HYPHENS_H
#define VITRINE_COMPILER_HYPHENS_H

#include <stdint.h>

enum { HYPHENS_WORD_BYTES_MAX = 120 };

/* One place of a word: a byte offset and PACK_BREAK_HYPHEN or PACK_BREAK_HYPHEN_LARGE. */
struct hyphen {
    uint8_t at, kind;
};

struct hyphens;

/* The dictionary of a BCP 47 tag in /usr/share/hyphen; NULL = there is none. */
struct hyphens *hyphens_open(const char *tag);

/* Accepts NULL. */
void hyphens_close(struct hyphens *hyphens);

/* The places of a word in order; *count of them, borrowed until the next call. Words are
 * remembered. */
const struct hyphen *hyphens_of(struct hyphens *hyphens, const char *word, uint32_t length,
                                int *count);

/* The word with "-" at every place the patterns allow, two letters on each side; for tests. To be
 * freed. */
char *hyphens_show(struct hyphens *hyphens, const char *word);

#endif
