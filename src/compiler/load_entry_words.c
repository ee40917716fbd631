/*
 * entries/<id>/<lang>.md: title, statements with their labels, translations of quotations, and the words of disagreements.
 * The headings are the same in every language and name what stands under them.
 */
#include "compiler/load_part.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct words {
    struct sections sections;
    struct draft_entry *entry;
    int language, at;
    struct draft_disagreement *disagreement; /* the one whose ### headings follow, NULL = none */
};

static const struct section *here(const struct words *words)
{
    return &words->sections.items[words->at];
}

__attribute__((format(printf, 2, 3))) static void misplaced(const struct words *words, const char *format, ...)
{
    char sentence[256];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    diag_error(words->sections.load->diag, section_at(&words->sections, here(words)), "section", "%s", sentence);
}

/* The rest of a heading "quotation lt-signed" behind its first word; NULL = it begins with another word. */
static const char *behind_word(const char *heading, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(heading, word, length) != 0 || (heading[length] && heading[length] != ' '))
        return NULL;
    return heading + length + strspn(heading + length, " ");
}

/* Takes the text under the heading once; a second time is reported. */
static void take_body(struct words *words, struct draft_words *out, bool has_marks)
{
    struct draft_text *text = &out->in[words->language], body;
    int heading = words->at;

    if (text->bytes)
        misplaced(words, "\"%.60s\" stands here a second time; keep one of the two", here(words)->text);
    body = section_body(&words->sections, heading, &words->at);
    if (!text->bytes)
        *text = has_marks ? body : section_plain(&words->sections, body);
}

static void skip_body(struct words *words)
{
    section_body(&words->sections, words->at, &words->at);
}

/* ---- statements ------------------------------------------------------------------------------------------------- */

/* Cuts the last "[label]" off a statement of `length` bytes; the label is returned and *length is what is left. */
static const char *take_label(struct load *load, const char *text, size_t *length)
{
    size_t end = *length, start;

    while (end && text[end - 1] == ' ')
        end--;
    if (!end || text[end - 1] != ']')
        return NULL;
    for (start = end - 1; start && text[start - 1] != '['; start--)
        if (text[start - 1] == ']' || text[start - 1] == ' ')
            return NULL;
    if (!start)
        return NULL;
    *length = start - 1;
    return draft_copy(load->draft, text + start, end - 1 - start);
}

static void take_labels(struct load *load, struct draft_statement *statement, int language, const char *text, size_t *length)
{
    const char *found[32], *label;
    int count = 0;

    while (count < 32 && (label = take_label(load, text, length)))
        found[count++] = label;
    while (*length && text[*length - 1] == ' ')
        (*length)--;
    statement->labels[language] = draft_alloc(load->draft, ((size_t)count + 1) * sizeof **statement->labels);
    for (int i = 0; i < count; i++)
        statement->labels[language][i] = found[count - 1 - i];
    statement->label_count[language] = count;
}

static struct draft_statement *statement_number(struct load *load, struct draft_entry *entry, int number)
{
    if (number < entry->statement_count)
        return &entry->statements[number];
    return draft_append(load->draft, &entry->statements, &entry->statement_count, sizeof *entry->statements);
}

static void take_statement(struct words *words, const struct section *section)
{
    struct load *load = words->sections.load;
    int number = words->entry->statement_counts[words->language]++;
    struct draft_statement *statement = statement_number(load, words->entry, number);
    struct draft_text text = section_plain(&words->sections, section_text(&words->sections, section));
    size_t length = section->length;

    take_labels(load, statement, words->language, section->text, &length);
    text.bytes = draft_copy(load->draft, section->text, length);
    statement->text.in[words->language] = text;
}

static void take_statements(struct words *words)
{
    const struct section *section;

    if (words->entry->statement_counts[words->language])
        misplaced(words, "\"## statements\" stands here a second time; put all statements under one heading");
    words->at++;
    for (; words->at < words->sections.count; words->at++) {
        section = here(words);
        if (section->kind == SECTION_HEADING)
            return;
        if (section->kind == SECTION_ITEM)
            take_statement(words, section);
        else
            misplaced(words, "a statement is an item of a list; begin the line with \"- \"");
    }
}

/* The labels of the first language that has the statement say what carries it. */
static void set_sources(struct load *load, struct draft_entry *entry, struct draft_statement *statement)
{
    int language = 0;

    while (language + 1 < load->draft->language_count && !statement->label_count[language])
        language++;
    statement->sources = draft_alloc(load->draft, ((size_t)statement->label_count[language] + 1) * sizeof(int));
    for (int i = 0; i < statement->label_count[language]; i++) {
        const char *label = statement->labels[language][i];

        statement->is_editors |= !strcmp(label, "editors");
        for (int s = 0; s < entry->source_count; s++)
            if (!strcmp(entry->sources[s].label, label)) {
                statement->sources[statement->source_count++] = s;
                break;
            }
    }
}

/* ---- quotations and disagreements ------------------------------------------------------------------------------- */

static void take_quotation(struct words *words, const char *label)
{
    struct draft_entry *entry = words->entry;

    for (int i = 0; i < entry->source_count; i++)
        if (!strcmp(entry->sources[i].label, label)) {
            take_body(words, &entry->sources[i].translation, true);
            return;
        }
    misplaced(words, "\"%.60s\" is no source of this entry; write a label from entry.yaml", label);
    skip_body(words);
}

static void open_disagreement(struct words *words, const char *id)
{
    struct draft_entry *entry = words->entry;

    words->disagreement = NULL;
    for (int i = 0; i < entry->disagreement_count; i++)
        if (!strcmp(entry->disagreements[i].id, id))
            words->disagreement = &entry->disagreements[i];
    if (!words->disagreement)
        misplaced(words, "\"%.60s\" is no disagreement of this entry; write an id from entry.yaml", id);
    words->at++;
    for (; words->at < words->sections.count && here(words)->kind != SECTION_HEADING; words->at++)
        misplaced(words, "this stands under no ### heading; write one of ### question, subline, answer, note, editors");
}

static void take_note(struct words *words, const char *document)
{
    for (int i = 0; i < words->disagreement->answer_count; i++) {
        struct draft_answer *answer = &words->disagreement->answers[i];

        if (answer->document.id && !strcmp(answer->document.id, document)) {
            take_body(words, &answer->note, false);
            return;
        }
    }
    misplaced(words, "\"%.60s\" is no document of this disagreement; write its name as in entry.yaml", document);
    skip_body(words);
}

static void take_answer(struct words *words, const char *label)
{
    for (int i = 0; i < words->disagreement->answer_count; i++) {
        struct draft_answer *answer = &words->disagreement->answers[i];

        if (answer->label && !strcmp(answer->label, label)) {
            take_body(words, &answer->words, false);
            return;
        }
    }
    misplaced(words, "\"%.60s\" is the source of no answer of this disagreement; write its label as in entry.yaml", label);
    skip_body(words);
}

static void take_in_disagreement(struct words *words, const char *heading)
{
    const char *rest;

    if (!words->disagreement)
        skip_body(words);
    else if (!strcmp(heading, "question"))
        take_body(words, &words->disagreement->question, false);
    else if (!strcmp(heading, "subline"))
        take_body(words, &words->disagreement->subline, false);
    else if (!strcmp(heading, "editors"))
        take_body(words, &words->disagreement->editors, false);
    else if ((rest = behind_word(heading, "note")))
        take_note(words, rest);
    else if ((rest = behind_word(heading, "answer")))
        take_answer(words, rest);
    else {
        misplaced(words, "\"### %.60s\" is none of ### question, subline, answer <label>, note <document>, editors", heading);
        skip_body(words);
    }
}

static void take_title(struct words *words)
{
    struct draft_text *title = &words->entry->title.in[words->language];

    if (title->bytes)
        misplaced(words, "the title \"# …\" stands here a second time; keep one of the two");
    else
        *title = section_plain(&words->sections, section_text(&words->sections, here(words)));
    words->at++;
}

static void take_next(struct words *words)
{
    const struct section *section = here(words);
    const char *rest;

    if (section->kind != SECTION_HEADING) {
        misplaced(words, "this stands under no heading; write \"# title\" or \"## statements\" before it");
        words->at++;
    } else if (section->level == 1)
        take_title(words);
    else if (section->level >= 3)
        take_in_disagreement(words, section->text);
    else if (!strcmp(section->text, "statements"))
        take_statements(words);
    else if ((rest = behind_word(section->text, "quotation")))
        take_quotation(words, rest);
    else if ((rest = behind_word(section->text, "disagreement")))
        open_disagreement(words, rest);
    else {
        misplaced(words, "\"## %.60s\" is none of ## statements, quotation <label>, disagreement <id>", section->text);
        skip_body(words);
    }
}

void load_entry_words(struct load *load, struct draft_entry *entry, int language, const char *path)
{
    struct words words = {.entry = entry, .language = language};
    struct fields front;

    if (!load_sections(load, path, &words.sections))
        return;
    front = fields_open(load, words.sections.path, words.sections.front, "the front matter of an entry", "short");
    entry->brief.in[language] = load_front(&front, "short", false);
    entry->title.in[language].at = (struct draft_at){words.sections.path, 0};
    while (words.at < words.sections.count)
        take_next(&words);
}

void load_statement_sources(struct load *load, struct draft_entry *entry)
{
    for (int i = 0; i < entry->statement_count; i++)
        set_sources(load, entry, &entry->statements[i]);
}
