#include "screen/transition.h"

#include <math.h>

enum { RISE_PX = 8 };

void transition_begin(struct transition *transition, enum transition_kind kind, int duration_ms, const struct look *look,
                      struct draw *draw, int64_t now_ms)
{
    *transition = (struct transition){0};
    if (look->reduced_motion || !draw_keep(draw))
        return;
    *transition = (struct transition){.kind = kind, .start_ms = now_ms, .duration_ms = duration_ms};
}

void transition_grow(struct transition *transition, struct rect mark, struct poster poster, struct rect area)
{
    if (transition->kind == TRANSITION_NONE)
        return;
    transition->kind = TRANSITION_GROW;
    transition->mark = mark;
    transition->poster = poster;
    transition->area = area;
}

void transition_end(struct transition *transition)
{
    transition->duration_ms = 0;
}

/* 1 = all of the time is left, 0 = none */
static double left_of(const struct transition *transition, int64_t now_ms)
{
    double left = transition->duration_ms > 0 ? 1 - (now_ms - transition->start_ms) / (double)transition->duration_ms : 0;

    return left > 0 ? left : 0;
}

/* ease-out cubic, 0..1 */
static double progress(const struct transition *transition, int64_t now_ms)
{
    double left = left_of(transition, now_ms);

    return 1 - left * left * left;
}

int transition_rise(const struct transition *transition, const struct look *look, int64_t now_ms)
{
    if (transition->kind != TRANSITION_RISE)
        return 0;
    return (int)lround(look_px(look, RISE_PX) * (1 - progress(transition, now_ms)));
}

static int between(int from, int to, double part)
{
    return from + (int)lround((to - from) * part);
}

/* The area but for a hole in it. */
static void tint_around(struct draw *draw, struct rect area, struct rect hole, uint32_t colour, int alpha)
{
    int right = hole.x + hole.w, bottom = hole.y + hole.h, area_right = area.x + area.w, area_bottom = area.y + area.h;

    draw_tint(draw, (struct rect){area.x, area.y, area.w, hole.y - area.y}, colour, alpha);
    draw_tint(draw, (struct rect){area.x, bottom, area.w, area_bottom - bottom}, colour, alpha);
    draw_tint(draw, (struct rect){area.x, hole.y, hole.x - area.x, hole.h}, colour, alpha);
    draw_tint(draw, (struct rect){right, hole.y, area_right - right, hole.h}, colour, alpha);
}

/*
 * The mark grows in the first half while the old page fades to bare paper; the words of the new one fade in on it in the second.
 * So the two are never seen through each other.
 */
static void draw_growth(const struct transition *transition, const struct look *look, struct draw *draw, int64_t now_ms)
{
    struct rect a = transition->mark, panel = transition->poster.rect;
    double left = 2 * left_of(transition, now_ms), bare = left > 1 ? 2 - left : left, small = left > 1 ? left - 1 : 0;
    int alpha = (int)(bare * 255);

    if (left > 1) {
        double done = 1 - small * small * small;
        int x = between(a.x, panel.x, done), y = between(a.y, panel.y, done);

        panel = (struct rect){x, y, between(a.x + a.w, panel.x + panel.w, done) - x,
                              between(a.y + a.h, panel.y + panel.h, done) - y};
        draw_kept_fade(draw, 255);
    }
    tint_around(draw, transition->area, panel, look_tone(look, TONE_PAPER), alpha);
    draw_tint(draw, panel, transition->poster.colour, left > 1 ? 255 : alpha);
}

bool transition_draw(struct transition *transition, const struct look *look, const struct panel *panel, struct draw *draw,
                     int64_t now_ms)
{
    double done = progress(transition, now_ms), gone = 1 - left_of(transition, now_ms);
    int height = panel->height_px, width = panel->width_px;

    if (transition->kind == TRANSITION_NONE)
        return false;
    if (done >= 1) {
        transition->kind = TRANSITION_NONE;
        return false;
    }
    switch (transition->kind) {
    case TRANSITION_SWEEP:
        draw_kept_beyond_fault(draw, (int)(done * (width + 2 * height)) - 2 * height);
        break;
    case TRANSITION_GROW:
        draw_growth(transition, look, draw, now_ms);
        break;
    case TRANSITION_LEAVE: /* ease-in cubic */
        draw_kept_fade(draw, (int)((1 - gone * gone * gone) * 255));
        break;
    default:
        draw_kept_fade(draw, (int)((1 - done) * 255));
        break;
    }
    return true;
}
