#include "text/utf8.h"

#include <string.h>

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Length that a first byte promises; 0 for a byte that can start nothing (0x80–0xC1, 0xF5–0xFF). */
static int promised_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xC2)
        return 0;
    if (first < 0xE0)
        return 2;
    if (first < 0xF0)
        return 3;
    return first < 0xF5 ? 4 : 0;
}

int utf8_decode(const char *bytes, size_t length, uint32_t *code)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    if (length == 0)
        return 0;
    unsigned char first = (unsigned char)bytes[0];
    int size = promised_length(first);
    if (size == 0 || (size_t)size > length)
        return 0;
    uint32_t value = size == 1 ? first : first & (0xFFu >> (size + 1));
    for (int i = 1; i < size; i++) {
        if (!is_continuation(bytes[i]))
            return 0;
        value = value << 6 | ((unsigned char)bytes[i] & 0x3F);
    }
    if (value < smallest[size] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000))
        return 0;
    *code = value;
    return size;
}

bool utf8_is_valid(const char *bytes, size_t length)
{
    uint32_t code;
    for (size_t at = 0; at < length;) {
        int size = utf8_decode(bytes + at, length - at, &code);
        if (size == 0)
            return false;
        at += (size_t)size;
    }
    return true;
}

size_t utf8_next(const char *bytes, size_t length, size_t at)
{
    uint32_t code;
    if (at >= length)
        return length;
    int size = utf8_decode(bytes + at, length - at, &code);
    return at + (size_t)(size ? size : 1);
}

size_t utf8_previous(const char *bytes, size_t at)
{
    if (at == 0)
        return 0;
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        uint32_t code;
        if (utf8_decode(bytes + at - back, back, &code) == (int)back)
            return at - back;
    }
    return at - 1;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t at = 0; at < length; at = utf8_next(bytes, length, at))
        count++;
    return count;
}

int utf8_encode(uint32_t code, char out[4])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return 0;
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    int size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)((0xF00u >> size & 0xF0) | code);
    return size;
}

bool utf8_is_joined(uint32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || (code >= 0x483 && code <= 0x489) || (code >= 0x591 && code <= 0x5C7)
        || (code >= 0x64B && code <= 0x65F) || code == 0x670 || (code >= 0x1AB0 && code <= 0x1AFF)
        || (code >= 0x1DC0 && code <= 0x1DFF) || (code >= 0x20D0 && code <= 0x20FF) || (code >= 0xFE00 && code <= 0xFE0F)
        || (code >= 0xFE20 && code <= 0xFE2F) || code == 0x200C || code == 0x200D;
}

static uint32_t space_at(const char *bytes, uint32_t at, uint32_t end)
{
    if (bytes[at] == ' ')
        return 1;
    return end - at >= 2 && memcmp(bytes + at, "\u00a0", 2) == 0 ? 2 : 0;
}

void utf8_trim(const char *bytes, uint32_t *start, uint32_t *end)
{
    uint32_t size;

    while (*start < *end && (size = space_at(bytes, *start, *end)) > 0)
        *start += size;
    while (*end > *start) {
        size = bytes[*end - 1] == ' ' ? 1 : 2;
        if (*end - *start < size || space_at(bytes, *end - size, *end) != size)
            break;
        *end -= size;
    }
}

uint32_t utf8_capital(uint32_t code)
{
    bool is_latin_pair = code >= 0x100 && code <= 0x17e && code != 0x131 && code != 0x138;
    bool has_odd_small = code < 0x139 || code > 0x148; /* where the small letter of a pair is the odd one */

    if ((code >= 'a' && code <= 'z') || (code >= 0xe0 && code <= 0xfe && code != 0xf7) || (code >= 0x3b1 && code <= 0x3c9)
        || (code >= 0x430 && code <= 0x44f))
        return code - 32;
    if (code >= 0x450 && code <= 0x45f)
        return code - 80;
    return is_latin_pair && code % 2 == has_odd_small ? code - 1 : code;
}
