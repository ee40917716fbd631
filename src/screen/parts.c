#include "screen/parts.h"

#include <stdio.h>

/* ---- words ---- */

static const enum font_role bold_of[FONT_ROLE_COUNT] = {
    [FONT_DISPLAY] = FONT_DISPLAY, [FONT_MUSEUM] = FONT_MUSEUM_BOLD, [FONT_MUSEUM_BOLD] = FONT_MUSEUM_BOLD,
    [FONT_NARROW] = FONT_NARROW_BOLD, [FONT_NARROW_BOLD] = FONT_NARROW_BOLD, [FONT_DOCUMENT] = FONT_DOCUMENT_BOLD,
    [FONT_DOCUMENT_BOLD] = FONT_DOCUMENT_BOLD, [FONT_DOCUMENT_ITALIC] = FONT_DOCUMENT_BOLD,
};

struct block_style parts_style(const struct kit *kit, enum font_role role, enum type type)
{
    return (struct block_style){
        .role = role, .mark_role = bold_of[role],
        .size_px = kit->look.type[type].size_px, .line_px = kit->look.type[type].line_px,
        .is_right_to_left = parts_is_mirrored(kit),
        .is_large = kit->look.step == TEXT_A_PLUS_PLUS,
        .is_title = role == FONT_DISPLAY,
    };
}

const struct block *parts_block(struct kit *kit, struct pack_text text, struct block_style style, int width_px)
{
    return shelf_get(kit->shelf, text, style, width_px);
}

struct pack_text parts_string(struct kit *kit, enum pack_string_id id)
{
    return pack_string(kit->pack, kit->session->language, id, 0);
}

static void add_number(struct text_builder *builder, struct pack_text pattern, const char *name, int number)
{
    struct pack_span span;
    char digits[16];

    snprintf(digits, sizeof(digits), "%d", number);
    text_builder_add_template(builder, pattern, name, text_plain(digits, &span));
}

void parts_add_nth(struct kit *kit, struct text_builder *builder, int n, int count)
{
    struct text_builder *nth = text_builder_create();

    if (nth) {
        add_number(nth, parts_string(kit, PACK_STRING_HELP_ITEM), "n", n);
        add_number(builder, text_builder_text(nth), "count", count);
    }
    text_builder_destroy(nth);
}

const char *parts_tag(const struct kit *kit)
{
    return pack_language(kit->pack, kit->session->language).tag;
}

struct ui_element parts_element(const struct kit *kit, const char *id, const char *role, struct rect rect)
{
    struct ui_element element = {.role = role, .rect = rect, .hit = {0}, .view = UI_NO_VIEW, .lang = parts_tag(kit)};

    snprintf(element.id, sizeof(element.id), "%s", id);
    return element;
}

int parts_text(struct kit *kit, const char *id, const char *role, struct pack_text text, struct block_style style,
               struct rect box, uint32_t ink, uint32_t ground)
{
    const struct block *block = parts_block(kit, text, style, box.w);
    int x = style.is_single && style.is_right_to_left ? box.x + box.w - block->widest_px : box.x;

    draw_block(kit->draw, block, x, box.y,
               (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
    if (id) {
        struct ui_element element = parts_element(kit, id, role,
            (struct rect){x, box.y, style.is_single ? block->widest_px : box.w, block->height_px});

        element.label = text.bytes;
        element.font_px = style.size_px;
        element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
        element.ink = ink;
        element.ground = ground;
        ui_add(kit->ui, element);
    }
    return block->height_px;
}

/* ---- what has a direction ---- */

bool parts_is_mirrored(const struct kit *kit)
{
    return pack_language(kit->pack, kit->session->language).is_right_to_left;
}

void parts_card(struct kit *kit, struct rect rect, int cut_px, uint32_t fill, int edge_px, uint32_t edge)
{
    if (parts_is_mirrored(kit))
        draw_card_mirrored(kit->draw, rect, cut_px, fill, edge_px, edge);
    else
        draw_card(kit->draw, rect, cut_px, fill, edge_px, edge);
}

enum draw_icon parts_onward(const struct kit *kit)
{
    return parts_is_mirrored(kit) ? ICON_BACK : ICON_NEXT;
}

enum draw_icon parts_backward(const struct kit *kit)
{
    return parts_is_mirrored(kit) ? ICON_NEXT : ICON_BACK;
}

int parts_icon_px(enum draw_icon icon, int px)
{
    if (icon == ICON_MARK)
        return px * 3 / 2;
    return icon >= ICON_TEXT_A && icon <= ICON_TEXT_A_PLUS_PLUS ? px * 4 / 3 : px;
}

/* ---- documents ---- */

static struct block_style tab_style(const struct kit *kit, int height)
{
    return (struct block_style){.role = FONT_DISPLAY, .mark_role = FONT_DISPLAY, .size_px = height * 70 / 100,
                                .line_px = height, .is_title = true, .is_single = true,
                                .is_large = kit->look.step == TEXT_A_PLUS_PLUS};
}

int parts_tab_width(struct kit *kit, int document, int height)
{
    struct pack_span span;
    struct pack_text siglum = text_plain(pack_document(kit->pack, document).siglum, &span);
    int words = block_line_width(kit->fonts, siglum, tab_style(kit, height)) + height * 3 / 4;

    return words < height * 46 / 32 ? height * 46 / 32 : words;
}

/* As large as on a tab of that height. */
static void draw_siglum(struct kit *kit, int document, struct rect rect, int height, uint32_t ink)
{
    struct pack_span span;
    const struct block *words = parts_block(kit, text_plain(pack_document(kit->pack, document).siglum, &span),
                                            tab_style(kit, height), rect.w);

    draw_block(kit->draw, words, rect.x + (rect.w - words->widest_px) / 2, rect.y + (rect.h - words->height_px) / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
}

void parts_tab_in(struct kit *kit, int document, struct rect rect, uint32_t fill, uint32_t ink)
{
    parts_card(kit, rect, rect.h / 4, fill, kit->look.theme == THEME_CONTRAST ? 2 : 0, look_tone(&kit->look, TONE_INK));
    draw_siglum(kit, document, rect, rect.h, ink);
}

void parts_tab_key(struct kit *kit, int document, struct rect rect, int height, uint32_t fill)
{
    int edge = look_px(&kit->look, 2.5f) > 1 ? look_px(&kit->look, 2.5f) : 2;

    parts_card(kit, rect, height / 4, fill, edge, look_tone(&kit->look, TONE_INK));
    draw_siglum(kit, document, rect, height, look_on(&kit->look, fill));
}

int parts_tab(struct kit *kit, int document, enum voice voice, int x, int y, int height)
{
    struct rect rect = {x, y, parts_tab_width(kit, document, height), height};
    /* under 24 px red keeps its contrast only in the deep tone (C1) */
    enum tone red = tab_style(kit, height).size_px < 24 ? TONE_RED_DEEP : TONE_RED;
    uint32_t fill = look_tone(&kit->look, voice == VOICE_DIFFERS ? red : TONE_INK);

    if (voice == VOICE_SILENT) {
        draw_dashed_frame(kit->draw, rect, look_px(&kit->look, 2), look_tone(&kit->look, TONE_INK2));
        draw_siglum(kit, document, rect, rect.h, look_tone(&kit->look, TONE_INK2));
    } else {
        parts_tab_in(kit, document, rect, fill, look_on(&kit->look, fill));
    }
    return rect.w;
}

/* visual.md: cell width 0.62 h, gap 0.16 h, slipped 0.2 h up and down in turn */
static int cell_width(int height)
{
    return height * 62 / 100 > 3 ? height * 62 / 100 : 3;
}

static int cell_gap(int height)
{
    return height * 16 / 100 > 2 ? height * 16 / 100 : 2;
}

int parts_voice_bar_width(const struct kit *kit, int height)
{
    int documents = pack_exhibit(kit->pack).documents;

    return documents * cell_width(height) + (documents - 1) * cell_gap(height);
}

int parts_voice_bar(struct kit *kit, unsigned speaks, unsigned differs, int x, int y, int height, uint32_t ink)
{
    int documents = pack_exhibit(kit->pack).documents, slips = 0;

    for (int d = 0; d < documents; d++) {
        struct rect cell = {x + d * (cell_width(height) + cell_gap(height)), y, cell_width(height), height};

        if (differs >> d & 1) {
            cell.y += (slips++ & 1 ? 1 : -1) * height / 5;
            if (kit->look.theme == THEME_CONTRAST)
                draw_frame(kit->draw, cell, 2, ink);
            else
                draw_fill(kit->draw, cell, look_tone(&kit->look, TONE_RED));
        } else if (speaks >> d & 1) {
            draw_fill(kit->draw, cell, ink);
        } else {
            draw_dashed_frame(kit->draw, cell, 1, ink);
        }
    }
    return parts_voice_bar_width(kit, height);
}

void parts_differs(struct kit *kit, struct rect rect, bool on_dark)
{
    int edge = look_px(&kit->look, 2) > 1 ? look_px(&kit->look, 2) : 2;
    uint32_t red = look_tone(&kit->look, TONE_RED), on_red = look_on(&kit->look, red);
    bool has_edge = on_dark || kit->look.theme == THEME_CONTRAST;

    draw_tile(kit->draw, ICON_DIFFERS, rect,
              &(struct draw_tile){.icon = rect_inset(rect, rect.w / 8, rect.h / 8), .ink = on_red, .ground = red,
                                  .edge = on_red, .edge_px = has_edge ? edge : 0});
}

void parts_bracket(struct kit *kit, int x, int y, int height, bool opens, int stroke, uint32_t ink)
{
    int arm = stroke * 3;
    int ax = opens ? x : x - arm + stroke;

    draw_fill(kit->draw, (struct rect){x, y, stroke, height}, ink);
    draw_fill(kit->draw, (struct rect){ax, y, arm, stroke}, ink);
    draw_fill(kit->draw, (struct rect){ax, y + height - stroke, arm, stroke}, ink);
}

/* Room on each side of a note of that size for the bracket. */
static int bracket_stroke(struct block_style style)
{
    return style.size_px * 12 / 100 > 2 ? style.size_px * 12 / 100 : 2;
}

static const struct block *note_block(struct kit *kit, struct text_builder *builder, struct pack_text sentence,
                                      struct block_style style, int width_px)
{
    struct pack_text editors = parts_string(kit, PACK_STRING_EVENT_EDITORS);

    text_builder_set_flags(builder, PACK_SPAN_MARK);
    text_builder_add(builder, editors, 0, editors.length);
    text_builder_add_plain(builder, ": ");
    text_builder_set_flags(builder, 0);
    text_builder_add(builder, sentence, 0, sentence.length);
    return parts_block(kit, text_builder_text(builder), style, width_px - 12 * bracket_stroke(style));
}

int parts_editors_note_height(struct kit *kit, struct pack_text sentence, enum type type, int width_px)
{
    struct text_builder *builder = text_builder_create();
    int height = builder ? note_block(kit, builder, sentence, parts_style(kit, FONT_MUSEUM, type), width_px)->height_px : 0;

    text_builder_destroy(builder);
    return height;
}

int parts_editors_note_width(struct kit *kit, struct pack_text sentence, enum type type, int width_px)
{
    struct text_builder *builder = text_builder_create();
    struct block_style style = parts_style(kit, FONT_MUSEUM, type);
    int width = builder ? note_block(kit, builder, sentence, style, width_px)->widest_px + 12 * bracket_stroke(style) : width_px;

    text_builder_destroy(builder);
    return width < width_px ? width : width_px;
}

int parts_editors_note(struct kit *kit, const char *id, struct pack_text sentence, enum type type, int x, int y, int width_px,
                       uint32_t ink, uint32_t ground)
{
    struct text_builder *builder = text_builder_create();
    struct block_style style = parts_style(kit, FONT_MUSEUM, type);
    int stroke = bracket_stroke(style), margin = stroke * 6, left;
    const struct block *block;

    if (!builder)
        return 0;
    block = note_block(kit, builder, sentence, style, width_px);
    left = style.is_right_to_left ? x + width_px - block->widest_px - 2 * margin : x;
    parts_bracket(kit, left, y, block->height_px, true, stroke, ink);
    parts_bracket(kit, left + block->widest_px + 2 * margin - stroke, y, block->height_px, false, stroke, ink);
    draw_block(kit->draw, block, x + margin, y,
               (struct draw_ink){.colour = ink, .mark_colour = ink, .mark_ground = DRAW_NO_GROUND});
    if (id) {
        struct ui_element element = parts_element(kit, id, "note",
            (struct rect){left, y, block->widest_px + 2 * margin, block->height_px});

        element.label = text_builder_text(builder).bytes;
        element.font_px = style.size_px;
        element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
        element.ink = ink;
        element.ground = ground;
        ui_add(kit->ui, element);
    }
    text_builder_destroy(builder);
    return block->height_px;
}
