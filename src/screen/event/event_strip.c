/* The strip at the foot of the page: the event before, related ones, page keys, the event after. */
#include "screen/event/event_page.h"

/* What keeps the strip's targets apart from those above and below (T2). */
static int strip_padding(const struct kit *kit)
{
    return larger(event_gap(kit), look_px(&kit->look, kit->look.form == FORM_SMALL ? 6 : 10));
}

static int strip_line(const struct kit *kit)
{
    return look_px(&kit->look, 3);
}

int event_strip_height(const struct kit *kit)
{
    int primary = larger(look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12), look_target_h(&kit->look));
    int words = kit->look.type[TYPE_KEY].line_px + (kit->look.step == TEXT_A ? kit->look.type[TYPE_SMALL].line_px : 0);
    int height, chips = kit->look.form == FORM_LANDSCAPE && kit->look.step == TEXT_A ? event_chip_height(kit, 2) : 0;

    if (kit->look.form == FORM_LANDSCAPE)
        words = larger(words, look_px(&kit->look, 62));
    height = larger(primary, words) + 2 * strip_padding(kit);
    return larger(height, chips + 2 * event_gap(kit)) + strip_line(kit);
}

int event_page_key_width(const struct kit *kit)
{
    return larger(look_px(&kit->look, 64), look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12));
}

/* ---- before and after ---- */

struct neighbour {
    const char *id;
    int entry, step; /* step -1 = before */
    const struct block *caption, *words;
    int icon, gap, edge, w; /* edge: from the arrow to the edge of the strip */
};

static void set_neighbour(struct kit *kit, struct neighbour *neighbour, int most_px)
{
    struct block_style small = event_single(kit, FONT_MUSEUM, TYPE_SMALL), style = event_single(kit, FONT_DISPLAY, TYPE_KEY);
    struct pack_text caption, name;
    int text_w, caption_w, name_w;

    small.is_right_to_left = style.is_right_to_left = false;
    caption = parts_string(kit, neighbour->step < 0 ? PACK_STRING_EVENT_BEFORE : PACK_STRING_EVENT_AFTER);
    name = event_words(kit, PACK_ENTRY_SHORT, neighbour->entry);
    caption_w = block_line_width(kit->fonts, caption, small);
    name_w = block_line_width(kit->fonts, name, style);
    neighbour->icon = look_sign(&kit->look, 30);
    neighbour->gap = look_px(&kit->look, 12);
    neighbour->edge = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 40 : 16);
    text_w = most_px - neighbour->icon - neighbour->edge - 2 * neighbour->gap;
    if (name_w <= text_w) {
        neighbour->words = parts_block(kit, name, style, text_w);
        if (caption_w <= text_w && style.line_px + small.line_px <= event_strip_height(kit) - 2 * strip_padding(kit))
            neighbour->caption = parts_block(kit, caption, small, text_w);
    } else if (caption_w <= text_w) {
        neighbour->caption = parts_block(kit, caption, small, text_w);
    }
    text_w = neighbour->words ? neighbour->words->widest_px : 0;
    if (neighbour->caption)
        text_w = larger(text_w, neighbour->caption->widest_px);
    neighbour->w = larger(text_w + neighbour->icon + neighbour->edge + 2 * neighbour->gap,
                          event_page_key_width(kit) + event_gap(kit) + 2);
}

/* Who is read: "Before: Genoa Conference opens" */
static void list_neighbour(struct event_page *page, struct kit *kit, const struct neighbour *neighbour, struct rect hit,
                           uint32_t ink, uint32_t fill)
{
    struct ui_element element = parts_element(kit, neighbour->id, "entry", hit);
    struct pack_text title = event_words(kit, PACK_ENTRY_TITLE, neighbour->entry);
    struct pack_text caption = parts_string(kit, neighbour->step < 0 ? PACK_STRING_EVENT_BEFORE : PACK_STRING_EVENT_AFTER);

    text_builder_clear(page->builder);
    text_builder_add(page->builder, caption, 0, caption.length);
    text_builder_add_plain(page->builder, ": ");
    text_builder_add(page->builder, title, 0, title.length);
    element.hit = hit;
    element.verb = UI_ENTRY;
    element.value = neighbour->entry;
    element.is_focusable = true;
    element.label = text_builder_text(page->builder).bytes;
    if (neighbour->words || neighbour->caption) {
        enum type type = neighbour->caption ? TYPE_SMALL : TYPE_KEY;

        element.font_px = kit->look.type[type].size_px;
        element.cap_px = font_metrics(kit->fonts, FONT_MUSEUM, element.font_px).cap_px;
    }
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

/* The arrow is outside: before the words at the start of the line, after them at its end. */
static void draw_neighbour(struct event_page *page, struct kit *kit, const struct neighbour *neighbour, struct rect cell)
{
    bool is_pressed = ui_is_pressed(kit->ui, neighbour->id), points_left = (neighbour->step < 0) != parts_is_mirrored(kit);
    uint32_t fill = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_PAPER);
    uint32_t ink = is_pressed ? look_on(&kit->look, fill) : look_tone(&kit->look, TONE_INK);
    int caption_h = neighbour->caption ? neighbour->caption->height_px : 0;
    int words_h = neighbour->words ? neighbour->words->height_px : 0, y = cell.y + (cell.h - caption_h - words_h) / 2;
    int icon_x = points_left ? cell.x + neighbour->edge : cell.x + cell.w - neighbour->edge - neighbour->icon;
    int start = cell.x + neighbour->edge + neighbour->gap + neighbour->icon;
    int end = cell.x + cell.w - neighbour->edge - neighbour->gap - neighbour->icon;
    struct rect hit = rect_inset(cell, event_gap(kit) / 2 + 1, strip_padding(kit));

    if (is_pressed)
        draw_fill(kit->draw, hit, fill);
    draw_icon(kit->draw, points_left ? ICON_BACK : ICON_NEXT,
              (struct rect){icon_x, cell.y + (cell.h - neighbour->icon) / 2, neighbour->icon, neighbour->icon}, ink);
    if (neighbour->caption)
        draw_block(
            kit->draw, neighbour->caption, points_left ? start : end - neighbour->caption->widest_px, y,
            (struct draw_ink){.colour = is_pressed ? ink : look_tone(&kit->look, TONE_INK2), .mark_ground = DRAW_NO_GROUND});
    if (neighbour->words)
        draw_block(kit->draw, neighbour->words, points_left ? start : end - neighbour->words->widest_px, y + caption_h,
                   (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    list_neighbour(page, kit, neighbour, hit, ink, fill);
    parts_focus(kit, neighbour->id, hit, false);
}

static struct neighbour before_of(const struct event_page *page, const struct kit *kit)
{
    return (struct neighbour){.id = "nav:before", .entry = timeline_before(kit->timeline, page->entry), .step = -1};
}

static struct neighbour after_of(const struct event_page *page, const struct kit *kit)
{
    return (struct neighbour){.id = "nav:after", .entry = timeline_after(kit->timeline, page->entry), .step = 1};
}

/* ---- page keys ---- */

void event_page_key_draw(struct event_page *page, struct kit *kit, int pane, int step, struct rect rect)
{
    if (pane == EVENT_MAIN)
        pane_key(kit, &page->panes[pane], step < 0 ? "page:up" : "page:down", step, step < 0 ? EVENT_PAGE_UP : EVENT_PAGE_DOWN,
                 rect);
    else
        pane_key(kit, &page->panes[pane], step < 0 ? "page:documents:up" : "page:documents:down", step,
                 step < 0 ? EVENT_DOCUMENTS_UP : EVENT_DOCUMENTS_DOWN, rect);
}

/* Two keys side by side; each only while there is more that way. */
static void draw_strip_keys(struct event_page *page, struct kit *kit, struct rect rect)
{
    int w = event_page_key_width(kit), gap = larger(look_px(&kit->look, 12), event_gap(kit));

    rect = rect_inset(rect, 0, strip_padding(kit));
    rect.x += (rect.w - 2 * w - gap) / 2;
    rect.w = w;
    event_page_key_draw(page, kit, EVENT_MAIN, -1, rect);
    rect.x += w + gap;
    event_page_key_draw(page, kit, EVENT_MAIN, 1, rect);
}

void event_side_keys_draw(struct event_page *page, struct kit *kit, int pane)
{
    struct rect column = page->columns[pane];
    int w = look_target_w(&kit->look), h = larger(look_target_h(&kit->look), look_px(&kit->look, 64)), gap = event_gap(kit);
    struct rect key = {parts_is_mirrored(kit) ? column.x - gap - w : column.x + column.w + gap, column.y + gap, w, h};

    event_page_key_draw(page, kit, pane, -1, key);
    key.y = column.y + column.h - h - gap;
    event_page_key_draw(page, kit, pane, 1, key);
}

/* ---- the whole strip ---- */

int event_strip_related(struct event_page *page, struct kit *kit, int width_px)
{
    struct neighbour before = before_of(page, kit), after = after_of(page, kit);

    if (before.entry >= 0)
        set_neighbour(kit, &before, width_px / 4);
    if (after.entry >= 0)
        set_neighbour(kit, &after, width_px / 4);
    return event_related_fitting(page, kit, width_px - before.w - after.w);
}

static void draw_divider(struct kit *kit, struct rect strip, int x)
{
    draw_fill(kit->draw, (struct rect){x, strip.y, larger(look_px(&kit->look, 1.5f), 1), strip.h},
              look_tone(&kit->look, TONE_RULE));
}

void event_strip_draw(struct event_page *page, struct kit *kit)
{
    struct rect strip = page->strip, middle;
    struct neighbour before = before_of(page, kit), after = after_of(page, kit);
    int line = strip_line(kit), most = strip.w / 4;
    bool is_mirrored = parts_is_mirrored(kit);
    bool has_keys = !page->has_two_columns && !page->has_parts && scroll_is_needed(&page->panes[0].scroll);

    draw_fill(kit->draw, (struct rect){strip.x, strip.y, strip.w, line}, look_tone(&kit->look, TONE_INK));
    strip.y += line;
    strip.h -= line;
    if (page->related_in_strip == 0)
        most = (strip.w - (has_keys ? 2 * event_page_key_width(kit) + look_px(&kit->look, 40) : 0)) / 2;
    if (before.entry >= 0)
        set_neighbour(kit, &before, most);
    if (after.entry >= 0)
        set_neighbour(kit, &after, most);
    middle = (struct rect){strip.x + (is_mirrored ? after.w : before.w), strip.y, strip.w - before.w - after.w, strip.h};
    if (before.entry >= 0)
        draw_neighbour(page, kit, &before,
                       (struct rect){is_mirrored ? strip.x + strip.w - before.w : strip.x, strip.y, before.w, strip.h});
    if (page->related_in_strip > 0) {
        draw_divider(kit, strip, middle.x);
        event_related_draw_row(page, kit, middle);
        draw_divider(kit, strip, middle.x + middle.w);
    } else if (has_keys) {
        draw_strip_keys(page, kit, middle);
    }
    if (after.entry >= 0)
        draw_neighbour(page, kit, &after,
                       (struct rect){is_mirrored ? strip.x : strip.x + strip.w - after.w, strip.y, after.w, strip.h});
}
