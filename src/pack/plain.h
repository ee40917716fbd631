/*
 * plain.h - is this plain text? UTF-8 without control characters; NUL is allowed, it ends a text.
 */
#ifndef VITRINE_PACK_PLAIN_H
#define VITRINE_PACK_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool plain_is_text(const uint8_t *bytes, size_t size);

/* True if a character begins at this byte, or the bytes end there. */
static inline bool plain_is_boundary(const uint8_t *at)
{
    return (*at & 0xc0) != 0x80;
}

#endif
