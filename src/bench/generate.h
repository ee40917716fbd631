/*
 * generate.h - an exhibit of any size for measuring: entries of about 400 bytes in each of four languages, spread over the span, in
 * four lanes, quoting one document of a thousand sentences. The same number gives the same files.
 */
#ifndef VITRINE_BENCH_GENERATE_H
#define VITRINE_BENCH_GENERATE_H

#include <stdbool.h>

/* Writes a content folder; its interface words are those of the folder `strings`, an absolute path. False after a
 * sentence on stderr. The folder must not exist yet. */
bool generate_exhibit(const char *folder, const char *strings, int entries);

#endif
