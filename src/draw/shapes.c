/* Cards, the six shapes, the six patterns. Each is painted once a size and colour, then copied. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw/parts.h"
#include "draw/polygon.h"

enum { CIRCLE_POINTS = 64, TILE = 40, PIXELS_SIDE_MAX = 4096 };

/* ---- two-coloured polygons ---- */

static void coverage_row(const struct draw_point *points, int count, int y, int w, uint8_t *alpha)
{
    memset(alpha, 0, (size_t)w);
    struct polygon_row row = polygon_row(points, count, y, 0, w, alpha);
    if (row.solid_right > row.solid_left)
        memset(alpha + row.solid_left, 255, (size_t)(row.solid_right - row.solid_left));
}

void paint_polygon(struct pixels pixels, const struct draw_point *outer, const struct draw_point *inner, int count,
                   uint32_t edge, uint32_t fill)
{
    uint8_t outside[PIXELS_SIDE_MAX], inside[PIXELS_SIDE_MAX] = {0};
    int w = pixels.w < PIXELS_SIDE_MAX ? pixels.w : PIXELS_SIDE_MAX;
    for (int y = 0; y < pixels.h; y++) {
        uint32_t *row = pixels.argb + (size_t)y * (size_t)pixels.w;
        coverage_row(outer, count, y, w, outside);
        if (inner)
            coverage_row(inner, count, y, w, inside);
        for (int x = 0; x < w; x++)
            row[x] = (uint32_t)outside[x] << 24 | pixels_mix(fill, edge, outside[x] ? inside[x] * 255 / outside[x] : 0);
    }
}

/* ---- cards ---- */

static int rounded_up(float value)
{
    return (int)ceilf(value);
}

/* The upper right corner of a card with its edge, cut_px + edge_px wide and 2 * cut_px + edge_px high. */
static struct pixels corner_pixels(int cut_px, uint32_t fill, int edge_px, uint32_t edge)
{
    int w = cut_px + edge_px, h = 2 * cut_px + edge_px;
    float far_left = -4.0f * (float)w, below = 8.0f * (float)h, cut = (float)cut_px, right = (float)w;
    struct draw_point outer[5] = {{far_left, 0}, {right - cut, 0}, {right, 2 * cut}, {right, below}, {far_left, below}};
    struct draw_point inner[5];
    struct pixels pixels = pixels_create(w, h);
    bool has_inner = polygon_inset(outer, 5, (float)edge_px, inner);
    if (pixels.argb)
        paint_polygon(pixels, outer, has_inner ? inner : NULL, 5, edge, fill);
    return pixels;
}

static void mirror(struct pixels pixels)
{
    for (int y = 0; pixels.argb && y < pixels.h; y++) {
        uint32_t *row = pixels.argb + (size_t)y * (size_t)pixels.w;
        for (int a = 0, b = pixels.w - 1; a < b; a++, b--) {
            uint32_t swap = row[a];
            row[a] = row[b];
            row[b] = swap;
        }
    }
}

/* A card's measures and colours. */
struct card {
    int cut_px, edge_px;
    uint32_t fill, edge;
    bool is_mirrored;
};

static void draw_corner(struct draw *draw, int x, int y, const struct card *card)
{
    struct texture_place place;
    struct texture_key key = key_value(key_start(KEY_CORNER), (uint64_t)card->cut_px << 32 | (uint32_t)card->edge_px);
    key = key_value(key_value(key, (uint64_t)card->fill << 32 | card->edge), card->is_mirrored);
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels pixels = corner_pixels(card->cut_px, card->fill, card->edge_px, card->edge);
        if (card->is_mirrored)
            mirror(pixels);
        place = textures_add(draw->textures, key, pixels, 0, 0);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, x, y);
}

static void draw_cut_card(struct draw *draw, struct rect rect, const struct card *card)
{
    int corner_w = card->cut_px + card->edge_px, corner_h = 2 * card->cut_px + card->edge_px, edge_px = card->edge_px;
    if (card->cut_px <= 0 || corner_w > rect.w || corner_h > rect.h) {
        draw_fill(draw, rect, card->edge);
        draw_fill(draw, rect_inset(rect, edge_px, edge_px), card->fill);
        return;
    }
    int left = rect.x, right = rect.x + rect.w, bottom = rect.y + rect.h;
    struct rect upper = {card->is_mirrored ? left + corner_w : left, rect.y, rect.w - corner_w, corner_h};
    struct rect lower = {left, rect.y + corner_h, rect.w, rect.h - corner_h};
    struct rect left_edge = {left, rect.y, edge_px, rect.h}, right_edge = {right - edge_px, rect.y, edge_px, rect.h};
    struct rect *cut_edge = card->is_mirrored ? &left_edge : &right_edge;
    cut_edge->y += corner_h;
    cut_edge->h -= corner_h;
    draw_fill(draw, upper, card->fill);
    draw_fill(draw, lower, card->fill);
    if (edge_px > 0) {
        draw_fill(draw, (struct rect){upper.x, rect.y, upper.w, edge_px}, card->edge);
        draw_fill(draw, (struct rect){left, bottom - edge_px, rect.w, edge_px}, card->edge);
        draw_fill(draw, left_edge, card->edge);
        draw_fill(draw, right_edge, card->edge);
    }
    draw_corner(draw, card->is_mirrored ? left : right - corner_w, rect.y, card);
}

void draw_card(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge)
{
    struct card card = {cut_px, edge_px, fill, edge_px > 0 ? edge : fill, false};
    draw_cut_card(draw, rect, &card);
}

void draw_card_mirrored(struct draw *draw, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge)
{
    struct card card = {cut_px, edge_px, fill, edge_px > 0 ? edge : fill, true};
    draw_cut_card(draw, rect, &card);
}

/* ---- shapes ---- */

/* As large as the box allows in its middle, round where aspect pixels across are as long as one down. */
static int circle_points(float w, float h, float aspect, struct draw_point *points)
{
    float rx = aspect < 1 ? w / 2 * aspect : w / 2, ry = aspect > 1 ? h / 2 / aspect : h / 2;
    for (int i = 0; i < CIRCLE_POINTS; i++) {
        float angle = (float)i * 2 * (float)M_PI / CIRCLE_POINTS;
        points[i] = (struct draw_point){w / 2 + rx * cosf(angle), h / 2 + ry * sinf(angle)};
    }
    return CIRCLE_POINTS;
}

/* Regular, a corner on top, as wide and high as the box allows. */
static int pentagon_points(float w, float h, struct draw_point *points)
{
    const float right = sinf(0.4f * (float)M_PI), bottom = cosf(0.8f * (float)M_PI);
    for (int i = 0; i < 5; i++) {
        float angle = (float)i * 0.4f * (float)M_PI;
        points[i] = (struct draw_point){w / 2 * (1 + sinf(angle) / right), h * (1 - cosf(angle)) / (1 - bottom)};
    }
    return 5;
}

static int shape_points(enum draw_shape shape, float w, float h, float aspect, struct draw_point *points)
{
    switch (shape) {
    case DRAW_TRIANGLE:
        memcpy(points, (struct draw_point[3]){{w / 2, 0}, {w, h}, {0, h}}, 3 * sizeof *points);
        return 3;
    case DRAW_CIRCLE:
        return circle_points(w, h, aspect, points);
    case DRAW_DIAMOND:
        memcpy(points, (struct draw_point[4]){{w / 2, 0}, {w, h / 2}, {w / 2, h}, {0, h / 2}}, 4 * sizeof *points);
        return 4;
    case DRAW_PENTAGON:
        return pentagon_points(w, h, points);
    default:
        memcpy(points, (struct draw_point[4]){{0, 0}, {w, 0}, {w, h}, {0, h}}, 4 * sizeof *points);
        return 4;
    }
}

static struct pixels shape_pixels(enum draw_shape shape, int w, int h, float aspect, uint32_t fill, float edge_px,
                                  uint32_t edge)
{
    struct draw_point outer[CIRCLE_POINTS], inner[CIRCLE_POINTS];
    struct pixels pixels = pixels_create(w, h);
    int count = shape_points(shape, (float)w, (float)h, aspect, outer);
    if (!pixels.argb)
        return pixels;
    if (edge_px <= 0)
        paint_polygon(pixels, outer, NULL, count, fill, fill);
    else
        paint_polygon(pixels, outer, polygon_inset(outer, count, edge_px, inner) ? inner : NULL, count, edge, fill);
    return pixels;
}

/* A cross has straight edges only: two bars, a third of the box thick, and the same smaller inside. */
static void draw_cross(struct draw *draw, struct rect rect, uint32_t fill, int edge_px, uint32_t edge)
{
    int thick_x = (rect.w + 1) / 3 + ((rect.w - (rect.w + 1) / 3) & 1),
        thick_y = (rect.h + 1) / 3 + ((rect.h - (rect.h + 1) / 3) & 1);
    struct rect bar = {rect.x, rect.y + (rect.h - thick_y) / 2, rect.w, thick_y};
    struct rect post = {rect.x + (rect.w - thick_x) / 2, rect.y, thick_x, rect.h};
    draw_fill(draw, bar, edge_px > 0 ? edge : fill);
    draw_fill(draw, post, edge_px > 0 ? edge : fill);
    if (edge_px > 0 && thick_x > 2 * edge_px && thick_y > 2 * edge_px) {
        draw_fill(draw, rect_inset(bar, edge_px, edge_px), fill);
        draw_fill(draw, rect_inset(post, edge_px, edge_px), fill);
    }
}

struct shape_ink {
    uint32_t fill, edge;
    float edge_px;
    bool is_dashed;
};

/* Upright gaps, the same on both sides, so that a point in the middle and the corners at the ends stay. */
static void cut_gaps(struct pixels pixels)
{
    int gap = pixels.w / 7 > 2 ? pixels.w / 7 : 2;

    for (int off = gap - gap / 2; off + gap <= pixels.w / 2; off += 2 * gap)
        for (int y = 0; y < pixels.h; y++) {
            uint32_t *row = pixels.argb + (size_t)y * (size_t)pixels.w;
            memset(row + pixels.w / 2 + off, 0, (size_t)gap * sizeof *row);
            memset(row + pixels.w - pixels.w / 2 - off - gap, 0, (size_t)gap * sizeof *row);
        }
}

static void copy_shape(struct draw *draw, enum draw_shape shape, struct rect rect, struct shape_ink ink)
{
    struct texture_place place;
    uint64_t form = (uint64_t)ink.is_dashed << 56 | (uint64_t)shape << 48 | (uint64_t)rect.w << 24 | (uint64_t)rect.h;
    struct texture_key key = key_value(key_start(KEY_SHAPE), form);

    key = key_value(key_value(key, (uint64_t)ink.fill << 32 | ink.edge), (uint64_t)lroundf(ink.edge_px * 64));
    key = key_bytes(key, &draw->aspect, sizeof draw->aspect);
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels pixels = shape_pixels(shape, rect.w, rect.h, draw->aspect, ink.fill, ink.edge_px, ink.edge);
        if (ink.is_dashed && pixels.argb)
            cut_gaps(pixels);
        place = textures_add(draw->textures, key, pixels, 0, 0);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, rect.x, rect.y);
}

void draw_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t fill, float edge_px, uint32_t edge)
{
    if (rect.w <= 0 || rect.h <= 0 || !quads_is_seen(draw->quads, rect))
        return;
    if (shape == DRAW_CROSS) {
        draw_cross(draw, rect, fill, rounded_up(edge_px - 0.01f), edge);
        return;
    }
    if (shape == DRAW_SQUARE && (edge_px <= 0 || edge_px == floorf(edge_px) || fill == edge)) {
        draw_fill(draw, rect, edge_px > 0 ? edge : fill);
        if (edge_px > 0)
            draw_fill(draw, rect_inset(rect, (int)edge_px, (int)edge_px), fill);
        return;
    }
    copy_shape(draw, shape, rect, (struct shape_ink){fill, edge, edge_px, false});
}

void draw_dashed_shape(struct draw *draw, enum draw_shape shape, struct rect rect, uint32_t ground, int width_px,
                       uint32_t colour)
{
    if (rect.w <= 0 || rect.h <= 0 || !quads_is_seen(draw->quads, rect))
        return;
    if (shape == DRAW_SQUARE || shape == DRAW_CROSS)
        draw_dashed_frame(draw, rect, width_px, colour);
    else
        copy_shape(draw, shape, rect, (struct shape_ink){ground, colour, (float)width_px, true});
}

/* ---- patterns ---- */

/* Bars at 2:1, half of every ten pixels. Four copies reach past the tile so that its sides fit together. */
static void paint_diagonals(struct pixels tile, int scale, uint32_t ground, uint32_t figure)
{
    float pitch = 10.0f * (float)scale, side = (float)tile.w;
    struct pixels bar = pixels_create(tile.w, tile.h);
    for (int i = -3; bar.argb && i < 8; i++) {
        float x = (float)i * pitch;
        struct draw_point points[4] = {{x + side / 2, 0}, {x + side / 2 + pitch / 2, 0}, {x + pitch / 2, side}, {x, side}};
        paint_polygon(bar, points, NULL, 4, figure, figure);
        for (int j = 0; j < tile.w * tile.h; j++)
            tile.argb[j] = 0xFF000000
                | pixels_mix(figure, tile.argb[j] ? tile.argb[j] & 0xFFFFFF : ground, (int)(bar.argb[j] >> 24));
    }
    pixels_free(&bar);
}

/* Dots on a staggered grid, rows 5.5 px apart. */
static void paint_dots(struct pixels tile, int scale, float aspect, uint32_t ground, uint32_t figure)
{
    struct draw_point points[CIRCLE_POINTS];
    struct pixels dot = pixels_create(tile.w, tile.h);
    float step = 5.5f * (float)scale, across = 4.2f * (float)scale;
    int steps = tile.h * 2 / (11 * scale);
    for (int i = 0; i < tile.w * tile.h; i++)
        tile.argb[i] = 0xFF000000 | ground;
    for (int row = 0; dot.argb && row <= steps; row++) {
        for (int column = row & 1; column <= steps; column += 2) {
            circle_points(across, across, aspect, points);
            for (int i = 0; i < CIRCLE_POINTS; i++) {
                points[i].x += (float)column * step - across / 2;
                points[i].y += (float)row * step - across / 2;
            }
            paint_polygon(dot, points, NULL, CIRCLE_POINTS, figure, figure);
            for (int i = 0; i < tile.w * tile.h; i++)
                tile.argb[i] = 0xFF000000 | pixels_mix(figure, tile.argb[i] & 0xFFFFFF, (int)(dot.argb[i] >> 24));
        }
    }
    pixels_free(&dot);
}

static struct pixels tile_pixels(enum draw_pattern pattern, int scale, float aspect, uint32_t ground, uint32_t figure)
{
    int side = pattern == DRAW_DOTS ? 44 * scale : TILE * scale;
    struct pixels tile = pixels_create(side, side);
    if (!tile.argb)
        return tile;
    if (pattern == DRAW_DIAGONAL)
        paint_diagonals(tile, scale, ground, figure);
    else
        paint_dots(tile, scale, aspect, ground, figure);
    return tile;
}

static void draw_tiles(struct draw *draw, enum draw_pattern pattern, struct rect rect, int scale, uint32_t ground,
                       uint32_t figure)
{
    struct texture_place place;
    struct texture_key key = key_value(key_start(KEY_PATTERN), (uint64_t)pattern << 32 | (uint32_t)scale);
    key = key_bytes(key_value(key, (uint64_t)ground << 32 | figure), &draw->aspect, sizeof draw->aspect);
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels tile = tile_pixels(pattern, scale, draw->aspect, ground, figure);
        place = textures_add(draw->textures, key, tile, 0, 0);
        pixels_free(&tile);
    }
    if (place.page < 0)
        return;
    draw_clip_push(draw, rect);
    for (int y = rect.y; y < rect.y + rect.h; y += place.source.h)
        for (int x = rect.x; x < rect.x + rect.w; x += place.source.w)
            quads_copy(draw->quads, place, x, y);
    draw_clip_pop(draw);
}

static void draw_stripes(struct draw *draw, struct rect rect, int scale, bool is_upright, uint32_t ground, uint32_t figure)
{
    int pitch = 6 * scale, length = is_upright ? rect.w : rect.h;
    draw_fill(draw, rect, ground);
    draw_clip_push(draw, rect);
    for (int at = pitch / 3; at < length; at += pitch) {
        struct rect stripe = is_upright ? (struct rect){rect.x + at, rect.y, pitch / 2, rect.h}
                                        : (struct rect){rect.x, rect.y + at, rect.w, pitch / 2};
        draw_fill(draw, stripe, figure);
    }
    draw_clip_pop(draw);
}

static void draw_checks(struct draw *draw, struct rect rect, int scale, uint32_t ground, uint32_t figure)
{
    int side = 5 * scale;
    draw_fill(draw, rect, ground);
    draw_clip_push(draw, rect);
    for (int y = 0; y * side < rect.h; y++)
        for (int x = y & 1; x * side < rect.w; x += 2)
            draw_fill(draw, (struct rect){rect.x + x * side, rect.y + y * side, side, side}, figure);
    draw_clip_pop(draw);
}

/* Spans are 34 px high at 1920x1080; where they are twice that, the panel is twice as fine. */
static int pattern_scale(struct rect rect)
{
    int scale = (rect.h + 17) / 34;
    return scale < 1 ? 1 : scale > 3 ? 3 : scale;
}

void draw_pattern(struct draw *draw, enum draw_pattern pattern, struct rect rect, uint32_t ground, uint32_t figure)
{
    int scale = pattern_scale(rect);
    if (rect.w <= 0 || rect.h <= 0 || !quads_is_seen(draw->quads, rect))
        return;
    switch (pattern) {
    case DRAW_DIAGONAL:
    case DRAW_DOTS:
        draw_tiles(draw, pattern, rect, scale, ground, figure);
        break;
    case DRAW_HORIZONTAL:
    case DRAW_VERTICAL:
        draw_stripes(draw, rect, scale, pattern == DRAW_VERTICAL, ground, figure);
        break;
    case DRAW_CHECKS:
        draw_checks(draw, rect, scale, ground, figure);
        break;
    default:
        draw_fill(draw, rect, figure);
        break;
    }
}
