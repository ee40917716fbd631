/* Related events: chips in the strip, as many as fit, set in two lines if need be; the rest in rows under a heading. */
#include "screen/event/event_page.h"

#include <stdio.h>

#include "screen/fit.h"
#include "screen/flow.h"

enum { RELATED_MAX = 16 };

struct chip {
    char id[72];
    int entry, w, h;
    const struct block *words;
};

struct chip_shape {
    int lines, most_px;
};

/* ---- one chip ---- */

static int shape_side(const struct kit *kit)
{
    return kit->look.type[TYPE_KEY].size_px;
}

static int chip_pad(const struct kit *kit)
{
    return look_px(&kit->look, 12);
}

static int chip_frame(const struct kit *kit)
{
    return larger(look_px(&kit->look, 2.5f), 2);
}

static int chip_gap(const struct kit *kit)
{
    return larger(look_px(&kit->look, 12), event_gap(kit));
}

/* What a chip has beside its words. */
static int chip_rest(const struct kit *kit)
{
    return 2 * chip_pad(kit) + shape_side(kit) + look_px(&kit->look, 12);
}

static struct block_style chip_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);

    style.line_px = style.size_px * 112 / 100;
    return style;
}

int event_chip_height(const struct kit *kit, int lines)
{
    int words = lines * chip_style(kit).line_px, least = larger(look_target_h(&kit->look), look_px(&kit->look, 60));

    return larger(least, words + 2 * (chip_frame(kit) + look_px(&kit->look, 6)));
}

/* In as little width as `lines` lines need, at most most_px for the whole chip. */
static void set_chip(struct kit *kit, struct chip *chip, int lines, int most_px)
{
    struct block_style style = chip_style(kit);
    struct pack_text name = event_words(kit, PACK_ENTRY_SHORT, chip->entry);
    int line = block_line_width(kit->fonts, name, style) + 1, most = most_px - chip_rest(kit), width = line;

    if (lines > 1) {
        for (width = line / 2; width < line; width += shape_side(kit) / 3 + 1) {
            const struct block *block = parts_block(kit, name, style, width);

            if (block->line_count <= lines && fit_keeps_words(block))
                break;
        }
    }
    if (width > line)
        width = line;
    if (width > most)
        width = most;
    chip->words = parts_block(kit, name, style, width);
    chip->w = larger(chip->words->widest_px + chip_rest(kit), look_target_w(&kit->look));
    chip->h = event_chip_height(kit, chip->words->line_count);
}

/* The most important first; among equals the order of the editors stays. What stands under before and after is left out. */
static int list_related(const struct event_page *page, const struct kit *kit, int entries[RELATED_MAX])
{
    int before = timeline_before(kit->timeline, page->entry), after = timeline_after(kit->timeline, page->entry), count = 0;

    for (int i = 0; i < page->facts.related_count && count < RELATED_MAX; i++) {
        int entry = pack_entry_related(kit->pack, page->facts.first_related + i), at = count;

        if (entry == before || entry == after)
            continue;
        count++;
        for (; at > 0 && pack_entry(kit->pack, entries[at - 1]).importance > pack_entry(kit->pack, entry).importance; at--)
            entries[at] = entries[at - 1];
        entries[at] = entry;
    }
    return count;
}

int event_related_count(const struct event_page *page, const struct kit *kit)
{
    int entries[RELATED_MAX];

    return list_related(page, kit, entries);
}

/* The chips from that one on, at most so many. */
static int make_chips(const struct event_page *page, struct kit *kit, struct chip chips[RELATED_MAX], int first, int most,
                      struct chip_shape shape)
{
    int entries[RELATED_MAX], count = list_related(page, kit, entries) - first;

    if (count > most)
        count = most;
    for (int i = 0; i < count; i++) {
        struct chip *chip = &chips[i];

        chip->entry = entries[first + i];
        snprintf(chip->id, sizeof(chip->id), "related:%.60s", pack_entry(kit->pack, chip->entry).id);
        set_chip(kit, chip, shape.lines, shape.most_px);
    }
    return count > 0 ? count : 0;
}

static void list_chip(struct kit *kit, const struct chip *chip, struct rect rect, uint32_t ink, uint32_t fill)
{
    struct ui_element element = parts_element(kit, chip->id, "entry", rect);
    struct block_style style = chip_style(kit);

    element.hit = rect;
    element.verb = UI_ENTRY;
    element.value = chip->entry;
    element.is_focusable = true;
    element.label = event_words(kit, PACK_ENTRY_TITLE, chip->entry).bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

static void draw_chip(struct kit *kit, const struct chip *chip, struct rect rect)
{
    struct rect drawn = parts_pressed(kit, chip->id, rect);
    struct pack_lane lane = pack_lane(kit->pack, pack_entry(kit->pack, chip->entry).lane);
    uint32_t fill = look_tone(&kit->look, ui_is_pressed(kit->ui, chip->id) ? TONE_INK : TONE_CARD);
    uint32_t ink = look_on(&kit->look, fill);
    int side = shape_side(kit), pad = chip_pad(kit), text = chip_rest(kit) - pad;
    bool is_mirrored = parts_is_mirrored(kit);

    draw_fill(kit->draw, drawn, fill);
    draw_frame(kit->draw, drawn, chip_frame(kit), look_tone(&kit->look, TONE_INK));
    draw_shape(
        kit->draw, (enum draw_shape)lane.shape,
        (struct rect){is_mirrored ? drawn.x + drawn.w - pad - side : drawn.x + pad, drawn.y + (drawn.h - side) / 2, side, side},
        look_lane(&kit->look, lane.colour), look_px(&kit->look, 2), ink);
    draw_block(kit->draw, chip->words, is_mirrored ? drawn.x + drawn.w - text - chip->words->width_px : drawn.x + text,
               drawn.y + (drawn.h - chip->words->height_px) / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    parts_focus(kit, chip->id, rect, false);
    list_chip(kit, chip, rect, ink, fill);
}

/* ---- in the column ---- */

/* Chips in rows of the rectangle's width; returns their height, and draws them if asked to. */
static int flow_chips(const struct event_page *page, struct kit *kit, struct rect rect, bool is_drawn)
{
    struct chip chips[RELATED_MAX];
    int count = make_chips(page, kit, chips, page->related_in_strip, RELATED_MAX, (struct chip_shape){1, rect.w});
    struct flow flow = {.rect = rect, .gap_px = chip_gap(kit), .is_mirrored = parts_is_mirrored(kit)};

    for (int i = 0; i < count; i++) {
        struct rect place = flow_next(&flow, chips[i].w, chips[i].h);

        if (is_drawn)
            draw_chip(kit, &chips[i], place);
    }
    return flow_height(&flow);
}

static int heading_height(const struct kit *kit)
{
    return kit->look.type[TYPE_LABEL].line_px + look_px(&kit->look, 8);
}

int event_related_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    (void)index;
    return heading_height(kit) + flow_chips(page, kit, (struct rect){0, 0, width_px, 0}, false) + look_px(&kit->look, 6);
}

void event_related_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    (void)index;
    parts_text(kit, "event:related:rest", "heading", parts_string(kit, PACK_STRING_EVENT_RELATED),
               parts_style(kit, FONT_DISPLAY, TYPE_LABEL), rect, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
    rect.y += heading_height(kit);
    flow_chips(page, kit, rect, true);
}

/* ---- in the strip ---- */

static int caption_width(struct kit *kit)
{
    return block_line_width(kit->fonts, parts_string(kit, PACK_STRING_EVENT_RELATED),
                            event_single(kit, FONT_MUSEUM, TYPE_SMALL));
}

static int row_width(struct kit *kit, const struct chip chips[], int count)
{
    int width = caption_width(kit) + look_px(&kit->look, 14);

    for (int i = 0; i < count; i++)
        width += chips[i].w + (i > 0 ? chip_gap(kit) : 0);
    return width + 2 * look_px(&kit->look, 16);
}

int event_related_fitting(struct event_page *page, struct kit *kit, int width_px)
{
    struct chip chips[RELATED_MAX];
    int count = make_chips(page, kit, chips, 0, RELATED_MAX, (struct chip_shape){2, kit->area.w});

    while (count > 0 && row_width(kit, chips, count) > width_px)
        count--;
    return count;
}

void event_related_draw_row(struct event_page *page, struct kit *kit, struct rect rect)
{
    struct block_style style = event_single(kit, FONT_MUSEUM, TYPE_SMALL);
    struct chip chips[RELATED_MAX];
    int count = make_chips(page, kit, chips, 0, page->related_in_strip, (struct chip_shape){1, kit->area.w});
    int used = look_px(&kit->look, 16), caption = caption_width(kit), height = 0;
    bool is_mirrored = parts_is_mirrored(kit);

    if (row_width(kit, chips, count) > rect.w)
        count = make_chips(page, kit, chips, 0, page->related_in_strip, (struct chip_shape){2, kit->area.w});
    style.is_right_to_left = false;
    parts_text(kit, "event:related", "heading", parts_string(kit, PACK_STRING_EVENT_RELATED), style,
               (struct rect){is_mirrored ? rect.x + rect.w - used - caption : rect.x + used,
                             rect.y + (rect.h - style.line_px) / 2, caption, 0},
               look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
    used += caption + look_px(&kit->look, 14);
    for (int i = 0; i < count; i++)
        height = larger(height, chips[i].h);
    for (int i = 0; i < count; i++) {
        draw_chip(kit, &chips[i],
                  (struct rect){is_mirrored ? rect.x + rect.w - used - chips[i].w : rect.x + used,
                                rect.y + (rect.h - height) / 2, chips[i].w, height});
        used += chips[i].w + chip_gap(kit);
    }
}
