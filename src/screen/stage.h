/*
 * stage.h - which screen is on, and everything a screen does not do itself: presses, focus, plinth, overlays, language, text size,
 * going back, idle and reset. Owns the session; is fed touches, keys and time; draws when it says it is dirty.
 */
#ifndef VITRINE_SCREEN_STAGE_H
#define VITRINE_SCREEN_STAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "draw/draw.h"
#include "input/action.h"
#include "input/touch.h"
#include "pack/pack.h"
#include "screen/idle.h"
#include "screen/look.h"
#include "screen/session.h"
#include "screen/ui.h"

struct stage;

struct stage_options {
    struct fonts *fonts;
    struct draw *draw;
    struct panel panel;
    enum text_step text_step;  /* for tests and tours; a visit starts with it */
    enum theme theme;
    bool reduced_motion;       /* forced by the site (A4) */
    int bottom_edge_mm;        /* of the panel above the floor (A5, A6); 0 = not known */
    int night_from, night_to;  /* minutes of the local day (night.h); equal = none */
    int debounce_ms;           /* the same key again within this time is one press (K5), 0..800 */
    bool has_no_year_keys;     /* no key means LEFT or RIGHT (K8) */
    int idle_s;                /* rest of the timeline in seconds (I2), 30..600; 0 = 60 */
};

/* NULL when memory is out. Fonts and draw are borrowed. */
struct stage *stage_create(const struct stage_options *options);
void stage_destroy(struct stage *stage);

/* Shows a pack from the start, at the attract screen; is_builtin: there is no other, say so. The pack is borrowed until the next
 * stage_set_pack or stage_destroy. False: its faces cannot be used or memory is out; nothing is shown then. */
bool stage_set_pack(struct stage *stage, struct pack *pack, bool is_builtin, int64_t now_ms);

/* The window has another size: everything is laid out anew, and drawn with the draw made for it. */
void stage_set_panel(struct stage *stage, struct draw *draw, struct panel panel);

void stage_touch(struct stage *stage, struct touch touch);
void stage_key(struct stage *stage, enum action action, int64_t now_ms);
void stage_device_lost(struct stage *stage, int64_t now_ms);

/* The minute of the local day, 0..1439; for the night. Unknown until told. */
void stage_set_minute(struct stage *stage, int minute);

/* Lets time pass. Call it when stage_next_ms has come, and before drawing. */
void stage_tick(struct stage *stage, int64_t now_ms);
int64_t stage_next_ms(const struct stage *stage); /* INT64_MAX = nothing will happen by itself */

bool stage_is_dirty(const struct stage *stage);
void stage_make_dirty(struct stage *stage); /* the window lost its picture */
/* Draws a frame; returns the draw calls. */
int stage_draw(struct stage *stage, int64_t now_ms);

/* Nobody is visiting: a pack may be changed. */
bool stage_is_at_rest(const struct stage *stage);

/* For the hooks and the tour. */
const struct session *stage_session(const struct stage *stage);
const struct ui *stage_ui(const struct stage *stage);
struct pack *stage_pack(const struct stage *stage);
const struct look *stage_look(const struct stage *stage);
/* The part of the panel that the screen takes, in pixels of the panel (reach.h). */
struct rect stage_frame(const struct stage *stage);
const char *stage_screen_name(const struct stage *stage);
const char *stage_idle_name(const struct stage *stage);
const char *stage_focus(const struct stage *stage); /* "" = none shown */

/* Goes to a place of the exhibit as a visitor who has chosen a language would be; for the tour and the bench. */
void stage_visit(struct stage *stage, int language, struct stop stop, int64_t now_ms);
/* Sets the timeline's window for the next visit of it. */
void stage_show_days(struct stage *stage, double first_day, double days);
/* Fires an element as a tap on it would. */
void stage_fire(struct stage *stage, enum ui_verb verb, int value, int64_t now_ms);

#endif
