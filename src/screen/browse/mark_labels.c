/* What is written beside a mark or in a bar: title, "+3", who speaks, the date. */
#include "screen/browse/browse.h"

#include <math.h>

bool mark_any_differs(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    const struct lane_marks *marks = shown->marks;

    for (int i = 0; i < shown->mark->count && shown->entry >= 0; i++)
        if (pack_entry(kit->pack, marks->entries[marks->layout.members[shown->mark->first_member + i]]).differs)
            return true;
    if (shown->entry >= 0 || !browse->differing)
        return false;
    for (int importance = 1; importance <= 4; importance++)
        if ((marks->crowd_classes >> (importance - 1) & 1)
            && timeline_count_starting(browse->differing, shown->lane, importance,
                                       lanes_day(browse, shown->mark->members_first),
                                       lanes_day(browse, shown->mark->members_end))
                > 0)
            return true;
    return false;
}

int mark_badge_width(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    int more = shown->mark->count - 1;

    if (more < 1 || !shown->mark->has_badge_room)
        return 0;
    int width = words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", more > 999 ? 999 : more)->widest_px;
    if (!pack_entry(kit->pack, shown->entry).differs && mark_any_differs(browse, kit, shown))
        width += look_px(&kit->look, 4) + browse->plan.sign;
    return width + browse->plan.label_gap / 2;
}

void mark_trim(struct browse *browse, struct kit *kit, struct shown *shown)
{
    int spare = browse->plan.badge - mark_badge_width(browse, kit, shown);

    if (!shown->mark->has_badge_room || shown->mark->kind != LAYOUT_KEY || spare <= 0 || shown->mark->side == LAYOUT_INSIDE)
        return;
    int end = (int)lround(lanes_screen(browse, kit, shown->mark->end)) - spare;
    int first = (int)lround(lanes_screen(browse, kit, shown->mark->first)) + spare;
    if (shown->mark->side == LAYOUT_RIGHT && shown->part.x + shown->part.w > end)
        shown->part.w = end - shown->part.x;
    if (shown->mark->side == LAYOUT_LEFT && shown->part.x < first) {
        shown->part.w -= first - shown->part.x;
        shown->part.x = first;
    }
}

/* "+3", and the sign when one of the three differs; returns its width. */
static int draw_badge(struct browse *browse, struct kit *kit, const struct shown *shown, int x, int y, uint32_t ink)
{
    const struct plan *plan = &browse->plan;
    int more = shown->mark->count - 1;

    if (more < 1 || !shown->mark->has_badge_room)
        return 0;
    const struct block *block = words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", more > 999 ? 999 : more);
    int width = block->widest_px;
    words_draw(kit, block, x, y - block->height_px / 2, ink);
    if (!pack_entry(kit->pack, shown->entry).differs && mark_any_differs(browse, kit, shown)) {
        int gap = look_px(&kit->look, 4);
        parts_differs(kit, (struct rect){x + width + gap, y - plan->sign / 2, plan->sign, plan->sign}, true);
        width += gap + plan->sign;
    }
    return width;
}

/* Not in the rows of the documents, which say themselves who speaks. Returns the width with its gap. */
static int draw_voices(struct browse *browse, struct kit *kit, const struct pack_entry *entry, int x, int y, uint32_t ink)
{
    bool in_voice_rows = voices_are_shown(browse) && entry->lane == browse->open_lane;
    int gap = browse->plan.label_gap;

    if (browse->plan.voice == 0 || in_voice_rows || entry->importance != 1)
        return 0;
    return gap
        + parts_voice_bar(kit, entry->speaks, entry->differs, x + gap, y - browse->plan.voice / 2, browse->plan.voice, ink);
}

/* Title, +n, voice bar; closer by, the date below. */
void mark_draw_moment_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                            int x, uint32_t ink)
{
    const struct block *title = words_short(browse, kit, shown->entry);
    int size = kit->look.type[TYPE_LABEL].size_px, small = kit->look.type[TYPE_SMALL].size_px, y = shown->y;

    const struct block *date = words_moment_date(browse, kit, shown->entry, shown->document);

    if (date) {
        y -= small * 57 / 100;
        words_draw(kit, date, x, y + size * 55 / 100 + small * 57 / 100 - date->height_px / 2, ink);
        title = words_short(browse, kit, shown->entry);
    }
    words_draw(kit, title, x, y - title->height_px / 2, ink);
    x += title->widest_px;
    if (shown->mark->count > 1) {
        x += browse->plan.label_gap / 2;
        x += draw_badge(browse, kit, shown, x, y, ink);
    }
    draw_voices(browse, kit, entry, x, y, ink);
}

/* The same in one line, the date last. */
void mark_draw_bar_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                         int x, uint32_t ink, bool has_date)
{
    const struct plan *plan = &browse->plan;
    const struct block *title = words_short(browse, kit, shown->entry);
    int gap = plan->label_gap, y = shown->y;

    words_draw(kit, title, x, y - title->height_px / 2, ink);
    x += title->widest_px;
    if (entry->differs) {
        parts_differs(kit, (struct rect){x + gap, y - plan->sign / 2, plan->sign, plan->sign}, true);
        x += gap + plan->sign;
    }
    if (shown->mark->count > 1)
        x += gap / 2 + draw_badge(browse, kit, shown, x + gap / 2, y, ink);
    x += draw_voices(browse, kit, entry, x, y, ink);
    if (has_date) {
        const struct block *date = words_date(browse, kit, shown->entry);
        words_draw(kit, date, x + gap, y - date->height_px / 2, ink);
    }
}

/* ---- where labels stand ---- */

int mark_label_x(const struct browse *browse, const struct kit *kit, const struct shown *shown, int width)
{
    const struct layout_mark *mark = shown->mark;
    int gap = browse->plan.label_gap;

    if (mark->side == LAYOUT_INSIDE) { /* on the line of a bracket, beside its mark */
        const struct layout_item *item = &shown->marks->items[mark->item];
        int x = (int)lround(shown->x) + browse->plan.key / 2 + item->tile + gap, least = browse->plan.lanes.x + gap;
        int last = (int)lround(lanes_screen(browse, kit, mark->body_end)) - gap - width;
        return x > least ? x : last < least ? last : least;
    }
    if (mark->side == LAYOUT_RIGHT)
        return (int)lround(lanes_screen(browse, kit, mark->body_end)) + gap;
    return (int)lround(lanes_screen(browse, kit, mark->body_first)) - gap - width;
}

bool mark_label_ink(const struct browse *browse, const struct shown *shown, int x, int width, uint32_t *ink)
{
    const struct plan *plan = &browse->plan;
    int left = x - plan->lanes.x, right = plan->lanes.x + plan->lanes.w + plan->target_w / 2 + 2 - x - width;
    int nearest = left < right ? left : right, fade = plan->label_gap;

    if (nearest < fade && (browse->is_held || travel_is_moving(browse)))
        *ink = mark_mix(*ink, shown->ground, nearest < 0 ? 0 : 100 * nearest / fade);
    return nearest >= 0;
}

int mark_pinned_x(const struct browse *browse, const struct kit *kit, const struct shown *shown, int width)
{
    const struct rect *lanes = &browse->plan.lanes;
    int half = browse->plan.key / 2, gap = browse->plan.label_gap;
    int first = (int)lround(lanes_screen(browse, kit, shown->mark->body_first));
    int end = (int)lround(lanes_screen(browse, kit, shown->mark->body_end));
    bool is_seen = shown->x + half > lanes->x && shown->x - half < lanes->x + lanes->w;

    first = first < lanes->x ? lanes->x : first;
    end = end > lanes->x + lanes->w ? lanes->x + lanes->w : end;
    return is_seen || end - first < width + 2 * gap ? -1 : first + gap;
}

/* Inside a bar the label stays in sight as long as the bar has room for it. */
static int inside_x(const struct browse *browse, struct bar_part part, int width)
{
    int gap = browse->plan.label_gap, least = part.first + gap / 2;
    int at = (part.first > browse->plan.lanes.x ? part.first : browse->plan.lanes.x) + gap;

    at = at + width + gap > part.end ? part.end - gap - width : at;
    return at < least ? least : at;
}

/* Where the part of a bar that is on the screen cannot hold title and date, the title stands alone. */
void mark_draw_label_inside(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                            struct bar_part part)
{
    const struct rect *lanes = &browse->plan.lanes;
    const struct layout_item *item = &shown->marks->items[shown->mark->item];
    int first = part.first > lanes->x ? part.first : lanes->x, last = lanes->x + lanes->w, gap = browse->plan.label_gap;
    bool has_date;
    int width = words_bar_width(browse, kit, shown->entry, entry, item->room, &has_date) + mark_badge_width(browse, kit, shown);

    last = part.end < last ? part.end : last;
    if (first + gap + width > last)
        width = words_drop_date(browse, kit, shown->entry, width, &has_date);
    int x = inside_x(browse, part, width);
    if (x >= lanes->x && x + width <= last)
        mark_draw_bar_label(browse, kit, shown, entry, x, look_on(&kit->look, part.fill), has_date);
}
