/*
 * told.h - a text of the exhibit in the visitor's language, or in the one that stands in for it (rule L8).
 *
 * Statements, notes, remarks, roles, explanations and translations may be missing in a language when the exhibit gives a fallback
 * order; titles and names never are.
 */
#ifndef VITRINE_SCREEN_TOLD_H
#define VITRINE_SCREEN_TOLD_H

#include "screen/screen.h"

/* The visitor's language if the text is told in it or in none, else the first of the fallback order that has it. */
int told_language(struct kit *kit, enum pack_field field, int index);
struct pack_text told(struct kit *kit, enum pack_field field, int index);

/* BCP 47 of that language. */
const char *told_tag(struct kit *kit, enum pack_field field, int index);
/* A style of parts.h in the direction of that language. */
struct block_style told_style(struct kit *kit, enum font_role role, enum type type, enum pack_field field, int index);

/* "Not yet translated. Shown in English." in the visitor's language. Lives in the builder until its next use. */
struct pack_text told_notice(struct kit *kit, struct text_builder *builder, int language);
/* The same for a text by itself. Empty where it is in the visitor's language, or in `noticed`: a notice about that one stands
 * above it already. */
struct pack_text told_alone(struct kit *kit, struct text_builder *builder, enum pack_field field, int index, int noticed);

#endif
