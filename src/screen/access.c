#include "screen/access.h"

#include "screen/dialog.h"

enum { KEYS_MAX = 8 };

static int list_keys(struct kit *kit, struct key keys[KEYS_MAX])
{
    static const char *const ids[DIALOG_SETTINGS_MAX] = {"access:contrast", "access:motion", "access:reach", "access:textsize"};
    int count = dialog_settings(kit, ids, keys);

    keys[count++] = (struct key){
        .id = "access:help", .look = KEY_LIGHT, .verb = UI_HELP, .words = parts_string(kit, PACK_STRING_NAV_HELP)};
    keys[count++] = dialog_icon_key(kit, "access:startover", parts_is_mirrored(kit) ? ICON_START_OVER_MIRRORED : ICON_START_OVER,
                                    PACK_STRING_NAV_START_OVER, UI_START_OVER);
    keys[count++] = dialog_close_key(kit, "access:close", UI_ACCESS);
    return count;
}

/* On the plinth: over the key that opens it where the panel is wide, in the middle where it is low. */
static struct rect place(const struct kit *kit, int width, int height)
{
    int most = kit->look.panel.width_px - 2 * kit->look.margin, bottom = kit->look.panel.height_px - kit->look.plinth;
    struct rect rect = {0, bottom - height, width < most ? width : most, height};

    rect.x = (kit->look.panel.width_px - rect.w) / 2;
    if (kit->look.form == FORM_LANDSCAPE)
        rect.x = parts_is_mirrored(kit) ? kit->look.margin : kit->look.panel.width_px - rect.w - kit->look.margin;
    if (rect.y < 0)
        rect.y = 0;
    return rect;
}

void access_draw(struct kit *kit)
{
    int padding = dialog_padding(kit), least = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 640 : 0);
    int columns = kit->look.form == FORM_SMALL ? 2 : 1, most = kit->look.panel.width_px - 2 * (kit->look.margin + padding);
    struct block_style title = parts_style(kit, FONT_DISPLAY, TYPE_SCREEN);
    struct key list[KEYS_MAX];
    struct dialog_keys keys = dialog_keys(kit, list, list_keys(kit, list), columns, most);
    int width = dialog_keys_width(&keys) + 2 * padding, gap = keys.gap;
    struct rect rect;

    if (columns == 1) {
        width = kit->look.form == FORM_LANDSCAPE ? (width > least ? width : least) : kit->look.panel.width_px;
        rect = place(kit, width, 0);
        keys.width = rect.w - 2 * padding;
    }
    rect = place(kit, width, 2 * padding + title.line_px + gap + dialog_keys_height(&keys));
    dialog_draw(kit, rect);
    rect = rect_inset(rect, padding, padding);
    rect.y += gap
        + parts_text(kit, "access:title", "heading", parts_string(kit, PACK_STRING_ACCESS_TITLE), title, rect,
                     look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    dialog_keys_draw(kit, &keys, rect.x, rect.y);
}
