/* The keys of the timeline: earlier, later, all years, where voices differ, closer and wider; only those that can act. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

enum { KEYS_MOST = 8, SQUARES = 4 };

static bool is_small(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
}

struct slot {
    struct key key;
    int width;
    bool is_level; /* the name of the level between - and + */
    bool touches;  /* the slot before it, as one group */
};

struct keys {
    struct slot slots[KEYS_MOST];
    int count, width;
};

static const struct {
    enum pack_string_id string;
    double days;
} level_units[] = {
    [LEVEL_YEARS] = {PACK_STRING_ZOOM_YEARS, 365.25},
    [LEVEL_MONTHS] = {PACK_STRING_ZOOM_MONTHS, 30.44},
    [LEVEL_WEEKS] = {PACK_STRING_ZOOM_WEEKS, 7},
    [LEVEL_DAYS] = {PACK_STRING_ZOOM_DAYS, 1},
};

static struct pack_text level_words(struct browse *browse, struct kit *kit)
{
    int number = (int)lround(browse->camera.days / level_units[browse->level].days);
    int shown = number > 1 ? number : 1;
    struct pack_text pattern = pack_string(kit->pack, kit->session->language, level_units[browse->level].string,
                                           (unsigned)shown);

    return words_filled(browse, pattern, "n", shown);
}

static struct slot *add_slot(struct keys *keys, struct key key, int width)
{
    struct slot *slot = &keys->slots[keys->count++];

    *slot = (struct slot){.key = key, .width = width};
    return slot;
}

static struct key icon_key(struct kit *kit, const char *id, enum draw_icon icon, enum pack_string_id label, int act,
                           bool is_dark)
{
    return (struct key){.id = id,
                        .look = is_dark ? KEY_DARK : KEY_LIGHT,
                        .has_icon = true,
                        .icon = icon,
                        .label = parts_string(kit, label),
                        .verb = UI_OWN,
                        .value = act,
                        .repeats = true};
}

static bool is_at_start(const struct browse *browse, const struct kit *kit)
{
    if (browse->plan.shape == SHAPE_LIST)
        return dated_list_is_at_start(browse, kit);
    return browse->camera.first_day <= browse->camera.limit_first + 1e-6;
}

static bool is_at_end(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;

    if (browse->plan.shape == SHAPE_LIST)
        return dated_list_is_at_end(browse, kit);
    return camera->first_day + camera->days >= camera->limit_first + camera->limit_days - 1e-6;
}

/* The axis is never mirrored: the way to earlier times is on its left in every language. */
static void add_moves(struct browse *browse, struct kit *kit, struct keys *keys)
{
    bool vertical = browse->plan.shape != SHAPE_LANES;
    bool is_mirrored = parts_is_mirrored(kit);

    for (int i = 0; i < 2; i++) {
        bool is_earlier = (i == 0) != is_mirrored;
        if (is_earlier && !is_at_start(browse, kit))
            add_slot(
                keys,
                icon_key(kit, "nav:earlier", vertical ? ICON_UP : ICON_BACK, PACK_STRING_TIMELINE_EARLIER, ACT_EARLIER, false),
                heading_key_size(kit));
        if (!is_earlier && !is_at_end(browse, kit))
            add_slot(keys,
                     icon_key(kit, "nav:later", vertical ? ICON_DOWN : ICON_NEXT, PACK_STRING_TIMELINE_LATER, ACT_LATER, false),
                     heading_key_size(kit));
    }
}

static int filter_icon(const struct kit *kit)
{
    int words = kit->look.type[TYPE_KEY].size_px * 14 / 10, most = heading_key_size(kit) * 6 / 10;

    return words < most ? words : most;
}

static void add_filter(struct browse *browse, struct kit *kit, struct keys *keys, bool with_words)
{
    struct key key = {.id = "filter:differs",
                      .verb = UI_OWN,
                      .value = ACT_FILTER,
                      .is_on = kit->session->only_differing,
                      .label = parts_string(kit, PACK_STRING_TIMELINE_DIFFERS)};
    char digits[16];

    if (browse->differing_count == 0)
        return;
    snprintf(digits, sizeof digits, "%d", browse->differing_count);
    int number = parts_block(kit, words_plain(browse, digits), words_line(kit, FONT_DISPLAY, TYPE_KEY), 0)->widest_px;
    int words = with_words ? parts_block(kit, key.label, words_line(kit, FONT_DISPLAY, TYPE_KEY), 0)->widest_px : 0;
    int pad = look_px(&kit->look, is_small(kit) ? 14 : 24), gap = look_px(&kit->look, 12);
    int icon = filter_icon(kit);
    key.words = with_words ? key.label : (struct pack_text){0};
    add_slot(keys, key,
             2 * pad + icon + gap + words + (words ? gap : 0) + number
                 + (key.is_on ? gap + kit->look.type[TYPE_KEY].size_px : 0));
}

static void add_zoom(struct browse *browse, struct kit *kit, struct keys *keys, bool with_level)
{
    bool can_closer = browse->camera.days > browse->camera.closest_days * 1.0001;
    bool can_wider = travel_is_zoomed(browse);

    if (can_wider)
        add_slot(keys, icon_key(kit, "zoom:out", ICON_MINUS, PACK_STRING_ZOOM_OUT, ACT_ZOOM_OUT, !can_closer),
                 heading_key_size(kit));
    if (with_level) {
        int width = parts_block(kit, level_words(browse, kit), words_line(kit, FONT_DISPLAY, TYPE_KEY), 0)->widest_px;
        int least = look_px(&kit->look, 148), pad = look_px(&kit->look, 36);
        struct slot *slot = add_slot(keys, (struct key){.id = "zoom:level"}, width + pad > least ? width + pad : least);
        slot->is_level = true;
        slot->touches = can_wider;
    }
    if (can_closer)
        add_slot(keys, icon_key(kit, "zoom:in", ICON_PLUS, PACK_STRING_ZOOM_IN, ACT_ZOOM_IN, true), heading_key_size(kit))
            ->touches = with_level;
}

static void add_all(struct browse *browse, struct kit *kit, struct keys *keys, bool with_words)
{
    struct key key = {.id = "zoom:all",
                      .has_icon = true,
                      .icon_first = true,
                      .icon = ICON_TIME,
                      .verb = UI_OWN,
                      .value = ACT_ZOOM_ALL,
                      .label = parts_string(kit, PACK_STRING_ZOOM_ALL)};

    if (!travel_is_zoomed(browse))
        return;
    key.words = with_words ? key.label : (struct pack_text){0};
    int width = parts_key_width(kit, &key);
    add_slot(keys, key, width > heading_key_size(kit) ? width : heading_key_size(kit));
}

static int gap_before(const struct browse *browse, const struct kit *kit, const struct slot *slot)
{
    int gap = look_px(&kit->look, is_small(kit) ? 11 : 16);

    return slot->touches ? 0 : gap > browse->plan.gap ? gap : browse->plan.gap;
}

/* What the keys say when they have to share their width: the first that fits is taken. */
static const struct wording {
    bool has_all, all_words, filter_words, level;
} wordings[] = {
    {true, true, true, true},    {true, false, true, true},    {true, false, false, true},
    {true, false, false, false}, {false, false, false, false}, /* the way back to all years is home, too */
};

static struct keys make_keys(struct browse *browse, struct kit *kit, const struct wording *wording)
{
    struct keys keys = {0};

    add_moves(browse, kit, &keys);
    if (browse->plan.shape != SHAPE_LIST && wording->has_all)
        add_all(browse, kit, &keys, wording->all_words);
    add_filter(browse, kit, &keys, wording->filter_words && !is_small(kit));
    if (browse->plan.shape != SHAPE_LIST)
        add_zoom(browse, kit, &keys, wording->level && !is_small(kit));
    for (int i = 0; i < keys.count; i++)
        keys.width += keys.slots[i].width + (i > 0 ? gap_before(browse, kit, &keys.slots[i]) : 0);
    return keys;
}

static struct keys fitting_keys(struct browse *browse, struct kit *kit, int width)
{
    struct keys keys = {0};

    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        keys = make_keys(browse, kit, &wordings[i]);
        if (keys.width <= width)
            break;
    }
    return keys;
}

static void draw_level(struct browse *browse, struct kit *kit, struct rect rect)
{
    struct pack_text words = level_words(browse, kit);
    const struct block *block = parts_block(kit, words, words_line(kit, FONT_DISPLAY, TYPE_KEY), 0);
    int square_w = look_px(&kit->look, 22), square_h = look_px(&kit->look, 9), gap = look_px(&kit->look, 6);
    int height = block->height_px + square_h + look_px(&kit->look, 2);
    bool has_squares = height + 2 * browse->plan.edge <= rect.h;
    int y = rect.y + (rect.h - (has_squares ? height : block->height_px)) / 2;
    int x = rect.x + (rect.w - SQUARES * square_w - (SQUARES - 1) * gap) / 2, edge = browse->plan.edge;
    uint32_t ink = look_tone(&kit->look, TONE_INK), card = look_tone(&kit->look, TONE_CARD);

    draw_fill(kit->draw, rect, card);
    draw_frame(kit->draw, rect, edge, ink);
    words_draw(kit, block, rect.x + (rect.w - block->widest_px) / 2, y, ink);
    y += block->height_px + look_px(&kit->look, 2);
    for (int i = 0; i < SQUARES && has_squares; i++, x += square_w + gap) {
        struct rect square = {x, y, square_w, square_h};
        if (i == (int)browse->level)
            draw_fill(kit->draw, square, ink);
        else
            draw_frame(kit->draw, square, edge > 2 ? 2 : edge, ink);
    }
    struct ui_element element = parts_element(kit, "zoom:level", "text", rect);
    element.label = words.bytes;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = ink;
    element.ground = card;
    ui_add(kit->ui, element);
}

static void draw_filter(struct browse *browse, struct kit *kit, const struct key *key, struct rect rect)
{
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_KEY);
    bool is_dark = key->is_on != ui_is_pressed(kit->ui, key->id);
    uint32_t fill = look_tone(&kit->look, is_dark ? TONE_INK : TONE_CARD), ink = look_on(&kit->look, fill);
    int gap = look_px(&kit->look, 12), icon = filter_icon(kit), x = rect.x + look_px(&kit->look, is_small(kit) ? 14 : 24);
    int middle = rect.y + rect.h / 2;
    struct rect drawn = parts_pressed(kit, key->id, rect);

    draw_fill(kit->draw, drawn, fill);
    draw_frame(kit->draw, drawn, browse->plan.edge, look_tone(&kit->look, TONE_INK));
    parts_differs(kit, (struct rect){x, middle - icon / 2, icon, icon}, is_dark);
    x += icon + gap;
    if (key->words.length) {
        const struct block *words = parts_block(kit, key->words, style, 0);
        words_draw(kit, words, x, middle - words->height_px / 2, ink);
        x += words->widest_px + gap;
    }
    style = words_line(kit, key->words.length ? FONT_MUSEUM : FONT_DISPLAY, TYPE_KEY);
    const struct block *number = words_number(browse, kit, style.role, TYPE_KEY, "%d", browse->differing_count);
    words_draw(kit, number, x, middle - number->height_px / 2, ink);
    x += number->widest_px + gap;
    if (key->is_on)
        draw_icon(kit->draw, ICON_TICK, (struct rect){x, middle - style.size_px / 2, style.size_px, style.size_px}, ink);
    parts_focus(kit, key->id, rect, false);

    struct ui_element element = parts_element(kit, key->id, "switch", rect);
    element.hit = rect;
    element.verb = key->verb;
    element.value = key->value;
    element.is_on = key->is_on;
    element.is_focusable = true;
    element.label = key->label.bytes;
    if (!key->words.length)
        element.tab = key->label;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

static void draw_slot(struct browse *browse, struct kit *kit, const struct slot *slot, struct rect rect)
{
    if (slot->is_level)
        draw_level(browse, kit, rect);
    else if (slot->key.value == ACT_FILTER)
        draw_filter(browse, kit, &slot->key, rect);
    else
        parts_key(kit, &slot->key, rect);
}

int timeline_keys_width(struct browse *browse, struct kit *kit, int room_px)
{
    return fitting_keys(browse, kit, room_px).width;
}

void timeline_keys_draw(struct browse *browse, struct kit *kit, struct rect row, int room_px, bool is_spread)
{
    struct keys keys = fitting_keys(browse, kit, room_px);
    int x = is_spread ? row.x : row.x + row.w - keys.width, gaps = 0, left = row.w - keys.width;

    for (int i = 1; i < keys.count; i++)
        gaps += !keys.slots[i].touches;
    for (int i = 0; i < keys.count; i++) {
        const struct slot *slot = &keys.slots[i];
        if (i > 0)
            x += gap_before(browse, kit, slot);
        if (i > 0 && is_spread && !slot->touches && gaps > 0) {
            x += left / gaps;
            left -= left / gaps--;
        }
        draw_slot(browse, kit, slot, heading_mirrored(kit, (struct rect){x, row.y, slot->width, row.h}));
        x += slot->width;
    }
}
