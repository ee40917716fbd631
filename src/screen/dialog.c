#include "screen/dialog.h"

#include "screen/reach.h"
#include "screen/text_size.h"

struct rect dialog_rect(const struct kit *kit, int height)
{
    int width = kit->look.panel.width_px - 2 * kit->look.margin;
    int wanted = look_px(&kit->look, 1240);

    if (wanted > width || kit->look.form != FORM_LANDSCAPE)
        wanted = width;
    return (struct rect){(kit->look.panel.width_px - wanted) / 2, (kit->look.panel.height_px - height) / 2, wanted, height};
}

void dialog_draw(struct kit *kit, struct rect rect)
{
    int cut = look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 60);

    parts_card(kit, rect, cut, look_tone(&kit->look, TONE_PAPER), kit->look.theme == THEME_CONTRAST ? 2 : 0,
               look_tone(&kit->look, TONE_INK));
}

int dialog_padding(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 56 : kit->look.form == FORM_SMALL ? 16 : 24);
}

/* ---- keys ---- */

struct dialog_keys dialog_keys(struct kit *kit, const struct key *keys, int count, int columns, int most_w)
{
    enum form form = kit->look.form;
    bool is_large = kit->look.panel.is_large;
    struct dialog_keys out = {.keys = keys, .count = count, .columns = columns};
    int most;

    out.gap = larger(look_px(&kit->look, form == FORM_SMALL ? 8 : 20), look_mm_y(&kit->look, is_large ? 3 : 2));
    out.height = larger(look_px(&kit->look,
                                form == FORM_SMALL           ? 56
                                    : form == FORM_LANDSCAPE ? 80
                                                             : 110),
                        look_mm_y(&kit->look, is_large ? 20 : 12));
    for (int i = 0; i < count; i++)
        out.width = larger(out.width, parts_key_width(kit, &keys[i]));
    most = (most_w - (columns - 1) * out.gap) / columns;
    out.width = out.width < most ? out.width : most;
    return out;
}

int dialog_keys_width(const struct dialog_keys *keys)
{
    return keys->columns * (keys->width + keys->gap) - keys->gap;
}

int dialog_keys_height(const struct dialog_keys *keys)
{
    int rows = (keys->count + keys->columns - 1) / keys->columns;

    return rows * (keys->height + keys->gap) - keys->gap;
}

void dialog_keys_draw(struct kit *kit, const struct dialog_keys *keys, int x, int y)
{
    for (int i = 0; i < keys->count; i++) {
        int column = i % keys->columns, width = keys->width;

        if (i == keys->count - 1 && column == 0)
            width = dialog_keys_width(keys);
        else if (parts_is_mirrored(kit))
            column = keys->columns - 1 - column;
        parts_key(kit, &keys->keys[i],
                  (struct rect){x + column * (keys->width + keys->gap), y + i / keys->columns * (keys->height + keys->gap),
                                width, keys->height});
    }
}

struct key dialog_switch(struct kit *kit, const char *id, enum pack_string_id words, enum ui_verb verb, bool is_on)
{
    return (struct key){.id = id,
                        .look = KEY_LIGHT,
                        .verb = verb,
                        .is_switch = true,
                        .is_on = is_on,
                        .has_icon = true,
                        .icon_first = true,
                        .icon = is_on ? ICON_ON : ICON_OFF,
                        .words = parts_string(kit, words)};
}

struct key dialog_icon_key(struct kit *kit, const char *id, enum draw_icon icon, enum pack_string_id words, enum ui_verb verb)
{
    return (struct key){.id = id,
                        .look = KEY_LIGHT,
                        .verb = verb,
                        .has_icon = true,
                        .icon_first = true,
                        .icon = icon,
                        .words = parts_string(kit, words)};
}

struct key dialog_close_key(struct kit *kit, const char *id, enum ui_verb verb)
{
    struct key key = dialog_icon_key(kit, id, ICON_CLOSE, PACK_STRING_ACCESS_CLOSE, verb);

    key.look = KEY_DARK;
    return key;
}

int dialog_settings(struct kit *kit, const char *const ids[DIALOG_SETTINGS_MAX], struct key *keys)
{
    const struct session *session = kit->session;
    int count = 0;

    keys[count++] =
        dialog_switch(kit, ids[0], PACK_STRING_ACCESS_CONTRAST, UI_CONTRAST, session->theme == THEME_CONTRAST);
    keys[count++] = dialog_switch(kit, ids[1], PACK_STRING_ACCESS_MOTION, UI_MOTION, session->reduced_motion);
    if (reach_is_offered(&kit->look.panel))
        keys[count++] = dialog_switch(kit, ids[2], PACK_STRING_ACCESS_REACH, UI_REACH, session->reach);
    keys[count++] = dialog_icon_key(kit, ids[3], text_size_icon(kit), PACK_STRING_NAV_TEXT_SIZE, UI_TEXT_SIZE);
    return count;
}
