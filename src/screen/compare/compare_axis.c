/*
 * The scale over the columns: the days (months, years) that the documents name, each over its column where the columns stand in
 * that order, and what lies between them.
 */
#include "screen/compare/compare_page.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "timeline/calendar.h"

enum { VALUES_MAX = 8, TICKS_MAX = 40 };

/* Different answers on one scale. */
struct scale {
    enum pack_precision unit;
    int values[VALUES_MAX], columns[VALUES_MAX], count;
    int first, last;
};

static int value_of(struct pack_date date)
{
    struct calendar_date day = calendar_date(date.first_day);

    switch (date.precision) {
    case PACK_MONTH:
        return day.year * 12 + day.month - 1;
    case PACK_YEAR:
        return day.year;
    default:
        return date.first_day;
    }
}

static bool is_unit(enum pack_precision precision)
{
    return precision == PACK_DAY || precision == PACK_MONTH || precision == PACK_YEAR;
}

static void add_value(struct scale *scale, int value, int column)
{
    for (int i = 0; i < scale->count; i++) {
        if (scale->values[i] == value)
            return;
    }
    if (scale->count == VALUES_MAX)
        return;
    if (scale->count == 0 || value < scale->first)
        scale->first = value;
    if (scale->count == 0 || value > scale->last)
        scale->last = value;
    scale->values[scale->count] = value;
    scale->columns[scale->count++] = column;
}

/* False: the answers that differ are not dates of one kind, or all the same. */
static bool find_scale(const struct compare_page *page, const struct kit *kit, struct scale *scale)
{
    *scale = (struct scale){0};
    for (int k = 0; k < page->column_count; k++) {
        struct pack_answer answer = pack_answer(kit->pack, page->columns[k].answer);

        if (!compare_differs(kit, page->columns[k].answer))
            continue;
        if (!answer.has_date || answer.date.flags || !is_unit(answer.date.precision)
            || (scale->count > 0 && answer.date.precision != scale->unit))
            return false;
        scale->unit = answer.date.precision;
        add_value(scale, value_of(answer.date), k);
    }
    return scale->count >= 2 && scale->last - scale->first < 400;
}

static int tile_side(const struct kit *kit)
{
    return kit->look.type[TYPE_YEAR].size_px * 112 / 100;
}

/* ---- places ---- */

struct rule {
    struct scale scale;
    double x0, per_value; /* x of the first value, pixels a step */
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

static double middle_of(const struct compare_page *page, int column)
{
    return page->columns[column].rect.x + page->columns[column].rect.w / 2.0;
}

/* Every value over the middle of its column needs evenly spread columns; two values always are. */
static bool stands_over_columns(const struct compare_page *page, const struct rule *rule)
{
    for (int i = 0; i < rule->scale.count; i++) {
        double x = rule->x0 + (rule->scale.values[i] - rule->scale.first) * rule->per_value;
        const struct compare_column *column = &page->columns[rule->scale.columns[i]];

        if (column->row != 0 || x < column->rect.x || x > column->rect.x + column->rect.w)
            return false;
    }
    return rule->per_value > 0;
}

/* The smallest distance of two named values. */
static int closest(const struct scale *scale)
{
    int least = scale->last - scale->first;

    for (int i = 0; i < scale->count; i++) {
        for (int k = 0; k < i; k++) {
            int distance = abs(scale->values[i] - scale->values[k]);

            least = distance < least ? distance : least;
        }
    }
    return least;
}

static bool has_room(const struct rule *rule)
{
    return closest(&rule->scale) * rule->per_value >= rule->pitch;
}

/* Half the width if that is enough, else most of it. */
static void spread(const struct compare_page *page, struct rule *rule)
{
    int steps = rule->scale.last - rule->scale.first;

    rule->is_over_columns = false;
    for (int part = 4; part <= 8; part += 4) {
        rule->x0 = page->body.x + page->body.w * (10 - part) / 20.0;
        rule->per_value = page->body.w * part / 10.0 / steps;
        if (has_room(rule))
            break;
    }
}

/* False: there is no room for the tiles beside each other. */
static bool rule_of(const struct compare_page *page, struct kit *kit, const struct scale *scale, int top, struct rule *rule)
{
    int first = 0, last = 0;

    *rule = (struct rule){.scale = *scale, .side = tile_side(kit), .y = top + tile_side(kit) / 2};
    for (int i = 0; i < scale->count; i++) {
        first = scale->values[i] == scale->first ? scale->columns[i] : first;
        last = scale->values[i] == scale->last ? scale->columns[i] : last;
        rule->pitch = tile_width(kit, scale, scale->values[i]) > rule->pitch ? tile_width(kit, scale, scale->values[i])
                                                                             : rule->pitch;
    }
    rule->pitch += look_px(&kit->look, 24);
    rule->x0 = middle_of(page, first);
    rule->per_value = (middle_of(page, last) - rule->x0) / (scale->last - scale->first);
    rule->is_over_columns = stands_over_columns(page, rule);
    if (!rule->is_over_columns || !has_room(rule))
        spread(page, rule);
    return has_room(rule);
}

int compare_axis_height(const struct compare_page *page, struct kit *kit)
{
    struct scale scale;
    struct rule rule;

    if (kit->look.form == FORM_SMALL || !find_scale(page, kit, &scale) || !rule_of(page, kit, &scale, 0, &rule))
        return 0;
    return tile_side(kit) + kit->look.type[TYPE_LABEL].line_px + look_px(&kit->look, 24);
}

static int x_of(const struct rule *rule, int value)
{
    return (int)lround(rule->x0 + (value - rule->scale.first) * rule->per_value);
}

/* ---- drawing ---- */

static bool is_named(const struct scale *scale, int value)
{
    for (int i = 0; i < scale->count; i++) {
        if (scale->values[i] == value)
            return true;
    }
    return false;
}

static void list_value(struct kit *kit, const struct rule *rule, const struct block *name, int value, struct rect rect,
                       uint32_t ink, uint32_t ground)
{
    struct ui_element element;
    char id[24];

    snprintf(id, sizeof(id), "axis:%d", value - rule->scale.first);
    element = parts_element(kit, id, "text", rect);
    element.label = name->bytes;
    element.font_px = name->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, element.font_px).cap_px;
    element.ink = ink;
    element.ground = ground;
    ui_add(kit->ui, element);
}

static struct rect draw_value(struct kit *kit, const struct rule *rule, int value)
{
    bool named = is_named(&rule->scale, value), is_contrast = kit->look.theme == THEME_CONTRAST;
    const struct block *name = name_of(kit, &rule->scale, value, named);
    int w = named ? tile_width(kit, &rule->scale, value) : name->widest_px + look_px(&kit->look, 28), x = x_of(rule, value);
    enum tone red = name->style.size_px < 20 && !is_contrast ? TONE_RED_DEEP : TONE_RED; /* C1 */
    uint32_t ground = look_tone(&kit->look, named ? red : TONE_PAPER);
    uint32_t ink = named ? look_on(&kit->look, ground) : look_tone(&kit->look, TONE_INK);
    struct rect rect;

    rect = (struct rect){x - w / 2, rule->y - rule->side / 2, w, rule->side};
    if (named && is_contrast)
        ink = look_tone(&kit->look, TONE_INK);
    if (named)
        draw_fill(kit->draw, rect, ground);
    if (named && is_contrast)
        draw_frame(kit->draw, rect, 2, ink);
    draw_block(kit->draw, name, x - name->widest_px / 2, rule->y - name->height_px / 2,
               (struct draw_ink){.colour = ink, .mark_ground = DRAW_NO_GROUND});
    list_value(kit, rule, name, value, rect, ink, ground);
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

static void draw_scale_line(struct kit *kit, const struct rule *rule)
{
    int steps = rule->scale.last - rule->scale.first, last_end = 0;
    bool has_all = steps + 3 <= TICKS_MAX && rule->per_value >= rule->pitch;
    int reach = has_all ? (int)rule->per_value : look_px(&kit->look, 60);
    int from = has_all ? -1 : 0, to = has_all ? steps + 1 : steps;

    for (int i = from; i <= to; i++) {
        struct rect rect;

        if (!has_all && !is_named(&rule->scale, rule->scale.first + i))
            continue;
        if (has_all
            && (x_of(rule, rule->scale.first + i) < reach / 2 || x_of(rule, rule->scale.first + i) > kit->area.w - reach / 2))
            continue;
        rect = draw_value(kit, rule, rule->scale.first + i);
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
    int stroke = look_px(&kit->look, 6);
    uint32_t red = look_tone(&kit->look, kit->look.theme == THEME_CONTRAST ? TONE_INK : TONE_RED);

    if (!rule->is_over_columns)
        return;
    for (int i = 0; i < rule->scale.count; i++) {
        int top = rule->y + rule->side / 2,
            bottom = origin + compare_column_y(page, kit, &page->columns[rule->scale.columns[i]]);

        draw_fill(kit->draw, (struct rect){x_of(rule, rule->scale.values[i]) - stroke / 2, top, stroke, bottom - top}, red);
    }
}

/* "two days" between lines that reach towards both tiles. */
static void draw_distance(struct compare_page *page, struct kit *kit, const struct rule *rule)
{
    int days = rule->scale.last - rule->scale.first, x0 = x_of(rule, rule->scale.first), x1 = x_of(rule, rule->scale.last);
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

    if (page->axis.h == 0 || !find_scale(page, kit, &scale) || !rule_of(page, kit, &scale, page->axis.y + origin, &rule))
        return;
    draw_drops(page, kit, &rule, origin);
    draw_scale_line(kit, &rule);
    draw_distance(page, kit, &rule);
}
