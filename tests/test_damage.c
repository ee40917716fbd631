/*
 * Packs that are not what they should be. Every byte lies under a checksum, so a flipped byte or a cut end is always found;
 * behind right checksums stand words that contradict each other, tried one at a time.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "pack/bytes.h"
#include "repack.h"
#include "sample.h"
#include "touch_all.h"

static int open_sample(void **state)
{
    struct sample *sample = calloc(1, sizeof *sample);

    sample_open(sample);
    *state = sample;
    return 0;
}

static int close_sample(void **state)
{
    sample_close(*state);
    free(*state);
    return 0;
}

/* Opens a copy that ends where the bytes end, so that a sanitizer sees every step beyond. */
static enum pack_error try(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = malloc(size > 0 ? size : 1);
    struct pack *pack;
    enum pack_error error;

    if (size > 0)
        memcpy(copy, bytes, size);
    error = pack_open_memory(copy, size, &pack);
    assert_int_equal(error == PACK_OK, pack != NULL);
    if (pack != NULL)
        touch_all(pack);
    pack_close(pack);
    free(copy);
    return error;
}

static enum pack_error expected_for_flip(size_t at)
{
    if (at < HEADER_MAJOR)
        return PACK_NOT_A_PACK;
    if (at < HEADER_MINOR)
        return PACK_TOO_NEW;
    return PACK_CHECKSUM;
}

static void every_flipped_byte_is_found(void **state)
{
    struct sample *sample = *state;
    uint8_t *bytes = sample->result.bytes;

    for (size_t at = 0; at < sample->result.size; at++) {
        bytes[at] ^= 0xff;
        assert_int_equal(try(bytes, sample->result.size), expected_for_flip(at));
        bytes[at] ^= 0xff;
    }
    assert_int_equal(try(bytes, sample->result.size), PACK_OK);
}

static void every_flipped_bit_is_found(void **state)
{
    struct sample *sample = *state;
    uint8_t *bytes = sample->result.bytes;

    for (size_t at = HEADER_MINOR; at < sample->result.size; at++) {
        uint8_t bit = (uint8_t)(1 << at % 8);

        bytes[at] ^= bit;
        assert_int_equal(try(bytes, sample->result.size), PACK_CHECKSUM);
        bytes[at] ^= bit;
    }
}

static void every_cut_end_is_found(void **state)
{
    struct sample *sample = *state;

    for (size_t size = 0; size < sample->result.size; size++)
        assert_int_equal(try(sample->result.bytes, size), PACK_TRUNCATED);
}

static void bytes_behind_the_end_are_refused(void **state)
{
    struct sample *sample = *state;
    uint8_t *longer = calloc(1, sample->result.size + 1);

    memcpy(longer, sample->result.bytes, sample->result.size);
    assert_int_equal(try(longer, sample->result.size + 1), PACK_STRUCTURE);
    free(longer);
}

static void a_pack_of_raw_sections_opens_and_reads_the_same(void **state)
{
    struct sample *sample = *state;
    struct repack repack = repack_open(sample->pack);
    struct pack *pack;

    assert_true(repack.size > sample->result.size);
    assert_int_equal(pack_open_memory(repack.bytes, repack.size, &pack), PACK_OK);
    assert_string_equal(pack_text(pack, 1, PACK_ENTRY_TITLE, 3).bytes, "The title of treaty pl");
    touch_all(pack);
    pack_close(pack);
    repack_close(&repack);
}

enum { TREATY = 3, LAST = 5 };

struct word {
    const char *name;
    enum format_section section;
    uint32_t row, column, value;
};

/* Each of these words alone makes the pack contradict itself. */
static const struct word words[] = {
    {"exhibit id beyond names", SECTION_EXHIBIT, 0, EXHIBIT_ID, 1 << 30},
    {"exhibit id inside a name", SECTION_EXHIBIT, 0, EXHIBIT_ID, 1},
    {"exhibit ends before it starts", SECTION_EXHIBIT, 0, EXHIBIT_END, (uint32_t)-20000},
    {"exhibit starts before all days", SECTION_EXHIBIT, 0, EXHIBIT_START, 0x80000000u},
    {"default language beyond languages", SECTION_EXHIBIT, 0, EXHIBIT_DEFAULT_LANGUAGE, 3},
    {"quote beyond names", SECTION_LANGUAGES, 1, LANGUAGE_INNER_CLOSE, 1 << 20},
    {"plural category six", SECTION_LANGUAGES, 1, LANGUAGE_PLURALS + 24, 0x60000000},
    {"fallback beyond languages", SECTION_FALLBACKS, 0, 0, 3},
    {"colour of 32 bits", SECTION_LANES, 0, LANE_COLOUR, 0x1000000},
    {"shape beyond cross", SECTION_LANES, 0, LANE_LOOK, PACK_CROSS + 1},
    {"pattern beyond checks", SECTION_LANES, 0, LANE_LOOK, (PACK_CHECKS + 1) << 4},
    {"motif beyond pictures", SECTION_LANES, 0, LANE_MOTIF, 3},
    {"document tag beyond tags", SECTION_DOCUMENTS, 0, DOCUMENT_TAG, 4},
    {"first document does not begin with paragraph 0", SECTION_DOCUMENTS, 0, DOCUMENT_FIRST_PARAGRAPH, 1},
    {"documents share paragraphs backwards", SECTION_DOCUMENTS, 1, DOCUMENT_FIRST_PARAGRAPH, 4},
    {"paragraphs beyond their table", SECTION_DOCUMENTS, 2, DOCUMENT_FIRST_PARAGRAPH, 6},
    {"voices beyond their table", SECTION_DOCUMENTS, 2, DOCUMENT_FIRST_VOICE, 4},
    {"paragraph number 0", SECTION_PARAGRAPHS, 0, PARAGRAPH_WHAT, 0},
    {"paragraph of unknown kind", SECTION_PARAGRAPHS, 0, PARAGRAPH_WHAT, 1 | (PACK_HEADING + 1) << 16},
    {"paragraph shorter than its quotation", SECTION_PARAGRAPHS, 1, PARAGRAPH_LENGTH, 30},
    {"use beyond entries", SECTION_USES, 0, 0, 6},
    {"voice without a gap to the one before", SECTION_VOICES, 2, VOICE_FIRST, (uint32_t)-18899},
    {"voice of a thousand million days", SECTION_VOICES, 0, VOICE_DAYS, 1000000000},
    {"lane beyond lanes", SECTION_ENTRIES, 0, ENTRY_WHAT, 2 | 1 << 4},
    {"importance 0", SECTION_ENTRIES, 0, ENTRY_WHAT, 0},
    {"importance 5", SECTION_ENTRIES, 0, ENTRY_WHAT, 5 << 4},
    {"precision beyond year", SECTION_ENTRIES, 0, ENTRY_KINDS, PACK_YEAR + 1},
    {"date by nobody", SECTION_ENTRIES, 0, ENTRY_KINDS, 3 << 3},
    {"end by nobody", SECTION_ENTRIES, 1, ENTRY_KINDS, 3 << 19},
    {"a fourth of three documents speaks", SECTION_ENTRIES, 0, ENTRY_VOICES, 8},
    {"a fourth of three documents differs", SECTION_ENTRIES, 0, ENTRY_VOICES, 8 << 8},
    {"entries out of order", SECTION_ENTRIES, 0, ENTRY_START, (uint32_t)-17000},
    {"entry day beyond all days", SECTION_ENTRIES, LAST, ENTRY_START, FORMAT_DAY_MAX + 1},
    {"a moment with an end", SECTION_ENTRIES, 0, ENTRY_END, 5},
    {"a moment with a long end", SECTION_ENTRIES, 0, ENTRY_END_DAYS, 5},
    {"a span whose start outlasts its end", SECTION_ENTRIES, 1, ENTRY_START_DAYS, 2000},
    {"entry motif beyond pictures", SECTION_ENTRIES, 0, ENTRY_MOTIF, 3},
    {"statements shared backwards", SECTION_ENTRIES, LAST, ENTRY_FIRST_STATEMENT, 1},
    {"sources beyond their table", SECTION_ENTRIES, LAST, ENTRY_FIRST_SOURCE, 5},
    {"a place beyond places", SECTION_ENTRY_PLACES, 0, 0, 2},
    {"a person beyond people", SECTION_ENTRY_PEOPLE, 0, 0, 2},
    {"a relative beyond entries", SECTION_ENTRY_RELATED, 0, 0, 6},
    {"a date carried by another entry's source", SECTION_ENTRY_DATED_BY, 1, 0, 0},
    {"a statement carried by another entry's source", SECTION_STATEMENT_SOURCES, 0, 0, 0},
    {"a source in a fourth of three documents", SECTION_SOURCES, 0, SOURCE_WHERE, 3 | 1 << 8},
    {"a source in sentence 0", SECTION_SOURCES, 0, SOURCE_WHERE, 1},
    {"a source whose piece is in another document", SECTION_SOURCES, 0, SOURCE_WHERE, 0 | 1 << 8},
    {"a piece in another document", SECTION_PIECES, 0, PIECE_PARAGRAPH, 1},
    {"a piece beyond paragraphs", SECTION_PIECES, 0, PIECE_PARAGRAPH, 5},
    {"a piece that starts behind its paragraph", SECTION_PIECES, 0, PIECE_START, 1000},
    {"a piece that ends behind its paragraph", SECTION_PIECES, 0, PIECE_LENGTH, 1000},
    {"a mark before its piece", SECTION_MARKS, 0, MARK_START, 0},
    {"a mark longer than its piece", SECTION_MARKS, 0, MARK_LENGTH, 100},
    {"an answer of a fourth of three documents", SECTION_ANSWERS, 0, ANSWER_WHAT, 3},
    {"an answer from another entry's source", SECTION_ANSWERS, 0, ANSWER_SOURCE, 1},
    {"an answer of unknown precision", SECTION_ANSWERS, 0, ANSWER_WHAT, 7u << 16},
    {"a silence shown in another document", SECTION_ANSWER_PIECES, 0, PIECE_PARAGRAPH, 0},
    {"a silence shown beyond its paragraph", SECTION_ANSWER_PIECES, 0, PIECE_LENGTH, 1000},
    {"latitude 91", SECTION_PLACES, 0, PLACE_LATITUDE, 91000000},
    {"longitude -181", SECTION_PLACES, 0, PLACE_LONGITUDE, (uint32_t)-181000000},
    {"an area larger than the globe", SECTION_PLACES, 0, PLACE_REGION, 20001},
    {"an inset beyond coasts", SECTION_PLACES, 0, PLACE_INSET, 2},
    {"an order with a third of two people", SECTION_PERSON_ORDER, 3, 0, 2},
    {"an order with a third of two places", SECTION_PLACE_ORDER, 3, 0, 2},
    {"stops beyond their table", SECTION_STORIES, 0, STORY_FIRST_STOP, 1},
    {"a stop beyond entries", SECTION_STOPS, 0, 0, 6},
    {"more texts than there are", SECTION_STRINGS, 0, STRING_KEY, 3},
    {"a style with 127 levels", SECTION_STYLES, 0, STYLE_LOOK, 127 << 16},
    {"a style in an unknown language", SECTION_STYLES, 0, STYLE_LOOK, 5u << 24},
    {"a script of digits", SECTION_STYLES, 0, STYLE_SCRIPT, 0x31313131},
    {"blocks out of order", SECTION_BLOCKS, 0, BLOCK_STREAM, 1},
    {"a block of an unknown stream", SECTION_BLOCKS, 5, BLOCK_STREAM, 99},
    {"a stream that begins with text 1", SECTION_BLOCKS, 0, BLOCK_FIRST_TEXT, 1},
    {"a block beyond the text", SECTION_BLOCKS, 5, BLOCK_OFFSET, 1 << 20},
    {"a block of two megabytes", SECTION_BLOCKS, 0, BLOCK_RAW, 2 << 20},
    {"marks longer than their block", SECTION_BLOCKS, 5, BLOCK_MARKS_STORED, 1 << 20},
    {"a block in an unknown style", SECTION_BLOCKS, 0, BLOCK_STYLE, 99},
    {"faces out of order", SECTION_FACES, 0, FACE_ROLE, 2},
    {"a role without a face", SECTION_FACES, 0, FACE_ROLE, 1},
    {"a face beyond payloads", SECTION_FACES, 0, FACE_PAYLOAD, 99},
    {"a picture beyond payloads", SECTION_PICTURES, 0, PICTURE_PAYLOAD, 99},
    {"a payload beyond its bytes", SECTION_PAYLOADS, 2, PAYLOAD_OFFSET, 1 << 24},
    {"a payload of 5 megabytes", SECTION_PAYLOADS, 3, PAYLOAD_RAW, 5 << 20},
    {"a coast beyond payloads", SECTION_COASTS, 0, COAST_PAYLOAD, 99},
    {"a ring with more points than bytes", SECTION_RINGS, 0, 0, 1000},
    {"a term beyond terms in an entry", SECTION_ENTRY_TERMS, 0, TERM_USE_TERM, 1},
    {"a term beyond terms in a paragraph", SECTION_PARAGRAPH_TERMS, 0, TERM_USE_TERM, 1},
    {"terms of entries shared backwards", SECTION_ENTRIES, LAST, ENTRY_FIRST_TERM, 0},
    {"terms of entries beyond their table", SECTION_ENTRIES, LAST, ENTRY_FIRST_TERM, 2},
    {"terms of paragraphs beyond their table", SECTION_PARAGRAPHS, 4, PARAGRAPH_FIRST_TERM, 3},
};

static void words_that_contradict_each_other_are_refused(void **state)
{
    struct sample *sample = *state;
    struct repack repack = repack_open(sample->pack);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint8_t *at = repack_word(&repack, words[i].section, words[i].row, words[i].column);
        uint32_t before = bytes_load32(at);
        enum pack_error error;

        assert_true(before != words[i].value);
        bytes_store32(at, words[i].value);
        repack_sum(repack.bytes, repack.size);
        error = try(repack.bytes, repack.size);
        if (error != PACK_STRUCTURE)
            print_error("%s: %s\n", words[i].name, pack_error_text(error));
        assert_int_equal(error, PACK_STRUCTURE);
        bytes_store32(at, before);
    }
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_OK);
    repack_close(&repack);
}

/* Any single word may be anything: the pack is refused or can be read through. */
static void any_word_may_be_anything(void **state)
{
    static const uint32_t values[] = {0, 1, 0xff, 0x10000, 0x7fffffff, 0xffffffff};
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    for (size_t at = FORMAT_HEADER_SIZE; at + 4 <= repack.size; at += 4) {
        uint32_t before = bytes_load32(repack.bytes + at);

        bytes_store32(repack.bytes + at, values[at / 4 % 6]);
        repack_sum(repack.bytes, repack.size);
        try(repack.bytes, repack.size);
        bytes_store32(repack.bytes + at, before);
    }
    repack_close(&repack);
}

static uint8_t *section_row(struct repack *repack, enum format_section section)
{
    return repack->bytes + FORMAT_HEADER_SIZE + (size_t)repack->row[section] * FORMAT_SECTION_SIZE;
}

static void a_section_table_that_lies_is_refused(void **state)
{
    static const struct {
        const char *name;
        enum format_section section;
        int offset;
        uint32_t value;
    } cases[] = {
        {"a gap between sections", SECTION_LANES, SECTION_OFFSET, 100},
        {"a section beyond the file", SECTION_RINGS, SECTION_STORED, 0x7fffffff},
        {"a raw section of another size", SECTION_LANES, SECTION_RAW, 4},
        {"33 columns", SECTION_LANES, SECTION_COLUMNS, 33},
        {"rows that do not come out even", SECTION_LANES, SECTION_COLUMNS, 3},
        {"a table without columns", SECTION_LANES, SECTION_COLUMNS, 0},
        {"text with columns", SECTION_TEXT, SECTION_COLUMNS, 1},
    };
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t *at = section_row(&repack, cases[i].section) + cases[i].offset;
        uint32_t before = bytes_load32(at);

        bytes_store32(at, cases[i].value);
        repack_sum(repack.bytes, repack.size);
        if (try(repack.bytes, repack.size) != PACK_STRUCTURE)
            fail_msg("%s", cases[i].name);
        bytes_store32(at, before);
    }
    repack_close(&repack);
}

static void an_unknown_coding_is_refused(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    bytes_store16(section_row(&repack, SECTION_LANES) + SECTION_CODING, CODING_FILTERED + 1);
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_STRUCTURE);
    repack_close(&repack);
}

static void a_section_that_stands_twice_is_refused(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    bytes_store16(section_row(&repack, SECTION_ENTRY_PEOPLE) + SECTION_TYPE, SECTION_ENTRY_PLACES);
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_STRUCTURE);
    repack_close(&repack);
}

static void sections_of_unknown_type_are_passed_over(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);
    struct pack *pack;

    bytes_store16(section_row(&repack, SECTION_FALLBACKS) + SECTION_TYPE, 999);
    bytes_store16(repack.bytes + HEADER_MINOR, FORMAT_MINOR + 1);
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(pack_open_memory(repack.bytes, repack.size, &pack), PACK_OK);
    assert_int_equal(pack_fallback_count(pack), 0);
    touch_all(pack);
    pack_close(pack);
    repack_close(&repack);
}

static void columns_of_a_later_minor_version_are_passed_over(void **state)
{
    struct sample *sample = *state;
    struct repack repack = repack_open(sample->pack);
    uint8_t *row = section_row(&repack, SECTION_FALLBACKS);
    uint32_t at = repack.start[SECTION_FALLBACKS] + 4, rest = (uint32_t)repack.size - at;
    uint8_t *bytes = malloc(repack.size + 4);
    struct pack *pack;

    /* The only row of FALLBACKS grows by a word; every later section moves by four bytes. */
    bytes_store32(row + SECTION_STORED, 8);
    bytes_store32(row + SECTION_RAW, 8);
    bytes_store32(row + SECTION_COLUMNS, 2);
    for (row += FORMAT_SECTION_SIZE; row < repack.bytes + repack.start[SECTION_EXHIBIT]; row += FORMAT_SECTION_SIZE)
        bytes_store32(row + SECTION_OFFSET, bytes_load32(row + SECTION_OFFSET) + 4);
    memcpy(bytes, repack.bytes, at);
    bytes_store32(bytes + at, 0xffffffff);
    memcpy(bytes + at + 4, repack.bytes + at, rest);
    repack_sum(bytes, repack.size + 4);
    assert_int_equal(pack_open_memory(bytes, repack.size + 4, &pack), PACK_OK);
    assert_int_equal(pack_fallback(pack, 0), 1);
    touch_all(pack);
    pack_close(pack);
    free(bytes);
    repack_close(&repack);
}

static void the_next_major_version_is_too_new(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    bytes_store16(repack.bytes + HEADER_MAJOR, FORMAT_MAJOR + 1);
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_TOO_NEW);
    bytes_store16(repack.bytes + HEADER_MAJOR, 0);
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_STRUCTURE);
    repack_close(&repack);
}

static void names_must_be_text_that_ends(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);
    uint8_t *names = repack.bytes + repack.start[SECTION_NAMES];
    uint8_t *last = names + repack.stored[SECTION_NAMES] - 1;

    *last = 'x';
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_STRUCTURE);
    *last = 0;
    names[0] = 0x80;
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(try(repack.bytes, repack.size), PACK_STRUCTURE);
    repack_close(&repack);
}

/* Text is looked at when it is first unpacked: the pack opens, and is known as damaged from then on. */
static void assert_damaged_text(struct repack *repack, enum pack_field field, int index)
{
    struct pack *pack;

    repack_sum(repack->bytes, repack->size);
    assert_int_equal(pack_open_memory(repack->bytes, repack->size, &pack), PACK_OK);
    assert_false(pack_is_damaged(pack));
    assert_string_equal(pack_text(pack, 0, field, index).bytes, "");
    assert_true(pack_is_damaged(pack));
    assert_string_equal(pack_text(pack, 1, PACK_ENTRY_SHORT, 0).bytes, "revolution pl");
    touch_all(pack);
    pack_close(pack);
}

static void a_damaged_text_block_reads_as_empty(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    repack.bytes[repack.start[SECTION_TEXT] + 40] ^= 0x10;
    assert_damaged_text(&repack, PACK_ENTRY_SHORT, 0);
    repack_close(&repack);
}

static void a_paragraph_of_another_length_is_damage(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);

    bytes_store32(repack_word(&repack, SECTION_PARAGRAPHS, 0, PARAGRAPH_LENGTH), 10);
    assert_damaged_text(&repack, PACK_PARAGRAPH, 1);
    repack_close(&repack);
}

static void a_piece_that_cuts_a_character_is_damage(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);
    uint32_t last = 4; /* of document C, whose letters take two bytes */
    uint8_t *length = repack_word(&repack, SECTION_PIECES, last, PIECE_LENGTH);

    bytes_store32(length, bytes_load32(length) - 1);
    assert_damaged_text(&repack, PACK_PARAGRAPH, 3);
    repack_close(&repack);
}

static void a_damaged_picture_has_no_bytes(void **state)
{
    struct repack repack = repack_open(((struct sample *)*state)->pack);
    struct pack *pack;
    int picture;

    repack.bytes[repack.start[SECTION_PAYLOAD] + repack.stored[SECTION_PAYLOAD] - 60] ^= 1;
    repack_sum(repack.bytes, repack.size);
    assert_int_equal(pack_open_memory(repack.bytes, repack.size, &pack), PACK_OK);
    picture = pack_picture(pack, 0).size == 0 ? 0 : 1;
    assert_int_equal(pack_picture(pack, picture).size, 0);
    assert_true(pack_is_damaged(pack));
    pack_close(pack);
    repack_close(&repack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_flipped_byte_is_found),
        cmocka_unit_test(every_flipped_bit_is_found),
        cmocka_unit_test(every_cut_end_is_found),
        cmocka_unit_test(bytes_behind_the_end_are_refused),
        cmocka_unit_test(a_pack_of_raw_sections_opens_and_reads_the_same),
        cmocka_unit_test(words_that_contradict_each_other_are_refused),
        cmocka_unit_test(any_word_may_be_anything),
        cmocka_unit_test(a_section_table_that_lies_is_refused),
        cmocka_unit_test(an_unknown_coding_is_refused),
        cmocka_unit_test(a_section_that_stands_twice_is_refused),
        cmocka_unit_test(sections_of_unknown_type_are_passed_over),
        cmocka_unit_test(columns_of_a_later_minor_version_are_passed_over),
        cmocka_unit_test(the_next_major_version_is_too_new),
        cmocka_unit_test(names_must_be_text_that_ends),
        cmocka_unit_test(a_damaged_text_block_reads_as_empty),
        cmocka_unit_test(a_paragraph_of_another_length_is_damage),
        cmocka_unit_test(a_piece_that_cuts_a_character_is_damage),
        cmocka_unit_test(a_damaged_picture_has_no_bytes),
    };

    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
