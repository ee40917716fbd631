/* SDL_image does not notice a full disk: what it writes goes through a C stream, which does. */
#include "platform/png.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include <SDL.h>
#include <SDL_image.h>

enum { PATH_SIZE = 4096 };

static bool write_stream(SDL_Surface *picture, FILE *file)
{
    SDL_RWops *stream = SDL_RWFromFP(file, SDL_FALSE);

    errno = EIO;
    return stream && IMG_SavePNG_RW(picture, stream, 1) == 0 && fflush(file) == 0 && !ferror(file);
}

bool png_save(SDL_Surface *picture, const char *path)
{
    char part[PATH_SIZE];
    FILE *file;
    bool is_saved;
    int error;

    errno = ENAMETOOLONG;
    if ((size_t)snprintf(part, sizeof(part), "%s.part", path) >= sizeof(part))
        return false;
    file = fopen(part, "wb");
    if (!file)
        return false;
    is_saved = write_stream(picture, file);
    error = errno;
    if (fclose(file) != 0 && is_saved) {
        is_saved = false;
        error = errno;
    }
    if (is_saved && rename(part, path) != 0) {
        is_saved = false;
        error = errno;
    }
    if (!is_saved)
        unlink(part);
    errno = error;
    return is_saved;
}
