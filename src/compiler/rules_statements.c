/* Every statement rests on sources, the same ones in every language, and none is long (rule A9). */
#include <string.h>

#include "compiler/rules_part.h"
#include "compiler/suggest.h"

static bool has_source(const struct draft_entry *entry, const char *label)
{
    for (int i = 0; i < entry->source_count; i++)
        if (!strcmp(entry->sources[i].label, label))
            return true;
    return false;
}

static bool has_label(const struct draft_statement *statement, int language, const char *label)
{
    for (int i = 0; i < statement->label_count[language]; i++)
        if (!strcmp(statement->labels[language][i], label))
            return true;
    return false;
}

/* A visit of every statement in every language it is written in. */
typedef void check_statement(const struct judge *judge, const struct draft_entry *entry,
                             const struct draft_statement *statement, int language);

static void each_statement(const struct judge *judge, check_statement *check)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int language = 0; language < draft->language_count; language++)
            for (int s = 0; s < draft->entries[i].statement_counts[language]; s++)
                check(judge, &draft->entries[i], &draft->entries[i].statements[s], language);
}

static void check_source(const struct judge *judge, const struct draft_entry *entry, const struct draft_statement *statement,
                         int language)
{
    struct draft_at at = statement->text.in[language].at;

    (void)entry;
    if (!statement->label_count[language])
        diag_error(judge->diag, at, judge->rule->name,
                   "the statement names no source; write [label] behind it, or [editors] where no document says it");
    else if (has_label(statement, language, "editors") && statement->label_count[language] > 1)
        diag_error(judge->diag, at, judge->rule->name,
                   "a statement is carried by documents or by the editors; take [editors] or the other labels out");
    if (!*statement->text.in[language].bytes)
        diag_error(judge->diag, at, judge->rule->name, "the statement has no words; write them before the labels");
}

void rule_statement_source(const struct judge *judge)
{
    each_statement(judge, check_source);
}

static void check_label(const struct judge *judge, const struct draft_entry *entry, struct draft_at at, const char *label)
{
    char sentence[SUGGEST_SENTENCE_BYTES];
    struct suggest suggest = suggest_for(label);

    if (has_source(entry, label))
        return;
    for (int i = 0; i < entry->source_count; i++)
        suggest_offer(&suggest, entry->sources[i].label);
    diag_error(judge->diag, at, judge->rule->name, "the entry has no source \"%.60s\"%s", label,
               suggest_sentence(&suggest, "; write one from entry.yaml", sentence));
}

static void check_labels_known(const struct judge *judge, const struct draft_entry *entry,
                               const struct draft_statement *statement, int language)
{
    for (int i = 0; i < statement->label_count[language]; i++)
        if (strcmp(statement->labels[language][i], "editors") != 0)
            check_label(judge, entry, statement->text.in[language].at, statement->labels[language][i]);
}

void rule_unknown_label(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    each_statement(judge, check_labels_known);
    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];

        for (int k = 0; k < entry->shown_from_count; k++)
            check_label(judge, entry, entry->start.at, entry->shown_from[k]);
        for (int d = 0; d < entry->disagreement_count; d++)
            for (int a = 0; a < entry->disagreements[d].answer_count; a++)
                if (entry->disagreements[d].answers[a].label)
                    check_label(judge, entry, entry->disagreements[d].answers[a].at, entry->disagreements[d].answers[a].label);
    }
}

/* ---- the same in every language ---------------------------------------------------------------------------------- */

/* The language the others are compared with: the first whose file was read. -1 = none was. */
static int model_language(const struct draft *draft, const struct draft_entry *entry)
{
    for (int i = 0; i < draft->language_count; i++)
        if (entry->title.in[i].at.path)
            return i;
    return -1;
}

void rule_statement_count(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];
        int model = model_language(draft, entry);

        for (int k = model + 1; model >= 0 && k < draft->language_count; k++) {
            bool is_left_out = draft->fallback_count && !entry->statement_counts[k];

            if (!entry->title.in[k].at.path || entry->statement_counts[k] == entry->statement_counts[model] || is_left_out)
                continue;
            diag_error(judge->diag, (struct draft_at){entry->title.in[k].at.path, 0}, judge->rule->name,
                       "there are %d statements, but %d in %s.md; write the same ones in the same order",
                       entry->statement_counts[k], entry->statement_counts[model], draft->languages[model].tag);
        }
    }
}

static bool same_labels(const struct draft_statement *statement, int a, int b)
{
    for (int i = 0; i < statement->label_count[a]; i++)
        if (!has_label(statement, b, statement->labels[a][i]))
            return false;
    return statement->label_count[a] == statement->label_count[b];
}

void rule_statement_labels(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++) {
        const struct draft_entry *entry = &draft->entries[i];
        int model = model_language(draft, entry);

        for (int k = model + 1; model >= 0 && k < draft->language_count; k++)
            for (int s = 0; s < entry->statement_counts[k] && s < entry->statement_counts[model]; s++)
                if (!same_labels(&entry->statements[s], model, k))
                    diag_error(judge->diag, entry->statements[s].text.in[k].at, judge->rule->name,
                               "statement %d names other labels than in %s.md, line %d; make them the same", s + 1,
                               draft->languages[model].tag, entry->statements[s].text.in[model].at.line);
    }
}

/* ---- length ------------------------------------------------------------------------------------------------------ */

static void check_length(const struct judge *judge, const struct draft_entry *entry, int language)
{
    struct draft_at file = {entry->title.in[language].at.path, 0};
    int total = 0;

    for (int s = 0; s < entry->statement_counts[language]; s++) {
        const struct draft_text *text = &entry->statements[s].text.in[language];
        int words = rules_words_in(text->bytes);

        total += words;
        if (words > RULES_STATEMENT_WORDS)
            diag_error(judge->diag, text->at, judge->rule->name, "the statement has %d words; make it %d or fewer, or two",
                       words, RULES_STATEMENT_WORDS);
    }
    if (total > RULES_ENTRY_WORDS)
        diag_error(judge->diag, file, judge->rule->name, "the statements have %d words together; make them %d or fewer", total,
                   RULES_ENTRY_WORDS);
    else if (total > RULES_ENTRY_WORDS_WISE)
        diag_warning(judge->diag, file, judge->rule->name,
                     "the statements have %d words together; visitors read %d, and %d is the limit", total,
                     RULES_ENTRY_WORDS_WISE, RULES_ENTRY_WORDS);
    if (entry->statement_counts[language] > DRAFT_STATEMENTS_MAX)
        diag_error(judge->diag, file, judge->rule->name, "there are %d statements; make them %d or fewer",
                   entry->statement_counts[language], DRAFT_STATEMENTS_MAX);
}

void rule_statement_length(const struct judge *judge)
{
    const struct draft *draft = judge->draft;

    for (int i = 0; i < draft->entry_count; i++)
        for (int k = 0; k < draft->language_count; k++)
            if (draft->entries[i].title.in[k].at.path)
                check_length(judge, &draft->entries[i], k);
}
