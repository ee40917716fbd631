/*
 * svg.h - an SVG as the kiosk draws it (nanosvg): checked, and without what is not drawn.
 */
#ifndef VITRINE_COMPILER_SVG_H
#define VITRINE_COMPILER_SVG_H

#include <stdbool.h>
#include <stddef.h>

enum { SVG_BYTES_MAX = 512 * 1024 };

/* Why a file cannot be drawn: "it uses <text>, which …"; and the line. */
struct svg_problem {
    int line;
    char sentence[200];
};

/*
 * Writes the elements of `bytes` without comments, titles, declarations and idle spaces to `out`,
 * which has room for twice `size` bytes; *out_size of them are used. False when the file is no
 * well-formed SVG of the elements the kiosk can draw.
 */
bool svg_minify(const char *bytes, size_t size, char *out, size_t *out_size,
                struct svg_problem *problem);

#endif
