/* Entries with their statements, sources and disagreements. */
#include "pack/views.h"

static void fill_entry_dates(const struct pack *pack, uint32_t row, struct pack_entry *entry)
{
    uint32_t what = table_word(pack, SECTION_ENTRIES, row, ENTRY_WHAT);
    uint32_t kinds = table_word(pack, SECTION_ENTRIES, row, ENTRY_KINDS);
    int32_t start = (int32_t)table_word(pack, SECTION_ENTRIES, row, ENTRY_START);

    entry->is_span = what & ENTRY_SPAN;
    entry->open_start = what & ENTRY_OPEN_START;
    entry->open_end = what & ENTRY_OPEN_END;
    entry->start = view_date(kinds, start, table_word(pack, SECTION_ENTRIES, row, ENTRY_START_DAYS));
    entry->end = entry->start;
    if (entry->is_span)
        entry->end = view_date(kinds >> DATE_KIND_SHIFT, start + (int32_t)table_word(pack, SECTION_ENTRIES, row, ENTRY_END),
                               table_word(pack, SECTION_ENTRIES, row, ENTRY_END_DAYS));
}

static void fill_entry_shares(const struct pack *pack, uint32_t row, struct pack_entry *entry)
{
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_STATEMENT, SECTION_STATEMENTS, &entry->first_statement,
               &entry->statement_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_SOURCE, SECTION_SOURCES, &entry->first_source, &entry->source_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_DISAGREEMENT, SECTION_DISAGREEMENTS, &entry->first_disagreement,
               &entry->disagreement_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_PLACE, SECTION_ENTRY_PLACES, &entry->first_place, &entry->place_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_PERSON, SECTION_ENTRY_PEOPLE, &entry->first_person,
               &entry->person_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_RELATED, SECTION_ENTRY_RELATED, &entry->first_related,
               &entry->related_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_DATED_BY, SECTION_ENTRY_DATED_BY, &entry->first_shown_from,
               &entry->shown_from_count);
    view_share(pack, SECTION_ENTRIES, row, ENTRY_FIRST_TERM, SECTION_ENTRY_TERMS, &entry->first_term, &entry->term_count);
}

struct pack_entry pack_entry(const struct pack *pack, int entry)
{
    uint32_t row = view_row(pack, SECTION_ENTRIES, entry);
    uint32_t what = table_word(pack, SECTION_ENTRIES, row, ENTRY_WHAT);
    uint32_t voices = table_word(pack, SECTION_ENTRIES, row, ENTRY_VOICES);
    struct pack_entry view = {
        .id = table_name(pack, SECTION_ENTRIES, row, ENTRY_ID),
        .lane = (int)(what & 15),
        .importance = (int)(what >> 4 & 15),
        .speaks = voices & 0xff,
        .differs = voices >> 8 & 0xff,
        .motif = view_option(table_word(pack, SECTION_ENTRIES, row, ENTRY_MOTIF)),
    };

    fill_entry_dates(pack, row, &view);
    fill_entry_shares(pack, row, &view);
    return view;
}

/* A row by its id in column 0; ids are found by reading them all, which happens once a session at most. */
int pack_entry_find(const struct pack *pack, const char *id)
{
    return view_find(pack, SECTION_ENTRIES, id);
}

int pack_entry_place(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_ENTRY_PLACES, k);
}

int pack_entry_person(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_ENTRY_PEOPLE, k);
}

int pack_entry_related(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_ENTRY_RELATED, k);
}

int pack_entry_shown_from(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_ENTRY_DATED_BY, k);
}

struct pack_statement pack_statement(const struct pack *pack, int statement)
{
    uint32_t row = view_row(pack, SECTION_STATEMENTS, statement);
    struct pack_statement view = {
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_STATEMENT, row),
    };

    view_share(pack, SECTION_STATEMENTS, row, 0, SECTION_STATEMENT_SOURCES, &view.first_source_ref, &view.source_refs);
    view.is_editors = view.source_refs == 0;
    return view;
}

int pack_statement_source(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_STATEMENT_SOURCES, k);
}

struct pack_source pack_source(const struct pack *pack, int source)
{
    uint32_t row = view_row(pack, SECTION_SOURCES, source);
    uint32_t where = table_word(pack, SECTION_SOURCES, row, SOURCE_WHERE);
    struct pack_source view = {
        .label = table_name(pack, SECTION_SOURCES, row, SOURCE_LABEL),
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_SOURCE, row),
        .document = (int)(where & 0xff),
        .sentence = (int)(where >> 8),
    };

    view_share(pack, SECTION_SOURCES, row, SOURCE_FIRST_PIECE, SECTION_PIECES, &view.first_piece, &view.piece_count);
    return view;
}

struct pack_piece pack_piece(const struct pack *pack, int piece)
{
    uint32_t row = view_row(pack, SECTION_PIECES, piece);
    struct pack_piece view = {
        .paragraph = (int)table_word(pack, SECTION_PIECES, row, PIECE_PARAGRAPH),
        .start = table_word(pack, SECTION_PIECES, row, PIECE_START),
        .length = table_word(pack, SECTION_PIECES, row, PIECE_LENGTH),
    };

    view_share(pack, SECTION_PIECES, row, PIECE_FIRST_MARK, SECTION_MARKS, &view.first_mark, &view.mark_count);
    return view;
}

struct pack_mark pack_mark(const struct pack *pack, int mark)
{
    uint32_t row = view_row(pack, SECTION_MARKS, mark);

    return (struct pack_mark){
        .start = table_word(pack, SECTION_MARKS, row, MARK_START),
        .length = table_word(pack, SECTION_MARKS, row, MARK_LENGTH),
    };
}

struct pack_disagreement pack_disagreement(const struct pack *pack, int disagreement)
{
    uint32_t row = view_row(pack, SECTION_DISAGREEMENTS, disagreement);
    struct pack_disagreement view = {
        .id = table_name(pack, SECTION_DISAGREEMENTS, row, DISAGREEMENT_ID),
        .entry = (int)table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_DISAGREEMENT, row),
    };

    view_share(pack, SECTION_DISAGREEMENTS, row, DISAGREEMENT_FIRST_ANSWER, SECTION_ANSWERS, &view.first_answer,
               &view.answer_count);
    return view;
}

int pack_disagreement_count(const struct pack *pack)
{
    return view_rows(pack, SECTION_DISAGREEMENTS);
}

struct pack_answer pack_answer(const struct pack *pack, int answer)
{
    uint32_t row = view_row(pack, SECTION_ANSWERS, answer);
    uint32_t what = table_word(pack, SECTION_ANSWERS, row, ANSWER_WHAT);
    struct pack_answer view = {
        .document = (int)(what & 0xff),
        .is_silent = what & ANSWER_SILENT,
        .differs = what & ANSWER_DIFFERS,
        .has_date = what & ANSWER_DATED,
        .source = view_option(table_word(pack, SECTION_ANSWERS, row, ANSWER_SOURCE)),
        .date = view_date(what >> DATE_KIND_SHIFT, (int32_t)table_word(pack, SECTION_ANSWERS, row, ANSWER_DAY),
                          table_word(pack, SECTION_ANSWERS, row, ANSWER_DAYS)),
    };

    view_share(pack, SECTION_ANSWERS, row, ANSWER_FIRST_PIECE, SECTION_ANSWER_PIECES, &view.first_piece, &view.piece_count);
    return view;
}

struct pack_piece pack_answer_piece(const struct pack *pack, int k)
{
    uint32_t row = view_row(pack, SECTION_ANSWER_PIECES, k);

    return (struct pack_piece){
        .paragraph = (int)table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_PARAGRAPH),
        .start = table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_START),
        .length = table_word(pack, SECTION_ANSWER_PIECES, row, PIECE_LENGTH),
    };
}
