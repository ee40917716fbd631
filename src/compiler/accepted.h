/*
 * accepted.h - the editors' word that a translation renders its source: the file translations.lock.
 *
 * The file holds the checksums of both texts at the time they were accepted. A translation is stale when its source has
 * changed since then and it has not. Where both have changed, somebody has worked on it; where nothing is on record, nothing
 * is said.
 *
 *     entries/rapallo-treaty/lt.md
 *       quotation pl-signed 1a2b3c4d 5e6f7a8b
 *       statement 2 …
 *
 * Paths and the labels below them are sorted, so that two versions of the file can be compared.
 */
#ifndef VITRINE_COMPILER_ACCEPTED_H
#define VITRINE_COMPILER_ACCEPTED_H

#include "compiler/buffer.h"
#include "compiler/draft.h"
#include "compiler/translations.h"

#define ACCEPTED_FILE "translations.lock"

/* Puts a line of the file into the draft; lines that say nothing are passed over. False for what no line can be. */
struct accepted_reader {
    struct draft *draft;
    const char *path; /* of the lines to come; NULL before the first */
};

bool accepted_read_line(struct accepted_reader *reader, const char *line, size_t length);

/* To be called when all lines are read. */
void accepted_sort(struct draft *draft);

bool accepted_is_stale(const struct draft *draft, const struct translation *translation);

/* The new file: every translation of the exhibit as it is now, except that a stale one stays on record as it was, unless its
 * path is among `paths`. Fills an empty buffer, to be freed with buffer_done; *stale is how many stay stale. */
void accepted_write(const struct draft *draft, const char *const *paths, int path_count, struct buffer *out, int *stale);

#endif
