/*
 * drawn_sizes.h - the smallest letters that were drawn, whatever any list of elements says: the calls into SDL_ttf are watched.
 */
#ifndef VITRINE_TESTS_DRAWN_SIZES_H
#define VITRINE_TESTS_DRAWN_SIZES_H

struct drawn_size {
    float cap_px; /* height of capitals; 0 = nothing was drawn */
    int size_px;
    char words[80];
};

/* Words drawn since the last call with a character that their face does not have (Y2), into 80 bytes; "" = none. */
void drawn_sizes_notdef(char words[80]);

/* Of what was drawn since the last call. A text that is still kept as a texture is not drawn again. */
struct drawn_size drawn_sizes_smallest(void);

#endif
