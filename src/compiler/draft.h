/*
 * draft.h - the exhibit in memory between reading the content folder and writing the pack.
 *
 * `load` fills it from files, `rules` judges it, `dates`, `breaks`, `fonts` and `media` add what the kiosk needs ready-made,
 * `write` turns it into bytes. All strings and arrays are owned by the draft and freed by draft_done. Arrays are plain
 * pointer + count. An optional string that is absent is NULL. References by id keep the id; `load` leaves indices at -1
 * and draft_resolve fills them.
 */
#ifndef VITRINE_COMPILER_DRAFT_H
#define VITRINE_COMPILER_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pack/pack.h"

enum { DRAFT_LANGUAGES_MAX = 8, DRAFT_DOCUMENTS_MAX = 8, DRAFT_LANES_MAX = 6, DRAFT_STATEMENTS_MAX = 9 };

/* Where something was written: the file's path inside the content folder and a 1-based line, 0 = the whole file. */
struct draft_at {
    const char *path;
    int line;
};

/* Linguistic facts of one text, made by `breaks` and `fonts`; index = byte of the text. */
struct draft_text {
    const char *bytes;      /* UTF-8 NFC as the visitor sees it, without Markdown; NULL = not given */
    struct draft_at at;
    uint8_t *breaks;        /* enum pack_break, length + 1; NULL before `breaks` ran or where all are PACK_BREAK_NONE */
    struct pack_span *spans;
    uint32_t span_count;
};

/* The same text in every interface language, in the order of exhibit.languages. */
struct draft_words {
    struct draft_text in[DRAFT_LANGUAGES_MAX];
};

struct draft_date {
    struct draft_at at;
    const char *value; /* "1922-04-16", "1922-04", "1922", "-0044" */
    enum pack_precision precision;
    enum pack_by by;
    unsigned flags;    /* enum pack_date_flag */
    int part;          /* 0 early 1 mid 2 late, for part-of-…; 0 spring … 3 winter for season; else 0 */
    int32_t first_day, last_day; /* filled by `dates` */
};

struct draft_ref {
    const char *id;
    struct draft_at at;
    int index; /* -1 until resolved, and where the id is unknown */
};

struct draft_refs {
    struct draft_ref *items;
    int count;
};

struct draft_list {
    const char **items;
    int count;
};

/* A term that a text uses; made by `terms`. */
struct draft_term_use {
    int term;           /* index in the draft */
    unsigned languages; /* bit per interface language */
};

struct draft_paragraph {
    int number;                    /* n of p<n>, per document */
    enum pack_paragraph_kind kind;
    struct draft_text original;    /* continuation lines joined in; spans carry foreign languages */
    uint32_t file_offset;          /* byte of its first character in the .txt */
    int line;                      /* where that is */
    uint32_t *sentences;           /* byte offsets where sentences start, the first is 0 */
    int sentence_count;
    struct draft_words translation;
    struct draft_term_use *term_uses;
    int term_use_count;
};

struct draft_uncited {
    struct draft_at at;
    int paragraph, sentence; /* 1-based */
    const char *reason;
};

/* A line of the file that is no part of the text: a menu, a licence. */
struct draft_furniture {
    struct draft_at at; /* in the .txt */
    uint32_t file_offset;
    const char *text;
    const char *reason; /* NULL = none given */
};

struct draft_document {
    struct draft_at at;
    const char *id, *siglum, *language;
    const char *author, *licence, *url, *holder; /* NULL = not stated */
    bool has_full_text;
    const char *raw; /* the whole .txt, byte-exact */
    const char *text_path; /* of the .txt, for findings */
    size_t raw_size;
    struct draft_paragraph *paragraphs;
    int paragraph_count;
    struct draft_uncited *uncited;
    int uncited_count;
    struct draft_furniture *furniture; /* in the order of the file */
    int furniture_count;
    struct draft_words title, brief, kind, note, credit;
};

struct draft_piece {
    const char *text; /* as written in entry.yaml */
    struct draft_at at;
    int found;        /* how often the text stands in the document; it should be once */
    int paragraph;    /* index in the document; -1 = not found */
    uint32_t start, length;
};

struct draft_mark {
    const char *text;
    struct draft_at at;
    int piece; /* index in the source; -1 = not found */
    uint32_t start, length; /* in the paragraph */
};

struct draft_source {
    struct draft_at at;
    const char *label;
    struct draft_ref document;
    struct draft_piece *pieces;
    int piece_count;
    struct draft_mark *marks;
    int mark_count;
    struct draft_words translation; /* spans with PACK_SPAN_MARK where the author wrote ** */
};

struct draft_statement {
    struct draft_words text;
    bool is_editors;
    const char **labels[DRAFT_LANGUAGES_MAX]; /* as written in each language */
    int label_count[DRAFT_LANGUAGES_MAX];
    int *sources; /* indices in the entry, from the first language */
    int source_count;
};

struct draft_answer {
    struct draft_at at;
    struct draft_ref document;
    const char *label;     /* NULL = none */
    int source;            /* index in the entry, -1 = none */
    bool is_silent, differs, has_date;
    struct draft_date date;
    struct draft_piece *pieces; /* a quotation that shows a silence */
    int piece_count;
    struct draft_words words, rest; /* ### answer, or made from the date */
    struct draft_words note;
};

struct draft_disagreement {
    struct draft_at at;
    const char *id;
    struct draft_answer *answers;
    int answer_count;
    struct draft_words question, subline, editors;
};

struct draft_entry {
    struct draft_at at;
    const char *id;
    struct draft_ref lane;
    int importance;
    struct draft_date start, end;
    bool has_end, open_start, open_end, old_style;
    const char **shown_from;
    int shown_from_count;
    struct draft_refs places, people, related;
    struct draft_ref motif; /* id NULL = the lane's */
    struct draft_source *sources;
    int source_count;
    struct draft_disagreement *disagreements;
    int disagreement_count;
    struct draft_words brief, title, date, old_style_date;
    struct draft_statement *statements;
    int statement_count;
    int statement_counts[DRAFT_LANGUAGES_MAX]; /* as found in each file, for the comparison */
    struct draft_term_use *term_uses;
    int term_use_count;
};

struct draft_person {
    struct draft_at at;
    const char *id;
    struct draft_words name, role;
    const char **forms;
    int form_count;
};

struct draft_place {
    struct draft_at at;
    const char *id;
    struct draft_words name, now;
    double latitude, longitude;
    int region_km;
    const char *inset; /* NULL = none */
    const char **forms;
    int form_count;
};

struct draft_term {
    struct draft_at at;
    const char *id;
    struct draft_words term, text;
    const char **forms[DRAFT_LANGUAGES_MAX];
    int form_count[DRAFT_LANGUAGES_MAX];
};

struct draft_stop {
    struct draft_ref entry;
    struct draft_words text;
};

struct draft_story {
    struct draft_at at;
    const char *id;
    struct draft_words title;
    struct draft_stop *stops;
    int stop_count;
};

/* A translation and its source as they were when an editor accepted them: checksums. */
struct draft_accepted {
    const char *path, *label;
    uint32_t source, own;
};

struct draft_lane {
    struct draft_at at;
    const char *id;
    uint32_t colour;
    bool is_own_colour; /* written as "#rrggbb", not as a token of the palette */
    enum pack_shape shape;
    enum pack_pattern pattern;
    struct draft_ref motif;
    struct draft_words name; /* string lane.<id> */
};

struct draft_string {
    const char *key;
    bool is_plural;
    struct draft_words forms[6]; /* enum pack_plural; forms[PACK_OTHER] for a plain string */
};

struct draft_language {
    const char *tag;
    bool is_right_to_left;
    const char *quote_open, *quote_close, *inner_open, *inner_close; /* filled by `dates` from CLDR */
    uint8_t plural[200]; /* category of n and, from 100 on, of every n with that n % 100 + 100 */
};

/* A face file of a role, in fallback order. */
struct draft_face {
    struct draft_at at;
    const char *file;   /* as named in exhibit.yaml */
    uint8_t *bytes;     /* the subset, made by `fonts` */
    size_t size;
};

struct draft_role {
    struct draft_face *faces;
    int count; /* 0 = not named: the pack uses the base role */
};

struct draft_picture {
    struct draft_at at;
    const char *id;
    uint8_t *bytes;
    size_t size;
    bool is_decorative;
    struct draft_words alt;
    const char *credit, *licence;
};

struct draft_ring {
    int32_t *points; /* longitude, latitude in 1/10 000 degree */
    int point_count;
};

/* One clipped map; the first is the whole coastline with place NULL. */
struct draft_coast {
    const char *place;
    struct draft_ring *rings;
    int ring_count;
};

struct draft {
    struct draft_at at; /* exhibit.yaml */
    const char *id, *version;
    struct draft_date span_start, span_end;
    bool needs_coverage; /* a sentence that is neither quoted nor left out for a reason is an error */
    struct draft_language languages[DRAFT_LANGUAGES_MAX];
    int language_count, default_language;
    struct draft_ref *fallback; /* language tags */
    int fallback_count;
    bool has_old_style;
    int32_t old_style_until; /* day */
    struct draft_document *documents;
    int document_count;
    struct draft_lane lanes[DRAFT_LANES_MAX];
    int lane_count;
    struct draft_entry *entries; /* sorted by draft_sort before writing */
    int entry_count;
    struct draft_person *people;
    int person_count;
    struct draft_place *places;
    int place_count;
    struct draft_term *terms;
    int term_count;
    struct draft_story *stories;
    int story_count;
    struct draft_string *strings; /* sorted by key */
    int string_count;
    struct draft_role roles[PACK_ROLE_COUNT];
    struct draft_picture *pictures;
    int picture_count;
    struct draft_coast *coasts;
    int coast_count;
    struct draft_words months[24], weekdays[7];
    const char **tags; /* every language that occurs, interface languages first */
    struct draft_words *tag_names;
    int tag_count;
    uint16_t *person_order[DRAFT_LANGUAGES_MAX], *place_order[DRAFT_LANGUAGES_MAX]; /* rank → index, made by `dates` with ICU collation */
    struct draft_list spelling[DRAFT_LANGUAGES_MAX], spelling_names; /* words that are right although no dictionary has them */
    struct draft_accepted *accepted; /* by path and label */
    int accepted_count;
    int unread_files; /* how many files could not be read, so that references between files cannot be judged */
    struct draft_arena *arena;
};

void draft_init(struct draft *draft);
void draft_done(struct draft *draft);

/* Memory that lives as long as the draft; never NULL (the compiler ends with a sentence when memory is out). Zeroed. */
void *draft_alloc(struct draft *draft, size_t size);
char *draft_copy(struct draft *draft, const char *bytes, size_t length);

/* Grows an array of `size`-byte items by one zeroed item and returns it; *items and *count are updated. */
void *draft_append(struct draft *draft, void *items_pointer, int *count, size_t size);

/* Fills every index that is named by id; unknown ids stay -1 for `rules` to report. */
void draft_resolve(struct draft *draft);

/* Sorts entries by start, lane, importance, id and people, places, terms, stories, pictures by id, then resolves again. */
void draft_sort(struct draft *draft);

/* Calls `visit` for every draft_text of the exhibit with its language (-1 = a document's original, then tag says which)
 * and the role that draws it; for `breaks` and `fonts`, which treat all texts alike. */
struct draft_visit {
    struct draft_text *text;
    int language;       /* interface language, -1 = original of a document */
    const char *tag;    /* BCP 47 of the text */
    enum pack_role role;
    bool is_title;      /* no hyphenation (rule Y17) */
};

void draft_each_text(struct draft *draft, void (*visit)(struct draft_visit visit, void *context), void *context);

#endif
