/* The hook: what the documents disagree on, in numbers that every language reads, else as a question; or an entry's title. */
#include "screen/attract/attract.h"

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

/* No type is smaller than the smallest (D4). */
static int least_size(const struct kit *kit)
{
    return kit->look.type[TYPE_SMALL].size_px;
}

static int rest_size(const struct kit *kit, int size)
{
    return size / 2 > least_size(kit) ? size / 2 : least_size(kit);
}

static struct parts parts_at(struct kit *kit, const struct attract_dates *dates, int size)
{
    struct parts parts = {
        line(kit, dates->first, size), line(kit, dates->second, size), NULL, size * 70 / 100, size * 30 / 100, 0};

    parts.width = parts.first->widest_px + parts.second->widest_px + parts.sign + 2 * parts.gap;
    if (dates->rest[0]) {
        parts.rest = line(kit, dates->rest, rest_size(kit, size));
        parts.width += parts.rest->widest_px + 2 * parts.gap;
    }
    return parts;
}

/* What was drawn: its place, and the smallest size of type in it. */
struct drawn {
    struct rect rect;
    int size_px;
};

static void put(struct kit *kit, const struct block *block, int x, int baseline, uint32_t ink)
{
    draw_block(kit->draw, block, x, baseline - attract_baseline(kit, block->style),
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
}

static struct pack_text words_of(struct kit *kit, const struct attract_slide *slide)
{
    if (slide->disagreement >= 0)
        return pack_text(kit->pack, kit->session->language, PACK_QUESTION, slide->disagreement);
    return pack_text(kit->pack, kit->session->language, PACK_ENTRY_TITLE, slide->entry);
}

static struct pack_text short_of(struct kit *kit, const struct attract_slide *slide)
{
    return pack_text(kit->pack, kit->session->language, PACK_ENTRY_SHORT, slide->entry);
}

static bool fits(const struct block *block, struct rect box)
{
    return block->height_px <= box.h && block->widest_px <= box.w;
}

/* A text in as many lines as it needs, as large as there is room, but never too small to read. */
static const struct block *fitted(struct kit *kit, struct pack_text words, int size, struct rect box)
{
    struct block_style style = attract_line(FONT_DISPLAY, size);
    const struct block *block;

    style.is_single = false;
    for (;;) {
        if (style.size_px < least_size(kit))
            style.size_px = least_size(kit);
        style.line_px = style.size_px * 11 / 10;
        block = parts_block(kit, words, style, box.w);
        if (fits(block, box) || style.size_px == least_size(kit))
            return block;
        style.size_px = style.size_px * 92 / 100;
    }
}

/* In a row, the figures about a middle line. */
static void put_dates(struct kit *kit, const struct parts *parts, int size, int x, int middle,
                      const struct attract_colours *colours)
{
    int cap = (int)font_metrics(kit->fonts, FONT_DISPLAY, size).cap_px, baseline = middle + cap / 2;

    put(kit, parts->first, x, baseline, colours->lower_figure);
    x += parts->first->widest_px + parts->gap;
    draw_icon(kit->draw, ICON_DIFFERS, (struct rect){x, baseline - cap / 2 - parts->sign / 2, parts->sign, parts->sign},
              colours->differs);
    x += parts->sign + parts->gap;
    put(kit, parts->second, x, baseline, colours->lower_figure);
    x += parts->second->widest_px + 2 * parts->gap;
    if (parts->rest)
        put(kit, parts->rest, x, baseline, colours->lower_figure);
}

/* Months and years say little by themselves: the name of the entry stands below them. */
static struct drawn draw_dates(struct kit *kit, const struct attract_slide *slide, struct rect box,
                               const struct attract_colours *colours)
{
    struct attract_dates dates = attract_dates(slide);
    const struct block *name = fitted(kit, short_of(kit, slide), box.h * 30 / 100, box);
    const struct block *below = slide->unit == ATTRACT_DAY || !fits(name, box) ? NULL : name;
    int size = (box.h - (below ? below->height_px : 0)) * 85 / 100, middle = box.y + box.h / 2;
    struct parts parts = parts_at(kit, &dates, size);
    struct drawn drawn;

    while (parts.width > box.w && size > least_size(kit)) {
        size = size * 92 / 100;
        parts = parts_at(kit, &dates, size);
    }
    if (below)
        middle -= below->height_px / 2;
    put_dates(kit, &parts, size, box.x, middle, colours);
    drawn = (struct drawn){{box.x, middle - size / 2, parts.width, size}, parts.rest ? rest_size(kit, size) : size};
    if (!below)
        return drawn;
    draw_block(kit->draw, below, box.x, middle + size / 2,
               (struct draw_ink){.colour = colours->lower_figure, .mark_ground = DRAW_NO_GROUND});
    drawn.rect.h += below->height_px;
    drawn.rect.w = larger(drawn.rect.w, below->widest_px);
    drawn.size_px = below->style.size_px < drawn.size_px ? below->style.size_px : drawn.size_px;
    return drawn;
}

/* In the middle of its room; not at all where there is too little of it. */
static struct drawn draw_alone(struct kit *kit, struct pack_text words, struct rect room, struct draw_ink ink)
{
    const struct block *block = fitted(kit, words, room.h * 52 / 100, room);
    int top = room.y + (room.h - block->height_px) / 2;

    if (!fits(block, room))
        return (struct drawn){{room.x, room.y, 0, 0}, block->style.size_px};
    draw_block(kit->draw, block, room.x, top, ink);
    return (struct drawn){{room.x, top, block->widest_px, block->height_px}, block->style.size_px};
}

/* The question, with the entry's name above it where there is room for both, else the name alone. */
static struct drawn draw_question(struct kit *kit, const struct attract_slide *slide, struct rect room, struct draw_ink ink)
{
    struct pack_text name = short_of(kit, slide);
    const struct block *above = fitted(kit, name, room.h * 30 / 100, room);
    struct rect rest = {room.x, room.y, room.w, room.h - above->height_px};
    const struct block *words = fitted(kit, words_of(kit, slide), room.h * 52 / 100, rest);
    int height = above->height_px + words->height_px, top = room.y + (room.h - height) / 2;

    if (!fits(words, rest))
        return draw_alone(kit, name, room, ink);
    draw_block(kit->draw, above, room.x, top, ink);
    draw_block(kit->draw, words, room.x, top + above->height_px, ink);
    return (struct drawn){{room.x, top, words->widest_px > above->widest_px ? words->widest_px : above->widest_px, height},
                          above->style.size_px < words->style.size_px ? above->style.size_px : words->style.size_px};
}

/* The title of an entry; or the sign, and on what its documents differ. */
static struct drawn draw_words(struct kit *kit, const struct attract_slide *slide, struct rect box,
                               const struct attract_colours *colours)
{
    struct draw_ink ink = {.colour = colours->lower_figure, .mark_ground = DRAW_NO_GROUND};
    int sign = box.h * 70 / 100, indent = sign + box.h / 4;
    struct drawn drawn;

    if (slide->disagreement < 0) {
        drawn = draw_alone(kit, words_of(kit, slide), box, ink);
        return drawn.rect.w > 0 ? drawn : draw_alone(kit, short_of(kit, slide), box, ink);
    }
    drawn = draw_question(kit, slide, (struct rect){box.x + indent, box.y, box.w - indent, box.h}, ink);
    if (drawn.rect.w == 0)
        return drawn;
    draw_icon(kit->draw, ICON_DIFFERS, (struct rect){box.x, box.y + (box.h - sign) / 2, sign, sign}, colours->differs);
    drawn.rect.x -= indent;
    drawn.rect.w += indent;
    return drawn;
}

static void list_hook(struct kit *kit, const struct attract_slide *slide, struct rect rect, struct drawn drawn,
                      const struct attract_colours *colours)
{
    struct ui_element element = parts_element(kit, "attract:slide", "entry", drawn.rect);
    int least_w = look_target_w(&kit->look), least_h = look_target_h(&kit->look);

    element.hit = rect;
    element.hit.w = rect.w > least_w ? rect.w : least_w;
    element.hit.h = rect.h > least_h ? rect.h : least_h;
    element.verb = UI_ENTRY;
    element.value = slide->entry;
    element.is_focusable = true;
    element.label = words_of(kit, slide).bytes;
    element.font_px = drawn.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, drawn.size_px).cap_px;
    element.ink = colours->lower_figure;
    element.ground = colours->lower;
    parts_press_edge(kit, element.id, drawn.rect, colours->lower);
    ui_add(kit->ui, element);
}

void attract_hook_draw(const struct attract *attract, struct kit *kit, const struct attract_moment *moment,
                       const struct attract_colours *colours)
{
    struct rect box = attract->hook;
    const struct attract_slide *slide = &attract->slides[moment->slide];
    struct drawn drawn;

    if (attract->slide_count == 0 || box.w < 8 * kit->look.type[TYPE_SMALL].size_px / 2)
        return;
    drawn = slide->has_dates ? draw_dates(kit, slide, box, colours) : draw_words(kit, slide, box, colours);
    box.w = drawn.rect.w;
    if (box.w == 0)
        return;
    if (moment->is_fading)
        draw_tint(kit->draw, rect_inset(box, -4, -4), colours->lower, (int)(moment->veil * 255));
    list_hook(kit, slide, box, drawn, colours);
}
