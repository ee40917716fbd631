/* compare_scale.h - answers that are dates of one kind as values on a scale, as the files of the axis share it. */
#ifndef VITRINE_SCREEN_COMPARE_SCALE_H
#define VITRINE_SCREEN_COMPARE_SCALE_H

#include "screen/compare/compare_page.h"

enum { VALUES_MAX = 8 };

/* Columns: a bit for each that names the value. */
struct scale_value {
    int value;
    uint32_t columns;
    bool differs;
};

/* Different answers on one scale, and those that do not differ. */
struct scale {
    enum pack_precision unit;
    struct scale_value values[VALUES_MAX];
    int count, first, last;
};

/* False: the answers that differ are not dates of one kind, or all the same, or too far from each other. */
bool compare_scale_find(const struct compare_page *page, const struct kit *kit, struct scale *scale);

/* NULL = nobody names it. */
const struct scale_value *compare_scale_value(const struct scale *scale, int value);

/* The documents that name the value, each once: a column of the one after column `after`, the first with -1; -1 = no more. */
int compare_scale_column(const struct compare_page *page, const struct kit *kit, const struct scale_value *value, int after);
int compare_scale_document(const struct compare_page *page, const struct kit *kit, int column);

#endif
