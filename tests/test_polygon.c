#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "draw/polygon.h"

enum { SIDE = 64 };

/* The whole coverage of a square of SIDE pixels; the sum of all is returned, in pixels. */
static double cover(const struct draw_point *points, int count, uint8_t coverage[SIDE][SIDE])
{
    double sum = 0;
    memset(coverage, 0, SIDE * SIDE);
    for (int y = 0; y < SIDE; y++) {
        struct polygon_row row = polygon_row(points, count, y, 0, SIDE, coverage[y]);
        assert_true(row.left <= row.solid_left && row.solid_left <= row.solid_right && row.solid_right <= row.right);
        for (int x = row.solid_left; x < row.solid_right; x++)
            coverage[y][x] = 255;
        for (int x = 0; x < SIDE; x++) {
            assert_true((x >= row.left && x < row.right) || coverage[y][x] == 0);
            sum += coverage[y][x] / 255.0;
        }
    }
    return sum;
}

static void assert_near(double a, double b, double tolerance)
{
    if (a < b - tolerance || a > b + tolerance)
        fail_msg("%f is not %f", a, b);
}

static void a_rectangle_on_whole_pixels_has_hard_edges(void **state)
{
    (void)state;
    uint8_t coverage[SIDE][SIDE];
    const struct draw_point points[] = {{3, 5}, {10, 5}, {10, 9}, {3, 9}};
    assert_near(cover(points, 4, coverage), 28, 0);
    assert_int_equal(coverage[5][3], 255);
    assert_int_equal(coverage[8][9], 255);
    assert_int_equal(coverage[9][9], 0);
}

static void half_pixels_are_half_covered(void **state)
{
    (void)state;
    uint8_t coverage[SIDE][SIDE];
    const struct draw_point points[] = {{3.5f, 5.5f}, {10.5f, 5.5f}, {10.5f, 9.5f}, {3.5f, 9.5f}};
    assert_near(cover(points, 4, coverage), 28, 0.1);
    assert_int_equal(coverage[7][3], 128);
    assert_int_equal(coverage[5][7], 128);
    assert_int_equal(coverage[5][3], 64);
    assert_int_equal(coverage[7][7], 255);
}

static void the_fault_is_exact(void **state)
{
    (void)state;
    uint8_t coverage[SIDE][SIDE];
    const struct draw_point steep[] = {{30, 0}, {40, 0}, {20, 40}, {10, 40}};
    cover(steep, 4, coverage);
    for (int y = 0; y < 40; y += 2) {
        assert_int_equal(coverage[y][30 - y / 2 - 1], 64);
        assert_int_equal(coverage[y][30 - y / 2], 255);
        assert_int_equal(coverage[y + 1][30 - y / 2 - 1], 191);
        assert_int_equal(coverage[y][40 - y / 2 - 1], 191);
    }
}

static void the_area_is_that_of_the_polygon(void **state)
{
    (void)state;
    uint8_t coverage[SIDE][SIDE];
    const struct draw_point triangle[] = {{7.3f, 4.1f}, {52.9f, 33.7f}, {11.2f, 60.4f}};
    const struct draw_point backwards[] = {{11.2f, 60.4f}, {52.9f, 33.7f}, {7.3f, 4.1f}};
    const struct draw_point sliver[] = {{2, 10}, {60, 10.4f}, {60, 10.9f}, {2, 10.5f}};
    assert_near(cover(triangle, 3, coverage), 1225.6, 2);
    assert_near(cover(backwards, 3, coverage), 1225.6, 2);
    assert_near(cover(sliver, 4, coverage), 29, 1);
}

static void polygons_side_by_side_leave_no_gap(void **state)
{
    (void)state;
    uint8_t left[SIDE][SIDE], right[SIDE][SIDE];
    const struct draw_point a[] = {{0, 0}, {40.5f, 0}, {12.2f, 64}, {0, 64}};
    const struct draw_point b[] = {{40.5f, 0}, {64, 0}, {64, 64}, {12.2f, 64}};
    cover(a, 4, left);
    cover(b, 4, right);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            assert_near(left[y][x] + right[y][x], 255, 1);
}

static void what_lies_outside_the_columns_is_cut_off(void **state)
{
    (void)state;
    uint8_t alpha[10] = {0};
    const struct draw_point points[] = {{-100, 0}, {100, 0}, {100, 10}, {-100, 10}};
    struct polygon_row row = polygon_row(points, 4, 5, 20, 30, alpha);
    assert_int_equal(row.solid_left, 20);
    assert_int_equal(row.solid_right, 30);
    row = polygon_row(points, 4, 10, 20, 30, alpha);
    assert_int_equal(row.left, row.right);
    row = polygon_row(points, 4, 5, 200, 210, alpha);
    assert_int_equal(row.left, row.right);
}

static void recognises_rectangles(void **state)
{
    (void)state;
    struct rect rect;
    const struct draw_point yes[] = {{10, 9}, {3, 9}, {3, 5}, {10, 5}}, fraction[] = {{3.5f, 5}, {10, 5}, {10, 9}, {3.5f, 9}};
    const struct draw_point slanted[] = {{3, 5}, {10, 5}, {9, 9}, {3, 9}};
    assert_true(polygon_is_rect(yes, 4, &rect));
    assert_int_equal(rect.x, 3);
    assert_int_equal(rect.y, 5);
    assert_int_equal(rect.w, 7);
    assert_int_equal(rect.h, 4);
    assert_false(polygon_is_rect(fraction, 4, &rect));
    assert_false(polygon_is_rect(slanted, 4, &rect));
    assert_false(polygon_is_rect(slanted, 3, &rect));
}

static void an_inset_moves_every_edge_inside(void **state)
{
    (void)state;
    struct draw_point inner[4];
    const struct draw_point square[] = {{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const struct draw_point backwards[] = {{0, 10}, {10, 10}, {10, 0}, {0, 0}};
    assert_true(polygon_inset(square, 4, 2.5f, inner));
    assert_near(inner[0].x, 2.5, 0.001);
    assert_near(inner[2].y, 7.5, 0.001);
    assert_true(polygon_inset(backwards, 4, 2.5f, inner));
    assert_near(inner[0].x, 2.5, 0.001);
    assert_near(inner[0].y, 7.5, 0.001);
    assert_false(polygon_inset(square, 4, 5.5f, inner));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rectangle_on_whole_pixels_has_hard_edges),
        cmocka_unit_test(half_pixels_are_half_covered),
        cmocka_unit_test(the_fault_is_exact),
        cmocka_unit_test(the_area_is_that_of_the_polygon),
        cmocka_unit_test(polygons_side_by_side_leave_no_gap),
        cmocka_unit_test(what_lies_outside_the_columns_is_cut_off),
        cmocka_unit_test(recognises_rectangles),
        cmocka_unit_test(an_inset_moves_every_edge_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
