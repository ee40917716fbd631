#include "screen/help.h"

#include <stdio.h>

#include "screen/dialog.h"

enum { LINES_MAX = 6, KEYS_MAX = 8, COLUMNS_MAX = 3 };

/* ---- where one is ---- */

static struct pack_text screen_name(struct kit *kit)
{
    const struct stop *here = &kit->session->here;
    int language = kit->session->language;

    switch (here->screen) {
    case SCREEN_EVENT:
        return pack_text(kit->pack, language, PACK_ENTRY_SHORT, here->entry);
    case SCREEN_COMPARE:
        return pack_text(kit->pack, language, PACK_QUESTION, here->disagreement);
    case SCREEN_READER:
        return parts_string(kit, PACK_STRING_NAV_DOCUMENTS);
    case SCREEN_LANGUAGES:
        return parts_string(kit, PACK_STRING_LANGUAGE_TITLE);
    default:
        return parts_string(kit, PACK_STRING_NAV_TIMELINE);
    }
}

/* "You are here: Timeline, 7 of 43" */
static void add_place(struct kit *kit, struct text_builder *line, struct help_place place)
{
    text_builder_add_template(line, parts_string(kit, PACK_STRING_HELP_HERE), "screen", screen_name(kit));
    if (place.item > 0) {
        text_builder_add_plain(line, ", ");
        parts_add_nth(kit, line, place.item, place.count);
    }
}

/* ---- lines ---- */

struct line {
    const char *id;
    struct pack_text words;
};

static int list_lines(struct kit *kit, struct pack_text where, struct line lines[LINES_MAX])
{
    int count = 0;

    lines[count++] = (struct line){"help:here", where};
    lines[count++] = (struct line){"help:step", parts_string(kit, PACK_STRING_HELP_STEP)};
    if (!kit->has_no_year_keys)
        lines[count++] = (struct line){"help:year", parts_string(kit, PACK_STRING_HELP_YEAR)};
    lines[count++] = (struct line){"help:select", parts_string(kit, PACK_STRING_HELP_SELECT)};
    lines[count++] = (struct line){"help:back", parts_string(kit, PACK_STRING_HELP_BACK)};
    lines[count++] = (struct line){"help:help", parts_string(kit, PACK_STRING_HELP_HELP)};
    return count;
}

static struct block_style style_of(const struct kit *kit, int line)
{
    return line == 0 ? parts_style(kit, FONT_MUSEUM_BOLD, TYPE_BODY) : parts_style(kit, FONT_MUSEUM, TYPE_BODY);
}

static int lines_height(struct kit *kit, const struct line *lines, int count, int width)
{
    int height = 0;

    for (int i = 0; i < count; i++)
        height += parts_block(kit, lines[i].words, style_of(kit, i), width)->height_px;
    return height;
}

/* ---- keys ---- */

/* All settings; where there is no room for them, the way to the panel that has them. */
static int list_keys(struct kit *kit, bool has_all, struct key keys[KEYS_MAX])
{
    static const char *const ids[DIALOG_SETTINGS_MAX] = {"help:contrast", "help:motion", "help:reach", "help:textsize"};
    int count = has_all ? dialog_settings(kit, ids, keys) : 0;

    if (!has_all)
        keys[count++] = (struct key){.id = "help:access", .look = KEY_LIGHT, .verb = UI_ACCESS,
                                     .words = parts_string(kit, PACK_STRING_NAV_ACCESS)};
    keys[count++] =
        dialog_switch(kit, "help:slowkeys", PACK_STRING_ACCESS_SLOW_KEYS, UI_SLOW_KEYS, kit->session->slow_keys);
    keys[count++] = dialog_close_key(kit, "help:close", UI_HELP);
    return count;
}

/* In as many columns as the keys leave room for. */
static struct dialog_keys arranged(struct kit *kit, const struct key *list, int count, int width)
{
    struct dialog_keys keys;
    int columns = count < COLUMNS_MAX ? count : COLUMNS_MAX;

    do {
        keys = dialog_keys(kit, list, count, columns, 1 << 20);
    } while (dialog_keys_width(&keys) > width && --columns > 0);
    keys.columns = columns > 0 ? columns : 1;
    keys.width = (width + keys.gap) / keys.columns - keys.gap;
    return keys;
}

/* ---- the whole ---- */

struct sheet {
    struct line lines[LINES_MAX];
    int line_count;
    struct key list[KEYS_MAX];
    struct dialog_keys keys;
    int width, padding, gap, title_h, lines_h; /* gap: below the title and above the keys */
};

static int sheet_height(const struct sheet *sheet)
{
    return 2 * sheet->padding + sheet->title_h + sheet->lines_h + sheet->gap + dialog_keys_height(&sheet->keys);
}

static void measure(struct kit *kit, struct sheet *sheet, bool has_all, bool has_title)
{
    int count = list_keys(kit, has_all, sheet->list);

    sheet->keys = arranged(kit, sheet->list, count, sheet->width);
    sheet->gap = kit->look.form == FORM_SMALL ? sheet->keys.gap : 2 * sheet->keys.gap;
    sheet->title_h = has_title ? parts_style(kit, FONT_DISPLAY, TYPE_SCREEN).line_px + sheet->gap / 2 : 0;
    sheet->lines_h = lines_height(kit, sheet->lines, sheet->line_count, sheet->width);
}

/* What is left out where the panel is too low, in this order: the settings, the title, and the keys that say themselves. */
static void fit(struct kit *kit, struct sheet *sheet)
{
    int most = kit->look.panel.height_px;

    measure(kit, sheet, true, true);
    if (sheet_height(sheet) > most)
        measure(kit, sheet, false, true);
    if (sheet_height(sheet) > most)
        measure(kit, sheet, false, false);
    while (sheet_height(sheet) > most && sheet->line_count > 2) {
        sheet->line_count--;
        measure(kit, sheet, false, false);
    }
}

/* Returns where they end. */
static int draw_lines(struct kit *kit, const struct sheet *sheet, struct rect rect)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);

    for (int i = 0; i < sheet->line_count; i++)
        rect.y += parts_text(kit, sheet->lines[i].id, "text", sheet->lines[i].words, style_of(kit, i), rect, ink, paper);
    return rect.y;
}

void help_draw(struct kit *kit, struct help_place place)
{
    struct text_builder *where = text_builder_create();
    struct sheet sheet = {.padding = dialog_padding(kit)};
    struct rect rect;

    if (!where)
        return;
    add_place(kit, where, place);
    sheet.width = dialog_rect(kit, 0).w - 2 * sheet.padding;
    sheet.line_count = list_lines(kit, text_builder_text(where), sheet.lines);
    fit(kit, &sheet);
    rect = dialog_rect(kit, sheet_height(&sheet));
    dialog_draw(kit, rect);
    rect = rect_inset(rect, sheet.padding, sheet.padding);
    if (sheet.title_h > 0)
        parts_text(kit, "help:title", "heading", parts_string(kit, PACK_STRING_NAV_HELP),
                   parts_style(kit, FONT_DISPLAY, TYPE_SCREEN), rect, look_tone(&kit->look, TONE_INK),
                   look_tone(&kit->look, TONE_PAPER));
    rect.y += sheet.title_h;
    rect.y = draw_lines(kit, &sheet, rect);
    dialog_keys_draw(kit, &sheet.keys, rect.x, rect.y + sheet.gap);
    text_builder_destroy(where);
}
