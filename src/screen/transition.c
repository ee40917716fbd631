#include "screen/transition.h"

void transition_begin(struct transition *transition, enum transition_kind kind, int duration_ms, const struct look *look,
                      struct draw *draw, int64_t now_ms)
{
    *transition = (struct transition){0};
    if (look->reduced_motion || !draw_keep(draw))
        return;
    *transition = (struct transition){.kind = kind, .start_ms = now_ms, .duration_ms = duration_ms};
}

void transition_end(struct transition *transition)
{
    transition->duration_ms = 0;
}

/* ease-out cubic, 0..1 */
static double progress(const struct transition *transition, int64_t now_ms)
{
    double left = transition->duration_ms > 0 ? 1 - (now_ms - transition->start_ms) / (double)transition->duration_ms : 0;

    return left > 0 ? 1 - left * left * left : 1;
}

bool transition_draw(struct transition *transition, const struct panel *panel, struct draw *draw, int64_t now_ms)
{
    double done = progress(transition, now_ms);
    int height = panel->height_px, width = panel->width_px;

    if (transition->kind == TRANSITION_NONE)
        return false;
    if (done >= 1) {
        transition->kind = TRANSITION_NONE;
        return false;
    }
    if (transition->kind == TRANSITION_SWEEP)
        draw_kept_beyond_fault(draw, (int)(done * (width + 2 * height)) - 2 * height);
    else
        draw_kept_fade(draw, (int)((1 - done) * 255));
    return true;
}
