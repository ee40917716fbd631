/* dialog.h - the paper on which everything stands that lies over a screen, and keys in rows on it. */
#ifndef VITRINE_SCREEN_DIALOG_H
#define VITRINE_SCREEN_DIALOG_H

#include "screen/parts.h"

/* The dialog of visual.md, 1240 wide on P3, as wide as the panel allows, in the middle. */
struct rect dialog_rect(const struct kit *kit, int height);

void dialog_draw(struct kit *kit, struct rect rect);

/* What lies between the edge of a dialog and what stands on it. */
int dialog_padding(const struct kit *kit);

/* Keys of one size in rows, as many to a row as the form has room for. */
struct dialog_keys {
    const struct key *keys;
    int count, columns;
    int width, height, gap; /* of a key; between two */
};

/* As wide as the widest wants to be, at most so that all columns fit into most_w. */
struct dialog_keys dialog_keys(struct kit *kit, const struct key *keys, int count, int columns, int most_w);
int dialog_keys_width(const struct dialog_keys *keys);
int dialog_keys_height(const struct dialog_keys *keys);
/* From x, y; a last one that would stand alone fills its row. */
void dialog_keys_draw(struct kit *kit, const struct dialog_keys *keys, int x, int y);

/* A key with a box that is ticked while the setting is on (C6); the key is dark then, too. */
struct key dialog_switch(struct kit *kit, const char *id, enum pack_string_id words, enum ui_verb verb, bool is_on);

/* A light key with an icon before its words. */
struct key dialog_icon_key(struct kit *kit, const char *id, enum draw_icon icon, enum pack_string_id words, enum ui_verb verb);

struct key dialog_close_key(struct kit *kit, const char *id, enum ui_verb verb);

/* What a visitor can set of the picture: contrast, motion, reach where it is offered, text size. Returns how many. */
enum { DIALOG_SETTINGS_MAX = 4 };
int dialog_settings(struct kit *kit, const char *const ids[DIALOG_SETTINGS_MAX], struct key *keys);

#endif
