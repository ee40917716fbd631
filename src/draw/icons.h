/* icons.h - the icons as SVG (visual.md, Icons). */
#ifndef VITRINE_DRAW_ICONS_H
#define VITRINE_DRAW_ICONS_H

#include <stddef.h>
#include <stdint.h>

#include "draw/draw.h"

enum { ICON_SVG_MAX = 1536 };

/* Writes the icon in a colour; the number of bytes. */
size_t icon_svg(enum draw_icon icon, uint32_t colour, char out[ICON_SVG_MAX]);

#endif
