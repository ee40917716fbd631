/*
 * rings.h - closed lines of longitude and latitude: clipped to a window and simplified.
 */
#ifndef VITRINE_COMPILER_RINGS_H
#define VITRINE_COMPILER_RINGS_H

/* Degrees; x grows to the east, y to the north. */
struct ring_point {
    double x, y;
};

/* The last point is joined to the first. */
struct ring {
    struct ring_point *points;
    int count;
};

struct ring_window {
    double west, south, east, north;
};

/* A ring that crosses the 180th meridian goes on beyond it instead of coming back from the other side: x may then leave
 * -180..180, where the middle of the ring stays. In place. */
void ring_unwrap(struct ring *ring);

/* I. Sutherland, G. Hodgman, "Reentrant Polygon Clipping", CACM 17 (1974). The result may run along
 * the window's edges; its points are to be freed, and NULL when nothing is left. */
struct ring ring_clip(struct ring ring, struct ring_window window);

/* Leaves out points that lie nearer than `tolerance` degrees to the line that stays; a degree of
 * longitude counts less to the north. D. Douglas, T. Peucker, Cartographica 10 (1973). In place; a
 * ring smaller than the tolerance has no points left. */
void ring_simplify(struct ring *ring, double tolerance);

#endif
