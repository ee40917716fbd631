/* What is on the page of an event and where: two columns on a wide panel at text size A, else one. */
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

/* ---- where things go ---- */

static bool is_wide(const struct kit *kit)
{
    return kit->look.form == FORM_LANDSCAPE && kit->look.step == TEXT_A;
}

/* A small panel has room for a poster beside the words only while they are small. */
static bool has_poster_beside(const struct kit *kit)
{
    return kit->look.form == FORM_LANDSCAPE || (kit->look.form == FORM_SMALL && kit->look.step == TEXT_A);
}

static struct rect flipped(const struct kit *kit, struct rect rect)
{
    if (parts_is_mirrored(kit))
        rect.x = kit->area.x + kit->area.w - (rect.x - kit->area.x) - rect.w;
    return rect;
}

static void place_frame(struct event_page *page, struct kit *kit)
{
    bool is_beside = has_poster_beside(kit);
    int poster_w = is_beside ? look_px(&kit->look, kit->look.form == FORM_SMALL ? 196 : 460) : 0;
    int strip_h = event_has_head(kit) ? 0 : event_strip_height(kit), top = kit->area.y, bottom = top + kit->area.h - strip_h;

    page->has_two_columns = is_wide(kit);
    page->poster = flipped(kit, (struct rect){kit->area.x, top, poster_w, kit->area.h});
    page->strip = flipped(kit, (struct rect){kit->area.x + poster_w, bottom, kit->area.w - poster_w, strip_h});
    page->related_in_strip = page->has_two_columns ? event_strip_related(page, kit, page->strip.w) : 0;
}

/* The columns of visual.md, 632 and 668 wide on 1920, with room for page keys between them. */
static void place_columns(struct event_page *page, struct kit *kit)
{
    int lead = page->poster.w > 0 ? look_px(&kit->look, kit->look.form == FORM_SMALL ? 16 : 48) : kit->look.margin;
    int x = kit->area.x + page->poster.w + lead, right = kit->area.x + kit->area.w - kit->look.margin;
    int between = look_target_w(&kit->look) + 2 * event_gap(kit), first = (right - x - between) * 632 / 1300;
    struct rect column = {x, kit->area.y, right - x, page->strip.y - kit->area.y};

    if (page->has_two_columns) {
        struct rect second = {x + first + between, column.y, right - x - first - between, column.h};

        column.w = first;
        page->columns[EVENT_DOCUMENTS] = flipped(kit, second);
    }
    page->columns[EVENT_MAIN] = flipped(kit, column);
    if (event_has_head(kit))
        event_head_place(page, kit);
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

/* From the first on, or without those that stand elsewhere. */
static void list_callouts(struct event_page *page, int first)
{
    for (int d = first; d < page->facts.disagreement_count; d++)
        list(page, EVENT_CALLOUT, page->facts.first_disagreement + d, EVENT_MAIN);
}

/* One voice after the other first, then what else they say. */
static void list_voices(struct event_page *page, struct kit *kit, int pane)
{
    int documents = pack_exhibit(kit->pack).documents;

    for (int d = 0; d < documents; d++) {
        int source = event_main_source(page, kit, d);

        list(page, source < 0 ? EVENT_SILENT : EVENT_PASSAGE, source < 0 ? d : source, pane);
    }
    for (int d = 0; d < documents; d++) {
        int main_source = event_main_source(page, kit, d);

        for (int s = page->facts.first_source; s < page->facts.first_source + page->facts.source_count; s++) {
            if (s != main_source && pack_source(kit->pack, s).document == d)
                list(page, EVENT_PASSAGE, s, pane);
        }
    }
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

static void list_title_and_statements(struct event_page *page, struct kit *kit)
{
    list(page, EVENT_LANE, 0, EVENT_MAIN);
    list(page, EVENT_TITLE, 0, EVENT_MAIN);
    list_notice(page, kit);
    if (!page->has_two_columns)
        list_callouts(page, 0);
    list_statements(page);
}

/* Where title and keys stay at the head, what can wait comes after the statements. */
static void list_statements_first(struct event_page *page, struct kit *kit)
{
    list_notice(page, kit);
    list_statements(page);
    list_callouts(page, page->callouts.h > 0 ? 1 : 0);
    if (page->poster.w == 0 && event_measure(page, kit, EVENT_CALENDAR, 0, page->columns[EVENT_MAIN].w) > 0)
        list(page, EVENT_CALENDAR, 0, EVENT_MAIN);
    list(page, EVENT_LANE, 0, EVENT_MAIN);
}

static void list_items(struct event_page *page, struct kit *kit)
{
    page->item_count = 0;
    if (page->poster.w == 0)
        list(page, EVENT_POSTER, 0, EVENT_MAIN);
    if (event_has_head(kit))
        list_statements_first(page, kit);
    else
        list_title_and_statements(page, kit);
    if (page->has_two_columns) {
        list_where(page);
        list_voices(page, kit, EVENT_DOCUMENTS);
    } else {
        list(page, EVENT_SAYS, 0, EVENT_MAIN);
        list_voices(page, kit, EVENT_MAIN);
        list_where(page);
    }
    if (page->facts.related_count > page->related_in_strip)
        list(page, EVENT_RELATED, 0, EVENT_MAIN);
    if (event_has_head(kit))
        list(page, EVENT_STRIP, 0, EVENT_MAIN);
}

/* ---- stacking ---- */

static int gap_at_top(const struct kit *kit, enum event_kind kind, bool is_under_poster)
{
    if (kind == EVENT_POSTER || event_has_head(kit))
        return 0;
    if (is_under_poster)
        return look_px(&kit->look, 24);
    return look_px(&kit->look, kind == EVENT_LANE ? 40 : 6);
}

static int gap_above(const struct kit *kit, const struct event_item *item, const struct event_item *before)
{
    int gap = look_px(&kit->look, kinds[item->kind].gap);

    if (!before || before->kind == EVENT_POSTER)
        return gap_at_top(kit, item->kind, before != NULL);
    if (item->kind == EVENT_STATEMENT && before->kind != EVENT_STATEMENT)
        gap += look_px(&kit->look, 14);
    return gap;
}

/* One under the other; returns the height of the content. */
static int stack(struct event_page *page, struct kit *kit, int pane)
{
    struct rect column = page->columns[pane];
    const struct event_item *before = NULL;
    int y = 0;

    for (int i = 0; i < page->item_count; i++) {
        struct event_item *item = &page->items[i];
        struct rect rect = {column.x, 0, column.w, 0};

        if (item->pane != pane)
            continue;
        if (item->kind == EVENT_POSTER)
            rect = (struct rect){kit->area.x, 0, kit->area.w, 0};
        y += gap_above(kit, item, before);
        rect.y = y;
        rect.h = event_measure(page, kit, item->kind, item->index, rect.w);
        item->rect = rect;
        y += rect.h;
        before = item;
    }
    return y + look_px(&kit->look, 24);
}

/* Panes reach over the margin beside the column, for focus rings and what runs from edge to edge. */
static struct rect pane_rect(const struct event_page *page, const struct kit *kit, int pane)
{
    struct rect rect = page->columns[pane];
    int bleed = look_px(&kit->look, 10);

    if (page->poster.w == 0)
        return (struct rect){kit->area.x, rect.y, kit->area.w, rect.h};
    return rect_inset(rect, -bleed, 0);
}

static void stack_main(struct event_page *page, struct kit *kit)
{
    int height = stack(page, kit, EVENT_MAIN);

    if (event_has_head(kit))
        height = event_parts_height(page, kit, height);
    pane_place(&page->panes[EVENT_MAIN], EVENT_MAIN, pane_rect(page, kit, EVENT_MAIN), height);
}

static int callouts_height(struct event_page *page, struct kit *kit, int width_px)
{
    int height = 0, gap = look_px(&kit->look, 12);

    for (int d = 0; d < page->facts.disagreement_count; d++)
        height += event_measure(page, kit, EVENT_CALLOUT, page->facts.first_disagreement + d, width_px) + gap;
    return height;
}

/* The heading above and the call-outs below stay where they are; the voices scroll between them. */
static void stack_documents(struct event_page *page, struct kit *kit)
{
    struct rect *column = &page->columns[EVENT_DOCUMENTS], whole = *column;
    int top = look_px(&kit->look, 40), says = event_measure(page, kit, EVENT_SAYS, 0, whole.w);
    int callouts = callouts_height(page, kit, whole.w);

    page->says = (struct rect){whole.x, whole.y + top, whole.w, says};
    page->callouts = (struct rect){whole.x, whole.y + whole.h - callouts, whole.w, callouts};
    column->y = page->says.y + says + look_px(&kit->look, 8);
    column->h = whole.y + whole.h - column->y - callouts - (callouts ? look_px(&kit->look, 8) : 0);
    pane_place(&page->panes[EVENT_DOCUMENTS], EVENT_DOCUMENTS, pane_rect(page, kit, EVENT_DOCUMENTS),
               stack(page, kit, EVENT_DOCUMENTS));
}

/* ---- keeping the place (L4) ---- */

struct event_anchor event_anchor(const struct event_page *page, int pane)
{
    int at = scroll_px(&page->panes[pane].scroll);
    struct event_anchor anchor = {.kind = EVENT_KIND_COUNT};

    for (int i = 0; at > 0 && i < page->item_count; i++) {
        const struct event_item *item = &page->items[i];

        if (item->pane != pane || item->rect.y + item->rect.h <= at)
            continue;
        anchor = (struct event_anchor){item->kind, item->index, item->rect.y - at};
        if (item->rect.y >= at)
            break;
        if (item->rect.y + item->rect.h > at + page->panes[pane].scroll.view_px)
            break;
    }
    return anchor;
}

bool event_anchor_restore(struct event_page *page, struct event_anchor anchor)
{
    for (int i = 0; i < page->item_count; i++) {
        const struct event_item *item = &page->items[i];
        struct scroll *scroll = &page->panes[item->pane].scroll;

        if (item->kind != anchor.kind || item->index != anchor.index)
            continue;
        scroll->at_px = item->rect.y - anchor.offset_px;
        scroll_resize(scroll, scroll->view_px, scroll->content_px);
        return true;
    }
    return false;
}

void event_arrange(struct event_page *page, struct kit *kit)
{
    struct event_anchor anchors[EVENT_PANES];

    for (int p = 0; p < EVENT_PANES; p++)
        anchors[p] = event_anchor(page, p);
    place_frame(page, kit);
    place_columns(page, kit);
    list_items(page, kit);
    stack_main(page, kit);
    if (page->has_two_columns)
        stack_documents(page, kit);
    for (int p = EVENT_PANES - 1; p >= 0; p--)
        event_anchor_restore(page, anchors[p]);
}

/* ---- small things the page's files share ---- */

int event_lead(const struct kit *kit, struct rect rect, int w)
{
    return parts_is_mirrored(kit) ? rect.x + rect.w - w : rect.x;
}

int event_trail(const struct kit *kit, struct rect rect, int w)
{
    return parts_is_mirrored(kit) ? rect.x : rect.x + rect.w - w;
}

int event_gap(const struct kit *kit)
{
    return look_mm_y(&kit->look, kit->look.panel.is_large ? 3 : 2);
}

int event_tab_height(const struct kit *kit, int form_px)
{
    int least = (kit->look.type[TYPE_SMALL].size_px * 10 + 6) / 7;

    return larger(look_px(&kit->look, form_px), least);
}

struct block_style event_single(const struct kit *kit, enum font_role role, enum type type)
{
    struct block_style style = parts_style(kit, role, type);

    style.is_single = true;
    return style;
}

int event_language(const struct event_page *page, struct kit *kit)
{
    return page->facts.statement_count > 0 ? told_language(kit, PACK_STATEMENT, page->facts.first_statement)
                                           : kit->session->language;
}

struct pack_text event_words(struct kit *kit, enum pack_field field, int index)
{
    return told(kit, field, index);
}
