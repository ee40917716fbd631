/*
 * timeline.h - what the exhibit means on an axis: which entries lie between two days, who speaks when.
 *
 * Built once from a pack; entries stay in the pack's order (start, lane, importance, id). Days are those of pack_date; a day d
 * covers [d, d + 1) of the axis. Opening is linear, a query costs what it returns.
 */
#ifndef VITRINE_TIMELINE_TIMELINE_H
#define VITRINE_TIMELINE_TIMELINE_H

#include <stdbool.h>

#include "pack/pack.h"

struct timeline;

struct timeline *timeline_create(const struct pack *pack); /* NULL when memory is out; the pack must outlive it */
/* The same with only those entries in which documents differ. */
struct timeline *timeline_create_differing(const struct pack *pack);
void timeline_destroy(struct timeline *timeline); /* accepts NULL */

/* First and last + 1 day of the exhibit's span. */
double timeline_first_day(const struct timeline *timeline);
double timeline_end_day(const struct timeline *timeline);

/*
 * Entries of a lane and importance class (1..4) whose time meets [first_day, end_day), in order; fills at most `most` indices and
 * returns how many there are. Spans that began earlier are included.
 */
int timeline_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day,
                     int *entries, int most);

/* How many, without listing them. */
int timeline_count_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day);

/* The same for those that start in [first_day, end_day): every entry is in one only of windows that do not overlap. What
 * began before the exhibit starts on its first day. */
int timeline_starting_between(const struct timeline *timeline, int lane, int importance, double first_day, double end_day,
                              int *entries, int most);
int timeline_count_starting(const struct timeline *timeline, int lane, int importance, double first_day, double end_day);

/* The entry before and after in the order of the pack; -1 = none. */
int timeline_before(const struct timeline *timeline, int entry);
int timeline_after(const struct timeline *timeline, int entry);

/* The day a moment is drawn at: the middle of its window. For a span its start and end on the axis. */
double timeline_mark_day(const struct pack_entry *entry);
double timeline_span_first(const struct pack_entry *entry);
double timeline_span_end(const struct pack_entry *entry);
/* A span that no document ends and for which none is given: it is drawn, and found, up to the end of the exhibit. */
bool timeline_is_endless(const struct pack_entry *entry);

/* Entries with a disagreement in which documents differ; `most` as above. */
int timeline_differing(const struct timeline *timeline, int *entries, int most);

#endif
