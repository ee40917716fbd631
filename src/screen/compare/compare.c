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

/* ---- layout ---- */

static bool has_strip(const struct kit *kit)
{
    return kit->look.form == FORM_PORTRAIT || kit->look.form == FORM_SMALL_PORTRAIT;
}

static int key_width(const struct kit *kit)
{
    int primary = look_mm_x(&kit->look, kit->look.panel.is_large ? 15 : 12);

    return larger(primary, look_target_w(&kit->look));
}

/* Beside the pane there is room for page keys, in the margin where it is wide enough. */
static int side_room(const struct kit *kit)
{
    int room = key_width(kit) + 2 * compare_gap(kit);

    return has_strip(kit) || room <= kit->look.margin ? 0 : room - kit->look.margin;
}

static int title_height(const struct compare_page *page, struct kit *kit, int width_px)
{
    return parts_block(kit, compare_words(kit, PACK_QUESTION, page->disagreement), parts_style(kit, FONT_DISPLAY, TYPE_SCREEN),
                       width_px)
        ->height_px;
}

static int strip_height(const struct kit *kit)
{
    int key = larger(look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12), look_px(&kit->look, 64));

    return key + 2 * larger(look_px(&kit->look, 10), compare_gap(kit));
}

static int title_top(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 8 : 36);
}

/* The axis, and the columns under it. Returns their end. */
static int stack_columns(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    page->axis = (struct rect){page->body.x, top, width_px, 0};
    compare_columns_place(page, kit, page->body.x, top, width_px);
    page->axis.h = compare_axis_height(page, kit);
    return compare_columns_place(page, kit, page->body.x, top + page->axis.h, width_px);
}

/* The tabs from `top`, and the shelf they stand on. Returns its end. */
static int place_tabs(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    int y = compare_columns_place(page, kit, page->body.x, top, width_px) + look_px(&kit->look, 6);

    page->axis.h = 0;
    page->shelf = (struct rect){page->body.x, y, width_px, compare_shelf_height(kit)};
    return y + page->shelf.h;
}

/* The column of the chosen answer, under its tab. Returns its end. */
static int stack_told(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    int y = page->has_fixed_head ? top : place_tabs(page, kit, top, width_px), answer = compare_tabs_chosen(page, kit);

    for (int k = 0; k < page->column_count; k++) {
        if (page->columns[k].answer == answer)
            page->told = page->columns[k];
    }
    page->told.slip = page->told.name_h = 0;
    page->told.rect = (struct rect){page->body.x, y, width_px, 0};
    page->told.rect.h = compare_column_height(page, kit, &page->told);
    return y + page->told.rect.h;
}

/* Title, axis, columns and foot one under the other, from the top of the content. Returns the height. */
static int stack(struct compare_page *page, struct kit *kit, int width_px)
{
    int x = page->body.x, y = 0, gap = look_px(&kit->look, kit->look.form == FORM_SMALL ? 8 : 16);

    if (!page->has_fixed_frame && !page->has_fixed_head) {
        y = title_top(kit);
        page->title = (struct rect){x, y, width_px, title_height(page, kit, width_px)};
        y += page->title.h + gap;
    }
    y = page->has_tabs ? stack_told(page, kit, y, width_px) : stack_columns(page, kit, y, width_px);
    if (!page->has_fixed_frame)
        y += gap;
    if (!page->has_fixed_frame) {
        page->foot = (struct rect){x, y, width_px, compare_foot_height(page, kit, width_px)};
        y += page->foot.h;
    }
    return y;
}

static void place_fixed(struct compare_page *page, struct kit *kit)
{
    int foot = compare_foot_height(page, kit, page->body.w), keys, title;
    int top = look_px(&kit->look, 26), gap = look_px(&kit->look, 12);

    compare_columns_place(page, kit, page->body.x, 0, page->body.w);
    keys = compare_sets_width(page, kit);
    title = title_height(page, kit, page->body.w - keys);
    page->title = (struct rect){parts_is_mirrored(kit) ? page->body.x + keys : page->body.x, kit->area.y + top,
                                page->body.w - keys, title};
    page->foot = (struct rect){page->body.x, kit->area.y + kit->area.h - foot, page->body.w, foot};
    page->body.y = page->title.y + title + gap;
    page->body.h = page->foot.y - page->body.y - compare_way_height(kit) - gap;
}

enum { LINES_TOLD_LEAST = 4 };

/* Title and tabs stand still where they leave some lines to what is told. */
static void place_head(struct compare_page *page, struct kit *kit)
{
    int gap = look_px(&kit->look, 8), width = kit->area.w - 2 * kit->look.margin, end;

    page->title = (struct rect){kit->area.x + kit->look.margin, kit->area.y + title_top(kit), width,
                                title_height(page, kit, width)};
    end = place_tabs(page, kit, page->title.y + page->title.h + gap, page->body.w);
    page->has_fixed_head = page->body.y + page->body.h - end >= LINES_TOLD_LEAST * kit->look.type[TYPE_PASSAGE].line_px;
    if (!page->has_fixed_head)
        return;
    page->body.h -= end - page->body.y;
    page->body.y = end;
}

static void layout(void *data, struct kit *kit)
{
    struct compare_page *page = data;
    int margin, room, bleed;

    if (!page || !page->builder)
        return;
    margin = kit->look.margin;
    room = side_room(kit);
    bleed = look_px(&kit->look, 8);
    page->has_fixed_frame = kit->look.form == FORM_LANDSCAPE && kit->look.step == TEXT_A;
    page->has_tabs = kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
    page->body = (struct rect){kit->area.x + margin, kit->area.y, kit->area.w - 2 * margin - room, kit->area.h};
    if (parts_is_mirrored(kit))
        page->body.x += room;
    page->strip = (struct rect){kit->area.x, kit->area.y + kit->area.h, kit->area.w, 0};
    if (page->has_fixed_frame)
        place_fixed(page, kit);
    else
        page->body.h -= compare_gap(kit);
    if (has_strip(kit)) {
        page->strip.h = strip_height(kit);
        page->strip.y -= page->strip.h;
        page->body.h -= page->strip.h;
    }
    page->has_fixed_head = false;
    if (page->has_tabs)
        place_head(page, kit);
    pane_place(&page->pane, COMPARE_VIEW, rect_inset(page->body, -bleed, 0), stack(page, kit, page->body.w));
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

static void draw_page_key(struct kit *kit, bool is_up, struct rect rect)
{
    struct key key = {.id = is_up ? "page:up" : "page:down",
                      .has_icon = true,
                      .icon_first = true,
                      .icon = is_up ? ICON_UP : ICON_DOWN,
                      .label = parts_string(kit, is_up ? PACK_STRING_READER_PAGE_UP : PACK_STRING_READER_PAGE_DOWN),
                      .verb = UI_OWN,
                      .value = is_up ? COMPARE_PAGE_UP : COMPARE_PAGE_DOWN,
                      .repeats = true};

    parts_key(kit, &key, rect);
}

static void draw_side_keys(struct compare_page *page, struct kit *kit)
{
    int w = key_width(kit), h = larger(look_px(&kit->look, 64), look_target_h(&kit->look)), gap = compare_gap(kit);
    struct rect key = {page->body.x + page->body.w + gap, page->pane.rect.y + gap, w, h};

    if (parts_is_mirrored(kit))
        key.x = page->body.x - gap - w;
    if (pane_has_more(&page->pane, -1))
        draw_page_key(kit, true, key);
    key.y = page->pane.rect.y + page->pane.rect.h - h - gap;
    if (pane_has_more(&page->pane, 1))
        draw_page_key(kit, false, key);
}

static void draw_strip(struct compare_page *page, struct kit *kit)
{
    struct rect strip = page->strip;
    int pad = larger(look_px(&kit->look, 10), compare_gap(kit)), gap = larger(look_px(&kit->look, 16), compare_gap(kit));
    int w = larger(look_px(&kit->look, 120), key_width(kit));
    struct rect key = {strip.x + strip.w / 2 - gap / 2 - w, strip.y + pad, w, strip.h - 2 * pad};

    draw_fill(kit->draw, (struct rect){strip.x, strip.y, strip.w, look_px(&kit->look, 3)}, look_tone(&kit->look, TONE_INK));
    if (pane_has_more(&page->pane, -1))
        draw_page_key(kit, true, key);
    key.x += w + gap;
    if (pane_has_more(&page->pane, 1))
        draw_page_key(kit, false, key);
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
    }
    if (!page->has_fixed_frame)
        compare_foot_draw(page, kit, (struct rect){page->foot.x, page->foot.y + origin, page->foot.w, page->foot.h});
    pane_end(kit, &page->pane, look_tone(&kit->look, TONE_PAPER));
    if (page->has_fixed_frame)
        compare_ways_draw(page, kit, origin, page->body.y + page->body.h);
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
