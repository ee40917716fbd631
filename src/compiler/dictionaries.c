#include "compiler/dictionaries.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "compiler/locale.h"

static bool is_readable(const char *path)
{
    return access(path, R_OK) == 0;
}

static bool find_any_country(const char *folder, const char *start, char *path, size_t size)
{
    DIR *open = opendir(folder);
    char best[256] = "";
    struct dirent *entry;

    if (!open)
        return false;
    while ((entry = readdir(open))) {
        const char *name = entry->d_name, *dot = strrchr(name, '.');

        if (!strncmp(name, start, strlen(start)) && dot && !strcmp(dot, ".dic") && (!*best || strcmp(name, best) < 0))
            snprintf(best, sizeof best, "%s", name);
    }
    closedir(open);
    snprintf(path, size, "%s/%s", folder, best);
    return *best;
}

bool dictionaries_find(const char *folder, const char *prefix, const char *tag, char *path, size_t size)
{
    struct locale language = locale_language(tag), country = locale_of(tag);
    char start[LOCALE_BYTES + 32];

    country.id[strcspn(country.id, "@")] = '\0';
    snprintf(path, size, "%s/%s%s.dic", folder, prefix, country.id);
    if (is_readable(path))
        return true;
    snprintf(path, size, "%s/%s%s.dic", folder, prefix, language.id);
    if (is_readable(path))
        return true;
    snprintf(start, sizeof start, "%.24s%s_", prefix, language.id);
    return find_any_country(folder, start, path, size);
}
