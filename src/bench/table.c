#include "bench/table.h"

#include <stdbool.h>
#include <stdio.h>

void table_heading(const char *text)
{
    printf("\n%s\n", text);
}

static void row(struct table *table, const char *what, double value, double budget, const char *unit, const char *sign,
                bool holds)
{
    printf("  %-64s %10.2f %-5s", what, value, unit);
    if (budget >= 0)
        printf(" %s %-9g %s", sign, budget, holds ? "ok" : "OVER BUDGET");
    putchar('\n');
    fflush(stdout);
    table->over += !holds;
}

void table_most(struct table *table, const char *what, double value, double budget, const char *unit)
{
    row(table, what, value, budget, unit, "<=", budget < 0 || value <= budget);
}

void table_least(struct table *table, const char *what, double value, double budget, const char *unit)
{
    row(table, what, value, budget, unit, ">=", value >= budget);
}

void table_skipped(const char *what, const char *reason)
{
    printf("  %-64s not measured: %s\n", what, reason);
}
