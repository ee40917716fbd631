/*
 * yaml.h - a YAML file as a small tree that remembers its lines.
 *
 * Every scalar is text: `no` is the word "no" until somebody asks for a flag. Anchors, aliases and tags are refused, and
 * so are files nested deeper than YAML_DEPTH_MAX, so that a small file cannot unfold into a large one.
 */
#ifndef VITRINE_COMPILER_YAML_H
#define VITRINE_COMPILER_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "compiler/scratch.h"

enum { YAML_DEPTH_MAX = 16 };

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_kind kind;
    int line;            /* 1-based line of the file it begins on */
    const char *key;     /* in a map: the name of this field, else NULL */
    const char *text;    /* of a YAML_TEXT, else NULL */
    bool is_null;        /* a YAML_TEXT written as null, ~ or nothing, without quotes */
    struct yaml **items; /* of a list or map, in the order of the file */
    int count;
    struct yaml **sorted; /* the fields of a map by key */
};

/* Why a file could not be read. */
struct yaml_problem {
    int line;
    const char *rule; /* "yaml", "yaml-tab", "yaml-duplicate", "yaml-alias", "yaml-depth" */
    char sentence[256];
};

/* Reads one document of `size` bytes whose first line is number `first_line` of its file. An empty one is an empty map.
 * Returns NULL and fills *problem when it cannot be read; the tree lives in `scratch`. */
struct yaml *yaml_read(const char *bytes, size_t size, int first_line, struct scratch *scratch, struct yaml_problem *problem);

/* The field of a map, NULL where it has none; NULL for whatever is not a map. */
const struct yaml *yaml_get(const struct yaml *map, const char *key);

#endif
