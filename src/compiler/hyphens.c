#include "compiler/hyphens.h"

#include <hyphen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/dictionaries.h"
#include "compiler/memory.h"
#include "compiler/patterns.h"
#include "pack/text.h"

#define DICTIONARY_FOLDER "/usr/share/hyphen"

enum { LETTERS_BEFORE = 3, LETTERS_BEFORE_LARGE = 2, LETTERS_AFTER = 3, PLACES_MAX = 48 };

/* A word met before. Its letters and places are in the byte heap, one behind the other. */
struct memory {
    uint32_t at;
    uint8_t length, count;
};

struct hyphens {
    HyphenDict *dictionary;
    int least_before, least_after; /* letters the dictionary itself asks for */
    uint8_t *heap;
    uint32_t heap_used, heap_room;
    struct memory *slots; /* length 0 = free */
    uint32_t slot_count, used;
};

struct hyphens *hyphens_open(const char *tag)
{
    char path[512], *patterns;
    size_t size;
    struct hyphens *hyphens;
    FILE *file;

    if (!dictionaries_find(DICTIONARY_FOLDER, "hyph_", tag, path, sizeof path))
        return NULL;
    patterns = patterns_read(path, &size);
    if (!patterns)
        return NULL;
    hyphens = memory_must(calloc(1, sizeof *hyphens));
    file = memory_must(fmemopen(patterns, size, "r"));
    hyphens->dictionary = hnj_hyphen_load_file(file);
    fclose(file);
    free(patterns);
    if (!hyphens->dictionary) {
        free(hyphens);
        return NULL;
    }
    hyphens->least_before = hyphens->dictionary->lhmin;
    hyphens->least_after = hyphens->dictionary->rhmin;
    hyphens->dictionary->lhmin = hyphens->dictionary->rhmin =
        2; /* it would win over what is asked for */
    hyphens->slot_count = 1024;
    hyphens->slots = memory_must(calloc(hyphens->slot_count, sizeof *hyphens->slots));
    return hyphens;
}

void hyphens_close(struct hyphens *hyphens)
{
    if (!hyphens)
        return;
    hnj_hyphen_free(hyphens->dictionary);
    free(hyphens->slots);
    free(hyphens->heap);
    free(hyphens);
}

/* ---- one word ------------------------------------------------------------------------------- */

/* The word in small letters for the patterns, and the byte offsets of its characters. */
struct word {
    char small[HYPHENS_WORD_BYTES_MAX * 2];
    int32_t small_length;
    uint8_t offsets[HYPHENS_WORD_BYTES_MAX + 1];
    int characters, capitals,
        marks[HYPHENS_WORD_BYTES_MAX + 1]; /* marks[i]: combining marks before character i */
    bool starts_with_capital;
};

static void read_word(const char *bytes, uint32_t length, struct word *word)
{
    int32_t at = 0;

    *word = (struct word){0};
    while (at < (int32_t)length) {
        UChar32 character;

        word->offsets[word->characters] = (uint8_t)at;
        U8_NEXT_OR_FFFD(bytes, at, (int32_t)length, character);
        if (u_isupper(character) || u_istitle(character)) {
            word->capitals++;
            word->starts_with_capital |= word->characters == 0;
        }
        U8_APPEND_UNSAFE(word->small, word->small_length, u_tolower(character));
        word->marks[word->characters + 1] =
            word->marks[word->characters] + (u_charType(character) == U_NON_SPACING_MARK);
        word->characters++;
    }
    word->offsets[word->characters] = (uint8_t)length;
}

/* points[i] becomes odd where the patterns divide behind character i; two letters stay on each
 * side. */
static bool divide(const struct hyphens *hyphens, const struct word *word, char *points)
{
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;

    memset(points, '0', HYPHENS_WORD_BYTES_MAX * 2 + 8);
    if (hnj_hyphen_hyphenate3(hyphens->dictionary, word->small, word->small_length, points, NULL,
                              &replacements, &positions, &cuts, 2, 2, 2, 2)
        != 0)
        return false;
    for (int i = 0; replacements && i < word->small_length; i++)
        free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
    return true;
}

static int find_places(const struct hyphens *hyphens, const char *bytes, uint32_t length,
                       struct hyphen *places)
{
    struct word word;
    char points[HYPHENS_WORD_BYTES_MAX * 2 + 8];
    int count = 0;

    read_word(bytes, length, &word);
    if (word.capitals > word.starts_with_capital || !divide(hyphens, &word, points))
        return 0;
    for (int i = 1; i < word.characters && count < PLACES_MAX; i++) {
        int before = i - word.marks[i];
        int after = word.characters - i - (word.marks[word.characters] - word.marks[i]);
        bool is_too_short = before < LETTERS_BEFORE_LARGE || before < hyphens->least_before
                            || after < LETTERS_AFTER || after < hyphens->least_after;
        bool is_any_size = before >= LETTERS_BEFORE && !word.starts_with_capital;

        if (points[i - 1] % 2 == 0 || is_too_short)
            continue;
        places[count++] = (struct hyphen){word.offsets[i], is_any_size ? PACK_BREAK_HYPHEN
                                                                       : PACK_BREAK_HYPHEN_LARGE};
    }
    return count;
}

char *hyphens_show(struct hyphens *hyphens, const char *bytes)
{
    struct word word;
    char points[HYPHENS_WORD_BYTES_MAX * 2 + 8], *shown = memory_must(calloc(2, strlen(bytes) + 1)),
                                                 *to = shown;

    read_word(bytes, (uint32_t)strlen(bytes), &word);
    divide(hyphens, &word, points);
    for (int i = 0; i < word.characters; i++) {
        size_t size = (size_t)(word.offsets[i + 1] - word.offsets[i]);

        if (i > 0 && points[i - 1] % 2)
            *to++ = '-';
        memcpy(to, bytes + word.offsets[i], size);
        to += size;
    }
    return shown;
}

/* ---- memory of words ------------------------------------------------------------------------ */

static struct memory *slot_of(const struct hyphens *hyphens, const char *word, uint32_t length)
{
    uint32_t hash = 2166136261u, mask = hyphens->slot_count - 1;

    for (uint32_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)word[i]) * 16777619u;
    for (uint32_t at = (hash ^ hash >> 15) & mask;; at = (at + 1) & mask) {
        struct memory *slot = &hyphens->slots[at];

        if (slot->length == 0
            || (slot->length == length && !memcmp(hyphens->heap + slot->at, word, length)))
            return slot;
    }
}

static void grow_slots(struct hyphens *hyphens)
{
    struct memory *old = hyphens->slots;
    uint32_t old_count = hyphens->slot_count;

    if (hyphens->used * 2 < old_count)
        return;
    hyphens->slot_count *= 2;
    hyphens->slots = memory_must(calloc(hyphens->slot_count, sizeof *hyphens->slots));
    for (uint32_t i = 0; i < old_count; i++)
        if (old[i].length)
            *slot_of(hyphens, (const char *)hyphens->heap + old[i].at, old[i].length) = old[i];
    free(old);
}

static uint32_t put(struct hyphens *hyphens, const void *bytes, uint32_t size)
{
    uint32_t at = hyphens->heap_used;

    if (hyphens->heap_room - at < size) {
        hyphens->heap_room = hyphens->heap_room * 2 + size + 4096;
        hyphens->heap = memory_must(realloc(hyphens->heap, hyphens->heap_room));
    }
    memcpy(hyphens->heap + at, bytes, size);
    hyphens->heap_used += size;
    return at;
}

const struct hyphen *hyphens_of(struct hyphens *hyphens, const char *word, uint32_t length,
                                int *count)
{
    struct memory *slot;

    *count = 0;
    if (length == 0 || length > HYPHENS_WORD_BYTES_MAX)
        return NULL;
    slot = slot_of(hyphens, word, length);
    if (slot->length == 0) {
        struct hyphen places[PLACES_MAX];
        uint32_t at = put(hyphens, word, length);
        int found = find_places(hyphens, word, length, places);

        put(hyphens, places, (uint32_t)found * (uint32_t)sizeof *places);
        *slot = (struct memory){at, (uint8_t)length, (uint8_t)found};
        hyphens->used++;
        grow_slots(hyphens);
        slot = slot_of(hyphens, word, length);
    }
    *count = slot->count;
    return (const struct hyphen *)(hyphens->heap + slot->at + slot->length);
}
