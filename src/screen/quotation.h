/*
 * quotation.h - the words of a document on a screen: a passage between quotation marks, where it stands, what it means here.
 *
 * Texts that are put together live in the builder until its next use.
 */
#ifndef VITRINE_SCREEN_QUOTATION_H
#define VITRINE_SCREEN_QUOTATION_H

#include "screen/screen.h"

/* The pieces of a source joined by " … ", marks flagged, between the outer quotation marks of the visitor's language (Y6). */
struct pack_text quotation_words(struct kit *kit, struct text_builder *builder, int source);

/* "Lithuanian web article, paragraph 5, sentence 2" */
struct pack_text quotation_place(struct kit *kit, struct text_builder *builder, int source);

/* The translation into the visitor's language, or the one that stands in (L8); empty when the document is in that language. */
struct pack_text quotation_translation(struct kit *kit, int source);
/* BCP 47 of that language. */
const char *quotation_translation_tag(struct kit *kit, int source);
/* Its style, in the direction of its language. */
struct block_style quotation_translation_style(struct kit *kit, int source);
/* What stands over it: "In English", or that there is none yet and what is shown instead. */
struct pack_text quotation_heading(struct kit *kit, struct text_builder *builder, int source);

/* BCP 47 of the document's language. */
const char *quotation_tag(const struct kit *kit, int source);

/* The style of a document's words, in its own direction. */
struct block_style quotation_style(const struct kit *kit, int document, enum type type);

/* Marked words: bold, and on the ground of "differs" where the voices do. */
struct draw_ink quotation_ink(const struct kit *kit, bool differs, uint32_t ink);

/* The source is an answer that differs in a disagreement of its entry. */
bool quotation_differs(const struct kit *kit, int source);

#endif
