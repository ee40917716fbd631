/* action.h - what a key means (rules K1–K3), by the names that SDL gives to scancodes ("Up", "F18"). */
#ifndef VITRINE_INPUT_ACTION_H
#define VITRINE_INPUT_ACTION_H

#include <stdbool.h>

enum action {
    ACTION_NONE, ACTION_PREV, ACTION_NEXT, ACTION_SELECT, ACTION_BACK, ACTION_HELP, ACTION_LEFT, ACTION_RIGHT,
    ACTION_FIRST, ACTION_LAST, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
    ACTION_VOLUME_UP, ACTION_VOLUME_DOWN, ACTION_JACK_IN, ACTION_JACK_OUT, ACTION_COUNT,
};

/* The name used by scripts ("PREV"); NULL for ACTION_NONE. */
const char *action_name(enum action action);
enum action action_from_name(const char *name); /* ACTION_NONE = unknown */

/* Which key does what. Plain data. */
enum { ACTION_KEYS_MAX = 64, ACTION_KEY_SIZE = 32 };

struct action_map {
    struct action_key {
        char name[ACTION_KEY_SIZE]; /* "Shift+Tab" with the shift key held */
        enum action action;
    } keys[ACTION_KEYS_MAX];
    int count;
};

/* The default keys of K2 and K3. */
struct action_map action_map_default(void);

/* The action gets the keys of a list, "Up, Keypad 8", and no others; "none" = no key at all. A key does one thing: it is taken
 * from the action it had. False: the list is empty, a name in it is too long, a key that is a single character (K4) or there
 * are too many; the map is as it was then. */
bool action_map_bind(struct action_map *map, enum action action, const char *list);

/* ACTION_NONE = the key does nothing. */
enum action action_map_find(const struct action_map *map, const char *name, bool is_shifted);
bool action_map_has(const struct action_map *map, enum action action);

#endif
