/* The words of the documents close up: where a passage has room beside or below its mark, and as much of it as fits. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "screen/quotation.h"

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

/* The same right of a moment's label, up to the next mark in its row or to a bar above, which is quoted below itself. */
static struct rect room_beside(const struct browse *browse, const struct kit *kit, const struct shown *shown)
{
    const struct layout *layout = &shown->marks->layout;
    const struct rect *lanes = &browse->plan.lanes;
    struct rect row = voice_rows_rect(browse, kit, shown->document);
    int gap = browse->plan.gap, x = shown->part.x + shown->part.w + gap + browse->plan.label_gap;
    int end = lanes->x + lanes->w, y = shown->part.y, last = row.y + row.h - gap / 2;

    for (int i = 0; i < layout->mark_count; i++) {
        const struct layout_mark *other = &layout->marks[i];
        int first = (int)lround(lanes_screen(browse, kit, other->first));
        bool is_in_the_way = other->row == shown->mark->row || (other->row < shown->mark->row && other->kind == LAYOUT_SPAN);
        if (is_in_the_way && first > shown->x && first - gap < end)
            end = first - gap;
    }
    last = last < y + shown->pitch ? last : y + shown->pitch;
    return (struct rect){x, y, end - x, last - y};
}

static void list_quotation(struct kit *kit, int source, struct rect rect, const char *label, int gap, uint32_t ground)
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
    struct block_style style = quotation_style(kit, what.document, TYPE_SMALL);
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
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

/* It ends in a hyphen that is not the document's. */
static bool is_divided(const struct block *block, int line)
{
    const struct block_line *what = &block->lines[line];
    const struct block_run *last = &block->runs[what->first_run + what->run_count - 1];

    return what->run_count > 0 && last->length == 1 && last->bytes[0] == '-' && block->bytes[what->end - 1] != '-';
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
    style.is_title = true;
    block = parts_block(kit, words, style, width - 2 * style.size_px);
    *lines = *lines > block->line_count ? block->line_count : *lines;
    while (*lines > 0 && *lines < block->line_count && is_divided(block, *lines - 1)) /* the room is narrower than a word */
        --*lines;
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
    draw_fill(kit->draw, (struct rect){room.x + room.w - width, y, width, height}, shown->ground);
    parts_editors_note(kit, id, sentence, TYPE_SMALL, room.x + room.w - width, y, width, look_tone(&kit->look, TONE_INK),
                       shown->ground);
    return width + look_px(&kit->look, 24);
}

struct rect mark_draw_words(struct browse *browse, struct kit *kit, int source, struct rect room, uint32_t ground)
{
    struct block_style style = quotation_style(kit, pack_source(kit->pack, source).document, TYPE_SMALL);
    int lines;

    style.line_px = style.size_px * 13 / 10;
    const struct block *block = quotation_block(kit, quotation_words(kit, browse->words, source), style, room, &lines);
    struct rect rect = {room.x, room.y, block->widest_px, lines * style.line_px};
    if (lines < 1)
        return (struct rect){0};
    draw_fill(kit->draw, rect_inset(rect, -look_px(&kit->look, 4), 0), ground);
    draw_block_lines(kit->draw, block, 0, lines, rect.x, rect.y,
                     quotation_ink(kit, quotation_differs(kit, source), look_on(&kit->look, ground)));
    if (lines < block->line_count)
        draw_rest(browse, kit, block, lines - 1, rect);
    return rect;
}

/* A passage cut short goes on at its place in the document, where a tap leads. */
static struct rect draw_passage(struct browse *browse, struct kit *kit, const struct shown *shown, int source,
                                struct rect room)
{
    if (room.w < look_px(&kit->look, 200))
        return (struct rect){0};
    struct rect rect = mark_draw_words(browse, kit, source, room, shown->ground);
    if (rect.h > 0)
        list_quotation(kit, source, rect, quotation_words(kit, browse->words, source).bytes, browse->plan.gap, shown->ground);
    return rect;
}

/* A document that contradicts itself is quoted twice, side by side. */
struct rect mark_draw_quotation(struct browse *browse, struct kit *kit, const struct shown *shown)
{
    struct rect room = room_below(browse, kit, shown), all = {0};
    int sources[2], count = shown->entry >= 0 ? voices_sources(kit, shown->entry, shown->document, sources) : 0;
    bool is_moment = shown->mark->kind == LAYOUT_KEY, is_gone = is_moment && shown->x < browse->plan.lanes.x;

    if (is_moment && room.h < look_target_h(&kit->look))
        room = room_beside(browse, kit, shown);
    if (is_gone || count == 0 || room.h < look_target_h(&kit->look))
        return all;
    int editors = is_moment ? draw_editors(browse, kit, shown, room) : 0;
    if (editors > 0)
        all = room;
    room.w -= editors;
    int between = browse->plan.gap + browse->plan.label_gap;
    if (count == 2 && room.w >= 2 * look_px(&kit->look, 240) + between)
        room.w = (room.w - between) / 2;
    else
        count = 1;
    for (int i = 0; i < count; i++, room.x += room.w + between)
        all = rect_around(all, draw_passage(browse, kit, shown, sources[i], room));
    return all;
}
