/*
 * columns.h - the tables of format.h as data, for the reader to check and the writer to code.
 */
#ifndef VITRINE_PACK_COLUMNS_H
#define VITRINE_PACK_COLUMNS_H

#include "pack/format.h"

enum column_kind {
    COLUMN_BITS,
    COLUMN_NUMBER, /* at most max */
    COLUMN_NAME,
    COLUMN_ROW,    /* of target */
    COLUMN_OPTION, /* 0 or 1 + row of target */
    COLUMN_FIRST,  /* share of target */
    COLUMN_DAY,
};

struct column {
    enum column_kind kind;
    enum format_section target;
    uint32_t max;
};

struct columns {
    const char *name;            /* as in format.h; NULL = no such section */
    const struct column *column; /* NULL = plain bytes */
    uint32_t count;              /* described in `column` */
    uint32_t width;              /* words in a row, at least count */
    uint32_t rows_max;
};

/* What format.h says about a section type below SECTION_TYPES. */
const struct columns *columns_of(enum format_section section);

/* Bit c is set where column c shrinks best as differences. */
uint32_t columns_deltas(enum format_section section);

#endif
