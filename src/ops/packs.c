#include "ops/packs.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "log.h"
#include "ops/builtin.h"

enum { FILES_MAX = 256, REFUSED_MAX = FILES_MAX, PATH_SIZE = 4096 };

static const char suffix[] = ".vpack";

struct file {
    char name[256];
    int64_t time_ns, size;
};

struct packs {
    char path[PATH_SIZE];
    bool is_single; /* path is a file */
    struct file refused[REFUSED_MAX];
    int refused_count;
    struct file used;
    bool uses_builtin;
};

struct packs *packs_create(const char *path)
{
    struct packs *packs = calloc(1, sizeof(*packs));
    struct stat status;

    if (!packs)
        return NULL;
    snprintf(packs->path, sizeof(packs->path), "%s", path);
    packs->is_single = stat(path, &status) == 0 && S_ISREG(status.st_mode);
    packs->uses_builtin = true;
    return packs;
}

void packs_destroy(struct packs *packs)
{
    free(packs);
}

static void path_of(const struct packs *packs, const struct file *file, char *path, size_t size)
{
    if (packs->is_single)
        snprintf(path, size, "%s", packs->path);
    else
        snprintf(path, size, "%s/%s", packs->path, file->name);
}

static bool is_same(const struct file *a, const struct file *b)
{
    return strcmp(a->name, b->name) == 0 && a->time_ns == b->time_ns && a->size == b->size;
}

static bool is_refused(const struct packs *packs, const struct file *file)
{
    for (int i = 0; i < packs->refused_count; i++) {
        if (is_same(&packs->refused[i], file))
            return true;
    }
    return false;
}

static void refuse(struct packs *packs, const struct file *file)
{
    if (packs->refused_count == REFUSED_MAX) {
        memmove(packs->refused, packs->refused + 1, sizeof(packs->refused) - sizeof(packs->refused[0]));
        packs->refused_count--;
    }
    packs->refused[packs->refused_count++] = *file;
}

static bool is_pack_name(const char *name)
{
    size_t length = strlen(name), tail = sizeof(suffix) - 1;

    return name[0] != '.' && length > tail && length < sizeof(((struct file *)0)->name)
        && strcmp(name + length - tail, suffix) == 0;
}

static bool describe(const struct packs *packs, const char *name, struct file *file)
{
    char path[PATH_SIZE + 256];
    struct stat status;

    memset(file, 0, sizeof(*file));
    snprintf(file->name, sizeof(file->name), "%s", name);
    path_of(packs, file, path, sizeof(path));
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return false;
    file->time_ns = status.st_mtim.tv_sec * INT64_C(1000000000) + status.st_mtim.tv_nsec;
    file->size = status.st_size;
    return true;
}

static int newest_first(const void *a, const void *b)
{
    const struct file *fa = a, *fb = b;

    if (fa->time_ns != fb->time_ns)
        return fa->time_ns < fb->time_ns ? 1 : -1;
    return strcmp(fb->name, fa->name);
}

/* The files that may be packs and were not refused, newest first. */
static int list(const struct packs *packs, struct file *files)
{
    DIR *folder;
    int count = 0;

    if (packs->is_single) {
        const char *slash = strrchr(packs->path, '/');

        count = describe(packs, slash ? slash + 1 : packs->path, &files[0]) && !is_refused(packs, &files[0]);
        return count;
    }
    folder = opendir(packs->path);
    if (!folder)
        return 0;
    for (struct dirent *entry; count < FILES_MAX && (entry = readdir(folder));) {
        if (is_pack_name(entry->d_name) && describe(packs, entry->d_name, &files[count])
            && !is_refused(packs, &files[count]))
            count++;
    }
    closedir(folder);
    qsort(files, count, sizeof(files[0]), newest_first);
    return count;
}

static struct pack *open_file(struct packs *packs, const struct file *file)
{
    char path[PATH_SIZE + 256];
    struct pack *pack;
    enum pack_error error;

    path_of(packs, file, path, sizeof(path));
    error = pack_open(path, &pack);
    if (error == PACK_OK)
        return pack;
    log_line(LOG_WARNING, "packs", "%s is not shown: %s", file->name, pack_error_text(error));
    refuse(packs, file);
    return NULL;
}

/* Why nothing is shown: the packs themselves, or their folder. */
static const char *why_none(const struct packs *packs, char *why, size_t size)
{
    DIR *folder = packs->is_single ? NULL : opendir(packs->path);

    if (packs->is_single || folder)
        snprintf(why, size, "no usable pack in %s", packs->path);
    else
        snprintf(why, size, "%s cannot be read (%s)", packs->path, strerror(errno));
    if (folder)
        closedir(folder);
    return why;
}

struct pack *packs_take(struct packs *packs, bool *is_builtin)
{
    struct file *files = calloc(FILES_MAX, sizeof(*files));
    int count = files ? list(packs, files) : 0;
    struct pack *pack = NULL;
    char why[PATH_SIZE + 128];

    for (int i = 0; i < count && !pack; i++) {
        pack = open_file(packs, &files[i]);
        if (pack)
            packs->used = files[i];
    }
    free(files);
    packs->uses_builtin = !pack;
    *is_builtin = !pack;
    if (pack)
        log_line(LOG_INFO, "packs", "showing %s", packs->used.name);
    else if (pack_open_memory(builtin_pack(), builtin_pack_size(), &pack) == PACK_OK)
        log_line(LOG_WARNING, "packs", "%s, showing the built-in one", why_none(packs, why, sizeof(why)));
    return pack;
}

bool packs_have_changed(struct packs *packs)
{
    struct file *files = calloc(FILES_MAX, sizeof(*files));
    int count = files ? list(packs, files) : 0;
    bool has_changed = count > 0 ? packs->uses_builtin || !is_same(&files[0], &packs->used) : files && !packs->uses_builtin;

    free(files);
    return has_changed;
}

void packs_condemn(struct packs *packs)
{
    if (!packs->uses_builtin)
        refuse(packs, &packs->used);
}

const char *packs_name(const struct packs *packs)
{
    return packs->uses_builtin ? "built-in" : packs->used.name;
}
