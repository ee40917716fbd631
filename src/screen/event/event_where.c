/* Where it happened and who took part: the map, and the people with their roles. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

struct where {
    int map_w, map_h, people_w, list_h, heading_h, gap;
    bool is_side_by_side;
    bool has_related; /* where nobody is named, the related events stand beside the map */
};

/* ---- measures ---- */

static struct block_style heading_style(const struct kit *kit)
{
    return parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
}

struct person_row {
    int sign, name_h, notice_h, role_w, role_h, padding, height;
};

static struct block_style role_style(struct kit *kit, int person)
{
    return told_style(kit, FONT_MUSEUM, TYPE_SMALL, PACK_PERSON_ROLE, person);
}

static struct person_row person_row(struct event_page *page, struct kit *kit, int person, int width_px)
{
    struct person_row row = {.padding = look_px(&kit->look, 12)};
    int label = kit->look.type[TYPE_LABEL].line_px, text_w;
    const struct block *role;

    row.sign = label * 165 / 100;
    text_w = width_px - row.sign - look_px(&kit->look, 14);
    row.name_h = parts_block(kit, event_words(kit, PACK_PERSON_NAME, person), heading_style(kit), text_w)->height_px;
    row.notice_h = event_notice_alone_height(page, kit, PACK_PERSON_ROLE, person, text_w);
    role = parts_block(kit, event_words(kit, PACK_PERSON_ROLE, person), role_style(kit, person), text_w);
    row.role_w = role->widest_px + 1;
    row.role_h = role->height_px;
    row.height = larger(row.name_h + row.notice_h + row.role_h, row.sign) + 2 * row.padding;
    return row;
}

static int people_height(struct event_page *page, struct kit *kit, int width_px)
{
    int height = 0;

    for (int p = 0; p < page->facts.person_count; p++)
        height += person_row(page, kit, pack_entry_person(kit->pack, page->facts.first_person + p), width_px).height;
    return height;
}

/* They are not to make the row higher by much. */
static bool related_fit(struct event_page *page, struct kit *kit, const struct where *where)
{
    int height = where->heading_h + event_map_height(page, kit, where->map_w);

    return event_related_height(page, kit, 0, where->people_w) <= height * 5 / 4;
}

static struct where where_of(struct event_page *page, struct kit *kit, int width_px)
{
    bool has_map = page->facts.place_count > 0, has_people = page->facts.person_count > 0;
    bool may_have_related = has_map && !has_people && !page->has_two_columns && !event_has_head(kit)
        && event_related_count(page, kit) > page->related_in_strip;
    struct where where = {.gap = look_px(&kit->look, 32), .map_w = width_px, .people_w = width_px};
    int heading = kit->look.type[TYPE_LABEL].line_px;
    int most = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 664 : 560);

    where.heading_h = heading + look_px(&kit->look, 8);
    if (has_map && (has_people || may_have_related)) {
        where.people_w = width_px * 42 / 100 - where.gap / 2;
        where.is_side_by_side = where.people_w >= 9 * kit->look.type[TYPE_LABEL].size_px;
        where.map_w = where.is_side_by_side ? width_px - where.people_w - where.gap : width_px;
        where.people_w = where.is_side_by_side ? where.people_w : width_px;
    }
    if (where.map_w > most)
        where.map_w = most;
    where.has_related = may_have_related && where.is_side_by_side && related_fit(page, kit, &where);
    where.map_h = has_map ? event_map_height(page, kit, where.map_w) : 0;
    where.list_h = has_people ? people_height(page, kit, where.people_w) : 0;
    if (where.has_related)
        where.list_h = event_related_height(page, kit, 0, where.people_w) - where.heading_h;
    return where;
}

bool event_related_is_beside(struct event_page *page, struct kit *kit)
{
    return where_of(page, kit, page->columns[EVENT_MAIN].w).has_related;
}

int event_where_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct where where = where_of(page, kit, width_px);
    int map_h = where.map_h ? where.heading_h + where.map_h : 0, list_h = where.list_h ? where.heading_h + where.list_h : 0;

    (void)index;
    if (where.is_side_by_side)
        return map_h > list_h ? map_h : list_h;
    return map_h + list_h + (map_h && list_h ? where.gap : 0);
}

/* ---- people ---- */

uint32_t event_name_length(struct pack_text name)
{
    for (uint32_t at = 1; at + 1 < name.length; at++) {
        if (name.bytes[at] == ' ' && name.bytes[at + 1] == '(')
            return at;
    }
    return name.length;
}

/* The first letter of the last name; a numeral of a ruler is no name. */
static struct pack_text initial(struct text_builder *builder, struct pack_text name)
{
    size_t end = event_name_length(name), start;

    do {
        start = end;
        while (start > 0 && name.bytes[start - 1] != ' ' && (unsigned char)name.bytes[start - 1] != 0xA0)
            start--;
        if (start == 0 || strspn(name.bytes + start, "IVX") < end - start)
            break;
        end = start - 1;
    } while (end > 0);
    end = utf8_next(name.bytes, name.length, start);
    text_builder_clear(builder);
    text_builder_add(builder, name, (uint32_t)start, (uint32_t)(end - start));
    return text_builder_text(builder);
}

void event_monogram_draw(struct event_page *page, struct kit *kit, int person, struct rect rect, uint32_t fill)
{
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_LABEL);
    const struct block *letter;

    if (style.size_px > rect.h * 7 / 10)
        style.size_px = larger(rect.h * 7 / 10, kit->look.type[TYPE_SMALL].size_px);
    parts_card(kit, rect, rect.w / 6, fill, 0, fill);
    style.is_right_to_left = false;
    letter = parts_block(kit, initial(page->builder, event_words(kit, PACK_PERSON_NAME, person)), style, rect.w);
    draw_block(kit->draw, letter, rect.x + (rect.w - letter->widest_px) / 2, rect.y + (rect.h - letter->height_px) / 2,
               (struct draw_ink){.colour = look_on(&kit->look, fill), .mark_ground = DRAW_NO_GROUND});
}

static void draw_person(struct event_page *page, struct kit *kit, int person, struct rect rect)
{
    struct person_row row = person_row(page, kit, person, rect.w);
    struct pack_text name = event_words(kit, PACK_PERSON_NAME, person);
    int indent = row.sign + look_px(&kit->look, 14), text_h = row.name_h + row.notice_h + row.role_h;
    struct rect sign = {event_lead(kit, rect, row.sign), rect.y + row.padding, row.sign, row.sign};
    struct rect text = {parts_is_mirrored(kit) ? rect.x : rect.x + indent, rect.y + row.padding, rect.w - indent, 0};
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    char id[72];

    draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, look_px(&kit->look, 2)}, ink);
    event_monogram_draw(page, kit, person, sign, ink);
    if (text_h < row.sign)
        text.y += (row.sign - text_h) / 2;
    snprintf(id, sizeof(id), "person:%.60s", pack_person(kit->pack, person).id);
    text.y += parts_text(kit, id, "text", name, heading_style(kit), text, ink, paper);
    snprintf(id, sizeof(id), "notice:role:%.55s", pack_person(kit->pack, person).id);
    text.y += event_notice_alone(page, kit, id, PACK_PERSON_ROLE, person, text);
    text = (struct rect){event_lead(kit, text, row.role_w), text.y, row.role_w, 0};
    snprintf(id, sizeof(id), "role:%.60s", pack_person(kit->pack, person).id);
    parts_text(kit, id, "text", event_words(kit, PACK_PERSON_ROLE, person), role_style(kit, person), text,
               look_tone(&kit->look, TONE_INK2), paper);
    ui_set_lang(kit->ui, told_tag(kit, PACK_PERSON_ROLE, person));
}

static void draw_people(struct event_page *page, struct kit *kit, struct rect rect)
{
    for (int p = 0; p < page->facts.person_count; p++) {
        int person = pack_entry_person(kit->pack, page->facts.first_person + p);

        rect.h = person_row(page, kit, person, rect.w).height;
        draw_person(page, kit, person, rect);
        rect.y += rect.h;
    }
}

/* ---- both ---- */

/* A stop for the keys: so they bring it into sight, too (K11). */
static void list_stop(struct event_page *page, struct kit *kit, const char *id, enum event_namely what, struct rect rect)
{
    struct ui_element element = parts_element(kit, id, "image", rect);

    text_builder_clear(page->builder);
    event_namely_add(page, kit, what);
    element.is_focusable = true;
    element.label = text_builder_text(page->builder).bytes;
    ui_add(kit->ui, element);
    parts_focus(kit, id, rect, false);
}

void event_namely_add(struct event_page *page, struct kit *kit, enum event_namely what)
{
    bool is_where = what == EVENT_NAMELY_PLACES;
    int count = is_where ? page->facts.place_count : page->facts.person_count;
    struct pack_text text = parts_string(kit, is_where ? PACK_STRING_EVENT_WHERE : PACK_STRING_EVENT_WHO);

    text_builder_add(page->builder, text, 0, text.length);
    for (int i = 0; i < count; i++) {
        text = is_where ? event_words(kit, PACK_PLACE_NAME, pack_entry_place(kit->pack, page->facts.first_place + i))
                        : event_words(kit, PACK_PERSON_NAME, pack_entry_person(kit->pack, page->facts.first_person + i));
        text_builder_add_plain(page->builder, i == 0 ? ": " : ", ");
        text_builder_add(page->builder, text, 0, text.length);
    }
}

static void draw_heading(struct kit *kit, const char *id, enum pack_string_id string, struct rect rect)
{
    parts_text(kit, id, "heading", parts_string(kit, string), heading_style(kit), rect, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
}

void event_where_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct where where = where_of(page, kit, rect.w);
    struct rect map = {event_lead(kit, rect, where.map_w), rect.y, where.map_w, where.map_h};
    struct rect people = {event_lead(kit, rect, where.people_w), rect.y, where.people_w, where.list_h};

    (void)index;
    if (where.map_h > 0) {
        list_stop(page, kit, "event:map", EVENT_NAMELY_PLACES,
                  (struct rect){map.x, map.y, map.w, where.heading_h + where.map_h});
        draw_heading(kit, "event:where", PACK_STRING_EVENT_WHERE, map);
        map.y += where.heading_h;
        event_map_draw(page, kit, map);
    }
    if (where.list_h == 0)
        return;
    if (where.is_side_by_side)
        people.x = event_trail(kit, rect, where.people_w);
    else if (where.map_h > 0)
        people.y = map.y + where.map_h + where.gap;
    if (where.has_related) {
        event_related_draw(page, kit, 0, people);
        return;
    }
    list_stop(page, kit, "event:people", EVENT_NAMELY_PEOPLE,
              (struct rect){people.x, people.y, people.w, where.heading_h + where.list_h});
    draw_heading(kit, "event:who", PACK_STRING_EVENT_WHO, people);
    people.y += where.heading_h;
    draw_people(page, kit, people);
}
