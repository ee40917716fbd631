/* png.h - pictures into files, whole or not at all. */
#ifndef VITRINE_PLATFORM_PNG_H
#define VITRINE_PLATFORM_PNG_H

#include <stdbool.h>

struct SDL_Surface;

/* Writes the picture beside `path` and puts it there when it is complete. False: errno says why, what was there is untouched. */
bool png_save(struct SDL_Surface *picture, const char *path);

#endif
