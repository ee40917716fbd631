/*
 * The events of libyaml become nodes on a stack; a node is given its children when its end comes. Children wait in one
 * growing array shared by all levels, so that a wide file costs no more than its own size.
 */
#include "compiler/yaml.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

struct open_node {
    struct yaml *node;
    int first_child;  /* in `waiting` */
    struct yaml *key; /* read, its value still to come */
};

struct builder {
    struct scratch *scratch;
    struct yaml_problem *problem;
    int first_line;
    struct open_node stack[YAML_DEPTH_MAX + 1];
    int depth;
    struct yaml **waiting;
    int waiting_count, waiting_room;
    struct yaml *root;
};

__attribute__((format(printf, 4, 5))) static bool fail(struct builder *builder, int line, const char *rule, const char *format,
                                                       ...)
{
    va_list arguments;

    builder->problem->line = line;
    builder->problem->rule = rule;
    va_start(arguments, format);
    vsnprintf(builder->problem->sentence, sizeof builder->problem->sentence, format, arguments);
    va_end(arguments);
    return false;
}

static int line_of(const struct builder *builder, yaml_mark_t mark)
{
    return builder->first_line + (int)mark.line;
}

static void wait_for_parent(struct builder *builder, struct yaml *node)
{
    if (builder->waiting_count == builder->waiting_room) {
        int room = builder->waiting_room ? 2 * builder->waiting_room : 64;
        struct yaml **grown = scratch_alloc(builder->scratch, (size_t)room * sizeof *grown);

        if (builder->waiting_count)
            memcpy(grown, builder->waiting, (size_t)builder->waiting_count * sizeof *grown);
        builder->waiting = grown;
        builder->waiting_room = room;
    }
    builder->waiting[builder->waiting_count++] = node;
}

/* A finished node becomes the root, a key, the value of the key before it, or the next item of a list. */
static bool place(struct builder *builder, struct yaml *node)
{
    struct open_node *parent;

    if (builder->depth == 0) {
        builder->root = node;
        return true;
    }
    parent = &builder->stack[builder->depth - 1];
    if (parent->node->kind == YAML_MAP && !parent->key) {
        if (node->kind != YAML_TEXT)
            return fail(builder, node->line, "yaml", "the name of a field must be a word");
        parent->key = node;
        return true;
    }
    if (parent->key) {
        node->key = parent->key->text;
        parent->key = NULL;
    }
    wait_for_parent(builder, node);
    return true;
}

static bool is_null_word(const char *text)
{
    return !*text || !strcmp(text, "~") || !strcmp(text, "null") || !strcmp(text, "Null") || !strcmp(text, "NULL");
}

static bool add_text(struct builder *builder, const yaml_event_t *event)
{
    const char *bytes = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    struct yaml *node = scratch_alloc(builder->scratch, sizeof *node);

    node->kind = YAML_TEXT;
    node->line = line_of(builder, event->start_mark);
    if (memchr(bytes, '\0', length))
        return fail(builder, node->line, "yaml", "the text holds a zero byte (\\0); take it out");
    node->text = scratch_copy(builder->scratch, bytes, length);
    node->is_null = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null_word(node->text);
    return place(builder, node);
}

static bool open_list_or_map(struct builder *builder, const yaml_event_t *event, enum yaml_kind kind)
{
    struct yaml *node = scratch_alloc(builder->scratch, sizeof *node);

    node->kind = kind;
    node->line = line_of(builder, event->start_mark);
    if (builder->depth == YAML_DEPTH_MAX)
        return fail(builder, node->line, "yaml-depth", "lists and maps are nested deeper than %d levels", YAML_DEPTH_MAX);
    builder->stack[builder->depth++] = (struct open_node){.node = node, .first_child = builder->waiting_count};
    return true;
}

static int compare_keys(const void *a, const void *b)
{
    const struct yaml *const *left = a, *const *right = b;
    int order = strcmp((*left)->key, (*right)->key);

    return order ? order : ((*left)->line > (*right)->line) - ((*left)->line < (*right)->line);
}

static bool sort_fields(struct builder *builder, struct yaml *map)
{
    map->sorted = scratch_alloc(builder->scratch, (size_t)map->count * sizeof *map->sorted);
    if (map->count)
        memcpy(map->sorted, map->items, (size_t)map->count * sizeof *map->sorted);
    qsort(map->sorted, (size_t)map->count, sizeof *map->sorted, compare_keys);
    for (int i = 1; i < map->count; i++)
        if (!strcmp(map->sorted[i - 1]->key, map->sorted[i]->key))
            return fail(builder, map->sorted[i]->line, "yaml-duplicate",
                        "\"%.80s\" stands here a second time (first in line %d); keep one of the two", map->sorted[i]->key,
                        map->sorted[i - 1]->line);
    return true;
}

static bool close_list_or_map(struct builder *builder)
{
    struct open_node *open = &builder->stack[--builder->depth];
    struct yaml *node = open->node;

    node->count = builder->waiting_count - open->first_child;
    node->items = scratch_alloc(builder->scratch, (size_t)node->count * sizeof *node->items);
    if (node->count)
        memcpy(node->items, builder->waiting + open->first_child, (size_t)node->count * sizeof *node->items);
    builder->waiting_count = open->first_child;
    if (node->kind == YAML_MAP && !sort_fields(builder, node))
        return false;
    return place(builder, node);
}

static bool has_anchor_or_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default:
        return event->type == YAML_ALIAS_EVENT;
    }
}

static bool take(struct builder *builder, const yaml_event_t *event)
{
    if (has_anchor_or_tag(event))
        return fail(builder, line_of(builder, event->start_mark), "yaml-alias",
                    "\"&\", \"*\" and \"!\" at the start of a value have a meaning in YAML that is not used here; write the "
                    "value in double quotes");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return add_text(builder, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_list_or_map(builder, event, YAML_LIST);
    case YAML_MAPPING_START_EVENT:
        return open_list_or_map(builder, event, YAML_MAP);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_list_or_map(builder);
    case YAML_DOCUMENT_START_EVENT:
        return !builder->root
            || fail(builder, line_of(builder, event->start_mark), "yaml",
                    "a second document begins here; take out the line \"---\"");
    default:
        return true;
    }
}

static bool parse(struct builder *builder, yaml_parser_t *parser)
{
    bool is_going_on = true;

    while (is_going_on) {
        yaml_event_t event;
        bool is_good;

        if (!yaml_parser_parse(parser, &event))
            return fail(builder, line_of(builder, parser->problem_mark), "yaml",
                        "this cannot be read as YAML (%s); look for a missing quote, colon, bracket or space here or in "
                        "the line above",
                        parser->problem ? parser->problem : "no reason given");
        is_good = take(builder, &event);
        is_going_on = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!is_good)
            return false;
    }
    return true;
}

/* libyaml calls a tab in front of a line "a character that cannot start any token"; this says it plainly. */
static bool has_no_tabs(struct builder *builder, const char *bytes, size_t size)
{
    int line = builder->first_line;
    bool is_indent = true;

    for (size_t i = 0; i < size; i++) {
        if (is_indent && bytes[i] == '\t')
            return fail(builder, line, "yaml-tab", "the line is indented with a tab; use spaces");
        is_indent = bytes[i] == '\n' || (is_indent && bytes[i] == ' ');
        line += bytes[i] == '\n';
    }
    return true;
}

struct yaml *yaml_read(const char *bytes, size_t size, int first_line, struct scratch *scratch, struct yaml_problem *problem)
{
    struct builder builder = {.scratch = scratch, .problem = problem, .first_line = first_line};
    yaml_parser_t parser;
    bool is_good;

    if (!has_no_tabs(&builder, bytes, size))
        return NULL;
    if (!yaml_parser_initialize(&parser)) {
        fail(&builder, first_line, "yaml", "there is not enough memory to read this");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
    is_good = parse(&builder, &parser);
    yaml_parser_delete(&parser);
    if (!is_good)
        return NULL;
    if (!builder.root || builder.root->is_null) {
        builder.root = scratch_alloc(scratch, sizeof *builder.root);
        *builder.root = (struct yaml){.kind = YAML_MAP, .line = first_line};
    }
    return builder.root;
}

const struct yaml *yaml_get(const struct yaml *map, const char *key)
{
    int low = 0, high = map && map->kind == YAML_MAP ? map->count : 0;

    while (low < high) {
        int middle = low + (high - low) / 2;
        int order = strcmp(map->sorted[middle]->key, key);

        if (order == 0)
            return map->sorted[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}
