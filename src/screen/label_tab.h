/* label_tab.h - the small tab that tells what a control is on which no words are written (T6, A2). */
#ifndef VITRINE_SCREEN_LABEL_TAB_H
#define VITRINE_SCREEN_LABEL_TAB_H

#include "screen/screen.h"

/* Above a control, or where `room` has no place there in the control's own tab_room or below it; in pixels of the panel. */
void label_tab_draw(struct kit *kit, const struct ui_element *control, struct rect room);

#endif
