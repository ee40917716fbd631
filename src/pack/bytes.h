/*
 * bytes.h - little-endian numbers at any address, and the one test that a range lies inside another.
 */
#ifndef VITRINE_PACK_BYTES_H
#define VITRINE_PACK_BYTES_H

#include <stdbool.h>
#include <stdint.h>

static inline uint16_t bytes_load16(const uint8_t *at)
{
    return (uint16_t)(at[0] | at[1] << 8);
}

static inline uint32_t bytes_load32(const uint8_t *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static inline void bytes_store16(uint8_t *at, uint16_t value)
{
    at[0] = (uint8_t)value;
    at[1] = (uint8_t)(value >> 8);
}

static inline void bytes_store32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        at[i] = (uint8_t)(value >> 8 * i);
}

/* True if [start, start + length) lies in [0, size). Cannot overflow. */
static inline bool bytes_in_range(uint64_t start, uint64_t length, uint64_t size)
{
    return start <= size && length <= size - start;
}

#endif
