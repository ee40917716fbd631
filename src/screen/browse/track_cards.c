/* The reading column beside the tracks: cards in the order of their marks, with leaders that never cross. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "timeline/calendar.h"

enum { IMPORTANCE_COUNT = 4, SLICES = 24 };

static const int weights[] = {0, 1000, 100, 10, 1};

/* ---- filling ---- */

static double entry_at(const struct browse *browse, const struct kit *kit, const struct pack_entry *entry)
{
    double day = entry->is_span ? timeline_span_first(entry) : timeline_mark_day(entry);
    double at = lanes_screen(browse, kit, lanes_world(browse, day)) - browse->plan.axis.y;

    return at < 0 ? 0 : at > browse->plan.axis.h ? browse->plan.axis.h : at;
}

/* A moment is in view when its mark is, what lasts when any of it is. */
static bool is_in_view(const struct browse *browse, const struct pack_entry *entry)
{
    const struct camera *camera = &browse->camera;
    double day = timeline_mark_day(entry);

    return entry->is_span || (day >= camera->first_day && day < camera->first_day + camera->days);
}

static void add(struct track_column *column, struct column_item item, int entry, double first_day, double end_day)
{
    if (column->count == COLUMN_ITEMS_MAX)
        return;
    column->items[column->count] = item;
    column->entries[column->count] = entry;
    column->first_day[column->count] = first_day;
    column->end_day[column->count++] = end_day;
}

static void add_entries(struct browse *browse, struct kit *kit, int lane, int importance)
{
    const struct camera *camera = &browse->camera;
    int entries[COLUMN_ITEMS_MAX];
    int count = timeline_between(lanes_timeline(browse, kit), lane, importance, camera->first_day,
                                 camera->first_day + camera->days, entries, COLUMN_ITEMS_MAX);

    for (int i = 0; i < count && i < COLUMN_ITEMS_MAX; i++) {
        struct pack_entry entry = pack_entry(kit->pack, entries[i]);
        struct column_item item = {entry_at(browse, kit, &entry), weights[importance], 1};
        if (is_in_view(browse, &entry))
            add(browse->column, item, entries[i], 0, 0);
    }
}

/* Too many to list: each slice of the window is one item. */
static void add_slices(struct browse *browse, struct kit *kit, int lane, int importance)
{
    const struct camera *camera = &browse->camera;
    const struct timeline *timeline = lanes_timeline(browse, kit);

    for (int i = 0; i < SLICES; i++) {
        double first = camera->first_day + camera->days * i / SLICES, end = camera->first_day + camera->days * (i + 1) / SLICES;
        int entry = -1, count = timeline_starting_between(timeline, lane, importance, first, end, &entry, 1);
        struct column_item item = {(i + 0.5) * browse->plan.axis.h / SLICES, weights[importance], count};
        if (count > 0)
            add(browse->column, item, entry, first, end);
    }
}

struct order {
    struct column_item item;
    int entry;
    double first_day, end_day;
};

static int by_place(const void *a, const void *b)
{
    const struct order *x = a, *y = b;

    if (x->item.at != y->item.at)
        return x->item.at < y->item.at ? -1 : 1;
    return x->entry - y->entry;
}

static void sort(struct track_column *column)
{
    struct order order[COLUMN_ITEMS_MAX];

    for (int i = 0; i < column->count; i++)
        order[i] = (struct order){column->items[i], column->entries[i], column->first_day[i], column->end_day[i]};
    qsort(order, (size_t)column->count, sizeof *order, by_place);
    for (int i = 0; i < column->count; i++) {
        column->items[i] = order[i].item;
        column->entries[i] = order[i].entry;
        column->first_day[i] = order[i].first_day;
        column->end_day[i] = order[i].end_day;
    }
}

/* Lines that a card has room for: large letters and narrow columns wrap. */
static int title_lines(const struct kit *kit)
{
    return kit->look.step == TEXT_A ? 1 : 2;
}

static int date_lines(const struct kit *kit)
{
    return kit->look.step == TEXT_A && kit->look.form == FORM_PORTRAIT ? 1 : 2;
}

static int card_height(const struct browse *browse, const struct kit *kit)
{
    int words = title_lines(kit) * kit->look.type[TYPE_LABEL].line_px + date_lines(kit) * kit->look.type[TYPE_SMALL].line_px
        + look_px(&kit->look, 6) + browse->plan.gap / 2;
    int target = look_target_h(&kit->look) + browse->plan.gap;

    return words > target ? words : target;
}

/* Where the tracks themselves can be touched the column shows what this level labels, else everything in view. */
void track_cards_fill(struct browse *browse, struct kit *kit)
{
    struct track_column *column = browse->column;
    const struct camera *camera = &browse->camera;
    bool shows_all = !tracks_are_touched(browse, kit);

    column->count = 0;
    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++) {
        if (!shows_all && !lanes_is_labelled(browse, importance))
            break;
        for (int lane = 0; lane < browse->lane_count; lane++) {
            int count = timeline_count_between(lanes_timeline(browse, kit), lane, importance, camera->first_day,
                                               camera->first_day + camera->days);
            int rest = IMPORTANCE_COUNT * BROWSE_LANES_MAX * SLICES / 4; /* room kept for slices */
            if (column->count + count <= COLUMN_ITEMS_MAX - rest / 2)
                add_entries(browse, kit, lane, importance);
            else
                add_slices(browse, kit, lane, importance);
        }
    }
    sort(column);
    column->card_h = card_height(browse, kit);
    int slots = browse->plan.cards.h / column->card_h;
    column->card_count = column_fill(column->items, column->count, slots, column->cards);
    column_place(column->cards, column->card_count, column->card_h, browse->plan.cards.h);
}

static const struct column_card *card_of(const struct browse *browse, int entry)
{
    const struct track_column *column = browse->column;

    for (int i = 0; i < column->card_count; i++)
        for (int k = 0; k < column->cards[i].item_count; k++)
            if (column->entries[column->cards[i].first_item + k] == entry)
                return &column->cards[i];
    return NULL;
}

bool track_cards_hold(const struct browse *browse, int entry)
{
    return card_of(browse, entry) != NULL;
}

static struct rect card_rect(const struct browse *browse, const struct column_card *card)
{
    const struct rect *cards = &browse->plan.cards;

    return (struct rect){cards->x, cards->y + (int)lround(card->top), cards->w, browse->column->card_h - browse->plan.gap / 2};
}

static int by_number(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static int slice_members(const struct browse *browse, const struct kit *kit, int item, int *entries, int most)
{
    const struct track_column *column = browse->column;
    struct pack_entry first = pack_entry(kit->pack, column->entries[item]);
    int count = timeline_starting_between(lanes_timeline(browse, kit), first.lane, first.importance, column->first_day[item],
                                          column->end_day[item], entries, most);

    return count < most ? count : most;
}

int track_cards_members(struct browse *browse, struct kit *kit, int entry, int *entries, int most, struct rect *rect)
{
    const struct column_card *card = card_of(browse, entry);
    const struct track_column *column = browse->column;
    int count = 0;

    if (!card || card->count < 2)
        return 0;
    for (int i = card->first_item; i < card->first_item + card->item_count && count < most; i++) {
        if (column->end_day[i] > column->first_day[i])
            count += slice_members(browse, kit, i, entries + count, most - count);
        else
            entries[count++] = column->entries[i];
    }
    qsort(entries, (size_t)count, sizeof *entries, by_number);
    *rect = card_rect(browse, card);
    return count;
}

/* ---- drawing ---- */

/* The day itself, where the lead of a card stands among others. */
static void draw_dot(struct kit *kit, int x, int y)
{
    int size = look_px(&kit->look, 9);

    draw_shape(kit->draw, DRAW_CIRCLE, (struct rect){x - size / 2, y - size / 2, size, size}, look_tone(&kit->look, TONE_CARD),
               1.5f, look_tone(&kit->look, TONE_INK));
}

/* Level from the mark to the edge of the tracks, then straight to the card: marks and cards have one order, so no two cross. */
void track_cards_draw_leaders(struct browse *browse, struct kit *kit)
{
    const struct track_column *column = browse->column;
    const struct plan *plan = &browse->plan;
    uint32_t ink = mark_mix(look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER), 70);
    int right = plan->lanes.x + plan->lanes.w;

    for (int i = 0; i < column->card_count; i++) {
        const struct column_card *card = &column->cards[i];
        struct pack_entry entry = pack_entry(kit->pack, column->entries[card->lead]);
        struct rect rect = card_rect(browse, card);
        int x = tracks_mark_x(browse, entry.lane), y = plan->axis.y + (int)lround(column->items[card->lead].at);
        int bar = tracks_bar_x(browse, kit, entry.lane, column->entries[card->lead]);
        x = bar >= 0 ? bar : x;
        if (column->items[card->lead].at <= 0) /* it began before what is in view */
            continue;
        draw_fill(kit->draw, (struct rect){x, y, right - x, 1}, ink);
        draw_dot(kit, x, y);
        draw_line(kit->draw, (struct draw_point){(float)right, (float)y + 0.5f},
                  (struct draw_point){(float)rect.x, (float)(rect.y + rect.h / 2)}, 1.5f, ink);
    }
}

static void card_id(const struct browse *browse, const struct kit *kit, const struct column_card *card, char *id, size_t size)
{
    struct pack_entry entry = pack_entry(kit->pack, browse->column->entries[card->lead]);
    struct calendar_date date = calendar_date(entry.start.first_day);

    if (card->count == 1) {
        snprintf(id, size, "entry:%s", entry.id);
        return;
    }
    snprintf(id, size, "cluster:all:%04d-%02d", date.year, date.month);
    if (ui_find(kit->ui, id) >= 0)
        snprintf(id, size, "cluster:all:%04d-%02d-%02d", date.year, date.month, date.day);
    for (int n = 2; ui_find(kit->ui, id) >= 0 && n < 100; n++)
        snprintf(id, size, "cluster:all:%04d-%02d-%02d.%d", date.year, date.month, date.day, n);
}

static bool any_differs(const struct browse *browse, const struct kit *kit, const struct column_card *card)
{
    for (int i = card->first_item; i < card->first_item + card->item_count; i++)
        if (pack_entry(kit->pack, browse->column->entries[i]).differs)
            return true;
    return false;
}

/* The whole title if it fits, else the short one, in as many lines as there are. */
static const struct block *title_of(struct kit *kit, int entry, int width)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    int lines = title_lines(kit);
    const struct block *whole = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, entry), style,
                                            width);

    if (whole->line_count <= lines)
        return whole;
    return parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry), style, width);
}

static void draw_words(struct browse *browse, struct kit *kit, const struct column_card *card, struct rect box, uint32_t ink)
{
    int entry = browse->column->entries[card->lead], room = box.w, badge_px = 0;

    if (card->count > 1) {
        badge_px = words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", card->count - 1)->widest_px;
        room -= badge_px + look_px(&kit->look, 10);
    }
    const struct block *title = title_of(kit, entry, room);
    const struct block *date = words_date_wrapped(browse, kit, entry, box.w);
    int y = box.y + (box.h - title->height_px - date->height_px) / 2;
    draw_clip_push(kit->draw, box);
    words_draw(kit, title, box.x, y, ink);
    words_draw(kit, date, box.x, y + title->height_px,
               ink == look_tone(&kit->look, TONE_INK) ? look_tone(&kit->look, TONE_INK2) : ink);
    if (badge_px > 0) {
        const struct block *badge = words_number(browse, kit, FONT_MUSEUM, TYPE_SMALL, "+%d", card->count - 1);
        words_draw(kit, badge, box.x + title->widest_px + look_px(&kit->look, 8),
                   y + (title->style.line_px - badge->height_px) / 2, ink);
    }
    draw_clip_pop(kit->draw);
}

static void list_card(struct browse *browse, struct kit *kit, const struct column_card *card, const char *id, struct rect rect,
                      uint32_t ink, uint32_t ground)
{
    int entry = browse->column->entries[card->lead];
    bool is_cluster = card->count > 1;
    struct ui_element element = parts_element(kit, id, is_cluster ? "cluster" : "entry", rect);

    element.hit = rect_inset(rect, 0, (browse->plan.gap + 1) / 4);
    element.verb = is_cluster ? UI_OWN : UI_ENTRY;
    element.value = is_cluster ? ACT_CARD + entry : entry;
    element.is_focusable = true;
    element.view = VIEW_AXIS;
    element.label = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry).bytes;
    if (is_cluster)
        element.label = words_filled(
                            browse,
                            pack_string(kit->pack, kit->session->language, PACK_STRING_CLUSTER_TITLE, (unsigned)card->count),
                            "n", card->count)
                            .bytes;
    element.font_px = kit->look.type[TYPE_LABEL].size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
    marks_claim_focus(browse, kit, id, card_of(browse, browse->focus_entry) == card);
    parts_focus(kit, id, rect_inset(rect, 6, 6), false);
}

static void draw_card_of(struct browse *browse, struct kit *kit, const struct column_card *card)
{
    struct pack_entry entry = pack_entry(kit->pack, browse->column->entries[card->lead]);
    struct rect rect = card_rect(browse, card);
    int pad = look_px(&kit->look, 12), sign = browse->plan.small + look_px(&kit->look, 6), right = rect.x + rect.w - pad;
    char id[72];

    card_id(browse, kit, card, id, sizeof id);
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t ground = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_CARD), ink = look_on(&kit->look, ground);
    struct mark_style style = mark_style(kit, entry.lane, ground);
    draw_fill(kit->draw, parts_pressed(kit, id, rect), ground);
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
    bool has_room = browse->plan.voice > 0;
    if (card->count > 1)
        mark_draw_behind(browse, kit, &style, rect.x + pad + sign / 2, rect.y + rect.h / 2, sign);
    mark_draw(browse, kit, &style, rect.x + pad + sign / 2, rect.y + rect.h / 2, sign, entry.start.by == PACK_BY_EDITORS);
    if (!has_room && any_differs(browse, kit, card))
        mark_draw_tile(browse, kit, rect.x + pad + sign / 2, rect.y + rect.h / 2, sign);
    if (browse->plan.voice > 0 && kit->look.step != TEXT_A_PLUS_PLUS) {
        right -= parts_voice_bar_width(kit, browse->plan.voice);
        parts_voice_bar(kit, entry.speaks, entry.differs, right, rect.y + (rect.h - browse->plan.voice) / 2, browse->plan.voice,
                        ink);
        right -= pad;
    }
    if (has_room && any_differs(browse, kit, card)) {
        int tile = browse->plan.tile * 12 / 10;
        right -= tile;
        parts_differs(kit, (struct rect){right, rect.y + (rect.h - tile) / 2, tile, tile}, is_pressed);
        right -= pad;
    }
    int x = rect.x + 2 * pad + sign + (has_room ? 0 : look_px(&kit->look, 6));
    draw_words(browse, kit, card, (struct rect){x, rect.y, right - x, rect.h}, ink);
    list_card(browse, kit, card, id, rect, ink, ground);
}

void track_cards_draw(struct browse *browse, struct kit *kit)
{
    const struct track_column *column = browse->column;

    for (int i = 0; i < column->card_count; i++)
        draw_card_of(browse, kit, &column->cards[i]);
    if (column->card_count == 0 && !kit->session->only_differing) {
        struct rect box = browse->plan.cards;
        box.y += look_px(&kit->look, 12);
        parts_text(kit, "tracks:nothing", "text", parts_string(kit, PACK_STRING_TIMELINE_NOTHING),
                   parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL), box, look_tone(&kit->look, TONE_INK2),
                   look_tone(&kit->look, TONE_PAPER));
    }
}
