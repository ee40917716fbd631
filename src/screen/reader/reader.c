/* Reading a document in place: the passage marked, the whole text around it, what is known of it beside it. */
#include "screen/reader/reader.h"

#include <stdlib.h>

#include "screen/glossary.h"
#include "screen/quotation.h"

/* ---- what is read ---- */

static bool has_translation(const struct reader *reader, struct kit *kit, int language)
{
    enum { TRIED = 8 };

    for (int i = 0; i < reader->facts.paragraph_count && i < TRIED; i++) {
        if (pack_text(kit->pack, language, PACK_TRANSLATION, reader->facts.first_paragraph + i).length > 0)
            return true;
    }
    return false;
}

/* The visitor's language, else the first of the fallback order that has one (L8). */
static int find_translation(const struct reader *reader, struct kit *kit)
{
    int own = kit->session->language;

    if (reader->facts.language == own)
        return -1;
    if (has_translation(reader, kit, own))
        return own;
    for (int k = 0; k < pack_fallback_count(kit->pack); k++) {
        int language = pack_fallback(kit->pack, k);

        if (language != own && language != reader->facts.language && has_translation(reader, kit, language))
            return language;
    }
    return -1;
}

static bool open_document(struct reader *reader, struct kit *kit)
{
    int count;

    reader->document = kit->session->here.document;
    reader->source = kit->session->here.source;
    reader->facts = pack_document(kit->pack, reader->document);
    reader->differs = reader->source >= 0 && quotation_differs(kit, reader->source);
    reader->uses_of = reader->focus = -1;
    count = reader->facts.paragraph_count;
    reader->heights = heights_create(count);
    reader->lengths = heights_create(count);
    reader->builder = text_builder_create();
    if (!reader->heights || !reader->lengths || !reader->builder)
        return false;
    for (int i = 0; i < count; i++)
        heights_set(reader->lengths, i, (int)pack_paragraph(kit->pack, reader->facts.first_paragraph + i).length);
    return true;
}

static void close_document(struct reader *reader)
{
    text_builder_destroy(reader->builder);
    heights_destroy(reader->lengths);
    heights_destroy(reader->heights);
    free(reader);
}

static void *reader_enter(struct kit *kit)
{
    struct reader *reader = calloc(1, sizeof(*reader));

    if (!reader)
        return NULL;
    if (kit->session->here.document < 0)
        kit->session->here.document = 0;
    if (!open_document(reader, kit)) {
        close_document(reader);
        return NULL;
    }
    reader->text.view = READER_TEXT;
    reader_list_measure(reader, kit);
    return reader;
}

static void reader_leave(void *data, struct kit *kit)
{
    (void)kit;
    if (data)
        close_document(data);
}

/* ---- words explained ---- */

/* The language its paragraphs are shown in, as a bit; 0 = none of the interface's. */
static unsigned shown_language(const struct reader *reader, const struct kit *kit)
{
    int language = reader_is_translated(reader, kit) ? reader->translation : reader->facts.language;

    return language >= 0 ? 1u << language : 0;
}

static void list_terms(const struct reader *reader, struct kit *kit, int first, int last, struct term_list *list)
{
    for (int i = first; i <= last; i++) {
        struct pack_paragraph paragraph = pack_paragraph(kit->pack, reader->facts.first_paragraph + i);

        for (int k = 0; k < paragraph.term_count; k++)
            term_list_add(list, pack_paragraph_term(kit->pack, paragraph.first_term + k), shown_language(reader, kit));
    }
}

/* Of the paragraphs in view; where they use none, of the document. */
static void reader_terms(void *data, struct kit *kit, struct term_list *list)
{
    struct reader *reader = data;
    int first, last;

    if (!reader || heights_count(reader->heights) == 0)
        return;
    reader_column_seen(reader, &first, &last);
    list_terms(reader, kit, first, last, list);
    if (list->count == 0)
        list_terms(reader, kit, 0, heights_count(reader->heights) - 1, list);
}

static void find_words(struct reader *reader, struct kit *kit)
{
    struct term_list list = {.count = 0};

    list_terms(reader, kit, 0, heights_count(reader->heights) - 1, &list);
    reader->has_words = list.count > 0;
}

/* ---- layout ---- */

static void arrange(struct reader *reader, struct kit *kit)
{
    int padding = reader_place_padding(&kit->look), head;
    struct reader_needs needs = {.number_px = reader_number_width(reader, kit), .bar_rows = 1, .has_words = reader->has_words};

    needs.bar_rows = reader_bar_rows(kit, reader_place(&kit->look, kit->area, needs).bar.w);
    reader->place = reader_place(&kit->look, kit->area, needs);
    head = needs.header_px = reader_head_height(reader, kit, reader->place.header.w);
    reader->place = reader_place(&kit->look, kit->area, needs);
    reader->top_px = padding / 2;
    reader->bottom_px = padding;
    if (reader->place.mode == READER_COMPACT)
        reader->top_px = padding / 2 + head + reader_gap(kit);
    else
        reader->is_about = false;
}

/* Where the view stands: the session's anchor, or the part of the paragraph that was at its top. */
static void go_to_place(struct reader *reader, struct kit *kit, double part)
{
    struct stop *here = &kit->session->here;
    int paragraph = here->paragraph - reader->facts.first_paragraph;

    if (here->source >= 0 && here->offset_px == 0) {
        reader_column_show_passage(reader, kit);
    } else if (here->paragraph < 0 || paragraph >= heights_count(reader->heights)) {
        reader_column_show(reader, kit, 0, reader->top_px);
    } else if (part >= 0) {
        reader_column_show(reader, kit, paragraph, here->offset_px);
        reader_column_show(reader, kit, paragraph, -part * heights_of(reader->heights, paragraph));
    } else {
        reader_column_show(reader, kit, paragraph, here->offset_px);
    }
}

static void reader_layout(void *data, struct kit *kit)
{
    struct reader *reader = data;
    struct stop here = kit->session->here;
    int paragraph = here.paragraph - (reader ? reader->facts.first_paragraph : 0);
    double part = -1;

    if (!reader)
        return;
    if (here.offset_px < 0 && paragraph >= 0 && paragraph < heights_count(reader->heights)
        && heights_is_known(reader->heights, paragraph) && heights_of(reader->heights, paragraph) > 0)
        part = -here.offset_px / (double)heights_of(reader->heights, paragraph);
    reader->translation = find_translation(reader, kit);
    reader_about_find(reader, kit);
    find_words(reader, kit);
    arrange(reader, kit);
    reader_strip_arrange(reader, kit);
    pane_place(&reader->text, READER_TEXT, reader_flip(kit, reader->place.text), 0);
    reader_column_measure(reader, kit);
    if (heights_count(reader->heights) > 0)
        go_to_place(reader, kit, part);
}

/* ---- drawing ---- */

static bool is_used(const struct reader *reader, const struct kit *kit, int paragraph)
{
    return pack_paragraph(kit->pack, reader->facts.first_paragraph + paragraph).use_count > 0;
}

/* The paragraph of which is told where it is used: the focused, the passage while it is seen, else the first used one seen. */
static void find_current(struct reader *reader, const struct kit *kit)
{
    int first, last, anchor = kit->session->here.paragraph - reader->facts.first_paragraph;

    if (heights_count(reader->heights) == 0)
        return;
    reader_column_seen(reader, &first, &last);
    reader->current = anchor >= first && anchor <= last ? anchor : first;
    while (reader->current < last && !is_used(reader, kit, reader->current))
        reader->current++;
    for (int i = last; i >= first; i--) {
        if (reader_is_marked(reader, kit, i))
            reader->current = i;
    }
    if (reader->focus >= first && reader->focus <= last)
        reader->current = reader->focus;
}

static void draw_column(struct reader *reader, struct kit *kit)
{
    reader_column_settle(reader, kit);
    find_current(reader, kit);
    pane_begin(kit, &reader->text);
    if (reader->place.mode == READER_COMPACT)
        reader_head_draw(reader, kit, pane_origin(&reader->text) + reader_place_padding(&kit->look) / 2);
    reader_text_draw(reader, kit);
    pane_end(kit, &reader->text, look_tone(&kit->look, TONE_CARD));
}

static bool move_all(struct reader *reader, struct kit *kit)
{
    bool moves = pane_tick(kit, &reader->text);

    moves |= pane_tick(kit, &reader->side);
    moves |= pane_tick(kit, &reader->list);
    return moves;
}

static void draw_words_key(const struct reader *reader, struct kit *kit)
{
    struct rect rect = reader->place.words;
    struct key key = glossary_key(kit, false);
    int width = parts_key_width(kit, &key);

    if (width > rect.w)
        key = glossary_key(kit, true);
    else
        rect.w = width;
    parts_key(kit, &key, reader_flip(kit, rect));
}

static void reader_draw(void *data, struct kit *kit)
{
    struct reader *reader = data;
    const struct pane *paged;

    if (!reader)
        return;
    move_all(reader, kit);
    draw_fill(kit->draw, kit->area, look_tone(&kit->look, TONE_CARD));
    if (reader->place.has_list)
        reader_list_draw(reader, kit);
    if (reader->place.mode != READER_TALL)
        reader_bar_draw(reader, kit);
    if (reader->place.mode != READER_COMPACT)
        reader_head_draw(reader, kit, reader->place.header.y);
    if (!reader->is_about)
        draw_column(reader, kit);
    if (!reader->is_about)
        reader_strip_draw(reader, kit);
    if (reader->is_about)
        reader_about_draw(reader, kit);
    paged = reader->is_about ? &reader->side : &reader->text;
    reader_page_key(kit, paged, "page:up", -1, READER_UP, reader->place.up);
    reader_page_key(kit, paged, "page:down", 1, READER_DOWN, reader->place.down);
    if (reader->has_words && !reader->is_about)
        draw_words_key(reader, kit);
    if (!reader->is_about)
        reader_about_draw(reader, kit);
    if (reader->place.mode == READER_TALL)
        reader_bar_draw(reader, kit);
}

/* ---- what the visitor does ---- */

static void turn_page(struct reader *reader, struct kit *kit, int step)
{
    if (reader->is_about)
        pane_page(kit, &reader->side, step);
    else
        reader_column_page(reader, kit, step);
}

static void reader_act(void *data, struct kit *kit, int value)
{
    struct reader *reader = data;

    if (!reader)
        return;
    switch ((enum reader_act)value) {
    case READER_TRANSLATE:
        kit->session->here.is_translated = !kit->session->here.is_translated;
        reader_layout(reader, kit);
        break;
    case READER_ABOUT:
        reader->is_about = !reader->is_about;
        break;
    case READER_UP:
        turn_page(reader, kit, -1);
        break;
    case READER_DOWN:
        turn_page(reader, kit, 1);
        break;
    case READER_SIDE_UP:
        pane_page(kit, &reader->side, -1);
        break;
    case READER_SIDE_DOWN:
        pane_page(kit, &reader->side, 1);
        break;
    case READER_LIST_UP:
        pane_page(kit, &reader->list, -1);
        break;
    case READER_LIST_DOWN:
        pane_page(kit, &reader->list, 1);
        break;
    }
    kit->dirty = true;
}

static void reader_gesture(void *data, struct kit *kit, const struct gesture *gesture)
{
    struct reader *reader = data;

    if (!reader)
        return;
    if (gesture->view == READER_STRIP)
        reader_strip_gesture(reader, kit, gesture);
    else if (!pane_gesture(kit, &reader->text, gesture) && !pane_gesture(kit, &reader->side, gesture))
        pane_gesture(kit, &reader->list, gesture);
}

static bool reader_key(void *data, struct kit *kit, enum action action)
{
    struct reader *reader = data;

    if (!reader)
        return false;
    switch (action) {
    case ACTION_LEFT:
    case ACTION_PAGE_UP:
        turn_page(reader, kit, -1);
        return true;
    case ACTION_RIGHT:
    case ACTION_PAGE_DOWN:
        turn_page(reader, kit, 1);
        return true;
    case ACTION_FIRST:
    case ACTION_LAST:
        reader_column_end(reader, kit, action == ACTION_LAST);
        return true;
    default:
        return false;
    }
}

static int64_t reader_tick(void *data, struct kit *kit)
{
    enum { FRAME_MS = 16 };

    return data && move_all(data, kit) ? kit->now_ms + FRAME_MS : INT64_MAX;
}

/* ---- small things the files of the reader share ---- */

struct rect reader_flip(const struct kit *kit, struct rect rect)
{
    if (parts_is_mirrored(kit))
        rect.x = kit->look.panel.width_px - rect.x - rect.w;
    return rect;
}

int reader_say(struct kit *kit, const char *id, const char *role, struct pack_text text, struct block_style style,
               struct rect box, uint32_t ink, uint32_t ground)
{
    if (style.is_single) {
        box.w = block_line_width(kit->fonts, text, style);
        style.is_right_to_left = false;
    }
    return parts_text(kit, id, role, text, style, reader_flip(kit, box), ink, ground);
}

void reader_page_key(struct kit *kit, const struct pane *pane, const char *id, int step, int act, struct rect rect)
{
    pane_key(kit, pane, id, step, act, reader_flip(kit, rect));
}

const struct screen screen_reader = {
    .name = "reader", .has_plinth = true, .enter = reader_enter, .layout = reader_layout, .draw = reader_draw,
    .act = reader_act, .gesture = reader_gesture, .key = reader_key, .terms = reader_terms, .tick = reader_tick,
    .leave = reader_leave,
};
