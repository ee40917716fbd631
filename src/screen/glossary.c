#include "screen/glossary.h"
#include "screen/told.h"

#include <stdio.h>

enum { DIM_ALPHA = 102 /* 40 % */, VIEW = 90, EMS = 31, KEYS = 3, CUT = 24 };

void term_list_add(struct term_list *list, struct pack_term_use use, unsigned languages)
{
    if (!(use.languages & languages) || list->count == GLOSSARY_TERMS_MOST)
        return;
    for (int i = 0; i < list->count; i++) {
        if (list->terms[i] == use.term)
            return;
    }
    list->terms[list->count++] = use.term;
}

struct key glossary_key(struct kit *kit, bool is_icon)
{
    struct key key = {.id = "words:open", .look = KEY_LIGHT, .verb = UI_WORDS, .has_icon = true, .icon = ICON_WORDS,
                      .icon_first = true};

    *(is_icon ? &key.label : &key.words) = parts_string(kit, PACK_STRING_WORDS_TITLE);
    return key;
}

/* ---- one term ---- */

struct row {
    const struct block *term, *notice, *text; /* notice: NULL = the text is in the visitor's language */
    int gap, height;                          /* above the term: a rule and this gap */
};

/* That nobody has translated the text yet (L8). */
static const struct block *notice_of(struct kit *kit, int term, int width_px)
{
    struct text_builder *builder = text_builder_create();
    struct pack_text notice = {0};
    const struct block *block = NULL;

    if (builder)
        notice = told_alone(kit, builder, PACK_TERM_TEXT, term, kit->session->language);
    if (notice.length > 0)
        block = parts_block(kit, notice, parts_style(kit, FONT_MUSEUM, TYPE_SMALL), width_px);
    text_builder_destroy(builder);
    return block;
}

static struct row row_of(struct kit *kit, int term, int width_px)
{
    struct row row = {.gap = look_px(&kit->look, kit->look.form == FORM_SMALL ? 10 : 18)};

    row.term = parts_block(kit, told(kit, PACK_TERM, term), parts_style(kit, FONT_DISPLAY, TYPE_LABEL), width_px);
    row.notice = notice_of(kit, term, width_px);
    row.text = parts_block(kit, told(kit, PACK_TERM_TEXT, term),
                           told_style(kit, FONT_MUSEUM, TYPE_BODY, PACK_TERM_TEXT, term), width_px);
    row.height = 2 * row.gap + row.term->height_px + (row.notice ? row.notice->height_px : 0) + row.text->height_px;
    return row;
}

static struct ui_element words_element(struct kit *kit, const char *id, const char *role, const struct block *block,
                                       struct rect box)
{
    struct ui_element element = parts_element(kit, id, role, box);

    element.label = block->bytes;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, element.font_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK);
    element.ground = look_tone(&kit->look, TONE_CARD);
    return element;
}

static void draw_notice(struct kit *kit, const struct block *notice, int term, struct rect *box)
{
    char id[72];

    if (!notice)
        return;
    snprintf(id, sizeof(id), "term:%.50s:notice", pack_term_id(kit->pack, term));
    box->h = notice->height_px;
    draw_block(kit->draw, notice, box->x, box->y,
               (struct draw_ink){.colour = look_tone(&kit->look, TONE_INK), .mark_ground = DRAW_NO_GROUND});
    ui_add(kit->ui, words_element(kit, id, "text", notice, *box));
    box->y += box->h;
}

static void draw_row(struct kit *kit, int term, struct rect rect)
{
    struct row row = row_of(kit, term, rect.w);
    uint32_t ink = look_tone(&kit->look, TONE_INK), card = look_tone(&kit->look, TONE_CARD);
    struct rect box = {rect.x, rect.y + row.gap, rect.w, row.term->height_px};
    struct ui_element element;
    char id[72];

    draw_fill(kit->draw, (struct rect){rect.x, rect.y, rect.w, look_px(&kit->look, 1.5f) > 1 ? look_px(&kit->look, 1.5f) : 1},
              look_tone(&kit->look, TONE_RULE));
    snprintf(id, sizeof(id), "term:%.50s:name", pack_term_id(kit->pack, term));
    parts_text(kit, id, "heading", told(kit, PACK_TERM, term), row.term->style, box, ink, card);
    box.y += box.h;
    draw_notice(kit, row.notice, term, &box);
    box.h = row.text->height_px;
    draw_block(kit->draw, row.text, box.x, box.y, (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    snprintf(id, sizeof(id), "term:%.50s", pack_term_id(kit->pack, term));
    element = words_element(kit, id, "paragraph", row.text, box);
    element.lang = told_tag(kit, PACK_TERM_TEXT, term);
    element.is_focusable = true;
    ui_add(kit->ui, element);
    parts_focus(kit, id, box, false);
}

/* ---- where things stand ---- */

static struct block_style title_style(const struct kit *kit)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);

    style.size_px = style.size_px * 4 / 3;
    style.line_px = style.line_px * 4 / 3;
    return style;
}

struct place {
    struct rect panel, title, keys, view;
    struct rect column; /* what the words take of the view */
    int key, gap;
};

/* A panel that is wide enough has its keys beside the title, else they stand below the words. */
static bool has_keys_above(const struct kit *kit)
{
    return kit->look.form == FORM_LANDSCAPE || kit->look.form == FORM_SMALL;
}

static struct rect mirrored(const struct kit *kit, struct rect panel, struct rect rect)
{
    if (parts_is_mirrored(kit))
        rect.x = 2 * panel.x + panel.w - rect.x - rect.w;
    return rect;
}

static int content_height(struct kit *kit, const struct term_list *list, int width_px)
{
    int height = 0;

    for (int i = 0; i < list->count; i++)
        height += row_of(kit, list->terms[i], width_px).height;
    return height;
}

static struct place place_of(struct kit *kit, const struct term_list *list)
{
    const struct look *look = &kit->look;
    struct rect area = rect_inset(kit->area, look_px(look, 8), look_px(look, 8));
    int mm = look->panel.is_large ? 20 : 12, pad = look_px(look, look->form == FORM_SMALL ? 20 : 40);
    int beside = larger(pad, look_px(look, CUT + 8)); /* the keys stand clear of the cut corner */
    struct place place = {.gap = larger(look_px(look, 12), look_mm_x(look, look->panel.is_large ? 3 : 2))};
    int width = smaller(area.w, EMS * look->type[TYPE_BODY].size_px + 2 * pad), keys_w, head, foot, height;

    place.key = larger(larger(look_mm_x(look, (float)mm), look_mm_y(look, (float)mm)), look_px(look, 56));
    keys_w = KEYS * place.key + (KEYS - 1) * place.gap;
    place.title = (struct rect){0, 0, width - 2 * pad - (has_keys_above(kit) ? keys_w + beside : 0), 0};
    place.title.h = parts_block(kit, parts_string(kit, PACK_STRING_WORDS_TITLE), title_style(kit), place.title.w)->height_px;
    head = pad / 2 + (has_keys_above(kit) ? larger(place.title.h, place.key) : place.title.h) + pad / 2;
    foot = has_keys_above(kit) ? pad / 4 : place.key + pad;
    height = smaller(head + content_height(kit, list, width - 2 * pad) + foot, area.h);
    place.panel = (struct rect){area.x + (area.w - width) / 2, area.y + (area.h - height) / 2, width, height};
    place.title.x = place.panel.x + pad;
    place.title.y = place.panel.y + (head - place.title.h) / 2;
    place.view = (struct rect){place.panel.x + pad / 2, place.panel.y + head, width - pad, height - head - foot};
    place.column = (struct rect){place.panel.x + pad, 0, width - 2 * pad, 0};
    place.keys = (struct rect){place.panel.x + width - beside - keys_w, place.panel.y + (head - place.key) / 2, keys_w,
                               place.key};
    if (!has_keys_above(kit))
        place.keys.y = place.panel.y + height - pad / 2 - place.key;
    return place;
}

/* ---- the panel ---- */

static void keep_place(struct glossary *glossary, struct kit *kit, const struct term_list *list, int width_px)
{
    int top = 0;

    if (glossary->width_px == 0
        || (glossary->width_px == width_px && glossary->language == kit->session->language && glossary->step == kit->look.step))
        return;
    for (int i = 0; i < glossary->row && i < list->count; i++)
        top += row_of(kit, list->terms[i], width_px).height;
    glossary->pane.scroll.at_px = top + glossary->offset_px;
    glossary->pane.scroll.duration_ms = 0;
    scroll_resize(&glossary->pane.scroll, glossary->pane.scroll.view_px, glossary->pane.scroll.content_px);
}

static void note_place(struct glossary *glossary, struct kit *kit, const struct term_list *list, int width_px)
{
    int at = scroll_px(&glossary->pane.scroll), top = 0;

    glossary->language = kit->session->language;
    glossary->step = kit->look.step;
    glossary->width_px = width_px;
    glossary->row = 0;
    for (int height; glossary->row + 1 < list->count; glossary->row++, top += height) {
        height = row_of(kit, list->terms[glossary->row], width_px).height;
        if (top + height > at)
            break;
    }
    glossary->offset_px = at - top;
}

static void draw_keys(const struct glossary *glossary, struct kit *kit, const struct place *place)
{
    struct key keys[KEYS] = {
        {.id = "words:up", .icon = ICON_UP, .label = parts_string(kit, PACK_STRING_READER_PAGE_UP), .value = -1,
         .repeats = true},
        {.id = "words:down", .icon = ICON_DOWN, .label = parts_string(kit, PACK_STRING_READER_PAGE_DOWN), .value = 1,
         .repeats = true},
        {.id = "words:close", .icon = ICON_CLOSE, .label = parts_string(kit, PACK_STRING_CLUSTER_CLOSE)},
    };

    for (int i = 0; i < KEYS; i++) {
        struct rect rect = {place->keys.x + i * (place->key + place->gap), place->keys.y, place->key, place->key};
        bool is_kept = ui_is_focused(kit->ui, keys[i].id) && scroll_is_needed(&glossary->pane.scroll);

        keys[i].has_icon = true;
        keys[i].verb = UI_WORDS;
        keys[i].label_room = has_keys_above(kit) ? mirrored(kit, place->panel, place->title) : (struct rect){0};
        if (keys[i].value == 0 || is_kept || pane_has_more(&glossary->pane, keys[i].value))
            parts_key(kit, &keys[i], mirrored(kit, place->panel, rect));
    }
}

/* What lies around the panel closes it; the panel itself lets nothing through. */
static void list_ground(struct kit *kit, struct rect panel)
{
    struct ui_element outside = parts_element(kit, "words:outside", "backdrop", kit->area);
    struct ui_element inside = parts_element(kit, "words:panel", "dialog", panel);

    outside.hit = kit->area;
    outside.verb = UI_WORDS;
    ui_add(kit->ui, outside);
    inside.hit = panel;
    inside.verb = UI_OWN;
    inside.value = -1;
    ui_add(kit->ui, inside);
}

void glossary_draw(struct glossary *glossary, struct kit *kit, const struct term_list *list)
{
    struct place place = place_of(kit, list);
    int edge = larger(look_px(&kit->look, 3), 2), y;

    draw_tint(kit->draw, kit->area, 0x000000, DIM_ALPHA);
    ui_clear(kit->ui);
    parts_card(kit, place.panel, look_px(&kit->look, CUT), look_tone(&kit->look, TONE_CARD), edge,
               look_tone(&kit->look, TONE_INK));
    list_ground(kit, place.panel);
    parts_text(kit, "words:title", "heading", parts_string(kit, PACK_STRING_WORDS_TITLE), title_style(kit),
               mirrored(kit, place.panel, place.title), look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_CARD));
    pane_place(&glossary->pane, VIEW, place.view, content_height(kit, list, place.column.w));
    keep_place(glossary, kit, list, place.column.w);
    if (has_keys_above(kit))
        draw_keys(glossary, kit, &place);
    pane_begin(kit, &glossary->pane);
    y = pane_origin(&glossary->pane);
    for (int i = 0; i < list->count; i++) {
        place.column.y = y;
        draw_row(kit, list->terms[i], place.column);
        y += row_of(kit, list->terms[i], place.column.w).height;
    }
    pane_end(kit, &glossary->pane, look_tone(&kit->look, TONE_CARD));
    note_place(glossary, kit, list, place.column.w);
    if (!has_keys_above(kit))
        draw_keys(glossary, kit, &place);
}
