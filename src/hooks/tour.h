/* tour.h - every screen in every language as PNG files, and a contact sheet of them (hooks.md, --tour). */
#ifndef VITRINE_HOOKS_TOUR_H
#define VITRINE_HOOKS_TOUR_H

#include <stdbool.h>
#include <stdint.h>

#include "screen/stage.h"

struct tour_host {
    void *context;
    /* Lets time come to now_ms and draws. */
    void (*step)(void *context, int64_t now_ms);
    /* The screen as it is now into a file; false: not written, after a sentence on stderr. */
    bool (*shot)(void *context, const char *path);
    /* One picture of all shots, thumbnails in rows, written to path. files: count paths. */
    bool (*sheet)(void *context, const char *path, char *const *files, int count, int columns);
};

struct tour_wish {
    const char *folder;   /* must exist */
    const char *language; /* tag of the only one; NULL = all of the pack */
};

/* Returns how many pictures were written, -1 after a sentence on stderr. */
int tour_run(struct stage *stage, const struct tour_host *host, struct tour_wish wish, int64_t now_ms);

#endif
