/*
 * reader.h - the reader as its files share it: one document, its paragraphs in a column, what is marked, what stands beside it.
 *
 * Paragraphs are counted within the document here, from 0; the session keeps those of the pack.
 */
#ifndef VITRINE_SCREEN_READER_H
#define VITRINE_SCREEN_READER_H

#include "screen/reader/heights.h"
#include "screen/pane.h"
#include "screen/parts.h"
#include "screen/reader/reader_place.h"

enum reader_view { READER_TEXT, READER_STRIP, READER_SIDE, READER_LIST };

/* The screen's own verbs (UI_OWN). */
enum reader_act {
    READER_TRANSLATE, READER_ABOUT, READER_UP, READER_DOWN, READER_SIDE_UP, READER_SIDE_DOWN, READER_LIST_UP, READER_LIST_DOWN,
};

enum { READER_USES_MOST = 64, READER_TAGS_MOST = 4, READER_BLOCKS_MOST = 256, READER_DOCUMENTS_MOST = 8 };

/* A chip: an entry, or a question on which this paragraph differs from another document. */
struct reader_use {
    bool is_question;
    int index; /* entry, or disagreement */
};

/* A block of the passage strip: a paragraph, or several that are too short to be drawn apart. */
struct reader_block {
    int y, h;
    int first, last;
    bool is_used;
};

struct reader {
    int document;
    struct pack_document facts;
    int source;              /* the passage, -1 = none */
    bool differs;            /* it answers a question otherwise than another document */
    int translation;         /* the language translations are shown in, -1 = there are none */
    bool has_words;          /* what is shown of it uses terms of the glossary */
    bool has_switch;         /* compact: the key to the translation found room beside the tabs */
    bool is_about;           /* compact: the column shows what is known of the document */
    struct reader_place place;
    struct pane text, side, list;
    struct heights *heights; /* px, the gap below included */
    struct heights *lengths; /* bytes */
    int top_px, bottom_px;   /* room above the first and below the last paragraph inside the column */
    int current;             /* the paragraph that "is used in" */
    int focus;               /* the paragraph with the focus, -1 = none */
    struct reader_use uses[READER_USES_MOST];
    int use_count, uses_of;  /* of which paragraph, -1 = not yet listed */
    struct reader_block blocks[READER_BLOCKS_MOST];
    int block_count;
    int tags[READER_TAGS_MOST]; /* languages of its foreign words */
    int tag_count;
    int64_t bytes[READER_DOCUMENTS_MOST]; /* of text, in each document */
    struct text_builder *builder;
};

/* ---- reader_column.c: the column of paragraphs ---- */

/* Forgets all heights and estimates them for the width of the place. */
void reader_column_measure(struct reader *reader, struct kit *kit);
/* Lays out what is near the view, keeps what is seen where it is, and notes the scroll anchor in the session. */
void reader_column_settle(struct reader *reader, struct kit *kit);
/* Puts a paragraph at a distance from the top of the view at once; its neighbours are laid out. */
void reader_column_show(struct reader *reader, struct kit *kit, int paragraph, double offset_px);
/* Puts the passage where it is read best. */
void reader_column_show_passage(struct reader *reader, struct kit *kit);
void reader_column_page(struct reader *reader, struct kit *kit, int step);
/* The first or last paragraph. */
void reader_column_end(struct reader *reader, struct kit *kit, bool is_last);
/* Where a paragraph begins in the content of the pane. */
int reader_column_top(const struct reader *reader, int paragraph);
/* First and last paragraph of which something is in the view. */
void reader_column_seen(const struct reader *reader, int *first, int *last);

/* ---- reader_text.c: paragraphs ---- */

int reader_gap(const struct kit *kit);
/* The widest number of a paragraph or tag of a language beside the words. */
int reader_number_width(const struct reader *reader, struct kit *kit);
/* The words of a paragraph as they are shown, the passage flagged; valid until the builder's next use. */
struct pack_text reader_words(struct reader *reader, struct kit *kit, int paragraph);
const struct block *reader_paragraph(struct reader *reader, struct kit *kit, int paragraph);
/* Space above the words of a paragraph: headings keep their distance. */
int reader_above(const struct reader *reader, struct kit *kit, int paragraph);
/* The paragraph holds a part of the passage. */
bool reader_is_marked(const struct reader *reader, const struct kit *kit, int paragraph);
void reader_text_draw(struct reader *reader, struct kit *kit);

/* Red where the passage differs, else blue; white in high contrast. */
uint32_t reader_accent(const struct reader *reader, const struct kit *kit);
bool reader_is_translated(const struct reader *reader, const struct kit *kit);

/* ---- reader_head.c: name, language and notices of the document ---- */

int reader_head_height(struct reader *reader, struct kit *kit, int width_px);
void reader_head_draw(struct reader *reader, struct kit *kit, int y);
/* The key that switches between original and translation; false: there is no translation. */
bool reader_switch_key(const struct reader *reader, struct kit *kit, struct key *key);

/* ---- reader_strip.c ---- */

void reader_strip_arrange(struct reader *reader, struct kit *kit);
void reader_strip_draw(struct reader *reader, struct kit *kit);
void reader_strip_gesture(struct reader *reader, struct kit *kit, const struct gesture *gesture);

/* ---- reader_about.c ---- */

void reader_about_find(struct reader *reader, struct kit *kit);
void reader_about_draw(struct reader *reader, struct kit *kit);

/* ---- reader_uses.c ---- */

void reader_uses_find(struct reader *reader, struct kit *kit);
/* Where the first view of what scrolls ends, from y on, and what of it fades; view_px 0 = everything is in view. */
struct reader_foot {
    int view_px, fade_px;
};

/* Heading and chips from y on in a column, whole in the first view or below it; draws = false only measures. Returns the height. */
int reader_uses_draw(struct reader *reader, struct kit *kit, struct rect column, int y, struct reader_foot foot, bool draws);

/* ---- reader_list.c: the documents, as a list or as tabs ---- */

void reader_list_measure(struct reader *reader, const struct kit *kit);
void reader_list_draw(struct reader *reader, struct kit *kit);
void reader_bar_draw(struct reader *reader, struct kit *kit);
/* Rows the keys of the compact form take in a bar of that width. */
int reader_bar_rows(struct kit *kit, int width_px);
/* Siglum on a tab, light on a dark ground. */
int reader_tab(struct kit *kit, int document, bool is_light, struct rect within, int height);

/* ---- small things they share ---- */

/* The rectangle seen in a mirror that covers the panel, if the interface runs from right to left. */
struct rect reader_flip(const struct kit *kit, struct rect rect);
/* Words and their element, clipped to the pane being drawn. Returns the height. */
int reader_say(struct kit *kit, const char *id, const char *role, struct pack_text text, struct block_style style,
               struct rect box, uint32_t ink, uint32_t ground);
/* A page key of a pane; absent when there is nothing more that way (C2). */
void reader_page_key(struct kit *kit, const struct pane *pane, const char *id, int step, int act, struct rect rect);

#endif
