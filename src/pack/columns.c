#include "pack/columns.h"

#include <stddef.h>

/* clang-format off */
#define BITS {COLUMN_BITS, 0, 0}
#define NUMBER(max) {COLUMN_NUMBER, 0, max}
#define DAYS NUMBER(FORMAT_DAY_MAX)
#define NAME {COLUMN_NAME, SECTION_NAMES, 0}
#define ROW(table) {COLUMN_ROW, SECTION_##table, 0}
#define OPTION(table) {COLUMN_OPTION, SECTION_##table, 0}
#define FIRST(table) {COLUMN_FIRST, SECTION_##table, 0}
#define DAY {COLUMN_DAY, 0, 0}

static const struct column exhibit[] = {NAME, NAME, DAY, DAY, ROW(LANGUAGES)};
static const struct column language[] = {BITS, NAME, NAME, NAME, NAME};
static const struct column tag[] = {NAME};
static const struct column fallback[] = {ROW(LANGUAGES)};
static const struct column lane[] = {NAME, NUMBER(0xffffff), BITS, OPTION(PICTURES)};
static const struct column document[] = {
    NAME, NAME, ROW(TAGS), BITS, NAME, NAME, NAME, NAME, FIRST(PARAGRAPHS), FIRST(VOICES)};
static const struct column paragraph[] = {BITS, NUMBER(FORMAT_BLOCK_MAX), FIRST(USES), FIRST(PARAGRAPH_TERMS)};
static const struct column use[] = {ROW(ENTRIES)};
static const struct column voice[] = {DAY, DAYS};
static const struct column entry[] = {
    NAME, BITS, BITS, BITS, DAY, DAYS, DAYS, DAYS, OPTION(PICTURES), FIRST(STATEMENTS), FIRST(SOURCES),
    FIRST(DISAGREEMENTS), FIRST(ENTRY_PLACES), FIRST(ENTRY_PEOPLE), FIRST(ENTRY_RELATED), FIRST(ENTRY_DATED_BY),
    FIRST(ENTRY_TERMS)};
static const struct column entry_place[] = {ROW(PLACES)};
static const struct column entry_person[] = {ROW(PEOPLE)};
static const struct column entry_related[] = {ROW(ENTRIES)};
static const struct column entry_dated_by[] = {ROW(SOURCES)};
static const struct column statement[] = {FIRST(STATEMENT_SOURCES)};
static const struct column statement_source[] = {ROW(SOURCES)};
static const struct column source[] = {NAME, BITS, FIRST(PIECES)};
static const struct column piece[] = {
    ROW(PARAGRAPHS), NUMBER(FORMAT_BLOCK_MAX), NUMBER(FORMAT_BLOCK_MAX), FIRST(MARKS)};
static const struct column mark[] = {NUMBER(FORMAT_BLOCK_MAX), NUMBER(FORMAT_BLOCK_MAX)};
static const struct column disagreement[] = {NAME, FIRST(ANSWERS)};
static const struct column answer[] = {BITS, OPTION(SOURCES), DAY, DAYS, FIRST(ANSWER_PIECES)};
static const struct column answer_piece[] = {
    ROW(PARAGRAPHS), NUMBER(FORMAT_BLOCK_MAX), NUMBER(FORMAT_BLOCK_MAX)};
static const struct column person[] = {NAME};
static const struct column place[] = {NAME, BITS, BITS, NUMBER(20000), NUMBER(FORMAT_ROWS_MAX)};
static const struct column person_order[] = {ROW(PEOPLE)};
static const struct column place_order[] = {ROW(PLACES)};
static const struct column term[] = {NAME};
static const struct column entry_term[] = {ROW(TERMS), BITS};
static const struct column paragraph_term[] = {ROW(TERMS), BITS};
static const struct column story[] = {NAME, FIRST(STOPS)};
static const struct column stop[] = {ROW(ENTRIES)};
static const struct column string[] = {NAME, BITS};
static const struct column style[] = {BITS, BITS};
static const struct column block[] = {
    NUMBER(FORMAT_STREAMS_MAX - 1), NUMBER(UINT32_MAX), FIRST(TEXT), NUMBER(FORMAT_BLOCK_MAX),
    NUMBER(FORMAT_MARKS_MAX), NUMBER(FORMAT_FILE_MAX), BITS, ROW(STYLES)};
static const struct column face[] = {NUMBER(FORMAT_ROWS_MAX), ROW(PAYLOADS)};
static const struct column picture[] = {NAME, ROW(PAYLOADS), BITS, NAME, NAME};
static const struct column payload[] = {FIRST(PAYLOAD), NUMBER(FORMAT_PAYLOAD_RAW_MAX), BITS};
static const struct column coast[] = {ROW(PAYLOADS), FIRST(RINGS)};
static const struct column ring[] = {NUMBER(FORMAT_POINTS_MAX)};

#define COUNT(array) (sizeof array / sizeof *array)
#define TABLE(columns, rows) {#columns, columns, COUNT(columns), COUNT(columns), rows}
#define PLAIN(name) {name, NULL, 0, 0, 0}

static const struct columns all[SECTION_TYPES] = {
    [SECTION_EXHIBIT] = TABLE(exhibit, 1),
    [SECTION_NAMES] = PLAIN("names"),
    [SECTION_LANGUAGES] = {"language", language, COUNT(language), LANGUAGE_COLUMNS, FORMAT_LANGUAGES_MAX},
    [SECTION_TAGS] = TABLE(tag, FORMAT_TAGS_MAX),
    [SECTION_FALLBACKS] = TABLE(fallback, FORMAT_LANGUAGES_MAX),
    [SECTION_LANES] = TABLE(lane, FORMAT_LANES_MAX),
    [SECTION_DOCUMENTS] = TABLE(document, FORMAT_DOCUMENTS_MAX),
    [SECTION_PARAGRAPHS] = TABLE(paragraph, FORMAT_DOCUMENTS_MAX * FORMAT_PARAGRAPHS_MAX),
    [SECTION_USES] = TABLE(use, FORMAT_ROWS_MAX),
    [SECTION_VOICES] = TABLE(voice, FORMAT_ROWS_MAX),
    [SECTION_ENTRIES] = TABLE(entry, FORMAT_ENTRIES_MAX),
    [SECTION_ENTRY_PLACES] = TABLE(entry_place, FORMAT_ROWS_MAX),
    [SECTION_ENTRY_PEOPLE] = TABLE(entry_person, FORMAT_ROWS_MAX),
    [SECTION_ENTRY_RELATED] = TABLE(entry_related, FORMAT_ROWS_MAX),
    [SECTION_ENTRY_DATED_BY] = TABLE(entry_dated_by, FORMAT_ROWS_MAX),
    [SECTION_STATEMENTS] = TABLE(statement, FORMAT_ROWS_MAX),
    [SECTION_STATEMENT_SOURCES] = TABLE(statement_source, FORMAT_ROWS_MAX),
    [SECTION_SOURCES] = TABLE(source, FORMAT_ROWS_MAX),
    [SECTION_PIECES] = TABLE(piece, FORMAT_ROWS_MAX),
    [SECTION_MARKS] = TABLE(mark, FORMAT_ROWS_MAX),
    [SECTION_DISAGREEMENTS] = TABLE(disagreement, FORMAT_ROWS_MAX),
    [SECTION_ANSWERS] = TABLE(answer, FORMAT_ROWS_MAX),
    [SECTION_ANSWER_PIECES] = TABLE(answer_piece, FORMAT_ROWS_MAX),
    [SECTION_PEOPLE] = TABLE(person, UINT16_MAX),
    [SECTION_PLACES] = TABLE(place, UINT16_MAX),
    [SECTION_PERSON_ORDER] = TABLE(person_order, FORMAT_LANGUAGES_MAX * UINT16_MAX),
    [SECTION_PLACE_ORDER] = TABLE(place_order, FORMAT_LANGUAGES_MAX * UINT16_MAX),
    [SECTION_TERMS] = TABLE(term, UINT16_MAX),
    [SECTION_STORIES] = TABLE(story, FORMAT_SMALL_MAX),
    [SECTION_STOPS] = TABLE(stop, FORMAT_ROWS_MAX),
    [SECTION_STRINGS] = TABLE(string, FORMAT_SMALL_MAX),
    [SECTION_STYLES] = TABLE(style, FORMAT_STYLES_MAX),
    [SECTION_BLOCKS] = TABLE(block, FORMAT_ROWS_MAX),
    [SECTION_TEXT] = PLAIN("text"),
    [SECTION_FACES] = TABLE(face, FORMAT_FACES_MAX),
    [SECTION_PICTURES] = TABLE(picture, UINT16_MAX),
    [SECTION_PAYLOADS] = TABLE(payload, FORMAT_ROWS_MAX),
    [SECTION_PAYLOAD] = PLAIN("payload"),
    [SECTION_COASTS] = TABLE(coast, FORMAT_SMALL_MAX),
    [SECTION_RINGS] = TABLE(ring, FORMAT_ROWS_MAX),
    [SECTION_ENTRY_TERMS] = TABLE(entry_term, FORMAT_ROWS_MAX),
    [SECTION_PARAGRAPH_TERMS] = TABLE(paragraph_term, FORMAT_ROWS_MAX),
};
/* clang-format on */

const struct columns *columns_of(enum format_section section)
{
    return &all[section];
}

uint32_t columns_deltas(enum format_section section)
{
    uint32_t deltas = 0;

    for (uint32_t c = 0; c < all[section].count; c++) {
        enum column_kind kind = all[section].column[c].kind;

        if (kind == COLUMN_NAME || kind == COLUMN_ROW || kind == COLUMN_FIRST || kind == COLUMN_DAY)
            deltas |= UINT32_C(1) << c;
    }
    return deltas;
}
