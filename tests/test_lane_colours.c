/* Colours that nobody confuses (C4), and the arithmetic behind the rule for packs (C5). */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "compiler/colours.h"
#include "pack/pack.h"

static void contrast_is_that_of_wcag(void **state)
{
    (void)state;
    assert_true(fabs(colours_contrast(0x000000, 0xFFFFFF) - 21) < 0.01);
    assert_true(fabs(colours_contrast(0x777777, 0xFFFFFF) - 4.478) < 0.01);
}

/* From the table of Sharma, Wu and Dalal. */
static void distance_is_that_of_ciede2000(void **state)
{
    static const struct {
        struct lab x, y;
        double distance;
    } pairs[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.4900, -0.0010}, {50, -2.4900, 0.0009}, 7.1792},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        double distance = colours_distance(pairs[i].x, pairs[i].y);

        if (fabs(distance - pairs[i].distance) > 0.00006 || fabs(colours_distance(pairs[i].y, pairs[i].x) - distance) > 1e-9)
            fail_msg("pair %zu is %.4f apart, %.4f in the table", i, distance, pairs[i].distance);
    }
}

static void grey_stays_grey_for_every_eye(void **state)
{
    (void)state;
    for (int sight = 0; sight < SIGHT_COUNT; sight++) {
        struct lab white = colours_seen(0xFFFFFF, (enum sight)sight), grey = colours_seen(0x777777, (enum sight)sight);

        assert_true(fabs(white.l - 100) < 0.1 && hypot(white.a, white.b) < 0.1);
        assert_true(fabs(grey.l - 50.03) < 0.1 && hypot(grey.a, grey.b) < 0.1);
    }
}

static void red_and_green_come_near_for_some_eyes(void **state)
{
    struct lab red = colours_seen(0xC04040, SIGHT_DEUTAN), green = colours_seen(0x6A7030, SIGHT_DEUTAN);

    (void)state;
    assert_true(colours_distance(red, green)
                < colours_distance(colours_seen(0xC04040, SIGHT_COMMON), colours_seen(0x6A7030, SIGHT_COMMON)) / 2);
}

static void lanes_of_the_exhibit_are_told_apart_by_every_eye(void **state)
{
    struct pack *pack;
    int lanes;

    (void)state;
    assert_int_equal(pack_open(BINARY_DIR "/eight-years-four-voices.vpack", &pack), PACK_OK);
    lanes = pack_exhibit(pack).lanes;
    for (int sight = 0; sight < SIGHT_COUNT; sight++) {
        for (int i = 0; i < lanes; i++) {
            for (int k = 0; k < i; k++) {
                struct lab x = colours_seen(pack_lane(pack, i).colour, (enum sight)sight);
                struct lab y = colours_seen(pack_lane(pack, k).colour, (enum sight)sight);

                if (colours_distance(x, y) < 10 && fabs(x.l - y.l) < 15)
                    fail_msg("%s and %s are %.1f apart, sight %d", pack_lane(pack, i).id, pack_lane(pack, k).id,
                             colours_distance(x, y), sight);
            }
        }
    }
    pack_close(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_is_that_of_wcag),
        cmocka_unit_test(distance_is_that_of_ciede2000),
        cmocka_unit_test(grey_stays_grey_for_every_eye),
        cmocka_unit_test(red_and_green_come_near_for_some_eyes),
        cmocka_unit_test(lanes_of_the_exhibit_are_told_apart_by_every_eye),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
