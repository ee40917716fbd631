/*
 * What ties a card to its day: level from the mark into the gutter, down or up to the cards of that day, and on to each. Cards
 * of one day hang on one upright.
 */
#include "screen/browse/browse.h"

#include <math.h>

struct leaders {
    struct column_leader all[COLUMN_ITEMS_MAX];
    int count, steps;
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

static void gather(const struct browse *browse, struct leaders *leaders)
{
    const struct track_column *column = browse->column;

    for (int i = 0; i < column->card_count; i++) {
        int from = mark_y(browse, &column->cards[i]), to = card_y(browse, &column->cards[i]);
        struct column_leader *last = leaders->count > 0 ? &leaders->all[leaders->count - 1] : NULL;
        if (!has_leader(browse, &column->cards[i]))
            continue;
        if (last && last->mark == from)
            last->last = to;
        else
            leaders->all[leaders->count++] = (struct column_leader){.mark = from, .first = to, .last = to};
    }
    leaders->steps = column_order(leaders->all, leaders->count);
}

static int upright_x(const struct browse *browse, const struct leaders *leaders, const struct column_leader *leader)
{
    int edge = browse->plan.lanes.x + browse->plan.lanes.w;

    return edge + (browse->plan.cards.x - edge) * (leader->step + 1) / (leaders->steps + 1);
}

/* The day itself, where the lead of a card stands among others. */
static void draw_dot(struct kit *kit, int x, int y)
{
    int size = look_px(&kit->look, 9);

    draw_shape(kit->draw, DRAW_CIRCLE, (struct rect){x - size / 2, y - size / 2, size, size}, look_tone(&kit->look, TONE_CARD),
               1.5f, look_tone(&kit->look, TONE_INK));
}

static int mark_x(const struct browse *browse, struct kit *kit, const struct column_card *card)
{
    int entry = browse->column->entries[card->lead], voice = last_voice(browse->column->voices[card->lead]);
    struct track track = tracks_of(browse, kit, pack_entry(kit->pack, entry).lane, voice);
    int bar = track_bar_x(kit, &track, entry);

    return bar >= 0 ? bar : track_mark_x(&track);
}

static void draw_upright(struct kit *kit, int x, const struct column_leader *leader, uint32_t ink)
{
    int top = leader->mark < leader->first ? leader->mark : leader->first;
    int bottom = leader->mark > leader->last ? leader->mark : leader->last;

    draw_fill(kit->draw, (struct rect){x, top, 1, bottom - top + 1}, ink);
}

static void draw_level(struct kit *kit, int from, int to, int y, uint32_t ink)
{
    draw_fill(kit->draw, (struct rect){from, y, to - from, 1}, ink);
}

/* Lines first, then dots: like with like can be painted together. */
void track_leaders_draw(struct browse *browse, struct kit *kit)
{
    const struct track_column *column = browse->column;
    uint32_t ink = mark_mix(look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER), 70);
    struct leaders leaders = {.count = 0};

    gather(browse, &leaders);
    for (int i = 0; i < leaders.count; i++)
        draw_upright(kit, upright_x(browse, &leaders, &leaders.all[i]), &leaders.all[i], ink);
    for (int i = 0, l = 0; i < column->card_count; i++) {
        const struct column_card *card = &column->cards[i];
        int y = mark_y(browse, card);
        if (!has_leader(browse, card))
            continue;
        l += leaders.all[l].mark != y;
        int upright = upright_x(browse, &leaders, &leaders.all[l]);
        draw_level(kit, mark_x(browse, kit, card), upright, y, ink);
        draw_level(kit, upright, browse->plan.cards.x, card_y(browse, card), ink);
    }
    for (int i = 0; i < column->card_count; i++)
        if (has_leader(browse, &column->cards[i]))
            draw_dot(kit, mark_x(browse, kit, &column->cards[i]), mark_y(browse, &column->cards[i]));
}
