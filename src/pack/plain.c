#include "pack/plain.h"

#include <string.h>

/* Length of the well-formed character (Unicode 15, table 3-7) at the start of these bytes, 0 = none. */
static size_t character(const uint8_t *at, size_t left)
{
    static const struct {
        uint8_t first, last, length, second_low, second_high;
    } forms[] = {
        {0x20, 0x7e, 1, 0, 0},       {0xc2, 0xdf, 2, 0x80, 0xbf}, {0xe0, 0xe0, 3, 0xa0, 0xbf}, {0xe1, 0xec, 3, 0x80, 0xbf},
        {0xed, 0xed, 3, 0x80, 0x9f}, {0xee, 0xef, 3, 0x80, 0xbf}, {0xf0, 0xf0, 4, 0x90, 0xbf}, {0xf1, 0xf3, 4, 0x80, 0xbf},
        {0xf4, 0xf4, 4, 0x80, 0x8f}, {0x00, 0x00, 1, 0, 0},
    };

    for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
        if (at[0] < forms[f].first || at[0] > forms[f].last)
            continue;
        if (left < forms[f].length)
            return 0;
        if (forms[f].length > 1 && (at[1] < forms[f].second_low || at[1] > forms[f].second_high))
            return 0;
        for (size_t i = 2; i < forms[f].length; i++) {
            if ((at[i] & 0xc0) != 0x80)
                return 0;
        }
        return forms[f].length;
    }
    return 0;
}

bool plain_is_text(const uint8_t *bytes, size_t size)
{
    size_t at = 0;

    while (at < size) {
        size_t length;

        if (bytes[at] >= 0x20 && bytes[at] < 0x7f) {
            at++;
            continue;
        }
        length = character(bytes + at, size - at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}
