/*
 * panel.h - the glass: its pixels, millimetres and viewing distance (interaction.md D).
 */
#ifndef VITRINE_SCREEN_PANEL_H
#define VITRINE_SCREEN_PANEL_H

#include <stdbool.h>

#include "input/gesture.h"

struct panel {
    const char *profile;     /* "P1" .. "P7", "custom"; static */
    int width_px, height_px; /* rotated: what the screens see */
    float px_per_mm_x, px_per_mm_y;
    float viewing_mm;
    bool is_large;           /* 20 inches and more */
    bool is_low;             /* a part of a panel, too low for its usual form (reach.h) */
};

/* Of the active area, what lights up. 0 x 0 = not known. */
struct panel_mm {
    int width, height;
};

/* What is known of a panel besides its resolution. */
struct panel_facts {
    const char *profile;    /* chosen by the site, "" = none */
    struct panel_mm active; /* measured by the site, either side first */
    int viewing_mm;         /* measured by the site; 0 = that of the nearest profile */
    struct panel_mm edid;   /* what the panel says of itself; only ever used to choose among profiles of its resolution */
    int quarter_turns;      /* 1 and 3 make a landscape panel portrait */
};

/* Profile by name, turned by quarter turns; false: no such profile. */
bool panel_from_profile(const char *name, int quarter_turns, struct panel *out);

/*
 * The panel behind so many pixels, as the screens see them (D1): the profile of the site, else the one of its resolution and EDID,
 * else the density of P3 ("custom"). Measures of the site count before those of the profile.
 */
struct panel panel_find(int width_px, int height_px, const struct panel_facts *facts);

/* What gestures need to know of it. */
struct gesture_panel panel_for_gestures(const struct panel *panel, bool reduced_motion);

#endif
