/*
 * script.h - a script of touches, keys and waits, run on the manual clock (rules V1, V2; grammar in the head of script.c).
 *
 * The script knows no stage and no window; whoever runs it lends a host.
 */
#ifndef VITRINE_HOOKS_SCRIPT_H
#define VITRINE_HOOKS_SCRIPT_H

#include <stdbool.h>
#include <stdint.h>

#include "input/action.h"
#include "input/touch.h"
#include "rect.h"

struct script_host {
    void *context;
    const struct action_map *keys; /* what "scancode NAME" does */
    void (*touch)(void *context, struct touch touch);
    void (*key)(void *context, enum action action, int64_t now_ms);
    void (*device)(void *context, bool is_found, int64_t now_ms);
    /* Lets time come to now_ms and draws if something is dirty. */
    void (*step)(void *context, int64_t now_ms);
    /* The hit rectangle of an element; false: not on the screen. */
    bool (*find)(void *context, const char *id, struct rect *hit);
    bool (*open_pack)(void *context, const char *path, int64_t now_ms);
    void (*clock_jump)(void *context, int64_t seconds);
    /* Writing into the output folder; drawn first if dirty. */
    bool (*shot)(void *context, const char *file);
    bool (*dump_ui)(void *context, const char *file);
    bool (*dump_state)(void *context, const char *file);
};

/* Runs a script file from now_ms on; returns the time it ended at, or -1 after a sentence on stderr with file and line. */
int64_t script_run(const char *path, const struct script_host *host, int64_t now_ms);

#endif
