/*
 * locale.h - the ICU locale of a BCP 47 tag: with the country the exhibit means where the tag names
 * none (Portuguese of Portugal, English of Britain), and with the Gregorian calendar.
 */
#ifndef VITRINE_COMPILER_LOCALE_H
#define VITRINE_COMPILER_LOCALE_H

#include <stdbool.h>

enum { LOCALE_BYTES = 160 };

struct locale {
    char id[LOCALE_BYTES];
};

struct locale locale_of(const char *tag);

/* "pt" of "pt-PT"; always a language code of two or three letters, "und" for what is no tag. */
struct locale locale_language(const char *tag);

/* The script a language is written in, ISO 15924. */
void locale_script(const char *tag, char script[4]);

#endif
