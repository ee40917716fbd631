/*
 * breaks.h - what may happen in every gap of every text, and its runs of script, direction and
 * language (rules Y7, Y14-Y19).
 *
 * Texts of the interface lose U+202F for U+00A0 on the way: the faces have only that one. Originals
 * keep their bytes.
 */
#ifndef VITRINE_COMPILER_BREAKS_H
#define VITRINE_COMPILER_BREAKS_H

#include "compiler/diag.h"
#include "compiler/draft.h"

/* Fills breaks and spans of every text; the words of dates must be there. Warns ("hyphenation") of
 * a language whose long words cannot be divided. */
void breaks_fill(struct draft *draft, struct diag *diag);

#endif
