/*
 * subset.h - a font reduced to the characters an exhibit uses, with what shaping them needs
 * (HarfBuzz).
 */
#ifndef VITRINE_COMPILER_SUBSET_H
#define VITRINE_COMPILER_SUBSET_H

#include <hb.h>
#include <stdbool.h>

#include "compiler/draft.h"

/* Fills bytes and size of `out`, owned by the draft. The same font and characters give the same
 * bytes. False when the font is broken or may not be subset. */
bool subset_face(struct draft *draft, hb_face_t *face, const hb_set_t *characters,
                 struct draft_face *out);

/* Characters that every text may need beside its own: digits, basic Latin, punctuation, quotation
 * marks, dashes. */
void subset_add_basics(hb_set_t *characters);

/* The alphabet of a language with its capitals, so that names typed later show. Alphabets of more
 * than a thousand signs are passed over. */
void subset_add_alphabet(hb_set_t *characters, const char *tag);

#endif
