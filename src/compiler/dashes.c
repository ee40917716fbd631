#include "compiler/dashes.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "compiler/locale.h"
#include "compiler/memory.h"

struct dashes {
    UBreakIterator *lines; /* NULL when ICU has none */
    bool repeats_hyphen;   /* rule Y19: Portuguese and Polish */
    UChar *units;
    uint32_t *byte_of; /* by unit, one more than units */
    uint32_t room;
};

struct dashes *dashes_open(const char *tag)
{
    struct dashes *dashes = memory_take_zeroed(1, sizeof *dashes);
    struct locale language = locale_language(tag);
    UErrorCode status = U_ZERO_ERROR;

    dashes->lines = ubrk_open(UBRK_LINE, locale_of(tag).id, NULL, 0, &status);
    dashes->repeats_hyphen = !strcmp(language.id, "pt") || !strcmp(language.id, "pl");
    return dashes;
}

void dashes_close(struct dashes *dashes)
{
    if (!dashes)
        return;
    ubrk_close(dashes->lines);
    free(dashes->units);
    free(dashes->byte_of);
    free(dashes);
}

/* ---- what needs looking at ------------------------------------------------------------------ */

/* By the first two or three bytes of a character; letters of scripts with spaces and plain
 * punctuation need nothing. */
static bool may_break_at(const uint8_t *bytes)
{
    switch (bytes[0]) {
    case '-':
    case '/': return true;
    case 0xc2: return bytes[1] == 0xad; /* soft hyphen */
    case 0xe0: return bytes[1] >= 0xb8; /* Thai, Lao, Tibetan */
    case 0xe1: return bytes[1] < 0xb4;  /* Myanmar, Ethiopic, Khmer */
    case 0xe2:
        return bytes[1] != 0x80 || bytes[2] == 0x8b || (bytes[2] >= 0x90 && bytes[2] <= 0x95)
               || bytes[2] == 0xa6; /* zero width space, dashes, ellipsis, symbols */
    default: return bytes[0] >= 0xe3;
    }
}

static bool needs_look(const char *word, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        uint8_t byte = (uint8_t)word[i];

        /* continuation bytes lie between 0x80 and 0xbf */
        if ((byte == '-' || byte == '/' || byte >= 0xc2) && may_break_at((const uint8_t *)word + i))
            return true;
    }
    return false;
}

/* ---- one gap -------------------------------------------------------------------------------- */

static bool is_hyphen(UChar32 character)
{
    return character == '-' || character == 0x2010;
}

static bool is_dash(UChar32 character)
{
    return character >= 0x2012 && character <= 0x2015;
}

/* Letters in a row from byte `at` on, up to two; `step` 1 or -1. */
static int letters_from(const char *word, int32_t length, int32_t at, int step)
{
    int letters = 0;

    while (letters < 2 && (step > 0 ? at < length : at > 0)) {
        UChar32 character;

        if (step > 0)
            U8_NEXT_OR_FFFD(word, at, length, character);
        else
            U8_PREV_OR_FFFD(word, 0, at, character);
        if (!u_isalpha(character))
            break;
        letters++;
    }
    return letters;
}

static enum pack_break kind_of_gap(const struct dashes *dashes, const char *word, int32_t length,
                                   int32_t gap)
{
    int32_t before_at = gap, after_at = gap;
    UChar32 before, after;
    bool stands_between_letters;

    U8_PREV_OR_FFFD(word, 0, before_at, before);
    U8_NEXT_OR_FFFD(word, after_at, length, after);
    stands_between_letters =
        letters_from(word, length, before_at, -1) == 2 && letters_from(word, length, gap, 1) == 2;
    if (before == 0xad)
        return PACK_BREAK_HYPHEN;
    if (is_dash(after) || is_hyphen(after) || (before == 0x2026 && before_at == 0))
        return PACK_BREAK_NONE;
    if (is_hyphen(before))
        return !stands_between_letters  ? PACK_BREAK_NONE
               : dashes->repeats_hyphen ? PACK_BREAK_REPEAT
                                        : PACK_BREAK_ALWAYS;
    if (before == '/')
        return stands_between_letters ? PACK_BREAK_ALWAYS : PACK_BREAK_NONE;
    if (is_dash(before) && u_isdigit(after))
        return PACK_BREAK_NONE;
    return PACK_BREAK_ALWAYS;
}

/* ---- a word --------------------------------------------------------------------------------- */

static int32_t to_units(struct dashes *dashes, const char *word, int32_t length)
{
    int32_t at = 0, count = 0;

    if (dashes->room < (uint32_t)length + 1) {
        dashes->room = (uint32_t)length * 2 + 64;
        dashes->units = memory_must(realloc(dashes->units, dashes->room * sizeof *dashes->units));
        dashes->byte_of =
            memory_must(realloc(dashes->byte_of, dashes->room * sizeof *dashes->byte_of));
    }
    while (at < length) {
        uint32_t start = (uint32_t)at;
        UChar32 character;

        U8_NEXT_OR_FFFD(word, at, length, character);
        for (int unit = 0; unit < U16_LENGTH(character); unit++)
            dashes->byte_of[count + unit] = start;
        U16_APPEND_UNSAFE(dashes->units, count, character);
    }
    dashes->byte_of[count] = (uint32_t)length;
    return count;
}

void dashes_mark(struct dashes *dashes, const char *word, uint32_t length, uint8_t *breaks)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t count, gap;

    if (length == 0 || !needs_look(word, length) || !dashes->lines)
        return;
    count = to_units(dashes, word, (int32_t)length);
    ubrk_setText(dashes->lines, dashes->units, count, &status);
    if (U_FAILURE(status))
        return;
    while ((gap = ubrk_next(dashes->lines)) != UBRK_DONE && gap < count) {
        uint32_t at = dashes->byte_of[gap];

        breaks[at] = (uint8_t)kind_of_gap(dashes, word, (int32_t)length, (int32_t)at);
    }
}
