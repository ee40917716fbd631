#include "compiler/write_blocks.h"
#include "compiler/write_quoted.h"

#include <string.h>

#include "compiler/ids.h"

/* Up to here all text is compressed as well as Brotli can, above as fast as makes sense. */
enum { BEST_QUALITY_MAX = 8 << 20, BEST_QUALITY = 11, FAST_QUALITY = 5 };

/* Large blocks shrink better; small ones are unpacked sooner when a visitor jumps around in a large exhibit. */
enum { TARGET_SMALL_EXHIBIT = 256 << 10, TARGET_LARGE_EXHIBIT = 64 << 10 };

/* The texts of one stream in the order of format.h, once to look at them and once to write them. */
struct stream {
    struct writer *writer;
    struct blocks_writer *blocks; /* NULL: only look */
    int language;
    const struct ids *strings;
    size_t total;
    uint32_t plain;                     /* row of STYLES for texts without spans */
    uint32_t begins[FORMAT_STYLES_MAX]; /* how many texts begin in a style */
    bool is_good;
};

static void text(struct stream *stream, const struct draft_text *from)
{
    uint32_t style = stream->plain;

    if (stream->blocks != NULL) {
        stream->is_good = stream->is_good && blocks_put(stream->blocks, from);
        return;
    }
    if (from->bytes == NULL)
        return;
    if (from->span_count > 0)
        style = blocks_style(stream->writer, &from->spans[0]);
    if (style < FORMAT_STYLES_MAX)
        stream->begins[style]++;
    stream->total += strlen(from->bytes);
}

static void words(struct stream *stream, const struct draft_words *from)
{
    text(stream, &from->in[stream->language]);
}

static void may_cut(struct stream *stream)
{
    if (stream->blocks != NULL)
        blocks_may_cut(stream->blocks);
}

/* The interface and the labels stand apart from what is read: they are all that the first screen needs of a language. */
static void cut(struct stream *stream)
{
    if (stream->blocks != NULL)
        blocks_cut(stream->blocks);
}

static void strings(struct stream *stream)
{
    struct draft *draft = stream->writer->draft;

    for (int id = 0; id < PACK_STRING_COUNT; id++) {
        int found = ids_find(stream->strings, pack_string_key(id));

        if (found < 0)
            continue;
        for (int form = 0; draft->strings[found].is_plural && form < TEXTS_PER_PLURAL; form++)
            words(stream, &draft->strings[found].forms[form]);
        if (!draft->strings[found].is_plural)
            words(stream, &draft->strings[found].forms[PACK_OTHER]);
    }
}

static void calendar(struct stream *stream)
{
    struct draft *draft = stream->writer->draft;

    for (int m = 0; m < TEXTS_MONTHS; m++)
        words(stream, &draft->months[m]);
    for (int d = 0; d < TEXTS_WEEKDAYS; d++)
        words(stream, &draft->weekdays[d]);
}

static void names(struct stream *stream)
{
    static const struct draft_words missing;
    struct draft *draft = stream->writer->draft;

    for (int t = 0; t < draft->tag_count; t++)
        words(stream, draft->tag_names != NULL ? &draft->tag_names[t] : &missing);
    for (int l = 0; l < draft->lane_count; l++)
        words(stream, &draft->lanes[l].name);
    for (int d = 0; d < draft->document_count; d++) {
        words(stream, &draft->documents[d].title);
        words(stream, &draft->documents[d].brief);
        words(stream, &draft->documents[d].kind);
        words(stream, &draft->documents[d].note);
        words(stream, &draft->documents[d].credit);
    }
}

static void things(struct stream *stream)
{
    struct draft *draft = stream->writer->draft;

    for (int p = 0; p < draft->person_count; p++) {
        words(stream, &draft->people[p].name);
        words(stream, &draft->people[p].role);
    }
    for (int p = 0; p < draft->place_count; p++) {
        words(stream, &draft->places[p].name);
        words(stream, &draft->places[p].now);
    }
    for (int t = 0; t < draft->term_count; t++) {
        words(stream, &draft->terms[t].term);
        words(stream, &draft->terms[t].text);
    }
    for (int s = 0; s < draft->story_count; s++)
        words(stream, &draft->stories[s].title);
    for (int s = 0; s < draft->story_count; s++) {
        for (int stop = 0; stop < draft->stories[s].stop_count; stop++)
            words(stream, &draft->stories[s].stops[stop].text);
    }
    for (int p = 0; p < draft->picture_count; p++)
        words(stream, &draft->pictures[p].alt);
}

static void labels(struct stream *stream)
{
    struct draft *draft = stream->writer->draft;

    for (int e = 0; e < draft->entry_count; e++) {
        may_cut(stream);
        words(stream, &draft->entries[e].brief);
        words(stream, &draft->entries[e].title);
        words(stream, &draft->entries[e].date);
        words(stream, &draft->entries[e].old_style_date);
    }
}

static void disagreements(struct stream *stream, const struct draft_entry *entry)
{
    for (int d = 0; d < entry->disagreement_count; d++) {
        words(stream, &entry->disagreements[d].question);
        words(stream, &entry->disagreements[d].subline);
        words(stream, &entry->disagreements[d].editors);
    }
    for (int d = 0; d < entry->disagreement_count; d++) {
        for (int a = 0; a < entry->disagreements[d].answer_count; a++) {
            words(stream, &entry->disagreements[d].answers[a].words);
            words(stream, &entry->disagreements[d].answers[a].rest);
            words(stream, &entry->disagreements[d].answers[a].note);
        }
    }
}

static void bodies(struct stream *stream)
{
    struct draft *draft = stream->writer->draft;

    for (int e = 0; e < draft->entry_count; e++) {
        const struct draft_entry *entry = &draft->entries[e];

        may_cut(stream);
        for (int s = 0; s < entry->statement_count; s++)
            words(stream, &entry->statements[s].text);
        for (int s = 0; s < entry->source_count; s++)
            words(stream, &entry->sources[s].translation);
        disagreements(stream, entry);
    }
}

static void translations(struct stream *stream)
{
    static const struct draft_words missing;
    struct draft *draft = stream->writer->draft;

    for (int d = 0; d < draft->document_count; d++) {
        const struct draft_document *document = &draft->documents[d];

        for (int p = 0; p < document->paragraph_count; p++) {
            may_cut(stream);
            words(stream, document->has_full_text ? &document->paragraphs[p].translation : &missing);
        }
    }
}

static void language_texts(struct stream *stream)
{
    strings(stream);
    calendar(stream);
    names(stream);
    things(stream);
    may_cut(stream);
    labels(stream);
    cut(stream);
    bodies(stream);
    translations(stream);
}

static void document_texts(struct stream *stream, int document)
{
    for (int p = 0; p < stream->writer->draft->documents[document].paragraph_count; p++) {
        may_cut(stream);
        text(stream, quoted_text(stream->writer->quoted[document], p));
    }
}

/* Without spans a text is Latin, in the direction of its language. */
static uint32_t plain_style(struct writer *writer, int language)
{
    struct pack_span plain = {.script = {'L', 'a', 't', 'n'}};
    uint32_t style;

    plain.level = language >= 0 && writer->draft->languages[language].is_right_to_left;
    style = blocks_style(writer, &plain);
    return style != UINT32_MAX ? style : 0; /* with too many styles the pack is refused anyway */
}

static uint32_t usual_style(const struct stream *stream)
{
    uint32_t best = stream->plain;

    for (uint32_t s = 0; s < FORMAT_STYLES_MAX; s++) {
        if (stream->begins[s] > stream->begins[best])
            best = s;
    }
    return best;
}

static void put_strings(struct writer *writer, const struct ids *keys)
{
    for (int id = 0; id < PACK_STRING_COUNT; id++) {
        int found = ids_find(keys, pack_string_key(id));

        if (found < 0)
            continue;
        put_name(writer, SECTION_STRINGS, pack_string_key(id));
        put(writer, SECTION_STRINGS, writer->draft->strings[found].is_plural ? STRING_PLURAL : 0);
    }
}

/* Numbers are those of format.h. */
static bool has_stream(const struct draft *draft, int number)
{
    if (number < FORMAT_LANGUAGES_MAX)
        return number < draft->language_count;
    return number - FORMAT_LANGUAGES_MAX < draft->document_count;
}

static void run(struct stream *stream, int number)
{
    if (number < FORMAT_LANGUAGES_MAX)
        language_texts(stream);
    else
        document_texts(stream, number - FORMAT_LANGUAGES_MAX);
}

static struct stream stream_open(struct writer *writer, int number, const struct ids *keys)
{
    struct stream stream = {.writer = writer, .strings = keys, .is_good = true};

    stream.language = number < FORMAT_LANGUAGES_MAX ? number : -1;
    stream.plain = plain_style(writer, stream.language);
    return stream;
}

/* Looks at all text first: how much it is, and how it mostly begins. */
static size_t measure(struct writer *writer, const struct ids *keys, uint32_t *styles)
{
    size_t total = 0;

    for (int number = 0; number < FORMAT_STREAMS_MAX; number++) {
        struct stream stream;

        if (!has_stream(writer->draft, number))
            continue;
        stream = stream_open(writer, number, keys);
        run(&stream, number);
        total += stream.total;
        styles[number] = usual_style(&stream);
    }
    return total;
}

static bool put_streams(struct writer *writer, struct blocks_writer *blocks, const struct ids *keys, const uint32_t *styles)
{
    for (int number = 0; number < FORMAT_STREAMS_MAX; number++) {
        struct stream stream;

        if (!has_stream(writer->draft, number))
            continue;
        stream = stream_open(writer, number, keys);
        stream.blocks = blocks;
        blocks_begin(blocks, (uint32_t)number, styles[number], stream.plain);
        run(&stream, number);
        if (!stream.is_good)
            return false;
    }
    return true;
}

bool write_text(struct writer *writer)
{
    struct draft *draft = writer->draft;
    struct ids *keys = ids_open(draft->strings, draft->string_count, sizeof *draft->strings,
                                offsetof(struct draft_string, key));
    uint32_t styles[FORMAT_STREAMS_MAX];
    bool is_small = measure(writer, keys, styles) <= BEST_QUALITY_MAX;
    struct blocks_writer *blocks;
    bool is_good;

    writer->quality = is_small ? BEST_QUALITY : FAST_QUALITY;
    blocks = blocks_writer_open(writer, is_small ? TARGET_SMALL_EXHIBIT : TARGET_LARGE_EXHIBIT);
    put_strings(writer, keys);
    is_good = put_streams(writer, blocks, keys, styles);
    blocks_writer_close(blocks);
    ids_close(keys);
    return is_good;
}
