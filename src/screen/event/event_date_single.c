/*
 * A date that the documents do not differ on: the number of a day large, else words. Brackets are drawn around what is the
 * editors', all of it or one end, and an end never breaks from its bracket.
 */
#include "screen/event/event_date.h"

#include <string.h>

#include "screen/fit.h"
#include "text/utf8.h"

/* Percents of the poster's numerals. */
static const int numerals[] = {100, 80, 55}, words[] = {55, 40}, ends[] = {55, 40, 35, 30, 27};

enum { NUMERALS = 3, WORDS = 2, ENDS = 5 };

static int percent(const struct kit *kit, int part)
{
    return larger(kit->look.type[TYPE_POSTER].size_px * part / 100, kit->look.type[TYPE_SMALL].size_px);
}

int event_date_stroke(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 3 : 5);
}

int event_date_bracket_room(const struct kit *kit)
{
    return 3 * event_date_stroke(kit) + look_px(&kit->look, kit->look.form == FORM_SMALL ? 5 : 10);
}

/* ---- words side by side ---- */

struct word {
    uint32_t start, end; /* bytes of the date */
    bool is_ours, is_tail;
};

struct row {
    struct pack_text text;
    struct word words[4];
    int count;
};

static void add_word(struct row *row, uint32_t start, uint32_t end, bool is_ours)
{
    row->words[row->count++] = (struct word){start, end, is_ours, false};
}

static const struct block *word_block(struct event_page *page, struct kit *kit, const struct row *row, int i, int size)
{
    const struct word *word = &row->words[i];
    int tail = larger(size * 40 / 100, kit->look.type[TYPE_SMALL].size_px);
    struct block_style style = fit_style(kit, word->is_tail ? tail : size);

    style.is_single = true;
    return parts_block(kit, event_date_part(page, row->text, word->start, word->end), style, 0);
}

/* What keeps a word from the one before it; its own spaces are not set. */
static int lead_of(const struct row *row, int i, int size)
{
    if (i == 0)
        return 0;
    return row->words[i].is_tail || row->words[i].is_ours || row->words[i - 1].is_ours ? size * 12 / 100 : 0;
}

static int row_width(struct event_page *page, struct kit *kit, const struct row *row, int size)
{
    int width = 0;

    for (int i = 0; i < row->count; i++)
        width += lead_of(row, i, size) + word_block(page, kit, row, i, size)->widest_px
            + (row->words[i].is_ours ? 2 * event_date_bracket_room(kit) : 0);
    return width;
}

/* From the top of a line of that size to the baseline. */
static int baseline(struct kit *kit, struct block_style style)
{
    struct font_metrics metrics = font_metrics(kit->fonts, style.role, style.size_px);

    return (style.line_px + metrics.ascent_px - metrics.descent_px) / 2;
}

static void set_row(struct event_page *page, struct kit *kit, const struct row *row, int size, struct date_set *set)
{
    int width = row_width(page, kit, row, size), used = 0, line = fit_style(kit, size).line_px;
    int left = set->is_centred ? (set->width - width) / 2 : parts_is_mirrored(kit) ? set->width - width : 0;

    for (int i = 0; i < row->count; i++) {
        const struct block *block = word_block(page, kit, row, i, size);
        int room = row->words[i].is_ours ? event_date_bracket_room(kit) : 0, taken = block->widest_px + 2 * room, x, y;

        used += lead_of(row, i, size);
        x = left + (parts_is_mirrored(kit) ? width - used - taken : used);
        y = set->height + baseline(kit, fit_style(kit, size)) - baseline(kit, block->style);
        if (room > 0)
            event_date_add(set, DATE_BRACKETS, (struct rect){x, set->height, taken, line});
        event_date_add(set, DATE_WORDS, (struct rect){x + room, y, block->widest_px, block->height_px})->block = block;
        used += taken;
    }
    set->height += line;
}

/* The first of the sizes at which both rows fit the column; 0 = none. */
static int size_for(struct event_page *page, struct kit *kit, const struct row *a, const struct row *b, int width_px,
                    const int *percents, int count)
{
    for (int i = 0; i < count; i++) {
        int size = percent(kit, percents[i]);

        if (row_width(page, kit, a, size) <= width_px && (!b || row_width(page, kit, b, size) <= width_px))
            return size;
    }
    return 0;
}

/* ---- in lines ---- */

/* The first of the sizes from `largest` on that needs no more lines than `most` and breaks no word; 0 = none. */
static int size_of_lines(struct kit *kit, struct pack_text text, int largest, int most, int width_px)
{
    for (int i = 0; i < ENDS; i++) {
        int size = percent(kit, ends[i]);
        const struct block *block = ends[i] <= largest ? parts_block(kit, text, fit_style(kit, size), width_px) : NULL;

        if (block && block->line_count <= most && block->widest_px <= width_px && fit_keeps_words(block))
            return size;
    }
    return 0;
}

static void add_lines(struct kit *kit, struct pack_text text, int size, int most, struct date_set *set)
{
    if (size > 0)
        event_date_add_words(set, parts_block(kit, text, fit_style(kit, size), set->width));
    else
        event_date_add_words(set, fit_words(kit, text, percent(kit, ends[ENDS - 1]), most + 1, set->width));
}

/* What stands over or under the number: on one line while that is large. */
static void add_rest(struct kit *kit, struct pack_text text, struct date_set *set)
{
    const struct block *block;
    int most;

    if (text.length == 0)
        return;
    block = parts_block(kit, text, fit_style(kit, percent(kit, 30)), set->width);
    most = block->line_count == 1 ? 1 : 2;
    add_lines(kit, text, size_of_lines(kit, text, 40, most, set->width), most, set);
}

/* ---- a day ---- */

static uint32_t dash_in(struct pack_text text, uint32_t start, uint32_t end)
{
    const char *at = strstr(text.bytes + start, "\xE2\x80\x93");

    return at && at < text.bytes + end ? (uint32_t)(at - text.bytes) : end;
}

struct ends {
    bool start_is_ours, end_is_ours;
};

/* The number of the day, or both days with brackets around the one that is ours. */
static void set_day(struct event_page *page, struct kit *kit, struct pack_text text, struct word day, struct ends ours,
                    struct date_set *set)
{
    struct row row = {.text = text};
    uint32_t dash = dash_in(text, day.start, day.end), end = day.end;
    bool has_brackets = set->is_half_bracketed && dash < day.end;
    int size, between = has_brackets ? look_px(&kit->look, 10) : 0;

    add_rest(kit, event_date_part(page, text, 0, day.start), set);
    if (has_brackets) {
        add_word(&row, day.start, dash, ours.start_is_ours);
        add_word(&row, dash, dash + 3, false);
        add_word(&row, dash + 3, day.end, ours.end_is_ours);
    } else {
        add_word(&row, day.start, day.end, false);
    }
    if (end < text.length && text.length - end <= DATE_TAIL_BYTES) {
        add_word(&row, end, text.length, false);
        row.words[row.count - 1].is_tail = true;
        end = text.length;
    }
    size = size_for(page, kit, &row, NULL, set->width, numerals, NUMERALS);
    set->height += set->height > 0 ? between : 0;
    set_row(page, kit, &row, size > 0 ? size : percent(kit, 40), set);
    set->height += between;
    add_rest(kit, event_date_part(page, text, end, text.length), set);
}

/* ---- a start and an end ---- */

/* A bracket stands around all lines of its end. */
static void add_end(struct kit *kit, struct pack_text text, int size, bool is_ours, struct date_set *set)
{
    int room = is_ours ? event_date_bracket_room(kit) : 0, first = set->count;
    struct rect rect;

    set->width -= 2 * room;
    add_lines(kit, text, size, 2, set);
    set->width += 2 * room;
    set->pieces[first].rect.x += room;
    rect = set->pieces[first].rect;
    if (is_ours)
        event_date_add(set, DATE_BRACKETS, (struct rect){rect.x - room, rect.y, rect.w + 2 * room, rect.h});
}

/* Where even on a line each they are too long: in two lines each, both of one size. No bracket stands around the dash. */
static void set_long_range(struct event_page *page, struct kit *kit, struct pack_text text, struct ends ours,
                           struct date_set *set)
{
    uint32_t dash = dash_in(text, 0, text.length), second = ours.start_is_ours ? dash : dash + 3;
    int room = set->is_half_bracketed ? 2 * event_date_bracket_room(kit) : 0;
    int a = size_of_lines(kit, event_date_part(page, text, 0, second), 40, 2, set->width - room);
    int b = size_of_lines(kit, event_date_part(page, text, second, text.length), 40, 2, set->width - room);
    int size = a < b ? a : b;

    add_end(kit, event_date_part(page, text, 0, second), size, ours.start_is_ours, set);
    set->height += set->is_half_bracketed ? look_px(&kit->look, 8) : 0;
    add_end(kit, event_date_part(page, text, second, text.length), size, ours.end_is_ours, set);
}

/* On one line while its letters stay large, else the start over the end. */
static void set_range(struct event_page *page, struct kit *kit, struct pack_text text, struct ends ours, struct date_set *set)
{
    uint32_t dash = dash_in(text, 0, text.length), second = dash + 3;
    struct row whole = {.text = text}, start = {.text = text}, end = {.text = text};
    int between = set->is_half_bracketed ? look_px(&kit->look, 8) : 0, size;

    add_word(&start, 0, ours.start_is_ours ? dash : second, ours.start_is_ours);
    if (ours.start_is_ours)
        add_word(&start, dash, second, false);
    add_word(&end, second, text.length, ours.end_is_ours);
    if (set->is_half_bracketed) {
        whole = start;
        whole.words[whole.count++] = end.words[0];
    } else {
        add_word(&whole, 0, text.length, false);
    }
    size = size_for(page, kit, &whole, NULL, set->width, words, WORDS);
    if (size > 0) {
        set_row(page, kit, &whole, size, set);
        return;
    }
    size = size_for(page, kit, &start, &end, set->width, ends, ENDS);
    if (size > 0) {
        set_row(page, kit, &start, size, set);
        set->height += between;
        set_row(page, kit, &end, size, set);
        return;
    }
    set_long_range(page, kit, text, ours, set);
}

/* ---- all of it ---- */

static void set_whole(struct kit *kit, struct pack_text text, struct date_set *set)
{
    if (utf8_count(text.bytes, text.length) <= 5)
        event_date_add_words(set, fit_words(kit, text, percent(kit, 100), 1, set->width));
    else
        add_lines(kit, text, size_of_lines(kit, text, 55, 2, set->width), 2, set);
}

void event_date_set_single(struct event_page *page, struct kit *kit, struct date_set *set)
{
    struct pack_text text = event_words(kit, PACK_ENTRY_DATE, page->entry);
    bool has_end = page->facts.is_span && !page->facts.open_end;
    struct ends ours = {page->facts.start.by == PACK_BY_EDITORS, has_end && page->facts.end.by == PACK_BY_EDITORS};
    int inset = event_date_bracket_room(kit);
    struct word day = {0};

    set->is_half_bracketed = has_end && ours.start_is_ours != ours.end_is_ours;
    set->is_bracketed = !set->is_half_bracketed && ours.start_is_ours;
    if (!set->is_half_bracketed)
        ours = (struct ends){false, false};
    if (set->is_bracketed)
        set->width -= 2 * inset;
    if (event_date_find_day(page, text, &day.start, &day.end))
        set_day(page, kit, text, day, ours, set);
    else if (event_date_is_range(text))
        set_range(page, kit, text, ours, set);
    else
        set_whole(kit, text, set);
    if (set->is_bracketed) {
        set->width += 2 * inset;
        for (int i = 0; i < set->count; i++)
            set->pieces[i].rect.x += inset;
    }
}
