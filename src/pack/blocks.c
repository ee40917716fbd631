/*
 * A block unpacks into plain bytes, one break for each byte, spans, and where each text begins. The bytes are read once, in
 * one of two ways that end in the same calls: control bytes inside the text, or plain text with marks beside it.
 */
#include "pack/blocks.h"

#include <brotli/decode.h>
#include <stdlib.h>

#include "pack/crc32c.h"
#include "pack/plain.h"
#include "pack/texts.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

struct text_place {
    uint32_t start, first_span;
};

struct block {
    char *bytes;
    uint8_t *breaks;
    struct pack_span *spans;
    struct text_place *texts; /* one more than there are texts */
    uint32_t text_count;
    size_t size; /* of this allocation, which begins here */
    uint64_t used;
};

struct blocks {
    struct block **rows;
    uint32_t count;
    uint64_t clock;
    size_t size;
    struct block *bad; /* stands for every block that failed, so that it is not tried again */
    bool is_damaged;
};

/* A block as BLOCKS describes it. */
struct packed {
    uint32_t stream, first_text, text_count;
    uint32_t raw, marks_raw, marks_stored, crc, style;
    const uint8_t *stored;
    uint32_t size;
};

/* Fills a block text by text. */
struct filler {
    const struct pack *pack;
    struct block *block;
    uint32_t length, text, span; /* so far */
    uint32_t first_style, style, drawn_style;
    uint8_t gap;
};

struct blocks *blocks_create(uint32_t count)
{
    struct blocks *blocks = calloc(1, sizeof *blocks);

    if (blocks == NULL)
        return NULL;
    blocks->count = count;
    blocks->rows = calloc(count > 0 ? count : 1, sizeof *blocks->rows);
    blocks->bad = calloc(1, sizeof *blocks->bad);
    if (blocks->rows == NULL || blocks->bad == NULL) {
        blocks_destroy(blocks);
        return NULL;
    }
    return blocks;
}

void blocks_destroy(struct blocks *blocks)
{
    if (blocks == NULL)
        return;
    for (uint32_t i = 0; blocks->rows != NULL && i < blocks->count; i++) {
        if (blocks->rows[i] != blocks->bad)
            free(blocks->rows[i]);
    }
    free(blocks->bad);
    free(blocks->rows);
    free(blocks);
}

bool blocks_are_damaged(const struct blocks *blocks)
{
    return blocks->is_damaged;
}

static struct packed packed_of(const struct pack *pack, uint32_t row)
{
    struct packed packed = {
        .stream = table_word(pack, SECTION_BLOCKS, row, BLOCK_STREAM),
        .first_text = table_word(pack, SECTION_BLOCKS, row, BLOCK_FIRST_TEXT),
        .raw = table_word(pack, SECTION_BLOCKS, row, BLOCK_RAW),
        .marks_raw = table_word(pack, SECTION_BLOCKS, row, BLOCK_MARKS_RAW),
        .marks_stored = table_word(pack, SECTION_BLOCKS, row, BLOCK_MARKS_STORED),
        .crc = table_word(pack, SECTION_BLOCKS, row, BLOCK_CRC),
        .style = table_word(pack, SECTION_BLOCKS, row, BLOCK_STYLE),
    };
    uint32_t offset = table_word(pack, SECTION_BLOCKS, row, BLOCK_OFFSET), end;

    packed.stored = pack->tables[SECTION_TEXT].bytes + offset;
    packed.size = table_share_end(pack, SECTION_BLOCKS, row, BLOCK_OFFSET, SECTION_TEXT) - offset;
    end = row + 1 < pack->first_block[packed.stream + 1] ? table_word(pack, SECTION_BLOCKS, row + 1, BLOCK_FIRST_TEXT)
                                                         : texts_in_stream(pack, packed.stream);
    packed.text_count = end - packed.first_text;
    return packed;
}

static bool unpack(const uint8_t *stored, size_t stored_size, uint8_t *raw, size_t raw_size)
{
    size_t size = raw_size;

    return BrotliDecoderDecompress(stored_size, stored, &size, raw) == BROTLI_DECODER_RESULT_SUCCESS && size == raw_size;
}

/* The raw bytes, followed by the raw marks; NULL if they are not what was packed. */
static uint8_t *unpack_raw(const struct packed *packed)
{
    uint8_t *raw = malloc((size_t)packed->raw + packed->marks_raw + 1);
    uint32_t text_stored = packed->size - packed->marks_stored;

    if (raw == NULL)
        return NULL;
    if (!unpack(packed->stored, text_stored, raw, packed->raw)
        || (packed->marks_raw > 0
            && !unpack(packed->stored + text_stored, packed->marks_stored, raw + packed->raw, packed->marks_raw))
        || crc32c(0, raw, (size_t)packed->raw + packed->marks_raw) != packed->crc) {
        free(raw);
        return NULL;
    }
    return raw;
}

/* Room for the bytes, and for a span at each text and at each byte that may change the style. */
static struct block *block_create(const struct packed *packed, const uint8_t *raw)
{
    size_t spans = packed->text_count, texts = (size_t)packed->text_count + 1;
    const uint8_t *changes = packed->marks_raw > 0 ? raw + packed->raw : raw;
    size_t change_count = packed->marks_raw > 0 ? packed->marks_raw : packed->raw;
    struct block *block;
    size_t size;

    for (size_t i = 0; i < change_count; i++)
        spans += (changes[i] & CONTROL_STYLE) == CONTROL_STYLE && (packed->marks_raw > 0 || changes[i] < 0x20);
    size = sizeof *block + spans * sizeof *block->spans + texts * sizeof *block->texts + 2 * (size_t)packed->raw;
    block = malloc(size);
    if (block == NULL)
        return NULL;
    block->size = size;
    block->text_count = packed->text_count;
    block->used = 0;
    block->spans = (struct pack_span *)(block + 1);
    block->texts = (struct text_place *)(block->spans + spans);
    block->bytes = (char *)(block->texts + texts);
    block->breaks = (uint8_t *)block->bytes + packed->raw;
    return block;
}

static struct pack_span span_of(const struct pack *pack, uint32_t style, uint32_t start)
{
    uint32_t look = table_word(pack, SECTION_STYLES, style, STYLE_LOOK);
    struct pack_span span = {
        .start = start,
        .flags = (uint8_t)look,
        .face = (uint8_t)(look >> 8),
        .level = (uint8_t)(look >> 16),
        .language = (uint8_t)(look >> 24),
    };
    uint32_t script = table_word(pack, SECTION_STYLES, style, STYLE_SCRIPT);

    for (int i = 0; i < 4; i++)
        span.script[i] = (char)(script >> 8 * i);
    return span;
}

static void begin_text(struct filler *filler)
{
    filler->block->texts[filler->text] = (struct text_place){filler->length, filler->span};
    filler->style = filler->first_style;
    filler->drawn_style = UINT32_MAX;
}

static bool put_control(struct filler *filler, uint8_t control, uint8_t style)
{
    if (control < CONTROL_STYLE) {
        filler->gap = control;
        return true;
    }
    filler->style = style - 1u;
    return style > 0 && filler->style < table_rows(filler->pack, SECTION_STYLES);
}

static bool put_byte(struct filler *filler, uint8_t byte)
{
    struct block *block = filler->block;
    uint32_t start = block->texts[filler->text].start;

    if (filler->text == block->text_count || (byte > 0 && byte < 0x20))
        return false;
    if (byte > 0 && filler->style != filler->drawn_style) {
        block->spans[filler->span++] = span_of(filler->pack, filler->style, filler->length - start);
        filler->drawn_style = filler->style;
        if (!plain_is_boundary(&byte))
            return false;
    }
    if (filler->gap != 0 && !plain_is_boundary(&byte))
        return false;
    block->bytes[filler->length] = (char)byte;
    block->breaks[filler->length++] = filler->gap;
    filler->gap = 0;
    if (byte == 0) {
        filler->text++;
        begin_text(filler);
    }
    return true;
}

static bool fill_inline(struct filler *filler, const uint8_t *raw, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        bool is_control = raw[i] > 0 && raw[i] <= CONTROL_STYLE;

        if (!is_control) {
            if (!put_byte(filler, raw[i]))
                return false;
        } else if (raw[i] < CONTROL_STYLE) {
            filler->gap = raw[i];
        } else if (++i == size || !put_control(filler, CONTROL_STYLE, raw[i])) {
            return false;
        }
    }
    return true;
}

static bool fill_marked(struct filler *filler, const struct packed *packed, const uint8_t *raw)
{
    const uint8_t *marks = raw + packed->raw;
    size_t at = 0;

    for (size_t m = 0; m < packed->marks_raw; m++) {
        uint8_t control = marks[m] & CONTROL_STYLE;

        for (int skip = marks[m] >> 3; skip > 0; skip--) {
            if (at == packed->raw || !put_byte(filler, raw[at++]))
                return false;
        }
        if (control == CONTROL_STYLE && ++m == packed->marks_raw)
            return false;
        if (control != 0 && !put_control(filler, control, marks[m]))
            return false;
    }
    while (at < packed->raw) {
        if (!put_byte(filler, raw[at++]))
            return false;
    }
    return true;
}

static struct pack_text text_in(const struct block *block, uint32_t text)
{
    const struct text_place *place = &block->texts[text];

    return (struct pack_text){
        .bytes = block->bytes + place->start,
        .length = place[1].start - place->start - 1,
        .breaks = block->breaks + place->start,
        .spans = block->spans + place->first_span,
        .span_count = place[1].first_span - place->first_span,
    };
}

/* Pieces and marks were checked against the stored length of their paragraph; here is that paragraph. */
static bool are_paragraphs(const struct pack *pack, const struct packed *packed, const struct block *block)
{
    uint32_t document = packed->stream - FORMAT_LANGUAGES_MAX;
    uint32_t first = table_word(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH) + packed->first_text;

    for (uint32_t t = 0; t < block->text_count; t++) {
        if (text_in(block, t).length != table_word(pack, SECTION_PARAGRAPHS, first + t, PARAGRAPH_LENGTH))
            return false;
    }
    return true;
}

static bool is_cut_well(const struct pack_text *text, uint32_t start, uint32_t length)
{
    const uint8_t *bytes = (const uint8_t *)text->bytes;

    return plain_is_boundary(bytes + start) && plain_is_boundary(bytes + start + length);
}

/* No piece or mark of these paragraphs begins or ends inside a character. */
static bool are_pieces_whole(const struct pack *pack, const struct packed *packed, const struct block *block)
{
    uint32_t document = packed->stream - FORMAT_LANGUAGES_MAX;
    uint32_t first = table_word(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH) + packed->first_text;

    for (uint32_t p = 0; p < table_rows(pack, SECTION_PIECES); p++) {
        uint32_t paragraph = table_word(pack, SECTION_PIECES, p, PIECE_PARAGRAPH) - first;
        struct pack_text text;
        uint32_t marks_end;

        if (paragraph >= block->text_count)
            continue;
        text = text_in(block, paragraph);
        if (!is_cut_well(&text, table_word(pack, SECTION_PIECES, p, PIECE_START),
                         table_word(pack, SECTION_PIECES, p, PIECE_LENGTH)))
            return false;
        marks_end = table_share_end(pack, SECTION_PIECES, p, PIECE_FIRST_MARK, SECTION_MARKS);
        for (uint32_t m = table_word(pack, SECTION_PIECES, p, PIECE_FIRST_MARK); m < marks_end; m++) {
            if (!is_cut_well(&text, table_word(pack, SECTION_MARKS, m, MARK_START),
                             table_word(pack, SECTION_MARKS, m, MARK_LENGTH)))
                return false;
        }
    }
    return true;
}

static bool fill(const struct pack *pack, const struct packed *packed, const uint8_t *raw, struct block *block)
{
    struct filler filler = {.pack = pack, .block = block, .first_style = packed->style};
    bool is_good;

    begin_text(&filler);
    is_good = packed->marks_raw > 0 ? fill_marked(&filler, packed, raw) : fill_inline(&filler, raw, packed->raw);
    if (!is_good || filler.text != block->text_count || !plain_is_text((const uint8_t *)block->bytes, filler.length))
        return false;
    return packed->stream < FORMAT_LANGUAGES_MAX
        || (are_paragraphs(pack, packed, block) && are_pieces_whole(pack, packed, block));
}

static struct block *block_open(const struct pack *pack, uint32_t row)
{
    struct packed packed = packed_of(pack, row);
    uint8_t *raw = packed.text_count <= packed.raw ? unpack_raw(&packed) : NULL;
    struct block *block = raw != NULL ? block_create(&packed, raw) : NULL;

    if (block != NULL && !fill(pack, &packed, raw, block)) {
        free(block);
        block = NULL;
    }
    free(raw);
    return block;
}

static uint32_t block_of_text(const struct pack *pack, uint32_t stream, uint32_t number)
{
    uint32_t low = pack->first_block[stream], high = pack->first_block[stream + 1];

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (table_word(pack, SECTION_BLOCKS, middle, BLOCK_FIRST_TEXT) <= number)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct pack_text blocks_no_text(void)
{
    static const uint8_t no_breaks[1] = {0};

    return (struct pack_text){.bytes = "", .breaks = no_breaks};
}

struct pack_text blocks_text(struct pack *pack, uint32_t stream, uint32_t number)
{
    struct blocks *blocks = pack->blocks;
    uint32_t row = block_of_text(pack, stream, number);
    struct block *block = blocks->rows[row];

    if (block == NULL) {
        block = block_open(pack, row);
        blocks->is_damaged |= block == NULL;
        block = blocks->rows[row] = block != NULL ? block : blocks->bad;
        blocks->size += block->size;
    }
    number -= table_word(pack, SECTION_BLOCKS, row, BLOCK_FIRST_TEXT);
    if (number >= block->text_count)
        return blocks_no_text();
    block->used = ++blocks->clock;
    return text_in(block, number);
}

static struct block **least_used(struct blocks *blocks)
{
    struct block **least = NULL;

    for (uint32_t i = 0; i < blocks->count; i++) {
        if (blocks->rows[i] != NULL && blocks->rows[i] != blocks->bad
            && (least == NULL || blocks->rows[i]->used < (*least)->used))
            least = &blocks->rows[i];
    }
    return least;
}

void blocks_trim(struct blocks *blocks, size_t budget)
{
    if (blocks->size <= budget)
        return;
    while (blocks->size > budget) {
        struct block **least = least_used(blocks);

        blocks->size -= (*least)->size;
        free(*least);
        *least = NULL;
    }
#ifdef __GLIBC__
    /* Else the library keeps what lies between blocks still in use. */
    malloc_trim(0);
#endif
}
