/* The hook: what the documents disagree on, in numbers that every language reads, else as a question; or an entry's title. */
#include "screen/attract.h"

/* The three parts of "14 ≠ 16  IV · 1922" at one size of the numerals. */
struct parts {
    const struct block *first, *second, *rest;
    int sign, gap, width;
};

static const struct block *line(struct kit *kit, const char *words, int size)
{
    struct pack_span span;

    return parts_block(kit, text_plain(words, &span), attract_line(FONT_DISPLAY, size), 0);
}

static struct parts parts_at(struct kit *kit, const struct attract_dates *dates, int size)
{
    struct parts parts = {
        line(kit, dates->first, size), line(kit, dates->second, size), NULL, size * 70 / 100, size * 30 / 100, 0};

    parts.width = parts.first->widest_px + parts.second->widest_px + parts.sign + 2 * parts.gap;
    if (dates->rest[0]) {
        parts.rest = line(kit, dates->rest, size / 2);
        parts.width += parts.rest->widest_px + 2 * parts.gap;
    }
    return parts;
}

static void put(struct kit *kit, const struct block *block, int x, int baseline, uint32_t ink)
{
    draw_block(kit->draw, block, x, baseline - attract_baseline(kit, block->style),
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
}

static int draw_dates(struct kit *kit, const struct attract_slide *slide, struct rect box,
                      const struct attract_colours *colours)
{
    struct attract_dates dates = attract_dates(slide);
    int size = box.h * 85 / 100, x = box.x, baseline;
    struct parts parts = parts_at(kit, &dates, size);

    while (parts.width > box.w && size > 16) {
        size = size * 92 / 100;
        parts = parts_at(kit, &dates, size);
    }
    baseline = box.y + box.h / 2 + (int)font_metrics(kit->fonts, FONT_DISPLAY, size).cap_px / 2;
    put(kit, parts.first, x, baseline, colours->lower_figure);
    x += parts.first->widest_px + parts.gap;
    draw_icon(kit->draw, ICON_DIFFERS,
              (struct rect){x, baseline - (int)font_metrics(kit->fonts, FONT_DISPLAY, size).cap_px / 2 - parts.sign / 2,
                            parts.sign, parts.sign},
              colours->differs);
    x += parts.sign + parts.gap;
    put(kit, parts.second, x, baseline, colours->lower_figure);
    x += parts.second->widest_px + 2 * parts.gap;
    if (parts.rest)
        put(kit, parts.rest, x, baseline, colours->lower_figure);
    return parts.width;
}

static struct pack_text words_of(struct kit *kit, const struct attract_slide *slide)
{
    if (slide->disagreement >= 0)
        return pack_text(kit->pack, kit->session->language, PACK_QUESTION, slide->disagreement);
    return pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, slide->entry);
}

/* A text in as many lines as it needs, as large as there is room; it is never cut. */
static const struct block *fitted(struct kit *kit, struct pack_text words, int size, struct rect box)
{
    struct block_style style = attract_line(FONT_DISPLAY, size);
    const struct block *block;

    style.is_single = false;
    for (;;) {
        style.line_px = style.size_px * 11 / 10;
        block = parts_block(kit, words, style, box.w);
        if ((block->height_px <= box.h && block->widest_px <= box.w) || style.size_px <= 12)
            return block;
        style.size_px = style.size_px * 92 / 100;
    }
}

/* The title of an entry; or the sign, the entry's name, and the question on which its documents differ. */
static int draw_words(struct kit *kit, const struct attract_slide *slide, struct rect box,
                      const struct attract_colours *colours)
{
    bool is_question = slide->disagreement >= 0;
    int sign = is_question ? box.h * 70 / 100 : 0, indent = sign ? sign + box.h / 4 : 0, width, height;
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, slide->entry);
    struct draw_ink ink = {.colour = colours->lower_figure, .mark_ground = DRAW_NO_GROUND};
    struct rect room = {box.x + indent, box.y, box.w - indent, is_question ? box.h * 64 / 100 : box.h};
    const struct block *words = fitted(kit, words_of(kit, slide), box.h * 52 / 100, room), *above = NULL;

    height = words->height_px;
    width = words->widest_px;
    if (is_question) {
        above = fitted(kit, name, box.h * 30 / 100, (struct rect){room.x, room.y, room.w, box.h - room.h});
        height += above->height_px;
        width = above->widest_px > width ? above->widest_px : width;
        draw_icon(kit->draw, ICON_DIFFERS, (struct rect){box.x, box.y + (box.h - sign) / 2, sign, sign}, colours->differs);
        draw_block(kit->draw, above, room.x, box.y + (box.h - height) / 2, ink);
    }
    draw_block(kit->draw, words, room.x, box.y + (box.h + height) / 2 - words->height_px, ink);
    return indent + width;
}

static void list_hook(struct kit *kit, const struct attract_slide *slide, struct rect rect,
                      const struct attract_colours *colours)
{
    struct ui_element element = parts_element(kit, "attract:slide", "entry", rect);
    int least_w = look_target_w(&kit->look), least_h = look_target_h(&kit->look);

    element.hit = rect;
    element.hit.w = rect.w > least_w ? rect.w : least_w;
    element.hit.h = rect.h > least_h ? rect.h : least_h;
    element.verb = UI_ENTRY;
    element.value = slide->entry;
    element.is_focusable = true;
    element.label = words_of(kit, slide).bytes;
    element.font_px = rect.h / 2;
    element.ink = colours->lower_figure;
    element.ground = colours->lower;
    ui_add(kit->ui, element);
}

void attract_hook_draw(const struct attract *attract, struct kit *kit, const struct attract_moment *moment,
                       const struct attract_colours *colours)
{
    struct rect box = attract->hook;
    const struct attract_slide *slide = &attract->slides[moment->slide];

    if (attract->slide_count == 0 || box.w < 8 * kit->look.type[TYPE_SMALL].size_px / 2)
        return;
    box.w = slide->has_dates ? draw_dates(kit, slide, box, colours) : draw_words(kit, slide, box, colours);
    if (moment->is_fading && !moment->swaps)
        draw_tint(kit->draw, rect_inset(box, -4, -4), colours->lower, (int)(moment->veil * 255));
    list_hook(kit, slide, box, colours);
}
