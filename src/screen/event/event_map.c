/* The small map of an event: coast, places with their names, regions as dashed rings, a scale; below, the places beyond it. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/hash.h"

/* ---- names on the map ---- */

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

/* A name of two lines stands towards its mark, in the middle of a ring on its axis. */
static int line_x(struct rect rect, int width_px, const struct map_spot *spot)
{
    if (spot->mark_px == 0 || (rect.x < spot->x && rect.x + rect.w > spot->x))
        return rect.x + (rect.w - width_px) / 2;
    return rect.x < spot->x ? rect.x + rect.w - width_px : rect.x;
}

/* The spot counts from the corner of the map, as the name's rectangle does; they are drawn from (x, y) on. */
static void draw_name(struct kit *kit, const struct place_name *name, struct rect rect, const struct map_spot *spot, int x,
                      int y)
{
    draw_label(kit, name->name, x + line_x(rect, name->name->widest_px, spot), y + rect.y);
    if (name->today)
        draw_label(kit, name->today, x + line_x(rect, name->today->widest_px, spot), y + rect.y + name->name->height_px);
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

/* A name out of sight is only read out. */
enum name_place { NAME_ON_MAP, NAME_BELOW, NAME_UNSEEN };

static void list_place(struct event_page *page, struct kit *kit, int place, struct rect rect, enum name_place where)
{
    struct block_style style = name_style(kit);
    struct ui_element element;
    char id[72];

    snprintf(id, sizeof(id), "place:%.60s", pack_place(kit->pack, place).id);
    element = parts_element(kit, id, "text", rect);
    element.label = event_words(kit, PACK_PLACE_NAME, place).bytes;
    element.spoken = spoken_name(page, kit, place);
    element.font_px = where == NAME_UNSEEN ? 0 : style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, where == NAME_BELOW ? TONE_PAPER : TONE_CARD);
    ui_add(kit->ui, element);
}

static void draw_mark(const struct event_page *page, struct kit *kit, int i, struct rect mark)
{
    struct pack_lane lane = pack_lane(kit->pack, page->facts.lane);
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    draw_shape(kit->draw, i == 0 ? (enum draw_shape)lane.shape : DRAW_CIRCLE, mark,
               i == 0 ? look_lane(&kit->look, lane.colour) : look_tone(&kit->look, TONE_CARD), look_px(&kit->look, 2.5f), ink);
}

/* How long so many kilometres are, on a plate. */
struct scale {
    const struct block *words;
    int length, padding, w, h;
};

static struct scale scale_of(struct event_page *page, struct kit *kit)
{
    const struct minimap *view = &page->map.view;
    int km = minimap_scale_km(view, view->width_px * 0.28);
    struct scale scale = {.length = (int)(km * minimap_px_per_km(view) + 0.5), .padding = look_px(&kit->look, 10)};
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", km);
    text_builder_clear(page->builder);
    text_builder_add_template(page->builder, parts_string(kit, PACK_STRING_PLACE_KM), "n", text_plain(digits, &span));
    scale.words = parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
    scale.w = scale.length + scale.words->widest_px + 3 * scale.padding;
    scale.h = scale.words->height_px + scale.padding;
    return scale;
}

/* Where marks and names stand on the map, from its corner. */
struct names {
    struct map_scene scene;
    struct scale scale;
    struct map_label plate; /* of the scale */
    struct map_label labels[EVENT_PLACES_MAX];
    struct place_name words[EVENT_PLACES_MAX];
};

static struct map_spot spot_of(const struct event_map *map, const struct kit *kit, int i)
{
    int size = look_px(&kit->look, 20), radius = (int)(map->points[i].radius_km * minimap_px_per_km(&map->view));
    bool is_region = radius >= size;

    return (struct map_spot){(int)minimap_x(&map->view, map->points[i].longitude),
                             (int)minimap_y(&map->view, map->points[i].latitude),
                             is_region ? 0 : i == 0 ? size * 5 / 4 : size * 4 / 5, radius};
}

static void place_name_of(struct event_page *page, struct kit *kit, int i, struct names *names)
{
    struct place_name *name = &names->words[i];
    int gap = look_px(&kit->look, 8);

    *name = place_name(page, kit, page->map.places[i]);
    names->labels[i] = map_scene_name(&names->scene, i, name->w, name->h, gap);
    if (names->labels[i].is_placed || !name->today)
        return;
    *name = (struct place_name){name->name, NULL, name->name->widest_px, name->name->height_px};
    names->labels[i] = map_scene_name(&names->scene, i, name->w, name->h, gap);
}

/* Those of regions first: they have one place, the others several. */
static void place_names(struct event_page *page, struct kit *kit, bool of_regions, struct names *names)
{
    for (int i = 0; i < page->map.shown; i++) {
        if ((names->scene.spots[i].mark_px == 0) == of_regions)
            place_name_of(page, kit, i, names);
    }
}

static struct names names_of(struct event_page *page, struct kit *kit)
{
    const struct event_map *map = &page->map;
    struct rect whole = {0, 0, map->view.width_px, map->view.height_px};
    int edge = look_px(&kit->look, 4);
    struct names names = {.scale = scale_of(page, kit)};

    names.scene.room = rect_inset(whole, edge, edge);
    names.scene.coast = &map->coast;
    for (int i = 0; i < map->shown; i++)
        map_scene_add(&names.scene, spot_of(map, kit, i));
    place_names(page, kit, true, &names);
    place_names(page, kit, false, &names);
    names.plate = map_scene_corner(&names.scene, whole, names.scale.w, names.scale.h);
    return names;
}

static struct rect moved(struct rect rect, int dx, int dy)
{
    return (struct rect){rect.x + dx, rect.y + dy, rect.w, rect.h};
}

static void draw_names(struct event_page *page, struct kit *kit, const struct names *names, struct rect rect)
{
    const struct event_map *map = &page->map;

    for (int i = map->shown - 1; i >= 0; i--) {
        const struct map_spot *spot = &names->scene.spots[i];
        int side = spot->mark_px;

        if (side > 0)
            draw_mark(page, kit, i, (struct rect){rect.x + spot->x - side / 2, rect.y + spot->y - side / 2, side, side});
    }
    for (int i = 0; i < map->shown; i++) {
        struct rect label = names->labels[i].rect;

        if (!names->labels[i].is_placed)
            continue;
        draw_name(kit, &names->words[i], label, &names->scene.spots[i], rect.x, rect.y);
        list_place(page, kit, map->places[i], moved(label, rect.x, rect.y), NAME_ON_MAP);
    }
}

static void draw_scale(struct kit *kit, const struct scale *scale, struct rect plate)
{
    int tick = look_px(&kit->look, 8), stroke = look_px(&kit->look, 2.5f);
    struct rect bar = {plate.x + scale->padding, plate.y + (plate.h + tick) / 2 - stroke, scale->length, stroke};
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    draw_fill(kit->draw, plate, look_tone(&kit->look, TONE_CARD));
    draw_block(kit->draw, scale->words, bar.x + bar.w + scale->padding, plate.y + (plate.h - scale->words->height_px) / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    draw_fill(kit->draw, bar, ink);
    draw_fill(kit->draw, (struct rect){bar.x, bar.y - tick, bar.h, tick}, ink);
    draw_fill(kit->draw, (struct rect){bar.x + bar.w - bar.h, bar.y - tick, bar.h, tick}, ink);
}

/* ---- the places beyond it ---- */

/* Words one after the other in lines of a width. */
struct flow {
    struct rect rect;
    int used, y, line_px;
};

static struct rect flow_next(struct flow *flow, const struct kit *kit, int width_px)
{
    struct rect at;

    if (flow->used > 0 && flow->used + width_px > flow->rect.w) {
        flow->used = 0;
        flow->y += flow->line_px;
    }
    at = (struct rect){flow->rect.x + flow->used, flow->y, width_px, flow->line_px};
    if (parts_is_mirrored(kit))
        at.x = flow->rect.x + flow->rect.w - flow->used - width_px;
    flow->used += width_px + flow->line_px / 5;
    return at;
}

static const struct block *name_in_list(struct event_page *page, struct kit *kit, int place, bool is_last)
{
    struct pack_text name = event_words(kit, PACK_PLACE_NAME, place);

    text_builder_clear(page->builder);
    text_builder_add(page->builder, name, 0, name.length);
    text_builder_add_plain(page->builder, is_last ? "" : ",");
    return parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
}

/* The map has no place for it, or no room for its name. */
static bool is_other(const struct event_map *map, const struct names *names, int i)
{
    return i >= map->shown || !names->labels[i].is_placed;
}

static int last_other(const struct event_map *map, const struct names *names)
{
    int i = map->count - 1;

    while (i >= 0 && !is_other(map, names, i))
        i--;
    return i;
}

/* "Also named: Japan, United States", each name a text of its own. Returns the height; draws and lists it if asked to. */
static int flow_others(struct event_page *page, struct kit *kit, const struct names *names, struct rect rect, bool is_drawn)
{
    const struct event_map *map = &page->map;
    struct block_style style = event_single(kit, FONT_MUSEUM, TYPE_SMALL);
    struct pack_text caption = parts_string(kit, PACK_STRING_PLACE_OTHERS);
    struct flow flow = {.rect = rect, .y = rect.y, .line_px = style.line_px};
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    struct rect at = flow_next(&flow, kit, block_line_width(kit->fonts, caption, style) + 1);
    int last = last_other(map, names);

    if (last < 0)
        return 0;
    if (is_drawn)
        parts_text(kit, "event:others", "text", caption, style, at, look_tone(&kit->look, TONE_INK2), paper);
    for (int i = 0; i <= last; i++) {
        const struct block *name;

        if (!is_other(map, names, i))
            continue;
        name = name_in_list(page, kit, map->places[i], i == last);
        at = flow_next(&flow, kit, name->widest_px);
        if (!is_drawn)
            continue;
        draw_block(kit->draw, name, at.x, at.y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
        list_place(page, kit, map->places[i], at, NAME_BELOW);
    }
    return flow.y + flow.line_px - rect.y;
}

static int gap_below(const struct kit *kit)
{
    return look_px(&kit->look, 8);
}

static int map_height(int width_px)
{
    return width_px / 2;
}

int event_map_height(struct event_page *page, struct kit *kit, int width_px)
{
    struct names names;
    int others;

    event_places_arrange(page, kit, width_px, map_height(width_px));
    names = names_of(page, kit);
    others = flow_others(page, kit, &names, (struct rect){0, 0, width_px, 0}, false);
    return map_height(width_px) + (others ? gap_below(kit) + others : 0);
}

/* ---- the picture ---- */

/* Made once for a size, a theme, and the names that break its rings. */
static void make_picture(struct event_map *map, const struct kit *kit, const struct names *names)
{
    bool is_contrast = kit->look.theme == THEME_CONTRAST;
    struct minimap_ink ink = {look_tone(&kit->look, TONE_BLUE_TINT), look_tone(&kit->look, TONE_CARD),
                              look_tone(&kit->look, TONE_INK), look_px(&kit->look, 2)};
    struct rect gaps[EVENT_PLACES_MAX];
    struct minimap_rings rings = {map->points, map->shown, gaps, 0};
    uint64_t key;

    for (int i = 0; i < map->shown; i++) {
        if (names->labels[i].is_placed)
            gaps[rings.gap_count++] = rect_inset(names->labels[i].rect, -look_px(&kit->look, 4), 0);
    }
    key = hash_bytes(0, gaps, rings.gap_count * sizeof(gaps[0]));
    if (map->svg && map->drawn_px == map->view.width_px && map->is_contrast == is_contrast && map->gaps == key)
        return;
    free(map->svg);
    map->svg = minimap_svg(&map->view, kit->pack, map->inset, rings, ink, &map->size);
    map->key = map->svg ? hash_bytes(0, map->svg, map->size) : 0;
    map->drawn_px = map->view.width_px;
    map->is_contrast = is_contrast;
    map->gaps = key;
}

static void draw_coast(struct event_page *page, struct kit *kit, const struct names *names, struct rect rect)
{
    make_picture(&page->map, kit, names);
    if (page->map.svg)
        draw_plot(kit->draw, (const void *)(uintptr_t)page->map.key, (const uint8_t *)page->map.svg, page->map.size, rect);
    if (names->plate.is_placed)
        draw_scale(kit, &names->scale, moved(names->plate.rect, rect.x, rect.y));
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
    draw_names(page, kit, names, rect);
}

void event_map_draw(struct event_page *page, struct kit *kit, struct rect rect)
{
    struct event_map *map = &page->map;
    struct rect coast = {rect.x, rect.y, rect.w, map_height(rect.w)};
    int below = coast.h + gap_below(kit);
    struct names names;

    event_places_arrange(page, kit, coast.w, coast.h);
    names = names_of(page, kit);
    if (rect_meets(coast, kit->area)) {
        draw_coast(page, kit, &names, coast);
    } else { /* made when it comes into sight, but read from the start */
        for (int i = 0; i < map->shown; i++)
            if (!is_other(map, &names, i))
                list_place(page, kit, map->places[i], coast, NAME_UNSEEN);
    }
    flow_others(page, kit, &names, (struct rect){rect.x, rect.y + below, rect.w, rect.h - below}, true);
}
