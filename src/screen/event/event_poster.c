/*
 * The poster: the lane's colour, a picture and the date. It stands beside the columns, or lies on top of the page where there is
 * no room for that.
 */
#include "screen/event/event_page.h"

#include "screen/event/event_date.h"

/* Event pictures are drawn for dark panels: a light lane has an ink poster with an edge in its colour. */
static uint32_t ground_of(const struct event_page *page, const struct kit *kit)
{
    uint32_t lane = pack_lane(kit->pack, page->facts.lane).colour;

    if (kit->look.theme == THEME_CONTRAST)
        return look_tone(&kit->look, TONE_PAPER);
    return look_contrast(lane, look_tone(&kit->look, TONE_CARD)) >= 4.5 ? lane : look_tone(&kit->look, TONE_INK);
}

static void draw_ground(const struct event_page *page, struct kit *kit, struct rect rect, bool is_beside)
{
    uint32_t lane = look_lane(&kit->look, pack_lane(kit->pack, page->facts.lane).colour), ground = ground_of(page, kit);
    int edge = look_px(&kit->look, 10), line = look_px(&kit->look, 3);
    bool is_mirrored = parts_is_mirrored(kit);

    draw_fill(kit->draw, rect, ground);
    if (ground != lane || kit->look.theme == THEME_CONTRAST) {
        if (kit->look.theme == THEME_CONTRAST)
            edge = 2;
        if (is_beside)
            draw_fill(kit->draw, (struct rect){is_mirrored ? rect.x : rect.x + rect.w - edge, rect.y, edge, rect.h}, lane);
        else
            draw_fill(kit->draw, (struct rect){rect.x, rect.y + rect.h - edge, rect.w, edge}, lane);
    } else if (!is_beside) {
        draw_fill(kit->draw, (struct rect){rect.x, rect.y + rect.h - line, rect.w, line}, look_tone(&kit->look, TONE_INK));
    }
}

/* The lane's own motif is for light grounds: it lies on a card. */
static void draw_motif(const struct event_page *page, struct kit *kit, struct rect rect)
{
    int motif = page->facts.motif, side = rect.w < rect.h ? rect.w : rect.h;
    struct pack_bytes picture;

    if ((motif < 0 && kit->look.theme != THEME_CONTRAST) || side <= 0)
        return;
    rect = (struct rect){rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2, side, side};
    if (kit->look.theme == THEME_CONTRAST) { /* no picture is black and white only: the lane's shape stands for it */
        draw_shape(kit->draw, (enum draw_shape)pack_lane(kit->pack, page->facts.lane).shape,
                   rect_inset(rect, side / 6, side / 6), look_tone(&kit->look, TONE_PAPER), look_px(&kit->look, 4),
                   look_tone(&kit->look, TONE_INK));
        return;
    }
    picture = pack_picture(kit->pack, motif);
    if (motif == pack_lane(kit->pack, page->facts.lane).motif) {
        parts_card(kit, rect, side / 8, look_tone(&kit->look, TONE_PAPER), 0, 0);
        rect = rect_inset(rect, side / 8, side / 8);
    }
    draw_picture(kit->draw, picture.bytes, picture.bytes, picture.size, rect);
}

/* ---- beside the columns ---- */

static void draw_beside(struct event_page *page, struct kit *kit, struct rect rect)
{
    bool is_small = kit->look.form == FORM_SMALL;
    int margin = look_px(&kit->look, is_small ? 14 : 38), top = look_px(&kit->look, is_small ? 10 : 40), left, y;
    struct date_set set;

    draw_ground(page, kit, rect, true);
    event_date_set(page, kit, rect.w - 2 * margin, true, !is_small, &set);
    if (set.height + 2 * top > rect.h)
        event_date_set(page, kit, rect.w - 2 * margin, true, false, &set);
    left = rect.h - 3 * top - set.height;
    if (left > rect.w - 2 * margin)
        left = rect.w - 2 * margin;
    if (left >= rect.w / 4)
        draw_motif(page, kit, (struct rect){rect.x + margin, rect.y + top, rect.w - 2 * margin, left});
    else
        left = -top;
    y = rect.y + 2 * top + left + (rect.h - 3 * top - left - set.height) / 3;
    event_date_draw(page, kit, &set, rect.x + margin, y, ground_of(page, kit));
}

/* ---- on top of the page ---- */

struct top {
    struct date_set set;
    int margin, pad, motif, height;
};

bool event_has_band(const struct kit *kit)
{
    return event_has_head(kit) || (kit->look.form == FORM_SMALL_PORTRAIT && kit->look.step > TEXT_A);
}

static void top_of(struct event_page *page, struct kit *kit, int width_px, struct top *top)
{
    int least = look_px(&kit->look, kit->look.form == FORM_PORTRAIT ? 456 : 330);

    top->margin = kit->look.margin;
    if (event_has_band(kit)) {
        top->pad = look_px(&kit->look, event_has_head(kit) ? 6 : 14);
        top->motif = 0;
        event_date_set_line(page, kit, width_px - 2 * top->margin, &top->set);
        top->height = top->set.height + 2 * top->pad;
        return;
    }
    top->pad = look_px(&kit->look, 32);
    top->motif = least;
    if (top->motif > width_px * 45 / 100)
        top->motif = width_px * 45 / 100;
    event_date_set(page, kit, width_px - top->motif - 2 * top->margin, false, false, &top->set);
    top->height = top->set.height + 2 * top->pad;
    if (top->height < least)
        top->height = least;
}

int event_poster_height(struct event_page *page, struct kit *kit, int index, int width_px)
{
    struct top top;

    (void)index;
    top_of(page, kit, width_px, &top);
    return top.height;
}

static void draw_on_top(struct event_page *page, struct kit *kit, struct rect rect)
{
    bool is_mirrored = parts_is_mirrored(kit);
    struct top top;
    int x, inset;

    top_of(page, kit, rect.w, &top);
    draw_ground(page, kit, rect, false);
    inset = look_px(&kit->look, 20);
    draw_motif(
        page, kit,
        rect_inset((struct rect){is_mirrored ? rect.x : rect.x + rect.w - top.motif, rect.y, top.motif, rect.h}, inset, inset));
    x = is_mirrored ? rect.x + rect.w - top.margin - top.set.width : rect.x + top.margin;
    event_date_draw(page, kit, &top.set, x, rect.y + (rect.h - top.set.height) / 2, ground_of(page, kit));
}

struct poster event_poster(struct event_page *page, struct kit *kit)
{
    struct rect rect = page->poster.w > 0 ? page->poster : event_item_rect(page, &page->items[0]);

    return (struct poster){rect, ground_of(page, kit)};
}

void event_poster_draw(struct event_page *page, struct kit *kit, int index, struct rect rect)
{
    (void)index;
    if (page->poster.w > 0)
        draw_beside(page, kit, rect);
    else
        draw_on_top(page, kit, rect);
}
