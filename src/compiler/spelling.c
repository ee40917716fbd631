#include "compiler/spelling.h"

#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/locale.h"
#include "compiler/speller.h"
#include "compiler/suggest.h"
#include "compiler/vocabulary.h"
#include "compiler/words.h"

enum {
    SUGGESTIONS = 2,
    EXPLAINED_MAX = 50, /* in each language: beyond it a list of words is missing, and suggestions cost too much time */
    SENTENCE_BYTES = 3 * SPELLER_WORD_BYTES,
};

/* A language at work. */
struct tongue {
    const struct draft *draft;
    int language;
    struct speller *speller;
    struct vocabulary *vocabulary;
};

/* ---- what is right without a dictionary -------------------------------------------------------------------------- */

static void list(struct tongue *tongue, const char *text)
{
    struct words_place word, part;
    uint32_t at = 0;

    while (text && words_next(text, &at, &word)) {
        uint32_t inside = 0;

        vocabulary_word(tongue->vocabulary, text + word.start, word.length)->state = VOCABULARY_LISTED;
        while (words_next_part(text + word.start, word.length, &inside, &part))
            vocabulary_word(tongue->vocabulary, text + word.start + part.start, part.length)->state = VOCABULARY_LISTED;
    }
}

static void list_all(struct tongue *tongue, const char *const *texts, int count)
{
    for (int i = 0; i < count; i++)
        list(tongue, texts[i]);
}

static void list_words(struct tongue *tongue, const struct draft_list *words)
{
    for (int i = 0; i < words->count; i++)
        if (!strchr(words->items[i], ' '))
            list(tongue, words->items[i]);
}

static void list_names(struct tongue *tongue)
{
    const struct draft *draft = tongue->draft;
    int language = tongue->language;

    for (int i = 0; i < draft->person_count; i++) {
        list(tongue, draft->people[i].name.in[language].bytes);
        list_all(tongue, draft->people[i].forms, draft->people[i].form_count);
    }
    for (int i = 0; i < draft->place_count; i++) {
        list(tongue, draft->places[i].name.in[language].bytes);
        list(tongue, draft->places[i].now.in[language].bytes);
        list_all(tongue, draft->places[i].forms, draft->places[i].form_count);
    }
    for (int i = 0; i < draft->term_count; i++) {
        list(tongue, draft->terms[i].term.in[language].bytes);
        list_all(tongue, draft->terms[i].forms[language], draft->terms[i].form_count[language]);
    }
    list_words(tongue, &draft->spelling_names);
    list_words(tongue, &draft->spelling[language]);
}

/* ---- one word ---------------------------------------------------------------------------------------------------- */

/* "Bolcheviques" at the head of a sentence is the "bolcheviques" of a list. */
static bool is_listed_small(const struct tongue *tongue, const char *word)
{
    char small[SPELLER_WORD_BYTES + 8];
    const struct vocabulary_word *found;
    int32_t at = 0, length = 0;
    UChar32 first;

    U8_NEXT(word, at, -1, first);
    if (!u_isupper(first))
        return false;
    U8_APPEND_UNSAFE(small, length, u_tolower(first));
    memcpy(small + length, word + at, strlen(word + at) + 1);
    found = vocabulary_find(tongue->vocabulary, small, (uint32_t)strlen(small));
    return found && found->state == VOCABULARY_LISTED;
}

/* Some dictionaries hold abbreviations with their full stop. */
static bool is_known(const struct tongue *tongue, const char *word)
{
    char abbreviation[SPELLER_WORD_BYTES + 2];

    if (is_listed_small(tongue, word) || speller_knows(tongue->speller, word))
        return true;
    snprintf(abbreviation, sizeof abbreviation, "%s.", word);
    return speller_knows(tongue->speller, abbreviation);
}

static bool is_right(struct tongue *tongue, const char *bytes, uint32_t length)
{
    struct vocabulary_word *word = vocabulary_word(tongue->vocabulary, bytes, length);

    if (word->state == VOCABULARY_NEW)
        word->state = is_known(tongue, word->text) ? VOCABULARY_RIGHT : VOCABULARY_WRONG;
    return word->state != VOCABULARY_WRONG;
}

static void count_wrong(struct tongue *tongue, const char *bytes, uint32_t length, struct draft_at at)
{
    struct vocabulary_word *word = vocabulary_word(tongue->vocabulary, bytes, length);

    if (!word->count++)
        word->at = at;
}

/* A word with hyphens is right as a whole or in all its parts. */
static void judge_word(struct tongue *tongue, const char *bytes, uint32_t length, struct draft_at at)
{
    struct words_place part;
    uint32_t inside = 0;

    if (words_is_siglum(bytes, length) || is_right(tongue, bytes, length))
        return;
    while (words_next_part(bytes, length, &inside, &part))
        if (!words_is_siglum(bytes + part.start, part.length) && !is_right(tongue, bytes + part.start, part.length))
            count_wrong(tongue, bytes + part.start, part.length, at);
}

/* ---- one text ---------------------------------------------------------------------------------------------------- */

/* Several words of a list, such as the title of a book, are passed over where they stand together: the byte behind them,
 * `at` where none begin there. */
static uint32_t skip_phrase(const struct draft_list *phrases, const char *text, uint32_t at)
{
    for (int i = 0; i < phrases->count; i++) {
        size_t length = strlen(phrases->items[i]);

        if (strchr(phrases->items[i], ' ') && !strncmp(text + at, phrases->items[i], length))
            return at + (uint32_t)length;
    }
    return at;
}

static bool is_foreign(const struct draft_text *text, uint32_t at)
{
    bool is_tagged = false;

    for (uint32_t i = 0; i < text->span_count && text->spans[i].start <= at; i++)
        is_tagged = text->spans[i].language != 0;
    return is_tagged;
}

/* Without soft hyphens; 0 for a word that is too long for any dictionary. */
static uint32_t copy_word(const char *bytes, uint32_t length, char word[SPELLER_WORD_BYTES])
{
    uint32_t size = 0;

    for (uint32_t i = 0; i < length && size < SPELLER_WORD_BYTES - 8; i++) {
        if (i + 1 < length && !memcmp(bytes + i, "\xC2\xAD", 2))
            i++;
        else
            word[size++] = bytes[i];
    }
    word[size] = '\0';
    return size < SPELLER_WORD_BYTES - 8 ? size : 0;
}

static void read_text(struct tongue *tongue, const struct draft_text *text)
{
    const struct draft_list *lists[] = {&tongue->draft->spelling_names, &tongue->draft->spelling[tongue->language]};
    char word[SPELLER_WORD_BYTES];
    struct words_place place;
    uint32_t at = 0;

    while (words_next(text->bytes, &at, &place)) {
        uint32_t behind = skip_phrase(lists[0], text->bytes, place.start), length;

        if (behind == place.start)
            behind = skip_phrase(lists[1], text->bytes, place.start);
        length = copy_word(text->bytes + place.start, place.length, word);
        if (behind > place.start)
            at = behind;
        else if (length && !is_foreign(text, place.start))
            judge_word(tongue, word, length, text->at);
    }
}

/* Dates and months, made by the program, have their place in exhibit.yaml and entry.yaml, where no words stand; words from
 * beside the content folder are another exhibit's to check. */
static bool is_own(const struct draft_text *text)
{
    static const char ENTRY[] = "/entry.yaml";
    const char *path = text->at.path;
    size_t length = path ? strlen(path) : 0;

    return length && strncmp(path, "../", 3) != 0 && strcmp(path, "exhibit.yaml") != 0
        && (length < sizeof ENTRY || strcmp(path + length - (sizeof ENTRY - 1), ENTRY) != 0);
}

static void visit(struct draft_visit visit, void *context)
{
    struct tongue *tongue = context;

    if (visit.language == tongue->language && is_own(visit.text))
        read_text(tongue, visit.text);
}

/* ---- what is said ------------------------------------------------------------------------------------------------ */

/* The nearest word of the lists, else what the dictionary offers. */
static void suggest(const struct tongue *tongue, const char *word, char sentence[SENTENCE_BYTES])
{
    struct suggest near = suggest_for(word);
    char offered[SUGGESTIONS][SPELLER_WORD_BYTES];
    int count, offers;
    const struct vocabulary_word *words = vocabulary_words(tongue->vocabulary, &count);

    near.distance = 2; /* one slip: names of the exhibit are no guess for every word */
    for (int i = 0; i < count; i++)
        if (words[i].state == VOCABULARY_LISTED)
            suggest_offer(&near, words[i].text);
    offers = speller_suggest(tongue->speller, word, offered, SUGGESTIONS);
    if (near.best)
        snprintf(sentence, SENTENCE_BYTES, "did you mean \"%s\"?", near.best);
    else if (offers == 2)
        snprintf(sentence, SENTENCE_BYTES, "did you mean \"%s\" or \"%s\"?", offered[0], offered[1]);
    else if (offers == 1)
        snprintf(sentence, SENTENCE_BYTES, "did you mean \"%s\"?", offered[0]);
    else
        snprintf(sentence, SENTENCE_BYTES, "write it otherwise?");
}

static void report(const struct tongue *tongue, struct diag *diag)
{
    const char *tag = tongue->draft->languages[tongue->language].tag;
    char sentence[SENTENCE_BYTES], times[32];
    int count, explained = 0;
    const struct vocabulary_word *words = vocabulary_words(tongue->vocabulary, &count);

    for (int i = 0; i < count; i++) {
        if (!words[i].count)
            continue;
        snprintf(sentence, sizeof sentence, "write it otherwise?");
        if (explained++ < EXPLAINED_MAX)
            suggest(tongue, words[i].text, sentence);
        times[0] = '\0';
        if (words[i].count > 1)
            snprintf(times, sizeof times, " (%d times)", words[i].count);
        diag_warning(diag, words[i].at, "spelling",
                     "\"%s\"%s is in no dictionary of %s; %s If it is right, add it to spelling/%s.txt", words[i].text, times,
                     tag, sentence, tag);
    }
}

/* "pt" → "pt-pt", as Debian names the package of the country the exhibit means. */
static struct locale package_of(const char *tag)
{
    struct locale package = locale_of(tag);

    package.id[strcspn(package.id, "@")] = '\0';
    for (char *at = package.id; *at; at++)
        *at = *at == '_' ? '-' : (char)u_tolower(*at);
    return package;
}

static void check_language(struct draft *draft, struct diag *diag, const char *folder, int language)
{
    struct tongue tongue = {.draft = draft, .language = language};
    const char *tag = draft->languages[language].tag;

    tongue.speller = speller_open(folder, tag);
    if (!tongue.speller) {
        diag_warning(diag, draft->at, "spelling",
                     "there is no dictionary for %s, so its spelling is not checked; install the package hunspell-%s", tag,
                     package_of(tag).id);
        return;
    }
    tongue.vocabulary = vocabulary_create();
    list_names(&tongue);
    draft_each_text(draft, visit, &tongue);
    report(&tongue, diag);
    vocabulary_destroy(tongue.vocabulary);
    speller_close(tongue.speller);
}

void spelling_check(struct draft *draft, struct diag *diag, const char *folder)
{
    for (int i = 0; i < draft->language_count; i++)
        check_language(draft, diag, folder, i);
}
