/* Ids are spelt so that they fit into file names and addresses, are used once, and lead somewhere. */
#include <stdlib.h>
#include <string.h>

#include "compiler/memory.h"
#include "compiler/rules_part.h"
#include "compiler/suggest.h"
#include "compiler/terms.h"

/* ---- spelling ---------------------------------------------------------------------------------------------------- */

static bool is_id(const char *id, bool may_have_underscore)
{
    bool is_after_hyphen = true;

    for (; *id; id++) {
        bool is_letter = (*id >= 'a' && *id <= 'z') || (*id >= '0' && *id <= '9') || (may_have_underscore && *id == '_');

        if (!is_letter && (*id != '-' || is_after_hyphen))
            return false;
        is_after_hyphen = !is_letter;
    }
    return !is_after_hyphen;
}

static void check_id(const struct judge *judge, struct draft_at at, const char *id, const char *what)
{
    if (id && !is_id(id, false))
        diag_error(judge->diag, at, judge->rule->name,
                   "\"%.60s\" cannot be the id of %s; write a-z, 0-9 and single hyphens: winter-palace", id, what);
}

static void check_ids_of_entry(const struct judge *judge, const struct draft_entry *entry)
{
    check_id(judge, entry->at, entry->id, "an entry");
    for (int i = 0; i < entry->source_count; i++) {
        check_id(judge, entry->sources[i].at, entry->sources[i].label, "a source");
        if (!strcmp(entry->sources[i].label, "editors"))
            diag_error(judge->diag, entry->sources[i].at, judge->rule->name,
                       "\"editors\" is the label of what no document says; give this source another one");
    }
    for (int i = 0; i < entry->disagreement_count; i++)
        check_id(judge, entry->disagreements[i].at, entry->disagreements[i].id, "a disagreement");
}

void rule_id(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    check_id(judge, draft->at, draft->id, "an exhibit");
    for (int i = 0; i < draft->document_count; i++)
        if (!is_id(draft->documents[i].id, true))
            diag_error(judge->diag, draft->documents[i].at, judge->rule->name,
                       "\"%.60s\" cannot be the id of a document; write a-z, 0-9, _ and single hyphens",
                       draft->documents[i].id);
    for (int i = 0; i < draft->lane_count; i++)
        check_id(judge, draft->lanes[i].at, draft->lanes[i].id, "a lane");
    for (int i = 0; i < draft->person_count; i++)
        check_id(judge, draft->people[i].at, draft->people[i].id, "a person");
    for (int i = 0; i < draft->place_count; i++)
        check_id(judge, draft->places[i].at, draft->places[i].id, "a place");
    for (int i = 0; i < draft->term_count; i++)
        check_id(judge, draft->terms[i].at, draft->terms[i].id, "a term");
    for (int i = 0; i < draft->story_count; i++)
        check_id(judge, draft->stories[i].at, draft->stories[i].id, "a story");
    for (int i = 0; i < draft->picture_count; i++)
        check_id(judge, draft->pictures[i].at, draft->pictures[i].id, "a picture");
    for (int i = 0; i < draft->entry_count; i++)
        check_ids_of_entry(judge, &draft->entries[i]);
}

/* ---- twice ------------------------------------------------------------------------------------------------------- */

static void check_refs_once(const struct judge *judge, const struct draft_refs *refs)
{
    for (int i = 1; i < refs->count; i++)
        for (int k = 0; k < i; k++)
            if (!strcmp(refs->items[i].id, refs->items[k].id)) {
                diag_error(judge->diag, refs->items[i].at, judge->rule->name, "\"%.60s\" is listed twice; take one out",
                           refs->items[i].id);
                break;
            }
}

struct listed_form {
    const char *form, *at_start;
    int term;
};

static int compare_forms(const void *a, const void *b)
{
    const struct listed_form *one = a, *two = b;
    int order = strcmp(one->at_start, two->at_start);

    return order ? order : (one->term > two->term) - (one->term < two->term);
}

/* A capital at the start makes no other form: "Soviet" would be found as "soviet" too. */
static void check_forms_once(const struct judge *judge, struct listed_form *forms, int language)
{
    struct draft *draft = judge->draft;
    int count = 0;

    for (int t = 0; t < draft->term_count; t++)
        for (int f = 0; f < draft->terms[t].form_count[language]; f++) {
            const char *form = draft->terms[t].forms[language][f];

            forms[count++] = (struct listed_form){form, terms_at_start(draft, form), t};
        }
    qsort(forms, (size_t)count, sizeof *forms, compare_forms);
    for (int i = 1; i < count; i++) {
        const struct draft_term *term = &draft->terms[forms[i].term], *before = &draft->terms[forms[i - 1].term];

        if (strcmp(forms[i].at_start, forms[i - 1].at_start) != 0)
            continue;
        if (term == before)
            diag_error(judge->diag, term->at, judge->rule->name,
                       "the form \"%.60s\" is listed twice in %s; take one out, a capital at the start is found by itself",
                       forms[i].form, draft->languages[language].tag);
        else
            diag_error(judge->diag, term->at, judge->rule->name,
                       "the form \"%.60s\" is one of \"%.60s\" in %s already; leave it to one of the two", forms[i].form,
                       before->id, draft->languages[language].tag);
    }
}

static void check_glossary_once(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int l = 0; l < draft->language_count; l++) {
        struct listed_form *forms;
        int room = 1;

        for (int t = 0; t < draft->term_count; t++)
            room += draft->terms[t].form_count[l];
        forms = memory_take_zeroed((size_t)room, sizeof *forms);
        check_forms_once(judge, forms, l);
        free(forms);
    }
}

void rule_duplicate(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 1; i < draft->lane_count; i++)
        for (int k = 0; k < i; k++)
            if (!strcmp(draft->lanes[i].id, draft->lanes[k].id)) {
                diag_error(judge->diag, draft->lanes[i].at, judge->rule->name,
                           "there is a lane \"%.60s\" already; give this one another id", draft->lanes[i].id);
                break;
            }
    for (int i = 1; i < draft->picture_count; i++)
        for (int k = 0; k < i; k++)
            if (!strcmp(draft->pictures[i].id, draft->pictures[k].id)) {
                diag_error(judge->diag, draft->pictures[i].at, judge->rule->name,
                           "there is a picture \"%.60s\" already; give this one another id", draft->pictures[i].id);
                break;
            }
    for (int i = 0; i < draft->entry_count; i++) {
        check_refs_once(judge, &draft->entries[i].places);
        check_refs_once(judge, &draft->entries[i].people);
        check_refs_once(judge, &draft->entries[i].related);
    }
    check_glossary_once(judge);
}

/* ---- unknown ----------------------------------------------------------------------------------------------------- */

/* Beyond this many, a long list of mistakes would take longer to explain than to read. */
enum { SUGGEST_AMONG = 20000 };

/* A list of ids to suggest from: `first` points at the id of the first thing, the next is `stride` bytes further. */
struct known {
    const char *const *first;
    size_t stride;
    int count;
};

static void check_ref(const struct judge *judge, const struct draft_ref *ref, const char *what, struct known known)
{
    char sentence[SUGGEST_SENTENCE_BYTES];
    struct suggest suggest;

    if (!ref->id || ref->index >= 0)
        return;
    suggest = suggest_for(ref->id);
    for (int i = 0; i < known.count && known.count <= SUGGEST_AMONG; i++) {
        const char *id = *(const char *const *)((const char *)known.first + (size_t)i * known.stride);

        if (id)
            suggest_offer(&suggest, id);
    }
    diag_error(judge->diag, ref->at, judge->rule->name, "there is no %s \"%.60s\"%s", what, ref->id,
               suggest_sentence(&suggest, "; write one that exists or leave it out", sentence));
}

static void check_refs(const struct judge *judge, const struct draft_refs *refs, const char *what, struct known known)
{
    for (int i = 0; i < refs->count; i++)
        check_ref(judge, &refs->items[i], what, known);
}

void rule_unknown_entry(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {draft->entries ? &draft->entries->id : NULL, sizeof *draft->entries, draft->entry_count};

    for (int i = 0; i < draft->entry_count; i++)
        check_refs(judge, &draft->entries[i].related, "entry", known);
}

void rule_unknown_person(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {draft->people ? &draft->people->id : NULL, sizeof *draft->people, draft->person_count};

    for (int i = 0; i < draft->entry_count; i++)
        check_refs(judge, &draft->entries[i].people, "person", known);
}

void rule_unknown_place(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {draft->places ? &draft->places->id : NULL, sizeof *draft->places, draft->place_count};

    for (int i = 0; i < draft->entry_count; i++)
        check_refs(judge, &draft->entries[i].places, "place", known);
}

void rule_unknown_document(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {draft->documents ? &draft->documents->id : NULL, sizeof *draft->documents, draft->document_count};

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int k = 0; k < entry->source_count; k++)
            check_ref(judge, &entry->sources[k].document, "document", known);
        for (int k = 0; k < entry->disagreement_count; k++)
            for (int a = 0; a < entry->disagreements[k].answer_count; a++)
                check_ref(judge, &entry->disagreements[k].answers[a].document, "document", known);
    }
}

void rule_unknown_lane(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {&draft->lanes[0].id, sizeof draft->lanes[0], draft->lane_count};

    for (int i = 0; i < draft->entry_count; i++)
        check_ref(judge, &draft->entries[i].lane, "lane", known);
}

void rule_unknown_motif(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {draft->pictures ? &draft->pictures->id : NULL, sizeof *draft->pictures, draft->picture_count};

    for (int i = 0; i < draft->lane_count; i++)
        check_ref(judge, &draft->lanes[i].motif, "motif", known);
    for (int i = 0; i < draft->entry_count; i++)
        check_ref(judge, &draft->entries[i].motif, "motif", known);
}

void rule_unknown_language(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    struct known known = {&draft->languages[0].tag, sizeof draft->languages[0], draft->language_count};

    for (int i = 0; i < draft->fallback_count; i++)
        check_ref(judge, &draft->fallback[i], "language of the exhibit", known);
}
