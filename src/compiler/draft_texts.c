/*
 * The walk over every text of the exhibit, with the role that draws it (the table of faces in the design) and whether it
 * stands on its own, as a title, label or key does.
 */
#include "compiler/draft.h"

struct walk {
    struct draft *draft;
    void (*visit)(struct draft_visit visit, void *context);
    void *context;
};

static void words(const struct walk *walk, struct draft_words *texts, enum pack_role role, bool is_title)
{
    for (int l = 0; l < walk->draft->language_count; l++) {
        struct draft_visit visit = {
            .text = &texts->in[l],
            .language = l,
            .tag = walk->draft->languages[l].tag,
            .role = role,
            .is_title = is_title,
        };

        if (texts->in[l].bytes != NULL)
            walk->visit(visit, walk->context);
    }
}

static void title(const struct walk *walk, struct draft_words *texts)
{
    words(walk, texts, PACK_DISPLAY, true);
}

static void label(const struct walk *walk, struct draft_words *texts)
{
    words(walk, texts, PACK_NARROW, true);
}

static void name(const struct walk *walk, struct draft_words *texts)
{
    words(walk, texts, PACK_MUSEUM, true);
}

static void prose(const struct walk *walk, struct draft_words *texts)
{
    words(walk, texts, PACK_MUSEUM, false);
}

static void passage(const struct walk *walk, struct draft_words *texts)
{
    words(walk, texts, PACK_DOCUMENT, false);
}

static void interface(const struct walk *walk)
{
    struct draft *draft = walk->draft;

    for (int s = 0; s < draft->string_count; s++) {
        for (int form = 0; form < 6; form++)
            name(walk, &draft->strings[s].forms[form]);
    }
    for (int m = 0; m < 24; m++)
        label(walk, &draft->months[m]);
    for (int d = 0; d < 7; d++)
        label(walk, &draft->weekdays[d]);
    for (int t = 0; draft->tag_names != NULL && t < draft->tag_count; t++)
        name(walk, &draft->tag_names[t]);
    for (int l = 0; l < draft->lane_count; l++)
        title(walk, &draft->lanes[l].name);
}

static void document(const struct walk *walk, struct draft_document *document)
{
    title(walk, &document->title);
    title(walk, &document->brief);
    name(walk, &document->kind);
    prose(walk, &document->note);
    prose(walk, &document->credit);
    for (int p = 0; p < document->paragraph_count; p++) {
        struct draft_paragraph *paragraph = &document->paragraphs[p];
        struct draft_visit visit = {
            .text = &paragraph->original,
            .language = -1,
            .tag = document->language,
            .role = PACK_DOCUMENT,
            .is_title = paragraph->kind == PACK_HEADING,
        };

        if (paragraph->original.bytes != NULL)
            walk->visit(visit, walk->context);
        words(walk, &paragraph->translation, PACK_DOCUMENT, paragraph->kind == PACK_HEADING);
    }
}

static void disagreement(const struct walk *walk, struct draft_disagreement *disagreement)
{
    title(walk, &disagreement->question);
    name(walk, &disagreement->subline);
    prose(walk, &disagreement->editors);
    for (int a = 0; a < disagreement->answer_count; a++) {
        title(walk, &disagreement->answers[a].words);
        title(walk, &disagreement->answers[a].rest);
        prose(walk, &disagreement->answers[a].note);
    }
}

static void entry(const struct walk *walk, struct draft_entry *entry)
{
    title(walk, &entry->brief);
    title(walk, &entry->title);
    title(walk, &entry->date);
    name(walk, &entry->old_style_date);
    for (int s = 0; s < entry->statement_count; s++)
        prose(walk, &entry->statements[s].text);
    for (int s = 0; s < entry->source_count; s++)
        passage(walk, &entry->sources[s].translation);
    for (int d = 0; d < entry->disagreement_count; d++)
        disagreement(walk, &entry->disagreements[d]);
}

static void names(const struct walk *walk)
{
    struct draft *draft = walk->draft;

    for (int p = 0; p < draft->person_count; p++) {
        name(walk, &draft->people[p].name);
        name(walk, &draft->people[p].role);
    }
    for (int p = 0; p < draft->place_count; p++) {
        name(walk, &draft->places[p].name);
        name(walk, &draft->places[p].now);
    }
    for (int t = 0; t < draft->term_count; t++) {
        name(walk, &draft->terms[t].term);
        prose(walk, &draft->terms[t].text);
    }
    for (int p = 0; p < draft->picture_count; p++)
        prose(walk, &draft->pictures[p].alt);
}

void draft_each_text(struct draft *draft, void (*visit)(struct draft_visit visit, void *context), void *context)
{
    struct walk walk = {draft, visit, context};

    interface(&walk);
    for (int d = 0; d < draft->document_count; d++)
        document(&walk, &draft->documents[d]);
    names(&walk);
    for (int s = 0; s < draft->story_count; s++) {
        title(&walk, &draft->stories[s].title);
        for (int stop = 0; stop < draft->stories[s].stop_count; stop++)
            prose(&walk, &draft->stories[s].stops[stop].text);
    }
    for (int e = 0; e < draft->entry_count; e++)
        entry(&walk, &draft->entries[e]);
}
