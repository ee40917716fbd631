/*
 * dictionaries.h - which dictionary of the system speaks a language.
 */
#ifndef VITRINE_COMPILER_DICTIONARIES_H
#define VITRINE_COMPILER_DICTIONARIES_H

#include <stdbool.h>
#include <stddef.h>

/* Writes into `path` where the dictionary for a BCP 47 tag lies in `folder`: the file "<prefix>pt_PT.dic" of the country the
 * exhibit means, else "<prefix>pt.dic", else that of any country, the first by name. False when there is none. */
bool dictionaries_find(const char *folder, const char *prefix, const char *tag, char *path, size_t size);

#endif
