#include "screen/language_menu.h"

#include <stdio.h>

#include "screen/dialog.h"

enum { LANGUAGES_MAX = 8 };

static int list_keys(struct kit *kit, struct key keys[LANGUAGES_MAX + 1], char ids[LANGUAGES_MAX][32])
{
    int count = pack_exhibit(kit->pack).languages;

    for (int i = 0; i < count; i++) {
        const char *tag = pack_language(kit->pack, i).tag;

        snprintf(ids[i], sizeof(ids[i]), "lang:%.20s", tag);
        keys[i] = (struct key){.id = ids[i],
                               .look = KEY_LIGHT,
                               .verb = UI_LANGUAGE,
                               .value = i,
                               .is_on = i == kit->session->language,
                               .has_icon = i == kit->session->language,
                               .icon = ICON_TICK,
                               .words = pack_string(kit->pack, i, PACK_STRING_LANGUAGE_NAME, 0),
                               .lang = tag};
    }
    keys[count] = (struct key){.id = "languages:close",
                               .look = KEY_DARK,
                               .verb = UI_LANGUAGES,
                               .has_icon = true,
                               .icon_first = true,
                               .icon = ICON_CLOSE,
                               .words = parts_string(kit, PACK_STRING_ACCESS_CLOSE)};
    return count + 1;
}

static bool holds_words(struct kit *kit, const struct dialog_keys *keys)
{
    for (int i = 0; i < keys->count; i++) {
        if (parts_key_width(kit, &keys->keys[i]) > keys->width)
            return false;
    }
    return true;
}

/* As many side by side as their names allow, three on a low panel. */
static struct dialog_keys set_keys(struct kit *kit, const struct key *list, int count)
{
    int most = kit->look.panel.width_px - 2 * (kit->look.margin + dialog_padding(kit));
    int columns = kit->look.form == FORM_SMALL ? 3 : 2;
    struct dialog_keys keys = dialog_keys(kit, list, count, columns, most);

    while (columns > 1 && !holds_words(kit, &keys))
        keys = dialog_keys(kit, list, count, --columns, most);
    return keys;
}

/* On the plinth, over the key that opens it; on a low panel large names leave no room for the title. */
void language_menu_draw(struct kit *kit)
{
    const struct look *look = &kit->look;
    int padding = dialog_padding(kit), bottom = look->panel.height_px - look->plinth, title_h, width, height;
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_SCREEN);
    struct pack_text title = parts_string(kit, PACK_STRING_LANGUAGE_TITLE);
    struct key list[LANGUAGES_MAX + 1];
    char ids[LANGUAGES_MAX][32];
    struct dialog_keys keys = set_keys(kit, list, list_keys(kit, list, ids));
    struct rect rect;
    bool has_title;

    width = dialog_keys_width(&keys);
    height = 2 * padding + dialog_keys_height(&keys);
    title_h = parts_block(kit, title, style, width)->height_px + keys.gap;
    has_title = height + title_h <= look->panel.height_px;
    title_h = has_title ? title_h : look->panel.height_px - height;
    height += title_h;
    rect = (struct rect){(look->panel.width_px - width) / 2 - padding, bottom > height ? bottom - height : 0,
                         width + 2 * padding, height};
    dialog_draw(kit, rect);
    rect = rect_inset(rect, padding, padding);
    if (has_title)
        parts_text(kit, "languages:title", "heading", title, style, rect, look_tone(look, TONE_INK), look_tone(look, TONE_PAPER));
    dialog_keys_draw(kit, &keys, rect.x, rect.y + title_h);
}
