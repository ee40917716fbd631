#include "compiler/coverage.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"

enum { EXCERPT_CHARACTERS = 72, LISTED_MAX = 64 };

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

struct sentence {
    int paragraph, number; /* the paragraph as an index, the sentence from 1 */
    const char *text;
    uint32_t start, end;
};

static const struct draft_uncited *reason_of(const struct draft_document *document, const struct sentence *sentence)
{
    for (int i = 0; i < document->uncited_count; i++)
        if (document->uncited[i].paragraph == document->paragraphs[sentence->paragraph].number
            && document->uncited[i].sentence == sentence->number)
            return &document->uncited[i];
    return NULL;
}

static int line_of(const struct draft_document *document, const struct sentence *sentence)
{
    int line = 1;

    for (uint32_t i = 0; i < document->paragraphs[sentence->paragraph].file_offset; i++)
        line += document->raw[i] == '\n';
    return line;
}

static void print_excerpt(const struct sentence *sentence, FILE *out)
{
    const char *text = sentence->text;
    size_t length = sentence->end - sentence->start, shown = 0;
    int characters = 0;

    while (length && text[length - 1] == ' ')
        length--;
    while (shown < length && characters < EXCERPT_CHARACTERS) {
        shown++;
        while (shown < length && ((unsigned char)text[shown] & 0xC0) == 0x80)
            shown++;
        characters++;
    }
    fprintf(out, "    %.*s%s\n", (int)shown, text, shown < length ? "…" : "");
}

/* Prints the entries that quote the sentence, in the order of their quotations; how many, counted up to LISTED_MAX. */
static int print_entries(const struct draft *draft, const struct citations *citations, const struct sentence *sentence,
                         FILE *out)
{
    int listed[LISTED_MAX], count = 0;

    for (int i = 0; i < citations->count && count < LISTED_MAX; i++) {
        const struct citation *citation = &citations->items[i];
        bool is_new = true;

        if (citation->paragraph != sentence->paragraph || citation->start >= sentence->end || citation->end <= sentence->start)
            continue;
        for (int k = 0; k < count; k++)
            is_new &= listed[k] != citation->entry;
        if (!is_new)
            continue;
        fprintf(out, "%s%s", count ? ", " : " ", draft->entries[citation->entry].id);
        listed[count++] = citation->entry;
    }
    if (count == LISTED_MAX)
        fputs(" …", out);
    return count;
}

static void report(const struct draft *draft, struct diag *diag, int number, const struct citations *citations,
                   const struct sentence *sentence, FILE *out)
{
    const struct draft_document *document = &draft->documents[number];
    const struct draft_uncited *uncited = reason_of(document, sentence);
    struct draft_at at = {document->text_path, line_of(document, sentence)};
    int p = document->paragraphs[sentence->paragraph].number, entries;

    fprintf(out, "  p%d.%d", p, sentence->number);
    entries = print_entries(draft, citations, sentence, out);
    if (!entries)
        fprintf(out, " – %s", uncited ? uncited->reason : "not cited");
    fputc('\n', out);
    print_excerpt(sentence, out);
    if (!entries && !uncited)
        diag_warning(diag, at, "coverage",
                     "no entry quotes sentence %d of p%d; quote it, or give the reason under uncited: in the .yaml file",
                     sentence->number, p);
    if (entries && uncited)
        diag_warning(diag, uncited->at, "coverage", "sentence %d of p%d is quoted after all; take it out of uncited",
                     sentence->number, p);
}

static void report_document(const struct draft *draft, struct diag *diag, int number, FILE *out)
{
    const struct draft_document *document = &draft->documents[number];
    struct citations citations = collect(draft, number);

    fprintf(out, "%s (%s)\n", document->id, document->siglum ? document->siglum : "?");
    for (int p = 0; p < document->paragraph_count; p++) {
        const struct draft_paragraph *paragraph = &document->paragraphs[p];

        for (int s = 0; s < paragraph->sentence_count && paragraph->kind == PACK_BODY; s++) {
            uint32_t start = paragraph->sentences[s];
            uint32_t end = s + 1 < paragraph->sentence_count ? paragraph->sentences[s + 1]
                                                             : (uint32_t)strlen(paragraph->original.bytes);

            report(draft, diag, number, &citations, &(struct sentence){p, s + 1, paragraph->original.bytes + start, start, end},
                   out);
        }
    }
    free(citations.items);
}

void coverage_report(struct draft *draft, struct diag *diag, FILE *out)
{
    for (int d = 0; d < draft->document_count; d++)
        report_document(draft, diag, d, out);
}
