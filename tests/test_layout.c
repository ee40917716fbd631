/*
 * The overlap sweep: every zoom level, offset, panel, text size and length of labels. No two footprints of a row are nearer than
 * the gap, labels stay inside the bounds, and every entry is a mark or a member of one, on the screen if the entry is.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "timeline/layout.h"

enum { ENTRIES = 90, MANY = 1500 };

struct entry {
    double first, end;
    int importance, letters;
    bool is_span, differs;
};

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int by_first(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;

    return (x->first > y->first) - (x->first < y->first);
}

/* Eight years of one lane, a third of the entries crowded into two months. */
static void make_entries(struct entry *entries, int count, unsigned seed)
{
    for (int i = 0; i < count; i++) {
        struct entry *entry = &entries[i];
        entry->first = next(&seed) % 3 == 0 ? 300 + next(&seed) % 60 : next(&seed) % 2922;
        entry->is_span = next(&seed) % 4 == 0;
        entry->end = entry->first + 1
            + (entry->is_span             ? next(&seed) % 900
                   : next(&seed) % 8 == 0 ? 30
                   : next(&seed) % 8 == 1 ? 365
                                          : 0);
        entry->end = fmin(entry->end, 2922);
        entry->importance = 1 + (int)(next(&seed) % 4);
        entry->letters = 4 + (int)(next(&seed) % 21);
        entry->differs = next(&seed) % 5 == 0;
    }
    qsort(entries, (size_t)count, sizeof *entries, by_first);
}

struct panel_case {
    const char *name;
    double length;
    int target, gap, key;
};

static const struct panel_case panels[] = {
    {"P1", 733, 52, 11, 32},  {"P2", 390, 83, 17, 36}, {"P3", 1575, 44, 9, 44},
    {"P4", 3150, 82, 17, 88}, {"P6", 1575, 44, 7, 44}, {"P3 portrait", 1000, 44, 9, 44},
};

static const double spans_days[] = {2922, 1461, 730, 366, 182, 70, 30, 14};
static const double letter_px[] = {7, 11.5, 16.1, 23, 60};

static struct layout_measures measures_of(const struct panel_case *panel, int rows, double scale)
{
    int merge = panel->target + panel->gap;

    return (struct layout_measures){.rows = rows,
                                    .key = panel->key,
                                    .target = panel->target,
                                    .gap = panel->gap,
                                    .words_gap = 40,
                                    .merge = merge,
                                    .cluster = 2 * merge,
                                    .label_gap = 12,
                                    .badge = 40,
                                    .bound_first = 0,
                                    .bound_end = 2922 * scale};
}

static int label_importance(double days)
{
    return days > 1461 ? 1 : days > 366 ? 2 : 4;
}

static struct layout_item item_of(const struct entry *entry, double scale, double days, double letter)
{
    struct layout_item item = {.importance = entry->importance,
                               .is_span = entry->is_span,
                               .is_labelled = entry->importance <= label_importance(days),
                               .first = entry->first * scale,
                               .end = entry->end * scale,
                               .tile = entry->differs ? 14 : 0};

    item.mark = entry->is_span ? item.first : (item.first + item.end) / 2;
    item.room = entry->is_span ? (item.end - item.first) * 0.8 : item.end - item.mark - 36;
    item.label = (int)(entry->letters * letter);
    item.short_label = item.is_span ? item.label / 2 : 0;
    return item;
}

static int compare_marks(const void *a, const void *b)
{
    const struct layout_item *x = a, *y = b;

    return (x->mark > y->mark) - (x->mark < y->mark);
}

static void assert_apart(const struct layout *layout, const struct layout_measures *measures, const char *where)
{
    for (int i = 0; i < layout->mark_count; i++) {
        const struct layout_mark *a = &layout->marks[i];
        if (a->end - a->first < measures->target - 1e-6 || a->row < 0 || a->row >= measures->rows)
            fail_msg("%s: mark %d is %f wide in row %d", where, i, a->end - a->first, a->row);
        if (a->side != LAYOUT_NO_LABEL && a->side != LAYOUT_INSIDE
            && (a->first < fmin(measures->bound_first, a->body_first) - 1e-6
                || a->end > fmax(measures->bound_end, a->body_end) + 1e-6))
            fail_msg("%s: label of mark %d leaves the bounds", where, i);
        for (int k = i + 1; k < layout->mark_count; k++) {
            const struct layout_mark *b = &layout->marks[k];
            if (a->row == b->row && a->first < b->end + measures->gap - 1e-3 && b->first < a->end + measures->gap - 1e-3)
                fail_msg("%s: %f..%f and %f..%f meet in row %d", where, a->first, a->end, b->first, b->end, a->row);
            const struct layout_mark *left = a->first < b->first ? a : b, *right = left == a ? b : a;
            bool are_words = left->side == LAYOUT_RIGHT && right->side == LAYOUT_LEFT;
            if (a->row == b->row && are_words && right->first - left->end < measures->words_gap - 1e-3)
                fail_msg("%s: labels end at %f and begin at %f", where, left->end, right->first);
        }
    }
}

static void assert_reachable(const struct layout *layout, int items, int crowded, const char *where)
{
    int members = 0, counted = 0;
    unsigned char *seen = calloc((size_t)items + 1, 1);

    for (int i = 0; i < layout->mark_count; i++) {
        const struct layout_mark *mark = &layout->marks[i];
        if (mark->item < 0) {
            counted += mark->count;
            continue;
        }
        for (int k = 0; k < mark->count; k++, members++) {
            int item = layout->members[mark->first_member + k];
            if (seen[item]++)
                fail_msg("%s: item %d is listed twice", where, item);
            assert_int_equal(layout_find(layout, item), i);
        }
    }
    if (members + counted != items + crowded)
        fail_msg("%s: %d of %d entries are reachable", where, members + counted, items + crowded);
    free(seen);
}

static void sweep(int count, unsigned seed, bool spans_stay)
{
    struct layout layout;
    struct entry *entries = calloc((size_t)count, sizeof *entries);
    struct layout_item *items = calloc((size_t)count, sizeof *items);

    layout_init(&layout);
    make_entries(entries, count, seed);
    for (size_t p = 0; p < sizeof panels / sizeof *panels; p++)
        for (size_t z = 0; z < sizeof spans_days / sizeof *spans_days; z++)
            for (size_t l = 0; l < sizeof letter_px / sizeof *letter_px; l++)
                for (int rows = 1; rows <= 5; rows++) {
                    double scale = panels[p].length / spans_days[z];
                    struct layout_measures measures = measures_of(&panels[p], rows, scale);
                    char where[96];
                    measures.spans_stay = spans_stay;
                    snprintf(where, sizeof where, "%s, %.0f days, letters of %.1f px, %d rows", panels[p].name, spans_days[z],
                             letter_px[l], rows);
                    for (int i = 0; i < count; i++)
                        items[i] = item_of(&entries[i], scale, spans_days[z], letter_px[l]);
                    qsort(items, (size_t)count, sizeof *items, compare_marks);
                    assert_true(layout_lane(&layout, items, count, NULL, 0, measures));
                    assert_apart(&layout, &measures, where);
                    assert_reachable(&layout, count, 0, where);
                }
    layout_done(&layout);
    free(entries);
    free(items);
}

static void nothing_overlaps_and_everything_is_reachable(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 4; seed++)
        sweep(ENTRIES, seed, false);
}

static void bars_in_a_single_row_keep_the_rules_too(void **state)
{
    (void)state;
    sweep(ENTRIES, 21, true);
}

static bool is_seen(const struct layout_mark *mark, const struct layout_measures *measures)
{
    if (mark->kind == LAYOUT_SPAN)
        return mark->first < measures->window_end && mark->end > measures->window_first;
    return mark->mark >= measures->window_first && mark->mark < measures->window_end;
}

/* What is on the screen is not cut by its edges. */
static void assert_whole(const struct layout *layout, const struct layout_measures *measures, const char *where)
{
    double half = measures->target / 2.0;

    for (int i = 0; i < layout->mark_count; i++) {
        const struct layout_mark *mark = &layout->marks[i];
        if (mark->kind != LAYOUT_SPAN && is_seen(mark, measures)
            && (mark->mark - half < measures->whole_first - 1e-6 || mark->mark + half > measures->whole_end + 1e-6))
            fail_msg("%s: the mark at %f is cut by %f..%f", where, mark->mark, measures->whole_first, measures->whole_end);
    }
}

static void assert_seen(const struct layout *layout, const struct layout_item *items, int count,
                        const struct layout_measures *measures, const char *where)
{
    for (int i = 0; i < count; i++) {
        const struct layout_mark *mark = &layout->marks[layout_find(layout, i)];
        if (items[i].mark >= measures->window_first && items[i].mark < measures->window_end && !is_seen(mark, measures))
            fail_msg("%s: item %d at %f is held by a mark at %f, outside %f..%f", where, i, items[i].mark, mark->mark,
                     measures->window_first, measures->window_end);
    }
}

static void who_is_on_the_screen_has_a_mark_on_the_screen(void **state)
{
    (void)state;
    struct layout layout;
    struct entry entries[ENTRIES];
    struct layout_item items[ENTRIES];

    layout_init(&layout);
    for (unsigned round = 0; round < 600; round++) {
        const struct panel_case *panel = &panels[round % 6];
        double days = spans_days[1 + round % 7], scale = panel->length / days;
        struct layout_measures measures = measures_of(panel, 1 + (int)(round % 5), scale);
        make_entries(entries, ENTRIES, round / 60 + 1);
        measures.spans_stay = round % 3 == 0;
        measures.window_first = (2922 - days) * (round % 11) / 10.0 * scale;
        measures.window_end = measures.window_first + panel->length;
        measures.whole_first = measures.window_first + 3;
        measures.whole_end = measures.window_end - 14;
        for (int i = 0; i < ENTRIES; i++) {
            items[i] = item_of(&entries[i], scale, days, letter_px[round % 5]);
            if (items[i].is_span && items[i].first < measures.window_first && items[i].end > measures.window_first)
                items[i].mark = measures.window_first;
        }
        qsort(items, ENTRIES, sizeof *items, compare_marks);
        assert_true(layout_lane(&layout, items, ENTRIES, NULL, 0, measures));
        assert_apart(&layout, &measures, panel->name);
        assert_reachable(&layout, ENTRIES, 0, panel->name);
        assert_seen(&layout, items, ENTRIES, &measures, panel->name);
        assert_whole(&layout, &measures, panel->name);
    }
    layout_done(&layout);
}

static void very_many_entries_keep_the_rules_too(void **state)
{
    (void)state;
    struct layout layout;
    struct entry *entries = calloc(MANY, sizeof *entries);
    struct layout_item *items = calloc(MANY, sizeof *items);

    layout_init(&layout);
    make_entries(entries, MANY, 5);
    for (int rows = 1; rows <= 4; rows += 3) {
        struct layout_measures measures = measures_of(&panels[2], rows, panels[2].length / 730);
        for (int i = 0; i < MANY; i++)
            items[i] = item_of(&entries[i], panels[2].length / 730, 730, 11.5);
        qsort(items, MANY, sizeof *items, compare_marks);
        assert_true(layout_lane(&layout, items, MANY, NULL, 0, measures));
        assert_apart(&layout, &measures, "many");
        assert_reachable(&layout, MANY, 0, "many");
    }
    layout_done(&layout);
    free(entries);
    free(items);
}

static void crowds_take_in_what_stands_among_them(void **state)
{
    (void)state;
    struct layout layout;
    struct entry entries[ENTRIES];
    struct layout_item items[ENTRIES];
    struct layout_crowd crowds[14];

    layout_init(&layout);
    make_entries(entries, ENTRIES, 8);
    for (int rows = 1; rows <= 4; rows++) {
        double scale = panels[2].length / 2922;
        struct layout_measures measures = measures_of(&panels[2], rows, scale);
        int crowded = 0;
        for (int i = 0; i < ENTRIES; i++)
            items[i] = item_of(&entries[i], scale, 2922, 11.5);
        qsort(items, ENTRIES, sizeof *items, compare_marks);
        for (int i = 0; i < 14; i++) {
            crowds[i] = (struct layout_crowd){i * measures.cluster, (i + 1) * measures.cluster, i == 3 ? 0 : 1000 + i};
            crowded += crowds[i].count;
        }
        assert_true(layout_lane(&layout, items, ENTRIES, crowds, 14, measures));
        assert_apart(&layout, &measures, "crowds");
        assert_reachable(&layout, ENTRIES, crowded, "crowds");
    }
    layout_done(&layout);
}

/* A pan brings the middle of a crowd in; before it, what lies at the edge of the window is still touched. */
static void a_crowd_that_the_window_cuts_stands_inside_it(void **state)
{
    (void)state;
    struct layout_measures measures = measures_of(&panels[2], 1, 1);
    struct layout layout;
    struct layout_crowd crowds[6];

    layout_init(&layout);
    for (int i = 0; i < 6; i++)
        crowds[i] = (struct layout_crowd){i * measures.cluster, (i + 1) * measures.cluster, 500};
    measures.window_first = measures.cluster * 0.9;
    measures.window_end = measures.cluster * 4.1;
    assert_true(layout_lane(&layout, NULL, 0, crowds, 6, measures));
    assert_apart(&layout, &measures, "a window");
    assert_int_equal(layout.mark_count, 6);
    assert_true(layout.marks[0].mark == measures.window_first);
    assert_true(layout.marks[4].mark == measures.window_end);
    assert_true(layout.marks[2].mark == measures.cluster * 2.5);
    layout_done(&layout);
}

/* There it may have to stand so near to the next one that the two are one. */
static void no_crowd_is_lost_at_an_edge_of_the_window(void **state)
{
    (void)state;
    struct layout_measures measures = measures_of(&panels[2], 1, 1);
    struct layout layout;
    struct layout_crowd crowds[12];

    layout_init(&layout);
    for (int i = 0; i < 12; i++)
        crowds[i] = (struct layout_crowd){i * measures.cluster, (i + 1) * measures.cluster, 500 + i};
    for (double cut = 0; cut < 1; cut += 0.05) {
        measures.window_first = measures.whole_first = measures.cluster * (2 + cut);
        measures.window_end = measures.whole_end = measures.cluster * (8 + cut);
        assert_true(layout_lane(&layout, NULL, 0, crowds, 12, measures));
        assert_apart(&layout, &measures, "crowds at an edge");
        assert_reachable(&layout, 0, 12 * 500 + 66, "crowds at an edge");
        for (int i = 1; i < layout.mark_count; i++)
            assert_true(layout.marks[i].crowd_first == layout.marks[i - 1].crowd_end);
        assert_true(layout.marks[layout.mark_count - 1].members_end == crowds[11].end);
    }
    layout_done(&layout);
}

static struct layout_item moment(double place, int importance, int label)
{
    return (struct layout_item){
        .importance = importance, .is_labelled = label > 0, .mark = place, .first = place, .end = place, .label = label};
}

static struct layout lane(const struct layout_item *items, int count, int rows)
{
    struct layout layout;
    struct layout_measures measures = measures_of(&panels[2], rows, panels[2].length / 2922);

    layout_init(&layout);
    assert_true(layout_lane(&layout, items, count, NULL, 0, measures));
    return layout;
}

static void a_label_goes_right_then_left_then_to_the_next_row(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(400, 1, 200), moment(470, 2, 100), moment(380, 3, 150)};
    struct layout layout = lane(items, 2, 3);

    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    assert_int_equal(layout.marks[0].row, 0);
    assert_int_equal(layout.marks[1].row, 1);
    layout_done(&layout);

    const struct layout_item pair[] = {moment(400, 2, 150), moment(460, 1, 200)};
    layout = lane(pair, 2, 3);
    assert_int_equal(layout.marks[0].side, LAYOUT_LEFT);
    assert_int_equal(layout.marks[0].row, 0);
    layout_done(&layout);
}

static void a_label_without_room_joins_its_neighbour(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(700, 1, 200), moment(720, 1, 300), moment(730, 1, 300)};
    struct layout layout = lane(items, 3, 2);

    assert_int_equal(layout.mark_count, 1);
    assert_int_equal(layout.marks[0].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[0].count, 3);
    assert_int_equal(layout.marks[0].item, 0);
    layout_done(&layout);
}

static void what_is_alone_in_the_last_row_is_labelled_there(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(400, 1, 500), moment(600, 1, 300), moment(601, 3, 0), moment(1200, 3, 0)};
    struct layout layout = lane(items, 1, 2);
    layout_done(&layout);

    layout = lane(items, 2, 2);
    assert_int_equal(layout.marks[1].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[1].row, 1);
    layout_done(&layout);
}

static void a_labelled_mark_takes_in_what_its_label_would_hide(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(400, 1, 500), moment(600, 1, 300), moment(601, 3, 0), moment(1200, 3, 0)};
    struct layout layout = lane(items, 4, 2);

    assert_int_equal(layout.mark_count, 3);
    assert_int_equal(layout.marks[1].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[1].row, 1);
    assert_int_equal(layout.marks[1].item, 1);
    assert_int_equal(layout.marks[1].count, 2);
    assert_true(layout.marks[1].end - layout.marks[1].body_end >= 300 + 40);
    layout_done(&layout);

    /* too far away to be taken in, too near to be left beside the label */
    const struct layout_item far[] = {moment(400, 1, 800), moment(600, 1, 600), moment(900, 3, 0),
                                      moment(1000, 3, 0),  moment(330, 3, 0),   moment(200, 3, 0)};
    struct layout_item sorted[] = {far[5], far[4], far[0], far[1], far[2], far[3]};
    layout = lane(sorted, 6, 2);
    assert_int_equal(layout.marks[layout_find(&layout, 3)].side, LAYOUT_NO_LABEL);
    layout_done(&layout);
}

static void others_change_their_seats_for_one_without(void **state)
{
    (void)state;
    /* 800 would go right in the first row, where 860 then finds no room to either side */
    const struct layout_item pair[] = {moment(800, 1, 200), moment(860, 1, 200)};
    struct layout layout = lane(pair, 2, 2);

    assert_int_equal(layout.marks[0].side, LAYOUT_LEFT);
    assert_int_equal(layout.marks[1].side, LAYOUT_RIGHT);
    assert_int_equal(layout.marks[0].row, 0);
    assert_int_equal(layout.marks[1].row, 0);
    layout_done(&layout);

    /* 600 keeps its seat when moving it would only cost its own label */
    const struct layout_item three[] = {moment(800, 1, 200), moment(860, 1, 200), moment(920, 2, 200)};
    layout = lane(three, 3, 2);
    assert_int_equal(layout.marks[layout_find(&layout, 0)].side, LAYOUT_LEFT);
    assert_int_equal(layout.marks[layout_find(&layout, 1)].side, LAYOUT_RIGHT);
    layout_done(&layout);
}

static void a_bracket_goes_before_a_label_does(void **state)
{
    (void)state;
    struct layout_item items[] = {{.importance = 1,
                                   .is_span = true,
                                   .is_labelled = true,
                                   .mark = 100,
                                   .first = 100,
                                   .end = 640,
                                   .room = 500,
                                   .label = 90},
                                  moment(700, 1, 150)};
    items[1].first = 600;
    items[1].end = 800;
    struct layout layout = lane(items, 2, 2);

    assert_int_equal(layout.marks[1].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[1].row, 0);
    assert_true(layout.marks[1].first > 640 && layout.marks[1].body_end < 800);
    layout_done(&layout);
    layout = lane(items, 2, 3);
    assert_true(layout.marks[1].row == 1 && layout.marks[1].body_first == 600);
    layout_done(&layout);
}

static void a_label_is_whole_inside_the_window(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(990, 1, 200), moment(1950, 1, 200)};
    struct layout layout;
    struct layout_measures measures = measures_of(&panels[2], 3, panels[2].length / 730);

    layout_init(&layout);
    measures.window_first = 900;
    measures.window_end = 2000;
    assert_true(layout_lane(&layout, items, 2, NULL, 0, measures));
    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    assert_int_equal(layout.marks[1].side, LAYOUT_LEFT);
    layout_done(&layout);
}

/* A window of 1000 pixels from 1000 on. */
static struct layout lane_in_window(const struct layout_item *items, int count, int rows)
{
    struct layout layout;
    struct layout_measures measures = measures_of(&panels[2], rows, panels[2].length / 730);

    layout_init(&layout);
    measures.window_first = 1000;
    measures.window_end = 2000;
    measures.whole_first = 1003;
    measures.whole_end = 1986;
    assert_true(layout_lane(&layout, items, count, NULL, 0, measures));
    return layout;
}

static void a_mark_at_an_edge_of_the_window_stands_beside_it(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(990, 3, 0), moment(1000, 3, 0), moment(1500, 1, 100), moment(1999, 1, 100)};
    struct layout layout = lane_in_window(items, 4, 3);

    assert_true(layout.marks[layout_find(&layout, 0)].mark < 1000);
    assert_int_equal(layout.marks[layout_find(&layout, 0)].count, 1);
    assert_true(layout.marks[layout_find(&layout, 1)].mark == 1003 + 22);
    assert_true(layout.marks[layout_find(&layout, 2)].mark == 1500);
    assert_true(layout.marks[layout_find(&layout, 3)].mark == 1986 - 22);
    layout_done(&layout);
}

static void a_bracket_that_is_seen_has_its_mark_in_it(void **state)
{
    (void)state;
    struct layout_item items[] = {moment(700, 1, 100), moment(900, 1, 100)};

    items[0].first = 380;
    items[0].end = 1020; /* too little of it is seen */
    items[1].first = 600;
    items[1].end = 1200;
    struct layout layout = lane_in_window(items, 2, 3);
    const struct layout_mark *mark = &layout.marks[layout_find(&layout, 1)];
    assert_true(layout.marks[layout_find(&layout, 0)].mark == 700);
    assert_true(mark->mark > 1000 && mark->mark < 1200);
    assert_true(mark->side != LAYOUT_NO_LABEL);
    layout_done(&layout);
}

static void a_number_behind_a_label_stays_in_the_window(void **state)
{
    (void)state;
    /* whole to the left, but not with a number */
    struct layout_item items[] = {moment(1190, 1, 140), moment(1200, 2, 900), moment(1260, 1, 100)};

    items[2].is_span = true;
    items[2].end = 1990;
    items[2].room = 600;
    struct layout layout = lane_in_window(items, 3, 2);
    assert_int_equal(layout.marks[layout_find(&layout, 0)].side, LAYOUT_LEFT);
    for (int i = 0; i < layout.mark_count; i++)
        assert_true(layout.marks[i].first >= 1000);
    layout_done(&layout);
}

static void labels_of_two_marks_do_not_read_as_one(void **state)
{
    (void)state;
    /* 30 between the two labels */
    const struct layout_item items[] = {moment(400, 1, 100), moment(698, 2, 100), moment(760, 1, 700)};
    struct layout layout = lane(items, 3, 3);
    const struct layout_mark *first = &layout.marks[layout_find(&layout, 0)], *second = &layout.marks[layout_find(&layout, 1)];

    assert_true(first->side == LAYOUT_RIGHT && first->end == 534);
    assert_true(second->row != first->row || second->side != LAYOUT_LEFT || second->first >= first->end + 40);
    layout_done(&layout);
}

static void a_label_begins_beside_the_sign(void **state)
{
    (void)state;
    struct layout_item item = moment(600, 1, 100);

    item.tile = 6;
    item.clear = 44;
    struct layout layout = lane(&item, 1, 3);
    assert_true(layout.marks[0].side == LAYOUT_RIGHT && layout.marks[0].words == 644 && layout.marks[0].end == 744);
    layout_done(&layout);
}

static void a_bar_without_a_seat_is_named_as_a_mark(void **state)
{
    (void)state;
    struct layout_item bars[] = {moment(400, 1, 100), moment(600, 2, 100)};

    for (int i = 0; i < 2; i++) {
        bars[i].is_span = true;
        bars[i].end = 1200;
        bars[i].room = 130; /* enough for the label, not for the number of another */
    }
    struct layout layout = lane(bars, 2, 2);
    const struct layout_mark *mark = &layout.marks[layout_find(&layout, 1)];
    assert_true(mark->kind == LAYOUT_KEY && mark->row == 1 && mark->side == LAYOUT_RIGHT && mark->mark == 600);
    assert_int_equal(layout_lost(&layout, bars, 2, 0, 2000), 8 >> 2); /* how long it lasts is not seen */
    layout_done(&layout);
}

static void a_sign_that_voices_differ_belongs_to_the_mark(void **state)
{
    (void)state;
    struct layout_item items[] = {moment(600, 3, 0), moment(655, 3, 0), moment(800, 3, 0)};

    items[0].tile = 20;
    struct layout layout = lane(items, 3, 2);
    const struct layout_mark *mark = &layout.marks[layout_find(&layout, 0)];
    assert_true(mark->end - mark->mark >= 22 + 20);
    layout_done(&layout);
}

static void the_more_important_is_placed_first(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(700, 2, 500), moment(710, 1, 500)};
    struct layout layout = lane(items, 2, 2);

    assert_int_equal(layout.marks[0].item, 1);
    layout_done(&layout);
}

static void marks_nearer_than_a_target_merge(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(100, 3, 0), moment(152, 3, 0), moment(300, 3, 0), moment(353, 3, 0)};
    struct layout layout = lane(items, 4, 3);

    assert_int_equal(layout.mark_count, 3);
    assert_int_equal(layout.marks[0].kind, LAYOUT_CLUSTER);
    assert_int_equal(layout.marks[0].count, 2);
    assert_int_equal(layout.marks[1].kind, LAYOUT_SMALL);
    assert_true(layout.marks[0].members_first == 100 && layout.marks[0].members_end == 152);
    layout_done(&layout);
}

static void a_cluster_is_not_wider_than_allowed(void **state)
{
    (void)state;
    struct layout_item items[40];

    for (int i = 0; i < 40; i++)
        items[i] = moment(100 + 10 * i, 3, 0);
    struct layout layout = lane(items, 40, 3);
    assert_true(layout.mark_count >= 4);
    for (int i = 0; i < layout.mark_count; i++)
        assert_true(layout.marks[i].members_end - layout.marks[i].members_first <= 106);
    layout_done(&layout);
}

/* One row, and a label that keeps both from a seat of their own: their cluster is named after one of them where there is room. */
static void a_cluster_with_room_beside_it_is_named(void **state)
{
    (void)state;
    struct layout_item items[] = {{.importance = 1, .is_labelled = true, .mark = 100, .first = 100, .end = 100, .label = 140},
                                  {.importance = 1, .is_labelled = true, .mark = 300, .first = 300, .end = 300, .label = 90},
                                  {.importance = 2, .mark = 320, .first = 320, .end = 320}};
    struct layout layout = lane(items, 3, 1);
    int named = layout_find(&layout, 1);

    assert_int_equal(layout.marks[named].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[named].item, 1);
    assert_int_equal(layout.marks[named].count, 2);
    assert_true(layout.marks[named].has_badge_room);
    assert_true(layout.marks[named].first > layout.marks[0].end);
    layout_done(&layout);
}

static void a_span_label_that_does_not_fit_stands_outside(void **state)
{
    (void)state;
    struct layout_item bar = {
        .importance = 1, .is_span = true, .is_labelled = true, .mark = 200, .first = 200, .end = 300, .room = 70, .label = 160};
    struct layout layout = lane(&bar, 1, 3);

    assert_int_equal(layout.marks[0].kind, LAYOUT_SPAN);
    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    layout_done(&layout);
    bar.room = 300;
    layout = lane(&bar, 1, 3);
    assert_int_equal(layout.marks[0].side, LAYOUT_INSIDE);
    layout_done(&layout);
}

/* One row leaves no bars: what is said beside a mark is narrower than beside a bar, with the date below it. */
static void in_one_row_a_span_takes_the_room_of_a_marks_label(void **state)
{
    (void)state;
    struct layout_item bar = {.importance = 1, .is_span = true, .is_labelled = true, .mark = 200, .first = 200, .end = 300,
                              .room = 70, .label = 600, .mark_label = 150};
    struct layout layout = lane(&bar, 1, 1), wide = lane(&bar, 1, 3);

    assert_int_equal(layout.marks[0].kind, LAYOUT_KEY);
    assert_int_equal((int)layout.marks[0].end, (int)layout.marks[0].words + bar.mark_label + measures_of(&panels[2], 1, 1).badge);
    assert_int_equal(wide.marks[0].kind, LAYOUT_SPAN);
    assert_int_equal((int)wide.marks[0].end, (int)wide.marks[0].words + bar.label);
    layout_done(&layout);
    layout_done(&wide);
}

static void a_span_label_without_room_is_shortened(void **state)
{
    (void)state;
    struct layout_item bar = {.importance = 1, .is_span = true, .is_labelled = true, .mark = 200, .first = 200, .end = 300,
                              .room = 70, .label = 600, .short_label = 160};
    struct layout_measures measures = measures_of(&panels[2], 3, panels[2].length / 2922);
    struct layout layout;

    layout_init(&layout);
    measures.window_end = 800;
    assert_true(layout_lane(&layout, &bar, 1, NULL, 0, measures));
    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    assert_true(layout.marks[0].is_short);
    assert_int_equal((int)layout.marks[0].end, 300 + measures.label_gap + bar.short_label);
    measures.window_end = 1200;
    assert_true(layout_lane(&layout, &bar, 1, NULL, 0, measures));
    assert_false(layout.marks[0].is_short);
    assert_int_equal((int)layout.marks[0].end, 300 + measures.label_gap + bar.label);
    layout_done(&layout);
}

static void a_number_does_not_push_a_label_out_of_the_window(void **state)
{
    (void)state;
    const struct layout_item bars[] = {
        {.importance = 1, .is_span = true, .is_labelled = true, .mark = 100, .first = 100, .end = 300, .label = 180},
        {.importance = 2, .is_span = true, .is_labelled = true, .mark = 150, .first = 150, .end = 280, .label = 180}};
    struct layout_measures measures = measures_of(&panels[2], 2, panels[2].length / 2922);
    struct layout layout;

    layout_init(&layout);
    measures.window_end = 600;
    assert_true(layout_lane(&layout, bars, 2, NULL, 0, measures));
    assert_true(layout.marks[0].has_badge_room);
    assert_int_equal((int)layout.marks[0].end, 300 + measures.label_gap + 180 + measures.badge);
    measures.window_end = 500;
    assert_true(layout_lane(&layout, bars, 2, NULL, 0, measures));
    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    assert_false(layout.marks[0].has_badge_room);
    assert_int_equal((int)layout.marks[0].end, 300 + measures.label_gap + 180);
    layout_done(&layout);
}

static void a_span_shown_as_a_mark_has_no_inside(void **state)
{
    (void)state;
    struct layout_item bar = {.importance = 1,
                              .is_span = true,
                              .is_labelled = true,
                              .mark = 200,
                              .first = 200,
                              .end = 900,
                              .room = 600,
                              .label = 160};
    struct layout layout = lane(&bar, 1, 1);

    assert_int_equal(layout.marks[0].kind, LAYOUT_KEY);
    assert_int_equal(layout.marks[0].side, LAYOUT_RIGHT);
    assert_true(layout.marks[0].end >= layout.marks[0].body_end + 160);
    layout_done(&layout);
}

static void a_wide_bracket_carries_its_label(void **state)
{
    (void)state;
    struct layout_item month = moment(600, 1, 150);
    month.first = 300;
    month.end = 900;
    month.room = 270;
    struct layout layout = lane(&month, 1, 3);

    assert_int_equal(layout.marks[0].side, LAYOUT_INSIDE);
    assert_true(layout.marks[0].first == 300 && layout.marks[0].end == 900);
    layout_done(&layout);
}

static void what_lasts_stands_above_moments(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(200, 1, 100),
                                        {.importance = 1,
                                         .is_span = true,
                                         .is_labelled = true,
                                         .mark = 210,
                                         .first = 210,
                                         .end = 700,
                                         .room = 400,
                                         .label = 90}};
    struct layout layout = lane(items, 2, 3);

    assert_int_equal(layout.marks[1].kind, LAYOUT_SPAN);
    assert_int_equal(layout.marks[1].row, 0);
    layout_done(&layout);
}

static void rows_go_where_they_save_most_labels(void **state)
{
    (void)state;
    /* lost with 1 to 5 rows */
    const int lost[] = {
        20, 10, 4, 2, 0, 9, 9, 0, 0, 0, /* a second row alone does not help */
        8,  0,  0, 0, 0, 0, 0, 0, 0, 0,
    };
    int rows[4];

    layout_share_rows(lost, 5, 4, 10, rows);
    assert_int_equal(rows[0], 3);
    assert_int_equal(rows[1], 3);
    assert_int_equal(rows[2], 2);
    assert_int_equal(rows[3], 2);
    layout_share_rows(lost, 5, 4, 30, rows);
    assert_int_equal(rows[0], 5);
    assert_int_equal(rows[1], 3);
    layout_share_rows(lost, 5, 4, 6, rows);
    assert_int_equal(rows[0], 2);
    assert_int_equal(rows[2], 2);
    layout_share_rows(lost, 5, 4, 2, rows);
    for (int i = 0; i < 4; i++)
        assert_int_equal(rows[i], 1);
}

static void lost_labels_are_counted_by_importance(void **state)
{
    (void)state;
    const struct layout_item items[] = {moment(700, 1, 200), moment(720, 1, 300), moment(730, 2, 300), moment(1000, 3, 0)};
    struct layout layout = lane(items, 4, 2);

    assert_int_equal(layout_lost(&layout, items, 4, 0, 1000), 8 + 4);
    assert_int_equal(layout_lost(&layout, items, 4, 725, 1000), 4);
    layout_done(&layout);
}

static void an_empty_lane_has_no_marks(void **state)
{
    (void)state;
    struct layout layout = lane(NULL, 0, 3);

    assert_int_equal(layout.mark_count, 0);
    assert_int_equal(layout_lost(&layout, NULL, 0, 0, 1), 0);
    layout_done(&layout);
    layout_done(&layout);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_overlaps_and_everything_is_reachable),
        cmocka_unit_test(bars_in_a_single_row_keep_the_rules_too),
        cmocka_unit_test(who_is_on_the_screen_has_a_mark_on_the_screen),
        cmocka_unit_test(very_many_entries_keep_the_rules_too),
        cmocka_unit_test(crowds_take_in_what_stands_among_them),
        cmocka_unit_test(a_crowd_that_the_window_cuts_stands_inside_it),
        cmocka_unit_test(no_crowd_is_lost_at_an_edge_of_the_window),
        cmocka_unit_test(a_label_goes_right_then_left_then_to_the_next_row),
        cmocka_unit_test(a_label_without_room_joins_its_neighbour),
        cmocka_unit_test(what_is_alone_in_the_last_row_is_labelled_there),
        cmocka_unit_test(a_labelled_mark_takes_in_what_its_label_would_hide),
        cmocka_unit_test(others_change_their_seats_for_one_without),
        cmocka_unit_test(a_bracket_goes_before_a_label_does),
        cmocka_unit_test(a_label_is_whole_inside_the_window),
        cmocka_unit_test(a_mark_at_an_edge_of_the_window_stands_beside_it),
        cmocka_unit_test(a_bracket_that_is_seen_has_its_mark_in_it),
        cmocka_unit_test(a_number_behind_a_label_stays_in_the_window),
        cmocka_unit_test(labels_of_two_marks_do_not_read_as_one),
        cmocka_unit_test(a_label_begins_beside_the_sign),
        cmocka_unit_test(a_bar_without_a_seat_is_named_as_a_mark),
        cmocka_unit_test(a_sign_that_voices_differ_belongs_to_the_mark),
        cmocka_unit_test(the_more_important_is_placed_first),
        cmocka_unit_test(marks_nearer_than_a_target_merge),
        cmocka_unit_test(a_cluster_is_not_wider_than_allowed),
        cmocka_unit_test(a_cluster_with_room_beside_it_is_named),
        cmocka_unit_test(a_span_label_that_does_not_fit_stands_outside),
        cmocka_unit_test(in_one_row_a_span_takes_the_room_of_a_marks_label),
        cmocka_unit_test(a_span_label_without_room_is_shortened),
        cmocka_unit_test(a_number_does_not_push_a_label_out_of_the_window),
        cmocka_unit_test(a_span_shown_as_a_mark_has_no_inside),
        cmocka_unit_test(a_wide_bracket_carries_its_label),
        cmocka_unit_test(what_lasts_stands_above_moments),
        cmocka_unit_test(rows_go_where_they_save_most_labels),
        cmocka_unit_test(lost_labels_are_counted_by_importance),
        cmocka_unit_test(an_empty_lane_has_no_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
