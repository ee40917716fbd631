/*
 * format.h - the layout of a content pack: the specification, then its numbers.
 *
 * All integers are unsigned, little-endian and unaligned; where a column is said to be signed it is two's complement.
 * "crc" is CRC-32C (Castagnoli, reflected, initial and final value ~0). Compressed data are Brotli streams (RFC 7932)
 * that end exactly at their stored size and unpack to exactly their raw size.
 *
 * FILE
 *
 *     header | section table | section 1 | section 2 | ... | section n
 *
 * Sections follow each other without gaps in the order of the table; the last one ends where the file ends. Thus every
 * byte of the file lies under exactly one checksum.
 *
 * HEADER, 32 bytes
 *
 *     offset size
 *      0     8    89 56 50 4B 0D 0A 1A 0A   "\x89VPK\r\n\x1A\n"; fails when a transfer mangles line ends or bit 7
 *      8     2    major version: 1
 *     10     2    minor version: 2
 *     12     4    size of the file in bytes
 *     16     4    number of sections, at most 64
 *     20     4    reserved: zero when written, ignored when read
 *     24     4    crc of the section table
 *     28     4    crc of bytes 0 to 27
 *
 * VERSIONS
 *
 * Bytes 0 to 11 keep their place and meaning in every version. A reader of major version M opens packs of major M and
 * M - 1 and refuses any other; there is none before 1. A change that an old reader could misread (a column with a new
 * meaning, a new value of an enumeration, a new filter) makes a new major version, whose reader keeps the tables of this
 * page for the packs before it. Everything else makes a new minor version: new section types, new columns behind the
 * last column of a table, new bits in a word of flags. A reader therefore skips sections of unknown type (their place and
 * checksum are still checked), ignores columns and bits it does not know, and reads columns that a pack does not have as 0.
 *
 * Minor version 1 added ENTRY_TERMS and PARAGRAPH_TERMS with the columns that lead to them; a pack of minor version 0 says
 * nothing of where its terms occur. Minor version 2 added {word} to the rest of answers, see TEXT; in packs before it every
 * answer stands before its rest.
 *
 * SECTION TABLE, 32 bytes for each section
 *
 *      0     2    type, see TABLES; each type at most once; a table without rows has no section
 *      2     2    coding: 0 stored as it is; 1 Brotli; 2 Brotli over filtered words. Others are refused
 *      4     4    offset in the file
 *      8     4    stored size
 *     12     4    raw size; equals the stored size with coding 0, at most 1 MiB otherwise
 *     16     4    words in a row, 1 to 32; 0 for a section of plain bytes
 *     20     4    coding 2: bit c is set when column c holds differences
 *     24     4    crc of the stored bytes
 *     28     4    reserved: zero when written, ignored when read
 *
 * FILTER (coding 2)
 *
 * The raw section is a matrix of rows x columns words of 4 bytes. First, in each column whose bit is set, every word but
 * the first becomes its difference from the word above, modulo 2^32. Then the bytes are written plane by plane: for each
 * column, for each byte 0 to 3 of its words, that byte of every row from top to bottom.
 *
 * TABLES
 *
 * A section is a table of words (rows of equal length; the number of rows is raw size / 4 / words in a row) or plain bytes
 * (NAMES, TEXT, PAYLOAD). The kinds of column are:
 *
 *     name(x)   offset in NAMES of a NUL-terminated string, at the start of that string
 *     row(T)    a row of T
 *     opt(T)    0 = none, else 1 + a row of T
 *     first(T)  where this row's share of T begins; it ends where the share of the next row begins, or with T. The first
 *               row has 0, the values never fall, and T is empty when this table is. For TEXT and PAYLOAD it counts bytes
 *     day       signed day of the proleptic Gregorian calendar, day 0 = 1 January 1970, -2^28 to 2^28
 *     days      number of days, at most 2^28
 *     bits      several fields; bit 0 is the lowest bit of the word. Bits not named are zero when written, ignored when read
 *     n         a number, with its limit
 *
 *     type  table              columns
 *      1    EXHIBIT            name(id) name(version) day(start) day(end) row(LANGUAGES: default); exactly one row
 *      2    NAMES              UTF-8 without control characters, each string ends with NUL
 *      3    LANGUAGES <= 8     bits(0: right to left) name(outer quote opens) name(closes) name(inner opens) name(closes),
 *                              then 25 words of plural categories: 200 values of 4 bits, the low bits first. Value n is the
 *                              category of n; value 100 + n % 100 that of every n from 100 on (enum pack_plural)
 *      4    TAGS <= 64         name(BCP 47); the first are those of LANGUAGES, in the same order
 *      5    FALLBACKS <= 8     row(LANGUAGES)
 *      6    LANES <= 6         name(id) n(0xRRGGBB) bits(0-3: shape, 4-7: pattern) opt(PICTURES: motif)
 *      7    DOCUMENTS <= 8     name(id) name(siglum) row(TAGS) bits(0: has full text) name(licence) name(url) name(holder)
 *                              name(author) first(PARAGRAPHS) first(VOICES)
 *      8    PARAGRAPHS         bits(0-15: number in the document, from 1; 16-19: kind) n(bytes of the original text)
 *                              first(USES) first(PARAGRAPH_TERMS)
 *      9    USES               row(ENTRIES) that quotes the paragraph
 *     10    VOICES             day(first) days(last - first); within a document sorted, with a gap between any two
 *     11    ENTRIES <= 10^6    name(id)
 *                              bits(0-3: lane, 4-7: importance 1-4, 8: is a span, 9: open start, 10: open end)
 *                              bits(0-8: date kind of the start, 16-24: of the end)
 *                              bits(0-7: documents that speak, 8-15: documents that differ)
 *                              day(start, first) days(start, last - first)
 *                              days(end, first - start's first) days(end, last - first); both 0 unless a span
 *                              opt(PICTURES: motif) first(STATEMENTS) first(SOURCES) first(DISAGREEMENTS)
 *                              first(ENTRY_PLACES) first(ENTRY_PEOPLE) first(ENTRY_RELATED) first(ENTRY_DATED_BY)
 *                              first(ENTRY_TERMS); sorted by start
 *     12    ENTRY_PLACES       row(PLACES)
 *     13    ENTRY_PEOPLE       row(PEOPLE)
 *     14    ENTRY_RELATED      row(ENTRIES)
 *     15    ENTRY_DATED_BY     row(SOURCES) of the same entry: those that carry its date
 *     16    STATEMENTS         first(STATEMENT_SOURCES); one without sources is the editors'
 *     17    STATEMENT_SOURCES  row(SOURCES) of the same entry
 *     18    SOURCES            name(label) bits(0-7: document, 8-31: sentence, from 1) first(PIECES)
 *     19    PIECES             row(PARAGRAPHS) of the source's document, n(start) n(length) first(MARKS)
 *     20    MARKS              n(start) n(length) in the paragraph, inside the piece
 *     21    DISAGREEMENTS      name(id) first(ANSWERS)
 *     22    ANSWERS            bits(0-7: document, 8: silent, 9: differs, 10: has a date, 16-24: date kind)
 *                              opt(SOURCES of the same entry) day(first) days(last - first) first(ANSWER_PIECES)
 *     23    ANSWER_PIECES      row(PARAGRAPHS) of the answer's document, n(start) n(length): what shows its silence
 *     24    PEOPLE <= 65535    name(id)
 *     25    PLACES <= 65535    name(id) n(latitude) n(longitude), signed, 10^-6 degree; n(radius in km <= 20 000)
 *                              n(0 = none, else a row of COASTS but the first)
 *     26    PERSON_ORDER       row(PEOPLE): for each language, rank by rank
 *     27    PLACE_ORDER        row(PLACES): the same
 *     28    TERMS <= 65535     name(id)
 *     29    STORIES <= 4096    name(id) first(STOPS)
 *     30    STOPS              row(ENTRIES)
 *     31    STRINGS <= 4096    name(key) bits(0: has plural forms)
 *     32    STYLES <= 254      bits(0-7: enum pack_span_flag, 8-15: face, 16-23: bidi level <= 126, 24-31: 0 or 1 + row of
 *                              TAGS), then the four letters of the ISO 15924 script as the bytes of a word
 *     33    BLOCKS             n(stream) n(first text) first(TEXT) n(raw size <= 1 MiB) n(raw size of marks <= 4 MiB)
 *                              n(stored size of marks) n(crc of the raw bytes, then of the raw marks) row(STYLES);
 *                              see TEXT
 *     34    TEXT               the stored bytes of the blocks
 *     35    FACES <= 256       n(enum pack_role) row(PAYLOADS); sorted by role, each role at least once
 *     36    PICTURES <= 65535  name(id) row(PAYLOADS) bits(0: decorative) name(credit) name(licence)
 *     37    PAYLOADS           first(PAYLOAD) n(raw size <= 4 MiB, 0 = stored as it is) n(crc of the raw bytes)
 *     38    PAYLOAD            the stored bytes of faces, pictures and coasts; Brotli where a raw size is given
 *     39    COASTS <= 4096     row(PAYLOADS) first(RINGS); the first is the whole coastline
 *     40    RINGS              n(points)
 *     41    ENTRY_TERMS        row(TERMS) bits(0-7: languages whose statements use the term), in the order of the text
 *     42    PARAGRAPH_TERMS    row(TERMS) bits(0-7: languages in which the paragraph uses the term: translated into them, or
 *                              as it stands), in the order of the text
 *
 * A date kind is 9 bits: 0-2 enum pack_precision, 3-4 enum pack_by, 5-8 enum pack_date_flag.
 *
 * A coast unpacks to two numbers for each point of each of its rings: longitude and latitude in 10^-4 degree, each as the
 * difference from the point before (the first of a coast from 0), mapped to 0, -1, 1, -2, 2 ... = 0, 1, 2, 3, 4 ... and
 * written 7 bits to a byte, low bits first, bit 7 set on all bytes but the last, at most 5 bytes. All longitudes stand
 * first, then all latitudes.
 *
 * TEXT
 *
 * Every interface language is a stream of texts (stream = its row) and so is every document (stream = 8 + its row). The
 * blocks of a stream stand together, streams in ascending order; "first text" of the first block is 0 and rises from block
 * to block. A block is a Brotli stream of texts, each followed by NUL. The texts of a document are its paragraphs. Those
 * of a language are, in this order:
 *
 *     for each row of STRINGS one text, or six in the order of enum pack_plural if it has plural forms
 *     24 months (stand-alone, then abbreviated), 7 weekdays from Monday, the name of each row of TAGS
 *     for each lane its name
 *     for each document title, short title, kind, note, credit
 *     for each person name, role; for each place name, name now; for each term the term, its text
 *     for each story its title; for each stop its text; for each picture its description
 *     for each entry short label, title, date, Old Style date
 *     for each entry its statements, the translation of each of its sources, question, subline and editors' note of each of
 *         its disagreements, then answer, rest and note of each answer of all its disagreements
 *     for each paragraph its translation
 * The rest of an answer has {word} where the answer stands in it; without {word} the answer stands before it.
 *
 * Text bytes are UTF-8 without control characters. Before a byte of text may stand, in blocks without marks:
 *
 *     01-06   what may happen in the gap before that byte (enum pack_break); the last one counts
 *     07 s    the text goes on in style s - 1, s from 1 to 255
 *
 * and nothing else below 20 but the NUL that ends the text. Each text begins with the style of its block. In a block with
 * marks (those of documents) the text is plain and the marks are a second Brotli stream behind the first. Each byte m of
 * it skips m >> 3 bytes of the raw text, NULs included, and then does what m & 7 would do there: 0 nothing, 1-6 and 7 as
 * above, 7 followed by s.
 *
 * LIMITS, beside those of the tables: file below 1 GiB; section table 64 rows; coded section raw 1 MiB; text block raw 1 MiB;
 * payload stored 16 MiB; all coded payloads raw 32 MiB; points of all coasts 2^20; name 4096 bytes; paragraphs 65535 in a
 * document; any other table below 2^24 rows.
 */
#ifndef VITRINE_PACK_FORMAT_H
#define VITRINE_PACK_FORMAT_H

#include <stdint.h>

#define FORMAT_MAGIC "\x89VPK\r\n\x1a\n"

enum {
    FORMAT_MAJOR = 1,
    FORMAT_MINOR = 2,
    FORMAT_HEADER_SIZE = 32,
    FORMAT_SECTION_SIZE = 32,

    FORMAT_FILE_MAX = 0x3fffffff,
    FORMAT_SECTIONS_MAX = 64,
    FORMAT_CODED_MAX = 1 << 20,
    FORMAT_BLOCK_MAX = 1 << 20,
    FORMAT_MARKS_MAX = 4 << 20,
    FORMAT_PAYLOAD_MAX = 16 << 20,      /* stored */
    FORMAT_PAYLOAD_RAW_MAX = 4 << 20,   /* where it is coded, */
    FORMAT_PAYLOADS_RAW_MAX = 32 << 20, /* and all of these together */
    FORMAT_POINTS_MAX = 1 << 20,
    FORMAT_NAME_MAX = 4096,
    FORMAT_ROWS_MAX = 1 << 24,
    FORMAT_COLUMNS_MAX = 32,
    FORMAT_LANGUAGES_MAX = 8,
    FORMAT_DOCUMENTS_MAX = 8,
    FORMAT_LANES_MAX = 6,
    FORMAT_TAGS_MAX = 64,
    FORMAT_ENTRIES_MAX = 1000000,
    FORMAT_PARAGRAPHS_MAX = 65535,
    FORMAT_STYLES_MAX = 254,
    FORMAT_FACES_MAX = 256,
    FORMAT_SMALL_MAX = 4096, /* rows of stories, strings, coasts */
    FORMAT_DAY_MAX = 1 << 28,
    FORMAT_PLURALS = 200,
    FORMAT_STREAMS_MAX = FORMAT_LANGUAGES_MAX + FORMAT_DOCUMENTS_MAX,
    FORMAT_SKIP_MAX = 31, /* of one byte of marks */
};

/* Bytes of the header. */
enum {
    HEADER_MAJOR = 8,
    HEADER_MINOR = 10,
    HEADER_FILE_SIZE = 12,
    HEADER_SECTIONS = 16,
    HEADER_TABLE_CRC = 24,
    HEADER_CRC = 28,
};

/* Bytes of a row of the section table. */
enum {
    SECTION_TYPE = 0,
    SECTION_CODING = 2,
    SECTION_OFFSET = 4,
    SECTION_STORED = 8,
    SECTION_RAW = 12,
    SECTION_COLUMNS = 16,
    SECTION_DELTAS = 20,
    SECTION_CRC = 24,
};

enum format_coding { CODING_NONE, CODING_BROTLI, CODING_FILTERED };

enum format_section {
    SECTION_EXHIBIT = 1,
    SECTION_NAMES,
    SECTION_LANGUAGES,
    SECTION_TAGS,
    SECTION_FALLBACKS,
    SECTION_LANES,
    SECTION_DOCUMENTS,
    SECTION_PARAGRAPHS,
    SECTION_USES,
    SECTION_VOICES,
    SECTION_ENTRIES,
    SECTION_ENTRY_PLACES,
    SECTION_ENTRY_PEOPLE,
    SECTION_ENTRY_RELATED,
    SECTION_ENTRY_DATED_BY,
    SECTION_STATEMENTS,
    SECTION_STATEMENT_SOURCES,
    SECTION_SOURCES,
    SECTION_PIECES,
    SECTION_MARKS,
    SECTION_DISAGREEMENTS,
    SECTION_ANSWERS,
    SECTION_ANSWER_PIECES,
    SECTION_PEOPLE,
    SECTION_PLACES,
    SECTION_PERSON_ORDER,
    SECTION_PLACE_ORDER,
    SECTION_TERMS,
    SECTION_STORIES,
    SECTION_STOPS,
    SECTION_STRINGS,
    SECTION_STYLES,
    SECTION_BLOCKS,
    SECTION_TEXT,
    SECTION_FACES,
    SECTION_PICTURES,
    SECTION_PAYLOADS,
    SECTION_PAYLOAD,
    SECTION_COASTS,
    SECTION_RINGS,
    SECTION_ENTRY_TERMS,
    SECTION_PARAGRAPH_TERMS,
    SECTION_TYPES,
};

/* Columns by table. Tables of one column need no names. */
enum { EXHIBIT_ID, EXHIBIT_VERSION, EXHIBIT_START, EXHIBIT_END, EXHIBIT_DEFAULT_LANGUAGE };
enum {
    LANGUAGE_FLAGS,
    LANGUAGE_QUOTE_OPEN,
    LANGUAGE_QUOTE_CLOSE,
    LANGUAGE_INNER_OPEN,
    LANGUAGE_INNER_CLOSE,
    LANGUAGE_PLURALS,
    LANGUAGE_COLUMNS = LANGUAGE_PLURALS + FORMAT_PLURALS / 8
};
enum { LANE_ID, LANE_COLOUR, LANE_LOOK, LANE_MOTIF };
enum {
    DOCUMENT_ID,
    DOCUMENT_SIGLUM,
    DOCUMENT_TAG,
    DOCUMENT_FLAGS,
    DOCUMENT_LICENCE,
    DOCUMENT_URL,
    DOCUMENT_HOLDER,
    DOCUMENT_AUTHOR,
    DOCUMENT_FIRST_PARAGRAPH,
    DOCUMENT_FIRST_VOICE
};
enum { PARAGRAPH_WHAT, PARAGRAPH_LENGTH, PARAGRAPH_FIRST_USE, PARAGRAPH_FIRST_TERM };
enum { VOICE_FIRST, VOICE_DAYS };
enum {
    ENTRY_ID,
    ENTRY_WHAT,
    ENTRY_KINDS,
    ENTRY_VOICES,
    ENTRY_START,
    ENTRY_START_DAYS,
    ENTRY_END,
    ENTRY_END_DAYS,
    ENTRY_MOTIF,
    ENTRY_FIRST_STATEMENT,
    ENTRY_FIRST_SOURCE,
    ENTRY_FIRST_DISAGREEMENT,
    ENTRY_FIRST_PLACE,
    ENTRY_FIRST_PERSON,
    ENTRY_FIRST_RELATED,
    ENTRY_FIRST_DATED_BY,
    ENTRY_FIRST_TERM
};
enum { SOURCE_LABEL, SOURCE_WHERE, SOURCE_FIRST_PIECE };
enum { PIECE_PARAGRAPH, PIECE_START, PIECE_LENGTH, PIECE_FIRST_MARK };
enum { MARK_START, MARK_LENGTH };
enum { DISAGREEMENT_ID, DISAGREEMENT_FIRST_ANSWER };
enum { ANSWER_WHAT, ANSWER_SOURCE, ANSWER_DAY, ANSWER_DAYS, ANSWER_FIRST_PIECE };
enum { PLACE_ID, PLACE_LATITUDE, PLACE_LONGITUDE, PLACE_REGION, PLACE_INSET };
enum { TERM_USE_TERM, TERM_USE_LANGUAGES }; /* ENTRY_TERMS and PARAGRAPH_TERMS */
enum { STORY_ID, STORY_FIRST_STOP };
enum { STRING_KEY, STRING_FLAGS };
enum { STYLE_LOOK, STYLE_SCRIPT };
enum { BLOCK_STREAM, BLOCK_FIRST_TEXT, BLOCK_OFFSET, BLOCK_RAW, BLOCK_MARKS_RAW, BLOCK_MARKS_STORED, BLOCK_CRC, BLOCK_STYLE };
enum { FACE_ROLE, FACE_PAYLOAD };
enum { PICTURE_ID, PICTURE_PAYLOAD, PICTURE_FLAGS, PICTURE_CREDIT, PICTURE_LICENCE };
enum { PAYLOAD_OFFSET, PAYLOAD_RAW, PAYLOAD_CRC };
enum { COAST_PAYLOAD, COAST_FIRST_RING };

/* Bits of the words above. */
enum {
    LANGUAGE_RIGHT_TO_LEFT = 1,
    DOCUMENT_FULL_TEXT = 1,
    PICTURE_DECORATIVE = 1,
    STRING_PLURAL = 1,
    ENTRY_SPAN = 1 << 8,
    ENTRY_OPEN_START = 1 << 9,
    ENTRY_OPEN_END = 1 << 10,
    ANSWER_SILENT = 1 << 8,
    ANSWER_DIFFERS = 1 << 9,
    ANSWER_DATED = 1 << 10,
    DATE_KIND_BITS = 0x1ff,
    DATE_KIND_SHIFT = 16, /* of an entry's end and of an answer */
};

/* Texts of a language by group, in the order of the stream. */
enum {
    TEXTS_PER_PLURAL = 6,
    TEXTS_PER_DOCUMENT = 5,
    TEXTS_PER_LABEL = 4,
    TEXTS_PER_DISAGREEMENT = 3,
    TEXTS_PER_ANSWER = 3,
    TEXTS_MONTHS = 24,
    TEXTS_WEEKDAYS = 7,
};

/* Control bytes inside the text of a block. */
enum { CONTROL_BREAK_LAST = 6, CONTROL_STYLE = 7 };

#endif
