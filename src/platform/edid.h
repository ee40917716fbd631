/*
 * edid.h - the size of a connected panel, as the panel tells it (VESA E-EDID Standard, release A, 3.4 and 3.10.2; Linux DRM).
 */
#ifndef VITRINE_PLATFORM_EDID_H
#define VITRINE_PLATFORM_EDID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { EDID_BLOCK_SIZE = 128 };

/* Of the preferred mode. */
struct edid_size {
    int width_px, height_px;
    int width_mm, height_mm; /* of the picture; 1 to 4095 */
};

/* Reads the first block; false: too short, damaged, or without a size (projectors). */
bool edid_read(const uint8_t *bytes, size_t size, struct edid_size *out);

/*
 * The one size, in mm, of what is connected and prefers so many pixels. folder: "/sys/class/drm". False, with nothing written:
 * nothing there tells one, or two panels tell different ones.
 */
bool edid_find(const char *folder, int width_px, int height_px, int *width_mm, int *height_mm);

#endif
