/*
 * kiosk_room.h - the kiosk's real parts in a room of their own, for the tests: fonts, draw and stage on a clock that only the
 * test moves, and hands to touch what is on the screen.
 *
 * Without pixels the stage lays out and lists everything as on the real panel but paints on a handkerchief, which is many times
 * faster. Every failure in here fails the running test.
 */
#ifndef VITRINE_TESTS_KIOSK_ROOM_H
#define VITRINE_TESTS_KIOSK_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "screen/stage.h"
#include "screen/ui.h"

struct window;

enum { ROOM_FRAME_MS = 16, ROOM_TAP_MS = 60 };

struct room {
    struct window *window;
    struct fonts *fonts;
    struct draw *draw;
    struct stage *stage;
    struct pack *pack;
    uint8_t *bytes; /* of a pack compiled here */
    int64_t now_ms;
};

enum room_exhibit {
    ROOM_EIGHT_YEARS,
    ROOM_LIGHTHOUSE,    /* told in Greek, Ukrainian and Hebrew; compiled from tests/exhibits */
    ROOM_UNTRANSLATED,  /* the same, but nobody has put the first entry and the logbook into Hebrew; Ukrainian stands in */
    ROOM_NOTES_UNTRANSLATED, /* the same, but only notes, roles and explanations are not in Hebrew */
    ROOM_EIGHT_VOICES,  /* the same with five more letters that say nothing */
    ROOM_BEFORE_CHRIST, /* the same from 120 BC to 80 AD, in six lanes */
    ROOM_EIGHT_LANGUAGES, /* the same, the Ukrainian under five more names */
    ROOM_HOSTILE,         /* what hostile.h makes of the wish's seed */
};

struct room_wish {
    enum room_exhibit exhibit;
    const char *profile; /* or "10 inches", "15 inches", "21 inches", "65 inches"; NULL = P3 */
    int quarter_turns;
    enum text_step text_step;
    enum theme theme;
    bool reduced_motion, has_pixels;
    bool has_no_year_keys;
    int night_from, night_to; /* minutes of the day, equal = no night */
    uint64_t seed;
    int bottom_edge_mm; /* of the panel above the floor, 0 = not known */
};

/* The lighthouse as the bytes of a pack; the caller frees them. */
uint8_t *room_lighthouse(size_t *size);

/* The attract screen of the pack, drawn. */
struct room room_open(struct room_wish wish);
void room_close(struct room *room);

/* Another panel without leaving the screen; only without pixels. */
void room_set_panel(struct room *room, const char *profile, int quarter_turns);
/* Touches the keys that choose text size and theme until they are these. */
void room_set_look(struct room *room, enum text_step step, enum theme theme);

/* ---- time ---- */

/* One frame's time, and a frame if something is to be seen. */
void room_step(struct room *room);
void room_wait(struct room *room, int64_t ms);
/* Draws what is due, so that the list of elements is that of now. */
void room_draw(struct room *room);

/* ---- hands ---- */

void room_touch(struct room *room, enum touch_phase phase, int64_t id, float x, float y);
void room_tap_at(struct room *room, float x, float y);
/* Taps an element that can be touched, and waits until the screen has come to rest. */
void room_tap(struct room *room, const char *id);
/* A finger from one point to another, reporting every 8 ms; it stays down. */
void room_slide(struct room *room, int64_t id, float x1, float y1, float x2, float y2, int64_t ms);
void room_key(struct room *room, enum action action);

/* ---- what is there ---- */

const struct ui *room_ui(struct room *room);
const struct session *room_session(const struct room *room);
/* NULL = not on the screen. Lives until the next frame. */
const struct ui_element *room_find(struct room *room, const char *id);
bool room_can_touch(struct room *room, const char *id);
int room_entry(const struct room *room, const char *id); /* its number */
bool room_is_on(const struct room *room, const char *screen);

/* What `dump state` prints; the caller frees it. */
char *room_state(struct room *room);
/* The pixels of the screen row by row, only with pixels; the caller frees them. *bytes: their size. */
uint32_t *room_picture(struct room *room, size_t *bytes);

/* ---- going there ---- */

void room_visit(struct room *room, int language, struct stop stop);
struct stop room_stop(enum screen_id screen);
/* The timeline with that window. */
void room_show_days(struct room *room, int language, double first_day, double days);

#endif
