#include "compiler/coast.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "compiler/rings.h"
#include "compiler/scratch.h"
#include "compiler/whole_file.h"
#include "compiler/yaml.h"

enum { MAP_BYTES_MAX = 32 * 1024 * 1024, UNITS_PER_DEGREE = 10000, SCREEN_PX = 1920 };

/* What lies this far from the nearest place may still come into view. */
static const double MARGIN_DEGREES = 20;

/* Half a pixel where the places fill the screen; insets are drawn about a degree to two hundred
 * pixels. */
static const double TOLERANCE_LEAST = 0.002, TOLERANCE_MOST = 0.03, TOLERANCE_INSET = 0.0025;

struct coast {
    struct draft *draft;
    struct diag *diag;
    const char *folder;
    struct scratch *scratch;
    struct draft_at at; /* the file in work */
    struct ring_window window;
    double tolerance;
};

/* ---- files ---------------------------------------------------------------------------------- */

/* JSON is read as the YAML it also is. NULL when there is no file, or when it has been reported. */
static const struct yaml *read_features(struct coast *coast, const char *local)
{
    char path[1024];
    struct yaml_problem problem;
    const struct yaml *root, *features;
    size_t size;
    uint8_t *bytes;

    snprintf(path, sizeof path, "%.900s/%s", coast->folder, local);
    coast->at = (struct draft_at){local, 0};
    bytes = whole_file_read(coast->draft, path, MAP_BYTES_MAX, &size);
    if (!bytes) {
        if (size > 0)
            diag_error(coast->diag, coast->at, "map",
                       "the map has more than %d MB; take a coarser one", MAP_BYTES_MAX >> 20);
        return NULL;
    }
    root = yaml_read((const char *)bytes, size, 1, coast->scratch, &problem);
    if (!root) {
        coast->at.line = problem.line;
        diag_error(coast->diag, coast->at, "map", "the map is no GeoJSON; export it anew");
        return NULL;
    }
    features = yaml_get(root, "features");
    if (!features || features->kind != YAML_LIST) {
        diag_error(coast->diag, coast->at, "map",
                   "the map is no GeoJSON with a list of \"features\"; export it anew");
        return NULL;
    }
    return features;
}

/* ---- rings ---------------------------------------------------------------------------------- */

static bool read_degrees(const struct yaml *node, double limit, double *out)
{
    char *end;

    if (node->kind != YAML_TEXT)
        return false;
    *out = strtod(node->text, &end);
    return end != node->text && !*end && fabs(*out) <= limit;
}

static bool read_point(const struct yaml *node, struct ring_point *out)
{
    return node->kind == YAML_LIST && node->count >= 2 && read_degrees(node->items[0], 180, &out->x)
           && read_degrees(node->items[1], 90, &out->y);
}

/* False when a point is wrong. The last point of a GeoJSON ring repeats the first. */
static bool read_ring(const struct yaml *node, struct ring *out)
{
    *out = (struct ring){memory_take((size_t)node->count * sizeof *out->points), 0};
    for (int i = 0; i < node->count; i++)
        if (!read_point(node->items[i], &out->points[out->count++])) {
            free(out->points);
            return false;
        }
    if (out->count > 1 && out->points[0].x == out->points[out->count - 1].x
        && out->points[0].y == out->points[out->count - 1].y)
        out->count--;
    return true;
}

static int32_t to_units(double degrees)
{
    return (int32_t)lround(degrees * UNITS_PER_DEGREE);
}

static void keep_ring(struct coast *coast, const struct ring *ring, struct draft_coast *out)
{
    struct draft_ring *kept =
        draft_append(coast->draft, &out->rings, &out->ring_count, sizeof *kept);

    kept->points = draft_alloc(coast->draft, (size_t)ring->count * 2 * sizeof *kept->points);
    kept->point_count = ring->count;
    for (int i = 0; i < ring->count; i++) {
        kept->points[2 * i] = to_units(ring->points[i].x);
        kept->points[2 * i + 1] = to_units(ring->points[i].y);
    }
}

static bool add_ring(struct coast *coast, const struct yaml *node, struct draft_coast *out)
{
    struct ring ring, clipped;

    if (node->kind != YAML_LIST || !read_ring(node, &ring)) {
        coast->at.line = node->line;
        diag_error(coast->diag, coast->at, "map",
                   "a point of the map is not [longitude, latitude] in degrees; export it anew");
        return false;
    }
    ring_unwrap(&ring);
    clipped = ring_clip(ring, coast->window);
    free(ring.points);
    ring_simplify(&clipped, coast->tolerance);
    if (clipped.count > 0)
        keep_ring(coast, &clipped, out);
    free(clipped.points);
    return true;
}

static bool add_polygon(struct coast *coast, const struct yaml *polygon, struct draft_coast *out)
{
    for (int i = 0; i < polygon->count; i++)
        if (!add_ring(coast, polygon->items[i], out))
            return false;
    return true;
}

static bool is_text(const struct yaml *node, const char *text)
{
    return node && node->kind == YAML_TEXT && !strcmp(node->text, text);
}

static void add_feature(struct coast *coast, const struct yaml *feature, struct draft_coast *out)
{
    const struct yaml *geometry = yaml_get(feature, "geometry");
    const struct yaml *kind = yaml_get(geometry, "type"),
                      *coordinates = yaml_get(geometry, "coordinates");

    if (!coordinates || coordinates->kind != YAML_LIST)
        return;
    if (is_text(kind, "Polygon"))
        add_polygon(coast, coordinates, out);
    for (int i = 0; is_text(kind, "MultiPolygon") && i < coordinates->count; i++)
        if (!add_polygon(coast, coordinates->items[i], out))
            return;
}

/* ---- the coastline -------------------------------------------------------------------------- */

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

/* The width in degrees of the middle four fifths of the places: what a screen shows at first. */
static double usual_width(const struct draft *draft)
{
    double *longitudes = memory_take((size_t)draft->place_count * sizeof *longitudes), width;

    for (int i = 0; i < draft->place_count; i++)
        longitudes[i] = draft->places[i].longitude;
    qsort(longitudes, (size_t)draft->place_count, sizeof *longitudes, compare_numbers);
    width = longitudes[draft->place_count * 9 / 10] - longitudes[draft->place_count / 10];
    free(longitudes);
    return width;
}

static struct ring_window window_of_places(const struct draft *draft)
{
    struct ring_window window = {180, 90, -180, -90};

    for (int i = 0; i < draft->place_count; i++) {
        window.west = fmin(window.west, draft->places[i].longitude - MARGIN_DEGREES);
        window.east = fmax(window.east, draft->places[i].longitude + MARGIN_DEGREES);
        window.south = fmin(window.south, draft->places[i].latitude - MARGIN_DEGREES);
        window.north = fmax(window.north, draft->places[i].latitude + MARGIN_DEGREES);
    }
    return window;
}

static void fill_coastline(struct coast *coast, struct draft_coast *out)
{
    const struct yaml *features = read_features(coast, "map/coastline.geojson");

    if (!features || coast->draft->place_count == 0)
        return;
    coast->window = window_of_places(coast->draft);
    coast->tolerance =
        fmin(fmax(usual_width(coast->draft) / SCREEN_PX / 2, TOLERANCE_LEAST), TOLERANCE_MOST);
    for (int i = 0; i < features->count; i++)
        add_feature(coast, features->items[i], out);
}

/* ---- insets --------------------------------------------------------------------------------- */

static const struct yaml *find_inset(const struct yaml *features, const char *place)
{
    for (int i = 0; features && i < features->count; i++)
        if (is_text(yaml_get(yaml_get(features->items[i], "properties"), "place"), place))
            return features->items[i];
    return NULL;
}

static bool has_coast(const struct draft *draft, const char *place)
{
    for (int i = 1; i < draft->coast_count; i++)
        if (!strcmp(draft->coasts[i].place, place))
            return true;
    return false;
}

static void add_inset(struct coast *coast, const struct yaml *features,
                      const struct draft_place *place)
{
    const struct yaml *feature = find_inset(features, place->inset);
    struct draft_coast inset = {.place = place->inset};

    if (!feature) {
        diag_error(coast->diag, place->at, "map",
                   "map/insets.geojson has no map of \"%.60s\"; add it there or leave inset out",
                   place->inset);
        return;
    }
    add_feature(coast, feature, &inset);
    *(struct draft_coast *)draft_append(coast->draft, &coast->draft->coasts,
                                        &coast->draft->coast_count, sizeof inset) = inset;
}

static void fill_insets(struct coast *coast)
{
    const struct yaml *features = NULL;
    struct draft *draft = coast->draft;
    bool has_looked = false;

    coast->window = (struct ring_window){-180, -90, 180, 90};
    coast->tolerance = TOLERANCE_INSET;
    for (int i = 0; i < draft->place_count; i++) {
        if (!draft->places[i].inset || has_coast(draft, draft->places[i].inset))
            continue;
        if (!has_looked)
            features = read_features(coast, "map/insets.geojson");
        has_looked = true;
        add_inset(coast, features, &draft->places[i]);
    }
}

void coast_fill(struct draft *draft, struct diag *diag, const char *content_folder)
{
    struct coast coast = {
        .draft = draft, .diag = diag, .folder = content_folder, .scratch = scratch_create()};
    struct draft_coast coastline = {.place = NULL};

    fill_coastline(&coast, &coastline);
    *(struct draft_coast *)draft_append(draft, &draft->coasts, &draft->coast_count,
                                        sizeof coastline) = coastline;
    scratch_reset(coast.scratch);
    fill_insets(&coast);
    if (draft->coast_count == 1 && draft->coasts[0].ring_count == 0)
        draft->coast_count = 0;
    scratch_destroy(coast.scratch);
}
