/*
 * load_part.h - what the parts of `load` share: the open folder, reading a checked file, the fields of a YAML map, and the
 * sections of a Markdown file.
 *
 * Whatever comes out of a getter is copied into the draft; trees and sections live until the next load_next_file.
 */
#ifndef VITRINE_COMPILER_LOAD_PART_H
#define VITRINE_COMPILER_LOAD_PART_H

#include "compiler/load.h"
#include "compiler/scratch.h"
#include "compiler/yaml.h"

enum { LOAD_FILE_BYTES_MAX = 4 * 1024 * 1024 };

struct load {
    struct draft *draft;
    struct diag *diag;
    struct scratch *scratch;
    struct load_progress progress;
    const char *folder;
    const char **strings_folders; /* "strings" unless exhibit.yaml names others; later ones change the words of earlier ones */
    int strings_folder_count;
};

/* ---- files ------------------------------------------------------------------------------------------------------ */

struct load_file {
    const char *path;  /* inside the content folder, owned by the draft */
    const char *bytes; /* NUL-terminated, in scratch memory */
    size_t size;
};

enum load_need {
    LOAD_MUST_EXIST,
    LOAD_IS_TRANSLATION, /* without it the rest can still be judged */
    LOAD_MAY_BE_MISSING, /* which is not reported */
};

/* Frees what was read before. */
void load_next_file(struct load *load);

/* Reads a whole file and checks its encoding: UTF-8, NFC, no byte order mark, LF. False when there is nothing to work with;
 * that has been reported, unless a file that may be missing is. */
bool load_read(struct load *load, const char *path, enum load_need need, struct load_file *out);

/* The folders in a folder, sorted by bytes, without those that begin with a dot; *count is 0 when there is no such folder.
 * Owned by the draft. */
const char **load_names_in(struct load *load, const char *path, int *count);

/* Warns of every file in a folder that `is_known` does not know. */
void load_check_files(struct load *load, const char *path, bool (*is_known)(const struct load *load, const char *name));

/* A path made of parts, owned by the draft. */
__attribute__((format(printf, 2, 3))) const char *load_path(struct load *load, const char *format, ...);

/* Reads and parses; NULL when there is nothing to work with. */
const struct yaml *load_yaml(struct load *load, const char *path, enum load_need need, const char **owned_path);

/* The interface language of a file name such as "pt.md" or "pt.yaml"; -1 = none. */
int load_language_of(const struct load *load, const char *name, const char *ending);

/* A language tag of BCP 47 whose language is known. */
bool load_is_tag(const char *tag);

/* The index of a language tag in draft->tags, added when new; -1 when it is none. */
int load_tag(struct load *load, const char *tag);

/* ---- fields ----------------------------------------------------------------------------------------------------- */

struct fields {
    struct load *load;
    const struct yaml *map;
    const char *path;
};

struct draft_at load_at(const char *path, const struct yaml *node);

/* Reports a node that is no map, and every field that is not in `known` (names separated by one space). `what` names the
 * thing in sentences: "a source". */
struct fields fields_open(struct load *load, const char *path, const struct yaml *node, const char *what, const char *known);

/* NULL where the field is missing or null; a needed one is then reported. */
const struct yaml *field_node(const struct fields *fields, const char *key, bool is_needed);
const char *field_text(const struct fields *fields, const char *key, bool is_needed);
const struct yaml *field_list(const struct fields *fields, const char *key, bool is_needed);
const struct yaml *field_map(const struct fields *fields, const char *key, bool is_needed);

/* `otherwise` where the field is missing, wrong or outside [low, high]. */
int field_number(const struct fields *fields, const char *key, int low, int high, int otherwise);
double field_degrees(const struct fields *fields, const char *key, double limit);
bool field_flag(const struct fields *fields, const char *key, bool otherwise);

/* The position of a word in `words` (separated by one space); -1 where it is missing or none of them, which is reported. */
int field_choice(const struct fields *fields, const char *key, const char *words, bool is_needed);

/* The text of a node that must be text; NULL when it is not, which is reported. Owned by the draft. */
const char *load_text(struct load *load, const char *path, const struct yaml *node);
const char **field_texts(const struct fields *fields, const char *key, int *count);
struct draft_ref load_ref(struct load *load, const char *path, const struct yaml *node);
struct draft_ref field_ref(const struct fields *fields, const char *key, bool is_needed);
void field_refs(const struct fields *fields, const char *key, struct draft_refs *out);

/* A map of language → text; languages that are not of the interface are passed over when they are real ones. */
void field_words(const struct fields *fields, const char *key, bool is_needed, struct draft_words *out);

struct draft_date load_date(struct load *load, const char *path, const struct yaml *node, enum pack_by by_otherwise);

/* ---- Markdown --------------------------------------------------------------------------------------------------- */

enum section_kind { SECTION_HEADING, SECTION_PARAGRAPH, SECTION_ITEM };

struct section_mark {
    uint32_t start, length;
};

struct section {
    enum section_kind kind;
    int level; /* of a heading, 1 to 3 */
    int line;
    const char *text; /* without Markdown; lines of one paragraph are joined by a space */
    uint32_t length;
    struct section_mark *marks; /* what stood between ** */
    int mark_count;
};

struct sections {
    struct load *load;
    const char *path;
    const struct yaml *front; /* never NULL; an empty map without front matter */
    struct section *items;
    int count;
};

/* Reads a file of front matter and Markdown. False when there is nothing to work with. */
bool load_sections(struct load *load, const char *path, struct sections *out);

/* The text of a section in the draft, with its marks as PACK_SPAN_MARK spans. */
struct draft_text section_text(const struct sections *sections, const struct section *section);

/* The texts under heading `heading` up to the next one, joined by a space; reports a list where there is no place for
 * one. *next becomes the index behind them. */
struct draft_text section_body(const struct sections *sections, int heading, int *next);

/* The same text without the marks; reports that ** has no meaning there. */
struct draft_text section_plain(const struct sections *sections, struct draft_text text);

struct draft_at section_at(const struct sections *sections, const struct section *section);

/* A field of the front matter as a text. */
struct draft_text load_front(const struct fields *front, const char *key, bool is_needed);

/* ---- the parts -------------------------------------------------------------------------------------------------- */

bool load_exhibit(struct load *load);
void load_strings(struct load *load);
void load_documents(struct load *load);
void load_entries(struct load *load);
void load_names(struct load *load);
void load_stories(struct load *load);
void load_pictures(struct load *load);
void load_spelling(struct load *load);
void load_accepted(struct load *load);

/* Cuts the raw text of a document into paragraphs as its `lines` say. */
void load_paragraphs(struct load *load, struct draft_document *document, const struct fields *fields);

/* Finds the sentences of every paragraph, with the corrections of `sentence_breaks`. */
void load_sentences(struct load *load, struct draft_document *document, const struct fields *fields);

/* Adds the words of <lang>.md to an entry. */
void load_entry_words(struct load *load, struct draft_entry *entry, int language, const char *path);

/* Finds the sources of every statement by its labels; to be called when every language is read. */
void load_statement_sources(struct load *load, struct draft_entry *entry);

#endif
