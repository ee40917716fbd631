/* action.h - what a key means (rules K1–K3). */
#ifndef VITRINE_INPUT_ACTION_H
#define VITRINE_INPUT_ACTION_H

enum action {
    ACTION_NONE, ACTION_PREV, ACTION_NEXT, ACTION_SELECT, ACTION_BACK, ACTION_HELP, ACTION_LEFT, ACTION_RIGHT,
    ACTION_FIRST, ACTION_LAST, ACTION_PAGE_UP, ACTION_PAGE_DOWN,
    ACTION_VOLUME_UP, ACTION_VOLUME_DOWN, ACTION_JACK_IN, ACTION_JACK_OUT, ACTION_COUNT,
};

/* The name used by scripts ("PREV"); NULL for ACTION_NONE. */
const char *action_name(enum action action);
enum action action_from_name(const char *name); /* ACTION_NONE = unknown */

/* The default map of rule K2/K3 from an SDL scancode name ("Up", "F18"). is_shifted tells Shift+Tab from Tab. */
enum action action_from_scancode(const char *name, int is_shifted);

#endif
