#include "draw/pixels.h"

#include <stdlib.h>
#include <string.h>

#include <SDL.h>

struct pixels pixels_create(int w, int h)
{
    struct pixels pixels = {0};
    if (w <= 0 || h <= 0 || w > INT32_MAX / 8 / h)
        return pixels;
    pixels.argb = calloc((size_t)w * (size_t)h, sizeof *pixels.argb);
    if (pixels.argb) {
        pixels.w = w;
        pixels.h = h;
    }
    return pixels;
}

void pixels_free(struct pixels *pixels)
{
    free(pixels->argb);
    *pixels = (struct pixels){0};
}

static uint32_t *row_of(struct pixels pixels, int y)
{
    return pixels.argb + (size_t)y * (size_t)pixels.w;
}

struct pixels pixels_from_surface(struct SDL_Surface *surface)
{
    struct pixels pixels = pixels_create(surface->w, surface->h);
    if (pixels.argb
        && SDL_ConvertPixels(surface->w, surface->h, surface->format->format, surface->pixels, surface->pitch,
                             SDL_PIXELFORMAT_ARGB8888, pixels.argb, pixels.w * 4)
            != 0)
        pixels_free(&pixels);
    return pixels;
}

bool pixels_is_opaque(struct pixels pixels)
{
    size_t count = (size_t)pixels.w * (size_t)pixels.h;
    for (size_t i = 0; i < count; i++)
        if (pixels.argb[i] < 0xFF000000)
            return false;
    return true;
}

static bool row_has_ink(struct pixels pixels, int y)
{
    const uint32_t *row = row_of(pixels, y);
    for (int x = 0; x < pixels.w; x++)
        if (row[x] >> 24)
            return true;
    return false;
}

struct rect pixels_ink(struct pixels pixels)
{
    int top = 0, bottom = pixels.h, left = pixels.w, right = 0;
    while (top < bottom && !row_has_ink(pixels, top))
        top++;
    while (bottom > top && !row_has_ink(pixels, bottom - 1))
        bottom--;
    for (int y = top; y < bottom; y++) {
        const uint32_t *row = row_of(pixels, y);
        int first = 0, last = pixels.w;
        while (first < left && !(row[first] >> 24))
            first++;
        while (last > right && !(row[last - 1] >> 24))
            last--;
        left = first < left ? first : left;
        right = last > right ? last : right;
    }
    if (top == bottom)
        return (struct rect){0, 0, 0, 0};
    return (struct rect){left, top, right - left, bottom - top};
}

struct pixels pixels_turned(struct pixels pixels, int quarters)
{
    quarters &= 3;
    struct pixels turned = quarters & 1 ? pixels_create(pixels.h, pixels.w) : pixels_create(pixels.w, pixels.h);
    for (int y = 0; turned.argb && y < pixels.h; y++) {
        const uint32_t *row = row_of(pixels, y);
        for (int x = 0; x < pixels.w; x++) {
            int to_x = quarters == 0 ? x : quarters == 1 ? y : quarters == 2 ? pixels.w - 1 - x : pixels.h - 1 - y;
            int to_y = quarters == 0 ? y : quarters == 1 ? pixels.w - 1 - x : quarters == 2 ? pixels.h - 1 - y : x;
            row_of(turned, to_y)[to_x] = row[x];
        }
    }
    return turned;
}

struct sum {
    double a, r, g, b, weight;
};

static void add(struct sum *sum, uint32_t colour, double weight)
{
    double alpha = (colour >> 24) * weight;
    sum->a += alpha;
    sum->r += (colour >> 16 & 255) * alpha;
    sum->g += (colour >> 8 & 255) * alpha;
    sum->b += (colour & 255) * alpha;
    sum->weight += weight;
}

static uint32_t mean(struct sum sum)
{
    if (sum.a <= 0 || sum.weight <= 0)
        return 0;
    uint32_t a = (uint32_t)(sum.a / sum.weight + 0.5), r = (uint32_t)(sum.r / sum.a + 0.5);
    uint32_t g = (uint32_t)(sum.g / sum.a + 0.5), b = (uint32_t)(sum.b / sum.a + 0.5);
    return a << 24 | r << 16 | g << 8 | b;
}

/* How much of the cell [at, at + 1) lies between from and to. */
static double share(int at, double from, double to)
{
    double low = at > from ? at : from, high = at + 1 < to ? at + 1 : to;
    return high > low ? high - low : 0;
}

static uint32_t mean_of_area(struct pixels pixels, double left, double top, double right, double bottom)
{
    struct sum sum = {0};
    for (int y = (int)top; y < pixels.h && y < bottom; y++) {
        double high = share(y, top, bottom);
        const uint32_t *row = row_of(pixels, y);
        for (int x = (int)left; x < pixels.w && x < right; x++)
            add(&sum, row[x], high * share(x, left, right));
    }
    return mean(sum);
}

/* The mean of times x times pixels, times being 16 at most. */
static uint32_t mean_of_square(const uint32_t *corner, size_t stride, int times)
{
    uint32_t a = 0, r = 0, g = 0, b = 0, count = (uint32_t)(times * times);
    for (int y = 0; y < times; y++) {
        for (int x = 0; x < times; x++) {
            uint32_t colour = corner[(size_t)y * stride + (size_t)x], alpha = colour >> 24;
            a += alpha;
            r += (colour >> 16 & 255) * alpha;
            g += (colour >> 8 & 255) * alpha;
            b += (colour & 255) * alpha;
        }
    }
    if (a == 0)
        return 0;
    return (a + count / 2) / count << 24 | (r + a / 2) / a << 16 | (g + a / 2) / a << 8 | (b + a / 2) / a;
}

static struct pixels divided(struct pixels pixels, int times)
{
    struct pixels small = pixels_create(pixels.w / times, pixels.h / times);
    for (int y = 0; y < small.h; y++)
        for (int x = 0; x < small.w; x++)
            row_of(small, y)[x] = mean_of_square(row_of(pixels, y * times) + x * times, (size_t)pixels.w, times);
    return small;
}

struct pixels pixels_scaled(struct pixels pixels, int w, int h)
{
    int times = w > 0 ? pixels.w / w : 0;
    if (times >= 1 && times <= 16 && pixels.w == w * times && pixels.h == h * times)
        return divided(pixels, times);
    struct pixels scaled = pixels_create(w, h);
    double step_x = (double)pixels.w / w, step_y = (double)pixels.h / h;
    for (int y = 0; scaled.argb && y < h; y++)
        for (int x = 0; x < w; x++)
            row_of(scaled, y)[x] = mean_of_area(pixels, x * step_x, y * step_y, (x + 1) * step_x, (y + 1) * step_y);
    return scaled;
}

uint32_t pixels_mix(uint32_t a, uint32_t b, int weight)
{
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int from = (int)(b >> shift & 255), to = (int)(a >> shift & 255);
        mixed |= (uint32_t)(from + ((to - from) * weight + 127) / 255) << shift;
    }
    return mixed;
}
