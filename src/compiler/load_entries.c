/* entries/<id>/entry.yaml: the facts of every entry; its words come from <lang>.md beside it. */
#include "compiler/load_part.h"

#include <stdio.h>
#include <string.h>

static void load_pieces(const struct fields *fields, bool is_needed, struct draft_piece **pieces, int *count)
{
    const struct yaml *list = field_list(fields, "quote", is_needed);

    if (!list || !list->count)
        return;
    *pieces = draft_alloc(fields->load->draft, (size_t)list->count * sizeof **pieces);
    for (int i = 0; i < list->count; i++) {
        const char *text = load_text(fields->load, fields->path, list->items[i]);

        if (text)
            (*pieces)[(*count)++] = (struct draft_piece){
                .text = text, .at = load_at(fields->path, list->items[i]), .paragraph = -1};
    }
}

static void load_marks(const struct fields *fields, struct draft_source *source)
{
    const struct yaml *list = field_list(fields, "mark", false);

    if (!list || !list->count)
        return;
    source->marks = draft_alloc(fields->load->draft, (size_t)list->count * sizeof *source->marks);
    for (int i = 0; i < list->count; i++) {
        const char *text = load_text(fields->load, fields->path, list->items[i]);

        if (text)
            source->marks[source->mark_count++] = (struct draft_mark){
                .text = text, .at = load_at(fields->path, list->items[i]), .piece = -1};
    }
}

static void load_sources(const struct fields *entry_fields, struct draft_entry *entry)
{
    struct load *load = entry_fields->load;
    const struct yaml *map = field_map(entry_fields, "sources", false);

    if (!map || !map->count)
        return;
    entry->sources = draft_alloc(load->draft, (size_t)map->count * sizeof *entry->sources);
    for (int i = 0; i < map->count; i++) {
        const struct yaml *node = map->items[i];
        struct fields fields = fields_open(load, entry_fields->path, node, "a source", "document quote mark");
        struct draft_source *source = &entry->sources[entry->source_count++];

        source->at = load_at(entry_fields->path, node);
        source->label = draft_copy(load->draft, node->key, strlen(node->key));
        source->document = field_ref(&fields, "document", true);
        load_pieces(&fields, true, &source->pieces, &source->piece_count);
        load_marks(&fields, source);
    }
}

static int source_labelled(const struct draft_entry *entry, const char *label)
{
    for (int i = 0; label && i < entry->source_count; i++)
        if (!strcmp(entry->sources[i].label, label))
            return i;
    return -1;
}

static void load_answer(struct load *load, const char *path, const struct yaml *node, struct draft_entry *entry,
                        struct draft_answer *answer)
{
    struct fields fields = fields_open(load, path, node, "an answer", "document silent quote source date differs");
    const struct yaml *date = field_node(&fields, "date", false);

    answer->at = load_at(path, node);
    answer->document = field_ref(&fields, "document", true);
    answer->is_silent = field_flag(&fields, "silent", false);
    answer->differs = field_flag(&fields, "differs", !answer->is_silent);
    answer->label = field_text(&fields, "source", false);
    answer->source = source_labelled(entry, answer->label);
    answer->has_date = date != NULL;
    if (date)
        answer->date = load_date(load, path, date, PACK_BY_DOCUMENT);
    load_pieces(&fields, false, &answer->pieces, &answer->piece_count);
}

static void load_disagreement(const struct fields *entry_fields, const struct yaml *node, struct draft_entry *entry)
{
    struct load *load = entry_fields->load;
    struct draft_disagreement *disagreement = &entry->disagreements[entry->disagreement_count++];
    struct fields fields = fields_open(load, entry_fields->path, node, "a disagreement", "answers");
    const struct yaml *list = field_list(&fields, "answers", true);

    disagreement->at = load_at(entry_fields->path, node);
    disagreement->id = draft_copy(load->draft, node->key, strlen(node->key));
    if (!list || !list->count)
        return;
    disagreement->answers = draft_alloc(load->draft, (size_t)list->count * sizeof *disagreement->answers);
    for (int i = 0; i < list->count; i++)
        load_answer(load, entry_fields->path, list->items[i], entry, &disagreement->answers[disagreement->answer_count++]);
}

static void load_disagreements(const struct fields *fields, struct draft_entry *entry)
{
    const struct yaml *map = field_map(fields, "disagreements", false);

    if (!map || !map->count)
        return;
    entry->disagreements = draft_alloc(fields->load->draft, (size_t)map->count * sizeof *entry->disagreements);
    for (int i = 0; i < map->count; i++)
        load_disagreement(fields, map->items[i], entry);
}

static void load_dates(const struct fields *entry_fields, struct draft_entry *entry)
{
    struct load *load = entry_fields->load;
    struct fields fields = fields_open(load, entry_fields->path, field_map(entry_fields, "date", true), "the date",
                                       "start end open_start open_end shown_from old_style");
    const struct yaml *start = field_node(&fields, "start", true), *end = field_node(&fields, "end", false);

    entry->start.at = load_at(entry_fields->path, fields.map ? fields.map : entry_fields->map);
    if (start)
        entry->start = load_date(load, entry_fields->path, start, PACK_BY_DOCUMENT);
    entry->has_end = end != NULL;
    entry->end = end ? load_date(load, entry_fields->path, end, PACK_BY_DOCUMENT) : entry->start;
    entry->open_start = field_flag(&fields, "open_start", false);
    entry->open_end = field_flag(&fields, "open_end", false);
    entry->old_style = field_flag(&fields, "old_style", false);
    entry->shown_from = field_texts(&fields, "shown_from", &entry->shown_from_count);
}

static bool load_facts(struct load *load, struct draft_entry *entry, const char *path)
{
    const struct yaml *root = load_yaml(load, path, LOAD_MUST_EXIST, &path);
    struct fields fields = fields_open(load, path, root, "an entry",
                                       "lane importance date places people related motif sources disagreements");

    entry->at = (struct draft_at){path, 0};
    entry->lane = field_ref(&fields, "lane", true);
    field_node(&fields, "importance", true);
    entry->importance = field_number(&fields, "importance", 1, 4, 4);
    load_dates(&fields, entry);
    field_refs(&fields, "places", &entry->places);
    field_refs(&fields, "people", &entry->people);
    field_refs(&fields, "related", &entry->related);
    entry->motif = field_ref(&fields, "motif", false);
    load_sources(&fields, entry);
    load_disagreements(&fields, entry);
    return fields.map != NULL;
}

static bool is_entry_file(const struct load *load, const char *name)
{
    return !strcmp(name, "entry.yaml") || load_language_of(load, name, ".md") >= 0;
}

static void load_entry(struct load *load, const char *id, struct draft_entry *entry)
{
    char path[512];
    bool is_read;

    entry->id = id;
    snprintf(path, sizeof path, "entries/%s/entry.yaml", id);
    is_read = load_facts(load, entry, path);
    load_next_file(load);
    for (int i = 0; is_read && i < load->draft->language_count; i++) {
        snprintf(path, sizeof path, "entries/%s/%s.md", id, load->draft->languages[i].tag);
        load_entry_words(load, entry, i, path);
        load_next_file(load);
    }
    load_statement_sources(load, entry);
    snprintf(path, sizeof path, "entries/%s", id);
    load_check_files(load, path, is_entry_file);
}

void load_entries(struct load *load)
{
    struct draft *draft = load->draft;
    int count;
    const char **names = load_names_in(load, "entries", &count);

    draft->entries = draft_alloc(draft, ((size_t)count + 1) * sizeof *draft->entries);
    for (int i = 0; i < count; i++) {
        load_entry(load, names[i], &draft->entries[draft->entry_count++]);
        if (load->progress.say)
            load->progress.say(load->progress.context, "reading entries", i + 1, count);
    }
}
