/*
 * compile.h - everything between a content folder and a draft that is fit to be written: read, dated, illustrated, judged,
 * broken into lines, set in fonts.
 */
#ifndef VITRINE_COMPILER_COMPILE_H
#define VITRINE_COMPILER_COMPILE_H

#include <stdbool.h>

#include "compiler/diag.h"
#include "compiler/draft.h"
#include "compiler/fonts.h"
#include "compiler/progress.h"

struct compile_options {
    const char *content; /* the content folder */
    const char *assets;  /* the folder that holds motifs/ */
    struct fonts_options fonts;
};

/* Fills an initialised draft and reports what is wrong with it. False when the folder could not be read at all; the draft
 * may be written when true is returned and diag counts no errors. */
bool compile_folder(struct draft *draft, struct diag *diag, const struct compile_options *options, struct progress *progress);

#endif
