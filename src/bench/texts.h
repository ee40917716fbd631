/* texts.h - text measured: the documents in the pack, a long text new on the screen. */
#ifndef VITRINE_BENCH_TEXTS_H
#define VITRINE_BENCH_TEXTS_H

#include "bench/table.h"
#include "draw/draw.h"
#include "pack/pack.h"

/* 600 characters laid out and drawn: for the first time with these fonts, and again; Latin, and Latin mixed with Cyrillic. */
void texts_measure(struct table *table, struct pack *pack, struct fonts *fonts, struct draw *draw);

/* Stored bytes of the documents' original text, from compiling the content folder in this process. */
void texts_measure_documents(struct table *table, const char *content, const char *assets);

#endif
