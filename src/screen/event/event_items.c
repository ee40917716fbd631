/* What is on the page of an event, in reading order, and the kinds of things there are. */
#include "screen/event/event_page.h"

#include <stdlib.h>

/* ---- kinds ---- */

static int strip_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    (void)page;
    (void)index;
    (void)width_px;
    return event_strip_height(kit);
}

static void strip_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    (void)index;
    page->strip = rect;
    event_strip_draw(page, kit);
}

static const struct {
    int (*height)(struct event_page *page, struct kit *kit, int index, int width_px);
    void (*draw)(struct event_page *page, struct kit *kit, int index, struct rect rect);
    int gap; /* above it, pixels of the form */
} kinds[EVENT_KIND_COUNT] = {
    [EVENT_POSTER] = {event_poster_height, event_poster_draw, 0},
    [EVENT_LANE] = {event_lane_height, event_lane_draw, 34},
    [EVENT_TITLE] = {event_title_height, event_title_draw, 2},
    [EVENT_NOTICE] = {event_notice_height, event_notice_draw, 6},
    [EVENT_CALENDAR] = {event_calendar_height, event_calendar_draw, 14},
    [EVENT_CALLOUT] = {event_callout_height, event_callout_draw, 14},
    [EVENT_STATEMENT] = {event_statement_height, event_statement_draw, 0},
    [EVENT_WHERE] = {event_where_height, event_where_draw, 24},
    [EVENT_SAYS] = {event_says_height, event_says_draw, 34},
    [EVENT_SILENT] = {event_silent_height, event_silent_draw, 4},
    [EVENT_PASSAGE] = {event_passage_height, event_passage_draw, 12},
    [EVENT_RELATED] = {event_related_height, event_related_draw, 26},
    [EVENT_STRIP] = {strip_height, strip_draw, 26},
};

int event_item_gap(const struct kit *kit, enum event_kind kind)
{
    return look_px(&kit->look, kinds[kind].gap);
}

int event_measure(struct event_page *page, struct kit *kit, enum event_kind kind, int index, int width_px)
{
    return kinds[kind].height(page, kit, index, width_px);
}

struct rect event_item_rect(const struct event_page *page, const struct event_item *item)
{
    struct rect rect = item->rect;

    rect.y += pane_origin(&page->panes[item->pane]);
    return rect;
}

void event_draw_item(struct event_page *page, struct kit *kit, const struct event_item *item)
{
    kinds[item->kind].draw(page, kit, item->index, event_item_rect(page, item));
}

/* ---- the list ---- */

static struct event_item *new_item(struct event_page *page)
{
    if (page->item_count == page->item_room) {
        int room = page->item_room * 2 + 16;
        struct event_item *grown = realloc(page->items, (size_t)room * sizeof(*grown));

        if (!grown)
            return NULL;
        page->items = grown;
        page->item_room = room;
    }
    return &page->items[page->item_count++];
}

static void list(struct event_page *page, enum event_kind kind, int index, int pane)
{
    struct event_item *item = new_item(page);

    if (item)
        *item = (struct event_item){.kind = kind, .index = index, .pane = pane};
}

static void list_statements(struct event_page *page)
{
    for (int s = 0; s < page->facts.statement_count; s++)
        list(page, EVENT_STATEMENT, page->facts.first_statement + s, EVENT_MAIN);
}

/* Those from `first` to before `end`. */
static void list_callouts(struct event_page *page, int first, int end)
{
    for (int d = first; d < end && d < page->facts.disagreement_count; d++)
        list(page, EVENT_CALLOUT, page->facts.first_disagreement + d, EVENT_MAIN);
}

/* The passage that speaks for a document, or its silence. */
static void list_voice(struct event_page *page, struct kit *kit, int document, int pane)
{
    int source = event_main_source(page, kit, document);

    list(page, source < 0 ? EVENT_SILENT : EVENT_PASSAGE, source < 0 ? document : source, pane);
}

static void list_what_else(struct event_page *page, struct kit *kit, int document, int pane)
{
    int main_source = event_main_source(page, kit, document);

    for (int s = page->facts.first_source; s < page->facts.first_source + page->facts.source_count; s++) {
        if (s != main_source && pack_source(kit->pack, s).document == document)
            list(page, EVENT_PASSAGE, s, pane);
    }
}

/* One document after the other with all it says; but where they differ the voices first, so that they are seen together. */
static void list_voices(struct event_page *page, struct kit *kit, int pane)
{
    int documents = pack_exhibit(kit->pack).documents;
    bool differ = page->facts.disagreement_count > 0;

    for (int d = 0; d < documents; d++) {
        list_voice(page, kit, d, pane);
        if (!differ)
            list_what_else(page, kit, d, pane);
    }
    for (int d = 0; d < documents && differ; d++)
        list_what_else(page, kit, d, pane);
}

static void list_where(struct event_page *page)
{
    if (page->facts.place_count > 0 || page->facts.person_count > 0)
        list(page, EVENT_WHERE, 0, EVENT_MAIN);
}

static void list_notice(struct event_page *page, struct kit *kit)
{
    if (event_language(page, kit) != kit->session->language)
        list(page, EVENT_NOTICE, 0, EVENT_MAIN);
}

/* What the band leaves out. */
static void list_calendar(struct event_page *page, struct kit *kit)
{
    bool has_band = page->poster.w == 0 && event_has_band(kit);

    if (has_band && event_measure(page, kit, EVENT_CALENDAR, 0, page->columns[EVENT_MAIN].w) > 0)
        list(page, EVENT_CALENDAR, 0, EVENT_MAIN);
}

/* In one column a second question would push the statements out of sight: it stands below them. */
static void list_title_and_statements(struct event_page *page, struct kit *kit)
{
    int all = page->facts.disagreement_count;

    list(page, EVENT_LANE, 0, EVENT_MAIN);
    list(page, EVENT_TITLE, 0, EVENT_MAIN);
    list_notice(page, kit);
    if (!page->has_two_columns)
        list_callouts(page, 0, 1);
    list_statements(page);
    if (!page->has_two_columns)
        list_callouts(page, 1, all);
    list_calendar(page, kit);
}

/* Where title and keys stay at the head, what can wait comes after the statements. */
static void list_statements_first(struct event_page *page, struct kit *kit)
{
    list_notice(page, kit);
    list_statements(page);
    list_callouts(page, page->callouts.h > 0 ? 1 : 0, page->facts.disagreement_count);
    list_calendar(page, kit);
    list(page, EVENT_LANE, 0, EVENT_MAIN);
}

void event_items_list(struct event_page *page, struct kit *kit)
{
    page->item_count = 0;
    if (page->poster.w == 0)
        list(page, EVENT_POSTER, 0, EVENT_MAIN);
    if (event_has_head(kit))
        list_statements_first(page, kit);
    else
        list_title_and_statements(page, kit);
    if (!page->has_parts)
        list_where(page);
    if (!page->has_two_columns)
        list(page, EVENT_SAYS, 0, EVENT_MAIN);
    list_voices(page, kit, page->has_two_columns ? EVENT_DOCUMENTS : EVENT_MAIN);
    if (page->has_parts)
        list_where(page);
    if (event_related_count(page, kit) > page->related_in_strip && !event_related_is_beside(page, kit))
        list(page, EVENT_RELATED, 0, EVENT_MAIN);
    if (page->has_parts)
        list(page, EVENT_STRIP, 0, EVENT_MAIN);
}
