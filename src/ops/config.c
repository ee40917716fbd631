#include "ops/config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct config config_default(void)
{
    return (struct config){.packs = "/var/lib/vitrine/packs", .fullscreen = true, .debounce_ms = 120, .night_from = -1,
                           .night_to = -1};
}

static bool read_integer(const char *value, int least, int most, int *out)
{
    char *end;
    long number;

    errno = 0;
    number = strtol(value, &end, 10);
    if (errno != 0 || end == value || *end != '\0' || number < least || number > most)
        return false;
    *out = (int)number;
    return true;
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

/* ---- the settings ---- */

static bool set_packs(struct config *config, const char *value)
{
    return read_text(value, config->packs, sizeof(config->packs));
}

static bool set_profile(struct config *config, const char *value)
{
    bool is_profile = value[0] == 'P' && value[1] >= '1' && value[1] <= '7' && value[2] == '\0';

    return is_profile && read_text(value, config->profile, sizeof(config->profile));
}

static bool set_fullscreen(struct config *config, const char *value)
{
    return read_bool(value, &config->fullscreen);
}

static bool set_reduced_motion(struct config *config, const char *value)
{
    return read_bool(value, &config->reduced_motion);
}

static bool set_renderer(struct config *config, const char *value)
{
    return read_renderer(value, &config->renderer);
}

static bool set_rotate(struct config *config, const char *value)
{
    int degrees;

    if (!read_integer(value, 0, 270, &degrees) || degrees % 90 != 0)
        return false;
    config->rotate = degrees;
    return true;
}

/* "708 x 399" */
static bool set_active(struct config *config, const char *value)
{
    int width, height, length = 0;

    if (sscanf(value, "%5d x %5d%n", &width, &height, &length) != 2 || value[length] != '\0')
        return false;
    if (width < 50 || width > 5000 || height < 50 || height > 5000)
        return false;
    config->active_w_mm = width;
    config->active_h_mm = height;
    return true;
}

static bool set_viewing(struct config *config, const char *value)
{
    return read_integer(value, 200, 5000, &config->viewing_mm);
}

static bool set_bottom_edge(struct config *config, const char *value)
{
    return read_integer(value, 1, 2500, &config->bottom_edge_mm);
}

static bool set_idle(struct config *config, const char *value)
{
    return read_integer(value, 30, 600, &config->idle_s);
}

static bool set_debounce(struct config *config, const char *value)
{
    return read_integer(value, 0, 800, &config->debounce_ms);
}

/* "21:30" */
static bool read_time(const char *value, int *minutes)
{
    bool is_time = strlen(value) == 5 && value[2] == ':' && strspn(value, "0123456789") == 2
        && strspn(value + 3, "0123456789") == 2;
    int hour = is_time ? (value[0] - '0') * 10 + value[1] - '0' : 24;
    int minute = is_time ? (value[3] - '0') * 10 + value[4] - '0' : 60;

    if (hour > 23 || minute > 59)
        return false;
    *minutes = hour * 60 + minute;
    return true;
}

static bool set_night_from(struct config *config, const char *value)
{
    return read_time(value, &config->night_from);
}

static bool set_night_to(struct config *config, const char *value)
{
    return read_time(value, &config->night_to);
}

static const struct setting {
    const char *name, *wanted; /* wanted: what to write instead of a value that is not taken */
    bool (*set)(struct config *config, const char *value);
} settings[] = {
    {"packs", "a folder or file", set_packs},
    {"profile", "one of P1 to P7", set_profile},
    {"fullscreen", "yes or no", set_fullscreen},
    {"reduced-motion", "yes or no", set_reduced_motion},
    {"renderer", "auto, software or accelerated", set_renderer},
    {"rotate", "0, 90, 180 or 270", set_rotate},
    {"active_mm", "width x height of what lights up, each 50 to 5000 millimetres", set_active},
    {"viewing_mm", "the distance between eye and panel, 200 to 5000 millimetres", set_viewing},
    {"mount.bottom_edge_mm", "the height of the panel's lower edge above the floor, 1 to 2500 millimetres", set_bottom_edge},
    {"idle", "30 to 600 seconds", set_idle},
    {"night.from", "a time of day as 21:30", set_night_from},
    {"night.to", "a time of day as 09:00", set_night_to},
    {"debounce_ms", "0 to 800 milliseconds", set_debounce},
};

/* ---- lists of keys ---- */

/* In the order of enum config_keys. */
static const char *const keys_settings[CONFIG_KEYS_COUNT] = {
    "keys.prev", "keys.next", "keys.select", "keys.back", "keys.help", "keys.left", "keys.right", "keys.first", "keys.last",
    "keys.page_up", "keys.page_down",
};

const char *config_keys_name(enum config_keys keys)
{
    return keys_settings[keys];
}

static int find_keys(const char *name)
{
    for (int i = 0; i < CONFIG_KEYS_COUNT; i++) {
        if (strcmp(keys_settings[i], name) == 0)
            return i;
    }
    return -1;
}

static const struct setting *find_setting(const char *name)
{
    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
        if (strcmp(settings[i].name, name) == 0)
            return &settings[i];
    }
    return NULL;
}

/* place: what the sentence begins with, "" or "path:line: ". */
static bool set_at(struct config *config, const char *name, const char *value, FILE *complaints, const char *place)
{
    const struct setting *setting = find_setting(name);
    int keys = find_keys(name);

    if (!setting && keys < 0) {
        fprintf(complaints, "%sthere is no setting \"%s\"\n", place, name);
        return false;
    }
    if (setting ? setting->set(config, value) : read_text(value, config->keys[keys], CONFIG_KEYS_SIZE))
        return true;
    fprintf(complaints, "%s%s = %s: write %s\n", place, name, value,
            setting ? setting->wanted : "names of keys separated by commas, or none");
    return false;
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
