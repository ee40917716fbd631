/*
 * compare-pictures REFERENCE DRAWN: every PNG of the first folder against the one of the same name in the second. A pixel
 * differs when a channel is off by more than TOLERANCE (256 colours in the stored picture, anti-aliasing of another machine's
 * vector units); more than MOST_PER_MILLION of them fail. A picture that was drawn twice as wide and high as it is stored is
 * halved first.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

enum { TOLERANCE = 32, MOST_PER_MILLION = 100 };

static SDL_Surface *load(const char *folder, const char *name)
{
    char path[4096];
    SDL_Surface *loaded, *plain;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    loaded = IMG_Load(path);
    if (!loaded) {
        printf("%s: %s\n", path, IMG_GetError());
        return NULL;
    }
    plain = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(loaded);
    return plain;
}

static bool differs(uint32_t a, uint32_t b)
{
    for (int shift = 0; shift < 24; shift += 8) {
        if (abs((int)(a >> shift & 255) - (int)(b >> shift & 255)) > TOLERANCE)
            return true;
    }
    return false;
}

static uint32_t pixel(const SDL_Surface *picture, int x, int y)
{
    return ((const uint32_t *)((const uint8_t *)picture->pixels + (size_t)y * (size_t)picture->pitch))[x];
}

/* The mean of size x size pixels from x, y. */
static uint32_t mean(const SDL_Surface *picture, int x, int y, int size)
{
    uint32_t colour = 0;

    for (int shift = 0; shift < 24; shift += 8) {
        uint32_t sum = 0, count = (uint32_t)(size * size);

        for (int i = 0; i < size * size; i++)
            sum += pixel(picture, x + i % size, y + i / size) >> shift & 255;
        colour |= (sum + count / 2) / count << shift;
    }
    return colour;
}

static bool compare(const char *name, const SDL_Surface *reference, const SDL_Surface *drawn)
{
    long count = 0, first = -1, total = (long)reference->w * reference->h;
    int size = drawn->w == 2 * reference->w ? 2 : 1;

    if (reference->w * size != drawn->w || reference->h * size != drawn->h) {
        printf("%s: %dx%d expected, %dx%d drawn\n", name, reference->w * size, reference->h * size, drawn->w, drawn->h);
        return false;
    }
    for (long i = 0; i < total; i++) {
        int x = (int)(i % reference->w), y = (int)(i / reference->w);

        if (!differs(pixel(reference, x, y), mean(drawn, x * size, y * size, size)))
            continue;
        if (first < 0)
            first = i;
        count++;
    }
    if (count * 1000000 <= total * MOST_PER_MILLION)
        return true;
    printf("%s: %ld of %ld pixels differ, the first at %ld,%ld\n", name, count, total, first % reference->w, first / reference->w);
    return false;
}

int main(int argc, char **argv)
{
    DIR *folder;
    int compared = 0, failed = 0;

    if (argc != 3) {
        fputs("usage: compare-pictures REFERENCE-FOLDER DRAWN-FOLDER\n", stderr);
        return 2;
    }
    folder = opendir(argv[1]);
    if (!folder) {
        fprintf(stderr, "%s: %s; test_screens.sh with --accept makes the reference pictures\n", argv[1], strerror(errno));
        return 2;
    }
    for (struct dirent *entry; (entry = readdir(folder));) {
        SDL_Surface *reference, *drawn;

        if (!strstr(entry->d_name, ".png"))
            continue;
        reference = load(argv[1], entry->d_name);
        drawn = load(argv[2], entry->d_name);
        failed += !reference || !drawn || !compare(entry->d_name, reference, drawn);
        compared++;
        SDL_FreeSurface(reference);
        SDL_FreeSurface(drawn);
    }
    closedir(folder);
    printf("%d pictures compared, %d differ\n", compared, failed);
    return compared == 0 || failed > 0;
}
