#include "compiler/suggest.h"

#include <stdio.h>
#include <string.h>

enum { LENGTH_MAX = 64 };

/* The least number of letters to change, add, take out or swap (Damerau's distance, neighbours only). */
static int distance_between(const char *a, const char *b)
{
    int rows[3][LENGTH_MAX + 1];
    int a_length = (int)strlen(a), b_length = (int)strlen(b);

    for (int j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a_length; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];

        row[0] = i;
        for (int j = 1; j <= b_length; j++) {
            int best = above[j - 1] + (a[i - 1] != b[j - 1]);

            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && two_above[j - 2] + 1 < best)
                best = two_above[j - 2] + 1;
            row[j] = best;
        }
    }
    return rows[a_length % 3][b_length];
}

struct suggest suggest_for(const char *wrong)
{
    size_t length = strlen(wrong);

    return (struct suggest){.wrong = wrong, .distance = length < 4 ? 2 : length < 9 ? 3 : 4};
}

void suggest_offer(struct suggest *suggest, const char *known)
{
    size_t wrong_length = strlen(suggest->wrong), length = strlen(known);
    size_t gap = wrong_length > length ? wrong_length - length : length - wrong_length;
    int distance;

    if (wrong_length > LENGTH_MAX || length > LENGTH_MAX || gap >= (size_t)suggest->distance)
        return;
    distance = distance_between(suggest->wrong, known);
    if (distance < suggest->distance) {
        suggest->distance = distance;
        suggest->best = known;
    }
}

const char *suggest_sentence(const struct suggest *suggest, const char *otherwise, char sentence[SUGGEST_SENTENCE_BYTES])
{
    if (suggest->best)
        snprintf(sentence, SUGGEST_SENTENCE_BYTES, "; did you mean \"%s\"?", suggest->best);
    else
        snprintf(sentence, SUGGEST_SENTENCE_BYTES, "%s", otherwise);
    return sentence;
}
