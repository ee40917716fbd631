/*
 * write.h - a finished draft becomes the bytes of a pack: the same draft, the same bytes.
 */
#ifndef VITRINE_COMPILER_WRITE_H
#define VITRINE_COMPILER_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compiler/draft.h"
#include "pack/format.h"

struct write_result {
    uint8_t *bytes; /* the pack; the caller's, to be freed with free */
    size_t size;
    size_t section_size[SECTION_TYPES]; /* stored bytes by section type */
    size_t text_raw;                    /* all text before compression, with its breaks */
    size_t documents_raw;               /* the original text of the documents before compression, */
    size_t documents_stored;            /* stored, */
    size_t documents_marks;             /* and stored breaks and spans beside it */
    struct draft_at at;                 /* where the problem lies, path NULL = the whole exhibit */
    char problem[256];                  /* one sentence if the pack cannot be written, else "" */
};

/* The draft must be sorted and judged good: this does not repeat the rules, but refuses what a pack cannot hold. False with
 * a problem; then there are no bytes. */
bool write_pack(struct draft *draft, struct write_result *result);

/* Puts the bytes at `path` in one step: either the whole new file stands there afterwards, or what was there before. False
 * with one sentence in `problem` (at most `problem_size` bytes). */
bool write_file(const char *path, const uint8_t *bytes, size_t size, char *problem, size_t problem_size);

#endif
