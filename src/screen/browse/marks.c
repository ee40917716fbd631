/* The marks of all lanes, drawn and listed by date, so that reading, focus and speech follow time (K8). */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdlib.h>

enum { VISIBLE_MOST = 1024 };

/* At rest what is in view is whole; while the axis moves its edges cut what leaves it. */
static bool is_in_view(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    const struct rect *lanes = &browse->plan.lanes;
    const struct layout_mark *mark = shown->mark;
    bool is_moving = browse->is_held || browse->needs_settle || travel_is_moving(browse);

    if (mark->kind == LAYOUT_SPAN || is_moving)
        return lanes_screen(browse, kit, mark->body_end) > lanes->x
            && lanes_screen(browse, kit, mark->body_first) < lanes->x + lanes->w;
    return shown->x >= lanes->x && shown->x < lanes->x + lanes->w;
}

bool marks_show(const struct browse *browse, const struct kit *kit, struct shown *shown)
{
    const struct layout_mark *mark = shown->mark;
    const struct rect *lanes = &browse->plan.lanes;
    int first = (int)lround(lanes_screen(browse, kit, fmax(mark->first, lanes_world(browse, browse->laid_first) - 4000)));
    int end = (int)lround(lanes_screen(browse, kit, fmin(mark->end, lanes_world(browse, browse->laid_end) + 4000)));
    int height = shown->pitch - browse->plan.gap;

    first = first < lanes->x ? lanes->x : first;
    end = end > lanes->x + lanes->w ? lanes->x + lanes->w : end;
    shown->x = lanes_screen(browse, kit, mark->mark);
    if (end - first < 2 || !is_in_view(browse, kit, shown)) /* a label alone does not say where its mark is */
        return false;
    shown->entry = mark->item >= 0 ? shown->marks->entries[mark->item] : -1;
    shown->part = (struct rect){first, shown->y - height / 2, end - first, height};
    return true;
}

static uint32_t ground_of(const struct kit *kit, int lane)
{
    return look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER);
}

/* Where it belongs: an edge of the window may have moved it. */
static double place_of(const struct shown *shown)
{
    bool is_single = shown->mark->kind != LAYOUT_CLUSTER;

    return is_single ? shown->marks->items[shown->mark->item].mark : shown->mark->mark;
}

static int by_day(const void *a, const void *b)
{
    const struct shown *x = a, *y = b;
    double first = place_of(x), second = place_of(y);

    if (first != second)
        return first < second ? -1 : 1;
    return x->lane != y->lane ? x->lane - y->lane : x->mark->row - y->mark->row;
}

static int collect(const struct browse *browse, const struct kit *kit, struct shown *shown)
{
    int count = 0;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place place = lanes_place(browse, kit, lane);
        const struct layout *layout = &browse->lanes[lane].layout;
        for (int i = 0; i < layout->mark_count && place.rows > 0 && count < VISIBLE_MOST; i++) {
            shown[count] = (struct shown){.lane = lane,
                                          .marks = &browse->lanes[lane],
                                          .mark = &layout->marks[i],
                                          .document = -1,
                                          .y = lanes_row_middle(browse, &place, layout->marks[i].row),
                                          .pitch = place.is_folded ? browse->plan.folded : browse->plan.pitch,
                                          .ground = ground_of(kit, lane)};
            count += marks_show(browse, kit, &shown[count]);
        }
    }
    qsort(shown, (size_t)count, sizeof *shown, by_day);
    return count;
}

/* ---- single marks ---- */

static bool holds_focus_entry(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    int lane;

    if (browse->focus_entry < 0)
        return false;
    if (shown->document >= 0)
        return voices_find(browse, shown->document, browse->focus_entry) == shown->mark;
    return lanes_find(browse, kit, browse->focus_entry, &lane) == shown->mark;
}

static bool is_hollow(const struct pack_entry *entry)
{
    return entry->start.by == PACK_BY_EDITORS;
}

/* Of a label beside a mark. */
static int label_width(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                       bool *has_date)
{
    const struct layout_item *item = &shown->marks->items[shown->mark->item];
    int width = shown->mark->kind == LAYOUT_SPAN
        ? words_bar_width(browse, kit, shown->entry, entry, shown->document, item->room, has_date)
        : words_moment_width(browse, kit, shown->entry, entry, shown->document);

    if (shown->mark->is_short && shown->mark->kind == LAYOUT_SPAN)
        width = words_drop_date(browse, kit, shown->entry, width, has_date);
    return width + mark_badge_width(browse, kit, shown);
}

static void draw_plate(struct kit *kit, const struct shown *shown, int x, int width, uint32_t ground)
{
    int pad = look_px(&kit->look, 6);

    draw_fill(kit->draw, (struct rect){x - pad, shown->part.y, width + 2 * pad, shown->part.h}, ground);
}

/* In high contrast lines have the colour of the words: they end beside them. */
static void draw_plate_beside(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    if (shown->mark->side != LAYOUT_RIGHT && shown->mark->side != LAYOUT_LEFT)
        return;
    struct pack_entry entry = pack_entry(kit->pack, shown->entry);
    bool has_date;
    int width = label_width(browse, kit, shown, &entry, &has_date), x = mark_label_x(browse, kit, shown, width);
    uint32_t ink = 0;
    if (mark_label_ink(browse, shown, x, width, &ink))
        draw_plate(kit, shown, x, width, shown->ground);
}

/* Returns what its label is drawn in and on. */
static struct mark_tones draw_bar(struct browse *browse, struct kit *kit, const struct shown *shown,
                                  const struct mark_style *style, const struct pack_entry *entry, struct mark_tones tones)
{
    const struct layout_item *item = &shown->marks->items[shown->mark->item];
    int x = (int)lround(lanes_screen(browse, kit, item->first)), end = (int)lround(lanes_screen(browse, kit, item->end));
    int room = shown->pitch - browse->plan.gap, high = browse->plan.bar < room ? browse->plan.bar : room;
    struct rect rect = {x, shown->y - high / 2, end > x + 2 ? end - x : 2, high};

    struct bar_part part = bar_draw(browse, kit, style, entry, rect);
    if (shown->mark->side == LAYOUT_INSIDE) {
        tones = (struct mark_tones){look_on(&kit->look, part.fill), part.fill};
        mark_draw_label_inside(browse, kit, shown, entry, part);
    } else {
        uint32_t ink = tones.ink;
        bool has_date;
        int width = label_width(browse, kit, shown, entry, &has_date), at = mark_label_x(browse, kit, shown, width);
        if (mark_label_ink(browse, shown, at, width, &ink))
            mark_draw_bar_label(browse, kit, shown, entry, at, ink, has_date);
    }
    return tones;
}

/* In a document's row: it gives another date than others do. */
static bool differs_here(struct kit *kit, const struct shown *shown)
{
    struct pack_date date;
    int answer;
    bool differs = false;

    return shown->document >= 0 && voices_own_date(kit, shown->entry, shown->document, &date, &answer, &differs) && differs;
}

static void draw_key(struct browse *browse, struct kit *kit, const struct shown *shown, const struct mark_style *style,
                     const struct pack_entry *entry, uint32_t ink)
{
    int x = (int)lround(shown->x), size = browse->plan.key;
    const struct layout_item *item = &shown->marks->items[shown->mark->item];
    bool has_date;
    int width = label_width(browse, kit, shown, entry, &has_date), label = mark_label_x(browse, kit, shown, width);

    if (!item->is_span && item->end - item->first > size && shown->mark->body_first <= item->first + 1)
        mark_draw_bracket(browse, kit, (int)lround(lanes_screen(browse, kit, item->first)),
                          (int)lround(lanes_screen(browse, kit, item->end)), shown->y, look_tone(&kit->look, TONE_INK));
    if (mark_label_ink(browse, shown, label, width, &ink)) {
        if (shown->mark->side == LAYOUT_INSIDE || shown->document >= 0)
            draw_plate(kit, shown, label, width, style->ground);
        mark_draw_moment_label(browse, kit, shown, entry, label, ink);
    }
    if (shown->mark->count > 1)
        mark_draw_behind(browse, kit, style, x, shown->y, size);
    if (differs_here(kit, shown) && kit->look.theme == THEME_STANDARD) {
        struct mark_style red = *style;
        red.edge = red.hollow_edge = look_tone(&kit->look, TONE_RED);
        draw_shape(kit->draw, red.shape, (struct rect){x - size / 2 - 3, shown->y - size / 2 - 3, size + 6, size + 6},
                   is_hollow(entry) ? look_tone(&kit->look, TONE_CARD) : red.colour, (float)look_px(&kit->look, 6), red.edge);
    } else {
        mark_draw(browse, kit, style, x, shown->y, size, is_hollow(entry));
        if (entry->differs && (shown->document < 0 || differs_here(kit, shown)))
            mark_draw_tile(browse, kit, x, shown->y, size);
    }
}

/* Returns what a ring goes around if it has the focus, else nothing. */
static struct rect draw_mark(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    char id[72];
    mark_id(browse, kit, shown, id, sizeof id);
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t dark = look_tone(&kit->look, TONE_INK);
    struct mark_tones tones = {is_pressed ? look_tone(&kit->look, TONE_CARD) : dark, is_pressed ? dark : shown->ground};
    struct mark_style style = mark_style(kit, shown->lane, tones.ground);
    struct pack_entry entry = {0};
    struct rect sign = {0};
    int x = (int)lround(shown->x), size;

    if (shown->entry >= 0)
        entry = pack_entry(kit->pack, shown->entry);
    if (is_pressed) {
        draw_fill(kit->draw, parts_pressed(kit, id, shown->part), tones.ground);
        style.edge = tones.ink;
        style.is_pressed = true;
    }
    switch (shown->mark->kind) {
    case LAYOUT_SPAN:
        tones = draw_bar(browse, kit, shown, &style, &entry, tones);
        break;
    case LAYOUT_KEY:
        draw_key(browse, kit, shown, &style, &entry, tones.ink);
        break;
    case LAYOUT_SMALL:
        mark_draw(browse, kit, &style, x, shown->y, browse->plan.small, is_hollow(&entry));
        if (entry.differs)
            sign = mark_draw_tile(browse, kit, x, shown->y, browse->plan.small);
        break;
    case LAYOUT_CLUSTER:
        size = mark_draw_cluster(browse, kit, &style, x, shown->y, shown->mark->count);
        if (mark_any_differs(browse, kit, shown))
            sign = mark_draw_tile(browse, kit, x, shown->y, size);
        break;
    }
    mark_list(browse, kit, shown, id, tones);
    if (browse->focus_is_wanted && holds_focus_entry(browse, kit, shown))
        marks_claim_focus(browse, kit, id, true);
    return ui_is_focused(kit->ui, id) ? rect_around(shown->part, sign) : (struct rect){0};
}

/* Behind everything: how far what has no end goes on, up to the next mark in its row. */
static void draw_trail(struct browse *browse, struct kit *kit, const struct shown *shown, int next_x)
{
    struct mark_style style = mark_style(kit, shown->lane, shown->ground);
    struct pack_entry entry = pack_entry(kit->pack, shown->entry);
    int width = look_px(&kit->look, 4), x = (int)lround(shown->x);
    double last = timeline_is_endless(&entry) ? browse->camera.limit_first + browse->camera.limit_days
                                              : timeline_span_end(&entry);
    int end = (int)lround(
        fmin(lanes_screen(browse, kit, lanes_world(browse, last)), browse->plan.lanes.x + browse->plan.lanes.w));

    end = next_x < end ? next_x : end;
    if (entry.is_span && entry.open_end && end > x)
        draw_fill(kit->draw, (struct rect){x, shown->y - width / 2, end - x, width},
                  mark_mix(style.hollow_edge, style.ground, 62));
}

/* In a lane of one row what lasts is a mark like the others; how long it lasts is a line along the foot of the lane. */
static void draw_feet(struct browse *browse, struct kit *kit, int lane)
{
    struct lane_place place = lanes_place(browse, kit, lane);
    const struct lane_marks *marks = &browse->lanes[lane];
    struct mark_style style = mark_style(kit, lane, ground_of(kit, lane));
    int high = look_px(&kit->look, 5) > 3 ? look_px(&kit->look, 5) : 3;

    for (int i = 0; i < marks->count && place.rows == 1 && !place.is_folded; i++) {
        const struct layout_item *item = &marks->items[i];
        int x = (int)lround(lanes_screen(browse, kit, item->first)), end = (int)lround(lanes_screen(browse, kit, item->end));
        if (!item->is_span || !item->is_labelled)
            continue;
        x = x < browse->plan.lanes.x ? browse->plan.lanes.x : x;
        end = end > browse->plan.lanes.x + browse->plan.lanes.w ? browse->plan.lanes.x + browse->plan.lanes.w : end;
        if (end > x)
            draw_fill(kit->draw, (struct rect){x, place.top + place.height - high - 2, end - x, high}, style.hollow_edge);
    }
}

static int next_in_row(const struct browse *browse, const struct shown *shown, int count, int at)
{
    int next = browse->plan.lanes.x + browse->plan.lanes.w;

    for (int i = 0; i < count; i++)
        if (shown[i].y == shown[at].y && shown[i].x > shown[at].x && shown[i].part.x - browse->plan.gap < next)
            next = shown[i].part.x - browse->plan.gap;
    return next;
}

void marks_draw_all(struct browse *browse, struct kit *kit, struct shown *shown, int count)
{
    struct rect ring = {0};

    for (int i = 0; i < count; i++)
        mark_trim(browse, kit, &shown[i]);
    draw_clip_push(kit->draw, browse->plan.lanes);
    for (int i = 0; i < count && kit->look.theme == THEME_CONTRAST; i++)
        draw_plate_beside(browse, kit, &shown[i]);
    for (int i = 0; i < count; i++)
        if (shown[i].mark->kind == LAYOUT_SMALL && shown[i].entry >= 0)
            draw_trail(browse, kit, &shown[i], next_in_row(browse, shown, count, i));
    for (int i = 0; i < count; i++)
        ring = rect_around(ring, draw_mark(browse, kit, &shown[i]));
    draw_clip_pop(kit->draw);
    if (ring.w > 0) /* it goes around marks at the edges, too */
        parts_focus(kit, ui_focus(kit->ui), ring, false);
}

static bool is_among(const struct shown *shown, int count, int lane)
{
    for (int i = 0; i < count; i++)
        if (shown[i].lane == lane)
            return true;
    return false;
}

void marks_draw(struct browse *browse, struct kit *kit)
{
    struct shown shown[VISIBLE_MOST];
    int count = collect(browse, kit, shown);

    draw_clip_push(kit->draw, browse->plan.lanes);
    for (int lane = 0; lane < browse->lane_count; lane++)
        draw_feet(browse, kit, lane);
    draw_clip_pop(kit->draw);
    marks_draw_all(browse, kit, shown, count);
    for (int lane = 0; lane < browse->lane_count && !kit->session->only_differing; lane++)
        if (browse->places[lane].rows > 0 && !is_among(shown, count, lane))
            silence_draw_lane(browse, kit, lane);
    if (!kit->session->only_differing)
        silence_draw_years(browse, kit);
}
