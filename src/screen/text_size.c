#include "screen/text_size.h"

#include <stdio.h>

#include "screen/parts.h"

enum draw_icon text_size_icon(const struct kit *kit)
{
    return ICON_TEXT_A + kit->look.step;
}

const char *text_size_spoken(struct kit *kit, char spoken[TEXT_SIZE_SPOKEN_MAX])
{
    struct pack_text name = parts_string(kit, PACK_STRING_NAV_TEXT_SIZE);
    struct text_builder *words = text_builder_create();

    snprintf(spoken, TEXT_SIZE_SPOKEN_MAX, "%s", name.bytes);
    if (!words)
        return spoken;
    text_builder_add(words, name, 0, name.length);
    text_builder_add_plain(words, ", ");
    parts_add_nth(kit, words, kit->look.step + 1, TEXT_STEP_COUNT);
    snprintf(spoken, TEXT_SIZE_SPOKEN_MAX, "%s", text_builder_text(words).bytes);
    text_builder_destroy(words);
    return spoken;
}
