/*
 * dates.h - the windows and words of all dates, and what the screen asks of each language: months,
 * weekdays, plural forms, quotation marks, direction, names of languages, the order of people and
 * places.
 */
#ifndef VITRINE_COMPILER_DATES_H
#define VITRINE_COMPILER_DATES_H

#include "compiler/diag.h"
#include "compiler/draft.h"

/*
 * Fills first_day and last_day of every date, sorts the draft (draft_sort, which needs them), then
 * fills the words of dates and answers where the author gave none, and the facts of languages.
 * Dates that do not exist are reported under the rule "date", an Old Style date that cannot be
 * given under "old-style".
 */
void dates_fill(struct draft *draft, struct diag *diag);

#endif
