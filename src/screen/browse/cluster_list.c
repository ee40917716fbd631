/* The list of a cluster's events beside it: by date, each the way to its event; and closer to them where that parts them. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* The open list as it is drawn in this frame. */
struct list {
    int entries[BROWSE_MEMBERS_MOST];
    int count;        /* in entries */
    int total;        /* of the cluster */
    struct rect mark; /* what it belongs to */
    struct rect panel;
    int row_h, rows, head_h, foot_h;
};

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static int crowd_members(const struct browse *browse, const struct kit *kit, int lane, const struct layout_mark *mark,
                         int *entries, int most)
{
    struct stretch stretch = lanes_crowd_stretch(browse, mark->members_first, mark->members_end);
    int count = 0;

    for (int importance = 1; importance <= 4 && count < most; importance++) {
        int found = lanes_counted(browse, kit, lane, importance, stretch, entries + count, most - count);
        count += found < most - count ? found : most - count;
    }
    qsort(entries, (size_t)count, sizeof *entries, by_number);
    return count;
}

static bool find_mark(const struct browse *browse, const struct kit *kit, int entry, struct list *list)
{
    int lane;
    const struct layout_mark *mark = lanes_find(browse, kit, entry, &lane);

    if (!mark || (mark->count < 2 && mark->item >= 0))
        return false;
    const struct lane_marks *marks = &browse->lanes[lane];
    list->total = mark->count;
    if (mark->item < 0)
        list->count = crowd_members(browse, kit, lane, mark, list->entries, BROWSE_MEMBERS_MOST);
    else
        for (int i = 0; i < mark->count && i < BROWSE_MEMBERS_MOST; i++)
            list->entries[list->count++] = marks->entries[marks->layout.members[mark->first_member + i]];
    int at = (int)lround(lanes_screen(browse, kit, mark->mark)), half = browse->plan.key / 2;
    struct lane_place place = lanes_place(browse, kit, lane);
    if (browse->plan.shape == SHAPE_TRACKS)
        list->mark = (struct rect){place.top, at - half, place.height, 2 * half};
    else
        list->mark = (struct rect){at - half, place.top + browse->plan.pitch * mark->row, 2 * half, browse->plan.pitch};
    return true;
}

/* The same in the rows of the documents, when the lane of the entry is open. */
static bool find_in_voices(const struct browse *browse, const struct kit *kit, int entry, struct list *list)
{
    int documents = pack_exhibit(kit->pack).documents;

    if (!voices_are_shown(browse) || pack_entry(kit->pack, entry).lane != browse->open_lane)
        return false;
    for (int d = 0; d < documents; d++) {
        const struct layout_mark *mark = voices_find(browse, d, entry);
        if (!mark || mark->count < 2 || (browse->list_document >= 0 && browse->list_document != d))
            continue;
        const struct lane_marks *marks = &browse->voices[d];
        int at = (int)lround(lanes_screen(browse, kit, mark->mark)), half = browse->plan.key / 2;
        for (int i = 0; i < mark->count && i < BROWSE_MEMBERS_MOST; i++)
            list->entries[list->count++] = marks->entries[marks->layout.members[mark->first_member + i]];
        list->total = mark->count;
        list->mark = (struct rect){at - half, voice_rows_middle(browse, kit, d, mark->row) - half, 2 * half, 2 * half};
        return true;
    }
    return false;
}

static bool find(struct browse *browse, struct kit *kit, struct list *list)
{
    int entry = kit->session->open_cluster_entry;

    list->count = list->total = 0;
    if (entry < 0 || browse->plan.shape == SHAPE_LIST)
        return false;
    if (browse->plan.shape == SHAPE_TRACKS && browse->list_is_of_card) {
        list->count = list->total = track_cards_members(browse, kit, entry, list->entries, BROWSE_MEMBERS_MOST,
                                                        &list->mark);
        if (list->count > 1)
            return true;
        list->count = 0;
    }
    if (find_in_voices(browse, kit, entry, list))
        return true;
    return find_mark(browse, kit, entry, list);
}

/* ---- arrangement ---- */

static int most(int a, int b)
{
    return a > b ? a : b;
}

static bool can_be_parted(const struct kit *kit, const struct list *list)
{
    struct pack_entry first = pack_entry(kit->pack, list->entries[0]);
    struct pack_entry last = pack_entry(kit->pack, list->entries[list->count - 1]);

    return timeline_mark_day(&last) - timeline_mark_day(&first) >= 1 || list->total > list->count;
}

static void arrange(const struct browse *browse, const struct kit *kit, struct list *list)
{
    const struct look *look = &kit->look;
    struct rect area = rect_inset(kit->area, look_px(look, 8), look_px(look, 8));
    int mm = look->panel.is_large ? 20 : 12, key = most(most(look_mm_x(look, mm), look_mm_y(look, mm)), look_px(look, 56));
    int width = look_px(look, look->form == FORM_LANDSCAPE ? 560 : look->form == FORM_SMALL ? 470 : 620);

    list->row_h = most(look->type[TYPE_LABEL].line_px + look->type[TYPE_SMALL].line_px + look_px(look, 12),
                       look_target_h(look) + browse->plan.gap + 1);
    list->head_h = key + look_px(look, 16);
    list->foot_h = key + look_px(look, 20);
    list->rows = (area.h - list->head_h - list->foot_h) / list->row_h;
    list->rows = list->rows < 1 ? 1 : list->rows > list->count ? list->count : list->rows;
    bool has_foot = list->rows < list->count || can_be_parted(kit, list);
    list->foot_h = has_foot ? list->foot_h : look_px(look, 8);
    width = most(width, look->type[TYPE_LABEL].size_px * 20);
    width = width > area.w ? area.w : width;
    int height = list->head_h + list->rows * list->row_h + list->foot_h, gap = look_px(look, 20);
    int first = list->mark.x < area.x ? area.x : list->mark.x > area.x + area.w ? area.x + area.w : list->mark.x;
    int x = first + list->mark.w + gap, y = list->mark.y + list->mark.h / 2 - height / 2;
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
        right -= browse->plan.tile;
        parts_differs(kit, (struct rect){right, middle - browse->plan.tile / 2, browse->plan.tile, browse->plan.tile}, false);
        right -= look_px(&kit->look, 12);
    }
    draw_clip_push(kit->draw, (struct rect){rect.x, rect.y, right - rect.x, rect.h});
    words_draw(kit, title, x, y, ink);
    words_draw(kit, words_date(browse, kit, entry), x, y + title->height_px,
               is_pressed ? ink : look_tone(&kit->look, TONE_INK2));
    draw_clip_pop(kit->draw);

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
    if (row == 0 && browse->list_is_new) {
        browse->list_is_new = false;
        snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", id);
    }
}

static void draw_head(struct browse *browse, struct kit *kit, const struct list *list)
{
    int key = list->head_h - look_px(&kit->look, 16), pad = look_px(&kit->look, 24);
    struct pack_text pattern = pack_string(kit->pack, kit->session->language, PACK_STRING_CLUSTER_TITLE, (unsigned)list->total);
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_LABEL);
    struct rect box = {list->panel.x + pad, list->panel.y + (list->head_h - style.line_px) / 2, list->panel.w - 4 * pad - key,
                       style.line_px};
    struct rect close = {list->panel.x + list->panel.w - key - look_px(&kit->look, 32), list->panel.y + look_px(&kit->look, 8),
                         key, key}; /* clear of the cut corner */

    parts_text(kit, "list:title", "heading", words_filled(browse, pattern, "n", list->total), style, box,
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

static void draw_foot(struct browse *browse, struct kit *kit, const struct list *list)
{
    int key = list->foot_h - look_px(&kit->look, 20), pad = look_px(&kit->look, 24), gap = look_px(&kit->look, 16);
    int y = list->panel.y + list->panel.h - key - look_px(&kit->look, 10), x = list->panel.x + pad;

    if (list->rows < list->count) {
        if (browse->list_first > 0)
            parts_key(kit,
                      &(struct key){.id = "list:back",
                                    .has_icon = true,
                                    .icon = ICON_UP,
                                    .repeats = true,
                                    .label = parts_string(kit, PACK_STRING_READER_PAGE_UP),
                                    .verb = UI_OWN,
                                    .value = ACT_LIST_BACK},
                      (struct rect){x, y, key, key});
        x += key + gap;
        if (browse->list_first + list->rows < list->count)
            parts_key(kit,
                      &(struct key){.id = "list:on",
                                    .has_icon = true,
                                    .icon = ICON_DOWN,
                                    .repeats = true,
                                    .label = parts_string(kit, PACK_STRING_READER_PAGE_DOWN),
                                    .verb = UI_OWN,
                                    .value = ACT_LIST_ON},
                      (struct rect){x, y, key, key});
    }
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
    if (!find(browse, kit, &list)) {
        kit->session->open_cluster_entry = -1;
        return;
    }
    arrange(browse, kit, &list);
    if (browse->list_first > list.count - list.rows)
        browse->list_first = list.count - list.rows;
    browse->list_first = browse->list_first < 0 ? 0 : browse->list_first;
    int edge = look_px(&kit->look, 3) > 2 ? look_px(&kit->look, 3) : 2;
    parts_card(kit, list.panel, look_px(&kit->look, 24), look_tone(&kit->look, TONE_CARD), edge,
               look_tone(&kit->look, TONE_INK));
    add_ground(kit, &list);
    draw_head(browse, kit, &list);
    for (int row = 0; row < list.rows; row++)
        draw_row(browse, kit, &list, row, list.entries[browse->list_first + row]);
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

    if (!find(browse, kit, &list))
        return;
    arrange(browse, kit, &list);
    browse->list_first += direction * list.rows;
    kit->dirty = true;
}

/* Goes so near that the members fill two thirds of the window. */
void cluster_list_zoom(struct browse *browse, struct kit *kit)
{
    struct list list;

    if (!find(browse, kit, &list))
        return;
    struct pack_entry first = pack_entry(kit->pack, list.entries[0]);
    struct pack_entry last = pack_entry(kit->pack, list.entries[list.count - 1]);
    double from = timeline_mark_day(&first), to = timeline_mark_day(&last);
    double days = (to - from) * 1.5 > browse->camera.closest_days ? (to - from) * 1.5 : browse->camera.closest_days;
    days = days > browse->camera.days * 0.67 ? browse->camera.days * 0.67 : days;
    cluster_list_close(browse, kit);
    travel_show(browse, kit, (from + to) / 2 - days / 2, days, BROWSE_MOVE_MS);
}

void cluster_list_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    struct list list;

    if (gesture->kind != GESTURE_DRAG || !find(browse, kit, &list))
        return;
    arrange(browse, kit, &list);
    browse->list_drag_px -= (double)gesture->dy;
    int rows = (int)(browse->list_drag_px / list.row_h);
    browse->list_first += rows;
    browse->list_drag_px -= rows * list.row_h;
    kit->dirty = true;
}
