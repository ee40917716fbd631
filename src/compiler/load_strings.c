/*
 * strings/<lang>.yaml: the words of the interface. The files of all languages are held side by side and merged by key, so
 * that a word missing in one of them is seen. An exhibit that shares the words of another one names several folders; a word
 * of a later folder takes the place of an earlier one. Names of lanes are taken to the lanes.
 */
#include "compiler/load_part.h"

#include <stdlib.h>
#include <string.h>

struct found {
    const struct yaml *node;
    const char *path;
    int language, folder;
};

struct finds {
    struct found *items;
    int count;
};

static int compare_found(const void *a, const void *b)
{
    const struct found *left = a, *right = b;
    int order = strcmp(left->node->key, right->node->key);

    if (order)
        return order;
    return left->language != right->language ? left->language - right->language : left->folder - right->folder;
}

static void take_plural(struct load *load, const struct found *found, struct draft_string *string)
{
    static const char *const NAMES[] = {"zero", "one", "two", "few", "many", "other"};
    struct fields fields = fields_open(load, found->path, found->node, "a word with plural forms",
                                       "zero one two few many other");

    string->is_plural = true;
    for (int i = 0; i < 6; i++) {
        const struct yaml *node = field_node(&fields, NAMES[i], false);

        string->forms[i].in[found->language].at = load_at(found->path, node ? node : found->node);
        if (node)
            string->forms[i].in[found->language].bytes = load_text(load, found->path, node);
    }
}

static void take(struct load *load, const struct found *found, struct draft_string *string)
{
    if (found->node->is_null)
        return;
    for (int i = 0; i < 6; i++)
        string->forms[i].in[found->language] = (struct draft_text){.bytes = NULL};
    if (found->node->kind == YAML_MAP)
        take_plural(load, found, string);
    else
        string->forms[PACK_OTHER].in[found->language] = (struct draft_text){.bytes = load_text(load, found->path, found->node),
                                                                            .at = load_at(found->path, found->node)};
}

static void take_lane_name(struct draft *draft, const struct draft_string *string)
{
    static const char LANE[] = "lane.";

    if (!strncmp(string->key, LANE, sizeof LANE - 1))
        for (int i = 0; i < draft->lane_count; i++)
            if (!strcmp(draft->lanes[i].id, string->key + sizeof LANE - 1))
                draft->lanes[i].name = string->forms[PACK_OTHER];
}

static void merge(struct load *load, struct finds *finds)
{
    struct draft *draft = load->draft;

    qsort(finds->items, (size_t)finds->count, sizeof *finds->items, compare_found);
    draft->strings = draft_alloc(draft, (size_t)finds->count * sizeof *draft->strings);
    for (int i = 0; i < finds->count; i++) {
        const char *key = finds->items[i].node->key;
        struct draft_string *string;

        if (i == 0 || strcmp(key, finds->items[i - 1].node->key) != 0) {
            string = &draft->strings[draft->string_count++];
            string->key = draft_copy(draft, key, strlen(key));
        } else {
            string = &draft->strings[draft->string_count - 1];
        }
        take(load, &finds->items[i], string);
    }
}

static void add_all(struct load *load, struct finds *finds, const struct yaml *root, struct found found)
{
    struct found *items = scratch_alloc(load->scratch, (size_t)(finds->count + root->count) * sizeof *items);

    if (finds->count)
        memcpy(items, finds->items, (size_t)finds->count * sizeof *items);
    finds->items = items;
    for (int i = 0; i < root->count; i++) {
        found.node = root->items[i];
        finds->items[finds->count++] = found;
    }
}

static void read_file(struct load *load, struct finds *finds, int folder, int language)
{
    const char *path = load_path(load, "%s/%s.yaml", load->strings_folders[folder], load->draft->languages[language].tag);
    const struct yaml *root = load_yaml(load, path, folder ? LOAD_MAY_BE_MISSING : LOAD_MUST_EXIST, &path);

    fields_open(load, path, root, "a file of strings", NULL);
    if (root && root->kind == YAML_MAP)
        add_all(load, finds, root, (struct found){NULL, path, language, folder});
}

void load_strings(struct load *load)
{
    struct draft *draft = load->draft;
    struct finds finds = {.items = NULL};

    for (int folder = 0; folder < load->strings_folder_count; folder++)
        for (int language = 0; language < draft->language_count; language++)
            read_file(load, &finds, folder, language);
    if (finds.count)
        merge(load, &finds);
    for (int i = 0; i < draft->string_count; i++)
        take_lane_name(draft, &draft->strings[i]);
    load_next_file(load);
}
