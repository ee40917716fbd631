/* rect.h - a rectangle in pixels of the (rotated) screen; x + w and y + h are outside it. */
#ifndef VITRINE_RECT_H
#define VITRINE_RECT_H

#include <stdbool.h>

struct rect {
    int x, y, w, h;
};

static inline bool rect_holds(struct rect r, int x, int y)
{
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

static inline bool rect_meets(struct rect a, struct rect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* The least rectangle around both; an empty one adds nothing. */
static inline struct rect rect_around(struct rect a, struct rect b)
{
    if (a.w <= 0 || a.h <= 0 || b.w <= 0 || b.h <= 0)
        return b.w > 0 && b.h > 0 ? b : a;
    int x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
    int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w, bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;

    return (struct rect){x, y, right - x, bottom - y};
}

/* What of a lies in b; without width or height where they do not meet. */
static inline struct rect rect_cut(struct rect a, struct rect b)
{
    int x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
    int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w, bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;

    return (struct rect){x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

/* The same rectangle smaller by dx on the left and right and dy on top and bottom; negative values grow it. */
static inline struct rect rect_inset(struct rect r, int dx, int dy)
{
    return (struct rect){r.x + dx, r.y + dy, r.w - 2 * dx, r.h - 2 * dy};
}

#endif
