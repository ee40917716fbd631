/*
 * diff.h - comparing two packs as a visitor would: things matched by their ids, languages by their tags, texts by their words.
 */
#ifndef VITRINE_COMPILER_DIFF_H
#define VITRINE_COMPILER_DIFF_H

#include <stdbool.h>
#include <stdio.h>

#include "pack/pack.h"

struct diff {
    struct pack *before, *after;
    struct pack_exhibit old, new;
    int language[8]; /* of `before` → of `after`, -1 = gone */
    FILE *out;
    int count; /* of sentences */
};

/* One thing in both packs. */
struct both {
    int before, after;
};

/* Languages in which something changed, as "pt, pl"; an empty list begins with NUL. */
struct tags {
    char list[8 * 40];
};

/* Prints a sentence and counts it. */
__attribute__((format(printf, 2, 3))) void diff_say(struct diff *diff, const char *format, ...);

bool diff_is_same(const char *a, const char *b);

/* Adds the languages in which this text changed, among those that both packs have. */
void diff_text(struct diff *diff, struct tags *tags, enum pack_field field, struct both index);

/* "<what> changed in pt, pl." unless the list is empty. */
void diff_say_tags(struct diff *diff, const char *what, const struct tags *tags);

/* A short text, told with its old and new words. */
void diff_words(struct diff *diff, const char *what, enum pack_field field, struct both index);

/* A kind of thing that has ids. */
struct diff_kind {
    const char *name; /* "Entry" */
    enum pack_field title;
    int (*count)(const struct pack_exhibit *exhibit);
    const char *(*id)(const struct pack *pack, int index);
    void (*compare)(struct diff *diff, const char *what, struct both index); /* what: Entry "Rapallo" */
};

/* Tells what is gone and new, and compares the rest. */
void diff_things(struct diff *diff, const struct diff_kind *kind);

/* Entries, with all that hangs on them. */
void diff_entry(struct diff *diff, const char *what, struct both index);

/* Documents, with their text. */
void diff_document(struct diff *diff, const char *what, struct both index);

#endif
