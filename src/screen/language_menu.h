/* language_menu.h - all languages of the exhibit, where the plinth has no room for a key for each (L2). */
#ifndef VITRINE_SCREEN_LANGUAGE_MENU_H
#define VITRINE_SCREEN_LANGUAGE_MENU_H

#include "screen/screen.h"

void language_menu_draw(struct kit *kit);

#endif
