/*
 * What ties a card to its day: level from the mark into the gutter, down or up to the cards of that day, and on to each. Cards
 * of one day hang on one upright.
 */
#include "screen/browse/browse.h"

#include <math.h>

struct leaders {
    struct column_leader all[COLUMN_ITEMS_MAX];
    int of_card[COLUMN_ITEMS_MAX]; /* -1 = none */
    int count, steps, line_px;
};

/* -1 = the card is of a lane. */
static int last_voice(unsigned voices)
{
    int last = -1;

    for (int d = 0; d < BROWSE_VOICES_MAX; d++)
        if (voices >> d & 1)
            last = d;
    return last;
}

static int mark_y(const struct browse *browse, const struct column_card *card)
{
    return browse->plan.cards.y + (int)lround(browse->column->items[card->lead].at);
}

static int card_y(const struct browse *browse, const struct column_card *card)
{
    struct rect rect = track_cards_rect(browse, card);

    return rect.y + rect.h / 2;
}

/* What began before what is in view has no mark to come from. */
static bool has_leader(const struct browse *browse, const struct column_card *card)
{
    return mark_y(browse, card) > browse->plan.axis.y;
}

/* Days that are hardly apart share a line, or two would look like one. */
static void gather(const struct browse *browse, struct leaders *leaders)
{
    const struct track_column *column = browse->column;
    int apart = 2 * leaders->line_px;

    leaders->count = 0;
    for (int i = 0; i < column->card_count; i++) {
        int from = mark_y(browse, &column->cards[i]), to = card_y(browse, &column->cards[i]);
        struct column_leader *last = leaders->count > 0 ? &leaders->all[leaders->count - 1] : NULL;
        leaders->of_card[i] = -1;
        if (!has_leader(browse, &column->cards[i]))
            continue;
        if (last && from - last->mark < apart)
            last->last = to;
        else
            leaders->all[leaders->count++] = (struct column_leader){.mark = from, .first = to, .last = to};
        leaders->of_card[i] = leaders->count - 1;
    }
    leaders->steps = column_order(leaders->all, leaders->count, apart);
}

static int gutter_of(const struct browse *browse)
{
    return browse->plan.cards.x - browse->plan.lanes.x - browse->plan.lanes.w;
}

/* As strong as the uprights have room. */
static void gather_in_gutter(const struct browse *browse, struct kit *kit, struct leaders *leaders)
{
    leaders->line_px = look_px(&kit->look, 2) > 1 ? look_px(&kit->look, 2) : 1;
    gather(browse, leaders);
    while (leaders->line_px > 1 && gutter_of(browse) < 2 * leaders->line_px * (leaders->steps + 1)) {
        leaders->line_px--;
        gather(browse, leaders);
    }
}

static int upright_x(const struct browse *browse, const struct leaders *leaders, const struct column_leader *leader)
{
    return browse->plan.cards.x - gutter_of(browse) * (leaders->steps - leader->step) / (leaders->steps + 1);
}

static struct track track_of(const struct browse *browse, const struct kit *kit, const struct column_card *card)
{
    int entry = browse->column->entries[card->lead];

    return tracks_of(browse, kit, pack_entry(kit->pack, entry).lane, last_voice(browse->column->voices[card->lead]));
}

static int mark_x(const struct browse *browse, const struct kit *kit, const struct column_card *card)
{
    struct track track = track_of(browse, kit, card);
    int bar = track_bar_x(kit, &track, browse->column->entries[card->lead]);

    return bar >= 0 ? bar : track_mark_x(&track);
}

/*
 * Among others its lead stands in a mark that is elsewhere: then the day itself has a small one. So it has on a bar close up,
 * where another bar may run over its beginning.
 */
static void draw_day(const struct browse *browse, struct kit *kit, const struct column_card *card, int y)
{
    struct track track = track_of(browse, kit, card);
    int entry = browse->column->entries[card->lead], size = look_px(&kit->look, 12), x = track_mark_x(&track);
    const struct layout_mark *mark = lane_marks_find(track.marks, entry);
    struct mark_style style = mark_style(kit, track.lane, tracks_ground(kit, track.lane));
    struct rect on_bar = {mark_x(browse, kit, card) - size / 2, y - size / 2, size, size};

    if (!mark && track.document >= 0)
        draw_shape(kit->draw, style.shape, on_bar, style.colour, 2, look_tone(&kit->look, TONE_CARD));
    if (!mark || fabs(lanes_screen(browse, kit, mark->mark) - y) <= browse->plan.cluster / 2.0)
        return;
    draw_shape(kit->draw, style.shape, (struct rect){x - size / 2, y - size / 2, size, size},
               pack_entry(kit->pack, entry).start.by == PACK_BY_EDITORS ? look_tone(&kit->look, TONE_CARD) : style.colour, 1.5f,
               style.edge);
}

static void draw_upright(struct kit *kit, int x, const struct column_leader *leader, int width, uint32_t ink)
{
    int top = leader->mark < leader->first ? leader->mark : leader->first;
    int bottom = leader->mark > leader->last ? leader->mark : leader->last;

    draw_fill(kit->draw, (struct rect){x, top, width, bottom - top + width}, ink);
}

static void draw_level(struct kit *kit, int from, int to, int y, int width, uint32_t ink)
{
    draw_fill(kit->draw, (struct rect){from, y, to - from, width}, ink);
}

/* Lines first, then days: like with like can be painted together. */
void track_leaders_draw(struct browse *browse, struct kit *kit)
{
    const struct track_column *column = browse->column;
    uint32_t ink = mark_mix(look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER), 70);
    struct leaders leaders;

    gather_in_gutter(browse, kit, &leaders);
    for (int i = 0; i < leaders.count; i++)
        draw_upright(kit, upright_x(browse, &leaders, &leaders.all[i]), &leaders.all[i], leaders.line_px, ink);
    for (int i = 0; i < column->card_count; i++) {
        const struct column_card *card = &column->cards[i];
        if (leaders.of_card[i] < 0)
            continue;
        const struct column_leader *leader = &leaders.all[leaders.of_card[i]];
        int upright = upright_x(browse, &leaders, leader);
        draw_level(kit, mark_x(browse, kit, card), upright, leader->mark, leaders.line_px, ink);
        draw_level(kit, upright, browse->plan.cards.x, card_y(browse, card), leaders.line_px, ink);
    }
    for (int i = 0; i < column->card_count; i++)
        if (leaders.of_card[i] >= 0)
            draw_day(browse, kit, &column->cards[i], leaders.all[leaders.of_card[i]].mark);
}
