/* The same numbers in every language: in what the museum says, and in what it translates. */
#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>

#include "compiler/numbers.h"
#include "compiler/rules_part.h"

enum { FIGURES_MAX = 48, FIGURE_BYTES = 24 };

struct figure {
    char value[FIGURE_BYTES]; /* without the signs of its language, and without its thousands: "50 tys." is "50,000" */
    const char *written;
    int length; /* of what is written, in bytes */
};

struct figures {
    struct figure items[FIGURES_MAX];
    int count;
};

static void add_figure(struct figures *figures, const char *digits, size_t length, const char *written, size_t written_length)
{
    struct figure *figure = &figures->items[figures->count];

    while (length > 1 && *digits == '0') {
        digits++;
        length--;
    }
    if (figures->count == FIGURES_MAX || length >= FIGURE_BYTES)
        return;
    while (length > 3 && !strncmp(digits + length - 3, "000", 3))
        length -= 3;
    memcpy(figure->value, digits, length);
    figure->value[length] = '\0';
    figure->written = written;
    figure->length = (int)written_length;
    figures->count++;
}

/* "1922" and "50 000" are one figure, "1,5" is "1.5", "16.04.1922" are three. */
static void add_number(struct figures *figures, const char *text, const struct number *number)
{
    bool is_one = number->groups <= 2 || number_is_grouped(number);
    char digits[FIGURE_BYTES];
    size_t length = 0;

    for (size_t at = number->start; at < number->end; at++) {
        bool is_digit = text[at] >= '0' && text[at] <= '9';

        if (is_digit && length < sizeof digits)
            digits[length++] = text[at];
        else if (!is_digit && is_one && !number_is_grouped(number) && length < sizeof digits)
            digits[length++] = '.';
        else if (!is_digit && !is_one) {
            add_figure(figures, digits, length, text + at - length, length);
            length = 0;
        }
    }
    add_figure(figures, digits, length, is_one ? text + number->start : text + number->end - length,
               is_one ? number->end - number->start : length);
}

/* Figures inside a word count nothing: "km2", "1920s". */
static void add_figures(struct figures *figures, const char *text)
{
    struct number number;

    for (size_t at = 0; text && number_next(text, at, &number); at = number.end)
        if (!u_isalpha(rules_before(text, number.start)) && !u_isalpha(rules_first(text + number.end)))
            add_number(figures, text, &number);
}

static bool has_figure(const struct figures *figures, const char *value)
{
    for (int i = 0; i < figures->count; i++)
        if (!strcmp(figures->items[i].value, value))
            return true;
    return false;
}

/* The first figure of `wanted` that `found` lacks; NULL = none. */
static const struct figure *lacking(const struct figures *wanted, const struct figures *found)
{
    for (int i = 0; i < wanted->count; i++)
        if (!has_figure(found, wanted->items[i].value))
            return &wanted->items[i];
    return NULL;
}

/* ---- in every language ------------------------------------------------------------------------------------------- */

static bool is_written(const struct draft_text *text)
{
    return text->bytes && text->at.path;
}

static void compare_languages(const struct judge *judge, const struct draft_words *words)
{
    const struct draft *draft = judge->draft;
    int model = 0;

    while (model < draft->language_count && !is_written(&words->in[model]))
        model++;
    for (int k = model + 1; k < draft->language_count; k++) {
        struct figures wanted = {.count = 0}, found = {.count = 0};
        const struct figure *here, *there;

        if (!is_written(&words->in[k]))
            continue;
        add_figures(&wanted, words->in[model].bytes);
        add_figures(&found, words->in[k].bytes);
        here = lacking(&wanted, &found);
        there = lacking(&found, &wanted);
        if (here || there)
            diag_error(judge->diag, words->in[k].at, judge->rule->name,
                       here ? "the number %.*s stands in %s.md, but not here; write the same numbers, in figures"
                            : "the number %.*s stands here, but not in %s.md; write the same numbers, in figures",
                       here ? here->length : there->length, here ? here->written : there->written, draft->languages[model].tag);
    }
}

/* ---- in a translation -------------------------------------------------------------------------------------------- */

/* A translation may write in figures what the original, which is in `language`, writes in words. */
static void compare_original(const struct judge *judge, const struct figures *original, const char *language,
                             const struct draft_words *translation)
{
    for (int k = 0; k < judge->draft->language_count; k++) {
        const struct draft_text *text = &translation->in[k];
        struct figures found = {.count = 0};
        const struct figure *figure;

        if (!is_written(text) || (language && !strcmp(language, judge->draft->languages[k].tag)))
            continue;
        add_figures(&found, text->bytes);
        figure = lacking(original, &found);
        if (figure)
            diag_error(judge->diag, text->at, judge->rule->name,
                       "the original has the number %.*s, the translation has not; write it in figures", figure->length,
                       figure->written);
    }
}

static void check_sources(const struct judge *judge, const struct draft_entry *entry)
{
    for (int i = 0; i < entry->source_count; i++) {
        const struct draft_source *source = &entry->sources[i];
        int document = source->document.index;
        struct figures original = {.count = 0};

        for (int p = 0; p < source->piece_count; p++)
            add_figures(&original, source->pieces[p].text);
        compare_original(judge, &original, document < 0 ? NULL : judge->draft->documents[document].language,
                         &source->translation);
    }
}

static void check_disagreements(const struct judge *judge, const struct draft_entry *entry)
{
    for (int d = 0; d < entry->disagreement_count; d++)
        for (int a = 0; a < entry->disagreements[d].answer_count; a++) {
            const struct draft_answer *answer = &entry->disagreements[d].answers[a];

            if (!answer->has_date)
                compare_languages(judge, &answer->words);
            compare_languages(judge, &answer->note);
        }
}

void rule_same_numbers(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        for (int s = 0; s < draft->entries[i].statement_count; s++)
            compare_languages(judge, &draft->entries[i].statements[s].text);
        check_sources(judge, &draft->entries[i]);
        check_disagreements(judge, &draft->entries[i]);
    }
    for (int d = 0; d < draft->document_count; d++)
        for (int p = 0; p < draft->documents[d].paragraph_count; p++) {
            const struct draft_paragraph *paragraph = &draft->documents[d].paragraphs[p];
            struct figures original = {.count = 0};

            add_figures(&original, paragraph->original.bytes);
            compare_original(judge, &original, draft->documents[d].language, &paragraph->translation);
        }
}
