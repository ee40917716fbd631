#include "compiler/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, BETWEEN_LINES_MS = 5000, BETWEEN_UPDATES_MS = 100 };

static long long now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress_start(struct progress *progress)
{
    *progress = (struct progress){.is_terminal = isatty(STDERR_FILENO), .started_ms = now_ms()};
}

static bool is_time(const struct progress *progress, long long now)
{
    if (progress->is_terminal)
        return now - progress->said_ms >= BETWEEN_UPDATES_MS;
    return now - progress->started_ms >= PATIENCE_MS && now - progress->said_ms >= BETWEEN_LINES_MS;
}

void progress_say(struct progress *progress, const char *what, int done, int total)
{
    long long now;

    if (total && done != total && done % 64 != 0)
        return;
    now = now_ms();
    if (total && !is_time(progress, now))
        return;
    if (!total && !progress->is_terminal && now - progress->started_ms < PATIENCE_MS)
        return;
    progress->said_ms = now;
    fprintf(stderr, progress->is_terminal ? "\r\033[K%s" : "%s", what);
    if (total)
        fprintf(stderr, " %d of %d", done, total);
    fputs(progress->is_terminal ? " …" : " …\n", stderr);
}

void progress_clear(struct progress *progress)
{
    if (progress->is_terminal && progress->said_ms)
        fputs("\r\033[K", stderr);
}
