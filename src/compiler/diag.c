#include "compiler/diag.h"

#include <stdarg.h>
#include <stdio.h>

static void say(const struct diag *diag, struct draft_at at, const char *severity, const char *rule)
{
    if (diag->folder && *diag->folder)
        fprintf(diag->out, "%s/", diag->folder);
    fputs(at.path ? at.path : "?", diag->out);
    if (at.line > 0)
        fprintf(diag->out, ":%d", at.line);
    fprintf(diag->out, ": %s (%s): ", severity, rule);
}

void diag_error(struct diag *diag, struct draft_at at, const char *rule, const char *format, ...)
{
    va_list arguments;

    diag->errors++;
    if (!diag->out)
        return;
    say(diag, at, "error", rule);
    va_start(arguments, format);
    vfprintf(diag->out, format, arguments);
    va_end(arguments);
    fputc('\n', diag->out);
}

void diag_warning(struct diag *diag, struct draft_at at, const char *rule, const char *format, ...)
{
    va_list arguments;

    diag->warnings++;
    if (!diag->out)
        return;
    say(diag, at, "warning", rule);
    va_start(arguments, format);
    vfprintf(diag->out, format, arguments);
    va_end(arguments);
    fputc('\n', diag->out);
}
