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

static bool has_badge(const struct shown *shown)
{
    return shown->mark->count > 1 && shown->mark->has_badge_room;
}

/* Others that it stands for: "+3". */
static const struct block *badge_words(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    int more = shown->mark->count - 1;

    return words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", more > 999 ? 999 : more);
}

/* It says itself whether voices differ on it; the sign is for those it stands for. */
static bool has_sign_for_others(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    return has_badge(shown) && !pack_entry(kit->pack, shown->entry).differs && mark_any_differs(browse, kit, shown);
}

int mark_badge_width(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    const struct plan *plan = &browse->plan;

    if (!has_badge(shown))
        return 0;
    return plan->part_gap + badge_words(browse, kit, shown)->widest_px
        + (has_sign_for_others(browse, kit, shown) ? plan->part_gap + plan->sign : 0);
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

/* Not in the rows of the documents, which say themselves who speaks. */
static bool has_voices(const struct browse *browse, const struct pack_entry *entry)
{
    bool in_voice_rows = voices_are_shown(browse) && entry->lane == browse->open_lane;

    return browse->plan.voice > 0 && !in_voice_rows && entry->importance == 1;
}

/* Name, count, sign, voices: always in this order. Returns where it ends. */
static int draw_parts(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                      bool has_sign, int x, int y, uint32_t ink)
{
    const struct plan *plan = &browse->plan;
    const struct block *title = words_short(browse, kit, shown->entry);
    int gap = plan->part_gap;

    words_draw(kit, title, x, y - title->height_px / 2, ink);
    x += title->widest_px;
    if (has_badge(shown)) {
        const struct block *count = badge_words(browse, kit, shown);
        words_draw(kit, count, x + gap, y - count->height_px / 2, ink);
        x += gap + count->widest_px;
    }
    if (has_sign || has_sign_for_others(browse, kit, shown)) {
        parts_differs(kit, (struct rect){x + gap, y - plan->sign / 2, plan->sign, plan->sign}, true);
        x += gap + plan->sign;
    }
    if (has_voices(browse, entry))
        x += gap + parts_voice_bar(kit, entry->speaks, entry->differs, x + gap, y - plan->voice / 2, plan->voice, ink);
    return x;
}

/* Closer by, the date below. */
void mark_draw_moment_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                            int x, uint32_t ink)
{
    int size = kit->look.type[TYPE_LABEL].size_px, small = kit->look.type[TYPE_SMALL].size_px, y = shown->y;
    const struct block *date = words_moment_date(browse, kit, shown->entry, shown->document);

    if (date) {
        y -= small * 57 / 100;
        words_draw(kit, date, x, y + size * 55 / 100 + small * 57 / 100 - date->height_px / 2, ink);
    }
    draw_parts(browse, kit, shown, entry, false, x, y, ink);
}

/* The same in one line, the date last. */
void mark_draw_bar_label(struct browse *browse, struct kit *kit, const struct shown *shown, const struct pack_entry *entry,
                         int x, uint32_t ink, bool has_date)
{
    x = draw_parts(browse, kit, shown, entry, entry->differs, x, shown->y, ink);
    if (has_date) {
        const struct block *date = words_date(browse, kit, shown->entry);
        words_draw(kit, date, x + browse->plan.part_gap, shown->y - date->height_px / 2, ink);
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
        return (int)lround(lanes_screen(browse, kit, mark->words));
    return (int)lround(lanes_screen(browse, kit, mark->body_first)) - gap - width;
}

bool mark_label_ink(const struct browse *browse, const struct shown *shown, int x, int width, uint32_t *ink)
{
    const struct plan *plan = &browse->plan;
    int left = x - plan->lanes.x, right = plan->lanes.x + plan->lanes.w - x - width;
    int nearest = left < right ? left : right, fade = plan->label_gap;

    if (nearest < fade && (browse->is_held || travel_is_moving(browse)))
        *ink = mark_mix(*ink, shown->ground, nearest < 0 ? 0 : 100 * nearest / fade);
    return nearest >= 0;
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
    int width = words_bar_width(browse, kit, shown->entry, entry, shown->document, item->room, &has_date)
        + mark_badge_width(browse, kit, shown);

    last = part.end < last ? part.end : last;
    if (first + gap + width > last)
        width = words_drop_date(browse, kit, shown->entry, width, &has_date);
    int x = inside_x(browse, part, width);
    if (x >= lanes->x && x + width <= last)
        mark_draw_bar_label(browse, kit, shown, entry, x, look_on(&kit->look, part.fill), has_date);
}
