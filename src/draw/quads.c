/*
 * A batch is one call into SDL: fills, or copies from one page. A quad joins the earliest batch of its kind that no batch
 * painted later overlaps; each batch keeps a coarse map of what it touches, so that "overlaps" is a few ANDs.
 *
 * What SDL 2.26 was measured to do with the software renderer: SDL_RenderGeometry turns a textured quad back into a plain
 * copy, as fast as its pixels allow, but only if its triangles meet along the diagonal from upper left to lower right, its
 * corners have one colour, and positions, colours and texels lie equally far apart in memory; else it draws two triangles,
 * slowly, a pixel off, and beyond 2000 pixels with a crash. Quads without texture it always blends, at twenty times the
 * price of SDL_RenderFillRects. So with that renderer plain fills go by colour through SDL_RenderFillRects; elsewhere a
 * batch of fills has any number of colours.
 */
#include "draw/quads.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "text/hash.h"

#include <SDL.h>

enum {
    CLIPS_MAX = 32,
    BATCHES_MAX = 96,
    LOOK_BACK = 48,  /* batches tried before a new one is begun */
    MAP_ROWS = 128,  /* the map of a batch: 128 rows of 128 cells over the screen */
    PAGE_COVER = -1, /* plain fills */
    PAGE_BLEND = -2, /* fills with alpha */
};

struct quad {
    struct rect at;
    int u, v;        /* on the page */
    int page;        /* or PAGE_COVER, PAGE_BLEND */
    uint32_t colour; /* 0xAARRGGBB */
    int next;        /* in its batch, -1 = last */
    uint64_t hash;   /* of what it shows, whatever its place */
};

struct batch {
    int page;
    uint32_t colour; /* of all its quads, where that matters */
    int first, last, count;
    uint64_t map[MAP_ROWS][2];
};

struct quads {
    struct rect clips[CLIPS_MAX];
    int clip_count;
    int origin_x, origin_y; /* clips and quads lie where the screen has them */
    struct quad *quads;
    int count, room;
    struct quad *pieces; /* of quads inside the parts to be painted */
    int piece_count, piece_room;
    struct damage *damage;
    struct rect parts[DAMAGE_MAX];
    int part_count;
    struct batch batches[BATCHES_MAX];
    int batch_count;
    SDL_Vertex *corners; /* four of each quad */
    int *indices;        /* the same six for ever, offset by the quad */
    SDL_Rect *rects;     /* one of each quad */
    int room_to_paint;   /* in quads, of these three */
    bool is_software;    /* the renderer keeps its pixels and wants fills by colour */
};

struct quads *quads_create(struct SDL_Renderer *renderer)
{
    SDL_RendererInfo info = {0};
    struct quads *quads = calloc(1, sizeof *quads);
    if (!quads)
        return NULL;
    if (SDL_GetRendererInfo(renderer, &info) == 0)
        quads->is_software = (info.flags & SDL_RENDERER_SOFTWARE) != 0;
    quads->damage = damage_create();
    if (!quads->damage) {
        free(quads);
        return NULL;
    }
    return quads;
}

void quads_destroy(struct quads *quads)
{
    if (!quads)
        return;
    damage_destroy(quads->damage);
    free(quads->quads);
    free(quads->pieces);
    free(quads->corners);
    free(quads->indices);
    free(quads->rects);
    free(quads);
}

void quads_clear(struct quads *quads, struct rect screen)
{
    quads->count = 0;
    quads->clips[0] = screen;
    quads->clip_count = 1;
    quads->origin_x = quads->origin_y = 0;
}

void quads_set_origin(struct quads *quads, int x, int y)
{
    quads->origin_x = x;
    quads->origin_y = y;
}

static struct rect on_screen(const struct quads *quads, struct rect rect)
{
    return (struct rect){rect.x + quads->origin_x, rect.y + quads->origin_y, rect.w, rect.h};
}

/* ---- clips ---- */

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static struct rect clip_of(const struct quads *quads)
{
    return quads->clips[quads->clip_count - 1];
}

void quads_clip_push(struct quads *quads, struct rect rect)
{
    assert(quads->clip_count < CLIPS_MAX);
    quads->clips[quads->clip_count] = rect_cut(on_screen(quads, rect), clip_of(quads));
    quads->clip_count++;
}

void quads_clip_pop(struct quads *quads)
{
    assert(quads->clip_count > 1);
    quads->clip_count--;
}

bool quads_is_seen(const struct quads *quads, struct rect rect)
{
    return rect_meets(on_screen(quads, rect), clip_of(quads));
}

struct rect quads_seen_part(const struct quads *quads, struct rect rect)
{
    struct rect seen = rect_cut(on_screen(quads, rect), clip_of(quads));
    return (struct rect){seen.x - quads->origin_x, seen.y - quads->origin_y, seen.w, seen.h};
}

/* ---- quads ---- */

static bool append(struct quad **list, int *count, int *room, struct quad quad)
{
    if (*count == *room) {
        int more_room = *room * 2 + 512;
        struct quad *more = realloc(*list, (size_t)more_room * sizeof *more);
        if (!more)
            return false;
        *list = more;
        *room = more_room;
    }
    (*list)[(*count)++] = quad;
    return true;
}

static void put(struct quads *quads, struct quad quad)
{
    append(&quads->quads, &quads->count, &quads->room, quad);
}

void quads_fill(struct quads *quads, struct rect rect, uint32_t colour, int alpha)
{
    struct rect at = rect_cut(on_screen(quads, rect), clip_of(quads));
    if (at.w == 0 || at.h == 0 || alpha <= 0)
        return;
    alpha = smaller(alpha, 255);
    /* Where blending costs nothing, one kind of batch is better than two. */
    int page = alpha == 255 && quads->is_software ? PAGE_COVER : PAGE_BLEND;
    put(quads, (struct quad){.at = at, .page = page, .colour = (uint32_t)alpha << 24 | (colour & 0xFFFFFF)});
}

void quads_copy_faded(struct quads *quads, struct texture_place place, int x, int y, int alpha)
{
    struct rect whole = on_screen(quads, (struct rect){x + place.dx, y + place.dy, place.source.w, place.source.h});
    struct rect at = rect_cut(whole, clip_of(quads));
    int in_x = at.x - whole.x, in_y = at.y - whole.y;
    if (place.page < 0 || at.w == 0 || at.h == 0 || alpha <= 0)
        return;
    put(quads,
        (struct quad){.at = at,
                      .u = place.source.x + in_x,
                      .v = place.source.y + in_y,
                      .page = place.page,
                      .colour = (uint32_t)smaller(alpha, 255) << 24 | 0xFFFFFF,
                      .hash = hash_value(place.hash, (uint64_t)in_x << 32 | (uint32_t)in_y)});
}

void quads_copy(struct quads *quads, struct texture_place place, int x, int y)
{
    quads_copy_faded(quads, place, x, y, 255);
}

/* ---- batches ---- */

struct touch_map {
    uint64_t cells[2];
    int first_row, last_row;
};

/* Bits first..last of a row of 128 that fall into the word of 64 that begins at `start`. */
static uint64_t bits(int first, int last, int start)
{
    first = larger(first - start, 0);
    last = smaller(last - start, 63);
    return first > last ? 0 : ~0ull << first & ~0ull >> (63 - last);
}

static struct touch_map map_of(struct rect screen, struct rect at)
{
    int cell_w = (screen.w + 127) / 128, cell_h = (screen.h + MAP_ROWS - 1) / MAP_ROWS;
    int first = at.x / cell_w, last = (at.x + at.w - 1) / cell_w;
    return (struct touch_map){{bits(first, last, 0), bits(first, last, 64)}, at.y / cell_h, (at.y + at.h - 1) / cell_h};
}

static bool meets(const struct batch *batch, const struct touch_map *map)
{
    for (int row = map->first_row; row <= map->last_row; row++)
        if ((batch->map[row][0] & map->cells[0]) | (batch->map[row][1] & map->cells[1]))
            return true;
    return false;
}

static void join(struct quads *quads, struct batch *batch, int index, const struct touch_map *map)
{
    for (int row = map->first_row; row <= map->last_row; row++) {
        batch->map[row][0] |= map->cells[0];
        batch->map[row][1] |= map->cells[1];
    }
    if (batch->count++ == 0)
        batch->first = index;
    else
        quads->pieces[batch->last].next = index;
    batch->last = index;
    quads->pieces[index].next = -1;
}

static bool is_filled_by_colour(int page)
{
    return page == PAGE_COVER;
}

/* A batch of fills through SDL_RenderGeometry may have many colours; copies differ in alpha only, set for all of a batch. */
static bool fits_batch(const struct batch *batch, const struct quad *quad)
{
    bool any_colour = quad->page < 0 && !is_filled_by_colour(quad->page);
    return batch->page == quad->page && (any_colour || batch->colour == quad->colour);
}

/* The batch the quad can join, looking back past those it does not meet; NULL = it needs a new one. */
static struct batch *find_batch(struct quads *quads, const struct quad *quad, const struct touch_map *map)
{
    struct batch *found = NULL;
    for (int i = quads->batch_count - 1; i >= 0 && i >= quads->batch_count - LOOK_BACK; i--) {
        if (fits_batch(&quads->batches[i], quad))
            found = &quads->batches[i];
        if (meets(&quads->batches[i], map))
            break;
    }
    return found;
}

static bool make_room_to_paint(struct quads *quads, int count)
{
    static const int corner_of[6] = {0, 1, 3, 0, 3, 2};
    if (count <= quads->room_to_paint)
        return true;
    int room = count * 2 + 512;
    SDL_Vertex *corners = realloc(quads->corners, (size_t)room * 4 * sizeof *corners);
    quads->corners = corners ? corners : quads->corners;
    SDL_Rect *rects = realloc(quads->rects, (size_t)room * sizeof *rects);
    quads->rects = rects ? rects : quads->rects;
    int *indices = realloc(quads->indices, (size_t)room * 6 * sizeof *indices);
    quads->indices = indices ? indices : quads->indices;
    if (!corners || !rects || !indices)
        return false;
    for (int i = quads->room_to_paint; i < room; i++)
        for (int j = 0; j < 6; j++)
            indices[i * 6 + j] = i * 4 + corner_of[j];
    quads->room_to_paint = room;
    return true;
}

/* A hair inside the texel, so that SDL's conversion to whole pixels cannot land one short; SDL refuses more than 1. */
static float texel(int at, int side)
{
    return at < side ? ((float)at + 1.0f / 64) / (float)side : 1.0f;
}

static SDL_Color sdl_colour(uint32_t colour)
{
    return (SDL_Color){(uint8_t)(colour >> 16), (uint8_t)(colour >> 8), (uint8_t)colour, (uint8_t)(colour >> 24)};
}

static void put_corners(SDL_Vertex *corners, const struct quad *quad, int page_w, int page_h)
{
    for (int i = 0; i < 4; i++) {
        int dx = i & 1 ? quad->at.w : 0, dy = i & 2 ? quad->at.h : 0;
        corners[i] = (SDL_Vertex){{(float)(quad->at.x + dx), (float)(quad->at.y + dy)},
                                  sdl_colour(quad->colour),
                                  {texel(quad->u + dx, page_w), texel(quad->v + dy, page_h)}};
    }
}

/* The kept screen, the one page that is ever faded, is to be copied when it is not. */
static void prepare_texture(struct SDL_Texture *texture, uint32_t colour, int *w, int *h)
{
    uint32_t format;
    SDL_QueryTexture(texture, &format, NULL, w, h);
    if (!SDL_ISPIXELFORMAT_ALPHA(format))
        SDL_SetTextureBlendMode(texture, colour >> 24 == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
}

static void paint_geometry(struct quads *quads, const struct batch *batch, struct SDL_Renderer *renderer,
                           struct SDL_Texture *texture)
{
    int page_w = 1, page_h = 1, count = 0;
    if (texture)
        prepare_texture(texture, batch->colour, &page_w, &page_h);
    for (int i = batch->first; i >= 0; i = quads->pieces[i].next, count++)
        put_corners(quads->corners + count * 4, &quads->pieces[i], page_w, page_h);
    SDL_SetRenderDrawBlendMode(renderer, batch->page == PAGE_BLEND ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE);
    SDL_RenderGeometry(renderer, texture, quads->corners, count * 4, quads->indices, count * 6);
}

static void paint_fills(struct quads *quads, const struct batch *batch, struct SDL_Renderer *renderer)
{
    SDL_Color colour = sdl_colour(batch->colour);
    int count = 0;
    for (int i = batch->first; i >= 0; i = quads->pieces[i].next) {
        struct rect at = quads->pieces[i].at;
        quads->rects[count++] = (SDL_Rect){at.x, at.y, at.w, at.h};
    }
    SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_NONE);
    SDL_SetRenderDrawColor(renderer, colour.r, colour.g, colour.b, 255);
    SDL_RenderFillRects(renderer, quads->rects, count);
}

static void paint_batch(struct quads *quads, const struct batch *batch, struct SDL_Renderer *renderer,
                        const struct textures *textures)
{
    if (!make_room_to_paint(quads, batch->count))
        return;
    if (is_filled_by_colour(batch->page))
        paint_fills(quads, batch, renderer);
    else
        paint_geometry(quads, batch, renderer, batch->page >= 0 ? textures_page(textures, batch->page) : NULL);
}

static int paint_batches(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures)
{
    int calls = quads->batch_count;
    for (int i = 0; i < quads->batch_count; i++)
        paint_batch(quads, &quads->batches[i], renderer, textures);
    quads->batch_count = 0;
    return calls;
}

/* ---- a frame ---- */

static void add_piece(struct quads *quads, const struct quad *quad, struct rect part)
{
    struct quad piece = *quad;
    piece.at = rect_cut(quad->at, part);
    piece.u += piece.at.x - quad->at.x;
    piece.v += piece.at.y - quad->at.y;
    if (piece.at.w > 0 && piece.at.h > 0)
        append(&quads->pieces, &quads->piece_count, &quads->piece_room, piece);
}

/* A page that was dropped after the quad was made leaves its place empty. */
static void cut_pieces(struct quads *quads, const struct textures *textures, const struct rect *parts, int count)
{
    quads->piece_count = 0;
    for (int i = 0; i < quads->count; i++) {
        const struct quad *quad = &quads->quads[i];
        if (quad->page >= 0 && !textures_page(textures, quad->page))
            continue;
        for (int j = 0; j < count; j++)
            add_piece(quads, quad, parts[j]);
    }
}

static void find_parts(struct quads *quads)
{
    quads->parts[0] = quads->clips[0];
    quads->part_count = 1;
    if (!quads->is_software)
        return;
    damage_begin(quads->damage, quads->clips[0]);
    for (int i = 0; i < quads->count; i++)
        damage_note(quads->damage, quads->quads[i].at, hash_value(quads->quads[i].hash, quads->quads[i].colour));
    quads->part_count = damage_end(quads->damage, quads->parts);
}

static int batch_pieces(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures)
{
    int calls = 0;
    for (int i = 0; i < quads->piece_count; i++) {
        struct quad *piece = &quads->pieces[i];
        struct touch_map map = map_of(quads->clips[0], piece->at);
        struct batch *batch = find_batch(quads, piece, &map);
        if (!batch && quads->batch_count == BATCHES_MAX)
            calls += paint_batches(quads, renderer, textures);
        if (!batch) {
            batch = &quads->batches[quads->batch_count++];
            *batch = (struct batch){.page = piece->page, .colour = piece->colour};
        }
        join(quads, batch, i, &map);
    }
    return calls + paint_batches(quads, renderer, textures);
}

int quads_paint(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures)
{
    find_parts(quads);
    cut_pieces(quads, textures, quads->parts, quads->part_count);
    return batch_pieces(quads, renderer, textures);
}

void quads_paint_part(struct quads *quads, struct SDL_Renderer *renderer, const struct textures *textures, struct rect part)
{
    cut_pieces(quads, textures, &part, 1);
    for (int i = 0; i < quads->piece_count; i++) {
        quads->pieces[i].at.x -= part.x;
        quads->pieces[i].at.y -= part.y;
    }
    batch_pieces(quads, renderer, textures);
}

int quads_painted(const struct quads *quads, const struct rect **parts)
{
    *parts = quads->parts;
    return quads->part_count;
}

void quads_forget(struct quads *quads)
{
    damage_forget(quads->damage);
}
