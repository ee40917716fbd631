/* views.h - from rows of tables to the structs of pack.h. All of it was checked when the pack was opened. */
#ifndef VITRINE_PACK_VIEWS_H
#define VITRINE_PACK_VIEWS_H

#include <string.h>

#include "pack/inside.h"

/* A row number that the caller promised. */
static inline uint32_t view_row(const struct pack *pack, enum format_section section, int index)
{
    assert(index >= 0 && (uint32_t)index < table_rows(pack, section));
    (void)pack;
    (void)section;
    return (uint32_t)index;
}

/* The only word of a one-column table. */
static inline int view_single(const struct pack *pack, enum format_section section, int index)
{
    return (int)table_word(pack, section, view_row(pack, section, index), 0);
}

static inline int view_rows(const struct pack *pack, enum format_section section)
{
    return (int)table_rows(pack, section);
}

/* A row's share of another table, as pack.h tells it. */
static inline void view_share(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column,
                              enum format_section target, int *first, int *count)
{
    uint32_t from = table_word(pack, section, row, column);

    *first = (int)from;
    *count = (int)(table_share_end(pack, section, row, column, target) - from);
}

/* Words of kind opt. */
static inline int view_option(uint32_t word)
{
    return (int)word - 1;
}

static inline struct pack_date view_date(uint32_t kind, int32_t first, uint32_t days)
{
    return (struct pack_date){
        .first_day = first,
        .last_day = first + (int32_t)days,
        .precision = kind & 7,
        .by = kind >> 3 & 3,
        .flags = kind >> 5 & 15,
    };
}

/* The row whose name in the first column is id; -1 = none. */
static inline int view_find(const struct pack *pack, enum format_section section, const char *id)
{
    for (uint32_t r = 0; r < table_rows(pack, section); r++) {
        if (strcmp(table_name(pack, section, r, 0), id) == 0)
            return (int)r;
    }
    return -1;
}

#endif
