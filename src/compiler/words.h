/*
 * words.h - the words of a text, as a spelling check wants them.
 *
 * A word is letters, with apostrophes, hyphens and full stops between them: "m.in", "l’Entente", "anti-Versailles". Left out
 * is what no dictionary knows: whatever holds a digit ("1920s"), the names of {places}, and addresses on the net.
 */
#ifndef VITRINE_COMPILER_WORDS_H
#define VITRINE_COMPILER_WORDS_H

#include <stdbool.h>
#include <stdint.h>

struct words_place {
    uint32_t start, length; /* bytes */
};

/* The next word of UTF-8 `text` from byte *at on; *at is moved behind it. False when there is none. */
bool words_next(const char *text, uint32_t *at, struct words_place *word);

/* The parts of a word between its apostrophes, hyphens and full stops, in the same way; `length` is that of the word. */
bool words_next_part(const char *word, uint32_t length, uint32_t *at, struct words_place *part);

/* All capitals ("RSFSR", "II"), or one letter: a siglum, a numeral, an initial. */
bool words_is_siglum(const char *word, uint32_t length);

#endif
