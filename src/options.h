/* options.h - the command line of vitrine (hooks.md). */
#ifndef VITRINE_OPTIONS_H
#define VITRINE_OPTIONS_H

#include <stdbool.h>

#include "ops/config.h"
#include "screen/look.h"

struct options {
    struct config config;
    int width_px, height_px;   /* 0 = by profile, else the desktop's */
    enum text_step text_step;
    enum theme theme;
    bool manual_clock;
    const char *script, *out, *frame_log, *tour; /* NULL = not asked for */
    const char *language;      /* the only one the tour draws, a tag; NULL = all */
};

enum options_result { OPTIONS_RUN, OPTIONS_DONE, OPTIONS_WRONG };

/* Reads the arguments; OPTIONS_DONE after --help or --version, OPTIONS_WRONG after a sentence on stderr. */
enum options_result options_read(struct options *options, int count, char **arguments);

#endif
