#include "compiler/write_part.h"

#include <brotli/encode.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "pack/bytes.h"
#include "pack/columns.h"
#include "pack/crc32c.h"

size_t write_compressed(struct buffer *out, const uint8_t *bytes, size_t size, int quality)
{
    size_t room = BrotliEncoderMaxCompressedSize(size) + 16;
    uint8_t *at = buffer_reserve(out, room);
    int window = BROTLI_MIN_WINDOW_BITS + 6; /* 2^16, written in a single bit */

    while (window < BROTLI_MAX_WINDOW_BITS && ((size_t)1 << window) - 16 < size)
        window++;
    if (!BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, size, bytes, &room, at))
        memory_must(NULL);
    out->size += room;
    return room;
}

/* The plane filter of format.h. */
static uint8_t *filter(const struct buffer *raw, uint32_t columns, uint32_t deltas)
{
    size_t count = raw->size / 4 / columns;
    uint8_t *planes = memory_take(raw->size);

    for (uint32_t c = 0; c < columns; c++) {
        uint32_t above = 0;

        for (size_t r = 0; r < count; r++) {
            uint32_t word = bytes_load32(raw->bytes + 4 * (r * columns + c));
            uint32_t stored = deltas >> c & 1 ? word - above : word;

            for (size_t b = 0; b < 4; b++)
                planes[(4 * c + b) * count + r] = (uint8_t)(stored >> 8 * b);
            above = word;
        }
    }
    return planes;
}

struct coded {
    struct buffer bytes;
    enum format_coding coding;
    uint32_t columns, deltas;
    size_t raw;
};

/* The shorter of the raw and the compressed section. Large ones stay raw, to be read in place. */
static struct coded code(const struct writer *writer, enum format_section section, const struct buffer *raw)
{
    struct coded coded = {.columns = columns_of(section)->width, .raw = raw->size};
    bool is_codable = raw->size <= FORMAT_CODED_MAX && section != SECTION_TEXT && section != SECTION_PAYLOAD;

    if (is_codable && coded.columns > 0) {
        uint32_t deltas = columns_deltas(section);
        uint8_t *planes = filter(raw, coded.columns, deltas);

        write_compressed(&coded.bytes, planes, raw->size, writer->quality);
        coded.coding = CODING_FILTERED;
        coded.deltas = deltas;
        free(planes);
    } else if (is_codable) {
        write_compressed(&coded.bytes, raw->bytes, raw->size, writer->quality);
        coded.coding = CODING_BROTLI;
    }
    if (coded.coding == CODING_NONE || coded.bytes.size >= raw->size) {
        coded.bytes.size = 0;
        buffer_put(&coded.bytes, raw->bytes, raw->size);
        coded.coding = CODING_NONE;
        coded.deltas = 0;
    }
    return coded;
}

static void put_section(struct writer *writer, enum format_section section, uint8_t *row, struct buffer *body)
{
    struct coded coded = code(writer, section, &writer->sections[section]);

    bytes_store16(row + SECTION_TYPE, (uint16_t)section);
    bytes_store16(row + SECTION_CODING, (uint16_t)coded.coding);
    bytes_store32(row + SECTION_OFFSET, (uint32_t)body->size);
    bytes_store32(row + SECTION_STORED, (uint32_t)coded.bytes.size);
    bytes_store32(row + SECTION_RAW, (uint32_t)coded.raw);
    bytes_store32(row + SECTION_COLUMNS, coded.columns);
    bytes_store32(row + SECTION_DELTAS, coded.deltas);
    bytes_store32(row + SECTION_CRC, crc32c(0, coded.bytes.bytes, coded.bytes.size));
    buffer_put(body, coded.bytes.bytes, coded.bytes.size);
    writer->result->section_size[section] = coded.bytes.size;
    buffer_done(&coded.bytes);
    buffer_done(&writer->sections[section]);
}

static void put_header(uint8_t *header, uint32_t sections, size_t file_size)
{
    memcpy(header, FORMAT_MAGIC, sizeof FORMAT_MAGIC - 1);
    bytes_store16(header + HEADER_MAJOR, FORMAT_MAJOR);
    bytes_store16(header + HEADER_MINOR, FORMAT_MINOR);
    bytes_store32(header + HEADER_FILE_SIZE, (uint32_t)file_size);
    bytes_store32(header + HEADER_SECTIONS, sections);
    bytes_store32(header + HEADER_TABLE_CRC, crc32c(0, header + FORMAT_HEADER_SIZE, (size_t)sections * FORMAT_SECTION_SIZE));
    bytes_store32(header + HEADER_CRC, crc32c(0, header, HEADER_CRC));
}

static bool check_rows(struct writer *writer)
{
    size_t total = 0;

    for (enum format_section section = 1; section < SECTION_TYPES; section++) {
        const struct columns *columns = columns_of(section);

        total += writer->sections[section].size;
        if (columns->width > 0 && rows(writer, section) > columns->rows_max)
            return refuse(writer, writer->draft->at, "a pack holds at most %u rows of the table \"%s\"", columns->rows_max,
                          columns->name);
    }
    if (total > FORMAT_FILE_MAX)
        return refuse(writer, writer->draft->at, "the exhibit does not fit into a pack of 1 GB");
    return true;
}

bool write_sections(struct writer *writer)
{
    struct buffer body = {0};
    uint8_t table[FORMAT_SECTIONS_MAX * FORMAT_SECTION_SIZE] = {0};
    uint32_t count = 0;
    size_t start = FORMAT_HEADER_SIZE;

    buffer_put(&writer->sections[SECTION_NAMES], names_bytes(writer->names)->bytes, names_bytes(writer->names)->size);
    if (!check_rows(writer))
        return false;
    for (enum format_section section = 1; section < SECTION_TYPES; section++)
        start += writer->sections[section].size > 0 ? FORMAT_SECTION_SIZE : 0;
    memset(buffer_reserve(&body, start), 0, start);
    body.size = start;
    for (enum format_section section = 1; section < SECTION_TYPES; section++) {
        if (writer->sections[section].size > 0)
            put_section(writer, section, table + count++ * FORMAT_SECTION_SIZE, &body);
    }
    memcpy(body.bytes + FORMAT_HEADER_SIZE, table, (size_t)count * FORMAT_SECTION_SIZE);
    put_header(body.bytes, count, body.size);
    writer->result->bytes = body.bytes;
    writer->result->size = body.size;
    return true;
}
