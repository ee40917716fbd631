/* The row above the title: the lane, who speaks with what the bar means, and the key to the words explained. */
#include "screen/event/event_page.h"
#include "screen/glossary.h"

#include <stdio.h>

struct lane_row {
    const struct block *name;
    int shape, bar_h, bar_w, gap, height;
    bool is_key_below; /* what the cells of the bar mean */
    bool is_bar_below; /* the bar stands before it */
    int key_w, lines_h;
    struct key words; /* to the words explained, at the trailing end or below */
    bool has_words, are_words_below;
    int words_w, words_h;
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

bool event_has_words(const struct event_page *page, const struct kit *kit)
{
    for (int k = 0; k < page->facts.term_count; k++) {
        if (pack_entry_term(kit->pack, page->facts.first_term + k).languages >> kit->session->language & 1)
            return true;
    }
    return false;
}

/* Beside that key the lane and what the bar means have room, the bar in a second line if need be. */
static bool fits_beside(struct kit *kit, struct lane_row *row, struct key key, int lead_w, int width_px)
{
    int rest, name_w = row->shape + row->gap + row->name->widest_px;

    row->words = key;
    row->words_w = parts_key_width(kit, &row->words);
    rest = width_px - row->words_w - row->gap;
    row->is_bar_below = lead_w > rest;
    return row->is_bar_below ? larger(name_w, row->bar_w + row->gap + row->key_w) <= rest : row->key_w <= rest;
}

/* As a sign alone where its words would crowd the lane, below where even that does. */
static void place_words(struct kit *kit, struct lane_row *row, int lead_w, int width_px)
{
    if (fits_beside(kit, row, glossary_key(kit, false), lead_w, width_px)
        || fits_beside(kit, row, glossary_key(kit, true), lead_w, width_px))
        return;
    row->words = glossary_key(kit, false);
    row->words_w = parts_key_width(kit, &row->words);
    row->words_w = row->words_w < width_px ? row->words_w : width_px;
    row->are_words_below = true;
    row->is_bar_below = false;
}

/* With or without the key to the words it is as high, so that the title stands in one place as one pages on. */
static struct lane_row lane_row(struct event_page *page, struct kit *kit, int width_px)
{
    struct lane_row row = {.gap = look_px(&kit->look, 14), .has_words = event_has_words(page, kit) && !event_has_head(kit)};
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_LABEL);
    int lead_w;

    row.name = parts_block(kit, event_words(kit, PACK_LANE_NAME, page->facts.lane), style, width_px);
    row.shape = style.size_px * 115 / 100;
    row.bar_h = style.size_px * 75 / 100;
    row.bar_w = parts_voice_bar_width(kit, row.bar_h);
    row.key_w = measure_key(page, kit, &row);
    lead_w = row.shape + 2 * row.gap + row.name->widest_px + row.gap + row.bar_w + row.gap;
    row.is_key_below = !event_has_head(kit) || lead_w + row.key_w > width_px;
    row.lines_h = row.name->height_px + (row.is_key_below ? kit->look.type[TYPE_SMALL].line_px : 0);
    row.height = row.lines_h;
    if (!event_has_head(kit)) {
        row.words_h = larger(kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 16), look_target_h(&kit->look));
        row.height = larger(row.lines_h, row.words_h);
    }
    if (row.has_words)
        place_words(kit, &row, lead_w, width_px);
    if (row.are_words_below)
        row.height = row.lines_h + row.words_h + row.gap;
    row.height += look_px(&kit->look, 4);
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

static void draw_bar(const struct event_page *page, struct kit *kit, const struct lane_row *row, int x, struct rect line)
{
    parts_voice_bar(kit, page->facts.speaks, page->facts.differs, x, line.y + (line.h - row->bar_h) / 2, row->bar_h,
                    look_tone(&kit->look, TONE_INK));
}

static void draw_lane(const struct event_page *page, struct kit *kit, const struct lane_row *row, struct rect rect)
{
    struct pack_lane lane = pack_lane(kit->pack, page->facts.lane);
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_LABEL);
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    int used = 0, x = event_advance(kit, rect, &used, row->shape);

    draw_shape(kit->draw, (enum draw_shape)lane.shape,
               (struct rect){x, rect.y + (rect.h - row->shape) / 2, row->shape, row->shape}, look_lane(&kit->look, lane.colour),
               look_px(&kit->look, 2.5f), ink);
    used += row->gap;
    x = event_advance(kit, rect, &used, row->name->widest_px);
    style.is_right_to_left = false;
    parts_text(kit, "event:lane", "text", event_words(kit, PACK_LANE_NAME, page->facts.lane), style,
               (struct rect){x, rect.y, row->name->widest_px, rect.h}, ink, paper);
    used += row->gap * 3 / 2;
    if (!row->is_bar_below)
        draw_bar(page, kit, row, event_advance(kit, rect, &used, row->bar_w), rect);
}

static void draw_words(struct kit *kit, const struct lane_row *row, struct rect rect)
{
    struct rect key = {event_trail(kit, rect, row->words_w), rect.y, row->words_w, row->words_h};

    if (row->are_words_below) {
        key.x = event_lead(kit, rect, row->words_w);
        key.y += row->lines_h + row->gap / 2;
    } else if (row->lines_h > row->words_h) {
        key.y += (row->lines_h - row->words_h) / 2;
    }
    parts_key(kit, &row->words, key);
}

void event_lane_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct lane_row row = lane_row(page, kit, rect.w);
    struct rect line = {rect.x, rect.y, rect.w, row.name->height_px}, key;

    (void)index;
    if (!row.are_words_below && row.words_h > row.lines_h)
        line.y += (row.words_h - row.lines_h) / 2;
    draw_lane(page, kit, &row, line);
    key = (struct rect){event_trail(kit, rect, row.key_w), line.y, row.key_w, line.h};
    if (row.is_key_below) {
        struct rect below = {rect.x, line.y + line.h, rect.w, row.lines_h - line.h};
        int used = 0;

        if (row.is_bar_below)
            draw_bar(page, kit, &row, event_advance(kit, below, &used, row.bar_w), below);
        used += used > 0 ? row.gap : 0;
        key = (struct rect){event_advance(kit, below, &used, row.key_w), below.y, row.key_w, below.h};
    } else if (row.has_words && !row.are_words_below)
        key.x += parts_is_mirrored(kit) ? row.words_w + row.gap : -row.words_w - row.gap;
    draw_key(page, kit, &row, key);
    if (row.has_words)
        draw_words(kit, &row, rect);
}
