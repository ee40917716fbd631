/* Measures and colours on every panel (D1–D4, T1, C1, C2, A3). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "screen/look.h"

static const char *const profiles[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7"};

enum { PROFILE_COUNT = sizeof(profiles) / sizeof(profiles[0]) };

static struct panel panel_named(const char *name, int turns)
{
    struct panel panel;

    assert_true(panel_from_profile(name, turns, &panel));
    return panel;
}

static struct panel panel_of_size(int width_px, int height_px)
{
    return panel_find(width_px, height_px, &(struct panel_facts){.profile = ""});
}

static struct panel panel_measured(int width_px, int height_px, int width_mm, int height_mm)
{
    return panel_find(width_px, height_px, &(struct panel_facts){.profile = "", .active = {width_mm, height_mm}});
}

/* All profiles, upright and turned, three windows of no profile, and panels that a site has measured: 10 to 65 inches. */
static int all_panels(struct panel *panels)
{
    int count = 0;

    for (int i = 0; i < PROFILE_COUNT; i++) {
        panels[count++] = panel_named(profiles[i], 0);
        panels[count++] = panel_named(profiles[i], 1);
    }
    panels[count++] = panel_of_size(1366, 768);
    panels[count++] = panel_of_size(1024, 768);
    panels[count++] = panel_of_size(600, 900);
    panels[count++] = panel_measured(1280, 800, 217, 136);
    panels[count++] = panel_measured(1920, 1080, 344, 194);
    panels[count++] = panel_measured(1920, 1080, 476, 268);
    panels[count++] = panel_measured(3840, 2160, 1428, 803);
    return count;
}

static void form_follows_shape_and_size(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int turns;
        enum form form;
    } cases[] = {
        {"P1", 0, FORM_SMALL}, {"P1", 1, FORM_SMALL_PORTRAIT}, {"P2", 0, FORM_SMALL_PORTRAIT}, {"P3", 0, FORM_LANDSCAPE},
        {"P3", 1, FORM_PORTRAIT}, {"P4", 0, FORM_LANDSCAPE}, {"P6", 0, FORM_LANDSCAPE}, {"P7", 1, FORM_PORTRAIT},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct look look = look_make(panel_named(cases[i].name, cases[i].turns), TEXT_A, THEME_STANDARD, false);

        if (look.form != cases[i].form)
            fail_msg("%s turned %d has form %d", cases[i].name, cases[i].turns, look.form);
    }
}

static void four_times_the_pixels_are_the_same_form_at_twice_the_size(void **state)
{
    (void)state;
    struct look p3 = look_make(panel_named("P3", 0), TEXT_A, THEME_STANDARD, false);
    struct look p4 = look_make(panel_named("P4", 0), TEXT_A, THEME_STANDARD, false);

    assert_true(p4.scale == 2 * p3.scale);
    assert_int_equal(p4.margin, 2 * p3.margin);
    for (int t = 0; t < TYPE_COUNT; t++)
        assert_int_equal(p4.type[t].size_px, 2 * p3.type[t].size_px);
}

/* ---- text ---- */

static bool is_body(int type)
{
    return type == TYPE_BODY || type == TYPE_PASSAGE || type == TYPE_READER;
}

static double cap_degrees(const struct look *look, int type)
{
    double cap_mm = look->type[type].size_px * 0.70 / look->panel.px_per_mm_y;

    return atan(cap_mm / look->panel.viewing_mm) * 180 / 3.14159265358979;
}

static void no_text_is_too_small_for_its_distance(void **state)
{
    (void)state;
    static const double body[] = {0.40, 0.55, 0.70}, small[] = {0.34, 0.45, 0.70};
    struct panel panels[2 * PROFILE_COUNT + 7];
    int count = all_panels(panels);

    for (int p = 0; p < count; p++) {
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            struct look look = look_make(panels[p], step, THEME_STANDARD, false);

            for (int t = 0; t < TYPE_COUNT; t++) {
                double least = is_body(t) ? body[step] : small[step];

                if (cap_degrees(&look, t) < least - 1e-6)
                    fail_msg("%s %dx%d step %d type %d: %.3f degrees, least %.2f", look.panel.profile,
                             look.panel.width_px, look.panel.height_px, step, t, cap_degrees(&look, t), least);
            }
        }
    }
}

static void body_is_22_px_and_on_large_panels_8_5_mm(void **state)
{
    (void)state;
    struct panel panels[2 * PROFILE_COUNT + 7];
    int count = all_panels(panels);

    for (int p = 0; p < count; p++) {
        struct look look = look_make(panels[p], TEXT_A, THEME_STANDARD, false);

        for (int t = 0; t < TYPE_COUNT; t++) {
            if (!is_body(t))
                continue;
            assert_true(look.type[t].size_px >= 22);
            if (look.panel.is_large)
                assert_true(look.type[t].size_px >= 8.5f * look.panel.px_per_mm_y - 0.01f);
        }
    }
}

static void steps_are_1_4_and_2_times_a(void **state)
{
    (void)state;
    struct panel panels[2 * PROFILE_COUNT + 7];
    int count = all_panels(panels);

    for (int p = 0; p < count; p++) {
        struct look a = look_make(panels[p], TEXT_A, THEME_STANDARD, false);
        struct look plus = look_make(panels[p], TEXT_A_PLUS, THEME_STANDARD, false);
        struct look plus_plus = look_make(panels[p], TEXT_A_PLUS_PLUS, THEME_STANDARD, false);

        for (int t = TYPE_BODY; t < TYPE_COUNT; t++) {
            double size = a.type[t].size_px;

            assert_true(plus.type[t].size_px >= 1.4 * size - 1.2);
            assert_true(plus_plus.type[t].size_px >= 2.0 * size - 1.2);
            assert_true(plus_plus.type[t].size_px <= 2.1 * size + 1.2);
        }
    }
}

static void signs_grow_with_the_text(void **state)
{
    (void)state;
    struct panel panels[2 * PROFILE_COUNT + 7];
    int count = all_panels(panels);

    for (int p = 0; p < count; p++) {
        struct look looks[TEXT_STEP_COUNT];

        for (int step = 0; step < TEXT_STEP_COUNT; step++)
            looks[step] = look_make(panels[p], (enum text_step)step, THEME_STANDARD, false);
        assert_int_equal(look_sign(&looks[TEXT_A], 24), look_px(&looks[TEXT_A], 24));
        assert_in_range(look_sign(&looks[TEXT_A_PLUS], 24), look_px(&looks[TEXT_A], 33), look_px(&looks[TEXT_A], 34));
        assert_in_range(look_sign(&looks[TEXT_A_PLUS_PLUS], 24), look_px(&looks[TEXT_A], 43), look_px(&looks[TEXT_A], 48));
    }
}

static void lines_grow_with_their_text(void **state)
{
    (void)state;
    struct panel panels[2 * PROFILE_COUNT + 7];
    int count = all_panels(panels);

    for (int p = 0; p < count; p++) {
        for (int step = 0; step < TEXT_STEP_COUNT; step++) {
            struct look look = look_make(panels[p], step, THEME_STANDARD, false);

            for (int t = 0; t < TYPE_COUNT; t++)
                assert_true(look.type[t].line_px >= look.type[t].size_px);
            for (int t = TYPE_BODY; t <= TYPE_READER; t++)
                assert_true(look.type[t].line_px >= look.type[t].size_px * 1.35);
        }
    }
}

/* ---- targets ---- */

static void targets_are_large_enough_in_millimetres_and_pixels(void **state)
{
    (void)state;
    for (int i = 0; i < PROFILE_COUNT; i++) {
        struct look look = look_make(panel_named(profiles[i], 0), TEXT_A, THEME_STANDARD, false);
        float least_mm = look.panel.is_large ? 15 : 10;

        assert_true(look_target_w(&look) >= least_mm * look.panel.px_per_mm_x - 0.01f);
        assert_true(look_target_h(&look) >= least_mm * look.panel.px_per_mm_y - 0.01f);
        if (look.panel.is_large)
            assert_true(look_target_w(&look) >= 44 && look_target_h(&look) >= 44);
    }
}

static void targets_of_p1_are_those_of_the_table(void **state)
{
    (void)state;
    struct look look = look_make(panel_named("P1", 0), TEXT_A, THEME_STANDARD, false);

    assert_int_equal(look_target_w(&look), 52);
    assert_int_equal(look_target_h(&look), 56);
}

static void millimetres_follow_each_axis(void **state)
{
    (void)state;
    struct look look = look_make(panel_named("P1", 0), TEXT_A, THEME_STANDARD, false);

    assert_int_equal(look_mm_x(&look, 100), (int)ceilf(100 * look.panel.px_per_mm_x));
    assert_int_equal(look_mm_y(&look, 100), (int)ceilf(100 * look.panel.px_per_mm_y));
    assert_true(look_mm_y(&look, 100) > look_mm_x(&look, 100));
}

/* ---- colour ---- */

static void contrast_ratio_is_that_of_wcag(void **state)
{
    (void)state;
    static const struct {
        uint32_t a, b;
        double ratio;
    } cases[] = {
        {0x000000, 0xFFFFFF, 21.0}, {0xFFFFFF, 0xFFFFFF, 1.0}, {0x777777, 0xFFFFFF, 4.478}, {0xFF0000, 0xFFFFFF, 3.998},
        {0x0000FF, 0xFFFFFF, 8.592},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_true(fabs(look_contrast(cases[i].a, cases[i].b) - cases[i].ratio) < 0.01);
        assert_true(look_contrast(cases[i].a, cases[i].b) == look_contrast(cases[i].b, cases[i].a));
    }
}

static void text_reads_on_every_ground(void **state)
{
    (void)state;
    static const enum tone grounds[] = {TONE_PAPER, TONE_CARD, TONE_SUNK, TONE_BLUE_TINT, TONE_RED_TINT, TONE_READ};

    for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
        struct look look = look_make(panel_named("P3", 0), TEXT_A, theme, false);
        double least = theme == THEME_CONTRAST ? 15 : 7;

        for (size_t i = 0; i < sizeof(grounds) / sizeof(grounds[0]); i++) {
            uint32_t ground = look_tone(&look, grounds[i]);

            if (look_contrast(look_tone(&look, TONE_INK), ground) < least
                || look_contrast(look_tone(&look, TONE_INK2), ground) < least)
                fail_msg("theme %d, ground %d: %.2f and %.2f", theme, grounds[i],
                         look_contrast(look_tone(&look, TONE_INK), ground),
                         look_contrast(look_tone(&look, TONE_INK2), ground));
        }
    }
}

static void focus_stands_out(void **state)
{
    (void)state;
    for (int theme = THEME_STANDARD; theme <= THEME_CONTRAST; theme++) {
        struct look look = look_make(panel_named("P3", 0), TEXT_A, theme, false);

        assert_true(look_contrast(look_tone(&look, TONE_FOCUS), look_tone(&look, TONE_PAPER)) >= 3);
        assert_true(look_contrast(look_tone(&look, TONE_FOCUS), look_tone(&look, TONE_CARD)) >= 3);
    }
}

static void text_on_a_coloured_ground_takes_the_better_side(void **state)
{
    (void)state;
    struct look standard = look_make(panel_named("P3", 0), TEXT_A, THEME_STANDARD, false);
    struct look contrast = look_make(panel_named("P3", 0), TEXT_A, THEME_CONTRAST, false);

    for (uint32_t grey = 0; grey <= 0xFF; grey++) {
        uint32_t ground = grey << 16 | grey << 8 | grey;

        assert_true(look_contrast(look_on(&standard, ground), ground) >= 4);
        assert_true(look_contrast(look_on(&contrast, ground), ground) >= 4.5);
    }
}

static void lanes_lose_their_colour_in_high_contrast(void **state)
{
    (void)state;
    struct look standard = look_make(panel_named("P3", 0), TEXT_A, THEME_STANDARD, false);
    struct look contrast = look_make(panel_named("P3", 0), TEXT_A, THEME_CONTRAST, false);

    assert_int_equal(look_lane(&standard, 0x2E4D61), 0x2E4D61);
    assert_int_equal(look_lane(&contrast, 0x2E4D61), 0xFFFFFF);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(form_follows_shape_and_size),
        cmocka_unit_test(four_times_the_pixels_are_the_same_form_at_twice_the_size),
        cmocka_unit_test(no_text_is_too_small_for_its_distance),
        cmocka_unit_test(body_is_22_px_and_on_large_panels_8_5_mm),
        cmocka_unit_test(steps_are_1_4_and_2_times_a),
        cmocka_unit_test(signs_grow_with_the_text),
        cmocka_unit_test(lines_grow_with_their_text),
        cmocka_unit_test(targets_are_large_enough_in_millimetres_and_pixels),
        cmocka_unit_test(targets_of_p1_are_those_of_the_table),
        cmocka_unit_test(millimetres_follow_each_axis),
        cmocka_unit_test(contrast_ratio_is_that_of_wcag),
        cmocka_unit_test(text_reads_on_every_ground),
        cmocka_unit_test(focus_stands_out),
        cmocka_unit_test(text_on_a_coloured_ground_takes_the_better_side),
        cmocka_unit_test(lanes_lose_their_colour_in_high_contrast),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
