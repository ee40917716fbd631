#include "log.h"

#include <stdarg.h>
#include <stdio.h>

void log_line(enum log_level level, const char *room, const char *format, ...)
{
    static const char *const names[] = {"info", "warning", "error"};
    va_list arguments;

    fprintf(stderr, "vitrine: %s: %s: ", names[level], room);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}
