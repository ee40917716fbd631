/*
 * hostile.h - exhibits that nobody asked for, each from a seed: any number of lanes, documents, languages and entries, any
 * axis, dates that lie on one day or span everything, words that are too short, too long or all the same. What comes of it
 * is a content folder that vitrine-pack builds without an error.
 */
#ifndef VITRINE_TESTS_HOSTILE_H
#define VITRINE_TESTS_HOSTILE_H

#include <stdint.h>

/* Writes the exhibit into a folder that exists and is empty; a failure fails the running test. */
void hostile_exhibit(const char *folder, uint64_t seed);

/* What the exhibit of the seed is like, in a few words, for findings. Lives until the next call. */
const char *hostile_name(uint64_t seed);

#endif
