/* The list of what can be touched, focused, spoken and dumped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "screen/ui.h"

static struct ui_element element(const char *id, struct rect rect)
{
    struct ui_element made = {
        .role = "button", .rect = rect, .hit = rect, .verb = UI_OWN, .label = "label", .lang = "en", .view = UI_NO_VIEW};

    snprintf(made.id, sizeof(made.id), "%s", id);
    return made;
}

static void add_view(struct ui *ui, const char *id, struct rect rect, int view)
{
    struct ui_element made = element(id, rect);

    made.role = "view";
    made.verb = UI_NOTHING;
    made.view = view;
    made.axes = 1;
    ui_add(ui, made);
}

static void assert_rect(struct rect rect, int x, int y, int w, int h)
{
    if (rect.x != x || rect.y != y || rect.w != w || rect.h != h)
        fail_msg("%d %d %d %d is not %d %d %d %d", rect.x, rect.y, rect.w, rect.h, x, y, w, h);
}

static void elements_keep_their_order_and_their_words(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    char label[32];

    for (int i = 0; i < 3000; i++) {
        struct ui_element made = element("one", (struct rect){0, 0, 9, 9});

        snprintf(made.id, sizeof(made.id), "entry:%d", i);
        snprintf(label, sizeof(label), "label %d", i);
        made.label = label;
        made.spoken = i % 2 ? "spoken" : NULL;
        ui_add(ui, made);
        memset(label, 'x', sizeof(label) - 1);
    }
    assert_int_equal(ui_count(ui), 3000);
    for (int i = 0; i < 3000; i++) {
        snprintf(label, sizeof(label), "label %d", i);
        assert_string_equal(ui_at(ui, i)->label, label);
        assert_int_equal(ui_at(ui, i)->spoken != NULL, i % 2);
    }
    ui_destroy(ui);
}

static void element_without_a_label_has_none(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    struct ui_element made = element("mute", (struct rect){0, 0, 9, 9});

    made.label = NULL;
    ui_add(ui, made);
    assert_null(ui_at(ui, 0)->label);
    ui_destroy(ui);
}

static void find_goes_by_id(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    ui_add(ui, element("lang:lt", (struct rect){0, 0, 9, 9}));
    ui_add(ui, element("lang:pl", (struct rect){9, 0, 9, 9}));
    assert_int_equal(ui_find(ui, "lang:pl"), 1);
    assert_int_equal(ui_find(ui, "lang:p"), -1);
    assert_int_equal(ui_find(ui, ""), -1);
    ui_clear(ui);
    assert_int_equal(ui_find(ui, "lang:pl"), -1);
    assert_int_equal(ui_count(ui), 0);
    ui_destroy(ui);
}

static void hit_takes_the_last_added_that_does_something(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    struct ui_element text = element("text", (struct rect){0, 0, 100, 100});

    text.verb = UI_NOTHING;
    ui_add(ui, element("below", (struct rect){0, 0, 100, 100}));
    ui_add(ui, element("above", (struct rect){50, 50, 100, 100}));
    ui_add(ui, text);
    add_view(ui, "view", (struct rect){0, 0, 500, 500}, 1);
    assert_int_equal(ui_hit(ui, 10, 10), 0);
    assert_int_equal(ui_hit(ui, 60, 60), 1);
    assert_int_equal(ui_hit(ui, 149, 149), 1);
    assert_int_equal(ui_hit(ui, 150, 149), -1);
    ui_destroy(ui);
}

static void hit_rectangle_counts_not_the_drawn_one(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    struct ui_element mark = element("mark", (struct rect){50, 50, 20, 20});

    mark.hit = (struct rect){38, 38, 44, 44};
    ui_add(ui, mark);
    mark.hit = (struct rect){0};
    ui_add(ui, mark);
    assert_int_equal(ui_hit(ui, 40, 40), 0);
    assert_int_equal(ui_hit(ui, 0, 0), -1);
    ui_destroy(ui);
}

static void view_is_found_under_its_elements(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    add_view(ui, "view:timeline", (struct rect){0, 0, 500, 500}, 3);
    ui_add(ui, element("mark", (struct rect){50, 50, 20, 20}));
    assert_int_equal(ui_at(ui, ui_view_at(ui, 60, 60))->view, 3);
    assert_int_equal(ui_view_at(ui, 600, 60), -1);
    ui_destroy(ui);
}

/* ---- clipping ---- */

static void clipped_elements_keep_what_is_seen(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    ui_clip_begin(ui, 2, (struct rect){0, 100, 400, 200}, 44, 44);
    ui_add(ui, element("whole", (struct rect){10, 120, 60, 60}));
    ui_add(ui, element("half", (struct rect){10, 250, 60, 100}));
    ui_add(ui, element("sliver", (struct rect){10, 290, 60, 100}));
    ui_add(ui, element("outside", (struct rect){10, 400, 60, 60}));
    ui_clip_end(ui);
    ui_add(ui, element("after", (struct rect){10, 400, 60, 60}));
    assert_rect(ui_at(ui, 0)->hit, 10, 120, 60, 60);
    assert_int_equal(ui_at(ui, 0)->view, 2);
    assert_rect(ui_at(ui, 1)->hit, 10, 250, 60, 50);
    assert_rect(ui_at(ui, 1)->rect, 10, 250, 60, 50);
    assert_int_equal(ui_at(ui, 2)->hit.h, 0);
    assert_int_equal(ui_at(ui, 3)->hit.h, 0);
    assert_rect(ui_at(ui, 4)->hit, 10, 400, 60, 60);
    assert_int_equal(ui_at(ui, 4)->view, UI_NO_VIEW);
    ui_destroy(ui);
}

static void small_element_wholly_inside_stays_touchable(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    ui_clip_begin(ui, 2, (struct rect){0, 0, 400, 200}, 44, 44);
    ui_add(ui, element("small", (struct rect){10, 10, 20, 20}));
    ui_clip_end(ui);
    assert_rect(ui_at(ui, 0)->hit, 10, 10, 20, 20);
    ui_destroy(ui);
}

static void element_cut_away_cannot_be_hit(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    ui_clip_begin(ui, 2, (struct rect){0, 0, 400, 200}, 44, 44);
    ui_add(ui, element("below", (struct rect){0, 190, 400, 100}));
    ui_clip_end(ui);
    assert_int_equal(ui_hit(ui, 50, 195), -1);
    assert_int_equal(ui_hit(ui, 50, 250), -1);
    ui_destroy(ui);
}

static void an_origin_moves_what_is_added_after_it_was_cut(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    struct rect rect;

    ui_set_origin(ui, 0, 500);
    ui_set_focus(ui, "half");
    ui_clip_begin(ui, 2, (struct rect){0, 100, 400, 200}, 44, 44);
    ui_add(ui, element("half", (struct rect){10, 250, 60, 100}));
    ui_clip_end(ui);
    assert_rect(ui_at(ui, 0)->hit, 10, 750, 60, 50);
    assert_int_equal(ui_hit(ui, 20, 260), -1);
    assert_int_equal(ui_hit(ui, 20, 760), 0);
    assert_true(ui_focus_in_view(ui, 2, &rect));
    assert_rect(rect, 10, 250, 60, 100);
    ui_destroy(ui);
}

static void focus_in_a_view_is_told_uncut(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    struct rect rect;

    ui_set_focus(ui, "far");
    ui_clip_begin(ui, 2, (struct rect){0, 0, 400, 200}, 44, 44);
    ui_add(ui, element("far", (struct rect){0, 900, 400, 100}));
    ui_clip_end(ui);
    assert_true(ui_focus_in_view(ui, 2, &rect));
    assert_rect(rect, 0, 900, 400, 100);
    assert_false(ui_focus_in_view(ui, 3, &rect));
    assert_false(ui_focus_in_view(ui, UI_NO_VIEW, &rect));
    ui_clear(ui);
    assert_false(ui_focus_in_view(ui, 2, &rect));
    ui_destroy(ui);
}

/* ---- pressed, focused ---- */

static void pressed_and_focused_are_one_element_each_or_none(void **state)
{
    (void)state;
    struct ui *ui = ui_create();

    assert_false(ui_is_pressed(ui, ""));
    ui_set_pressed(ui, "zoom:in");
    ui_set_focus(ui, "zoom:out");
    assert_true(ui_is_pressed(ui, "zoom:in"));
    assert_false(ui_is_pressed(ui, "zoom:out"));
    assert_true(ui_is_focused(ui, "zoom:out"));
    ui_clear(ui);
    assert_true(ui_is_pressed(ui, "zoom:in"));
    ui_set_pressed(ui, NULL);
    ui_set_focus(ui, "");
    assert_false(ui_is_pressed(ui, "zoom:in"));
    assert_false(ui_is_focused(ui, ""));
    ui_destroy(ui);
}

static void overlong_id_is_cut_not_overrun(void **state)
{
    (void)state;
    struct ui *ui = ui_create();
    char id[300];

    memset(id, 'a', sizeof(id) - 1);
    id[sizeof(id) - 1] = '\0';
    ui_set_focus(ui, id);
    ui_set_pressed(ui, id);
    id[sizeof(((struct ui_element *)0)->id) - 1] = '\0';
    assert_true(ui_is_focused(ui, id));
    ui_destroy(ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_keep_their_order_and_their_words),
        cmocka_unit_test(element_without_a_label_has_none),
        cmocka_unit_test(find_goes_by_id),
        cmocka_unit_test(hit_takes_the_last_added_that_does_something),
        cmocka_unit_test(hit_rectangle_counts_not_the_drawn_one),
        cmocka_unit_test(view_is_found_under_its_elements),
        cmocka_unit_test(clipped_elements_keep_what_is_seen),
        cmocka_unit_test(small_element_wholly_inside_stays_touchable),
        cmocka_unit_test(element_cut_away_cannot_be_hit),
        cmocka_unit_test(an_origin_moves_what_is_added_after_it_was_cut),
        cmocka_unit_test(focus_in_a_view_is_told_uncut),
        cmocka_unit_test(pressed_and_focused_are_one_element_each_or_none),
        cmocka_unit_test(overlong_id_is_cut_not_overrun),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
