/*
 * locate.h - where words stand in a document. Words never reach over the end of a paragraph.
 */
#ifndef VITRINE_COMPILER_LOCATE_H
#define VITRINE_COMPILER_LOCATE_H

#include <stddef.h>
#include <stdint.h>

#include "compiler/draft.h"

/* An index of all paragraphs of one document; the document must outlive it. */
struct locate;

struct locate *locate_open(const struct draft_document *document);

/* Accepts NULL. */
void locate_close(struct locate *locate);

struct locate_hit {
    int count;      /* how often the words occur */
    int paragraph;  /* index of the first of them, -1 = none */
    uint32_t start; /* its byte in the paragraph */
};

/* Empty words are found nowhere. */
struct locate_hit locate_find(const struct locate *locate, const char *words);

/* The longest beginning of the words, in whole characters, that does occur; *where is its first place. */
size_t locate_beginning(const struct locate *locate, const char *words, struct locate_hit *where);

/* Fills paragraph, start and length of every piece of a quotation, and piece, start and length of every mark. */
void locate_quotations(struct draft *draft);

#endif
