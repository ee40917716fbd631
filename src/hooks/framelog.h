/* framelog.h - one line a presented frame (hooks.md): t_ms cause event_to_present_ms update_ms draw_ms present_ms draw_calls */
#ifndef VITRINE_HOOKS_FRAMELOG_H
#define VITRINE_HOOKS_FRAMELOG_H

#include <stdbool.h>

struct frame {
    double t_ms;
    const char *cause;          /* "touch", "key", "time", "window" */
    double event_to_present_ms; /* from the oldest event it answers; 0 for "time" */
    double update_ms, draw_ms, present_ms;
    int draw_calls;
};

struct framelog;

struct framelog *framelog_open(const char *path); /* NULL: it cannot be written; errno says why */
void framelog_close(struct framelog *log);        /* accepts NULL */
void framelog_put(struct framelog *log, const struct frame *frame);

#endif
