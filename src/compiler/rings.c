#include "compiler/rings.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "compiler/memory.h"

/* Its middle lies between -180 and 180. */
static void turn_home(struct ring *ring)
{
    double west = 1e9, east = -1e9, turn;

    for (int i = 0; i < ring->count; i++) {
        west = fmin(west, ring->points[i].x);
        east = fmax(east, ring->points[i].x);
    }
    turn = -360 * floor(((west + east) / 2 + 180) / 360);
    for (int i = 0; i < ring->count; i++)
        ring->points[i].x += turn;
}

void ring_unwrap(struct ring *ring)
{
    double turn = 0;

    for (int i = 1; i < ring->count; i++) {
        double step = ring->points[i].x + turn - ring->points[i - 1].x;

        turn += step > 180 ? -360 : step < -180 ? 360 : 0;
        ring->points[i].x += turn;
    }
    turn_home(ring);
}

/* ---- clipping ------------------------------------------------------------------------------- */

/* One edge of the window: what lies on the inner side of a line of constant x or y. */
struct edge {
    bool is_vertical, keeps_greater;
    double at;
};

static double value_of(struct ring_point point, struct edge edge)
{
    return edge.is_vertical ? point.x : point.y;
}

static bool is_inside(struct ring_point point, struct edge edge)
{
    return edge.keeps_greater ? value_of(point, edge) >= edge.at : value_of(point, edge) <= edge.at;
}

static struct ring_point crossing(struct ring_point from, struct ring_point to, struct edge edge)
{
    double part = (edge.at - value_of(from, edge)) / (value_of(to, edge) - value_of(from, edge));

    return (struct ring_point){from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
}

static struct ring clip_edge(struct ring ring, struct edge edge)
{
    struct ring result = {memory_take((size_t)ring.count * 2 * sizeof *result.points), 0};

    for (int i = 0; i < ring.count; i++) {
        struct ring_point from = ring.points[(i + ring.count - 1) % ring.count],
                          to = ring.points[i];

        if (is_inside(from, edge) != is_inside(to, edge))
            result.points[result.count++] = crossing(from, to, edge);
        if (is_inside(to, edge))
            result.points[result.count++] = to;
    }
    return result;
}

struct ring ring_clip(struct ring ring, struct ring_window window)
{
    const struct edge edges[4] = {{true, true, window.west},
                                  {true, false, window.east},
                                  {false, true, window.south},
                                  {false, false, window.north}};
    struct ring result = ring;

    for (int i = 0; i < 4; i++) {
        struct ring next = clip_edge(result, edges[i]);

        if (i > 0)
            free(result.points);
        result = next;
    }
    if (result.count >= 3)
        return result;
    free(result.points);
    return (struct ring){NULL, 0};
}

/* ---- simplifying ---------------------------------------------------------------------------- */

static double distance_to_line(struct ring_point point, struct ring_point from,
                               struct ring_point to)
{
    double shrink = cos(point.y * 3.14159265358979323846 / 180);
    double dx = (to.x - from.x) * shrink, dy = to.y - from.y;
    double px = (point.x - from.x) * shrink, py = point.y - from.y;
    double length = dx * dx + dy * dy;
    double part = length > 0 ? (px * dx + py * dy) / length : 0;

    part = part < 0 ? 0 : part > 1 ? 1 : part;
    return hypot(px - part * dx, py - part * dy);
}

/* The point between two others that lies farthest from their line; -1 when all are within the
 * tolerance. */
static int farthest(const struct ring *ring, int first, int last, double tolerance)
{
    int found = -1;

    for (int i = first + 1; i < last; i++) {
        double distance = distance_to_line(ring->points[i], ring->points[first],
                                           ring->points[last % ring->count]);

        if (distance > tolerance) {
            tolerance = distance;
            found = i;
        }
    }
    return found;
}

/* Marks what stays between two points that stay; `last` may be the count, which is the first point
 * again. */
static void keep_between(const struct ring *ring, bool *stays, int first, int last,
                         double tolerance)
{
    struct {
        int first, last;
    } *waiting = memory_take((size_t)(ring->count + 1) * sizeof *waiting);
    int count = 0;

    waiting[count].first = first;
    waiting[count++].last = last;
    while (count > 0) {
        int from = waiting[--count].first, to = waiting[count].last;
        int middle = farthest(ring, from, to, tolerance);

        if (middle < 0)
            continue;
        stays[middle] = true;
        waiting[count].first = from;
        waiting[count++].last = middle;
        waiting[count].first = middle;
        waiting[count++].last = to;
    }
    free(waiting);
}

void ring_simplify(struct ring *ring, double tolerance)
{
    bool *stays;
    int count = 0;

    if (ring->count < 3)
        return;
    stays = memory_take_zeroed((size_t)ring->count, sizeof *stays);
    stays[0] = true;
    keep_between(ring, stays, 0, ring->count, tolerance);
    for (int i = 0; i < ring->count; i++)
        if (stays[i])
            ring->points[count++] = ring->points[i];
    ring->count = count >= 3 ? count : 0;
    free(stays);
}
