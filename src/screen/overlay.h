/* overlay.h - what lies over a screen: "Are you still there?" (I4, mock-11), the access panel (A3–A5), the cleaning veil. */
#ifndef VITRINE_SCREEN_OVERLAY_H
#define VITRINE_SCREEN_OVERLAY_H

#include "screen/screen.h"

enum overlay { OVERLAY_NONE, OVERLAY_WARN, OVERLAY_ACCESS, OVERLAY_CLEANING };

/* Dims `whole`, takes the screen's elements out of reach and draws the dialog. left_ms: what remains of the warning. */
void overlay_draw(struct kit *kit, enum overlay overlay, int64_t left_ms, struct rect whole);

/* When the picture of the overlay changes next; INT64_MAX = never. */
int64_t overlay_next_ms(enum overlay overlay, int64_t now_ms);

#endif
