/* The head of the page: the title, and the call-out where the voices differ. */
#include "screen/event/event_page.h"

#include <stdio.h>

/* ---- title ---- */

int event_title_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct pack_text title = event_words(kit, PACK_ENTRY_TITLE, page->entry);

    (void)index;
    return parts_block(kit, title, parts_style(kit, FONT_DISPLAY, TYPE_EVENT), width_px)->height_px;
}

void event_title_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    (void)index;
    parts_text(kit, "event:title", "heading", event_words(kit, PACK_ENTRY_TITLE, page->entry),
               parts_style(kit, FONT_DISPLAY, TYPE_EVENT), rect, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
}

/* ---- notice ---- */

int event_notice_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct pack_text notice = told_notice(kit, page->builder, event_language(page, kit));

    (void)index;
    return parts_block(kit, notice, parts_style(kit, FONT_MUSEUM, TYPE_SMALL), width_px)->height_px;
}

void event_notice_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    (void)index;
    parts_text(kit, "event:notice", "text", told_notice(kit, page->builder, event_language(page, kit)),
               parts_style(kit, FONT_MUSEUM, TYPE_SMALL), rect, look_tone(&kit->look, TONE_INK2),
               look_tone(&kit->look, TONE_PAPER));
}

static struct pack_text notice_alone(struct event_page *page, struct kit *kit, enum pack_field field, int index)
{
    return told_alone(kit, page->builder, field, index, event_language(page, kit));
}

int event_notice_alone_height(struct event_page *page, struct kit *kit, enum pack_field field, int index, int width_px)
{
    struct pack_text notice = notice_alone(page, kit, field, index);

    return notice.length ? parts_block(kit, notice, parts_style(kit, FONT_MUSEUM, TYPE_SMALL), width_px)->height_px : 0;
}

int event_notice_alone(struct event_page *page, struct kit *kit, const char *id, enum pack_field field, int index,
                       struct rect box)
{
    struct pack_text notice = notice_alone(page, kit, field, index);

    if (notice.length == 0)
        return 0;
    return parts_text(kit, id, "text", notice, parts_style(kit, FONT_MUSEUM, TYPE_SMALL), box, look_tone(&kit->look, TONE_INK2),
                      look_tone(&kit->look, TONE_PAPER));
}

/* ---- call-out ---- */

struct callout {
    struct key key;
    char id[72];
    const struct block *question, *subline;
    int sign, padding, end, edge, words_w, key_w, key_h, height; /* end: beyond the key; edge: above and below it */
    bool is_key_below;
};

static void make_key(struct kit *kit, struct callout *callout, int disagreement)
{
    struct pack_disagreement facts = pack_disagreement(kit->pack, disagreement);

    snprintf(callout->id, sizeof(callout->id), "compare:%.60s", facts.id);
    callout->key = (struct key){.id = callout->id,
                                .look = KEY_DARK,
                                .has_icon = true,
                                .icon = parts_onward(kit),
                                .words = parts_string(kit, PACK_STRING_EVENT_COMPARE),
                                .verb = UI_COMPARE,
                                .value = disagreement};
    callout->key_w = parts_key_width(kit, &callout->key);
    callout->key_h = event_has_head(kit) ? 0 : look_px(&kit->look, 64);
    if (callout->key_h < look_target_h(&kit->look))
        callout->key_h = look_target_h(&kit->look);
    if (callout->key_h < kit->look.type[TYPE_KEY].line_px + 2 * callout->edge)
        callout->key_h = kit->look.type[TYPE_KEY].line_px + 2 * callout->edge;
}

/* A small panel has room for the question only. */
static struct pack_text subline_of(struct kit *kit, int disagreement)
{
    struct pack_text subline = event_words(kit, PACK_SUBLINE, disagreement);

    if (event_has_head(kit))
        subline.length = 0;
    return subline;
}

static void set_words(struct kit *kit, struct callout *callout, int disagreement)
{
    callout->question = parts_block(kit, event_words(kit, PACK_QUESTION, disagreement),
                                    parts_style(kit, FONT_DISPLAY, TYPE_LABEL), callout->words_w);
    callout->subline = parts_block(kit, subline_of(kit, disagreement), parts_style(kit, FONT_MUSEUM, TYPE_SMALL),
                                   callout->words_w);
}

static bool is_narrow(const struct kit *kit)
{
    return kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
}

/* The key stands beside the words, or below them where that would squeeze them. */
static void callout_make(struct kit *kit, int disagreement, int width_px, struct callout *callout)
{
    int words_h, least;

    *callout = (struct callout){.sign = look_px(&kit->look, is_narrow(kit) ? 64 : 108)};
    callout->padding = look_px(&kit->look, event_has_head(kit) ? 12 : 20);
    callout->end = event_has_head(kit) ? look_px(&kit->look, 4) : callout->padding;
    callout->edge = look_px(&kit->look, event_has_head(kit) ? 2 : 8);
    make_key(kit, callout, disagreement);
    least = (is_narrow(kit) ? 10 : 11) * kit->look.type[TYPE_LABEL].size_px;
    callout->words_w = width_px - callout->sign - 2 * callout->padding - callout->end - callout->key_w;
    if (callout->words_w < least) {
        callout->is_key_below = true;
        callout->words_w = width_px - callout->sign - 2 * callout->padding;
    }
    set_words(kit, callout, disagreement);
    words_h = callout->question->height_px + callout->subline->height_px;
    if (callout->is_key_below)
        words_h += callout->padding + callout->key_h;
    else if (words_h < callout->key_h)
        words_h = callout->key_h;
    callout->height = words_h + callout->padding * (callout->is_key_below ? 2 : 1);
    if (event_has_head(kit) && !callout->is_key_below)
        callout->height = words_h + 2 * callout->edge;
    else if (callout->height < callout->sign)
        callout->height = callout->sign;
}

int event_callout_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct callout callout;

    (void)page;
    callout_make(kit, index, width_px, &callout);
    return callout.height;
}

static void draw_callout_words(struct kit *kit, const struct callout *callout, int index, int x, int y)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK), ground = look_tone(&kit->look, TONE_RED_TINT);
    struct rect box = {x, y, callout->words_w, 0};
    char id[96];

    snprintf(id, sizeof(id), "question:%.60s", callout->id + 8);
    box.y += parts_text(kit, id, "text", event_words(kit, PACK_QUESTION, index), parts_style(kit, FONT_DISPLAY, TYPE_LABEL),
                        box, ink, ground);
    if (callout->subline->line_count == 0)
        return;
    snprintf(id, sizeof(id), "subline:%.60s", callout->id + 8);
    parts_text(kit, id, "text", subline_of(kit, index), parts_style(kit, FONT_MUSEUM, TYPE_SMALL), box, ink, ground);
}

void event_callout_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct callout callout;
    bool is_mirrored = parts_is_mirrored(kit);
    struct rect sign;
    int words_h, x, y, key_x;

    (void)page;
    callout_make(kit, index, rect.w, &callout);
    words_h = callout.question->height_px + callout.subline->height_px;
    draw_fill(kit->draw, rect, look_tone(&kit->look, TONE_RED_TINT));
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, rect, 2, look_tone(&kit->look, TONE_INK));
    sign = (struct rect){event_lead(kit, rect, callout.sign), rect.y, callout.sign, rect.h};
    draw_fill(kit->draw, sign, look_tone(&kit->look, TONE_RED));
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, sign, 2, look_tone(&kit->look, TONE_INK));
    draw_icon(kit->draw, ICON_DIFFERS,
              (struct rect){sign.x + sign.w / 8, sign.y + (sign.h - sign.w * 3 / 4) / 2, sign.w * 3 / 4, sign.w * 3 / 4},
              look_on(&kit->look, look_tone(&kit->look, TONE_RED)));
    y = callout.is_key_below ? rect.y + callout.padding : rect.y + (rect.h - words_h) / 2;
    x = is_mirrored ? sign.x - callout.padding - callout.words_w : sign.x + sign.w + callout.padding;
    draw_callout_words(kit, &callout, index, x, y);
    key_x = is_mirrored ? rect.x + callout.end : rect.x + rect.w - callout.end - callout.key_w;
    if (callout.is_key_below)
        key_x = is_mirrored ? x + callout.words_w - callout.key_w : x;
    y = callout.is_key_below ? y + words_h + callout.padding : rect.y + (rect.h - callout.key_h) / 2;
    parts_key(kit, &callout.key, (struct rect){key_x, y, callout.key_w, callout.key_h});
}
