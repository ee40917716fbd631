/*
 * The scale over the columns: the days (months, years) that the documents name, and what lies between them. Each is tied to its
 * column by a drop where the columns stand in that order; where they do not, none is, and each carries its sigla.
 */
#include "screen/compare/compare_scale.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "timeline/calendar.h"

enum { TICKS_MAX = 40 };

static int tile_side(const struct kit *kit)
{
    return kit->look.type[TYPE_YEAR].size_px * 112 / 100;
}

static int siglum_height(const struct kit *kit)
{
    return larger(look_px(&kit->look, 32), (kit->look.type[TYPE_SMALL].size_px * 10 + 6) / 7);
}

/* ---- places ---- */

struct rule {
    struct scale scale;
    double x0, per_value; /* x of the first value, pixels a step; mirrored it runs to the left */
    bool is_over_columns;
    int y, side, pitch; /* pitch: the least distance of two tiles */
};

static const struct block *name_of(struct kit *kit, const struct scale *scale, int value, bool is_named)
{
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    int size = kit->look.type[TYPE_YEAR].size_px * (is_named ? 80 : 50) / 100, least = kit->look.type[TYPE_SMALL].size_px;
    struct pack_span span;
    char digits[16];

    style.size_px = size > least ? size : least;
    style.line_px = style.size_px * 6 / 5;
    style.is_single = true;
    style.is_right_to_left = false;
    if (scale->unit == PACK_MONTH)
        return parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_MONTH_NAME, 12 + value % 12), style, 0);
    snprintf(digits, sizeof(digits), "%d", scale->unit == PACK_DAY ? calendar_date(value).day : value);
    return parts_block(kit, text_plain(digits, &span), style, 0);
}

static int tile_width(struct kit *kit, const struct scale *scale, int value)
{
    int width = name_of(kit, scale, value, true)->widest_px + look_px(&kit->look, 28), least = tile_side(kit) * 5 / 4;

    return width > least ? width : least;
}

static const struct compare_column *column_of(const struct compare_page *page, const struct scale_value *value)
{
    return &page->columns[__builtin_ctz(value->columns)];
}

static double middle_of(const struct compare_page *page, const struct scale_value *value)
{
    const struct compare_column *column = column_of(page, value);

    return column->rect.x + column->rect.w / 2.0;
}

/* Every value over the middle of its column needs evenly spread columns; two values in the order of reading always are. */
static bool stands_over_columns(const struct compare_page *page, const struct rule *rule, bool is_mirrored)
{
    for (int i = 0; i < rule->scale.count; i++) {
        const struct scale_value *value = &rule->scale.values[i];
        double x = rule->x0 + (value->value - rule->scale.first) * rule->per_value;
        const struct compare_column *column = column_of(page, value);
        bool is_shared = value->columns & (value->columns - 1);

        if (is_shared || column->row != 0 || x < column->rect.x || x > column->rect.x + column->rect.w)
            return false;
    }
    return is_mirrored ? rule->per_value < 0 : rule->per_value > 0;
}

/* The smallest distance of two named values. */
static int closest(const struct scale *scale)
{
    int least = scale->last - scale->first;

    for (int i = 0; i < scale->count; i++) {
        for (int k = 0; k < i; k++) {
            int distance = abs(scale->values[i].value - scale->values[k].value);

            least = distance < least ? distance : least;
        }
    }
    return least;
}

static bool has_room(const struct rule *rule)
{
    return closest(&rule->scale) * fabs(rule->per_value) >= rule->pitch;
}

/* Half the width if that is enough, else most of it. */
static void spread(const struct compare_page *page, struct rule *rule, bool is_mirrored)
{
    int steps = rule->scale.last - rule->scale.first;

    rule->is_over_columns = false;
    for (int part = 4; part <= 8; part += 4) {
        rule->x0 = page->body.x + page->body.w * (10 - part) / 20.0;
        rule->per_value = page->body.w * part / 10.0 / steps;
        if (is_mirrored) {
            rule->x0 = 2 * page->body.x + page->body.w - rule->x0;
            rule->per_value = -rule->per_value;
        }
        if (has_room(rule))
            break;
    }
}

/* False: there is no room for the tiles beside each other. */
static bool rule_of(const struct compare_page *page, struct kit *kit, const struct scale *scale, int top, struct rule *rule)
{
    const struct scale_value *first = scale->values, *last = scale->values;
    bool is_mirrored = parts_is_mirrored(kit);

    *rule = (struct rule){.scale = *scale, .side = tile_side(kit), .y = top + tile_side(kit) / 2};
    for (const struct scale_value *value = scale->values; value < scale->values + scale->count; value++) {
        first = value->value == scale->first ? value : first;
        last = value->value == scale->last ? value : last;
        rule->pitch = larger(rule->pitch, tile_width(kit, scale, value->value));
    }
    rule->pitch += look_px(&kit->look, 24);
    rule->x0 = middle_of(page, first);
    rule->per_value = (middle_of(page, last) - rule->x0) / (scale->last - scale->first);
    rule->is_over_columns = stands_over_columns(page, rule, is_mirrored);
    if (!rule->is_over_columns || !has_room(rule))
        spread(page, rule, is_mirrored);
    return has_room(rule);
}

int compare_axis_height(const struct compare_page *page, struct kit *kit)
{
    struct scale scale;
    struct rule rule;
    int below = kit->look.type[TYPE_LABEL].line_px;

    if (kit->look.form == FORM_SMALL || !compare_scale_find(page, kit, &scale) || !rule_of(page, kit, &scale, 0, &rule))
        return 0;
    return tile_side(kit) + (rule.is_over_columns ? below : larger(below, siglum_height(kit))) + look_px(&kit->look, 24);
}

static int x_of(const struct rule *rule, int value)
{
    return (int)lround(rule->x0 + (value - rule->scale.first) * rule->per_value);
}

/* ---- drawing ---- */

/* "1921: EN" */
static void say_value(const struct compare_page *page, const struct kit *kit, const struct scale_value *value, const char *name,
                      char out[120])
{
    int length = snprintf(out, 120, "%.40s:", name);

    for (int k = compare_scale_column(page, kit, value, -1); k >= 0 && length < 90;
         k = compare_scale_column(page, kit, value, k))
        length += snprintf(out + length, 24, " %.20s", pack_document(kit->pack, compare_scale_document(page, kit, k)).siglum);
}

static void list_value(const struct compare_page *page, struct kit *kit, const struct rule *rule, const struct block *name,
                       int value, struct rect rect, uint32_t ink, uint32_t ground)
{
    const struct scale_value *named = compare_scale_value(&rule->scale, value);
    struct ui_element element;
    char id[24], spoken[120];

    snprintf(id, sizeof(id), "axis:%d", value - rule->scale.first);
    element = parts_element(kit, id, "text", rect);
    element.label = name->bytes;
    if (named) {
        say_value(page, kit, named, name->bytes, spoken);
        element.spoken = spoken;
    }
    element.font_px = name->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
}

/* Who names it, under it. */
static void draw_sigla(const struct compare_page *page, struct kit *kit, const struct rule *rule,
                       const struct scale_value *value)
{
    int height = siglum_height(kit), gap = look_px(&kit->look, 8), width = -gap, x;

    for (int k = compare_scale_column(page, kit, value, -1); k >= 0; k = compare_scale_column(page, kit, value, k))
        width += parts_tab_width(kit, compare_scale_document(page, kit, k), height) + gap;
    x = x_of(rule, value->value) - width / 2;
    for (int k = compare_scale_column(page, kit, value, -1); k >= 0; k = compare_scale_column(page, kit, value, k)) {
        bool differs = compare_differs(kit, page->columns[k].answer);

        x += gap
            + parts_tab(kit, compare_scale_document(page, kit, k), differs ? VOICE_DIFFERS : VOICE_SPEAKS, x,
                        rule->y + rule->side / 2 + look_px(&kit->look, 4), height);
    }
}

static struct rect draw_value(const struct compare_page *page, struct kit *kit, const struct rule *rule, int value)
{
    const struct scale_value *named = compare_scale_value(&rule->scale, value);
    bool is_tile = named && named->differs, is_contrast = kit->look.theme == THEME_CONTRAST;
    const struct block *name = name_of(kit, &rule->scale, value, named != NULL);
    int w = named ? tile_width(kit, &rule->scale, value) : name->widest_px + look_px(&kit->look, 28), x = x_of(rule, value);
    enum tone red = name->style.size_px < 20 && !is_contrast ? TONE_RED_DEEP : TONE_RED; /* C1 */
    uint32_t ground = look_tone(&kit->look, is_tile ? red : TONE_PAPER);
    uint32_t ink = is_tile && !is_contrast ? look_on(&kit->look, ground) : look_tone(&kit->look, TONE_INK);
    struct rect rect = {x - w / 2, rule->y - rule->side / 2, w, rule->side};

    if (is_tile)
        draw_fill(kit->draw, rect, ground);
    if (is_tile && is_contrast)
        draw_frame(kit->draw, rect, 2, ink);
    draw_block(kit->draw, name, x - name->widest_px / 2, rule->y - name->height_px / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    list_value(page, kit, rule, name, value, rect, ink, ground);
    if (named && !rule->is_over_columns)
        draw_sigla(page, kit, rule, named);
    return rect;
}

static void draw_segment(struct kit *kit, int from, int to, int y)
{
    int stroke = look_px(&kit->look, 3) > 1 ? look_px(&kit->look, 3) : 2;

    if (to > from)
        draw_fill(kit->draw, (struct rect){from, y - stroke / 2, to - from, stroke}, look_tone(&kit->look, TONE_INK));
}

/* The line thins out where nobody names anything. */
static void draw_thinning(struct kit *kit, int x, int y, int step)
{
    int dash = look_px(&kit->look, 26) * step;

    for (int i = 0; i < 3; i++) {
        int from = x + dash * 3 / 2 * i, to = from + dash * (i == 2 ? 1 : 2) / 2;

        draw_segment(kit, from < to ? from : to, from < to ? to : from, y);
    }
}

/* Where a step is wide enough every one is written, and one more at both ends if the panel has room. */
static bool is_written(const struct kit *kit, const struct rule *rule, bool has_all, int value)
{
    int x = x_of(rule, value), room = (int)fabs(rule->per_value) / 2;

    return has_all ? x >= room && x <= kit->area.w - room : compare_scale_value(&rule->scale, value) != NULL;
}

/* From left to right, whichever way time runs. */
static void draw_scale_line(const struct compare_page *page, struct kit *kit, const struct rule *rule)
{
    int steps = rule->scale.last - rule->scale.first, last_end = 0;
    bool has_all = steps + 3 <= TICKS_MAX && fabs(rule->per_value) >= rule->pitch;

    for (int i = -1; i <= steps + 1; i++) {
        int value = rule->per_value > 0 ? rule->scale.first + i : rule->scale.last - i;
        struct rect rect;

        if (!is_written(kit, rule, has_all, value))
            continue;
        rect = draw_value(page, kit, rule, value);
        if (last_end == 0)
            draw_thinning(kit, rect.x - look_px(&kit->look, 8), rule->y, -1);
        else
            draw_segment(kit, last_end, rect.x, rule->y);
        last_end = rect.x + rect.w;
    }
    draw_thinning(kit, last_end + look_px(&kit->look, 8), rule->y, 1);
}

static void draw_drops(const struct compare_page *page, struct kit *kit, const struct rule *rule, int origin)
{
    int stroke = look_px(&kit->look, 6), top = rule->y + rule->side / 2;
    uint32_t ink = look_tone(&kit->look, TONE_INK);
    uint32_t red = kit->look.theme == THEME_CONTRAST ? ink : look_tone(&kit->look, TONE_RED);

    if (!rule->is_over_columns || rule->y < page->pane.rect.y) /* none hangs from a value that has scrolled away */
        return;
    for (const struct scale_value *value = rule->scale.values; value < rule->scale.values + rule->scale.count; value++) {
        int bottom = origin + compare_column_y(page, kit, column_of(page, value));

        draw_fill(kit->draw, (struct rect){x_of(rule, value->value) - stroke / 2, top, stroke, bottom - top},
                  value->differs ? red : ink);
    }
}

/* "two days" between lines that reach towards both tiles. */
static void draw_distance(struct compare_page *page, struct kit *kit, const struct rule *rule)
{
    int days = rule->scale.last - rule->scale.first, left = rule->per_value > 0 ? rule->scale.first : rule->scale.last;
    int x0 = x_of(rule, left), x1 = x0 + (int)(days * fabs(rule->per_value));
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_LABEL);
    uint32_t red = look_tone(&kit->look, TONE_RED_DEEP);
    struct pack_text pattern = pack_string(kit->pack, kit->session->language, PACK_STRING_COMPARE_DAYS, (unsigned)days), text;
    struct pack_span span;
    char digits[16];
    int w, y = rule->y + rule->side / 2 + look_px(&kit->look, 2), pad = look_px(&kit->look, 40), gap = look_px(&kit->look, 14);

    if (rule->scale.unit != PACK_DAY || rule->scale.count != 2)
        return;
    snprintf(digits, sizeof(digits), "%d", days);
    text_builder_clear(page->builder);
    text_builder_add_template(page->builder, pattern, "n", text_plain(digits, &span));
    text = text_builder_text(page->builder);
    style.is_single = true;
    w = block_line_width(kit->fonts, text, style);
    parts_text(kit, "axis:distance", "text", text, style, (struct rect){(x0 + x1 - w) / 2, y, w, 0}, red,
               look_tone(&kit->look, TONE_PAPER));
    y += style.line_px / 2;
    if (x1 - x0 > w + 2 * (pad + gap)) {
        draw_fill(kit->draw, (struct rect){x0 + pad, y, (x1 - x0 - w) / 2 - pad - gap, 3}, red);
        draw_fill(kit->draw, (struct rect){(x0 + x1 + w) / 2 + gap, y, (x1 - x0 - w) / 2 - pad - gap, 3}, red);
    }
}

void compare_axis_draw(struct compare_page *page, struct kit *kit, int origin)
{
    struct scale scale;
    struct rule rule;

    if (page->axis.h == 0 || !compare_scale_find(page, kit, &scale)
        || !rule_of(page, kit, &scale, page->axis.y + origin, &rule))
        return;
    draw_drops(page, kit, &rule, origin);
    draw_scale_line(page, kit, &rule);
    draw_distance(page, kit, &rule);
}
