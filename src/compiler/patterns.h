/*
 * patterns.h - a hyphenation dictionary made ready for libhyphen: converted to UTF-8 and expanded.
 *
 * libhyphen follows one state at a time, so a pattern hidden inside a longer one is lost unless the
 * longer one repeats its numbers. Its authors' script substrings.pl does that ("Brief explanation
 * of the hyphenation algorithm", README.hyphen); this is the same work. Patterns that change the
 * spelling at a break forbid the break instead: the kiosk only adds hyphens.
 */
#ifndef VITRINE_COMPILER_PATTERNS_H
#define VITRINE_COMPILER_PATTERNS_H

#include <stddef.h>

/* NULL when the file cannot be read or its encoding is unknown. To be freed; NUL-terminated. */
char *patterns_read(const char *path, size_t *size);

/* The same for the bytes of a dictionary. */
char *patterns_expand(const char *bytes, size_t size, size_t *expanded_size);

#endif
