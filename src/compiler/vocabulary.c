#include "compiler/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "compiler/scratch.h"

struct vocabulary {
    struct vocabulary_word *words;
    int count, room;
    int *slots; /* index of a word + 1; 0 = free */
    uint32_t slot_count;
    struct scratch *letters;
};

struct vocabulary *vocabulary_create(void)
{
    struct vocabulary *vocabulary = memory_take_zeroed(1, sizeof *vocabulary);

    vocabulary->slot_count = 1024;
    vocabulary->slots = memory_take_zeroed(vocabulary->slot_count, sizeof *vocabulary->slots);
    vocabulary->letters = scratch_create();
    return vocabulary;
}

void vocabulary_destroy(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    scratch_destroy(vocabulary->letters);
    free(vocabulary->slots);
    free(vocabulary->words);
    free(vocabulary);
}

static int *slot_of(const struct vocabulary *vocabulary, const char *bytes, uint32_t length)
{
    uint32_t hash = 2166136261u, mask = vocabulary->slot_count - 1;

    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)bytes[i]) * 16777619u;
    for (uint32_t at = (hash ^ hash >> 15) & mask;; at = (at + 1) & mask) {
        int *slot = &vocabulary->slots[at];
        const char *text = *slot ? vocabulary->words[*slot - 1].text : NULL;

        if (!text || (!strncmp(text, bytes, length) && !text[length]))
            return slot;
    }
}

static void grow(struct vocabulary *vocabulary)
{
    if (vocabulary->count == vocabulary->room) {
        vocabulary->room = vocabulary->room ? 2 * vocabulary->room : 512;
        vocabulary->words = memory_must(realloc(vocabulary->words, (size_t)vocabulary->room * sizeof *vocabulary->words));
    }
    if ((uint32_t)vocabulary->count * 2 < vocabulary->slot_count)
        return;
    free(vocabulary->slots);
    vocabulary->slot_count *= 2;
    vocabulary->slots = memory_take_zeroed(vocabulary->slot_count, sizeof *vocabulary->slots);
    for (int i = 0; i < vocabulary->count; i++)
        *slot_of(vocabulary, vocabulary->words[i].text, (uint32_t)strlen(vocabulary->words[i].text)) = i + 1;
}

struct vocabulary_word *vocabulary_word(struct vocabulary *vocabulary, const char *bytes, uint32_t length)
{
    int *slot = slot_of(vocabulary, bytes, length);

    if (!*slot) {
        grow(vocabulary);
        slot = slot_of(vocabulary, bytes, length);
        vocabulary->words[vocabulary->count++] = (struct vocabulary_word){
            .text = scratch_copy(vocabulary->letters, bytes, length)};
        *slot = vocabulary->count;
    }
    return &vocabulary->words[*slot - 1];
}

const struct vocabulary_word *vocabulary_find(const struct vocabulary *vocabulary, const char *bytes, uint32_t length)
{
    const int *slot = slot_of(vocabulary, bytes, length);

    return *slot ? &vocabulary->words[*slot - 1] : NULL;
}

const struct vocabulary_word *vocabulary_words(const struct vocabulary *vocabulary, int *count)
{
    *count = vocabulary->count;
    return vocabulary->words;
}
