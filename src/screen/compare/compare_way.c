/* The way to the passage, across the foot of a column. */
#include "screen/compare/compare_column.h"

#include <stdio.h>

static int arrow_side(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 32);
}

/* In a narrow column on two lines, set tighter. */
static const struct block *words_of(struct kit *kit, struct pack_answer facts, int width_px)
{
    struct pack_text words = parts_string(kit, facts.source >= 0 ? PACK_STRING_COMPARE_READ : PACK_STRING_COMPARE_OPEN);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);
    const struct block *block = parts_block(kit, words, style, width_px - arrow_side(kit));

    if (block->line_count == 1)
        return block;
    style.line_px = style.size_px * 11 / 10;
    return parts_block(kit, words, style, width_px - arrow_side(kit));
}

int compare_way_height(struct kit *kit, int answer, int width_px)
{
    int air = 2 * look_px(&kit->look, 10), line = kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 26);
    const struct block *block = words_of(kit, pack_answer(kit->pack, answer), width_px - 2 * compare_padding(kit));

    return larger(larger(look_target_h(&kit->look), line), block->height_px + air);
}

void compare_way_paint(struct kit *kit, struct pack_answer facts, const struct column_paint *paint, struct rect rect)
{
    bool has_source = facts.source >= 0, is_mirrored = parts_is_mirrored(kit), is_pressed;
    const struct block *block = words_of(kit, facts, paint->w);
    int arrow = arrow_side(kit), line = look_px(&kit->look, 2);
    struct ui_element element;
    uint32_t fill, ink;
    char id[72];

    if (has_source)
        snprintf(id, sizeof(id), "read:%.60s", pack_source(kit->pack, facts.source).label);
    else
        snprintf(id, sizeof(id), "open:%.60s", paint->tail);
    is_pressed = ui_is_pressed(kit->ui, id);
    fill = is_pressed ? look_tone(&kit->look, TONE_INK) : paint->fill;
    ink = is_pressed ? look_on(&kit->look, fill) : paint->ink;
    draw_fill(kit->draw, rect, fill);
    if (facts.is_silent)
        draw_dashed_frame(kit->draw, rect, line, paint->ink2);
    else if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, line, paint->ink);
    else
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, line}, paint->ink);
    draw_block(kit->draw, block, is_mirrored ? paint->x + arrow : paint->x, rect.y + (rect.h - block->height_px) / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    draw_icon(kit->draw, parts_onward(kit),
              (struct rect){is_mirrored ? paint->x : paint->x + paint->w - arrow, rect.y + (rect.h - arrow) / 2, arrow, arrow},
              ink);
    element = parts_element(kit, id, "button", rect);
    element.hit = rect;
    element.verb = has_source ? UI_PASSAGE : UI_DOCUMENT;
    element.value = has_source ? facts.source : facts.document;
    element.is_focusable = true;
    element.label = block->bytes;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
    parts_focus(kit, id, rect, false);
}
