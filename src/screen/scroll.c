#include "screen/scroll.h"

#include <math.h>

enum { RETURN_MS = 250 };

int scroll_most(const struct scroll *scroll)
{
    return scroll->content_px > scroll->view_px ? scroll->content_px - scroll->view_px : 0;
}

static double within(const struct scroll *scroll, double px)
{
    double most = scroll_most(scroll);

    return px < 0 ? 0 : px > most ? most : px;
}

void scroll_resize(struct scroll *scroll, int view_px, int content_px)
{
    scroll->view_px = view_px;
    scroll->content_px = content_px;
    scroll->at_px = within(scroll, scroll->at_px);
}

bool scroll_is_needed(const struct scroll *scroll)
{
    return scroll_most(scroll) > 0;
}

int scroll_px(const struct scroll *scroll)
{
    double inside = within(scroll, scroll->at_px);

    if (scroll->view_px <= 0)
        return 0;
    return (int)lround(inside + rubber_offset(scroll->at_px - inside, scroll->view_px));
}

static void stop(struct scroll *scroll)
{
    scroll->glide.is_on = false;
    scroll->duration_ms = 0;
}

void scroll_catch(struct scroll *scroll)
{
    if (scroll->at_px == within(scroll, scroll->at_px))
        stop(scroll);
}

void scroll_drag(struct scroll *scroll, double delta_px)
{
    stop(scroll);
    if (scroll_is_needed(scroll))
        scroll->at_px -= delta_px;
}

void scroll_release(struct scroll *scroll, struct gesture_panel panel, double velocity_px_s, double px_per_mm, int64_t now_ms)
{
    stop(scroll);
    if (scroll->at_px != within(scroll, scroll->at_px)) {
        scroll_to(scroll, scroll->at_px, panel.reduced_motion ? 0 : RETURN_MS, now_ms);
        return;
    }
    scroll->from_px = scroll->at_px;
    if (scroll_is_needed(scroll) && velocity_px_s != 0)
        scroll->glide = glide_start(panel, -velocity_px_s, px_per_mm, now_ms);
}

void scroll_to(struct scroll *scroll, double to_px, int duration_ms, int64_t now_ms)
{
    double from = scroll->at_px;

    stop(scroll);
    scroll->from_px = from;
    scroll->to_px = within(scroll, to_px);
    scroll->start_ms = now_ms;
    scroll->duration_ms = scroll->to_px == from ? 0 : duration_ms;
    if (scroll->duration_ms <= 0)
        scroll->at_px = scroll->to_px;
}

double scroll_goal(const struct scroll *scroll)
{
    return scroll->duration_ms > 0 ? scroll->to_px : scroll->at_px;
}

/* Ease-out cubic (M1). */
static void move(struct scroll *scroll, int64_t now_ms)
{
    double t = (now_ms - scroll->start_ms) / (double)scroll->duration_ms;

    if (t >= 1) {
        scroll->at_px = scroll->to_px;
        scroll->duration_ms = 0;
        return;
    }
    t = t < 0 ? 1 : 1 - t;
    scroll->at_px = scroll->from_px + (scroll->to_px - scroll->from_px) * (1 - t * t * t);
}

bool scroll_tick(struct scroll *scroll, double px_per_mm, int64_t now_ms)
{
    double at;

    if (scroll->duration_ms > 0) {
        move(scroll, now_ms);
        return scroll->duration_ms > 0;
    }
    if (!scroll->glide.is_on)
        return false;
    at = scroll->from_px + glide_offset(&scroll->glide, scroll->view_px, px_per_mm, now_ms);
    scroll->at_px = within(scroll, at);
    if (scroll->at_px != at)
        scroll->glide.is_on = false;
    return scroll->glide.is_on;
}
