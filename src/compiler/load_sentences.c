/*
 * ICU finds the sentences, in the language of the document; `sentence_breaks` corrects it where an abbreviation or a missing
 * full stop misleads it.
 */
#include "compiler/load_part.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "compiler/locate.h"

/* Adds `at` in its place; false when it is there already or is no place inside the paragraph. */
static bool add_start(struct draft *draft, struct draft_paragraph *paragraph, uint32_t at)
{
    int place = paragraph->sentence_count;

    if (!paragraph->original.bytes[at])
        return false;
    while (place > 0 && paragraph->sentences[place - 1] > at)
        place--;
    if (place > 0 && paragraph->sentences[place - 1] == at)
        return false;
    draft_append(draft, &paragraph->sentences, &paragraph->sentence_count, sizeof *paragraph->sentences);
    memmove(paragraph->sentences + place + 1, paragraph->sentences + place,
            (size_t)(paragraph->sentence_count - 1 - place) * sizeof *paragraph->sentences);
    paragraph->sentences[place] = at;
    return true;
}

static bool remove_start(struct draft_paragraph *paragraph, uint32_t at)
{
    for (int i = 1; i < paragraph->sentence_count; i++)
        if (paragraph->sentences[i] == at) {
            paragraph->sentence_count--;
            memmove(paragraph->sentences + i, paragraph->sentences + i + 1,
                    (size_t)(paragraph->sentence_count - i) * sizeof *paragraph->sentences);
            return true;
        }
    return false;
}

static void find_sentences(struct draft *draft, struct draft_paragraph *paragraph, UBreakIterator *iterator)
{
    UErrorCode status = U_ZERO_ERROR;
    UText *text;
    int32_t at;

    add_start(draft, paragraph, 0);
    if (!iterator || paragraph->kind == PACK_HEADING)
        return;
    text = utext_openUTF8(NULL, paragraph->original.bytes, -1, &status);
    ubrk_setUText(iterator, text, &status);
    if (U_SUCCESS(status))
        for (at = ubrk_first(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
            if (at > 0)
                add_start(draft, paragraph, (uint32_t)at);
    utext_close(text);
}

/* Where the sentence begins whose forerunner ends at `end`. */
static uint32_t behind(const struct draft_paragraph *paragraph, const char *end)
{
    return (uint32_t)(end + strspn(end, " ") - paragraph->original.bytes);
}

/* An abbreviation ends no sentence wherever it stands. */
static void take_away(struct fields *fields, struct draft_document *document, const char *words)
{
    struct draft_at at = load_at(fields->path, fields->map);
    int found = 0, removed = 0;

    for (int i = 0; i < document->paragraph_count; i++) {
        const char *bytes = document->paragraphs[i].original.bytes;

        for (const char *place = bytes; (place = strstr(place, words)); place++, found++)
            removed += remove_start(&document->paragraphs[i], behind(&document->paragraphs[i], place + strlen(words)));
    }
    if (!found)
        diag_error(fields->load->diag, at, "sentence-break",
                   "\"%.60s\" stands nowhere in the document; copy the words "
                   "from there",
                   words);
    else if (!removed)
        diag_warning(fields->load->diag, at, "sentence-break", "this changes nothing: no sentence begins there; take it out");
}

static void add(struct fields *fields, const struct locate *locate, struct draft_document *document, const char *words)
{
    struct draft_at at = load_at(fields->path, fields->map);
    struct locate_hit hit = locate_find(locate, words);
    struct draft_paragraph *paragraph;

    if (hit.count != 1) {
        diag_error(fields->load->diag, at, "sentence-break", "\"%.60s\" stands %s in the document; %s", words,
                   hit.count ? "more than once" : "nowhere", hit.count ? "add a word before it" : "copy the words from there");
        return;
    }
    paragraph = &document->paragraphs[hit.paragraph];
    if (!add_start(fields->load->draft, paragraph, behind(paragraph, paragraph->original.bytes + hit.start + strlen(words))))
        diag_warning(fields->load->diag, at, "sentence-break",
                     "this changes nothing: a sentence begins there already; take it out");
}

static void correct(struct fields *fields, const struct locate *locate, struct draft_document *document)
{
    const char *after = field_text(fields, "after", false), *not_after = field_text(fields, "not_after", false);
    const char *words = after ? after : not_after;

    if (!words || !*words || (after && not_after))
        diag_error(fields->load->diag, load_at(fields->path, fields->map), "sentence-break",
                   "write {after: \"words\"} to begin a sentence behind the words, or {not_after: \"words\"} to take a "
                   "break away");
    else if (after)
        add(fields, locate, document, after);
    else
        take_away(fields, document, not_after);
}

void load_sentences(struct load *load, struct draft_document *document, const struct fields *fields)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, document->language ? document->language : "", NULL, 0, &status);
    const struct yaml *list = field_list(fields, "sentence_breaks", false);
    struct locate *locate;

    for (int i = 0; i < document->paragraph_count; i++)
        find_sentences(load->draft, &document->paragraphs[i], U_SUCCESS(status) ? iterator : NULL);
    ubrk_close(iterator);
    locate = list && list->count ? locate_open(document) : NULL;
    for (int i = 0; locate && i < list->count; i++) {
        struct fields item = fields_open(load, fields->path, list->items[i], "a sentence break", "after not_after");

        if (item.map)
            correct(&item, locate, document);
    }
    locate_close(locate);
}
