/*
 * terms.h - where the terms of the glossary stand in the texts.
 */
#ifndef VITRINE_COMPILER_TERMS_H
#define VITRINE_COMPILER_TERMS_H

#include "compiler/draft.h"

/*
 * Looks for the forms of every term: whole words (UAX 29), the longest form first, as written or with a capital at the start.
 * Notes what the statements of each entry and each paragraph that can be read in full use, and flags the first time a term
 * stands in the statements of an entry or in the translation of a paragraph (PACK_SPAN_TERM). Originals are looked through but
 * not flagged: a document is shown as it is. Call it when the terms are in their order (draft_sort) and before `breaks`.
 */
void terms_fill(struct draft *draft);

/* A form as it stands at the start of a sentence; the form itself where that is the same. */
const char *terms_at_start(struct draft *draft, const char *form);

#endif
