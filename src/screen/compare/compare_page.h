/*
 * compare_page.h - the comparison of answers, as its files share it.
 *
 * Answers stand side by side in rows of as many columns as the panel and the text size allow; everything that does not fit
 * scrolls. On a wide panel at text size A the title and the foot (summary, other disagreements) stand still, and answers that
 * do not fit into one row, or are more than four where there are more documents, come a set at a time. On a small panel the
 * answers alone stand side by side, as tabs, and under them lies the column of the one that is chosen.
 */
#ifndef VITRINE_SCREEN_COMPARE_PAGE_H
#define VITRINE_SCREEN_COMPARE_PAGE_H

#include "screen/pane.h"
#include "screen/parts.h"

enum { COMPARE_COLUMNS_MAX = 24, COMPARE_VIEW = 0 };

enum compare_act {
    COMPARE_PAGE_UP,
    COMPARE_PAGE_DOWN,
    COMPARE_SHOW_ALL,
    COMPARE_SET_BACK,
    COMPARE_SET_NEXT,
    COMPARE_CHOOSE, /* + number of the answer */
};

struct compare_column {
    int answer;
    int number;       /* among the answers of its document */
    struct rect rect; /* in the content of the pane, slipped where it differs */
    int row, name_h;  /* name_h: least room for its name, so that words begin on one line in a row */
    int slip;         /* how far it has slipped, px, up is negative */
};

struct compare_page {
    int disagreement;
    struct pack_disagreement facts;
    struct text_builder *builder;
    bool has_fixed_frame;    /* title and foot stand still */
    bool has_tabs;           /* the answers are tabs, and one of them is told */
    bool has_fixed_head;     /* title and tabs stand still */
    struct rect title, foot; /* on the screen when fixed, else in the content */
    struct rect axis;        /* in the content; no height = none */
    struct rect strip;       /* page keys of portrait panels; no height = they stand beside the pane */
    struct rect body;        /* where columns stand, on the screen */
    struct compare_column columns[COMPARE_COLUMNS_MAX];
    int column_count, row_count;
    int way_h;                     /* of the ways, all the same */
    int answer_px, silent_px;      /* type size of answers that differ, and of silence; 0 = as large as fits */
    int chosen;                    /* with tabs: the answer that is told, -1 = the first that differs */
    struct rect shelf;             /* the line that the tabs stand on, in the content, or on the screen with a fixed head */
    struct compare_column told;    /* what lies under it, in the content */
    int answers, sets, set, first; /* with a fixed frame: of all answers, the set that is shown and its first one */
    int64_t opened_ms;
    bool is_slipping; /* the last frame is not yet the one at rest */
    struct pane pane;
};

/* ---- places ---- */

void compare_layout(struct compare_page *page, struct kit *kit);
/* Of the keys that turn the page. */
int compare_key_width(const struct kit *kit);
int compare_key_height(const struct kit *kit);

/* ---- one column ---- */

/* Height of one with its answer, width and room for names set. */
int compare_column_height(struct compare_page *page, struct kit *kit, const struct compare_column *place);
/* Type size of its answer there, 0 = it has no words. */
int compare_answer_size(struct compare_page *page, struct kit *kit, int answer, int width_px);
/* Room its name needs in a column of that width. */
int compare_name_height(struct kit *kit, int answer, int width_px);
void compare_column_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int origin);
/* The way to the passage, where it does not belong to the column itself. */
void compare_way_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int y);
/* What it needs in a column of that width. */
int compare_way_height(struct kit *kit, int answer, int width_px);
int compare_bar_height(const struct kit *kit);
int compare_padding(const struct kit *kit); /* between the edge of a column and its words */

/* ---- columns ---- */

/* Lays the answers out from y = top of the content in width_px from x; returns the end. */
int compare_columns_place(struct compare_page *page, struct kit *kit, int x, int top, int width_px);
/* Draws them with the content starting at origin. */
void compare_columns_draw(struct compare_page *page, struct kit *kit, int origin);
/* The bars over columns, joined where they differ; in a fixed frame they stay in sight when the columns scroll. */
void compare_bars_draw(const struct compare_page *page, struct kit *kit, int origin);
/* The ways under the columns of a fixed frame, which stay in sight when the columns scroll: none is lower than `lowest`. */
void compare_ways_draw(struct compare_page *page, struct kit *kit, int origin, int lowest);
/* Where a column is now on its way to its place, and whether any is on the way. */
int compare_column_y(const struct compare_page *page, const struct kit *kit, const struct compare_column *column);
bool compare_is_slipping(const struct compare_page *page, const struct kit *kit);
/* The answer speaks, and differs. */
bool compare_differs(const struct kit *kit, int answer);

/* ---- tabs instead of columns ---- */

int compare_tabs_chosen(const struct compare_page *page, const struct kit *kit); /* an answer of the pack */
void compare_tabs_choose(struct compare_page *page, struct kit *kit, int chosen);
/* How many stand in a row, so that every answer is seen whole. */
int compare_tabs_in_row(const struct compare_page *page, struct kit *kit, int width_px, int gap_px);
int compare_tab_height(const struct compare_page *page, struct kit *kit, int answer, int width_px);
int compare_tab_size(const struct compare_page *page, struct kit *kit, int answer, int width_px);
void compare_tab_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int origin);
int compare_shelf_height(const struct kit *kit);

/* ---- sets of columns ---- */

/* Keeps those columns that are shown when at most `most` stand side by side. */
void compare_sets_choose(struct compare_page *page, int most);
/* To the next set or the one before; lay the page out anew then. */
void compare_sets_turn(struct compare_page *page, struct kit *kit, int step);
/* The room the keys take beside the title, 0 = all answers are shown; and drawn there. */
int compare_sets_width(const struct compare_page *page, struct kit *kit);
void compare_sets_draw(const struct compare_page *page, struct kit *kit, struct rect title);

/* ---- axis ---- */

/* Height of the axis over the columns; 0 when the answers are no dates on one scale. */
int compare_axis_height(const struct compare_page *page, struct kit *kit);
void compare_axis_draw(struct compare_page *page, struct kit *kit, int origin);

/* ---- foot ---- */

int compare_foot_height(struct compare_page *page, struct kit *kit, int width_px);
void compare_foot_draw(struct compare_page *page, struct kit *kit, struct rect rect);

/* ---- shared ---- */

struct pack_text compare_words(struct kit *kit, enum pack_field field, int index);
int compare_gap(const struct kit *kit); /* distance of targets (T2), px */

#endif
