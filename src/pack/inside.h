/*
 * inside.h - the open pack as the files of this room see it: tables of words, and what was unpacked.
 */
#ifndef VITRINE_PACK_INSIDE_H
#define VITRINE_PACK_INSIDE_H

#include <assert.h>

#include "pack/bytes.h"
#include "pack/format.h"
#include "pack/pack.h"

/* One section. `bytes` lies in the file, or is `owned` where the section was unpacked. */
struct table {
    const uint8_t *bytes;
    uint8_t *owned;
    uint32_t size; /* in bytes */
    uint32_t rows, columns;
};

/* Where the texts of a string stand in the stream of a language; missing = UINT32_MAX. */
struct string_place {
    uint32_t first_text;
    bool is_plural;
};

/* Groups of texts in the stream of a language, in order. */
enum text_group {
    GROUP_STRINGS,
    GROUP_MONTHS,
    GROUP_WEEKDAYS,
    GROUP_TAGS,
    GROUP_LANES,
    GROUP_DOCUMENTS,
    GROUP_PEOPLE,
    GROUP_PLACES,
    GROUP_TERMS,
    GROUP_STORIES,
    GROUP_STOPS,
    GROUP_PICTURES,
    GROUP_LABELS,
    GROUP_BODIES,
    GROUP_TRANSLATIONS,
    GROUP_END,
};

struct pack {
    const uint8_t *bytes;
    size_t size;
    bool is_mapped;
    uint32_t identity;
    struct table tables[SECTION_TYPES];
    uint32_t first_block[FORMAT_STREAMS_MAX + 1]; /* row of BLOCKS where a stream begins */
    uint32_t group_first[GROUP_END + 1];          /* number of the first text of a group */
    struct string_place strings[PACK_STRING_COUNT];
    struct blocks *blocks;     /* unpacked text, see blocks.h */
    struct payloads *payloads; /* unpacked faces and pictures, see payloads.h */
    struct coasts *coasts;     /* unpacked coastlines, see coasts.h */
};

static inline uint32_t table_rows(const struct pack *pack, enum format_section section)
{
    return pack->tables[section].rows;
}

/* A word of a table; 0 in a column this pack does not have. */
static inline uint32_t table_word(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column)
{
    const struct table *table = &pack->tables[section];

    assert(row < table->rows);
    if (column >= table->columns)
        return 0;
    return bytes_load32(table->bytes + 4 * ((size_t)row * table->columns + column));
}

/* The size of what columns of kind row, opt and first count: rows, or bytes where a section has no rows. */
static inline uint32_t table_extent(const struct pack *pack, enum format_section section)
{
    const struct table *table = &pack->tables[section];

    return table->columns == 0 ? table->size : table->rows;
}

/* Where a row's share of `target` ends, for a column of kind first(target). */
static inline uint32_t table_share_end(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column,
                                       enum format_section target)
{
    if (row + 1 < table_rows(pack, section))
        return table_word(pack, section, row + 1, column);
    return table_extent(pack, target);
}

/* The row whose share holds `index`, for a column of kind first. */
static inline uint32_t table_owner(const struct pack *pack, enum format_section section, uint32_t column, uint32_t index)
{
    uint32_t low = 0, high = table_rows(pack, section);

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (table_word(pack, section, middle, column) <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The string of a column of kind name. */
static inline const char *table_name(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column)
{
    return (const char *)pack->tables[SECTION_NAMES].bytes + table_word(pack, section, row, column);
}

#endif
