#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "screen/event/map_label.h"

enum { WIDE = 640, HIGH = 320, NAME_W = 90, NAME_H = 24, GAP = 8 };

static const struct rect whole = {0, 0, WIDE, HIGH};
static struct minimap_coast no_coast = {.cell_px = 10};

static struct map_scene scene_of(const struct minimap_coast *coast)
{
    return (struct map_scene){.room = whole, .coast = coast};
}

static void a_region_has_its_name_in_the_middle_of_its_ring(void **state)
{
    static const int radii[] = {25, 40, 120};

    (void)state;
    for (size_t i = 0; i < sizeof(radii) / sizeof(radii[0]); i++) {
        struct map_scene scene = scene_of(&no_coast);
        struct map_label name;

        map_scene_add(&scene, (struct map_spot){320, 160, 0, radii[i]});
        name = map_scene_name(&scene, 0, NAME_W, NAME_H, GAP);
        assert_true(name.is_placed);
        assert_int_equal(name.rect.x, 320 - NAME_W / 2);
        assert_int_equal(name.rect.y, 160 - NAME_H / 2);
    }
}

/* A town east of a region has its name on the far side, never in the region's ring. */
static void a_name_stands_away_from_a_strange_ring(void **state)
{
    static const int sides[] = {-1, 1};

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct map_scene scene = scene_of(&no_coast);
        struct map_label name;

        map_scene_add(&scene, (struct map_spot){320, 160, 20, 0});
        map_scene_add(&scene, (struct map_spot){320 + sides[i] * 100, 160, 0, 80});
        name = map_scene_name(&scene, 0, NAME_W, NAME_H, GAP);
        assert_true(name.is_placed);
        assert_true(sides[i] > 0 ? name.rect.x + NAME_W <= 320 - 10 : name.rect.x >= 320 + 10);
    }
}

static void a_name_stands_away_from_the_coast(void **state)
{
    struct minimap_coast coast = {.cell_px = 10};
    struct map_scene scene = scene_of(&coast);
    struct map_label name;

    (void)state;
    for (int row = 0; row < HIGH / 10; row++)
        coast.cells[row][36] = true;
    map_scene_add(&scene, (struct map_spot){320, 160, 20, 0});
    name = map_scene_name(&scene, 0, NAME_W, NAME_H, GAP);
    assert_true(name.is_placed);
    assert_int_equal(minimap_coast_under(&coast, name.rect), 0);
}

static void names_marks_and_scale_keep_clear_of_each_other(void **state)
{
    struct map_scene scene = scene_of(&no_coast);
    struct rect placed[9];

    (void)state;
    for (int i = 0; i < 8; i++)
        map_scene_add(&scene, (struct map_spot){60 + i * 70, 290 - i % 2 * 40, 20, 0});
    for (int i = 0; i < 9; i++) {
        struct map_label label = i < 8 ? map_scene_name(&scene, i, NAME_W, NAME_H, GAP)
                                       : map_scene_corner(&scene, whole, 150, 30);

        placed[i] = label.rect;
        for (int k = 0; label.is_placed && k < i; k++)
            assert_false(rect_meets(label.rect, placed[k]));
        for (int k = 0; label.is_placed && k < 8; k++)
            assert_false(rect_meets(label.rect, scene.taken[k]));
    }
}

/* Two towns above each other: each name is nearer to its own mark. */
static void a_name_is_not_taken_for_that_of_another_mark(void **state)
{
    struct map_scene scene = scene_of(&no_coast);
    int ys[2] = {150, 172};

    (void)state;
    for (int i = 0; i < 2; i++)
        map_scene_add(&scene, (struct map_spot){320, ys[i], 16, 0});
    for (int i = 0; i < 2; i++) {
        struct map_label name = map_scene_name(&scene, i, NAME_W, NAME_H, GAP);
        int middle = name.rect.y + NAME_H / 2;

        assert_true(name.is_placed);
        assert_true(abs(middle - ys[i]) < abs(middle - ys[1 - i]));
    }
}

static void a_map_full_of_names_has_no_scale(void **state)
{
    struct map_scene scene = scene_of(&no_coast);

    (void)state;
    for (int i = 0; i < 4; i++)
        map_scene_add(&scene, (struct map_spot){i % 2 ? 20 : WIDE - 20, i < 2 ? 20 : HIGH - 20, 20, 0});
    assert_false(map_scene_corner(&scene, whole, 150, 30).is_placed);
}

static void the_scale_takes_the_corner_with_least_in_it(void **state)
{
    struct minimap_coast coast = {.cell_px = 10};
    struct map_scene scene = scene_of(&coast);
    struct rect plate;

    (void)state;
    coast.cells[31][2] = true;                                 /* below on the left: coast */
    map_scene_add(&scene, (struct map_spot){600, 305, 20, 0}); /* below on the right: a mark */
    map_scene_add(&scene, (struct map_spot){40, 40, 0, 60});   /* above on the left: a ring */
    plate = map_scene_corner(&scene, whole, 150, 30).rect;
    assert_int_equal(plate.x, WIDE - 150);
    assert_int_equal(plate.y, 0);
    plate = map_scene_corner(&scene, whole, 150, 30)
                .rect; /* that corner is taken now: a little coast is the least of the others */
    assert_int_equal(plate.x, 0);
    assert_int_equal(plate.y, HIGH - 30);
}

static void a_name_without_room_is_not_placed(void **state)
{
    struct map_scene scene = scene_of(&no_coast);

    (void)state;
    map_scene_add(&scene, (struct map_spot){320, 160, 20, 0});
    assert_false(map_scene_name(&scene, 0, WIDE + 1, NAME_H, GAP).is_placed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_region_has_its_name_in_the_middle_of_its_ring),
        cmocka_unit_test(a_name_stands_away_from_a_strange_ring),
        cmocka_unit_test(a_name_stands_away_from_the_coast),
        cmocka_unit_test(names_marks_and_scale_keep_clear_of_each_other),
        cmocka_unit_test(a_name_is_not_taken_for_that_of_another_mark),
        cmocka_unit_test(a_map_full_of_names_has_no_scale),
        cmocka_unit_test(the_scale_takes_the_corner_with_least_in_it),
        cmocka_unit_test(a_name_without_room_is_not_placed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
