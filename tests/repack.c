#include "repack.h"

#include <brotli/decode.h>
#include <stdlib.h>
#include <string.h>

#include "pack/bytes.h"
#include "pack/crc32c.h"
#include "pack/inside.h"

static void put_section(struct repack *repack, const struct pack *pack, int type, uint8_t *row)
{
    const struct table *table = &pack->tables[type];

    bytes_store16(row + SECTION_TYPE, (uint16_t)type);
    bytes_store32(row + SECTION_OFFSET, (uint32_t)repack->size);
    bytes_store32(row + SECTION_STORED, table->size);
    bytes_store32(row + SECTION_RAW, table->size);
    bytes_store32(row + SECTION_COLUMNS, table->columns);
    memcpy(repack->bytes + repack->size, table->bytes, table->size);
    repack->start[type] = (uint32_t)repack->size;
    repack->stored[type] = table->size;
    repack->columns[type] = table->columns;
    repack->size += table->size;
}

struct repack repack_open(const struct pack *pack)
{
    struct repack repack = {.size = FORMAT_HEADER_SIZE};
    size_t size = FORMAT_HEADER_SIZE;
    uint32_t count = 0;

    for (int type = 1; type < SECTION_TYPES; type++) {
        size += pack->tables[type].size + FORMAT_SECTION_SIZE;
        if (pack->tables[type].size > 0)
            repack.row[type] = count++;
    }
    repack.bytes = calloc(1, size);
    memcpy(repack.bytes, pack->bytes, FORMAT_HEADER_SIZE);
    bytes_store32(repack.bytes + HEADER_SECTIONS, count);
    repack.size += (size_t)count * FORMAT_SECTION_SIZE;
    for (int type = 1; type < SECTION_TYPES; type++) {
        if (pack->tables[type].size > 0)
            put_section(&repack, pack, type,
                        repack.bytes + FORMAT_HEADER_SIZE + (size_t)repack.row[type] * FORMAT_SECTION_SIZE);
    }
    repack_sum(repack.bytes, repack.size);
    return repack;
}

void repack_close(struct repack *repack)
{
    free(repack->bytes);
}

uint8_t *repack_word(struct repack *repack, enum format_section section, uint32_t row, uint32_t column)
{
    return repack->bytes + repack->start[section] + 4 * ((size_t)row * repack->columns[section] + column);
}

static uint32_t section_count(const uint8_t *bytes, size_t size)
{
    uint32_t count = bytes_load32(bytes + HEADER_SECTIONS);

    if (!bytes_in_range(FORMAT_HEADER_SIZE, (uint64_t)count * FORMAT_SECTION_SIZE, size))
        return 0;
    return count;
}

void repack_sum(uint8_t *bytes, size_t size)
{
    uint32_t count;

    if (size < FORMAT_HEADER_SIZE)
        return;
    count = section_count(bytes, size);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t *row = bytes + FORMAT_HEADER_SIZE + (size_t)i * FORMAT_SECTION_SIZE;
        uint32_t offset = bytes_load32(row + SECTION_OFFSET), stored = bytes_load32(row + SECTION_STORED);

        if (bytes_in_range(offset, stored, size))
            bytes_store32(row + SECTION_CRC, crc32c(0, bytes + offset, stored));
    }
    bytes_store32(bytes + HEADER_FILE_SIZE, (uint32_t)size);
    bytes_store32(bytes + HEADER_TABLE_CRC, crc32c(0, bytes + FORMAT_HEADER_SIZE, (size_t)count * FORMAT_SECTION_SIZE));
    bytes_store32(bytes + HEADER_CRC, crc32c(0, bytes, HEADER_CRC));
}

/* The raw section of this type, or size 0. */
static struct pack_bytes find(uint8_t *bytes, size_t size, uint32_t type)
{
    for (uint32_t i = 0; i < section_count(bytes, size); i++) {
        const uint8_t *row = bytes + FORMAT_HEADER_SIZE + (size_t)i * FORMAT_SECTION_SIZE;
        uint32_t offset = bytes_load32(row + SECTION_OFFSET), stored = bytes_load32(row + SECTION_STORED);

        if (bytes_load16(row) == type && bytes_load16(row + SECTION_CODING) == CODING_NONE
            && bytes_in_range(offset, stored, size))
            return (struct pack_bytes){bytes + offset, stored};
    }
    return (struct pack_bytes){NULL, 0};
}

static size_t unpack(const uint8_t *stored, size_t stored_size, uint8_t *raw, size_t raw_size)
{
    size_t size = raw_size;

    return BrotliDecoderDecompress(stored_size, stored, &size, raw) == BROTLI_DECODER_RESULT_SUCCESS ? size : 0;
}

static void sum_block(uint8_t *row, const uint8_t *stored, uint32_t size)
{
    uint32_t raw = bytes_load32(row + 4 * BLOCK_RAW), marks = bytes_load32(row + 4 * BLOCK_MARKS_RAW);
    uint32_t marks_stored = bytes_load32(row + 4 * BLOCK_MARKS_STORED);
    uint8_t *bytes;

    if (raw > FORMAT_BLOCK_MAX || marks > FORMAT_MARKS_MAX || marks_stored > size)
        return;
    bytes = malloc((size_t)raw + marks + 1);
    if (unpack(stored, size - marks_stored, bytes, raw) == raw
        && (marks == 0 || unpack(stored + size - marks_stored, marks_stored, bytes + raw, marks) == marks))
        bytes_store32(row + 4 * BLOCK_CRC, crc32c(0, bytes, (size_t)raw + marks));
    free(bytes);
}

void repack_sum_text(uint8_t *bytes, size_t size)
{
    enum { WORDS = BLOCK_STYLE + 1 };
    struct pack_bytes blocks, text;

    if (size < FORMAT_HEADER_SIZE)
        return;
    blocks = find(bytes, size, SECTION_BLOCKS);
    text = find(bytes, size, SECTION_TEXT);
    for (size_t r = 0; r + 1 <= blocks.size / 4 / WORDS; r++) {
        uint8_t *row = (uint8_t *)(uintptr_t)blocks.bytes + 4 * WORDS * r;
        uint32_t start = bytes_load32(row + 4 * BLOCK_OFFSET);
        uint32_t end = (r + 2) * 4 * WORDS <= blocks.size ? bytes_load32(row + 4 * (WORDS + BLOCK_OFFSET))
                                                          : (uint32_t)text.size;

        if (text.bytes != NULL && start <= end && end <= text.size)
            sum_block(row, text.bytes + start, end - start);
    }
}
