#include "screen/event/event_date.h"

#include "screen/answer.h"
#include "screen/fit.h"

/* ---- pieces ---- */

struct date_piece *event_date_add(struct date_set *set, enum date_piece_kind kind, struct rect rect)
{
    struct date_piece *piece = &set->pieces[set->count < DATE_PIECES_MAX ? set->count++ : DATE_PIECES_MAX - 1];

    *piece = (struct date_piece){.kind = kind, .rect = rect};
    return piece;
}

/* Lines one under the other, each centred where the poster is. */
struct date_piece *event_date_add_words(struct date_set *set, const struct block *block)
{
    int x = set->is_centred ? (set->width - block->widest_px) / 2 : 0;
    struct date_piece *piece;

    if (block->style.is_right_to_left && !set->is_centred)
        x = set->width - block->widest_px;
    piece = event_date_add(set, DATE_WORDS, (struct rect){x, set->height, block->widest_px, block->height_px});
    piece->block = block;
    set->height += block->height_px;
    return piece;
}

/* ---- dates that differ ---- */

/* "d." behind the numerals; what is longer stands under them. */
static const struct block *tail_of(struct event_page *page, struct kit *kit, const struct event_sides *sides, int size)
{
    struct pack_text after = answer_after(page->builder, answer_rest_of(kit, sides->answers[0]));
    struct block_style style = fit_style(kit, size * 4 / 10);

    style.is_single = true;
    return after.length > 0 && after.length <= DATE_TAIL_BYTES ? parts_block(kit, after, style, 0) : NULL;
}

static int tail_width(const struct block *tail, int size)
{
    return tail ? size * 12 / 100 + tail->widest_px : 0;
}

/* The numerals at one size, as large as the row allows. */
static int numeral_size(struct event_page *page, struct kit *kit, const struct event_sides *sides, int width_px)
{
    int size = kit->look.type[TYPE_POSTER].size_px, total = (sides->count - 1) * size * 68 / 100;
    struct block_style style = fit_style(kit, size);

    style.is_single = true;
    for (int i = 0; i < sides->count; i++)
        total += block_line_width(kit->fonts, event_words(kit, PACK_ANSWER, sides->answers[i]), style);
    total += tail_width(tail_of(page, kit, sides, size), size);
    return total > width_px ? size * width_px / total : size;
}

/* Tabs of the documents that answer alike, centred under their number, in as many rows as they need. */
static int add_side_tabs(struct kit *kit, const struct event_sides *sides, int side, int x, int width, int y,
                         struct date_set *set)
{
    struct pack_disagreement facts = pack_disagreement(kit->pack, sides->disagreement);
    struct pack_text word = event_words(kit, PACK_ANSWER, sides->answers[side]);
    int height = event_tab_height(kit, kit->look.form == FORM_SMALL ? 26 : 36), gap = height / 6, rows = 0;

    for (int a = facts.first_answer; a < facts.first_answer + facts.answer_count; a++) {
        struct pack_answer answer = pack_answer(kit->pack, a);
        int tab_w = parts_tab_width(kit, answer.document, height);

        if (!answer.differs || !event_sides_same(word, event_words(kit, PACK_ANSWER, a)))
            continue;
        event_date_add(set, DATE_TAB, (struct rect){x + (width - tab_w) / 2, y + rows * (height + gap), tab_w, height})
            ->document = answer.document;
        rows++;
    }
    return rows * (height + gap);
}

/* On the baseline of the numerals. */
static void add_tail(struct kit *kit, const struct block *tail, int size, int x, int y, struct date_set *set)
{
    struct font_metrics a = font_metrics(kit->fonts, FONT_DISPLAY, size);
    struct font_metrics b = font_metrics(kit->fonts, FONT_DISPLAY, tail->style.size_px);
    int baseline = y + (fit_style(kit, size).line_px + a.ascent_px - a.descent_px) / 2;

    event_date_add(set, DATE_WORDS,
                   (struct rect){x, baseline - (tail->style.line_px + b.ascent_px - b.descent_px) / 2, tail->widest_px,
                                 tail->height_px})
        ->block = tail;
}

static void set_sides(struct event_page *page, struct kit *kit, const struct event_sides *sides, struct date_set *set)
{
    int size = numeral_size(page, kit, sides, set->width), sign = size * 52 / 100, gap = size * 8 / 100, x, tabs = 0, total = 0;
    struct block_style style = fit_style(kit, size);
    const struct block *words[EVENT_SIDES_MAX], *tail = tail_of(page, kit, sides, size);
    int top = set->height;

    style.is_single = true;
    total = tail_width(tail, size);
    for (int i = 0; i < sides->count; i++) {
        words[i] = parts_block(kit, event_words(kit, PACK_ANSWER, sides->answers[i]), style, set->width);
        total += words[i]->widest_px + (i > 0 ? sign + 2 * gap : 0);
    }
    x = set->is_centred ? (set->width - total) / 2 : 0;
    for (int i = 0; i < sides->count; i++) {
        int tabs_h;

        if (i > 0) {
            event_date_add(set, DATE_DIFFERS, (struct rect){x + gap, top + (style.line_px - sign) / 2 + size / 20, sign, sign});
            x += sign + 2 * gap;
        }
        event_date_add(set, DATE_WORDS, (struct rect){x, top, words[i]->widest_px, words[i]->height_px})->block = words[i];
        tabs_h = add_side_tabs(kit, sides, i, x, words[i]->widest_px, top + style.line_px + gap, set);
        tabs = tabs_h > tabs ? tabs_h : tabs;
        x += words[i]->widest_px;
    }
    if (tail)
        add_tail(kit, tail, size, x + tail_width(tail, size) - tail->widest_px, top, set);
    set->height = top + style.line_px + gap + tabs;
}

/* In one line while its letters stay large, else in two. */
static const struct block *common_block(struct kit *kit, struct pack_text words, int width_px)
{
    int most = kit->look.type[TYPE_POSTER].size_px * 4 / 10;
    const struct block *block = fit_words(kit, words, most, 1, width_px);

    return block->line_count == 1 && block->style.size_px * 10 >= most * 7 ? block : fit_words(kit, words, most, 2, width_px);
}

/* The month and year that they agree on: over the numerals and a line, or under them, as the language has it. */
static void set_common(struct kit *kit, struct pack_text words, struct date_set *set)
{
    event_date_add_words(set, common_block(kit, words, set->width));
}

static void set_rule(struct kit *kit, struct date_set *set)
{
    int stroke = look_px(&kit->look, 4);

    event_date_add(set, DATE_RULE, (struct rect){0, set->height, set->width, stroke});
    set->height += stroke;
}

static void set_differing(struct event_page *page, struct kit *kit, const struct event_sides *sides, struct date_set *set)
{
    struct answer_rest rest = answer_rest_of(kit, sides->answers[0]);
    struct pack_text before = answer_before(page->builder, rest), after;
    int gap = kit->look.type[TYPE_POSTER].size_px * 20 / 100;

    if (before.length > 0) {
        set_common(kit, before, set);
        set->height += gap / 2;
        set_rule(kit, set);
    }
    set_sides(page, kit, sides, set);
    after = answer_after(page->builder, rest);
    if (after.length <= DATE_TAIL_BYTES)
        return;
    set->height += gap;
    set_rule(kit, set);
    set->height += gap / 2;
    set_common(kit, after, set);
}

/* ---- all of it ---- */

static void set_old_style(struct event_page *page, struct kit *kit, struct date_set *set)
{
    struct pack_text text = event_words(kit, PACK_ENTRY_OLD_STYLE, page->entry);

    if (text.length == 0)
        return;
    set->height += look_px(&kit->look, 10);
    event_date_add_words(set, parts_block(kit, text, parts_style(kit, FONT_MUSEUM, TYPE_LABEL), set->width))->id =
        "event:oldstyle";
}

static void set_whose(struct kit *kit, struct date_set *set)
{
    set->height += look_px(&kit->look, 14);
    event_date_add_words(
        set,
        parts_block(kit, parts_string(kit, PACK_STRING_EDITORS_DATE), parts_style(kit, FONT_MUSEUM, TYPE_SMALL), set->width))
        ->id = "event:by";
}

/* In as little width as its lines need: they are alike then, and no word stands alone in the last. */
static int note_width(struct kit *kit, struct pack_text note, int width_px)
{
    int height = parts_editors_note_height(kit, note, TYPE_SMALL, width_px), least = width_px / 2, most = width_px;

    while (most - least > look_px(&kit->look, 4)) {
        int width = (least + most) / 2;

        if (parts_editors_note_height(kit, note, TYPE_SMALL, width) > height)
            least = width;
        else
            most = width;
    }
    return most;
}

static void set_note(struct event_page *page, struct kit *kit, struct date_set *set)
{
    struct pack_text note = event_words(kit, PACK_EDITORS, set->note), notice;
    int height, width;

    if (note.length == 0) {
        set->note = -1;
        return;
    }
    width = parts_editors_note_width(kit, note, TYPE_SMALL, note_width(kit, note, set->width));
    height = parts_editors_note_height(kit, note, TYPE_SMALL, width);
    set->height += look_px(&kit->look, 22);
    notice = told_alone(kit, page->builder, PACK_EDITORS, set->note, event_language(page, kit));
    if (notice.length > 0)
        event_date_add_words(set, parts_block(kit, notice, parts_style(kit, FONT_MUSEUM, TYPE_SMALL), set->width))->id =
            "notice:note";
    event_date_add(set, DATE_NOTE, (struct rect){(set->width - width) / 2, set->height, width, height});
    set->height += height;
}

void event_date_set(struct event_page *page, struct kit *kit, int width_px, bool is_centred, bool with_note,
                    struct date_set *set)
{
    struct event_sides sides;

    *set = (struct date_set){.width = width_px, .is_centred = is_centred, .note = -1};
    if (event_sides_find(page, kit, &sides)) {
        set->note = sides.disagreement;
        set_differing(page, kit, &sides, set);
    } else {
        event_date_set_single(page, kit, set);
    }
    set->date = (struct rect){0, 0, width_px, set->height};
    set_old_style(page, kit, set);
    if (set->is_bracketed || set->is_half_bracketed)
        set_whose(kit, set);
    if (set->note >= 0 && with_note)
        set_note(page, kit, set);
    else
        set->note = -1;
}
