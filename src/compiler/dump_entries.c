#include "compiler/dump.h"

static void put_statements(struct dump *dump, const struct pack_entry *entry)
{
    struct json *json = &dump->json;

    json_open_array(json, "statements", false);
    for (int s = entry->first_statement; s < entry->first_statement + entry->statement_count; s++) {
        struct pack_statement statement = pack_statement(dump->pack, s);

        json_open_object(json, NULL, false);
        json_open_array(json, "sources", true);
        for (int k = 0; k < statement.source_refs; k++) {
            int source = pack_statement_source(dump->pack, statement.first_source_ref + k);

            json_string(json, NULL, pack_source(dump->pack, source).label);
        }
        json_close_array(json);
        json_bool(json, "editors", statement.is_editors);
        dump_words(dump, "text", PACK_STATEMENT, s);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_sources(struct dump *dump, const struct pack_entry *entry)
{
    struct json *json = &dump->json;

    json_open_array(json, "sources", false);
    for (int s = entry->first_source; s < entry->first_source + entry->source_count; s++) {
        struct pack_source source = pack_source(dump->pack, s);

        json_open_object(json, NULL, false);
        json_string(json, "label", source.label);
        json_string(json, "document", pack_document(dump->pack, source.document).id);
        json_integer(json, "sentence", source.sentence);
        json_open_array(json, "pieces", false);
        for (int p = 0; p < source.piece_count; p++)
            dump_piece(dump, pack_piece(dump->pack, source.first_piece + p));
        json_close_array(json);
        dump_words(dump, "translation", PACK_QUOTATION, s);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_answer(struct dump *dump, int index)
{
    struct json *json = &dump->json;
    struct pack_answer answer = pack_answer(dump->pack, index);

    json_open_object(json, NULL, false);
    json_string(json, "document", pack_document(dump->pack, answer.document).id);
    json_bool(json, "silent", answer.is_silent);
    json_bool(json, "differs", answer.differs);
    json_string(json, "source", answer.source >= 0 ? pack_source(dump->pack, answer.source).label : NULL);
    if (answer.has_date)
        dump_date(dump, "date", &answer.date);
    json_open_array(json, "pieces", false);
    for (int p = 0; p < answer.piece_count; p++)
        dump_piece(dump, pack_answer_piece(dump->pack, answer.first_piece + p));
    json_close_array(json);
    dump_words(dump, "answer", PACK_ANSWER, index);
    dump_words(dump, "rest", PACK_ANSWER_REST, index);
    dump_words(dump, "note", PACK_NOTE, index);
    json_close_object(json);
}

static void put_disagreements(struct dump *dump, const struct pack_entry *entry)
{
    struct json *json = &dump->json;

    json_open_array(json, "disagreements", false);
    for (int d = entry->first_disagreement; d < entry->first_disagreement + entry->disagreement_count; d++) {
        struct pack_disagreement disagreement = pack_disagreement(dump->pack, d);

        json_open_object(json, NULL, false);
        json_string(json, "id", disagreement.id);
        dump_words(dump, "question", PACK_QUESTION, d);
        dump_words(dump, "subline", PACK_SUBLINE, d);
        dump_words(dump, "editors", PACK_EDITORS, d);
        json_open_array(json, "answers", false);
        for (int a = 0; a < disagreement.answer_count; a++)
            put_answer(dump, disagreement.first_answer + a);
        json_close_array(json);
        json_close_object(json);
    }
    json_close_array(json);
}

static void put_places_and_people(struct dump *dump, const struct pack_entry *entry)
{
    struct json *json = &dump->json;
    struct pack *pack = dump->pack;

    json_open_array(json, "places", true);
    for (int k = 0; k < entry->place_count; k++)
        json_string(json, NULL, pack_place(pack, pack_entry_place(pack, entry->first_place + k)).id);
    json_close_array(json);
    json_open_array(json, "people", true);
    for (int k = 0; k < entry->person_count; k++)
        json_string(json, NULL, pack_person(pack, pack_entry_person(pack, entry->first_person + k)).id);
    json_close_array(json);
    json_open_array(json, "related", true);
    for (int k = 0; k < entry->related_count; k++)
        json_string(json, NULL, pack_entry(pack, pack_entry_related(pack, entry->first_related + k)).id);
    json_close_array(json);
    json_open_array(json, "shown_from", true);
    for (int k = 0; k < entry->shown_from_count; k++)
        json_string(json, NULL, pack_source(pack, pack_entry_shown_from(pack, entry->first_shown_from + k)).label);
    json_close_array(json);
}

static void put_entry(struct dump *dump, int index)
{
    struct json *json = &dump->json;
    struct pack_entry entry = pack_entry(dump->pack, index);

    json_open_object(json, NULL, false);
    json_string(json, "id", entry.id);
    json_string(json, "lane", pack_lane(dump->pack, entry.lane).id);
    json_integer(json, "importance", entry.importance);
    dump_date(dump, "start", &entry.start);
    if (entry.is_span)
        dump_date(dump, "end", &entry.end);
    json_bool(json, "open_start", entry.open_start);
    json_bool(json, "open_end", entry.open_end);
    json_integer(json, "speaks", entry.speaks);
    json_integer(json, "differs", entry.differs);
    dump_picture_id(dump, "motif", entry.motif);
    dump_words(dump, "short", PACK_ENTRY_SHORT, index);
    dump_words(dump, "title", PACK_ENTRY_TITLE, index);
    dump_words(dump, "date", PACK_ENTRY_DATE, index);
    dump_words(dump, "old_style", PACK_ENTRY_OLD_STYLE, index);
    put_places_and_people(dump, &entry);
    dump_term_uses(dump, entry.first_term, entry.term_count, pack_entry_term);
    put_statements(dump, &entry);
    put_sources(dump, &entry);
    put_disagreements(dump, &entry);
    json_close_object(json);
    pack_trim(dump->pack);
}

void dump_entries(struct dump *dump)
{
    json_open_array(&dump->json, "entries", false);
    for (int e = 0; e < dump->exhibit.entries; e++)
        put_entry(dump, e);
    json_close_array(&dump->json);
}
