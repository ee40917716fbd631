/* access.h - the access panel: every adaptation by one tap (A3, A4, A5), the way to the help, and the way out. */
#ifndef VITRINE_SCREEN_ACCESS_H
#define VITRINE_SCREEN_ACCESS_H

#include "screen/screen.h"

void access_draw(struct kit *kit);

#endif
