/*
 * diag.h - what the compiler has to say about the content, one line a finding:
 *
 *     entries/rapallo-treaty/en.md:7: error (statement-sources): the statement names no source; write [label] behind it
 *
 * Findings are counted, never fatal. Paths are those of the content folder as given on the command line.
 */
#ifndef VITRINE_COMPILER_DIAG_H
#define VITRINE_COMPILER_DIAG_H

#include "compiler/draft.h"

struct diag {
    int errors, warnings;
    const char *folder; /* printed before each path; NULL or "" = nothing */
    void *out;          /* FILE * the lines go to; NULL = they are counted only */
};

__attribute__((format(printf, 4, 5)))
void diag_error(struct diag *diag, struct draft_at at, const char *rule, const char *format, ...);

__attribute__((format(printf, 4, 5)))
void diag_warning(struct diag *diag, struct draft_at at, const char *rule, const char *format, ...);

#endif
