/*
 * A block collects the raw bytes of texts (format.h, TEXT). Full blocks wait in a batch; a full batch is compressed by two
 * threads, each block on its own, and written in order, so that the bytes do not depend on the threads.
 */
#include "compiler/write_blocks.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "pack/bytes.h"
#include "pack/crc32c.h"
#include "pack/plain.h"

enum { BATCH = 16 };

struct raw_block {
    struct buffer text, marks, stored;
    uint32_t stream, first_text, style;
    size_t marks_stored;
};

struct blocks_writer {
    struct writer *writer;
    size_t target;
    uint32_t stream, style, plain, next_text;
    uint32_t skip; /* bytes since the last mark of a document */
    bool is_cut;   /* before the next text */
    struct raw_block batch[BATCH];
    int count; /* in the batch; the last one is being filled */
    atomic_int taken;
};

struct blocks_writer *blocks_writer_open(struct writer *writer, size_t target)
{
    struct blocks_writer *blocks = memory_take_zeroed(1, sizeof *blocks);

    blocks->writer = writer;
    blocks->target = target;
    return blocks;
}

static bool is_document(uint32_t stream)
{
    return stream >= FORMAT_LANGUAGES_MAX;
}

/* ---- compressing ---------------------------------------------------------------------------- */

static void *compress_some(void *context)
{
    struct blocks_writer *blocks = context;
    int quality = blocks->writer->quality;

    for (int i = atomic_fetch_add(&blocks->taken, 1); i < blocks->count; i = atomic_fetch_add(&blocks->taken, 1)) {
        struct raw_block *block = &blocks->batch[i];

        write_compressed(&block->stored, block->text.bytes, block->text.size, quality);
        if (block->marks.size > 0)
            block->marks_stored = write_compressed(&block->stored, block->marks.bytes, block->marks.size, quality);
    }
    return NULL;
}

static void put_block(struct writer *writer, struct raw_block *block)
{
    struct write_result *result = writer->result;
    uint32_t crc = crc32c(0, block->text.bytes, block->text.size);

    put(writer, SECTION_BLOCKS, block->stream);
    put(writer, SECTION_BLOCKS, block->first_text);
    put(writer, SECTION_BLOCKS, (uint32_t)writer->sections[SECTION_TEXT].size);
    put(writer, SECTION_BLOCKS, (uint32_t)block->text.size);
    put(writer, SECTION_BLOCKS, (uint32_t)block->marks.size);
    put(writer, SECTION_BLOCKS, (uint32_t)block->marks_stored);
    put(writer, SECTION_BLOCKS, crc32c(crc, block->marks.bytes, block->marks.size));
    put(writer, SECTION_BLOCKS, block->style);
    buffer_put(&writer->sections[SECTION_TEXT], block->stored.bytes, block->stored.size);
    result->text_raw += block->text.size + block->marks.size;
    if (is_document(block->stream)) {
        result->documents_raw += block->text.size;
        result->documents_stored += block->stored.size - block->marks_stored;
        result->documents_marks += block->marks_stored;
    }
    buffer_done(&block->text);
    buffer_done(&block->marks);
    buffer_done(&block->stored);
}

static void flush(struct blocks_writer *blocks)
{
    pthread_t helper;
    bool has_helper;

    atomic_store(&blocks->taken, 0);
    has_helper = blocks->count > 1 && pthread_create(&helper, NULL, compress_some, blocks) == 0;
    compress_some(blocks);
    if (has_helper)
        pthread_join(helper, NULL);
    for (int i = 0; i < blocks->count; i++)
        put_block(blocks->writer, &blocks->batch[i]);
    memset(blocks->batch, 0, sizeof blocks->batch);
    blocks->count = 0;
}

void blocks_writer_close(struct blocks_writer *blocks)
{
    if (blocks == NULL)
        return;
    flush(blocks);
    free(blocks);
}

/* ---- filling -------------------------------------------------------------------------------- */

static struct raw_block *current(struct blocks_writer *blocks)
{
    return &blocks->batch[blocks->count - 1];
}

static void cut(struct blocks_writer *blocks)
{
    if (blocks->count == BATCH)
        flush(blocks);
    blocks->batch[blocks->count++] = (struct raw_block){
        .stream = blocks->stream, .first_text = blocks->next_text, .style = blocks->style};
    blocks->skip = 0;
    blocks->is_cut = false;
}

void blocks_begin(struct blocks_writer *blocks, uint32_t stream, uint32_t style, uint32_t plain)
{
    blocks->stream = stream;
    blocks->style = style;
    blocks->plain = plain;
    blocks->next_text = 0;
    blocks->is_cut = true;
}

void blocks_cut(struct blocks_writer *blocks)
{
    blocks->is_cut = true;
}

void blocks_may_cut(struct blocks_writer *blocks)
{
    blocks->is_cut |= blocks->count > 0 && current(blocks)->text.size >= blocks->target;
}

uint32_t blocks_style(struct writer *writer, const struct pack_span *span)
{
    const struct buffer *styles = &writer->sections[SECTION_STYLES];
    uint32_t look = span->flags | (uint32_t)span->face << 8 | (uint32_t)span->level << 16 | (uint32_t)span->language << 24;
    uint32_t script = bytes_load32((const uint8_t *)span->script);
    uint32_t count = rows(writer, SECTION_STYLES);

    for (uint32_t row = 0; row < count; row++) {
        if (bytes_load32(styles->bytes + (size_t)8 * row) == look
            && bytes_load32(styles->bytes + (size_t)8 * row + 4) == script)
            return row;
    }
    if (count == FORMAT_STYLES_MAX)
        return UINT32_MAX;
    put(writer, SECTION_STYLES, look);
    put(writer, SECTION_STYLES, script);
    return count;
}

/* What happens in front of one byte of a text. */
struct gap {
    uint8_t control; /* enum pack_break */
    bool has_style;
    uint32_t style;
};

/* Walks through the gaps of a text. */
struct gaps {
    const struct blocks_writer *blocks;
    const struct draft_text *text;
    uint32_t span;         /* the next one */
    uint32_t style, drawn; /* of the text here, and what the reader believes so far */
};

static struct gap next_gap(struct gaps *gaps, uint32_t at)
{
    const struct draft_text *text = gaps->text;
    struct gap gap = {.control = text->breaks != NULL ? text->breaks[at] : 0};

    for (; gaps->span < text->span_count && text->spans[gaps->span].start <= at; gaps->span++)
        gaps->style = blocks_style(gaps->blocks->writer, &text->spans[gaps->span]);
    gap.style = gaps->style;
    gap.has_style = gaps->style != gaps->drawn;
    gaps->drawn = gaps->style;
    return gap;
}

static void put_inline(struct buffer *raw, struct gap gap)
{
    if (gap.has_style) {
        buffer_put_byte(raw, CONTROL_STYLE);
        buffer_put_byte(raw, (uint8_t)(gap.style + 1));
    }
    if (gap.control != 0)
        buffer_put_byte(raw, gap.control);
}

static void put_mark(struct blocks_writer *blocks, struct buffer *marks, uint8_t control)
{
    for (; blocks->skip > FORMAT_SKIP_MAX; blocks->skip -= FORMAT_SKIP_MAX)
        buffer_put_byte(marks, FORMAT_SKIP_MAX << 3);
    buffer_put_byte(marks, (uint8_t)(blocks->skip << 3 | control));
    blocks->skip = 0;
}

static void put_apart(struct blocks_writer *blocks, struct buffer *marks, struct gap gap)
{
    if (gap.has_style) {
        put_mark(blocks, marks, CONTROL_STYLE);
        buffer_put_byte(marks, (uint8_t)(gap.style + 1));
    }
    if (gap.control != 0)
        put_mark(blocks, marks, gap.control);
    blocks->skip++;
}

/* Most texts of a large exhibit have nothing to mark. */
static bool is_bare(const struct blocks_writer *blocks, const struct draft_text *text, uint32_t length)
{
    uint32_t style = text->span_count > 0 ? blocks_style(blocks->writer, &text->spans[0]) : blocks->plain;

    if (text->span_count > 1 || style != blocks->style)
        return false;
    for (uint32_t i = 0; text->breaks != NULL && i <= length; i++) {
        if (text->breaks[i] != 0)
            return false;
    }
    return true;
}

static void fill(struct blocks_writer *blocks, const struct draft_text *text, uint32_t length)
{
    struct raw_block *block = current(blocks);
    struct gaps gaps = {.blocks = blocks, .text = text, .style = blocks->plain, .drawn = blocks->style};

    if (!is_document(block->stream) && is_bare(blocks, text, length)) {
        buffer_put(&block->text, text->bytes, (size_t)length + 1);
        return;
    }
    for (uint32_t at = 0; at <= length; at++) {
        struct gap gap = next_gap(&gaps, at);

        if (at == length)
            gap.has_style = false;
        if (is_document(block->stream))
            put_apart(blocks, &block->marks, gap);
        else
            put_inline(&block->text, gap);
        buffer_put_byte(&block->text, (uint8_t)text->bytes[at]);
    }
}

static bool has_styles(struct writer *writer, const struct draft_text *text)
{
    for (uint32_t s = 0; s < text->span_count; s++) {
        if (blocks_style(writer, &text->spans[s]) == UINT32_MAX)
            return refuse(writer, text->at, "the exhibit has more than %d combinations of face, language and script",
                          FORMAT_STYLES_MAX);
    }
    return true;
}

bool blocks_put(struct blocks_writer *blocks, const struct draft_text *text)
{
    static const struct draft_text missing = {.bytes = ""};
    size_t length, most;

    text = text->bytes != NULL ? text : &missing;
    length = strlen(text->bytes);
    most = 2 * (length + 1) + 2 * (size_t)text->span_count;
    if (most > FORMAT_BLOCK_MAX)
        return refuse(blocks->writer, text->at, "the text is too long");
    if (!plain_is_text((const uint8_t *)text->bytes, length))
        return refuse(blocks->writer, text->at, "the text holds bytes that are not plain UTF-8 text");
    if (!has_styles(blocks->writer, text))
        return false;
    if (blocks->is_cut || current(blocks)->text.size + most > FORMAT_BLOCK_MAX)
        cut(blocks);
    fill(blocks, text, (uint32_t)length);
    blocks->next_text++;
    return true;
}
