#include "compiler/words.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

enum { SOFT_HYPHEN = 0xAD, HYPHEN = 0x2010, NO_BREAK_HYPHEN = 0x2011, APOSTROPHE = 0x2019 };

static bool is_letter(UChar32 character)
{
    return u_isalpha(character) || character == SOFT_HYPHEN || u_charType(character) == U_NON_SPACING_MARK;
}

static bool is_joint(UChar32 character)
{
    return character == '-' || character == '.' || character == '\'' || character == APOSTROPHE || character == HYPHEN
        || character == NO_BREAK_HYPHEN;
}

/* The character at byte `at`, 0 at the end; *next is the byte behind it. */
static UChar32 character_at(const char *text, uint32_t at, uint32_t *next)
{
    UChar32 character;
    int32_t place = (int32_t)at;

    U8_NEXT(text, place, -1, character);
    *next = (uint32_t)place;
    return character > 0 ? character : 0;
}

/* The byte behind a run of letters and digits with single joints between them. */
static uint32_t end_of_run(const char *text, uint32_t at, bool *has_digit)
{
    uint32_t end = at, next;

    for (;;) {
        UChar32 character = character_at(text, at, &next);

        if (is_letter(character) || u_isdigit(character)) {
            *has_digit |= u_isdigit(character);
            end = at = next;
        } else if (is_joint(character) && at == end) {
            at = next;
        } else {
            return end;
        }
    }
}

static uint32_t end_of_chunk(const char *text, uint32_t at)
{
    uint32_t next;

    for (UChar32 character; (character = character_at(text, at, &next)) && !u_isUWhiteSpace(character);)
        at = next;
    return at;
}

/* "https://…", "www.example.org", "example.org/page" */
static bool is_address(const char *chunk, uint32_t length)
{
    const char *slash = memchr(chunk, '/', length);
    const char *stop = memchr(chunk, '.', slash ? (size_t)(slash - chunk) : 0);
    bool has_name = stop && stop > chunk && u_isalnum((unsigned char)stop[-1]) && u_isalnum((unsigned char)stop[1]);

    return has_name || (length > 4 && !memcmp(chunk, "www.", 4)) || memmem(chunk, length, "://", 3);
}

/* Behind the place or address that begins at `at`; `at` itself where none does. */
static uint32_t skip(const char *text, uint32_t at, bool is_chunk_start)
{
    if (text[at] == '{')
        return at + (uint32_t)strcspn(text + at, "}");
    if (is_chunk_start) {
        uint32_t start = at + (uint32_t)strspn(text + at, "(["), end = end_of_chunk(text, start);

        return is_address(text + start, end - start) ? end : at;
    }
    return at;
}

bool words_next(const char *text, uint32_t *at, struct words_place *word)
{
    bool is_chunk_start = *at == 0;

    for (;;) {
        uint32_t next, end;
        UChar32 character = character_at(text, *at, &next);

        if (!character)
            return false;
        end = skip(text, *at, is_chunk_start);
        if (end == *at && (u_isalpha(character) || u_isdigit(character))) {
            bool has_digit = false;

            *word = (struct words_place){*at, end_of_run(text, *at, &has_digit) - *at};
            *at = end = word->start + word->length;
            if (!has_digit)
                return true;
            is_chunk_start = false;
            continue;
        }
        is_chunk_start = end == *at && u_isUWhiteSpace(character);
        *at = end > *at ? end : next;
    }
}

bool words_next_part(const char *word, uint32_t length, uint32_t *at, struct words_place *part)
{
    uint32_t next;

    while (*at < length && is_joint(character_at(word, *at, &next)))
        *at = next;
    part->start = *at;
    while (*at < length && !is_joint(character_at(word, *at, &next)))
        *at = next;
    part->length = *at - part->start;
    return part->length > 0;
}

bool words_is_siglum(const char *word, uint32_t length)
{
    uint32_t at = 0;
    int capitals = 0, others = 0;

    while (at < length) {
        UChar32 character = character_at(word, at, &at);

        if (u_isupper(character))
            capitals++;
        else if (u_isalpha(character))
            others++;
    }
    return capitals + others == 1 || !others;
}
