/*
 * drawn_blocks.h - the blocks of text that were drawn, held against their own measure: the calls into draw are watched. Only for
 * programs that are linked with --wrap for each of them (CMakeLists.txt).
 */
#ifndef VITRINE_TESTS_DRAWN_BLOCKS_H
#define VITRINE_TESTS_DRAWN_BLOCKS_H

struct drawn_blocks {
    char overfull[120]; /* words of a block that is wider than the room it was set in; "" = none */
    int overfull_px, room_px;
    char torn[120]; /* words of a block with a word taken apart between two letters, without a hyphen; "" = none */
    char cut[120]; /* words that the left or right edge of a clip cuts; "" = none */
    int full_lines; /* of documents: lines that another one of the same paragraph follows, of three lines and more */
    int full_characters, longest;
    char longest_words[60]; /* of the paragraph with the longest line */
};

/* Of what was drawn since the last call. */
struct drawn_blocks drawn_blocks_take(void);

#endif
