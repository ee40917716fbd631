/* Where the answers stand: rows of columns, those that differ slipped up and down and joined by the fault. */
#include "screen/compare/compare_page.h"

#include <stdlib.h>

#include "screen/quotation.h"

enum { PER_ROW_MAX = 6, PER_SET_MAX = 4, LEAST_EMS = 12, FULL = 100 };

bool compare_differs(const struct kit *kit, int answer)
{
    struct pack_answer facts = pack_answer(kit->pack, answer);

    return facts.differs && !facts.is_silent;
}

static int slip(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 10 : 22);
}

static int between(const struct kit *kit)
{
    bool is_small = kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;

    return larger(look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 32 : is_small ? 12 : 18), compare_gap(kit));
}

/* ---- places ---- */

static bool is_mute(const struct kit *kit, int answer)
{
    struct pack_answer facts = pack_answer(kit->pack, answer);

    return facts.is_silent && facts.source < 0;
}

/* Bytes of running text in a column. */
static int words_length(const struct compare_page *page, struct kit *kit, int answer)
{
    int source = pack_answer(kit->pack, answer).source, length = (int)compare_words(kit, PACK_NOTE, answer).length;

    if (source >= 0)
        length += (int)(quotation_words(kit, page->builder, source).length + quotation_translation(kit, source).length);
    return length;
}

/* A silence that quotes nothing needs little more than half the room. */
static int weight(const struct compare_page *page, const struct kit *kit, int k)
{
    return is_mute(kit, page->columns[k].answer) && !page->has_tabs ? FULL * 64 / 100 : FULL;
}

static int weights(const struct compare_page *page, const struct kit *kit, int first, int count)
{
    int sum = 0;

    for (int k = first; k < first + count; k++)
        sum += weight(page, kit, k);
    return sum;
}

/* The part of its row that a column has, in units of weight: where height is short, who says more has more. */
static int share(const struct compare_page *page, struct kit *kit, int first, int count, int k)
{
    enum { LEAST = 88, MOST = 140, EQUAL = 15 }; /* per cent of an equal part; a difference that is none */
    int speaking = 0, all = 0, part;

    if (!page->has_fixed_frame || is_mute(kit, page->columns[k].answer))
        return weight(page, kit, k);
    for (int i = first; i < first + count; i++) {
        if (is_mute(kit, page->columns[i].answer))
            continue;
        speaking++;
        all += words_length(page, kit, page->columns[i].answer);
    }
    part = all > 0 ? 65 + 35 * speaking * words_length(page, kit, page->columns[k].answer) / all : 100;
    return abs(part - 100) < EQUAL ? FULL : FULL * smaller(larger(part, LEAST), MOST) / 100;
}

static int inner(const struct kit *kit, int width)
{
    return width - 2 * compare_padding(kit);
}

/* How many columns from `first` fit into a row, silences being narrower. */
static int fitting(const struct compare_page *page, struct kit *kit, int first, int width_px)
{
    int left = page->column_count - first, least = LEAST_EMS * kit->look.type[TYPE_PASSAGE].size_px;

    if (page->has_tabs) {
        int row = compare_tabs_in_row(page, kit, width_px, between(kit));
        return smaller(left, row);
    }
    for (int n = left < PER_ROW_MAX ? left : PER_ROW_MAX; n > 1; n--) {
        int room = width_px - (n - 1) * between(kit);

        if (inner(kit, room * FULL / weights(page, kit, first, n)) >= least)
            return n;
    }
    return 1;
}

/* Names first: what is silent stands on one line, however many lines the names need in its narrow columns. Returns the height
 * of the tallest column. */
static int measure_row(struct compare_page *page, struct kit *kit, struct compare_column *row, int n)
{
    int names = 0, tallest = 0;

    for (int k = 0; k < n; k++) {
        row[k].name_h = 0;
        if (pack_answer(kit->pack, row[k].answer).is_silent)
            names = larger(names, compare_name_height(kit, row[k].answer, row[k].rect.w));
    }
    for (int k = 0; k < n; k++) {
        if (pack_answer(kit->pack, row[k].answer).is_silent)
            row[k].name_h = names;
        tallest = larger(tallest,
                         page->has_tabs ? compare_tab_height(page, kit, row[k].answer, row[k].rect.w)
                                        : compare_column_height(page, kit, &row[k]));
    }
    return tallest;
}

/* The width and the side of n columns of a row; those that differ slip up and down in turn. */
static void spread_row(struct compare_page *page, struct kit *kit, int first, int n, struct rect row)
{
    int room = row.w - (n - 1) * between(kit), sum = 0, used = 0;
    int slips = 0, amount = n > 1 ? slip(kit) : 0;

    for (int k = first; k < first + n; k++)
        sum += share(page, kit, first, n, k);
    for (int k = first; k < first + n; k++) {
        struct compare_column *column = &page->columns[k];
        int part = share(page, kit, first, n, k), left = used * room / sum, right = (used + part) * room / sum;
        int x = row.x + left + (k - first) * between(kit);

        column->rect = (struct rect){x, amount, right - left, 0};
        if (parts_is_mirrored(kit))
            column->rect.x = 2 * row.x + row.w - x - column->rect.w;
        column->row = page->row_count;
        if (compare_differs(kit, column->answer)) {
            column->slip = slips++ & 1 ? amount : -amount;
            column->rect.y += column->slip;
        }
        used += part;
    }
    page->row_count++;
}

/* A row of n columns from y, as high as it needs, their feet on one line. Returns its end. */
static int stack_row(struct compare_page *page, struct kit *kit, int first, int n, int y)
{
    int tallest = measure_row(page, kit, page->columns + first, n), amount = n > 1 ? slip(kit) : 0, end = 0;

    if (page->has_fixed_frame && n == page->column_count)
        tallest = larger(tallest, smaller(look_px(&kit->look, 500), page->body.h - y - 2 * amount));
    for (int k = first; k < first + n; k++) {
        page->columns[k].rect.y += y;
        end = larger(end, page->columns[k].rect.y + tallest);
    }
    for (int k = first; k < first + n; k++)
        page->columns[k].rect.h = page->has_tabs ? tallest : end - page->columns[k].rect.y;
    return end;
}

/* 0 = none. */
static int smallest(int size, int other)
{
    return size == 0 || other == 0 ? size + other : smaller(size, other);
}

/* One size for all that differ, so that none of them outweighs another; silence is quieter than what is said. */
static void choose_sizes(struct compare_page *page, struct kit *kit)
{
    enum { QUIET = 80 }; /* per cent */
    int differing = 0, said = 0, silent = 0;

    for (int k = 0; k < page->column_count; k++) {
        const struct compare_column *column = &page->columns[k];
        int size = page->has_tabs ? compare_tab_size(page, kit, column->answer, column->rect.w)
                                  : compare_answer_size(page, kit, column->answer, column->rect.w);

        if (pack_answer(kit->pack, column->answer).is_silent) {
            silent = smallest(silent, size);
            continue;
        }
        said = smallest(said, size);
        if (compare_differs(kit, column->answer))
            differing = smallest(differing, size);
    }
    page->answer_px = differing;
    page->silent_px = smallest(silent, said * QUIET / 100);
}

/* The ways under all columns are as high as the one that needs most. */
static void choose_way(struct compare_page *page, struct kit *kit)
{
    page->way_h = 0;
    for (int k = 0; k < page->column_count; k++)
        page->way_h = larger(page->way_h, compare_way_height(kit, page->columns[k].answer, page->columns[k].rect.w));
}

static void list_answers(struct compare_page *page, const struct kit *kit)
{
    int last = -1, number = 0;

    page->column_count = page->row_count = 0;
    for (int a = 0; a < page->facts.answer_count && page->column_count < COMPARE_COLUMNS_MAX; a++) {
        int document = pack_answer(kit->pack, page->facts.first_answer + a).document;

        number = document == last ? number + 1 : 0;
        last = document;
        page->columns[page->column_count++] = (struct compare_column){.answer = page->facts.first_answer + a, .number = number};
    }
}

static int in_row(const struct compare_page *page, int first)
{
    int n = 1;

    while (first + n < page->column_count && page->columns[first + n].row == page->columns[first].row)
        n++;
    return n;
}

/* Four voices are the comparison of this exhibit, however many answers they give; of more voices, four are seen at a time. */
static int most_in_row(const struct compare_page *page, struct kit *kit, int width_px)
{
    int fits = fitting(page, kit, 0, width_px);

    return pack_exhibit(kit->pack).documents > PER_SET_MAX ? smaller(fits, PER_SET_MAX) : fits;
}

int compare_columns_place(struct compare_page *page, struct kit *kit, int x, int top, int width_px)
{
    int y = top;

    list_answers(page, kit);
    page->sets = 1;
    if (page->has_fixed_frame && page->column_count > most_in_row(page, kit, width_px))
        compare_sets_choose(page, most_in_row(page, kit, width_px));
    page->answer_px = page->silent_px = 0;
    for (int first = 0, n; first < page->column_count; first += n) {
        n = fitting(page, kit, first, width_px);
        spread_row(page, kit, first, n, (struct rect){x, 0, width_px, 0});
    }
    choose_sizes(page, kit);
    choose_way(page, kit);
    for (int first = 0, n; first < page->column_count; first += n) {
        n = in_row(page, first);
        y = stack_row(page, kit, first, n, first > 0 ? y + between(kit) : y);
    }
    return y;
}

/* ---- drawing ---- */

/* M1: the columns come in level, with the screen; then those that differ slip. */
enum { SLIP_MS = 240 };

bool compare_is_slipping(const struct compare_page *page, const struct kit *kit)
{
    return !kit->look.reduced_motion && kit->interrupted_ms <= page->opened_ms
        && kit->now_ms < page->opened_ms + TRANSITION_SCREEN_MS + SLIP_MS;
}

int compare_column_y(const struct compare_page *page, const struct kit *kit, const struct compare_column *column)
{
    double left = 1 - (kit->now_ms - page->opened_ms - TRANSITION_SCREEN_MS) / (double)SLIP_MS;

    if (!compare_is_slipping(page, kit))
        return column->rect.y;
    left = left < 1 ? left : 1;
    return column->rect.y - (int)(column->slip * left * left * left);
}

/* Where title and foot stand still, the bars do not scroll away either. */
static int bar_y(const struct compare_page *page, const struct kit *kit, const struct compare_column *column, int origin)
{
    int y = compare_column_y(page, kit, column) + origin;

    return page->has_fixed_frame ? larger(y, page->pane.rect.y) : y;
}

/* The bars of two neighbours that differ are one line, broken at the fault: 2:1. */
static void draw_fault(const struct compare_page *page, struct kit *kit, const struct compare_column *a,
                       const struct compare_column *b, int origin)
{
    const struct compare_column *left = a->rect.x < b->rect.x ? a : b, *right = left == a ? b : a;
    float x0 = left->rect.x + left->rect.w, x1 = right->rect.x, middle = (x0 + x1) / 2, bar = compare_bar_height(kit);
    float y0 = bar_y(page, kit, left, origin), y1 = bar_y(page, kit, right, origin), half = (y1 > y0 ? y1 - y0 : y0 - y1) / 4;
    /* a band of the same height along the slope: its ends are cut upright */
    struct draw_point band[] = {{middle - half, y0}, {middle + half, y1}, {middle + half, y1 + bar}, {middle - half, y0 + bar}};
    uint32_t red = look_tone(&kit->look, kit->look.theme == THEME_CONTRAST ? TONE_INK : TONE_RED);

    draw_fill(kit->draw, (struct rect){(int)x0, (int)y0, (int)(middle - half - x0) + 1, (int)bar}, red);
    draw_fill(kit->draw, (struct rect){(int)(middle + half), (int)y1, (int)(x1 - middle - half) + 1, (int)bar}, red);
    draw_polygon(kit->draw, band, 4, red);
}

static void draw_faults(const struct compare_page *page, struct kit *kit, int origin)
{
    for (int k = 0; k + 1 < page->column_count; k++) {
        const struct compare_column *a = &page->columns[k], *b = a + 1;

        if (a->row == b->row && compare_differs(kit, a->answer) && compare_differs(kit, b->answer))
            draw_fault(page, kit, a, b, origin);
    }
}

void compare_columns_draw(struct compare_page *page, struct kit *kit, int origin)
{
    if (page->has_tabs)
        draw_faults(page, kit, origin);
    for (int k = 0; k < page->column_count; k++) {
        if (page->has_tabs)
            compare_tab_draw(page, kit, &page->columns[k], origin);
        else
            compare_column_draw(page, kit, &page->columns[k], origin);
    }
}

void compare_bars_draw(const struct compare_page *page, struct kit *kit, int origin)
{
    for (int k = 0; k < page->column_count; k++) {
        const struct compare_column *column = &page->columns[k];
        bool is_red = compare_differs(kit, column->answer) && kit->look.theme == THEME_STANDARD;
        struct rect bar = {column->rect.x, bar_y(page, kit, column, origin), column->rect.w, compare_bar_height(kit)};

        if (!pack_answer(kit->pack, column->answer).is_silent)
            draw_fill(kit->draw, bar, look_tone(&kit->look, is_red ? TONE_RED : TONE_INK));
    }
    draw_faults(page, kit, origin);
}

void compare_ways_draw(struct compare_page *page, struct kit *kit, int origin, int lowest)
{
    for (int k = 0; k < page->column_count; k++) {
        int y = page->columns[k].rect.y + page->columns[k].rect.h + origin;

        compare_way_draw(page, kit, &page->columns[k], smaller(y, lowest));
    }
}
