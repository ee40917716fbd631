#include "screen/tally.h"

#include <stdarg.h>
#include <stdio.h>

static void count(struct tally *tally, int64_t now_ms)
{
    int64_t passed = now_ms - tally->since_ms;

    if (tally->is_on && passed > 0) {
        tally->screen_ms[tally->screen] += passed;
        if (tally->language >= 0 && tally->language < TALLY_LANGUAGES_MAX)
            tally->language_ms[tally->language] += passed;
    }
    tally->since_ms = now_ms;
}

void tally_open(struct tally *tally, enum screen_id screen, int language, int64_t now_ms)
{
    count(tally, now_ms);
    tally->is_on = true;
    tally->screen = screen;
    tally->language = language;
    tally->opened[screen]++;
}

void tally_speak(struct tally *tally, int language, int64_t now_ms)
{
    count(tally, now_ms);
    tally->language = language;
}

void tally_close(struct tally *tally, int64_t last_ms)
{
    count(tally, last_ms);
    tally->is_on = false;
}

/* ---- the line ---- */

struct line {
    char *bytes;
    size_t size, used;
};

__attribute__((format(printf, 2, 3))) static void add(struct line *line, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = line->used < line->size ? vsnprintf(line->bytes + line->used, line->size - line->used, format, arguments) : 0;
    va_end(arguments);
    line->used += length > 0 ? (size_t)length : 0;
}

static long seconds(int64_t ms)
{
    return (long)((ms + 500) / 1000);
}

void tally_write(const struct tally *tally, const char *const names[SCREEN_COUNT], const char *const tags[TALLY_LANGUAGES_MAX],
                 char *bytes, size_t size)
{
    struct line line = {bytes, size, 0};
    const char *before = "; ";
    int64_t whole = 0;

    for (int i = 0; i < SCREEN_COUNT; i++)
        whole += tally->screen_ms[i];
    add(&line, "%ld s", seconds(whole));
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (tally->opened[i] == 0)
            continue;
        add(&line, "%s%s %dx %ld s", before, names[i], tally->opened[i], seconds(tally->screen_ms[i]));
        before = ", ";
    }
    before = "; ";
    for (int i = 0; i < TALLY_LANGUAGES_MAX; i++) {
        if (tally->language_ms[i] == 0 || !tags[i])
            continue;
        add(&line, "%s%s %ld s", before, tags[i], seconds(tally->language_ms[i]));
        before = ", ";
    }
}
