#include "compiler/draft.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/ids.h"
#include "compiler/memory.h"

enum { CHUNK_SIZE = 1 << 18 };

/* A piece of memory that is handed out front to back. */
struct chunk {
    struct chunk *next;
    size_t size, used;
    alignas(max_align_t) uint8_t bytes[];
};

/* An array that draft_append grows; it stands in front of its items. */
struct grown {
    struct grown *previous, *next;
    size_t capacity;
    alignas(max_align_t) uint8_t items[];
};

struct draft_arena {
    struct chunk *chunks; /* the newest first */
    struct grown *grown;
};

void draft_init(struct draft *draft)
{
    *draft = (struct draft){.arena = memory_must(calloc(1, sizeof *draft->arena))};
}

void draft_done(struct draft *draft)
{
    struct chunk *chunk = draft->arena->chunks;
    struct grown *grown = draft->arena->grown;

    while (chunk != NULL) {
        struct chunk *next = chunk->next;

        free(chunk);
        chunk = next;
    }
    while (grown != NULL) {
        struct grown *next = grown->next;

        free(grown);
        grown = next;
    }
    free(draft->arena);
    *draft = (struct draft){.arena = NULL};
}

/* Large pieces get a chunk of their own behind the newest, so that the room left in that one is not lost. */
static struct chunk *add_chunk(struct draft_arena *arena, size_t size)
{
    bool is_large = size > CHUNK_SIZE / 4;
    size_t room = is_large ? size : CHUNK_SIZE;
    struct chunk *chunk;

    if (size > SIZE_MAX / 2)
        memory_must(NULL);
    chunk = memory_must(calloc(1, sizeof *chunk + room));
    chunk->size = room;
    if (is_large && arena->chunks != NULL) {
        chunk->next = arena->chunks->next;
        arena->chunks->next = chunk;
    } else {
        chunk->next = arena->chunks;
        arena->chunks = chunk;
    }
    return chunk;
}

static void *take(struct draft *draft, size_t size, size_t alignment)
{
    struct chunk *chunk = draft->arena->chunks;
    size_t start = chunk != NULL ? (chunk->used + alignment - 1) / alignment * alignment : 0;

    if (chunk == NULL || start > chunk->size || size > chunk->size - start) {
        chunk = add_chunk(draft->arena, size);
        start = 0;
    }
    chunk->used = start + size;
    return chunk->bytes + start;
}

void *draft_alloc(struct draft *draft, size_t size)
{
    return take(draft, size, alignof(max_align_t));
}

char *draft_copy(struct draft *draft, const char *bytes, size_t length)
{
    char *copy = take(draft, length + 1, 1);

    memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

static struct grown *grow(struct draft_arena *arena, struct grown *old, size_t size)
{
    size_t before = old != NULL ? old->capacity : 0;
    size_t capacity = before > 0 ? 2 * before : 4;
    struct grown *grown = memory_must(realloc(old, sizeof *grown + capacity * size));

    if (old == NULL)
        *grown = (struct grown){.next = arena->grown};
    memset(grown->items + before * size, 0, (capacity - before) * size);
    grown->capacity = capacity;
    if (grown->next != NULL)
        grown->next->previous = grown;
    if (grown->previous != NULL)
        grown->previous->next = grown;
    else
        arena->grown = grown;
    return grown;
}

void *draft_append(struct draft *draft, void *items_pointer, int *count, size_t size)
{
    uint8_t *items;
    struct grown *grown = NULL;

    memcpy(&items, items_pointer, sizeof items);
    if (items != NULL)
        grown = (struct grown *)(items - offsetof(struct grown, items));
    if (grown == NULL || (size_t)*count == grown->capacity) {
        grown = grow(draft->arena, grown, size);
        items = grown->items;
        memcpy(items_pointer, &items, sizeof items);
    }
    return items + (size_t)(*count)++ * size;
}

/* ---- references ----------------------------------------------------------------------------- */

/* One index of ids for each kind of thing. */
struct kinds {
    struct ids *entries, *people, *places, *lanes, *documents, *pictures, *languages;
};

static struct kinds kinds_open(const struct draft *draft)
{
    return (struct kinds){
        .entries = ids_open(draft->entries, draft->entry_count, sizeof *draft->entries, offsetof(struct draft_entry, id)),
        .people = ids_open(draft->people, draft->person_count, sizeof *draft->people, offsetof(struct draft_person, id)),
        .places = ids_open(draft->places, draft->place_count, sizeof *draft->places, offsetof(struct draft_place, id)),
        .lanes = ids_open(draft->lanes, draft->lane_count, sizeof *draft->lanes, offsetof(struct draft_lane, id)),
        .documents = ids_open(draft->documents, draft->document_count, sizeof *draft->documents,
                              offsetof(struct draft_document, id)),
        .pictures = ids_open(draft->pictures, draft->picture_count, sizeof *draft->pictures,
                             offsetof(struct draft_picture, id)),
        .languages = ids_open(draft->languages, draft->language_count, sizeof *draft->languages,
                              offsetof(struct draft_language, tag)),
    };
}

static void kinds_close(struct kinds *kinds)
{
    ids_close(kinds->entries);
    ids_close(kinds->people);
    ids_close(kinds->places);
    ids_close(kinds->lanes);
    ids_close(kinds->documents);
    ids_close(kinds->pictures);
    ids_close(kinds->languages);
}

static void resolve(const struct ids *ids, struct draft_ref *ref)
{
    ref->index = ids_find(ids, ref->id);
}

static void resolve_all(const struct ids *ids, struct draft_refs *refs)
{
    for (int i = 0; i < refs->count; i++)
        resolve(ids, &refs->items[i]);
}

static void resolve_entry(const struct kinds *kinds, struct draft_entry *entry)
{
    resolve(kinds->lanes, &entry->lane);
    resolve(kinds->pictures, &entry->motif);
    resolve_all(kinds->places, &entry->places);
    resolve_all(kinds->people, &entry->people);
    resolve_all(kinds->entries, &entry->related);
    for (int i = 0; i < entry->source_count; i++)
        resolve(kinds->documents, &entry->sources[i].document);
    for (int d = 0; d < entry->disagreement_count; d++) {
        for (int a = 0; a < entry->disagreements[d].answer_count; a++)
            resolve(kinds->documents, &entry->disagreements[d].answers[a].document);
    }
}

void draft_resolve(struct draft *draft)
{
    struct kinds kinds = kinds_open(draft);

    for (int i = 0; i < draft->fallback_count; i++)
        resolve(kinds.languages, &draft->fallback[i]);
    for (int i = 0; i < draft->lane_count; i++)
        resolve(kinds.pictures, &draft->lanes[i].motif);
    for (int i = 0; i < draft->entry_count; i++)
        resolve_entry(&kinds, &draft->entries[i]);
    for (int i = 0; i < draft->story_count; i++) {
        for (int s = 0; s < draft->stories[i].stop_count; s++)
            resolve(kinds.entries, &draft->stories[i].stops[s].entry);
    }
    kinds_close(&kinds);
}

/* ---- order ---------------------------------------------------------------------------------- */

static int compare_numbers(int a, int b)
{
    return (a > b) - (a < b);
}

static int compare_strings(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

static int compare_entries(const void *a, const void *b)
{
    const struct draft_entry *one = a, *two = b;
    int order = compare_numbers(one->start.first_day, two->start.first_day);

    if (order == 0)
        order = compare_numbers(one->lane.index, two->lane.index);
    if (order == 0)
        order = compare_numbers(one->importance, two->importance);
    return order != 0 ? order : compare_strings(one->id, two->id);
}

#define COMPARE_BY(field, type)                                                                                   \
    static int compare_##type(const void *a, const void *b)                                                       \
    {                                                                                                             \
        return compare_strings(((const struct draft_##type *)a)->field, ((const struct draft_##type *)b)->field); \
    }

COMPARE_BY(id, person)
COMPARE_BY(id, place)
COMPARE_BY(id, term)
COMPARE_BY(id, story)
COMPARE_BY(id, picture)
COMPARE_BY(key, string)

static void sort(void *items, int count, size_t size, int (*compare)(const void *, const void *))
{
    if (count > 1)
        qsort(items, (size_t)count, size, compare);
}

void draft_sort(struct draft *draft)
{
    sort(draft->entries, draft->entry_count, sizeof *draft->entries, compare_entries);
    sort(draft->people, draft->person_count, sizeof *draft->people, compare_person);
    sort(draft->places, draft->place_count, sizeof *draft->places, compare_place);
    sort(draft->terms, draft->term_count, sizeof *draft->terms, compare_term);
    sort(draft->stories, draft->story_count, sizeof *draft->stories, compare_story);
    sort(draft->pictures, draft->picture_count, sizeof *draft->pictures, compare_picture);
    sort(draft->strings, draft->string_count, sizeof *draft->strings, compare_string);
    draft_resolve(draft);
}
