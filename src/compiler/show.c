#include "compiler/show.h"

#include <string.h>

#include "timeline/calendar.h"

/* ---- the summary ---------------------------------------------------------------------------- */

static void print_day(FILE *out, int32_t day)
{
    struct calendar_date date = calendar_date(day);

    fprintf(out, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void print_languages(struct pack *pack, FILE *out)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    fputs("languages    ", out);
    for (int l = 0; l < exhibit.languages; l++)
        fprintf(out, "%s%s%s", l > 0 ? ", " : "", pack_language(pack, l).tag,
                l == exhibit.default_language ? " (default)" : "");
    fputc('\n', out);
}

static void print_documents(struct pack *pack, FILE *out)
{
    for (int d = 0; d < pack_exhibit(pack).documents; d++) {
        struct pack_document document = pack_document(pack, d);

        fprintf(out, "document     %s  %s, in %s, paragraphs: %d%s, licence %s\n", document.siglum, document.id,
                document.language_tag, document.paragraph_count, document.has_full_text ? "" : " (only what is quoted)",
                document.licence);
    }
}

static void print_lanes(struct pack *pack, FILE *out)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    for (int l = 0; l < exhibit.lanes; l++) {
        int count = 0;

        for (int e = 0; e < exhibit.entries; e++)
            count += pack_entry(pack, e).lane == l;
        fprintf(out, "lane         %s: %d of the entries\n", pack_lane(pack, l).id, count);
    }
}

static void print_entries(struct pack *pack, FILE *out)
{
    int importance[5] = {0}, statements = 0, sources = 0, entries = pack_exhibit(pack).entries;

    for (int e = 0; e < entries; e++) {
        struct pack_entry entry = pack_entry(pack, e);

        importance[entry.importance]++;
        statements += entry.statement_count;
        sources += entry.source_count;
    }
    fprintf(out, "entries      %d (importance 1: %d, 2: %d, 3: %d, 4: %d)\n", entries, importance[1], importance[2],
            importance[3], importance[4]);
    fprintf(out, "statements   %d, carried by %d quotations\n", statements, sources);
    fprintf(out, "differences  %d\n", pack_disagreement_count(pack));
}

/* Entries and paragraphs that use terms, by language. */
static void print_terms(struct pack *pack, FILE *out)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    for (int l = 0; exhibit.terms > 0 && l < exhibit.languages; l++) {
        int entries = 0, paragraphs = 0;

        for (int e = 0; e < exhibit.entries; e++) {
            struct pack_entry entry = pack_entry(pack, e);
            unsigned languages = 0;

            for (int k = 0; k < entry.term_count; k++)
                languages |= pack_entry_term(pack, entry.first_term + k).languages;
            entries += languages >> l & 1;
        }
        for (int p = 0; p < exhibit.paragraphs; p++) {
            struct pack_paragraph paragraph = pack_paragraph(pack, p);
            unsigned languages = 0;

            for (int k = 0; k < paragraph.term_count; k++)
                languages |= pack_paragraph_term(pack, paragraph.first_term + k).languages;
            paragraphs += languages >> l & 1;
        }
        fprintf(out, "glossary     %s: entries with terms: %d, paragraphs: %d\n", pack_language(pack, l).tag, entries, paragraphs);
    }
}

static size_t payload_bytes(struct pack *pack, int *faces)
{
    size_t size = 0;

    *faces = 0;
    for (int role = 0; role < PACK_ROLE_COUNT; role++)
        *faces += pack_face_count(pack, role);
    for (int p = 0; p < pack_exhibit(pack).pictures; p++)
        size += pack_picture(pack, p).size;
    return size;
}

void show_summary(struct pack *pack, FILE *out)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);
    int faces;
    size_t pictures = payload_bytes(pack, &faces);

    fprintf(out, "exhibit      %s, version %s\n", exhibit.id, exhibit.version);
    fprintf(out, "identity     %08x\n", pack_identity(pack));
    fputs("span         ", out);
    print_day(out, exhibit.start_day);
    fputs(" to ", out);
    print_day(out, exhibit.end_day);
    fputc('\n', out);
    print_languages(pack, out);
    print_documents(pack, out);
    print_lanes(pack, out);
    print_entries(pack, out);
    fprintf(out, "names        %d people, %d places, %d terms\n", exhibit.people, exhibit.places, exhibit.terms);
    print_terms(pack, out);
    fprintf(out, "stories      %d\n", exhibit.stories);
    fprintf(out, "pictures     %d, %zu bytes\n", exhibit.pictures, pictures);
    fprintf(out, "fonts        %d faces in %d roles\n", faces, PACK_ROLE_COUNT);
}

/* ---- verifying ------------------------------------------------------------------------------ */

/* One text of every block is enough; neighbours cost nothing. */
static void unpack_field(struct pack *pack, enum pack_field field, int count)
{
    for (int l = 0; l < pack_exhibit(pack).languages; l++) {
        for (int i = 0; i < count; i++)
            pack_text(pack, l, field, i);
        pack_trim(pack);
    }
}

static int statement_count(const struct pack *pack)
{
    int entries = pack_exhibit(pack).entries;
    struct pack_entry last;

    if (entries == 0)
        return 0;
    last = pack_entry(pack, entries - 1);
    return last.first_statement + last.statement_count;
}

static int source_count(const struct pack *pack)
{
    int entries = pack_exhibit(pack).entries;
    struct pack_entry last;

    if (entries == 0)
        return 0;
    last = pack_entry(pack, entries - 1);
    return last.first_source + last.source_count;
}

static void unpack_texts(struct pack *pack)
{
    struct pack_exhibit exhibit = pack_exhibit(pack);

    for (int l = 0; l < exhibit.languages; l++)
        pack_string(pack, l, 0, 0);
    unpack_field(pack, PACK_MONTH_NAME, 24);
    unpack_field(pack, PACK_WEEKDAY_NAME, 7);
    unpack_field(pack, PACK_LANE_NAME, exhibit.lanes);
    unpack_field(pack, PACK_DOCUMENT_NOTE, exhibit.documents);
    unpack_field(pack, PACK_PERSON_ROLE, exhibit.people);
    unpack_field(pack, PACK_PLACE_NOW, exhibit.places);
    unpack_field(pack, PACK_TERM_TEXT, exhibit.terms);
    unpack_field(pack, PACK_STORY_TITLE, exhibit.stories);
    unpack_field(pack, PACK_PICTURE_TEXT, exhibit.pictures);
    unpack_field(pack, PACK_ENTRY_SHORT, exhibit.entries);
    unpack_field(pack, PACK_ENTRY_OLD_STYLE, exhibit.entries);
    unpack_field(pack, PACK_STATEMENT, statement_count(pack));
    unpack_field(pack, PACK_QUOTATION, source_count(pack));
    unpack_field(pack, PACK_EDITORS, pack_disagreement_count(pack));
    unpack_field(pack, PACK_PARAGRAPH, exhibit.paragraphs);
    unpack_field(pack, PACK_TRANSLATION, exhibit.paragraphs);
}

static void unpack_coasts(struct pack *pack)
{
    for (int r = 0; r < pack_ring_count(pack, -1); r++)
        pack_ring(pack, -1, r);
    for (int p = 0; p < pack_exhibit(pack).places; p++) {
        int inset = pack_place(pack, p).inset;

        for (int r = 0; inset >= 0 && r < pack_ring_count(pack, inset); r++)
            pack_ring(pack, inset, r);
    }
}

static void unpack_payloads(struct pack *pack)
{
    for (int p = 0; p < pack_exhibit(pack).pictures; p++)
        pack_picture(pack, p);
    for (int role = 0; role < PACK_ROLE_COUNT; role++) {
        for (int f = 0; f < pack_face_count(pack, role); f++)
            pack_face(pack, role, f);
    }
}

bool show_verify(const char *path, FILE *out)
{
    struct pack *pack;
    enum pack_error error = pack_open(path, &pack);
    struct pack_exhibit exhibit;
    bool is_good;

    if (error != PACK_OK) {
        fprintf(out, "%s: %s\n", path, pack_error_text(error));
        return false;
    }
    unpack_texts(pack);
    unpack_coasts(pack);
    unpack_payloads(pack);
    exhibit = pack_exhibit(pack);
    is_good = !pack_is_damaged(pack);
    if (is_good)
        fprintf(out, "%s is good: %s, version %s, %d %s in %d %s.\n", path, exhibit.id, exhibit.version, exhibit.entries,
                exhibit.entries == 1 ? "entry" : "entries", exhibit.languages,
                exhibit.languages == 1 ? "language" : "languages");
    else
        fprintf(out, "%s: %s\n", path, pack_error_text(PACK_CHECKSUM));
    pack_close(pack);
    return is_good;
}
