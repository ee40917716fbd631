/* The head of the timeline: title, hint, the key of the voice bar; and where its keys go. */
#include "screen/browse/browse.h"

#include <math.h>

#include "timeline/calendar.h"

static bool is_small(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
}

struct rect heading_mirrored(const struct kit *kit, struct rect rect)
{
    if (parts_is_mirrored(kit))
        rect.x = 2 * kit->area.x + kit->area.w - rect.x - rect.w;
    return rect;
}

/* ---- title ---- */

/* The years in view; closer by, their months. A day or two of one more month at an edge do not count. */
static struct pack_text period(struct browse *browse, struct kit *kit, enum months months)
{
    double edge = months == MONTHS_NONE ? 0.5 : 2;
    struct calendar_date first = calendar_date((int32_t)floor(browse->camera.first_day + edge));
    struct calendar_date last = calendar_date((int32_t)ceil(browse->camera.first_day + browse->camera.days - edge) - 1);

    text_builder_clear(browse->words);
    if (months == MONTHS_NONE) {
        words_add_year(browse, kit, first.year);
        if (first.year != last.year) {
            text_builder_add_plain(browse->words, first.year < 1 ? "\u00a0\u2013 " : "\u2013");
            words_add_year(browse, kit, last.year);
        }
    } else if (first.year == last.year) {
        words_add_months(browse, kit, first, last.month, months);
    } else {
        words_add_months(browse, kit, first, first.month, months);
        text_builder_add_plain(browse->words, "\u00a0\u2013 ");
        words_add_months(browse, kit, last, last.month, months);
    }
    return text_builder_text(browse->words);
}

static bool is_title_a_period(const struct browse *browse, const struct kit *kit)
{
    return browse->plan.shape != SHAPE_LIST && (is_small(kit) || browse->level >= LEVEL_WEEKS);
}

static struct pack_text title(struct browse *browse, struct kit *kit, int room_px)
{
    if (is_title_a_period(browse, kit)) {
        struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_SCREEN);
        enum months months = browse->level >= LEVEL_WEEKS ? MONTHS_WHOLE : MONTHS_NONE;
        while (months < MONTHS_NONE && parts_block(kit, period(browse, kit, months), style, 0)->widest_px > room_px)
            months++;
        return period(browse, kit, months);
    }
    return parts_string(kit, PACK_STRING_EXHIBIT_TITLE);
}

/* ---- arrangement ---- */

int heading_key_size(const struct kit *kit)
{
    bool is_smallest = kit->look.form == FORM_SMALL;
    int least = is_smallest ? look_target_h(&kit->look) : look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12);
    int px = look_px(&kit->look, is_small(kit) ? 56 : 64), words = kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 16);

    px = px > least ? px : least;
    return px > words ? px : words;
}

static int title_top(const struct kit *kit)
{
    return look_px(&kit->look, is_small(kit) ? 5 : kit->look.form == FORM_PORTRAIT ? 28 : 20);
}

static bool keys_are_below(const struct browse *browse)
{
    return browse->plan.shape != SHAPE_LANES;
}

static int room_for_title(struct browse *browse, struct kit *kit)
{
    int room = kit->area.w - 2 * kit->look.margin;

    return keys_are_below(browse) ? room : room - timeline_keys_width(browse, kit, 0) - look_px(&kit->look, 24);
}

/* On one line beside the keys if they leave it that much room, else wrapped; a period shortens its months rather than wrap. */
static const struct block *title_block(struct browse *browse, struct kit *kit)
{
    int room = room_for_title(browse, kit);
    struct block_style style = words_line(kit, FONT_DISPLAY, TYPE_SCREEN);
    const struct block *line = parts_block(kit, title(browse, kit, room), style, 0);

    style.is_single = line->widest_px <= room || is_title_a_period(browse, kit);
    return parts_block(kit, title(browse, kit, room), style, room);
}

static int title_width(struct browse *browse, struct kit *kit)
{
    return title_block(browse, kit)->widest_px;
}

static int room_for_keys(struct browse *browse, struct kit *kit)
{
    return kit->area.w - 2 * kit->look.margin - title_width(browse, kit) - look_px(&kit->look, 24);
}

static int first_row_height(struct browse *browse, struct kit *kit)
{
    int keys = keys_are_below(browse) ? 0 : heading_key_size(kit), title = title_block(browse, kit)->height_px;

    return title > keys ? title : keys;
}

int heading_height(struct browse *browse, struct kit *kit)
{
    int pad = look_px(&kit->look, kit->look.form == FORM_SMALL ? 2 : 10); /* the smallest panel has none to give */

    return title_top(kit) + first_row_height(browse, kit) + legend_draw(browse, kit, 0, false) + pad;
}

/* Beside the title, where the level is new to the visitor. */
static void draw_hint(struct browse *browse, struct kit *kit, struct rect row)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    int keys = timeline_keys_width(browse, kit, room_for_keys(browse, kit));
    int title = title_width(browse, kit) + look_px(&kit->look, 36);
    struct rect box = {row.x + title, row.y, row.w - title - keys - look_px(&kit->look, 36), 0};

    if (!voices_are_shown(browse) || keys_are_below(browse) || box.w < look_px(&kit->look, 180))
        return;
    box.w = box.w > look_px(&kit->look, 320) ? look_px(&kit->look, 320) : box.w;
    const struct block *block = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_OPENS), style, box.w);
    if (block->height_px > row.h)
        return;
    box.y += (row.h - block->height_px) / 2;
    parts_text(kit, "hint", "text", parts_string(kit, PACK_STRING_TIMELINE_OPENS), style, heading_mirrored(kit, box),
               look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
}

void heading_draw(struct browse *browse, struct kit *kit)
{
    int top = kit->area.y + title_top(kit), row = first_row_height(browse, kit), margin = kit->look.margin;
    const struct block *block = title_block(browse, kit);
    int width = block->style.is_single ? kit->area.w - 2 * margin : block->width_px;
    struct rect box = {kit->area.x + margin, top + (row - block->height_px) / 2, width, block->height_px};

    parts_text(kit, "title", "heading", title(browse, kit, room_for_title(browse, kit)), block->style,
               heading_mirrored(kit, box), look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    draw_hint(browse, kit, (struct rect){kit->area.x + margin, top, kit->area.w - 2 * margin, row});
    legend_draw(browse, kit, top + row, true);
}

void heading_draw_keys(struct browse *browse, struct kit *kit)
{
    struct rect row = {kit->area.x + kit->look.margin, kit->area.y + title_top(kit), kit->area.w - 2 * kit->look.margin,
                       heading_key_size(kit)};

    if (keys_are_below(browse)) {
        row = browse->plan.keys;
        row.y += (row.h - heading_key_size(kit)) / 2;
        row.h = heading_key_size(kit);
        timeline_keys_draw(browse, kit, row, row.w, true);
    } else {
        row.y += (first_row_height(browse, kit) - row.h) / 2;
        timeline_keys_draw(browse, kit, row, room_for_keys(browse, kit), false);
    }
}
