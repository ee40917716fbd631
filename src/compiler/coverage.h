/*
 * coverage.h - which sentence of which document ended up in an entry: the editors' proof that nothing was left out.
 */
#ifndef VITRINE_COMPILER_COVERAGE_H
#define VITRINE_COMPILER_COVERAGE_H

#include <stdio.h>

#include "compiler/diag.h"
#include "compiler/draft.h"

/* Lists every sentence of every document with the entries that quote it, or the reason why none does, to `out`. A sentence
 * with neither, and a reason given for one that is quoted after all, are warnings of kind "coverage". */
void coverage_report(struct draft *draft, struct diag *diag, FILE *out);

#endif
