/*
 * reach.h - which part of a panel the screen is laid out in, so that hands of every height reach all of it (rules A5, A6).
 *
 * Millimetres are heights above the floor. A 7 inch panel lies within a hand whole: none of this holds for it.
 */
#ifndef VITRINE_SCREEN_REACH_H
#define VITRINE_SCREEN_REACH_H

#include <stdbool.h>

#include "screen/screen.h"

/* EN 301 549, 8.3.2: the band all controls come to, and the limits it may grow to where the panel has little of that band. */
enum { REACH_BAND_FROM_MM = 800, REACH_BAND_TO_MM = 1100, REACH_LEAST_MM = 380, REACH_MOST_MM = 1220 };

/* Whether a panel is so large that the visitor is offered the choice. */
bool reach_is_offered(const struct panel *panel);

/*
 * The rows of the panel that are used, over its whole width, in pixels. bottom_edge_mm: how high the panel's lower edge hangs,
 * 0 = not known. With is_on the band, or without that height the lower half of a landscape and the lower third of a portrait
 * panel; else all that is not above REACH_MOST_MM.
 */
struct rect reach_frame(const struct panel *panel, int bottom_edge_mm, bool is_on);

/* The panel that the screens see: as large as the frame, and in the small form where that is too low for the usual one. */
struct panel reach_panel(const struct panel *panel, struct rect frame);

/* What the frame leaves of the panel: a calm ground, with the exhibit's title and the lanes' motifs where there is room. */
void reach_draw_rest(struct kit *kit, const struct panel *panel, struct rect frame);

#endif
