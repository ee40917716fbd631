/*
 * repack.h - packs taken apart so that single words can be changed and the checksums made right again.
 */
#ifndef VITRINE_TESTS_REPACK_H
#define VITRINE_TESTS_REPACK_H

#include "pack/format.h"
#include "pack/pack.h"

/* A pack whose sections are all stored raw. */
struct repack {
    uint8_t *bytes;
    size_t size;
    uint32_t start[SECTION_TYPES], stored[SECTION_TYPES], columns[SECTION_TYPES];
    uint32_t row[SECTION_TYPES]; /* of the section table */
};

struct repack repack_open(const struct pack *pack);
void repack_close(struct repack *repack);

/* Where a word of a table lies. */
uint8_t *repack_word(struct repack *repack, enum format_section section, uint32_t row, uint32_t column);

/* Makes the checksums right, and the stated size, as far as the section table can be understood. */
void repack_sum(uint8_t *bytes, size_t size);

/* The same for the checksums of text blocks, where BLOCKS and TEXT are stored raw. */
void repack_sum_text(uint8_t *bytes, size_t size);

#endif
