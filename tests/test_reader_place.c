#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/reader/reader_place.h"

static const struct {
    const char *profile;
    int turns;
} panels[] = {{"P1", 0}, {"P2", 0}, {"P3", 0}, {"P3", 1}, {"P4", 0}, {"P5", 0}, {"P6", 0}, {"P6", 1}, {"P7", 0}, {"P7", 1}};

enum { PANELS = sizeof(panels) / sizeof(panels[0]) };

static struct look look_of(int panel, enum text_step step)
{
    struct panel out;

    assert_true(panel_from_profile(panels[panel].profile, panels[panel].turns, &out));
    return look_make(out, step, THEME_STANDARD, false);
}

static struct rect area_of(const struct look *look)
{
    return (struct rect){0, 0, look->panel.width_px, look->panel.height_px - look->plinth};
}

static struct reader_place place_of(const struct look *look)
{
    struct reader_needs needs = {
        .number_px = look_px(look, 40), .bar_rows = 1, .header_px = look_px(look, 60), .has_words = true};

    return reader_place(look, area_of(look), needs);
}

/* In characters of 0.45 em. */
static int measure(const struct look *look, const struct reader_place *place)
{
    return place->text_w * 100 / (look->type[TYPE_READER].size_px * 45);
}

static void assert_holds(struct rect outer, struct rect inner)
{
    assert_true(inner.w > 0 && inner.h > 0);
    assert_in_range(inner.x, outer.x, outer.x + outer.w);
    assert_in_range(inner.y, outer.y, outer.y + outer.h);
    assert_in_range(inner.x + inner.w, outer.x, outer.x + outer.w);
    assert_in_range(inner.y + inner.h, outer.y, outer.y + outer.h);
}

static void the_forms_follow_panel_and_text_size(void **state)
{
    (void)state;
    struct look p1 = look_of(0, TEXT_A), p3 = look_of(2, TEXT_A), p3_large = look_of(2, TEXT_A_PLUS_PLUS);
    struct look upright = look_of(3, TEXT_A);

    assert_int_equal(place_of(&p1).mode, READER_COMPACT);
    assert_int_equal(place_of(&p3).mode, READER_WIDE);
    assert_true(place_of(&p3).has_list);
    assert_int_equal(place_of(&p3_large).mode, READER_COMPACT);
    assert_int_equal(place_of(&upright).mode, READER_TALL);
}

/* The distance of T2 in one direction at least. */
static bool is_apart(const struct look *look, struct rect a, struct rect b)
{
    int dx = look_mm_x(look, look->panel.is_large ? 3 : 2), dy = look_mm_y(look, look->panel.is_large ? 3 : 2);

    return !rect_meets(rect_inset(a, -dx, -dy), b);
}

static void every_part_lies_inside_the_screen_and_beside_the_others(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            struct look look = look_of(p, step);
            struct reader_place place = place_of(&look);
            struct rect area = area_of(&look);

            assert_holds(area, place.text);
            assert_holds(area, place.strip);
            assert_holds(area, place.up);
            assert_holds(area, place.down);
            assert_holds(area, place.side);
            assert_false(rect_meets(place.text, place.strip));
            assert_false(rect_meets(place.text, place.up));
            assert_false(rect_meets(place.up, place.strip));
            assert_false(rect_meets(place.down, place.strip));
            assert_holds(area, place.words);
            assert_false(rect_meets(place.text, place.words));
            assert_true(is_apart(&look, place.words, place.down));
            assert_true(is_apart(&look, place.words, place.side) || place.mode == READER_COMPACT);
            assert_true(place.number_x >= place.text.x);
            assert_true(place.text_x + place.text_w <= place.text.x + place.text.w);
            if (place.mode != READER_COMPACT)
                assert_false(rect_meets(place.side, place.text));
        }
    }
}

static void a_line_has_45_to_70_characters_where_the_panel_has_room(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            struct look look = look_of(p, step);
            struct reader_place place = place_of(&look);
            /* Y3: 20 to 44 at A++ and on small panels */
            int least = step == TEXT_A_PLUS_PLUS || !look.panel.is_large ? 14 : place.mode == READER_TALL ? 36 : 45;

            assert_in_range(measure(&look, &place), least, 70);
        }
    }
}

static void page_keys_are_primary_controls(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        struct look look = look_of(p, TEXT_A);
        struct reader_place place = place_of(&look);
        float least = look.panel.is_large ? 20 : 12;

        assert_true(place.up.w >= (int)(least * look.panel.px_per_mm_x));
        assert_true(place.up.h >= (int)(least * look.panel.px_per_mm_y));
        assert_int_equal(place.up.w, place.down.w);
        assert_int_equal(place.up.h, place.down.h);
        assert_int_equal(place.up.h, place.words.h);
    }
}

/* The key to the words is no third page key: it stands farther from them than they from the strip. */
static void the_key_to_the_words_is_set_apart_from_the_page_keys(void **state)
{
    (void)state;
    for (int p = 0; p < PANELS; p++) {
        struct look look = look_of(p, TEXT_A);
        struct reader_place place = place_of(&look);
        int near = place.strip.y - place.up.y - place.up.h;

        assert_true(place.words.y - place.down.y - place.down.h >= near);
    }
}

static void a_strip_is_high_enough_to_be_read_or_left_out(void **state)
{
    struct look p1 = look_of(0, TEXT_A), p3 = look_of(2, TEXT_A);
    struct reader_place low = place_of(&p1), high = place_of(&p3);

    (void)state;
    assert_true(high.has_strip);
    assert_true(high.strip.h >= look_px(&p3, 150));
    assert_false(low.has_strip);
    assert_true(low.strip.h <= p1.type[TYPE_SMALL].line_px);
}

static void a_page_begins_with_a_line(void **state)
{
    (void)state;
    enum { TOP = 1000, LINE = 44, LINES = 20 };

    for (int want = TOP - 100; want < TOP + LINES * LINE; want++)
        assert_int_equal((reader_place_page(want, TOP, LINES, LINE) - TOP) % LINE, 0);
}

static void a_page_leaves_two_lines_of_a_paragraph_on_either_side(void **state)
{
    (void)state;
    enum { TOP = 1000, LINE = 44, LINES = 20 };

    assert_int_equal(reader_place_page(TOP + LINE + 3, TOP, LINES, LINE), TOP);
    assert_int_equal(reader_place_page(TOP + 2 * LINE, TOP, LINES, LINE), TOP + 2 * LINE);
    assert_int_equal(reader_place_page(TOP + (LINES - 1) * LINE, TOP, LINES, LINE), TOP + (LINES - 2) * LINE);
}

static void a_short_paragraph_is_not_divided(void **state)
{
    (void)state;
    assert_int_equal(reader_place_page(1000 + 2 * 44, 1000, 3, 44), 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_forms_follow_panel_and_text_size),
        cmocka_unit_test(every_part_lies_inside_the_screen_and_beside_the_others),
        cmocka_unit_test(a_line_has_45_to_70_characters_where_the_panel_has_room),
        cmocka_unit_test(page_keys_are_primary_controls),
        cmocka_unit_test(the_key_to_the_words_is_set_apart_from_the_page_keys),
        cmocka_unit_test(a_strip_is_high_enough_to_be_read_or_left_out),
        cmocka_unit_test(a_page_begins_with_a_line),
        cmocka_unit_test(a_page_leaves_two_lines_of_a_paragraph_on_either_side),
        cmocka_unit_test(a_short_paragraph_is_not_divided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
