/* Pictures from files and icons: decoded at the size they are shown at, then copied. */
#include "draw/pictures.h"

#include <string.h>

#include "draw/icons.h"
#include "draw/parts.h"
#include "log.h"

#include <SDL.h>
#include <SDL_image.h>

enum { SMALL_SIDE = 64, MIDDLE_SIDE = 256 };

static bool is_svg(const uint8_t *bytes, size_t size)
{
    size_t look = size < 512 ? size : 512;
    for (size_t i = 0; i + 4 <= look; i++)
        if (memcmp(bytes + i, "<svg", 4) == 0)
            return true;
    return false;
}

/* What a division may fall short of a whole pixel by. */
static const double hair = 1e-6;

/* The largest rectangle of the picture's proportions in w x h, centred. */
static struct rect fitted(float picture_w, float picture_h, int w, int h)
{
    int fit_w = w, fit_h = (int)((double)picture_h * w / (double)picture_w + hair);
    if (fit_h > h) {
        fit_h = h;
        fit_w = (int)((double)picture_w * h / (double)picture_h + hair);
    }
    fit_w = fit_w < 1 ? 1 : fit_w;
    fit_h = fit_h < 1 ? 1 : fit_h;
    return (struct rect){(w - fit_w) / 2, (h - fit_h) / 2, fit_w, fit_h};
}

static struct pixels taken_from(struct SDL_Surface *surface)
{
    struct pixels pixels = {0};
    if (surface && surface->w > 0 && surface->h > 0)
        pixels = pixels_from_surface(surface);
    SDL_FreeSurface(surface);
    return pixels;
}

/*
 * nanosvg lays five lines through a pixel; drawn larger and brought down, slanted edges come out smooth. That matters most for
 * icons, and costs least there.
 */
static int oversampling(int w, int h)
{
    int longer = w > h ? w : h;
    return longer <= SMALL_SIDE ? 4 : longer <= MIDDLE_SIDE ? 2 : 1;
}

static struct pixels decode_svg(const uint8_t *bytes, size_t size, int w, int h)
{
    int times = oversampling(w, h);
    SDL_RWops *stream = SDL_RWFromConstMem(bytes, (int)size);
    if (!stream)
        return (struct pixels){0};
    struct pixels pixels = taken_from(IMG_LoadSizedSVG_RW(stream, w * times, h * times));
    SDL_RWclose(stream); /* unlike IMG_Load_RW, the function above does not */
    return pixels;
}

static struct pixels decode(const uint8_t *bytes, size_t size, int w, int h)
{
    if (size == 0 || size > INT32_MAX)
        return (struct pixels){0};
    if (is_svg(bytes, size))
        return decode_svg(bytes, size, w, h);
    SDL_RWops *stream = SDL_RWFromConstMem(bytes, (int)size);
    return stream ? taken_from(IMG_Load_RW(stream, 1)) : (struct pixels){0};
}

struct pixels picture_decode(const uint8_t *bytes, size_t size, int w, int h, float aspect, struct rect *place)
{
    struct pixels decoded = decode(bytes, size, w, h);
    if (!decoded.argb)
        return decoded;
    *place = fitted((float)decoded.w * aspect, (float)decoded.h, w, h);
    if (decoded.w == place->w && decoded.h == place->h)
        return decoded;
    struct pixels scaled = pixels_scaled(decoded, place->w, place->h);
    pixels_free(&decoded);
    return scaled;
}

static void put_picture(struct draw *draw, const void *key_name, const uint8_t *bytes, size_t size, struct rect rect,
                        float aspect)
{
    struct texture_place place;
    struct rect at = {0};
    struct texture_key key = key_value(key_start(KEY_PICTURE), (uint64_t)(uintptr_t)key_name);
    key = key_value(key_value(key, size), (uint64_t)(uint32_t)rect.w << 32 | (uint32_t)rect.h);
    key = key_bytes(key, &aspect, sizeof aspect);
    if (rect.w <= 0 || rect.h <= 0 || !quads_is_seen(draw->quads, rect))
        return;
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels pixels = picture_decode(bytes, size, rect.w, rect.h, aspect, &at);
        if (!pixels.argb)
            log_line(LOG_WARNING, "draw", "a picture of %zu bytes cannot be shown", size);
        place = textures_add(draw->textures, key, pixels, at.x, at.y);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, rect.x, rect.y);
}

void draw_picture(struct draw *draw, const void *key_name, const uint8_t *bytes, size_t size, struct rect rect)
{
    put_picture(draw, key_name, bytes, size, rect, draw->aspect);
}

void draw_plot(struct draw *draw, const void *key_name, const uint8_t *bytes, size_t size, struct rect rect)
{
    put_picture(draw, key_name, bytes, size, rect, 1);
}

void draw_icon(struct draw *draw, enum draw_icon icon, struct rect rect, uint32_t colour)
{
    char svg[ICON_SVG_MAX];
    struct texture_place place;
    struct rect at = {0};
    struct texture_key key = key_value(key_start(KEY_ICON), (uint64_t)icon << 32 | colour);
    key = key_value(key, (uint64_t)(uint32_t)rect.w << 32 | (uint32_t)rect.h);
    key = key_bytes(key, &draw->aspect, sizeof draw->aspect);
    if (rect.w <= 0 || rect.h <= 0 || !quads_is_seen(draw->quads, rect))
        return;
    if (!textures_find(draw->textures, key, &place)) {
        size_t size = icon_svg(icon, colour, svg);
        struct pixels pixels = picture_decode((const uint8_t *)svg, size, rect.w, rect.h, draw->aspect, &at);
        place = textures_add(draw->textures, key, pixels, at.x, at.y);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, rect.x, rect.y);
}

/* ---- tiles ---- */

static void fill_part(struct pixels pixels, struct rect part, uint32_t colour)
{
    for (int y = part.y; y < part.y + part.h; y++)
        for (int x = part.x; x < part.x + part.w; x++)
            pixels.argb[y * pixels.w + x] = 0xFF000000 | colour;
}

/* Where both are. */
static void lay_over(struct pixels pixels, struct pixels icon, int left, int top, uint32_t ground)
{
    for (int y = 0; y < icon.h && y + top < pixels.h; y++) {
        for (int x = 0; x < icon.w && x + left < pixels.w; x++) {
            uint32_t argb = icon.argb[y * icon.w + x];

            if (x + left >= 0 && y + top >= 0)
                pixels.argb[(y + top) * pixels.w + x + left] = 0xFF000000 | pixels_mix(argb, ground, (int)(argb >> 24));
        }
    }
}

static struct pixels tile_pixels(const struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile)
{
    char svg[ICON_SVG_MAX];
    struct rect at = {0};
    size_t size = icon_svg(icon, tile->ink, svg);
    struct pixels pixels = pixels_create(rect.w + 2 * tile->edge_px, rect.h + 2 * tile->edge_px);
    struct pixels figure = picture_decode((const uint8_t *)svg, size, tile->icon.w, tile->icon.h, draw->aspect, &at);

    if (pixels.argb) {
        fill_part(pixels, (struct rect){0, 0, pixels.w, pixels.h}, tile->edge);
        fill_part(pixels, (struct rect){tile->edge_px, tile->edge_px, rect.w, rect.h}, tile->ground);
    }
    if (pixels.argb && figure.argb)
        lay_over(pixels, figure, tile->icon.x - rect.x + tile->edge_px + at.x, tile->icon.y - rect.y + tile->edge_px + at.y,
                 tile->ground);
    pixels_free(&figure);
    return pixels;
}

void draw_tile(struct draw *draw, enum draw_icon icon, struct rect rect, const struct draw_tile *tile)
{
    struct rect whole = rect_inset(rect, -tile->edge_px, -tile->edge_px);
    struct texture_place place;
    const int measures[] = {whole.w, whole.h, tile->edge_px, tile->icon.x - rect.x, tile->icon.y - rect.y, tile->icon.w,
                            tile->icon.h};
    const uint32_t colours[] = {tile->ink, tile->ground, tile->edge};
    struct texture_key key = key_value(key_start(KEY_TILE), (uint64_t)icon);

    key = key_bytes(key_bytes(key, measures, sizeof measures), colours, sizeof colours);
    key = key_bytes(key, &draw->aspect, sizeof draw->aspect);
    if (rect.w <= 0 || rect.h <= 0 || tile->icon.w <= 0 || tile->icon.h <= 0 || !quads_is_seen(draw->quads, whole))
        return;
    if (!textures_find(draw->textures, key, &place)) {
        struct pixels pixels = tile_pixels(draw, icon, rect, tile);

        place = textures_add(draw->textures, key, pixels, 0, 0);
        pixels_free(&pixels);
    }
    quads_copy(draw->quads, place, whole.x, whole.y);
}
