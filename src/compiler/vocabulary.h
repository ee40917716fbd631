/*
 * vocabulary.h - words met before, each looked up once.
 */
#ifndef VITRINE_COMPILER_VOCABULARY_H
#define VITRINE_COMPILER_VOCABULARY_H

#include <stdbool.h>
#include <stdint.h>

#include "compiler/draft.h"

struct vocabulary;

enum vocabulary_state { VOCABULARY_NEW, VOCABULARY_RIGHT, VOCABULARY_LISTED, VOCABULARY_WRONG };

struct vocabulary_word {
    const char *text;
    enum vocabulary_state state;
    int count;          /* how often it stands in the texts; set by whoever counts */
    struct draft_at at; /* where it stands first */
};

/* Never NULL. */
struct vocabulary *vocabulary_create(void);

/* Accepts NULL. */
void vocabulary_destroy(struct vocabulary *vocabulary);

/* The word of these bytes, entered as VOCABULARY_NEW if it is not there. Valid until the next word is entered. */
struct vocabulary_word *vocabulary_word(struct vocabulary *vocabulary, const char *bytes, uint32_t length);

/* NULL when it is not there; nothing is entered. */
const struct vocabulary_word *vocabulary_find(const struct vocabulary *vocabulary, const char *bytes, uint32_t length);

/* All words in the order they were entered. */
const struct vocabulary_word *vocabulary_words(const struct vocabulary *vocabulary, int *count);

#endif
