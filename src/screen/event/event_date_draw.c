/* Draws the date on the poster, and lists what is read of it. */
#include "screen/event/event_date.h"

#include "screen/fit.h"

/* On a dark ground a tab that differs is a card with deep red letters. */
static void draw_card_tab(struct kit *kit, int document, struct rect rect)
{
    parts_tab_in(kit, document, rect, look_tone(&kit->look, TONE_CARD), look_tone(&kit->look, TONE_RED_DEEP));
}

static void list_words(struct kit *kit, const char *id, const char *words, struct block_style style, struct rect rect,
                       uint32_t ground)
{
    struct ui_element element = parts_element(kit, id, "text", rect);

    element.label = words;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_on(&kit->look, ground);
    element.ground = ground;
    ui_add(kit->ui, element);
}

static void draw_lines(struct kit *kit, const struct block *block, struct rect rect, bool is_centred, uint32_t ink)
{
    bool is_right_to_left = block->style.is_right_to_left;

    for (int i = 0; i < block->line_count; i++) {
        int left = rect.w - block->lines[i].width_px, x = is_centred ? left / 2 : is_right_to_left ? left : 0;

        if (is_right_to_left)
            x -= block->width_px - block->lines[i].width_px;
        draw_block_lines(kit->draw, block, i, 1, rect.x + x, rect.y + i * block->style.line_px,
                         (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    }
}

static void draw_brackets(struct kit *kit, struct rect rect, uint32_t ink)
{
    int stroke = event_date_stroke(kit);

    parts_bracket(kit, rect.x, rect.y, rect.h, true, stroke, ink);
    parts_bracket(kit, rect.x + rect.w - stroke, rect.y, rect.h, false, stroke, ink);
}

static void draw_piece(struct kit *kit, const struct date_set *set, const struct date_piece *piece, int x, int y,
                       uint32_t ground)
{
    uint32_t ink = look_on(&kit->look, ground);
    struct rect rect = {x + piece->rect.x, y + piece->rect.y, piece->rect.w, piece->rect.h};

    switch (piece->kind) {
    case DATE_WORDS:
        draw_lines(kit, piece->block, rect, set->is_centred, ink);
        if (piece->id)
            list_words(kit, piece->id, piece->block->bytes, piece->block->style, rect, ground);
        break;
    case DATE_BRACKETS:
        draw_brackets(kit, rect, ink);
        break;
    case DATE_DIFFERS:
        draw_icon(kit->draw, ICON_DIFFERS, rect, ink);
        break;
    case DATE_TAB:
        draw_card_tab(kit, piece->document, rect);
        break;
    case DATE_RULE:
        draw_fill(kit->draw, rect, ink);
        break;
    case DATE_NOTE:
        parts_editors_note(kit, "event:note", event_words(kit, PACK_EDITORS, set->note), TYPE_SMALL, rect.x, rect.y, rect.w,
                           ink, ground);
        ui_set_lang(kit->ui, told_tag(kit, PACK_EDITORS, set->note));
        break;
    }
}

/* The smallest letters of the date stand for it in the list. */
static void list_date(struct event_page *page, struct kit *kit, const struct date_set *set, int x, int y, uint32_t ground)
{
    struct block_style style = fit_style(kit, kit->look.type[TYPE_POSTER].size_px);

    for (int i = 0; i < set->count; i++) {
        const struct date_piece *piece = &set->pieces[i];

        if (piece->block && !piece->id && piece->block->style.size_px < style.size_px)
            style = piece->block->style;
    }
    list_words(kit, "event:date", event_date_spoken(page, kit, set->is_bracketed).bytes, style,
               (struct rect){x + set->date.x, y + set->date.y, set->date.w, set->date.h}, ground);
}

/* Around all that says when. */
static struct rect bracketed(struct kit *kit, const struct date_set *set)
{
    int left = set->date.w, right = 0, room = event_date_bracket_room(kit);

    for (int i = 0; i < set->count; i++) {
        const struct rect *rect = &set->pieces[i].rect;

        if (rect->y >= set->date.h)
            continue;
        left = rect->x < left ? rect->x : left;
        right = rect->x + rect->w > right ? rect->x + rect->w : right;
    }
    left = larger(left - room, 0);
    right = right + room > set->width ? set->width : right + room;
    return (struct rect){left, 0, right - left, set->date.h};
}

void event_date_draw(struct event_page *page, struct kit *kit, const struct date_set *set, int x, int y, uint32_t ground)
{
    list_date(page, kit, set, x, y, ground);
    for (int i = 0; i < set->count; i++)
        draw_piece(kit, set, &set->pieces[i], x, y, ground);
    if (set->is_bracketed) {
        struct rect rect = bracketed(kit, set);

        draw_brackets(kit, (struct rect){x + rect.x, y + rect.y, rect.w, rect.h}, look_on(&kit->look, ground));
    }
}
