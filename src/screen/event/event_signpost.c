/*
 * The signpost: while place and people lie below what is seen of the page, one key at the foot of the column names them and
 * leads there. It stands where their headings come up, and goes when they do.
 */
#include "screen/event/event_page.h"

#include <stdio.h>

/* ---- what is written on it ---- */

enum { PEOPLE_MOST = 5 };

struct sign {
    const struct block *places, *people[PEOPLE_MOST], *more; /* NULL = none; more: "+2", people there is no room for */
    int place_count, named, shown;                           /* places by name; people by name, and with or without it */
    bool has_names;                                          /* else it says "Where" and "Who" */
    int icon, monogram, pad, gap;
};

static struct block_style name_style(const struct kit *kit)
{
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_KEY);

    style.is_right_to_left = false;
    return style;
}

static void add_more(struct text_builder *builder, const char *before, int count)
{
    char number[16];

    snprintf(number, sizeof(number), "%s+%d", before, count);
    text_builder_add_plain(builder, count > 0 ? number : "");
}

static const struct block *places_block(struct event_page *page, struct kit *kit, int count)
{
    text_builder_clear(page->builder);
    for (int i = 0; i < count; i++) {
        int place = pack_entry_place(kit->pack, page->facts.first_place + i);
        struct pack_text name = event_words(kit, PACK_PLACE_NAME, place);

        text_builder_add_plain(page->builder, i > 0 ? ", " : "");
        text_builder_add(page->builder, name, 0, name.length);
    }
    add_more(page->builder, "\xC2\xA0", page->facts.place_count - count);
    return parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
}

static const struct block *more_people(struct event_page *page, struct kit *kit, int shown)
{
    if (shown == page->facts.person_count)
        return NULL;
    text_builder_clear(page->builder);
    add_more(page->builder, "", page->facts.person_count - shown);
    return parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
}

static const struct block *person_block(struct event_page *page, struct kit *kit, int person)
{
    struct pack_text name = event_words(kit, PACK_PERSON_NAME, person);

    text_builder_clear(page->builder);
    text_builder_add(page->builder, name, 0, event_name_length(name));
    return parts_block(kit, text_builder_text(page->builder), name_style(kit), 0);
}

static void name(struct event_page *page, struct kit *kit, struct sign *sign)
{
    sign->places = sign->place_count > 0 ? places_block(page, kit, sign->place_count) : NULL;
    for (int i = 0; i < sign->shown; i++) {
        int person = pack_entry_person(kit->pack, page->facts.first_person + i);

        sign->people[i] = i < sign->named ? person_block(page, kit, person) : NULL;
    }
    sign->more = more_people(page, kit, sign->shown);
}

static void name_headings_only(const struct event_page *page, struct kit *kit, struct sign *sign)
{
    *sign = (struct sign){.icon = sign->icon, .monogram = sign->icon, .pad = sign->pad, .gap = sign->gap};
    if (page->facts.place_count > 0)
        sign->places = parts_block(kit, parts_string(kit, PACK_STRING_EVENT_WHERE), name_style(kit), 0);
    sign->named = sign->shown = page->facts.person_count > 0;
    if (sign->shown > 0)
        sign->people[0] = parts_block(kit, parts_string(kit, PACK_STRING_EVENT_WHO), name_style(kit), 0);
}

/* With the arrow at its end. */
static int sign_width(const struct sign *sign)
{
    int width = 2 * sign->pad + sign->icon;

    if (sign->places)
        width += sign->icon + sign->places->widest_px + 3 * sign->gap;
    for (int i = 0; i < sign->shown; i++)
        width += sign->monogram + sign->gap + (sign->people[i] ? sign->people[i]->widest_px + 2 * sign->gap : 0);
    return width + (sign->more ? sign->more->widest_px + 2 * sign->gap : 0);
}

static bool fits(struct event_page *page, struct kit *kit, struct sign *sign, int width_px)
{
    name(page, kit, sign);
    return sign_width(sign) <= width_px;
}

/* At least so many people by name, the others as monograms. */
static bool fit_people(struct event_page *page, struct kit *kit, struct sign *sign, int width_px, int least_named)
{
    sign->shown = page->facts.person_count < PEOPLE_MOST ? page->facts.person_count : PEOPLE_MOST;
    sign->named = least_named > 0 ? sign->shown : 0;
    while (!fits(page, kit, sign, width_px) && sign->named > least_named)
        sign->named--;
    while (!fits(page, kit, sign, width_px) && sign->shown > least_named)
        sign->shown--;
    return sign_width(sign) <= width_px;
}

/* One name of each kind, then as many as there is room for. */
static void choose(struct event_page *page, struct kit *kit, struct sign *sign, int width_px)
{
    sign->place_count = page->facts.place_count > 0;
    sign->has_names = fit_people(page, kit, sign, width_px, 1) || fit_people(page, kit, sign, width_px, 0);
    if (!sign->has_names) {
        name_headings_only(page, kit, sign);
        return;
    }
    while (sign->place_count < page->facts.place_count) {
        sign->place_count++;
        if (fits(page, kit, sign, width_px))
            continue;
        sign->place_count--;
        name(page, kit, sign);
        break;
    }
}

static struct sign sign_of(struct event_page *page, struct kit *kit, struct rect rect)
{
    struct sign sign = {.pad = look_px(&kit->look, 16), .gap = look_px(&kit->look, 10)};

    sign.icon = larger(look_px(&kit->look, 28), kit->look.type[TYPE_KEY].size_px);
    sign.monogram = rect.h - 2 * look_px(&kit->look, 9);
    choose(page, kit, &sign, rect.w);
    return sign;
}

/* ---- where it stands ---- */

static const struct event_item *where_item(const struct event_page *page)
{
    for (int i = 0; i < page->item_count; i++) {
        if (page->items[i].kind == EVENT_WHERE)
            return &page->items[i];
    }
    return NULL;
}

void event_signpost_place(struct event_page *page, struct kit *kit)
{
    const struct event_item *where = page->has_parts ? NULL : where_item(page);
    struct pane *pane = &page->panes[EVENT_MAIN];
    struct rect column = page->columns[EVENT_MAIN], view = pane->rect;
    int words = kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 12);
    int height = larger(larger(look_target_h(&kit->look), look_px(&kit->look, 60)), words);
    int foot = larger(look_px(&kit->look, 10), event_gap(kit)), taken = height + foot + event_gap(kit);
    int seen = scroll_px(&pane->scroll) + column.h - taken - kit->look.type[TYPE_LABEL].line_px;

    view.h = column.h;
    page->signpost = (struct rect){0};
    if (where && where->rect.y > seen) {
        page->signpost = (struct rect){column.x, column.y + column.h - height - foot, column.w, height};
        view.h -= taken;
    }
    pane_place(pane, EVENT_MAIN, view, pane->scroll.content_px);
}

/* ---- drawing ---- */

struct line {
    struct rect rect;
    int used;
    uint32_t ink;
};

static struct rect next(const struct kit *kit, struct line *line, int w, int h, int gap)
{
    int x = event_advance(kit, line->rect, &line->used, w);

    line->used += gap;
    return (struct rect){x, line->rect.y + (line->rect.h - h) / 2, w, h};
}

static void draw_name(struct kit *kit, const struct sign *sign, const struct block *block, struct line *line)
{
    struct rect rect = next(kit, line, block->widest_px, block->height_px, 2 * sign->gap);

    draw_block(kit->draw, block, rect.x, rect.y, (struct draw_ink){.colour = line->ink, .mark_ground = DRAW_NO_GROUND});
}

static void draw_sign(struct event_page *page, struct kit *kit, const struct sign *sign, struct line *line)
{
    line->used = sign->pad;
    if (sign->places) {
        draw_icon(kit->draw, ICON_MAP, next(kit, line, sign->icon, sign->icon, sign->gap), line->ink);
        draw_name(kit, sign, sign->places, line);
    }
    for (int i = 0; i < sign->shown; i++) {
        struct rect square = next(kit, line, sign->monogram, sign->monogram, sign->gap);
        int person = pack_entry_person(kit->pack, page->facts.first_person + i);

        if (sign->has_names)
            event_monogram_draw(page, kit, person, square, line->ink);
        else
            draw_icon(kit->draw, ICON_PEOPLE, square, line->ink);
        if (sign->people[i])
            draw_name(kit, sign, sign->people[i], line);
    }
    if (sign->more)
        draw_name(kit, sign, sign->more, line);
}

/* It is read with all the names. */
static void list_signpost(struct event_page *page, struct kit *kit, uint32_t ink, uint32_t fill)
{
    struct ui_element element = parts_element(kit, "part:where", "button", page->signpost);
    struct block_style style = name_style(kit);

    text_builder_clear(page->builder);
    if (page->facts.place_count > 0)
        event_namely_add(page, kit, EVENT_NAMELY_PLACES);
    text_builder_add_plain(page->builder, page->facts.place_count > 0 && page->facts.person_count > 0 ? ". " : "");
    if (page->facts.person_count > 0)
        event_namely_add(page, kit, EVENT_NAMELY_PEOPLE);
    element.hit = page->signpost;
    element.verb = UI_OWN;
    element.value = EVENT_TO_WHERE;
    element.is_focusable = true;
    element.label = text_builder_text(page->builder).bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

void event_signpost_draw(struct event_page *page, struct kit *kit)
{
    struct rect drawn = parts_pressed(kit, "part:where", page->signpost);
    uint32_t fill = look_tone(&kit->look, ui_is_pressed(kit->ui, "part:where") ? TONE_INK : TONE_CARD);
    struct line line = {.rect = drawn, .ink = look_on(&kit->look, fill)};
    struct sign sign;

    if (page->signpost.h == 0)
        return;
    sign = sign_of(page, kit, page->signpost);
    draw_fill(kit->draw, drawn, fill);
    draw_frame(kit->draw, drawn, larger(look_px(&kit->look, 2.5f), 2), look_tone(&kit->look, TONE_INK));
    draw_sign(page, kit, &sign, &line);
    draw_icon(kit->draw, ICON_DOWN,
              (struct rect){parts_is_mirrored(kit) ? drawn.x + sign.pad : drawn.x + drawn.w - sign.pad - sign.icon,
                            drawn.y + (drawn.h - sign.icon) / 2, sign.icon, sign.icon},
              line.ink);
    parts_focus(kit, "part:where", page->signpost, false);
    list_signpost(page, kit, line.ink, fill);
}
