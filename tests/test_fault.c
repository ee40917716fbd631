#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/fault.h"

static const struct rect area = {0, 0, 1920, 936};

static void assert_near(float value, float expected)
{
    if (fabsf(value - expected) > 0.01f)
        fail_msg("%.3f is not %.3f", (double)value, (double)expected);
}

static void it_goes_through_the_middle_at_one_of_two_slopes(void **state)
{
    (void)state;
    struct fault flat = fault_through(area, false, 44), steep = fault_through(area, true, 44);

    assert_near(fault_x(&flat, 468), 960);
    assert_near(fault_x(&flat, 468 - 100), 960 + 200);
    assert_near(fault_x(&steep, 468), 960);
    assert_near(fault_x(&steep, 468 - 100), 960 + 50);
}

static void x_and_y_are_inverse(void **state)
{
    (void)state;
    for (int steep = 0; steep < 2; steep++) {
        struct fault fault = fault_through(area, steep, 44);

        for (float y = 0; y < 936; y += 31)
            assert_near(fault_y(&fault, fault_x(&fault, y)), y);
    }
}

static void its_edges_are_its_width_apart_across(void **state)
{
    (void)state;
    for (int steep = 0; steep < 2; steep++) {
        struct fault fault = fault_through(area, steep, 44);
        float slope = steep ? 2.0f : 0.5f;
        float along_x = fault_right(&fault, 100) - fault_left(&fault, 100);

        assert_near(along_x * slope / sqrtf(1 + slope * slope), 44);
        assert_near((fault_right(&fault, 100) + fault_left(&fault, 100)) / 2, fault_x(&fault, 100));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_goes_through_the_middle_at_one_of_two_slopes),
        cmocka_unit_test(x_and_y_are_inverse),
        cmocka_unit_test(its_edges_are_its_width_apart_across),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
