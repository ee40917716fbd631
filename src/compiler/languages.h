/*
 * languages.h - what the screen asks of each interface language, from CLDR: direction, quotation
 * marks (rule Y6), plural forms (Y21), months and weekdays (Y12), names of languages, the order of
 * people and places (L10).
 */
#ifndef VITRINE_COMPILER_LANGUAGES_H
#define VITRINE_COMPILER_LANGUAGES_H

#include "compiler/draft.h"

/* Needs the draft sorted. A language is named by the string "language.name.<tag>" where the exhibit
 * has one. */
void languages_fill(struct draft *draft);

#endif
