#include "platform/sheet.h"

#include "platform/png.h"

#include <SDL.h>
#include <SDL_image.h>

enum { THUMB_LONG = 480, GAP = 12, GROUND = 0x808080 };

static SDL_Surface *load_thumb(const char *file)
{
    SDL_Surface *whole = IMG_Load(file), *plain = NULL, *thumb = NULL;
    int longer, w, h;

    if (!whole)
        return NULL;
    plain = SDL_ConvertSurfaceFormat(whole, SDL_PIXELFORMAT_ARGB8888, 0);
    longer = whole->w > whole->h ? whole->w : whole->h;
    w = whole->w * THUMB_LONG / longer;
    h = whole->h * THUMB_LONG / longer;
    SDL_FreeSurface(whole);
    if (!plain)
        return NULL;
    /* halved until near, so that the last step does not skip lines of thin strokes */
    while (plain->w > 2 * w) {
        SDL_Surface *half = SDL_CreateRGBSurfaceWithFormat(0, plain->w / 2, plain->h / 2, 32, SDL_PIXELFORMAT_ARGB8888);

        if (!half || SDL_SoftStretchLinear(plain, NULL, half, NULL) != 0) {
            SDL_FreeSurface(half);
            break;
        }
        SDL_FreeSurface(plain);
        plain = half;
    }
    thumb = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (thumb && SDL_SoftStretchLinear(plain, NULL, thumb, NULL) != 0) {
        SDL_FreeSurface(thumb);
        thumb = NULL;
    }
    SDL_FreeSurface(plain);
    return thumb;
}

bool sheet_write(const char *path, char *const *files, int count, int columns)
{
    SDL_Surface *sheet = NULL;
    bool is_written = false;
    int w = 0, h = 0;

    for (int i = 0; i < count; i++) {
        SDL_Surface *thumb = load_thumb(files[i]);
        SDL_Rect at;

        if (!thumb)
            goto out;
        if (!sheet) {
            w = thumb->w + GAP;
            h = thumb->h + GAP;
            sheet = SDL_CreateRGBSurfaceWithFormat(0, columns * w + GAP, (count + columns - 1) / columns * h + GAP, 32,
                                                   SDL_PIXELFORMAT_ARGB8888);
            if (!sheet) {
                SDL_FreeSurface(thumb);
                goto out;
            }
            SDL_FillRect(sheet, NULL, SDL_MapRGB(sheet->format, GROUND >> 16, GROUND >> 8 & 255, GROUND & 255));
        }
        at = (SDL_Rect){GAP + i % columns * w, GAP + i / columns * h, thumb->w, thumb->h};
        SDL_SetSurfaceBlendMode(thumb, SDL_BLENDMODE_NONE);
        SDL_BlitSurface(thumb, NULL, sheet, &at);
        SDL_FreeSurface(thumb);
    }
    is_written = sheet && png_save(sheet, path);
out:
    SDL_FreeSurface(sheet);
    return is_written;
}
