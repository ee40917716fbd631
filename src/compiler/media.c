#include "compiler/media.h"

#include <SDL.h>
#include <SDL_image.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/coast.h"
#include "compiler/svg.h"
#include "compiler/whole_file.h"

enum { PATH_BYTES = 1024, MOTIF_FILES_MAX = 1000 };

struct media {
    struct draft *draft;
    struct diag *diag;
    const char *rule; /* "picture" or "motif" */
};

static bool ends_with(const char *name, const char *ending)
{
    size_t length = strlen(name), end = strlen(ending);

    return length > end && !strcmp(name + length - end, ending);
}

/* ---- one picture ---------------------------------------------------------------------------- */

/* A PNG says its size before it has to be decoded. */
static bool is_png_too_large(const uint8_t *bytes, size_t size)
{
    uint32_t width, height;

    if (size < 24 || memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) != 0)
        return false;
    width = (uint32_t)bytes[16] << 24 | (uint32_t)bytes[17] << 16 | (uint32_t)bytes[18] << 8
            | bytes[19];
    height = (uint32_t)bytes[20] << 24 | (uint32_t)bytes[21] << 16 | (uint32_t)bytes[22] << 8
             | bytes[23];
    return width > MEDIA_PICTURE_SIDE_MAX || height > MEDIA_PICTURE_SIDE_MAX;
}

static bool is_too_large(const SDL_Surface *surface)
{
    return surface->w > MEDIA_PICTURE_SIDE_MAX || surface->h > MEDIA_PICTURE_SIDE_MAX;
}

/* The kiosk decodes with the same library. */
static bool check_pixels(const struct media *media, const struct draft_picture *picture,
                         struct draft_at at)
{
    SDL_Surface *surface = NULL;
    bool is_large = is_png_too_large(picture->bytes, picture->size), is_good;

    if (!is_large)
        surface = IMG_Load_RW(SDL_RWFromConstMem(picture->bytes, (int)picture->size), 1);
    is_large |= surface && is_too_large(surface);
    is_good = surface && !is_large;
    SDL_FreeSurface(surface);
    if (is_large)
        diag_error(media->diag, at, media->rule,
                   "the picture is wider or higher than %d pixels; make it smaller",
                   MEDIA_PICTURE_SIDE_MAX);
    else if (!is_good)
        diag_error(media->diag, at, media->rule,
                   "the picture cannot be read; save it anew as JPEG, PNG or WebP");
    return is_good;
}

static bool can_be_drawn(const char *drawing, size_t size)
{
    SDL_RWops *stream = SDL_RWFromConstMem(drawing, (int)size);
    SDL_Surface *surface = stream ? IMG_LoadSizedSVG_RW(stream, 64, 64) : NULL;
    bool is_good = surface != NULL;

    SDL_FreeSurface(surface);
    if (stream)
        SDL_RWclose(stream);
    return is_good;
}

static bool take_svg(const struct media *media, struct draft_picture *picture, struct draft_at at)
{
    struct svg_problem problem;
    size_t size;
    char *minified;

    if (picture->size > SVG_BYTES_MAX) {
        diag_error(media->diag, at, media->rule, "the drawing has more than %d KB; simplify it",
                   SVG_BYTES_MAX / 1024);
        return false;
    }
    minified = draft_alloc(media->draft, picture->size * 2);
    if (!svg_minify((const char *)picture->bytes, picture->size, minified, &size, &problem)) {
        at.line = problem.line;
        diag_error(media->diag, at, media->rule, "the drawing cannot be used: %s",
                   problem.sentence);
        return false;
    }
    picture->bytes = (uint8_t *)minified;
    picture->size = size;
    if (can_be_drawn(minified, size))
        return true;
    diag_error(media->diag, at, media->rule, "the drawing cannot be drawn; save it as plain SVG");
    return false;
}

/* Reads `path` into the picture. `at` is the file itself. */
static bool read_picture(const struct media *media, const char *path, struct draft_at at,
                         struct draft_picture *picture)
{
    picture->bytes = whole_file_read(media->draft, path, MEDIA_PICTURE_BYTES_MAX, &picture->size);
    if (!picture->bytes || picture->size == 0) {
        diag_error(media->diag, at, media->rule,
                   picture->size > MEDIA_PICTURE_BYTES_MAX
                       ? "the file has more than %d MB; make the picture smaller"
                       : "the file cannot be read; put in one of at most %d MB",
                   MEDIA_PICTURE_BYTES_MAX >> 20);
        picture->bytes = NULL;
        picture->size = 0;
        return false;
    }
    return ends_with(path, ".svg") ? take_svg(media, picture, at)
                                   : check_pixels(media, picture, at);
}

/* ---- pictures of the exhibit ---------------------------------------------------------------- */

static bool is_file(const char *path)
{
    FILE *file = fopen(path, "rb");

    if (file)
        fclose(file);
    return file != NULL;
}

static void find_picture(const struct media *media, const char *content_folder,
                         struct draft_picture *picture)
{
    static const char *const ENDINGS[] = {"svg", "png", "jpg", "jpeg", "webp"};
    char path[PATH_BYTES], local[PATH_BYTES];

    for (size_t i = 0; i < sizeof ENDINGS / sizeof ENDINGS[0]; i++) {
        struct draft_at at = {.line = 0};

        snprintf(local, sizeof local, "pictures/%.200s.%s", picture->id, ENDINGS[i]);
        snprintf(path, sizeof path, "%.700s/%.220s", content_folder, local);
        if (!is_file(path))
            continue;
        at.path = draft_copy(media->draft, local, strlen(local));
        read_picture(media, path, at, picture);
        return;
    }
    diag_error(media->diag, picture->at, media->rule,
               "there is no file pictures/%.60s.jpg, .png, .webp or .svg; put it there or take the "
               "picture out",
               picture->id);
}

/* ---- motifs --------------------------------------------------------------------------------- */

static bool has_picture(const struct draft *draft, const char *id, size_t length)
{
    for (int i = 0; i < draft->picture_count; i++)
        if (strlen(draft->pictures[i].id) == length && !memcmp(draft->pictures[i].id, id, length))
            return true;
    return false;
}

static void add_motif(const struct media *media, const char *folder, const char *name)
{
    size_t length = strlen(name) - strlen(".svg");
    struct draft_picture motif = {.is_decorative = true};
    char path[PATH_BYTES];

    if (has_picture(media->draft, name, length))
        return;
    snprintf(path, sizeof path, "%.700s/%.255s", folder, name);
    if (!read_picture(media, path, (struct draft_at){path, 0}, &motif))
        return;
    motif.id = draft_copy(media->draft, name, length);
    *(struct draft_picture *)draft_append(media->draft, &media->draft->pictures,
                                          &media->draft->picture_count, sizeof motif) = motif;
}

static int is_svg_name(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && ends_with(entry->d_name, ".svg");
}

/* Motifs lie outside the content folder, so their paths are printed as they are. */
static void add_motifs(struct media *media, const char *assets_folder)
{
    char folder[PATH_BYTES];
    struct dirent **names = NULL;
    const char *printed = media->diag->folder;
    int count;

    snprintf(folder, sizeof folder, "%.700s/motifs", assets_folder);
    count = scandir(folder, &names, is_svg_name, alphasort);
    media->diag->folder = NULL;
    for (int i = 0; i < count; i++) {
        if (i < MOTIF_FILES_MAX)
            add_motif(media, folder, names[i]->d_name);
        free(names[i]);
    }
    media->diag->folder = printed;
    free(names);
}

void media_fill(struct draft *draft, struct diag *diag, const char *content_folder,
                const char *assets_folder)
{
    struct media media = {draft, diag, "picture"};

    for (int i = 0; i < draft->picture_count; i++)
        find_picture(&media, content_folder, &draft->pictures[i]);
    media.rule = "motif";
    if (assets_folder)
        add_motifs(&media, assets_folder);
    IMG_Quit();
    coast_fill(draft, diag, content_folder);
    draft_sort(draft);
}
