#include "drawn_sizes.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <SDL_ttf.h>

#include "text/utf8.h"

enum { FONTS_MOST = 4096 };

static struct {
    TTF_Font *font;
    int size_px;
} opened[FONTS_MOST];
static int opened_count;
static struct drawn_size smallest;
static char notdef[80];

/* The program's own definition goes before the library's; the library's is the next one. */
static void *behind(const char *name)
{
    return dlsym(RTLD_NEXT, name);
}

TTF_Font *TTF_OpenFontRW(SDL_RWops *stream, int frees, int size_px)
{
    TTF_Font *(*real)(SDL_RWops *, int, int);

    *(void **)&real = behind("TTF_OpenFontRW");
    TTF_Font *font = real(stream, frees, size_px);
    opened[opened_count % FONTS_MOST].font = font;
    opened[opened_count++ % FONTS_MOST].size_px = size_px;
    return font;
}

static int size_of(const TTF_Font *font)
{
    for (int i = opened_count - 1; i >= 0 && i >= opened_count - FONTS_MOST; i--)
        if (opened[i % FONTS_MOST].font == font)
            return opened[i % FONTS_MOST].size_px;
    return 0;
}

static float cap_of(TTF_Font *font, int size_px)
{
    int top;

    if (TTF_GlyphIsProvided32(font, 'H') && TTF_GlyphMetrics32(font, 'H', NULL, NULL, NULL, &top, NULL) == 0)
        return (float)top;
    return (float)size_px * 0.7f;
}

/* Characters that join and divide are drawn as nothing. */
static bool has_all(TTF_Font *font, const char *words)
{
    size_t length = strlen(words);
    uint32_t code;

    for (size_t at = 0; at < length; at = utf8_next(words, length, at)) {
        utf8_decode(words + at, length - at, &code);
        if (code > ' ' && code != 0xAD && (code < 0x200B || code > 0x200F) && !TTF_GlyphIsProvided32(font, code))
            return false;
    }
    return true;
}

SDL_Surface *TTF_RenderUTF8_Blended(TTF_Font *font, const char *words, SDL_Color ink)
{
    SDL_Surface *(*real)(TTF_Font *, const char *, SDL_Color);
    int size_px = size_of(font);
    float cap_px = cap_of(font, size_px);

    *(void **)&real = behind("TTF_RenderUTF8_Blended");
    if (!has_all(font, words))
        snprintf(notdef, sizeof notdef, "%s", words);
    if (smallest.cap_px == 0 || cap_px < smallest.cap_px) {
        smallest = (struct drawn_size){.cap_px = cap_px, .size_px = size_px};
        snprintf(smallest.words, sizeof smallest.words, "%s", words);
    }
    return real(font, words, ink);
}

void drawn_sizes_notdef(char words[80])
{
    memcpy(words, notdef, sizeof notdef);
    notdef[0] = '\0';
}

struct drawn_size drawn_sizes_smallest(void)
{
    struct drawn_size was = smallest;

    smallest = (struct drawn_size){0};
    return was;
}
