/*
 * speller.h - the spelling dictionary of one language, by hunspell.
 */
#ifndef VITRINE_COMPILER_SPELLER_H
#define VITRINE_COMPILER_SPELLER_H

#include <stdbool.h>

enum { SPELLER_WORD_BYTES = 128 };

struct speller;

/* The dictionary for a BCP 47 tag in `folder`; NULL when there is none that can be used. */
struct speller *speller_open(const char *folder, const char *tag);

/* Accepts NULL. */
void speller_close(struct speller *speller);

/* UTF-8; ’ and ' are the same. A word with letters that the dictionary has no code for, or of SPELLER_WORD_BYTES and more,
 * is not known. */
bool speller_knows(struct speller *speller, const char *word);

/* What may have been meant, the likeliest first, at most `most`; returns how many. Slow: some 50 ms. */
int speller_suggest(struct speller *speller, const char *word, char (*out)[SPELLER_WORD_BYTES], int most);

#endif
