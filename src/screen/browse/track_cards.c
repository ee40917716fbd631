/* The reading column beside the tracks: cards in the order of their marks. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdlib.h>

enum { IMPORTANCE_COUNT = 4, SLICES = 24, VOICES_WEIGHT = 20 };

static const int weights[] = {0, 1000, 100, 10, 1};

/* ---- filling ---- */

static double day_of(const struct pack_entry *entry)
{
    return entry->is_span ? timeline_span_first(entry) : timeline_mark_day(entry);
}

static double day_at(const struct browse *browse, const struct kit *kit, double day)
{
    const struct rect *axis = &browse->plan.axis;
    double y = lanes_screen(browse, kit, lanes_world(browse, day));

    return (y < axis->y ? axis->y : y > axis->y + axis->h ? axis->y + axis->h : y) - browse->plan.cards.y;
}

static bool is_in_view(const struct browse *browse, double day)
{
    const struct camera *camera = &browse->camera;

    return day >= camera->first_day && day < camera->first_day + camera->days;
}

static void add(struct track_column *column, struct column_item item, int entry, double first_day, double end_day)
{
    if (column->count == COLUMN_ITEMS_MAX)
        return;
    column->voices[column->count] = 0;
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
        struct column_item item = {day_at(browse, kit, day_of(&entry)), weights[importance], 1};
        if (entry.is_span || is_in_view(browse, day_of(&entry))) /* of what lasts any part */
            add(browse->column, item, entries[i], 0, 0);
    }
}

/* Close up: documents that give an entry one date share a card. What only goes on weighs less than what begins or ends. */
static void add_voices_of(struct browse *browse, struct kit *kit, int entry, unsigned left)
{
    const struct camera *camera = &browse->camera;
    struct track_column *column = browse->column;
    struct pack_entry what = pack_entry(kit->pack, entry);
    bool goes_on = what.is_span && timeline_span_first(&what) < camera->first_day
        && timeline_span_end(&what) > camera->first_day + camera->days;

    int before = column->count;
    while (left != 0 && column->count < COLUMN_ITEMS_MAX) {
        double day = 0, own_day;
        unsigned voices = 0;
        for (int d = 0; d < BROWSE_VOICES_MAX; d++) {
            if (!(left >> d & 1))
                continue;
            own_day = voices_day(kit, entry, d);
            day = voices == 0 ? own_day : day;
            voices |= own_day == day ? 1u << d : 0;
        }
        left &= ~voices;
        struct column_item item = {day_at(browse, kit, day), weights[what.importance] * (goes_on ? 1 : VOICES_WEIGHT), 1};
        if (!what.is_span && !is_in_view(browse, day))
            continue;
        add(column, item, entry, 0, 0);
        column->voices[column->count - 1] = voices;
    }
    double own = day_of(&what);
    struct column_item item = {day_at(browse, kit, own), weights[what.importance], 1};
    if (column->count == before && !what.is_span
        && is_in_view(browse, own)) /* what documents date elsewhere is found here, too */
        add(column, item, entry, 0, 0);
}

static void add_voices(struct browse *browse, struct kit *kit, int importance)
{
    int entries[BROWSE_LABELS_MOST];
    int count = timeline_between(lanes_timeline(browse, kit), browse->open_lane, importance, voices_first_day(browse),
                                 voices_end_day(browse), entries, BROWSE_LABELS_MOST);

    for (int i = 0; i < count && i < BROWSE_LABELS_MOST; i++) {
        struct pack_entry what = pack_entry(kit->pack, entries[i]);
        double end = browse->camera.first_day + browse->camera.days;
        if (!what.is_span || (timeline_span_first(&what) < end && timeline_span_end(&what) > browse->camera.first_day))
            add_voices_of(browse, kit, entries[i], what.speaks);
    }
}

/* The first takes over what goes on from before. */
static struct stretch slice_from(const struct browse *browse, double first_day, double end_day)
{
    return (struct stretch){first_day, end_day, first_day <= browse->camera.first_day};
}

/* Too many to list: each slice of the window is one item. */
static void add_slices(struct browse *browse, struct kit *kit, int lane, int importance)
{
    const struct camera *camera = &browse->camera;

    for (int i = 0; i < SLICES; i++) {
        double first = camera->first_day + camera->days * i / SLICES, end = camera->first_day + camera->days * (i + 1) / SLICES;
        int entry = -1, count = lanes_counted(browse, kit, lane, importance, slice_from(browse, first, end), &entry, 1);
        struct column_item item = {day_at(browse, kit, (first + end) / 2), weights[importance], count};
        if (count > 0)
            add(browse->column, item, entry, first, end);
    }
}

struct order {
    struct column_item item;
    int entry;
    unsigned voices;
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
        order[i] = (struct order){column->items[i], column->entries[i], column->voices[i], column->first_day[i],
                                  column->end_day[i]};
    qsort(order, (size_t)column->count, sizeof *order, by_place);
    for (int i = 0; i < column->count; i++) {
        column->items[i] = order[i].item;
        column->entries[i] = order[i].entry;
        column->voices[i] = order[i].voices;
        column->first_day[i] = order[i].first_day;
        column->end_day[i] = order[i].end_day;
    }
}

static int tallest(struct browse *browse, struct kit *kit)
{
    int tallest = 0;

    for (int i = 0; i < browse->column->card_count; i++) {
        int need = track_card_need(browse, kit, &browse->column->cards[i]);
        tallest = need > tallest ? need : tallest;
    }
    return tallest;
}

/* Cards are equal, and as high as the wordiest of them needs: rather fewer than one whose words are cut. */
static void make_cards(struct browse *browse, struct kit *kit)
{
    struct track_column *column = browse->column;
    int height = browse->plan.cards.h, need = track_card_height(browse, kit);

    do {
        column->card_h = need < height ? need : height;
        column->card_count = column_fill(column->items, column->count, height / column->card_h, column->cards);
        need = tallest(browse, kit);
    } while (need > column->card_h && column->card_h < height);
    column_place(column->cards, column->card_count, column->card_h, height);
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
            if (voices_are_shown(browse) && lane == browse->open_lane) {
                add_voices(browse, kit, importance);
                continue;
            }
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
    make_cards(browse, kit);
}

const struct column_card *track_cards_of(const struct browse *browse, int entry, int document)
{
    const struct track_column *column = browse->column;

    for (int i = 0; i < column->card_count; i++)
        for (int k = 0; k < column->cards[i].item_count; k++)
            if (column->entries[column->cards[i].first_item + k] == entry
                && (document < 0 || column->voices[column->cards[i].first_item + k] >> document & 1))
                return &column->cards[i];
    return NULL;
}

bool track_cards_hold(const struct browse *browse, int entry)
{
    return track_cards_of(browse, entry, -1) != NULL;
}

struct rect track_cards_rect(const struct browse *browse, const struct column_card *card)
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
    int count = lanes_counted(browse, kit, first.lane, first.importance,
                              slice_from(browse, column->first_day[item], column->end_day[item]), entries, most);

    return count < most ? count : most;
}

int track_cards_count(const struct browse *browse, const struct column_card *card)
{
    const struct track_column *column = browse->column;
    int count = card->count;

    for (int i = card->first_item; i < card->first_item + card->item_count; i++)
        for (int k = card->first_item; k < i; k++)
            if (column->entries[k] == column->entries[i] && column->voices[i] != 0) {
                count--;
                break;
            }
    return count;
}

int track_cards_members(struct browse *browse, struct kit *kit, int entry, int *entries, int most, struct rect *rect)
{
    const struct column_card *card = track_cards_of(browse, entry, browse->list_document);
    const struct track_column *column = browse->column;
    int count = 0;

    if (!card || track_cards_count(browse, card) < 2)
        return 0;
    for (int i = card->first_item; i < card->first_item + card->item_count && count < most; i++) {
        if (column->end_day[i] > column->first_day[i])
            count += slice_members(browse, kit, i, entries + count, most - count);
        else
            entries[count++] = column->entries[i];
    }
    qsort(entries, (size_t)count, sizeof *entries, by_number);
    int kept = 0;
    for (int i = 0; i < count; i++) /* by how many documents it may be said */
        if (kept == 0 || entries[kept - 1] != entries[i])
            entries[kept++] = entries[i];
    count = kept;
    *rect = track_cards_rect(browse, card);
    return count;
}

/* ---- drawing ---- */

void track_cards_draw(struct browse *browse, struct kit *kit)
{
    const struct track_column *column = browse->column;

    for (int i = 0; i < column->card_count; i++) /* all of one colour, so that they can be painted together */
        track_card_draw_ground(browse, kit, &column->cards[i]);
    for (int i = 0; i < column->card_count; i++)
        track_card_draw(browse, kit, &column->cards[i]);
    if (column->card_count == 0 && !kit->session->only_differing) {
        struct rect box = browse->plan.cards;
        box.y += look_px(&kit->look, 12);
        parts_text(kit, "tracks:nothing", "text", parts_string(kit, PACK_STRING_TIMELINE_NOTHING),
                   parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL), box, look_tone(&kit->look, TONE_INK2),
                   look_tone(&kit->look, TONE_PAPER));
    }
}
