#include "touch_all.h"

#include <assert.h>
#include <string.h>

static void number(uint64_t *sum, uint64_t value)
{
    *sum = *sum * 31 + value;
}

static void bytes(uint64_t *sum, const void *at, size_t size)
{
    for (size_t i = 0; i < size; i++)
        number(sum, ((const uint8_t *)at)[i]);
}

static void string(uint64_t *sum, const char *text)
{
    bytes(sum, text, strlen(text));
}

static void text(uint64_t *sum, struct pack_text text)
{
    assert(strlen(text.bytes) == text.length);
    assert((text.length == 0) == (text.span_count == 0));
    bytes(sum, text.bytes, text.length);
    bytes(sum, text.breaks, text.length + 1);
    for (uint32_t i = 0; i < text.span_count; i++) {
        assert(text.spans[i].start < text.length);
        assert(i == 0 ? text.spans[i].start == 0 : text.spans[i].start > text.spans[i - 1].start);
        number(sum, text.spans[i].level);
    }
}

static void texts(uint64_t *sum, struct pack *pack, enum pack_field field, int count)
{
    for (int l = 0; l < pack_exhibit(pack).languages; l++) {
        for (int i = 0; i < count; i++)
            text(sum, pack_text(pack, l, field, i));
    }
}

static void exhibit(uint64_t *sum, struct pack *pack)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    string(sum, exhibit.id);
    string(sum, exhibit.version);
    for (int l = 0; l < exhibit.languages; l++) {
        string(sum, pack_language(pack, l).tag);
        string(sum, pack_language(pack, l).quote_open);
        string(sum, pack_language(pack, l).inner_close);
        for (unsigned n = 0; n < 300; n++)
            number(sum, pack_plural(pack, l, n));
        for (int id = 0; id < PACK_STRING_COUNT; id++) {
            text(sum, pack_string(pack, l, id, 1));
            text(sum, pack_string(pack, l, id, 7));
        }
    }
    for (int k = 0; k < pack_fallback_count(pack); k++)
        string(sum, pack_language(pack, pack_fallback(pack, k)).tag);
    for (int t = 0; t < pack_tag_count(pack); t++)
        string(sum, pack_tag(pack, t));
    for (int l = 0; l < exhibit.lanes; l++) {
        string(sum, pack_lane(pack, l).id);
        number(sum, pack_lane(pack, l).colour);
        if (pack_lane(pack, l).motif >= 0)
            string(sum, pack_picture_id(pack, pack_lane(pack, l).motif));
    }
}

static void piece(uint64_t *sum, struct pack *pack, struct pack_piece piece)
{
    struct pack_text paragraph = pack_text(pack, 0, PACK_PARAGRAPH, piece.paragraph);

    for (int m = 0; m < piece.mark_count; m++) {
        struct pack_mark mark = pack_mark(pack, piece.first_mark + m);

        assert(mark.start >= piece.start && mark.start + mark.length <= piece.start + piece.length);
    }
    if (paragraph.length > 0)
        bytes(sum, paragraph.bytes + piece.start, piece.length);
}

static void documents(uint64_t *sum, struct pack *pack)
{
    for (int d = 0; d < pack_exhibit(pack).documents; d++) {
        struct pack_document document = pack_document(pack, d);

        string(sum, document.id);
        string(sum, document.siglum);
        string(sum, document.language_tag);
        string(sum, document.licence);
        string(sum, document.author);
        for (int v = 0; v < pack_voice_count(pack, d); v++)
            assert(pack_voice(pack, d, v).first_day <= pack_voice(pack, d, v).last_day);
    }
    for (int p = 0; p < pack_exhibit(pack).paragraphs; p++) {
        struct pack_paragraph paragraph = pack_paragraph(pack, p);

        assert(p >= pack_document(pack, paragraph.document).first_paragraph);
        for (int u = 0; u < paragraph.use_count; u++)
            string(sum, pack_entry(pack, pack_paragraph_use(pack, paragraph.first_use + u)).id);
        for (int t = 0; t < paragraph.term_count; t++)
            string(sum, pack_term_id(pack, pack_paragraph_term(pack, paragraph.first_term + t).term));
    }
}

static void sources(uint64_t *sum, struct pack *pack, const struct pack_entry *entry, int index)
{
    for (int s = 0; s < entry->source_count; s++) {
        struct pack_source source = pack_source(pack, entry->first_source + s);

        assert(source.entry == index);
        string(sum, source.label);
        text(sum, pack_text(pack, 0, PACK_QUOTATION, entry->first_source + s));
        for (int p = 0; p < source.piece_count; p++) {
            assert(pack_paragraph(pack, pack_piece(pack, source.first_piece + p).paragraph).document == source.document);
            piece(sum, pack, pack_piece(pack, source.first_piece + p));
        }
    }
}

static void statements(uint64_t *sum, struct pack *pack, const struct pack_entry *entry, int index)
{
    for (int s = 0; s < entry->statement_count; s++) {
        struct pack_statement statement = pack_statement(pack, entry->first_statement + s);

        assert(statement.entry == index);
        text(sum, pack_text(pack, 0, PACK_STATEMENT, entry->first_statement + s));
        for (int k = 0; k < statement.source_refs; k++) {
            int source = pack_statement_source(pack, statement.first_source_ref + k);

            assert(source >= entry->first_source && source < entry->first_source + entry->source_count);
        }
    }
}

static void disagreements(uint64_t *sum, struct pack *pack, const struct pack_entry *entry, int index)
{
    for (int d = entry->first_disagreement; d < entry->first_disagreement + entry->disagreement_count; d++) {
        struct pack_disagreement disagreement = pack_disagreement(pack, d);

        assert(disagreement.entry == index);
        string(sum, disagreement.id);
        text(sum, pack_text(pack, 0, PACK_QUESTION, d));
        text(sum, pack_text(pack, 0, PACK_EDITORS, d));
        for (int a = disagreement.first_answer; a < disagreement.first_answer + disagreement.answer_count; a++) {
            struct pack_answer answer = pack_answer(pack, a);

            string(sum, pack_document(pack, answer.document).id);
            for (int p = 0; p < answer.piece_count; p++)
                piece(sum, pack, pack_answer_piece(pack, answer.first_piece + p));
            text(sum, pack_text(pack, 0, PACK_ANSWER, a));
            text(sum, pack_text(pack, 0, PACK_NOTE, a));
        }
    }
}

static void entries(uint64_t *sum, struct pack *pack)
{
    int count = pack_exhibit(pack).entries;

    for (int e = 0; e < count; e++) {
        struct pack_entry entry = pack_entry(pack, e);

        assert(entry.start.first_day <= entry.start.last_day && entry.start.last_day <= entry.end.last_day);
        assert(pack_entry_find(pack, entry.id) >= 0);
        string(sum, pack_lane(pack, entry.lane).id);
        if (entry.motif >= 0)
            string(sum, pack_picture_id(pack, entry.motif));
        sources(sum, pack, &entry, e);
        statements(sum, pack, &entry, e);
        disagreements(sum, pack, &entry, e);
        for (int k = 0; k < entry.place_count; k++)
            string(sum, pack_place(pack, pack_entry_place(pack, entry.first_place + k)).id);
        for (int k = 0; k < entry.person_count; k++)
            string(sum, pack_person(pack, pack_entry_person(pack, entry.first_person + k)).id);
        for (int k = 0; k < entry.related_count; k++)
            string(sum, pack_entry(pack, pack_entry_related(pack, entry.first_related + k)).id);
        for (int k = 0; k < entry.shown_from_count; k++)
            number(sum, (uint64_t)pack_source(pack, pack_entry_shown_from(pack, entry.first_shown_from + k)).entry);
        for (int k = 0; k < entry.term_count; k++)
            string(sum, pack_term_id(pack, pack_entry_term(pack, entry.first_term + k).term));
    }
}

static void coast(uint64_t *sum, struct pack *pack, int inset)
{
    for (int r = 0; r < pack_ring_count(pack, inset); r++) {
        struct pack_ring ring = pack_ring(pack, inset, r);

        bytes(sum, ring.points, (size_t)ring.point_count * 2 * sizeof *ring.points);
    }
}

static void names(uint64_t *sum, struct pack *pack)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    for (int l = 0; l < exhibit.languages; l++) {
        for (int p = 0; p < exhibit.people; p++)
            string(sum, pack_person(pack, pack_person_sorted(pack, l, p)).id);
        for (int p = 0; p < exhibit.places; p++)
            string(sum, pack_place(pack, pack_place_sorted(pack, l, p)).id);
    }
    coast(sum, pack, -1);
    for (int p = 0; p < exhibit.places; p++) {
        if (pack_place(pack, p).inset >= 0)
            coast(sum, pack, pack_place(pack, p).inset);
    }
    for (int t = 0; t < exhibit.terms; t++)
        string(sum, pack_term_id(pack, t));
    for (int s = 0; s < exhibit.stories; s++) {
        struct pack_story story = pack_story(pack, s);

        string(sum, story.id);
        for (int stop = story.first_stop; stop < story.first_stop + story.stop_count; stop++) {
            string(sum, pack_entry(pack, pack_stop_entry(pack, stop)).id);
            text(sum, pack_text(pack, 0, PACK_STOP_TEXT, stop));
        }
    }
}

static void payloads(uint64_t *sum, struct pack *pack)
{
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        assert(pack_face_count(pack, role) > 0);
        for (int f = 0; f < pack_face_count(pack, role); f++)
            bytes(sum, pack_face(pack, role, f).bytes, pack_face(pack, role, f).size);
    }
    for (int p = 0; p < pack_exhibit(pack).pictures; p++) {
        assert(pack_picture_find(pack, pack_picture_id(pack, p)) >= 0);
        bytes(sum, pack_picture(pack, p).bytes, pack_picture(pack, p).size);
        string(sum, pack_picture_about(pack, p).credit);
        string(sum, pack_picture_about(pack, p).licence);
    }
}

static void all_texts(uint64_t *sum, struct pack *pack)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    texts(sum, pack, PACK_ENTRY_SHORT, exhibit.entries);
    texts(sum, pack, PACK_ENTRY_TITLE, exhibit.entries);
    texts(sum, pack, PACK_ENTRY_DATE, exhibit.entries);
    texts(sum, pack, PACK_ENTRY_OLD_STYLE, exhibit.entries);
    texts(sum, pack, PACK_DOCUMENT_TITLE, exhibit.documents);
    texts(sum, pack, PACK_DOCUMENT_SHORT, exhibit.documents);
    texts(sum, pack, PACK_DOCUMENT_KIND, exhibit.documents);
    texts(sum, pack, PACK_DOCUMENT_NOTE, exhibit.documents);
    texts(sum, pack, PACK_DOCUMENT_CREDIT, exhibit.documents);
    texts(sum, pack, PACK_PARAGRAPH, exhibit.paragraphs);
    texts(sum, pack, PACK_TRANSLATION, exhibit.paragraphs);
    texts(sum, pack, PACK_LANE_NAME, exhibit.lanes);
    texts(sum, pack, PACK_PERSON_NAME, exhibit.people);
    texts(sum, pack, PACK_PERSON_ROLE, exhibit.people);
    texts(sum, pack, PACK_PLACE_NAME, exhibit.places);
    texts(sum, pack, PACK_PLACE_NOW, exhibit.places);
    texts(sum, pack, PACK_TERM, exhibit.terms);
    texts(sum, pack, PACK_TERM_TEXT, exhibit.terms);
    texts(sum, pack, PACK_STORY_TITLE, exhibit.stories);
    texts(sum, pack, PACK_MONTH_NAME, 24);
    texts(sum, pack, PACK_WEEKDAY_NAME, 7);
    texts(sum, pack, PACK_TAG_NAME, pack_tag_count(pack));
    texts(sum, pack, PACK_PICTURE_TEXT, exhibit.pictures);
    texts(sum, pack, PACK_QUESTION, pack_disagreement_count(pack));
    texts(sum, pack, PACK_SUBLINE, pack_disagreement_count(pack));
}

uint64_t touch_all(struct pack *pack)
{
    uint64_t sum = pack_identity(pack);

    exhibit(&sum, pack);
    documents(&sum, pack);
    entries(&sum, pack);
    names(&sum, pack);
    payloads(&sum, pack);
    all_texts(&sum, pack);
    pack_trim(pack);
    all_texts(&sum, pack);
    number(&sum, pack_is_damaged(pack));
    return sum;
}
