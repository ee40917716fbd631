/*
 * textures.h - pictures that are drawn again and again, kept on a few shared pages under a byte budget.
 *
 * A picture is found by a key, 128 bits hashed from everything that shapes its pixels. Its transparent border is cut off. A
 * page drawn from in the frame being made is never dropped, so a place stays valid until textures_next_frame.
 */
#ifndef VITRINE_DRAW_TEXTURES_H
#define VITRINE_DRAW_TEXTURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "draw/pixels.h"
#include "rect.h"

/* For 1920x1080; textures_create is told the budget for the screen at hand. */
enum { TEXTURE_BUDGET_BYTES = 10 * 1024 * 1024 };

struct SDL_Renderer;
struct SDL_Texture;
struct textures;

struct texture_key {
    uint64_t a, b;
};

/* Where a picture lies: source on its page; dx, dy from the corner it had when added to the corner of what is left of it. */
struct texture_place {
    int page; /* -1 = nothing visible */
    int dx, dy;
    struct rect source;
    uint64_t hash; /* of the key */
};

struct textures *textures_create(struct SDL_Renderer *renderer, size_t budget_bytes);
void textures_destroy(struct textures *textures);
void textures_set_budget(struct textures *textures, size_t budget_bytes);

/* Drops everything. */
void textures_forget(struct textures *textures);

/* False: not here, make it and add it. */
bool textures_find(struct textures *textures, struct texture_key key, struct texture_place *place);

/*
 * Keeps a copy of the pixels, dx and dy being where their corner lies from the caller's point. A picture without pixels, or
 * one the renderer has no room for, becomes a place with nothing visible.
 */
struct texture_place textures_add(struct textures *textures, struct texture_key key, struct pixels pixels, int dx, int dy);

/* The frame is on its way: what has not been drawn lately may be dropped to come back under the budget. */
void textures_next_frame(struct textures *textures);

/*
 * A page for what of a frame goes on being shown: a render target without alpha, outside the budget, that stays until
 * textures_drop_kept or textures_forget. False: there is no room.
 */
bool textures_keep(struct textures *textures, int w, int h, struct texture_place *place);
void textures_drop_kept(struct textures *textures, struct texture_place *place); /* its page is -1 then */

struct SDL_Texture *textures_page(const struct textures *textures, int page);
size_t textures_bytes(const struct textures *textures);

#endif
