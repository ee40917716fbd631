/*
 * parts.h - the components of visual.md that more than one screen draws: words, keys, tabs, voice bars, editors' notes.
 *
 * A part that can be touched adds its element to kit->ui; ids, roles and verbs come from the caller.
 */
#ifndef VITRINE_SCREEN_PARTS_H
#define VITRINE_SCREEN_PARTS_H

#include "screen/screen.h"

/* ---- words ---- */

/* The style of a role at a type size, in the direction of the interface language. */
struct block_style parts_style(const struct kit *kit, enum font_role role, enum type type);

const struct block *parts_block(struct kit *kit, struct pack_text text, struct block_style style, int width_px);

/* A word of the interface in the visitor's language. */
struct pack_text parts_string(struct kit *kit, enum pack_string_id id);

/* "2 of 3" */
void parts_add_nth(struct kit *kit, struct text_builder *builder, int n, int count);

/* Draws a text in one colour at a place, aligned to the right edge of width_px in a right-to-left language, and lists it as
 * an element to be read. Returns the height. id NULL = not listed. */
int parts_text(struct kit *kit, const char *id, const char *role, struct pack_text text, struct block_style style,
               struct rect box, uint32_t ink, uint32_t ground);

/* An element with what the dump needs of a text filled in. */
struct ui_element parts_element(const struct kit *kit, const char *id, const char *role, struct rect rect);

/* BCP 47 of the visitor's language. */
const char *parts_tag(const struct kit *kit);

/* The visitor's language is written from right to left: what has a direction is mirrored. */
bool parts_is_mirrored(const struct kit *kit);
/* draw_card with the corner cut at the end of the lines. */
void parts_card(struct kit *kit, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge);
/* The arrows that lead on and back. */
enum draw_icon parts_onward(const struct kit *kit);
enum draw_icon parts_backward(const struct kit *kit);

/* How large an icon is drawn among plain ones of that size: the mark and the text size have more to tell. */
int parts_icon_px(enum draw_icon icon, int px);
/* ---- keys ---- */

enum key_look { KEY_LIGHT, KEY_DARK };

struct key {
    const char *id;
    enum key_look look;
    bool has_icon, icon_first; /* first: where the words begin */
    enum draw_icon icon;
    struct pack_text words;  /* empty: the icon alone */
    struct pack_text label;  /* what the icon means; empty = words */
    struct rect label_room;  /* where that is told when there is no room above the key; empty = below it */
    const char *lang;        /* of the words; NULL = the visitor's */
    enum ui_verb verb;
    int value;
    bool repeats, is_on, is_current; /* current: of several, the one that is shown */
    bool is_switch;          /* what it sets is on or off */
};

/* How wide the key wants to be. */
int parts_key_width(struct kit *kit, const struct key *key);
void parts_key(struct kit *kit, const struct key *key, struct rect rect);

/* The two-tone focus ring outside a rectangle (K10), if that element has the focus. */
void parts_focus(struct kit *kit, const char *id, struct rect rect, bool on_dark);

/* A rectangle 2 % smaller while pressed (T22); itself with reduced motion. */
struct rect parts_pressed(const struct kit *kit, const char *id, struct rect rect);

/* The edge inside a pressed rectangle whose fill stays or changes too little to be seen (T22). */
void parts_press_edge(struct kit *kit, const char *id, struct rect rect, uint32_t ground);

/* ---- documents ---- */

enum voice { VOICE_SILENT, VOICE_SPEAKS, VOICE_DIFFERS };

/* Siglum on a tab of that height; returns its width. */
int parts_tab(struct kit *kit, int document, enum voice voice, int x, int y, int height);
int parts_tab_width(struct kit *kit, int document, int height);
/* The same in other colours, where the ground is not that of a page. */
void parts_tab_in(struct kit *kit, int document, struct rect rect, uint32_t fill, uint32_t ink);
/* A key in the form of a tab, the siglum as large as on a tab of that height. */
void parts_tab_key(struct kit *kit, int document, struct rect rect, int height, uint32_t fill);

/* One cell a document: filled = speaks, dashed = silent, red and slipped = differs. Returns its width. */
int parts_voice_bar(struct kit *kit, unsigned speaks, unsigned differs, int x, int y, int height, uint32_t ink);
int parts_voice_bar_width(const struct kit *kit, int height);

/* The red square with the broken ≠ */
void parts_differs(struct kit *kit, struct rect rect, bool on_dark);

/* One square bracket; an opening one begins at x, a closing one ends at x + stroke. */
void parts_bracket(struct kit *kit, int x, int y, int height, bool opens, int stroke, uint32_t ink);

/* [Editors: sentence] in brackets, wrapped into width_px from x, y; returns the height. */
int parts_editors_note(struct kit *kit, const char *id, struct pack_text sentence, enum type type, int x, int y, int width_px,
                       uint32_t ink, uint32_t ground);
int parts_editors_note_height(struct kit *kit, struct pack_text sentence, enum type type, int width_px);
/* What it takes of width_px, with its brackets. */
int parts_editors_note_width(struct kit *kit, struct pack_text sentence, enum type type, int width_px);

#endif
