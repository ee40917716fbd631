/*
 * reader_place.h - where the parts of the reader stand on a panel: arithmetic only.
 *
 *     wide      documents | reading column | strip | about      landscape panels
 *     tall      reading column | strip, about below, tabs        portrait panels
 *     compact   tabs and keys, reading column | strip            small panels and A++: "about" takes the column's place
 *
 * A wide panel whose reading column would fall under 45 characters beside everything gives up the list of documents for tabs,
 * then is compact (rule Y3). All places are for a left-to-right interface.
 */
#ifndef VITRINE_SCREEN_READER_PLACE_H
#define VITRINE_SCREEN_READER_PLACE_H

#include <stdbool.h>

#include "rect.h"
#include "screen/look.h"

enum { READER_LIST_EDGE_PX = 3 }; /* the line between the list and the reading column */

enum reader_mode { READER_WIDE, READER_TALL, READER_COMPACT };

struct reader_place {
    enum reader_mode mode;
    bool has_list;      /* documents in a column of their own, else as tabs */
    struct rect list;   /* that column */
    struct rect bar;    /* tabs of documents, and keys in the compact form; no width with a list */
    struct rect header; /* name and language of the document; in the compact form it scrolls with the text and is as wide */
    struct rect text;   /* the view of the reading column, from edge to edge */
    int number_x, text_x, text_w; /* paragraph numbers and words in it */
    bool has_strip;               /* else it is too low to be read, and the page is told in figures */
    struct rect strip, up, down;  /* the passage strip, or those figures, between the page keys */
    struct rect words;            /* the key to the words explained, apart from them; no width without such words */
    struct rect side;   /* about this document; in the compact form the text's place */
    struct rect side_head; /* tall: heading and key above it */
};

/* What depends on the words. The width of the header depends only on the others. */
struct reader_needs {
    int number_px; /* width of the paragraph numbers */
    int bar_rows;  /* rows of keys in the bar of the compact form, at least 1 */
    int header_px; /* height of the header */
    bool has_words; /* the document uses terms of the glossary */
};

struct reader_place reader_place(const struct look *look, struct rect area, struct reader_needs needs);

/* Room kept above the first and below the last paragraph, so that no word ends under the fade. */
int reader_place_padding(const struct look *look);
/* Height of a key of this panel: primary controls (T1). */
int reader_place_key(const struct look *look);
/* Between keys of a row. */
int reader_place_gap(const struct look *look);

/*
 * The start of a page that should begin at want_px, moved to the start of a line of its first paragraph, which begins at
 * top_px. At least two lines of a paragraph stay on either side of the edge (Y5).
 */
int reader_place_page(int want_px, int top_px, int lines, int line_px);

#endif
