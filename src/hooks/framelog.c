#include "hooks/framelog.h"

#include <stdio.h>
#include <stdlib.h>

struct framelog {
    FILE *out;
};

struct framelog *framelog_open(const char *path)
{
    struct framelog *log = malloc(sizeof(*log));

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
    fprintf(log->out, "%.3f %s %.3f %.3f %.3f %.3f %d\n", frame->t_ms, frame->cause, frame->event_to_present_ms,
            frame->update_ms, frame->draw_ms, frame->present_ms, frame->draw_calls);
}
