/*
 * buffer.h - bytes that grow at their end. A zeroed struct is an empty buffer.
 */
#ifndef VITRINE_COMPILER_BUFFER_H
#define VITRINE_COMPILER_BUFFER_H

#include <stddef.h>
#include <stdint.h>

struct buffer {
    uint8_t *bytes;
    size_t size, capacity;
};

/* Frees the bytes; the buffer is empty afterwards. */
void buffer_done(struct buffer *buffer);

/* Makes room for `size` more bytes and returns where they go; the caller fills them and adds to size. */
uint8_t *buffer_reserve(struct buffer *buffer, size_t size);

void buffer_put(struct buffer *buffer, const void *bytes, size_t size);
void buffer_put_byte(struct buffer *buffer, uint8_t byte);

/* Little-endian. */
void buffer_put_word(struct buffer *buffer, uint32_t word);

#endif
