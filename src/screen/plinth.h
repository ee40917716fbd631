/* plinth.h - the only bar, at the bottom of every screen of a visit (rule A11, visual.md Grid). */
#ifndef VITRINE_SCREEN_PLINTH_H
#define VITRINE_SCREEN_PLINTH_H

#include "screen/screen.h"

/* The part of the panel that is left above it. */
struct rect plinth_area(const struct look *look);

void plinth_draw(struct kit *kit);

#endif
