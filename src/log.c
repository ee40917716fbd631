#include "log.h"

#include <stdarg.h>
#include <stdio.h>

static enum log_level lowest = LOG_INFO;

void log_set_level(enum log_level level)
{
    lowest = level;
}

void log_line(enum log_level level, const char *room, const char *format, ...)
{
    static const char *const names[] = {"debug", "info", "warning", "error"};
    va_list arguments;

    if (level < lowest)
        return;
    fprintf(stderr, "vitrine: %s: %s: ", names[level], room);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}
