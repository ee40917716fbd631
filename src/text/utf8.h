/*
 * utf8.h - characters of UTF-8 text: decoding, stepping, checking. Lengths are bytes; no NUL is needed or looked for.
 */
#ifndef VITRINE_TEXT_UTF8_H
#define VITRINE_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Decodes the character at the start of bytes. Returns its length, 1 to 4, or 0 when there is none: the text is empty, cut
 * off, overlong, a surrogate, or above U+10FFFF. *code is set only when the result is not 0.
 */
int utf8_decode(const char *bytes, size_t length, uint32_t *code);

bool utf8_is_valid(const char *bytes, size_t length);

/* Start of the character after the one at `at`; a stray byte counts as one character. At most length. */
size_t utf8_next(const char *bytes, size_t length, size_t at);

/* Start of the character before `at`; 0 at the start. */
size_t utf8_previous(const char *bytes, size_t at);

/* Number of characters; a stray byte counts as one. */
size_t utf8_count(const char *bytes, size_t length);

/* Writes a character and returns its length, 1 to 4; 0 when code is no character (a surrogate, above U+10FFFF). */
int utf8_encode(uint32_t code, char out[4]);

/* Moves start and end to each other over spaces, U+00A0 too. */
void utf8_trim(const char *bytes, uint32_t *start, uint32_t *end);

/* True for the combining marks that must stay with the character before them, and for the joiners U+200C and U+200D. */
bool utf8_is_joined(uint32_t code);

/* The capital of a small letter of Latin, Greek or Cyrillic, which names of months and languages begin with; else code. */
uint32_t utf8_capital(uint32_t code);

#endif
