/* Where things stand on the page of an event: two columns on a wide panel at text size A, else one. */
#include "screen/event/event_page.h"

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
    int strip_h, top = kit->area.y, bottom;

    page->has_parts = event_parts_fit(page, kit);
    strip_h = page->has_parts ? 0 : event_strip_height(kit);
    bottom = top + kit->area.h - strip_h;
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
    else if (page->has_parts)
        event_parts_place(page, kit);
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
    int gap = event_item_gap(kit, item->kind);

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

    if (page->has_parts)
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
    event_items_list(page, kit);
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

int event_advance(const struct kit *kit, struct rect line, int *used, int w)
{
    int x = parts_is_mirrored(kit) ? line.x + line.w - *used - w : line.x + *used;

    *used += w;
    return x;
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
