/* The pack is replaced when linking: timeline needs pack_exhibit and pack_entry only. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "timeline/timeline.h"

enum { LANES = 3, MANY = 100000, SOME = 700 };

struct pack {
    struct pack_exhibit exhibit;
    struct pack_entry *entries;
};

struct pack_exhibit pack_exhibit(const struct pack *pack)
{
    return pack->exhibit;
}

struct pack_entry pack_entry(const struct pack *pack, int entry)
{
    return pack->entries[entry];
}

static struct pack_entry moment(int first, int last)
{
    struct pack_entry entry = {.importance = 1, .start = {first, last, PACK_DAY, PACK_BY_DOCUMENT, 0}};

    entry.end = entry.start;
    return entry;
}

static struct pack_entry span(int first, int last)
{
    struct pack_entry entry = moment(first, first);

    entry.is_span = true;
    entry.end.first_day = entry.end.last_day = last;
    return entry;
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int by_start(const void *a, const void *b)
{
    const struct pack_entry *x = a, *y = b;

    return x->start.first_day != y->start.first_day
        ? (x->start.first_day > y->start.first_day) - (x->start.first_day < y->start.first_day)
        : x->lane - y->lane;
}

static struct pack make_pack(int entries, unsigned seed)
{
    struct pack pack = {.exhibit = {.start_day = 0, .end_day = 2921, .lanes = LANES, .entries = entries},
                        .entries = calloc((size_t)entries + 1, sizeof(struct pack_entry))};

    for (int i = 0; i < entries; i++) {
        int first = (int)(next(&seed) % 2922);
        int length = next(&seed) % 4 == 0 ? (int)(next(&seed) % 900) : 0;
        pack.entries[i] = length > 0 ? span(first, first + length) : moment(first, first + (int)(next(&seed) % 3));
        pack.entries[i].lane = (int)(next(&seed) % LANES);
        pack.entries[i].importance = 1 + (int)(next(&seed) % 4);
        pack.entries[i].differs = next(&seed) % 5 == 0 ? 3 : 0;
    }
    qsort(pack.entries, (size_t)entries, sizeof *pack.entries, by_start);
    return pack;
}

static void between_finds_what_a_plain_search_finds(void **state)
{
    (void)state;
    struct pack pack = make_pack(SOME, 7);
    struct timeline *timeline = timeline_create(&pack);
    unsigned seed = 3;
    int found[SOME];

    for (int round = 0; round < 400; round++) {
        double first = (int)(next(&seed) % 3000) - 40 + (round % 3) * 0.25;
        double end = first + next(&seed) % 400;
        int lane = round % LANES, importance = 1 + round % 4, expected = 0;
        int count = timeline_between(timeline, lane, importance, first, end, found, SOME);
        for (int i = 0; i < SOME; i++) {
            const struct pack_entry *entry = &pack.entries[i];
            if (entry->lane == lane && entry->importance == importance && entry->start.first_day < end
                && entry->end.last_day + 1 > first && end > first)
                assert_int_equal(found[expected++], i);
        }
        assert_int_equal(count, expected);
        assert_int_equal(timeline_count_between(timeline, lane, importance, first, end), expected);
    }
    timeline_destroy(timeline);
    free(pack.entries);
}

static void between_fills_no_more_than_asked(void **state)
{
    (void)state;
    struct pack pack = make_pack(SOME, 9);
    struct timeline *timeline = timeline_create(&pack);
    int found[4] = {-1, -1, -1, -7};

    int count = timeline_between(timeline, 0, 1, 0, 2922, found, 3);
    assert_true(count > 3);
    assert_int_equal(found[3], -7);
    assert_int_equal(timeline_between(timeline, 0, 1, 0, 2922, NULL, 0), count);
    timeline_destroy(timeline);
    free(pack.entries);
}

static void starts_are_counted_once_in_windows_side_by_side(void **state)
{
    (void)state;
    struct pack pack = make_pack(SOME, 13);
    struct timeline *timeline = timeline_create(&pack);
    int found[SOME], total = 0, expected = 0;

    for (int i = 0; i < SOME; i++)
        expected += pack.entries[i].lane == 1 && pack.entries[i].importance == 2;
    for (double day = 0; day < 2922; day += 50) {
        int count = timeline_starting_between(timeline, 1, 2, day, day + 50, found, SOME);
        assert_int_equal(count, timeline_count_starting(timeline, 1, 2, day, day + 50));
        for (int i = 0; i < count; i++)
            assert_true(pack.entries[found[i]].start.first_day >= day && pack.entries[found[i]].start.first_day < day + 50);
        total += count;
    }
    assert_int_equal(total, expected);
    assert_int_equal(timeline_count_starting(timeline, 1, 2, 10, 10), 0);
    timeline_destroy(timeline);
    free(pack.entries);
}

static void what_began_before_the_exhibit_starts_with_it(void **state)
{
    (void)state;
    struct pack_entry entries[] = {span(-500, 500), span(-20, 3), moment(0, 0)};
    struct pack pack = {.exhibit = {.end_day = 999, .lanes = 1, .entries = 3}, .entries = entries};
    struct timeline *timeline = timeline_create(&pack);
    int found[3] = {-1, -1, -1};

    assert_int_equal(timeline_starting_between(timeline, 0, 1, 0, 10, found, 3), 3);
    assert_int_equal(found[0], 0);
    assert_int_equal(found[2], 2);
    assert_int_equal(timeline_count_starting(timeline, 0, 1, -1000, 0), 0);
    assert_int_equal(timeline_count_between(timeline, 0, 1, 400, 401), 1);
    timeline_destroy(timeline);
}

static void a_span_that_began_earlier_is_found_to_its_last_day(void **state)
{
    (void)state;
    struct pack_entry entries[] = {span(10, 500), moment(200, 200)};
    struct pack pack = {.exhibit = {.end_day = 999, .lanes = 1, .entries = 2}, .entries = entries};
    struct timeline *timeline = timeline_create(&pack);

    assert_int_equal(timeline_count_between(timeline, 0, 1, 500, 501), 1);
    assert_int_equal(timeline_count_between(timeline, 0, 1, 501, 502), 0);
    assert_int_equal(timeline_count_between(timeline, 0, 1, 200.5, 200.6), 2);
    assert_int_equal(timeline_count_between(timeline, 0, 1, 9, 10), 0);
    timeline_destroy(timeline);
}

static void an_endless_span_reaches_the_end_of_the_exhibit(void **state)
{
    (void)state;
    struct pack_entry entries[] = {moment(10, 10)};
    entries[0].is_span = entries[0].open_end = true;
    struct pack pack = {.exhibit = {.end_day = 999, .lanes = 1, .entries = 1}, .entries = entries};
    struct timeline *timeline = timeline_create(&pack);

    assert_true(timeline_is_endless(&entries[0]));
    assert_int_equal(timeline_count_between(timeline, 0, 1, 998, 1000), 1);
    entries[0].end.last_day = 50;
    assert_false(timeline_is_endless(&entries[0]));
    timeline_destroy(timeline);
}

static void a_moment_is_drawn_in_the_middle_of_its_window(void **state)
{
    (void)state;
    struct pack_entry day = moment(7, 7), april = moment(90, 119);

    assert_true(timeline_mark_day(&day) == 7.5);
    assert_true(timeline_mark_day(&april) == 105);
    assert_true(timeline_span_first(&april) == 90);
    assert_true(timeline_span_end(&april) == 120);
}

static void differing_entries_make_a_timeline_of_their_own(void **state)
{
    (void)state;
    struct pack pack = make_pack(SOME, 11);
    struct timeline *all = timeline_create(&pack), *differing = timeline_create_differing(&pack);
    int entries[SOME], count = timeline_differing(all, entries, SOME), total = 0, place = 0;

    for (int lane = 0; lane < LANES; lane++)
        for (int importance = 1; importance <= 4; importance++)
            total += timeline_count_between(differing, lane, importance, -1e6, 1e6);
    assert_int_equal(total, count);
    for (int entry = timeline_after(differing, -1); entry >= 0; entry = timeline_after(differing, entry))
        assert_int_equal(entry, entries[place++]);
    assert_int_equal(place, count);
    timeline_destroy(all);
    timeline_destroy(differing);
    free(pack.entries);
}

static void neighbours_end_at_both_ends(void **state)
{
    (void)state;
    struct pack pack = make_pack(5, 1);
    struct timeline *timeline = timeline_create(&pack);

    assert_int_equal(timeline_before(timeline, 0), -1);
    assert_int_equal(timeline_before(timeline, 3), 2);
    assert_int_equal(timeline_after(timeline, 3), 4);
    assert_int_equal(timeline_after(timeline, 4), -1);
    timeline_destroy(timeline);
    free(pack.entries);
}

static void an_exhibit_without_entries_answers_nothing(void **state)
{
    (void)state;
    struct pack pack = make_pack(0, 1);
    struct timeline *timeline = timeline_create(&pack);
    int entry;

    assert_int_equal(timeline_between(timeline, 0, 1, 0, 3000, &entry, 1), 0);
    assert_int_equal(timeline_differing(timeline, &entry, 1), 0);
    assert_int_equal(timeline_after(timeline, -1), -1);
    timeline_destroy(timeline);
    timeline_destroy(NULL);
    free(pack.entries);
}

static void a_hundred_thousand_entries_are_counted_and_listed_alike(void **state)
{
    (void)state;
    struct pack pack = make_pack(MANY, 5);
    struct timeline *timeline = timeline_create(&pack);
    int *found = malloc(MANY * sizeof *found), total = 0;

    for (double day = 0; day < 2922; day += 13.5) {
        int count = timeline_between(timeline, 1, 3, day, day + 2, found, MANY);
        assert_int_equal(count, timeline_count_between(timeline, 1, 3, day, day + 2));
        for (int i = 1; i < count; i++)
            assert_true(found[i] > found[i - 1]);
        total += count;
    }
    assert_true(total > 0);
    timeline_destroy(timeline);
    free(found);
    free(pack.entries);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(between_finds_what_a_plain_search_finds),
        cmocka_unit_test(between_fills_no_more_than_asked),
        cmocka_unit_test(starts_are_counted_once_in_windows_side_by_side),
        cmocka_unit_test(what_began_before_the_exhibit_starts_with_it),
        cmocka_unit_test(a_span_that_began_earlier_is_found_to_its_last_day),
        cmocka_unit_test(an_endless_span_reaches_the_end_of_the_exhibit),
        cmocka_unit_test(a_moment_is_drawn_in_the_middle_of_its_window),
        cmocka_unit_test(differing_entries_make_a_timeline_of_their_own),
        cmocka_unit_test(neighbours_end_at_both_ends),
        cmocka_unit_test(an_exhibit_without_entries_answers_nothing),
        cmocka_unit_test(a_hundred_thousand_entries_are_counted_and_listed_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
