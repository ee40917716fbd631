/*
 * plinth_cell.h - one cell of the plinth: how wide it wants to be, and how it is drawn and touched.
 *
 * Cells touch each other; their hit rectangles are inset by half the gap, and by all of it towards the screen above, which may
 * use its place to the last pixel (T2). On small panels each is drawn as a key that stands free.
 */
#ifndef VITRINE_SCREEN_PLINTH_CELL_H
#define VITRINE_SCREEN_PLINTH_CELL_H

#include "screen/parts.h"

enum { PLINTH_CELLS_MAX = 24, PLINTH_EVENLY = -1, PLINTH_HAIRLINE = 0x4C463B };

struct plinth_cell {
    char id[32];
    int icon;               /* -1 = none */
    struct pack_text words; /* drawn */
    struct pack_text label; /* read and spoken */
    const char *lang;
    enum ui_verb verb;
    int value;
    bool is_current, is_language, is_below; /* is_below: icon above the words (portrait sections) */
    struct pack_span span;
};

struct plinth_row {
    struct plinth_cell cells[PLINTH_CELLS_MAX];
    int count, y, height;
    int split; /* cells before it stand at the start of the row, the others at its end; PLINTH_EVENLY: all share its width */
    int start, end; /* px left free at both ends */
    bool is_close;  /* there is no room to stand apart */
    bool is_last;
};

/* px; of a finger, at least (T1). */
int plinth_cell_least(const struct kit *kit);
/* px that it wants of its row. */
int plinth_cell_width(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell);
/* Whether words below an icon would have room in a row of that height. */
bool plinth_cell_is_upright(const struct kit *kit, int height);
/* rect: its share of the row. Adds its element. */
void plinth_cell_draw(struct kit *kit, const struct plinth_row *row, const struct plinth_cell *cell, struct rect rect);

#endif
