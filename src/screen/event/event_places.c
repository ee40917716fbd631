/*
 * Which places of an event its small map shows. The first is where it happened. What lies close by joins it, or else what one
 * map of a part of the world holds; far places would shrink it all to dots and are only named.
 */
#include "screen/event/event_page.h"

enum { NEAR_KM = 170, INLAND_KM = 1500, TOGETHER_KM = 2500, WIDEST_KM = 6000 };

static int collect(const struct event_page *page, const struct kit *kit, struct event_map *map)
{
    map->count = 0;
    for (int p = 0; p < page->facts.place_count && p < EVENT_PLACES_MAX; p++) {
        int index = pack_entry_place(kit->pack, page->facts.first_place + p);
        struct pack_place place = pack_place(kit->pack, index);

        map->points[p] = (struct minimap_point){place.latitude, place.longitude, place.region_km};
        map->places[p] = index;
        map->count++;
    }
    return map->count > 0 ? pack_place(kit->pack, map->places[0]).inset : -1;
}

/* Those shown come first; within both parts the order stays. */
static void bring_forward(struct event_map *map, const bool *shown)
{
    struct event_map before = *map;
    int at = 0;

    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < map->count; i++) {
            if (shown[i] == (pass == 1))
                continue;
            map->points[at] = before.points[i];
            map->places[at++] = before.places[i];
        }
        if (pass == 0)
            map->shown = at;
    }
}

static void choose(struct event_map *map)
{
    bool shown[EVENT_PLACES_MAX];

    if (minimap_together(map->points, map->count, NEAR_KM, shown) < 2)
        minimap_together(map->points, map->count, TOGETHER_KM, shown);
    bring_forward(map, shown);
}

/* Close enough to see the coast around a place by the sea; far enough to see some coast around one inland. */
static struct minimap view_of(struct event_map *map, struct pack *pack, int width_px, int height_px)
{
    double km = map->inset >= 0 ? NEAR_KM : INLAND_KM;
    struct minimap view = minimap_around(map->points, map->shown, km, width_px, height_px);

    if (map->inset >= 0 && minimap_is_inside(&view, pack, map->inset) && minimap_has_coast(&view, pack, map->inset))
        return view;
    map->inset = -1;
    while (!minimap_has_coast(&view, pack, -1) && km < WIDEST_KM) {
        km *= 1.5;
        view = minimap_around(map->points, map->shown, km, width_px, height_px);
    }
    return view;
}

void event_places_arrange(struct event_page *page, struct kit *kit, int width_px, int height_px)
{
    struct event_map *map = &page->map;

    if (map->count > 0 && map->view.width_px == width_px && map->view.height_px == height_px)
        return;
    map->inset = collect(page, kit, map);
    choose(map);
    map->view = view_of(map, kit->pack, width_px, height_px);
    minimap_find_coast(&map->view, kit->pack, map->inset, &map->coast);
}
