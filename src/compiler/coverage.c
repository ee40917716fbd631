#include "compiler/coverage.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

/* Entry `entry` quotes bytes [start, end) of paragraph `paragraph`. */
struct citation {
    int paragraph;
    uint32_t start, end;
    int entry;
};

struct citations {
    struct citation *items;
    int count, room;
};

/* ---- quotations -------------------------------------------------------------------------------------------------- */

static void add(struct citations *citations, struct citation citation)
{
    if (citations->count == citations->room) {
        citations->room = citations->room ? 2 * citations->room : 256;
        citations->items = memory_must(realloc(citations->items, (size_t)citations->room * sizeof *citations->items));
    }
    citations->items[citations->count++] = citation;
}

static int compare(const void *a, const void *b)
{
    const struct citation *left = a, *right = b;

    if (left->paragraph != right->paragraph)
        return left->paragraph - right->paragraph;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->entry - right->entry;
}

static struct citations collect(const struct draft *draft, int document)
{
    struct citations citations = {NULL, 0, 0};

    for (int e = 0; e < draft->entry_count; e++)
        for (int s = 0; s < draft->entries[e].source_count; s++) {
            const struct draft_source *source = &draft->entries[e].sources[s];

            for (int p = 0; source->document.index == document && p < source->piece_count; p++)
                if (source->pieces[p].paragraph >= 0)
                    add(&citations,
                        (struct citation){source->pieces[p].paragraph, source->pieces[p].start,
                                          source->pieces[p].start + source->pieces[p].length, e});
        }
    if (citations.count)
        qsort(citations.items, (size_t)citations.count, sizeof *citations.items, compare);
    return citations;
}

/* ---- sentences --------------------------------------------------------------------------------------------------- */

static const struct draft_uncited *reason_of(const struct draft_document *document, int paragraph, int sentence)
{
    for (int i = 0; i < document->uncited_count; i++)
        if (document->uncited[i].paragraph == paragraph && document->uncited[i].sentence == sentence)
            return &document->uncited[i];
    return NULL;
}

static uint32_t letters_in(const char *text, uint32_t start, uint32_t end)
{
    uint32_t letters = 0;

    for (uint32_t i = start; i < end; i++)
        letters += isalnum((unsigned char)text[i]) || (unsigned char)text[i] >= 0xC0;
    return letters;
}

static void add_entry(struct coverage_sentence *sentence, int entry)
{
    for (int i = 0; i < sentence->entry_count; i++)
        if (sentence->entries[i] == entry)
            return;
    if (sentence->entry_count < COVERAGE_ENTRIES_MAX)
        sentence->entries[sentence->entry_count++] = entry;
}

/* `citations` are those of the paragraph. */
static void fill(struct coverage_sentence *sentence, const struct citation *citations, int count)
{
    const char *text = sentence->paragraph->original.bytes;
    uint32_t quoted = 0, reached = sentence->start, all = letters_in(text, sentence->start, sentence->end);

    for (int i = 0; i < count; i++) {
        uint32_t start = citations[i].start > reached ? citations[i].start : reached;
        uint32_t end = citations[i].end < sentence->end ? citations[i].end : sentence->end;

        if (citations[i].start >= sentence->end || citations[i].end <= sentence->start)
            continue;
        add_entry(sentence, citations[i].entry);
        if (end > start) {
            quoted += letters_in(text, start, end);
            reached = end;
        }
    }
    sentence->percent = all ? (int)((uint64_t)quoted * 100 / all) : 100;
}

void coverage_each(const struct draft *draft, int document,
                   void (*visit)(const struct coverage_sentence *sentence, void *context), void *context)
{
    const struct draft_document *of = &draft->documents[document];
    struct citations citations = collect(draft, document);

    for (int p = 0, first = 0, end; p < of->paragraph_count; p++, first = end) {
        const struct draft_paragraph *paragraph = &of->paragraphs[p];

        for (end = first; end < citations.count && citations.items[end].paragraph == p; end++)
            ;
        for (int s = 0; s < paragraph->sentence_count; s++) {
            struct coverage_sentence sentence = {.document = of, .paragraph = paragraph, .number = s + 1};

            sentence.start = paragraph->sentences[s];
            sentence.end = s + 1 < paragraph->sentence_count ? paragraph->sentences[s + 1]
                                                             : (uint32_t)strlen(paragraph->original.bytes);
            sentence.uncited = reason_of(of, paragraph->number, s + 1);
            if (end > first)
                fill(&sentence, citations.items + first, end - first);
            visit(&sentence, context);
        }
    }
    free(citations.items);
}

/* ---- what is said ------------------------------------------------------------------------------------------------ */

struct judging {
    const struct draft *draft;
    struct diag *diag;
};

static void judge(const struct coverage_sentence *sentence, void *context)
{
    static const char MISSING[] =
        "no entry quotes sentence %d of p%d; quote it, or give the reason under uncited: in the .yaml file";
    const struct judging *judging = context;
    int paragraph = sentence->paragraph->number;

    if (sentence->entry_count && sentence->uncited) {
        diag_warning(judging->diag, sentence->uncited->at, "coverage",
                     "sentence %d of p%d is quoted after all; take it out of uncited", sentence->number, paragraph);
    } else if (!sentence->entry_count && !sentence->uncited && sentence->paragraph->kind == PACK_BODY) {
        struct draft_at at = {sentence->document->text_path, sentence->paragraph->line};

        if (judging->draft->needs_coverage)
            diag_error(judging->diag, at, "coverage", MISSING, sentence->number, paragraph);
        else
            diag_warning(judging->diag, at, "coverage", MISSING, sentence->number, paragraph);
    }
}

void coverage_judge(const struct draft *draft, struct diag *diag)
{
    for (int i = 0; i < draft->document_count; i++)
        coverage_each(draft, i, judge, &(struct judging){draft, diag});
}
