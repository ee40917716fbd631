#include "drawn_parts.h"

#include <math.h>

enum { PARTS_MOST = 16384 };

static struct drawn_part parts[PARTS_MOST];
static int count;

int drawn_parts_count(void)
{
    return count;
}

const struct drawn_part *drawn_part(int index)
{
    return &parts[index];
}

void drawn_parts_forget(void)
{
    count = 0;
}

/* Returns how many there are now: what a part consists of is no part, so the count is set back after it is drawn. */
static int note(struct drawn_part part)
{
    if (count < PARTS_MOST)
        parts[count++] = part;
    return count;
}

/* The linker calls the program's own function "real" and leads every call to it here. */
void __real_draw_icon(struct draw *draw, enum draw_icon icon, struct rect rect, uint32_t colour);
void __wrap_draw_icon(struct draw *draw, enum draw_icon icon, struct rect rect, uint32_t colour);
void __real_draw_tile(struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile);
void __wrap_draw_tile(struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile);
void __real_draw_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t fill, float edge_px, uint32_t edge);
void __wrap_draw_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t fill, float edge_px, uint32_t edge);
void __real_draw_fill(struct draw *draw, struct rect rect, uint32_t colour);
void __wrap_draw_fill(struct draw *draw, struct rect rect, uint32_t colour);
void __real_draw_tint(struct draw *draw, struct rect rect, uint32_t colour, int alpha);
void __wrap_draw_tint(struct draw *draw, struct rect rect, uint32_t colour, int alpha);
void __real_draw_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);
void __wrap_draw_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);
void __real_draw_dashed_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);
void __wrap_draw_dashed_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour);
void __real_draw_card(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge);
void __wrap_draw_card(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge);
void __real_draw_pattern(struct draw *draw, enum draw_pattern pattern, struct rect rect, uint32_t ground, uint32_t figure);
void __wrap_draw_pattern(struct draw *draw, enum draw_pattern pattern, struct rect rect, uint32_t ground, uint32_t figure);

void __wrap_draw_icon(struct draw *draw, enum draw_icon icon, struct rect rect, uint32_t colour)
{
    int now = note((struct drawn_part){DRAWN_ICON, (int)icon, rect, colour, 0});

    __real_draw_icon(draw, icon, rect, colour);
    count = now;
}

/* What it consists of is each a part: its edge, its ground and its icon. */
void __wrap_draw_tile(struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile)
{
    int now;

    if (tile->edge_px > 0)
        note((struct drawn_part){DRAWN_FILL, 0, rect_inset(rect, -tile->edge_px, -tile->edge_px), tile->edge, 0});
    note((struct drawn_part){DRAWN_FILL, 0, rect, tile->ground, 0});
    now = note((struct drawn_part){DRAWN_ICON, (int)icon, tile->icon, tile->ink, 0});
    __real_draw_tile(draw, icon, rect, tile);
    count = now;
}

void __wrap_draw_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t fill, float edge_px, uint32_t edge)
{
    int now = note((struct drawn_part){DRAWN_SHAPE, (int)shape, rect, edge_px > 0 ? edge : fill, (int)lroundf(edge_px)});

    __real_draw_shape(draw, shape, rect, fill, edge_px, edge);
    count = now;
}

void __wrap_draw_fill(struct draw *draw, struct rect rect, uint32_t colour)
{
    int now = note((struct drawn_part){DRAWN_FILL, 0, rect, colour, 0});

    __real_draw_fill(draw, rect, colour);
    count = now;
}

void __wrap_draw_tint(struct draw *draw, struct rect rect, uint32_t colour, int alpha)
{
    int now = note((struct drawn_part){DRAWN_TINT, 0, rect, colour, 0});

    __real_draw_tint(draw, rect, colour, alpha);
    count = now;
}

void __wrap_draw_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour)
{
    int now = note((struct drawn_part){DRAWN_FRAME, 0, rect, colour, width_px});

    __real_draw_frame(draw, rect, width_px, colour);
    count = now;
}

void __wrap_draw_dashed_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour)
{
    int now = note((struct drawn_part){DRAWN_DASHED, 0, rect, colour, width_px});

    __real_draw_dashed_frame(draw, rect, width_px, colour);
    count = now;
}

void __wrap_draw_card(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge)
{
    int now = note((struct drawn_part){DRAWN_CARD, 0, rect, edge_px > 0 ? edge : fill, edge_px});

    __real_draw_card(draw, rect, cut_px, fill, edge_px, edge);
    count = now;
}

void __wrap_draw_pattern(struct draw *draw, enum draw_pattern pattern, struct rect rect, uint32_t ground, uint32_t figure)
{
    int now = note((struct drawn_part){DRAWN_PATTERN, (int)pattern, rect, ground, 0});

    __real_draw_pattern(draw, pattern, rect, ground, figure);
    count = now;
}
