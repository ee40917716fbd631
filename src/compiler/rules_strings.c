/* The words of the interface: the list in pack/strings.def, lane names, and the names of the languages that occur. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/rules_part.h"
#include "compiler/suggest.h"
#include "pack/strings.h"

static const struct {
    const char *key;
    bool is_plural;
} KNOWN[] = {
#define STRING(name, key) {key, false},
#define PLURAL(name, key) {key, true},
#include "pack/strings.def"
#undef STRING
#undef PLURAL
};

static const char *const CATEGORIES[] = {"zero", "one", "two", "few", "many", "other"};

static int compare_with_key(const void *key, const void *string)
{
    return strcmp(key, ((const struct draft_string *)string)->key);
}

static const struct draft_string *find_string(const struct draft *draft, const char *key)
{
    if (!draft->string_count)
        return NULL;
    return bsearch(key, draft->strings, (size_t)draft->string_count, sizeof *draft->strings, compare_with_key);
}

static int known_number(const char *key)
{
    for (int i = 0; i < PACK_STRING_COUNT; i++)
        if (!strcmp(KNOWN[i].key, key))
            return i;
    return -1;
}

static bool is_in(const struct draft_string *string, int language)
{
    for (int form = 0; string && form < 6; form++)
        if (string->forms[form].in[language].bytes && *string->forms[form].in[language].bytes)
            return true;
    return false;
}

/* Where something is said of a string in a language, or of one that is missing there. */
static struct draft_at place_of(const struct draft *draft, const struct draft_string *string, int language)
{
    struct draft_at at = {NULL, 0};

    for (int form = 0; string && form < 6 && !at.path; form++)
        at = string->forms[form].in[language].at;
    for (int i = 0; i < draft->string_count && !at.path; i++)
        for (int form = 0; form < 6 && !at.path; form++)
            at = (struct draft_at){draft->strings[i].forms[form].in[language].at.path, 0};
    return at;
}

/* ---- which words ------------------------------------------------------------------------------------------------- */

static void want(const struct judge *judge, const char *key, bool is_plural)
{
    const struct draft *draft = judge->draft;
    const struct draft_string *string = find_string(draft, key);

    for (int i = 0; i < draft->language_count; i++) {
        struct draft_at at = place_of(draft, string, i);

        if (!is_in(string, i) && at.path)
            diag_error(judge->diag, at, judge->rule->name, "the word \"%s\" is missing; write %s: %s", key, key,
                       is_plural ? "{one: \"…\", other: \"…\"}" : "\"…\"");
    }
}

void rule_string_missing(const struct judge *judge)
{
    const struct draft *draft = judge->draft;
    char key[128];

    for (int i = 0; i < PACK_STRING_COUNT; i++)
        want(judge, KNOWN[i].key, KNOWN[i].is_plural);
    for (int i = 0; i < draft->lane_count; i++) {
        snprintf(key, sizeof key, "lane.%.100s", draft->lanes[i].id);
        want(judge, key, false);
    }
    for (int i = 0; i < draft->tag_count; i++) {
        snprintf(key, sizeof key, "language.name.%.40s", draft->tags[i]);
        want(judge, key, false);
    }
}

static bool is_lane_or_language(const struct draft *draft, const char *key)
{
    if (!strncmp(key, "language.name.", 14))
        return true;
    if (!strncmp(key, "lane.", 5))
        for (int i = 0; i < draft->lane_count; i++)
            if (!strcmp(draft->lanes[i].id, key + 5))
                return true;
    return false;
}

/* Words that are read from beside the content folder belong to another exhibit, which may show more of them. */
static bool is_shared(struct draft_at at)
{
    return at.path && !strncmp(at.path, "../", 3);
}

void rule_string_unknown(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->string_count; i++) {
        const char *key = draft->strings[i].key;
        struct suggest suggest = suggest_for(key);
        char sentence[SUGGEST_SENTENCE_BYTES];

        if (known_number(key) >= 0 || is_lane_or_language(draft, key))
            continue;
        for (int k = 0; k < PACK_STRING_COUNT; k++)
            suggest_offer(&suggest, KNOWN[k].key);
        for (int k = 0; k < draft->language_count; k++)
            if (is_in(&draft->strings[i], k) && !is_shared(place_of(draft, &draft->strings[i], k))) {
                diag_warning(judge->diag, place_of(draft, &draft->strings[i], k), judge->rule->name,
                             "no screen shows the word \"%.60s\"%s", key,
                             suggest_sentence(&suggest, "; take it out of every language", sentence));
                break;
            }
    }
}

void rule_string_kind(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->string_count; i++) {
        const struct draft_string *string = &draft->strings[i];
        int known = known_number(string->key);

        for (int k = 0; k < draft->language_count && known >= 0; k++) {
            bool has_other_forms = false;

            for (int form = 0; form < PACK_OTHER; form++)
                has_other_forms |= string->forms[form].in[k].bytes != NULL;
            if (KNOWN[known].is_plural && !has_other_forms && !string->is_plural && is_in(string, k))
                diag_error(judge->diag, place_of(draft, string, k), judge->rule->name,
                           "\"%s\" is counted; write {one: \"…\", other: \"…\"}", string->key);
            if (!KNOWN[known].is_plural && has_other_forms)
                diag_error(judge->diag, place_of(draft, string, k), judge->rule->name,
                           "\"%s\" is not counted; write one text in quotes", string->key);
        }
    }
}

/* ---- plural forms ------------------------------------------------------------------------------------------------ */

static bool is_needed(const struct draft_language *language, int category)
{
    if (category == PACK_OTHER)
        return true;
    for (int n = 0; n < 200; n++)
        if (language->plural[n] == category)
            return true;
    return false;
}

static void check_forms(const struct judge *judge, const struct draft_string *string, int language)
{
    const struct draft *draft = judge->draft;

    for (int form = 0; form < 6; form++) {
        bool is_there = string->forms[form].in[language].bytes && *string->forms[form].in[language].bytes;

        if (!is_there && is_needed(&draft->languages[language], form))
            diag_error(judge->diag, place_of(draft, string, language), judge->rule->name,
                       "the plural form \"%s\" of \"%s\" is missing; %s needs it: write %s: \"…\"", CATEGORIES[form],
                       string->key, draft->languages[language].tag, CATEGORIES[form]);
    }
}

static bool is_counted(const char *key)
{
    int known = known_number(key);

    return known < 0 || KNOWN[known].is_plural;
}

void rule_plural_forms(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->string_count; i++)
        for (int k = 0; k < draft->language_count && draft->strings[i].is_plural; k++)
            if (is_in(&draft->strings[i], k) && is_counted(draft->strings[i].key))
                check_forms(judge, &draft->strings[i], k);
}

/* ---- placeholders ------------------------------------------------------------------------------------------------ */

enum { PLACES_MAX = 8, PLACE_BYTES = 24 };

/* The {names} of a text, sorted; those of several forms are collected into one set. */
struct places {
    char names[PLACES_MAX][PLACE_BYTES];
    int count;
};

static void add_place(struct places *places, const char *name, size_t length)
{
    int place = places->count;

    if (length >= PLACE_BYTES)
        length = PLACE_BYTES - 1;
    for (int i = 0; i < places->count; i++)
        if (strlen(places->names[i]) == length && !strncmp(places->names[i], name, length))
            return;
    if (places->count == PLACES_MAX)
        return;
    while (place > 0 && strncmp(places->names[place - 1], name, length) > 0) {
        memcpy(places->names[place], places->names[place - 1], PLACE_BYTES);
        place--;
    }
    memcpy(places->names[place], name, length);
    places->names[place][length] = '\0';
    places->count++;
}

static struct places places_of(const struct draft_string *string, int language)
{
    struct places places = {.count = 0};

    for (int form = 0; form < 6; form++) {
        const char *at = string->forms[form].in[language].bytes;

        while (at && (at = strchr(at, '{'))) {
            size_t length = strcspn(++at, "{}");

            if (at[length] == '}')
                add_place(&places, at, length);
        }
    }
    return places;
}

static bool are_same(const struct places *a, const struct places *b)
{
    for (int i = 0; i < a->count && i < b->count; i++)
        if (strcmp(a->names[i], b->names[i]) != 0)
            return false;
    return a->count == b->count;
}

static const char *list_places(const struct places *places, char *list, size_t size)
{
    size_t used = 0;

    snprintf(list, size, "none");
    for (int i = 0; i < places->count && used < size; i++)
        used += (size_t)snprintf(list + used, size - used, "%s{%s}", i ? " " : "", places->names[i]);
    return list;
}

void rule_placeholders(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->string_count; i++) {
        const struct draft_string *string = &draft->strings[i];
        struct places model = places_of(string, draft->default_language);

        for (int k = 0; k < draft->language_count; k++) {
            struct places places = places_of(string, k);
            char here[PLACES_MAX * (PLACE_BYTES + 3)], there[PLACES_MAX * (PLACE_BYTES + 3)];

            if (is_in(string, k) && is_in(string, draft->default_language) && !are_same(&places, &model))
                diag_error(judge->diag, place_of(draft, string, k), judge->rule->name,
                           "\"%s\" has %s here and %s in %s; write the same {places}", string->key,
                           list_places(&places, here, sizeof here), list_places(&model, there, sizeof there),
                           draft->languages[draft->default_language].tag);
        }
    }
}
