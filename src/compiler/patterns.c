#include "compiler/patterns.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>

#include "compiler/memory.h"

enum { LETTERS_MAX = 96 };

/* A pattern without its numbers; values[i] is the number before byte i. */
struct pattern {
    uint8_t length;
    char letters[LETTERS_MAX];
    uint8_t values[LETTERS_MAX + 1];
};

/* Patterns by their letters, and in the order they came. */
struct table {
    struct pattern *items;
    size_t count, room;
    uint32_t *slots; /* 1 + index, 0 = free */
    size_t slot_count;
};

/* ---- table ---------------------------------------------------------------------------------- */

static uint32_t *slot_of(const struct table *table, const char *letters, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)letters[i]) * 16777619u;
    for (size_t at = hash & (table->slot_count - 1);; at = (at + 1) & (table->slot_count - 1)) {
        const struct pattern *item = table->slots[at] ? &table->items[table->slots[at] - 1] : NULL;

        if (!item || (item->length == length && !memcmp(item->letters, letters, length)))
            return &table->slots[at];
    }
}

static void grow(struct table *table)
{
    if (table->count == table->room) {
        table->room = table->room ? table->room * 2 : 1024;
        table->items = memory_must(realloc(table->items, table->room * sizeof *table->items));
    }
    if (table->slot_count >= 2 * (table->count + 1))
        return;
    table->slot_count = table->slot_count ? table->slot_count * 2 : 4096;
    free(table->slots);
    table->slots = memory_must(calloc(table->slot_count, sizeof *table->slots));
    for (size_t i = 0; i < table->count; i++)
        *slot_of(table, table->items[i].letters, table->items[i].length) = (uint32_t)i + 1;
}

static const struct pattern *find(const struct table *table, const char *letters, size_t length)
{
    uint32_t slot = table->slot_count ? *slot_of(table, letters, length) : 0;

    return slot ? &table->items[slot - 1] : NULL;
}

/* The pattern with these letters, added with all numbers 0 when it is new. */
static struct pattern *find_or_add(struct table *table, const char *letters, size_t length)
{
    uint32_t *slot;

    grow(table);
    slot = slot_of(table, letters, length);
    if (!*slot) {
        struct pattern *item = &table->items[table->count];

        memset(item, 0, sizeof *item);
        memcpy(item->letters, letters, length);
        item->length = (uint8_t)length;
        *slot = (uint32_t)++table->count;
    }
    return &table->items[*slot - 1];
}

static void table_done(struct table *table)
{
    free(table->items);
    free(table->slots);
    *table = (struct table){0};
}

/* ---- reading a dictionary ------------------------------------------------------------------- */

/* Behind "/" stands a change of spelling: its odd numbers become the even ones above. */
static void add_pattern(struct table *table, const char *line, size_t length)
{
    char letters[LETTERS_MAX];
    uint8_t values[LETTERS_MAX + 1] = {0};
    const char *slash = memchr(line, '/', length);
    size_t end = slash ? (size_t)(slash - line) : length, count = 0;

    for (size_t i = 0; i < end; i++) {
        if (line[i] >= '0' && line[i] <= '9')
            values[count] = (uint8_t)(line[i] - '0');
        else if (count < LETTERS_MAX)
            letters[count++] = line[i];
    }
    if (count == 0 || count >= LETTERS_MAX)
        return;
    for (size_t i = 0; slash && i <= count; i++)
        values[i] = (uint8_t)(values[i] % 2 ? (values[i] + 1) % 10 ? values[i] + 1 : 8 : values[i]);
    memcpy(find_or_add(table, letters, count)->values, values, count + 1);
}

/* "LEFTHYPHENMIN 2": such lines stay as they are. */
static bool is_setting(const char *line, size_t length)
{
    static const char *const SETTINGS[] = {
        "LEFTHYPHENMIN",          "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN",
        "COMPOUNDRIGHTHYPHENMIN", "NOHYPHEN",       "NEXTLEVEL"};

    for (size_t i = 0; i < sizeof SETTINGS / sizeof SETTINGS[0]; i++)
        if (length >= strlen(SETTINGS[i]) && !memcmp(line, SETTINGS[i], strlen(SETTINGS[i])))
            return true;
    return false;
}

/* ---- expansion ------------------------------------------------------------------------------ */

static void raise(uint8_t *values, const struct pattern *by)
{
    for (size_t i = 0; i <= by->length; i++)
        if (by->values[i] > values[i])
            values[i] = by->values[i];
}

/* Every beginning of a pattern that ends with a whole pattern becomes a pattern with the numbers of
 * all such endings. */
static void expand(const struct table *plain, struct table *expanded)
{
    for (size_t i = 0; i < plain->count; i++) {
        const struct pattern *item = &plain->items[i];

        for (size_t end = 1; end <= item->length; end++)
            for (size_t start = 0; start < end; start++) {
                const struct pattern *inner = find(plain, item->letters + start, end - start);

                if (inner)
                    raise(find_or_add(expanded, item->letters, end)->values + start, inner);
            }
    }
}

static void print_pattern(FILE *out, const struct pattern *pattern)
{
    for (size_t i = 0; i <= pattern->length; i++) {
        if (pattern->values[i])
            fputc('0' + pattern->values[i], out);
        if (i < pattern->length)
            fputc(pattern->letters[i], out);
    }
    fputc('\n', out);
}

static void print_expanded(FILE *out, struct table *plain)
{
    struct table expanded = {0};

    expand(plain, &expanded);
    for (size_t i = 0; i < expanded.count; i++)
        print_pattern(out, &expanded.items[i]);
    table_done(&expanded);
    table_done(plain);
}

static void convert_lines(const char *bytes, size_t size, FILE *out)
{
    struct table plain = {0};
    const char *end = bytes + size;

    fputs("UTF-8\n", out);
    for (const char *line = bytes; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        size_t length = (size_t)((stop ? stop : end) - line);

        while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == ' '))
            length--;
        if (is_setting(line, length)) {
            print_expanded(out, &plain); /* NEXTLEVEL begins patterns of their own */
            fprintf(out, "%.*s\n", (int)length, line);
        } else if (length > 0 && *line != '%' && *line != '#') {
            add_pattern(&plain, line, length);
        }
        line = stop ? stop + 1 : end;
    }
    print_expanded(out, &plain);
}

/* ---- encoding ------------------------------------------------------------------------------- */

/* NULL when the encoding is unknown. */
static char *to_utf8(const char *encoding, const char *bytes, size_t size, size_t *converted_size)
{
    size_t room = size * 3 + 1;
    char *converted = memory_must(malloc(room));
    UErrorCode status = U_ZERO_ERROR;
    int32_t length =
        ucnv_convert("UTF-8", encoding, converted, (int32_t)room, bytes, (int32_t)size, &status);

    if (U_FAILURE(status)) {
        free(converted);
        return NULL;
    }
    *converted_size = (size_t)length;
    return converted;
}

char *patterns_expand(const char *bytes, size_t size, size_t *expanded_size)
{
    const char *line = memchr(bytes, '\n', size);
    size_t length = line ? (size_t)(line - bytes) : 0, converted_size;
    char encoding[64], *converted, *expanded = NULL;
    FILE *out;

    while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == ' '))
        length--;
    if (length == 0 || length >= sizeof encoding)
        return NULL;
    memcpy(encoding, bytes, length);
    encoding[length] = '\0';
    converted = to_utf8(encoding, line + 1, size - (size_t)(line + 1 - bytes), &converted_size);
    if (!converted)
        return NULL;
    out = memory_must(open_memstream(&expanded, expanded_size));
    convert_lines(converted, converted_size, out);
    fclose(out);
    free(converted);
    return expanded;
}

char *patterns_read(const char *path, size_t *size)
{
    enum { DICTIONARY_BYTES_MAX = 16 * 1024 * 1024 };
    FILE *file = fopen(path, "rb");
    char *bytes, *expanded;
    size_t length;

    if (!file)
        return NULL;
    bytes = memory_must(malloc(DICTIONARY_BYTES_MAX));
    length = fread(bytes, 1, DICTIONARY_BYTES_MAX, file);
    fclose(file);
    expanded = patterns_expand(bytes, length, size);
    free(bytes);
    return expanded;
}
