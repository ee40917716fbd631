/*
 * column.h - a reading column of cards beside a vertical axis (portrait), each as near to its mark as the others allow.
 *
 * Arithmetic only. Cards stand in the order of their marks; when there are more entries than slots the least important join
 * their neighbours. A leader runs level from the mark, upright beside the cards, and level again: see column_order.
 */
#ifndef VITRINE_TIMELINE_COLUMN_H
#define VITRINE_TIMELINE_COLUMN_H

enum { COLUMN_ITEMS_MAX = 256 };

struct column_item {
    double at;  /* where its mark is, px from the top of the column */
    int weight; /* the heavier keeps its card longer */
    int count;  /* entries it stands for, 1 or more */
};

struct column_card {
    int first_item, item_count; /* neighbours in the order of marks */
    int lead;                   /* the item it is named after */
    int count;                  /* entries it stands for */
    double at;                  /* where the mark of its lead is */
    double top;
};

/* Makes at most `slots` cards of items sorted by `at` (at most COLUMN_ITEMS_MAX) and returns how many. */
int column_fill(const struct column_item *items, int item_count, int slots, struct column_card *cards);

/* Gives each card its top: pitch apart or more, inside 0..height_px, as near to its mark as possible in the least squares. */
void column_place(struct column_card *cards, int card_count, double pitch_px, double height_px);

/* The leader of a mark to its cards, which are neighbours. */
struct column_leader {
    int mark;        /* px from the top, of its level beginning */
    int first, last; /* of the middles of its first and its last card */
    int step;        /* where its upright stands: 0 = nearest to the marks */
};

/*
 * Gives the uprights of leaders, sorted by mark, steps at which no two leaders cross or come nearer to each other than apart_px,
 * as far apart as all marks and all cards must be; returns how many steps there are. Where cards lie below their marks the later
 * stands nearer to the marks, where they lie above further away.
 */
int column_order(struct column_leader *leaders, int count, int apart_px);

#endif
