/* What is known of the glass (D1, D2). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "screen/panel.h"

static struct panel panel_named(const char *name, int turns)
{
    struct panel panel;

    assert_true(panel_from_profile(name, turns, &panel));
    return panel;
}

static struct panel by_size(int width_px, int height_px)
{
    return panel_find(width_px, height_px, &(struct panel_facts){.profile = ""});
}

static void profiles_have_the_densities_of_the_table(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int width_px, height_px;
        float x, y, viewing_mm;
        bool is_large;
    } table[] = {
        {"P1", 800, 480, 5.19f, 5.59f, 400, false}, {"P2", 720, 1280, 8.18f, 8.26f, 400, false},
        {"P3", 1920, 1080, 2.71f, 2.71f, 700, true}, {"P4", 3840, 2160, 5.42f, 5.42f, 700, true},
        {"P5", 3840, 2160, 4.08f, 4.08f, 800, true}, {"P6", 1920, 1080, 1.59f, 1.59f, 1000, true},
        {"P7", 3840, 2160, 3.17f, 3.17f, 1000, true},
    };

    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        struct panel panel = panel_named(table[i].name, 0);

        assert_string_equal(panel.profile, table[i].name);
        assert_int_equal(panel.width_px, table[i].width_px);
        assert_int_equal(panel.height_px, table[i].height_px);
        assert_true(fabsf(panel.px_per_mm_x - table[i].x) < 0.01f);
        assert_true(fabsf(panel.px_per_mm_y - table[i].y) < 0.01f);
        assert_true(panel.viewing_mm == table[i].viewing_mm);
        assert_int_equal(panel.is_large, table[i].is_large);
    }
}

static void unknown_profile_is_refused(void **state)
{
    (void)state;
    struct panel panel;

    assert_false(panel_from_profile("P8", 0, &panel));
    assert_false(panel_from_profile("", 0, &panel));
    assert_false(panel_from_profile("p3", 0, &panel));
}

static void turning_swaps_the_axes(void **state)
{
    (void)state;
    struct panel upright = panel_named("P1", 0), turned = panel_named("P1", 1), back = panel_named("P1", 2);

    assert_int_equal(turned.width_px, 480);
    assert_int_equal(turned.height_px, 800);
    assert_true(turned.px_per_mm_x == upright.px_per_mm_y && turned.px_per_mm_y == upright.px_per_mm_x);
    assert_int_equal(back.width_px, 800);
}

static void resolution_finds_its_profile_else_p3s_density(void **state)
{
    (void)state;
    struct panel custom = by_size(1366, 768);

    assert_string_equal(by_size(1920, 1080).profile, "P3");
    assert_string_equal(by_size(1080, 1920).profile, "P3");
    assert_string_equal(by_size(800, 480).profile, "P1");
    assert_string_equal(by_size(720, 1280).profile, "P2");
    assert_string_equal(by_size(3840, 2160).profile, "P4");
    assert_string_equal(custom.profile, "custom");
    assert_int_equal(custom.width_px, 1366);
    assert_true(fabsf(custom.px_per_mm_x - 2.71f) < 0.01f);
}

static void among_profiles_of_a_resolution_the_panel_itself_decides(void **state)
{
    (void)state;
    static const struct {
        int width_px, height_px, turns;
        struct panel_mm edid;
        const char *profile;
    } cases[] = {
        {1920, 1080, 0, {708, 399}, "P3"}, {1920, 1080, 0, {1210, 680}, "P6"}, {1920, 1080, 0, {1218, 685}, "P6"},
        {1080, 1920, 1, {1210, 680}, "P6"}, {3840, 2160, 0, {941, 529}, "P5"}, {3840, 2160, 2, {1209, 680}, "P7"},
        {1920, 1080, 0, {531, 299}, "P3"}, /* 24 inches: no profile, and the panel alone is not trusted */
        {1366, 768, 0, {708, 399}, "custom"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct panel_facts facts = {.profile = "", .quarter_turns = cases[i].turns, .edid = cases[i].edid};

        assert_string_equal(panel_find(cases[i].width_px, cases[i].height_px, &facts).profile, cases[i].profile);
    }
}

static void the_profile_of_the_site_counts_before_what_the_panel_tells(void **state)
{
    (void)state;
    struct panel_facts facts = {.profile = "P3", .edid = {1210, 680}};

    assert_string_equal(panel_find(1920, 1080, &facts).profile, "P3");
}

static void measures_of_the_site_count_before_everything(void **state)
{
    (void)state;
    struct panel_facts facts = {.profile = "P6", .active = {476, 268}, .viewing_mm = 650, .edid = {1210, 680}};
    struct panel panel = panel_find(1920, 1080, &facts);

    assert_string_equal(panel.profile, "custom");
    assert_true(fabsf(panel.px_per_mm_x - 1920 / 476.0f) < 0.001f);
    assert_true(fabsf(panel.px_per_mm_y - 1080 / 268.0f) < 0.001f);
    assert_true(panel.viewing_mm == 650);
    assert_true(panel.is_large);
}

static void the_longer_measure_is_that_of_the_longer_side(void **state)
{
    (void)state;
    static const struct panel_mm either[] = {{154, 86}, {86, 154}};

    for (int i = 0; i < 2; i++) {
        struct panel_facts facts = {.profile = "", .active = either[i], .quarter_turns = 3 * i};
        struct panel upright = panel_find(480, 800, &facts), flat = panel_find(800, 480, &facts);

        assert_true(fabsf(upright.px_per_mm_x - 480 / 86.0f) < 0.001f);
        assert_true(fabsf(upright.px_per_mm_y - 800 / 154.0f) < 0.001f);
        assert_true(fabsf(flat.px_per_mm_x - 800 / 154.0f) < 0.001f);
        assert_false(upright.is_large || flat.is_large);
    }
}

static void a_measured_panel_is_seen_from_as_far_as_the_profile_nearest_in_size(void **state)
{
    (void)state;
    static const struct {
        struct panel_mm active;
        float viewing_mm;
    } cases[] = {{{154, 86}, 400}, {{344, 194}, 400}, {{476, 268}, 700}, {{885, 498}, 800}, {{1428, 803}, 1000}};

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct panel_facts facts = {.profile = "", .active = cases[i].active};

        assert_true(panel_find(1920, 1080, &facts).viewing_mm == cases[i].viewing_mm);
    }
}

static void twenty_inches_are_large(void **state)
{
    (void)state;
    struct panel_facts below = {.profile = "", .active = {432, 243}}, above = {.profile = "", .active = {444, 250}};

    assert_false(panel_find(1920, 1080, &below).is_large);
    assert_true(panel_find(1920, 1080, &above).is_large);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(profiles_have_the_densities_of_the_table),
        cmocka_unit_test(unknown_profile_is_refused),
        cmocka_unit_test(turning_swaps_the_axes),
        cmocka_unit_test(resolution_finds_its_profile_else_p3s_density),
        cmocka_unit_test(among_profiles_of_a_resolution_the_panel_itself_decides),
        cmocka_unit_test(the_profile_of_the_site_counts_before_what_the_panel_tells),
        cmocka_unit_test(measures_of_the_site_count_before_everything),
        cmocka_unit_test(the_longer_measure_is_that_of_the_longer_side),
        cmocka_unit_test(a_measured_panel_is_seen_from_as_far_as_the_profile_nearest_in_size),
        cmocka_unit_test(twenty_inches_are_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
