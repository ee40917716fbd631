/* The parts of the page: text, documents, where and who. Where the page is small a row of keys leads to them. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <string.h>

#include "screen/glossary.h"

enum { PARTS_MOST = 3 };

struct part {
    const char *id;
    enum event_act act;
    enum event_kind first; /* what it begins with; the first part begins with the page */
};

static int list_parts(const struct event_page *page, struct part parts[PARTS_MOST])
{
    int count = 0;

    parts[count++] = (struct part){"part:text", EVENT_TO_TEXT, EVENT_KIND_COUNT};
    parts[count++] = (struct part){"part:documents", EVENT_TO_DOCUMENTS, EVENT_SAYS};
    if (page->facts.place_count > 0 || page->facts.person_count > 0)
        parts[count++] = (struct part){"part:where", EVENT_TO_WHERE, EVENT_WHERE};
    return count;
}

/* What of the content stands at the top of the view when the part is shown, its heading below what fades there. */
static int part_start(const struct event_page *page, struct kit *kit, const struct part *part)
{
    for (int i = 0; i < page->item_count; i++) {
        if (page->items[i].kind == part->first)
            return page->items[i].rect.y - look_px(&kit->look, event_has_head(kit) ? 24 : 48);
    }
    return 0;
}

static int current_part(const struct event_page *page, struct kit *kit, const struct part parts[], int count)
{
    double at = scroll_goal(&page->panes[EVENT_MAIN].scroll);

    while (count > 1 && part_start(page, kit, &parts[count - 1]) > at + 1)
        count--;
    return count - 1;
}

int event_parts_height(const struct event_page *page, struct kit *kit, int height_px)
{
    struct part parts[PARTS_MOST];
    int count = list_parts(page, parts);

    return larger(height_px, part_start(page, kit, &parts[count - 1]) + page->columns[EVENT_MAIN].h);
}

/* ---- going there ---- */

/* The first thing of it that can have the focus; "" = nothing can. */
static void first_thing(const struct event_page *page, struct kit *kit, const struct part *part, char *id, size_t size)
{
    *id = '\0';
    for (int i = 0; i < page->item_count && !*id; i++) {
        const struct event_item *item = &page->items[i];

        if (part->act == EVENT_TO_TEXT && item->kind == EVENT_STATEMENT && !pack_statement(kit->pack, item->index).is_editors)
            snprintf(id, size, "statement:%d", item->index - page->facts.first_statement);
        else if (part->act == EVENT_TO_DOCUMENTS && item->kind == EVENT_PASSAGE)
            snprintf(id, size, "source:%.60s", pack_source(kit->pack, item->index).label);
        else if (part->act == EVENT_TO_WHERE && item->kind == EVENT_WHERE)
            snprintf(id, size, "%s", page->facts.place_count > 0 ? "event:map" : "event:people");
    }
}

void event_part_go(struct event_page *page, struct kit *kit, enum event_act act)
{
    struct part parts[PARTS_MOST];
    int count = list_parts(page, parts);

    page->moved_pane = EVENT_MAIN;
    for (int i = 0; i < count; i++) {
        if (parts[i].act != act)
            continue;
        pane_go(kit, &page->panes[EVENT_MAIN], part_start(page, kit, &parts[i]));
        first_thing(page, kit, &parts[i], kit->focus_wish, sizeof(kit->focus_wish));
        page->has_opened = true;
        page->opened = act;
    }
}

bool event_part_return(struct event_page *page, struct kit *kit)
{
    struct part parts[PARTS_MOST];
    int count = page->has_opened ? list_parts(page, parts) : 0;
    bool returns = false;
    char first[sizeof(kit->focus_wish)];

    for (int i = 0; i < count; i++) {
        first_thing(page, kit, &parts[i], first, sizeof(first));
        if (parts[i].act != page->opened || strcmp(kit->focus, first) != 0 || ui_find(kit->ui, parts[i].id) < 0)
            continue;
        snprintf(kit->focus_wish, sizeof(kit->focus_wish), "%s", parts[i].id);
        returns = true;
    }
    page->has_opened = false;
    return returns;
}

/* ---- their keys ---- */

/* How much is written on the keys; less where the words are large. */
enum wording { WORDS_ALL, WORDS_SHORT, WORDS_BARE, WORDINGS };

enum { LEAST_PADDING = 10, USUAL_PADDING = 20 }; /* beside the words, pixels of the form */

static int count_speaking(const struct event_page *page)
{
    int count = 0;

    for (unsigned speaks = page->facts.speaks; speaks; speaks >>= 1)
        count += speaks & 1;
    return count;
}

static struct pack_text documents_words(struct event_page *page, struct kit *kit, enum wording wording)
{
    struct pack_text words = parts_string(kit, PACK_STRING_NAV_DOCUMENTS);
    char number[16];

    if (wording >= WORDS_BARE)
        return words;
    snprintf(number, sizeof(number), "\xC2\xA0%d", count_speaking(page));
    text_builder_clear(page->builder);
    text_builder_add(page->builder, words, 0, words.length);
    text_builder_add_plain(page->builder, number);
    return text_builder_text(page->builder);
}

static struct pack_text where_words(struct event_page *page, struct kit *kit, enum wording wording)
{
    struct pack_text where = parts_string(kit, PACK_STRING_EVENT_WHERE), who = parts_string(kit, PACK_STRING_EVENT_WHO);

    if (page->facts.place_count == 0)
        return who;
    if (page->facts.person_count == 0 || wording >= WORDS_SHORT)
        return where;
    text_builder_clear(page->builder);
    text_builder_add(page->builder, where, 0, where.length);
    text_builder_add_plain(page->builder, "\xC2\xA0\xC2\xB7\xC2\xA0");
    text_builder_add(page->builder, who, 0, who.length);
    return text_builder_text(page->builder);
}

/* The words are the builder's, until the next key is made. */
static struct key part_key(struct event_page *page, struct kit *kit, const struct part *part, enum wording wording)
{
    struct key key = {.id = part->id, .verb = UI_OWN, .value = part->act};

    if (part->act == EVENT_TO_TEXT)
        key.words = parts_string(kit, PACK_STRING_EVENT_TEXT);
    else if (part->act == EVENT_TO_DOCUMENTS)
        key.words = documents_words(page, kit, wording);
    else
        key.words = where_words(page, kit, wording);
    return key;
}

static int part_key_width(struct event_page *page, struct kit *kit, const struct part *part, enum wording wording)
{
    struct block_style style = event_single(kit, FONT_DISPLAY, TYPE_KEY);
    int words = block_line_width(kit->fonts, part_key(page, kit, part, wording).words, style);

    return larger(words + 2 * look_px(&kit->look, LEAST_PADDING), look_target_w(&kit->look));
}

struct row {
    struct part parts[PARTS_MOST];
    int count, widths[PARTS_MOST], page_key_w, words_w, gap, rest; /* rest: px that nothing needs */
    enum wording wording;
    bool has_words;
};

static int page_key_width(const struct kit *kit)
{
    return event_has_head(kit) ? look_target_w(&kit->look) : event_page_key_width(kit);
}

static void measure(struct event_page *page, struct kit *kit, struct row *row, int width_px)
{
    row->rest = width_px - 2 * row->page_key_w - row->gap - (row->has_words ? row->words_w + row->gap : 0);
    for (int i = 0; i < row->count; i++) {
        row->widths[i] = part_key_width(page, kit, &row->parts[i], row->wording);
        row->rest -= row->widths[i] + row->gap;
    }
}

/* What is left goes to the keys, as far as they want it. */
static void share_rest(struct kit *kit, struct row *row)
{
    int most = 2 * look_px(&kit->look, USUAL_PADDING - LEAST_PADDING), share = row->rest / row->count;

    for (int i = 0; i < row->count; i++)
        row->widths[i] += share < most ? share : most;
}

/* With as many words as fit. */
static struct row row_of(struct event_page *page, struct kit *kit, int width_px)
{
    struct row row = {.page_key_w = page_key_width(kit), .words_w = look_target_w(&kit->look), .gap = event_gap(kit)};

    row.has_words = event_has_head(kit) && event_has_words(page, kit);
    row.count = list_parts(page, row.parts);
    for (row.wording = WORDS_ALL; row.wording < WORDINGS; row.wording++) {
        measure(page, kit, &row, width_px);
        if (row.rest >= 0 || row.wording == WORDINGS - 1)
            break;
    }
    if (row.rest > 0)
        share_rest(kit, &row);
    return row;
}

/* Keys stand nearer to the edge than words. */
static int parts_margin(const struct kit *kit)
{
    return look_px(&kit->look, 14);
}

static struct rect next_key(const struct kit *kit, struct rect row, int *used, int width, int gap)
{
    int x = event_advance(kit, row, used, width);

    *used += gap;
    return (struct rect){x, row.y, width, row.h};
}

/* The current one is dark, and above the page it stands on it like the tab of a folder. */
static void draw_part(struct event_page *page, struct kit *kit, const struct row *row, int i, struct rect rect)
{
    struct key key = part_key(page, kit, &row->parts[i], row->wording);
    int foot = page->columns[EVENT_MAIN].y - rect.y - rect.h;

    key.is_current = i == current_part(page, kit, row->parts, row->count);
    if (key.is_current && event_has_head(kit))
        draw_fill(kit->draw, (struct rect){rect.x, rect.y + rect.h, rect.w, foot}, look_tone(&kit->look, TONE_INK));
    parts_key(kit, &key, rect);
}

bool event_parts_fit(struct event_page *page, struct kit *kit)
{
    if (kit->look.form != FORM_SMALL_PORTRAIT)
        return event_has_head(kit);
    return row_of(page, kit, kit->area.w - 2 * parts_margin(kit)).rest >= 0;
}

void event_parts_place(struct event_page *page, struct kit *kit)
{
    struct rect *column = &page->columns[EVENT_MAIN];
    int margin = parts_margin(kit), gap = larger(event_gap(kit), look_px(&kit->look, 12));
    int height = larger(event_page_key_width(kit), kit->look.type[TYPE_KEY].line_px);

    page->parts = rect_inset(kit->area, margin, gap);
    page->parts.y += page->parts.h - height;
    page->parts.h = height;
    column->h = page->parts.y - gap - column->y;
}

void event_parts_draw(struct event_page *page, struct kit *kit)
{
    struct row row = row_of(page, kit, page->parts.w);
    int used = 0;

    for (int i = 0; i < row.count; i++)
        draw_part(page, kit, &row, i, next_key(kit, page->parts, &used, row.widths[i], row.gap));
    if (row.has_words) {
        struct key words = glossary_key(kit, true);

        parts_key(kit, &words, next_key(kit, page->parts, &used, row.words_w, row.gap));
    }
}

void event_page_keys_draw(struct event_page *page, struct kit *kit)
{
    int w = page_key_width(kit), used = page->parts.w - 2 * w - event_gap(kit);
    struct rect up = next_key(kit, page->parts, &used, w, event_gap(kit)), down = next_key(kit, page->parts, &used, w, 0);

    event_page_key_draw(page, kit, EVENT_MAIN, -1, up);
    event_page_key_draw(page, kit, EVENT_MAIN, 1, down);
}
