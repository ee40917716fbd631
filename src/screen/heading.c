/* Title, the legend of the voice bar, and the keys of the timeline. */
#include "screen/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

enum { KEYS_MOST = 8, SQUARES = 4 };

static bool is_small(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
}

static bool is_mirrored(const struct kit *kit)
{
    return pack_language(kit->pack, kit->session->language).is_right_to_left;
}

static struct rect mirrored(const struct kit *kit, struct rect rect)
{
    if (is_mirrored(kit))
        rect.x = 2 * kit->area.x + kit->area.w - rect.x - rect.w;
    return rect;
}

/* ---- title ---- */

static void add_month(struct browse *browse, struct kit *kit, int month)
{
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_MONTH_NAME, month - 1);

    text_builder_add(browse->words, name, 0, name.length);
}

static void add_year(struct browse *browse, int year)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%d", year);
    text_builder_add_plain(browse->words, digits);
}

/* The years in view; closer by, the year and its months, in an order that suits every language. */
static struct pack_text period(struct browse *browse, struct kit *kit)
{
    struct calendar_date first = calendar_date((int32_t)floor(browse->camera.first_day + 0.5));
    struct calendar_date last = calendar_date((int32_t)ceil(browse->camera.first_day + browse->camera.days - 0.5) - 1);
    bool has_months = browse->level >= LEVEL_WEEKS;

    text_builder_clear(browse->words);
    add_year(browse, first.year);
    if (has_months) {
        text_builder_add_plain(browse->words, "\u00a0 ");
        add_month(browse, kit, first.month);
    }
    if (first.year != last.year) {
        text_builder_add_plain(browse->words, has_months ? "\u00a0\u2013 " : "\u2013");
        add_year(browse, last.year);
        if (has_months)
            text_builder_add_plain(browse->words, "\u00a0 ");
    } else if (has_months && first.month != last.month) {
        text_builder_add_plain(browse->words, "\u2013");
    }
    if (has_months && (first.year != last.year || first.month != last.month))
        add_month(browse, kit, last.month);
    return text_builder_text(browse->words);
}

static struct pack_text title(struct browse *browse, struct kit *kit)
{
    if (browse->plan.shape != SHAPE_LIST && (is_small(kit) || browse->level == LEVEL_DAYS))
        return period(browse, kit);
    return parts_string(kit, PACK_STRING_EXHIBIT_TITLE);
}

/* ---- keys ---- */

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
    struct pack_text pattern =
        pack_string(kit->pack, kit->session->language, level_units[browse->level].string, (unsigned)shown);

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
    return (struct key){.id = id, .look = is_dark ? KEY_DARK : KEY_LIGHT, .has_icon = true, .icon = icon,
                        .label = parts_string(kit, label), .verb = UI_OWN, .value = act, .repeats = true};
}

int heading_key_size(const struct kit *kit)
{
    int least = look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12), px = look_px(&kit->look, is_small(kit) ? 56 : 64);
    int words = kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 16);

    px = px > least ? px : least;
    return px > words ? px : words;
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

static void add_moves(struct browse *browse, struct kit *kit, struct keys *keys)
{
    bool vertical = browse->plan.shape != SHAPE_LANES;

    if (!is_at_start(browse, kit))
        add_slot(keys, icon_key(kit, "nav:earlier", vertical ? ICON_UP : ICON_BACK, PACK_STRING_TIMELINE_EARLIER,
                                ACT_EARLIER, false), heading_key_size(kit));
    if (!is_at_end(browse, kit))
        add_slot(keys, icon_key(kit, "nav:later", vertical ? ICON_DOWN : ICON_NEXT, PACK_STRING_TIMELINE_LATER, ACT_LATER,
                                false), heading_key_size(kit));
}

static int filter_icon(const struct kit *kit)
{
    int words = kit->look.type[TYPE_KEY].size_px * 14 / 10, most = heading_key_size(kit) * 6 / 10;

    return words < most ? words : most;
}

static void add_filter(struct browse *browse, struct kit *kit, struct keys *keys, bool with_words)
{
    struct key key = {.id = "filter:differs", .verb = UI_OWN, .value = ACT_FILTER, .is_on = kit->session->only_differing,
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
    add_slot(keys, key, 2 * pad + icon + gap + words + (words ? gap : 0) + number +
                            (key.is_on ? gap + kit->look.type[TYPE_KEY].size_px : 0));
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
        struct slot *slot =
            add_slot(keys, (struct key){.id = "zoom:level"}, width + pad > least ? width + pad : least);
        slot->is_level = true;
        slot->touches = can_wider;
    }
    if (can_closer)
        add_slot(keys, icon_key(kit, "zoom:in", ICON_PLUS, PACK_STRING_ZOOM_IN, ACT_ZOOM_IN, true), heading_key_size(kit))
            ->touches = with_level;
}

static void add_all(struct browse *browse, struct kit *kit, struct keys *keys, bool with_words)
{
    struct key key = {.id = "zoom:all", .has_icon = true, .icon_first = true, .icon = ICON_TIME, .verb = UI_OWN,
                      .value = ACT_ZOOM_ALL, .label = parts_string(kit, PACK_STRING_ZOOM_ALL)};

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

static struct keys make_keys(struct browse *browse, struct kit *kit, bool all_words, bool filter_words, bool with_level)
{
    struct keys keys = {0};

    add_moves(browse, kit, &keys);
    if (browse->plan.shape != SHAPE_LIST)
        add_all(browse, kit, &keys, all_words);
    add_filter(browse, kit, &keys, filter_words);
    if (browse->plan.shape != SHAPE_LIST)
        add_zoom(browse, kit, &keys, with_level);
    for (int i = 0; i < keys.count; i++)
        keys.width += keys.slots[i].width + (i > 0 ? gap_before(browse, kit, &keys.slots[i]) : 0);
    return keys;
}

/* Words go first when the keys have to share their width with the title: those of "all", of the filter, then the level. */
static struct keys fitting_keys(struct browse *browse, struct kit *kit, int width)
{
    bool level = !is_small(kit);
    struct keys keys = make_keys(browse, kit, true, !is_small(kit), level);

    if (keys.width > width)
        keys = make_keys(browse, kit, false, !is_small(kit), level);
    if (keys.width > width)
        keys = make_keys(browse, kit, false, false, level);
    if (keys.width > width)
        keys = make_keys(browse, kit, false, false, false);
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

/* From the right; spread: over the whole row, the groups as far apart as they can be. */
static void draw_row(struct browse *browse, struct kit *kit, const struct keys *keys, struct rect row, bool spread)
{
    int x = spread ? row.x : row.x + row.w - keys->width, gaps = 0, left = row.w - keys->width;

    for (int i = 1; i < keys->count; i++)
        gaps += !keys->slots[i].touches;
    for (int i = 0; i < keys->count; i++) {
        const struct slot *slot = &keys->slots[i];
        if (i > 0)
            x += gap_before(browse, kit, slot);
        if (i > 0 && spread && !slot->touches && gaps > 0) {
            x += left / gaps;
            left -= left / gaps--;
        }
        draw_slot(browse, kit, slot, mirrored(kit, (struct rect){x, row.y, slot->width, row.h}));
        x += slot->width;
    }
}

/* ---- arrangement ---- */

static int title_height(const struct kit *kit)
{
    return kit->look.type[TYPE_SCREEN].line_px;
}

static int title_top(const struct kit *kit)
{
    return look_px(&kit->look, is_small(kit) ? 5 : kit->look.form == FORM_PORTRAIT ? 28 : 20);
}

static bool keys_are_below(const struct browse *browse)
{
    return browse->plan.keys.h > 0;
}

static int title_width(struct browse *browse, struct kit *kit)
{
    return parts_block(kit, title(browse, kit), words_line(kit, FONT_DISPLAY, TYPE_SCREEN), 0)->widest_px;
}

static int room_for_keys(struct browse *browse, struct kit *kit)
{
    return kit->area.w - 2 * kit->look.margin - title_width(browse, kit) - look_px(&kit->look, 24);
}

static int first_row_height(const struct kit *kit)
{
    bool is_landscape = kit->look.form == FORM_LANDSCAPE || kit->look.form == FORM_SMALL;
    int keys = is_landscape ? heading_key_size(kit) : 0;

    return title_height(kit) > keys ? title_height(kit) : keys;
}

/* ---- the key of the voice bar ---- */

struct legend {
    int x, y, line_h, left, right;
};

static void flow(struct legend *legend, int width)
{
    if (legend->x + width > legend->right && legend->x > legend->left) {
        legend->x = legend->left;
        legend->y += legend->line_h;
    }
}

static void legend_words(struct browse *browse, struct kit *kit, struct legend *legend, enum pack_string_id string,
                         int sign_width, bool is_drawn)
{
    const struct block *block = parts_block(kit, parts_string(kit, string), words_line(kit, FONT_MUSEUM, TYPE_SMALL), 0);
    int x;

    (void)browse;
    x = legend->x + sign_width;
    if (is_drawn) {
        struct rect box = mirrored(kit, (struct rect){x, legend->y, block->widest_px, block->height_px});
        words_draw(kit, block, box.x, box.y, look_tone(&kit->look, TONE_INK2));
    }
    legend->x = x + block->widest_px + look_px(&kit->look, 18);
}

/* A sign and its word, kept together on one line. */
static void legend_sign(struct browse *browse, struct kit *kit, struct legend *legend, unsigned speaks, unsigned differs,
                        enum pack_string_id string, bool is_drawn)
{
    int height = browse->plan.voice, documents = pack_exhibit(kit->pack).documents;
    bool is_whole = string == PACK_STRING_TIMELINE_KEY_BAR;
    int bar = parts_voice_bar_width(kit, height), cell = bar / (documents > 0 ? documents : 1);
    int sign = is_whole ? bar : cell, gap = look_px(&kit->look, 9);
    int words = parts_block(kit, parts_string(kit, string), words_line(kit, FONT_MUSEUM, TYPE_SMALL), 0)->widest_px;

    flow(legend, sign + gap + words);
    if (is_drawn) {
        struct rect box = mirrored(kit, (struct rect){legend->x, legend->y + (legend->line_h - height) / 2, sign, height});
        draw_clip_push(kit->draw, (struct rect){box.x, box.y - height / 4, sign, height * 3 / 2});
        parts_voice_bar(kit, speaks, differs, box.x, box.y + (differs ? height / 5 : 0), height, look_tone(&kit->look, TONE_INK));
        draw_clip_pop(kit->draw);
    }
    legend_words(browse, kit, legend, string, sign + gap, is_drawn);
}

static void legend_editors(struct browse *browse, struct kit *kit, struct legend *legend, bool is_drawn)
{
    int size = browse->plan.voice * 5 / 4, gap = look_px(&kit->look, 9);
    int words = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_KEY_EDITORS),
                            words_line(kit, FONT_MUSEUM, TYPE_SMALL), 0)->widest_px;

    flow(legend, size + gap + words);
    if (is_drawn) {
        struct rect box = mirrored(kit, (struct rect){legend->x, legend->y + (legend->line_h - size) / 2, size, size});
        draw_fill(kit->draw, box, look_tone(&kit->look, TONE_CARD));
        draw_frame(kit->draw, box, size / 5 > 2 ? size / 5 : 2, look_tone(&kit->look, TONE_INK));
    }
    legend_words(browse, kit, legend, PACK_STRING_TIMELINE_KEY_EDITORS, size + gap, is_drawn);
}

static int legend_draw(struct browse *browse, struct kit *kit, int y, bool is_drawn)
{
    int margin = kit->look.margin;
    struct legend legend = {.left = kit->area.x + margin, .right = kit->area.x + kit->area.w - margin, .y = y,
                            .line_h = kit->look.type[TYPE_SMALL].line_px};

    if (browse->plan.voice == 0)
        return 0;
    legend.x = legend.left;
    legend_sign(browse, kit, &legend, 1, 0, PACK_STRING_TIMELINE_KEY_BAR, is_drawn);
    legend_sign(browse, kit, &legend, 1, 0, PACK_STRING_TIMELINE_KEY_SPEAKS, is_drawn);
    legend_sign(browse, kit, &legend, 0, 0, PACK_STRING_TIMELINE_KEY_SILENT, is_drawn);
    legend_sign(browse, kit, &legend, 0, 1, PACK_STRING_TIMELINE_KEY_DIFFERS, is_drawn);
    legend_editors(browse, kit, &legend, is_drawn);
    return legend.y + legend.line_h - y;
}

int heading_height(struct browse *browse, struct kit *kit)
{
    int pad = look_px(&kit->look, is_small(kit) ? 5 : 10);

    return title_top(kit) + first_row_height(kit) + legend_draw(browse, kit, 0, false) + pad;
}

/* Beside the title, where the level is new to the visitor. */
static void draw_hint(struct browse *browse, struct kit *kit, struct rect row)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    struct keys keys = fitting_keys(browse, kit, room_for_keys(browse, kit));
    int title = title_width(browse, kit) + look_px(&kit->look, 36);
    struct rect box = {row.x + title, row.y, row.w - title - keys.width - look_px(&kit->look, 36), 0};

    if (!voices_are_shown(browse) || keys_are_below(browse) || box.w < look_px(&kit->look, 180))
        return;
    box.w = box.w > look_px(&kit->look, 320) ? look_px(&kit->look, 320) : box.w;
    const struct block *block = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_OPENS), style, box.w);
    if (block->height_px > row.h)
        return;
    box.y += (row.h - block->height_px) / 2;
    parts_text(kit, "hint", "text", parts_string(kit, PACK_STRING_TIMELINE_OPENS), style, mirrored(kit, box),
               look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
}

void heading_draw(struct browse *browse, struct kit *kit)
{
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_SCREEN);
    int top = kit->area.y + title_top(kit), row = first_row_height(kit), margin = kit->look.margin;
    struct rect box = {kit->area.x + margin, top + (row - title_height(kit)) / 2, kit->area.w - 2 * margin,
                       title_height(kit)};

    parts_text(kit, "title", "heading", title(browse, kit), style, box, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
    draw_hint(browse, kit, (struct rect){kit->area.x + margin, top, kit->area.w - 2 * margin, row});
    legend_draw(browse, kit, top + row, true);
}

void heading_draw_keys(struct browse *browse, struct kit *kit)
{
    struct rect row = {kit->area.x + kit->look.margin, kit->area.y + title_top(kit), kit->area.w - 2 * kit->look.margin,
                       heading_key_size(kit)};
    struct keys keys;

    if (keys_are_below(browse)) {
        row = browse->plan.keys;
        row.y += (row.h - heading_key_size(kit)) / 2;
        row.h = heading_key_size(kit);
        keys = fitting_keys(browse, kit, row.w);
    } else {
        row.y += (first_row_height(kit) - row.h) / 2;
        keys = fitting_keys(browse, kit, room_for_keys(browse, kit));
    }
    draw_row(browse, kit, &keys, row, keys_are_below(browse));
}
