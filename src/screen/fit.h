/* fit.h - display words as large as their place allows, never with a word broken. */
#ifndef VITRINE_SCREEN_FIT_H
#define VITRINE_SCREEN_FIT_H

#include "screen/screen.h"

/* Display type of any size, set tight. */
struct block_style fit_style(const struct kit *kit, int size_px);

/* False where a word had to be broken between its letters to fit. */
bool fit_keeps_words(const struct block *block);

/* The text in the largest size up to most_px that needs no more than most_lines lines of width_px; at the smallest text size of
 * the look it takes what it needs. */
const struct block *fit_words(struct kit *kit, struct pack_text text, int most_px, int most_lines, int width_px);

#endif
