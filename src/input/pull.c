/* One contact drags its view, two pinch it. Nothing is kept about views but which contacts are in them. */
#include "input/recogniser.h"

enum { JOIN_MM = 250, PINCH_START_MM = 4 };

bool pull_may_join(struct gesture_recogniser *r, const struct contact *c)
{
    const struct contact *first = contacts_partner(r->contacts, c);

    return !first || ((c->target.axes & GESTURE_ZOOM) && contact_distance_mm(&r->panel, c, first) <= JOIN_MM);
}

static void begin_pinch(struct gesture_recogniser *r, struct contact *c, struct contact *first, int64_t now_ms)
{
    press_end(r, first, now_ms);
    press_end(r, c, now_ms);
    first->is_drag = c->is_drag = true;
    r->pinch_scales = false;
    r->pinch_mm = contact_distance_mm(&r->panel, c, first);
}

void pull_begin(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    struct contact *first = contacts_partner(r->contacts, c);

    recogniser_put(r, GESTURE_STOP, c, now_ms);
    if (first)
        begin_pinch(r, c, first, now_ms);
}

static void put_drag(struct gesture_recogniser *r, struct contact *c, float dx, float dy, int64_t now_ms)
{
    struct gesture *g = recogniser_put(r, GESTURE_DRAG, c, now_ms);

    g->dx = c->target.axes & GESTURE_X ? dx : 0;
    g->dy = c->target.axes & GESTURE_Y ? dy : 0;
}

static void put_pinch(struct gesture_recogniser *r, struct contact *c, struct contact *other, float dx, float dy,
                      int64_t now_ms)
{
    float mm = contact_distance_mm(&r->panel, c, other), change = mm - r->pinch_mm;
    struct gesture *g = recogniser_put(r, GESTURE_PINCH, c, now_ms);

    g->x = (c->x + other->x) / 2;
    g->y = (c->y + other->y) / 2;
    g->dx = c->target.axes & GESTURE_X ? dx / 2 : 0;
    g->dy = c->target.axes & GESTURE_Y ? dy / 2 : 0;
    if (mm < 1)
        return;
    if (!r->pinch_scales && (change >= PINCH_START_MM || change <= -PINCH_START_MM)) {
        r->pinch_scales = true;
        r->pinch_mm = mm;
    }
    if (r->pinch_scales && r->pinch_mm >= 1)
        g->scale = mm / r->pinch_mm;
    if (r->pinch_scales)
        r->pinch_mm = mm;
}

static bool starts_drag(const struct gesture_recogniser *r, const struct contact *c)
{
    return c->target.view >= 0 && (c->target.axes & (GESTURE_X | GESTURE_Y)) && c->left_strip
        && contact_is_off(&r->panel, c);
}

bool pull_move(struct gesture_recogniser *r, struct contact *c, float dx, float dy, int64_t now_ms)
{
    struct contact *other = contacts_partner(r->contacts, c);

    if (c->is_drag && other && other->is_drag) {
        put_pinch(r, c, other, dx, dy, now_ms);
    } else if (c->is_drag) {
        put_drag(r, c, dx, dy, now_ms);
    } else if (starts_drag(r, c)) {
        press_end(r, c, now_ms);
        c->is_drag = true;
        put_drag(r, c, c->x - c->start_x, c->y - c->start_y, now_ms);
    }
    return c->is_drag;
}

/* The other finger of a pinch goes on alone, without the speed it had. */
static bool end_pinch(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    struct contact *other = contacts_partner(r->contacts, c);

    if (!other || !other->is_drag)
        return false;
    other->sample_count = 0;
    recogniser_put(r, GESTURE_PINCH_END, c, now_ms);
    return true;
}

void pull_lift(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    struct gesture *end;

    if (end_pinch(r, c, now_ms))
        return;
    end = recogniser_put(r, GESTURE_DRAG_END, c, now_ms);
    contact_velocity(&r->panel, c, now_ms, &end->velocity_x, &end->velocity_y);
}

void pull_end(struct gesture_recogniser *r, struct contact *c, int64_t now_ms)
{
    if (c->is_drag && !end_pinch(r, c, now_ms))
        recogniser_put(r, GESTURE_DRAG_END, c, now_ms);
    c->is_drag = false;
}
