#include "faces.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define PARATYPE "/usr/share/fonts/truetype/paratype/"
#define NOTO "/usr/share/fonts/truetype/noto/"

struct source {
    enum font_role role;
    const char *path;
};

static const struct source sources[] = {
    {FONT_DISPLAY, "/usr/share/fonts/truetype/roboto/unhinted/RobotoCondensed-Bold.ttf"},
    {FONT_MUSEUM, PARATYPE "PTS55F.ttf"},
    {FONT_MUSEUM, NOTO "NotoSansHebrew-Regular.ttf"},
    {FONT_MUSEUM_BOLD, PARATYPE "PTS75F.ttf"},
    {FONT_NARROW, PARATYPE "PTN57F.ttf"},
    {FONT_NARROW_BOLD, PARATYPE "PTN77F.ttf"},
    {FONT_DOCUMENT, PARATYPE "PTF55F.ttf"},
    {FONT_DOCUMENT_BOLD, PARATYPE "PTF75F.ttf"},
    {FONT_DOCUMENT_ITALIC, PARATYPE "PTF56F.ttf"},
};

enum { SOURCES = sizeof sources / sizeof *sources };

/* The bytes are read once and stay for the whole run: struct fonts borrows them. */
static const uint8_t *face_bytes(int index, size_t *size)
{
    static uint8_t *bytes[SOURCES];
    static size_t sizes[SOURCES];
    FILE *file = bytes[index] ? NULL : fopen(sources[index].path, "rb");
    if (file && fseek(file, 0, SEEK_END) == 0) {
        sizes[index] = (size_t)ftell(file);
        bytes[index] = malloc(sizes[index]);
        rewind(file);
        if (bytes[index] && fread(bytes[index], 1, sizes[index], file) != sizes[index])
            sizes[index] = 0;
        fclose(file);
    }
    *size = sizes[index];
    return bytes[index];
}

struct fonts *faces_load(void)
{
    struct fonts *fonts = fonts_create();
    for (int i = 0; i < SOURCES; i++) {
        size_t size;
        const uint8_t *bytes = face_bytes(i, &size);
        if (fonts && bytes && fonts_add(fonts, sources[i].role, bytes, size))
            continue;
        fprintf(stderr, "the font %s cannot be read: install fonts-paratype, fonts-roboto-unhinted, fonts-noto-core\n",
                sources[i].path);
        exit(1);
    }
    return fonts;
}
