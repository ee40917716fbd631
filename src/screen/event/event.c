/* The page of one event: poster, statements and the documents they rest on, the passages themselves, place and people. */
#include "screen/event/event_page.h"
#include "screen/glossary.h"

#include <stdlib.h>

enum { FRAME_MS = 8 };

static void *enter(struct kit *kit)
{
    struct event_page *page = calloc(1, sizeof(*page));

    if (!page)
        return NULL;
    page->entry = kit->session->here.entry;
    page->facts = pack_entry(kit->pack, page->entry);
    page->builder = text_builder_create();
    return page;
}

/* ---- the place to come back to ---- */

static int encoded(struct event_anchor anchor)
{
    return anchor.kind == EVENT_KIND_COUNT ? 0 : 1 + (int)anchor.kind + EVENT_KIND_COUNT * anchor.index;
}

static struct event_anchor decoded(int item, int offset_px)
{
    return (struct event_anchor){(enum event_kind)((item - 1) % EVENT_KIND_COUNT), (item - 1) / EVENT_KIND_COUNT, offset_px};
}

static void remember(const struct event_page *page, struct kit *kit)
{
    struct event_anchor anchor = event_anchor(page, page->moved_pane);

    kit->session->here.item = encoded(anchor);
    kit->session->here.offset_px = kit->session->here.item ? anchor.offset_px : 0;
}

static void layout(void *data, struct kit *kit)
{
    struct event_page *page = data;
    bool is_first = page && page->item_count == 0;

    if (!page || !page->builder)
        return;
    event_arrange(page, kit);
    if (is_first && kit->session->here.item > 0)
        event_anchor_restore(page, decoded(kit->session->here.item, kit->session->here.offset_px));
    if (page->item_count > 0)
        kit->poster = event_poster(page, kit);
}

/* ---- drawing ---- */

static void draw_pane(struct event_page *page, struct kit *kit, int pane)
{
    pane_begin(kit, &page->panes[pane]);
    for (int i = 0; i < page->item_count; i++) {
        if (page->items[i].pane == pane)
            event_draw_item(page, kit, &page->items[i]);
    }
    pane_end(kit, &page->panes[pane], look_tone(&kit->look, TONE_PAPER));
}

static void draw_callouts(struct event_page *page, struct kit *kit)
{
    struct rect rect = page->callouts;
    int gap = look_px(&kit->look, 12);

    for (int d = 0; d < page->facts.disagreement_count; d++) {
        int index = page->facts.first_disagreement + d;

        rect.h = event_measure(page, kit, EVENT_CALLOUT, index, rect.w);
        event_callout_draw(page, kit, index, rect);
        rect.y += rect.h + gap;
    }
}

/* Below what scrolls. */
static void draw_foot(struct event_page *page, struct kit *kit)
{
    if (!page->has_parts) {
        event_strip_draw(page, kit);
        return;
    }
    if (!event_has_head(kit))
        event_parts_draw(page, kit);
    else if (page->callouts.h > 0)
        event_callout_draw(page, kit, page->facts.first_disagreement, page->callouts);
    event_page_keys_draw(page, kit);
}

static void draw(void *data, struct kit *kit)
{
    struct event_page *page = data;

    if (!page || !page->builder)
        return;
    if (page->poster.w > 0)
        event_poster_draw(page, kit, 0, page->poster);
    if (event_has_head(kit)) {
        event_head_draw(page, kit);
        event_parts_draw(page, kit);
    }
    event_signpost_place(page, kit);
    draw_pane(page, kit, EVENT_MAIN);
    event_signpost_draw(page, kit);
    if (page->has_two_columns) {
        event_side_keys_draw(page, kit, EVENT_MAIN);
        event_says_draw(page, kit, 0, page->says);
        draw_pane(page, kit, EVENT_DOCUMENTS);
        event_side_keys_draw(page, kit, EVENT_DOCUMENTS);
        draw_callouts(page, kit);
    }
    draw_foot(page, kit);
    remember(page, kit);
}

/* ---- what the visitor does ---- */

static void turn_page(struct event_page *page, struct kit *kit, int pane, int step)
{
    page->moved_pane = pane;
    pane_page(kit, &page->panes[pane], step);
}

static void act(void *data, struct kit *kit, int value)
{
    struct event_page *page = data;

    if (!page)
        return;
    switch (value) {
    case EVENT_PAGE_UP:
    case EVENT_PAGE_DOWN:
        turn_page(page, kit, EVENT_MAIN, value == EVENT_PAGE_UP ? -1 : 1);
        break;
    case EVENT_DOCUMENTS_UP:
    case EVENT_DOCUMENTS_DOWN:
        turn_page(page, kit, EVENT_DOCUMENTS, value == EVENT_DOCUMENTS_UP ? -1 : 1);
        break;
    default:
        event_part_go(page, kit, (enum event_act)value);
    }
}

static void gesture(void *data, struct kit *kit, const struct gesture *g)
{
    struct event_page *page = data;

    for (int p = 0; page && p < (page->has_two_columns ? EVENT_PANES : 1); p++) {
        if (pane_gesture(kit, &page->panes[p], g))
            page->moved_pane = p;
    }
}

/* In a language whose statements use none, the panel that another language has opened stays as it is. */
static void terms(void *data, struct kit *kit, struct term_list *list)
{
    struct event_page *page = data;
    unsigned languages = page && event_has_words(page, kit) ? 1u << kit->session->language : ~0u;

    for (int k = 0; page && k < page->facts.term_count; k++)
        term_list_add(list, pack_entry_term(kit->pack, page->facts.first_term + k), languages);
}

static bool go_to(struct kit *kit, int entry)
{
    if (entry >= 0) {
        kit->wish = UI_ENTRY;
        kit->wish_value = entry;
    }
    return true;
}

/* The page keys of the keyboard turn what the visitor reads: the documents once the statements are all on the screen. */
static int pane_to_turn(const struct event_page *page)
{
    if (page->has_two_columns && !scroll_is_needed(&page->panes[EVENT_MAIN].scroll))
        return EVENT_DOCUMENTS;
    return page->has_two_columns ? page->moved_pane : EVENT_MAIN;
}

static bool key(void *data, struct kit *kit, enum action action)
{
    struct event_page *page = data;

    if (!page)
        return false;
    if (action != ACTION_PREV && action != ACTION_SELECT)
        page->has_opened = false;
    switch (action) {
    case ACTION_PREV:
        return event_part_return(page, kit);
    case ACTION_LEFT:
        return go_to(kit, timeline_before(kit->timeline, page->entry));
    case ACTION_RIGHT:
        return go_to(kit, timeline_after(kit->timeline, page->entry));
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        turn_page(page, kit, pane_to_turn(page), action == ACTION_PAGE_UP ? -1 : 1);
        return true;
    default:
        return false;
    }
}

static int64_t tick(void *data, struct kit *kit)
{
    struct event_page *page = data;
    bool moves = false;

    for (int p = 0; page && p < (page->has_two_columns ? EVENT_PANES : 1); p++)
        moves |= pane_tick(kit, &page->panes[p]);
    return moves ? kit->now_ms + FRAME_MS : INT64_MAX;
}

static void leave(void *data, struct kit *kit)
{
    struct event_page *page = data;

    if (!page)
        return;
    (void)kit;
    text_builder_destroy(page->builder);
    free(page->map.svg);
    free(page->items);
    free(page);
}

const struct screen screen_event = {
    .name = "event",
    .has_plinth = true,
    .enter = enter,
    .layout = layout,
    .draw = draw,
    .act = act,
    .gesture = gesture,
    .key = key,
    .terms = terms,
    .tick = tick,
    .leave = leave,
};
