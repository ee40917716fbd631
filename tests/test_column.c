#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include <cmocka.h>

#include "timeline/column.h"

static int members(const struct column_card *cards, int count)
{
    int total = 0;

    for (int i = 0; i < count; i++)
        total += cards[i].count;
    return total;
}

static void everything_has_a_card_when_there_is_room(void **state)
{
    (void)state;
    const struct column_item items[] = {{10, 1, 1}, {40, 8, 1}, {90, 2, 3}};
    struct column_card cards[3];

    assert_int_equal(column_fill(items, 3, 5, cards), 3);
    assert_int_equal(members(cards, 3), 5);
}

static void the_least_important_join_first(void **state)
{
    (void)state;
    const struct column_item items[] = {{10, 8, 1}, {20, 2, 1}, {300, 8, 1}, {600, 1, 1}, {605, 8, 1}};
    struct column_card cards[5];

    assert_int_equal(column_fill(items, 5, 4, cards), 4);
    assert_int_equal(cards[3].lead, 4);
    assert_int_equal(cards[3].count, 2);
    assert_int_equal(column_fill(items, 5, 3, cards), 3);
    assert_int_equal(cards[0].lead, 0);
    assert_int_equal(cards[0].count, 2);
    assert_int_equal(column_fill(items, 5, 1, cards), 1);
    assert_int_equal(members(cards, 1), 5);
}

static void no_slots_mean_no_cards(void **state)
{
    (void)state;
    const struct column_item item = {10, 1, 1};
    struct column_card card;

    assert_int_equal(column_fill(&item, 1, 0, &card), 0);
    assert_int_equal(column_fill(&item, 0, 4, &card), 0);
}

static void lonely_cards_stand_beside_their_marks(void **state)
{
    (void)state;
    struct column_card cards[] = {{.at = 100}, {.at = 500}};

    column_place(cards, 2, 60, 800);
    assert_true(cards[0].top == 70);
    assert_true(cards[1].top == 470);
}

static void cards_never_overlap_and_stay_inside(void **state)
{
    (void)state;
    unsigned seed = 1;

    for (int round = 0; round < 200; round++) {
        struct column_card cards[12] = {{0}};
        double at = 0;
        for (int i = 0; i < 12; i++) {
            seed = seed * 1664525u + 1013904223u;
            at += (seed >> 8) % 100;
            cards[i].at = at - 100;
        }
        column_place(cards, 12, 65, 800);
        assert_true(cards[0].top >= 0 && cards[11].top + 65 <= 800 + 1e-6);
        for (int i = 1; i < 12; i++)
            assert_true(cards[i].top - cards[i - 1].top >= 65 - 1e-6);
    }
}

enum { APART = 5 };

/* The level beginning of one against the upright of the other, and the level ends of the one against it. */
static bool do_cross(const struct column_leader *level, const struct column_leader *upright)
{
    int top = (int)fmin(upright->mark, upright->first) - APART + 1,
        bottom = (int)fmax(upright->mark, upright->last) + APART - 1;
    bool begins_across = upright->step < level->step && level->mark >= top && level->mark <= bottom;
    bool ends_across = upright->step > level->step
        && ((level->first >= top && level->first <= bottom) || (level->last >= top && level->last <= bottom));
    int level_top = (int)fmin(level->mark, level->first), level_bottom = (int)fmax(level->mark, level->last);

    return begins_across || ends_across || (upright->step == level->step && level_top <= bottom && top <= level_bottom);
}

static void leaders_never_cross(void **state)
{
    (void)state;
    unsigned seed = 11;
    int most = 0;

    for (int round = 0; round < 300; round++) {
        struct column_leader leaders[14] = {{0}};
        int mark = 0, card = 0;
        for (int i = 0; i < 14; i++) {
            seed = seed * 1664525u + 1013904223u;
            mark += APART + (int)((seed >> 8) % 60);
            card += APART + (int)((seed >> 16) % 60);
            leaders[i] = (struct column_leader){.mark = mark, .first = card, .last = card + (int)((seed >> 24) % 50)};
            card = leaders[i].last;
        }
        int steps = column_order(leaders, 14, APART);
        most = steps > most ? steps : most;
        for (int a = 0; a < 14; a++)
            for (int b = 0; b < 14; b++)
                assert_false(a != b && do_cross(&leaders[a], &leaders[b]));
    }
    assert_in_range(most, 3, 14); /* they were in each other's way */
}

static void lonely_leaders_need_one_step(void **state)
{
    (void)state;
    struct column_leader leaders[] = {{.mark = 100, .first = 90, .last = 120}, {.mark = 300, .first = 310, .last = 310}};

    assert_int_equal(column_order(leaders, 2, APART), 1);
    assert_int_equal(column_order(leaders, 0, APART), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_has_a_card_when_there_is_room),
        cmocka_unit_test(the_least_important_join_first),
        cmocka_unit_test(no_slots_mean_no_cards),
        cmocka_unit_test(lonely_cards_stand_beside_their_marks),
        cmocka_unit_test(cards_never_overlap_and_stay_inside),
        cmocka_unit_test(leaders_never_cross),
        cmocka_unit_test(lonely_leaders_need_one_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
