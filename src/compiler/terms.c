#include "compiler/terms.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include "compiler/locale.h"
#include "compiler/memory.h"

enum { FIRST_BYTES = 256 };

struct form {
    const char *bytes;
    uint32_t length;
    int term;
};

/* What is looked for in one language. */
struct search {
    UBreakIterator *words;
    struct form *forms;         /* by first byte, then the longest first */
    int first[FIRST_BYTES + 1]; /* where the forms of a first byte begin */
};

struct terms {
    struct draft *draft;
    struct search searches[DRAFT_LANGUAGES_MAX];
    bool *starts; /* by byte of the text in work: a word begins or ends there */
    uint32_t room;
};

/* What an entry or a paragraph uses. */
struct uses {
    struct draft_term_use **items;
    int *count;
};

/* ---- forms -------------------------------------------------------------------------------------------------------- */

const char *terms_at_start(struct draft *draft, const char *form)
{
    uint8_t capital[U8_MAX_LENGTH];
    int32_t next = 0, size = 0;
    size_t rest = strlen(form);
    UChar32 first;
    char *changed;

    U8_NEXT(form, next, (int32_t)rest, first);
    if (first <= 0 || u_totitle(first) == first)
        return form;
    U8_APPEND_UNSAFE(capital, size, u_totitle(first));
    rest -= (size_t)next;
    changed = draft_alloc(draft, (size_t)size + rest + 1);
    memcpy(changed, capital, (size_t)size);
    memcpy(changed + size, form + next, rest + 1);
    return changed;
}

static int compare_forms(const void *a, const void *b)
{
    const struct form *one = a, *two = b;
    int order = (int)(uint8_t)one->bytes[0] - (int)(uint8_t)two->bytes[0];

    if (order == 0)
        order = (one->length < two->length) - (one->length > two->length);
    return order != 0 ? order : strcmp(one->bytes, two->bytes);
}

static void add_form(struct search *search, int *count, const char *bytes, int term)
{
    if (bytes[0] != '\0')
        search->forms[(*count)++] = (struct form){bytes, (uint32_t)strlen(bytes), term};
}

static void list_forms(struct draft *draft, struct search *search, int language)
{
    int count = 0, room = 0, next = 0;

    for (int t = 0; t < draft->term_count; t++)
        room += 2 * draft->terms[t].form_count[language];
    search->forms = memory_take_zeroed((size_t)room + 1, sizeof *search->forms);
    for (int t = 0; t < draft->term_count; t++) {
        for (int f = 0; f < draft->terms[t].form_count[language]; f++) {
            const char *form = draft->terms[t].forms[language][f], *at_start = terms_at_start(draft, form);

            add_form(search, &count, form, t);
            if (at_start != form)
                add_form(search, &count, at_start, t);
        }
    }
    qsort(search->forms, (size_t)count, sizeof *search->forms, compare_forms);
    for (int byte = 0; byte <= FIRST_BYTES; byte++) {
        while (next < count && (uint8_t)search->forms[next].bytes[0] < byte)
            next++;
        search->first[byte] = next;
    }
}

/* ---- one text ----------------------------------------------------------------------------------------------------- */

/* Marks the bytes of a text at which words begin or end. */
static void find_words(struct terms *terms, const struct search *search, const char *bytes, uint32_t length)
{
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;

    if (length >= terms->room) {
        terms->room = 2 * length + 256;
        terms->starts = memory_must(realloc(terms->starts, terms->room * sizeof *terms->starts));
    }
    memset(terms->starts, 0, (length + 1) * sizeof *terms->starts);
    utext_openUTF8(&text, bytes, length, &status);
    ubrk_setUText(search->words, &text, &status);
    for (int32_t at = ubrk_first(search->words); U_SUCCESS(status) && at != UBRK_DONE; at = ubrk_next(search->words))
        terms->starts[at] = true;
    utext_close(&text);
}

/* Bytes of a space at `at`, however wide and whether a line may break there or not; 0 = none. */
static uint32_t space_size(const char *at)
{
    if (*at == ' ')
        return 1;
    if (!strncmp(at, "\u00a0", 2))
        return 2;
    return !strncmp(at, "\u202f", 3) ? 3 : 0;
}

/* Bytes of the text that read as the form, 0 = it does not. */
static uint32_t match(const char *text, const struct form *form)
{
    const char *at = text;

    for (const char *c = form->bytes; *c; c++) {
        uint32_t size = *c == ' ' ? space_size(at) : *at == *c;

        if (size == 0)
            return 0;
        at += size;
    }
    return (uint32_t)(at - text);
}

/* The longest form that begins at a byte of the text, as whole words. */
static const struct form *form_at(const struct terms *terms, const struct search *search, const char *bytes, uint32_t at,
                                  uint32_t *length)
{
    uint8_t first = (uint8_t)bytes[at];

    for (int f = search->first[first]; f < search->first[first + 1]; f++) {
        *length = match(bytes + at, &search->forms[f]);
        if (*length > 0 && terms->starts[at + *length])
            return &search->forms[f];
    }
    return NULL;
}

/* Keeps what was said of bytes [from, to). */
static void put_span(struct draft_text *text, struct pack_span span, uint32_t from, uint32_t to)
{
    span.start = from;
    if (from < to)
        text->spans[text->span_count++] = span;
}

static uint32_t within(uint32_t at, uint32_t from, uint32_t to)
{
    return at < from ? from : at > to ? to : at;
}

static void flag(struct draft *draft, struct draft_text *text, uint32_t length, uint32_t start, uint32_t end)
{
    struct draft_text old = *text;
    struct pack_span plain = {.start = 0};

    text->spans = draft_alloc(draft, ((size_t)old.span_count + 3) * sizeof *text->spans);
    text->span_count = 0;
    for (uint32_t s = 0; s <= old.span_count; s++) {
        struct pack_span span = s > 0 ? old.spans[s - 1] : plain, flagged = span;
        uint32_t from = span.start, to = s < old.span_count ? old.spans[s].start : length;

        flagged.flags |= PACK_SPAN_TERM;
        put_span(text, span, from, within(start, from, to));
        put_span(text, flagged, within(start, from, to), within(end, from, to));
        put_span(text, span, within(end, from, to), to);
    }
}

/* True: it is new in that language. */
static bool note_use(struct draft *draft, struct uses uses, int term, int language)
{
    unsigned bit = 1u << language;
    struct draft_term_use *use;

    for (int u = 0; u < *uses.count; u++) {
        use = &(*uses.items)[u];
        if (use->term != term)
            continue;
        if (use->languages & bit)
            return false;
        use->languages |= bit;
        return true;
    }
    use = draft_append(draft, uses.items, uses.count, sizeof *use);
    *use = (struct draft_term_use){term, bit};
    return true;
}

static void look_through(struct terms *terms, struct draft_text *text, int language, bool flags, struct uses uses)
{
    const struct search *search = &terms->searches[language];
    uint32_t length = text->bytes ? (uint32_t)strlen(text->bytes) : 0, found;

    if (length == 0)
        return;
    find_words(terms, search, text->bytes, length);
    for (uint32_t at = 0; at < length; at += found) {
        const struct form *form = terms->starts[at] ? form_at(terms, search, text->bytes, at, &found) : NULL;

        if (!form)
            found = 1;
        else if (note_use(terms->draft, uses, form->term, language) && flags)
            flag(terms->draft, text, length, at, at + found);
    }
}

/* ---- all texts ---------------------------------------------------------------------------------------------------- */

static void look_through_entry(struct terms *terms, struct draft_entry *entry)
{
    struct uses uses = {&entry->term_uses, &entry->term_use_count};

    for (int l = 0; l < terms->draft->language_count; l++)
        for (int s = 0; s < entry->statement_count; s++)
            look_through(terms, &entry->statements[s].text.in[l], l, true, uses);
}

static void look_through_document(struct terms *terms, struct draft_document *document)
{
    for (int p = 0; document->has_full_text && p < document->paragraph_count; p++) {
        struct draft_paragraph *paragraph = &document->paragraphs[p];
        struct uses uses = {&paragraph->term_uses, &paragraph->term_use_count};

        for (int l = 0; l < terms->draft->language_count; l++) {
            bool is_own = document->language && !strcmp(document->language, terms->draft->languages[l].tag);

            look_through(terms, is_own ? &paragraph->original : &paragraph->translation.in[l], l, !is_own, uses);
        }
    }
}

void terms_fill(struct draft *draft)
{
    struct terms terms = {.draft = draft};

    if (draft->term_count == 0)
        return;
    for (int l = 0; l < draft->language_count; l++) {
        UErrorCode status = U_ZERO_ERROR;

        list_forms(draft, &terms.searches[l], l);
        terms.searches[l].words = memory_must(ubrk_open(UBRK_WORD, locale_of(draft->languages[l].tag).id, NULL, 0, &status));
    }
    for (int e = 0; e < draft->entry_count; e++)
        look_through_entry(&terms, &draft->entries[e]);
    for (int d = 0; d < draft->document_count; d++)
        look_through_document(&terms, &draft->documents[d]);
    for (int l = 0; l < draft->language_count; l++) {
        ubrk_close(terms.searches[l].words);
        free(terms.searches[l].forms);
    }
    free(terms.starts);
}
