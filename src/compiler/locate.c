/*
 * All paragraphs stand behind one another, with a zero byte between, and every place is chained to the next one whose first
 * GRAM bytes have the same hash. A quotation is then found by walking one short chain, so that a hundred thousand entries
 * cost no more than their own length.
 */
#include "compiler/locate.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/scratch.h"

enum { GRAM = 6, HASH_BITS = 16 };

struct locate {
    struct scratch *scratch;
    char *text;
    size_t length;
    uint32_t *starts; /* of the paragraphs in `text` */
    int count;
    int32_t *head, *next; /* -1 = end of the chain */
};

static unsigned hash_of(const char *bytes)
{
    uint64_t gram = 0;

    memcpy(&gram, bytes, GRAM);
    return (unsigned)((gram * 0x9E3779B97F4A7C15u) >> (64 - HASH_BITS));
}

static void join_paragraphs(struct locate *locate, const struct draft_document *document)
{
    size_t length = 0;

    for (int i = 0; i < document->paragraph_count; i++)
        length += strlen(document->paragraphs[i].original.bytes) + 1;
    locate->text = scratch_alloc(locate->scratch, length + GRAM);
    locate->starts = scratch_alloc(locate->scratch, ((size_t)document->paragraph_count + 1) * sizeof *locate->starts);
    locate->count = document->paragraph_count;
    for (int i = 0; i < document->paragraph_count; i++) {
        size_t size = strlen(document->paragraphs[i].original.bytes) + 1;

        locate->starts[i] = (uint32_t)locate->length;
        memcpy(locate->text + locate->length, document->paragraphs[i].original.bytes, size);
        locate->length += size;
    }
}

struct locate *locate_open(const struct draft_document *document)
{
    struct scratch *scratch = scratch_create();
    struct locate *locate = scratch_alloc(scratch, sizeof *locate);

    locate->scratch = scratch;
    join_paragraphs(locate, document);
    locate->head = scratch_alloc(scratch, (sizeof *locate->head) << HASH_BITS);
    locate->next = scratch_alloc(scratch, (locate->length + 1) * sizeof *locate->next);
    memset(locate->head, 0xFF, (sizeof *locate->head) << HASH_BITS);
    for (size_t at = locate->length; at-- > 0;) {
        unsigned hash = hash_of(locate->text + at);

        locate->next[at] = locate->head[hash];
        locate->head[hash] = (int32_t)at;
    }
    return locate;
}

void locate_close(struct locate *locate)
{
    if (locate)
        scratch_destroy(locate->scratch);
}

static int paragraph_at(const struct locate *locate, uint32_t place)
{
    int low = 0, high = locate->count - 1;

    while (low < high) {
        int middle = low + (high - low + 1) / 2;

        if (locate->starts[middle] <= place)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static void add_hit(const struct locate *locate, struct locate_hit *hit, uint32_t place)
{
    if (hit->count++)
        return;
    hit->paragraph = paragraph_at(locate, place);
    hit->start = place - locate->starts[hit->paragraph];
}

static struct locate_hit find_short(const struct locate *locate, const char *words, size_t length)
{
    struct locate_hit hit = {0, -1, 0};
    const char *at = locate->text, *end = locate->text + locate->length;

    while ((at = memmem(at, (size_t)(end - at), words, length)))
        add_hit(locate, &hit, (uint32_t)(at++ - locate->text));
    return hit;
}

struct locate_hit locate_find(const struct locate *locate, const char *words)
{
    struct locate_hit hit = {0, -1, 0};
    size_t length = strlen(words);

    if (!length)
        return hit;
    if (length < GRAM)
        return find_short(locate, words, length);
    for (int32_t at = locate->head[hash_of(words)]; at >= 0; at = locate->next[at])
        if (length <= locate->length - (size_t)at && !memcmp(locate->text + at, words, length))
            add_hit(locate, &hit, (uint32_t)at);
    return hit;
}

static size_t common_length(const char *a, const char *b)
{
    size_t length = 0;

    while (a[length] && a[length] == b[length])
        length++;
    while (length && ((unsigned char)b[length] & 0xC0) == 0x80)
        length--;
    return length;
}

size_t locate_beginning(const struct locate *locate, const char *words, struct locate_hit *where)
{
    size_t longest = 0;

    *where = (struct locate_hit){0, -1, 0};
    if (strlen(words) < GRAM)
        return 0;
    for (int32_t at = locate->head[hash_of(words)]; at >= 0; at = locate->next[at]) {
        size_t common = common_length(locate->text + at, words);

        if (common <= longest)
            continue;
        longest = common;
        *where = (struct locate_hit){0, -1, 0};
        add_hit(locate, where, (uint32_t)at);
    }
    return longest;
}

static void locate_piece(const struct locate *locate, struct draft_piece *piece)
{
    struct locate_hit hit = locate_find(locate, piece->text);

    piece->found = hit.count;
    piece->paragraph = hit.paragraph;
    piece->start = hit.start;
    piece->length = (uint32_t)strlen(piece->text);
}

static void locate_mark(const struct draft_source *source, struct draft_mark *mark)
{
    mark->piece = -1;
    mark->length = (uint32_t)strlen(mark->text);
    for (int i = 0; i < source->piece_count && mark->length; i++) {
        const struct draft_piece *piece = &source->pieces[i];
        const char *found = strstr(piece->text, mark->text);

        if (!found || piece->paragraph < 0)
            continue;
        mark->piece = i;
        mark->start = piece->start + (uint32_t)(found - piece->text);
        return;
    }
}

static struct locate *index_of(const struct draft *draft, struct locate **indexes, const char *id)
{
    for (int d = 0; id && d < draft->document_count; d++)
        if (!strcmp(draft->documents[d].id, id)) {
            if (!indexes[d])
                indexes[d] = locate_open(&draft->documents[d]);
            return indexes[d];
        }
    return NULL;
}

static void locate_pieces(const struct draft *draft, struct locate **indexes, const char *document, struct draft_piece *pieces,
                          int count)
{
    const struct locate *locate = index_of(draft, indexes, document);

    for (int i = 0; i < count; i++) {
        pieces[i].paragraph = -1;
        if (locate)
            locate_piece(locate, &pieces[i]);
    }
}

static void locate_entry(const struct draft *draft, struct locate **indexes, struct draft_entry *entry)
{
    for (int i = 0; i < entry->source_count; i++) {
        struct draft_source *source = &entry->sources[i];

        locate_pieces(draft, indexes, source->document.id, source->pieces, source->piece_count);
        for (int k = 0; k < source->mark_count; k++)
            locate_mark(source, &source->marks[k]);
    }
    for (int i = 0; i < entry->disagreement_count; i++)
        for (int k = 0; k < entry->disagreements[i].answer_count; k++) {
            struct draft_answer *answer = &entry->disagreements[i].answers[k];

            locate_pieces(draft, indexes, answer->document.id, answer->pieces, answer->piece_count);
        }
}

void locate_quotations(struct draft *draft)
{
    struct locate *indexes[DRAFT_DOCUMENTS_MAX] = {NULL};

    for (int i = 0; i < draft->entry_count; i++)
        locate_entry(draft, indexes, &draft->entries[i]);
    for (int d = 0; d < DRAFT_DOCUMENTS_MAX; d++)
        locate_close(indexes[d]);
}
