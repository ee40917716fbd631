/*
 * event_page.h - the page of one event, as its files share it: what is on it, in which order and where.
 *
 * The page is a list of items in reading order. Each item stands in one of two panes; a wide panel at text size A has both
 * (statements left, documents right), everything else one column. An item kind measures itself for a width and draws itself
 * into the rectangle it was given.
 */
#ifndef VITRINE_SCREEN_EVENT_PAGE_H
#define VITRINE_SCREEN_EVENT_PAGE_H

#include "screen/event/map_label.h"
#include "screen/event/minimap.h"
#include "screen/pane.h"
#include "screen/parts.h"
#include "screen/told.h"

enum event_kind {
    EVENT_POSTER,
    EVENT_LANE,
    EVENT_TITLE,
    EVENT_NOTICE,    /* that the statements are told in another language */
    EVENT_CALENDAR,  /* the date in the old calendar and whose it is, where the poster has no room for it */
    EVENT_CALLOUT,   /* index: disagreement */
    EVENT_STATEMENT, /* index: statement */
    EVENT_WHERE,     /* the map and the people */
    EVENT_SAYS,      /* the heading over the documents */
    EVENT_SILENT,    /* index: document */
    EVENT_PASSAGE,   /* index: source */
    EVENT_RELATED,
    EVENT_STRIP, /* before and after, where they scroll with the page */
    EVENT_KIND_COUNT,
};

struct event_item {
    enum event_kind kind;
    int index;
    int pane;
    struct rect rect; /* y counts from the start of the pane's content */
};

enum { EVENT_MAIN, EVENT_DOCUMENTS, EVENT_PANES };

/* The page's own verbs (UI_OWN): page keys, and the keys to its parts. */
enum event_act {
    EVENT_PAGE_UP, EVENT_PAGE_DOWN, EVENT_DOCUMENTS_UP, EVENT_DOCUMENTS_DOWN, EVENT_TO_TEXT, EVENT_TO_DOCUMENTS, EVENT_TO_WHERE,
};

enum { EVENT_PLACES_MAX = MAP_PLACES_MAX };

struct event_map {
    struct minimap view;
    struct minimap_point points[EVENT_PLACES_MAX]; /* those on the map first */
    int places[EVENT_PLACES_MAX];
    int count, shown; /* count 0 = not arranged yet; shown: on the map, the others stand below */
    int inset;        /* the coast that is drawn, -1 = that of the world */
    struct minimap_coast coast;
    int drawn_px;     /* the width the picture was made for */
    char *svg; /* owned; NULL = not made yet */
    size_t size;
    uint64_t key;
    uint64_t gaps; /* of the names its rings were broken for */
    bool is_contrast;
};

struct event_page {
    int entry;
    struct pack_entry facts;
    struct text_builder *builder;
    bool has_two_columns;
    bool has_parts; /* keys to its parts stay in sight, and before and after scroll with the page */
    int related_in_strip;             /* so many related events stand in the strip, the others on the page */
    struct rect poster;               /* beside the columns; no width: it is the first item of the column */
    struct rect says;                 /* the heading over the right column, above what scrolls */
    struct rect callouts;             /* below the right column; on a small panel below the only one, no height: they scroll */
    struct rect head, parts;          /* on a small panel: the title; the keys to the parts of the page, under it or at the foot */
    struct rect strip;                /* before, related, after */
    struct rect signpost;             /* the key to place and people; no height: they are in sight */
    struct rect columns[EVENT_PANES]; /* where content stands; panes reach a little further for focus rings */
    struct pane panes[EVENT_PANES];
    struct event_item *items;
    int item_count, item_room;
    struct event_map map;
    int moved_pane; /* the one scrolled last */
    bool has_opened; /* a key of a part was the last thing done, */
    enum event_act opened;
};

/* Lists and places everything for the language, text size and panel of the kit; the panes stay where they are scrolled. */
void event_arrange(struct event_page *page, struct kit *kit);

/* The item at the top of a pane and its distance from there; kind EVENT_KIND_COUNT = the pane is at its start. */
struct event_anchor {
    enum event_kind kind;
    int index, offset_px;
};

struct event_anchor event_anchor(const struct event_page *page, int pane);
/* False: no such item. */
bool event_anchor_restore(struct event_page *page, struct event_anchor anchor);

/* Where an item is on the screen now. */
struct rect event_item_rect(const struct event_page *page, const struct event_item *item);

/* Lists the items anew, in reading order; they have no place yet. */
void event_items_list(struct event_page *page, struct kit *kit);
/* Distance from the item above, px. */
int event_item_gap(const struct kit *kit, enum event_kind kind);
int event_measure(struct event_page *page, struct kit *kit, enum event_kind kind, int index, int width_px);
void event_draw_item(struct event_page *page, struct kit *kit, const struct event_item *item);

/* ---- the kinds: heights in px for a width, and drawing ---- */

int event_poster_height(struct event_page *page, struct kit *kit, int index, int width_px);
/* Its place while nothing is scrolled, and its colour. */
struct poster event_poster(struct event_page *page, struct kit *kit);
void event_poster_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

/* On top of a small page with large words: no poster, but its colour behind the date in a line. */
bool event_has_band(const struct kit *kit);

int event_lane_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_lane_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);
/* The statements use terms of the glossary in the visitor's language: the row of the lane has the key to them. */
bool event_has_words(const struct event_page *page, const struct kit *kit);
int event_title_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_title_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);
int event_notice_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_notice_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);
/* The notice for a text that stands alone, unless the page has one about its language; no height: it needs none. */
int event_notice_alone_height(struct event_page *page, struct kit *kit, enum pack_field field, int index, int width_px);
/* Returns its height. */
int event_notice_alone(struct event_page *page, struct kit *kit, const char *id, enum pack_field field, int index,
                       struct rect box);
int event_callout_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_callout_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

int event_statement_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_statement_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

enum event_namely { EVENT_NAMELY_PLACES, EVENT_NAMELY_PEOPLE };

/* "Where: Rapallo, Genoa" or "Who: …", added to what is in the page's builder. */
void event_namely_add(struct event_page *page, struct kit *kit, enum event_namely what);
/* The related events stand in its row, beside the map. */
bool event_related_is_beside(struct event_page *page, struct kit *kit);
int event_where_height(struct event_page *page, struct kit *kit, int index, int width_px);
/* Chooses the places and the view for a map of that size. */
void event_places_arrange(struct event_page *page, struct kit *kit, int width_px, int height_px);
/* The map and, below, the places that are not on it. */
int event_map_height(struct event_page *page, struct kit *kit, int width_px);
void event_map_draw(struct event_page *page, struct kit *kit, struct rect rect);
void event_where_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

int event_says_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_says_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);
int event_silent_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_silent_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);
int event_passage_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_passage_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

int event_related_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_related_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

/* Without those before and after it, which have keys of their own. */
int event_related_count(const struct event_page *page, const struct kit *kit);
/* Of the key to a related event whose words take so many lines. */
int event_chip_height(const struct kit *kit, int lines);
/* How many related events stand side by side in that width, in two lines where that is narrower. */
int event_related_fitting(struct event_page *page, struct kit *kit, int width_px);
void event_related_draw_row(struct event_page *page, struct kit *kit, struct rect rect);

/* ---- the signpost to place and people ---- */

/* Takes room from the foot of the column while they are out of sight there, as far as the page is scrolled now. */
void event_signpost_place(struct event_page *page, struct kit *kit);
void event_signpost_draw(struct event_page *page, struct kit *kit);
/* So many bytes of a person's name stand before the spelling of another language in brackets. */
uint32_t event_name_length(struct pack_text name);
/* The initial of a person on a square of that colour. */
void event_monogram_draw(struct event_page *page, struct kit *kit, int person, struct rect rect, uint32_t fill);

/* ---- the strip at the bottom ---- */

int event_strip_height(const struct kit *kit);
int event_page_key_width(const struct kit *kit);
/* How many related events fit between "before" and "after" in a strip of that width. */
int event_strip_related(struct event_page *page, struct kit *kit, int width_px);
void event_strip_draw(struct event_page *page, struct kit *kit);
/* The key that turns a pane by a page, while there is more that way. */
void event_page_key_draw(struct event_page *page, struct kit *kit, int pane, int step, struct rect rect);
/* Page keys beside a column of the two. */
void event_side_keys_draw(struct event_page *page, struct kit *kit, int pane);

/* ---- the frame on a small panel ---- */

/* Title and keys to the parts stay at the head of the page. */
bool event_has_head(const struct kit *kit);
/* Takes room for head and foot from the column. */
void event_head_place(struct event_page *page, struct kit *kit);
void event_head_draw(struct event_page *page, struct kit *kit);
/* No height: there is nothing to say. */
int event_calendar_height(struct event_page *page, struct kit *kit, int index, int width_px);
void event_calendar_draw(struct event_page *page, struct kit *kit, int index, struct rect rect);

/* ---- the parts of the page ---- */

/* The page is small, and its keys have room in one row. */
bool event_parts_fit(struct event_page *page, struct kit *kit);
/* Takes room for them from the foot of the column. */
void event_parts_place(struct event_page *page, struct kit *kit);
/* The keys that lead to them. */
void event_parts_draw(struct event_page *page, struct kit *kit);
/* The page keys, at the end of their row. */
void event_page_keys_draw(struct event_page *page, struct kit *kit);
/* So much content that every part can stand at the top of the view. */
int event_parts_height(const struct event_page *page, struct kit *kit, int height_px);
/* Scrolls there; the focus goes on with the first thing of the part (K6). */
void event_part_go(struct event_page *page, struct kit *kit, enum event_act act);
/* Straight after that the focus goes back to the key, where that is still there; false: it does not. */
bool event_part_return(struct event_page *page, struct kit *kit);

/* ---- small things they share ---- */

/* The left edge of something w wide at the leading or trailing edge of a rectangle. */
int event_lead(const struct kit *kit, struct rect rect, int w);
int event_trail(const struct kit *kit, struct rect rect, int w);
/* x of the next part, w wide, of a line that runs from the leading edge; *used grows by it. */
int event_advance(const struct kit *kit, struct rect line, int *used, int w);
/* Distance two hit rectangles keep (T2), px. */
int event_gap(const struct kit *kit);
/* Height of a siglum tab whose letters are not below the smallest text. */
int event_tab_height(const struct kit *kit, int form_px);
/* One line, not wrapped. */
struct block_style event_single(const struct kit *kit, enum font_role role, enum type type);
/* The language of the statements. */
int event_language(const struct event_page *page, struct kit *kit);
/* The passage that speaks for a document on this page, -1 = it is silent. */
int event_main_source(const struct event_page *page, const struct kit *kit, int document);
/* A text of the pack, told in the visitor's language or in the one that stands in. */
struct pack_text event_words(struct kit *kit, enum pack_field field, int index);

#endif
