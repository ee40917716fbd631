#include "screen/browse/browse.h"

#include <stdio.h>

#include "text/utf8.h"

struct block_style words_line(const struct kit *kit, enum font_role role, enum type type)
{
    struct block_style style = parts_style(kit, role, type);

    style.is_single = true;
    return style;
}

void words_draw(struct kit *kit, const struct block *block, int x, int y, uint32_t ink)
{
    draw_block(kit->draw, block, x, y, (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
}

struct pack_text words_plain(struct browse *browse, const char *utf8)
{
    if (utf8 != browse->number)
        snprintf(browse->number, sizeof browse->number, "%s", utf8);
    return text_plain(browse->number, &browse->number_span);
}

const struct block *words_number(struct browse *browse, struct kit *kit, enum font_role role, enum type type,
                                 const char *format, int number)
{
    snprintf(browse->number, sizeof browse->number, format, number);
    return parts_block(kit, text_plain(browse->number, &browse->number_span), words_line(kit, role, type), 0);
}

struct pack_text words_cut(struct browse *browse, struct kit *kit, struct pack_text text, struct block_style style,
                           int width_px)
{
    int whole = block_line_width(kit->fonts, text, style);

    if (whole <= width_px)
        return text;
    uint32_t end = (uint32_t)((uint64_t)text.length * (unsigned)(width_px > 0 ? width_px : 0) / (unsigned)whole);
    do {
        end = (uint32_t)utf8_previous(text.bytes, end);
        text_builder_clear(browse->words);
        text_builder_add(browse->words, text, 0, end);
        text_builder_add_plain(browse->words, "\u2026");
    } while (end > 0 && block_line_width(kit->fonts, text_builder_text(browse->words), style) > width_px);
    return text_builder_text(browse->words);
}

struct pack_text words_filled(struct browse *browse, struct pack_text pattern, const char *name, int number)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%d", number);
    text_builder_clear(browse->words);
    text_builder_add_template(browse->words, pattern, name, words_plain(browse, digits));
    return text_builder_text(browse->words);
}

struct pack_text words_placed(struct browse *browse, struct pack_text pattern, const char *place, int number)
{
    struct text_builder *with_place = text_builder_create();
    struct pack_text words = pattern;

    if (with_place) {
        text_builder_add_template(with_place, pattern, "place", words_plain(browse, place));
        words = words_filled(browse, text_builder_text(with_place), "n", number);
    }
    text_builder_destroy(with_place);
    return words;
}

const struct block *words_short(struct browse *browse, struct kit *kit, int entry)
{
    (void)browse;
    return parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, entry),
                       words_line(kit, FONT_DISPLAY, TYPE_LABEL), 0);
}

static int title_width(struct browse *browse, struct kit *kit, int entry, const struct pack_entry *what, bool as_bar)
{
    const struct plan *plan = &browse->plan;
    int width = words_short(browse, kit, entry)->widest_px;

    bool in_voice_rows = voices_are_shown(browse) && what->lane == browse->open_lane;

    if (plan->voice > 0 && what->importance == 1 && !in_voice_rows)
        width += plan->part_gap + parts_voice_bar_width(kit, plan->voice);
    if (as_bar && what->differs)
        width += plan->part_gap + plan->sign;
    return width;
}

int words_bar_width(struct browse *browse, struct kit *kit, int entry, const struct pack_entry *what, int document,
                    double room, bool *has_date)
{
    int title = title_width(browse, kit, entry, what, true), gap = browse->plan.label_gap;

    *has_date = false;
    if (browse->plan.has_dates && words_voice_tells_date(kit, entry, document)) {
        int with_date = title + browse->plan.part_gap + words_date(browse, kit, entry)->widest_px;
        /* a bar too short for both keeps its title inside; one too short for the title says all of it outside */
        *has_date = with_date + 2 * gap <= room || title + 2 * gap > room;
        title = *has_date ? with_date : title;
    }
    return title;
}

int words_drop_date(struct browse *browse, struct kit *kit, int entry, int width_px, bool *has_date)
{
    int date = *has_date ? browse->plan.part_gap + words_date(browse, kit, entry)->widest_px : 0;

    *has_date = false;
    return width_px - date;
}

const struct block *words_moment_date(struct browse *browse, struct kit *kit, int entry, int document)
{
    if (document >= 0)
        return voice_rows_have_dates(browse, kit) && words_voice_tells_date(kit, entry, document)
            ? words_voice_date(browse, kit, entry, document)
            : NULL;
    bool is_folded = browse->places[pack_entry(kit->pack, entry).lane].is_folded;
    return browse->plan.has_dates && !is_folded ? words_date(browse, kit, entry) : NULL;
}

int words_moment_width(struct browse *browse, struct kit *kit, int entry, const struct pack_entry *what, int document)
{
    int title = title_width(browse, kit, entry, what, false);
    const struct block *date = words_moment_date(browse, kit, entry, document);

    return date && date->widest_px > title ? date->widest_px : title;
}
