/*
 * browse.h - what the files of the timeline screen share: where the camera is, where things lie on this panel, what stands in
 * which lane. Private to browse.c and its parts; other screens know screen_timeline only.
 *
 * Two kinds of pixels: those of the screen, and those of the axis ("world"), which count from the exhibit's first day at the
 * scale of the last layout, so that a pan moves everything without laying out anew.
 */
#ifndef VITRINE_SCREEN_BROWSE_H
#define VITRINE_SCREEN_BROWSE_H

#include "screen/parts.h"
#include "screen/screen.h"
#include "timeline/calendar.h"
#include "timeline/camera.h"
#include "timeline/column.h"
#include "timeline/layout.h"

enum {
    BROWSE_LANES_MAX = 6,
    BROWSE_VOICES_MAX = 8,
    BROWSE_ROWS_MAX = 5,
    BROWSE_ITEMS_MOST = 400, /* entries of a lane laid out one by one; more are crowds, counted only */
    BROWSE_LABELS_MOST = 96, /* labelled ones among them */
    BROWSE_CROWDS_MOST = 128,
    BROWSE_MEMBERS_MOST = 4096, /* entries a cluster's list can show; a larger one is to be zoomed */
    BROWSE_BARS_MOST = 64,     /* bars of a track */
    ROW_SHOWN_MOST = 256,      /* marks of a document's row */
    ROW_TAKEN_MOST = 3 * ROW_SHOWN_MOST,
    BROWSE_FRAME_MS = 16,
    BROWSE_MOVE_MS = 250,
    BROWSE_SCROLL_MS = 200, /* K11 */
};

/* visual.md, Semantic zoom: L0 .. L3 */
enum level { LEVEL_YEARS, LEVEL_MONTHS, LEVEL_WEEKS, LEVEL_DAYS };

enum browse_view { VIEW_AXIS, VIEW_OVERVIEW, VIEW_LIST };

/* Values of UI_OWN elements. */
enum browse_act {
    ACT_ZOOM_IN = 1,
    ACT_ZOOM_OUT,
    ACT_ZOOM_ALL,
    ACT_EARLIER,
    ACT_LATER,
    ACT_FILTER,
    ACT_CLOSE_LIST,
    ACT_LIST_BACK,
    ACT_LIST_ON,
    ACT_LIST_ZOOM,
    ACT_SKIP_YEAR,
    ACT_LANE = 100,     /* + lane */
    ACT_CLUSTER = 1000, /* + an entry of the cluster, + ACT_OF_VOICE * (the document in whose row it is + 1) */
    ACT_OF_VOICE = 1 << 24,
    ACT_CARD = 1 << 28, /* + the entry a card of several is named after, + ACT_OF_VOICE * (who says so + 1) */
};

/* How the screen is arranged. */
enum browse_shape { SHAPE_LANES, SHAPE_TRACKS, SHAPE_LIST };

struct plan {
    enum browse_shape shape;
    struct rect header;          /* title, keys and legend */
    struct rect axis;            /* years and ticks; its x and w (tracks: y and h) are those of the camera */
    struct rect lanes;           /* where the marks are, as wide as the axis; tracks: half a mark higher at either end */
    struct rect names;           /* lane names: left of the lanes, right of them in a right-to-left language, above tracks */
    struct rect overview;        /* empty: none */
    bool overview_has_years;     /* else they stand on the axis just above: the window is the whole exhibit */
    struct rect cards;           /* tracks: the reading column */
    struct rect keys;            /* tracks: the row of keys below */
    int target_w, target_h, gap; /* T1, T2 */
    int pitch, bare_pitch;       /* of rows; the same without dates */
    bool has_dates;              /* dates stand below the titles of moments and behind those of bars */
    int folded;                  /* height of a folded lane */
    int key, small, cluster, bar, tile, voice; /* sizes of marks, visual.md; voice 0 = no voice bars */
    int edge;                                  /* of shapes and bars */
    int label_gap;
    int part_gap;   /* between the parts of a label: name, count, sign, voices, date */
    int words_gap;  /* between the labels of two marks */
    int badge;      /* room of "+12" with a sign */
    int sign;       /* that voices differ, beside words */
    int tile_reach; /* how far the sign that voices differ goes beyond the right side of a mark, at most */
    int tile_clear; /* from the middle of a labelled mark to a label beside the sign */
    int tile_room;  /* that much less the gap of rule T2, in which the sign may stand: it is no target of its own */
};

struct lane_place {
    int top, height, rows; /* rows 0 = its voices are shown instead */
    bool is_folded;
};

/* What stands in a lane. entries[i] belongs to items[i]. */
struct lane_marks {
    struct layout layout;
    struct layout_item items[BROWSE_ITEMS_MOST];
    int entries[BROWSE_ITEMS_MOST];
    int count;
    struct layout_crowd crowds[BROWSE_CROWDS_MOST];
    int crowd_count;
    unsigned crowd_classes;     /* bit i: importance i + 1 is counted only */
    int bars[BROWSE_BARS_MOST]; /* SHAPE_TRACKS: entries drawn as bars beside the marks */
    int bar_count;
};

/* SHAPE_TRACKS: the reading column. An item is an entry or, where there are very many, a slice of time with its entries. */
struct track_column {
    struct column_item items[COLUMN_ITEMS_MAX];
    int entries[COLUMN_ITEMS_MAX];                                 /* of a slice its first */
    unsigned voices[COLUMN_ITEMS_MAX];                             /* bit d: document d says it so; 0 = not of the open lane */
    double first_day[COLUMN_ITEMS_MAX], end_day[COLUMN_ITEMS_MAX]; /* of a slice; equal for an entry */
    int count;
    struct column_card cards[COLUMN_ITEMS_MAX];
    int card_count;
    int card_h;
};

struct browse {
    struct camera camera;
    struct camera_move move;
    struct glide glide;
    double glide_done_px;
    double over_px;        /* how far a finger is past an end of the axis */
    int64_t over_since_ms; /* when it let go */
    bool over_returns, is_held;
    double set_first, set_days; /* last written to the session; anything else there is a wish of the stage */

    enum level level;
    struct plan plan;
    int lane_count;
    struct lane_place places[BROWSE_LANES_MAX], from[BROWSE_LANES_MAX]; /* from: before the change that is on its way */
    int64_t places_since_ms;
    bool places_move;
    int open_lane;            /* whose voices are shown at LEVEL_DAYS, -1 = none yet */
    bool open_lane_is_chosen; /* by the visitor */

    struct lane_marks *lanes;  /* BROWSE_LANES_MAX of them */
    struct lane_marks *voices; /* BROWSE_VOICES_MAX: what each document says in the open lane */
    bool is_laid_out;
    double laid_first, laid_end, laid_days; /* days covered and the span whose scale was used */
    double window_first;                    /* the first day on the screen then */
    struct track_column *column;
    struct timeline *differing; /* only the entries in which voices differ; made when first asked for */
    int differing_count;
    uint64_t silent_years; /* bit y: no entry begins in the exhibit's year y, counted from its first */

    struct text_builder *words;
    char number[64];
    struct pack_span number_span;

    bool needs_settle; /* the view has moved since lanes had their rows */
    bool was_filtered;
    unsigned was_folded;

    int list_first; /* first row shown of a cluster's list */
    double list_drag_px;
    bool list_is_of_card; /* tracks: it belongs to a card of the column, not to a mark in a track */
    int list_document;    /* the document in whose row its mark stands or that a card is of, -1 = none */
    bool list_is_new;     /* the focus goes to its first row */
    int list_focus;       /* or to the row of this entry, -1 = to none */
    int focus_entry;      /* the keys' place among the entries, -1 = none */
    bool focus_is_wanted; /* the focus goes to the mark of focus_entry when it is drawn */
    int skip_entry;       /* the first entry of the year whose "skip" has the focus, -1 = none */
    int dated_first;      /* SHAPE_LIST: the entry at the top, and how much of it is scrolled away */
    double dated_offset_px;
};

/* ---- plan.c ---- */
void plan_make(struct browse *browse, struct kit *kit);

/* ---- travel.c: moving along the axis ---- */
void travel_start(struct browse *browse, struct kit *kit);
void travel_show(struct browse *browse, struct kit *kit, double first_day, double days, int duration_ms);
void travel_zoom(struct browse *browse, struct kit *kit, double factor);
void travel_step(struct browse *browse, struct kit *kit, int direction);
void travel_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture);
bool travel_tick(struct browse *browse, struct kit *kit); /* true: still moving */
bool travel_is_moving(const struct browse *browse);
void travel_follow_session(struct browse *browse, struct kit *kit);
bool travel_is_zoomed(const struct browse *browse);
double travel_over(const struct browse *browse, const struct kit *kit); /* px the content is shifted past its end */
enum level travel_level(enum level level, double days, bool is_fresh);

/* ---- lane_marks.c: the marks of a lane or of a document ---- */
void lane_marks_sort(struct lane_marks *marks);
void lane_marks_layout(const struct browse *browse, struct lane_marks *marks, int rows, bool spans_stay);
const struct layout_mark *lane_marks_find(const struct lane_marks *marks, int entry); /* NULL = in none */

/* ---- lane_places.c: rows and heights ---- */
void lanes_share(struct browse *browse, struct kit *kit, bool animated); /* gives lanes their rows and heights */
void lanes_settle(struct browse *browse, struct kit *kit);
bool lanes_are_moving(const struct browse *browse, int64_t now_ms);
struct lane_place lanes_place(const struct browse *browse, const struct kit *kit, int lane); /* at this moment */
int lanes_row_middle(const struct browse *browse, const struct lane_place *place, int row);

/* ---- lanes.c: what stands where ---- */
void lanes_layout(struct browse *browse, struct kit *kit); /* if it is not laid out for where the camera is */
void lanes_layout_at(struct browse *browse, int lane, const struct lane_place *place); /* what is gathered, anew in a place */
const struct timeline *lanes_timeline(const struct browse *browse, const struct kit *kit);
double lanes_world(const struct browse *browse, double day);
double lanes_screen(const struct browse *browse, const struct kit *kit, double world); /* along the axis */
double lanes_day(const struct browse *browse, double world);
double lanes_window_first(const struct browse *browse); /* what was on the screen at the last layout */
double lanes_window_end(const struct browse *browse);
/* A span: it stays one unless too little of it is seen for a bar; then it is a mark in the middle of what is seen. */
void lanes_shorten_bar(const struct browse *browse, struct layout_item *item);
bool lanes_is_labelled(const struct browse *browse, int importance);
/* The entries of a lane and importance that are counted in a stretch of days; `most` as in timeline.h. */
struct stretch {
    double first_day, end_day;
    bool takes_over; /* what has begun before and still goes on is counted here, too */
};
int lanes_counted(const struct browse *browse, const struct kit *kit, int lane, int importance, struct stretch stretch,
                  int *entries, int most);
/* That of a crowd: the one at the left edge takes over what would be seen nowhere else in the window. */
struct stretch lanes_crowd_stretch(const struct browse *browse, double world_first, double world_end);
int lanes_crowd_entry(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark);
/* The lane and mark in which an entry stands; NULL = in none. */
const struct layout_mark *lanes_find(const struct browse *browse, const struct kit *kit, int entry, int *lane);
bool lanes_any_visible(const struct browse *browse, const struct kit *kit);

/* ---- axis.c ---- */
/* Years between labels so that each has room_px; 1 unless the view is very wide. */
int axis_year_step(const struct browse *browse, double room_px);
/* The month's name as it fits into width_px (Y12). */
const struct block *axis_month(struct browse *browse, struct kit *kit, enum font_role role, enum type type, int month,
                               double width_px);

/* ---- lane_names.c ---- */
void lane_names_draw_grounds(struct browse *browse, struct kit *kit);
void lane_names_draw(struct browse *browse, struct kit *kit);

/* ---- bars.c, mark_shapes.c: single marks ---- */

/* What a mark is drawn with. */
struct mark_style {
    enum draw_shape shape;
    enum draw_pattern pattern;
    uint32_t colour, figure; /* of the lane; of its pattern */
    uint32_t edge;           /* around fills */
    uint32_t hollow_edge;    /* the lane's colour, or ink where that is too light */
    uint32_t ground;         /* below the mark */
    bool has_edge;           /* bars need it too: too light for the ground */
    bool is_pressed;         /* a cluster's face is inverted */
};

struct mark_style mark_style(const struct kit *kit, int lane, uint32_t ground);
void mark_draw(const struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int size,
               bool is_hollow);
/* The copy behind a cluster. */
void mark_draw_behind(const struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int size);
/* Returns its size, which grows with the number. */
int mark_draw_cluster(struct browse *browse, struct kit *kit, const struct mark_style *style, int x, int y, int count);
void mark_draw_bracket(const struct browse *browse, struct kit *kit, int first, int end, int y, uint32_t ink);
/* Returns where it is. */
struct rect mark_draw_tile(const struct browse *browse, struct kit *kit, int x, int y, int size);
/* Of the lines and days that join what differs; in high contrast there is no red. */
uint32_t mark_differs(const struct kit *kit);
uint32_t mark_mix(uint32_t a, uint32_t b, int percent_of_a);

struct bar_part {
    int first, end; /* solid part */
    uint32_t fill;
};
/* A bar between two places; its part that can carry a label. */
struct bar_part bar_draw(const struct browse *browse, struct kit *kit, const struct mark_style *style,
                         const struct pack_entry *entry, struct rect rect);

/* ---- words.c, words_dates.c: texts of entries ---- */
const struct block *words_short(struct browse *browse, struct kit *kit, int entry);
const struct block *words_date(struct browse *browse, struct kit *kit, int entry); /* in [ ] when the editors give it */
const struct block *words_date_wrapped(struct browse *browse, struct kit *kit, int entry, int width_px);
/* In a document's row stands no date that others give: true if it gives one of its own, carries the entry's, or this is the
 * editors'. -1 = in no document's row. */
bool words_voice_tells_date(struct kit *kit, int entry, int document);
/* The date a document gives where it gives one of its own, all of them if it contradicts itself; else the entry's. */
struct pack_text words_voice_date_text(struct browse *browse, struct kit *kit, int entry, int document);
/* What is said of an entry (S5), with the date a document gives; -1 = the entry's own. */
void words_spoken(struct browse *browse, struct kit *kit, int entry, int document, char *spoken, size_t size);
const struct block *words_voice_date(struct browse *browse, struct kit *kit, int entry, int document);
const struct block *words_voice_date_wrapped(struct browse *browse, struct kit *kit, int entry, int document, int width_px);
/* Added to browse->words: a year; "March 1922" or "March–May 1922", in the order of the language. */
enum months { MONTHS_WHOLE, MONTHS_SHORT, MONTHS_NONE };
void words_add_year(struct browse *browse, struct kit *kit, int year);
void words_add_months(struct browse *browse, struct kit *kit, struct calendar_date date, int last_month, enum months months);
const struct block *words_number(struct browse *browse, struct kit *kit, enum font_role role, enum type type,
                                 const char *format, int number);
/* "1917", "44 BC"; the block on one line. */
struct pack_text words_year(struct browse *browse, struct kit *kit, int year);
const struct block *words_year_block(struct browse *browse, struct kit *kit, enum type type, int year);
/* "No document names an event of that year." */
struct pack_text words_no_event(struct browse *browse, struct kit *kit, int year);
struct pack_text words_plain(struct browse *browse, const char *utf8);
/* On one line no wider than width_px; longer ones end with "\u2026". Borrowed as texts of browse->words are. */
struct pack_text words_cut(struct browse *browse, struct kit *kit, struct pack_text text, struct block_style style,
                           int width_px);
struct pack_text words_filled(struct browse *browse, struct pack_text pattern, const char *name, int number);
/* The same of "{place} of {n}", the place in digits. */
struct pack_text words_placed(struct browse *browse, struct pack_text pattern, const char *place, int number);
struct block_style words_line(const struct kit *kit, enum font_role role, enum type type); /* a single line */
/* Widths of whole labels. A bar's is one line, with the date if room_px allows. */
int words_bar_width(struct browse *browse, struct kit *kit, int entry, const struct pack_entry *what, int document,
                    double room_px, bool *has_date);
/* What a label of that width measures without its date, which it then has no longer. */
int words_drop_date(struct browse *browse, struct kit *kit, int entry, int width_px, bool *has_date);
int words_moment_width(struct browse *browse, struct kit *kit, int entry, const struct pack_entry *what, int document);
/* The date below the title of a moment; document -1 = the entry's own; NULL = none is shown here. */
const struct block *words_moment_date(struct browse *browse, struct kit *kit, int entry, int document);
void words_draw(struct kit *kit, const struct block *block, int x, int y, uint32_t ink);

/* ---- keys.c (rule K8) ---- */
bool keys_act(struct browse *browse, struct kit *kit, enum action action);
/* Brings an entry into view and gives its mark the focus when it is drawn. */
void keys_show(struct browse *browse, struct kit *kit, int entry);
void keys_show_before(struct browse *browse, struct kit *kit, int entry); /* the one before it, which exists */

/* ---- year_skip.c ---- */
bool year_skip_stands_between(const struct browse *browse, const struct kit *kit, int earlier, int later); /* entries */
void year_skip_offer(struct browse *browse, struct kit *kit, int entry); /* gives the focus to the skip before that entry */
bool year_skip_act(struct browse *browse, struct kit *kit, enum action action); /* false: the focus is elsewhere */
void year_skip_fire(struct browse *browse, struct kit *kit);
void year_skip_draw(struct browse *browse, struct kit *kit); /* over everything, while it has the focus */

/* ---- the parts that draw ---- */
void axis_draw(struct browse *browse, struct kit *kit);
void axis_draw_grid(struct browse *browse, struct kit *kit);    /* behind the marks */
void heading_draw(struct browse *browse, struct kit *kit);      /* title, legend: before the marks in reading order */
void heading_draw_keys(struct browse *browse, struct kit *kit); /* after them */
int heading_height(struct browse *browse, struct kit *kit);
int heading_key_size(const struct kit *kit);
struct rect heading_mirrored(const struct kit *kit, struct rect rect); /* in a right-to-left language */
/* The key of the voice bar at y; returns its height. */
int legend_draw(struct browse *browse, struct kit *kit, int y, bool is_drawn);
/* Width of the keys in the wordiest form that fits into room_px, or the shortest. */
int timeline_keys_width(struct browse *browse, struct kit *kit, int room_px);
/* At the far end of a row, or spread over it. */
void timeline_keys_draw(struct browse *browse, struct kit *kit, struct rect row, int room_px, bool is_spread);
void marks_draw(struct browse *browse, struct kit *kit);

/* A mark on the screen. */
struct shown {
    int lane;
    const struct lane_marks *marks; /* of the lane, or of a document's row */
    const struct layout_mark *mark;
    int document;     /* whose row it is in, -1 = the lane's */
    double x;         /* middle of the mark, start of a bar */
    int y, pitch;     /* middle and height of its row */
    struct rect part; /* its footprint inside the window */
    int entry;        /* the one it is named after; -1 = a crowd */
    uint32_t ground;  /* below it */
};

/* ---- mark_targets.c ---- */
/* What the words of a mark are drawn in and on. */
struct mark_tones {
    uint32_t ink, ground;
};

void mark_id(const struct browse *browse, const struct kit *kit, const struct shown *shown, char *id, size_t size);
void mark_list(struct browse *browse, struct kit *kit, const struct shown *shown, const char *id, struct mark_tones tones);

/* ---- mark_labels.c ---- */
/* It, or one it stands for. */
bool mark_any_differs(const struct browse *browse, const struct kit *kit, const struct shown *shown);
int mark_badge_width(struct browse *browse, struct kit *kit, const struct shown *shown); /* 0 = it stands for itself alone */
void mark_trim(struct browse *browse, struct kit *kit, struct shown *shown); /* its part, of room for a number not needed */
void mark_draw_moment_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                            int x, uint32_t ink);
void mark_draw_bar_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                         int x, uint32_t ink, bool has_date);

/* Where a label beside a mark begins. */
int mark_label_x(const struct browse *browse, const struct kit *kit, const struct shown *shown, int width);
/* False: an edge of the axis would cut the label. While the axis moves its ink fades on the way there. */
bool mark_label_ink(const struct browse *browse, const struct shown *shown, int x, int width, uint32_t *ink);
void mark_draw_label_inside(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                            struct bar_part part);
/* ---- mark_quotations.c ---- */
/* As many whole lines of a passage as fit, on `ground`; what they took, empty = nothing fits. */
struct rect mark_draw_words(struct browse *browse, struct kit *kit, int source, struct rect room, uint32_t ground);
/* In a document's row: what it says, below the mark or beside it, and the editors' word; what they took, empty = nothing. */
struct rect mark_draw_quotation(struct browse *browse, struct kit *kit, const struct shown *shown);

/* ---- row_notes.c ---- */
/* A document's row with what is drawn in it. */
struct row_room {
    int document;
    struct rect rect;
    uint32_t ground;
    struct rect taken[ROW_TAKEN_MOST];
    int taken_count;
};

/* Where nothing is taken; true: something was said. */
bool row_notes_draw(struct browse *browse, struct kit *kit, struct row_room *row);

/* Completes x, part and entry of a mark whose row is known. False: out of view. */
bool marks_show(const struct browse *browse, const struct kit *kit, struct shown *shown);
/* In the order of reading. */
void marks_draw_all(struct browse *browse, struct kit *kit, struct shown *shown, int count);
void overview_draw(struct browse *browse, struct kit *kit);
bool overview_tells_silence(struct browse *browse, struct kit *kit, int year); /* else a lane may */
int overview_height(const struct kit *kit, bool has_years);
void overview_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture);

/* ---- cluster.c, cluster_list.c ---- */
struct cluster {
    int entries[BROWSE_MEMBERS_MOST]; /* by date */
    int count;                        /* in entries */
    int total;                        /* of the cluster */
    struct rect mark;
};

/* The one whose list is open; false: none is, or it is no more. */
bool cluster_find(struct browse *browse, struct kit *kit, struct cluster *cluster);

void cluster_list_draw(struct browse *browse, struct kit *kit);
/* document: in whose row the cluster is, -1 = in none. */
void cluster_list_open(struct browse *browse, struct kit *kit, int entry, int document, bool of_card);
void cluster_list_close(struct browse *browse, struct kit *kit);
void cluster_list_page(struct browse *browse, struct kit *kit, int direction);
/* From the row of an entry to the next in that direction, which is on another page. False: it is in view, or there is none. */
bool cluster_list_step(struct browse *browse, struct kit *kit, int entry, int direction);
void cluster_list_zoom(struct browse *browse, struct kit *kit);
void cluster_list_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture);
/* Gives the focus to a mark that was asked for: by the keys, or because its list was closed. */
void marks_claim_focus(struct browse *browse, struct kit *kit, const char *id, bool holds_entry);

/* voices.c: what each document says in the open lane, by its own dates; voice_rows.c draws it. */
void voices_layout(struct browse *browse, struct kit *kit);
/* The date a document gives for a moment, if it takes part in comparing dates; *differs: and others give another. */
bool voices_own_date(struct kit *kit, int entry, int document, struct pack_date *date, int *answer, bool *differs);
/* Where a document's mark stands: on the day it gives, else on the entry's. */
double voices_day(struct kit *kit, int entry, int document);
/* The comparison of an entry that is about its dates, -1 = none; and the last document that speaks of an entry. */
int voices_disagreement(struct kit *kit, int entry);
int voices_last(const struct pack_entry *entry);
/* The next answer after `answer` in which the same document gives another date for the same thing; -1 = none. */
int voices_next_answer(struct kit *kit, int entry, int answer);
/* What is quoted of a document: the passage its date rests on, or both where it contradicts itself, else its first. Returns how many. */
int voices_sources(struct kit *kit, int entry, int document, int sources[2]);
/* Days on which documents of the open lane differ, in view; returns how many. */
int voices_red_days(struct browse *browse, struct kit *kit, int32_t *days, int most);
/* The mark that holds an entry in a document's row; NULL = none. */
const struct layout_mark *voices_find(const struct browse *browse, int document, int entry);
/* The same if the document gives the entry a date that differs from that of others. */
const struct layout_mark *voices_differing(const struct browse *browse, struct kit *kit, int document, int entry);
/* The days looked at: the window and half of it on either side. */
double voices_first_day(const struct browse *browse);
double voices_end_day(const struct browse *browse);
bool voices_are_shown(const struct browse *browse);
void voice_rows_draw_drops(struct browse *browse, struct kit *kit); /* behind the marks */
void voice_rows_draw(struct browse *browse, struct kit *kit);
struct rect voice_rows_rect(const struct browse *browse, const struct kit *kit, int document);
int voice_rows_middle(const struct browse *browse, const struct kit *kit, int document, int row);
int voice_rows_least(const struct browse *browse);                         /* height in which words can be read */
int voice_rows_pitch(const struct browse *browse, const struct kit *kit);
bool voice_rows_have_dates(const struct browse *browse, const struct kit *kit);
int voice_rows_count(const struct browse *browse, const struct kit *kit); /* rows of labels for each document */

/* ---- silence.c ---- */
bool silence_is_in(const struct browse *browse, int year); /* nothing begins in it */
void silence_draw_lane(struct browse *browse, struct kit *kit, int lane);
void silence_draw_years(struct browse *browse, struct kit *kit); /* where they have room */

/* ---- tracks.c: portrait ---- */
/* Of a lane; close up, of a document in the open lane, else document is -1. */
struct track {
    int x, width, lane, document;
    const struct lane_marks *marks;
};
void tracks_draw(struct browse *browse, struct kit *kit);
void tracks_place(struct browse *browse, const struct kit *kit); /* gives lanes their tracks */
int tracks_count(const struct browse *browse, const struct kit *kit);
struct track tracks_at(const struct browse *browse, const struct kit *kit, int index); /* from left to right */
struct track tracks_of(const struct browse *browse, const struct kit *kit, int lane, int document);
uint32_t tracks_ground(const struct kit *kit, int lane);
bool tracks_show(const struct browse *browse, double y); /* a mark that stands there is on the screen, and whole */
int track_mark_x(const struct track *track);
int track_bar_x(const struct kit *kit, const struct track *track, int entry); /* -1 = it has no bar */
void track_axis_draw(struct browse *browse, struct kit *kit);
void track_marks_draw_bars(struct browse *browse, struct kit *kit);
void track_marks_draw(struct browse *browse, struct kit *kit);
/* track_leaders.c: from the marks to the cards */
void track_leaders_draw(struct browse *browse, struct kit *kit);
/* The reading column: filled first, then drawn. */
void track_cards_fill(struct browse *browse, struct kit *kit);
void track_cards_draw(struct browse *browse, struct kit *kit);
/* The card on which a document says so (-1 = the first of any), NULL = none; how many entries a card stands for. */
const struct column_card *track_cards_of(const struct browse *browse, int entry, int document);
int track_cards_count(const struct browse *browse, const struct column_card *card);
struct rect track_cards_rect(const struct browse *browse, const struct column_card *card);
int track_card_height(const struct browse *browse, const struct kit *kit); /* with the gap below it, at least */
int track_card_need(struct browse *browse, struct kit *kit, const struct column_card *card); /* the same for its words */
void track_card_draw_ground(struct browse *browse, struct kit *kit, const struct column_card *card); /* below it */
void track_card_draw(struct browse *browse, struct kit *kit, const struct column_card *card);
bool track_cards_hold(const struct browse *browse, int entry);
bool tracks_are_touched(const struct browse *browse, const struct kit *kit); /* wide enough for targets */
/* The members of the card that holds an entry and others; 0 = none such. */
int track_cards_members(struct browse *browse, struct kit *kit, int entry, int *entries, int most, struct rect *card);
void dated_list_draw(struct browse *browse, struct kit *kit);
void dated_list_start(struct browse *browse, struct kit *kit);
void dated_list_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture);
void dated_list_page(struct browse *browse, struct kit *kit, int direction);
void dated_list_show(struct browse *browse, struct kit *kit, int entry); /* and gives it the focus */
bool dated_list_is_at_start(const struct browse *browse, const struct kit *kit);
bool dated_list_is_at_end(struct browse *browse, struct kit *kit);

#endif
