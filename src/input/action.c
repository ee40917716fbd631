#include "input/action.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const char *const names[ACTION_COUNT] = {
    [ACTION_PREV] = "PREV", [ACTION_NEXT] = "NEXT", [ACTION_SELECT] = "SELECT", [ACTION_BACK] = "BACK",
    [ACTION_HELP] = "HELP", [ACTION_LEFT] = "LEFT", [ACTION_RIGHT] = "RIGHT", [ACTION_FIRST] = "FIRST",
    [ACTION_LAST] = "LAST", [ACTION_PAGE_UP] = "PAGEUP", [ACTION_PAGE_DOWN] = "PAGEDOWN",
    [ACTION_VOLUME_UP] = "VOL+", [ACTION_VOLUME_DOWN] = "VOL-", [ACTION_JACK_IN] = "JACK_IN",
    [ACTION_JACK_OUT] = "JACK_OUT",
};

/* K2 and, from F15 on, the keypad of K3. */
static const struct action_key usual[] = {
    {"Up", ACTION_PREV}, {"Shift+Tab", ACTION_PREV}, {"Down", ACTION_NEXT}, {"Tab", ACTION_NEXT}, {"Return", ACTION_SELECT},
    {"Keypad Enter", ACTION_SELECT}, {"Space", ACTION_SELECT}, {"Escape", ACTION_BACK}, {"Backspace", ACTION_BACK},
    {"AC Back", ACTION_BACK}, {"F1", ACTION_HELP}, {"Help", ACTION_HELP}, {"Left", ACTION_LEFT}, {"Right", ACTION_RIGHT},
    {"Home", ACTION_FIRST}, {"End", ACTION_LAST}, {"PageUp", ACTION_PAGE_UP}, {"PageDown", ACTION_PAGE_DOWN},
    {"VolumeUp", ACTION_VOLUME_UP}, {"VolumeDown", ACTION_VOLUME_DOWN}, {"AudioMute", ACTION_VOLUME_DOWN},
    {"F15", ACTION_JACK_IN}, {"F16", ACTION_JACK_OUT}, {"F17", ACTION_HELP}, {"F18", ACTION_PREV},
    {"F19", ACTION_NEXT}, {"F20", ACTION_SELECT}, {"F23", ACTION_BACK}, {"F24", ACTION_RIGHT},
};

enum { USUAL_COUNT = sizeof(usual) / sizeof(usual[0]) };

const char *action_name(enum action action)
{
    return names[action];
}

enum action action_from_name(const char *name)
{
    for (int i = 0; i < ACTION_COUNT; i++) {
        if (names[i] && strcmp(names[i], name) == 0)
            return i;
    }
    return ACTION_NONE;
}

/* ---- which key does what ---- */

struct action_map action_map_default(void)
{
    struct action_map map = {.count = USUAL_COUNT};

    memcpy(map.keys, usual, sizeof(usual));
    return map;
}

static void take_away(struct action_map *map, int index)
{
    map->keys[index] = map->keys[--map->count];
}

static int index_of(const struct action_map *map, const char *name)
{
    for (int i = 0; i < map->count; i++) {
        if (strcmp(map->keys[i].name, name) == 0)
            return i;
    }
    return -1;
}

static bool add(struct action_map *map, enum action action, const char *name, size_t length)
{
    struct action_key key = {.action = action};
    int at;

    if (length < 2 || length >= sizeof(key.name))
        return false;
    memcpy(key.name, name, length);
    at = index_of(map, key.name);
    if (at >= 0)
        take_away(map, at);
    if (map->count == ACTION_KEYS_MAX)
        return false;
    map->keys[map->count++] = key;
    return true;
}

bool action_map_bind(struct action_map *map, enum action action, const char *list)
{
    struct action_map bound = *map;

    for (int i = bound.count - 1; i >= 0; i--) {
        if (bound.keys[i].action == action)
            take_away(&bound, i);
    }
    while (strcmp(list, "none") != 0) {
        size_t length;

        list += strspn(list, " ");
        length = strcspn(list, ",");
        while (length > 0 && list[length - 1] == ' ')
            length--;
        if (!add(&bound, action, list, length))
            return false;
        list += strcspn(list, ",");
        if (*list++ == '\0')
            break;
    }
    *map = bound;
    return true;
}

enum action action_map_find(const struct action_map *map, const char *name, bool is_shifted)
{
    char shifted[ACTION_KEY_SIZE + 8];
    int at = -1;

    if (is_shifted) {
        snprintf(shifted, sizeof(shifted), "Shift+%s", name);
        at = index_of(map, shifted);
    }
    if (at < 0)
        at = index_of(map, name);
    return at < 0 ? ACTION_NONE : map->keys[at].action;
}

bool action_map_has(const struct action_map *map, enum action action)
{
    for (int i = 0; i < map->count; i++) {
        if (map->keys[i].action == action)
            return true;
    }
    return false;
}
