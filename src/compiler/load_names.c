/* people.yaml, places.yaml and glossary.yaml: who, where, and words that need a word. */
#include "compiler/load_part.h"

#include <string.h>

/* A file of things by id; NULL where it is missing or no map. */
static const struct yaml *open_file(struct load *load, const char *name, const char **path)
{
    const struct yaml *root = load_yaml(load, name, LOAD_MAY_BE_MISSING, path);

    if (root)
        fields_open(load, *path, root, name, NULL);
    return root && root->kind == YAML_MAP ? root : NULL;
}

static void load_person(struct load *load, const char *path, const struct yaml *node, struct draft_person *person)
{
    struct fields fields = fields_open(load, path, node, "a person", "names role forms");

    person->at = load_at(path, node);
    person->id = draft_copy(load->draft, node->key, strlen(node->key));
    field_words(&fields, "names", true, &person->name);
    field_words(&fields, "role", false, &person->role);
    person->forms = field_texts(&fields, "forms", &person->form_count);
}

static void load_place(struct load *load, const char *path, const struct yaml *node, struct draft_place *place)
{
    struct fields fields = fields_open(load, path, node, "a place", "names now lat lon region_km inset forms");

    place->at = load_at(path, node);
    place->id = draft_copy(load->draft, node->key, strlen(node->key));
    field_words(&fields, "names", true, &place->name);
    field_words(&fields, "now", false, &place->now);
    place->latitude = field_degrees(&fields, "lat", 90);
    place->longitude = field_degrees(&fields, "lon", 180);
    place->region_km = field_number(&fields, "region_km", 0, 20000, 0);
    place->inset = field_text(&fields, "inset", false);
    place->forms = field_texts(&fields, "forms", &place->form_count);
}

static void load_term(struct load *load, const char *path, const struct yaml *node, struct draft_term *term)
{
    struct draft *draft = load->draft;
    struct fields fields = fields_open(load, path, node, "a term", "term text forms");
    struct fields forms = {load, field_map(&fields, "forms", false), path};

    term->at = load_at(path, node);
    term->id = draft_copy(draft, node->key, strlen(node->key));
    field_words(&fields, "term", true, &term->term);
    field_words(&fields, "text", false, &term->text);
    for (int i = 0; i < draft->language_count; i++)
        term->forms[i] = field_texts(&forms, draft->languages[i].tag, &term->form_count[i]);
    for (int i = 0; forms.map && i < forms.map->count; i++)
        if (!load_is_tag(forms.map->items[i]->key))
            diag_error(load->diag, load_at(path, forms.map->items[i]), "language",
                       "\"%.40s\" is no language tag; write one as in exhibit.yaml", forms.map->items[i]->key);
}

static void load_people(struct load *load)
{
    struct draft *draft = load->draft;
    const char *path;
    const struct yaml *root = open_file(load, "people.yaml", &path);

    if (!root)
        return;
    draft->people = draft_alloc(draft, (size_t)root->count * sizeof *draft->people);
    for (; draft->person_count < root->count; draft->person_count++)
        load_person(load, path, root->items[draft->person_count], &draft->people[draft->person_count]);
}

static void load_places(struct load *load)
{
    struct draft *draft = load->draft;
    const char *path;
    const struct yaml *root = open_file(load, "places.yaml", &path);

    if (!root)
        return;
    draft->places = draft_alloc(draft, (size_t)root->count * sizeof *draft->places);
    for (; draft->place_count < root->count; draft->place_count++)
        load_place(load, path, root->items[draft->place_count], &draft->places[draft->place_count]);
}

static void load_glossary(struct load *load)
{
    struct draft *draft = load->draft;
    const char *path;
    const struct yaml *root = open_file(load, "glossary.yaml", &path);

    if (!root)
        return;
    draft->terms = draft_alloc(draft, (size_t)root->count * sizeof *draft->terms);
    for (; draft->term_count < root->count; draft->term_count++)
        load_term(load, path, root->items[draft->term_count], &draft->terms[draft->term_count]);
}

void load_names(struct load *load)
{
    load_people(load);
    load_next_file(load);
    load_places(load);
    load_next_file(load);
    load_glossary(load);
    load_next_file(load);
}
