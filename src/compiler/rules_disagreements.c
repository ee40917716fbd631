/* A disagreement is a question that every document answers or is silent about. */
#include <string.h>

#include "compiler/rules_part.h"

typedef void check_disagreement(const struct judge *judge, const struct draft_entry *entry,
                                const struct draft_disagreement *disagreement);

static void each_disagreement(const struct judge *judge, check_disagreement *check)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int k = 0; k < draft->entries[i].disagreement_count; k++)
            check(judge, &draft->entries[i], &draft->entries[i].disagreements[k]);
}

/* ---- which documents --------------------------------------------------------------------------------------------- */

static bool answers(const struct draft_disagreement *disagreement, int document)
{
    for (int i = 0; i < disagreement->answer_count; i++)
        if (disagreement->answers[i].document.index == document)
            return true;
    return false;
}

static void check_documents(const struct judge *judge, const struct draft_entry *entry,
                            const struct draft_disagreement *disagreement)
{
    const struct draft *draft = judge->draft;
    int before = -1;

    (void)entry;
    for (int d = 0; d < draft->document_count; d++)
        if (!answers(disagreement, d))
            diag_error(judge->diag, disagreement->at, judge->rule->name,
                       "the document %s is missing; add its answer, or {document: %s, silent: true}", draft->documents[d].id,
                       draft->documents[d].id);
    for (int i = 0; i < disagreement->answer_count; i++) {
        const struct draft_answer *answer = &disagreement->answers[i];

        if (answer->document.index >= 0 && answer->document.index < before)
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "%s stands behind a later document; keep to the order of exhibit.yaml", answer->document.id);
        if (answer->document.index == before && before >= 0 && (answer->is_silent || disagreement->answers[i - 1].is_silent))
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "%s is silent and is listed twice; a document has two answers only where it contradicts itself",
                       answer->document.id);
        before = answer->document.index;
    }
}

void rule_answer_documents(const struct judge *judge)
{
    each_disagreement(judge, check_documents);
}

/* ---- what they answer -------------------------------------------------------------------------------------------- */

static bool has_words(const struct draft_words *words, int languages)
{
    for (int i = 0; i < languages; i++)
        if (words->in[i].bytes)
            return true;
    return false;
}

static void check_source_document(const struct judge *judge, const struct draft_entry *entry, const struct draft_answer *answer)
{
    const char *quoted = answer->source >= 0 ? entry->sources[answer->source].document.id : NULL;

    if (quoted && answer->document.id && strcmp(quoted, answer->document.id) != 0)
        diag_error(judge->diag, answer->at, judge->rule->name,
                   "the source \"%.60s\" quotes %.60s, not this document; name a source of this document", answer->label,
                   quoted);
}

static void check_answers(const struct judge *judge, const struct draft_entry *entry,
                          const struct draft_disagreement *disagreement)
{
    int speaking = 0, differing = 0;

    for (int i = 0; i < disagreement->answer_count; i++) {
        const struct draft_answer *answer = &disagreement->answers[i];

        if (answer->is_silent)
            continue;
        speaking++;
        differing += answer->differs;
        if (!answer->label)
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "the answer names no source; write source: label, or silent: true");
        else if (!answer->has_date && !has_words(&answer->words, judge->draft->language_count))
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "the answer has neither a date nor words; write date: {…}, or \"### answer %.60s\" in every language",
                       answer->label);
        check_source_document(judge, entry, answer);
    }
    if (!speaking)
        diag_error(judge->diag, disagreement->at, judge->rule->name, "every document is silent; take the disagreement out");
    else if (!differing)
        diag_warning(judge->diag, disagreement->at, judge->rule->name,
                     "no answer differs; take differs: false from those that contradict, or the disagreement out");
}

void rule_answer(const struct judge *judge)
{
    each_disagreement(judge, check_answers);
}

static void check_silent(const struct judge *judge, const struct draft_entry *entry,
                         const struct draft_disagreement *disagreement)
{
    (void)entry;
    for (int i = 0; i < disagreement->answer_count; i++) {
        const struct draft_answer *answer = &disagreement->answers[i];

        if (answer->is_silent && (answer->label || answer->has_date))
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "a silent document has no source and no date; take them out, or silent: true");
        if (!answer->is_silent && answer->piece_count)
            diag_error(judge->diag, answer->at, judge->rule->name,
                       "\"quote\" shows a silence; where the document answers, write source: label");
    }
}

void rule_answer_silent(const struct judge *judge)
{
    each_disagreement(judge, check_silent);
}

/* ---- length ------------------------------------------------------------------------------------------------------ */

static void check_characters(const struct judge *judge, const struct draft_text *text, int most, const char *what)
{
    int characters = text->bytes ? rules_characters_in(text->bytes) : 0;

    if (characters > most)
        diag_error(judge->diag, text->at, judge->rule->name, "%s has %d characters; make it %d or fewer", what, characters,
                   most);
}

static void check_words(const struct judge *judge, const struct draft_text *text, int most, const char *what)
{
    int words = text->bytes ? rules_words_in(text->bytes) : 0;

    if (words > most)
        diag_error(judge->diag, text->at, judge->rule->name, "%s has %d words; make it %d or fewer", what, words, most);
}

static void check_lengths(const struct judge *judge, const struct draft_entry *entry,
                          const struct draft_disagreement *disagreement)
{
    (void)entry;
    for (int k = 0; k < judge->draft->language_count; k++) {
        check_characters(judge, &disagreement->question.in[k], RULES_QUESTION_CHARACTERS, "the question");
        check_characters(judge, &disagreement->subline.in[k], RULES_SUBLINE_CHARACTERS, "the second line");
        for (int i = 0; i < disagreement->answer_count; i++) {
            const struct draft_answer *answer = &disagreement->answers[i];

            if (!answer->has_date)
                check_characters(judge, &answer->words.in[k], RULES_SHORT_CHARACTERS, "the answer");
            check_words(judge, &answer->note.in[k], RULES_NOTE_WORDS, "the note");
        }
    }
}

void rule_disagreement_length(const struct judge *judge)
{
    each_disagreement(judge, check_lengths);
}
