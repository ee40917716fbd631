#include "screen/overlay.h"

#include <stdio.h>

#include "screen/idle.h"
#include "screen/parts.h"

enum { DIM_ALPHA = 102 /* 40 % */, STEP_MS = 5000, BAR_STEP_MS = 250 };

/* The dialog of visual.md, 1240 x 660 on P3, as large as the panel allows. */
static struct rect dialog_rect(const struct kit *kit, int height)
{
    int width = kit->look.panel.width_px - 2 * kit->look.margin;
    int wanted = look_px(&kit->look, 1240);

    if (wanted > width || kit->look.form != FORM_LANDSCAPE)
        wanted = width;
    return (struct rect){(kit->look.panel.width_px - wanted) / 2, (kit->look.panel.height_px - height) / 2, wanted, height};
}

static void draw_dialog(struct kit *kit, struct rect rect)
{
    int cut = look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 60);

    draw_card(kit->draw, rect, cut, look_tone(&kit->look, TONE_PAPER),
              kit->look.theme == THEME_CONTRAST ? 2 : 0, look_tone(&kit->look, TONE_INK));
}

/* How the time that is left is drawn: ink with a 2:1 end, in a frame cut the same way. */
static void draw_bar(struct kit *kit, struct rect rect, int64_t left_ms)
{
    float cut = rect.h / 2.0f, part = rect.w * (left_ms / (float)IDLE_WARN_MS);
    float x = rect.x, y = rect.y, r = x + rect.w, b = y + rect.h;
    float edge = look_px(&kit->look, 3);
    uint32_t ink = look_tone(&kit->look, TONE_INK);
    struct draw_point corners[] = {{x, y}, {r, y}, {r - cut, b}, {x, b}};
    struct draw_point inside[] = {{x + edge, y + edge}, {r - edge * 1.618f, y + edge}, {r - cut - edge * 0.618f, b - edge},
                                  {x + edge, b - edge}};
    struct draw_point full[] = {{x, y}, {x + part, y}, {x + (part > cut ? part - cut : 0), b}, {x, b}};

    draw_polygon(kit->draw, corners, 4, ink);
    draw_polygon(kit->draw, inside, 4, look_tone(&kit->look, TONE_PAPER));
    draw_polygon(kit->draw, full, 4, ink);
}

static void draw_seconds(struct kit *kit, struct rect rect, int64_t left_ms, int x_right)
{
    int seconds = (int)((left_ms + STEP_MS - 1) / STEP_MS * STEP_MS / 1000);
    struct pack_span span;
    char digits[8];
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_POSTER), small = parts_style(kit, FONT_MUSEUM, TYPE_BODY);
    struct pack_text unit = pack_string(kit->pack, kit->session->language, PACK_STRING_WARN_SECONDS, (unsigned)seconds);
    const struct block *number, *word;
    int y = rect.y;

    style.is_single = small.is_single = true;
    style.is_right_to_left = small.is_right_to_left = false;
    snprintf(digits, sizeof(digits), "%d", seconds);
    number = parts_block(kit, text_plain(digits, &span), style, rect.w);
    word = parts_block(kit, unit, small, rect.w);
    draw_block(kit->draw, number, x_right - number->widest_px, y,
               (struct draw_ink){.colour = look_tone(&kit->look, TONE_INK), .mark_ground = DRAW_NO_GROUND});
    draw_block(kit->draw, word, x_right - word->widest_px, y + number->height_px,
               (struct draw_ink){.colour = look_tone(&kit->look, TONE_INK), .mark_ground = DRAW_NO_GROUND});
}

/* The same question in the other languages of the exhibit, small at the foot. */
static void draw_other_languages(struct kit *kit, struct rect rect, int y)
{
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL);
    int x = rect.x, gap = look_px(&kit->look, 44);

    style.is_single = true;
    style.is_right_to_left = false;
    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++) {
        struct pack_text text = pack_string(kit->pack, i, PACK_STRING_WARN_TITLE, 0);
        int width = block_line_width(kit->fonts, text, style);
        char id[32];

        if (i == kit->session->language)
            continue;
        if (x > rect.x && x + width > rect.x + rect.w) {
            x = rect.x;
            y += style.line_px;
        }
        if (y + style.line_px > rect.y + rect.h)
            return;
        snprintf(id, sizeof(id), "warn:title:%.16s", pack_language(kit->pack, i).tag);
        parts_text(kit, id, "text", text, style, (struct rect){x, y, width, style.line_px},
                   look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
        x += width + gap;
    }
}

/* Two keys side by side, or one above the other where they do not fit. Returns the y below them. */
static int draw_keys(struct kit *kit, const struct key keys[2], struct rect rect, int y)
{
    int height = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 104 : kit->look.form == FORM_SMALL ? 72 : 110);
    int least = look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12);
    int gap = look_px(&kit->look, 28), x = rect.x;

    if (height < least)
        height = least;
    for (int i = 0; i < 2; i++) {
        int width = parts_key_width(kit, &keys[i]) + look_px(&kit->look, 60);

        if (x > rect.x && x + width > rect.x + rect.w) {
            x = rect.x;
            y += height + gap;
        }
        parts_key(kit, &keys[i], (struct rect){x, y, width < rect.w ? width : rect.w, height});
        x += width + gap;
    }
    return y + height;
}

static void draw_warn(struct kit *kit, int64_t left_ms)
{
    int padding = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 72 : 28);
    struct rect rect = dialog_rect(kit, look_px(&kit->look, kit->look.form == FORM_SMALL ? 380 : 660));
    struct rect inner = rect_inset(rect, padding, padding);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_POSTER);
    struct key keys[2] = {
        {.id = "warn:continue", .look = KEY_DARK, .verb = UI_CONTINUE, .words = parts_string(kit, PACK_STRING_WARN_CONTINUE)},
        {.id = "warn:startover", .look = KEY_LIGHT, .verb = UI_START_OVER, .words = parts_string(kit, PACK_STRING_WARN_START_OVER)},
    };
    int number = look_px(&kit->look, kit->look.form == FORM_SMALL ? 120 : 260), y;

    style.size_px = style.size_px * 2 / 3;
    style.line_px = style.size_px * 11 / 10;
    draw_dialog(kit, rect);
    y = inner.y + parts_text(kit, "warn:title", "heading", parts_string(kit, PACK_STRING_WARN_TITLE), style,
                             (struct rect){inner.x, inner.y, inner.w - number, inner.h}, look_tone(&kit->look, TONE_INK),
                             look_tone(&kit->look, TONE_PAPER));
    draw_seconds(kit, inner, left_ms, inner.x + inner.w - look_px(&kit->look, kit->look.form == FORM_SMALL ? 20 : 0));
    if (y < inner.y + look_px(&kit->look, kit->look.form == FORM_SMALL ? 100 : 220))
        y = inner.y + look_px(&kit->look, kit->look.form == FORM_SMALL ? 100 : 220);
    draw_bar(kit, (struct rect){inner.x, y, inner.w, look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 44)}, left_ms);
    y = draw_keys(kit, keys, inner, y + look_px(&kit->look, kit->look.form == FORM_SMALL ? 44 : 84));
    draw_other_languages(kit, inner, y + look_px(&kit->look, 28));
}

static struct key switch_key(struct kit *kit, const char *id, enum pack_string_id words, enum ui_verb verb, bool is_on)
{
    return (struct key){.id = id, .look = KEY_LIGHT, .verb = verb, .is_on = is_on, .has_icon = is_on, .icon = ICON_TICK,
                        .words = parts_string(kit, words)};
}

static void draw_access(struct kit *kit)
{
    int padding = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 56 : 24);
    int height = look_px(&kit->look, kit->look.form == FORM_SMALL ? 64 : kit->look.form == FORM_LANDSCAPE ? 80 : 110);
    int least = look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12), gap = look_px(&kit->look, 20);
    struct rect rect, row;
    struct key keys[] = {
        switch_key(kit, "access:contrast", PACK_STRING_ACCESS_CONTRAST, UI_CONTRAST, kit->session->theme == THEME_CONTRAST),
        switch_key(kit, "access:motion", PACK_STRING_ACCESS_MOTION, UI_MOTION, kit->session->reduced_motion),
        {.id = "access:startover", .look = KEY_LIGHT, .verb = UI_START_OVER, .has_icon = true, .icon_first = true,
         .icon = ICON_START_OVER, .words = parts_string(kit, PACK_STRING_NAV_START_OVER)},
        {.id = "access:close", .look = KEY_DARK, .verb = UI_ACCESS, .has_icon = true, .icon_first = true, .icon = ICON_CLOSE,
         .words = parts_string(kit, PACK_STRING_ACCESS_CLOSE)},
    };
    struct block_style title = parts_style(kit, FONT_DISPLAY, TYPE_SCREEN);
    int count = sizeof(keys) / sizeof(keys[0]);

    if (height < least)
        height = least;
    rect = dialog_rect(kit, 2 * padding + title.line_px + gap + count * (height + gap));
    rect.x = kit->look.panel.width_px - rect.w;
    if (kit->look.form == FORM_LANDSCAPE) {
        rect.w = look_px(&kit->look, 640);
        rect.x = kit->look.panel.width_px - rect.w - kit->look.margin;
    }
    rect.y = kit->look.panel.height_px - kit->look.plinth - rect.h;
    if (rect.y < 0)
        rect.y = 0;
    draw_dialog(kit, rect);
    row = rect_inset(rect, padding, padding);
    row.y += gap + parts_text(kit, "access:title", "heading", parts_string(kit, PACK_STRING_ACCESS_TITLE), title, row,
                              look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
    for (int i = 0; i < count; i++) {
        parts_key(kit, &keys[i], (struct rect){row.x, row.y, row.w, height});
        row.y += height + gap;
    }
}

void overlay_draw(struct kit *kit, enum overlay overlay, int64_t left_ms)
{
    struct rect whole = {0, 0, kit->look.panel.width_px, kit->look.panel.height_px};

    if (overlay == OVERLAY_NONE)
        return;
    draw_tint(kit->draw, whole, 0x000000, DIM_ALPHA);
    ui_clear(kit->ui);
    if (overlay == OVERLAY_WARN)
        draw_warn(kit, left_ms);
    else if (overlay == OVERLAY_ACCESS)
        draw_access(kit);
}

int64_t overlay_next_ms(enum overlay overlay, int64_t now_ms)
{
    return overlay == OVERLAY_WARN ? now_ms + BAR_STEP_MS : INT64_MAX;
}
