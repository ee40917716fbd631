#include "compiler/write_part.h"
#include "compiler/write_quoted.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

/* Entries by paragraph: first a count, then a fill, so that it stays linear. */
struct uses {
    uint32_t *first; /* by paragraph, one more than there are */
    int *last_entry; /* the entry counted last, so that each counts once */
    uint32_t *entry;
    bool is_counting;
};

static void use_pieces(const struct writer *writer, struct uses *uses, int entry, int document,
                       const struct draft_piece *pieces, int count)
{
    for (int p = 0; p < count; p++) {
        int paragraph = writer->first_paragraph[document] + pieces[p].paragraph;

        if (uses->last_entry[paragraph] == entry)
            continue;
        uses->last_entry[paragraph] = entry;
        if (uses->is_counting)
            uses->first[paragraph + 1]++;
        else
            uses->entry[uses->first[paragraph]++] = (uint32_t)entry;
    }
}

static void use_entry(const struct writer *writer, struct uses *uses, int entry)
{
    const struct draft_entry *from = &writer->draft->entries[entry];

    for (int s = 0; s < from->source_count; s++)
        use_pieces(writer, uses, entry, from->sources[s].document.index, from->sources[s].pieces, from->sources[s].piece_count);
    for (int d = 0; d < from->disagreement_count; d++) {
        const struct draft_disagreement *disagreement = &from->disagreements[d];

        for (int a = 0; a < disagreement->answer_count; a++)
            use_pieces(writer, uses, entry, disagreement->answers[a].document.index, disagreement->answers[a].pieces,
                       disagreement->answers[a].piece_count);
    }
}

static void use_all(const struct writer *writer, struct uses *uses, int paragraphs)
{
    for (int p = 0; p < paragraphs; p++)
        uses->last_entry[p] = -1;
    for (int e = 0; e < writer->draft->entry_count; e++)
        use_entry(writer, uses, e);
}

static struct uses uses_open(const struct writer *writer)
{
    int paragraphs = writer->first_paragraph[writer->draft->document_count];
    struct uses uses = {
        .first = memory_take_zeroed((size_t)paragraphs + 1, sizeof *uses.first),
        .last_entry = memory_take((size_t)paragraphs * sizeof *uses.last_entry),
        .is_counting = true,
    };

    use_all(writer, &uses, paragraphs);
    for (int p = 0; p < paragraphs; p++)
        uses.first[p + 1] += uses.first[p];
    uses.entry = memory_take(uses.first[paragraphs] * sizeof *uses.entry);
    uses.is_counting = false;
    use_all(writer, &uses, paragraphs);
    /* The fill moved every beginning to its end, which is the next beginning. */
    memmove(uses.first + 1, uses.first, (size_t)paragraphs * sizeof *uses.first);
    uses.first[0] = 0;
    return uses;
}

static void uses_close(struct uses *uses)
{
    free(uses->first);
    free(uses->last_entry);
    free(uses->entry);
}

static void put_days(struct buffer *days, const struct draft_date *start, const struct draft_date *end)
{
    struct pack_days span = {start->first_day, end->last_day > start->last_day ? end->last_day : start->last_day};

    buffer_put(days, &span, sizeof span);
}

static bool is_dated_by(const struct draft_entry *entry, const struct draft_source *source)
{
    for (int i = 0; i < entry->shown_from_count; i++) {
        if (strcmp(entry->shown_from[i], source->label) == 0)
            return true;
    }
    return false;
}

/* A document speaks of the days it states: the whole of a span only where it states both ends. */
static void note_stated(const struct draft_entry *entry, struct buffer *days)
{
    bool states_start = entry->start.by == PACK_BY_DOCUMENT;
    bool states_end = entry->has_end && !entry->open_end && entry->end.by == PACK_BY_DOCUMENT;

    if (states_start)
        put_days(days, &entry->start, states_end ? &entry->end : &entry->start);
    else if (states_end)
        put_days(days, &entry->end, &entry->end);
}

static void note_voices(const struct draft_entry *entry, struct buffer *days)
{
    for (int s = 0; s < entry->source_count; s++) {
        if (is_dated_by(entry, &entry->sources[s]))
            note_stated(entry, &days[entry->sources[s].document.index]);
    }
    for (int d = 0; d < entry->disagreement_count; d++) {
        for (int a = 0; a < entry->disagreements[d].answer_count; a++) {
            const struct draft_answer *answer = &entry->disagreements[d].answers[a];

            if (answer->has_date)
                put_days(&days[answer->document.index], &answer->date, &answer->date);
        }
    }
}

static int compare_days(const void *a, const void *b)
{
    const struct pack_days *one = a, *two = b;

    if (one->first_day != two->first_day)
        return one->first_day < two->first_day ? -1 : 1;
    return (one->last_day > two->last_day) - (one->last_day < two->last_day);
}

static void put_voices(struct writer *writer, struct buffer *days)
{
    struct pack_days *spans = (struct pack_days *)(void *)days->bytes;
    size_t count = days->size / sizeof *spans;

    if (count > 1)
        qsort(spans, count, sizeof *spans, compare_days);
    for (size_t i = 0; i < count;) {
        struct pack_days span = spans[i++];

        for (; i < count && spans[i].first_day <= span.last_day + 1; i++) {
            if (spans[i].last_day > span.last_day)
                span.last_day = spans[i].last_day;
        }
        put(writer, SECTION_VOICES, (uint32_t)span.first_day);
        put(writer, SECTION_VOICES, (uint32_t)(span.last_day - span.first_day));
    }
}

static int tag_index(const struct draft *draft, const char *tag)
{
    for (int t = 0; t < draft->tag_count; t++) {
        if (tag != NULL && strcmp(draft->tags[t], tag) == 0)
            return t;
    }
    return -1;
}

static bool put_document(struct writer *writer, const struct draft_document *document)
{
    int tag = tag_index(writer->draft, document->language);

    if (tag < 0)
        return refuse(writer, document->at, "the document's language is not among the languages of the exhibit");
    put_name(writer, SECTION_DOCUMENTS, document->id);
    put_name(writer, SECTION_DOCUMENTS, document->siglum);
    put(writer, SECTION_DOCUMENTS, (uint32_t)tag);
    put(writer, SECTION_DOCUMENTS, document->has_full_text ? DOCUMENT_FULL_TEXT : 0);
    put_name(writer, SECTION_DOCUMENTS, document->licence != NULL ? document->licence : "unknown");
    put_name(writer, SECTION_DOCUMENTS, document->url);
    put_name(writer, SECTION_DOCUMENTS, document->holder);
    put_name(writer, SECTION_DOCUMENTS, document->author);
    put(writer, SECTION_DOCUMENTS, rows(writer, SECTION_PARAGRAPHS));
    put(writer, SECTION_DOCUMENTS, rows(writer, SECTION_VOICES));
    return true;
}

static void put_paragraphs(struct writer *writer, int document, const struct uses *uses)
{
    const struct draft_document *from = &writer->draft->documents[document];

    for (int p = 0; p < from->paragraph_count; p++) {
        const char *bytes = quoted_text(writer->quoted[document], p)->bytes;
        uint32_t kind = from->paragraphs[p].kind;

        put(writer, SECTION_PARAGRAPHS, ((uint32_t)from->paragraphs[p].number & 0xffff) | kind << 16);
        put(writer, SECTION_PARAGRAPHS, bytes != NULL ? (uint32_t)strlen(bytes) : 0);
        put(writer, SECTION_PARAGRAPHS, uses->first[writer->first_paragraph[document] + p]);
        put(writer, SECTION_PARAGRAPHS, rows(writer, SECTION_PARAGRAPH_TERMS));
        put_term_uses(writer, SECTION_PARAGRAPH_TERMS, from->paragraphs[p].term_uses, from->paragraphs[p].term_use_count);
    }
}

bool write_documents(struct writer *writer)
{
    const struct draft *draft = writer->draft;
    struct buffer days[DRAFT_DOCUMENTS_MAX] = {{0}};
    struct uses uses = uses_open(writer);
    bool is_good = true;

    for (int e = 0; e < draft->entry_count; e++)
        note_voices(&draft->entries[e], days);
    for (int d = 0; d < draft->document_count && is_good; d++) {
        is_good = put_document(writer, &draft->documents[d]);
        put_paragraphs(writer, d, &uses);
        put_voices(writer, &days[d]);
    }
    for (uint32_t u = 0; u < uses.first[writer->first_paragraph[draft->document_count]]; u++)
        put(writer, SECTION_USES, uses.entry[u]);
    for (int d = 0; d < draft->document_count; d++)
        buffer_done(&days[d]);
    uses_close(&uses);
    return is_good;
}
