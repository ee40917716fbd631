/*
 * layout.h - where the marks of one lane stand along the axis: rows, labels, clusters (visual.md, rule T2). Arithmetic only.
 *
 * Places are pixels along the axis, from any origin; what lies across it (the height of a row) is the caller's. Labels are
 * known by their widths. The rules: what lasts comes first, then labelled moments, each in the first row with room; a label stands
 * right of its mark, else left, else in the next row, and whole inside the window. For one that finds no seat others change
 * theirs, or it gives up its bracket, or is shortened; else it joins a neighbour, or takes in what is around it in the last row. What has no label
 * stands in the last row, and what would touch there is one cluster. A mark that an edge of the window would cut stands beside
 * that edge; one outside whose bracket reaches into the window stands in the middle of what is seen of the bracket.
 *
 * Two footprints of one row are at least `gap` apart, and every item is a mark or a member of one.
 */
#ifndef VITRINE_TIMELINE_LAYOUT_H
#define VITRINE_TIMELINE_LAYOUT_H

#include <stdbool.h>

struct layout_item {
    int importance; /* smaller is placed earlier */
    bool is_span;
    bool is_labelled;  /* false: it stands in the last row */
    double mark;       /* middle of a moment's mark, start of a span */
    double first, end; /* the bar of a span; the bracket of a moment, both equal to mark when there is none */
    double room;       /* the width inside a bar, or right of a mark inside its bracket, that can hold a label */
    int label;         /* width of the label, 0 = none */
    int mark_label;    /* of a span's label beside a mark, where one row leaves no bars; 0 = as beside a bar */
    int short_label;   /* of the label where there is no room for all of it; 0 = it cannot be shortened */
    int tile;          /* width that a "differs" tile adds to the right of a mark, not of a bar; 0 = none */
    int clear;         /* a label right of a mark begins no nearer to its middle */
};

/* So many entries between two places that only their number is known; its mark is in the middle, or, where the window cuts it,
 * inside the window; one that would touch the one before it there is a part of that. */
struct layout_crowd {
    double first, end;
    int count;
};

struct layout_measures {
    int rows; /* at least 1; with one row spans stand as marks unless spans_stay */
    bool spans_stay;
    int key;                         /* width of a labelled mark */
    int target;                      /* least width of a footprint (T1) */
    int gap;                         /* least distance of two footprints (T2) */
    int words_gap;                   /* the same between the labels of two marks, which would read as one; 0 = gap */
    int merge;                       /* marks without label closer than this are one cluster; at least target + gap */
    int cluster;                     /* greatest distance of the first and the last member of a cluster; at least 2 * merge */
    int label_gap;                   /* between mark and label */
    int badge;                       /* width of "+12" behind a label */
    double bound_first, bound_end;   /* labels stay between these */
    double window_first, window_end; /* what is on the screen: who is in it is not taken in by a mark outside; equal = all */
    double whole_first, whole_end;   /* marks on the screen stand whole between these; equal = one may be cut */
};

enum layout_kind { LAYOUT_SPAN, LAYOUT_KEY, LAYOUT_SMALL, LAYOUT_CLUSTER };
enum layout_side { LAYOUT_NO_LABEL, LAYOUT_INSIDE, LAYOUT_RIGHT, LAYOUT_LEFT };

struct layout_mark {
    enum layout_kind kind;
    enum layout_side side;
    bool is_short; /* its label is the short one */
    int item; /* the one labelled; of a cluster its first member; -1 = a crowd, whose members are not listed */
    int row;
    double mark;                       /* middle of the mark; start of a span */
    double body_first, body_end;       /* mark with bracket and tile, or bar; a label lies label_gap beside it */
    double words;                      /* LAYOUT_RIGHT: where the label begins */
    double first, end;                 /* footprint, the label and a badge included: what is drawn and touched */
    bool has_badge_room;               /* behind its label */
    int first_member, count;           /* layout->members; a span or key with a count over 1 stands for others too */
    double members_first, members_end; /* the places of the first and last member */
    double crowd_first, crowd_end;     /* the stretch of a crowd, without what it has taken in from beside it */
};

struct layout {
    struct layout_mark *marks; /* by place */
    int mark_count;
    int *members; /* items */
    /* room, kept from lane to lane and frame to frame */
    struct layout_room *room;
};

void layout_init(struct layout *layout);
void layout_done(struct layout *layout);

/*
 * Lays out one lane anew. Items are sorted by mark, crowds by place and not wider than a cluster, and at least a cluster apart
 * from middle to middle. False: memory is out; the layout is empty then.
 */
bool layout_lane(struct layout *layout, const struct layout_item *items, int item_count, const struct layout_crowd *crowds,
                 int crowd_count, struct layout_measures measures);

/* The mark that holds an item of the last layout_lane; -1 when that failed. */
int layout_find(const struct layout *layout, int item);

/* Labelled items of the last layout_lane that meet first..end and go without their own label or bar, the important
 * ones counting more. */
int layout_lost(const struct layout *layout, const struct layout_item *items, int item_count, double first, double end);

/*
 * Shares `total` rows among at most 8 lanes so that as few labels as possible are lost; each lane gets two, or one where there are not so
 * many. lost[lane * most + r - 1] is what a lane loses with r rows, r up to most.
 */
void layout_share_rows(const int *lost, int most, int lanes, int total, int *rows);

#endif
