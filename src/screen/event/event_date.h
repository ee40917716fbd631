/*
 * event_date.h - the date on the poster of an event, set in a column: large numerals where there is a day, "14 ≠ 16" where the
 * documents name different ones, the whole date in words otherwise.
 */
#ifndef VITRINE_SCREEN_EVENT_DATE_H
#define VITRINE_SCREEN_EVENT_DATE_H

#include "screen/event/event_page.h"

/* ---- dates that differ: answers that are numbers with a common rest, "14" and "16" of April 1922 ---- */

enum { EVENT_SIDES_MAX = 3 };

struct event_sides {
    int answers[EVENT_SIDES_MAX], count; /* one for each number */
    int disagreement;
};

/* False: the documents do not differ on the date of this event in a way that can stand as "14 ≠ 16". */
bool event_sides_find(const struct event_page *page, struct kit *kit, struct event_sides *sides);

bool event_sides_same(struct pack_text a, struct pack_text b);

/* ---- the date in words ---- */

/* The number of the day (or two days of one month) in the words of the date; false: it cannot stand apart from them. */
bool event_date_find_day(const struct event_page *page, struct pack_text text, uint32_t *start, uint32_t *end);
/* Bytes [start, end) without spaces at either end. Lives until the page's builder is used again. */
struct pack_text event_date_part(struct event_page *page, struct pack_text text, uint32_t start, uint32_t end);
/* The words name a start and an end. */
bool event_date_is_range(struct pack_text text);
/* "28 December 1917 – [9 January 1918]" where only one end is the editors'. Lives as long. */
struct pack_text event_date_half_bracketed(struct event_page *page, struct pack_text text);
/* What is read: "14 ≠ 16 April 1922", or the date in words, in brackets where it is ours. Lives as long. */
struct pack_text event_date_spoken(struct event_page *page, struct kit *kit, bool is_bracketed);

/* ---- the date as it is set ---- */

enum date_piece_kind { DATE_WORDS, DATE_BRACKETS, DATE_DIFFERS, DATE_TAB, DATE_RULE, DATE_NOTE };

enum { DATE_TAIL_BYTES = 4 /* "d." goes with the number */ };

struct date_piece {
    enum date_piece_kind kind;
    struct rect rect;          /* from the upper left corner of the column */
    const struct block *block; /* of DATE_WORDS, valid for the frame */
    const char *id;            /* read by itself; NULL = part of the date */
    int document;              /* of DATE_TAB */
};

enum { DATE_PIECES_MAX = 48 };

struct date_set {
    struct date_piece pieces[DATE_PIECES_MAX];
    int count, width, height;
    bool is_centred;
    struct rect date;  /* what says when, without notes */
    bool is_bracketed; /* no document states it */
    bool is_half_bracketed; /* no document states its start, or its end */
    int note;          /* disagreement whose editors' note is set, -1 = none */
};

/* Sets the date in width_px. with_note: the editors' word on the day belongs to it. */
void event_date_set(struct event_page *page, struct kit *kit, int width_px, bool is_centred, bool with_note,
                    struct date_set *set);

/* The date alone, in words on a line; in two where it must. */
void event_date_set_line(struct event_page *page, struct kit *kit, int width_px, struct date_set *set);

/* A date that the documents do not differ on. */
void event_date_set_single(struct event_page *page, struct kit *kit, struct date_set *set);

/* One more piece, to be filled in by the caller. */
struct date_piece *event_date_add(struct date_set *set, enum date_piece_kind kind, struct rect rect);
/* Words under what is set. */
struct date_piece *event_date_add_words(struct date_set *set, const struct block *block);

/* Of a drawn bracket, px: its stroke, and what it takes on each side of the words, its feet clear of them. */
int event_date_stroke(const struct kit *kit);
int event_date_bracket_room(const struct kit *kit);

/* Draws it at x, y on the ground of the poster, and lists it. */
void event_date_draw(struct event_page *page, struct kit *kit, const struct date_set *set, int x, int y, uint32_t ground);

#endif
