/*
 * config.h - the kiosk's settings: a text file of "name = value" lines, # begins a comment. deploy/vitrine.conf shows them all.
 */
#ifndef VITRINE_OPS_CONFIG_H
#define VITRINE_OPS_CONFIG_H

#include <stdbool.h>
#include <stdio.h>

enum { CONFIG_PATH_SIZE = 1024, CONFIG_KEYS_SIZE = 256 };

/* Whose keys can be chosen: "keys.prev" and so on. */
enum config_keys {
    CONFIG_KEYS_PREV, CONFIG_KEYS_NEXT, CONFIG_KEYS_SELECT, CONFIG_KEYS_BACK, CONFIG_KEYS_HELP, CONFIG_KEYS_LEFT,
    CONFIG_KEYS_RIGHT, CONFIG_KEYS_FIRST, CONFIG_KEYS_LAST, CONFIG_KEYS_PAGE_UP, CONFIG_KEYS_PAGE_DOWN, CONFIG_KEYS_COUNT,
};

enum config_renderer { CONFIG_RENDERER_AUTO, CONFIG_RENDERER_SOFTWARE, CONFIG_RENDERER_ACCELERATED };

struct config {
    char packs[CONFIG_PATH_SIZE]; /* folder of packs, or one file */
    char profile[8];              /* "" = by the panel's resolution */
    int rotate;                   /* degrees: 0, 90, 180, 270 */
    bool fullscreen;
    int active_w_mm, active_h_mm; /* what lights up, 50..5000; 0 = by profile or resolution */
    int viewing_mm;               /* between eye and panel, 200..5000; 0 = as usual for a panel of its size */
    int bottom_edge_mm;           /* of the panel above the floor, 1..2500; 0 = not known */
    int idle_s;                   /* 30..600; 0 = as the rules say */
    bool reduced_motion;
    enum config_renderer renderer;
    int night_from, night_to;     /* minutes of the local day between which the resting screen is black; -1 = not set */
    int debounce_ms;              /* 0..800: the same key again within this time is one press */
    char keys[CONFIG_KEYS_COUNT][CONFIG_KEYS_SIZE]; /* names separated by commas, or "none"; "" = the usual ones */
};

struct config config_default(void);

/* "keys.prev"; static. */
const char *config_keys_name(enum config_keys keys);

/* Sets one name; false after a sentence on `complaints`: an unknown name or a value out of range. */
bool config_set(struct config *config, const char *name, const char *value, FILE *complaints);

/* Reads a file. Every bad line is complained about as path:line and skipped; false: the file cannot be read. */
bool config_read(struct config *config, const char *path, FILE *complaints);

#endif
