/* pictures.h - decoding a picture to the pixels that will be shown. */
#ifndef VITRINE_DRAW_PICTURES_H
#define VITRINE_DRAW_PICTURES_H

#include <stddef.h>
#include <stdint.h>

#include "draw/pixels.h"

/*
 * An SVG, PNG, JPEG or WebP fitted into w x h; *place is where it lies in there. aspect: how many pixels across are as long as
 * one down. argb is NULL when it is none of these or damaged. Freed by pixels_free.
 */
struct pixels picture_decode(const uint8_t *bytes, size_t size, int w, int h, float aspect, struct rect *place);

#endif
