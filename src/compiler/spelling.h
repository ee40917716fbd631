/*
 * spelling.h - the editors' own words are spelt as the dictionaries of their languages have them.
 *
 * Everything is read that a visitor sees in a language of the exhibit; the documents themselves are not, nor are dates made
 * by the program. Right without a dictionary are the names and forms of people, places and the glossary in that language, and
 * the lists spelling/<language>.txt and spelling/names.txt of the content folder.
 */
#ifndef VITRINE_COMPILER_SPELLING_H
#define VITRINE_COMPILER_SPELLING_H

#include "compiler/diag.h"
#include "compiler/draft.h"

#define SPELLING_DICTIONARIES "/usr/share/hunspell"

/* Warns once of every misspelt word of a language, at the first of its places, in the order of the texts, and of a language
 * that has no dictionary in `folder`. */
void spelling_check(struct draft *draft, struct diag *diag, const char *folder);

#endif
