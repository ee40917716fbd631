/* flow.h - things of different widths in rows, from the leading edge on: a new row begins where one is full. */
#ifndef VITRINE_SCREEN_FLOW_H
#define VITRINE_SCREEN_FLOW_H

#include <stdbool.h>

#include "rect.h"

struct flow {
    struct rect rect; /* its height does not matter */
    int gap_px;       /* between things and between rows */
    bool is_mirrored; /* rows begin at the right edge */
    int used, row_y, row_h; /* px from the leading edge and from the top; 0 to begin with */
};

/* The place of the next thing. */
struct rect flow_next(struct flow *flow, int w, int h);

/* There is room left in the row for something of that width, and for `after` more px behind it. */
bool flow_has_room(const struct flow *flow, int w, int after);

/* Height of all rows. */
int flow_height(const struct flow *flow);

#endif
