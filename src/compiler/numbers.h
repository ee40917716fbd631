/*
 * numbers.h - the numbers in a text, as they are written: "1922", "50 000", "1,5", "16.04.1922".
 */
#ifndef VITRINE_COMPILER_NUMBERS_H
#define VITRINE_COMPILER_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

/* Digits and single separators between them. A space, plain or no-break, separates only groups of three digits. */
struct number {
    size_t start, end;    /* bytes */
    int digits, groups;   /* groups = 1 without a separator */
    int first, last;      /* digits of the first and last group */
    bool is_by_thousands; /* every group but the first has three digits */
    char separator;       /* ' ' ',' '.', 0 = none, '?' = different ones */
};

/* The first number from byte `from` on; false: there is none. */
bool number_next(const char *text, size_t from, struct number *number);

/* Its separators stand between thousands. */
bool number_is_grouped(const struct number *number);

#endif
