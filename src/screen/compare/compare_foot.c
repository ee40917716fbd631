/* Below the columns: what it comes to, the editors' word last and in brackets, and where else the voices differ. */
#include "screen/compare/compare_page.h"

#include <stdio.h>

#include "screen/flow.h"

enum { CHIPS_MAX = 4 };

/* ---- summary ---- */

static int summary_gap(const struct kit *kit)
{
    return look_px(&kit->look, 24);
}

/* The note stands beside the summary where it takes one line there; returns its width, 0 = it goes below. */
static int note_beside(const struct compare_page *page, struct kit *kit, int width_px)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_BODY);
    struct pack_text subline = compare_words(kit, PACK_SUBLINE, page->disagreement);
    struct pack_text note = compare_words(kit, PACK_EDITORS, page->disagreement);
    int left = width_px - block_line_width(kit->fonts, subline, style) - summary_gap(kit);

    if (left < width_px / 4 || parts_editors_note_height(kit, note, TYPE_BODY, left) > style.line_px)
        return 0;
    return left;
}

/* Draws it unless only the height is wanted. */
static int summary(struct compare_page *page, struct kit *kit, struct rect rect, bool is_drawn)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_BODY);
    struct pack_text subline = compare_words(kit, PACK_SUBLINE, page->disagreement);
    struct pack_text note = compare_words(kit, PACK_EDITORS, page->disagreement);
    int height = parts_block(kit, subline, style, rect.w)->height_px, beside = note.length ? note_beside(page, kit, rect.w) : 0;
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    int note_y = beside || height == 0 ? rect.y : rect.y + height + look_px(&kit->look, 8);

    if (is_drawn && subline.length > 0)
        parts_text(kit, "compare:subline", "text", subline, style,
                   (struct rect){parts_is_mirrored(kit) && beside ? rect.x + beside + summary_gap(kit) : rect.x, rect.y,
                                 beside ? rect.w - beside - summary_gap(kit) : rect.w, 0},
                   ink, paper);
    if (note.length == 0)
        return height;
    if (is_drawn)
        parts_editors_note(kit, "compare:editors", note, TYPE_BODY,
                           beside && !parts_is_mirrored(kit) ? rect.x + rect.w - beside : rect.x, note_y,
                           beside ? beside : rect.w, ink, paper);
    if (beside)
        return height;
    return note_y - rect.y + parts_editors_note_height(kit, note, TYPE_BODY, rect.w);
}

/* ---- where else ---- */

struct chip {
    char id[80];
    int disagreement, w, h;
    const struct block *words;
};

static int tile_side(const struct kit *kit)
{
    return kit->look.type[TYPE_KEY].size_px * 5 / 4;
}

static int chip_rest(const struct kit *kit)
{
    return tile_side(kit) + look_px(&kit->look, 44);
}

static int chip_height(const struct kit *kit)
{
    return larger(look_target_h(&kit->look), kit->look.type[TYPE_KEY].line_px + look_px(&kit->look, 26));
}

static void set_chip(struct kit *kit, struct chip *chip, int most_px)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);
    struct pack_text question = compare_words(kit, PACK_QUESTION, chip->disagreement);
    struct pack_disagreement facts = pack_disagreement(kit->pack, chip->disagreement);
    int width = block_line_width(kit->fonts, question, style) + 1, most = most_px - chip_rest(kit);

    snprintf(chip->id, sizeof(chip->id), "compare:%.34s:%.34s", pack_entry(kit->pack, facts.entry).id, facts.id);
    chip->words = parts_block(kit, question, style, width < most ? width : most);
    chip->w = chip->words->widest_px + chip_rest(kit);
    chip->h = larger(chip_height(kit), chip->words->height_px + look_px(&kit->look, 16));
}

/* The next disagreements in the order of the exhibit, going round. */
static int list_chips(const struct compare_page *page, struct kit *kit, struct chip chips[CHIPS_MAX], int most_px)
{
    int all = pack_disagreement_count(kit->pack), count = 0;

    for (int i = 1; i < all && count < CHIPS_MAX; i++) {
        chips[count].disagreement = (page->disagreement + i) % all;
        set_chip(kit, &chips[count++], most_px);
    }
    return count;
}

static void list_chip(struct kit *kit, const struct chip *chip, struct rect rect, uint32_t ink, uint32_t fill)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_KEY);
    struct ui_element element = parts_element(kit, chip->id, "button", rect);

    element.hit = rect;
    element.verb = UI_COMPARE;
    element.value = chip->disagreement;
    element.is_focusable = true;
    element.label = compare_words(kit, PACK_QUESTION, chip->disagreement).bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = ink;
    element.ground = fill;
    ui_add(kit->ui, element);
}

static void draw_chip(struct kit *kit, const struct chip *chip, struct rect rect)
{
    struct rect drawn = parts_pressed(kit, chip->id, rect);
    uint32_t fill = look_tone(&kit->look, ui_is_pressed(kit->ui, chip->id) ? TONE_INK : TONE_CARD);
    uint32_t ink = look_on(&kit->look, fill);
    int side = tile_side(kit), pad = look_px(&kit->look, 14);
    bool is_mirrored = parts_is_mirrored(kit);
    struct rect tile = {is_mirrored ? drawn.x + drawn.w - pad - side : drawn.x + pad, drawn.y + (drawn.h - side) / 2, side,
                        side};

    draw_fill(kit->draw, drawn, fill);
    draw_frame(kit->draw, drawn, larger(look_px(&kit->look, 2.5f), 2), look_tone(&kit->look, TONE_INK));
    parts_differs(kit, tile, false);
    draw_block(kit->draw, chip->words, is_mirrored ? tile.x - pad - chip->words->width_px : tile.x + side + pad,
               drawn.y + (drawn.h - chip->words->height_px) / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    parts_focus(kit, chip->id, rect, false);
    list_chip(kit, chip, rect, ink, fill);
}

static struct pack_text all_words(struct compare_page *page, struct kit *kit)
{
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", timeline_differing(kit->timeline, NULL, 0));
    text_builder_clear(page->builder);
    text_builder_add_template(page->builder, parts_string(kit, PACK_STRING_COMPARE_ALL), "n", text_plain(digits, &span));
    return text_builder_text(page->builder);
}

static struct key all_key(struct compare_page *page, struct kit *kit)
{
    return (struct key){
        .id = "compare:all", .look = KEY_DARK, .words = all_words(page, kit), .verb = UI_OWN, .value = COMPARE_SHOW_ALL};
}

/* On a wide panel one row: the heading, as many chips as leave room for "All", and that. */
static int elsewhere(struct compare_page *page, struct kit *kit, struct rect rect, bool is_drawn)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    struct pack_text heading = parts_string(kit, PACK_STRING_COMPARE_ELSEWHERE);
    struct flow flow = {
        .rect = rect, .gap_px = larger(look_px(&kit->look, 16), compare_gap(kit)), .is_mirrored = parts_is_mirrored(kit)};
    struct chip chips[CHIPS_MAX];
    int count = list_chips(page, kit, chips, rect.w), heading_w, key_w, heading_h;
    struct key key = all_key(page, kit);
    struct rect place;

    key_w = parts_key_width(kit, &key);
    heading_w = parts_block(kit, heading, style, rect.w)->widest_px;
    heading_h = parts_block(kit, heading, style, rect.w)->height_px;
    place = flow_next(&flow, page->has_fixed_frame ? heading_w : rect.w, page->has_fixed_frame ? chip_height(kit) : heading_h);
    if (is_drawn)
        parts_text(kit, "compare:elsewhere", "heading", heading, style,
                   (struct rect){place.x, place.y + (place.h - heading_h) / 2, place.w, 0}, look_tone(&kit->look, TONE_INK),
                   look_tone(&kit->look, TONE_PAPER));
    for (int i = 0; i < count; i++) {
        if (page->has_fixed_frame && !flow_has_room(&flow, chips[i].w, key_w))
            break;
        place = flow_next(&flow, chips[i].w, chips[i].h);
        if (is_drawn)
            draw_chip(kit, &chips[i], place);
    }
    place = flow_next(&flow, key_w, chip_height(kit));
    if (is_drawn) {
        key.words = all_words(page, kit);
        parts_key(kit, &key, place);
    }
    return flow_height(&flow);
}

/* ---- both ---- */

static int foot_gap(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 14 : 28);
}

int compare_foot_height(struct compare_page *page, struct kit *kit, int width_px)
{
    struct rect rect = {0, 0, width_px, 0};

    return summary(page, kit, rect, false) + foot_gap(kit) + elsewhere(page, kit, rect, false) + look_px(&kit->look, 20);
}

void compare_foot_draw(struct compare_page *page, struct kit *kit, struct rect rect)
{
    rect.y += summary(page, kit, rect, true) + foot_gap(kit);
    elsewhere(page, kit, rect, true);
}
