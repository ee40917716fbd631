/*
 * load.h - the content folder becomes a draft.
 *
 * Every file is read once, in the order of the exhibit and, for entries and stories, of their names. What cannot be read
 * at all (encoding, YAML, Markdown, wrong types, unknown fields) is reported here by name of rule; what can be read but is
 * not right is left in the draft for `rules`. Quotations, marks and language spans are located in the documents.
 */
#ifndef VITRINE_COMPILER_LOAD_H
#define VITRINE_COMPILER_LOAD_H

#include <stdbool.h>

#include "compiler/diag.h"
#include "compiler/draft.h"

/* Called now and then on long work: `what` is "reading entries" and the like. */
struct load_progress {
    void (*say)(void *context, const char *what, int done, int total); /* NULL = nobody wants to know */
    void *context;
};

/* Fills an initialised draft from `folder`. False when the folder or its exhibit.yaml cannot be read, so that there is
 * nothing to judge; the reason has been reported. True does not mean that there were no errors. */
bool load_folder(struct draft *draft, struct diag *diag, const char *folder, struct load_progress progress);

#endif
