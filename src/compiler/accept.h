/*
 * accept.h - an editor says that the translations of a content folder render their sources; translations.lock records it.
 */
#ifndef VITRINE_COMPILER_ACCEPT_H
#define VITRINE_COMPILER_ACCEPT_H

#include <stdbool.h>

/* Writes the record anew. Translations whose source has changed and that have not stay as they were on record, unless their
 * file is among `files` (named inside the folder, or with the folder in front). Says on stdout what was done and on stderr why
 * nothing was; false then. */
bool accept_translations(const char *folder, const char *const *files, int count);

#endif
