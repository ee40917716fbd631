#include "screen/fit.h"

#include <string.h>

#include "screen/parts.h"

struct block_style fit_style(const struct kit *kit, int size_px)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    style.size_px = size_px;
    style.line_px = size_px * 108 / 100;
    return style;
}

bool fit_keeps_words(const struct block *block)
{
    for (int i = 0; i + 1 < block->line_count; i++) {
        uint32_t end = block->lines[i].end;
        bool at_space = end < block->length && block->bytes[end] == ' ';
        bool at_dash = end >= 3 && (memcmp(block->bytes + end - 3, "\xE2\x80\x93", 3) == 0 || block->bytes[end - 1] == '-');

        if (!at_space && !at_dash)
            return false;
    }
    return true;
}

/* The widest part between two spaces, set on one line. */
static int widest_word(struct kit *kit, struct pack_text text, struct block_style style)
{
    struct text_builder *builder = text_builder_create();
    int widest = 0;

    for (uint32_t start = 0, at = 0; builder && at <= text.length; at++) {
        int width;

        if (at < text.length && text.bytes[at] != ' ')
            continue;
        text_builder_clear(builder);
        text_builder_add(builder, text, start, at - start);
        width = block_line_width(kit->fonts, text_builder_text(builder), style);
        widest = width > widest ? width : widest;
        start = at + 1;
    }
    text_builder_destroy(builder);
    return widest;
}

/* Every size costs a face that is opened, so the first guess is a good one. */
const struct block *fit_words(struct kit *kit, struct pack_text text, int most_px, int most_lines, int width_px)
{
    int least = kit->look.type[TYPE_SMALL].size_px, size = most_px > least ? most_px : least;
    int widest = widest_word(kit, text, fit_style(kit, size));
    const struct block *block = NULL;

    if (widest > width_px)
        size = size * width_px / widest;
    for (size = size > least ? size : least; size >= least; size = size * 93 / 100) {
        block = parts_block(kit, text, fit_style(kit, size), width_px);
        if (block->line_count <= most_lines && block->widest_px <= width_px && fit_keeps_words(block))
            break;
    }
    return block;
}
