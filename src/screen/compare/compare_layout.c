/* Where everything stands: title, axis and columns, or tabs and what they tell, and the foot. */
#include "screen/compare/compare_page.h"

static bool has_strip(const struct kit *kit)
{
    return kit->look.form == FORM_PORTRAIT || kit->look.form == FORM_SMALL_PORTRAIT;
}

int compare_key_height(const struct kit *kit)
{
    return larger(look_px(&kit->look, 64), look_target_h(&kit->look));
}

int compare_key_width(const struct kit *kit)
{
    int primary = look_mm_x(&kit->look, kit->look.panel.is_large ? 15 : 12);

    return larger(primary, look_target_w(&kit->look));
}

/* Beside the pane there is room for page keys, in the margin where it is wide enough. */
static int side_room(const struct kit *kit)
{
    int room = compare_key_width(kit) + 2 * compare_gap(kit);

    return has_strip(kit) || room <= kit->look.margin ? 0 : room - kit->look.margin;
}

static int title_height(const struct compare_page *page, struct kit *kit, int width_px)
{
    return parts_block(kit, compare_words(kit, PACK_QUESTION, page->disagreement), parts_style(kit, FONT_DISPLAY, TYPE_SCREEN),
                       width_px)
        ->height_px;
}

static int strip_height(const struct kit *kit)
{
    int key = larger(look_mm_y(&kit->look, kit->look.panel.is_large ? 20 : 12), look_px(&kit->look, 64));

    return key + 2 * larger(look_px(&kit->look, 10), compare_gap(kit));
}

static int title_top(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 8 : 36);
}

/* The axis, and the columns under it. Returns their end. */
static int stack_columns(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    page->axis = (struct rect){page->body.x, top, width_px, 0};
    compare_columns_place(page, kit, page->body.x, top, width_px);
    page->axis.h = compare_axis_height(page, kit);
    return compare_columns_place(page, kit, page->body.x, top + page->axis.h, width_px);
}

/* The tabs from `top`, and the shelf they stand on. Returns its end. */
static int place_tabs(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    int y = compare_columns_place(page, kit, page->body.x, top, width_px) + compare_gap(kit);

    page->axis.h = 0;
    page->shelf = (struct rect){page->body.x, y, width_px, compare_shelf_height(kit)};
    return y + page->shelf.h;
}

/* The column of the chosen answer, under its tab. Returns its end. */
static int stack_told(struct compare_page *page, struct kit *kit, int top, int width_px)
{
    int y = page->has_fixed_head ? top : place_tabs(page, kit, top, width_px), answer = compare_tabs_chosen(page, kit);

    for (int k = 0; k < page->column_count; k++) {
        if (page->columns[k].answer == answer)
            page->told = page->columns[k];
    }
    page->told.slip = page->told.name_h = 0;
    page->told.rect = (struct rect){page->body.x, y, width_px, 0};
    page->way_h = compare_way_height(kit, answer, width_px);
    page->told.rect.h = compare_column_height(page, kit, &page->told);
    return y + page->told.rect.h;
}

/* Title, axis, columns and foot one under the other, from the top of the content. Returns the height. */
static int stack(struct compare_page *page, struct kit *kit, int width_px)
{
    int x = page->body.x, y = 0, gap = look_px(&kit->look, kit->look.form == FORM_SMALL ? 8 : 16);

    if (!page->has_fixed_frame && !page->has_fixed_head) {
        y = title_top(kit);
        page->title = (struct rect){x, y, width_px, title_height(page, kit, width_px)};
        y += page->title.h + gap;
    }
    y = page->has_tabs ? stack_told(page, kit, y, width_px) : stack_columns(page, kit, y, width_px);
    if (!page->has_fixed_frame)
        y += gap;
    if (!page->has_fixed_frame) {
        page->foot = (struct rect){x, y, width_px, compare_foot_height(page, kit, width_px)};
        y += page->foot.h;
    }
    return y;
}

static void place_fixed(struct compare_page *page, struct kit *kit)
{
    int foot = compare_foot_height(page, kit, page->body.w), keys, title;
    int top = look_px(&kit->look, 26), gap = look_px(&kit->look, 12);

    compare_columns_place(page, kit, page->body.x, 0, page->body.w);
    keys = compare_sets_width(page, kit);
    title = title_height(page, kit, page->body.w - keys);
    page->title = (struct rect){parts_is_mirrored(kit) ? page->body.x + keys : page->body.x, kit->area.y + top,
                                page->body.w - keys, title};
    page->foot = (struct rect){page->body.x, kit->area.y + kit->area.h - foot, page->body.w, foot};
    page->body.y = page->title.y + title + gap;
    page->body.h = page->foot.y - page->body.y - page->way_h - gap;
}

/* Room for some lines of what is told, and for the keys that turn it where they stand beside it. */
static int told_least(const struct kit *kit)
{
    int lines = 4 * kit->look.type[TYPE_PASSAGE].line_px, keys = 2 * compare_key_height(kit) + 3 * compare_gap(kit);

    return has_strip(kit) ? lines : larger(lines, keys);
}

/* Title and tabs stand still where that leaves room. */
static void place_head(struct compare_page *page, struct kit *kit)
{
    int gap = look_px(&kit->look, 8), width = kit->area.w - 2 * kit->look.margin, end;

    page->title = (struct rect){kit->area.x + kit->look.margin, kit->area.y + title_top(kit), width,
                                title_height(page, kit, width)};
    end = place_tabs(page, kit, page->title.y + page->title.h + gap, page->body.w);
    page->has_fixed_head = page->body.y + page->body.h - end >= told_least(kit);
    if (!page->has_fixed_head)
        return;
    page->body.h -= end - page->body.y;
    page->body.y = end;
}

void compare_layout(struct compare_page *page, struct kit *kit)
{
    int margin = kit->look.margin, room = side_room(kit), bleed = look_px(&kit->look, 8);

    page->has_fixed_frame = kit->look.form == FORM_LANDSCAPE && kit->look.step == TEXT_A;
    page->has_tabs = kit->look.form == FORM_SMALL || kit->look.form == FORM_SMALL_PORTRAIT;
    page->body = (struct rect){kit->area.x + margin, kit->area.y, kit->area.w - 2 * margin - room, kit->area.h};
    if (parts_is_mirrored(kit))
        page->body.x += room;
    page->strip = (struct rect){kit->area.x, kit->area.y + kit->area.h, kit->area.w, 0};
    if (page->has_fixed_frame)
        place_fixed(page, kit);
    else
        page->body.h -= compare_gap(kit);
    if (has_strip(kit)) {
        page->strip.h = strip_height(kit);
        page->strip.y -= page->strip.h;
        page->body.h -= page->strip.h;
    }
    page->has_fixed_head = false;
    if (page->has_tabs)
        place_head(page, kit);
    pane_place(&page->pane, COMPARE_VIEW, rect_inset(page->body, -bleed, 0), stack(page, kit, page->body.w));
}
