/*
 * minimap.h - a small map around some places: which part of the coast, projected how, drawn as an SVG picture.
 *
 * The projection is equirectangular, true to scale at the middle latitude. No drawing happens here.
 */
#ifndef VITRINE_SCREEN_MINIMAP_H
#define VITRINE_SCREEN_MINIMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pack/pack.h"
#include "rect.h"

struct minimap_point {
    double latitude, longitude; /* degrees */
    double radius_km;           /* of a region, 0 = a point */
};

struct minimap {
    double west, south; /* degrees of the lower left corner */
    double px_per_lon, px_per_lat;
    int width_px, height_px;
};

/* Which places one map shows together: the first, and in their order those further ones, rings included, with which it is at
 * most most_km wide and high. Fills shown[0..count) and returns how many are. */
int minimap_together(const struct minimap_point *points, int count, double most_km, bool *shown);

/* The map of that many pixels that holds the places with some room around them and is at least least_km wide. */
struct minimap minimap_around(const struct minimap_point *points, int count, double least_km, int width_px, int height_px);

double minimap_x(const struct minimap *map, double longitude);
double minimap_y(const struct minimap *map, double latitude);
double minimap_px_per_km(const struct minimap *map);

/* True: the land of the inset reaches to every edge of the map, or over it. */
bool minimap_is_inside(const struct minimap *map, struct pack *pack, int inset);
/* True: some coast lies on the map. */
bool minimap_has_coast(const struct minimap *map, struct pack *pack, int inset);

enum { MINIMAP_CELLS = 64 };

/* Where the coast runs: square cells, as many across the map as down, those beyond its lower edge empty. */
struct minimap_coast {
    int cell_px;
    bool cells[MINIMAP_CELLS][MINIMAP_CELLS];
};

void minimap_find_coast(const struct minimap *map, struct pack *pack, int inset, struct minimap_coast *coast);
/* How many cells with coast a rectangle lies on. */
int minimap_coast_under(const struct minimap_coast *coast, struct rect rect);

struct minimap_ink {
    uint32_t sea, land, coast;
    double stroke_px;
};

/* The dashed rings of regions, broken where something is written over them. */
struct minimap_rings {
    const struct minimap_point *points;
    int count;
    const struct rect *gaps;
    int gap_count;
};

/* Land, sea and rings as SVG; the caller frees it. NULL when memory is out. */
char *minimap_svg(const struct minimap *map, struct pack *pack, int inset, struct minimap_rings rings, struct minimap_ink ink,
                  size_t *size);

/* A round number of kilometres (1, 2 or 5 times a power of ten) that is at most most_px long. */
int minimap_scale_km(const struct minimap *map, double most_px);

#endif
