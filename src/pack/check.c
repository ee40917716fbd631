/*
 * First the columns of every table by their kind (columns.h), then what ties tables to each other. The second half may
 * rely on the first: rows exist, shares are in order, names end.
 */
#include "pack/check.h"

#include <string.h>

#include "pack/columns.h"
#include "pack/links.h"
#include "pack/plain.h"
#include "pack/sections.h"

static bool check_share(const struct pack *pack, enum format_section section, uint32_t column, enum format_section target)
{
    uint32_t rows = table_rows(pack, section), extent = table_extent(pack, target), before = 0;

    if (rows == 0)
        return extent == 0;
    if (table_word(pack, section, 0, column) != 0)
        return false;
    for (uint32_t r = 0; r < rows; r++) {
        uint32_t word = table_word(pack, section, r, column);

        if (word < before || word > extent)
            return false;
        before = word;
    }
    return true;
}

static bool is_name(const struct table *names, uint32_t word)
{
    return word < names->size && (word == 0 || names->bytes[word - 1] == 0);
}

static bool is_day(uint32_t word)
{
    return (int32_t)word >= -FORMAT_DAY_MAX && (int32_t)word <= FORMAT_DAY_MAX;
}

static bool is_value(const struct pack *pack, const struct column *column, uint32_t word)
{
    switch (column->kind) {
    case COLUMN_NUMBER:
        return word <= column->max;
    case COLUMN_NAME:
        return is_name(&pack->tables[SECTION_NAMES], word);
    case COLUMN_ROW:
        return word < table_rows(pack, column->target);
    case COLUMN_OPTION:
        return word <= table_rows(pack, column->target);
    case COLUMN_DAY:
        return is_day(word);
    case COLUMN_BITS:
    case COLUMN_FIRST:
        break;
    }
    return true;
}

static bool check_column(const struct pack *pack, enum format_section section, uint32_t c)
{
    const struct column *column = &columns_of(section)->column[c];

    if (column->kind == COLUMN_FIRST)
        return check_share(pack, section, c, column->target);
    for (uint32_t r = 0; r < table_rows(pack, section); r++) {
        if (!is_value(pack, column, table_word(pack, section, r, c)))
            return false;
    }
    return true;
}

static bool check_columns(const struct pack *pack)
{
    for (enum format_section section = 1; section < SECTION_TYPES; section++) {
        const struct columns *columns = columns_of(section);

        for (uint32_t c = 0; columns->column != NULL && c < columns->count; c++) {
            if (!check_column(pack, section, c))
                return false;
        }
        sections_release(pack, pack->tables[section].bytes, pack->tables[section].size);
    }
    return true;
}

/* Names are printed and compared by code that stops at NUL: each must end, be short, and be text. */
static bool check_names(const struct pack *pack)
{
    const struct table *names = &pack->tables[SECTION_NAMES];
    const char *at = (const char *)names->bytes;
    size_t left = names->size;

    if (left == 0 || at[left - 1] != '\0' || !plain_is_text(names->bytes, left))
        return false;
    while (left > 0) {
        size_t length = strlen(at);

        if (length > FORMAT_NAME_MAX)
            return false;
        at += length + 1;
        left -= length + 1;
    }
    return true;
}

enum pack_error check_tables(const struct pack *pack)
{
    bool is_good = check_names(pack) && check_columns(pack) && links_check(pack);

    return is_good ? PACK_OK : PACK_STRUCTURE;
}
