#include "platform/edid.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

/* The first detailed timing is the preferred mode. */
enum { TIMING = 54 };

static bool is_sound(const uint8_t *bytes)
{
    static const uint8_t begin[8] = {0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};
    uint8_t sum = 0;

    for (int i = 0; i < EDID_BLOCK_SIZE; i++)
        sum += bytes[i];
    return sum == 0 && memcmp(bytes, begin, sizeof(begin)) == 0;
}

bool edid_read(const uint8_t *bytes, size_t size, struct edid_size *out)
{
    const uint8_t *timing = bytes + TIMING;
    struct edid_size told;

    if (size < EDID_BLOCK_SIZE || !is_sound(bytes) || (timing[0] | timing[1]) == 0) /* no clock: not a timing */
        return false;
    told = (struct edid_size){
        .width_px = timing[2] | (timing[4] & 0xF0) << 4,
        .height_px = timing[5] | (timing[7] & 0xF0) << 4,
        .width_mm = timing[12] | (timing[14] & 0xF0) << 4,
        .height_mm = timing[13] | (timing[14] & 0x0F) << 8,
    };
    if (told.width_mm == 0 || told.height_mm == 0)
        return false;
    *out = told;
    return true;
}

static bool read_file(const char *path, struct edid_size *out)
{
    uint8_t bytes[EDID_BLOCK_SIZE];
    FILE *file = fopen(path, "rb");
    size_t size;

    if (!file)
        return false;
    size = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    return edid_read(bytes, size, out);
}

bool edid_find(const char *folder, int width_px, int height_px, int *width_mm, int *height_mm)
{
    struct edid_size told, found = {0};
    bool is_one = false, is_clear = true;
    char pattern[1024];
    glob_t paths;

    if (snprintf(pattern, sizeof(pattern), "%s/card*-*/edid", folder) >= (int)sizeof(pattern)
        || glob(pattern, 0, NULL, &paths) != 0)
        return false;
    for (size_t i = 0; i < paths.gl_pathc; i++) {
        if (!read_file(paths.gl_pathv[i], &told) || told.width_px != width_px || told.height_px != height_px)
            continue;
        is_clear = is_clear && (!is_one || memcmp(&told, &found, sizeof(told)) == 0);
        is_one = true;
        found = told;
    }
    globfree(&paths);
    if (!is_one || !is_clear)
        return false;
    *width_mm = found.width_mm;
    *height_mm = found.height_mm;
    return true;
}
