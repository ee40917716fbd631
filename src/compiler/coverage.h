/*
 * coverage.h - which sentence of which document ended up in an entry: the editors' proof that nothing was left out.
 */
#ifndef VITRINE_COMPILER_COVERAGE_H
#define VITRINE_COMPILER_COVERAGE_H

#include <stdio.h>

#include "compiler/diag.h"
#include "compiler/draft.h"

enum { COVERAGE_ENTRIES_MAX = 64 };

/* A sentence, or a heading, which is one of its own. */
struct coverage_sentence {
    const struct draft_document *document;
    const struct draft_paragraph *paragraph;
    int number;                        /* in the paragraph, from 1 */
    uint32_t start, end;               /* bytes of the paragraph */
    int entries[COVERAGE_ENTRIES_MAX]; /* who quotes it: indices of the draft, in the order of the quotations */
    int entry_count;
    int percent;                         /* of its letters and digits that are quoted; 100 only when all are */
    const struct draft_uncited *uncited; /* the reason why nobody quotes it, NULL = none is given */
};

/* Every sentence of a document, in its order. */
void coverage_each(const struct draft *draft, int document,
                   void (*visit)(const struct coverage_sentence *sentence, void *context), void *context);

/* Complains of sentences that are neither quoted nor left out for a reason, and warns of reasons given for one that is quoted
 * after all. Errors where exhibit.yaml says coverage: required, else warnings. */
void coverage_judge(const struct draft *draft, struct diag *diag);

/* Lists every sentence of every document with the entries that quote it, or the reason why none does, and lines that are no
 * part of the text, to `out`; numbers close the list. */
void coverage_report(const struct draft *draft, FILE *out);

#endif
