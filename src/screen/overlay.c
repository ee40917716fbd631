#include "screen/overlay.h"

#include <stdio.h>

#include "screen/access.h"
#include "screen/dialog.h"
#include "screen/language_menu.h"
#include "screen/idle.h"

enum { DIM_ALPHA = 102 /* 40 % */, STEP_MS = 5000, BAR_STEP_MS = 250 };

/* A figure of the bar, which runs from the left where the lines do. */
static void draw_figure(struct kit *kit, struct rect rect, const struct draw_point *figure, uint32_t colour)
{
    struct draw_point points[4];

    for (int i = 0; i < 4; i++) {
        points[i] = (struct draw_point){rect.x + figure[i].x, rect.y + figure[i].y};
        if (parts_is_mirrored(kit))
            points[i].x = rect.x + rect.w - figure[i].x;
    }
    draw_polygon(kit->draw, points, 4, colour);
}

/* How the time that is left is drawn: ink with a 2:1 end, in a frame cut the same way. */
static void draw_bar(struct kit *kit, struct rect rect, int64_t left_ms)
{
    float w = rect.w, h = rect.h, cut = h / 2, part = w * (left_ms / (float)IDLE_WARN_MS), edge = look_px(&kit->look, 3);
    uint32_t ink = look_tone(&kit->look, TONE_INK);
    struct draw_point corners[] = {{0, 0}, {w, 0}, {w - cut, h}, {0, h}};
    struct draw_point inside[] = {{edge, edge}, {w - edge * 1.618f, edge}, {w - cut - edge * 0.618f, h - edge}, {edge, h - edge}};
    struct draw_point full[] = {{0, 0}, {part, 0}, {part > cut ? part - cut : 0, h}, {0, h}};

    draw_figure(kit, rect, corners, ink);
    draw_figure(kit, rect, inside, look_tone(&kit->look, TONE_PAPER));
    draw_figure(kit, rect, full, ink);
}

/* ---- the warning (I4) ---- */

static bool is_narrow(const struct kit *kit)
{
    return kit->look.form == FORM_PORTRAIT || kit->look.form == FORM_SMALL_PORTRAIT;
}

/* What the warning is made of, measured before anything is drawn. Heights in pixels. */
struct warning {
    int padding, gap;
    const struct block *title, *number, *unit;
    struct pack_span span;
    char digits[8];
    int seconds;
    int head_h;        /* the question, and how much time is left beside or below it */
    int bar_h, key_h;
    int key_rows;
    int others_h;      /* the question in the other languages; 0 = no room for them */
};

static struct block_style line_style(const struct kit *kit, enum font_role role, enum type type)
{
    struct block_style style = parts_style(kit, role, type);

    style.is_single = true;
    style.is_right_to_left = false;
    return style;
}

/* No space was left out between two of its lines. */
static bool breaks_a_word(const struct block *block)
{
    for (int i = 1; i < block->line_count; i++)
        if (block->lines[i].start == block->lines[i - 1].end)
            return true;
    return false;
}

/* The question as large as it can be without breaking a word. */
static const struct block *fitting_title(struct kit *kit, int width)
{
    struct pack_text words = parts_string(kit, PACK_STRING_WARN_TITLE);
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_POSTER);
    int least = kit->look.type[TYPE_SCREEN].size_px * 2 / 3;

    style.size_px = style.size_px * 2 / 3;
    for (;;) {
        const struct block *block;

        style.line_px = style.size_px * 11 / 10;
        block = parts_block(kit, words, style, width);
        if ((block->line_count <= (is_narrow(kit) ? 3 : 2) && !breaks_a_word(block)) || style.size_px <= least)
            return block;
        style.size_px = style.size_px * 92 / 100;
    }
}

static int key_width(struct kit *kit, const struct key *key)
{
    return parts_key_width(kit, key) + look_px(&kit->look, 60);
}

static void measure_head(struct kit *kit, struct warning *warning, int width)
{
    struct pack_text unit =
        pack_string(kit->pack, kit->session->language, PACK_STRING_WARN_SECONDS, (unsigned)warning->seconds);
    int time_w, time_h;

    snprintf(warning->digits, sizeof(warning->digits), "%d", warning->seconds);
    warning->number =
        parts_block(kit, text_plain(warning->digits, &warning->span), line_style(kit, FONT_DISPLAY, TYPE_POSTER), 0);
    warning->unit = parts_block(kit, unit, line_style(kit, FONT_MUSEUM, TYPE_BODY), 0);
    time_w = warning->number->widest_px > warning->unit->widest_px ? warning->number->widest_px : warning->unit->widest_px;
    time_h = warning->number->height_px + (is_narrow(kit) ? 0 : warning->unit->height_px);
    warning->title = fitting_title(kit, is_narrow(kit) ? width : width - time_w - look_px(&kit->look, 40));
    warning->head_h = is_narrow(kit) ? warning->title->height_px + time_h
                      : warning->title->height_px > time_h ? warning->title->height_px : time_h;
}

/* The lines that the question takes in the other languages, laid one behind the other from x, y; drawn or only counted. */
static int lay_others(struct kit *kit, struct rect rect, bool draws)
{
    int x = rect.x, y = rect.y, gap = look_px(&kit->look, 44), high = 0;

    for (int i = 0; i < pack_exhibit(kit->pack).languages; i++) {
        struct pack_text text = pack_string(kit->pack, i, PACK_STRING_WARN_TITLE, 0);
        struct block_style style = line_style(kit, FONT_MUSEUM, TYPE_SMALL);
        int width = block_line_width(kit->fonts, text, style);
        char id[32];

        if (i == kit->session->language)
            continue;
        style.is_single = width <= rect.w;
        width = style.is_single ? width : rect.w;
        if (x > rect.x && x + width > rect.x + rect.w) {
            x = rect.x;
            y += high;
        }
        high = parts_block(kit, text, style, width)->height_px;
        snprintf(id, sizeof(id), "warn:title:%.16s", pack_language(kit->pack, i).tag);
        if (draws)
            parts_text(kit, id, "text", text, style,
                       (struct rect){parts_is_mirrored(kit) ? 2 * rect.x + rect.w - x - width : x, y, width, high},
                       look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
        x += width + gap;
    }
    return y + high - rect.y;
}

static int warning_height(const struct warning *warning)
{
    return 2 * warning->padding + warning->head_h + warning->gap + warning->bar_h + warning->gap
        + warning->key_rows * (warning->key_h + warning->gap) - warning->gap
        + (warning->others_h ? warning->gap + warning->others_h : 0);
}

static struct warning measure_warning(struct kit *kit, const struct key keys[2], int64_t left_ms)
{
    bool is_small = kit->look.form == FORM_SMALL;
    struct warning warning = {
        .padding = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 72 : 28),
        .gap = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 44 : is_small ? 20 : 36),
        .bar_h = look_px(&kit->look, is_small ? 24 : 44),
        .key_h = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 104 : is_small ? 72 : 110),
        .seconds = (int)((left_ms + STEP_MS - 1) / STEP_MS * STEP_MS / 1000),
    };
    int least = look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12), width = dialog_rect(kit, 0).w - 2 * warning.padding;

    warning.key_h = warning.key_h > least ? warning.key_h : least;
    warning.key_rows = key_width(kit, &keys[0]) + warning.gap + key_width(kit, &keys[1]) > width ? 2 : 1;
    measure_head(kit, &warning, width);
    warning.others_h = lay_others(kit, (struct rect){0, 0, width, 0}, false);
    if (warning_height(&warning) > kit->look.panel.height_px)
        warning.others_h = 0;
    return warning;
}

/* Something w wide and from_start away from where the lines of the rectangle begin. */
static int at_start(const struct kit *kit, struct rect rect, int from_start, int w)
{
    return parts_is_mirrored(kit) ? rect.x + rect.w - from_start - w : rect.x + from_start;
}

static void draw_head(struct kit *kit, const struct warning *warning, struct rect rect)
{
    uint32_t ink = look_tone(&kit->look, TONE_INK), paper = look_tone(&kit->look, TONE_PAPER);
    struct draw_ink plain = {.colour = ink, .mark_ground = DRAW_NO_GROUND};
    int y = is_narrow(kit) ? rect.y + warning->title->height_px : rect.y, title_w = warning->title->width_px;
    const struct block *number = warning->number, *unit = warning->unit;
    int number_x = at_start(kit, rect, is_narrow(kit) ? 0 : rect.w - number->widest_px, number->widest_px);
    int unit_from = is_narrow(kit) ? number->widest_px + warning->gap / 2 : rect.w - unit->widest_px;
    int unit_y = is_narrow(kit) ? y + number->height_px * 4 / 5 - unit->height_px : y + number->height_px;
    struct ui_element left = parts_element(kit, "warn:left", "text", (struct rect){number_x, y, number->widest_px, number->height_px});

    parts_text(kit, "warn:title", "heading", parts_string(kit, PACK_STRING_WARN_TITLE), warning->title->style,
               (struct rect){at_start(kit, rect, 0, title_w), rect.y, title_w, warning->title->height_px}, ink, paper);
    draw_block(kit->draw, number, number_x, y, plain);
    draw_block(kit->draw, unit, at_start(kit, rect, unit_from, unit->widest_px), unit_y, plain);
    left.label = warning->digits;
    left.font_px = number->style.size_px;
    left.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, left.font_px).cap_px;
    left.ink = ink;
    left.ground = paper;
    ui_add(kit->ui, left);
}

/* Side by side, or one above the other where they do not fit. */
static void draw_keys(struct kit *kit, const struct warning *warning, const struct key keys[2], struct rect rect)
{
    int x = rect.x, y = rect.y;

    for (int i = 0; i < 2; i++) {
        int width = key_width(kit, &keys[i]);

        width = width < rect.w ? width : rect.w;
        parts_key(kit, &keys[i], (struct rect){at_start(kit, rect, x - rect.x, width), y, width, warning->key_h});
        if (warning->key_rows > 1)
            y += warning->key_h + warning->gap;
        else
            x += width + warning->gap;
    }
}

static void draw_warn(struct kit *kit, int64_t left_ms)
{
    struct key keys[2] = {
        {.id = "warn:continue", .look = KEY_DARK, .verb = UI_CONTINUE, .words = parts_string(kit, PACK_STRING_WARN_CONTINUE)},
        {.id = "warn:startover", .look = KEY_LIGHT, .verb = UI_START_OVER, .words = parts_string(kit, PACK_STRING_WARN_START_OVER)},
    };
    struct warning warning = measure_warning(kit, keys, left_ms);
    struct rect rect = dialog_rect(kit, warning_height(&warning)), part;

    dialog_draw(kit, rect);
    part = rect_inset(rect, warning.padding, warning.padding);
    draw_head(kit, &warning, part);
    part.y += warning.head_h + warning.gap;
    draw_bar(kit, (struct rect){part.x, part.y, part.w, warning.bar_h}, left_ms);
    part.y += warning.bar_h + warning.gap;
    draw_keys(kit, &warning, keys, part);
    part.y += warning.key_rows * (warning.key_h + warning.gap);
    if (warning.others_h)
        lay_others(kit, part, true);
}

void overlay_draw(struct kit *kit, enum overlay overlay, const struct overlay_facts *facts)
{
    if (overlay == OVERLAY_NONE)
        return;
    draw_tint(kit->draw, facts->whole, 0x000000, DIM_ALPHA);
    ui_clear(kit->ui);
    if (overlay == OVERLAY_WARN)
        draw_warn(kit, facts->left_ms);
    else if (overlay == OVERLAY_ACCESS)
        access_draw(kit);
    else if (overlay == OVERLAY_HELP)
        help_draw(kit, facts->place);
    else if (overlay == OVERLAY_LANGUAGES)
        language_menu_draw(kit);
}

int64_t overlay_next_ms(enum overlay overlay, int64_t now_ms)
{
    return overlay == OVERLAY_WARN ? now_ms + BAR_STEP_MS : INT64_MAX;
}
