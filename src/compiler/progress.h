/*
 * progress.h - a line on stderr about long work, on a terminal or once the work has taken longer than a second.
 */
#ifndef VITRINE_COMPILER_PROGRESS_H
#define VITRINE_COMPILER_PROGRESS_H

#include <stdbool.h>

struct progress {
    bool is_terminal;
    long long started_ms, said_ms; /* of the monotonic clock */
};

void progress_start(struct progress *progress);

/* "reading entries 4 000 of 100 000 …"; a total of 0 leaves the numbers out. Cheap enough to be called for every file. */
void progress_say(struct progress *progress, const char *what, int done, int total);

/* Wipes the line off a terminal, before findings or the result are printed. */
void progress_clear(struct progress *progress);

#endif
