/* The head of the page: the lane with its voice bar, the title, and the call-out where the voices differ. */
#include "screen/event/event_page.h"

#include <stdio.h>

/* ---- lane ---- */

struct lane_row {
    const struct block *name;
    int shape, bar_h, gap, height;
    bool is_key_below; /* what the cells of the bar mean */
    int key_w;
};

/* What stands in the key: only what occurs in this bar. */
static int list_voices(const struct event_page *page, struct kit *kit, enum pack_string_id words[3], enum voice voices[3])
{
    unsigned all = (1u << pack_exhibit(kit->pack).documents) - 1, differs = page->facts.differs;
    int count = 0;

    if (page->facts.speaks & ~differs) {
        words[count] = PACK_STRING_TIMELINE_KEY_SPEAKS;
        voices[count++] = VOICE_SPEAKS;
    }
    if (differs) {
        words[count] = PACK_STRING_TIMELINE_KEY_DIFFERS;
        voices[count++] = VOICE_DIFFERS;
    }
    if (all & ~(page->facts.speaks | differs)) {
        words[count] = PACK_STRING_TIMELINE_KEY_SILENT;
        voices[count++] = VOICE_SILENT;
    }
    return count;
}

static int key_cell_width(const struct lane_row *row)
{
    return row->bar_h * 62 / 100;
}

static int measure_key(const struct event_page *page, struct kit *kit, const struct lane_row *row)
{
    enum pack_string_id words[3];
    enum voice voices[3];
    int count = list_voices(page, kit, words, voices), width = 0;

    for (int i = 0; i < count; i++)
        width += key_cell_width(row) + row->gap / 2 + row->gap
            + block_line_width(kit->fonts, parts_string(kit, words[i]), event_single(kit, FONT_NARROW, TYPE_SMALL));
    return width;
}

static struct lane_row lane_row(struct event_page *page, struct kit *kit, int width_px)
{
    struct lane_row row = {.gap = look_px(&kit->look, 14)};
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_LABEL);
    int bar_w, small = kit->look.type[TYPE_SMALL].line_px;

    row.name = parts_block(kit, event_words(kit, PACK_LANE_NAME, page->facts.lane), style, width_px);
    row.shape = style.size_px * 115 / 100;
    row.bar_h = style.size_px * 75 / 100;
    row.height = row.name->height_px + look_px(&kit->look, 4);
    bar_w = parts_voice_bar_width(kit, row.bar_h);
    row.key_w = measure_key(page, kit, &row);
    row.is_key_below = row.shape + 2 * row.gap + row.name->widest_px + row.gap + bar_w + row.gap + row.key_w > width_px;
    if (row.is_key_below)
        row.height += small;
    return row;
}

int event_lane_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    (void)index;
    return lane_row(page, kit, width_px).height;
}

static void draw_key_cell(struct kit *kit, enum voice voice, struct rect cell)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    if (voice == VOICE_SILENT)
        draw_dashed_frame(kit->draw, cell, 1, ink);
    else if (voice == VOICE_DIFFERS && kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, cell, 2, ink);
    else
        draw_fill(kit->draw, cell, voice == VOICE_DIFFERS ? look_tone(&kit->look, TONE_RED) : ink);
}

static void draw_key(const struct event_page *page, struct kit *kit, const struct lane_row *row, struct rect rect)
{
    struct block_style style = event_single(kit, FONT_NARROW, TYPE_SMALL);
    enum pack_string_id words[3];
    enum voice voices[3];
    int count = list_voices(page, kit, words, voices), x = rect.x, cell = key_cell_width(row);

    for (int i = 0; i < count; i++) {
        char id[24];
        struct pack_text word = parts_string(kit, words[i]);

        draw_key_cell(kit, voices[i], (struct rect){x, rect.y + (rect.h - row->bar_h) / 2, cell, row->bar_h});
        x += cell + row->gap / 2;
        snprintf(id, sizeof(id), "key:%d", voices[i]);
        style.is_right_to_left = false;
        parts_text(kit, id, "text", word, style, (struct rect){x, rect.y + (rect.h - style.line_px) / 2, rect.w, 0},
                   look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
        x += block_line_width(kit->fonts, word, style) + row->gap;
    }
}

/* x of the next part of a line that runs from the leading edge. */
static int advance(const struct kit *kit, struct rect rect, int *used, int width)
{
    int x = event_is_mirrored(kit) ? rect.x + rect.w - *used - width : rect.x + *used;

    *used += width;
    return x;
}

void event_lane_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct lane_row row = lane_row(page, kit, rect.w);
    struct pack_lane lane = pack_lane(kit->pack, page->facts.lane);
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_LABEL);
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    int line = row.name->height_px, used = 0, x, bar_w = parts_voice_bar_width(kit, row.bar_h);

    (void)index;
    x = advance(kit, rect, &used, row.shape);
    draw_shape(kit->draw, (enum draw_shape)lane.shape, (struct rect){x, rect.y + (line - row.shape) / 2, row.shape, row.shape},
               look_lane(&kit->look, lane.colour), look_px(&kit->look, 2.5f), ink);
    used += row.gap;
    x = advance(kit, rect, &used, row.name->widest_px);
    style.is_right_to_left = false;
    parts_text(kit, "event:lane", "text", event_words(kit, PACK_LANE_NAME, page->facts.lane), style,
               (struct rect){x, rect.y, row.name->widest_px, line}, ink, paper);
    used += row.gap * 3 / 2;
    x = advance(kit, rect, &used, bar_w);
    parts_voice_bar(kit, page->facts.speaks, page->facts.differs, x, rect.y + (line - row.bar_h) / 2, row.bar_h, ink);
    used += row.gap * 3 / 2;
    if (row.is_key_below)
        draw_key(page, kit, &row, (struct rect){event_lead(kit, rect, row.key_w), rect.y + line, row.key_w, row.height - line});
    else
        draw_key(page, kit, &row, (struct rect){event_trail(kit, rect, row.key_w), rect.y, row.key_w, line});
}

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

/* ---- call-out ---- */

struct callout {
    struct key key;
    char id[72];
    const struct block *question, *subline;
    int sign, padding, words_w, key_w, key_h, height;
    bool is_key_below;
};

static void make_key(struct kit *kit, struct callout *callout, int disagreement)
{
    struct pack_disagreement facts = pack_disagreement(kit->pack, disagreement);

    snprintf(callout->id, sizeof(callout->id), "compare:%.60s", facts.id);
    callout->key = (struct key){.id = callout->id,
                                .look = KEY_DARK,
                                .has_icon = true,
                                .icon_first = event_is_mirrored(kit),
                                .icon = event_is_mirrored(kit) ? ICON_BACK : ICON_NEXT,
                                .words = parts_string(kit, PACK_STRING_EVENT_COMPARE),
                                .verb = UI_COMPARE,
                                .value = disagreement};
    callout->key_w = parts_key_width(kit, &callout->key);
    callout->key_h = look_px(&kit->look, 64);
    if (callout->key_h < look_target_h(&kit->look))
        callout->key_h = look_target_h(&kit->look);
    if (callout->key_h < kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 16))
        callout->key_h = kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 16);
}

static void set_words(struct kit *kit, struct callout *callout, int disagreement)
{
    callout->question = parts_block(kit, event_words(kit, PACK_QUESTION, disagreement),
                                    parts_style(kit, FONT_DISPLAY, TYPE_LABEL), callout->words_w);
    callout->subline = parts_block(kit, event_words(kit, PACK_SUBLINE, disagreement), parts_style(kit, FONT_MUSEUM, TYPE_SMALL),
                                   callout->words_w);
}

/* The key stands beside the words, or below them where that would squeeze them. */
static void callout_make(struct kit *kit, int disagreement, int width_px, struct callout *callout)
{
    int words_h, least;

    *callout = (struct callout){.sign = look_px(&kit->look, kit->look.form == FORM_SMALL ? 64 : 108)};
    callout->padding = look_px(&kit->look, kit->look.form == FORM_SMALL ? 12 : 20);
    make_key(kit, callout, disagreement);
    least = 11 * kit->look.type[TYPE_LABEL].size_px;
    callout->words_w = width_px - callout->sign - 3 * callout->padding - callout->key_w;
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
    if (callout->height < callout->sign)
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
    parts_text(kit, id, "text", event_words(kit, PACK_SUBLINE, index), parts_style(kit, FONT_MUSEUM, TYPE_SMALL), box, ink,
               ground);
}

void event_callout_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct callout callout;
    bool is_mirrored = event_is_mirrored(kit);
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
    key_x = is_mirrored ? rect.x + callout.padding : rect.x + rect.w - callout.padding - callout.key_w;
    if (callout.is_key_below)
        key_x = is_mirrored ? x + callout.words_w - callout.key_w : x;
    y = callout.is_key_below ? y + words_h + callout.padding : rect.y + (rect.h - callout.key_h) / 2;
    parts_key(kit, &callout.key, (struct rect){key_x, y, callout.key_w, callout.key_h});
}
