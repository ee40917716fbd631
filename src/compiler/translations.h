/*
 * translations.h - which text of the exhibit was made from which other one.
 *
 * A paragraph, a quotation and its translation; and whatever the editors wrote themselves, in the default language and in
 * each of the others. Names of people and places are no translations.
 */
#ifndef VITRINE_COMPILER_TRANSLATIONS_H
#define VITRINE_COMPILER_TRANSLATIONS_H

#include <stdint.h>

#include "compiler/draft.h"

enum { TRANSLATION_LABEL_BYTES = 160 };

struct translation {
    struct draft_at at;                  /* at.path and label together are its name, which stays while others come and go */
    char label[TRANSLATION_LABEL_BYTES]; /* "p3", "quotation lt-signed", "statement 2", "lenin role lt" */
    struct draft_at source_at;
    uint32_t source, own; /* CRC-32C of the text it was made from, and of its own */
};

/* Every translation that is there. */
void translations_each(const struct draft *draft, void (*visit)(const struct translation *translation, void *context),
                       void *context);

#endif
