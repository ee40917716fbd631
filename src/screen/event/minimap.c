#include "screen/event/minimap.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double pi = 3.14159265358979, km_per_degree = 111.32, room = 0.22, degree_parts = 10000;
static const double most_lat = 84;

/* ---- which part ---- */

struct bounds {
    double west, east, south, north;
};

static const struct bounds nowhere = {180, -180, 90, -90};

static double narrowing(double latitude)
{
    double c = cos(latitude * pi / 180);

    return c > 0.1 ? c : 0.1;
}

static void include(struct bounds *bounds, const struct minimap_point *point)
{
    double dy = point->radius_km / km_per_degree, dx = dy / narrowing(point->latitude);

    bounds->west = fmin(bounds->west, point->longitude - dx);
    bounds->east = fmax(bounds->east, point->longitude + dx);
    bounds->south = fmin(bounds->south, point->latitude - dy);
    bounds->north = fmax(bounds->north, point->latitude + dy);
}

static double middle(double a, double b)
{
    return (a + b) / 2;
}

static double width_km(const struct bounds *bounds)
{
    return (bounds->east - bounds->west) * km_per_degree * narrowing(middle(bounds->south, bounds->north));
}

static double height_km(const struct bounds *bounds)
{
    return (bounds->north - bounds->south) * km_per_degree;
}

int minimap_together(const struct minimap_point *points, int count, double most_km, bool *shown)
{
    struct bounds bounds = nowhere;
    int together = 0;

    for (int i = 0; i < count; i++) {
        struct bounds with = bounds;

        include(&with, &points[i]);
        shown[i] = i == 0 || (width_km(&with) <= most_km && height_km(&with) <= most_km);
        if (shown[i])
            bounds = with;
        together += shown[i];
    }
    return together;
}

struct minimap minimap_around(const struct minimap_point *points, int count, double least_km, int width_px, int height_px)
{
    struct bounds bounds = nowhere;
    double lat, lon, km_w, km_h, ratio = width_px / (double)height_px, squeeze;
    struct minimap map = {.width_px = width_px, .height_px = height_px};

    for (int i = 0; i < count; i++)
        include(&bounds, &points[i]);
    lat = middle(bounds.south, bounds.north);
    lon = middle(bounds.west, bounds.east);
    squeeze = narrowing(lat);
    km_w = width_km(&bounds) * (1 + 2 * room);
    km_h = height_km(&bounds) * (1 + 2 * room);
    km_w = fmax(fmax(km_w, km_h * ratio), least_km);
    km_w = fmin(km_w, 2 * most_lat * km_per_degree * ratio);
    map.px_per_lat = width_px / km_w * km_per_degree;
    map.px_per_lon = map.px_per_lat * squeeze;
    map.west = lon - width_px / 2.0 / map.px_per_lon;
    map.south = lat - height_px / 2.0 / map.px_per_lat;
    return map;
}

double minimap_x(const struct minimap *map, double longitude)
{
    return (longitude - map->west) * map->px_per_lon;
}

double minimap_y(const struct minimap *map, double latitude)
{
    return map->height_px - (latitude - map->south) * map->px_per_lat;
}

double minimap_px_per_km(const struct minimap *map)
{
    return map->px_per_lat / km_per_degree;
}

static struct bounds bounds_of(const struct minimap *map, double margin_px)
{
    return (struct bounds){map->west - margin_px / map->px_per_lon, map->west + (map->width_px + margin_px) / map->px_per_lon,
                           map->south - margin_px / map->px_per_lat,
                           map->south + (map->height_px + margin_px) / map->px_per_lat};
}

bool minimap_is_inside(const struct minimap *map, struct pack *pack, int inset)
{
    struct bounds land = nowhere, wanted = bounds_of(map, 0);

    for (int r = 0; r < pack_ring_count(pack, inset); r++) {
        struct pack_ring ring = pack_ring(pack, inset, r);

        for (int i = 0; i < ring.point_count; i++) {
            struct minimap_point point = {ring.points[2 * i + 1] / degree_parts, ring.points[2 * i] / degree_parts, 0};

            include(&land, &point);
        }
    }
    return wanted.west >= land.west && wanted.east <= land.east && wanted.south >= land.south && wanted.north <= land.north;
}

bool minimap_has_coast(const struct minimap *map, struct pack *pack, int inset)
{
    /* the cut edges of an inset are no coast: what counts lies well inside */
    struct bounds inside = bounds_of(map, -0.06 * map->width_px);

    for (int r = 0; r < pack_ring_count(pack, inset); r++) {
        struct pack_ring ring = pack_ring(pack, inset, r);

        for (int i = 0; i < ring.point_count; i++) {
            double lon = ring.points[2 * i] / degree_parts, lat = ring.points[2 * i + 1] / degree_parts;

            if (lon > inside.west && lon < inside.east && lat > inside.south && lat < inside.north)
                return true;
        }
    }
    return false;
}

/* ---- the coast cut to the map (Sutherland and Hodgman, "Reentrant polygon clipping", 1974) ---- */

struct vertex {
    double x, y;
};

struct outline {
    struct vertex *vertices;
    int count;
};

enum side { LEFT, RIGHT, TOP, BOTTOM, SIDES };

struct box {
    double left, right, top, bottom;
};

/* How far a vertex is inside of a side; negative = outside. */
static double depth(struct vertex v, enum side side, const struct box *box)
{
    switch (side) {
    case LEFT:
        return v.x - box->left;
    case RIGHT:
        return box->right - v.x;
    case TOP:
        return v.y - box->top;
    default:
        return box->bottom - v.y;
    }
}

static int cut_side(const struct vertex *in, int count, struct vertex *out, enum side side, const struct box *box)
{
    int made = 0;

    for (int i = 0; i < count; i++) {
        struct vertex a = in[i], b = in[(i + 1) % count];
        double da = depth(a, side, box), db = depth(b, side, box), t = da != db ? da / (da - db) : 0;

        if (da >= 0)
            out[made++] = a;
        if ((da >= 0) != (db >= 0))
            out[made++] = (struct vertex){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
    }
    return made;
}

static struct outline projected(const struct minimap *map, struct pack_ring ring)
{
    struct outline outline = {malloc(((size_t)ring.point_count + 1) * sizeof(struct vertex)), ring.point_count};

    double turn = 0;

    /* a ring that crosses the 180th meridian goes on beyond it instead of coming back from the other side */
    for (int i = 0; outline.vertices && i < ring.point_count; i++) {
        double step = i > 0 ? (ring.points[2 * i] - ring.points[2 * i - 2]) / degree_parts : 0;

        turn += step > 180 ? -360 : step < -180 ? 360 : 0;
        outline.vertices[i] = (struct vertex){minimap_x(map, ring.points[2 * i] / degree_parts + turn),
                                              minimap_y(map, ring.points[2 * i + 1] / degree_parts)};
    }
    return outline;
}

/* Empty where nothing of the ring is on the map, and where memory is out. */
static struct outline clipped(const struct minimap *map, struct pack_ring ring)
{
    double margin = map->width_px * 0.1 + 10;
    struct box box = {-margin, map->width_px + margin, -margin, map->height_px + margin};
    struct outline outline = projected(map, ring);

    for (int side = LEFT; side < SIDES && outline.vertices; side++) {
        struct vertex *cut = malloc((2 * (size_t)outline.count + 1) * sizeof(*cut));

        outline.count = cut ? cut_side(outline.vertices, outline.count, cut, side, &box) : 0;
        free(outline.vertices);
        outline.vertices = cut;
    }
    return outline;
}

/* ---- where it runs ---- */

static void mark_cell(struct minimap_coast *coast, struct vertex v)
{
    int column = (int)floor(v.x / coast->cell_px), row = (int)floor(v.y / coast->cell_px);

    if (column >= 0 && column < MINIMAP_CELLS && row >= 0 && row < MINIMAP_CELLS)
        coast->cells[row][column] = true;
}

static void mark_edge(struct minimap_coast *coast, struct vertex a, struct vertex b)
{
    int steps = (int)(hypot(b.x - a.x, b.y - a.y) * 2 / coast->cell_px) + 1;

    for (int i = 0; i <= steps; i++)
        mark_cell(coast, (struct vertex){a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps});
}

void minimap_find_coast(const struct minimap *map, struct pack *pack, int inset, struct minimap_coast *coast)
{
    memset(coast, 0, sizeof(*coast));
    coast->cell_px = map->width_px / MINIMAP_CELLS + 1;
    for (int r = 0; r < pack_ring_count(pack, inset); r++) {
        struct outline outline = clipped(map, pack_ring(pack, inset, r));

        for (int i = 0; i < outline.count; i++)
            mark_edge(coast, outline.vertices[i], outline.vertices[(i + 1) % outline.count]);
        free(outline.vertices);
    }
}

int minimap_coast_under(const struct minimap_coast *coast, struct rect rect)
{
    int count = 0, cell = coast->cell_px;

    for (int row = rect.y / cell; row * cell < rect.y + rect.h && row < MINIMAP_CELLS; row++) {
        for (int column = rect.x / cell; column * cell < rect.x + rect.w && column < MINIMAP_CELLS; column++)
            count += row >= 0 && column >= 0 && coast->cells[row][column];
    }
    return count;
}

/* ---- drawing ---- */

enum { SVG_PARTS = 10 /* of a pixel */ };

static void write_outline(FILE *svg, struct outline outline)
{
    struct vertex last = {-1e9, -1e9};
    bool has_begun = false;

    for (int i = 0; i < outline.count; i++) {
        struct vertex v = outline.vertices[i];

        if (hypot(v.x - last.x, v.y - last.y) < 0.7)
            continue;
        fprintf(svg, "%c%ld %ld", has_begun ? 'L' : 'M', lround(v.x * SVG_PARTS), lround(v.y * SVG_PARTS));
        has_begun = true;
        last = v;
    }
    if (has_begun)
        fprintf(svg, "Z");
}

static bool is_in_gap(struct minimap_rings rings, struct vertex v)
{
    for (int i = 0; i < rings.gap_count; i++) {
        if (rect_holds(rings.gaps[i], (int)floor(v.x), (int)floor(v.y)))
            return true;
    }
    return false;
}

/* A dash as three points of the circle; none where one of them is written over. */
static void write_dash(FILE *svg, struct minimap_rings rings, struct vertex centre, double radius, double from, double to)
{
    struct vertex at[3];

    for (int i = 0; i < 3; i++) {
        double angle = from + (to - from) * i / 2;

        at[i] = (struct vertex){centre.x + radius * cos(angle), centre.y + radius * sin(angle)};
        if (is_in_gap(rings, at[i]))
            return;
    }
    for (int i = 0; i < 3; i++)
        fprintf(svg, "%c%ld %ld", i > 0 ? 'L' : 'M', lround(at[i].x * SVG_PARTS), lround(at[i].y * SVG_PARTS));
}

/* Dashes of four strokes and gaps of three, as many as go round whole. */
static void write_region(FILE *svg, const struct minimap *map, struct minimap_rings rings, int point, struct minimap_ink ink)
{
    const struct minimap_point *region = &rings.points[point];
    struct vertex centre = {minimap_x(map, region->longitude), minimap_y(map, region->latitude)};
    double radius = region->radius_km * minimap_px_per_km(map), around = 2 * pi * radius / (7 * ink.stroke_px);
    int dashes = around < 4 ? 4 : (int)around;

    fprintf(svg, "<path fill=\"none\" stroke=\"#%06x\" stroke-width=\"%ld\" d=\"", (unsigned)ink.coast,
            lround(ink.stroke_px * SVG_PARTS));
    for (int i = 0; i < dashes; i++)
        write_dash(svg, rings, centre, radius, 2 * pi * i / dashes, 2 * pi * (i + 4.0 / 7) / dashes);
    fprintf(svg, "\"/>");
}

char *minimap_svg(const struct minimap *map, struct pack *pack, int inset, struct minimap_rings rings, struct minimap_ink ink,
                  size_t *size)
{
    char *bytes = NULL;
    FILE *svg = open_memstream(&bytes, size);
    int w = map->width_px * SVG_PARTS, h = map->height_px * SVG_PARTS;

    if (!svg)
        return NULL;
    fprintf(svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">"
            "<rect width=\"%d\" height=\"%d\" fill=\"#%06x\"/>"
            "<path fill-rule=\"evenodd\" fill=\"#%06x\" stroke=\"#%06x\" stroke-width=\"%ld\" d=\"",
            map->width_px, map->height_px, w, h, w, h, (unsigned)ink.sea, (unsigned)ink.land, (unsigned)ink.coast,
            lround(ink.stroke_px * SVG_PARTS));
    for (int r = 0; r < pack_ring_count(pack, inset); r++) {
        struct outline outline = clipped(map, pack_ring(pack, inset, r));

        write_outline(svg, outline);
        free(outline.vertices);
    }
    fprintf(svg, "\"/>");
    for (int i = 0; i < rings.count; i++) {
        if (rings.points[i].radius_km > 0)
            write_region(svg, map, rings, i, ink);
    }
    fprintf(svg, "</svg>");
    if (fclose(svg) != 0) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

int minimap_scale_km(const struct minimap *map, double most_px)
{
    static const int steps[] = {1, 2, 5};
    int best = 1;

    for (int power = 1; power <= 10000; power *= 10) {
        for (int i = 0; i < 3; i++) {
            if (steps[i] * power * minimap_px_per_km(map) <= most_px)
                best = steps[i] * power;
        }
    }
    return best;
}
