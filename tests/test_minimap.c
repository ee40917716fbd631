/* The pack is replaced by three rings of our own: a square of land, one across the 180th meridian, one far away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/event/minimap.h"

static const int32_t square[] = {80000, 400000, 120000, 400000, 120000, 440000, 80000, 440000};
static const int32_t eastern[] = {1700000, 600000, -1700000, 600000, -1700000, 650000, 1700000, 650000};
static const int32_t inset_land[] = {90000, 410000, 110000, 410000, 110000, 430000, 90000, 430000};

static const struct pack_ring coast[] = {{square, 4}, {eastern, 4}}, inset[] = {{inset_land, 4}};

int pack_ring_count(struct pack *pack, int which)
{
    (void)pack;
    return which < 0 ? 2 : 1;
}

struct pack_ring pack_ring(struct pack *pack, int which, int ring)
{
    (void)pack;
    return which < 0 ? coast[ring] : inset[ring];
}

static const struct minimap_ink ink = {0xCFDADF, 0xFAF5EA, 0x15130F, 2};

static void one_place_lies_in_the_middle(void **state)
{
    struct minimap_point genoa = {44.41, 8.93, 0};
    struct minimap map = minimap_around(&genoa, 1, 170, 344, 172);

    (void)state;
    assert_float_equal(minimap_x(&map, 8.93), 172, 0.01);
    assert_float_equal(minimap_y(&map, 44.41), 86, 0.01);
    assert_float_equal(344 / minimap_px_per_km(&map), 170, 0.01);
}

static void north_is_up_and_east_is_right(void **state)
{
    struct minimap_point genoa = {44.41, 8.93, 0};
    struct minimap map = minimap_around(&genoa, 1, 170, 344, 172);

    (void)state;
    assert_true(minimap_y(&map, 44.6) < minimap_y(&map, 44.4));
    assert_true(minimap_x(&map, 9.2) > minimap_x(&map, 8.9));
}

static void all_places_and_rings_are_inside(void **state)
{
    struct minimap_point points[] = {{59.9, 30.3, 0}, {43.1, 131.9, 300}, {55.0, 73.4, 900}};
    struct minimap map = minimap_around(points, 3, 170, 344, 172);

    (void)state;
    for (int i = 0; i < 3; i++) {
        double r = points[i].radius_km * minimap_px_per_km(&map);
        double x = minimap_x(&map, points[i].longitude), y = minimap_y(&map, points[i].latitude);

        assert_true(x - r >= 0 && x + r <= 344);
        assert_true(y - r >= 0 && y + r <= 172);
    }
}

static void what_would_shrink_the_map_is_left_out(void **state)
{
    struct minimap_point points[] = {{44.41, 8.93, 0}, {41.9, 12.5, 350}, {36.0, 138.3, 300}, {52.5, 13.4, 350}, {38.9, -77.0, 400}};
    static const struct {
        double most_km;
        bool shown[5];
        int count;
    } cases[] = {
        {100, {true, false, false, false, false}, 1},
        {1500, {true, true, false, false, false}, 2},
        {2500, {true, true, false, true, false}, 3},
        {30000, {true, true, true, true, true}, 5},
    };

    (void)state;
    for (size_t c = 0; c < sizeof(cases) / sizeof(cases[0]); c++) {
        bool shown[5];

        assert_int_equal(minimap_together(points, 5, cases[c].most_km, shown), cases[c].count);
        assert_memory_equal(shown, cases[c].shown, sizeof(shown));
    }
}

static void a_region_that_is_larger_than_allowed_is_shown_when_it_is_the_first(void **state)
{
    struct minimap_point points[] = {{55.0, 73.4, 900}, {55.0, 73.4, 0}};
    bool shown[2];

    (void)state;
    assert_int_equal(minimap_together(points, 2, 500, shown), 1);
    assert_true(shown[0]);
}

static void an_inset_counts_only_where_it_reaches_every_edge(void **state)
{
    struct minimap_point middle = {42, 10, 0}, aside = {42, 10.9, 0};
    struct minimap near = minimap_around(&middle, 1, 100, 344, 172), far = minimap_around(&middle, 1, 900, 344, 172);
    struct minimap off = minimap_around(&aside, 1, 100, 344, 172);

    (void)state;
    assert_true(minimap_is_inside(&near, NULL, 0));
    assert_false(minimap_is_inside(&far, NULL, 0));
    assert_false(minimap_is_inside(&off, NULL, 0));
}

static void inland_there_is_no_coast_until_the_map_is_wide_enough(void **state)
{
    struct minimap_point inland = {42, 10, 0};
    struct minimap near = minimap_around(&inland, 1, 100, 344, 172), far = minimap_around(&inland, 1, 2000, 344, 172);

    (void)state;
    assert_false(minimap_has_coast(&near, NULL, -1));
    assert_true(minimap_has_coast(&far, NULL, -1));
}

static int dashes_of(const char *svg)
{
    const char *at = strstr(svg, "fill=\"none\"");
    int count = 0;

    for (at = at ? strstr(at, "d=\"") : NULL; at && *at; at++)
        count += *at == 'M';
    return count;
}

static void the_picture_is_land_on_sea_with_dashed_regions(void **state)
{
    struct minimap_point region = {42, 10, 120};
    struct minimap map = minimap_around(&region, 1, 2000, 344, 172);
    size_t size = 0;
    char *svg = minimap_svg(&map, NULL, -1, (struct minimap_rings){&region, 1, NULL, 0}, ink, &size);

    (void)state;
    assert_non_null(svg);
    assert_int_equal(strlen(svg), size);
    assert_non_null(strstr(svg, "viewBox=\"0 0 3440 1720\""));
    assert_non_null(strstr(svg, "fill=\"#cfdadf\""));
    assert_non_null(strstr(svg, "d=\"M"));
    assert_true(dashes_of(svg) > 4);
    assert_string_equal(svg + size - 6, "</svg>");
    free(svg);
}

static void a_ring_is_broken_where_a_name_is_written(void **state)
{
    struct minimap_point region = {42, 10, 300};
    struct minimap map = minimap_around(&region, 1, 2000, 344, 172);
    struct rect name = {172, 0, 172, 172}; /* the eastern half */
    size_t size = 0;
    char *whole = minimap_svg(&map, NULL, -1, (struct minimap_rings){&region, 1, NULL, 0}, ink, &size);
    char *broken = minimap_svg(&map, NULL, -1, (struct minimap_rings){&region, 1, &name, 1}, ink, &size);

    (void)state;
    assert_in_range(dashes_of(broken), dashes_of(whole) / 2 - 1, dashes_of(whole) / 2);
    free(whole);
    free(broken);
}

static void the_coast_is_found_where_it_runs(void **state)
{
    struct minimap_point inland = {42, 10, 0};
    struct minimap map = minimap_around(&inland, 1, 1000, 344, 172);
    static struct minimap_coast found;
    int west = (int)minimap_x(&map, 8), east = (int)minimap_x(&map, 12);

    (void)state;
    minimap_find_coast(&map, NULL, -1, &found);
    assert_true(minimap_coast_under(&found, (struct rect){west - 3, 80, 6, 6}) > 0);
    assert_true(minimap_coast_under(&found, (struct rect){east - 3, 80, 6, 6}) > 0);
    assert_int_equal(minimap_coast_under(&found, (struct rect){west + 14, 60, east - west - 28, 40}), 0);
    assert_int_equal(minimap_coast_under(&found, (struct rect){-400, -400, 100, 100}), 0);
}

static void land_that_covers_the_map_is_cut_to_it(void **state)
{
    struct minimap_point inland = {42, 10, 0};
    struct minimap map = minimap_around(&inland, 1, 50, 344, 172);
    size_t size = 0;
    char *svg = minimap_svg(&map, NULL, -1, (struct minimap_rings){&inland, 1, NULL, 0}, ink, &size), *at = strstr(svg, "d=\"M");

    (void)state;
    assert_non_null(at);
    for (at += 4; *at != '"'; at++) {
        long x = strtol(at, &at, 10), y = strtol(at, &at, 10);

        assert_in_range(x + 2000, 0, 2000 + 3440 + 2000);
        assert_in_range(y + 2000, 0, 2000 + 1720 + 2000);
        if (*at == 'Z')
            break;
    }
    free(svg);
}

static void a_ring_across_the_180th_meridian_does_not_cross_the_map(void **state)
{
    struct minimap_point point = {62, 20, 0};
    struct minimap map = minimap_around(&point, 1, 900, 344, 172);
    size_t size = 0;
    char *svg = minimap_svg(&map, NULL, -1, (struct minimap_rings){&point, 1, NULL, 0}, ink, &size);

    (void)state;
    assert_non_null(strstr(svg, "d=\"\""));
    free(svg);
}

static void the_scale_is_a_round_number_that_fits(void **state)
{
    struct minimap_point genoa = {44.41, 8.93, 0};
    struct minimap map = minimap_around(&genoa, 1, 170, 344, 172);
    static const struct {
        double most_px;
        int km;
    } cases[] = {{100, 20}, {50, 20}, {30, 10}, {12, 5}, {1, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        assert_int_equal(minimap_scale_km(&map, cases[i].most_px), cases[i].km);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_place_lies_in_the_middle),
        cmocka_unit_test(north_is_up_and_east_is_right),
        cmocka_unit_test(all_places_and_rings_are_inside),
        cmocka_unit_test(what_would_shrink_the_map_is_left_out),
        cmocka_unit_test(a_region_that_is_larger_than_allowed_is_shown_when_it_is_the_first),
        cmocka_unit_test(an_inset_counts_only_where_it_reaches_every_edge),
        cmocka_unit_test(inland_there_is_no_coast_until_the_map_is_wide_enough),
        cmocka_unit_test(the_picture_is_land_on_sea_with_dashed_regions),
        cmocka_unit_test(a_ring_is_broken_where_a_name_is_written),
        cmocka_unit_test(the_coast_is_found_where_it_runs),
        cmocka_unit_test(land_that_covers_the_map_is_cut_to_it),
        cmocka_unit_test(a_ring_across_the_180th_meridian_does_not_cross_the_map),
        cmocka_unit_test(the_scale_is_a_round_number_that_fits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
