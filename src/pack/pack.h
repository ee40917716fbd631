/*
 * pack.h - reading a content pack.
 *
 * A pack is one file that holds a whole exhibit. pack_open maps it and checks structure and checksums once; after that
 * every accessor trusts it. Text is unpacked block by block when first asked for. The layout of the file is in format.h.
 *
 * Indices run from 0. An index out of range is a programming error (assert). Strings and records borrowed from a pack
 * live until pack_close, unpacked text until pack_trim or pack_close. A pack is used from one thread.
 */
#ifndef VITRINE_PACK_PACK_H
#define VITRINE_PACK_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pack/strings.h"
#include "pack/text.h"

struct pack;

enum pack_error {
    PACK_OK,
    PACK_UNREADABLE,  /* the file cannot be opened or mapped; errno says why */
    PACK_NOT_A_PACK,  /* the first bytes are not those of a pack */
    PACK_TOO_NEW,     /* written by a newer compiler than this program can read */
    PACK_TRUNCATED,   /* shorter than its header says */
    PACK_CHECKSUM,    /* a stored checksum does not match */
    PACK_STRUCTURE,   /* a count, offset or reference is outside its limits */
    PACK_NO_MEMORY,
};

/* One English sentence for staff, without a full path. Never NULL. */
const char *pack_error_text(enum pack_error error);

/* Opens and validates. On success *out is to be closed with pack_close; on failure it is NULL. */
enum pack_error pack_open(const char *path, struct pack **out);

/* The same for bytes in memory, which stay the caller's and must outlive the pack. */
enum pack_error pack_open_memory(const uint8_t *bytes, size_t size, struct pack **out);

/* Accepts NULL. */
void pack_close(struct pack *pack);

/* True once a text block failed to unpack: the pack must not be shown any longer. Texts of that block read as empty. */
bool pack_is_damaged(const struct pack *pack);

/* Frees unpacked text beyond the budget (PACK_TEXT_BUDGET_BYTES). Call it only when nobody holds a pack_text. */
enum { PACK_TEXT_BUDGET_BYTES = 8 << 20 };
void pack_trim(struct pack *pack);

/* SHA-256 of the file as 64 lower-case hex digits is sign's job; this is the cheap identity of the stored bytes: the checksum of
 * the section table, which covers every section. */
uint32_t pack_identity(const struct pack *pack);

/* ---- dates ---------------------------------------------------------------------------------------------------- */

enum pack_precision {
    PACK_DAY, PACK_NIGHT, PACK_MONTH, PACK_PART_OF_MONTH, PACK_SEASON, PACK_PART_OF_YEAR, PACK_YEAR,
};

enum pack_by { PACK_BY_DOCUMENT, PACK_BY_CONTEXT, PACK_BY_EDITORS };

enum pack_date_flag { PACK_ABOUT = 1, PACK_BEFORE = 2, PACK_AFTER = 4, PACK_UNCERTAIN = 8 };

/* The window a date stands for, in days of the proleptic Gregorian calendar, day 0 = 1 January 1970, both ends included. */
struct pack_date {
    int32_t first_day;
    int32_t last_day;
    enum pack_precision precision;
    enum pack_by by;
    unsigned flags; /* enum pack_date_flag */
};

/* ---- exhibit -------------------------------------------------------------------------------------------------- */

struct pack_exhibit {
    const char *id;
    const char *version;
    int32_t start_day, end_day; /* the span of the exhibit, both included */
    int default_language;
    int languages, lanes, documents, paragraphs, entries, people, places, terms, stories, pictures;
};

struct pack_exhibit pack_exhibit(const struct pack *pack);

struct pack_language {
    const char *tag; /* BCP 47 */
    bool is_right_to_left;
    /* outer and inner quotation marks, UTF-8 */
    const char *quote_open, *quote_close, *inner_open, *inner_close;
};

struct pack_language pack_language(const struct pack *pack, int language);

/* CLDR plural category of a whole number in a language. */
enum pack_plural { PACK_ZERO, PACK_ONE, PACK_TWO, PACK_FEW, PACK_MANY, PACK_OTHER };
enum pack_plural pack_plural(const struct pack *pack, int language, unsigned number);

enum pack_shape { PACK_SQUARE, PACK_TRIANGLE, PACK_CIRCLE, PACK_DIAMOND, PACK_PENTAGON, PACK_CROSS };
enum pack_pattern { PACK_SOLID, PACK_DIAGONAL, PACK_DOTS, PACK_HORIZONTAL, PACK_VERTICAL, PACK_CHECKS };

/* The order in which a missing text is looked for in other interface languages (rule L8); often empty. */
int pack_fallback_count(const struct pack *pack);
int pack_fallback(const struct pack *pack, int k); /* a language */

struct pack_lane {
    const char *id;
    uint32_t colour; /* 0xRRGGBB */
    enum pack_shape shape;
    enum pack_pattern pattern;
    int motif; /* picture, -1 = none */
};

struct pack_lane pack_lane(const struct pack *pack, int lane);

/* ---- documents ------------------------------------------------------------------------------------------------ */

struct pack_document {
    const char *id;
    const char *siglum;       /* one to three letters */
    const char *language_tag; /* may be none of the interface languages */
    int tag;                  /* the same as an index for pack_tag and PACK_TAG_NAME */
    int language;             /* the interface language of that tag, -1 = none */
    bool has_full_text;       /* false: its paragraphs hold only what is quoted */
    const char *licence;      /* SPDX id or "unknown" */
    const char *url, *holder; /* "" = not stated */
    const char *author;       /* "" = not named */
    int first_paragraph, paragraph_count;
};

struct pack_document pack_document(const struct pack *pack, int document);

enum pack_paragraph_kind { PACK_BODY, PACK_HEADING };

struct pack_paragraph {
    int document;
    int number; /* 1-based within the document: the n of "p<n>" */
    enum pack_paragraph_kind kind;
    uint32_t length; /* bytes of the original text */
    /* entries that quote this paragraph: uses[0..use_count), read with pack_paragraph_use */
    int first_use, use_count;
    int first_term, term_count; /* pack_paragraph_term(first_term + k) */
};

struct pack_paragraph pack_paragraph(const struct pack *pack, int paragraph);
int pack_paragraph_use(const struct pack *pack, int use); /* an entry */

/* A term of the glossary that a text uses. */
struct pack_term_use {
    int term;
    unsigned languages; /* bit l: it stands in the text of interface language l */
};

/* Of a paragraph: in its translation into that language, or in the original if that is its language. */
struct pack_term_use pack_paragraph_term(const struct pack *pack, int k);

/* ---- entries -------------------------------------------------------------------------------------------------- */

/* Entries are sorted by start (first_day), then lane, then importance, then id. */
struct pack_entry {
    const char *id;
    int lane;
    int importance; /* 1 (always visible) to 4 (only close up) */
    struct pack_date start, end; /* end equals start for a moment */
    bool is_span;                /* an end is given or open */
    bool open_start, open_end;
    unsigned speaks;  /* bit d: document d is a source of this entry */
    unsigned differs; /* bit d: document d takes part in a disagreement and differs */
    int motif;        /* picture, the lane's if the entry has none */
    int first_statement, statement_count;
    int first_source, source_count;
    int first_disagreement, disagreement_count;
    int first_place, place_count;     /* pack_entry_place(first_place + k) */
    int first_person, person_count;
    int first_related, related_count;
    int first_shown_from, shown_from_count; /* sources that carry the date */
    int first_term, term_count;             /* pack_entry_term(first_term + k), in the order of the text */
};

struct pack_entry pack_entry(const struct pack *pack, int entry);
int pack_entry_find(const struct pack *pack, const char *id); /* -1 = none */
int pack_entry_place(const struct pack *pack, int k);         /* a place */
int pack_entry_person(const struct pack *pack, int k);        /* a person */
int pack_entry_related(const struct pack *pack, int k);       /* an entry */
int pack_entry_shown_from(const struct pack *pack, int k);    /* a source */
struct pack_term_use pack_entry_term(const struct pack *pack, int k); /* of its statements */

struct pack_statement {
    int entry;
    bool is_editors;                   /* carried by the editors, no source */
    int first_source_ref, source_refs; /* pack_statement_source(first_source_ref + k) */
};

struct pack_statement pack_statement(const struct pack *pack, int statement);
int pack_statement_source(const struct pack *pack, int k); /* a source */

/* A source is a quotation: pieces of paragraphs, shown joined by " … ". */
struct pack_source {
    const char *label; /* as in the content folder, "lt-signed" */
    int entry;
    int document;
    int first_piece, piece_count;
    int sentence; /* 1-based sentence of the first piece in its paragraph */
};

struct pack_source pack_source(const struct pack *pack, int source);

/* Bytes [start, start + length) of the original text of a paragraph: whole characters inside it, unless its text reads as
 * empty because its block is damaged. */
struct pack_piece {
    int paragraph;
    uint32_t start, length;
    int first_mark, mark_count;
};

struct pack_piece pack_piece(const struct pack *pack, int piece);

/* Bytes of the paragraph to mark; inside the piece. */
struct pack_mark {
    uint32_t start, length;
};

struct pack_mark pack_mark(const struct pack *pack, int mark);

struct pack_disagreement {
    const char *id;
    int entry;
    int first_answer, answer_count;
};

struct pack_disagreement pack_disagreement(const struct pack *pack, int disagreement);
int pack_disagreement_count(const struct pack *pack);

struct pack_answer {
    int document;
    bool is_silent;
    bool differs;
    bool has_date;
    int source; /* -1 = none */
    struct pack_date date;
    int first_piece, piece_count; /* what shows a silence, read with pack_answer_piece; without marks */
};

struct pack_answer pack_answer(const struct pack *pack, int answer);
struct pack_piece pack_answer_piece(const struct pack *pack, int k);

/* ---- people, places, stories ---------------------------------------------------------------------------------- */

struct pack_person {
    const char *id;
};

struct pack_place {
    const char *id;
    double latitude, longitude; /* degrees, north and east positive */
    int region_km;              /* radius of an area, 0 = a point */
    int inset;                  /* coast inset, -1 = none */
};

struct pack_person pack_person(const struct pack *pack, int person);
struct pack_place pack_place(const struct pack *pack, int place);

/* The same things in the collation order of a language: rank → index. */
int pack_person_sorted(const struct pack *pack, int language, int rank);
int pack_place_sorted(const struct pack *pack, int language, int rank);

const char *pack_term_id(const struct pack *pack, int term);

struct pack_story {
    const char *id;
    int first_stop, stop_count;
};

struct pack_story pack_story(const struct pack *pack, int story);
int pack_stop_entry(const struct pack *pack, int stop); /* an entry */

/* ---- text ----------------------------------------------------------------------------------------------------- */

enum pack_field {
    PACK_ENTRY_SHORT,
    PACK_ENTRY_TITLE,
    PACK_ENTRY_DATE,        /* in words (rule Y9), without brackets */
    PACK_ENTRY_OLD_STYLE,   /* the parenthesis with the Julian date, "" = none */
    PACK_STATEMENT,
    PACK_QUOTATION,         /* index: source; its translation, "" in the document's own language */
    PACK_QUESTION,          /* index: disagreement */
    PACK_SUBLINE,
    PACK_EDITORS,           /* "" = none */
    PACK_ANSWER,            /* index: answer; the big word: day number, month, year or the given words */
    PACK_ANSWER_REST,       /* the rest of its date, with {word} for the big word unless that stands first; "" = none */
    PACK_NOTE,              /* index: answer; the note of its document, "" = none */
    PACK_DOCUMENT_TITLE,
    PACK_DOCUMENT_SHORT,
    PACK_DOCUMENT_KIND,
    PACK_DOCUMENT_NOTE,
    PACK_DOCUMENT_CREDIT,
    PACK_PARAGRAPH,         /* the original; the language asked for does not matter */
    PACK_TRANSLATION,       /* index: paragraph; "" in the document's own language */
    PACK_LANE_NAME,
    PACK_PERSON_NAME,
    PACK_PERSON_ROLE,
    PACK_PLACE_NAME,
    PACK_PLACE_NOW,         /* "" = the same name */
    PACK_TERM,
    PACK_TERM_TEXT,
    PACK_STORY_TITLE,
    PACK_STOP_TEXT,         /* index: stop */
    PACK_MONTH_NAME,        /* index: 0..11 stand-alone, 12..23 abbreviated, label-initial capital as the language has it */
    PACK_WEEKDAY_NAME,      /* index: 0 = Monday .. 6, narrow */
    PACK_TAG_NAME,          /* index: tag; the name of that language in the language asked for */
    PACK_PICTURE_TEXT,      /* index: picture; its description, "" if it only decorates */
    PACK_FIELD_COUNT,
};

/* Always returns a valid text; missing or damaged text is empty. */
struct pack_text pack_text(struct pack *pack, int language, enum pack_field field, int index);

/* A word of the interface. `number` chooses the plural form where the string has forms. */
struct pack_text pack_string(struct pack *pack, int language, enum pack_string_id id, unsigned number);

/* Its key in content/strings/<lang>.yaml. */
const char *pack_string_key(enum pack_string_id id);
bool pack_string_is_plural(const struct pack *pack, enum pack_string_id id);

/* BCP 47 tags of every language that occurs in the pack, interface languages first. */
int pack_tag_count(const struct pack *pack);
const char *pack_tag(const struct pack *pack, int tag);

/* ---- fonts, pictures, coast ----------------------------------------------------------------------------------- */

enum pack_role {
    PACK_DISPLAY, PACK_MUSEUM, PACK_MUSEUM_BOLD, PACK_NARROW, PACK_NARROW_BOLD,
    PACK_DOCUMENT, PACK_DOCUMENT_BOLD, PACK_DOCUMENT_ITALIC, PACK_ROLE_COUNT,
};

struct pack_bytes {
    const uint8_t *bytes;
    size_t size;
};

/* Fallback order; a role has at least one face (the compiler fills an unnamed role with its base role). */
int pack_face_count(const struct pack *pack, enum pack_role role);
struct pack_bytes pack_face(const struct pack *pack, enum pack_role role, int face);

/* Encoded picture (SVG, PNG, JPEG, WebP). The bytes of a face or picture live until pack_close; size 0 = damaged. */
struct pack_bytes pack_picture(const struct pack *pack, int picture);
const char *pack_picture_id(const struct pack *pack, int picture);
int pack_picture_find(const struct pack *pack, const char *id); /* -1 = none */

struct pack_picture_about {
    bool is_decorative;
    const char *credit, *licence; /* "" = not stated */
};

struct pack_picture_about pack_picture_about(const struct pack *pack, int picture);

/* Land as closed rings. Inset -1 is the whole coastline. */
struct pack_ring {
    const int32_t *points; /* longitude, latitude in 1/10 000 degree, alternating */
    int point_count;
};

int pack_ring_count(struct pack *pack, int inset);
struct pack_ring pack_ring(struct pack *pack, int inset, int ring);

/* Where a document speaks: spans of days with a dated statement, sorted, not touching; for "who speaks when". */
struct pack_days {
    int32_t first_day, last_day;
};

int pack_voice_count(const struct pack *pack, int document);
struct pack_days pack_voice(const struct pack *pack, int document, int k);

#endif
