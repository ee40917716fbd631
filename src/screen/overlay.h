/* overlay.h - what lies over a screen: "Are you still there?" (I4, mock-11), the access panel (A3–A5), the help (K13), the
 * menu of languages (L2), the cleaning veil. */
#ifndef VITRINE_SCREEN_OVERLAY_H
#define VITRINE_SCREEN_OVERLAY_H

#include "screen/help.h"
#include "screen/screen.h"

enum overlay { OVERLAY_NONE, OVERLAY_WARN, OVERLAY_ACCESS, OVERLAY_HELP, OVERLAY_LANGUAGES, OVERLAY_CLEANING };

/* What the dialogs are told by the stage. */
struct overlay_facts {
    int64_t left_ms;         /* what remains of the warning */
    struct help_place place;
    struct rect whole;       /* the panel, from the corner of the screen */
};

/* Dims the panel, takes the screen's elements out of reach and draws the dialog. */
void overlay_draw(struct kit *kit, enum overlay overlay, const struct overlay_facts *facts);

/* When the picture of the overlay changes next; INT64_MAX = never. */
int64_t overlay_next_ms(enum overlay overlay, int64_t now_ms);

#endif
