/*
 * write_quoted.h - what a pack stores of a document: its paragraphs, or, where the full text stays out, what is quoted.
 */
#ifndef VITRINE_COMPILER_WRITE_QUOTED_H
#define VITRINE_COMPILER_WRITE_QUOTED_H

#include "compiler/draft.h"

struct quoted;

/* Needs all pieces of the draft located. The texts are owned by the draft. */
struct quoted *quoted_open(struct draft *draft, int document);

/* Accepts NULL. */
void quoted_close(struct quoted *quoted);

/* The text to store for a paragraph of the document. */
const struct draft_text *quoted_text(const struct quoted *quoted, int paragraph);

/* Where a byte of a quoted piece stands in that text. */
uint32_t quoted_place(const struct quoted *quoted, int paragraph, uint32_t byte);

#endif
