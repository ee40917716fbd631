/* What is written beside a mark or in a bar: title, "+3", who speaks, the date; in a document's row its words. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "screen/quotation.h"

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
        width += look_px(&kit->look, 4) + browse->plan.tile;
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
        parts_differs(kit, (struct rect){x + width + gap, y - plan->tile / 2, plan->tile, plan->tile}, true);
        width += gap + plan->tile;
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
        parts_differs(kit, (struct rect){x + gap, y - plan->tile / 2, plan->tile, plan->tile}, true);
        x += gap + plan->tile;
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
    if (has_date && first + gap + width > last) {
        width -= gap + words_date(browse, kit, shown->entry)->widest_px;
        has_date = false;
    }
    int x = inside_x(browse, part, width);
    if (x >= lanes->x && x + width <= last)
        mark_draw_bar_label(browse, kit, shown, entry, x, look_on(&kit->look, part.fill), has_date);
}

/* ---- words of the documents ---- */

/* Where a mark's quotation may stand: below it, up to the next mark beside or below. */
static struct rect room_below(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    const struct layout *layout = &shown->marks->layout;
    const struct rect *lanes = &browse->plan.lanes;
    struct rect row = voice_rows_rect(browse, kit, shown->document);
    bool is_bar = shown->mark->kind == LAYOUT_SPAN;
    int x = (int)lround(is_bar                                 ? shown->x + browse->plan.bar * 1.5
                            : shown->mark->side == LAYOUT_LEFT ? lanes_screen(browse, kit, shown->mark->first)
                            : shown->mark->side == LAYOUT_INSIDE
                            ? shown->x + browse->plan.key
                            : lanes_screen(browse, kit, shown->mark->body_end) + browse->plan.label_gap);
    int least = lanes->x + browse->plan.label_gap, end = lanes->x + lanes->w, gap = browse->plan.gap;
    int y = shown->part.y + shown->part.h + gap;

    x = x < least ? least : x;
    for (int i = 0; i < layout->mark_count; i++) {
        const struct layout_mark *other = &layout->marks[i];
        int first = (int)lround(lanes_screen(browse, kit, other->first));
        int last = (int)lround(lanes_screen(browse, kit, other->end));
        if (other == shown->mark || other->row < shown->mark->row || last + gap <= x)
            continue;
        if (other->row == shown->mark->row && first <= shown->x)
            continue;
        end = first - gap < end ? first - gap : end;
    }
    return (struct rect){x, y, end - x, row.y + row.h - gap / 2 - y};
}

/* The same right of a moment's label, up to the next mark in its row. */
static struct rect room_beside(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    const struct layout *layout = &shown->marks->layout;
    const struct rect *lanes = &browse->plan.lanes;
    struct rect row = voice_rows_rect(browse, kit, shown->document);
    int gap = browse->plan.gap, x = shown->part.x + shown->part.w + gap + browse->plan.label_gap;
    int end = lanes->x + lanes->w, y = shown->part.y, last = row.y + row.h - gap / 2;

    for (int i = 0; i < layout->mark_count; i++) {
        int first = (int)lround(lanes_screen(browse, kit, layout->marks[i].first));
        if (layout->marks[i].row == shown->mark->row && first > shown->x && first - gap < end)
            end = first - gap;
    }
    last = last < y + shown->pitch ? last : y + shown->pitch;
    return (struct rect){x, y, end - x, last - y};
}

static void list_quotation(struct kit *kit, int source, struct rect rect, const struct block *block, const char *label, int gap,
                           uint32_t ground)
{
    struct pack_source what = pack_source(kit->pack, source);
    int target = look_target_h(&kit->look);
    char id[72];

    snprintf(id, sizeof id, "source:%s", what.label);
    if (ui_find(kit->ui, id) >= 0)
        snprintf(id, sizeof id, "source:%.30s:%.30s", pack_entry(kit->pack, what.entry).id, what.label);
    struct ui_element element = parts_element(kit, id, "passage", rect);
    element.hit = rect;
    element.hit.h = rect.h < target ? target : rect.h;
    if (element.hit.w >= look_target_w(&kit->look) + gap) {
        element.verb = UI_PASSAGE;
        element.value = source;
        element.is_focusable = true;
    } else {
        element.hit = (struct rect){0};
    }
    element.view = VIEW_AXIS;
    element.label = label;
    element.lang = quotation_tag(kit, source);
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = ground;
    ui_add(kit->ui, element);
    parts_press_edge(kit, id, element.hit, ground);
    parts_focus(kit, id, element.hit, false);
}

/* "\u2026" and the closing mark behind the last line of a passage cut short. */
static void draw_rest(struct browse *browse, struct kit *kit, const struct block *block, int line, struct rect rect)
{
    char rest[24];

    snprintf(rest, sizeof rest, "\u2026%s", pack_language(kit->pack, kit->session->language).quote_close);
    struct block_style style = block->style;
    style.is_single = true;
    const struct block *end = parts_block(kit, words_plain(browse, rest), style, 0);
    int width = block->lines[line].width_px;
    int x = style.is_right_to_left ? rect.x + block->width_px - width - end->widest_px : rect.x + width;
    words_draw(kit, end, x, rect.y + line * style.line_px, look_tone(&kit->look, TONE_INK));
}

/* The passage laid out in as many whole lines as fit; *lines < block->line_count: it is cut, with room for "\u2026". */
static const struct block *quotation_block(struct kit *kit, struct pack_text words, struct block_style style, struct rect room,
                                           int *lines)
{
    int widest = look_px(&kit->look, 900), width = room.w < widest ? room.w : widest;
    const struct block *block = parts_block(kit, words, style, width);

    *lines = room.h / style.line_px;
    if (*lines >= block->line_count) {
        *lines = block->line_count;
        return block;
    }
    style.is_title = true; /* it does not end in half a word */
    block = parts_block(kit, words, style, width - 2 * style.size_px);
    *lines = *lines > block->line_count ? block->line_count : *lines;
    return block;
}

/* The editors' word on dates that differ, at the far end of the room, if it leaves the passage enough; returns what it takes. */
static int draw_editors(struct browse *browse, struct kit *kit, const struct shown *shown, struct rect room)
{
    struct pack_entry entry = pack_entry(kit->pack, shown->entry);
    int d = voices_disagreement(kit, shown->entry), width = look_px(&kit->look, 290);
    char id[72];

    if (d < 0 || shown->document != voices_last(&entry) || room.w < width + look_px(&kit->look, 300))
        return 0;
    struct pack_text sentence = pack_text(kit->pack, kit->session->language, PACK_EDITORS, d);
    int height = parts_editors_note_height(kit, sentence, TYPE_SMALL, width);
    struct rect row = voice_rows_rect(browse, kit, shown->document);
    int y = shown->y - height / 2, last = row.y + row.h - browse->plan.gap / 2;
    snprintf(id, sizeof id, "editors:%.50s", entry.id);
    if (!sentence.length || room.y + height > last)
        return 0;
    y = y + height > last ? last - height : y < room.y ? room.y : y;
    parts_editors_note(kit, id, sentence, TYPE_SMALL, room.x + room.w - width, y, width, look_tone(&kit->look, TONE_INK),
                       shown->ground);
    return width + look_px(&kit->look, 24);
}

/* A passage cut short goes on at its place in the document, where a tap leads. */
static void draw_passage(struct browse *browse, struct kit *kit, const struct shown *shown, int source, struct rect room)
{
    struct block_style style = quotation_style(kit, shown->document, TYPE_SMALL);
    int lines;

    if (room.w < look_px(&kit->look, 200))
        return;
    style.line_px = style.size_px * 13 / 10;
    struct pack_text words = quotation_words(kit, browse->words, source);
    const struct block *block = quotation_block(kit, words, style, room, &lines);
    if (lines < 1)
        return;
    struct rect rect = {room.x, room.y, block->widest_px, lines * style.line_px};
    bool is_cut = lines < block->line_count;
    draw_fill(kit->draw, rect_inset(rect, -look_px(&kit->look, 4), 0), shown->ground);
    draw_block_lines(kit->draw, block, 0, lines, rect.x, rect.y,
                     quotation_ink(kit, quotation_differs(kit, source), look_tone(&kit->look, TONE_INK)));
    list_quotation(kit, source, rect, block, words.bytes, browse->plan.gap, shown->ground);
    if (is_cut)
        draw_rest(browse, kit, block, lines - 1, rect);
}

/* A document that contradicts itself is quoted twice, side by side. */
void mark_draw_quotation(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    struct rect room = room_below(browse, kit, shown);
    int sources[2], count = shown->entry >= 0 ? voices_sources(kit, shown->entry, shown->document, sources) : 0;
    bool is_moment = shown->mark->kind == LAYOUT_KEY, is_gone = is_moment && shown->x < browse->plan.lanes.x;

    if (is_moment && room.h < look_target_h(&kit->look))
        room = room_beside(browse, kit, shown);
    if (is_gone || count == 0 || room.h < look_target_h(&kit->look))
        return;
    room.w -= is_moment ? draw_editors(browse, kit, shown, room) : 0;
    int between = browse->plan.gap + browse->plan.label_gap;
    if (count == 2 && room.w >= 2 * look_px(&kit->look, 240) + between)
        room.w = (room.w - between) / 2;
    else
        count = 1;
    for (int i = 0; i < count; i++, room.x += room.w + between)
        draw_passage(browse, kit, shown, sources[i], room);
}
