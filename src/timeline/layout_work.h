/*
 * layout_work.h - one lane in the making: what layout.c (rows, labels) and layout_cluster.c (what has no label) share.
 */
#ifndef VITRINE_TIMELINE_LAYOUT_WORK_H
#define VITRINE_TIMELINE_LAYOUT_WORK_H

#include "timeline/layout.h"

enum { LAYOUT_ROWS_MAX = 8, NOBODY = -1 };

struct interval {
    double first, end;
};

struct row {
    struct interval *taken;
    int count, room;
};

struct layout_room {
    struct row rows[LAYOUT_ROWS_MAX];
    int *owner;                         /* of each item: the mark it belongs to */
    int *order;                         /* of each mark before sorting: its place after */
    int marks, members, owners, orders; /* allocated */
};

/* One lane in the making. */
struct work {
    struct layout *layout;
    struct layout_measures measures;
    const struct layout_item *items;
    int item_count;
    bool is_out_of_memory;
};

bool layout_do_touch(const struct work *work, struct interval a, struct interval b);
bool layout_is_free(const struct work *work, int row, double first, double end);

/* Adds a mark, takes its footprint in its row and returns its index. */
int layout_add_mark(struct work *work, struct layout_mark mark);
/* Makes an item a member of a mark. */
void layout_own(struct work *work, int item, int mark);
/* Whether a place is on the screen. */
bool layout_is_inside(const struct work *work, double place);
/* Whether a span is drawn as a bar here, not as a mark at its start. */
bool layout_is_bar(const struct work *work, const struct layout_item *item);

void layout_place_crowds(struct work *work, const struct layout_crowd *crowds, int count);
/* Labelled items that found no room join a labelled neighbour: "Winter Palace +3". */
void layout_join_neighbours(struct work *work);
/* What is left stands in the last row, alone or in clusters. */
void layout_place_groups(struct work *work);

#endif
