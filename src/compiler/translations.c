#include "compiler/translations.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "pack/crc32c.h"

struct walk {
    const struct draft *draft;
    void (*visit)(const struct translation *translation, void *context);
    void *context;
};

/* A text and what it is called; `label` is written once for all languages. */
struct named {
    const struct walk *walk;
    char label[TRANSLATION_LABEL_BYTES];
};

__attribute__((format(printf, 2, 3))) static struct named named(const struct walk *walk, const char *format, ...)
{
    struct named named = {.walk = walk};
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(named.label, sizeof named.label, format, arguments);
    va_end(arguments);
    return named;
}

static uint32_t sum_of(const struct draft_text *text)
{
    return text->bytes ? crc32c(0, text->bytes, strlen(text->bytes)) : 0;
}

/* Texts of all languages in one file are told apart by the language behind their label. */
static bool is_shared_file(const struct draft *draft, const struct draft_words *words, int language)
{
    for (int i = 0; i < draft->language_count; i++)
        if (i != language && words->in[i].at.path && !strcmp(words->in[i].at.path, words->in[language].at.path))
            return true;
    return false;
}

static bool is_there(const struct draft_text *text)
{
    return text->bytes && *text->bytes && text->at.path;
}

/* `language` -1 leaves the label as it is. */
static void hand_over(const struct named *named, int language, struct translation translation)
{
    const struct draft *draft = named->walk->draft;

    if (language < 0)
        snprintf(translation.label, sizeof translation.label, "%s", named->label);
    else
        snprintf(translation.label, sizeof translation.label, "%.140s %.16s", named->label, draft->languages[language].tag);
    named->walk->visit(&translation, named->walk->context);
}

/* From a text into every language but `source` (-1 = into all). */
static void from(struct named named, const struct draft_words *words, int source, struct draft_at source_at, uint32_t sum)
{
    const struct draft *draft = named.walk->draft;

    for (int i = 0; i < draft->language_count; i++)
        if (i != source && is_there(&words->in[i]))
            hand_over(&named, is_shared_file(draft, words, i) ? i : -1,
                      (struct translation){
                          .at = words->in[i].at, .source_at = source_at, .source = sum, .own = sum_of(&words->in[i])});
}

static void between(struct named named, const struct draft_words *words)
{
    int language = named.walk->draft->default_language;

    if (is_there(&words->in[language]))
        from(named, words, language, words->in[language].at, sum_of(&words->in[language]));
}

/* ---- documents --------------------------------------------------------------------------------------------------- */

static void document(const struct walk *walk, const struct draft_document *document)
{
    between(named(walk, "title"), &document->title);
    between(named(walk, "short"), &document->brief);
    between(named(walk, "kind"), &document->kind);
    between(named(walk, "note"), &document->note);
    between(named(walk, "credit"), &document->credit);
    for (int i = 0; i < document->paragraph_count; i++) {
        const struct draft_paragraph *paragraph = &document->paragraphs[i];
        struct draft_at at = {document->text_path, paragraph->line};

        from(named(walk, "p%d", paragraph->number), &paragraph->translation, -1, at, sum_of(&paragraph->original));
    }
}

/* ---- entries ----------------------------------------------------------------------------------------------------- */

/* The words quoted and those that are marked in them. */
static uint32_t sum_of_quotation(const struct draft_source *source)
{
    uint32_t sum = 0;

    for (int i = 0; i < source->piece_count; i++)
        sum = crc32c(sum, source->pieces[i].text, strlen(source->pieces[i].text) + 1);
    for (int i = 0; i < source->mark_count; i++)
        sum = crc32c(sum, source->marks[i].text, strlen(source->marks[i].text) + 1);
    return sum;
}

static void disagreement(const struct walk *walk, const struct draft_disagreement *disagreement)
{
    const char *id = disagreement->id;

    between(named(walk, "disagreement %s question", id), &disagreement->question);
    between(named(walk, "disagreement %s subline", id), &disagreement->subline);
    between(named(walk, "disagreement %s editors", id), &disagreement->editors);
    for (int i = 0; i < disagreement->answer_count; i++) {
        const struct draft_answer *answer = &disagreement->answers[i];

        if (!answer->has_date && answer->label)
            between(named(walk, "disagreement %s answer %s", id, answer->label), &answer->words);
        between(named(walk, "disagreement %s note %s", id, answer->document.id), &answer->note);
    }
}

static void entry(const struct walk *walk, const struct draft_entry *entry)
{
    between(named(walk, "title"), &entry->title);
    between(named(walk, "short"), &entry->brief);
    for (int i = 0; i < entry->statement_count; i++)
        between(named(walk, "statement %d", i + 1), &entry->statements[i].text);
    for (int i = 0; i < entry->source_count; i++)
        from(named(walk, "quotation %s", entry->sources[i].label), &entry->sources[i].translation, -1, entry->sources[i].at,
             sum_of_quotation(&entry->sources[i]));
    for (int i = 0; i < entry->disagreement_count; i++)
        disagreement(walk, &entry->disagreements[i]);
}

/* ---- the rest ---------------------------------------------------------------------------------------------------- */

/* All forms of a counted word together are one text: no two languages have the same ones. */
static uint32_t sum_of_forms(const struct draft_string *string, int language, struct draft_at *at)
{
    uint32_t sum = 0;

    *at = (struct draft_at){NULL, 0};
    for (int i = 0; i < 6; i++) {
        const struct draft_text *text = &string->forms[i].in[language];

        if (!is_there(text))
            continue;
        sum = crc32c(sum, text->bytes, strlen(text->bytes) + 1);
        if (!at->path)
            *at = text->at;
    }
    return sum;
}

/* Words from beside the content folder are another exhibit's. */
static void string(const struct walk *walk, const struct draft_string *string)
{
    struct named key = named(walk, "%s", string->key);
    struct translation translation = {.at.path = NULL};
    int language = walk->draft->default_language;

    translation.source = sum_of_forms(string, language, &translation.source_at);
    for (int i = 0; i < walk->draft->language_count && translation.source_at.path; i++) {
        translation.own = sum_of_forms(string, i, &translation.at);
        if (i != language && translation.at.path && strncmp(translation.at.path, "../", 3) != 0)
            hand_over(&key, -1, translation);
    }
}

static void names(const struct walk *walk)
{
    const struct draft *draft = walk->draft;

    for (int i = 0; i < draft->person_count; i++)
        between(named(walk, "%s role", draft->people[i].id), &draft->people[i].role);
    for (int i = 0; i < draft->term_count; i++) {
        between(named(walk, "%s term", draft->terms[i].id), &draft->terms[i].term);
        between(named(walk, "%s text", draft->terms[i].id), &draft->terms[i].text);
    }
    for (int i = 0; i < draft->picture_count; i++)
        between(named(walk, "%s", draft->pictures[i].id), &draft->pictures[i].alt);
}

static void story(const struct walk *walk, const struct draft_story *story)
{
    between(named(walk, "title"), &story->title);
    for (int i = 0; i < story->stop_count; i++)
        between(named(walk, "%s", story->stops[i].entry.id), &story->stops[i].text);
}

void translations_each(const struct draft *draft, void (*visit)(const struct translation *translation, void *context),
                       void *context)
{
    struct walk walk = {draft, visit, context};

    for (int i = 0; i < draft->string_count; i++)
        string(&walk, &draft->strings[i]);
    for (int i = 0; i < draft->document_count; i++)
        document(&walk, &draft->documents[i]);
    names(&walk);
    for (int i = 0; i < draft->entry_count; i++)
        entry(&walk, &draft->entries[i]);
    for (int i = 0; i < draft->story_count; i++)
        story(&walk, &draft->stories[i]);
}
