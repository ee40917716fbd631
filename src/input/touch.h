/* touch.h - one report of one contact, as it leaves the border to SDL or a script. */
#ifndef VITRINE_INPUT_TOUCH_H
#define VITRINE_INPUT_TOUCH_H

#include <stdint.h>

enum touch_phase { TOUCH_DOWN, TOUCH_MOVE, TOUCH_UP, TOUCH_CANCEL };

enum { TOUCH_MOUSE_ID = -1 }; /* the contact id of a mouse with its button held */

struct touch {
    enum touch_phase phase;
    int64_t id;      /* lives from down to up or cancel */
    float x, y;      /* pixels of the rotated screen */
    int64_t time_ms; /* monotonic */
};

#endif
