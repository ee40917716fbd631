/* table.h - the rows of the report: what was measured, its budget (product.md), and whether it holds. */
#ifndef VITRINE_BENCH_TABLE_H
#define VITRINE_BENCH_TABLE_H

struct table {
    int over; /* rows over their budget so far */
};

void table_heading(const char *text);
/* budget < 0: there is none. The value must not exceed it. */
void table_most(struct table *table, const char *what, double value, double budget, const char *unit);
/* The value must reach it. */
void table_least(struct table *table, const char *what, double value, double budget, const char *unit);
void table_skipped(const char *what, const char *reason);

#endif
