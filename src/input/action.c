#include "input/action.h"

#include <stddef.h>
#include <string.h>

static const char *const names[ACTION_COUNT] = {
    [ACTION_PREV] = "PREV", [ACTION_NEXT] = "NEXT", [ACTION_SELECT] = "SELECT", [ACTION_BACK] = "BACK",
    [ACTION_HELP] = "HELP", [ACTION_LEFT] = "LEFT", [ACTION_RIGHT] = "RIGHT", [ACTION_FIRST] = "FIRST",
    [ACTION_LAST] = "LAST", [ACTION_PAGE_UP] = "PAGEUP", [ACTION_PAGE_DOWN] = "PAGEDOWN",
    [ACTION_VOLUME_UP] = "VOL+", [ACTION_VOLUME_DOWN] = "VOL-", [ACTION_JACK_IN] = "JACK_IN",
    [ACTION_JACK_OUT] = "JACK_OUT",
};

/* K2 and, from F15 on, the keypad of K3. Names are SDL's scancode names. */
static const struct {
    const char *scancode;
    enum action action;
} map[] = {
    {"Up", ACTION_PREV}, {"Down", ACTION_NEXT}, {"Tab", ACTION_NEXT}, {"Return", ACTION_SELECT},
    {"Keypad Enter", ACTION_SELECT}, {"Space", ACTION_SELECT}, {"Escape", ACTION_BACK}, {"Backspace", ACTION_BACK},
    {"AC Back", ACTION_BACK}, {"F1", ACTION_HELP}, {"Help", ACTION_HELP}, {"Left", ACTION_LEFT}, {"Right", ACTION_RIGHT},
    {"Home", ACTION_FIRST}, {"End", ACTION_LAST}, {"PageUp", ACTION_PAGE_UP}, {"PageDown", ACTION_PAGE_DOWN},
    {"VolumeUp", ACTION_VOLUME_UP}, {"VolumeDown", ACTION_VOLUME_DOWN}, {"AudioMute", ACTION_VOLUME_DOWN},
    {"F15", ACTION_JACK_IN}, {"F16", ACTION_JACK_OUT}, {"F17", ACTION_HELP}, {"F18", ACTION_PREV},
    {"F19", ACTION_NEXT}, {"F20", ACTION_SELECT}, {"F23", ACTION_BACK}, {"F24", ACTION_RIGHT},
};

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

enum action action_from_scancode(const char *name, int is_shifted)
{
    if (is_shifted && strcmp(name, "Tab") == 0)
        return ACTION_PREV;
    for (size_t i = 0; i < sizeof(map) / sizeof(map[0]); i++) {
        if (strcmp(map[i].scancode, name) == 0)
            return map[i].action;
    }
    return ACTION_NONE;
}
