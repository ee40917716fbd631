/*
 * rules.h - what an exhibit must hold to, as a table of named rules. All of them run, all report.
 */
#ifndef VITRINE_COMPILER_RULES_H
#define VITRINE_COMPILER_RULES_H

#include "compiler/diag.h"
#include "compiler/draft.h"

struct rule;

/* What a rule is given: itself (for its name), the draft and where to complain. */
struct judge {
    const struct rule *rule;
    struct draft *draft;
    struct diag *diag;
};

struct rule {
    const char *name;
    void (*check)(const struct judge *judge); /* NULL = reported while reading */
    const char *sentence;                     /* what it asks for */
    bool is_about_all;                        /* not judged while a file is unread */
};

const struct rule *rules_all(int *count);

/* Judges a draft that has been loaded, whose dates are filled in and whose pictures are known, so that every reference has
 * its index. */
void rules_run(struct draft *draft, struct diag *diag);

#endif
