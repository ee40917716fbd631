/* Where the voices differ: one question, the answers of all documents side by side. */
#include "screen/compare/compare_page.h"

#include <stdlib.h>

#include "screen/told.h"

enum { FRAME_MS = 8 };

struct pack_text compare_words(struct kit *kit, enum pack_field field, int index)
{
    return told(kit, field, index);
}

int compare_gap(const struct kit *kit)
{
    return look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2);
}

static void *enter(struct kit *kit)
{
    struct compare_page *page = calloc(1, sizeof(*page));

    if (!page)
        return NULL;
    page->disagreement = kit->session->here.disagreement;
    page->facts = pack_disagreement(kit->pack, page->disagreement);
    page->builder = text_builder_create();
    page->pane.scroll.at_px = kit->session->here.offset_px;
    page->set = kit->session->here.item;
    page->chosen = kit->session->here.item - 1;
    page->opened_ms = kit->now_ms;
    page->is_slipping = !kit->look.reduced_motion;
    return page;
}

static void layout(void *data, struct kit *kit)
{
    struct compare_page *page = data;

    if (page && page->builder)
        compare_layout(page, kit);
}

/* ---- drawing ---- */

static void draw_title(struct compare_page *page, struct kit *kit, int origin)
{
    struct rect rect = page->title;

    rect.y += origin;
    parts_text(kit, "compare:title", "heading", compare_words(kit, PACK_QUESTION, page->disagreement),
               parts_style(kit, FONT_DISPLAY, TYPE_SCREEN), rect, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
}

static void draw_page_key(const struct compare_page *page, struct kit *kit, int step, struct rect rect)
{
    pane_key(kit, &page->pane, step < 0 ? "page:up" : "page:down", step, step < 0 ? COMPARE_PAGE_UP : COMPARE_PAGE_DOWN, rect);
}

static void draw_side_keys(struct compare_page *page, struct kit *kit)
{
    int w = compare_key_width(kit), h = compare_key_height(kit), gap = compare_gap(kit);
    struct rect key = {page->body.x + page->body.w + gap, page->pane.rect.y + gap, w, h};

    if (parts_is_mirrored(kit))
        key.x = page->body.x - gap - w;
    draw_page_key(page, kit, -1, key);
    key.y = page->pane.rect.y + page->pane.rect.h - h - gap;
    draw_page_key(page, kit, 1, key);
}

static void draw_strip(struct compare_page *page, struct kit *kit)
{
    struct rect strip = page->strip;
    int pad = larger(look_px(&kit->look, 10), compare_gap(kit)), gap = larger(look_px(&kit->look, 16), compare_gap(kit));
    int w = larger(look_px(&kit->look, 120), compare_key_width(kit));
    struct rect key = {strip.x + strip.w / 2 - gap / 2 - w, strip.y + pad, w, strip.h - 2 * pad};

    draw_fill(kit->draw, (struct rect){strip.x, strip.y, strip.w, look_px(&kit->look, 3)}, look_tone(&kit->look, TONE_INK));
    draw_page_key(page, kit, -1, key);
    key.x += w + gap;
    draw_page_key(page, kit, 1, key);
}

static void draw_tabs(struct compare_page *page, struct kit *kit, int origin)
{
    struct rect shelf = page->shelf;

    shelf.y += origin;
    draw_fill(kit->draw, shelf, look_tone(&kit->look, TONE_INK));
    compare_columns_draw(page, kit, origin);
}

static void draw(void *data, struct kit *kit)
{
    struct compare_page *page = data;
    int origin;

    if (!page || !page->builder)
        return;
    if (page->has_fixed_frame || page->has_fixed_head)
        draw_title(page, kit, 0);
    if (page->has_fixed_frame)
        compare_sets_draw(page, kit, page->title);
    if (page->has_fixed_head)
        draw_tabs(page, kit, 0);
    pane_begin(kit, &page->pane);
    origin = pane_origin(&page->pane);
    if (!page->has_fixed_frame && !page->has_fixed_head)
        draw_title(page, kit, origin);
    if (page->has_tabs && !page->has_fixed_head)
        draw_tabs(page, kit, origin);
    if (page->has_tabs) {
        compare_column_draw(page, kit, &page->told, origin);
    } else {
        compare_axis_draw(page, kit, origin);
        compare_columns_draw(page, kit, origin);
        if (!page->has_fixed_frame)
            compare_bars_draw(page, kit, origin);
    }
    if (!page->has_fixed_frame)
        compare_foot_draw(page, kit, (struct rect){page->foot.x, page->foot.y + origin, page->foot.w, page->foot.h});
    pane_end(kit, &page->pane, look_tone(&kit->look, TONE_PAPER));
    if (page->has_fixed_frame) {
        compare_bars_draw(page, kit, origin);
        compare_ways_draw(page, kit, origin, page->body.y + page->body.h);
    }
    if (page->strip.h > 0)
        draw_strip(page, kit);
    else
        draw_side_keys(page, kit);
    if (page->has_fixed_frame)
        compare_foot_draw(page, kit, page->foot);
    kit->session->here.offset_px = scroll_px(&page->pane.scroll);
    kit->session->here.item = page->has_tabs ? page->chosen + 1 : page->set;
}

/* ---- what the visitor does ---- */

static void act(void *data, struct kit *kit, int value)
{
    struct compare_page *page = data;

    if (!page)
        return;
    switch (value) {
    case COMPARE_PAGE_UP:
    case COMPARE_PAGE_DOWN:
        pane_page(kit, &page->pane, value == COMPARE_PAGE_UP ? -1 : 1);
        break;
    case COMPARE_SET_BACK:
    case COMPARE_SET_NEXT:
        compare_sets_turn(page, kit, value == COMPARE_SET_BACK ? -1 : 1);
        layout(page, kit);
        break;
    case COMPARE_SHOW_ALL:
        kit->session->only_differing = true;
        kit->wish = UI_TIMELINE;
        break;
    default:
        compare_tabs_choose(page, kit, value - COMPARE_CHOOSE);
        layout(page, kit);
    }
}

static void gesture(void *data, struct kit *kit, const struct gesture *g)
{
    struct compare_page *page = data;

    if (page)
        pane_gesture(kit, &page->pane, g);
}

static void go_to(struct kit *kit, int disagreement)
{
    int count = pack_disagreement_count(kit->pack);

    kit->wish = UI_COMPARE;
    kit->wish_value = (disagreement + count) % count;
}

static bool key(void *data, struct kit *kit, enum action action)
{
    struct compare_page *page = data;

    if (!page)
        return false;
    switch (action) {
    case ACTION_LEFT:
        go_to(kit, page->disagreement - 1);
        return true;
    case ACTION_RIGHT:
        go_to(kit, page->disagreement + 1);
        return true;
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        pane_page(kit, &page->pane, action == ACTION_PAGE_UP ? -1 : 1);
        return true;
    default:
        return false;
    }
}

static int64_t tick(void *data, struct kit *kit)
{
    struct compare_page *page = data;
    bool moves;

    if (!page)
        return INT64_MAX;
    moves = pane_tick(kit, &page->pane);
    if (page->is_slipping) {
        page->is_slipping = compare_is_slipping(page, kit);
        moves |= page->is_slipping;
        kit->dirty = true;
    }
    return moves ? kit->now_ms + FRAME_MS : INT64_MAX;
}

static void leave(void *data, struct kit *kit)
{
    struct compare_page *page = data;

    (void)kit;
    if (!page)
        return;
    text_builder_destroy(page->builder);
    free(page);
}

const struct screen screen_compare = {
    .name = "compare",
    .has_plinth = true,
    .enter = enter,
    .layout = layout,
    .draw = draw,
    .act = act,
    .gesture = gesture,
    .key = key,
    .tick = tick,
    .leave = leave,
};
