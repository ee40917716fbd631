/*
 * strings.h - the words of the interface a pack must carry, by key of content/strings/<lang>.yaml.
 *
 * The compiler refuses a content folder that lacks one; a reader finds them by key, so that the order here is free.
 */
#ifndef VITRINE_PACK_STRINGS_H
#define VITRINE_PACK_STRINGS_H

enum pack_string_id {
#define STRING(name, key) PACK_STRING_##name,
#define PLURAL(name, key) PACK_STRING_##name,
#include "pack/strings.def"
#undef STRING
#undef PLURAL
    PACK_STRING_COUNT,
};

#endif
