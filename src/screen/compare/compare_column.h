/* compare_column.h - one answer as it is measured and painted, as the files of the column and of the tabs share it. */
#ifndef VITRINE_SCREEN_COMPARE_COLUMN_H
#define VITRINE_SCREEN_COMPARE_COLUMN_H

#include "screen/compare/compare_page.h"

/* The answer itself: its big word, and what stands around it. Blocks NULL = absent, valid for the frame. */
struct column_answer {
    const struct block *before, *words, *after;
    int before_h, height; /* before_h: kept free though nothing stands there, so that big words stand on one line */
    bool is_after_below, is_after_tied;
};

struct column_paint {
    struct rect card; /* on the screen */
    uint32_t ink, ink2, fill;
    char tail[60]; /* "LT:0" */
    int x, y, w;   /* where the next text goes */
};

/* "LT:0": the document, and which of its answers. */
void compare_tail(const struct kit *kit, const struct compare_column *place, char tail[60]);

/* Without colour an answer that differs carries the sign, at the end of that row. */
void compare_sign_draw(struct kit *kit, struct rect row);

/* The type size it may have at most, on one line or, when it is long, on several. */
int compare_answer_most(const struct compare_page *page, const struct kit *kit, int answer, bool is_long);
/* The answer as large as it fits in width_px; what stands around it on lines of its own, or behind it on the same. */
struct column_answer compare_answer_set(struct compare_page *page, struct kit *kit, int answer, int width_px);
/* The same on one or two lines, as it is read. */
struct column_answer compare_answer_set_whole(struct compare_page *page, struct kit *kit, int answer, int width_px);
/* Draws it where the paint is, without moving that, and lists it. */
void compare_answer_draw(struct compare_page *page, struct kit *kit, int answer, const struct column_answer *set,
                         const struct column_paint *paint);

/* The way to the passage of an answer, or to its document. */
void compare_way_paint(struct kit *kit, struct pack_answer facts, const struct column_paint *paint, struct rect rect);

/* "14 April 1922", "silent"; lives in the builder of the page. */
struct pack_text compare_answer_whole(struct compare_page *page, struct kit *kit, int answer);
/* "14", "silent" */
struct pack_text compare_answer_word(struct kit *kit, int answer);
/* What the word is written in. */
uint32_t compare_answer_ink(const struct kit *kit, int answer, const struct block *word);

#endif
