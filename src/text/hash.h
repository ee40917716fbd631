/* hash.h - a fast 64-bit hash for caches. Not for anything that must not be forged. */
#ifndef VITRINE_TEXT_HASH_H
#define VITRINE_TEXT_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Any number starts a hash; what was hashed before goes in here. */
static inline uint64_t hash_value(uint64_t seed, uint64_t value)
{
    uint64_t hash = (seed ^ value) * 0x9E3779B97F4A7C15u;
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93u;
    return hash ^ hash >> 29;
}

static inline uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t size)
{
    const uint8_t *at = bytes;
    uint64_t hash = hash_value(seed, size), word;
    for (; size >= 8; at += 8, size -= 8) {
        memcpy(&word, at, 8);
        hash = hash_value(hash, word);
    }
    word = 0;
    if (size > 0)
        memcpy(&word, at, size);
    return hash_value(hash, word);
}

#endif
