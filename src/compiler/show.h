/*
 * show.h - what is in a pack, for curators and for other programs.
 *
 * Packs are read and trimmed as they are shown, so nothing unpacked from them may be held meanwhile.
 */
#ifndef VITRINE_COMPILER_SHOW_H
#define VITRINE_COMPILER_SHOW_H

#include <stdbool.h>
#include <stdio.h>

#include "pack/pack.h"

/* A page of counts and names. */
void show_summary(struct pack *pack, FILE *out);

/* Everything but the bytes of fonts and pictures, as one JSON object (RFC 8259). */
void show_json(struct pack *pack, FILE *out);

/* Opens the pack, unpacks all of it and says in one sentence whether it is good; true if so. */
bool show_verify(const char *path, FILE *out);

/* What a visitor would notice: a sentence a line for everything that is new, gone or changed from `before` to `after`.
 * Returns how many there were; without any it says so. */
int show_diff(struct pack *before, struct pack *after, FILE *out);

#endif
