/* More answers than fit side by side are shown a few at a time, all the same number, with keys beside the title to turn. */
#include "screen/compare/compare_page.h"

#include <stdio.h>
#include <string.h>

void compare_sets_choose(struct compare_page *page, int most)
{
    int count = page->column_count, sets = (count + most - 1) / most, each = (count + sets - 1) / sets;

    page->answers = count;
    page->sets = sets;
    page->set = page->set < sets ? page->set : sets - 1;
    page->first = page->set * each;
    page->column_count = count - page->first < each ? count - page->first : each;
    memmove(page->columns, page->columns + page->first, (size_t)page->column_count * sizeof(page->columns[0]));
}

void compare_sets_turn(struct compare_page *page, struct kit *kit, int step)
{
    page->set += step;
    page->pane.scroll.at_px = 0;
    page->opened_ms = kit->now_ms - TRANSITION_SCREEN_MS; /* they are here, and slip anew */
    page->is_slipping = !kit->look.reduced_motion;
    kit->dirty = true;
}

/* ---- the keys ---- */

static struct key set_key(struct kit *kit, int step)
{
    return (struct key){.id = step < 0 ? "set:back" : "set:next",
                        .look = KEY_LIGHT,
                        .has_icon = true,
                        .icon = step < 0 ? parts_backward(kit) : parts_onward(kit),
                        .label = parts_string(kit, step < 0 ? PACK_STRING_READER_PAGE_UP : PACK_STRING_READER_PAGE_DOWN),
                        .verb = UI_OWN,
                        .value = step < 0 ? COMPARE_SET_BACK : COMPARE_SET_NEXT,
                        .repeats = true};
}

static int key_side(const struct kit *kit)
{
    int least = look_mm_x(&kit->look, kit->look.panel.is_large ? 20 : 12), usual = look_px(&kit->look, 64);

    return usual > least ? usual : least;
}

/* "5–8 / 8" */
static void words_of(const struct compare_page *page, char out[32])
{
    snprintf(out, 32, "%d\u2013%d / %d", page->first + 1, page->first + page->column_count, page->answers);
}

static struct block_style words_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    style.is_single = true;
    style.is_right_to_left = false;
    return style;
}

static int words_width(const struct compare_page *page, struct kit *kit)
{
    struct pack_span span;
    char words[32];

    snprintf(words, sizeof(words), "%d\u2013%d / %d", page->answers, page->answers, page->answers);
    return block_line_width(kit->fonts, text_plain(words, &span), words_style(kit));
}

int compare_sets_width(const struct compare_page *page, struct kit *kit)
{
    return page->sets > 1 ? 2 * key_side(kit) + 4 * compare_gap(kit) + words_width(page, kit) : 0;
}

void compare_sets_draw(const struct compare_page *page, struct kit *kit, struct rect title)
{
    int width = compare_sets_width(page, kit), side = key_side(kit), words_w = words_width(page, kit);
    struct rect rect = {parts_is_mirrored(kit) ? title.x - width : title.x + title.w, title.y, width, side};
    struct block_style style = words_style(kit);
    struct pack_span span;
    char words[32];

    if (page->sets < 2)
        return;
    words_of(page, words);
    parts_text(kit, "set:words", "text", text_plain(words, &span), style,
               (struct rect){rect.x + (rect.w - words_w) / 2, rect.y + (side - style.line_px) / 2, words_w, 0},
               look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    for (int step = -1; step < 2; step += 2) {
        struct key key = set_key(kit, step);
        bool is_left = (step < 0) != parts_is_mirrored(kit);

        if (step < 0 ? page->set > 0 : page->set < page->sets - 1)
            parts_key(kit, &key, (struct rect){is_left ? rect.x : rect.x + rect.w - side, rect.y, side, side});
    }
}
