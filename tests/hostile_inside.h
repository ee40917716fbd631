/*
 * hostile_inside.h - what the files that write a hostile exhibit share: what it is like, chance, files and words.
 */
#ifndef VITRINE_TESTS_HOSTILE_INSIDE_H
#define VITRINE_TESTS_HOSTILE_INSIDE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum {
    LANGUAGES_MOST = 8,
    DOCUMENTS_MOST = 8,
    LANES_MOST = 6,
    SENTENCES = 300,
    PARAGRAPH_SENTENCES = 6,
    LETTERS = 20
};

/* How the dates lie, and what the words are like. */
enum dates { DATES_SPREAD, DATES_ONE_DAY, DATES_SPANS, DATES_NESTED, DATES_OPEN, DATES_OVERLONG, DATES_CLUMPS, DATES_COUNT };
enum words { WORDS_ORDINARY, WORDS_SHORT, WORDS_UNBROKEN, WORDS_DIGITS, WORDS_SAME, WORDS_COUNT };

struct tongue {
    const char *tag, *strings, *name, *letters; /* strings: the folder of those it borrows; LETTERS letters, the widest first */
};

extern const struct tongue hostile_tongues[LANGUAGES_MOST];

struct axis {
    int first, last; /* years; astronomical: 0 = 1 BC */
};

struct hostile {
    const char *folder;
    uint64_t state;
    const struct tongue *languages[LANGUAGES_MOST];
    int language_count, documents, lanes, entries;
    int document_language[DOCUMENTS_MOST];
    struct axis axis;
    enum dates dates;
    enum words words;
    bool is_a_week; /* the axis is eight days of one summer */
    bool has_people;
};

/* ---- chance and files: hostile.c ---- */

/* 0..below - 1 */
int hostile_any(struct hostile *hostile, int below);
/* To be written anew in the exhibit's folder, and closed by the caller; where that cannot be, the running test fails. */
__attribute__((format(printf, 2, 3))) FILE *hostile_open(struct hostile *hostile, const char *format, ...);
void hostile_make_folder(struct hostile *hostile, const char *name);

/* ---- words: hostile_words.c ---- */

void hostile_put_letters(struct hostile *hostile, FILE *file, const struct tongue *tongue, int letters);
void hostile_put_words(struct hostile *hostile, FILE *file, const struct tongue *tongue, int count);
/* The short label and the title of the entry or document with that number; labels are each their own. */
void hostile_put_short(struct hostile *hostile, FILE *file, const struct tongue *tongue, int number);
void hostile_put_title(struct hostile *hostile, FILE *file, const struct tongue *tongue, int number);
/* The same words whenever it is asked for, and found once in its document. */
void hostile_put_sentence(FILE *file, const struct tongue *tongue, int document, int number);

/* ---- hostile_documents.c, hostile_entries.c ---- */

void hostile_write_documents(struct hostile *hostile);
void hostile_write_entries(struct hostile *hostile);

#endif
