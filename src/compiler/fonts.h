/*
 * fonts.h - which face draws every character, and the faces themselves, reduced to what the exhibit
 * uses.
 */
#ifndef VITRINE_COMPILER_FONTS_H
#define VITRINE_COMPILER_FONTS_H

#include "compiler/diag.h"
#include "compiler/draft.h"

struct fonts_options {
    const char *const *folders; /* looked through in order, before the fonts of the system */
    int folder_count;
};

/*
 * Sets the face of every span, splitting spans by whole grapheme clusters, and the bytes of every
 * face. Needs the spans of `breaks`. Reports "font" for a file that is missing or no font, "glyph"
 * for a character that no face of its role has (once for each character), and warns ("glyph") where
 * some other role that may draw the text lacks it.
 */
void fonts_fill(struct draft *draft, struct diag *diag, const struct fonts_options *options);

#endif
