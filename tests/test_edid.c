/* What a panel says of itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "platform/edid.h"

static void seal(uint8_t *bytes)
{
    uint8_t sum = 0;

    for (int i = 0; i < EDID_BLOCK_SIZE - 1; i++)
        sum += bytes[i];
    bytes[EDID_BLOCK_SIZE - 1] = (uint8_t)-sum;
}

/* A block with nothing but its beginning, the preferred mode and its sum. */
static void make_block(uint8_t *bytes, int width_px, int height_px, int width_mm, int height_mm)
{
    static const uint8_t begin[8] = {0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};
    uint8_t *timing = bytes + 54;

    memset(bytes, 0, EDID_BLOCK_SIZE);
    memcpy(bytes, begin, sizeof(begin));
    timing[0] = 0x02;
    timing[1] = 0x3A; /* 148.5 MHz */
    timing[2] = width_px & 0xFF;
    timing[4] = (uint8_t)(width_px >> 4 & 0xF0);
    timing[5] = height_px & 0xFF;
    timing[7] = (uint8_t)(height_px >> 4 & 0xF0);
    timing[12] = width_mm & 0xFF;
    timing[13] = height_mm & 0xFF;
    timing[14] = (uint8_t)((width_mm >> 4 & 0xF0) | height_mm >> 8);
    seal(bytes);
}

static void a_block_tells_pixels_and_millimetres(void **state)
{
    (void)state;
    uint8_t bytes[EDID_BLOCK_SIZE];
    struct edid_size size;

    make_block(bytes, 3840, 2160, 1209, 680);
    assert_true(edid_read(bytes, sizeof(bytes), &size));
    assert_int_equal(size.width_px, 3840);
    assert_int_equal(size.height_px, 2160);
    assert_int_equal(size.width_mm, 1209);
    assert_int_equal(size.height_mm, 680);
}

static void damaged_blocks_tell_nothing(void **state)
{
    (void)state;
    uint8_t good[EDID_BLOCK_SIZE], bytes[EDID_BLOCK_SIZE];
    struct edid_size size;

    make_block(good, 1920, 1080, 708, 399);
    assert_false(edid_read(good, 0, &size));
    assert_false(edid_read(good, EDID_BLOCK_SIZE - 1, &size));
    for (int i = 0; i < EDID_BLOCK_SIZE; i++) {
        memcpy(bytes, good, sizeof(bytes));
        bytes[i] ^= 0x10;
        assert_false(edid_read(bytes, sizeof(bytes), &size));
    }
}

static void a_block_without_mode_or_size_tells_nothing(void **state)
{
    (void)state;
    uint8_t bytes[EDID_BLOCK_SIZE];
    struct edid_size size;

    make_block(bytes, 1920, 1080, 0, 0);
    assert_false(edid_read(bytes, sizeof(bytes), &size));
    make_block(bytes, 1920, 1080, 708, 399);
    bytes[54] = bytes[55] = 0; /* a descriptor of something else */
    seal(bytes);
    assert_false(edid_read(bytes, sizeof(bytes), &size));
}

/* ---- what is connected ---- */

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/vitrine-edid-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char command[128];

    snprintf(command, sizeof(command), "rm -r %s", folder);
    return system(command);
}

/* NULL: nothing is connected there, and its file is empty. */
static void connect(const char *connector, const uint8_t *bytes)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s", folder, connector);
    mkdir(path, 0700);
    strcat(path, "/edid");
    file = fopen(path, "wb");
    assert_non_null(file);
    if (bytes)
        fwrite(bytes, 1, EDID_BLOCK_SIZE, file);
    fclose(file);
}

static void the_panel_of_the_resolution_is_found(void **state)
{
    (void)state;
    uint8_t other[EDID_BLOCK_SIZE], panel[EDID_BLOCK_SIZE];
    int width = -1, height = -1;

    make_block(other, 1280, 720, 300, 170);
    make_block(panel, 1920, 1080, 1210, 680);
    connect("card0-HDMI-A-1", other);
    connect("card1-HDMI-A-1", panel);
    connect("card1-HDMI-A-2", NULL);
    assert_true(edid_find(folder, 1920, 1080, &width, &height));
    assert_int_equal(width, 1210);
    assert_int_equal(height, 680);
    assert_false(edid_find(folder, 3840, 2160, &width, &height));
}

static void two_panels_that_differ_tell_nothing(void **state)
{
    (void)state;
    uint8_t small[EDID_BLOCK_SIZE], large[EDID_BLOCK_SIZE];
    int width = -1, height = -1;

    make_block(small, 1920, 1080, 708, 399);
    make_block(large, 1920, 1080, 1210, 680);
    connect("card0-HDMI-A-1", small);
    connect("card0-HDMI-A-2", small);
    assert_true(edid_find(folder, 1920, 1080, &width, &height));
    connect("card0-HDMI-A-2", large);
    width = height = -1;
    assert_false(edid_find(folder, 1920, 1080, &width, &height));
    assert_int_equal(width, -1);
    assert_int_equal(height, -1);
}

static void a_machine_without_screens_tells_nothing(void **state)
{
    (void)state;
    int width, height;

    assert_false(edid_find(folder, 1920, 1080, &width, &height));
    assert_false(edid_find("/nowhere", 1920, 1080, &width, &height));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_block_tells_pixels_and_millimetres),
        cmocka_unit_test(damaged_blocks_tell_nothing),
        cmocka_unit_test(a_block_without_mode_or_size_tells_nothing),
        cmocka_unit_test_setup_teardown(the_panel_of_the_resolution_is_found, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(two_panels_that_differ_tell_nothing, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_machine_without_screens_tells_nothing, make_folder, remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
