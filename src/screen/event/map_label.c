#include "screen/event/map_label.h"

/*
 * What a place costs: a name in a strange region misleads, one on a line is only harder to read. Its own ring costs a name in the
 * middle less than going out of it.
 */
enum {
    STRANGE_MARK = 60,
    STRANGE_REGION = 30,
    SHARED_REGION = 15,
    NEAR_MARK = 15,
    ON_RING = 20,
    ON_OWN_RING = 4,
    ON_COAST = 2,
    ON_MARK = 1000,
};

enum { TRIES_MAX = 12 };

static int square(int a)
{
    return a * a;
}

static int clamped(int v, int low, int high)
{
    return v < low ? low : v > high ? high : v;
}

/* Square of the distance from a point to the nearest of a rectangle. */
static int nearest(struct rect r, int x, int y)
{
    return square(clamped(x, r.x, r.x + r.w) - x) + square(clamped(y, r.y, r.y + r.h) - y);
}

static int farthest(struct rect r, int x, int y)
{
    int dx = x - r.x > r.x + r.w - x ? x - r.x : r.x + r.w - x, dy = y - r.y > r.y + r.h - y ? y - r.y : r.y + r.h - y;

    return square(dx) + square(dy);
}

static bool crosses_ring(struct rect rect, const struct map_spot *ring)
{
    return ring->radius_px > 0 && nearest(rect, ring->x, ring->y) <= square(ring->radius_px)
        && farthest(rect, ring->x, ring->y) >= square(ring->radius_px);
}

static bool ring_holds(const struct map_spot *ring, int x, int y)
{
    return square(x - ring->x) + square(y - ring->y) < square(ring->radius_px);
}

void map_scene_add(struct map_scene *scene, struct map_spot spot)
{
    if (scene->spot_count == MAP_PLACES_MAX)
        return;
    scene->spots[scene->spot_count++] = spot;
    if (spot.mark_px > 0)
        scene->taken[scene->taken_count++] = (struct rect){spot.x - spot.mark_px / 2, spot.y - spot.mark_px / 2, spot.mark_px,
                                                           spot.mark_px};
}

static struct rect take(struct map_scene *scene, struct rect rect)
{
    if (scene->taken_count < MAP_TAKEN_MAX)
        scene->taken[scene->taken_count++] = rect;
    return rect;
}

/* ---- the scale ---- */

static int corner_cost(const struct map_scene *scene, struct rect rect)
{
    int cost = ON_COAST * minimap_coast_under(scene->coast, rect);

    for (int i = 0; i < scene->taken_count; i++)
        cost += rect_meets(rect, scene->taken[i]) ? ON_MARK : 0;
    for (int i = 0; i < scene->spot_count; i++) {
        const struct map_spot *spot = &scene->spots[i];

        if (spot->radius_px > 0 && nearest(rect, spot->x, spot->y) <= square(spot->radius_px))
            cost += rect_holds(rect, spot->x, spot->y) ? ON_MARK : 2 * ON_RING;
    }
    return cost;
}

struct map_label map_scene_corner(struct map_scene *scene, struct rect whole, int w, int h)
{
    int right = whole.x + whole.w - w, below = whole.y + whole.h - h, least = 0;
    const struct rect corners[] = {
        {whole.x, below, w, h}, {right, below, w, h}, {whole.x, whole.y, w, h}, {right, whole.y, w, h}};

    for (int i = 1; i < 4; i++) {
        if (corner_cost(scene, corners[i]) < corner_cost(scene, corners[least]))
            least = i;
    }
    if (corner_cost(scene, corners[least]) >= ON_MARK)
        return (struct map_label){{0}, false};
    return (struct map_label){take(scene, corners[least]), true};
}

/* ---- names ---- */

/* Right of its mark, else left, below, above, and on the slants. */
static int tries_around(const struct map_spot *spot, int w, int h, int gap, struct rect *tries)
{
    int half = spot->radius_px > spot->mark_px / 2 && spot->mark_px == 0 ? spot->radius_px : spot->mark_px / 2, count = 0;
    int right = spot->x + half + gap, left = spot->x - half - gap - w;
    int below = spot->y + half + gap / 2, above = spot->y - half - gap / 2 - h, x = spot->x - w / 2, y = spot->y - h / 2;

    tries[count++] = (struct rect){right, y, w, h};
    tries[count++] = (struct rect){left, y, w, h};
    tries[count++] = (struct rect){x, below, w, h};
    tries[count++] = (struct rect){x, above, w, h};
    if (spot->mark_px == 0)
        return count;
    tries[count++] = (struct rect){right, below, w, h};
    tries[count++] = (struct rect){right, above, w, h};
    tries[count++] = (struct rect){left, below, w, h};
    tries[count++] = (struct rect){left, above, w, h};
    return count;
}

/* In the middle of the ring, else in one of its halves, else beside it. */
static int tries_within(const struct map_spot *spot, int w, int h, int gap, struct rect *tries)
{
    static const int ways[][2] = {{0, 0}, {0, -1}, {0, 1}, {-1, 0}, {1, 0}};
    int half = spot->radius_px / 2, count = 0;

    for (int i = 0; i < 5; i++)
        tries[count++] = (struct rect){spot->x - w / 2 + ways[i][0] * half, spot->y - h / 2 + ways[i][1] * half, w, h};
    return count + tries_around(spot, w, h, gap, tries + count);
}

static bool is_free(const struct map_scene *scene, struct rect rect, int clear)
{
    struct rect within = rect_cut(rect, scene->room);

    for (int i = 0; i < scene->taken_count; i++) {
        if (rect_meets(rect_inset(rect, -clear, 0), scene->taken[i]))
            return false;
    }
    return within.w == rect.w && within.h == rect.h;
}

/* Nearer to another mark than to its own, or nearly so. */
static int strange_mark_cost(const struct map_spot *own, const struct map_spot *other, struct rect rect)
{
    int to_own = nearest(rect, own->x, own->y), to_other = nearest(rect, other->x, other->y);

    if (own->mark_px == 0 || other->mark_px == 0 || own == other || to_other > 2 * to_own)
        return 0;
    return to_other <= to_own ? STRANGE_MARK : NEAR_MARK;
}

static int name_cost(const struct map_scene *scene, int own, struct rect rect)
{
    const struct map_spot *spot = &scene->spots[own];
    int cost = ON_COAST * minimap_coast_under(scene->coast, rect), x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;

    for (int i = 0; i < scene->spot_count; i++) {
        const struct map_spot *ring = &scene->spots[i];

        if (crosses_ring(rect, ring))
            cost += i == own ? ON_OWN_RING : ON_RING;
        cost += strange_mark_cost(spot, ring, rect);
        if (i == own || !ring_holds(ring, x, y))
            continue;
        if (!ring_holds(ring, spot->x, spot->y))
            cost += STRANGE_REGION;
        else if (spot->mark_px == 0)
            cost += SHARED_REGION;
    }
    return cost;
}

/* Moved along until it is inside; a name that then meets its mark is not free. */
static struct rect within_room(const struct map_scene *scene, struct rect rect)
{
    rect.x = clamped(rect.x, scene->room.x, scene->room.x + scene->room.w - rect.w);
    return rect;
}

struct map_label map_scene_name(struct map_scene *scene, int spot, int w, int h, int gap)
{
    struct rect tries[TRIES_MAX];
    bool is_region = scene->spots[spot].mark_px == 0;
    int count = (is_region ? tries_within : tries_around)(&scene->spots[spot], w, h, gap, tries), least = -1, best = 0;

    for (int i = 0; i < count; i++) {
        int cost;

        tries[i] = within_room(scene, tries[i]);
        cost = i + name_cost(scene, spot, tries[i]);
        if (!is_free(scene, tries[i], gap / 2) || (least >= 0 && cost >= best))
            continue;
        least = i;
        best = cost;
    }
    return least < 0 ? (struct map_label){{0}, false} : (struct map_label){take(scene, tries[least]), true};
}
