#include "compiler/diff.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/ids.h"
#include "compiler/memory.h"

void diff_say(struct diff *diff, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vfprintf(diff->out, format, arguments);
    va_end(arguments);
    fputc('\n', diff->out);
    diff->count++;
}

bool diff_is_same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool has_tag(const struct tags *tags, const char *tag)
{
    size_t length = strlen(tag);

    for (const char *at = strstr(tags->list, tag); at != NULL; at = strstr(at + 1, tag)) {
        if ((at == tags->list || at[-1] == ' ') && (at[length] == ',' || at[length] == '\0'))
            return true;
    }
    return false;
}

static void add_tag(struct tags *tags, const char *tag)
{
    size_t length = strlen(tags->list);

    if (!has_tag(tags, tag))
        snprintf(tags->list + length, sizeof tags->list - length, "%s%s", length > 0 ? ", " : "", tag);
}

void diff_text(struct diff *diff, struct tags *tags, enum pack_field field, struct both index)
{
    for (int l = 0; l < diff->old.languages; l++) {
        const char *before, *after;

        if (diff->language[l] < 0)
            continue;
        before = pack_text(diff->before, l, field, index.before).bytes;
        after = pack_text(diff->after, diff->language[l], field, index.after).bytes;
        if (!diff_is_same(before, after))
            add_tag(tags, pack_language(diff->before, l).tag);
    }
}

void diff_say_tags(struct diff *diff, const char *what, const struct tags *tags)
{
    if (tags->list[0] != '\0')
        diff_say(diff, "%s changed in %s.", what, tags->list);
}

void diff_words(struct diff *diff, const char *what, enum pack_field field, struct both index)
{
    for (int l = 0; l < diff->old.languages; l++) {
        const char *before, *after, *tag = pack_language(diff->before, l).tag;

        if (diff->language[l] < 0)
            continue;
        before = pack_text(diff->before, l, field, index.before).bytes;
        after = pack_text(diff->after, diff->language[l], field, index.after).bytes;
        if (diff_is_same(before, after))
            continue;
        if (before[0] == '\0')
            diff_say(diff, "%s is new in %s: \"%s\".", what, tag, after);
        else if (after[0] == '\0')
            diff_say(diff, "%s is gone in %s; it was \"%s\".", what, tag, before);
        else
            diff_say(diff, "%s changed in %s: \"%s\" is now \"%s\".", what, tag, before, after);
    }
}

/* ---- matching ------------------------------------------------------------------------------- */

static const char **ids_of(const struct pack *pack, const struct diff_kind *kind, int count)
{
    const char **ids = memory_take((size_t)count * sizeof *ids);

    for (int i = 0; i < count; i++)
        ids[i] = kind->id(pack, i);
    return ids;
}

static const char *title_of(struct pack *pack, const struct diff_kind *kind, int index)
{
    return pack_text(pack, pack_exhibit(pack).default_language, kind->title, index).bytes;
}

static void say_lone(struct diff *diff, const struct diff_kind *kind, struct pack *pack, int index, const char *state)
{
    diff_say(diff, "%s \"%s\" is %s (%s).", kind->name, title_of(pack, kind, index), state, kind->id(pack, index));
}

static void compare(struct diff *diff, const struct diff_kind *kind, struct both index)
{
    char what[512];

    snprintf(what, sizeof what, "%s \"%s\"", kind->name, title_of(diff->after, kind, index.after));
    kind->compare(diff, what, index);
    pack_trim(diff->before);
    pack_trim(diff->after);
}

void diff_things(struct diff *diff, const struct diff_kind *kind)
{
    int old_count = kind->count(&diff->old), new_count = kind->count(&diff->new);
    const char **old_ids = ids_of(diff->before, kind, old_count);
    const char **new_ids = ids_of(diff->after, kind, new_count);
    struct ids *old_index = ids_open(old_ids, old_count, sizeof *old_ids, 0);
    struct ids *new_index = ids_open(new_ids, new_count, sizeof *new_ids, 0);

    for (int i = 0; i < old_count; i++) {
        if (ids_find(new_index, old_ids[i]) < 0)
            say_lone(diff, kind, diff->before, i, "gone");
    }
    for (int i = 0; i < new_count; i++) {
        int before = ids_find(old_index, new_ids[i]);

        if (before < 0)
            say_lone(diff, kind, diff->after, i, "new");
        else
            compare(diff, kind, (struct both){before, i});
    }
    ids_close(new_index);
    ids_close(old_index);
    free(new_ids);
    free(old_ids);
}
