/*
 * window.h - a date value of the content ("1922-04-16", "1922-04", "1922", "-0044") taken apart,
 * and the window of days it stands for.
 *
 * Windows of vague dates: beginning of a month 1-10, middle 11-20, end 21 to the last; spring
 * March-May, summer June-August, autumn September-November, winter December-February of the year
 * after; parts of a year are thirds; a night is two days.
 */
#ifndef VITRINE_COMPILER_WINDOW_H
#define VITRINE_COMPILER_WINDOW_H

#include <stdbool.h>

#include "compiler/diag.h"
#include "compiler/draft.h"
#include "timeline/calendar.h"

/* Only the form is judged: *out may name a 31st of February. A month or day of 0 is not given.
 * Years have up to five digits and are astronomical: "0000" is 1 BCE, "-0044" is 45 BCE. */
bool window_parse(const char *value, struct calendar_date *out);

/* Fills first_day and last_day. False when the value is wrong, which is reported at date->at, or
 * missing, which is not. */
bool window_fill(struct draft_date *date, struct diag *diag);

#endif
