#include "compiler/accept.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/accepted.h"
#include "compiler/load.h"
#include "compiler/memory.h"
#include "compiler/write.h"

static bool read_content(struct draft *draft, const char *folder)
{
    struct diag diag = {.folder = folder, .out = stderr};

    if (!load_folder(draft, &diag, folder, (struct load_progress){NULL, NULL}))
        return false;
    if (diag.errors)
        fputs("vitrine-pack: nothing is accepted while the content cannot be read without errors\n", stderr);
    return !diag.errors;
}

/* ---- files that are named ---------------------------------------------------------------------------------------- */

/* A file as it is named inside the folder, however it is named on the command line. */
static const char *inside(const char *folder, const char *file)
{
    size_t length = strlen(folder);

    return !strncmp(file, folder, length) && file[length] == '/' ? file + length + 1 : file;
}

struct search {
    const char *path;
    bool is_found;
};

static void look(const struct translation *translation, void *context)
{
    struct search *search = context;

    search->is_found |= !strcmp(translation->at.path, search->path);
}

static bool hold_translations(const struct draft *draft, const char *const *paths, int count)
{
    bool all = true;

    for (int i = 0; i < count; i++) {
        struct search search = {paths[i], false};

        translations_each(draft, look, &search);
        if (!search.is_found)
            fprintf(stderr, "vitrine-pack: there is no translation in %s; name a file as check does\n", paths[i]);
        all &= search.is_found;
    }
    return all;
}

/* ---- the record -------------------------------------------------------------------------------------------------- */

static bool write_record(const struct draft *draft, const char *folder, const char *const *paths, int count)
{
    struct buffer record = {.bytes = NULL};
    char path[PATH_MAX], problem[PATH_MAX + 128];
    int stale;
    bool is_written;

    accepted_write(draft, paths, count, &record, &stale);
    snprintf(path, sizeof path, "%s/%s", folder, ACCEPTED_FILE);
    is_written = write_file(path, record.bytes, record.size, problem, sizeof problem);
    buffer_done(&record);
    if (!is_written)
        fprintf(stderr, "vitrine-pack: %s\n", problem);
    else if (stale)
        printf("%s: written; %d translation%s older than the source, see check\n", path, stale, stale == 1 ? " is" : "s are");
    else
        printf("%s: written; every translation is accepted\n", path);
    return is_written;
}

bool accept_translations(const char *folder, const char *const *files, int count)
{
    struct draft draft;
    const char **paths = memory_take(((size_t)count + 1) * sizeof *paths);
    bool is_good;

    for (int i = 0; i < count; i++)
        paths[i] = inside(folder, files[i]);
    draft_init(&draft);
    is_good = read_content(&draft, folder) && hold_translations(&draft, paths, count)
        && write_record(&draft, folder, paths, count);
    draft_done(&draft);
    free(paths);
    return is_good;
}
