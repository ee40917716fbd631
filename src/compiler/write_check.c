/*
 * The rules speak to authors about what is wrong; this only keeps the writer from what it could not write down.
 */
#include "compiler/write_part.h"

#include <string.h>

static bool check_pieces(struct writer *writer, struct draft_at at, int document, const struct draft_piece *pieces, int count)
{
    const struct draft_document *from = &writer->draft->documents[document];

    for (int p = 0; p < count; p++) {
        const char *text;

        if (pieces[p].paragraph < 0 || pieces[p].paragraph >= from->paragraph_count)
            return refuse(writer, at, "a quotation is not in its document");
        text = from->paragraphs[pieces[p].paragraph].original.bytes;
        if (text == NULL || strlen(text) < (size_t)pieces[p].start + pieces[p].length)
            return refuse(writer, at, "a quotation reaches over the end of its paragraph");
    }
    return true;
}

static bool check_source(struct writer *writer, const struct draft_source *source)
{
    if (source->document.index < 0)
        return refuse(writer, source->at, "the source names a document that does not exist");
    if (!check_pieces(writer, source->at, source->document.index, source->pieces, source->piece_count))
        return false;
    for (int m = 0; m < source->mark_count; m++) {
        const struct draft_mark *mark = &source->marks[m];
        const struct draft_piece *piece;

        if (mark->piece < 0 || mark->piece >= source->piece_count)
            return refuse(writer, source->at, "a mark is not in its quotation");
        piece = &source->pieces[mark->piece];
        if (mark->start < piece->start || mark->start + mark->length > piece->start + piece->length)
            return refuse(writer, source->at, "a mark reaches over the end of its quotation");
    }
    return true;
}

static bool check_date(struct writer *writer, const struct draft_date *date)
{
    if (date->last_day < date->first_day)
        return refuse(writer, date->at, "the date ends before it starts");
    if (date->first_day < -FORMAT_DAY_MAX || date->last_day > FORMAT_DAY_MAX)
        return refuse(writer, date->at, "the date is too far away");
    return true;
}

static bool check_answers(struct writer *writer, const struct draft_entry *entry, const struct draft_disagreement *disagreement)
{
    for (int a = 0; a < disagreement->answer_count; a++) {
        const struct draft_answer *answer = &disagreement->answers[a];

        if (answer->document.index < 0)
            return refuse(writer, answer->at, "the answer names a document that does not exist");
        if (answer->source >= entry->source_count)
            return refuse(writer, answer->at, "the answer names a source that does not exist");
        if (answer->has_date && !check_date(writer, &answer->date))
            return false;
        if (!check_pieces(writer, answer->at, answer->document.index, answer->pieces, answer->piece_count))
            return false;
    }
    return true;
}

static bool check_entry_dates(struct writer *writer, const struct draft_entry *entry)
{
    if (!check_date(writer, &entry->start))
        return false;
    if (!entry->has_end)
        return true;
    if (entry->end.first_day < entry->start.first_day || entry->end.last_day < entry->start.last_day)
        return refuse(writer, entry->end.at, "the entry ends before it starts");
    return check_date(writer, &entry->end);
}

static bool check_statements(struct writer *writer, const struct draft_entry *entry)
{
    for (int s = 0; s < entry->statement_count; s++) {
        for (int i = 0; i < entry->statements[s].source_count; i++) {
            int source = entry->statements[s].sources[i];

            if (source < 0 || source >= entry->source_count)
                return refuse(writer, entry->at, "a statement names a source that does not exist");
        }
    }
    return true;
}

static bool check_entry(struct writer *writer, const struct draft_entry *entry)
{
    if (entry->lane.index < 0)
        return refuse(writer, entry->at, "the entry names a lane that does not exist");
    if (entry->importance < 1 || entry->importance > 4)
        return refuse(writer, entry->at, "the importance of the entry is not between 1 and 4");
    if (!check_entry_dates(writer, entry) || !check_statements(writer, entry))
        return false;
    for (int s = 0; s < entry->source_count; s++) {
        if (!check_source(writer, &entry->sources[s]))
            return false;
    }
    for (int d = 0; d < entry->disagreement_count; d++) {
        if (!check_answers(writer, entry, &entry->disagreements[d]))
            return false;
    }
    return true;
}

static bool check_places(struct writer *writer)
{
    for (int p = 0; p < writer->draft->place_count; p++) {
        const struct draft_place *place = &writer->draft->places[p];

        if (!(place->latitude >= -90 && place->latitude <= 90 && place->longitude >= -180 && place->longitude <= 180)
            || place->region_km < 0)
            return refuse(writer, place->at, "the place is not on the globe");
    }
    return true;
}

bool write_check(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    if (draft->document_count > FORMAT_DOCUMENTS_MAX || draft->language_count > FORMAT_LANGUAGES_MAX
        || draft->lane_count > FORMAT_LANES_MAX)
        return refuse(writer, draft->at, "an exhibit has at most %d documents, %d languages and %d lanes", FORMAT_DOCUMENTS_MAX,
                      FORMAT_LANGUAGES_MAX, FORMAT_LANES_MAX);
    if (draft->entry_count > FORMAT_ENTRIES_MAX)
        return refuse(writer, draft->at, "an exhibit has at most %d entries", FORMAT_ENTRIES_MAX);
    for (int e = 0; e < draft->entry_count; e++) {
        if (!check_entry(writer, &draft->entries[e]))
            return false;
    }
    return check_places(writer);
}
