/*
 * layout_work.h - one lane in the making: what layout.c (rows, labels) and layout_cluster.c (what has no label) share.
 */
#ifndef VITRINE_TIMELINE_LAYOUT_WORK_H
#define VITRINE_TIMELINE_LAYOUT_WORK_H

#include "timeline/layout.h"

enum { LAYOUT_ROWS_MAX = 8, LAYOUT_LANES_MAX = 8, NOBODY = -1 };

struct interval {
    double first, end;
    bool words_first, words_end; /* a label lies at that end */
    bool is_named;
};

struct row {
    struct interval *taken;
    int count, room;
};

struct layout_room {
    struct row rows[LAYOUT_ROWS_MAX];
    int *owner;                         /* of each item: the mark it belongs to */
    int *order;                         /* of each mark before sorting: its place after */
    struct layout_item *standing;       /* the items, where they stand */
    int marks, members, owners, orders; /* allocated */
    int standings;
    bool has_bars; /* spans are bars */
};

/* One lane in the making. */
struct work {
    struct layout *layout;
    struct layout_measures measures;
    const struct layout_item *items; /* where they stand */
    int item_count;
    bool is_out_of_memory;
};

bool layout_do_touch(const struct work *work, struct interval a, struct interval b);
bool layout_is_free(const struct work *work, int row, struct interval wanted);
struct interval layout_footprint(const struct layout_mark *mark);

/* Adds a mark, takes its footprint in its row and returns its index. */
int layout_add_mark(struct work *work, struct layout_mark mark);
/* Where a labelled mark may sit. */
struct seat {
    int row;
    enum layout_side side;
    bool is_bare;  /* without its bracket; a single row never has brackets, which would keep everything else out */
    bool is_short; /* with the short label */
    bool is_loose; /* its label may be cut by an edge of the window */
    int badge;     /* room for a number behind the label */
};

bool layout_has_bracket(const struct work *work, const struct layout_item *item);
/* Puts a mark on a seat, whoever sits there; false where its label cannot stand. */
bool layout_try_on(const struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark);
/* Sits a mark down if its label can stand there and nobody else does. */
bool layout_try_seat(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark);
/* The same on whichever side there is room. */
bool layout_try_sides(struct work *work, const struct layout_item *item, struct seat seat, struct layout_mark *mark);

/* The footprint of a mark in its row. */
void layout_take(struct work *work, const struct layout_mark *mark);
void layout_release(struct work *work, const struct layout_mark *mark);
/* Makes an item a member of a mark. */
void layout_own(struct work *work, int item, int mark);
/* Where a mark stands that belongs at a place: whole on the screen, if the place is on it. */
double layout_stand(const struct work *work, double place);
/* The same for an item. */
struct layout_item layout_stood(const struct work *work, const struct layout_item *item);
/* Whether a place is on the screen. */
bool layout_is_inside(const struct work *work, double place);
/* Whether a span is drawn as a bar here, not as a mark at its start. */
bool layout_is_bar(const struct work *work, const struct layout_item *item);

void layout_place_crowds(struct work *work, const struct layout_crowd *crowds, int count);
/* Labelled items that found no room join a labelled neighbour: "Winter Palace +3". */
void layout_join_neighbours(struct work *work);
/* Those that found no neighbour either stand in the last row and take in what else is there: "Crimea +2". */
void layout_place_leads(struct work *work);
/* What is left stands in the last row, alone or in clusters. */
void layout_place_groups(struct work *work);
/* What stands there, alone or in a cluster, may have a label after all, where nothing else is near: "NEP +5". */
void layout_label_the_lonely(struct work *work);

#endif
