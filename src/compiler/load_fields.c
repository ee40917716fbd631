#include "compiler/load_part.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/suggest.h"

enum { WORD_MAX = 64 };

struct draft_at load_at(const char *path, const struct yaml *node)
{
    return (struct draft_at){path, node ? node->line : 0};
}

/* Takes the next word of a list separated by single spaces; false at its end. */
static bool next_word(const char **words, char word[WORD_MAX])
{
    size_t length = strcspn(*words, " ");

    if (!length)
        return false;
    if (length >= WORD_MAX)
        length = WORD_MAX - 1;
    memcpy(word, *words, length);
    word[length] = '\0';
    *words += length + ((*words)[length] == ' ');
    return true;
}

static int position_of_word(const char *words, const char *wanted)
{
    char word[WORD_MAX];

    for (int i = 0; next_word(&words, word); i++)
        if (!strcmp(word, wanted))
            return i;
    return -1;
}

/* Distance and words together: what to write instead of a word that is none of `words`. */
static void report_unknown(struct load *load, struct draft_at at, const char *rule, const char *wrong, const char *what,
                           const char *words)
{
    char candidates[16][WORD_MAX], sentence[SUGGEST_SENTENCE_BYTES];
    struct suggest suggest = suggest_for(wrong);
    const char *rest = words;

    for (int i = 0; i < 16 && next_word(&rest, candidates[i]); i++)
        suggest_offer(&suggest, candidates[i]);
    diag_error(load->diag, at, rule, "\"%.60s\" is no %s%s (%s)", wrong, what, suggest_sentence(&suggest, "", sentence), words);
}

struct fields fields_open(struct load *load, const char *path, const struct yaml *node, const char *what, const char *known)
{
    struct fields fields = {load, node, path};
    char field_of[80];

    if (!node)
        return fields;
    if (node->kind != YAML_MAP) {
        if (!node->is_null)
            diag_error(load->diag, load_at(path, node), "type", "%s is written as fields, {name: value, …}", what);
        fields.map = NULL;
        return fields;
    }
    snprintf(field_of, sizeof field_of, "field of %s", what);
    for (int i = 0; known && i < node->count; i++)
        if (position_of_word(known, node->items[i]->key) < 0)
            report_unknown(load, load_at(path, node->items[i]), "unknown-field", node->items[i]->key, field_of, known);
    return fields;
}

const struct yaml *field_node(const struct fields *fields, const char *key, bool is_needed)
{
    const struct yaml *node = yaml_get(fields->map, key);

    if (node && !node->is_null)
        return node;
    if (is_needed && fields->map)
        diag_error(fields->load->diag, load_at(fields->path, node ? node : fields->map), "missing-field",
                   "the field \"%s\" is missing; write %s: …", key, key);
    return NULL;
}

const char *load_text(struct load *load, const char *path, const struct yaml *node)
{
    if (node->kind != YAML_TEXT) {
        diag_error(load->diag, load_at(path, node), "type",
                   "a text belongs here, not a list or fields; write it in double quotes");
        return NULL;
    }
    return draft_copy(load->draft, node->text, strlen(node->text));
}

const char *field_text(const struct fields *fields, const char *key, bool is_needed)
{
    const struct yaml *node = field_node(fields, key, is_needed);

    return node ? load_text(fields->load, fields->path, node) : NULL;
}

const struct yaml *field_list(const struct fields *fields, const char *key, bool is_needed)
{
    const struct yaml *node = field_node(fields, key, is_needed);

    if (!node || node->kind == YAML_LIST)
        return node;
    diag_error(fields->load->diag, load_at(fields->path, node), "type", "\"%s\" is a list; write %s: […]", key, key);
    return NULL;
}

const struct yaml *field_map(const struct fields *fields, const char *key, bool is_needed)
{
    const struct yaml *node = field_node(fields, key, is_needed);

    if (!node || node->kind == YAML_MAP)
        return node;
    diag_error(fields->load->diag, load_at(fields->path, node), "type", "\"%s\" has fields; write %s: {name: value, …}", key,
               key);
    return NULL;
}

int field_number(const struct fields *fields, const char *key, int low, int high, int otherwise)
{
    const struct yaml *node = field_node(fields, key, false);
    char *end;
    long number;

    if (!node)
        return otherwise;
    errno = 0;
    number = node->kind == YAML_TEXT ? strtol(node->text, &end, 10) : 0;
    if (node->kind == YAML_TEXT && !errno && end != node->text && !*end && number >= low && number <= high)
        return (int)number;
    diag_error(fields->load->diag, load_at(fields->path, node), "type", "\"%s\" is a whole number from %d to %d", key, low,
               high);
    return otherwise;
}

double field_degrees(const struct fields *fields, const char *key, double limit)
{
    const struct yaml *node = field_node(fields, key, true);
    char *end;
    double number;

    if (!node)
        return 0;
    number = node->kind == YAML_TEXT ? strtod(node->text, &end) : 0;
    if (node->kind == YAML_TEXT && end != node->text && !*end && isfinite(number) && fabs(number) <= limit)
        return number;
    diag_error(fields->load->diag, load_at(fields->path, node), "type",
               "\"%s\" is a number of degrees from -%.0f to %.0f, with a point: 59.94", key, limit, limit);
    return 0;
}

bool field_flag(const struct fields *fields, const char *key, bool otherwise)
{
    const struct yaml *node = field_node(fields, key, false);

    if (!node)
        return otherwise;
    if (node->kind == YAML_TEXT && !strcmp(node->text, "true"))
        return true;
    if (node->kind == YAML_TEXT && !strcmp(node->text, "false"))
        return false;
    diag_error(fields->load->diag, load_at(fields->path, node), "type", "\"%s\" is true or false", key);
    return otherwise;
}

int field_choice(const struct fields *fields, const char *key, const char *words, bool is_needed)
{
    const struct yaml *node = field_node(fields, key, is_needed);
    int position;

    if (!node)
        return -1;
    if (node->kind != YAML_TEXT) {
        diag_error(fields->load->diag, load_at(fields->path, node), "type", "\"%s\" is one word (%s)", key, words);
        return -1;
    }
    position = position_of_word(words, node->text);
    if (position < 0)
        report_unknown(fields->load, load_at(fields->path, node), "choice", node->text, key, words);
    return position;
}

const char **field_texts(const struct fields *fields, const char *key, int *count)
{
    const struct yaml *list = field_list(fields, key, false);
    const char **texts;

    *count = 0;
    if (!list || !list->count)
        return NULL;
    texts = draft_alloc(fields->load->draft, (size_t)list->count * sizeof *texts);
    for (int i = 0; i < list->count; i++) {
        const char *text = load_text(fields->load, fields->path, list->items[i]);

        if (text)
            texts[(*count)++] = text;
    }
    return texts;
}

struct draft_ref load_ref(struct load *load, const char *path, const struct yaml *node)
{
    return (struct draft_ref){load_text(load, path, node), load_at(path, node), -1};
}

struct draft_ref field_ref(const struct fields *fields, const char *key, bool is_needed)
{
    const struct yaml *node = field_node(fields, key, is_needed);

    return node ? load_ref(fields->load, fields->path, node) : (struct draft_ref){NULL, load_at(fields->path, fields->map), -1};
}

void field_refs(const struct fields *fields, const char *key, struct draft_refs *out)
{
    const struct yaml *list = field_list(fields, key, false);

    if (!list || !list->count)
        return;
    out->items = draft_alloc(fields->load->draft, (size_t)list->count * sizeof *out->items);
    for (int i = 0; i < list->count; i++) {
        struct draft_ref ref = load_ref(fields->load, fields->path, list->items[i]);

        if (ref.id)
            out->items[out->count++] = ref;
    }
}

static int language_index(const struct draft *draft, const char *tag)
{
    for (int i = 0; i < draft->language_count; i++)
        if (!strcmp(draft->languages[i].tag, tag))
            return i;
    return -1;
}

void field_words(const struct fields *fields, const char *key, bool is_needed, struct draft_words *out)
{
    const struct yaml *map = field_map(fields, key, is_needed);

    for (int i = 0; map && i < map->count; i++) {
        const struct yaml *node = map->items[i];
        int language = language_index(fields->load->draft, node->key);

        if (language < 0 && !load_is_tag(node->key))
            diag_error(fields->load->diag, load_at(fields->path, node), "language",
                       "\"%.40s\" is no language tag; write one as in exhibit.yaml", node->key);
        if (language < 0 || node->is_null)
            continue;
        out->in[language].bytes = load_text(fields->load, fields->path, node);
        out->in[language].at = load_at(fields->path, node);
    }
}

static unsigned date_flags(const struct fields *fields)
{
    return (field_flag(fields, "about", false) ? PACK_ABOUT : 0u) | (field_flag(fields, "before", false) ? PACK_BEFORE : 0u)
        | (field_flag(fields, "after", false) ? PACK_AFTER : 0u)
        | (field_flag(fields, "uncertain", false) ? PACK_UNCERTAIN : 0u);
}

/* `part: early`, `season: winter`: needed where the precision asks for it, wrong elsewhere. */
static int date_part(const struct fields *fields, enum pack_precision precision)
{
    bool has_part = precision == PACK_PART_OF_MONTH || precision == PACK_PART_OF_YEAR;
    int part = -1;

    if (has_part)
        part = field_choice(fields, "part", "early mid late", true);
    else if (precision == PACK_SEASON)
        part = field_choice(fields, "season", "spring summer autumn winter", true);
    if (!has_part && field_node(fields, "part", false))
        diag_error(fields->load->diag, load_at(fields->path, fields->map), "date",
                   "\"part\" goes with the precision part-of-month or part-of-year; leave it out or change the precision");
    if (precision != PACK_SEASON && field_node(fields, "season", false))
        diag_error(fields->load->diag, load_at(fields->path, fields->map), "date",
                   "\"season\" goes with the precision season; leave it out or change the precision");
    return part < 0 ? 0 : part;
}

struct draft_date load_date(struct load *load, const char *path, const struct yaml *node, enum pack_by by_otherwise)
{
    struct fields fields = fields_open(load, path, node, "a date",
                                       "value precision by part season about before after uncertain");
    struct draft_date date = {.at = load_at(path, node), .by = by_otherwise};
    int choice;

    date.value = field_text(&fields, "value", true);
    choice = field_choice(&fields, "precision", "day night month part-of-month season part-of-year year", true);
    if (choice < 0)
        date.value = NULL; /* without a precision nothing can be said of it */
    date.precision = choice < 0 ? PACK_YEAR : (enum pack_precision)choice;
    choice = field_choice(&fields, "by", "document context editors", false);
    date.by = choice < 0 ? by_otherwise : (enum pack_by)choice;
    if (fields.map) {
        date.flags = date_flags(&fields);
        date.part = date_part(&fields, date.precision);
    }
    return date;
}
