#include "screen/label_tab.h"

#include "screen/parts.h"

static int between(int value, int least, int most)
{
    return value > most ? most : value < least ? least : value;
}

static struct rect place(const struct kit *kit, const struct ui_element *control, struct rect room, int width, int height)
{
    int gap = look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2), edge = look_mm_x(&kit->look, 1);
    struct rect at = control->rect, own = control->tab_room;
    int y = at.y - gap - height, x = at.x + (at.w - width) / 2;

    if (y < room.y && own.w > 0) {
        x = parts_is_mirrored(kit) ? own.x : own.x + own.w - width;
        y = between(own.y + (own.h - height) / 2, room.y, room.y + room.h - height);
    } else if (y < room.y) {
        y = at.y + at.h + gap;
    }
    return (struct rect){between(x, room.x + edge, room.x + room.w - edge - width), y, width, height};
}

void label_tab_draw(struct kit *kit, const struct ui_element *control, struct rect room)
{
    struct pack_text words = control->tab;
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);
    int padding = look_px(&kit->look, 14), edge = look_px(&kit->look, 2.5f) > 2 ? look_px(&kit->look, 2.5f) : 2;
    uint32_t fill = look_tone(&kit->look, TONE_CARD), ink = look_tone(&kit->look, TONE_INK);
    const struct block *block;
    struct rect rect;

    style.is_single = true;
    style.is_right_to_left = false;
    block = parts_block(kit, words, style, 0);
    rect = place(kit, control, room, block->widest_px + 2 * padding, block->height_px + padding);
    parts_card(kit, rect, padding, fill, edge, ink);
    parts_text(kit, "tab", "tooltip", words, style,
               (struct rect){rect.x + padding, rect.y + padding / 2, block->widest_px, block->height_px}, ink, fill);
}
