/* help.h - the help (K13): where one is, what the keys do, and the settings. */
#ifndef VITRINE_SCREEN_HELP_H
#define VITRINE_SCREEN_HELP_H

#include "screen/screen.h"

/* Which of the screen's items had the focus when the help was opened, from 1; 0 = none. */
struct help_place {
    int item, count;
};

void help_draw(struct kit *kit, struct help_place place);

#endif
