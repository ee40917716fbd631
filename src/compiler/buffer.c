#include "compiler/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "pack/bytes.h"

void buffer_done(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){.bytes = NULL};
}

uint8_t *buffer_reserve(struct buffer *buffer, size_t size)
{
    size_t capacity = buffer->capacity > 0 ? buffer->capacity : 256;

    if (buffer->bytes == NULL || size > buffer->capacity - buffer->size) {
        while (capacity - buffer->size < size)
            capacity *= 2;
        buffer->bytes = memory_must(realloc(buffer->bytes, capacity));
        buffer->capacity = capacity;
    }
    return buffer->bytes + buffer->size;
}

void buffer_put(struct buffer *buffer, const void *bytes, size_t size)
{
    if (size > 0)
        memcpy(buffer_reserve(buffer, size), bytes, size);
    buffer->size += size;
}

void buffer_put_byte(struct buffer *buffer, uint8_t byte)
{
    *buffer_reserve(buffer, 1) = byte;
    buffer->size++;
}

void buffer_put_word(struct buffer *buffer, uint32_t word)
{
    bytes_store32(buffer_reserve(buffer, 4), word);
    buffer->size += 4;
}
