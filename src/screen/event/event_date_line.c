/* The date on a line, for a band of the poster's colour where there is no room for a poster. */
#include "screen/event/event_date.h"

#include "screen/answer.h"
#include "screen/fit.h"

static int add_beside(struct kit *kit, struct pack_text text, int size, int x, struct date_set *set)
{
    struct block_style style = fit_style(kit, size);
    const struct block *block;

    style.is_single = true;
    block = parts_block(kit, text, style, set->width);
    event_date_add(set, DATE_WORDS, (struct rect){x, 0, block->widest_px, block->height_px})->block = block;
    set->height = block->height_px;
    return x + block->widest_px;
}

/* Words beside the numbers; none take no room. Returns where the next thing begins. */
static int add_around(struct kit *kit, struct pack_text words, int size, int x, struct date_set *set)
{
    return words.length > 0 ? add_beside(kit, words, size, x, set) : x;
}

/* From right to left the words before and behind change sides; the numbers between them keep their order. */
static void mirror(struct date_set *set, int first_number, int last_number, int width_px)
{
    int start = set->pieces[first_number].rect.x, end = set->pieces[last_number].rect.x + set->pieces[last_number].rect.w;

    for (int i = 0; i < set->count; i++) {
        struct rect *rect = &set->pieces[i].rect;
        bool is_number = i >= first_number && i <= last_number;

        rect->x = set->width - width_px + (is_number ? width_px - start - end + rect->x : width_px - rect->x - rect->w);
    }
}

/* "14 ≠ 16", and around it what they agree on; returns the width. */
static int set_sides_line(struct event_page *page, struct kit *kit, const struct event_sides *sides, int size,
                          struct date_set *set)
{
    struct answer_rest rest = answer_rest_of(kit, sides->answers[0]);
    int gap = size * 3 / 10, sign = size * 7 / 10, x, first;

    set->count = 0;
    x = add_around(kit, answer_before(page->builder, rest), size, 0, set);
    first = set->count;
    x += x > 0 ? gap : 0;
    for (int i = 0; i < sides->count; i++) {
        if (i > 0) {
            event_date_add(set, DATE_DIFFERS, (struct rect){x + gap, (set->height - sign) / 2, sign, sign});
            x += sign + 2 * gap;
        }
        x = add_beside(kit, event_words(kit, PACK_ANSWER, sides->answers[i]), size, x, set);
    }
    int last = set->count - 1;
    x = add_around(kit, answer_after(page->builder, rest), size, x + (answer_is_tied(rest) ? 0 : gap), set);
    if (parts_is_mirrored(kit))
        mirror(set, first, last, x);
    return x;
}

/* In two lines where it must. */
static void set_words_line(struct event_page *page, struct kit *kit, int size, struct date_set *set)
{
    struct pack_text words = set->is_bracketed ? event_words(kit, PACK_ENTRY_DATE, page->entry)
                                               : event_date_spoken(page, kit, false);
    int inset = set->is_bracketed ? size * 3 / 5 : 0;
    const struct block *block = fit_words(kit, words, size, 2, set->width - 2 * inset);
    int x = inset;

    if (parts_is_mirrored(kit)) { /* no wider than its words, so that brackets stand beside them */
        block = parts_block(kit, words, block->style, block->widest_px + 1);
        x = set->width - inset - block->widest_px - 1;
    }
    event_date_add(set, DATE_WORDS, (struct rect){x, 0, block->widest_px, block->height_px})->block = block;
    set->height = block->height_px;
}

void event_date_set_line(struct event_page *page, struct kit *kit, int width_px, struct date_set *set)
{
    int size = kit->look.type[TYPE_LABEL].size_px;
    struct event_sides sides;

    event_date_set(page, kit, width_px, false, false, set);
    set->count = set->height = 0;
    if (event_sides_find(page, kit, &sides)) {
        int width = set_sides_line(page, kit, &sides, size, set);

        if (width > width_px)
            set_sides_line(page, kit, &sides, size * width_px / width, set);
    } else {
        set_words_line(page, kit, size, set);
    }
    set->date = (struct rect){0, 0, width_px, set->height};
}
