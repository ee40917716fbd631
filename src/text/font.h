/*
 * font.h - the faces of a pack at the sizes a screen needs: metrics, widths, and rendered runs (SDL2_ttf).
 *
 * A run is text of one face, one script and one direction (product.md, Libraries). Widths and sizes are in pixels.
 */
#ifndef VITRINE_TEXT_FONT_H
#define VITRINE_TEXT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct SDL_Surface;
struct fonts;

/* In the order of enum pack_role, so that a role of the pack is a role here. */
enum font_role {
    FONT_DISPLAY,
    FONT_MUSEUM,
    FONT_MUSEUM_BOLD,
    FONT_NARROW,
    FONT_NARROW_BOLD,
    FONT_DOCUMENT,
    FONT_DOCUMENT_BOLD,
    FONT_DOCUMENT_ITALIC,
    FONT_ROLE_COUNT,
};

struct font_style {
    enum font_role role;
    int face;       /* fallback index within the role */
    int size_px;    /* em size */
    char script[4]; /* ISO 15924; all NUL = the face's default */
    bool is_right_to_left;
};

/* Distances from the baseline, all positive, of the first face of the role. */
struct font_metrics {
    int ascent_px, descent_px, line_px;
    float cap_px, x_px;
};

/* NULL when SDL2_ttf cannot start. */
struct fonts *fonts_create(void);
void fonts_destroy(struct fonts *fonts);

/* Appends a face to a role's fallback list. The bytes are borrowed until fonts_clear or fonts_destroy. False: not a font. */
bool fonts_add(struct fonts *fonts, enum font_role role, const uint8_t *bytes, size_t size);

/* Forgets all faces, before another pack's are added. Every cached size is closed. */
void fonts_clear(struct fonts *fonts);

struct font_metrics font_metrics(struct fonts *fonts, enum font_role role, int size_px);

/* Advance width of length bytes of UTF-8. */
int font_width(struct fonts *fonts, struct font_style style, const char *bytes, size_t length);

/* A rendered run: where the pen starts and the baseline lies, in pixels from the upper left corner of the surface. */
struct font_image {
    struct SDL_Surface *surface; /* ARGB8888 */
    int pen_x, baseline_y;
};

/*
 * The run drawn in 0xRRGGBB on transparent, about as high as the face's ascent and descent; the surface is NULL for an empty
 * run. The caller frees it.
 */
struct font_image font_render(struct fonts *fonts, struct font_style style, uint32_t colour, const char *bytes, size_t length);

#endif
