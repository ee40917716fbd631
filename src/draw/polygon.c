/*
 * Sixteen lines are laid through each row of pixels. On a line the covered length is exact, so upright and 1:2 or 2:1 edges,
 * all that the design has (visual.md, the fault), come out exactly.
 */
#include "draw/polygon.h"

#include <math.h>

enum {
    LINES = 16,
    FAR = 1 << 29, /* farther off than any screen, and still a difference of two of them is an int */
};

struct span {
    float left, right;
};

/* fminf and fmaxf also care for NaN, which no point here is, and are calls. */
static float smaller(float a, float b)
{
    return a < b ? a : b;
}

static float larger(float a, float b)
{
    return a > b ? a : b;
}

static int clamp(float value, int from, int to)
{
    return value <= (float)from ? from : value >= (float)to ? to : (int)value;
}

struct rect polygon_bounds(const struct draw_point *points, int count)
{
    float left = points[0].x, right = left, top = points[0].y, bottom = top;
    for (int i = 1; i < count; i++) {
        left = smaller(left, points[i].x);
        right = larger(right, points[i].x);
        top = smaller(top, points[i].y);
        bottom = larger(bottom, points[i].y);
    }
    int x = clamp(floorf(left), -FAR, FAR), y = clamp(floorf(top), -FAR, FAR);
    return (struct rect){x, y, clamp(ceilf(right), -FAR, FAR) - x, clamp(ceilf(bottom), -FAR, FAR) - y};
}

/* Where the line at height y crosses the polygon; left > right when it does not. */
static struct span cross(const struct draw_point *points, int count, float y)
{
    struct span span = {INFINITY, -INFINITY};
    for (int i = 0; i < count; i++) {
        struct draw_point a = points[i], b = points[i + 1 < count ? i + 1 : 0];
        if ((a.y <= y) == (b.y <= y))
            continue;
        float x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);
        span.left = smaller(span.left, x);
        span.right = larger(span.right, x);
    }
    return span;
}

static uint8_t cover(const struct span *spans, int x)
{
    float sum = 0;
    for (int i = 0; i < LINES; i++) {
        float length = smaller(spans[i].right, (float)x + 1) - larger(spans[i].left, (float)x);
        sum += length > 0 ? length : 0;
    }
    return (uint8_t)(sum * (255.0f / LINES) + 0.5f);
}

struct polygon_row polygon_row(const struct draw_point *points, int count, int y, int from, int to, uint8_t *alpha)
{
    struct span spans[LINES];
    float left = INFINITY, right = -INFINITY, solid_left = -INFINITY, solid_right = INFINITY;
    for (int i = 0; i < LINES; i++) {
        spans[i] = cross(points, count, (float)y + ((float)i + 0.5f) / LINES);
        left = smaller(left, spans[i].left);
        right = larger(right, spans[i].right);
        solid_left = larger(solid_left, spans[i].left);
        solid_right = smaller(solid_right, spans[i].right);
    }
    if (left >= right || from >= to)
        return (struct polygon_row){from, from, from, from};
    struct polygon_row row = {clamp(floorf(left), from, to), clamp(ceilf(solid_left), from, to),
                              clamp(floorf(solid_right), from, to), clamp(ceilf(right), from, to)};
    if (row.solid_left >= row.solid_right)
        row.solid_left = row.solid_right = row.right;
    if (!alpha)
        return row;
    for (int x = row.left; x < row.solid_left; x++)
        alpha[x - from] = cover(spans, x);
    for (int x = row.solid_right; x < row.right; x++)
        alpha[x - from] = cover(spans, x);
    return row;
}

bool polygon_is_rect(const struct draw_point *points, int count, struct rect *rect)
{
    if (count != 4)
        return false;
    for (int i = 0; i < 4; i++) {
        struct draw_point a = points[i], b = points[(i + 1) % 4], c = points[(i + 2) % 4];
        bool turns = (a.x == b.x && b.y == c.y) || (a.y == b.y && b.x == c.x);
        if (!turns || a.x != floorf(a.x) || a.y != floorf(a.y))
            return false;
    }
    *rect = polygon_bounds(points, count);
    return true;
}

static float area(const struct draw_point *points, int count)
{
    float sum = 0;
    for (int i = 0; i < count; i++) {
        struct draw_point a = points[i], b = points[i + 1 < count ? i + 1 : 0];
        sum += a.x * b.y - b.x * a.y;
    }
    return sum / 2;
}

/* An edge as a line: normal · point = offset, the normal pointing inside. */
struct edge {
    float nx, ny, offset;
};

static struct edge edge_inside(struct draw_point a, struct draw_point b, float turn, float distance)
{
    float dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    struct edge edge = {-dy / length * turn, dx / length * turn, 0};
    edge.offset = edge.nx * a.x + edge.ny * a.y + distance;
    return edge;
}

bool polygon_inset(const struct draw_point *points, int count, float distance, struct draw_point *out)
{
    float turn = area(points, count) >= 0 ? 1 : -1;
    for (int i = 0; i < count; i++) {
        struct edge before = edge_inside(points[i > 0 ? i - 1 : count - 1], points[i], turn, distance);
        struct edge after = edge_inside(points[i], points[i + 1 < count ? i + 1 : 0], turn, distance);
        float determinant = before.nx * after.ny - before.ny * after.nx;
        if (fabsf(determinant) < 1e-6f) {
            out[i] = (struct draw_point){points[i].x + before.nx * distance, points[i].y + before.ny * distance};
            continue;
        }
        out[i].x = (before.offset * after.ny - after.offset * before.ny) / determinant;
        out[i].y = (before.nx * after.offset - after.nx * before.offset) / determinant;
    }
    for (int i = 0; i < count; i++) {
        struct draw_point a = points[i], b = points[i + 1 < count ? i + 1 : 0];
        struct draw_point c = out[i], d = out[i + 1 < count ? i + 1 : 0];
        if ((b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y) <= 0)
            return false;
    }
    return true;
}
