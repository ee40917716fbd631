#include "compiler/write_part.h"
#include "compiler/write_quoted.h"

#include <string.h>

static uint32_t date_kind(const struct draft_date *date)
{
    return (uint32_t)date->precision | (uint32_t)date->by << 3 | (date->flags & 15) << 5;
}

static uint32_t days_of(const struct draft_date *date)
{
    return (uint32_t)(date->last_day - date->first_day);
}

static uint32_t voices_of(const struct draft_entry *entry)
{
    uint32_t speaks = 0, differs = 0;

    for (int s = 0; s < entry->source_count; s++)
        speaks |= UINT32_C(1) << entry->sources[s].document.index;
    for (int d = 0; d < entry->disagreement_count; d++) {
        for (int a = 0; a < entry->disagreements[d].answer_count; a++) {
            const struct draft_answer *answer = &entry->disagreements[d].answers[a];

            if (answer->differs && !answer->is_silent)
                differs |= UINT32_C(1) << answer->document.index;
        }
    }
    return speaks | differs << 8;
}

/* 1-based number of the sentence that a byte of a paragraph belongs to. */
static uint32_t sentence_at(const struct draft_paragraph *paragraph, uint32_t byte)
{
    uint32_t sentence = 1;

    while ((int)sentence < paragraph->sentence_count && paragraph->sentences[sentence] <= byte)
        sentence++;
    return sentence;
}

static void put_piece(struct writer *writer, enum format_section section, int document, const struct draft_piece *piece)
{
    put(writer, section, (uint32_t)(writer->first_paragraph[document] + piece->paragraph));
    put(writer, section, quoted_place(writer->quoted[document], piece->paragraph, piece->start));
    put(writer, section, piece->length);
}

static void put_pieces(struct writer *writer, const struct draft_source *source)
{
    int document = source->document.index;

    for (int p = 0; p < source->piece_count; p++) {
        put_piece(writer, SECTION_PIECES, document, &source->pieces[p]);
        put(writer, SECTION_PIECES, rows(writer, SECTION_MARKS));
        for (int m = 0; m < source->mark_count; m++) {
            const struct draft_mark *mark = &source->marks[m];

            if (mark->piece != p)
                continue;
            put(writer, SECTION_MARKS, quoted_place(writer->quoted[document], source->pieces[p].paragraph, mark->start));
            put(writer, SECTION_MARKS, mark->length);
        }
    }
}

static void put_sources(struct writer *writer, const struct draft_entry *entry)
{
    for (int s = 0; s < entry->source_count; s++) {
        const struct draft_source *source = &entry->sources[s];
        const struct draft_document *document = &writer->draft->documents[source->document.index];
        uint32_t sentence = 1;

        if (source->piece_count > 0)
            sentence = sentence_at(&document->paragraphs[source->pieces[0].paragraph], source->pieces[0].start);
        put_name(writer, SECTION_SOURCES, source->label);
        put(writer, SECTION_SOURCES, (uint32_t)source->document.index | sentence << 8);
        put(writer, SECTION_SOURCES, rows(writer, SECTION_PIECES));
        put_pieces(writer, source);
    }
}

static void put_statements(struct writer *writer, const struct draft_entry *entry, uint32_t first_source)
{
    for (int s = 0; s < entry->statement_count; s++) {
        const struct draft_statement *statement = &entry->statements[s];

        put(writer, SECTION_STATEMENTS, rows(writer, SECTION_STATEMENT_SOURCES));
        for (int i = 0; i < statement->source_count && !statement->is_editors; i++)
            put(writer, SECTION_STATEMENT_SOURCES, first_source + (uint32_t)statement->sources[i]);
    }
}

static void put_answer(struct writer *writer, const struct draft_answer *answer, uint32_t first_source)
{
    uint32_t what = (uint32_t)answer->document.index;

    what |= answer->is_silent ? ANSWER_SILENT : 0;
    what |= answer->differs && !answer->is_silent ? ANSWER_DIFFERS : 0;
    what |= answer->has_date ? ANSWER_DATED | date_kind(&answer->date) << DATE_KIND_SHIFT : 0;
    put(writer, SECTION_ANSWERS, what);
    put(writer, SECTION_ANSWERS, answer->source >= 0 ? first_source + (uint32_t)answer->source + 1 : 0);
    put(writer, SECTION_ANSWERS, answer->has_date ? (uint32_t)answer->date.first_day : 0);
    put(writer, SECTION_ANSWERS, answer->has_date ? days_of(&answer->date) : 0);
    put(writer, SECTION_ANSWERS, rows(writer, SECTION_ANSWER_PIECES));
    for (int p = 0; p < answer->piece_count; p++)
        put_piece(writer, SECTION_ANSWER_PIECES, answer->document.index, &answer->pieces[p]);
}

static void put_disagreements(struct writer *writer, const struct draft_entry *entry, uint32_t first_source)
{
    for (int d = 0; d < entry->disagreement_count; d++) {
        const struct draft_disagreement *disagreement = &entry->disagreements[d];

        put_name(writer, SECTION_DISAGREEMENTS, disagreement->id);
        put(writer, SECTION_DISAGREEMENTS, rows(writer, SECTION_ANSWERS));
        for (int a = 0; a < disagreement->answer_count; a++)
            put_answer(writer, &disagreement->answers[a], first_source);
    }
}

/* References that name nothing are left out: an entry may be announced before it is written. */
static void put_refs(struct writer *writer, enum format_section section, const struct draft_refs *refs)
{
    for (int i = 0; i < refs->count; i++) {
        if (refs->items[i].index >= 0)
            put(writer, section, (uint32_t)refs->items[i].index);
    }
}

static void put_dated_by(struct writer *writer, const struct draft_entry *entry, uint32_t first_source)
{
    for (int i = 0; i < entry->shown_from_count; i++) {
        for (int s = 0; s < entry->source_count; s++) {
            if (strcmp(entry->shown_from[i], entry->sources[s].label) == 0)
                put(writer, SECTION_ENTRY_DATED_BY, first_source + (uint32_t)s);
        }
    }
}

static void put_dates(struct writer *writer, const struct draft_entry *entry, bool is_span)
{
    const struct draft_date *start = &entry->start;
    const struct draft_date *end = entry->has_end ? &entry->end : &entry->start;

    put(writer, SECTION_ENTRIES, (uint32_t)start->first_day);
    put(writer, SECTION_ENTRIES, days_of(start));
    put(writer, SECTION_ENTRIES, is_span ? (uint32_t)(end->first_day - start->first_day) : 0);
    put(writer, SECTION_ENTRIES, is_span ? days_of(end) : 0);
}

static void put_entry(struct writer *writer, const struct draft_entry *entry)
{
    bool is_span = entry->has_end || entry->open_start || entry->open_end;
    uint32_t what = (uint32_t)entry->lane.index | (uint32_t)entry->importance << 4;
    uint32_t kinds = date_kind(&entry->start);
    int motif = entry->motif.index >= 0 ? entry->motif.index : writer->draft->lanes[entry->lane.index].motif.index;

    what |= is_span ? ENTRY_SPAN : 0;
    what |= entry->open_start ? ENTRY_OPEN_START : 0;
    what |= entry->open_end ? ENTRY_OPEN_END : 0;
    if (is_span)
        kinds |= date_kind(entry->has_end ? &entry->end : &entry->start) << DATE_KIND_SHIFT;
    put_name(writer, SECTION_ENTRIES, entry->id);
    put(writer, SECTION_ENTRIES, what);
    put(writer, SECTION_ENTRIES, kinds);
    put(writer, SECTION_ENTRIES, voices_of(entry));
    put_dates(writer, entry, is_span);
    put(writer, SECTION_ENTRIES, (uint32_t)(motif + 1));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_STATEMENTS));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_SOURCES));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_DISAGREEMENTS));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_ENTRY_PLACES));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_ENTRY_PEOPLE));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_ENTRY_RELATED));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_ENTRY_DATED_BY));
    put(writer, SECTION_ENTRIES, rows(writer, SECTION_ENTRY_TERMS));
}

void write_entries(struct writer *writer)
{
    for (int e = 0; e < writer->draft->entry_count; e++) {
        const struct draft_entry *entry = &writer->draft->entries[e];
        uint32_t first_source = rows(writer, SECTION_SOURCES);

        put_entry(writer, entry);
        put_refs(writer, SECTION_ENTRY_PLACES, &entry->places);
        put_refs(writer, SECTION_ENTRY_PEOPLE, &entry->people);
        put_refs(writer, SECTION_ENTRY_RELATED, &entry->related);
        put_dated_by(writer, entry, first_source);
        put_term_uses(writer, SECTION_ENTRY_TERMS, entry->term_uses, entry->term_use_count);
        put_statements(writer, entry, first_source);
        put_sources(writer, entry);
        put_disagreements(writer, entry, first_source);
    }
}
