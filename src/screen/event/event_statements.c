/*
 * A statement and the tabs of the documents that carry the whole of it. A row with one source is one target; with several, the
 * words lead to the first and each tab to its own.
 */
#include "screen/event/event_page.h"

#include <stdio.h>

enum { TABS_MAX = 8 };

struct tab {
    int document, source;
};

struct row {
    const struct block *words;
    struct tab tabs[TABS_MAX];
    int tab_count, tab_h, slot_w; /* slot_w: a tab and what keeps it apart from the next */
    bool is_below;                /* the tabs stand under the words */
    bool is_trailing;             /* each tab stands at the end of its slot, so that those of all rows end at one line */
    int per_line;                 /* tabs under the words, side by side */
    int padding, words_w, tabs_w, tab_row_h, height;
};

/* One tab a document, for the first of its sources. */
static int list_tabs(struct kit *kit, int statement, struct tab tabs[TABS_MAX])
{
    struct pack_statement facts = pack_statement(kit->pack, statement);
    int count = 0;

    for (int k = 0; k < facts.source_refs && count < TABS_MAX; k++) {
        int source = pack_statement_source(kit->pack, facts.first_source_ref + k), i = 0;
        int document = pack_source(kit->pack, source).document;

        while (i < count && tabs[i].document != document)
            i++;
        if (i == count)
            tabs[count++] = (struct tab){document, source};
    }
    return count;
}

static int slot_width(struct kit *kit, int tab_h, const struct tab tabs[], int count)
{
    int width = 0;

    for (int i = 0; i < count; i++)
        width = larger(width, parts_tab_width(kit, tabs[i].document, tab_h));
    return count > 1 ? larger(width, look_target_w(&kit->look)) + event_gap(kit) : width;
}

/* Side by side; nothing is kept apart from the last. */
static int tabs_width(const struct kit *kit, int count, int slot_w)
{
    return count * slot_w - (count > 1 ? event_gap(kit) : 0);
}

/* Room for the tabs of the statement that has most of them. */
static int tab_column(const struct event_page *page, struct kit *kit, int tab_h)
{
    struct tab tabs[TABS_MAX];
    int width = 0;

    for (int s = 0; s < page->facts.statement_count; s++) {
        int count = list_tabs(kit, page->facts.first_statement + s, tabs);

        width = larger(width, tabs_width(kit, count, slot_width(kit, tab_h, tabs, count)));
    }
    return width;
}

/* Words of fewer characters a line than this give the whole width to themselves. */
enum { LEAST_EMS = 11 };

/* Columns side by side share one column of tabs; where there is less room each row takes what it needs. */
static void row_widths(const struct event_page *page, struct kit *kit, struct row *row, int width_px)
{
    int em = kit->look.type[TYPE_BODY].size_px, gap = look_px(&kit->look, 20);

    row->is_trailing = !page->has_two_columns;
    row->tabs_w = row->is_trailing ? tabs_width(kit, row->tab_count, row->slot_w) : tab_column(page, kit, row->tab_h);
    row->words_w = width_px - row->tabs_w - gap;
    row->is_below = row->words_w < LEAST_EMS * em;
    if (row->is_below) {
        row->words_w = row->tabs_w = width_px;
        row->is_trailing = false;
        row->per_line = row->slot_w > 0 && width_px / row->slot_w > 1 ? width_px / row->slot_w : 1;
    }
    row->words_w = look_measure(&kit->look, TYPE_BODY, row->words_w);
}

static int tab_lines(const struct row *row)
{
    return row->is_below ? (row->tab_count + row->per_line - 1) / row->per_line : 1;
}

static int row_height(struct kit *kit, const struct row *row, const struct block *words)
{
    int least = look_target_h(&kit->look) + event_gap(kit), height = words->height_px + 2 * row->padding;

    if (row->is_below && row->tab_count > 0)
        height = larger(words->height_px + row->padding, row->tab_count > 1 ? least : 0) + row->tab_row_h * tab_lines(row);
    return larger(height, least);
}

/* In the direction of the language they are told in (L8). */
static struct block_style words_style(const struct event_page *page, struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_BODY);

    style.is_right_to_left = pack_language(kit->pack, event_language(page, kit)).is_right_to_left;
    return style;
}

static struct row row_of(struct event_page *page, struct kit *kit, int statement, int width_px)
{
    int padding = kit->look.form == FORM_SMALL ? 4 : kit->look.form == FORM_LANDSCAPE ? 7 : 9;
    struct row row = {.padding = look_px(&kit->look, padding)};

    row.tab_count = list_tabs(kit, statement, row.tabs);
    row.tab_h = event_tab_height(kit, kit->look.form == FORM_SMALL ? 26 : 30);
    row.slot_w = slot_width(kit, row.tab_h, row.tabs, row.tab_count);
    row_widths(page, kit, &row, width_px);
    row.tab_row_h = row.tab_h + 2 * row.padding;
    if (row.tab_count > 1)
        row.tab_row_h = larger(row.tab_row_h, look_target_h(&kit->look) + event_gap(kit));
    row.words = parts_block(kit, event_words(kit, PACK_STATEMENT, statement), words_style(page, kit), row.words_w);
    row.height = row_height(kit, &row, row.words);
    return row;
}

/* ---- editors ---- */

static int note_height(struct kit *kit, int statement, int width_px)
{
    return parts_editors_note_height(kit, event_words(kit, PACK_STATEMENT, statement), TYPE_BODY,
                                     look_measure(&kit->look, TYPE_BODY, width_px));
}

static void draw_editors(struct kit *kit, int statement, const char *id, struct rect rect, int padding)
{
    int width = look_measure(&kit->look, TYPE_BODY, rect.w);

    parts_editors_note(kit, id, event_words(kit, PACK_STATEMENT, statement), TYPE_BODY, event_lead(kit, rect, width),
                       rect.y + padding, width, look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    ui_set_lang(kit->ui, told_tag(kit, PACK_STATEMENT, statement));
}

int event_statement_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct row row = row_of(page, kit, index, width_px);

    if (pack_statement(kit->pack, index).is_editors)
        return note_height(kit, index, width_px) + 2 * (row.padding + look_px(&kit->look, 3));
    return row.height;
}

/* ---- sources ---- */

static void list_tab(struct kit *kit, const struct row *row, int i, const char *row_id, struct rect rect, struct rect hit)
{
    struct pack_document document = pack_document(kit->pack, row->tabs[i].document);
    struct ui_element element;
    char id[72];

    snprintf(id, sizeof(id), "%.40s:%.20s", row_id, document.siglum);
    element = parts_element(kit, id, "button", rect);
    element.hit = hit;
    element.verb = UI_PASSAGE;
    element.value = row->tabs[i].source;
    element.is_focusable = true;
    element.label = event_words(kit, PACK_DOCUMENT_SHORT, row->tabs[i].document).bytes;
    element.font_px = row->tab_h * 70 / 100;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = look_on(&kit->look, look_tone(&kit->look, TONE_INK));
    element.ground = look_tone(&kit->look, TONE_INK);
    if (ui_is_pressed(kit->ui, id))
        draw_fill(kit->draw, hit, look_tone(&kit->look, TONE_BLUE));
    parts_focus(kit, id, rect_inset(rect, -2, -2), false);
    ui_add(kit->ui, element);
}

/* Tabs in their part of the row from its leading edge on; under the words in as many lines as they need. */
static void draw_tabs(struct kit *kit, const struct row *row, const char *row_id, struct rect part)
{
    int gap = event_gap(kit), lines = tab_lines(row), line_h = part.h / lines,
        per_line = row->is_below ? row->per_line : TABS_MAX;

    for (int i = 0; i < row->tab_count; i++) {
        int width = parts_tab_width(kit, row->tabs[i].document, row->tab_h), used = i % per_line * row->slot_w;
        int hit_w = row->tab_count > 1 ? larger(row->slot_w - gap, width) : width, before = row->is_trailing ? hit_w - width : 0;
        int x = parts_is_mirrored(kit) ? part.x + part.w - used - before - width : part.x + used + before;
        int y = part.y + i / per_line * line_h;
        int top = row->is_below ? (line_h - row->tab_h) / 2 : row->padding + (row->words->style.line_px - row->tab_h) / 2;
        struct rect hit = {x - before, y + gap / 2, hit_w, line_h - gap};

        if (parts_is_mirrored(kit))
            hit.x = x + width + before - hit.w;
        if (row->tab_count > 1)
            list_tab(kit, row, i, row_id, (struct rect){x, y + top, width, row->tab_h}, hit);
        parts_tab(kit, row->tabs[i].document, VOICE_SPEAKS, x, y + top, row->tab_h);
    }
}

/* Where the tabs of a row may stand, and what is left for the words. */
static void split(const struct kit *kit, const struct row *row, struct rect rect, struct rect *words, struct rect *tabs)
{
    *words = *tabs = rect;
    if (row->is_below) {
        tabs->h = row->tab_row_h * tab_lines(row);
        tabs->y = rect.y + rect.h - tabs->h;
        words->h = rect.h - tabs->h;
        return;
    }
    tabs->w = row->tabs_w;
    tabs->x = event_trail(kit, rect, tabs->w);
    words->w = rect.w - tabs->w - event_gap(kit);
    words->x = event_lead(kit, rect, words->w);
}

static void draw_words(const struct event_page *page, struct kit *kit, const struct row *row, int statement,
                       const char *id, struct rect rect, struct rect hit)
{
    bool is_pressed = ui_is_pressed(kit->ui, id);
    uint32_t ground = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_PAPER);
    uint32_t ink = is_pressed ? look_on(&kit->look, ground) : look_tone(&kit->look, TONE_INK);
    struct block_style style = words_style(page, kit);
    struct ui_element element = parts_element(kit, id, "statement", hit);

    if (is_pressed)
        draw_fill(kit->draw, rect_inset(hit, -look_px(&kit->look, 6), 0), ground);
    draw_block(kit->draw, row->words, event_lead(kit, rect, row->words_w), rect.y + row->padding,
               (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
    element.hit = hit;
    element.verb = UI_PASSAGE;
    element.value = row->tabs[0].source;
    element.is_focusable = true;
    element.label = event_words(kit, PACK_STATEMENT, statement).bytes;
    element.lang = pack_language(kit->pack, event_language(page, kit)).tag;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
    parts_focus(kit, id, hit, false);
}

void event_statement_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct row row = row_of(page, kit, index, rect.w);
    struct rect words, tabs, hit;
    int rule = look_px(&kit->look, 1.5f) > 1 ? look_px(&kit->look, 1.5f) : 1, gap = event_gap(kit);
    char id[72];

    snprintf(id, sizeof(id), "statement:%d", index - page->facts.first_statement);
    draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, rule}, look_tone(&kit->look, TONE_RULE));
    if (pack_statement(kit->pack, index).is_editors) {
        draw_editors(kit, index, id, rect, row.padding + look_px(&kit->look, 3));
        return;
    }
    if (row.tab_count == 0)
        return;
    split(kit, &row, rect, &words, &tabs);
    hit = (struct rect){words.x, words.y + gap / 2, words.w, words.h - gap};
    if (row.tab_count == 1)
        hit = (struct rect){rect.x, rect.y + gap / 2, rect.w, rect.h - gap};
    draw_words(page, kit, &row, index, id, words, hit);
    draw_tabs(kit, &row, id, tabs);
}
