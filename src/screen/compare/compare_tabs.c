/*
 * On a small panel columns do not stand side by side: the answers themselves do, as tabs, and the column of the chosen one lies
 * under them.
 */
#include "screen/compare/compare_column.h"

#include <stdio.h>
#include <string.h>

#include "screen/fit.h"

enum { PER_ROW_MAX = 6 };

int compare_tabs_chosen(const struct compare_page *page, const struct kit *kit)
{
    int first = page->facts.first_answer;

    if (page->chosen >= 0 && page->chosen < page->facts.answer_count)
        return first + page->chosen;
    for (int a = first; a < first + page->facts.answer_count; a++) {
        if (compare_differs(kit, a))
            return a;
    }
    return first;
}

void compare_tabs_choose(struct compare_page *page, struct kit *kit, int chosen)
{
    page->chosen = chosen;
    if (page->has_fixed_head)
        page->pane.scroll.at_px = 0;
    kit->dirty = true;
}

/* ---- measures ---- */

static int padding(const struct kit *kit)
{
    return look_px(&kit->look, 10);
}

static int siglum_height(const struct kit *kit)
{
    return larger(look_px(&kit->look, 26), (kit->look.type[TYPE_SMALL].size_px * 10 + 6) / 7);
}

int compare_shelf_height(const struct kit *kit)
{
    return larger(look_px(&kit->look, 3), 2);
}

/* As large as it fits on one line, or on several where it is larger there. */
static const struct block *word_of(const struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    enum { LINES = 3 };
    struct pack_text word = compare_answer_word(kit, answer);
    int inner = width_px - 2 * padding(kit);
    const struct block *one = fit_words(kit, word, compare_answer_most(page, kit, answer, false), 1, inner), *several;

    if (!memchr(word.bytes, ' ', word.length))
        return one;
    several = fit_words(kit, word, compare_answer_most(page, kit, answer, true), LINES, inner);
    return one->line_count > 1 || several->style.size_px > one->style.size_px ? several : one;
}

static bool all_fit(const struct compare_page *page, struct kit *kit, int width_px)
{
    for (int k = 0; k < page->column_count; k++) {
        const struct block *word = word_of(page, kit, page->columns[k].answer, width_px);

        if (!fit_keeps_words(word) || word->widest_px > width_px - 2 * padding(kit))
            return false;
    }
    return width_px >= look_target_w(&kit->look);
}

int compare_tabs_in_row(const struct compare_page *page, struct kit *kit, int width_px, int gap_px)
{
    int count = page->column_count, n = count < PER_ROW_MAX ? count : PER_ROW_MAX, rows;

    while (n > 1 && !all_fit(page, kit, (width_px - (n - 1) * gap_px) / n))
        n--;
    rows = (count + n - 1) / n;
    return (count + rows - 1) / rows;
}

int compare_tab_size(const struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    return word_of(page, kit, answer, width_px)->style.size_px;
}

int compare_tab_height(const struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    int words = compare_bar_height(kit) + padding(kit) + siglum_height(kit) + word_of(page, kit, answer, width_px)->height_px;

    return larger(words + padding(kit) / 2, look_target_h(&kit->look));
}

/* ---- drawing ---- */

/* "Lithuanian web article: 14 April 1922" */
static void list_tab(struct compare_page *page, struct kit *kit, int answer, const char *id, const struct block *word,
                     struct rect rect, uint32_t fill)
{
    struct ui_element element = parts_element(kit, id, "button", rect);
    struct pack_text name = compare_words(kit, PACK_DOCUMENT_SHORT, pack_answer(kit->pack, answer).document), whole;
    char spoken[512];

    whole = compare_answer_whole(page, kit, answer);
    snprintf(spoken, sizeof(spoken), "%.200s: %.200s", name.bytes, whole.bytes);
    element.label = whole.bytes;
    element.spoken = spoken;
    element.hit = rect;
    element.verb = UI_OWN;
    element.value = COMPARE_CHOOSE + answer - page->facts.first_answer;
    element.is_focusable = true;
    element.is_current = answer == compare_tabs_chosen(page, kit);
    element.font_px = word->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ui_is_pressed(kit->ui, id) ? look_on(&kit->look, fill) : compare_answer_ink(kit, answer, word);
    element.ground = fill;
    ui_add(kit->ui, element);
}

static void draw_sides(const struct kit *kit, struct rect rect, int line, uint32_t ink)
{
    draw_fill(kit->draw, (struct rect){rect.x, rect.y, line, rect.h}, ink);
    draw_fill(kit->draw, (struct rect){rect.x + rect.w - line, rect.y, line, rect.h}, ink);
}

/* The chosen tab has an edge, and is open towards what it tells where no other row of tabs lies between. */
static void draw_ground(const struct kit *kit, struct rect rect, int answer, bool is_chosen, uint32_t fill)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK), ink2 = look_tone(&kit->look, TONE_INK2);
    bool is_red = compare_differs(kit, answer) && kit->look.theme == THEME_STANDARD;
    int line = compare_shelf_height(kit), bar = compare_bar_height(kit);

    draw_fill(kit->draw, rect, fill);
    if (is_chosen) {
        draw_sides(kit, rect, line, ink);
    } else if (pack_answer(kit->pack, answer).is_silent) {
        draw_dashed_frame(kit->draw, rect, larger(look_px(&kit->look, 2), 1), ink2);
    } else if (kit->look.theme == THEME_CONTRAST) {
        draw_frame(kit->draw, rect, 2, ink);
    }
    if (!pack_answer(kit->pack, answer).is_silent || is_chosen)
        draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, bar}, is_red ? look_tone(&kit->look, TONE_RED) : ink);
}

void compare_tab_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int origin)
{
    int pad = padding(kit), siglum = siglum_height(kit), document = pack_answer(kit->pack, place->answer).document;
    bool is_silent = pack_answer(kit->pack, place->answer).is_silent, is_mirrored = parts_is_mirrored(kit);
    bool is_chosen = place->answer == compare_tabs_chosen(page, kit);
    const struct block *word = word_of(page, kit, place->answer, place->rect.w);
    struct rect rect = place->rect;
    char id[72], tail[60];
    uint32_t fill, ink;
    int x;

    compare_tail(kit, place, tail);
    snprintf(id, sizeof(id), "answer:%.60s", tail);
    rect.y = compare_column_y(page, kit, place) + origin;
    fill = look_tone(&kit->look, ui_is_pressed(kit->ui, id) ? TONE_INK : is_silent && !is_chosen ? TONE_PAPER : TONE_CARD);
    ink = ui_is_pressed(kit->ui, id) ? look_on(&kit->look, fill) : compare_answer_ink(kit, place->answer, word);
    list_tab(page, kit, place->answer, id, word, rect, fill);
    if (is_chosen && place->row == page->row_count - 1)
        rect.h = page->shelf.y + origin + page->shelf.h - rect.y;
    draw_ground(kit, rect, place->answer, is_chosen, fill);
    if (is_chosen && place->row < page->row_count - 1)
        draw_fill(kit->draw,
                  (struct rect){rect.x, rect.y + rect.h - compare_shelf_height(kit), rect.w, compare_shelf_height(kit)},
                  look_tone(&kit->look, TONE_INK));
    x = is_mirrored ? rect.x + rect.w - pad - parts_tab_width(kit, document, siglum) : rect.x + pad;
    parts_tab(kit, document,
              is_silent                                 ? VOICE_SILENT
                  : compare_differs(kit, place->answer) ? VOICE_DIFFERS
                                                        : VOICE_SPEAKS,
              x, rect.y + compare_bar_height(kit) + pad, siglum);
    if (compare_differs(kit, place->answer))
        compare_sign_draw(kit, (struct rect){rect.x + pad, rect.y + compare_bar_height(kit) + pad, rect.w - 2 * pad, siglum});
    draw_block(kit->draw, word, is_mirrored ? rect.x + rect.w - pad - word->width_px : rect.x + pad,
               rect.y + compare_bar_height(kit) + pad + siglum,
               (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
    parts_focus(kit, id, (struct rect){rect.x, rect.y, rect.w, place->rect.h}, false);
}
