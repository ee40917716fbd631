/*
 * answer.h - the words of an answer: the big one, and what stands around it in the order of the language: "14 | April 1922",
 * "1922 m. balandžio | 14 | d.". Texts live until the builder is used again.
 */
#ifndef VITRINE_SCREEN_ANSWER_H
#define VITRINE_SCREEN_ANSWER_H

#include "screen/screen.h"

/* A span of bytes of the rest before the big word and one behind it, with the spaces that part them from it. */
struct answer_rest {
    struct pack_text text;
    uint32_t before, after; /* bytes [0, before) and from `after` on */
    bool has_place;         /* false: the word stands first, and a space parts them */
};

struct answer_rest answer_rest_of(struct kit *kit, int answer);

/* One side alone, without the spaces: for a line of its own or another size. "" = nothing stands there. */
struct pack_text answer_before(struct text_builder *builder, struct answer_rest rest);
struct pack_text answer_after(struct text_builder *builder, struct answer_rest rest);

/* The word and the side behind it touch: "14." */
bool answer_is_tied(struct answer_rest rest);

/* Adds one side with its spaces, around whatever stands for the word. */
void answer_add_before(struct text_builder *builder, struct answer_rest rest);
void answer_add_after(struct text_builder *builder, struct answer_rest rest);

/* Adds the whole answer as it is read: "14 April 1922". */
void answer_add(struct kit *kit, struct text_builder *builder, int answer);

#endif
