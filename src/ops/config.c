#include "ops/config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct config config_default(void)
{
    return (struct config){.packs = "/var/lib/vitrine/packs", .fullscreen = true};
}

static bool read_integer(const char *value, long least, long most, long *out)
{
    char *end;

    errno = 0;
    *out = strtol(value, &end, 10);
    return errno == 0 && end != value && *end == '\0' && *out >= least && *out <= most;
}

static bool read_bool(const char *value, bool *out)
{
    bool is_yes = strcmp(value, "yes") == 0;

    if (!is_yes && strcmp(value, "no") != 0)
        return false;
    *out = is_yes;
    return true;
}

static bool read_text(const char *value, char *out, size_t size)
{
    size_t length = strlen(value);

    if (length == 0 || length >= size)
        return false;
    memcpy(out, value, length + 1);
    return true;
}

static bool read_renderer(const char *value, enum config_renderer *out)
{
    static const char *const names[] = {"auto", "software", "accelerated"};

    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], value) == 0) {
            *out = (enum config_renderer)i;
            return true;
        }
    }
    return false;
}

static bool is_profile(const char *value)
{
    return value[0] == 'P' && value[1] >= '1' && value[1] <= '7' && value[2] == '\0';
}

/* What to write instead; NULL: the value was taken. */
static const char *set_value(struct config *config, const char *name, const char *value)
{
    long number;

    if (strcmp(name, "packs") == 0)
        return read_text(value, config->packs, sizeof(config->packs)) ? NULL : "a folder or file";
    if (strcmp(name, "profile") == 0)
        return is_profile(value) && read_text(value, config->profile, sizeof(config->profile)) ? NULL : "one of P1 to P7";
    if (strcmp(name, "fullscreen") == 0)
        return read_bool(value, &config->fullscreen) ? NULL : "yes or no";
    if (strcmp(name, "reduced-motion") == 0)
        return read_bool(value, &config->reduced_motion) ? NULL : "yes or no";
    if (strcmp(name, "renderer") == 0)
        return read_renderer(value, &config->renderer) ? NULL : "auto, software or accelerated";
    if (strcmp(name, "rotate") == 0) {
        if (!read_integer(value, 0, 270, &number) || number % 90 != 0)
            return "0, 90, 180 or 270";
        config->rotate = (int)number;
        return NULL;
    }
    if (!read_integer(value, 30, 600, &number))
        return "30 to 600 seconds";
    config->idle_s = (int)number;
    return NULL;
}

static bool is_known(const char *name)
{
    static const char *const names[] = {"packs", "profile", "fullscreen", "reduced-motion", "renderer", "rotate", "idle"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(names[i], name) == 0)
            return true;
    }
    return false;
}

/* place: what the sentence begins with, "" or "path:line: ". */
static bool set_at(struct config *config, const char *name, const char *value, FILE *complaints, const char *place)
{
    const char *wanted;

    if (!is_known(name)) {
        fprintf(complaints, "%sthere is no setting \"%s\"\n", place, name);
        return false;
    }
    wanted = set_value(config, name, value);
    if (wanted)
        fprintf(complaints, "%s%s = %s: write %s\n", place, name, value, wanted);
    return !wanted;
}

bool config_set(struct config *config, const char *name, const char *value, FILE *complaints)
{
    return set_at(config, name, value, complaints, "");
}

static char *trimmed(char *text)
{
    char *end = text + strlen(text);

    while (*text == ' ' || *text == '\t')
        text++;
    while (end > text && strchr(" \t\r\n", end[-1]))
        *--end = '\0';
    return text;
}

static void read_line(struct config *config, char *line, FILE *complaints, const char *place)
{
    char *comment = strchr(line, '#'), *equals;

    if (comment)
        *comment = '\0';
    line = trimmed(line);
    if (line[0] == '\0')
        return;
    equals = strchr(line, '=');
    if (!equals) {
        fprintf(complaints, "%s%s: write name = value\n", place, line);
        return;
    }
    *equals = '\0';
    set_at(config, trimmed(line), trimmed(equals + 1), complaints, place);
}

/* An editor of another system may have put a byte order mark before the first line. */
static char *without_mark(char *line)
{
    return strncmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line;
}

bool config_read(struct config *config, const char *path, FILE *complaints)
{
    FILE *file = fopen(path, "r");
    char *line = NULL, place[CONFIG_PATH_SIZE + 32];
    size_t size = 0;
    bool is_read;

    if (!file)
        return false;
    for (int number = 1; getline(&line, &size, file) >= 0; number++) {
        snprintf(place, sizeof(place), "%s:%d: ", path, number);
        read_line(config, number == 1 ? without_mark(line) : line, complaints, place);
    }
    is_read = !ferror(file);
    free(line);
    fclose(file);
    return is_read;
}
