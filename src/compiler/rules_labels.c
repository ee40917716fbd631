/* Short labels of entries stand on the axis, those of documents on tabs: they fit, and no two entries have the same. What
 * stands below a picture, a name or a word is short too (rule A9). */
#include <stdlib.h>
#include <string.h>

#include "compiler/rules_part.h"

static void check_characters(const struct judge *judge, const struct draft_words *words, int most)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        const struct draft_text *text = &words->in[k];
        int characters = text->bytes ? rules_characters_in(text->bytes) : 0;

        if (characters > most)
            diag_error(judge->diag, text->at, judge->rule->name, "\"%s\" has %d characters; make it %d or fewer", text->bytes,
                       characters, most);
    }
}

void rule_short_label(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->document_count; i++)
        check_characters(judge, &draft->documents[i].brief, RULES_DOCUMENT_CHARACTERS);
    for (int i = 0; i < draft->entry_count; i++)
        check_characters(judge, &draft->entries[i].brief, RULES_SHORT_CHARACTERS);
}

static int compare_texts(const void *a, const void *b)
{
    const struct draft_text *const *left = a, *const *right = b;
    int order = strcmp((*left)->bytes, (*right)->bytes);

    return order ? order : strcmp((*left)->at.path, (*right)->at.path);
}

static void check_language(const struct judge *judge, const struct draft_text **labels, int language)
{
    const struct draft *draft = judge->draft;
    int count = 0;

    for (int i = 0; i < draft->entry_count; i++)
        if (draft->entries[i].brief.in[language].bytes)
            labels[count++] = &draft->entries[i].brief.in[language];
    qsort(labels, (size_t)count, sizeof *labels, compare_texts);
    for (int i = 1; i < count; i++)
        if (!strcmp(labels[i]->bytes, labels[i - 1]->bytes))
            diag_error(judge->diag, labels[i]->at, judge->rule->name, "\"%s\" is the short label in %s too; write another one",
                       labels[i]->bytes, labels[i - 1]->at.path);
}

void rule_short_twice(const struct judge *judge)
{
    const struct draft_text **labels = malloc(((size_t)judge->draft->entry_count + 1) * sizeof *labels);

    for (int k = 0; labels && k < judge->draft->language_count; k++)
        check_language(judge, labels, k);
    free(labels);
}

/* ---- captions ---------------------------------------------------------------------------------------------------- */

static void check_words(const struct judge *judge, const struct draft_words *words)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        const struct draft_text *text = &words->in[k];
        int count = text->bytes ? rules_words_in(text->bytes) : 0;

        if (count > RULES_CAPTION_WORDS)
            diag_error(judge->diag, text->at, judge->rule->name, "the caption has %d words; make it %d or fewer", count,
                       RULES_CAPTION_WORDS);
    }
}

void rule_caption_length(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->picture_count; i++)
        check_words(judge, &draft->pictures[i].alt);
    for (int i = 0; i < draft->term_count; i++)
        check_words(judge, &draft->terms[i].text);
    for (int i = 0; i < draft->person_count; i++)
        check_characters(judge, &draft->people[i].role, RULES_ROLE_CHARACTERS);
}
