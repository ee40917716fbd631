#include "compiler/terms.h"
#include "sample_part.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const bool string_is_plural[PACK_STRING_COUNT] = {
#define STRING(name, key) false,
#define PLURAL(name, key) true,
#include "pack/strings.def"
#undef STRING
#undef PLURAL
};

enum { ENGLISH, POLISH, HEBREW };

const char *sample_print(struct draft *draft, const char *format, ...)
{
    char line[512];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    return draft_copy(draft, line, (size_t)length);
}

/* The same words in every language, told apart by the tag. */
static void say(struct draft *draft, struct draft_words *words, const char *what)
{
    for (int l = 0; l < draft->language_count; l++)
        words->in[l].bytes = sample_print(draft, "%s %s", what, draft->languages[l].tag);
}

void sample_add_language(struct draft *draft, const char *tag, const char *quotes)
{
    struct draft_language *language = &draft->languages[draft->language_count++];

    language->tag = tag;
    language->quote_open = language->quote_close = quotes;
    language->inner_open = language->inner_close = "'";
    for (int n = 0; n < 200; n++)
        language->plural[n] = n == 1 ? PACK_ONE : PACK_OTHER;
    *ADD(draft, draft->tags, draft->tag_count) = tag;
}

void sample_add_tag(struct draft *draft, const char *tag)
{
    *ADD(draft, draft->tags, draft->tag_count) = tag;
}

void sample_name_tags(struct draft *draft)
{
    draft->tag_names = draft_alloc(draft, (size_t)draft->tag_count * sizeof *draft->tag_names);
    for (int t = 0; t < draft->tag_count; t++)
        say(draft, &draft->tag_names[t], draft->tags[t]);
}

void sample_add_strings(struct draft *draft)
{
    for (int id = 0; id < PACK_STRING_COUNT; id++) {
        struct draft_string *string = ADD(draft, draft->strings, draft->string_count);

        string->key = pack_string_key(id);
        string->is_plural = string_is_plural[id];
        say(draft, &string->forms[PACK_OTHER], string->key);
        if (string->is_plural)
            say(draft, &string->forms[PACK_ONE], sample_print(draft, "%s one", string->key));
    }
}

void sample_add_calendar(struct draft *draft)
{
    for (int m = 0; m < 24; m++)
        say(draft, &draft->months[m], sample_print(draft, "month %d", m));
    for (int d = 0; d < 7; d++)
        say(draft, &draft->weekdays[d], sample_print(draft, "%d", d));
}

void sample_add_faces(struct draft *draft, enum pack_role role, int count)
{
    for (int f = 0; f < count; f++) {
        struct draft_face *face = ADD(draft, draft->roles[role].faces, draft->roles[role].count);
        const char *bytes = sample_print(draft, "face %d of role %d", f, (int)role);

        face->file = bytes;
        face->bytes = (uint8_t *)(uintptr_t)bytes;
        face->size = strlen(bytes);
    }
}

static void add_picture(struct draft *draft, const char *id, const char *bytes)
{
    struct draft_picture *picture = ADD(draft, draft->pictures, draft->picture_count);

    picture->id = id;
    picture->bytes = (uint8_t *)(uintptr_t)bytes;
    picture->size = strlen(bytes);
    picture->is_decorative = bytes[0] == '<';
    picture->licence = "CC0-1.0";
    if (!picture->is_decorative)
        say(draft, &picture->alt, id);
}

void sample_add_lane(struct draft *draft, const char *id, uint32_t colour)
{
    struct draft_lane *lane = &draft->lanes[draft->lane_count];

    lane->id = id;
    lane->colour = colour;
    lane->shape = PACK_TRIANGLE;
    lane->pattern = PACK_DOTS;
    lane->motif.id = "motif";
    say(draft, &lane->name, id);
    draft->lane_count++;
}

static struct draft_document *add_document(struct draft *draft, const char *siglum, const char *language)
{
    struct draft_document *document = ADD(draft, draft->documents, draft->document_count);

    document->id = sample_print(draft, "document-%s", siglum);
    document->siglum = siglum;
    document->language = language;
    document->has_full_text = true;
    say(draft, &document->title, sample_print(draft, "Document %s", siglum));
    say(draft, &document->brief, siglum);
    say(draft, &document->kind, "a text");
    return document;
}

static struct draft_paragraph *add_paragraph(struct draft *draft, struct draft_document *document, const char *text)
{
    struct draft_paragraph *paragraph = ADD(draft, document->paragraphs, document->paragraph_count);
    const char *stop = strstr(text, ". ");

    paragraph->number = document->paragraph_count;
    paragraph->original.bytes = text;
    *ADD(draft, paragraph->sentences, paragraph->sentence_count) = 0;
    if (stop != NULL)
        *ADD(draft, paragraph->sentences, paragraph->sentence_count) = (uint32_t)(stop - text) + 2;
    for (int l = 0; l < draft->language_count; l++) {
        if (strcmp(draft->languages[l].tag, document->language) != 0)
            paragraph->translation.in[l].bytes = sample_print(draft, "%s %d in %s", document->siglum, paragraph->number,
                                                              draft->languages[l].tag);
    }
    return paragraph;
}

static struct draft_piece find_piece(const struct draft_document *document, const char *words)
{
    struct draft_piece piece = {.text = words, .paragraph = -1, .length = (uint32_t)strlen(words)};

    for (int p = 0; p < document->paragraph_count; p++) {
        const char *text = document->paragraphs[p].original.bytes;
        const char *at = strstr(text, words);

        if (at != NULL && piece.paragraph < 0) {
            piece.paragraph = p;
            piece.start = (uint32_t)(at - text);
        }
    }
    if (piece.paragraph < 0) {
        fprintf(stderr, "sample: \"%s\" is in no paragraph\n", words);
        abort();
    }
    return piece;
}

struct draft_entry *sample_add_entry(struct draft *draft, const char *id, const char *lane, int32_t day)
{
    struct draft_entry *entry = ADD(draft, draft->entries, draft->entry_count);

    entry->id = id;
    entry->lane.id = lane;
    entry->importance = 1 + draft->entry_count % 4;
    entry->start = (struct draft_date){.precision = PACK_DAY, .first_day = day, .last_day = day};
    entry->end = entry->start;
    entry->motif.index = -1;
    say(draft, &entry->brief, id);
    say(draft, &entry->title, sample_print(draft, "The title of %s", id));
    say(draft, &entry->date, sample_print(draft, "day %d", (int)day));
    return entry;
}

void sample_add_ref(struct draft *draft, struct draft_refs *refs, const char *id)
{
    ADD(draft, refs->items, refs->count)->id = id;
}

struct draft_source *sample_add_source(struct draft *draft, struct draft_entry *entry, int document, const char *label,
                                       const char *words)
{
    struct draft_source *source = ADD(draft, entry->sources, entry->source_count);

    source->label = label;
    source->document.id = draft->documents[document].id;
    *ADD(draft, source->pieces, source->piece_count) = find_piece(&draft->documents[document], words);
    for (int l = 0; l < draft->language_count; l++) {
        if (strcmp(draft->languages[l].tag, draft->documents[document].language) != 0)
            source->translation.in[l].bytes = sample_print(draft, "%s in %s", label, draft->languages[l].tag);
    }
    return source;
}

static void add_mark(struct draft *draft, struct draft_source *source, uint32_t offset, uint32_t length)
{
    struct draft_mark *mark = ADD(draft, source->marks, source->mark_count);

    mark->piece = source->piece_count - 1;
    mark->start = source->pieces[mark->piece].start + offset;
    mark->length = length;
}

static void add_statement(struct draft *draft, struct draft_entry *entry, const char *text, int source)
{
    struct draft_statement *statement = ADD(draft, entry->statements, entry->statement_count);

    say(draft, &statement->text, text);
    statement->is_editors = source < 0;
    if (source >= 0)
        *ADD(draft, statement->sources, statement->source_count) = source;
}

void sample_shown_from(struct draft *draft, struct draft_entry *entry, const char *label)
{
    *ADD(draft, entry->shown_from, entry->shown_from_count) = label;
}

static void add_exhibit(struct draft *draft)
{
    draft->id = "sample";
    draft->version = "1.2.3";
    draft->span_start.first_day = -19358; /* 1917-01-01 */
    draft->span_end.last_day = -16437;    /* 1924-12-31 */
    draft->default_language = ENGLISH;
    sample_add_language(draft, "en", "\"");
    sample_add_language(draft, "pl", "\u201d");
    sample_add_language(draft, "he", "\u05f4");
    draft->languages[HEBREW].is_right_to_left = true;
    for (int n = 2; n < 5; n++)
        draft->languages[POLISH].plural[n] = PACK_FEW;
    sample_add_tag(draft, "ru");
    sample_name_tags(draft);
    ADD(draft, draft->fallback, draft->fallback_count)->id = "pl";
}

void sample_add_pictures(struct draft *draft)
{
    add_picture(draft, "motif",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\">"
                "<rect width=\"8\" height=\"8\"/><rect width=\"8\" height=\"8\"/></svg>");
    add_picture(draft, "photo", "\x89PNG not really");
}

void sample_add_documents(struct draft *draft)
{
    struct draft_document *a = add_document(draft, "A", "en");
    struct draft_document *b;
    struct draft_document *c;
    struct draft_paragraph *marked;

    a->author = "An Author";
    a->url = "https://example.org/a";
    add_paragraph(draft, a, "A heading")->kind = PACK_HEADING;
    marked = add_paragraph(draft, a, "The treaty was signed on 16 April. Nobody \u2014 \u0434\u0430 \u2014 objected.");
    marked->original.breaks = draft_alloc(draft, strlen(marked->original.bytes) + 1);
    marked->original.breaks[6] = PACK_BREAK_HYPHEN;
    marked->original.breaks[28] = PACK_BREAK_GLUE;
    marked->original.spans = draft_alloc(draft, 3 * sizeof *marked->original.spans);
    marked->original.spans[0] = (struct pack_span){0, 0, 0, 0, 0, {'L', 'a', 't', 'n'}};
    marked->original.spans[1] = (struct pack_span){46, 0, 1, 0, (uint8_t)draft->tag_count, {'C', 'y', 'r', 'l'}};
    marked->original.spans[2] = (struct pack_span){50, 0, 0, 0, 0, {'L', 'a', 't', 'n'}};
    marked->original.span_count = 3;
    b = add_document(draft, "B", "pl");
    add_paragraph(draft, b, "Podpisano w nocy z 14 na 15 kwietnia. Za\u017c\u00f3\u0142\u0107.");
    c = add_document(draft, "C", "ru");
    c->has_full_text = false;
    c->licence = "CC-BY-SA-4.0";
    add_paragraph(draft, c,
                  "\u041e\u0434\u0438\u043d. \u0414\u0432\u0430. \u0422\u0440\u0438. "
                  "\u0427\u0435\u0442\u044b\u0440\u0435. \u041f\u044f\u0442\u044c.");
    add_paragraph(draft, c, "\u041d\u0435 \u0446\u0438\u0442\u0438\u0440\u0443\u0435\u0442\u0441\u044f.");
}

void sample_add_names(struct draft *draft)
{
    static const char *const people[] = {"lenin", "chicherin"};
    static const char *const places[] = {"rapallo", "genoa"};
    struct draft_term *term = ADD(draft, draft->terms, draft->term_count);

    term->id = "nep";
    *ADD(draft, term->forms[ENGLISH], term->form_count[ENGLISH]) = "treaty";
    *ADD(draft, term->forms[POLISH], term->form_count[POLISH]) = "nocy";
    say(draft, &term->term, "NEP");
    say(draft, &term->text, "New Economic Policy");
    for (int i = 0; i < 2; i++) {
        struct draft_person *person = ADD(draft, draft->people, draft->person_count);
        struct draft_place *place = ADD(draft, draft->places, draft->place_count);

        person->id = people[i];
        say(draft, &person->name, people[i]);
        place->id = places[i];
        place->latitude = 44.35 + 0.05 * i;
        place->longitude = 9.23 - 0.3 * i;
        place->inset = i == 0 ? "rapallo" : NULL;
        say(draft, &place->name, places[i]);
    }
}

static void add_coasts(struct draft *draft)
{
    static int32_t world[] = {0, 0, 100000, 0, 100000, 100000, -1800000, 900000};
    static int32_t near[] = {92300, 443500, 92310, 443510, 92300, 443520};

    for (int c = 0; c < 2; c++) {
        struct draft_coast *coast = ADD(draft, draft->coasts, draft->coast_count);

        coast->place = c == 0 ? NULL : "rapallo";
        for (int r = 0; r <= 1 - c; r++) {
            struct draft_ring *ring = ADD(draft, coast->rings, coast->ring_count);

            ring->points = c == 0 && r == 0 ? world : near;
            ring->point_count = c == 0 && r == 0 ? 4 : 3;
        }
    }
}

static void add_answers(struct draft *draft, struct draft_entry *entry)
{
    struct draft_disagreement *disagreement = ADD(draft, entry->disagreements, entry->disagreement_count);

    disagreement->id = "day";
    say(draft, &disagreement->question, "Signed on which day?");
    say(draft, &disagreement->subline, "Two documents, two days");
    say(draft, &disagreement->editors, "16 April is right.");
    for (int d = 0; d < 3; d++) {
        struct draft_answer *answer = ADD(draft, disagreement->answers, disagreement->answer_count);

        answer->document.id = draft->documents[d].id;
        answer->is_silent = d == 2;
        answer->differs = d < 2;
        answer->has_date = d < 2;
        answer->source = d < 2 ? d : -1;
        answer->date = (struct draft_date){
            .precision = d == 0 ? PACK_DAY : PACK_NIGHT, .first_day = -17427 - 2 * d, .last_day = -17427 - d};
        if (d == 2) {
            *ADD(draft, answer->pieces, answer->piece_count) = find_piece(&draft->documents[2],
                                                                          "\u0427\u0435\u0442\u044b\u0440\u0435.");
            say(draft, &answer->note, "Silent.");
        } else {
            say(draft, &answer->words, d == 0 ? "16" : "14");
            say(draft, &answer->rest, "April 1922");
        }
    }
}

static void add_treaty(struct draft *draft)
{
    struct draft_entry *entry = sample_add_entry(draft, "treaty", "diplomacy", -17427); /* 1922-04-16 */
    struct draft_source *source = sample_add_source(draft, entry, 0, "a-signed", "signed on 16 April");

    add_mark(draft, source, 10, 8);
    sample_add_source(draft, entry, 1, "b-signed", "z 14 na 15 kwietnia");
    source = sample_add_source(draft, entry, 2, "c-two", "\u0414\u0432\u0430.");
    *ADD(draft, source->pieces, source->piece_count) = find_piece(&draft->documents[2], "\u041f\u044f\u0442\u044c");
    add_mark(draft, source, 0, 4);
    add_statement(draft, entry, "A treaty was signed.", 0);
    *ADD(draft, entry->statements[0].sources, entry->statements[0].source_count) = 1;
    add_statement(draft, entry, "It was Easter Sunday.", -1);
    entry->motif.id = "photo";
    entry->old_style = true;
    say(draft, &entry->old_style_date, "(3 April OS)");
    sample_shown_from(draft, entry, "a-signed");
    sample_add_ref(draft, &entry->places, "rapallo");
    sample_add_ref(draft, &entry->people, "chicherin");
    sample_add_ref(draft, &entry->related, "revolution");
    sample_add_ref(draft, &entry->related, "never-written");
    add_answers(draft, entry);
}

static void add_story(struct draft *draft)
{
    struct draft_story *story = ADD(draft, draft->stories, draft->story_count);

    story->id = "two-days";
    say(draft, &story->title, "Two days");
    for (int s = 0; s < 2; s++) {
        struct draft_stop *stop = ADD(draft, story->stops, story->stop_count);

        stop->entry.id = s == 0 ? "revolution" : "treaty";
        say(draft, &stop->text, sample_print(draft, "Stop %d", s));
    }
}

/* What `breaks` would do for the spans that `terms` has made. */
static void set_script(struct draft_visit visit, void *context)
{
    (void)context;
    for (uint32_t s = 0; s < visit.text->span_count; s++) {
        if (visit.text->spans[s].script[0] == '\0')
            memcpy(visit.text->spans[s].script, "Latn", 4);
    }
}

void sample_draft(struct draft *draft)
{
    struct draft_entry *span;

    draft_init(draft);
    add_exhibit(draft);
    sample_add_strings(draft);
    sample_add_calendar(draft);
    sample_add_faces(draft, PACK_MUSEUM, 2);
    sample_add_faces(draft, PACK_DISPLAY, 1);
    sample_add_pictures(draft);
    sample_add_lane(draft, "power", 0x1c1b1a);
    sample_add_lane(draft, "diplomacy", 0x0a5a9c);
    sample_add_documents(draft);
    sample_add_names(draft);
    add_coasts(draft);
    add_treaty(draft);
    sample_add_entry(draft, "revolution", "power", -19045);
    span = sample_add_entry(draft, "war", "power", -18900);
    span->has_end = true;
    span->end = (struct draft_date){
        .precision = PACK_MONTH, .by = PACK_BY_CONTEXT, .flags = PACK_ABOUT, .first_day = -18000, .last_day = -17970};
    span->open_start = true;
    sample_shown_from(draft, span, "b-night");
    sample_add_source(draft, span, 1, "b-night", "w nocy");
    sample_add_entry(draft, "famine", "power", -17700)->open_end = true;
    sample_add_entry(draft, "union", "diplomacy", -17168);
    sample_add_entry(draft, "last", "diplomacy", -16600)->start.by = PACK_BY_EDITORS;
    add_story(draft);
    draft_sort(draft);
    terms_fill(draft);
    draft_each_text(draft, set_script, NULL);
}

/* ---- opening -------------------------------------------------------------------------------- */

void sample_write(struct sample *sample)
{
    enum pack_error error;

    if (!write_pack(&sample->draft, &sample->result)) {
        fprintf(stderr, "sample: %s\n", sample->result.problem);
        abort();
    }
    error = pack_open_memory(sample->result.bytes, sample->result.size, &sample->pack);
    if (error != PACK_OK) {
        fprintf(stderr, "sample: %s\n", pack_error_text(error));
        abort();
    }
}

void sample_open(struct sample *sample)
{
    sample_draft(&sample->draft);
    sample_write(sample);
}

void sample_close(struct sample *sample)
{
    pack_close(sample->pack);
    free(sample->result.bytes);
    draft_done(&sample->draft);
}
