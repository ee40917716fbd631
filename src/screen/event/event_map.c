/* The small map of an event: coast, places with their names, regions as dashed rings, a scale. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/hash.h"

enum { PLACES_MAX = 16, COAST_KM = 170, INLAND_KM = 1500, WIDEST_KM = 6000 };

struct places {
    struct minimap_point points[PLACES_MAX];
    int places[PLACES_MAX], count, inset;
};

static struct places places_of(const struct event_page *page, const struct kit *kit)
{
    struct places places = {.inset = -1};

    for (int p = 0; p < page->facts.place_count && p < PLACES_MAX; p++) {
        int index = pack_entry_place(kit->pack, page->facts.first_place + p);
        struct pack_place place = pack_place(kit->pack, index);

        places.points[p] = (struct minimap_point){place.latitude, place.longitude, place.region_km};
        places.places[p] = index;
        if (places.inset < 0)
            places.inset = place.inset;
        places.count++;
    }
    return places;
}

/* Close enough to see the coast around a place by the sea; far enough to see some coast around one inland. */
static struct minimap view_of(struct pack *pack, struct places *places, int width_px, int height_px)
{
    double km = places->inset >= 0 ? COAST_KM : INLAND_KM;
    struct minimap map = minimap_around(places->points, places->count, km, width_px, height_px);

    if (places->inset >= 0 && minimap_is_inside(&map, pack, places->inset) && minimap_has_coast(&map, pack, places->inset))
        return map;
    places->inset = -1;
    while (!minimap_has_coast(&map, pack, -1) && km < WIDEST_KM) {
        km *= 1.5;
        map = minimap_around(places->points, places->count, km, width_px, height_px);
    }
    return map;
}

/* Made once for a size and theme. */
static void make_picture(struct event_page *page, struct kit *kit, struct places *places, int width_px, int height_px)
{
    struct event_map *map = &page->map;
    bool is_contrast = kit->look.theme == THEME_CONTRAST;
    struct minimap_ink ink = {look_tone(&kit->look, TONE_BLUE_TINT), look_tone(&kit->look, TONE_CARD),
                              look_tone(&kit->look, TONE_INK), look_px(&kit->look, 2)};

    if (map->svg && map->view.width_px == width_px && map->is_contrast == is_contrast)
        return;
    free(map->svg);
    map->view = view_of(kit->pack, places, width_px, height_px);
    map->svg = minimap_svg(&map->view, kit->pack, places->inset, places->points, places->count, ink, &map->size);
    map->key = map->svg ? hash_bytes(0, map->svg, map->size) : 0;
    map->is_contrast = is_contrast;
}

/* ---- names on the map ---- */

struct label {
    struct rect rect;
    bool is_placed;
};

static bool is_free(struct rect rect, struct rect map, const struct label labels[], int count, const struct rect marks[],
                    int mark_count)
{
    if (rect.x < map.x || rect.y < map.y || rect.x + rect.w > map.x + map.w || rect.y + rect.h > map.y + map.h)
        return false;
    for (int i = 0; i < count; i++) {
        if (labels[i].is_placed && rect_meets(rect, labels[i].rect))
            return false;
    }
    for (int i = 0; i < mark_count; i++) {
        if (rect_meets(rect, marks[i]))
            return false;
    }
    return true;
}

/* Right of its mark, else left, below, above, and on the slants; in the middle of a ring it stands for. */
static struct label place_label(struct rect mark, bool is_region, int w, int h, int gap, struct rect map,
                                const struct label labels[], int count, const struct rect marks[], int mark_count)
{
    int middle_x = mark.x + (mark.w - w) / 2, middle_y = mark.y + (mark.h - h) / 2;
    int right = mark.x + mark.w + gap, left = mark.x - gap - w, below = mark.y + mark.h + gap / 2, above = mark.y - gap / 2 - h;
    const struct rect tries[] = {
        {is_region ? middle_x : right, middle_y, w, h},
        {right, middle_y, w, h},
        {left, middle_y, w, h},
        {middle_x, below, w, h},
        {middle_x, above, w, h},
        {right, below, w, h},
        {right, above, w, h},
        {left, below, w, h},
        {left, above, w, h},
    };

    for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
        if (is_free(tries[i], map, labels, count, marks, mark_count))
            return (struct label){tries[i], true};
    }
    return (struct label){{0}, false};
}

static void draw_label(struct kit *kit, const struct block *block, int x, int y)
{
    int halo = look_px(&kit->look, 3) > 1 ? look_px(&kit->look, 3) : 2;
    struct draw_ink paper = {.colour = look_tone(&kit->look, TONE_CARD), .mark_ground = DRAW_NO_GROUND};
    struct draw_ink ink = {.colour = look_tone(&kit->look, TONE_INK), .mark_ground = DRAW_NO_GROUND};

    for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++)
            draw_block(kit->draw, block, x + dx * halo, y + dy * halo, paper);
    }
    draw_block(kit->draw, block, x, y, ink);
}

static struct block_style name_style(const struct kit *kit)
{
    return event_single(kit, FONT_NARROW_BOLD, TYPE_SMALL);
}

/* The name of the time and, where the place has another one today, that below it. */
struct place_name {
    const struct block *name, *today; /* today: NULL = the same, or no room for it */
    int w, h;
};

static struct place_name place_name(struct event_page *page, struct kit *kit, int place)
{
    struct pack_text today = pack_text(kit->pack, kit->session->language, PACK_PLACE_NOW, place);
    struct place_name out = {.name = parts_block(kit, event_words(kit, PACK_PLACE_NAME, place), name_style(kit), 0)};

    out.w = out.name->widest_px;
    out.h = out.name->height_px;
    if (today.length == 0)
        return out;
    text_builder_clear(page->builder);
    text_builder_add_template(page->builder, parts_string(kit, PACK_STRING_PLACE_TODAY), "name", today);
    out.today = parts_block(kit, text_builder_text(page->builder), event_single(kit, FONT_NARROW, TYPE_SMALL), 0);
    out.w = out.w > out.today->widest_px ? out.w : out.today->widest_px;
    out.h += out.today->height_px;
    return out;
}

static void draw_name(struct kit *kit, const struct place_name *name, struct rect rect)
{
    draw_label(kit, name->name, event_lead(kit, rect, name->name->widest_px), rect.y);
    if (name->today)
        draw_label(kit, name->today, event_lead(kit, rect, name->today->widest_px), rect.y + name->name->height_px);
}

/* "Petrograd, today Saint Petersburg" */
static const char *spoken_name(struct event_page *page, struct kit *kit, int place)
{
    struct pack_text today = pack_text(kit->pack, kit->session->language, PACK_PLACE_NOW, place);
    struct pack_text name = event_words(kit, PACK_PLACE_NAME, place);

    if (today.length == 0)
        return NULL;
    text_builder_clear(page->builder);
    text_builder_add(page->builder, name, 0, name.length);
    text_builder_add_plain(page->builder, ", ");
    text_builder_add_template(page->builder, parts_string(kit, PACK_STRING_PLACE_TODAY), "name", today);
    return text_builder_text(page->builder).bytes;
}

/* has_name: the map has room for its name; without, it is only read out. */
static void list_place(struct event_page *page, struct kit *kit, int place, struct rect rect, bool has_name)
{
    struct block_style style = name_style(kit);
    struct ui_element element;
    char id[72];

    snprintf(id, sizeof(id), "place:%.60s", pack_place(kit->pack, place).id);
    element = parts_element(kit, id, "text", rect);
    element.label = event_words(kit, PACK_PLACE_NAME, place).bytes;
    element.spoken = spoken_name(page, kit, place);
    element.font_px = has_name ? style.size_px : 0;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, TONE_CARD);
    ui_add(kit->ui, element);
}

static void draw_mark(const struct event_page *page, struct kit *kit, int i, struct rect mark)
{
    struct pack_lane lane = pack_lane(kit->pack, page->facts.lane);
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    draw_shape(kit->draw, i == 0 ? (enum draw_shape)lane.shape : DRAW_CIRCLE, mark,
               i == 0 ? look_lane(&kit->look, lane.colour) : look_tone(&kit->look, TONE_CARD), look_px(&kit->look, 2.5f), ink);
}

/* How long so many kilometres are. */
struct scale {
    const struct block *words;
    struct rect bar, whole;
};

static struct scale scale_of(struct event_page *page, struct kit *kit, const struct minimap *map, struct rect rect)
{
    int km = minimap_scale_km(map, rect.w * 0.28), length = (int)(km * minimap_px_per_km(map) + 0.5);
    int inset = look_px(&kit->look, 14), stroke = look_px(&kit->look, 2.5f);
    struct scale scale = {.bar = {rect.x + inset, rect.y + rect.h - inset - stroke, length, stroke}};
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", km);
    text_builder_clear(page->builder);
    text_builder_add_template(page->builder, parts_string(kit, PACK_STRING_PLACE_KM), "n", text_plain(digits, &span));
    scale.words = parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
    scale.whole = (struct rect){scale.bar.x, scale.bar.y - scale.words->height_px, length + inset + scale.words->widest_px,
                                rect.y + rect.h - scale.bar.y + scale.words->height_px};
    return scale;
}

static void draw_names(struct event_page *page, struct kit *kit, const struct minimap *map, const struct places *places,
                       const struct scale *scale, struct rect rect)
{
    struct label labels[PLACES_MAX] = {0};
    struct rect marks[PLACES_MAX + 1]; /* and the scale, which names keep clear of too */
    int size = look_px(&kit->look, 20), gap = look_px(&kit->look, 8);

    for (int i = 0; i < places->count; i++) {
        bool is_region = places->points[i].radius_km * minimap_px_per_km(map) >= size;
        int side = is_region ? 0 : i == 0 ? size * 5 / 4 : size * 4 / 5;
        int x = rect.x + (int)minimap_x(map, places->points[i].longitude);
        int y = rect.y + (int)minimap_y(map, places->points[i].latitude);

        marks[i] = (struct rect){x - side / 2, y - side / 2, side, side};
    }
    marks[places->count] = scale->whole;
    for (int i = places->count - 1; i >= 0; i--) {
        if (marks[i].w > 0)
            draw_mark(page, kit, i, marks[i]);
    }
    for (int i = 0; i < places->count; i++) {
        struct place_name name = place_name(page, kit, places->places[i]);
        struct rect room = rect_inset(rect, gap / 2, gap / 2);

        labels[i] = place_label(marks[i], marks[i].w == 0, name.w, name.h, gap, room, labels, i, marks,
                                places->count + 1);
        if (!labels[i].is_placed && name.today) {
            name = (struct place_name){name.name, NULL, name.name->widest_px, name.name->height_px};
            labels[i] = place_label(marks[i], marks[i].w == 0, name.w, name.h, gap, room, labels, i, marks,
                                    places->count + 1);
        }
        if (labels[i].is_placed)
            draw_name(kit, &name, labels[i].rect);
        list_place(page, kit, places->places[i], labels[i].is_placed ? labels[i].rect : marks[i], labels[i].is_placed);
    }
}

static void draw_scale(struct kit *kit, const struct scale *scale)
{
    int tick = look_px(&kit->look, 8);
    struct rect bar = scale->bar;
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    draw_label(kit, scale->words, bar.x + bar.w + look_px(&kit->look, 8), bar.y + bar.h - scale->words->height_px * 3 / 4);
    draw_fill(kit->draw, bar, ink);
    draw_fill(kit->draw, (struct rect){bar.x, bar.y - tick, bar.h, tick}, ink);
    draw_fill(kit->draw, (struct rect){bar.x + bar.w - bar.h, bar.y - tick, bar.h, tick}, ink);
}

void event_map_draw(struct event_page *page, struct kit *kit, struct rect rect)
{
    struct places places = places_of(page, kit);
    struct scale scale;

    if (!rect_meets(rect, kit->area)) { /* made when it comes into sight, but read from the start */
        for (int i = 0; i < places.count; i++)
            list_place(page, kit, places.places[i], rect, false);
        return;
    }
    make_picture(page, kit, &places, rect.w, rect.h);
    if (page->map.svg)
        draw_plot(kit->draw, (const void *)(uintptr_t)page->map.key, (const uint8_t *)page->map.svg, page->map.size, rect);
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
    scale = scale_of(page, kit, &page->map.view, rect);
    draw_scale(kit, &scale);
    draw_names(page, kit, &page->map.view, &places, &scale, rect);
}
