/*
 * write_part.h - what the files of the writer share: the sections as they grow.
 */
#ifndef VITRINE_COMPILER_WRITE_PART_H
#define VITRINE_COMPILER_WRITE_PART_H

#include "compiler/buffer.h"
#include "compiler/names.h"
#include "compiler/write.h"

struct quoted;

struct writer {
    struct draft *draft;
    struct write_result *result;
    struct names *names;
    struct buffer sections[SECTION_TYPES];      /* raw; NAMES stays empty until the end */
    struct quoted *quoted[DRAFT_DOCUMENTS_MAX]; /* what is stored of a document's text, see write_quoted.h */
    int first_paragraph[DRAFT_DOCUMENTS_MAX + 1];
    int quality;         /* of Brotli, the same for the whole pack */
    size_t payloads_raw; /* of those that are coded */
};

/* Appends a word to a table; rows are written column by column. */
void put(struct writer *writer, enum format_section section, uint32_t word);
void put_name(struct writer *writer, enum format_section section, const char *name);

/* The terms that an entry or a paragraph uses; both tables have the same columns. */
void put_term_uses(struct writer *writer, enum format_section section, const struct draft_term_use *uses, int count);

/* Complete rows so far. */
uint32_t rows(const struct writer *writer, enum format_section section);

/* Notes the first problem; always false. */
__attribute__((format(printf, 3, 4))) bool refuse(struct writer *writer, struct draft_at at, const char *format, ...);

/* The parts of a pack, in this order. False = a problem was noted. */
bool write_check(struct writer *writer);     /* refuses what a pack cannot hold; the others rely on it */
bool write_tables(struct writer *writer);    /* everything not named below */
bool write_documents(struct writer *writer); /* documents, paragraphs, who quotes them, when they speak */
void write_entries(struct writer *writer);   /* entries and what hangs on them */
bool write_payloads(struct writer *writer);  /* faces, pictures, coasts */
bool write_text(struct writer *writer);      /* styles and blocks */
bool write_sections(struct writer *writer);  /* codes the sections and puts everything together */

/* One Brotli stream at the end of `out`; returns its size. */
size_t write_compressed(struct buffer *out, const uint8_t *bytes, size_t size, int quality);

#endif
