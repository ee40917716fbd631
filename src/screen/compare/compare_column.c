/* One answer: who says it, the answer large, the words it rests on, what they mean, and the way to them. */
#include "screen/compare/compare_column.h"

#include <stdio.h>

#include "screen/quotation.h"

/* ---- measures ---- */

struct sizes {
    int padding, bar, tab, gap;
};

static struct sizes sizes_of(const struct kit *kit)
{
    bool is_small = kit->look.form == FORM_SMALL;
    struct sizes sizes = {.padding = look_px(&kit->look, is_small ? 12 : 20),
                          .bar = look_px(&kit->look, is_small ? 8 : 12),
                          .tab = look_px(&kit->look, is_small ? 28 : 38),
                          .gap = look_px(&kit->look, is_small ? 8 : 14)};

    sizes.tab = larger(sizes.tab, (kit->look.type[TYPE_SMALL].size_px * 10 + 6) / 7);
    return sizes;
}

/* Everything in a column from the top; heights 0 = absent. */
struct column {
    struct pack_answer facts;
    int index, width, text_w, words_w; /* words_w: the measure of running text in it */
    bool differs;
    const struct block *name;
    struct column_answer answer;
    bool is_answer_by_name; /* on the line of the name, at its end */
    int name_h, quote_h, label_h, translation_h, note_label_h, note_h, height;
};

static struct block_style label_style(const struct kit *kit)
{
    return parts_style(kit, FONT_NARROW_BOLD, TYPE_SMALL);
}

static struct block_style small_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_PASSAGE);

    style.line_px = style.size_px * 133 / 100;
    return style;
}

static void set_words(struct compare_page *page, struct kit *kit, struct column *column)
{
    struct pack_text note = compare_words(kit, PACK_NOTE, column->index), translation;
    int label_h = parts_block(kit, parts_string(kit, PACK_STRING_COMPARE_NOTE), label_style(kit), column->words_w)->height_px;

    if (column->facts.source >= 0) {
        translation = quotation_translation(kit, column->facts.source);
        column->quote_h = parts_block(kit, quotation_words(kit, page->builder, column->facts.source),
                                      quotation_style(kit, column->facts.document, TYPE_PASSAGE), column->words_w)
                              ->height_px;
        if (translation.length > 0) {
            column->label_h = parts_block(kit, quotation_heading(kit, page->builder, column->facts.source), label_style(kit),
                                          column->words_w)
                                  ->height_px;
            column->translation_h = parts_block(kit, translation, quotation_translation_style(kit, column->facts.source),
                                                column->words_w)
                                        ->height_px;
        }
    }
    if (note.length > 0) {
        column->note_label_h = label_h;
        column->note_h = parts_block(kit, note, small_style(kit), column->words_w)->height_px;
    }
}

/* Under a tab that has it large the answer is written small. */
static void set_answer(struct compare_page *page, struct kit *kit, struct column *column, int name_w)
{
    int left = name_w - column->name->widest_px - look_px(&kit->look, 20);

    if (!page->has_tabs) {
        column->answer = compare_answer_set(page, kit, column->index, column->text_w);
        return;
    }
    column->answer = compare_answer_set_whole(page, kit, column->index, column->text_w);
    column->is_answer_by_name = column->name->line_count == 1 && column->answer.words && column->answer.words->line_count == 1
        && column->answer.words->widest_px <= left;
}

static int text_width(const struct kit *kit, int width_px)
{
    return width_px - 2 * sizes_of(kit).padding;
}

static int name_width(struct kit *kit, int answer, int width_px)
{
    int tab = sizes_of(kit).tab, tab_w = parts_tab_width(kit, pack_answer(kit->pack, answer).document, tab);
    int sign = kit->look.theme == THEME_CONTRAST && compare_differs(kit, answer) ? tab : 0;

    return text_width(kit, width_px) - tab_w - sign - look_px(&kit->look, 12);
}

static const struct block *name_of(struct kit *kit, int answer, int width_px)
{
    struct pack_text name = compare_words(kit, PACK_DOCUMENT_SHORT, pack_answer(kit->pack, answer).document);

    return parts_block(kit, name, parts_style(kit, FONT_MUSEUM_BOLD, TYPE_SMALL), name_width(kit, answer, width_px));
}

static int height_of(const struct compare_page *page, const struct kit *kit, const struct column *column)
{
    struct sizes sizes = sizes_of(kit);
    int height = sizes.padding + column->name_h + sizes.gap;

    height += page->has_tabs ? 0 : sizes.bar;
    height += page->has_fixed_frame ? 0 : page->way_h;
    height += column->answer.height ? sizes.gap / 2 + (column->is_answer_by_name ? 0 : column->answer.height) : 0;
    height += column->quote_h ? column->quote_h + sizes.gap : 0;
    height += column->translation_h ? column->label_h + column->translation_h + sizes.gap * 2 : 0;
    height += column->note_h ? column->note_label_h + column->note_h + sizes.gap * 2 : 0;
    return height;
}

static struct column column_of(struct compare_page *page, struct kit *kit, const struct compare_column *place)
{
    int answer = place->answer, width_px = place->rect.w;
    struct column column = {.facts = pack_answer(kit->pack, answer), .index = answer, .width = width_px};

    column.text_w = text_width(kit, width_px);
    column.words_w = look_measure(&kit->look, TYPE_PASSAGE, column.text_w);
    column.differs = compare_differs(kit, answer);
    column.name = name_of(kit, answer, width_px);
    column.name_h = larger(place->name_h, compare_name_height(kit, answer, width_px));
    set_answer(page, kit, &column, name_width(kit, answer, width_px));
    set_words(page, kit, &column);
    column.height = height_of(page, kit, &column);
    return column;
}

/* ---- drawing ---- */

static int put(struct kit *kit, struct column_paint *paint, const char *kind, const char *role, struct pack_text text,
               struct block_style style, uint32_t ink)
{
    char id[72];
    int height;

    snprintf(id, sizeof(id), "%.10s:%.55s", kind ? kind : "", paint->tail);
    height = parts_text(kit, kind ? id : NULL, role, text, style, (struct rect){paint->x, paint->y, paint->w, 0}, ink,
                        paint->fill);
    paint->y += height;
    return height;
}

void compare_sign_draw(struct kit *kit, struct rect row)
{
    int side = row.h * 8 / 10;

    if (kit->look.theme == THEME_CONTRAST)
        parts_differs(
            kit, (struct rect){parts_is_mirrored(kit) ? row.x : row.x + row.w - side, row.y + (row.h - side) / 2, side, side},
            false);
}

static void draw_name(const struct compare_page *page, struct kit *kit, const struct column *column, struct column_paint *paint)
{
    int tab_w = parts_tab_width(kit, column->facts.document, sizes_of(kit).tab), gap = look_px(&kit->look, 12);
    enum voice voice = column->facts.is_silent ? VOICE_SILENT : column->differs ? VOICE_DIFFERS : VOICE_SPEAKS;
    bool is_mirrored = parts_is_mirrored(kit);
    struct column_paint name = *paint;

    parts_tab(kit, column->facts.document, voice, is_mirrored ? paint->x + paint->w - tab_w : paint->x, paint->y,
              sizes_of(kit).tab);
    if (column->differs && !page->has_tabs)
        compare_sign_draw(kit, (struct rect){paint->x, paint->y, paint->w, sizes_of(kit).tab});
    name.w = name_width(kit, column->index, column->width);
    if (column->is_answer_by_name)
        name.w -= column->answer.words->widest_px + gap;
    name.x = is_mirrored ? paint->x + paint->w - tab_w - gap - name.w : paint->x + tab_w + gap;
    name.y += larger(sizes_of(kit).tab - column->name->height_px, 0) / 2;
    put(kit, &name, "document", "text", compare_words(kit, PACK_DOCUMENT_SHORT, column->facts.document),
        parts_style(kit, FONT_MUSEUM_BOLD, TYPE_SMALL), paint->ink);
    paint->y += column->name_h;
}

static void draw_answer(struct compare_page *page, struct kit *kit, const struct column *column, struct column_paint *paint)
{
    struct column_paint end = *paint;

    if (!column->answer.words)
        return;
    if (column->is_answer_by_name) {
        end.w = column->answer.words->widest_px + 1;
        end.x += parts_is_mirrored(kit) ? 0 : paint->w - end.w;
        end.y -= (column->name_h + column->answer.height) / 2;
        compare_answer_draw(page, kit, column->index, &column->answer, &end);
        paint->y += sizes_of(kit).gap / 2;
        return;
    }
    compare_answer_draw(page, kit, column->index, &column->answer, paint);
    paint->y += column->answer.height + sizes_of(kit).gap / 2;
}

static void draw_hairline(struct kit *kit, struct column_paint *paint)
{
    paint->y += sizes_of(kit).gap;
    draw_fill(kit->draw, (struct rect){paint->x, paint->y - sizes_of(kit).gap / 3, paint->w, 1},
              look_tone(&kit->look, TONE_RULE));
}

static void draw_quotation(struct compare_page *page, struct kit *kit, const struct column *column, struct column_paint *paint)
{
    struct block_style style = quotation_style(kit, column->facts.document, TYPE_PASSAGE);
    struct pack_text words = quotation_words(kit, page->builder, column->facts.source);
    const struct block *block = parts_block(kit, words, style, paint->w);
    struct ui_element element;
    char id[72];

    snprintf(id, sizeof(id), "quotation:%.55s", paint->tail);
    element = parts_element(kit, id, "quotation", (struct rect){paint->x, paint->y, paint->w, block->height_px});
    element.label = words.bytes;
    element.lang = quotation_tag(kit, column->facts.source);
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = paint->ink;
    element.ground = paint->fill;
    ui_add(kit->ui, element);
    draw_block(kit->draw, block, paint->x, paint->y, quotation_ink(kit, column->differs, paint->ink));
    paint->y += column->quote_h + sizes_of(kit).gap;
}

/* The same words marked, underlined where the voices differ. */
static void draw_translation(struct compare_page *page, struct kit *kit, const struct column *column,
                             struct column_paint *paint)
{
    struct pack_text text = quotation_translation(kit, column->facts.source);
    struct block_style style = quotation_translation_style(kit, column->facts.source);
    const struct block *block = parts_block(kit, text, style, paint->w);
    struct column_paint silent = *paint;

    draw_hairline(kit, paint);
    silent.y = paint->y;
    put(kit, paint, NULL, NULL, quotation_heading(kit, page->builder, column->facts.source), label_style(kit), paint->ink);
    silent.y = paint->y;
    put(kit, &silent, "translated", "text", text, style, paint->ink2);
    ui_set_lang(kit->ui, quotation_translation_tag(kit, column->facts.source));
    if (column->differs && kit->look.theme == THEME_STANDARD)
        draw_block(kit->draw, block, paint->x, paint->y,
                   (struct draw_ink){.colour = paint->ink2,
                                     .mark_colour = paint->ink,
                                     .mark_ground = paint->fill,
                                     .mark_edge = look_tone(&kit->look, TONE_RED)});
    paint->y = silent.y + sizes_of(kit).gap;
}

static void draw_note(struct kit *kit, const struct column *column, struct column_paint *paint)
{
    draw_hairline(kit, paint);
    put(kit, paint, NULL, NULL, parts_string(kit, PACK_STRING_COMPARE_NOTE), label_style(kit), paint->ink);
    put(kit, paint, "note", "text", compare_words(kit, PACK_NOTE, column->index), small_style(kit), paint->ink2);
}

/* Without the edge towards the tab. */
static void draw_open_frame(const struct kit *kit, struct rect card, uint32_t ink)
{
    enum { EDGE = 2 };

    draw_fill(kit->draw, (struct rect){card.x, card.y, EDGE, card.h}, ink);
    draw_fill(kit->draw, (struct rect){card.x + card.w - EDGE, card.y, EDGE, card.h}, ink);
    draw_fill(kit->draw, (struct rect){card.x, card.y + card.h - EDGE, card.w, EDGE}, ink);
}

static void draw_card_ground(const struct compare_page *page, struct kit *kit, const struct column *column,
                             const struct column_paint *paint)
{
    struct rect card = paint->card;

    if (page->has_tabs) { /* its tab says the rest */
        draw_fill(kit->draw, card, paint->fill);
        if (kit->look.theme == THEME_CONTRAST)
            draw_open_frame(kit, card, paint->ink);
        return;
    }
    if (column->facts.is_silent) {
        if (page->has_fixed_frame) /* one dashed line between it and its way */
            card.h += look_px(&kit->look, 2);
        draw_dashed_frame(kit->draw, card, look_px(&kit->look, 2), paint->ink2);
        return;
    }
    draw_fill(kit->draw, card, paint->fill);
    if (kit->look.theme == THEME_CONTRAST)
        draw_frame(kit->draw, card, 2, paint->ink);
}

static struct column_paint paint_of(const struct compare_page *page, struct kit *kit, const struct compare_column *place,
                                    const struct column *column, int origin)
{
    struct column_paint paint = {
        .card = place->rect,
        .ink = look_tone(&kit->look, TONE_INK),
        .ink2 = look_tone(&kit->look, TONE_INK2),
        .fill = look_tone(&kit->look, column->facts.is_silent && !page->has_tabs ? TONE_PAPER : TONE_CARD)};

    paint.card.y = compare_column_y(page, kit, place) + origin;
    paint.card.h += place->rect.y + origin - paint.card.y; /* its foot does not slip */
    paint.x = paint.card.x + sizes_of(kit).padding;
    paint.y = paint.card.y + (page->has_tabs ? 0 : sizes_of(kit).bar) + sizes_of(kit).padding / 2;
    paint.w = column->text_w;
    compare_tail(kit, place, paint.tail);
    return paint;
}

void compare_column_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int origin)
{
    struct column column = column_of(page, kit, place);
    struct column_paint paint = paint_of(page, kit, place, &column, origin), words;

    draw_card_ground(page, kit, &column, &paint);
    draw_name(page, kit, &column, &paint);
    draw_answer(page, kit, &column, &paint);
    words = paint;
    words.w = column.words_w;
    words.x = parts_is_mirrored(kit) ? paint.x + paint.w - words.w : paint.x;
    if (column.facts.source >= 0)
        draw_quotation(page, kit, &column, &words);
    if (column.translation_h > 0)
        draw_translation(page, kit, &column, &words);
    if (column.note_h > 0)
        draw_note(kit, &column, &words);
    if (!page->has_fixed_frame)
        compare_way_paint(kit, column.facts, &paint,
                          (struct rect){paint.card.x, paint.card.y + paint.card.h - page->way_h, paint.card.w, page->way_h});
}

void compare_way_draw(struct compare_page *page, struct kit *kit, const struct compare_column *place, int y)
{
    struct column column = column_of(page, kit, place);
    struct column_paint paint = paint_of(page, kit, place, &column, 0);

    compare_way_paint(kit, column.facts, &paint, (struct rect){paint.card.x, y, paint.card.w, page->way_h});
}

void compare_tail(const struct kit *kit, const struct compare_column *place, char tail[60])
{
    int document = pack_answer(kit->pack, place->answer).document;

    snprintf(tail, 60, "%.20s:%d", pack_document(kit->pack, document).siglum, place->number);
}

int compare_column_height(struct compare_page *page, struct kit *kit, const struct compare_column *place)
{
    return column_of(page, kit, place).height;
}

int compare_answer_size(struct compare_page *page, struct kit *kit, int answer, int width_px)
{
    const struct block *words = compare_answer_set(page, kit, answer, text_width(kit, width_px)).words;

    return words ? words->style.size_px : 0;
}

int compare_name_height(struct kit *kit, int answer, int width_px)
{
    const struct block *name = name_of(kit, answer, width_px);
    int air = name->line_count > 1 ? sizes_of(kit).gap / 2 : 0; /* else the tab has it */

    return larger(name->height_px + air, sizes_of(kit).tab);
}

int compare_bar_height(const struct kit *kit)
{
    return sizes_of(kit).bar;
}

int compare_padding(const struct kit *kit)
{
    return sizes_of(kit).padding;
}
