/*
 * The resting screen: an invitation in every language, and a disagreement that changes every ten seconds. Everything that
 * moves is a function of the time since it began; between two changes it asks for nothing.
 */
#include "screen/attract/attract.h"

#include <stdio.h>
#include <stdlib.h>

static void *attract_enter(struct kit *kit)
{
    struct attract *attract = calloc(1, sizeof(*attract));

    if (!attract)
        return NULL;
    attract->began_ms = kit->now_ms;
    attract->words = text_builder_create();
    attract->slide_count = attract_slides_find(kit->pack, attract->slides);
    return attract;
}

static void attract_leave(void *data, struct kit *kit)
{
    struct attract *attract = data;

    (void)kit;
    if (attract)
        text_builder_destroy(attract->words);
    free(attract);
}

static void attract_layout(void *data, struct kit *kit)
{
    if (data)
        attract_place(data, kit);
}

static struct attract_moment moment_now(const struct attract *attract, const struct kit *kit)
{
    return attract_moment(kit->now_ms - attract->began_ms, attract->slide_count, kit->look.reduced_motion);
}

/* ---- the keys ---- */

struct key_sizes {
    int padding, icon, name, touch;
};

/* The same in every key, so that all names and invitations fit theirs. */
static struct key_sizes fitting_sizes(const struct attract *attract, struct kit *kit, int icon)
{
    struct key_sizes sizes = {look_px(&kit->look, kit->look.form == FORM_SMALL ? 14 : 44), icon,
                              kit->look.type[TYPE_KEY].size_px * 17 / 10, kit->look.type[TYPE_SMALL].size_px * 11 / 10};

    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++) {
        int room = attract->keys[i].w - sizes.padding * 5 / 2 - sizes.icon, most = attract->keys[i].h * 30 / 100;

        sizes.name = sizes.name < most ? sizes.name : most;
        sizes.name = attract_fitting(kit, FONT_DISPLAY, sizes.name,
                                     pack_string(kit->pack, i, PACK_STRING_LANGUAGE_NAME, 0), room).size_px;
        sizes.touch = attract_fitting(kit, FONT_MUSEUM, sizes.touch,
                                      pack_string(kit->pack, i, PACK_STRING_ATTRACT_TOUCH, 0), room).size_px;
    }
    return sizes;
}

/* The arrow gives way to words that would be too small to read beside it (D4). */
static struct key_sizes key_sizes(const struct attract *attract, struct kit *kit)
{
    struct key_sizes sizes = fitting_sizes(attract, kit, kit->look.type[TYPE_KEY].size_px * 7 / 5);

    return sizes.touch < kit->look.type[TYPE_SMALL].size_px ? fitting_sizes(attract, kit, 0) : sizes;
}

static void draw_key_words(struct kit *kit, int language, struct rect rect, struct key_sizes sizes, uint32_t ink)
{
    struct pack_text words[2] = {pack_string(kit->pack, language, PACK_STRING_LANGUAGE_NAME, 0),
                                 pack_string(kit->pack, language, PACK_STRING_ATTRACT_TOUCH, 0)};
    struct block_style styles[2] = {attract_line(FONT_DISPLAY, sizes.name), attract_line(FONT_MUSEUM, sizes.touch)};
    bool is_mirrored = pack_language(kit->pack, language).is_right_to_left;
    int y = rect.y + (rect.h - styles[0].line_px - styles[1].line_px) / 2;

    for (int i = 0; i < 2; i++) {
        const struct block *block = parts_block(kit, words[i], styles[i], 0);

        draw_block(kit->draw, block, is_mirrored ? rect.x + rect.w - sizes.padding - block->widest_px : rect.x + sizes.padding,
                   y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
        y += styles[i].line_px;
    }
    if (sizes.icon == 0)
        return;
    draw_icon(kit->draw, is_mirrored ? ICON_BACK : ICON_NEXT,
              (struct rect){is_mirrored ? rect.x + sizes.padding : rect.x + rect.w - sizes.padding - sizes.icon,
                            rect.y + (rect.h - sizes.icon) / 2, sizes.icon, sizes.icon}, ink);
}

static void draw_key(struct kit *kit, int language, struct rect rect, struct key_sizes sizes,
                     const struct attract_colours *colours)
{
    struct ui_element element = parts_element(kit, "", "button", rect);
    int gap = look_mm_x(&kit->look, kit->look.panel.is_large ? 3 : 2),
        edge = look_px(&kit->look, 2.5f) > 1 ? look_px(&kit->look, 2.5f) : 2;
    bool is_pressed;

    snprintf(element.id, sizeof(element.id), "lang:%.20s", pack_language(kit->pack, language).tag);
    is_pressed = ui_is_pressed(kit->ui, element.id);
    element.hit = rect_inset(rect, gap / 2 + 1, gap / 2 + 1);
    element.verb = UI_LANGUAGE;
    element.value = language;
    element.is_focusable = true;
    element.label = pack_string(kit->pack, language, PACK_STRING_LANGUAGE_NAME, 0).bytes;
    element.lang = pack_language(kit->pack, language).tag;
    element.font_px = sizes.name;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = is_pressed ? colours->key : colours->key_words;
    element.ground = is_pressed ? colours->key_words : colours->key;
    draw_fill(kit->draw, rect, element.ground);
    draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, edge}, colours->key_edge);
    if (rect.x > 3)
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, edge, rect.h}, colours->key_edge);
    draw_key_words(kit, language, rect, sizes, element.ink);
    parts_focus(kit, element.id, rect_inset(rect, gap, gap), false);
    ui_add(kit->ui, element);
}

/* ---- the whole ---- */

/* Anything that is no other target begins the visit (I10). */
static void list_start(const struct attract *attract, struct kit *kit)
{
    struct ui_element element = parts_element(kit, "attract:start", "backdrop", attract->picture);

    element.hit = attract->picture;
    element.verb = UI_TIMELINE;
    element.is_focusable = true;
    element.label = parts_string(kit, PACK_STRING_ATTRACT_TOUCH).bytes;
    ui_add(kit->ui, element);
}

static void draw_continue(const struct attract *attract, struct kit *kit)
{
    struct key key = {.id = "attract:continue", .look = KEY_LIGHT, .has_icon = true, .icon = parts_onward(kit),
                      .words = parts_string(kit, PACK_STRING_ATTRACT_CONTINUE), .verb = UI_CONTINUE};
    struct rect rect = attract->hook;
    int width = parts_key_width(kit, &key);

    if (rect.w <= 0)
        rect = (struct rect){attract->picture.w - width - kit->look.margin, attract->picture.h - rect.h - kit->look.margin, 0,
                             rect.h};
    else if (rect.w < width) /* rather over the fault than over the year */
        rect.x += rect.w - width;
    rect.w = width;
    parts_key(kit, &key, rect);
}

static struct attract walked(const struct attract *attract, const struct attract_moment *moment)
{
    struct attract out = *attract;
    int dx = moment->walk_x, dy = moment->walk_y;

    out.fault.x += dx;
    out.fault.y += dy;
    out.hook.x += dx;
    out.hook.y += dy;
    for (int i = 0; i < 2; i++) {
        out.years[i].box.x += dx;
        out.years[i].box.y += dy;
    }
    for (int i = 0; i < ATTRACT_LANGUAGES_MOST; i++) {
        out.keys[i].x += dx;
        out.keys[i].y += dy;
        out.bars[i].left_y += dy;
        out.bars[i].right_y += dy;
        out.bars[i].left_text += dx;
        out.bars[i].right_text += dx;
    }
    return out;
}

static void attract_draw(void *data, struct kit *kit)
{
    struct attract *attract = data, now;
    struct attract_moment moment;
    struct attract_colours colours;
    struct rect whole = {0, 0, kit->look.panel.width_px, kit->look.panel.height_px};

    if (!attract)
        return;
    moment = moment_now(attract, kit);
    colours = attract_colours(kit, moment.is_swapped);
    now = walked(attract, &moment);
    if (kit->can_continue && now.hook.w <= 0) /* without a hook the key stands where the last year does */
        now.years[1].box.w = 0;
    draw_fill(kit->draw, whole, colours.key);
    list_start(&now, kit);
    draw_clip_push(kit->draw, (struct rect){0, 0, whole.w, now.picture.h + moment.walk_y});
    attract_picture_draw(&now, kit, &moment);
    draw_clip_pop(kit->draw);
    if (kit->can_continue)
        draw_continue(&now, kit);
    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++)
        draw_key(kit, i, now.keys[i], key_sizes(&now, kit), &colours);
    attract->shown = moment;
    attract->could_continue = kit->can_continue;
}

static bool differs(const struct attract_moment *a, const struct attract_moment *b)
{
    return a->slot != b->slot || a->walk_x != b->walk_x || a->walk_y != b->walk_y || a->is_fading || b->is_fading;
}

static int64_t attract_tick(void *data, struct kit *kit)
{
    const struct attract *attract = data;
    struct attract_moment moment;

    if (!attract)
        return INT64_MAX;
    moment = moment_now(attract, kit);
    if (moment.swaps && moment.slot != attract->shown.slot)
        kit->fade_wish_ms = ATTRACT_FADE_MS;
    if (differs(&moment, &attract->shown) || attract->could_continue != kit->can_continue)
        kit->dirty = true;
    return attract->began_ms + moment.next_ms;
}

const struct screen screen_attract = {
    .name = "attract", .enter = attract_enter, .layout = attract_layout, .draw = attract_draw, .tick = attract_tick,
    .leave = attract_leave,
};
