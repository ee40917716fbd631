/*
 * Rows of tables as the structs of pack.h. All of it was checked when the pack was opened.
 */
#include <string.h>

#include "pack/inside.h"

/* A row number that the caller promised. */
static uint32_t row_of(const struct pack *pack, enum format_section section, int index)
{
    assert(index >= 0 && (uint32_t)index < table_rows(pack, section));
    (void)pack;
    (void)section;
    return (uint32_t)index;
}

/* The only word of a one-column table. */
static int single(const struct pack *pack, enum format_section section, int index)
{
    return (int)table_word(pack, section, row_of(pack, section, index), 0);
}

static int rows(const struct pack *pack, enum format_section section)
{
    return (int)table_rows(pack, section);
}

/* A row's share of another table, as pack.h tells it. */
static void share(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column,
                  enum format_section target, int *first, int *count)
{
    uint32_t from = table_word(pack, section, row, column);

    *first = (int)from;
    *count = (int)(table_share_end(pack, section, row, column, target) - from);
}

/* Words of kind opt. */
static int option(uint32_t word)
{
    return (int)word - 1;
}

static struct pack_date date_of(uint32_t kind, int32_t first, uint32_t days)
{
    return (struct pack_date){
        .first_day = first,
        .last_day = first + (int32_t)days,
        .precision = kind & 7,
        .by = kind >> 3 & 3,
        .flags = kind >> 5 & 15,
    };
}

/* ---- exhibit -------------------------------------------------------------------------------- */

struct pack_exhibit pack_exhibit(const struct pack *pack)
{
    return (struct pack_exhibit){
        .id = table_name(pack, SECTION_EXHIBIT, 0, EXHIBIT_ID),
        .version = table_name(pack, SECTION_EXHIBIT, 0, EXHIBIT_VERSION),
        .start_day = (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_START),
        .end_day = (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_END),
        .default_language = (int)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_DEFAULT_LANGUAGE),
        .languages = rows(pack, SECTION_LANGUAGES),
        .lanes = rows(pack, SECTION_LANES),
        .documents = rows(pack, SECTION_DOCUMENTS),
        .paragraphs = rows(pack, SECTION_PARAGRAPHS),
        .entries = rows(pack, SECTION_ENTRIES),
        .people = rows(pack, SECTION_PEOPLE),
        .places = rows(pack, SECTION_PLACES),
        .terms = rows(pack, SECTION_TERMS),
        .stories = rows(pack, SECTION_STORIES),
        .pictures = rows(pack, SECTION_PICTURES),
    };
}

struct pack_language pack_language(const struct pack *pack, int language)
{
    uint32_t row = row_of(pack, SECTION_LANGUAGES, language);

    return (struct pack_language){
        .tag = pack_tag(pack, language),
        .is_right_to_left = table_word(pack, SECTION_LANGUAGES, row, LANGUAGE_FLAGS) & LANGUAGE_RIGHT_TO_LEFT,
        .quote_open = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_QUOTE_OPEN),
        .quote_close = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_QUOTE_CLOSE),
        .inner_open = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_INNER_OPEN),
        .inner_close = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_INNER_CLOSE),
    };
}

enum pack_plural pack_plural(const struct pack *pack, int language, unsigned number)
{
    unsigned n = number < 100 ? number : 100 + number % 100;
    uint32_t word = table_word(pack, SECTION_LANGUAGES, row_of(pack, SECTION_LANGUAGES, language), LANGUAGE_PLURALS + n / 8);

    return word >> 4 * (n % 8) & 15;
}

int pack_fallback_count(const struct pack *pack)
{
    return rows(pack, SECTION_FALLBACKS);
}

int pack_fallback(const struct pack *pack, int k)
{
    return single(pack, SECTION_FALLBACKS, k);
}

int pack_tag_count(const struct pack *pack)
{
    return rows(pack, SECTION_TAGS);
}

const char *pack_tag(const struct pack *pack, int tag)
{
    return table_name(pack, SECTION_TAGS, row_of(pack, SECTION_TAGS, tag), 0);
}

struct pack_lane pack_lane(const struct pack *pack, int lane)
{
    uint32_t row = row_of(pack, SECTION_LANES, lane);
    uint32_t look = table_word(pack, SECTION_LANES, row, LANE_LOOK);

    return (struct pack_lane){
        .id = table_name(pack, SECTION_LANES, row, LANE_ID),
        .colour = table_word(pack, SECTION_LANES, row, LANE_COLOUR),
        .shape = look & 15,
        .pattern = look >> 4 & 15,
        .motif = option(table_word(pack, SECTION_LANES, row, LANE_MOTIF)),
    };
}

/* ---- documents ------------------------------------------------------------------------------ */

struct pack_document pack_document(const struct pack *pack, int document)
{
    uint32_t row = row_of(pack, SECTION_DOCUMENTS, document);
    int tag = (int)table_word(pack, SECTION_DOCUMENTS, row, DOCUMENT_TAG);
    struct pack_document view = {
        .id = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_ID),
        .siglum = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_SIGLUM),
        .language_tag = pack_tag(pack, tag),
        .tag = tag,
        .language = tag < rows(pack, SECTION_LANGUAGES) ? tag : -1,
        .has_full_text = table_word(pack, SECTION_DOCUMENTS, row, DOCUMENT_FLAGS) & DOCUMENT_FULL_TEXT,
        .licence = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_LICENCE),
        .url = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_URL),
        .holder = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_HOLDER),
        .author = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_AUTHOR),
    };

    share(pack, SECTION_DOCUMENTS, row, DOCUMENT_FIRST_PARAGRAPH, SECTION_PARAGRAPHS, &view.first_paragraph,
          &view.paragraph_count);
    return view;
}

struct pack_paragraph pack_paragraph(const struct pack *pack, int paragraph)
{
    uint32_t row = row_of(pack, SECTION_PARAGRAPHS, paragraph);
    uint32_t what = table_word(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_WHAT);
    struct pack_paragraph view = {
        .document = (int)table_owner(pack, SECTION_DOCUMENTS, DOCUMENT_FIRST_PARAGRAPH, row),
        .number = (int)(what & 0xffff),
        .kind = what >> 16 & 15,
        .length = table_word(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_LENGTH),
    };

    share(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_FIRST_USE, SECTION_USES, &view.first_use, &view.use_count);
    share(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_FIRST_TERM, SECTION_PARAGRAPH_TERMS, &view.first_term, &view.term_count);
    return view;
}

int pack_paragraph_use(const struct pack *pack, int use)
{
    return single(pack, SECTION_USES, use);
}

int pack_voice_count(const struct pack *pack, int document)
{
    int first, count;

    share(pack, SECTION_DOCUMENTS, row_of(pack, SECTION_DOCUMENTS, document), DOCUMENT_FIRST_VOICE, SECTION_VOICES, &first,
          &count);
    return count;
}

struct pack_days pack_voice(const struct pack *pack, int document, int k)
{
    int first, count;
    uint32_t row;
    struct pack_days days;

    share(pack, SECTION_DOCUMENTS, row_of(pack, SECTION_DOCUMENTS, document), DOCUMENT_FIRST_VOICE, SECTION_VOICES, &first,
          &count);
    assert(k >= 0 && k < count);
    row = (uint32_t)(first + k);
    days.first_day = (int32_t)table_word(pack, SECTION_VOICES, row, VOICE_FIRST);
    days.last_day = days.first_day + (int32_t)table_word(pack, SECTION_VOICES, row, VOICE_DAYS);
    return days;
}

/* ---- entries -------------------------------------------------------------------------------- */

static void fill_entry_dates(const struct pack *pack, uint32_t row, struct pack_entry *entry)
{
    uint32_t what = table_word(pack, SECTION_ENTRIES, row, ENTRY_WHAT);
    uint32_t kinds = table_word(pack, SECTION_ENTRIES, row, ENTRY_KINDS);
    int32_t start = (int32_t)table_word(pack, SECTION_ENTRIES, row, ENTRY_START);

    entry->is_span = what & ENTRY_SPAN;
    entry->open_start = what & ENTRY_OPEN_START;
    entry->open_end = what & ENTRY_OPEN_END;
    entry->start = date_of(kinds, start, table_word(pack, SECTION_ENTRIES, row, ENTRY_START_DAYS));
    entry->end = entry->start;
    if (entry->is_span)
        entry->end = date_of(kinds >> DATE_KIND_SHIFT, start + (int32_t)table_word(pack, SECTION_ENTRIES, row, ENTRY_END),
                             table_word(pack, SECTION_ENTRIES, row, ENTRY_END_DAYS));
}

static void fill_entry_shares(const struct pack *pack, uint32_t row, struct pack_entry *entry)
{
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_STATEMENT, SECTION_STATEMENTS, &entry->first_statement,
          &entry->statement_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_SOURCE, SECTION_SOURCES, &entry->first_source, &entry->source_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_DISAGREEMENT, SECTION_DISAGREEMENTS, &entry->first_disagreement,
          &entry->disagreement_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_PLACE, SECTION_ENTRY_PLACES, &entry->first_place, &entry->place_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_PERSON, SECTION_ENTRY_PEOPLE, &entry->first_person, &entry->person_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_RELATED, SECTION_ENTRY_RELATED, &entry->first_related, &entry->related_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_DATED_BY, SECTION_ENTRY_DATED_BY, &entry->first_shown_from,
          &entry->shown_from_count);
    share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_TERM, SECTION_ENTRY_TERMS, &entry->first_term, &entry->term_count);
}

struct pack_entry pack_entry(const struct pack *pack, int entry)
{
    uint32_t row = row_of(pack, SECTION_ENTRIES, entry);
    uint32_t what = table_word(pack, SECTION_ENTRIES, row, ENTRY_WHAT);
    uint32_t voices = table_word(pack, SECTION_ENTRIES, row, ENTRY_VOICES);
    struct pack_entry view = {
        .id = table_name(pack, SECTION_ENTRIES, row, ENTRY_ID),
        .lane = (int)(what & 15),
        .importance = (int)(what >> 4 & 15),
        .speaks = voices & 0xff,
        .differs = voices >> 8 & 0xff,
        .motif = option(table_word(pack, SECTION_ENTRIES, row, ENTRY_MOTIF)),
    };

    fill_entry_dates(pack, row, &view);
    fill_entry_shares(pack, row, &view);
    return view;
}

/* A row by its id in column 0; ids are found by reading them all, which happens once a session at most. */
static int find(const struct pack *pack, enum format_section section, const char *id)
{
    for (uint32_t r = 0; r < table_rows(pack, section); r++) {
        if (strcmp(table_name(pack, section, r, 0), id) == 0)
            return (int)r;
    }
    return -1;
}

int pack_entry_find(const struct pack *pack, const char *id)
{
    return find(pack, SECTION_ENTRIES, id);
}

int pack_entry_place(const struct pack *pack, int k)
{
    return single(pack, SECTION_ENTRY_PLACES, k);
}

int pack_entry_person(const struct pack *pack, int k)
{
    return single(pack, SECTION_ENTRY_PEOPLE, k);
}

int pack_entry_related(const struct pack *pack, int k)
{
    return single(pack, SECTION_ENTRY_RELATED, k);
}

int pack_entry_shown_from(const struct pack *pack, int k)
{
    return single(pack, SECTION_ENTRY_DATED_BY, k);
}

struct pack_statement pack_statement(const struct pack *pack, int statement)
{
    uint32_t row = row_of(pack, SECTION_STATEMENTS, statement);
    struct pack_statement view = {
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_STATEMENT, row),
    };

    share(pack, SECTION_STATEMENTS, row, 0, SECTION_STATEMENT_SOURCES, &view.first_source_ref, &view.source_refs);
    view.is_editors = view.source_refs == 0;
    return view;
}

int pack_statement_source(const struct pack *pack, int k)
{
    return single(pack, SECTION_STATEMENT_SOURCES, k);
}

struct pack_source pack_source(const struct pack *pack, int source)
{
    uint32_t row = row_of(pack, SECTION_SOURCES, source);
    uint32_t where = table_word(pack, SECTION_SOURCES, row, SOURCE_WHERE);
    struct pack_source view = {
        .label = table_name(pack, SECTION_SOURCES, row, SOURCE_LABEL),
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_SOURCE, row),
        .document = (int)(where & 0xff),
        .sentence = (int)(where >> 8),
    };

    share(pack, SECTION_SOURCES, row, SOURCE_FIRST_PIECE, SECTION_PIECES, &view.first_piece, &view.piece_count);
    return view;
}

struct pack_piece pack_piece(const struct pack *pack, int piece)
{
    uint32_t row = row_of(pack, SECTION_PIECES, piece);
    struct pack_piece view = {
        .paragraph = (int)table_word(pack, SECTION_PIECES, row, PIECE_PARAGRAPH),
        .start = table_word(pack, SECTION_PIECES, row, PIECE_START),
        .length = table_word(pack, SECTION_PIECES, row, PIECE_LENGTH),
    };

    share(pack, SECTION_PIECES, row, PIECE_FIRST_MARK, SECTION_MARKS, &view.first_mark, &view.mark_count);
    return view;
}

struct pack_mark pack_mark(const struct pack *pack, int mark)
{
    uint32_t row = row_of(pack, SECTION_MARKS, mark);

    return (struct pack_mark){
        .start = table_word(pack, SECTION_MARKS, row, MARK_START),
        .length = table_word(pack, SECTION_MARKS, row, MARK_LENGTH),
    };
}

struct pack_disagreement pack_disagreement(const struct pack *pack, int disagreement)
{
    uint32_t row = row_of(pack, SECTION_DISAGREEMENTS, disagreement);
    struct pack_disagreement view = {
        .id = table_name(pack, SECTION_DISAGREEMENTS, row, DISAGREEMENT_ID),
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_DISAGREEMENT, row),
    };

    share(pack, SECTION_DISAGREEMENTS, row, DISAGREEMENT_FIRST_ANSWER, SECTION_ANSWERS, &view.first_answer, &view.answer_count);
    return view;
}

int pack_disagreement_count(const struct pack *pack)
{
    return rows(pack, SECTION_DISAGREEMENTS);
}

struct pack_answer pack_answer(const struct pack *pack, int answer)
{
    uint32_t row = row_of(pack, SECTION_ANSWERS, answer);
    uint32_t what = table_word(pack, SECTION_ANSWERS, row, ANSWER_WHAT);
    struct pack_answer view = {
        .document = (int)(what & 0xff),
        .is_silent = what & ANSWER_SILENT,
        .differs = what & ANSWER_DIFFERS,
        .has_date = what & ANSWER_DATED,
        .source = option(table_word(pack, SECTION_ANSWERS, row, ANSWER_SOURCE)),
        .date = date_of(what >> DATE_KIND_SHIFT, (int32_t)table_word(pack, SECTION_ANSWERS, row, ANSWER_DAY),
                        table_word(pack, SECTION_ANSWERS, row, ANSWER_DAYS)),
    };

    share(pack, SECTION_ANSWERS, row, ANSWER_FIRST_PIECE, SECTION_ANSWER_PIECES, &view.first_piece, &view.piece_count);
    return view;
}

struct pack_piece pack_answer_piece(const struct pack *pack, int k)
{
    uint32_t row = row_of(pack, SECTION_ANSWER_PIECES, k);

    return (struct pack_piece){
        .paragraph = (int)table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_PARAGRAPH),
        .start = table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_START),
        .length = table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_LENGTH),
    };
}

/* ---- people, places, terms, stories, pictures ----------------------------------------------- */

struct pack_person pack_person(const struct pack *pack, int person)
{
    return (struct pack_person){
        .id = table_name(pack, SECTION_PEOPLE, row_of(pack, SECTION_PEOPLE, person), 0),
    };
}

struct pack_place pack_place(const struct pack *pack, int place)
{
    uint32_t row = row_of(pack, SECTION_PLACES, place);

    return (struct pack_place){
        .id = table_name(pack, SECTION_PLACES, row, PLACE_ID),
        .latitude = (int32_t)table_word(pack, SECTION_PLACES, row, PLACE_LATITUDE) / 1e6,
        .longitude = (int32_t)table_word(pack, SECTION_PLACES, row, PLACE_LONGITUDE) / 1e6,
        .region_km = (int)table_word(pack, SECTION_PLACES, row, PLACE_REGION),
        .inset = option(table_word(pack, SECTION_PLACES, row, PLACE_INSET)),
    };
}

static int sorted(const struct pack *pack, enum format_section order, enum format_section things, int language, int rank)
{
    row_of(pack, SECTION_LANGUAGES, language);
    row_of(pack, things, rank);
    return single(pack, order, language * rows(pack, things) + rank);
}

int pack_person_sorted(const struct pack *pack, int language, int rank)
{
    return sorted(pack, SECTION_PERSON_ORDER, SECTION_PEOPLE, language, rank);
}

int pack_place_sorted(const struct pack *pack, int language, int rank)
{
    return sorted(pack, SECTION_PLACE_ORDER, SECTION_PLACES, language, rank);
}

const char *pack_term_id(const struct pack *pack, int term)
{
    return table_name(pack, SECTION_TERMS, row_of(pack, SECTION_TERMS, term), 0);
}

static struct pack_term_use term_use(const struct pack *pack, enum format_section section, int k)
{
    uint32_t row = row_of(pack, section, k);

    return (struct pack_term_use){
        .term = (int)table_word(pack, section, row, TERM_USE_TERM),
        .languages = table_word(pack, section, row, TERM_USE_LANGUAGES) & 0xff,
    };
}

struct pack_term_use pack_entry_term(const struct pack *pack, int k)
{
    return term_use(pack, SECTION_ENTRY_TERMS, k);
}

struct pack_term_use pack_paragraph_term(const struct pack *pack, int k)
{
    return term_use(pack, SECTION_PARAGRAPH_TERMS, k);
}

struct pack_story pack_story(const struct pack *pack, int story)
{
    uint32_t row = row_of(pack, SECTION_STORIES, story);
    struct pack_story view = {.id = table_name(pack, SECTION_STORIES, row, STORY_ID)};

    share(pack, SECTION_STORIES, row, STORY_FIRST_STOP, SECTION_STOPS, &view.first_stop, &view.stop_count);
    return view;
}

int pack_stop_entry(const struct pack *pack, int stop)
{
    return single(pack, SECTION_STOPS, stop);
}

const char *pack_picture_id(const struct pack *pack, int picture)
{
    return table_name(pack, SECTION_PICTURES, row_of(pack, SECTION_PICTURES, picture), PICTURE_ID);
}

int pack_picture_find(const struct pack *pack, const char *id)
{
    return find(pack, SECTION_PICTURES, id);
}

struct pack_picture_about pack_picture_about(const struct pack *pack, int picture)
{
    uint32_t row = row_of(pack, SECTION_PICTURES, picture);

    return (struct pack_picture_about){
        .is_decorative = table_word(pack, SECTION_PICTURES, row, PICTURE_FLAGS) & PICTURE_DECORATIVE,
        .credit = table_name(pack, SECTION_PICTURES, row, PICTURE_CREDIT),
        .licence = table_name(pack, SECTION_PICTURES, row, PICTURE_LICENCE),
    };
}
