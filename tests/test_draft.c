#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/draft.h"
#include "compiler/ids.h"
#include "compiler/names.h"
#include "sample.h"

static void memory_of_a_draft_is_zeroed_and_aligned(void **state)
{
    struct draft draft;

    (void)state;
    draft_init(&draft);
    for (size_t size = 1; size < 300000; size = size * 3 + 1) {
        uint8_t *bytes = draft_alloc(&draft, size);

        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(bytes[i], 0);
        memset(bytes, 0xff, size);
    }
    draft_done(&draft);
}

static void a_copy_ends_with_nul(void **state)
{
    struct draft draft;
    char *copies[1000];

    (void)state;
    draft_init(&draft);
    for (int i = 0; i < 1000; i++)
        copies[i] = draft_copy(&draft, "the treaty of Rapallo", (size_t)(i % 20));
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(strlen(copies[i]), i % 20);
        assert_memory_equal(copies[i], "the treaty of Rapallo", i % 20);
    }
    draft_done(&draft);
}

static void arrays_that_grow_side_by_side_keep_their_items(void **state)
{
    struct draft draft;
    int *even = NULL, *odd = NULL, even_count = 0, odd_count = 0;

    (void)state;
    draft_init(&draft);
    for (int i = 0; i < 1000; i++) {
        int *item = i % 2 ? draft_append(&draft, &odd, &odd_count, sizeof *odd)
                          : draft_append(&draft, &even, &even_count, sizeof *even);

        assert_int_equal(*item, 0);
        *item = i;
    }
    assert_int_equal(even_count, 500);
    assert_int_equal(odd_count, 500);
    for (int i = 0; i < 500; i++) {
        assert_int_equal(even[i], 2 * i);
        assert_int_equal(odd[i], 2 * i + 1);
    }
    draft_done(&draft);
}

static void references_are_resolved_by_id(void **state)
{
    struct draft draft;

    (void)state;
    sample_draft(&draft);
    assert_int_equal(draft.fallback[0].index, 1);
    assert_int_equal(draft.entries[3].lane.index, 1);
    assert_int_equal(draft.entries[3].related.items[0].index, 0);
    assert_int_equal(draft.entries[3].related.items[1].index, -1);
    assert_int_equal(draft.entries[3].sources[1].document.index, 1);
    assert_int_equal(draft.entries[3].disagreements[0].answers[2].document.index, 2);
    assert_int_equal(draft.entries[0].motif.index, -1);
    assert_int_equal(draft.stories[0].stops[1].entry.index, 3);
    draft_done(&draft);
}

static void entries_are_sorted_by_start_lane_importance_and_id(void **state)
{
    static const char *const expected[] = {"war", "c", "b", "a", "treaty", "famine"};
    struct draft draft;

    (void)state;
    sample_draft(&draft);
    draft.entries[0] = (struct draft_entry){.id = "a", .lane = {.id = "diplomacy"}, .importance = 2, .start = {.first_day = 5}};
    draft.entries[2] = (struct draft_entry){
        .id = "famine", .lane = {.id = "power"}, .importance = 1, .start = {.first_day = 6}};
    draft.entries[3].start.first_day = 5;
    draft.entries[3].importance = 2;
    draft.entries[4] = (struct draft_entry){.id = "b", .lane = {.id = "diplomacy"}, .importance = 1, .start = {.first_day = 5}};
    draft.entries[5] = (struct draft_entry){.id = "c", .lane = {.id = "power"}, .importance = 4, .start = {.first_day = 5}};
    draft_resolve(&draft);
    draft_sort(&draft);
    for (int e = 0; e < 6; e++)
        assert_string_equal(draft.entries[e].id, expected[e]);
    assert_int_equal(draft.stories[0].stops[1].entry.index, 4);
    draft_done(&draft);
}

struct seen {
    int texts, originals, titles;
    bool is_russian;
};

static void look(struct draft_visit visit, void *context)
{
    struct seen *seen = context;

    assert_non_null(visit.text->bytes);
    assert_non_null(visit.tag);
    seen->texts++;
    seen->originals += visit.language < 0;
    seen->titles += visit.is_title;
    if (visit.language < 0) {
        assert_int_equal(visit.role, PACK_DOCUMENT);
        seen->is_russian |= strcmp(visit.tag, "ru") == 0;
    }
}

static void every_text_is_visited_once(void **state)
{
    struct draft draft;
    struct seen seen = {0}, again = {0};

    (void)state;
    sample_draft(&draft);
    draft_each_text(&draft, look, &seen);
    assert_int_equal(seen.originals, 5);
    assert_true(seen.is_russian);
    assert_true(seen.titles > 0 && seen.titles < seen.texts);
    draft.entries[3].statements[1].text.in[1].bytes = NULL;
    draft_each_text(&draft, look, &again);
    assert_int_equal(again.texts, seen.texts - 1);
    draft_done(&draft);
}

static void ids_lead_to_the_first_of_their_things(void **state)
{
    static const char *const list[] = {"pear", "apple", NULL, "plum", "apple"};
    struct ids *ids = ids_open(list, 5, sizeof *list, 0);

    (void)state;
    assert_int_equal(ids_find(ids, "pear"), 0);
    assert_int_equal(ids_find(ids, "apple"), 1);
    assert_int_equal(ids_find(ids, "plum"), 3);
    assert_int_equal(ids_find(ids, "fig"), -1);
    assert_int_equal(ids_find(ids, NULL), -1);
    ids_close(ids);
}

static void a_name_is_kept_once(void **state)
{
    struct names *names = names_create();
    uint32_t places[5000];
    char name[32];

    (void)state;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 5000; i++) {
            uint32_t place;

            snprintf(name, sizeof name, "name-%d", i);
            place = names_put(names, name);
            assert_true(round == 0 || place == places[i]);
            assert_string_equal((const char *)names_bytes(names)->bytes + place, name);
            places[i] = place;
        }
    }
    assert_int_equal(names_put(names, NULL), names_put(names, ""));
    names_destroy(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_of_a_draft_is_zeroed_and_aligned),
        cmocka_unit_test(a_copy_ends_with_nul),
        cmocka_unit_test(arrays_that_grow_side_by_side_keep_their_items),
        cmocka_unit_test(references_are_resolved_by_id),
        cmocka_unit_test(entries_are_sorted_by_start_lane_importance_and_id),
        cmocka_unit_test(every_text_is_visited_once),
        cmocka_unit_test(ids_lead_to_the_first_of_their_things),
        cmocka_unit_test(a_name_is_kept_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
