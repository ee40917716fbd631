#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "platform/rotation.h"

enum { W = 70, H = 45 };

static void the_screen_changes_its_sides_with_odd_quarters(void **state)
{
    (void)state;
    for (int quarters = 0; quarters < 4; quarters++) {
        int w, h;
        rotation_screen_size((struct rotation){quarters, 1920, 1080}, &w, &h);
        assert_int_equal(w, quarters & 1 ? 1080 : 1920);
        assert_int_equal(h, quarters & 1 ? 1920 : 1080);
    }
}

static void a_quarter_turn_puts_the_top_to_the_right(void **state)
{
    (void)state;
    struct rotation rotation = {1, 1920, 1080};
    float x = 1920, y = 0; /* the panel's upper right corner */
    rotation_to_screen(rotation, &x, &y);
    assert_true(x == 0 && y == 0);
    x = 1920, y = 1080;
    rotation_to_screen(rotation, &x, &y);
    assert_true(x == 1080 && y == 0);
}

/* Pixels, rectangles and touches must agree: what is drawn at a place of the screen is touched there. */
static void pixels_rectangles_and_touches_agree(void **state)
{
    (void)state;
    for (int quarters = 0; quarters < 4; quarters++) {
        struct rotation rotation = {quarters, W, H};
        uint32_t screen[W * H], panel[W * H];
        int w, h;
        rotation_screen_size(rotation, &w, &h);
        for (int i = 0; i < W * H; i++)
            screen[i] = (uint32_t)i + 1;
        memset(panel, 0, sizeof panel);
        rotation_copy(rotation, (struct rect){0, 0, w, h}, screen, (size_t)w, panel, W);
        for (int panel_y = 0; panel_y < H; panel_y++) {
            for (int panel_x = 0; panel_x < W; panel_x++) {
                float x = (float)panel_x + 0.5f, y = (float)panel_y + 0.5f;
                rotation_to_screen(rotation, &x, &y);
                assert_int_equal(panel[panel_y * W + panel_x], screen[(int)y * w + (int)x]);
                struct rect at = rotation_to_panel(rotation, (struct rect){(int)x, (int)y, 1, 1});
                assert_int_equal(at.x, panel_x);
                assert_int_equal(at.y, panel_y);
            }
        }
    }
}

static void only_the_area_asked_for_is_copied(void **state)
{
    (void)state;
    for (int quarters = 0; quarters < 4; quarters++) {
        struct rotation rotation = {quarters, W, H};
        uint32_t screen[W * H], panel[W * H] = {0};
        struct rect area = {3, 2, 37, 40}, at = rotation_to_panel(rotation, area);
        int w, h, copied = 0;
        rotation_screen_size(rotation, &w, &h);
        memset(screen, 1, sizeof screen);
        rotation_copy(rotation, area, screen, (size_t)w, panel, W);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                copied += panel[y * W + x] != 0;
                assert_int_equal(panel[y * W + x] != 0, rect_holds(at, x, y));
            }
        }
        assert_int_equal(copied, area.w * area.h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_screen_changes_its_sides_with_odd_quarters),
        cmocka_unit_test(a_quarter_turn_puts_the_top_to_the_right),
        cmocka_unit_test(pixels_rectangles_and_touches_agree),
        cmocka_unit_test(only_the_area_asked_for_is_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
