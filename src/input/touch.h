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
    float major_mm;  /* the longer side of the contact, as large as it has been since it landed; 0 = not told */
};

/* More than this is no finger (T18). */
enum { TOUCH_FINGER_MM = 25 };

#endif
