/* Flicks that run out and edges that give (T10, T11, M6). */
#include "fingers.h"

static const double density = 2.71, view = 1920;

static void glide_follows_the_decay(void **state)
{
    (void)state;
    struct glide glide = glide_start(large_panel(), 1000, density, 0);
    double tau = 0.325;

    assert_true(glide.is_on);
    for (int ms = 0; ms <= 600; ms += 50)
        assert_close(glide_offset(&glide, view, density, ms), 1000 * tau * (1 - exp(-ms / 1000.0 / tau)), 1e-6);
    assert_true(glide.is_on);
}

static void glide_stops_at_ten_millimetres_a_second(void **state)
{
    (void)state;
    struct glide glide = glide_start(large_panel(), 1000, density, 0);
    double rest_s = 0.325 * log(1000 / (10 * density)), at_rest;

    glide_offset(&glide, view, density, (int64_t)(rest_s * 1000) - 1);
    assert_true(glide.is_on);
    at_rest = glide_offset(&glide, view, density, (int64_t)(rest_s * 1000) + 1);
    assert_false(glide.is_on);
    assert_close(glide_offset(&glide, view, density, 100000), at_rest, 1e-9);
}

static void glide_goes_both_ways_alike(void **state)
{
    (void)state;
    struct glide there = glide_start(large_panel(), 800, density, 0), back = glide_start(large_panel(), -800, density, 0);

    for (int ms = 0; ms <= 2000; ms += 100)
        assert_close(glide_offset(&there, view, density, ms), -glide_offset(&back, view, density, ms), 1e-9);
}

static void glide_is_at_most_three_views_long(void **state)
{
    (void)state;
    struct glide glide = glide_start(large_panel(), 2500 * density, density, 0);

    assert_close(glide_offset(&glide, 100, density, 3000), 300, 1e-9);
    assert_false(glide.is_on);
}

static void glide_never_turns_round(void **state)
{
    (void)state;
    struct glide glide = glide_start(large_panel(), 900, density, 0);
    double before = -1;

    for (int ms = 0; ms < 3000; ms += 7) {
        double at = glide_offset(&glide, view, density, ms);

        assert_true(at >= before);
        before = at;
    }
}

static void nothing_glides_that_is_slow_or_reduced(void **state)
{
    (void)state;
    struct gesture_panel calm = large_panel();

    calm.reduced_motion = true;
    assert_false(glide_start(large_panel(), 0, density, 0).is_on);
    assert_false(glide_start(large_panel(), 9 * density, density, 0).is_on);
    assert_false(glide_start(calm, 1000, density, 0).is_on);
}

static void speedless_glide_has_a_place(void **state)
{
    (void)state;
    struct glide glide = glide_start(large_panel(), 0, density, 0);

    assert_close(glide_offset(&glide, view, density, 0), 0, 0);
    assert_close(glide_offset(&glide, view, density, 500), 0, 0);
}

static void rubber_band_follows_the_formula_up_to_a_fifth(void **state)
{
    (void)state;
    assert_close(rubber_offset(0, view), 0, 0);
    assert_close(rubber_offset(100, view), (1 - 1 / (0.55 * 100 / view + 1)) * view, 1e-9);
    assert_close(rubber_offset(-100, view), -rubber_offset(100, view), 1e-9);
    assert_close(rubber_offset(1e9, view), 0.2 * view, 1e-9);
}

static void rubber_band_gives_less_than_the_finger(void **state)
{
    (void)state;
    double before = 0;

    for (int over = 1; over < 3000; over += 13) {
        double at = rubber_offset(over, view);

        assert_true(at < over && at >= before);
        before = at;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glide_follows_the_decay),
        cmocka_unit_test(glide_stops_at_ten_millimetres_a_second),
        cmocka_unit_test(glide_goes_both_ways_alike),
        cmocka_unit_test(glide_is_at_most_three_views_long),
        cmocka_unit_test(glide_never_turns_round),
        cmocka_unit_test(nothing_glides_that_is_slow_or_reduced),
        cmocka_unit_test(speedless_glide_has_a_place),
        cmocka_unit_test(rubber_band_follows_the_formula_up_to_a_fifth),
        cmocka_unit_test(rubber_band_gives_less_than_the_finger),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
