#include "draw/draw.h"

#include <math.h>
#include <stdlib.h>

#include "draw/parts.h"
#include "draw/polygon.h"
#include "text/hash.h"

#include <SDL.h>

enum {
    CACHED_SIDE_MAX = 96,   /* a polygon within this box is kept as a picture; twice that on a screen of twice the sides */
    ROW_PIXELS_MAX = 16384, /* as wide as the widest renderer */
};

/* The budget is for 1920x1080; a screen of four times the pixels needs four times the text. */
static size_t budget_for(struct SDL_Renderer *renderer)
{
    int w = 0, h = 0;
    SDL_GetRendererOutputSize(renderer, &w, &h);
    size_t pixels = (size_t)w * (size_t)h, usual = 1920 * 1080;
    return pixels > usual ? TEXTURE_BUDGET_BYTES / usual * pixels : TEXTURE_BUDGET_BYTES;
}

struct draw *draw_create(struct SDL_Renderer *renderer, struct fonts *fonts)
{
    struct draw *draw = calloc(1, sizeof *draw);
    if (!draw)
        return NULL;
    draw->renderer = renderer;
    draw->fonts = fonts;
    draw->kept.page = draw->part.page = -1;
    draw->aspect = 1;
    draw->textures = textures_create(renderer, budget_for(renderer));
    draw->quads = quads_create(renderer);
    if (!draw->textures || !draw->quads) {
        draw_destroy(draw);
        return NULL;
    }
    return draw;
}

void draw_destroy(struct draw *draw)
{
    if (!draw)
        return;
    quads_destroy(draw->quads);
    textures_destroy(draw->textures);
    free(draw);
}

void draw_set_density(struct draw *draw, float px_per_mm_x, float px_per_mm_y)
{
    float aspect = px_per_mm_x / px_per_mm_y;
    /* what nobody sees, and what measuring a panel may be off by, is not worth a resampled picture */
    draw->aspect = fabsf(aspect - 1) < 0.02f ? 1 : aspect;
}

void draw_forget(struct draw *draw)
{
    textures_forget(draw->textures);
    draw->kept.page = draw->part.page = -1;
    quads_forget(draw->quads);
    textures_set_budget(draw->textures, budget_for(draw->renderer));
}

size_t draw_texture_bytes(const struct draw *draw)
{
    return textures_bytes(draw->textures);
}

/* ---- the frame ---- */

void draw_begin(struct draw *draw, uint32_t ground)
{
    SDL_GetRendererOutputSize(draw->renderer, &draw->screen.w, &draw->screen.h);
    draw->part_alpha = 0;
    quads_clear(draw->quads, draw->screen);
    quads_fill(draw->quads, draw->screen, ground, 255);
}

int draw_end(struct draw *draw)
{
    int calls = quads_paint(draw->quads, draw->renderer, draw->textures);
    SDL_RenderFlush(draw->renderer);
    textures_next_frame(draw->textures);
    return calls;
}

int draw_changed(const struct draw *draw, const struct rect **parts)
{
    return quads_painted(draw->quads, parts);
}

void draw_set_origin(struct draw *draw, int x, int y)
{
    quads_set_origin(draw->quads, x, y);
}

void draw_clip_push(struct draw *draw, struct rect rect)
{
    quads_clip_push(draw->quads, rect);
}

void draw_clip_pop(struct draw *draw)
{
    quads_clip_pop(draw->quads);
}

/* ---- the screen before ---- */

/*
 * Painted once more from the quads of the last frame, because an accelerated renderer has nothing to read after it was shown.
 * That frame may show what was kept before, so this goes only after.
 */
static bool keep(struct draw *draw, struct rect part, struct texture_place *place)
{
    struct texture_place next;
    if (part.w <= 0 || part.h <= 0 || !textures_keep(draw->textures, part.w, part.h, &next))
        return false;
    struct SDL_Texture *target = SDL_GetRenderTarget(draw->renderer);
    bool is_kept = SDL_SetRenderTarget(draw->renderer, textures_page(draw->textures, next.page)) == 0;
    if (is_kept)
        quads_paint_part(draw->quads, draw->renderer, draw->textures, part);
    SDL_SetRenderTarget(draw->renderer, target);
    textures_drop_kept(draw->textures, is_kept ? place : &next);
    if (is_kept)
        *place = next;
    return is_kept;
}

bool draw_keep(struct draw *draw)
{
    return keep(draw, draw->screen, &draw->kept);
}

void draw_drop_kept(struct draw *draw)
{
    textures_drop_kept(draw->textures, &draw->kept);
}

bool draw_keep_part(struct draw *draw, struct rect part)
{
    struct rect seen = rect_cut(part, draw->screen);
    draw->part_at = part;
    if (!keep(draw, seen, &draw->part))
        return false;
    draw->part.dx = seen.x - part.x;
    draw->part.dy = seen.y - part.y;
    return true;
}

void draw_drop_part(struct draw *draw)
{
    textures_drop_kept(draw->textures, &draw->part);
}

void draw_fade_part(struct draw *draw, int alpha)
{
    draw->part_alpha = alpha;
}

void draw_kept_part(struct draw *draw, int x, int y)
{
    quads_copy_faded(draw->quads, draw->part, x, y, draw->part_alpha);
}

static void copy_part(struct draw *draw, int alpha)
{
    quads_copy_faded(draw->quads, draw->part, draw->part_at.x, draw->part_at.y, alpha * draw->part_alpha / 255);
}

void draw_kept_fade(struct draw *draw, int alpha)
{
    quads_copy_faded(draw->quads, draw->kept, 0, 0, alpha);
    copy_part(draw, alpha);
}

static void push_beyond_fault(struct draw *draw, int x, int y)
{
    int left = x + 2 * (draw->screen.h - 1 - y);

    draw_clip_push(draw, (struct rect){left, y, draw->screen.w - left, 1});
}

/* One after the other: row by row the two would be two batches of each row. */
void draw_kept_beyond_fault(struct draw *draw, int x)
{
    for (int y = 0; y < draw->screen.h; y++) {
        push_beyond_fault(draw, x, y);
        quads_copy(draw->quads, draw->kept, 0, 0);
        draw_clip_pop(draw);
    }
    for (int y = draw->part_at.y; y < draw->part_at.y + draw->part_at.h && draw->part.page >= 0; y++) {
        push_beyond_fault(draw, x, y);
        copy_part(draw, 255);
        draw_clip_pop(draw);
    }
}

/* ---- keys ---- */

struct texture_key key_start(enum key_kind kind)
{
    return (struct texture_key){hash_value(0x5649, (uint64_t)kind), hash_value(0x5452, (uint64_t)kind)};
}

struct texture_key key_value(struct texture_key key, uint64_t value)
{
    return (struct texture_key){hash_value(key.a, value), hash_value(key.b, value)};
}

struct texture_key key_bytes(struct texture_key key, const void *bytes, size_t size)
{
    return (struct texture_key){hash_bytes(key.a, bytes, size), hash_bytes(key.b, bytes, size)};
}

/* ---- rectangles ---- */

void draw_fill(struct draw *draw, struct rect rect, uint32_t colour)
{
    quads_fill(draw->quads, rect, colour, 255);
}

void draw_tint(struct draw *draw, struct rect rect, uint32_t colour, int alpha)
{
    quads_fill(draw->quads, rect, colour, alpha);
}

void draw_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour)
{
    int most = (rect.w < rect.h ? rect.w : rect.h) / 2, w = width_px < most ? width_px : most;
    draw_fill(draw, (struct rect){rect.x, rect.y, rect.w, w}, colour);
    draw_fill(draw, (struct rect){rect.x, rect.y + rect.h - w, rect.w, w}, colour);
    draw_fill(draw, (struct rect){rect.x, rect.y + w, w, rect.h - 2 * w}, colour);
    draw_fill(draw, (struct rect){rect.x + rect.w - w, rect.y + w, w, rect.h - 2 * w}, colour);
}

/* Dashes along one side: a dash at both ends, gaps as near to three quarters of a dash as the length allows. */
static void dash(struct draw *draw, struct rect side, bool is_upright, int dash_px, uint32_t colour)
{
    int length = is_upright ? side.h : side.w;
    int count = (length * 4 + dash_px * 3) / (dash_px * 7);
    if (count < 2) {
        draw_fill(draw, side, colour);
        return;
    }
    for (int i = 0; i < count; i++) {
        int at = (int)lround((double)i * (length - dash_px) / (count - 1));
        struct rect piece = is_upright ? (struct rect){side.x, side.y + at, side.w, dash_px}
                                       : (struct rect){side.x + at, side.y, dash_px, side.h};
        draw_fill(draw, piece, colour);
    }
}

void draw_dashed_frame(struct draw *draw, struct rect rect, int width_px, uint32_t colour)
{
    int dash_px = width_px < 2 ? 3 : width_px * 3;
    int shorter = rect.w < rect.h ? rect.w : rect.h;
    if (dash_px > shorter / 3)
        dash_px = shorter / 3 > 1 ? shorter / 3 : 1;
    dash(draw, (struct rect){rect.x, rect.y, rect.w, width_px}, false, dash_px, colour);
    dash(draw, (struct rect){rect.x, rect.y + rect.h - width_px, rect.w, width_px}, false, dash_px, colour);
    dash(draw, (struct rect){rect.x, rect.y, width_px, rect.h}, true, dash_px, colour);
    dash(draw, (struct rect){rect.x + rect.w - width_px, rect.y, width_px, rect.h}, true, dash_px, colour);
}

/* ---- polygons ---- */

/* What is solid goes to the frame as fills, as high as the rows stay alike. */
static void draw_solid_rows(struct draw *draw, const struct draw_point *points, int count, struct rect box, uint32_t colour)
{
    struct rect solid = {0};
    for (int y = box.y; y < box.y + box.h; y++) {
        struct polygon_row row = polygon_row(points, count, y, box.x, box.x + box.w, NULL);
        int width = row.solid_right - row.solid_left;
        if (solid.y + solid.h == y && solid.x == row.solid_left && solid.w == width) {
            solid.h++;
            continue;
        }
        draw_fill(draw, solid, colour);
        solid = (struct rect){row.solid_left, y, width, 1};
    }
    draw_fill(draw, solid, colour);
}

/* The edges go pixel by pixel, after all solid rows: blended and plain fills are different batches. */
static void draw_edge_pixels(struct draw *draw, const struct draw_point *points, int count, struct rect box, uint32_t colour)
{
    uint8_t alpha[ROW_PIXELS_MAX];
    for (int y = box.y; y < box.y + box.h; y++) {
        struct polygon_row row = polygon_row(points, count, y, box.x, box.x + box.w, alpha);
        for (int x = row.left; x < row.solid_left; x++)
            draw_tint(draw, (struct rect){x, y, 1, 1}, colour, alpha[x - box.x]);
        for (int x = row.solid_right; x < row.right; x++)
            draw_tint(draw, (struct rect){x, y, 1, 1}, colour, alpha[x - box.x]);
    }
}

static struct pixels polygon_pixels(const struct draw_point *points, int count, struct rect box, uint32_t colour)
{
    struct draw_point moved[64];
    struct pixels pixels = pixels_create(box.w, box.h);
    for (int i = 0; i < count; i++)
        moved[i] = (struct draw_point){points[i].x - (float)box.x, points[i].y - (float)box.y};
    if (pixels.argb)
        paint_polygon(pixels, moved, NULL, count, colour, colour);
    return pixels;
}

static void draw_small_polygon(struct draw *draw, const struct draw_point *points, int count, struct rect box, uint32_t colour)
{
    struct texture_place place;
    struct texture_key key = key_value(key_start(KEY_POLYGON), colour);
    for (int i = 0; i < count; i++) {
        struct draw_point from_corner = {points[i].x - (float)box.x, points[i].y - (float)box.y};
        key = key_bytes(key, &from_corner, sizeof from_corner);
    }
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels pixels = polygon_pixels(points, count, box, colour);
        place = textures_add(draw->textures, key, pixels, 0, 0);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, box.x, box.y);
}

static int cached_side(const struct draw *draw)
{
    return draw->screen.w * draw->screen.h > 2 * 1920 * 1080 ? 2 * CACHED_SIDE_MAX : CACHED_SIDE_MAX;
}

void draw_polygon(struct draw *draw, const struct draw_point *points, int count, uint32_t colour)
{
    struct rect box;
    if (count < 3)
        return;
    if (polygon_is_rect(points, count, &box)) {
        draw_fill(draw, box, colour);
        return;
    }
    box = polygon_bounds(points, count);
    if (!quads_is_seen(draw->quads, box))
        return;
    if (count <= 64 && box.w <= cached_side(draw) && box.h <= cached_side(draw)) {
        draw_small_polygon(draw, points, count, box, colour);
    } else {
        box = quads_seen_part(draw->quads, box);
        draw_solid_rows(draw, points, count, box, colour);
        draw_edge_pixels(draw, points, count, box, colour);
    }
}

void draw_line(struct draw *draw, struct draw_point from, struct draw_point to, float width_px, uint32_t colour)
{
    float dx = to.x - from.x, dy = to.y - from.y, length = hypotf(dx, dy);
    if (length <= 0)
        return;
    float nx = -dy / length * width_px / 2, ny = dx / length * width_px / 2;
    struct draw_point points[4] = {
        {from.x + nx, from.y + ny}, {to.x + nx, to.y + ny}, {to.x - nx, to.y - ny}, {from.x - nx, from.y - ny}};
    draw_polygon(draw, points, 4, colour);
}
