#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "screen/attract/attract_bars.h"

/* The landscape screen with its two years and the hook. */
static struct attract_request landscape(int count, float left_em, float right_em)
{
    struct attract_request request = {
        .area = {0, 12, 1920, 912}, .count = count, .most_px = 62, .least_px = 10,
        .obstacles = {{58, 28, 947, 332}, {915, 576, 947, 332}, {373, 804, 506, 96}}, .obstacle_count = 3,
    };

    request.fault = fault_through((struct rect){0, 0, 1920, 936}, false, 44);
    for (int i = 0; i < count; i++) {
        request.left_em[i] = left_em;
        request.right_em[i] = right_em;
    }
    return request;
}

static struct attract_request upright(int count)
{
    struct attract_request request = landscape(count, 5, 5);

    request.area = (struct rect){0, 12, 1080, 1456};
    request.fault = fault_through((struct rect){0, 0, 1080, 1480}, true, 44);
    request.obstacles[0] = (struct rect){58, 42, 620, 234};
    request.obstacles[1] = (struct rect){402, 1204, 620, 234};
    request.obstacles[2] = (struct rect){560, 1058, 480, 110};
    return request;
}

static struct rect left_box(const struct attract_request *request, const struct attract_bar *bar, int k, int size)
{
    return (struct rect){bar->left_text, bar->left_y, (int)(request->left_em[k] * (float)size), attract_bar_height(size)};
}

static struct rect right_box(const struct attract_request *request, const struct attract_bar *bar, int k, int size)
{
    return (struct rect){bar->right_text, bar->right_y, (int)(request->right_em[k] * (float)size), attract_bar_height(size)};
}

static void assert_clear(const struct attract_request *request, const struct attract_bar *bars, int size)
{
    int bottom = request->area.y + request->area.h;

    for (int k = 0; k < request->count; k++) {
        struct rect left = left_box(request, &bars[k], k, size), right = right_box(request, &bars[k], k, size);

        for (int o = 0; o < request->obstacle_count; o++) {
            assert_false(rect_meets(left, request->obstacles[o]));
            assert_false(rect_meets(right, request->obstacles[o]));
        }
        assert_true(left.x >= request->area.x && right.x + right.w <= request->area.x + request->area.w);
        assert_true(right.y >= request->area.y && left.y + left.h <= bottom);
        assert_true(left.x + left.w <= (int)fault_left(&request->fault, (float)left.y));
        assert_true(right.x >= (int)fault_right(&request->fault, (float)(right.y + right.h)));
        assert_true(bars[k].left_from <= left.x && bars[k].right_to >= right.x + right.w);
        if (k > 0)
            assert_true(bars[k].left_y >= bars[k - 1].left_y + attract_bar_height(size));
    }
}

static void four_titles_stand_nearly_as_large_as_drawn(void **state)
{
    (void)state;
    struct attract_request request = landscape(4, 4.6f, 4.9f);
    struct attract_bar bars[ATTRACT_BARS_MOST];
    int size = attract_bars_place(&request, bars);

    assert_in_range(size, 54, 62);
    assert_clear(&request, bars, size);
}

static void one_to_eight_titles_touch_nothing(void **state)
{
    (void)state;
    for (int count = 1; count <= ATTRACT_BARS_MOST; count++) {
        struct attract_request flat = landscape(count, 5, 5), steep = upright(count);
        struct attract_bar bars[ATTRACT_BARS_MOST];
        int size = attract_bars_place(&flat, bars);

        assert_true(size > 0);
        assert_clear(&flat, bars, size);
        size = attract_bars_place(&steep, bars);
        assert_true(size > 0);
        assert_clear(&steep, bars, size);
    }
}

static void longer_titles_are_set_smaller(void **state)
{
    (void)state;
    struct attract_bar bars[ATTRACT_BARS_MOST];
    struct attract_request short_ones = landscape(4, 4, 4), long_ones = landscape(4, 12, 12);
    int usual = attract_bars_place(&short_ones, bars), small = attract_bars_place(&long_ones, bars);

    assert_true(small > 0);
    assert_true(small < usual);
    assert_clear(&long_ones, bars, small);
}

static void titles_for_which_there_is_no_room_are_told(void **state)
{
    (void)state;
    struct attract_request request = landscape(8, 200, 200);
    struct attract_bar bars[ATTRACT_BARS_MOST];

    assert_int_equal(attract_bars_place(&request, bars), 0);
}

static void without_obstacles_there_is_more_room(void **state)
{
    (void)state;
    struct attract_request request = landscape(6, 7, 7);
    struct attract_bar bars[ATTRACT_BARS_MOST];
    int with = attract_bars_place(&request, bars);

    request.obstacle_count = 0;
    assert_true(attract_bars_place(&request, bars) > with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_titles_stand_nearly_as_large_as_drawn),
        cmocka_unit_test(one_to_eight_titles_touch_nothing),
        cmocka_unit_test(longer_titles_are_set_smaller),
        cmocka_unit_test(titles_for_which_there_is_no_room_are_told),
        cmocka_unit_test(without_obstacles_there_is_more_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
