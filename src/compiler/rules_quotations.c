/* Quotations are what the documents say, letter by letter; their marks lie inside them. */
#include <stdlib.h>
#include <string.h>

#include "compiler/coverage.h"
#include "compiler/locate.h"
#include "compiler/rules_part.h"

typedef void check_piece(const struct judge *judge, const struct draft_document *document, const struct draft_piece *piece);

static void each_piece(const struct judge *judge, check_piece *check)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int s = 0; s < entry->source_count; s++)
            for (int p = 0; p < entry->sources[s].piece_count && entry->sources[s].document.index >= 0; p++)
                check(judge, &draft->documents[entry->sources[s].document.index], &entry->sources[s].pieces[p]);
        for (int d = 0; d < entry->disagreement_count; d++)
            for (int a = 0; a < entry->disagreements[d].answer_count; a++) {
                const struct draft_answer *answer = &entry->disagreements[d].answers[a];

                for (int p = 0; p < answer->piece_count && answer->document.index >= 0; p++)
                    check(judge, &draft->documents[answer->document.index], &answer->pieces[p]);
            }
    }
}

/* ---- not found --------------------------------------------------------------------------------------------------- */

/* The text with every run of blanks and line ends as one space, so that words broken over lines are found. */
static char *flattened(const char *text)
{
    char *flat = malloc(strlen(text) + 1), *out = flat;

    if (!flat)
        return NULL;
    while (*text) {
        size_t blanks = strspn(text, " \n\r\t");

        if (blanks)
            *out++ = ' ';
        else
            *out++ = *text++;
        text += blanks;
    }
    *out = '\0';
    return flat;
}

static bool reaches_across(const struct draft_document *document, const struct draft_piece *piece)
{
    char *whole = flattened(document->raw), *wanted = flattened(piece->text);
    bool is_there = whole && wanted && *wanted && strstr(whole, wanted) && !strstr(document->raw, piece->text);

    free(whole);
    free(wanted);
    return is_there;
}

/* The last characters of `text` up to `end`, at most `most` bytes, not cut inside a character. */
static int tail_bytes(const char *text, size_t end, size_t most)
{
    size_t start = end > most ? end - most : 0;

    while (start < end && ((unsigned char)text[start] & 0xC0) == 0x80)
        start++;
    return (int)(end - start);
}

static int head_bytes(const char *text, size_t most)
{
    size_t length = strnlen(text, most);

    while (text[length] && length && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return (int)length;
}

/* How many bytes of the piece, in whole words, the document has somewhere; *there is what it goes on with. */
static size_t same_words(const struct draft_document *document, const char *text, const char **there)
{
    struct locate *locate = locate_open(document);
    struct locate_hit hit;
    size_t same = locate_beginning(locate, text, &hit);

    while (same && text[same - 1] != ' ')
        same--;
    if (same)
        *there = document->paragraphs[hit.paragraph].original.bytes + hit.start + same;
    locate_close(locate);
    return same;
}

static void explain_missing(const struct judge *judge, const struct draft_document *document, const struct draft_piece *piece)
{
    const char *there = "";
    size_t same = same_words(document, piece->text, &there);
    int before = tail_bytes(piece->text, same, 30);

    if (same)
        diag_error(judge->diag, piece->at, judge->rule->name,
                   "behind \"%.*s\" the document %s goes on \"%.*s\", the quotation \"%.*s\"; copy the words from the document",
                   before - 1, piece->text + same - before, document->id, head_bytes(there, 24), there,
                   head_bytes(piece->text + same, 24), piece->text + same);
    else
        diag_error(judge->diag, piece->at, judge->rule->name, "\"%.*s\" does not stand in %s; copy the words from the document",
                   head_bytes(piece->text, 40), piece->text, document->id);
}

static void check_found(const struct judge *judge, const struct draft_document *document, const struct draft_piece *piece)
{
    if (piece->found || reaches_across(document, piece))
        return;
    if (!*piece->text)
        diag_error(judge->diag, piece->at, judge->rule->name, "the piece is empty; write the words of the document");
    else if (strstr(document->raw, piece->text))
        diag_error(judge->diag, piece->at, judge->rule->name,
                   "the words stand in a line that %s.yaml calls furniture; quote others, or call the line body", document->id);
    else
        explain_missing(judge, document, piece);
}

void rule_quotation(const struct judge *judge)
{
    each_piece(judge, check_found);
}

static void check_across(const struct judge *judge, const struct draft_document *document, const struct draft_piece *piece)
{
    if (!piece->found && reaches_across(document, piece))
        diag_error(judge->diag, piece->at, judge->rule->name,
                   "the words reach over the end of a paragraph; make two pieces of them: [\"…\", \"…\"]");
}

void rule_quotation_across(const struct judge *judge)
{
    each_piece(judge, check_across);
}

static void check_once(const struct judge *judge, const struct draft_document *document, const struct draft_piece *piece)
{
    if (piece->found > 1)
        diag_error(judge->diag, piece->at, judge->rule->name,
                   "the words stand %d times in %s; quote more words around them, so that they are found once", piece->found,
                   document->id);
}

void rule_quotation_twice(const struct judge *judge)
{
    each_piece(judge, check_once);
}

/* ---- order and marks --------------------------------------------------------------------------------------------- */

static void check_order(const struct judge *judge, const struct draft_piece *pieces, int count)
{
    for (int i = 1; i < count; i++) {
        const struct draft_piece *before = &pieces[i - 1], *piece = &pieces[i];

        if (before->paragraph < 0 || piece->paragraph < 0 || before->paragraph < piece->paragraph)
            continue;
        if (before->paragraph > piece->paragraph || before->start + before->length > piece->start)
            diag_error(judge->diag, piece->at, judge->rule->name,
                       "this piece stands before the one above it, or overlaps it; give the pieces in the order of the "
                       "document");
    }
}

void rule_quotation_order(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int s = 0; s < entry->source_count; s++)
            check_order(judge, entry->sources[s].pieces, entry->sources[s].piece_count);
        for (int d = 0; d < entry->disagreement_count; d++)
            for (int a = 0; a < entry->disagreements[d].answer_count; a++)
                check_order(judge, entry->disagreements[d].answers[a].pieces, entry->disagreements[d].answers[a].piece_count);
    }
}

static int times_in_pieces(const struct draft_source *source, const char *text)
{
    int times = 0;

    for (int i = 0; i < source->piece_count && *text; i++)
        for (const char *at = source->pieces[i].text; (at = strstr(at, text)); at++)
            times++;
    return times;
}

static void check_marks(const struct judge *judge, const struct draft_source *source)
{
    for (int i = 0; i < source->mark_count; i++) {
        const struct draft_mark *mark = &source->marks[i];
        int times = times_in_pieces(source, mark->text);

        if (!times)
            diag_error(judge->diag, mark->at, judge->rule->name,
                       "\"%.60s\" does not stand inside a piece of the quotation; copy the words from it", mark->text);
        else if (times > 1)
            diag_error(judge->diag, mark->at, judge->rule->name,
                       "\"%.60s\" stands %d times in the quotation; mark more words, so that it is clear which are meant",
                       mark->text, times);
    }
}

void rule_mark(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int s = 0; s < draft->entries[i].source_count; s++)
            check_marks(judge, &draft->entries[i].sources[s]);
}

static int marks_in(const struct draft_text *text)
{
    int marks = 0;

    for (uint32_t i = 0; i < text->span_count; i++)
        marks += (text->spans[i].flags & PACK_SPAN_MARK) && (i == 0 || !(text->spans[i - 1].flags & PACK_SPAN_MARK));
    return marks;
}

void rule_mark_translation(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int s = 0; s < draft->entries[i].source_count; s++) {
            const struct draft_source *source = &draft->entries[i].sources[s];

            for (int k = 0; k < draft->language_count; k++) {
                const struct draft_text *text = &source->translation.in[k];

                if (text->bytes && marks_in(text) != source->mark_count)
                    diag_warning(judge->diag, text->at, judge->rule->name,
                                 "the translation marks %d places with **, the quotation \"%s\" %d; mark the same words",
                                 marks_in(text), source->label, source->mark_count);
            }
        }
}

/* ---- sources nobody uses ----------------------------------------------------------------------------------------- */

static bool is_used(const struct draft_entry *entry, int source)
{
    for (int i = 0; i < entry->statement_count; i++)
        for (int k = 0; k < entry->statements[i].source_count; k++)
            if (entry->statements[i].sources[k] == source)
                return true;
    for (int i = 0; i < entry->shown_from_count; i++)
        if (!strcmp(entry->shown_from[i], entry->sources[source].label))
            return true;
    for (int i = 0; i < entry->disagreement_count; i++)
        for (int k = 0; k < entry->disagreements[i].answer_count; k++)
            if (entry->disagreements[i].answers[k].source == source)
                return true;
    return false;
}

void rule_source_unused(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int s = 0; s < draft->entries[i].source_count; s++)
            if (!is_used(&draft->entries[i], s))
                diag_warning(judge->diag, draft->entries[i].sources[s].at, judge->rule->name,
                             "no statement, date or answer rests on \"%s\"; name it behind a statement or take it out",
                             draft->entries[i].sources[s].label);
}

void rule_coverage(const struct judge *judge)
{
    if (judge->draft->needs_coverage)
        coverage_judge(judge->draft, judge->diag);
}
