/* An open hash of blocks by content: text, spans, style, width. Two texts with the same hash are told apart by their bytes. */
#include "text/shelf.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCKS_MOST = 768, BUCKETS = 1024 };

struct kept {
    struct block *block;
    uint64_t hash;
    unsigned last_frame;
    struct kept *next;
};

struct shelf {
    struct fonts *fonts;
    struct kept *buckets[BUCKETS];
    int count;
    unsigned frame;
    struct block empty;
};

struct shelf *shelf_create(struct fonts *fonts)
{
    struct shelf *shelf = calloc(1, sizeof(*shelf));

    if (shelf)
        shelf->fonts = fonts;
    return shelf;
}

void shelf_clear(struct shelf *shelf)
{
    for (int i = 0; i < BUCKETS; i++) {
        while (shelf->buckets[i]) {
            struct kept *kept = shelf->buckets[i];

            shelf->buckets[i] = kept->next;
            block_destroy(kept->block);
            free(kept);
        }
    }
    shelf->count = 0;
}

void shelf_destroy(struct shelf *shelf)
{
    if (!shelf)
        return;
    shelf_clear(shelf);
    free(shelf);
}

/* FNV-1a, 64 bit */
static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t size)
{
    const unsigned char *b = bytes;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ b[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t hash_of(struct pack_text text, struct block_style style, int width_px)
{
    int numbers[] = {style.role, style.mark_role, style.size_px, style.line_px, style.is_right_to_left, style.is_large,
                     style.is_title, style.is_single, style.is_single ? 0 : width_px, (int)text.span_count};
    uint64_t hash = hash_bytes(0xcbf29ce484222325u, numbers, sizeof(numbers));

    hash = hash_bytes(hash, text.bytes, text.length);
    return hash_bytes(hash, text.spans, text.span_count * sizeof(text.spans[0]));
}

static bool is_same(const struct kept *kept, uint64_t hash, struct pack_text text)
{
    return kept->hash == hash && kept->block->length == text.length
        && (text.length == 0 || memcmp(kept->block->bytes, text.bytes, text.length) == 0);
}

const struct block *shelf_get(struct shelf *shelf, struct pack_text text, struct block_style style, int width_px)
{
    uint64_t hash = hash_of(text, style, width_px);
    struct kept **bucket = &shelf->buckets[hash % BUCKETS];
    struct kept *kept;

    for (kept = *bucket; kept; kept = kept->next) {
        if (is_same(kept, hash, text)) {
            kept->last_frame = shelf->frame;
            return kept->block;
        }
    }
    kept = calloc(1, sizeof(*kept));
    if (!kept)
        return &shelf->empty;
    kept->block = block_create(shelf->fonts, text, style, width_px);
    if (!kept->block) {
        free(kept);
        return &shelf->empty;
    }
    kept->hash = hash;
    kept->last_frame = shelf->frame;
    kept->next = *bucket;
    *bucket = kept;
    shelf->count++;
    return kept->block;
}

/* Everything not asked for in the last `age` frames goes. */
static void drop_older(struct shelf *shelf, unsigned age)
{
    for (int i = 0; i < BUCKETS; i++) {
        struct kept **link = &shelf->buckets[i];

        while (*link) {
            struct kept *kept = *link;

            if (shelf->frame - kept->last_frame < age) {
                link = &kept->next;
                continue;
            }
            *link = kept->next;
            block_destroy(kept->block);
            free(kept);
            shelf->count--;
        }
    }
}

void shelf_end_frame(struct shelf *shelf)
{
    for (unsigned age = 256; shelf->count > BLOCKS_MOST && age > 0; age /= 4)
        drop_older(shelf, age);
    shelf->frame++;
}
