/*
 * runs.h - the spans of a text: where its script or its writing direction changes, beside the marks
 * and languages that the author set.
 */
#ifndef VITRINE_COMPILER_RUNS_H
#define VITRINE_COMPILER_RUNS_H

#include <stdbool.h>

#include "compiler/draft.h"

struct runs;

/* Never NULL. */
struct runs *runs_create(void);

/* Accepts NULL. */
void runs_destroy(struct runs *runs);

/* How a text stands in its surroundings: what it is written in when its characters do not say. */
struct runs_setting {
    bool is_right_to_left;
    char script[4];
};

/* Replaces the spans of a text of `length` bytes by complete ones: at least one unless it is empty,
 * the first at 0, each with script and bidi level (UAX 9), flags and languages of the old ones
 * kept. */
void runs_fill(struct runs *runs, struct draft *draft, struct draft_text *text, uint32_t length,
               struct runs_setting setting);

#endif
