/* Moving along the axis: fingers, flicks, keys. The session always knows where the camera is going to rest. */
#include "screen/browse/browse.h"

#include <math.h>

enum { OVER_RETURN_MS = 250 };

static const double key_factor = 1.5, step_part = 0.8, closest_days = 14;
/* visual.md: levels switch at 4 years, 1 year and 10 weeks of visible span, with 8 % hysteresis */
static const double level_ends[] = {4 * 365.25, 365.25, 70};
static const double hysteresis = 0.08;

enum level travel_level(enum level level, double days, bool is_fresh)
{
    enum level found = LEVEL_YEARS;

    for (int i = 0; i < 3; i++) {
        double end = level_ends[i];
        if (!is_fresh)
            end *= (int)level > i ? 1 + hysteresis : 1 - hysteresis;
        if (days <= end)
            found = (enum level)(i + 1);
    }
    return found;
}

static bool is_vertical(const struct browse *browse)
{
    return browse->plan.shape == SHAPE_TRACKS;
}

static double px_per_mm(const struct browse *browse, const struct kit *kit)
{
    return (double)(is_vertical(browse) ? kit->look.panel.px_per_mm_y : kit->look.panel.px_per_mm_x);
}

static void tell_session(struct browse *browse, struct kit *kit)
{
    const struct camera *goal = browse->move.is_on ? &browse->move.to : &browse->camera;

    browse->set_first = kit->session->view_first_day = goal->first_day;
    browse->set_days = kit->session->view_days = goal->days;
    kit->dirty = true;
}

void travel_start(struct browse *browse, struct kit *kit)
{
    double first = timeline_first_day(kit->timeline), days = timeline_end_day(kit->timeline) - first;

    browse->camera = camera_make(first, days > 0 ? days : 1, closest_days, 1);
    camera_show(&browse->camera, kit->session->view_first_day, kit->session->view_days);
    browse->level = travel_level(LEVEL_YEARS, browse->camera.days, true);
    tell_session(browse, kit);
}

static void stop(struct browse *browse)
{
    browse->move.is_on = browse->glide.is_on = false;
}

bool travel_is_zoomed(const struct browse *browse)
{
    return browse->camera.days < browse->camera.limit_days * 0.9999;
}

void travel_show(struct browse *browse, struct kit *kit, double first_day, double days, int duration_ms)
{
    stop(browse);
    browse->over_px = 0;
    browse->move = camera_move_to(&browse->camera, first_day, days, kit->now_ms, kit->look.reduced_motion ? 0 : duration_ms);
    if (browse->move.duration_ms == 0)
        browse->camera = camera_move_at(&browse->move, kit->now_ms);
    tell_session(browse, kit);
}

/* Keys pressed while the view still moves go on from where it is going. */
static struct camera goal_of(const struct browse *browse)
{
    struct camera goal = browse->move.is_on ? browse->move.to : browse->camera;

    goal.length_px = browse->camera.length_px;
    return goal;
}

void travel_zoom(struct browse *browse, struct kit *kit, double factor)
{
    struct camera goal = goal_of(browse);
    double centre = goal.length_px / 2;

    if (browse->focus_entry >= 0) {
        struct pack_entry entry = pack_entry(kit->pack, browse->focus_entry);
        double px = camera_px(&goal, timeline_mark_day(&entry));
        if (px >= 0 && px <= goal.length_px)
            centre = px;
    }
    camera_zoom_at(&goal, centre, factor > 1 ? key_factor : 1 / key_factor);
    travel_show(browse, kit, goal.first_day, goal.days, BROWSE_MOVE_MS);
}

void travel_step(struct browse *browse, struct kit *kit, int direction)
{
    struct camera goal = goal_of(browse);

    travel_show(browse, kit, goal.first_day + direction * step_part * goal.days, goal.days, BROWSE_MOVE_MS);
}

/* ---- fingers ---- */

/* The finger goes on past the end of the axis: first back what it is over, then along the axis, then over again. */
static void drag(struct browse *browse, struct kit *kit, double px)
{
    if (browse->over_px != 0 && (browse->over_px > 0) != (px > 0)) {
        double back = fmin(fabs(px), fabs(browse->over_px));
        browse->over_px += px > 0 ? back : -back;
        px += px > 0 ? -back : back;
    }
    double rest = camera_pan(&browse->camera, px);
    if (!kit->look.reduced_motion)
        browse->over_px += rest;
    browse->over_returns = false;
    browse->is_held = true;
    tell_session(browse, kit);
}

static void let_go(struct browse *browse, struct kit *kit, double velocity)
{
    browse->is_held = false;
    if (browse->over_px != 0) {
        browse->over_returns = true;
        browse->over_since_ms = kit->now_ms;
    } else if (velocity != 0) {
        browse->glide = glide_start(panel_for_gestures(&kit->look.panel, kit->look.reduced_motion), velocity,
                                    px_per_mm(browse, kit), kit->now_ms);
        browse->glide_done_px = 0;
    }
    kit->dirty = true;
}

static void pinch(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    bool vertical = is_vertical(browse);
    double at = vertical ? (double)gesture->y - browse->plan.axis.y : (double)gesture->x - browse->plan.axis.x;

    stop(browse);
    browse->is_held = true;
    browse->over_px = 0;
    camera_pan(&browse->camera, (double)(vertical ? gesture->dy : gesture->dx));
    camera_zoom_at(&browse->camera, at, (double)gesture->scale);
    tell_session(browse, kit);
}

void travel_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    bool vertical = is_vertical(browse);

    switch (gesture->kind) {
    case GESTURE_DRAG:
        stop(browse);
        drag(browse, kit, (double)(vertical ? gesture->dy : gesture->dx));
        break;
    case GESTURE_DRAG_END:
        let_go(browse, kit, (double)(vertical ? gesture->velocity_y : gesture->velocity_x));
        break;
    case GESTURE_PINCH:
        pinch(browse, kit, gesture);
        break;
    case GESTURE_PINCH_END:
        browse->is_held = false;
        kit->dirty = true;
        break;
    case GESTURE_STOP:
        if (browse->move.is_on)
            browse->camera = camera_move_at(&browse->move, kit->now_ms);
        stop(browse);
        tell_session(browse, kit);
        break;
    default:
        break;
    }
}

double travel_over(const struct browse *browse, const struct kit *kit)
{
    double offset = rubber_offset(browse->over_px, browse->camera.length_px);

    if (browse->over_px == 0)
        return 0;
    if (browse->over_returns) {
        double t = (double)(kit->now_ms - browse->over_since_ms) / OVER_RETURN_MS;
        offset *= t >= 1 ? 0 : pow(1 - t, 3);
    }
    return offset;
}

/* ---- time ---- */

static void glide_on(struct browse *browse, struct kit *kit)
{
    double done = glide_offset(&browse->glide, browse->camera.length_px, px_per_mm(browse, kit), kit->now_ms);

    if (camera_pan(&browse->camera, done - browse->glide_done_px) != 0)
        browse->glide.is_on = false;
    browse->glide_done_px = done;
}

bool travel_is_moving(const struct browse *browse)
{
    return browse->move.is_on || browse->glide.is_on || browse->over_returns;
}

bool travel_tick(struct browse *browse, struct kit *kit)
{
    if (!travel_is_moving(browse))
        return false;
    if (browse->over_returns && kit->now_ms - browse->over_since_ms >= OVER_RETURN_MS) {
        browse->over_px = 0;
        browse->over_returns = false;
    }
    if (browse->glide.is_on)
        glide_on(browse, kit);
    if (browse->move.is_on) {
        double length = browse->camera.length_px;
        browse->camera = camera_move_at(&browse->move, kit->now_ms);
        browse->camera.length_px = length;
    }
    tell_session(browse, kit);
    return travel_is_moving(browse);
}

/* The stage has put another window into the session: home, or a reset. */
void travel_follow_session(struct browse *browse, struct kit *kit)
{
    const struct session *session = kit->session;

    if (session->view_first_day == browse->set_first && session->view_days == browse->set_days)
        return;
    travel_show(browse, kit, session->view_first_day, session->view_days, 0);
    browse->dated_first = -1; /* the list begins there, too */
}
