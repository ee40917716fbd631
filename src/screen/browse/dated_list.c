/*
 * Where letters are too large for an axis, the timeline is a list by date in one column (rule A2): the same entries, the same
 * keys. Rows are as high as their words; only those in view are looked at.
 */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

struct words {
    const struct block *title, *date;
    int height;
};

static int sign_size(const struct browse *browse)
{
    return browse->plan.small * 3 / 2;
}

static int words_x(const struct browse *browse, const struct kit *kit)
{
    return sign_size(browse) + look_px(&kit->look, 20);
}

/* Of what is touched from what is seen of a row, above and below. */
static int inset_of(const struct browse *browse)
{
    return browse->plan.gap / 2 + 1;
}

static struct words words_of(struct browse *browse, struct kit *kit, int entry)
{
    int width = browse->plan.lanes.w - words_x(browse, kit), pad = look_px(&kit->look, 18), least = look_target_h(&kit->look);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    struct words words = {0};

    words.date = words_date_wrapped(browse, kit, entry, width);
    words.title = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, entry), style, width);
    words.height = words.title->height_px + words.date->height_px + pad;
    least += 2 * inset_of(browse);
    words.height = words.height < least ? least : words.height;
    return words;
}

static int height_of(struct browse *browse, struct kit *kit, int entry)
{
    return words_of(browse, kit, entry).height;
}

/* The list has a place of its own: the window of time is as it was when letters are smaller again. */
void dated_list_start(struct browse *browse, struct kit *kit)
{
    const struct timeline *timeline = lanes_timeline(browse, kit);
    int entry = timeline_after(timeline, -1), last = entry, before = browse->dated_first;
    double day = before >= 0 ? pack_entry(kit->pack, before).start.first_day : kit->session->view_first_day;

    while (entry >= 0 && entry != before && pack_entry(kit->pack, entry).start.first_day < day) {
        last = entry;
        entry = timeline_after(timeline, entry);
    }
    browse->dated_first = entry >= 0 ? entry : last;
    if (browse->focus_is_wanted && browse->focus_entry >= 0)
        browse->dated_first = browse->focus_entry;
    if (browse->dated_first != before)
        browse->dated_offset_px = 0;
    kit->dirty = true;
}

bool dated_list_is_at_start(const struct browse *browse, const struct kit *kit)
{
    return browse->dated_first < 0
        || (timeline_before(lanes_timeline(browse, kit), browse->dated_first) < 0 && browse->dated_offset_px <= 0);
}

/* Height of what follows from the top of the view on, counted no further than the view. */
static double height_in_view(struct browse *browse, struct kit *kit)
{
    double height = -browse->dated_offset_px;
    int entry = browse->dated_first;

    for (; entry >= 0 && height <= browse->plan.lanes.h; entry = timeline_after(lanes_timeline(browse, kit), entry))
        height += height_of(browse, kit, entry);
    return height;
}

bool dated_list_is_at_end(struct browse *browse, struct kit *kit)
{
    return browse->dated_first < 0 || height_in_view(browse, kit) <= browse->plan.lanes.h;
}

/* Brings the scroll back between the first entry and the last screenful. */
static void keep_inside(struct browse *browse, struct kit *kit)
{
    const struct timeline *timeline = lanes_timeline(browse, kit);

    while (browse->dated_offset_px < 0) {
        int before = timeline_before(timeline, browse->dated_first);
        if (before < 0) {
            browse->dated_offset_px = 0;
            break;
        }
        browse->dated_first = before;
        browse->dated_offset_px += height_of(browse, kit, before);
    }
    for (;;) {
        int height = height_of(browse, kit, browse->dated_first), after = timeline_after(timeline, browse->dated_first);
        if (browse->dated_offset_px < height || after < 0)
            break;
        browse->dated_first = after;
        browse->dated_offset_px -= height;
    }
    double spare = browse->plan.lanes.h - height_in_view(browse, kit);
    if (spare > 0 && !dated_list_is_at_start(browse, kit)) {
        browse->dated_offset_px -= spare;
        int before = browse->dated_first;
        while (browse->dated_offset_px < 0 && (before = timeline_before(timeline, before)) >= 0) {
            browse->dated_first = before;
            browse->dated_offset_px += height_of(browse, kit, before);
        }
        browse->dated_offset_px = browse->dated_offset_px < 0 ? 0 : browse->dated_offset_px;
    }
}

static void list_row(struct browse *browse, struct kit *kit, int entry, const char *id, struct rect rect, uint32_t ink,
                     uint32_t ground)
{
    const struct rect *view = &browse->plan.lanes;
    int top = rect.y > view->y ? rect.y : view->y;
    int bottom = rect.y + rect.h < view->y + view->h ? rect.y + rect.h : view->y + view->h;
    struct rect seen = {rect.x, top, rect.w, bottom - top};
    struct ui_element element = parts_element(kit, id, "entry", seen);

    element.hit = rect_inset(seen, 0, inset_of(browse));
    if (element.hit.h >= look_target_h(&kit->look)) {
        element.verb = UI_ENTRY;
        element.value = entry;
        element.is_focusable = true;
    } else {
        element.hit = (struct rect){0};
    }
    element.view = VIEW_AXIS;
    element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, entry).bytes;
    element.font_px = kit->look.type[TYPE_LABEL].size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
    marks_claim_focus(browse, kit, id, browse->focus_entry == entry);
    parts_focus(kit, id, rect_inset(seen, 6, 6), false);
}

static void draw_row(struct browse *browse, struct kit *kit, int entry, struct rect rect)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct words words = words_of(browse, kit, entry);
    int sign = sign_size(browse), x = rect.x + words_x(browse, kit);
    char id[72];

    snprintf(id, sizeof id, "entry:%s", what.id);
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t ground = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_PAPER), ink = look_on(&kit->look, ground);
    struct mark_style style = mark_style(kit, what.lane, ground);
    if (is_pressed)
        draw_fill(kit->draw, rect, ground);
    draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, 1}, look_tone(&kit->look, TONE_RULE));
    int middle = rect.y + look_px(&kit->look, 9) + words.title->style.line_px / 2;
    mark_draw(browse, kit, &style, rect.x + sign / 2, middle, sign, what.start.by == PACK_BY_EDITORS);
    if (what.differs)
        parts_differs(kit,
                      (struct rect){rect.x + (sign - browse->plan.sign) / 2, middle + sign / 2 + look_px(&kit->look, 6),
                                    browse->plan.sign, browse->plan.sign},
                      is_pressed);
    words_draw(kit, words.title, x, rect.y + look_px(&kit->look, 9), ink);
    words_draw(kit, words.date, x, rect.y + look_px(&kit->look, 9) + words.title->height_px, ink);
    list_row(browse, kit, entry, id, rect, ink, ground);
}

void dated_list_draw(struct browse *browse, struct kit *kit)
{
    const struct rect *view = &browse->plan.lanes;
    int entry = browse->dated_first;

    if (entry < 0)
        return;
    keep_inside(browse, kit);
    entry = browse->dated_first;
    draw_clip_push(kit->draw, *view);
    for (int y = view->y - (int)lround(browse->dated_offset_px); entry >= 0 && y < view->y + view->h;
         entry = timeline_after(lanes_timeline(browse, kit), entry)) {
        int height = height_of(browse, kit, entry);
        draw_row(browse, kit, entry, (struct rect){view->x, y, view->w, height});
        y += height;
    }
    draw_clip_pop(kit->draw);
    draw_fill(kit->draw, (struct rect){kit->area.x, view->y + view->h, kit->area.w, 2}, look_tone(&kit->look, TONE_INK));
}

void dated_list_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    if (gesture->kind != GESTURE_DRAG || browse->dated_first < 0)
        return;
    browse->dated_offset_px -= (double)gesture->dy;
    keep_inside(browse, kit);
    kit->dirty = true;
}

static int tallest_in_view(struct browse *browse, struct kit *kit)
{
    int tallest = 0, y = -(int)lround(browse->dated_offset_px);

    for (int entry = browse->dated_first; entry >= 0 && y < browse->plan.lanes.h;
         entry = timeline_after(lanes_timeline(browse, kit), entry)) {
        int height = height_of(browse, kit, entry);
        tallest = height > tallest ? height : tallest;
        y += height;
    }
    return tallest;
}

/* A page keeps the last row of the one before in view, so that each is seen whole once, where two fit. */
void dated_list_page(struct browse *browse, struct kit *kit, int direction)
{
    double usual = browse->plan.lanes.h * 0.8, whole = browse->plan.lanes.h - tallest_in_view(browse, kit);

    if (browse->dated_first < 0)
        return;
    bool is_enough = whole < usual && whole >= browse->plan.lanes.h / 2.0; /* higher rows are seen in part either way */
    browse->dated_offset_px += direction * (is_enough ? whole : usual);
    keep_inside(browse, kit);
    kit->dirty = true;
}

void dated_list_show(struct browse *browse, struct kit *kit, int entry)
{
    int first = browse->dated_first, y = -(int)lround(browse->dated_offset_px);

    browse->focus_entry = entry;
    browse->focus_is_wanted = true;
    kit->dirty = true;
    for (; first >= 0 && first != entry && y < browse->plan.lanes.h; first = timeline_after(lanes_timeline(browse, kit), first))
        y += height_of(browse, kit, first);
    if (first == entry && y >= 0 && y + height_of(browse, kit, entry) <= browse->plan.lanes.h)
        return;
    browse->dated_first = entry;
    browse->dated_offset_px = 0;
    kit->dirty = true;
}
