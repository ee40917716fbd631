/* parts.h - what the files of this room share; nobody outside it looks in here. */
#ifndef VITRINE_DRAW_PARTS_H
#define VITRINE_DRAW_PARTS_H

#include "draw/draw.h"
#include "draw/pixels.h"
#include "draw/quads.h"
#include "draw/textures.h"

struct draw {
    struct SDL_Renderer *renderer;
    struct fonts *fonts;
    struct textures *textures;
    struct quads *quads;
    struct rect screen;
    float aspect; /* pixels across for one down that are as long */
    struct texture_place kept; /* page -1 = no screen is kept */
    struct texture_place part; /* page -1 = no part of one is kept */
    struct rect part_at;       /* where it was in its frame, with what is not seen of it */
    int part_alpha;            /* how much of it is left in this frame */
};

/* What a key is hashed from begins with one of these. */
enum key_kind { KEY_TEXT, KEY_ANGLED, KEY_POLYGON, KEY_SHAPE, KEY_PATTERN, KEY_CORNER, KEY_ICON, KEY_TILE, KEY_PICTURE };

struct texture_key key_start(enum key_kind kind);
struct texture_key key_value(struct texture_key key, uint64_t value);
struct texture_key key_bytes(struct texture_key key, const void *bytes, size_t size);

/*
 * A convex polygon painted into pixels whose corner lies at (0, 0): the inner polygon in `fill`, what the outer one has
 * beyond it in `edge`. inner may be NULL: all is edge.
 */
void paint_polygon(struct pixels pixels, const struct draw_point *outer, const struct draw_point *inner, int count,
                   uint32_t edge, uint32_t fill);

#endif
