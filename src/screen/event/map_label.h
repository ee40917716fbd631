/*
 * map_label.h - where the names of places and the scale stand on a small map: arithmetic only.
 *
 * All in pixels from the corner of the map. Nothing stands on a mark, on another name or over the edge; of the places that are
 * left the one that hides least of coast and rings is taken, and none that would tell a wrong region.
 */
#ifndef VITRINE_SCREEN_MAP_LABEL_H
#define VITRINE_SCREEN_MAP_LABEL_H

#include <stdbool.h>

#include "rect.h"
#include "screen/event/minimap.h"

enum { MAP_PLACES_MAX = 16, MAP_TAKEN_MAX = 2 * MAP_PLACES_MAX + 1 };

struct map_spot {
    int x, y;
    int mark_px;   /* the side of its mark; 0 = a region, which has none */
    int radius_px; /* of its ring; 0 = a point */
};

struct map_scene {
    struct rect room; /* names stay within */
    const struct minimap_coast *coast;
    struct map_spot spots[MAP_PLACES_MAX];
    int spot_count;
    struct rect taken[MAP_TAKEN_MAX];
    int taken_count;
};

struct map_label {
    struct rect rect;
    bool is_placed; /* false: there is no room for it */
};

/* Adds a spot, and its mark to what is taken. */
void map_scene_add(struct map_scene *scene, struct map_spot spot);
/* The corner of the whole map with least in it, for a plate of that size; it is taken then. */
struct map_label map_scene_corner(struct map_scene *scene, struct rect whole, int w, int h);
/* A name of that size for a spot: beside a mark, in the middle of a ring. It is taken then. */
struct map_label map_scene_name(struct map_scene *scene, int spot, int w, int h, int gap);

#endif
