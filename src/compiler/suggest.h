/*
 * suggest.h - "did you mean": the known word nearest to a misspelt one.
 */
#ifndef VITRINE_COMPILER_SUGGEST_H
#define VITRINE_COMPILER_SUGGEST_H

/* Keeps the best of the words offered one after another. */
struct suggest {
    const char *wrong;
    const char *best; /* NULL while none is near enough */
    int distance;
};

/* Borrowed words must outlive the struct. */
struct suggest suggest_for(const char *wrong);
void suggest_offer(struct suggest *suggest, const char *known);

enum { SUGGEST_SENTENCE_BYTES = 160 };

/* "; did you mean \"lane\"?", or `otherwise`, written into and returned as `sentence`. */
const char *suggest_sentence(const struct suggest *suggest, const char *otherwise, char sentence[SUGGEST_SENTENCE_BYTES]);

#endif
