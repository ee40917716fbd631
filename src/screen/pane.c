#include "screen/pane.h"

#include <stdio.h>
#include <string.h>

#include "screen/parts.h"

enum { SCROLL_TO_MS = 300, FOCUS_MS = 200, FADE_STEPS = 12, PAGE_PERCENT = 85 };

void pane_place(struct pane *pane, int view, struct rect rect, int content_px)
{
    pane->view = view;
    pane->rect = rect;
    scroll_resize(&pane->scroll, pane->is_sideways ? rect.w : rect.h, content_px);
}

int pane_origin(const struct pane *pane)
{
    return (pane->is_sideways ? pane->rect.x : pane->rect.y) - scroll_px(&pane->scroll);
}

static unsigned axis_of(const struct pane *pane)
{
    return pane->is_sideways ? GESTURE_X : GESTURE_Y;
}

void pane_begin(struct kit *kit, struct pane *pane)
{
    if (scroll_is_needed(&pane->scroll)) {
        char id[24];
        struct ui_element view;

        snprintf(id, sizeof(id), "view:%d", pane->view);
        view = parts_element(kit, id, "view", pane->rect);
        view.hit = pane->rect;
        view.view = pane->view;
        view.axes = axis_of(pane);
        view.is_gliding = pane->scroll.glide.is_on;
        ui_add(kit->ui, view);
    }
    draw_clip_push(kit->draw, pane->rect);
    ui_clip_begin(kit->ui, pane->view, pane->rect, look_target_w(&kit->look), look_target_h(&kit->look));
}

bool pane_shows(const struct pane *pane, struct rect rect)
{
    return rect_meets(pane->rect, rect);
}

bool pane_has_more(const struct pane *pane, int step)
{
    double goal = scroll_goal(&pane->scroll);

    return step < 0 ? goal >= 1 : goal <= scroll_most(&pane->scroll) - 1;
}

static void move_to(struct kit *kit, struct pane *pane, double to_px, int duration_ms)
{
    scroll_to(&pane->scroll, to_px, kit->look.reduced_motion ? 0 : duration_ms, kit->now_ms);
    kit->dirty = true;
}

void pane_page(struct kit *kit, struct pane *pane, int step)
{
    double way = pane->scroll.view_px * PAGE_PERCENT / 100.0;

    if (pane_has_more(pane, step))
        move_to(kit, pane, scroll_goal(&pane->scroll) + step * way, SCROLL_TO_MS);
}

void pane_go(struct kit *kit, struct pane *pane, int to_px)
{
    move_to(kit, pane, to_px, SCROLL_TO_MS);
}

static int fade_depth(const struct kit *kit)
{
    return look_px(&kit->look, kit->look.form == FORM_SMALL ? 24 : 48);
}

/* Content from `start` of `length` fully into sight, with its surroundings. */
static void show(struct kit *kit, struct pane *pane, int start, int length)
{
    int context = look_mm_y(&kit->look, kit->look.panel.is_large ? 8 : 4), view = pane->scroll.view_px;
    double goal = scroll_goal(&pane->scroll), to = goal;

    if (context < fade_depth(kit))
        context = fade_depth(kit);
    if (start + length + context > goal + view)
        to = start + length + context - view;
    if (start - context < to)
        to = start - context;
    if (to != goal)
        move_to(kit, pane, to, FOCUS_MS);
}

static void follow_focus(struct kit *kit, struct pane *pane)
{
    struct rect rect;

    if (!ui_focus_in_view(kit->ui, pane->view, &rect)) {
        pane->focus[0] = '\0';
        return;
    }
    if (ui_is_focused(kit->ui, pane->focus))
        return;
    snprintf(pane->focus, sizeof(pane->focus), "%s", ui_focus(kit->ui));
    if (pane->is_sideways)
        show(kit, pane, rect.x - pane_origin(pane), rect.w);
    else
        show(kit, pane, rect.y - pane_origin(pane), rect.h);
}

static void fade(struct kit *kit, const struct pane *pane, bool is_end, uint32_t ground)
{
    int depth = fade_depth(kit), length = pane->is_sideways ? pane->rect.w : pane->rect.h;

    for (int i = 0; i < FADE_STEPS; i++) {
        int from = i * depth / FADE_STEPS, to = (i + 1) * depth / FADE_STEPS;
        int at = is_end ? length - to : from, alpha = 255 - (2 * i + 1) * 255 / (2 * FADE_STEPS);
        struct rect band = pane->is_sideways ? (struct rect){pane->rect.x + at, pane->rect.y, to - from, pane->rect.h}
                                             : (struct rect){pane->rect.x, pane->rect.y + at, pane->rect.w, to - from};

        draw_tint(kit->draw, band, ground, alpha);
    }
}

void pane_end(struct kit *kit, struct pane *pane, uint32_t ground)
{
    int at = scroll_px(&pane->scroll);

    follow_focus(kit, pane);
    if (at > 0)
        fade(kit, pane, false, ground);
    if (at < scroll_most(&pane->scroll))
        fade(kit, pane, true, ground);
    ui_clip_end(kit->ui);
    draw_clip_pop(kit->draw);
}

static double density(const struct kit *kit, const struct pane *pane)
{
    return pane->is_sideways ? kit->look.panel.px_per_mm_x : kit->look.panel.px_per_mm_y;
}

void pane_key(struct kit *kit, const struct pane *pane, const char *id, int step, int act, struct rect rect)
{
    enum pack_string_id words = step < 0 ? PACK_STRING_READER_PAGE_UP : PACK_STRING_READER_PAGE_DOWN;
    struct key key = {.id = id,
                      .look = KEY_LIGHT,
                      .has_icon = true,
                      .icon = step < 0 ? ICON_UP : ICON_DOWN,
                      .label = parts_string(kit, words),
                      .verb = UI_OWN,
                      .value = act,
                      .repeats = true};

    if (pane_has_more(pane, step) || (ui_is_focused(kit->ui, id) && scroll_is_needed(&pane->scroll)))
        parts_key(kit, &key, rect);
}

bool pane_gesture(struct kit *kit, struct pane *pane, const struct gesture *gesture)
{
    if (gesture->view != pane->view)
        return false;
    switch (gesture->kind) {
    case GESTURE_DRAG:
        scroll_drag(&pane->scroll, pane->is_sideways ? gesture->dx : gesture->dy);
        break;
    case GESTURE_DRAG_END:
        scroll_release(&pane->scroll, panel_for_gestures(&kit->look.panel, kit->look.reduced_motion),
                       pane->is_sideways ? gesture->velocity_x : gesture->velocity_y, density(kit, pane), gesture->time_ms);
        break;
    case GESTURE_STOP:
        scroll_catch(&pane->scroll);
        break;
    default:
        return true;
    }
    kit->dirty = true;
    return true;
}

bool pane_tick(struct kit *kit, struct pane *pane)
{
    int before = scroll_px(&pane->scroll);
    bool moves = scroll_tick(&pane->scroll, density(kit, pane), kit->now_ms);

    if (moves || scroll_px(&pane->scroll) != before)
        kit->dirty = true;
    return moves;
}
