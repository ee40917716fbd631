/*
 * config.h - the kiosk's settings: a text file of "name = value" lines, # begins a comment. deploy/vitrine.conf shows them all.
 */
#ifndef VITRINE_OPS_CONFIG_H
#define VITRINE_OPS_CONFIG_H

#include <stdbool.h>
#include <stdio.h>

enum { CONFIG_PATH_SIZE = 1024 };

enum config_renderer { CONFIG_RENDERER_AUTO, CONFIG_RENDERER_SOFTWARE, CONFIG_RENDERER_ACCELERATED };

struct config {
    char packs[CONFIG_PATH_SIZE]; /* folder of packs, or one file */
    char profile[8];              /* "" = by the panel's resolution */
    int rotate;                   /* degrees: 0, 90, 180, 270 */
    bool fullscreen;
    int bottom_edge_mm;           /* of the panel above the floor, 1..2500; 0 = not known */
    int idle_s;                   /* 30..600; 0 = as the rules say */
    bool reduced_motion;
    enum config_renderer renderer;
};

struct config config_default(void);

/* Sets one name; false after a sentence on `complaints`: an unknown name or a value out of range. */
bool config_set(struct config *config, const char *name, const char *value, FILE *complaints);

/* Reads a file. Every bad line is complained about as path:line and skipped; false: the file cannot be read. */
bool config_read(struct config *config, const char *path, FILE *complaints);

#endif
