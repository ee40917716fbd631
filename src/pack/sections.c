#include "pack/sections.h"

#include <brotli/decode.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pack/columns.h"
#include "pack/crc32c.h"

/* Pages that were only summed up are given back in steps of this size, so that a large pack never fills the memory. */
enum { RELEASE_STEP = 1 << 20 };

struct stored {
    uint32_t type, coding, offset, size, raw, columns, deltas, crc;
};

void sections_release(const struct pack *pack, const uint8_t *bytes, size_t size)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)bytes + page - 1) / page * page;
    uintptr_t end = ((uintptr_t)bytes + size) / page * page;
    bool is_in_file = bytes >= pack->bytes && bytes < pack->bytes + pack->size;

    if (pack->is_mapped && is_in_file && start < end)
        madvise((void *)start, end - start, MADV_DONTNEED);
}

static uint32_t sum(const struct pack *pack, const uint8_t *bytes, size_t size)
{
    uint32_t crc = 0;

    while (size > 0) {
        size_t step = size < RELEASE_STEP ? size : RELEASE_STEP;

        crc = crc32c(crc, bytes, step);
        if (step == RELEASE_STEP)
            sections_release(pack, bytes, step);
        bytes += step;
        size -= step;
    }
    return crc;
}

static enum pack_error check_magic(const struct pack *pack)
{
    size_t magic = sizeof FORMAT_MAGIC - 1;

    if (memcmp(pack->bytes, FORMAT_MAGIC, pack->size < magic ? pack->size : magic) != 0)
        return PACK_NOT_A_PACK;
    if (pack->size < HEADER_FILE_SIZE)
        return PACK_TRUNCATED;
    if (bytes_load16(pack->bytes + HEADER_MAJOR) > FORMAT_MAJOR)
        return PACK_TOO_NEW;
    return pack->size < FORMAT_HEADER_SIZE ? PACK_TRUNCATED : PACK_OK;
}

static enum pack_error check_header(struct pack *pack)
{
    const uint8_t *header = pack->bytes;
    enum pack_error error = check_magic(pack);
    uint32_t sections, file_size;

    if (error != PACK_OK)
        return error;
    if (crc32c(0, header, HEADER_CRC) != bytes_load32(header + HEADER_CRC))
        return PACK_CHECKSUM;
    sections = bytes_load32(header + HEADER_SECTIONS);
    file_size = bytes_load32(header + HEADER_FILE_SIZE);
    if (pack->size < file_size)
        return PACK_TRUNCATED;
    if (bytes_load16(header + HEADER_MAJOR) != FORMAT_MAJOR || pack->size != file_size || file_size > FORMAT_FILE_MAX
        || sections > FORMAT_SECTIONS_MAX || !bytes_in_range(FORMAT_HEADER_SIZE, sections * FORMAT_SECTION_SIZE, file_size))
        return PACK_STRUCTURE;
    pack->identity = crc32c(0, header + FORMAT_HEADER_SIZE, sections * FORMAT_SECTION_SIZE);
    return pack->identity == bytes_load32(header + HEADER_TABLE_CRC) ? PACK_OK : PACK_CHECKSUM;
}

static struct stored load_stored(const uint8_t *at)
{
    return (struct stored){
        .type = bytes_load16(at + SECTION_TYPE),
        .coding = bytes_load16(at + SECTION_CODING),
        .offset = bytes_load32(at + SECTION_OFFSET),
        .size = bytes_load32(at + SECTION_STORED),
        .raw = bytes_load32(at + SECTION_RAW),
        .columns = bytes_load32(at + SECTION_COLUMNS),
        .deltas = bytes_load32(at + SECTION_DELTAS),
        .crc = bytes_load32(at + SECTION_CRC),
    };
}

static bool is_well_formed(const struct stored *stored)
{
    if (stored->coding > CODING_FILTERED || stored->columns > FORMAT_COLUMNS_MAX)
        return false;
    if (stored->coding == CODING_NONE ? stored->raw != stored->size : stored->raw > FORMAT_CODED_MAX)
        return false;
    if (stored->columns == 0)
        return stored->coding != CODING_FILTERED;
    return stored->raw % (4 * stored->columns) == 0 && stored->raw / (4 * stored->columns) < FORMAT_ROWS_MAX;
}

/* The plane filter of format.h backwards. */
static void unfilter(const struct stored *stored, const uint8_t *planes, uint8_t *out)
{
    uint32_t rows = stored->raw / 4 / stored->columns;

    for (uint32_t c = 0; c < stored->columns; c++) {
        uint32_t above = 0;

        for (uint32_t r = 0; r < rows; r++) {
            const uint8_t *at = planes + (size_t)4 * c * rows + r;
            uint32_t word = at[0] | (uint32_t)at[rows] << 8 | (uint32_t)at[(size_t)2 * rows] << 16
                | (uint32_t)at[(size_t)3 * rows] << 24;

            if (stored->deltas >> c & 1)
                above = word = word + above;
            bytes_store32(out + 4 * ((size_t)r * stored->columns + c), word);
        }
    }
}

static enum pack_error unpack(const struct stored *stored, const uint8_t *bytes, struct table *table)
{
    uint8_t *raw = malloc(stored->raw + 1);
    uint8_t *final = stored->coding == CODING_FILTERED ? malloc(stored->raw + 1) : NULL;
    size_t size = stored->raw;
    enum pack_error error = PACK_OK;

    if (raw == NULL || (stored->coding == CODING_FILTERED && final == NULL))
        error = PACK_NO_MEMORY;
    else if (BrotliDecoderDecompress(stored->size, bytes, &size, raw) != BROTLI_DECODER_RESULT_SUCCESS || size != stored->raw)
        error = PACK_STRUCTURE;
    if (error == PACK_OK && final != NULL) {
        unfilter(stored, raw, final);
        free(raw);
        raw = final;
        final = NULL;
    }
    free(final);
    if (error == PACK_OK)
        table->bytes = table->owned = raw;
    else
        free(raw);
    return error;
}

static enum pack_error open_section(struct pack *pack, const struct stored *stored)
{
    const uint8_t *bytes = pack->bytes + stored->offset;
    const struct columns *columns;
    struct table *table;

    if (sum(pack, bytes, stored->size) != stored->crc)
        return PACK_CHECKSUM;
    if (stored->type == 0 || stored->type >= SECTION_TYPES)
        return PACK_OK;
    table = &pack->tables[stored->type];
    columns = columns_of(stored->type);
    if (table->bytes != NULL || (columns->column == NULL) != (stored->columns == 0))
        return PACK_STRUCTURE;
    table->size = stored->raw;
    table->columns = stored->columns;
    table->rows = stored->columns == 0 ? 0 : stored->raw / 4 / stored->columns;
    if (table->rows > columns->rows_max && stored->columns != 0)
        return PACK_STRUCTURE;
    if (stored->coding != CODING_NONE)
        return unpack(stored, bytes, table);
    table->bytes = bytes;
    return PACK_OK;
}

/* Sections that a pack does not have are read as empty. */
static void fill_absent(struct pack *pack)
{
    for (int type = 1; type < SECTION_TYPES; type++) {
        struct table *table = &pack->tables[type];

        if (table->bytes == NULL)
            *table = (struct table){.bytes = pack->bytes, .columns = columns_of(type)->width};
    }
}

enum pack_error sections_open(struct pack *pack)
{
    enum pack_error error = check_header(pack);
    uint32_t count = error == PACK_OK ? bytes_load32(pack->bytes + HEADER_SECTIONS) : 0;
    uint32_t end = FORMAT_HEADER_SIZE + count * FORMAT_SECTION_SIZE;

    for (uint32_t i = 0; i < count && error == PACK_OK; i++) {
        struct stored stored = load_stored(pack->bytes + FORMAT_HEADER_SIZE + i * FORMAT_SECTION_SIZE);

        if (stored.offset != end || !bytes_in_range(stored.offset, stored.size, pack->size) || !is_well_formed(&stored))
            return PACK_STRUCTURE;
        error = open_section(pack, &stored);
        end += stored.size;
    }
    if (error == PACK_OK && end != pack->size)
        error = PACK_STRUCTURE;
    fill_absent(pack);
    return error;
}

void sections_close(struct pack *pack)
{
    for (int type = 0; type < SECTION_TYPES; type++)
        free(pack->tables[type].owned);
}
