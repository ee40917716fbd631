#include "compiler/accepted.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

enum { SUM_DIGITS = 8, SUMS_BYTES = 2 * (SUM_DIGITS + 1), LABEL_START = 2 };

static int compare(const void *a, const void *b)
{
    const struct draft_accepted *left = a, *right = b;
    int order = strcmp(left->path, right->path);

    return order ? order : strcmp(left->label, right->label);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

/* The eight digits before byte `end`, which a space precedes; there are more bytes than that. */
static bool read_sum(const char *line, size_t end, uint32_t *sum)
{
    char digits[SUM_DIGITS + 1] = "";

    if (line[end - SUM_DIGITS - 1] != ' ')
        return false;
    memcpy(digits, line + end - SUM_DIGITS, SUM_DIGITS);
    *sum = (uint32_t)strtoul(digits, NULL, 16);
    return strspn(digits, "0123456789abcdef") == SUM_DIGITS;
}

static bool read_record(struct accepted_reader *reader, const char *line, size_t length)
{
    struct draft *draft = reader->draft;
    struct draft_accepted record = {.path = reader->path}, *place;

    if (!reader->path || length <= LABEL_START + SUMS_BYTES || !read_sum(line, length, &record.own)
        || !read_sum(line, length - SUM_DIGITS - 1, &record.source))
        return false;
    record.label = draft_copy(draft, line + LABEL_START, length - SUMS_BYTES - LABEL_START);
    place = draft_append(draft, &draft->accepted, &draft->accepted_count, sizeof *draft->accepted);
    *place = record;
    return true;
}

bool accepted_read_line(struct accepted_reader *reader, const char *line, size_t length)
{
    if (!length || *line == '#')
        return true;
    if (length > LABEL_START && !strncmp(line, "  ", LABEL_START))
        return read_record(reader, line, length);
    reader->path = draft_copy(reader->draft, line, length);
    return *line != ' ';
}

void accepted_sort(struct draft *draft)
{
    if (draft->accepted_count)
        qsort(draft->accepted, (size_t)draft->accepted_count, sizeof *draft->accepted, compare);
}

/* ---- judging ----------------------------------------------------------------------------------------------------- */

static const struct draft_accepted *find(const struct draft *draft, const struct translation *translation)
{
    struct draft_accepted key = {.path = translation->at.path, .label = translation->label};

    if (!draft->accepted_count)
        return NULL;
    return bsearch(&key, draft->accepted, (size_t)draft->accepted_count, sizeof key, compare);
}

bool accepted_is_stale(const struct draft *draft, const struct translation *translation)
{
    const struct draft_accepted *record = find(draft, translation);

    return record && record->source != translation->source && record->own == translation->own;
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

struct writing {
    const struct draft *draft;
    const char *const *paths;
    int path_count, stale;
    struct draft_accepted *records;
    int count, room;
};

static bool is_named(const struct writing *writing, const char *path)
{
    for (int i = 0; i < writing->path_count; i++)
        if (!strcmp(writing->paths[i], path))
            return true;
    return false;
}

static void take(const struct translation *translation, void *context)
{
    struct writing *writing = context;
    const struct draft_accepted *old = find(writing->draft, translation);
    struct draft_accepted *record;

    if (writing->count == writing->room) {
        writing->room = writing->room ? 2 * writing->room : 1024;
        writing->records = memory_must(realloc(writing->records, (size_t)writing->room * sizeof *writing->records));
    }
    record = &writing->records[writing->count++];
    *record = (struct draft_accepted){translation->at.path, memory_must(strdup(translation->label)), translation->source,
                                      translation->own};
    if (!accepted_is_stale(writing->draft, translation) || is_named(writing, translation->at.path))
        return;
    record->source = old->source;
    writing->stale++;
}

static void put(const struct draft_accepted *record, const char *path_before, struct buffer *out)
{
    static const char LINE[] = "  %s %08x %08x\n";
    char line[TRANSLATION_LABEL_BYTES + 32];

    if (!path_before || strcmp(path_before, record->path) != 0) {
        buffer_put(out, record->path, strlen(record->path));
        buffer_put_byte(out, '\n');
    }
    buffer_put(out, line, (size_t)snprintf(line, sizeof line, LINE, record->label, record->source, record->own));
}

void accepted_write(const struct draft *draft, const char *const *paths, int path_count, struct buffer *out, int *stale)
{
    static const char HEAD[] = "# Written by \"vitrine-pack accept\": the checksums of every translation's source and of the "
                               "translation itself.\n";
    struct writing writing = {.draft = draft, .paths = paths, .path_count = path_count};

    translations_each(draft, take, &writing);
    if (writing.count)
        qsort(writing.records, (size_t)writing.count, sizeof *writing.records, compare);
    buffer_put(out, HEAD, sizeof HEAD - 1);
    for (int i = 0; i < writing.count; i++)
        put(&writing.records[i], i ? writing.records[i - 1].path : NULL, out);
    for (int i = 0; i < writing.count; i++)
        free((char *)writing.records[i].label);
    free(writing.records);
    *stale = writing.stale;
}
