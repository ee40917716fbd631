/* What entries, stories, people and places have to do with one another. */
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "compiler/rules_part.h"

static bool names(const struct draft_entry *entry, const char *id)
{
    for (int i = 0; i < entry->related.count; i++)
        if (!strcmp(entry->related.items[i].id, id))
            return true;
    return false;
}

void rule_related(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int k = 0; k < entry->related.count; k++) {
            const struct draft_ref *ref = &entry->related.items[k];

            if (ref->index == i)
                diag_error(judge->diag, ref->at, judge->rule->name, "the entry is related to itself; take it out");
            else if (ref->index >= 0 && !names(&draft->entries[ref->index], entry->id))
                diag_error(judge->diag, ref->at, judge->rule->name,
                           "\"%.60s\" does not name this entry; add \"%.60s\" to its related, or take it out here", ref->id,
                           entry->id);
        }
    }
}

void rule_story_stop(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->story_count; i++) {
        const struct draft_story *story = &draft->stories[i];

        for (int k = 0; k < story->stop_count; k++)
            if (story->stops[k].entry.index < 0)
                diag_error(judge->diag, story->stops[k].entry.at, judge->rule->name,
                           "there is no entry \"%.60s\"; write one that exists or take the stop out", story->stops[k].entry.id);
        if (story->stop_count < 2)
            diag_error(judge->diag, story->at, judge->rule->name,
                       "a story leads from one entry to another; list two stops or more");
    }
}

static void mark_used(bool *used, const struct draft_refs *refs)
{
    for (int i = 0; i < refs->count; i++)
        if (refs->items[i].index >= 0)
            used[refs->items[i].index] = true;
}

/* Who wrote one of the documents is somebody, named by an entry or not. */
static bool is_author(const struct draft *draft, const struct draft_person *person)
{
    for (int d = 0; d < draft->document_count; d++)
        for (int k = 0; draft->documents[d].author && k < draft->language_count; k++)
            if (person->name.in[k].bytes && !strcmp(person->name.in[k].bytes, draft->documents[d].author))
                return true;
    return false;
}

static void note_terms(unsigned *languages, const struct draft_term_use *uses, int count)
{
    for (int u = 0; u < count; u++)
        languages[uses[u].term] |= uses[u].languages;
}

static void judge_term(const struct judge *judge, const struct draft_term *term, unsigned languages)
{
    const struct draft *draft = judge->draft;

    for (int l = 0; l < draft->language_count; l++) {
        if (!languages) {
            diag_warning(judge->diag, term->at, judge->rule->name,
                         "no text uses the term \"%.60s\"; list the forms in which it stands there, or take it out", term->id);
            return;
        }
        if (!(languages >> l & 1))
            diag_warning(judge->diag, term->at, judge->rule->name,
                         "no text in %s uses the term \"%.60s\"; list the forms in which it stands there",
                         draft->languages[l].tag, term->id);
    }
}

static void judge_terms(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    unsigned *languages = calloc((size_t)draft->term_count + 1, sizeof *languages);

    for (int e = 0; languages && e < draft->entry_count; e++)
        note_terms(languages, draft->entries[e].term_uses, draft->entries[e].term_use_count);
    for (int d = 0; languages && d < draft->document_count; d++)
        for (int p = 0; p < draft->documents[d].paragraph_count; p++) {
            const struct draft_paragraph *paragraph = &draft->documents[d].paragraphs[p];

            note_terms(languages, paragraph->term_uses, paragraph->term_use_count);
        }
    for (int t = 0; languages && t < draft->term_count; t++)
        judge_term(judge, &draft->terms[t], languages[t]);
    free(languages);
}

void rule_orphan(const struct judge *judge)
{
    struct draft *draft = judge->draft;
    bool *people = calloc((size_t)draft->person_count + 1, sizeof *people);
    bool *places = calloc((size_t)draft->place_count + 1, sizeof *places);

    for (int i = 0; people && places && i < draft->entry_count; i++) {
        mark_used(people, &draft->entries[i].people);
        mark_used(places, &draft->entries[i].places);
    }
    for (int i = 0; people && places && i < draft->person_count; i++)
        if (!people[i] && !is_author(draft, &draft->people[i]))
            diag_warning(judge->diag, draft->people[i].at, judge->rule->name,
                         "no entry names the person \"%.60s\"; add it to an entry or take it out", draft->people[i].id);
    for (int i = 0; people && places && i < draft->place_count; i++)
        if (!places[i])
            diag_warning(judge->diag, draft->places[i].at, judge->rule->name,
                         "no entry names the place \"%.60s\"; add it to an entry or take it out", draft->places[i].id);
    free(people);
    free(places);
    judge_terms(judge);
}

/* ---- who and what a quotation names ------------------------------------------------------------------------------ */

static bool stands_in(const char *word, const char *text)
{
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word))
        if (!u_isalpha(rules_before(text, (size_t)(at - text))) && !u_isalpha(rules_first(at + strlen(word))))
            return true;
    return false;
}

/* The first of the forms that stands in a quotation of the entry; NULL = none does. */
static const char *form_quoted(const struct draft_entry *entry, const char **forms, int count)
{
    for (int i = 0; i < count; i++)
        for (int s = 0; s < entry->source_count; s++)
            for (int p = 0; p < entry->sources[s].piece_count; p++)
                if (stands_in(forms[i], entry->sources[s].pieces[p].text))
                    return forms[i];
    return NULL;
}

static bool is_linked(const struct draft_refs *refs, int index)
{
    for (int i = 0; i < refs->count; i++)
        if (refs->items[i].index == index)
            return true;
    return false;
}

static void warn_unlinked(const struct judge *judge, const struct draft_entry *entry, const char *field, const char *id,
                          const char *form)
{
    if (form)
        diag_warning(judge->diag, entry->at, judge->rule->name, "a quotation names \"%.60s\"; add \"%.60s\" to %s", form, id,
                     field);
}

void rule_unlinked(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int k = 0; k < draft->person_count; k++)
            if (!is_linked(&entry->people, k))
                warn_unlinked(judge, entry, "people", draft->people[k].id,
                              form_quoted(entry, draft->people[k].forms, draft->people[k].form_count));
        for (int k = 0; k < draft->place_count; k++)
            if (!is_linked(&entry->places, k))
                warn_unlinked(judge, entry, "places", draft->places[k].id,
                              form_quoted(entry, draft->places[k].forms, draft->places[k].form_count));
    }
}
