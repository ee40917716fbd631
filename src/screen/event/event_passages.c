/* What the documents say in their own words: a card for each passage, a dashed line for each document that is silent. */
#include "screen/event/event_page.h"

#include <stdio.h>
#include <string.h>

#include "screen/quotation.h"

/* ---- heading ---- */

int event_says_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct pack_text says = parts_string(kit, PACK_STRING_EVENT_SAYS);

    (void)page;
    (void)index;
    return parts_block(kit, says, parts_style(kit, FONT_DISPLAY, TYPE_LABEL), width_px)->height_px;
}

void event_says_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct pack_text says = parts_string(kit, PACK_STRING_EVENT_SAYS), own = parts_string(kit, PACK_STRING_EVENT_OWN_WORDS);
    struct block_style heading = parts_style(kit, FONT_DISPLAY, TYPE_LABEL), small = event_single(kit, FONT_MUSEUM, TYPE_SMALL);
    int own_w = block_line_width(kit->fonts, own, small);
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);

    (void)page;
    (void)index;
    small.is_right_to_left = false;
    if (block_line_width(kit->fonts, says, heading) + own_w + look_px(&kit->look, 24) > rect.w) {
        parts_text(kit, "event:says", "heading", says, heading, rect, ink, paper);
        return;
    }
    parts_text(kit, "event:says", "heading", says, heading,
               (struct rect){event_lead(kit, rect, rect.w - own_w), rect.y, rect.w - own_w, 0}, ink, paper);
    parts_text(kit, "event:ownwords", "text", own, small,
               (struct rect){event_trail(kit, rect, own_w), rect.y + heading.line_px - small.line_px, own_w, 0},
               look_tone(&kit->look, TONE_INK2), paper);
}

/* ---- silence ---- */

/* What a disagreement notes about the silence of a document; -1 = nothing, it does not speak of it. */
static int silence_note(const struct event_page *page, struct kit *kit, int document)
{
    for (int d = 0; d < page->facts.disagreement_count; d++) {
        struct pack_disagreement facts = pack_disagreement(kit->pack, page->facts.first_disagreement + d);

        for (int a = facts.first_answer; a < facts.first_answer + facts.answer_count; a++) {
            struct pack_answer answer = pack_answer(kit->pack, a);

            if (answer.document == document && answer.is_silent && event_words(kit, PACK_NOTE, a).length > 0)
                return a;
        }
    }
    return -1;
}

struct line {
    int padding, tab_h, text_x;
};

static struct line line_of(struct kit *kit, int document)
{
    struct line line = {.padding = look_px(&kit->look, kit->look.form == FORM_SMALL ? 10 : 18)};

    line.tab_h = event_tab_height(kit, kit->look.form == FORM_SMALL ? 26 : 34);
    line.text_x = line.padding + parts_tab_width(kit, document, line.tab_h) + look_px(&kit->look, 18);
    return line;
}

struct silence {
    struct line line;
    struct pack_text words;
    struct block_style style;
    const char *lang;
    int note, width, notice_h, words_w, words_h; /* notice_h: above the words, 0 = they are in the visitor's language */
};

static struct silence silence_of(struct event_page *page, struct kit *kit, int document, int width_px)
{
    struct silence silence = {.line = line_of(kit, document), .note = silence_note(page, kit, document)};
    const struct block *block;

    silence.words = parts_string(kit, PACK_STRING_EVENT_SILENT);
    silence.style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    silence.lang = parts_tag(kit);
    silence.width = width_px - silence.line.text_x;
    if (silence.note >= 0) {
        silence.words = event_words(kit, PACK_NOTE, silence.note);
        silence.style = told_style(kit, FONT_MUSEUM, TYPE_SMALL, PACK_NOTE, silence.note);
        silence.lang = told_tag(kit, PACK_NOTE, silence.note);
        silence.notice_h = event_notice_alone_height(page, kit, PACK_NOTE, silence.note, silence.width);
    }
    block = parts_block(kit, silence.words, silence.style, silence.width);
    silence.words_w = block->widest_px + 1;
    silence.words_h = block->height_px;
    return silence;
}

int event_silent_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct silence silence = silence_of(page, kit, index, width_px);

    return larger(silence.notice_h + silence.words_h, silence.line.tab_h) + look_px(&kit->look, 14);
}

void event_silent_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct silence silence = silence_of(page, kit, index, rect.w);
    struct line line = silence.line;
    int tab_w = parts_tab_width(kit, index, line.tab_h), text_h = silence.notice_h + silence.words_h;
    bool is_mirrored = parts_is_mirrored(kit);
    int pad = look_px(&kit->look, 7), shift = text_h < line.tab_h ? (line.tab_h - text_h) / 2 : 0;
    struct rect box = {is_mirrored ? rect.x : rect.x + line.text_x, rect.y + pad + shift, silence.width, 0};
    const char *siglum = pack_document(kit->pack, index).siglum;
    char id[40];

    parts_tab(kit, index, VOICE_SILENT, is_mirrored ? rect.x + rect.w - line.padding - tab_w : rect.x + line.padding,
              rect.y + pad, line.tab_h);
    if (silence.notice_h > 0) {
        snprintf(id, sizeof(id), "notice:silent:%.20s", siglum);
        box.y += event_notice_alone(page, kit, id, PACK_NOTE, silence.note, box);
    }
    snprintf(id, sizeof(id), "silent:%.20s", siglum);
    box = (struct rect){event_lead(kit, box, silence.words_w), box.y, silence.words_w, 0};
    parts_text(kit, id, "text", silence.words, silence.style, box, look_tone(&kit->look, TONE_INK2),
               look_tone(&kit->look, TONE_PAPER));
    ui_set_lang(kit->ui, silence.lang);
}

/* ---- passages ---- */

struct card {
    struct line line;
    int document;
    int x, w;        /* of the words, from the leading edge of the card */
    int top, quote_h, label_h, translation_h, place_h, gap, arrow, height;
};

static struct block_style label_style(const struct kit *kit)
{
    return parts_style(kit, FONT_NARROW_BOLD, TYPE_SMALL);
}

static void card_heights(struct event_page *page, struct kit *kit, struct card *card, int source)
{
    struct pack_text translation = quotation_translation(kit, source);

    card->quote_h = parts_block(kit, quotation_words(kit, page->builder, source),
                                quotation_style(kit, card->document, TYPE_PASSAGE), card->w)
                        ->height_px;
    if (translation.length > 0) {
        card->label_h =
            parts_block(kit, quotation_heading(kit, page->builder, source), label_style(kit), card->w)->height_px;
        card->translation_h = parts_block(kit, translation, quotation_translation_style(kit, source), card->w)->height_px;
    }
    card->place_h = parts_block(kit, quotation_place(kit, page->builder, source), parts_style(kit, FONT_MUSEUM, TYPE_SMALL),
                                card->w - card->arrow)
                        ->height_px;
}

static struct card card_of(struct event_page *page, struct kit *kit, int source, int width_px)
{
    struct card card = {.document = pack_source(kit->pack, source).document, .gap = look_px(&kit->look, 10)};
    int em = kit->look.type[TYPE_PASSAGE].size_px, right;

    card.line = line_of(kit, card.document);
    card.arrow = look_sign(&kit->look, kit->look.form == FORM_SMALL ? 26 : 34);
    right = look_px(&kit->look, kit->look.form == FORM_SMALL ? 16 : 34);
    card.x = card.line.text_x;
    card.w = width_px - card.x - right;
    card.top = card.line.padding;
    if (card.w < 16 * em) { /* the tab stands above the words */
        card.x = card.line.padding;
        card.w = width_px - card.x - right;
        card.top += card.line.tab_h + card.gap;
    }
    if (card.w > 32 * em)
        card.w = 32 * em;
    card_heights(page, kit, &card, source);
    card.height = card.top + card.quote_h + card.gap + (card.place_h > card.arrow ? card.place_h : card.arrow)
        + card.line.padding;
    if (card.translation_h > 0)
        card.height += card.gap + card.label_h + card.translation_h;
    return card;
}

int event_passage_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    return card_of(page, kit, index, width_px).height;
}

struct colours {
    uint32_t fill, ink, ink2;
    bool is_pressed;
};

static struct colours colours_of(const struct kit *kit, const char *id)
{
    bool is_pressed = ui_is_pressed(kit->ui, id);
    struct colours colours = {.fill = look_tone(&kit->look, is_pressed ? TONE_INK : TONE_CARD), .is_pressed = is_pressed};

    colours.ink = is_pressed ? look_on(&kit->look, colours.fill) : look_tone(&kit->look, TONE_INK);
    colours.ink2 = is_pressed ? colours.ink : look_tone(&kit->look, TONE_INK2);
    return colours;
}

/* The card itself is the target, and is read as the quotation. */
static void draw_quotation(struct event_page *page, struct kit *kit, const struct card *card, int source, const char *id,
                           struct rect rect, struct rect box)
{
    struct colours colours = colours_of(kit, id);
    struct block_style style = quotation_style(kit, card->document, TYPE_PASSAGE);
    struct pack_text words = quotation_words(kit, page->builder, source);
    struct ui_element element = parts_element(kit, id, "quotation", rect);
    bool differs = quotation_differs(kit, source) && !colours.is_pressed;
    int gap = event_gap(kit) - look_px(&kit->look, 12);

    parts_card(kit, parts_pressed(kit, id, rect), look_px(&kit->look, 24), colours.fill,
              kit->look.theme == THEME_CONTRAST ? 2 : 0, colours.ink);
    draw_block(kit->draw, parts_block(kit, words, style, box.w), box.x, box.y, quotation_ink(kit, differs, colours.ink));
    element.hit = gap > 0 ? rect_inset(rect, 0, (gap + 1) / 2) : rect;
    element.verb = UI_PASSAGE;
    element.value = source;
    element.is_focusable = true;
    element.label = words.bytes;
    element.lang = quotation_tag(kit, source);
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = colours.ink;
    element.ground = colours.fill;
    ui_add(kit->ui, element);
    parts_focus(kit, id, rect, false);
}

/* Words marked in the quotation are bold here too. */
static int draw_translation(struct event_page *page, struct kit *kit, const struct card *card, int source, struct rect box,
                            struct colours colours)
{
    char id[96];
    int label_h;

    if (card->translation_h == 0)
        return 0;
    label_h = parts_text(kit, NULL, NULL, quotation_heading(kit, page->builder, source), label_style(kit), box, colours.ink,
                         colours.fill);
    box.y += label_h;
    snprintf(id, sizeof(id), "translation:%.55s", pack_source(kit->pack, source).label);
    box.h = parts_text(kit, id, "text", quotation_translation(kit, source), quotation_translation_style(kit, source), box,
                       colours.ink2, colours.fill);
    ui_set_lang(kit->ui, quotation_translation_tag(kit, source));
    return label_h + box.h;
}

static void draw_place(struct event_page *page, struct kit *kit, const struct card *card, int source, struct rect rect,
                       struct rect box, struct colours colours)
{
    bool is_mirrored = parts_is_mirrored(kit);
    int inset = look_px(&kit->look, kit->look.form == FORM_SMALL ? 14 : 20);
    struct rect arrow = {is_mirrored ? rect.x + inset : rect.x + rect.w - inset - card->arrow,
                         rect.y + rect.h - card->line.padding - card->arrow, card->arrow, card->arrow};
    char id[96];

    box.w -= card->arrow;
    if (is_mirrored)
        box.x += card->arrow;
    box.y = rect.y + rect.h - card->line.padding - card->place_h;
    snprintf(id, sizeof(id), "in:%.60s", pack_source(kit->pack, source).label);
    parts_text(kit, id, "text", quotation_place(kit, page->builder, source), parts_style(kit, FONT_MUSEUM, TYPE_SMALL), box,
               colours.ink2, colours.fill);
    draw_icon(kit->draw, parts_onward(kit), arrow, colours.ink);
}

void event_passage_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    struct card card = card_of(page, kit, index, rect.w);
    bool is_mirrored = parts_is_mirrored(kit), differs = quotation_differs(kit, index);
    int tab_w = parts_tab_width(kit, card.document, card.line.tab_h);
    struct rect box = {is_mirrored ? rect.x + rect.w - card.x - card.w : rect.x + card.x, rect.y + card.top, card.w, 0};
    char id[72];
    struct colours colours;

    snprintf(id, sizeof(id), "source:%.60s", pack_source(kit->pack, index).label);
    colours = colours_of(kit, id);
    draw_quotation(page, kit, &card, index, id, rect, box);
    parts_tab(kit, card.document, differs ? VOICE_DIFFERS : VOICE_SPEAKS,
              is_mirrored ? rect.x + rect.w - card.line.padding - tab_w : rect.x + card.line.padding,
              rect.y + card.line.padding, card.line.tab_h);
    box.y += card.quote_h + card.gap;
    draw_translation(page, kit, &card, index, box, colours);
    draw_place(page, kit, &card, index, rect, box, colours);
}

/* ---- which passage speaks for a document ---- */

static bool carries_date(const struct event_page *page, const struct kit *kit, int source)
{
    for (int k = 0; k < page->facts.shown_from_count; k++) {
        if (pack_entry_shown_from(kit->pack, page->facts.first_shown_from + k) == source)
            return true;
    }
    return false;
}

int event_main_source(const struct event_page *page, const struct kit *kit, int document)
{
    int differing = -1, first = -1;

    for (int s = page->facts.first_source; s < page->facts.first_source + page->facts.source_count; s++) {
        if (pack_source(kit->pack, s).document != document)
            continue;
        if (carries_date(page, kit, s))
            return s;
        if (differing < 0 && quotation_differs(kit, s))
            differing = s;
        if (first < 0)
            first = s;
    }
    return differing >= 0 ? differing : first;
}
