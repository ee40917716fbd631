/* The list of a cluster's events beside it: by date, each the way to its event; and closer to them where that parts them. */
#include "screen/browse/browse.h"

#include <stdio.h>
#include <string.h>

/* The open list as it is drawn in this frame. */
struct list {
    struct cluster cluster;
    struct rect panel;
    int row_h, rows, head_h, foot_h;
};

enum { NOSE_PX = 12, CORNER_PX = 24 };

/* ---- arrangement ---- */

static bool can_be_parted(const struct kit *kit, const struct list *list)
{
    struct pack_entry first = pack_entry(kit->pack, list->cluster.entries[0]);
    struct pack_entry last = pack_entry(kit->pack, list->cluster.entries[list->cluster.count - 1]);

    return timeline_mark_day(&last) - timeline_mark_day(&first) >= 1 || list->cluster.total > list->cluster.count;
}

static void arrange(const struct browse *browse, const struct kit *kit, struct list *list)
{
    const struct look *look = &kit->look;
    struct rect area = rect_inset(kit->area, look_px(look, 8), look_px(look, 8));
    int mm = look->panel.is_large ? 20 : 12, key = larger(larger(look_mm_x(look, mm), look_mm_y(look, mm)), look_px(look, 56));
    int width = look_px(look, look->form == FORM_LANDSCAPE ? 560 : look->form == FORM_SMALL ? 470 : 620);

    list->row_h = larger(look->type[TYPE_LABEL].line_px + look->type[TYPE_SMALL].line_px + look_px(look, 12),
                         look_target_h(look) + browse->plan.gap + 1);
    list->head_h = key + look_px(look, 16);
    list->foot_h = key + look_px(look, 20);
    list->rows = (area.h - list->head_h - list->foot_h) / list->row_h;
    list->rows = list->rows < 1 ? 1 : list->rows > list->cluster.count ? list->cluster.count : list->rows;
    bool has_foot = list->rows < list->cluster.count || can_be_parted(kit, list);
    list->foot_h = has_foot ? list->foot_h : look_px(look, 8);
    width = larger(width, look->type[TYPE_LABEL].size_px * 20 + browse->plan.sign - browse->plan.tile);
    width = width > area.w ? area.w : width;
    int height = list->head_h + list->rows * list->row_h + list->foot_h, gap = look_px(look, 20);
    int first = list->cluster.mark.x < area.x    ? area.x
        : list->cluster.mark.x > area.x + area.w ? area.x + area.w
                                                 : list->cluster.mark.x;
    int x = first + list->cluster.mark.w + gap, y = list->cluster.mark.y + list->cluster.mark.h / 2 - height / 2;
    if (x + width > area.x + area.w)
        x = first - gap - width;
    if (x < area.x)
        x = area.x + area.w - width;
    y = y + height > area.y + area.h ? area.y + area.h - height : y;
    list->panel = (struct rect){x, y < area.y ? area.y : y, width, height};
}

/* ---- drawing ---- */

static void add_in_list(struct kit *kit, struct ui_element element)
{
    element.view = VIEW_LIST;
    ui_add(kit->ui, element);
}

/* With an ellipsis where it is wider than the list. */
static const struct block *cut_to(struct browse *browse, struct kit *kit, const struct block *block, int room)
{
    struct pack_span span;

    if (block->widest_px <= room)
        return block;
    return parts_block(kit, words_cut(browse, kit, text_plain(block->bytes, &span), block->style, room), block->style, 0);
}

static void draw_row(struct browse *browse, struct kit *kit, struct list *list, int row, int entry)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct rect rect = {list->panel.x, list->panel.y + list->head_h + row * list->row_h, list->panel.w, list->row_h};
    int pad = look_px(&kit->look, 24), sign = browse->plan.small + look_px(&kit->look, 4), middle = rect.y + rect.h / 2;
    char id[72];

    snprintf(id, sizeof id, "entry:%s", what.id);
    if (ui_find(kit->ui, id) >= 0) /* it has a card of its own, too */
        snprintf(id, sizeof id, "entry:%.60s:list", what.id);
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t ground = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_CARD), ink = look_on(&kit->look, ground);
    struct mark_style style = mark_style(kit, what.lane, ground);
    const struct block *title = words_short(browse, kit, entry);
    int x = rect.x + 2 * pad + sign, y = middle - (title->height_px + kit->look.type[TYPE_SMALL].line_px) / 2;
    int right = rect.x + rect.w - pad;

    if (is_pressed)
        draw_fill(kit->draw, rect, ground);
    draw_fill(kit->draw, (struct rect){rect.x + pad, rect.y, rect.w - 2 * pad, 1}, look_tone(&kit->look, TONE_RULE));
    mark_draw(browse, kit, &style, rect.x + pad + sign / 2, middle, sign, what.start.by == PACK_BY_EDITORS);
    if (what.differs) {
        right -= browse->plan.sign;
        parts_differs(kit, (struct rect){right, middle - browse->plan.sign / 2, browse->plan.sign, browse->plan.sign}, false);
        right -= look_px(&kit->look, 12);
    }
    words_draw(kit, cut_to(browse, kit, title, right - x), x, y, ink);
    words_draw(kit, cut_to(browse, kit, words_date(browse, kit, entry), right - x), x, y + title->height_px,
               is_pressed ? ink : look_tone(&kit->look, TONE_INK2));

    struct ui_element element = parts_element(kit, id, "entry", rect);
    element.hit = rect_inset(rect, 0, (browse->plan.gap + 1) / 2);
    element.verb = UI_ENTRY;
    element.value = entry;
    element.is_focusable = true;
    element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry).bytes;
    element.spoken = pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, entry).bytes;
    element.font_px = title->style.size_px;
    element.cap_px = font_metrics(kit->fonts, title->style.role, title->style.size_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    add_in_list(kit, element);
    parts_focus(kit, id, rect_inset(rect, 8, 6), false);
    if ((row == 0 && browse->list_is_new) || entry == browse->list_focus) {
        browse->list_is_new = false;
        browse->list_focus = -1;
        snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", id);
    }
}

/* "18 events"; of those only some in view, "1\u20137 of 18 events" */
static struct pack_text title_of(struct browse *browse, struct kit *kit, const struct list *list, int first)
{
    int language = kit->session->language, last = first + list->rows - 1;
    char place[32];

    if (list->rows >= list->cluster.total)
        return words_filled(browse, pack_string(kit->pack, language, PACK_STRING_CLUSTER_TITLE, (unsigned)list->cluster.total),
                            "n", list->cluster.total);
    snprintf(place, sizeof place, last > first ? "%d\u2013%d" : "%d", first, last);
    return words_placed(browse, pack_string(kit->pack, language, PACK_STRING_CLUSTER_PLACE, (unsigned)list->cluster.total),
                        place, list->cluster.total);
}

/* The sign of the mark that the list belongs to; returns its width with what lies behind it. */
static int draw_head_sign(struct browse *browse, struct kit *kit, const struct list *list)
{
    struct pack_entry lead = pack_entry(kit->pack, kit->session->open_cluster_entry);
    struct mark_style style = mark_style(kit, lead.lane, look_tone(&kit->look, TONE_CARD));
    int size = browse->plan.small + look_px(&kit->look, 4), x = list->panel.x + look_px(&kit->look, 24) + size / 2;
    int y = list->panel.y + list->head_h / 2;

    mark_draw_behind(browse, kit, &style, x, y, size);
    mark_draw(browse, kit, &style, x, y, size, lead.start.by == PACK_BY_EDITORS);
    return size;
}

static void draw_head(struct browse *browse, struct kit *kit, const struct list *list)
{
    int key = list->head_h - look_px(&kit->look, 16), pad = look_px(&kit->look, 24);
    int sign = draw_head_sign(browse, kit, list) + pad;
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_LABEL);
    struct rect close = {list->panel.x + list->panel.w - key - look_px(&kit->look, 32), list->panel.y + look_px(&kit->look, 8),
                         key, key}; /* clear of the cut corner */
    struct rect box = {list->panel.x + pad + sign, 0, close.x - pad - list->panel.x - pad - sign, 0};

    /* the last page has the longest numbers */
    struct pack_text longest = title_of(browse, kit, list, list->cluster.total - list->rows + 1);
    if (parts_block(kit, longest, style, 0)->widest_px > box.w)
        style = words_line(kit, FONT_NARROW_BOLD, TYPE_SMALL);
    box.h = style.line_px;
    box.y = list->panel.y + (list->head_h - box.h) / 2;
    parts_text(kit, "list:title", "heading", title_of(browse, kit, list, browse->list_first + 1), style, box,
               look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_CARD));
    parts_key(kit,
              &(struct key){.id = "list:close",
                            .has_icon = true,
                            .icon = ICON_CLOSE,
                            .label = parts_string(kit, PACK_STRING_CLUSTER_CLOSE),
                            .verb = UI_OWN,
                            .value = ACT_CLOSE_LIST},
              close);
}

/* Beside the rows: which part of the list they are. */
static void draw_scroll_bar(const struct browse *browse, struct kit *kit, const struct list *list)
{
    int wide = look_px(&kit->look, 6) > 4 ? look_px(&kit->look, 6) : 4, rows_h = list->rows * list->row_h;
    int top = rows_h * browse->list_first / list->cluster.count,
        bottom = rows_h * (browse->list_first + list->rows) / list->cluster.count;
    struct rect bar = {list->panel.x + list->panel.w - look_px(&kit->look, 12) - wide / 2, list->panel.y + list->head_h, wide,
                       rows_h};

    if (list->rows == list->cluster.count)
        return;
    draw_fill(kit->draw, (struct rect){bar.x + wide / 2, bar.y, 1, bar.h}, look_tone(&kit->look, TONE_INK2));
    draw_fill(kit->draw, (struct rect){bar.x, bar.y + top, wide, bottom - top}, look_tone(&kit->look, TONE_INK));
}

/* The key that leads on stays where it is from page to page; where there is no way back yet it takes that room, too. */
static void draw_page_keys(const struct browse *browse, struct kit *kit, const struct list *list, struct rect rect)
{
    int gap = look_px(&kit->look, 16), both = 2 * rect.w + gap;
    bool has_back = browse->list_first > 0, has_on = browse->list_first + list->rows < list->cluster.count;

    /* the focus stays with the pages when the end of the list is reached */
    if (kit->focus && ((strcmp(kit->focus, "list:on") == 0 && !has_on) || (strcmp(kit->focus, "list:back") == 0 && !has_back)))
        snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", has_back ? "list:back" : "list:on");
    struct rect on = {has_back ? rect.x + rect.w + gap : rect.x, rect.y, has_back ? rect.w : both, rect.h};

    if (has_back)
        parts_key(kit,
                  &(struct key){.id = "list:back",
                                .has_icon = true,
                                .icon = ICON_UP,
                                .repeats = true,
                                .label = parts_string(kit, PACK_STRING_READER_PAGE_UP),
                                .verb = UI_OWN,
                                .value = ACT_LIST_BACK},
                  rect);
    if (has_on)
        parts_key(kit,
                  &(struct key){.id = "list:on",
                                .has_icon = true,
                                .icon = ICON_DOWN,
                                .repeats = true,
                                .label = parts_string(kit, PACK_STRING_READER_PAGE_DOWN),
                                .verb = UI_OWN,
                                .value = ACT_LIST_ON},
                  on);
}

static void draw_foot(struct browse *browse, struct kit *kit, const struct list *list)
{
    int key = list->foot_h - look_px(&kit->look, 20), pad = look_px(&kit->look, 24);
    int y = list->panel.y + list->panel.h - key - look_px(&kit->look, 10);

    draw_page_keys(browse, kit, list, (struct rect){list->panel.x + pad, y, key, key});
    if (can_be_parted(kit, list)) {
        struct key zoom = {.id = "list:zoom",
                           .look = KEY_DARK,
                           .has_icon = true,
                           .icon_first = true,
                           .icon = ICON_PLUS,
                           .words = parts_string(kit, PACK_STRING_ZOOM_IN),
                           .verb = UI_OWN,
                           .value = ACT_LIST_ZOOM};
        int width = parts_key_width(kit, &zoom);
        parts_key(kit, &zoom, (struct rect){list->panel.x + list->panel.w - pad - width, y, width, key});
    }
}

/* ---- the panel and its mark ---- */

/* Where the edge comes to a point at the mark that stands beside it; without width where none does. */
static struct rect nose_of(const struct kit *kit, const struct list *list)
{
    int out = look_px(&kit->look, NOSE_PX), half = 2 * out, y = list->cluster.mark.y + list->cluster.mark.h / 2;
    bool is_right_of_mark = list->cluster.mark.x + list->cluster.mark.w <= list->panel.x;
    bool is_left_of_mark = list->cluster.mark.x >= list->panel.x + list->panel.w;
    int top = list->panel.y + look_px(&kit->look, CORNER_PX) * 2 + half, bottom = list->panel.y + list->panel.h - half;

    if (!is_right_of_mark && !is_left_of_mark)
        return (struct rect){0};
    y = y < top ? top : y > bottom ? bottom : y;
    return (struct rect){(is_right_of_mark ? list->panel.x : list->panel.x + list->panel.w) - out, y - half, 2 * out, 2 * half};
}

static void draw_panel(struct kit *kit, const struct list *list)
{
    int edge = look_px(&kit->look, 3) > 2 ? look_px(&kit->look, 3) : 2;
    uint32_t card = look_tone(&kit->look, TONE_CARD), ink = look_tone(&kit->look, TONE_INK);
    struct rect nose = nose_of(kit, list), mark = rect_inset(list->cluster.mark, -edge, 0);

    draw_frame(kit->draw, mark, edge, ink);
    if (nose.w > 0)
        draw_shape(kit->draw, DRAW_DIAMOND, nose, card, (float)edge, ink);
    parts_card(kit, list->panel, look_px(&kit->look, CORNER_PX), card, edge, ink);
    if (nose.w > 0) /* no edge between the point and the panel */
        draw_fill(kit->draw, rect_cut(rect_inset(nose, 0, 2 * edge), list->panel), card);
}

/* What lies around the list closes it; the list itself lets nothing through. */
static void add_ground(struct kit *kit, const struct list *list)
{
    struct ui_element outside = parts_element(kit, "list:outside", "backdrop", kit->area);
    struct ui_element inside = parts_element(kit, "list:panel", "dialog", list->panel);
    struct ui_element view = parts_element(kit, "view:list", "view", list->panel);

    outside.hit = kit->area;
    outside.verb = UI_OWN;
    outside.value = ACT_CLOSE_LIST;
    ui_add(kit->ui, outside);
    inside.hit = list->panel;
    inside.verb = UI_OWN;
    ui_add(kit->ui, inside);
    view.hit = list->panel;
    view.view = VIEW_LIST;
    view.axes = GESTURE_Y;
    ui_add(kit->ui, view);
}

void cluster_list_draw(struct browse *browse, struct kit *kit)
{
    struct list list;

    if (kit->session->open_cluster_entry < 0)
        return;
    if (!cluster_find(browse, kit, &list.cluster)) {
        kit->session->open_cluster_entry = -1;
        return;
    }
    arrange(browse, kit, &list);
    if (browse->list_first > list.cluster.count - list.rows)
        browse->list_first = list.cluster.count - list.rows;
    browse->list_first = browse->list_first < 0 ? 0 : browse->list_first;
    draw_panel(kit, &list);
    add_ground(kit, &list);
    draw_head(browse, kit, &list);
    for (int row = 0; row < list.rows; row++)
        draw_row(browse, kit, &list, row, list.cluster.entries[browse->list_first + row]);
    draw_scroll_bar(browse, kit, &list);
    draw_foot(browse, kit, &list);
}

/* ---- acting ---- */

void cluster_list_open(struct browse *browse, struct kit *kit, int entry, int document, bool of_card)
{
    browse->list_document = document;
    browse->list_is_of_card = of_card;
    kit->session->open_cluster_entry = entry;
    browse->list_first = 0;
    browse->list_drag_px = 0;
    browse->list_is_new = true;
    browse->list_focus = -1;
    kit->dirty = true;
}

void cluster_list_close(struct browse *browse, struct kit *kit)
{
    browse->focus_entry = kit->session->open_cluster_entry;
    browse->focus_is_wanted = true;
    kit->session->open_cluster_entry = -1;
    kit->dirty = true;
}

void cluster_list_page(struct browse *browse, struct kit *kit, int direction)
{
    struct list list;

    if (!cluster_find(browse, kit, &list.cluster))
        return;
    arrange(browse, kit, &list);
    browse->list_first += direction * list.rows;
    kit->dirty = true;
}

bool cluster_list_step(struct browse *browse, struct kit *kit, int entry, int direction)
{
    struct list list;
    int at = 0;

    if (!cluster_find(browse, kit, &list.cluster))
        return false;
    arrange(browse, kit, &list);
    while (at < list.cluster.count && list.cluster.entries[at] != entry)
        at++;
    int next = at + direction;
    if (at == list.cluster.count || next < 0 || next >= list.cluster.count
        || (next >= browse->list_first && next < browse->list_first + list.rows))
        return false;
    browse->list_focus = list.cluster.entries[next];
    cluster_list_page(browse, kit, direction);
    return true;
}

/* Goes so near that the members fill two thirds of the window. */
void cluster_list_zoom(struct browse *browse, struct kit *kit)
{
    struct list list;

    if (!cluster_find(browse, kit, &list.cluster))
        return;
    struct pack_entry first = pack_entry(kit->pack, list.cluster.entries[0]);
    struct pack_entry last = pack_entry(kit->pack, list.cluster.entries[list.cluster.count - 1]);
    double from = timeline_mark_day(&first), to = timeline_mark_day(&last);
    double days = (to - from) * 1.5 > browse->camera.closest_days ? (to - from) * 1.5 : browse->camera.closest_days;
    days = days > browse->camera.days * 0.67 ? browse->camera.days * 0.67 : days;
    cluster_list_close(browse, kit);
    travel_show(browse, kit, (from + to) / 2 - days / 2, days, BROWSE_MOVE_MS);
}

void cluster_list_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    struct list list;

    if (gesture->kind != GESTURE_DRAG || !cluster_find(browse, kit, &list.cluster))
        return;
    arrange(browse, kit, &list);
    browse->list_drag_px -= (double)gesture->dy;
    int rows = (int)(browse->list_drag_px / list.row_h);
    browse->list_first += rows;
    browse->list_drag_px -= rows * list.row_h;
    kit->dirty = true;
}
