/*
 * Every text stands in every language. A language whose file is missing has been reported once and is not looked at again.
 * With a fallback order in exhibit.yaml a body text may be missing, a title or name never (rule L8).
 */
#include <stdio.h>
#include <string.h>

#include "compiler/rules_part.h"

enum { WRITE_BYTES = 160 };

enum kind {
    NAME,        /* never missing */
    BODY,        /* another language of the fallback order can stand in */
    TRANSLATION, /* so can the original, whatever its language */
};

struct wanted {
    const struct judge *judge;
    const char *what;  /* "the title" */
    const char *write; /* what to write where it is missing */
    enum kind kind;
};

static bool has_text(const struct draft_words *words, int language)
{
    return words->in[language].bytes && *words->in[language].bytes;
}

static bool has_any(const struct draft *draft, const struct draft_words *words)
{
    for (int i = 0; i < draft->language_count; i++)
        if (has_text(words, i))
            return true;
    return false;
}

static bool is_excused(struct wanted wanted, const struct draft_words *words)
{
    const struct draft *draft = wanted.judge->draft;

    for (int i = 0; i < draft->fallback_count; i++)
        if (draft->fallback[i].index >= 0 && (wanted.kind == TRANSLATION || has_text(words, draft->fallback[i].index)))
            return true;
    return false;
}

static void want_in(struct wanted wanted, const struct draft_words *words, int language, struct draft_at at)
{
    const struct draft *draft = wanted.judge->draft;

    if (has_text(words, language) || (wanted.kind != NAME && is_excused(wanted, words)))
        return;
    if (words->in[language].at.path)
        at = words->in[language].at;
    diag_error(wanted.judge->diag, at, wanted.judge->rule->name, "%s is missing in %s; write %s", wanted.what,
               draft->languages[language].tag, wanted.write);
}

/* ---- entries ----------------------------------------------------------------------------------------------------- */

static void check_sources(const struct judge *judge, const struct draft_entry *entry, int language, struct draft_at at)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < entry->source_count; i++) {
        const struct draft_source *source = &entry->sources[i];
        const char *original = source->document.index < 0 ? NULL : draft->documents[source->document.index].language;
        char write[WRITE_BYTES];

        if (!original || !strcmp(original, draft->languages[language].tag) || has_text(&source->translation, language))
            continue;
        snprintf(write, sizeof write, "\"## quotation %.60s\" and below it the words in this language", source->label);
        want_in((struct wanted){judge, "the translation of a quotation", write, TRANSLATION}, &source->translation, language,
                at);
    }
}

static void check_answers(const struct judge *judge, const struct draft_disagreement *disagreement, int language,
                          struct draft_at at)
{
    char write[WRITE_BYTES];

    for (int i = 0; i < disagreement->answer_count; i++) {
        const struct draft_answer *answer = &disagreement->answers[i];

        if (!answer->is_silent && !answer->has_date && has_any(judge->draft, &answer->words)) {
            snprintf(write, sizeof write, "\"### answer %.60s\" and below it one to four words", answer->label);
            want_in((struct wanted){judge, "an answer", write, NAME}, &answer->words, language, at);
        }
        if (has_any(judge->draft, &answer->note)) {
            snprintf(write, sizeof write, "\"### note %.60s\" as in the other languages", answer->document.id);
            want_in((struct wanted){judge, "a note", write, BODY}, &answer->note, language, at);
        }
    }
}

static void check_disagreements(const struct judge *judge, const struct draft_entry *entry, int language, struct draft_at at)
{
    for (int i = 0; i < entry->disagreement_count; i++) {
        const struct draft_disagreement *disagreement = &entry->disagreements[i];
        char write[WRITE_BYTES];

        snprintf(write, sizeof write, "\"### question\" under \"## disagreement %.60s\"", disagreement->id);
        want_in((struct wanted){judge, "the question of a disagreement", write, NAME}, &disagreement->question, language, at);
        snprintf(write, sizeof write, "\"### subline\" under \"## disagreement %.60s\"", disagreement->id);
        want_in((struct wanted){judge, "the second line of a disagreement", write, NAME}, &disagreement->subline, language, at);
        snprintf(write, sizeof write, "\"### editors\" under \"## disagreement %.60s\", as in the other languages",
                 disagreement->id);
        if (has_any(judge->draft, &disagreement->editors))
            want_in((struct wanted){judge, "the editors' remark", write, BODY}, &disagreement->editors, language, at);
        check_answers(judge, disagreement, language, at);
    }
}

static void check_entry(const struct judge *judge, const struct draft_entry *entry)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        struct draft_at at = {entry->title.in[k].at.path, 0};

        if (!at.path)
            continue;
        want_in((struct wanted){judge, "the short label", "short: … between two lines ---", NAME}, &entry->brief, k, at);
        want_in((struct wanted){judge, "the title", "\"# …\"", NAME}, &entry->title, k, at);
        check_sources(judge, entry, k, at);
        check_disagreements(judge, entry, k, at);
    }
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static void check_paragraphs(const struct judge *judge, const struct draft_document *document, int language, struct draft_at at)
{
    const char *tag = judge->draft->languages[language].tag;
    bool is_own = document->language && !strcmp(document->language, tag);
    char write[WRITE_BYTES];

    for (int i = 0; i < document->paragraph_count && document->has_full_text; i++) {
        const struct draft_paragraph *paragraph = &document->paragraphs[i];

        snprintf(write, sizeof write, "\"## p%d\" and below it the words in this language", paragraph->number);
        if (!is_own)
            want_in((struct wanted){judge, "the translation of a paragraph", write, TRANSLATION}, &paragraph->translation,
                    language, at);
        else if (has_text(&paragraph->translation, language))
            diag_error(judge->diag, paragraph->translation.in[language].at, judge->rule->name,
                       "the document is in this language and needs no translation; take \"## p%d\" out", paragraph->number);
    }
}

static void check_document(const struct judge *judge, const struct draft_document *document)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        struct draft_at at = {document->title.in[k].at.path, 0};

        if (!at.path)
            continue;
        want_in((struct wanted){judge, "the title", "title: … between two lines ---", NAME}, &document->title, k, at);
        want_in((struct wanted){judge, "the short name", "short: … between two lines ---", NAME}, &document->brief, k, at);
        want_in((struct wanted){judge, "the kind", "kind: … between two lines ---", NAME}, &document->kind, k, at);
        if (has_any(judge->draft, &document->note))
            want_in((struct wanted){judge, "the note", "note: … between two lines ---", BODY}, &document->note, k, at);
        if (has_any(judge->draft, &document->credit))
            want_in((struct wanted){judge, "the credit", "credit: … between two lines ---", NAME}, &document->credit, k, at);
        check_paragraphs(judge, document, k, at);
    }
}

/* ---- names and the rest ------------------------------------------------------------------------------------------ */

static void want_all(struct wanted wanted, const struct draft_words *words, struct draft_at at)
{
    for (int k = 0; k < wanted.judge->draft->language_count; k++)
        want_in(wanted, words, k, at);
}

static void want_all_or_none(struct wanted wanted, const struct draft_words *words, struct draft_at at)
{
    if (has_any(wanted.judge->draft, words))
        want_all(wanted, words, at);
}

static void check_names(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    static const char FIELD[] = "it in that language";

    for (int i = 0; i < draft->person_count; i++) {
        want_all((struct wanted){judge, "the name of the person", FIELD, NAME}, &draft->people[i].name, draft->people[i].at);
        want_all_or_none((struct wanted){judge, "the role of the person", FIELD, BODY}, &draft->people[i].role,
                         draft->people[i].at);
    }
    for (int i = 0; i < draft->place_count; i++)
        want_all((struct wanted){judge, "the name of the place", FIELD, NAME}, &draft->places[i].name, draft->places[i].at);
    for (int i = 0; i < draft->term_count; i++)
        want_all((struct wanted){judge, "the term", FIELD, NAME}, &draft->terms[i].term, draft->terms[i].at);
}

static void check_story(const struct judge *judge, const struct draft_story *story)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        struct draft_at at = {story->title.in[k].at.path, 0};

        if (!at.path)
            continue;
        want_in((struct wanted){judge, "the title of the story", "\"# …\"", NAME}, &story->title, k, at);
        for (int s = 0; s < story->stop_count; s++) {
            char write[WRITE_BYTES];

            snprintf(write, sizeof write, "\"## %.60s\" and below it a linking sentence", story->stops[s].entry.id);
            want_in((struct wanted){judge, "the sentence of a stop", write, BODY}, &story->stops[s].text, k, at);
        }
    }
}

void rule_translation(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->document_count; i++)
        check_document(judge, &draft->documents[i]);
    check_names(judge);
    for (int i = 0; i < draft->entry_count; i++)
        check_entry(judge, &draft->entries[i]);
    for (int i = 0; i < draft->story_count; i++)
        check_story(judge, &draft->stories[i]);
}

void rule_glossary(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->term_count; i++)
        want_all((struct wanted){judge, "the explanation of the term", "text: {…} with that language", BODY},
                 &draft->terms[i].text, draft->terms[i].at);
}
