/*
 * sample.h - exhibits made in memory, for tests that need a pack and no content folder.
 */
#ifndef VITRINE_TESTS_SAMPLE_H
#define VITRINE_TESTS_SAMPLE_H

#include "compiler/draft.h"
#include "compiler/write.h"
#include "pack/pack.h"

/*
 * A small exhibit with one of everything: interface languages en, pl and he (right to left), documents A (en), B (pl) and
 * C (ru, without full text), two lanes, six entries from 1917 to 1924, one disagreement with a silent document, people,
 * places, a term, a story, pictures, faces, a coastline with an inset. Every interface string reads "<key> <tag>".
 */
void sample_draft(struct draft *draft);

/* An exhibit of this size: each entry has three statements of together about `text_size` bytes in each language, two
 * sources, a place and a person. The same every time. At least two languages. */
void sample_large_draft(struct draft *draft, int entries, int languages, int text_size);

/* A draft, written and opened. The test fails if that does not work. */
struct sample {
    struct draft draft;
    struct write_result result;
    struct pack *pack;
};

void sample_open(struct sample *sample);
void sample_write(struct sample *sample); /* writes and opens sample->draft, which the caller has filled */
void sample_close(struct sample *sample);

#endif
