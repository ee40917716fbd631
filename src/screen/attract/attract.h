/* attract.h - the resting screen as its files share it: what was placed once, and the moment it shows. */
#ifndef VITRINE_SCREEN_ATTRACT_H
#define VITRINE_SCREEN_ATTRACT_H

#include "screen/attract/attract_bars.h"
#include "screen/attract/attract_slides.h"
#include "screen/parts.h"

enum { ATTRACT_LANGUAGES_MOST = 8, ATTRACT_DRIFT_PX = 12 /* of the title along the fault */ };

/* A year in large numerals: the box of its figures. */
struct attract_year {
    int year, size_px;
    struct rect box;
};

struct attract {
    int64_t began_ms;
    struct attract_slide slides[ATTRACT_SLIDES_MOST];
    int slide_count;
    struct attract_moment shown; /* what the last frame showed */
    bool could_continue;
    /* placed by layout */
    struct rect picture;         /* everything above the keys */
    struct fault fault;
    int first_year, last_year;
    struct attract_year years[2]; /* the second is empty when the exhibit lies in one year */
    struct attract_bar bars[ATTRACT_LANGUAGES_MOST];
    int bar_size;                /* 0: no room for the title */
    struct rect hook;
    struct rect keys[ATTRACT_LANGUAGES_MOST];
    struct text_builder *words; /* NULL when memory is out */
    char digits[16];
    struct pack_span digits_span;
};

/* Colours of the two halves; they change places with every loop (I13). */
struct attract_colours {
    uint32_t upper, lower;             /* grounds left and right of the fault */
    uint32_t upper_figure, lower_figure; /* numerals and bars on them */
    uint32_t upper_words, lower_words; /* on the bars */
    uint32_t band, band_words;
    uint32_t differs;                  /* the sign in the hook */
    uint32_t key, key_words, key_edge;
};

struct attract_colours attract_colours(const struct kit *kit, bool is_swapped);

/* ---- attract_place.c ---- */

void attract_place(struct attract *attract, struct kit *kit);
/* "1917", or "120 BC" in the language a visit begins in. Borrowed until the next call. */
struct pack_text attract_year_words(struct attract *attract, struct kit *kit, int year);
/* A style of one line. */
struct block_style attract_line(enum font_role role, int size_px);
/* The style of a line made smaller until the text fits the width. */
struct block_style attract_fitting(struct kit *kit, enum font_role role, int size_px, struct pack_text text, int width_px);
/* From the top of a line box to its baseline, and to the top of capitals. */
int attract_baseline(struct kit *kit, struct block_style style);
int attract_cap_top(struct kit *kit, struct block_style style);

/* ---- attract_picture.c ---- */

void attract_picture_draw(struct attract *attract, struct kit *kit, const struct attract_moment *moment);

/* ---- attract_hook.c ---- */

/* "14 ≠ 16  IV · 1922", "≠ How large were the debts?" or the title of an entry. */
void attract_hook_draw(const struct attract *attract, struct kit *kit, const struct attract_moment *moment,
                       const struct attract_colours *colours);

#endif
