/* The answer itself: the word that is large, and around it the rest of a date in the order of the language. */
#include "screen/compare/compare_column.h"

#include <stdio.h>

#include "screen/answer.h"
#include "screen/fit.h"

/* To have its rest behind it, the answer may shrink to this part of its size, per cent. */
enum { LEAST_SHRINK = 65, LONG_BYTES = 14 };

struct pack_text compare_answer_word(struct kit *kit, int answer)
{
    return pack_answer(kit->pack, answer).is_silent ? parts_string(kit, PACK_STRING_COMPARE_SILENT)
                                                    : compare_words(kit, PACK_ANSWER, answer);
}

struct pack_text compare_answer_whole(struct compare_page *page, struct kit *kit, int answer)
{
    if (pack_answer(kit->pack, answer).is_silent)
        return compare_answer_word(kit, answer);
    text_builder_clear(page->builder);
    answer_add(kit, page->builder, answer);
    return text_builder_text(page->builder);
}

/* Red is for large words (C1). */
uint32_t compare_answer_ink(const struct kit *kit, int answer, const struct block *word)
{
    enum { LARGE_PX = 24 };
    enum tone red = word->style.size_px < LARGE_PX ? TONE_RED_DEEP : TONE_RED;
    bool is_red = compare_differs(kit, answer) && kit->look.theme == THEME_STANDARD;

    return look_tone(&kit->look, pack_answer(kit->pack, answer).is_silent ? TONE_INK2 : is_red ? red : TONE_INK);
}

/* ---- the rest ---- */

static struct block_style rest_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    style.size_px = style.size_px * 5 / 4;
    style.line_px = style.size_px * 6 / 5;
    return style;
}

/* "1922" after a month; "1922, no day" where the others name one. */
static bool lacks_a_day(const struct compare_page *page, const struct kit *kit, int answer)
{
    struct pack_answer own = pack_answer(kit->pack, answer);

    if (!own.has_date || own.date.precision != PACK_MONTH)
        return false;
    for (int a = page->facts.first_answer; a < page->facts.first_answer + page->facts.answer_count; a++) {
        struct pack_answer other = pack_answer(kit->pack, a);

        if (other.has_date && other.differs && other.date.precision == PACK_DAY)
            return true;
    }
    return false;
}

static struct pack_text words_after(struct compare_page *page, struct kit *kit, int answer)
{
    struct pack_text after = answer_after(page->builder, answer_rest_of(kit, answer));
    struct pack_text no_day = parts_string(kit, PACK_STRING_COMPARE_NO_DAY);

    if (!lacks_a_day(page, kit, answer))
        return after;
    text_builder_add_plain(page->builder, after.length ? ", " : "");
    text_builder_add(page->builder, no_day, 0, no_day.length);
    return text_builder_text(page->builder);
}

static bool some_have_words_before(const struct compare_page *page, struct kit *kit)
{
    for (int a = page->facts.first_answer; a < page->facts.first_answer + page->facts.answer_count; a++) {
        if (answer_rest_of(kit, a).before > 0)
            return true;
    }
    return false;
}

/* ---- setting ---- */

static int poster_size(const struct kit *kit)
{
    int size = kit->look.type[TYPE_POSTER].size_px;

    return kit->look.form == FORM_PORTRAIT || kit->look.form == FORM_SMALL_PORTRAIT ? size * 60 / 100 : size;
}

int compare_answer_most(const struct compare_page *page, const struct kit *kit, int answer, bool is_long)
{
    bool is_silent = pack_answer(kit->pack, answer).is_silent;
    int most = poster_size(kit) * (is_long ? 50 : is_silent ? 80 : 100) / 100;
    int limit = is_silent ? page->silent_px : page->answer_px;

    return limit > 0 && limit < most ? limit : most;
}

/* Between the name of the document and the words before its answer. */
static int over_before(const struct kit *kit)
{
    return look_px(&kit->look, 6);
}

static void set_before(struct compare_page *page, struct kit *kit, int answer, int width_px, struct column_answer *set)
{
    struct pack_text before = answer_before(page->builder, answer_rest_of(kit, answer));

    if (before.length > 0)
        set->before = parts_block(kit, before, rest_style(kit), width_px);
    if (set->before)
        set->before_h = over_before(kit) + set->before->height_px;
    else if (some_have_words_before(page, kit))
        set->before_h = over_before(kit) + rest_style(kit).line_px;
}

/* Large type has air over its capitals; words before it stand in that. */
static int air_over(const struct kit *kit, struct block_style style)
{
    struct font_metrics metrics = font_metrics(kit->fonts, style.role, style.size_px);

    return (style.line_px + metrics.ascent_px - metrics.descent_px) / 2 - (int)metrics.cap_px;
}

static int gap_after(const struct kit *kit, const struct column_answer *set)
{
    return set->is_after_tied ? 0 : look_px(&kit->look, 14);
}

static void set_after(struct compare_page *page, struct kit *kit, int answer, int width_px, struct column_answer *set)
{
    struct pack_text after = words_after(page, kit, answer), words = compare_answer_word(kit, answer);
    bool has_its_size = page->answer_px > 0 && compare_differs(kit, answer);
    int beside, part = has_its_size ? 100 : LEAST_SHRINK;

    if (after.length == 0)
        return;
    set->is_after_tied = answer_is_tied(answer_rest_of(kit, answer));
    set->after = parts_block(kit, after, rest_style(kit), width_px);
    beside = width_px - gap_after(kit, set) - block_line_width(kit->fonts, after, rest_style(kit));
    set->is_after_below = words.length > LONG_BYTES || set->words->widest_px > beside;
    if (words.length <= LONG_BYTES && set->is_after_below && beside >= set->words->widest_px * part / 100) {
        set->words = fit_words(kit, words, compare_answer_most(page, kit, answer, false), 1, beside);
        set->is_after_below = false;
    }
}

struct column_answer compare_answer_set(struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    bool is_silent = pack_answer(kit->pack, answer).is_silent;
    struct pack_text words = compare_answer_word(kit, answer);
    struct column_answer set = {0};
    int most = compare_answer_most(page, kit, answer, words.length > LONG_BYTES);

    if (words.length == 0)
        return set;
    set_before(page, kit, answer, width_px, &set);
    set.words = fit_words(kit, words, most, words.length > LONG_BYTES ? 2 : 1, width_px);
    if (!is_silent)
        set_after(page, kit, answer, width_px, &set);
    if (set.before_h > 0)
        set.before_h = larger(set.before_h - air_over(kit, set.words->style) * 2 / 3, 0);
    set.height = set.before_h + set.words->height_px + (set.after && set.is_after_below ? set.after->height_px : 0);
    return set;
}

struct column_answer compare_answer_set_whole(struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    struct pack_text words = compare_answer_whole(page, kit, answer);
    struct column_answer set = {0};

    if (words.length > 0) {
        set.words = parts_block(kit, words, rest_style(kit), width_px);
        set.height = set.words->height_px;
    }
    return set;
}

/* ---- drawing ---- */

/* What is read: "14 April 1922" */
static void list(struct compare_page *page, struct kit *kit, int answer, const struct column_answer *set,
                 const struct column_paint *paint, uint32_t ink)
{
    struct ui_element element;
    char id[72];

    snprintf(id, sizeof(id), "%s:%.55s", page->has_tabs ? "chosen" : "answer", paint->tail);
    element = parts_element(kit, id, "text", (struct rect){paint->x, paint->y, paint->w, set->height});
    element.label = compare_answer_whole(page, kit, answer).bytes;
    element.font_px = set->words->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = paint->fill;
    ui_add(kit->ui, element);
}

/* Behind the word, on its baseline. */
static void draw_beside(struct kit *kit, const struct column_answer *set, const struct column_paint *paint, int y,
                        struct draw_ink ink)
{
    struct font_metrics a = font_metrics(kit->fonts, FONT_DISPLAY, set->words->style.size_px);
    struct font_metrics b = font_metrics(kit->fonts, FONT_DISPLAY, set->after->style.size_px);
    int baseline = y + (set->words->style.line_px + a.ascent_px - a.descent_px) / 2;
    int x = set->words->widest_px + gap_after(kit, set);

    draw_block(kit->draw, set->after, parts_is_mirrored(kit) ? paint->x - x : paint->x + x,
               baseline - (set->after->style.line_px + b.ascent_px - b.descent_px) / 2, ink);
}

void compare_answer_draw(struct compare_page *page, struct kit *kit, int answer, const struct column_answer *set,
                         const struct column_paint *paint)
{
    uint32_t ink;
    struct draw_ink small = {.colour = paint->ink, .mark_ground = DRAW_NO_GROUND};
    int y = paint->y + set->before_h;

    if (!set->words)
        return;
    ink = page->has_tabs ? paint->ink : compare_answer_ink(kit, answer, set->words);
    list(page, kit, answer, set, paint, ink);
    if (set->before)
        draw_block(kit->draw, set->before, paint->x, paint->y + over_before(kit), small);
    draw_block(kit->draw, set->words, parts_is_mirrored(kit) ? paint->x + paint->w - set->words->width_px : paint->x, y,
               (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
    if (set->after && set->is_after_below)
        draw_block(kit->draw, set->after, paint->x, y + set->words->height_px, small);
    else if (set->after)
        draw_beside(kit, set, paint, y, small);
}
