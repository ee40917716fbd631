/* Nothing can be shown: an empty case and a calm sentence in every language there is. Nothing to touch, nothing that moves. */
#include <stdio.h>

#include "screen/parts.h"

/* The drawing at 960 x 1080 (visual.md, mock-up 12). */
static const struct rect case_px = {190, 168, 582, 592}, shelf_px = {130, 764, 700, 48}, foot_px = {190, 812, 580, 268};

enum { DRAWING_W = 960, DRAWING_H = 1080, BARS = 4 };

static void *error_enter(struct kit *kit)
{
    (void)kit;
    return NULL;
}

static void error_leave(void *data, struct kit *kit)
{
    (void)data;
    (void)kit;
}

/* ---- the drawing ---- */

/* From the drawing's pixels to the panel's. */
struct frame {
    struct rect area;
    float scale;
};

static struct rect placed(const struct frame *frame, struct rect rect)
{
    float x = frame->area.x + (frame->area.w - DRAWING_W * frame->scale) / 2;
    float y = frame->area.y + frame->area.h - DRAWING_H * frame->scale;

    return (struct rect){(int)(x + rect.x * frame->scale), (int)(y + rect.y * frame->scale), (int)(rect.w * frame->scale),
                         (int)(rect.h * frame->scale)};
}

static void draw_gleam(struct kit *kit, const struct frame *frame, int x, int y, int height, uint32_t colour)
{
    struct rect r = placed(frame, (struct rect){x, y, height / 2, height});

    draw_line(kit->draw, (struct draw_point){r.x + r.w, r.y}, (struct draw_point){r.x + r.w - r.h / 2.0f, r.y + r.h},
              frame->scale * 2.5f > 1.5f ? frame->scale * 2.5f : 1.5f, colour);
}

static void draw_case(struct kit *kit, struct rect area)
{
    float by_w = area.w / (float)DRAWING_W, by_h = area.h / (float)DRAWING_H;
    struct frame frame = {area, by_w < by_h ? by_w : by_h};
    bool is_contrast = kit->look.theme == THEME_CONTRAST;
    uint32_t dark = is_contrast ? 0x000000 : look_tone(&kit->look, TONE_INK);
    uint32_t light = is_contrast ? 0xFFFFFF : look_tone(&kit->look, TONE_PAPER), foot = is_contrast ? 0x000000 : 0x2B2822;
    int edge = frame.scale * 5 > 2 ? (int)(frame.scale * 5) : 2, thin = edge / 2 > 1 ? edge / 2 : 1;
    struct rect below = placed(&frame, foot_px);

    draw_fill(kit->draw, area, dark);
    below.h = area.y + area.h - below.y;
    draw_fill(kit->draw, below, foot);
    draw_frame(kit->draw, placed(&frame, case_px), edge, light);
    for (int i = 0; i < BARS; i++)
        draw_dashed_frame(kit->draw, placed(&frame, (struct rect){261, 299 + i * 92, 438, 50}), thin, light);
    draw_gleam(kit, &frame, 400, 180, 560, is_contrast ? light : 0x8C8577);
    draw_gleam(kit, &frame, 480, 240, 500, is_contrast ? light : 0x8C8577);
    draw_fill(kit->draw, placed(&frame, shelf_px), light);
}

/* ---- the words ---- */

/* Both texts of a language at a share of their size; draws = false only measures. Returns the height. */
static int say(struct kit *kit, int language, struct rect box, int percent, bool draws)
{
    struct block_style title = parts_style(kit, FONT_DISPLAY, TYPE_SCREEN), text = parts_style(kit, FONT_MUSEUM, TYPE_BODY);
    struct pack_text words[2] = {pack_string(kit->pack, language, PACK_STRING_ERROR_TITLE, 0),
                                 pack_string(kit->pack, language, PACK_STRING_ERROR_TEXT, 0)};
    struct block_style styles[2] = {title, text};
    int height = 0;

    for (int i = 0; i < 2; i++) {
        char id[40];

        styles[i].size_px = styles[i].size_px * percent / 100;
        styles[i].line_px = styles[i].size_px * (i ? 14 : 12) / 10;
        styles[i].is_title = true;
        styles[i].is_right_to_left = pack_language(kit->pack, language).is_right_to_left;
        if (draws) {
            struct ui_element element;
            const struct block *block = parts_block(kit, words[i], styles[i], box.w);

            snprintf(id, sizeof(id), "error:%s:%.20s", i ? "text" : "title", pack_language(kit->pack, language).tag);
            element = parts_element(kit, id, i ? "text" : "heading",
                                    (struct rect){box.x, box.y + height, box.w, block->height_px});
            element.lang = pack_language(kit->pack, language).tag;
            element.label = words[i].bytes;
            element.font_px = styles[i].size_px;
            element.cap_px = font_metrics(kit->fonts, styles[i].role, styles[i].size_px).cap_px;
            element.ink = look_tone(&kit->look, i ? TONE_INK2 : TONE_INK);
            element.ground = look_tone(&kit->look, TONE_PAPER);
            draw_block(kit->draw, block, box.x, box.y + height,
                       (struct draw_ink){.colour = element.ink, .mark_ground = DRAW_NO_GROUND});
            ui_add(kit->ui, element);
        }
        height += parts_block(kit, words[i], styles[i], box.w)->height_px;
    }
    return height;
}

static int whole_height(struct kit *kit, struct rect box, int percent, int gap)
{
    int count = pack_exhibit(kit->pack).languages, height = 0;

    for (int i = 0; i < count; i++)
        height += say(kit, i, box, percent, false) + gap;
    return height;
}

/* All languages, as large as there is room for them one below the other. */
static void draw_words(struct kit *kit, struct rect box)
{
    int count = pack_exhibit(kit->pack).languages, percent = 100,
        rule = look_px(&kit->look, 3) > 1 ? look_px(&kit->look, 3) : 2;
    int gap = look_px(&kit->look, 60), rest;

    while (percent > 30 && whole_height(kit, box, percent, gap * percent / 100) > box.h)
        percent -= 5;
    gap = gap * percent / 100;
    rest = box.h - whole_height(kit, box, percent, gap);
    rest = rest > 0 ? rest / (count + 1) / 2 : 0;
    gap += rest < gap / 2 ? rest : gap / 2;
    box.y += (box.h - whole_height(kit, box, percent, gap)) / 2;
    for (int i = 0; i < count; i++) {
        draw_fill(kit->draw, (struct rect){box.x, box.y, box.w, rule}, look_tone(&kit->look, TONE_INK));
        box.y += gap / 2;
        box.y += say(kit, i, box, percent, true) + (gap - gap / 2);
    }
}

static void error_draw(void *data, struct kit *kit)
{
    struct rect area = {0, 0, kit->look.panel.width_px, kit->look.panel.height_px}, drawing = area, words = area;
    int margin = kit->look.margin * 5 / 4;

    (void)data;
    if (area.w >= area.h) {
        drawing.w = area.w / 2;
        words.x = drawing.w;
        words.w = area.w - drawing.w;
    } else {
        drawing.h = area.h * 42 / 100;
        words.y = drawing.h;
        words.h = area.h - drawing.h;
    }
    draw_fill(kit->draw, area, look_tone(&kit->look, TONE_PAPER));
    draw_case(kit, drawing);
    draw_words(kit, rect_inset(words, margin, margin));
}

const struct screen screen_error = {
    .name = "error", .enter = error_enter, .draw = error_draw, .leave = error_leave,
};
