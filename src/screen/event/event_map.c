/* The small map of an event: coast, places with their names, regions as dashed rings, a scale; below, the places beyond it. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <stdlib.h>

#include "text/hash.h"

/* Made once for a size and theme. */
static void make_picture(struct event_map *map, const struct kit *kit)
{
    bool is_contrast = kit->look.theme == THEME_CONTRAST;
    struct minimap_ink ink = {look_tone(&kit->look, TONE_BLUE_TINT), look_tone(&kit->look, TONE_CARD),
                              look_tone(&kit->look, TONE_INK), look_px(&kit->look, 2)};

    if (map->svg && map->drawn_px == map->view.width_px && map->is_contrast == is_contrast)
        return;
    free(map->svg);
    map->svg = minimap_svg(&map->view, kit->pack, map->inset, map->points, map->shown, ink, &map->size);
    map->key = map->svg ? hash_bytes(0, map->svg, map->size) : 0;
    map->drawn_px = map->view.width_px;
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

/* Where marks and names stand on the map, from its corner. */
struct names {
    struct rect marks[EVENT_PLACES_MAX + 1]; /* and the scale, which names keep clear of too */
    struct label labels[EVENT_PLACES_MAX];
    struct place_name words[EVENT_PLACES_MAX];
};

static void set_marks(const struct event_map *map, const struct kit *kit, struct names *names)
{
    int size = look_px(&kit->look, 20);

    for (int i = 0; i < map->shown; i++) {
        bool is_region = map->points[i].radius_km * minimap_px_per_km(&map->view) >= size;
        int side = is_region ? 0 : i == 0 ? size * 5 / 4 : size * 4 / 5;
        int x = (int)minimap_x(&map->view, map->points[i].longitude), y = (int)minimap_y(&map->view, map->points[i].latitude);

        names->marks[i] = (struct rect){x - side / 2, y - side / 2, side, side};
    }
}

static struct names names_of(struct event_page *page, struct kit *kit)
{
    const struct event_map *map = &page->map;
    struct rect whole = {0, 0, map->view.width_px, map->view.height_px};
    int gap = look_px(&kit->look, 8);
    struct names names = {.marks = {{0}}};

    set_marks(map, kit, &names);
    names.marks[map->shown] = scale_of(page, kit, &map->view, whole).whole;
    for (int i = 0; i < map->shown; i++) {
        struct rect mark = names.marks[i], room = rect_inset(whole, gap / 2, gap / 2);
        struct place_name *name = &names.words[i];

        *name = place_name(page, kit, map->places[i]);
        names.labels[i] =
            place_label(mark, mark.w == 0, name->w, name->h, gap, room, names.labels, i, names.marks, map->shown + 1);
        if (names.labels[i].is_placed || !name->today)
            continue;
        *name = (struct place_name){name->name, NULL, name->name->widest_px, name->name->height_px};
        names.labels[i] =
            place_label(mark, mark.w == 0, name->w, name->h, gap, room, names.labels, i, names.marks, map->shown + 1);
    }
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
        if (names->marks[i].w > 0)
            draw_mark(page, kit, i, moved(names->marks[i], rect.x, rect.y));
    }
    for (int i = 0; i < map->shown; i++) {
        struct rect label = moved(names->labels[i].rect, rect.x, rect.y);

        if (!names->labels[i].is_placed)
            continue;
        draw_name(kit, &names->words[i], label);
        list_place(page, kit, map->places[i], label, NAME_ON_MAP);
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

static void draw_coast(struct event_page *page, struct kit *kit, const struct names *names, struct rect rect)
{
    struct scale scale = scale_of(page, kit, &page->map.view, rect);

    make_picture(&page->map, kit);
    if (page->map.svg)
        draw_plot(kit->draw, (const void *)(uintptr_t)page->map.key, (const uint8_t *)page->map.svg, page->map.size, rect);
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
    draw_scale(kit, &scale);
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
