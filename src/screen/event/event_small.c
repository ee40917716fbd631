/*
 * The frame of the page on a small panel: the title with the voices at its end and a row of keys to the parts of the page stay
 * at the head, what the voices differ on stays at the foot, and all the rest scrolls between them.
 */
#include "screen/event/event_date.h"

#include "screen/fit.h"

bool event_has_head(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL;
}

/* ---- the title ---- */

static int bar_height(const struct kit *kit)
{
    return look_sign(&kit->look, 24);
}

/* In one line while its letters stay large, else in two. */
static const struct block *title_block(const struct event_page *page, struct kit *kit, int width_px)
{
    struct pack_text title = event_words(kit, PACK_ENTRY_TITLE, page->entry);
    int most = kit->look.type[TYPE_EVENT].size_px * 9 / 10, least = most * 7 / 10;
    const struct block *block = fit_words(kit, title, most, 1, width_px);

    return block->style.size_px >= least && block->line_count == 1 ? block : fit_words(kit, title, least, 2, width_px);
}

static int title_width(struct kit *kit, int width_px)
{
    return width_px - parts_voice_bar_width(kit, bar_height(kit)) - look_px(&kit->look, 16);
}

void event_head_draw(struct event_page *page, struct kit *kit)
{
    struct rect head = page->head;
    int bar_h = bar_height(kit), bar_w = parts_voice_bar_width(kit, bar_h);
    const struct block *block = title_block(page, kit, title_width(kit, head.w));
    struct rect title = {event_lead(kit, head, title_width(kit, head.w)), head.y + (head.h - block->height_px) / 2,
                         title_width(kit, head.w), 0};

    parts_text(kit, "event:title", "heading", event_words(kit, PACK_ENTRY_TITLE, page->entry), block->style, title,
               look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    parts_voice_bar(kit, page->facts.speaks, page->facts.differs, event_trail(kit, head, bar_w), head.y + (head.h - bar_h) / 2,
                    bar_h, look_tone(&kit->look, TONE_INK));
}

/* ---- what a line of the date leaves out ---- */

static struct pack_text whose_date(struct event_page *page, struct kit *kit, int width_px)
{
    struct date_set set;

    event_date_set_line(page, kit, width_px, &set);
    return set.is_bracketed || set.is_half_bracketed ? parts_string(kit, PACK_STRING_EDITORS_DATE) : (struct pack_text){0};
}

int event_calendar_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct pack_text old = event_words(kit, PACK_ENTRY_OLD_STYLE, page->entry), whose = whose_date(page, kit, width_px);
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    int height = 0;

    (void)index;
    if (old.length > 0)
        height += parts_block(kit, old, style, width_px)->height_px;
    if (whose.length > 0)
        height += parts_block(kit, whose, style, width_px)->height_px;
    return height;
}

void event_calendar_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct pack_text old = event_words(kit, PACK_ENTRY_OLD_STYLE, page->entry), whose = whose_date(page, kit, rect.w);
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    uint32_t ink = look_tone(&kit->look, TONE_INK2), paper = look_tone(&kit->look, TONE_PAPER);

    (void)index;
    if (old.length > 0)
        rect.y += parts_text(kit, "event:oldstyle", "text", old, style, rect, ink, paper);
    if (whose.length > 0)
        parts_text(kit, "event:by", "text", whose, style, rect, ink, paper);
}

/* ---- where they stand ---- */

/* What the voices differ on stays in sight where it takes no more than a fifth of the page. */
static int foot_height(struct event_page *page, struct kit *kit, int width_px)
{
    int height = page->facts.disagreement_count > 0
        ? event_measure(page, kit, EVENT_CALLOUT, page->facts.first_disagreement, width_px)
        : 0;

    return height * 5 <= kit->area.h ? height : 0;
}

void event_head_place(struct event_page *page, struct kit *kit)
{
    struct rect *column = &page->columns[EVENT_MAIN];
    int gap = event_gap(kit), bottom = kit->area.y + kit->area.h, foot = foot_height(page, kit, column->w);
    int title_h = title_block(page, kit, title_width(kit, column->w))->height_px;

    page->head = (struct rect){column->x, column->y + look_px(&kit->look, 4), column->w,
                               larger(title_h, bar_height(kit) * 3 / 2)};
    page->parts = (struct rect){column->x, page->head.y + page->head.h + look_px(&kit->look, 3), column->w,
                                larger(look_target_h(&kit->look), kit->look.type[TYPE_KEY].line_px)};
    column->y = page->parts.y + page->parts.h + gap;
    page->callouts = (struct rect){column->x, bottom - foot - look_px(&kit->look, 4), column->w, foot};
    column->h = (foot > 0 ? page->callouts.y - gap : bottom) - column->y;
}
