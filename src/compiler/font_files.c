#include "compiler/font_files.h"

#include <fts.h>
#include <hb-ot.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "compiler/memory.h"

#define SYSTEM_FOLDER "/usr/share/fonts"

enum { NAME_BYTES = 128 };

struct font_files {
    char **paths;
    int count;
};

static bool is_font(const char *name)
{
    const char *ending = strrchr(name, '.');

    return ending
           && (!strcasecmp(ending, ".ttf") || !strcasecmp(ending, ".otf")
               || !strcasecmp(ending, ".ttc"));
}

static int compare_entries(const FTSENT **left, const FTSENT **right)
{
    return strcmp((*left)->fts_name, (*right)->fts_name);
}

static void add_path(struct font_files *files, const char *path)
{
    files->paths =
        memory_must(realloc(files->paths, (size_t)(files->count + 1) * sizeof *files->paths));
    files->paths[files->count++] = memory_must(strdup(path));
}

static void list_folder(struct font_files *files, const char *folder)
{
    char *start = memory_must(strdup(folder));
    char *const starts[] = {start, NULL};
    FTS *walk = fts_open(starts, FTS_LOGICAL | FTS_NOCHDIR, compare_entries);
    FTSENT *entry;

    while (walk && (entry = fts_read(walk)))
        if (entry->fts_info == FTS_F && is_font(entry->fts_name))
            add_path(files, entry->fts_path);
    if (walk)
        fts_close(walk);
    free(start);
}

struct font_files *font_files_create(const char *const *folders, int count)
{
    struct font_files *files = memory_take_zeroed(1, sizeof *files);

    for (int i = 0; i < count; i++)
        if (folders[i])
            list_folder(files, folders[i]);
    list_folder(files, SYSTEM_FOLDER);
    return files;
}

void font_files_destroy(struct font_files *files)
{
    if (!files)
        return;
    for (int i = 0; i < files->count; i++)
        free(files->paths[i]);
    free(files->paths);
    free(files);
}

/* ---- finding -------------------------------------------------------------------------------- */

static bool ends_with_name(const char *path, const char *name)
{
    size_t path_length = strlen(path), length = strlen(name);

    return path_length > length && !strcmp(path + path_length - length, name)
           && path[path_length - length - 1] == '/';
}

static bool has_postscript_name(const char *path, const char *name, size_t length)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, 0);
    char found[NAME_BYTES] = "";
    unsigned size = sizeof found;

    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, found);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return strlen(found) == length && !memcmp(found, name, length);
}

const char *font_files_find(const struct font_files *files, const char *name)
{
    const char *ending = strrchr(name, '.');
    size_t length = ending ? (size_t)(ending - name) : strlen(name);

    for (int i = 0; i < files->count; i++)
        if (ends_with_name(files->paths[i], name))
            return files->paths[i];
    for (int i = 0; i < files->count; i++)
        if (has_postscript_name(files->paths[i], name, length))
            return files->paths[i];
    return NULL;
}
