/*
 * drawn_parts.h - the shapes, icons and lines that were drawn, with their colours: the calls into draw are watched. Only for
 * programs that are linked with --wrap for each of them (CMakeLists.txt).
 */
#ifndef VITRINE_TESTS_DRAWN_PARTS_H
#define VITRINE_TESTS_DRAWN_PARTS_H

#include "draw/draw.h"

enum drawn_kind { DRAWN_ICON, DRAWN_SHAPE, DRAWN_FILL, DRAWN_FRAME, DRAWN_DASHED, DRAWN_CARD, DRAWN_PATTERN, DRAWN_TINT };

struct drawn_part {
    enum drawn_kind kind;
    int which; /* enum draw_icon, enum draw_shape */
    struct rect rect;
    uint32_t colour; /* of the icon, the edge, the fill without an edge */
    int edge_px;
};

/* In the order of drawing since the last call of drawn_parts_forget. */
int drawn_parts_count(void);
const struct drawn_part *drawn_part(int index);
void drawn_parts_forget(void);

#endif
