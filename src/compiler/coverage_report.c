/* The list that check --coverage prints. */
#include "compiler/coverage.h"

#include <string.h>

enum { EXCERPT_CHARACTERS = 72 };

/* How many sentences are what. */
struct counts {
    int sentences, quoted, excused, missing, headings, furniture;
};

struct report {
    const struct draft *draft;
    FILE *out;
    struct counts counts;
    int furniture; /* how many lines of it are printed */
};

static void print_excerpt(const char *text, size_t length, FILE *out)
{
    size_t shown = 0;

    while (length && text[length - 1] == ' ')
        length--;
    for (int characters = 0; shown < length && characters < EXCERPT_CHARACTERS; characters++) {
        shown++;
        while (shown < length && ((unsigned char)text[shown] & 0xC0) == 0x80)
            shown++;
    }
    fprintf(out, "    %.*s%s\n", (int)shown, text, shown < length ? "…" : "");
}

/* Lines that are no part of the text, up to a byte of the file. */
static void print_furniture(struct report *report, const struct draft_document *document, uint32_t up_to)
{
    for (; report->furniture < document->furniture_count; report->furniture++) {
        const struct draft_furniture *furniture = &document->furniture[report->furniture];

        if (furniture->file_offset >= up_to)
            return;
        fprintf(report->out, "  line %d – page furniture%s%s\n", furniture->at.line, furniture->reason ? ": " : "",
                furniture->reason ? furniture->reason : "");
        print_excerpt(furniture->text, strlen(furniture->text), report->out);
        report->counts.furniture++;
    }
}

static void print_entries(const struct report *report, const struct coverage_sentence *sentence)
{
    for (int i = 0; i < sentence->entry_count; i++)
        fprintf(report->out, "%s%s", i ? ", " : " ", report->draft->entries[sentence->entries[i]].id);
    if (sentence->entry_count == COVERAGE_ENTRIES_MAX)
        fputs(" …", report->out);
    if (sentence->percent < 100)
        fprintf(report->out, " (%d %% of it)", sentence->percent);
}

static void count(struct counts *counts, const struct coverage_sentence *sentence)
{
    if (sentence->paragraph->kind == PACK_HEADING) {
        counts->headings++;
        return;
    }
    counts->sentences++;
    if (sentence->entry_count)
        counts->quoted++;
    else if (sentence->uncited)
        counts->excused++;
    else
        counts->missing++;
}

static void print_sentence(const struct coverage_sentence *sentence, void *context)
{
    struct report *report = context;
    bool is_heading = sentence->paragraph->kind == PACK_HEADING;

    print_furniture(report, sentence->document, sentence->paragraph->file_offset);
    count(&report->counts, sentence);
    fprintf(report->out, is_heading ? "  p%d" : "  p%d.%d", sentence->paragraph->number, sentence->number);
    if (sentence->entry_count)
        print_entries(report, sentence);
    else if (sentence->uncited)
        fprintf(report->out, " – %s", sentence->uncited->reason);
    else
        fputs(is_heading ? " – heading" : " – not quoted, and no reason given", report->out);
    fputc('\n', report->out);
    print_excerpt(sentence->paragraph->original.bytes + sentence->start, sentence->end - sentence->start, report->out);
}

static void print_counts(const struct counts *counts, FILE *out)
{
    fprintf(
        out,
        "%d sentence%s: %d quoted, %d left out with a reason, %d with neither; besides %d heading%s, %d line%s of furniture\n",
        counts->sentences, counts->sentences == 1 ? "" : "s", counts->quoted, counts->excused, counts->missing,
        counts->headings, counts->headings == 1 ? "" : "s", counts->furniture, counts->furniture == 1 ? "" : "s");
}

static void add(struct counts *sum, const struct counts *counts)
{
    sum->sentences += counts->sentences;
    sum->quoted += counts->quoted;
    sum->excused += counts->excused;
    sum->missing += counts->missing;
    sum->headings += counts->headings;
    sum->furniture += counts->furniture;
}

void coverage_report(const struct draft *draft, FILE *out)
{
    struct counts sum = {.sentences = 0};

    for (int i = 0; i < draft->document_count; i++) {
        const struct draft_document *document = &draft->documents[i];
        struct report report = {.draft = draft, .out = out};

        fprintf(out, "%s (%s)\n", document->id, document->siglum ? document->siglum : "?");
        coverage_each(draft, i, print_sentence, &report);
        print_furniture(&report, document, UINT32_MAX);
        fputs("  ", out);
        print_counts(&report.counts, out);
        add(&sum, &report.counts);
    }
    if (draft->document_count > 1)
        print_counts(&sum, out);
}
