#include "screen/browse/browse.h"

#include <stdio.h>

enum { LANE_EDGE_PX = 2 };

void lane_names_draw_grounds(struct browse *browse, struct kit *kit)
{
    for (int lane = 0; lane < browse->lane_count; lane += 2) {
        struct lane_place place = lanes_place(browse, kit, lane);
        draw_fill(kit->draw, (struct rect){kit->area.x, place.top, kit->area.w, place.height},
                  look_tone(&kit->look, TONE_SUNK));
    }
}

static uint32_t ground_of(const struct kit *kit, int lane)
{
    return look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER);
}

static void draw_edges(struct browse *browse, struct kit *kit)
{
    int width = look_px(&kit->look, LANE_EDGE_PX) > 1 ? look_px(&kit->look, LANE_EDGE_PX) : 1;
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    for (int lane = 0; lane <= browse->lane_count; lane++) {
        struct lane_place place = lanes_place(browse, kit, lane < browse->lane_count ? lane : lane - 1);
        int y = lane < browse->lane_count ? place.top : place.top + place.height;
        draw_fill(kit->draw, (struct rect){kit->area.x, y - width / 2, kit->area.w, width}, ink);
    }
}

static void list_lane(struct browse *browse, struct kit *kit, int lane, struct rect hit)
{
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane);
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_LABEL);
    char id[72];

    snprintf(id, sizeof id, "lane:%s", pack_lane(kit->pack, lane).id);
    bool is_key = kit->look.form != FORM_SMALL; /* the smallest panel has no row to gain by folding */
    struct ui_element element = parts_element(kit, id, is_key ? "button" : "text", hit);
    if (is_key) {
        element.hit = hit;
        element.verb = UI_OWN;
        element.value = ACT_LANE + lane;
        element.is_on = browse->places[lane].is_folded;
        element.is_focusable = true;
        if (kit->look.form == FORM_SMALL)
            element.tab = name;
    }
    element.label = name.bytes;
    element.font_px = kit->look.form == FORM_SMALL ? kit->look.type[TYPE_SMALL].size_px : style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = ground_of(kit, lane);
    ui_add(kit->ui, element);
    parts_press_edge(kit, id, hit, element.ground);
    parts_focus(kit, id, rect_inset(hit, 4, 4), false);
}

static void draw_sign(struct browse *browse, struct kit *kit, int lane, int x, int y, int size, bool as_motif)
{
    struct pack_lane what = pack_lane(kit->pack, lane);
    struct mark_style style = mark_style(kit, lane, ground_of(kit, lane));

    if (as_motif && what.motif >= 0 && kit->look.theme == THEME_STANDARD) {
        struct pack_bytes picture = pack_picture(kit->pack, what.motif);
        draw_picture(kit->draw, picture.bytes, picture.bytes, picture.size,
                     (struct rect){x - size / 2, y - size / 2, size, size});
    } else {
        mark_draw(browse, kit, &style, x, y, size * 7 / 10, false);
    }
}

/* A line ends where two words belong together, because both do not fit. */
static bool breaks_glue(const struct block *block, struct pack_text words)
{
    for (int i = 0; i + 1 < block->line_count && words.breaks; i++)
        if (words.breaks[block->lines[i].end] == PACK_BREAK_GLUE)
            return true;
    return false;
}

/* Up to a tenth smaller if that keeps words together. */
static const struct block *fitted(struct kit *kit, struct pack_text words, struct block_style style, int width)
{
    const struct block *block = parts_block(kit, words, style, width);
    int least = style.size_px * 9 / 10;

    while (breaks_glue(block, words) && style.size_px > least) {
        style.size_px--;
        block = parts_block(kit, words, style, width);
    }
    return block;
}

/* The smallest panel: the name in one or two lines below its sign, or alone where letters are large. */
static void draw_stacked(struct browse *browse, struct kit *kit, int lane, struct lane_place place)
{
    const struct look *look = &kit->look;
    const struct rect *names = &browse->plan.names;
    int size = look_px(look, 30), pad = look_px(look, 8), width = names->w - pad - look_px(look, 12);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_SMALL);

    style.line_px = style.size_px;
    const struct block *block = fitted(kit, pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane), style, width);
    int x = names->x > browse->plan.lanes.x ? names->x + names->w - pad - width : names->x + pad;
    bool has_sign = block->height_px + size + 4 <= place.height;
    int y = place.top + (place.height - block->height_px - (has_sign ? size + 2 : 0)) / 2;
    if (has_sign) {
        int middle = block->style.is_right_to_left ? x + width - size / 2 : x + size / 2;
        draw_sign(browse, kit, lane, middle, y + size / 2, size, true);
        y += size + 2;
    }
    words_draw(kit, block, x, y, look_tone(look, TONE_INK));
}

/* Chevron, sign and name from the outer edge of the panel inwards. */
static void draw_name(struct browse *browse, struct kit *kit, int lane, struct lane_place place)
{
    const struct plan *plan = &browse->plan;
    const struct look *look = &kit->look;
    bool is_mirrored = plan->names.x > plan->lanes.x;
    int y = place.top + place.height / 2, icon = look_sign(look, 24), chevron = look_px(look, 28);
    bool has_motif = !place.is_folded && place.height >= look_px(look, 64);
    int motif = look_px(look, has_motif ? 54 : 30), sign = look_px(look, has_motif ? 78 : 70);
    int name = look_px(look, has_motif ? 114 : 94);
    uint32_t ink = look_tone(look, TONE_INK);

    if (look->step == TEXT_A_PLUS_PLUS) {
        has_motif = false;
        motif = look_px(look, 44);
        sign = look_px(look, 67);
        name = look_px(look, 94);
    }
    int edge = is_mirrored ? plan->names.x + plan->names.w : plan->names.x, way = is_mirrored ? -1 : 1;
    draw_sign(browse, kit, lane, edge + way * sign, y, motif, has_motif);
    draw_icon(kit->draw, place.is_folded ? ICON_DOWN : ICON_UP,
              (struct rect){edge + way * chevron - icon / 2, y - icon / 2, icon, icon}, ink);
    struct block_style style = place.is_folded ? words_line(kit, FONT_DISPLAY, TYPE_LABEL)
                                               : parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    int width = plan->names.w - name - look_px(look, 12);
    struct pack_text words = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane);
    const struct block *block = fitted(kit, words, style, width);
    if (block->height_px > place.height - 4 || (style.is_single && block->widest_px > width)) {
        style = parts_style(kit, FONT_DISPLAY, TYPE_SMALL);
        style.line_px = style.size_px; /* rather close than cut */
        block = parts_block(kit, words, style, width);
    }
    int wide = style.is_single ? block->widest_px : width;
    words_draw(kit, block, is_mirrored ? edge - name - wide : edge + name, y - block->height_px / 2, ink);
}

void lane_names_draw(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    bool is_mirrored = plan->names.x > plan->lanes.x;

    draw_clip_push(kit->draw, (struct rect){kit->area.x, plan->lanes.y, kit->area.w, plan->lanes.h});
    draw_edges(browse, kit);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place place = lanes_place(browse, kit, lane);
        struct rect hit = {plan->names.x + (is_mirrored ? plan->gap : 0), place.top + plan->gap / 2, plan->names.w - plan->gap,
                           place.height - plan->gap};
        if (place.rows > 0) {
            draw_clip_push(kit->draw, (struct rect){plan->names.x, place.top, plan->names.w, place.height});
            if (kit->look.form == FORM_SMALL)
                draw_stacked(browse, kit, lane, place);
            else
                draw_name(browse, kit, lane, place);
            draw_clip_pop(kit->draw);
            list_lane(browse, kit, lane, hit);
        }
    }
    draw_clip_pop(kit->draw);
}
