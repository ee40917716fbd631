#include "compiler/dump.h"

static void put_paragraph(struct dump *dump, int index)
{
    struct json *json = &dump->json;
    struct pack_paragraph paragraph = pack_paragraph(dump->pack, index);

    json_open_object(json, NULL, false);
    json_integer(json, "number", paragraph.number);
    json_string(json, "kind", paragraph.kind == PACK_HEADING ? "heading" : "body");
    dump_text(dump, "original", pack_text(dump->pack, 0, PACK_PARAGRAPH, index));
    dump_words(dump, "translation", PACK_TRANSLATION, index);
    json_open_array(json, "quoted_by", true);
    for (int u = 0; u < paragraph.use_count; u++)
        json_string(json, NULL, pack_entry(dump->pack, pack_paragraph_use(dump->pack, paragraph.first_use + u)).id);
    json_close_array(json);
    dump_term_uses(dump, paragraph.first_term, paragraph.term_count, pack_paragraph_term);
    json_close_object(json);
}

static void put_voices(struct dump *dump, int document)
{
    struct json *json = &dump->json;

    json_open_array(json, "speaks", true);
    for (int k = 0; k < pack_voice_count(dump->pack, document); k++) {
        struct pack_days days = pack_voice(dump->pack, document, k);

        json_open_array(json, NULL, true);
        json_integer(json, NULL, days.first_day);
        json_integer(json, NULL, days.last_day);
        json_close_array(json);
    }
    json_close_array(json);
}

static void put_document(struct dump *dump, int index)
{
    struct json *json = &dump->json;
    struct pack_document document = pack_document(dump->pack, index);

    json_open_object(json, NULL, false);
    json_string(json, "id", document.id);
    json_string(json, "siglum", document.siglum);
    json_string(json, "language", document.language_tag);
    json_bool(json, "full_text", document.has_full_text);
    json_string(json, "licence", document.licence);
    json_string(json, "url", document.url);
    json_string(json, "holder", document.holder);
    json_string(json, "author", document.author);
    dump_words(dump, "title", PACK_DOCUMENT_TITLE, index);
    dump_words(dump, "short", PACK_DOCUMENT_SHORT, index);
    dump_words(dump, "kind", PACK_DOCUMENT_KIND, index);
    dump_words(dump, "note", PACK_DOCUMENT_NOTE, index);
    dump_words(dump, "credit", PACK_DOCUMENT_CREDIT, index);
    put_voices(dump, index);
    json_open_array(json, "paragraphs", false);
    for (int p = 0; p < document.paragraph_count; p++)
        put_paragraph(dump, document.first_paragraph + p);
    json_close_array(json);
    json_close_object(json);
    pack_trim(dump->pack);
}

void dump_documents(struct dump *dump)
{
    json_open_array(&dump->json, "documents", false);
    for (int d = 0; d < dump->exhibit.documents; d++)
        put_document(dump, d);
    json_close_array(&dump->json);
}
