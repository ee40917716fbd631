/* Where everything on the resting screen stands: for any number of languages, any span, any length of title. */
#include "screen/attract/attract.h"

#include <stdio.h>

#include "timeline/calendar.h"

/* ---- type ---- */

struct block_style attract_line(enum font_role role, int size_px)
{
    return (struct block_style){.role = role, .mark_role = role, .size_px = size_px, .line_px = size_px * 5 / 4,
                                .is_title = true, .is_single = true};
}

struct block_style attract_fitting(struct kit *kit, enum font_role role, int size_px, struct pack_text text, int width_px)
{
    struct block_style style = attract_line(role, size_px);
    int width = block_line_width(kit->fonts, text, style);

    while (width > width_px && style.size_px > 12) {
        int size = style.size_px * width_px / width;

        style = attract_line(role, size < style.size_px ? size : style.size_px - 1);
        width = block_line_width(kit->fonts, text, style);
    }
    return style;
}

int attract_baseline(struct kit *kit, struct block_style style)
{
    struct font_metrics metrics = font_metrics(kit->fonts, style.role, style.size_px);

    return (style.line_px - metrics.ascent_px - metrics.descent_px) / 2 + metrics.ascent_px;
}

int attract_cap_top(struct kit *kit, struct block_style style)
{
    return attract_baseline(kit, style) - (int)font_metrics(kit->fonts, style.role, style.size_px).cap_px;
}

/* ---- the keys ---- */

static int key_height(const struct kit *kit, int rows)
{
    int words = kit->look.type[TYPE_KEY].line_px * 3 / 2 + kit->look.type[TYPE_SMALL].line_px + 2 * look_px(&kit->look, 12);
    int usual = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 144 : kit->look.form == FORM_PORTRAIT ? 220
                                    : kit->look.form == FORM_SMALL ? 92 : 150);
    int least = look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12) + look_mm_x(&kit->look, kit->look.panel.is_large ? 3 : 2) + 2;
    int most;

    usual = usual > words ? usual : words;
    most = kit->look.panel.height_px * 36 / 100 / rows;
    usual = usual < most ? usual : most;
    return usual > least ? usual : least;
}

static void place_keys(struct attract *attract, struct kit *kit)
{
    int count = pack_exhibit(kit->pack).languages, width = kit->look.panel.width_px, height = kit->look.panel.height_px;
    bool is_upright = kit->look.panel.height_px > width;
    int columns = is_upright ? (count > 1 ? 2 : 1) : count > 4 ? (count + 1) / 2 : count;
    int rows = (count + columns - 1) / columns, key = key_height(kit, rows), top = height - rows * key;

    for (int i = 0; i < count; i++) {
        int row = i / columns, in_row = row == rows - 1 ? count - row * columns : columns, k = i - row * columns;

        attract->keys[i] = (struct rect){width * k / in_row, top + row * key, 0, key};
        attract->keys[i].w = width * (k + 1) / in_row - attract->keys[i].x;
    }
    attract->picture = (struct rect){0, 0, width, top};
}

/* ---- the two years ---- */

struct pack_text attract_year_words(struct attract *attract, struct kit *kit, int year)
{
    bool is_before_christ = year < 1 && attract->words; /* astronomers' year 0 is the first before Christ */
    struct pack_text digits;

    snprintf(attract->digits, sizeof attract->digits, "%d", is_before_christ ? 1 - year : year);
    digits = text_plain(attract->digits, &attract->digits_span);
    if (!is_before_christ)
        return digits;
    text_builder_clear(attract->words);
    text_builder_add_template(attract->words, parts_string(kit, PACK_STRING_DATE_BEFORE_CHRIST), "year", digits);
    return text_builder_text(attract->words);
}

static struct attract_year year_at(struct attract *attract, struct kit *kit, int year, int size)
{
    struct block_style style = attract_line(FONT_DISPLAY, size);
    struct attract_year out = {.year = year, .size_px = size};

    out.box.w = block_line_width(kit->fonts, attract_year_words(attract, kit, year), style);
    out.box.h = (int)font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    return out;
}

/* In the upper left and the lower right corner, as large as the fault leaves room, at most a share of their size. */
static void place_years(struct attract *attract, struct kit *kit, int percent)
{
    int size = kit->look.type[TYPE_ATTRACT].size_px * percent / 100,
        margin = look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 58);
    int inset = look_px(&kit->look, kit->look.form == FORM_LANDSCAPE ? 28 : kit->look.form == FORM_SMALL ? 14 : 42);
    struct rect area = attract->picture;

    bool is_flat = area.w >= area.h;
    int hook = is_flat ? look_px(&kit->look, kit->look.form == FORM_SMALL ? 300 : 480) : 0;

    if (is_flat)
        size = size < area.h / 2 ? size : area.h / 2;
    for (; size > 40; size = size * 96 / 100) {
        struct attract_year first = year_at(attract, kit, attract->first_year, size);
        struct attract_year last = year_at(attract, kit, attract->last_year, size);

        first.box.x = area.x + margin;
        first.box.y = area.y + inset;
        last.box.x = area.x + area.w - margin - last.box.w;
        last.box.y = area.y + area.h - inset - last.box.h;
        attract->years[0] = first;
        attract->years[1] = last;
        if ((float)(first.box.x + first.box.w + margin / 2) < fault_left(&attract->fault, (float)(first.box.y + first.box.h))
            && (float)(last.box.x - margin / 2) > fault_right(&attract->fault, (float)last.box.y)
            && (float)(last.box.x - hook) > fault_right(&attract->fault, (float)(area.y + area.h - inset)))
            break;
    }
    if (attract->first_year == attract->last_year)
        attract->years[1].box = (struct rect){area.x + area.w, area.y + area.h, 0, 0};
}

/* The hook stands beside the last year on flat panels, above it on upright ones. */
static void place_hook(struct attract *attract, struct kit *kit)
{
    struct rect area = attract->picture, year = attract->years[1].box;
    bool is_upright = area.h > area.w;
    bool is_small = kit->look.form == FORM_SMALL;
    int height = look_px(&kit->look,
                         is_upright     ? 110
                             : is_small ? 56
                                        : 96),
        gap = look_px(&kit->look, is_small ? 14 : 36), left, right;

    if (height < look_target_h(&kit->look))
        height = look_target_h(&kit->look);
    attract->hook.h = height;
    attract->hook.y = is_upright && year.w > 0 ? year.y - height - gap : area.y + area.h - height - gap;
    left = (int)fault_right(&attract->fault, (float)attract->hook.y) + gap;
    right = is_upright || year.w == 0 ? area.x + area.w - gap : year.x - gap;
    attract->hook.x = left > area.x + gap ? left : area.x + gap;
    attract->hook.w = right - attract->hook.x;
}

/* ---- the title ---- */

/* Small letters are wider than their size says, because they are fitted to the pixels. */
static float width_em(struct kit *kit, int language, enum pack_string_id id)
{
    int sizes[] = {kit->look.type[TYPE_SMALL].size_px, 100};
    float widest = 0;

    for (int i = 0; i < 2; i++) {
        struct pack_text words = pack_string(kit->pack, language, id, 0);
        float em = (float)block_line_width(kit->fonts, words, attract_line(FONT_DISPLAY, sizes[i])) / (float)sizes[i];

        widest = em > widest ? em : widest;
    }
    return widest;
}

static int title_size(const struct kit *kit)
{
    switch (kit->look.form) {
    case FORM_PORTRAIT:
        return look_px(&kit->look, 60);
    case FORM_SMALL_PORTRAIT:
        return look_px(&kit->look, 44);
    case FORM_SMALL:
        return look_px(&kit->look, 28);
    default:
        return look_px(&kit->look, 62);
    }
}

static struct attract_request bars_request(const struct attract *attract, struct kit *kit)
{
    struct attract_request request = {
        .area = rect_inset(attract->picture, 0, look_px(&kit->look, 12)), .fault = attract->fault,
        .count = pack_exhibit(kit->pack).languages, .obstacles = {attract->years[0].box, attract->years[1].box, attract->hook},
        .obstacle_count = 3, .drift_px = look_px(&kit->look, ATTRACT_DRIFT_PX) + 3 /* the walk */, .most_px = title_size(kit),
        .least_px = kit->look.type[TYPE_SMALL].size_px,
    };

    for (int i = 0; i < request.count; i++) {
        request.left_em[i] = width_em(kit, i, PACK_STRING_EXHIBIT_TITLE_LEFT);
        request.right_em[i] = width_em(kit, i, PACK_STRING_EXHIBIT_TITLE_RIGHT);
    }
    return request;
}

/* A share of the numerals' size, and all that then finds room. */
static void place_at(struct attract *attract, struct kit *kit, int percent)
{
    struct attract_request request;

    place_years(attract, kit, percent);
    place_hook(attract, kit);
    request = bars_request(attract, kit);
    attract->bar_size = attract_bars_place(&request, attract->bars);
}

/* Titles too long for the hook's company do without it, then without the years. */
static void place_alone(struct attract *attract, struct kit *kit)
{
    struct attract_request request = bars_request(attract, kit);

    while (request.obstacle_count > 0 && attract->bar_size == 0) {
        request.obstacle_count--;
        attract->bar_size = attract_bars_place(&request, attract->bars);
    }
    attract->hook.w = 0;
    for (int i = 1; i >= request.obstacle_count; i--)
        attract->years[i].box.w = 0;
}

/* The numerals give way, as far as it helps, until the title is nearly as large as it should be. */
static void place_picture(struct attract *attract, struct kit *kit)
{
    enum { WHOLE = 100, LEAST = 64, STEP = 6, ENOUGH = 85 };
    int best = WHOLE, best_size = 0;

    for (int percent = WHOLE; percent >= LEAST; percent -= STEP) {
        place_at(attract, kit, percent);
        if (attract->bar_size > best_size) {
            best = percent;
            best_size = attract->bar_size;
        }
        if (best_size * 100 >= title_size(kit) * ENOUGH)
            break;
    }
    place_at(attract, kit, best);
    if (attract->bar_size == 0)
        place_alone(attract, kit);
}

void attract_place(struct attract *attract, struct kit *kit)
{
    struct pack_exhibit exhibit = pack_exhibit(kit->pack);

    attract->first_year = calendar_date(exhibit.start_day).year;
    attract->last_year = calendar_date(exhibit.end_day).year;
    place_keys(attract, kit);
    attract->fault = fault_through(attract->picture, attract->picture.h > attract->picture.w, look_px(&kit->look, 44));
    if (kit->look.form == FORM_SMALL)
        attract->fault.width_px = look_px(&kit->look, 26);
    place_picture(attract, kit);
}
