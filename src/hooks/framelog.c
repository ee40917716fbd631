#include "hooks/framelog.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "log.h"

struct framelog {
    FILE *out;
    bool has_failed; /* said once */
};

struct framelog *framelog_open(const char *path)
{
    struct framelog *log = calloc(1, sizeof(*log));

    if (!log)
        return NULL;
    log->out = fopen(path, "w");
    if (log->out)
        setvbuf(log->out, NULL, _IOLBF, 0); /* a frame is on record as soon as it is on the screen */
    if (!log->out) {
        free(log);
        return NULL;
    }
    return log;
}

void framelog_close(struct framelog *log)
{
    if (!log)
        return;
    fclose(log->out);
    free(log);
}

void framelog_put(struct framelog *log, const struct frame *frame)
{
    int count = fprintf(log->out, "%.3f %s %.3f %.3f %.3f %.3f %d\n", frame->t_ms, frame->cause,
                        frame->event_to_present_ms, frame->update_ms, frame->draw_ms, frame->present_ms, frame->draw_calls);

    if ((count >= 0 && !ferror(log->out)) || log->has_failed)
        return;
    log->has_failed = true;
    log_line(LOG_ERROR, "frames", "the frame log cannot be written and has gaps: %s", strerror(errno));
}
