#include "input/contact.h"

#include <math.h>
#include <stddef.h>

enum {
    EDGE_MM = 4, GROW_MM = 3, NOISE_MS = 12,
    FLICK_WINDOW_MS = 100, FLICK_SAMPLES = 3, FLICK_LEAST_MM_S = 80, FLICK_MOST_MM_S = 2500,
};

static const float rest_mm = 1.5f;

float contact_mm(const struct gesture_panel *panel, float dx_px, float dy_px)
{
    return hypotf(dx_px / panel->px_per_mm_x, dy_px / panel->px_per_mm_y);
}

float contact_distance_mm(const struct gesture_panel *panel, const struct contact *a, const struct contact *b)
{
    return contact_mm(panel, a->x - b->x, a->y - b->y);
}

bool contact_is_live(const struct contact *contact)
{
    return contact->is_down && !contact->is_rejected && !contact->is_quarantined;
}

bool contact_is_in_strip(const struct gesture_panel *panel, const struct contact *contact)
{
    float mx = EDGE_MM * panel->px_per_mm_x, my = EDGE_MM * panel->px_per_mm_y;

    return contact->x < mx || contact->y < my || contact->x >= panel->width_px - mx
        || contact->y >= panel->height_px - my;
}

bool contact_is_over_control(const struct gesture_panel *panel, const struct contact *contact)
{
    float mx = GROW_MM * panel->px_per_mm_x, my = GROW_MM * panel->px_per_mm_y;

    return rect_holds(rect_inset(contact->target.hit, -(int)mx, -(int)my), (int)contact->x, (int)contact->y);
}

bool contact_is_off(const struct gesture_panel *panel, const struct contact *contact)
{
    int slop_mm = panel->is_large ? 5 : 3;

    return contact_mm(panel, contact->x - contact->start_x, contact->y - contact->start_y) > slop_mm;
}

bool contact_is_noise(const struct contact *contact, int64_t now_ms)
{
    return contact->id != TOUCH_MOUSE_ID && contact->reports < 2 && now_ms - contact->start_ms < NOISE_MS;
}

/* What starts to count only now, counts from here: no way made at rest or in the edge strip comes along as a jump. */
static void start_here(struct contact *contact)
{
    contact->start_x = contact->x;
    contact->start_y = contact->y;
}

void contact_move(struct contact *contact, const struct gesture_panel *panel, const struct touch *touch)
{
    reject_follow(contact, panel, touch->x - contact->x, touch->y - contact->y, touch->time_ms);
    contact->x = touch->x;
    contact->y = touch->y;
    contact->reports++;
    if (!contact->left_strip && !contact_is_in_strip(panel, contact)) {
        contact->left_strip = true;
        start_here(contact);
    }
    if (contact_mm(panel, contact->x - contact->still_x, contact->y - contact->still_y) > rest_mm) {
        if (contact->is_quarantined)
            start_here(contact);
        contact->is_quarantined = false;
        contact->still_x = contact->x;
        contact->still_y = contact->y;
        contact->still_since_ms = touch->time_ms;
    }
    contact->has_strayed = contact->has_strayed || contact_is_off(panel, contact);
}

void contact_add_sample(struct contact *contact, int64_t now_ms)
{
    contact->samples[contact->sample_count++ % CONTACT_SAMPLES] = (struct sample){contact->x, contact->y, now_ms};
}

/* The slope of the least-squares line through the last samples. */
static bool slope(const struct contact *contact, int64_t now_ms, double *x, double *y)
{
    double n = 0, st = 0, sx = 0, sy = 0, stt = 0, stx = 0, sty = 0, spread;

    for (int i = 0; i < CONTACT_SAMPLES && i < contact->sample_count; i++) {
        const struct sample *s = &contact->samples[(contact->sample_count - 1 - i) % CONTACT_SAMPLES];
        double t = (s->time_ms - now_ms) / 1000.0;

        if (now_ms - s->time_ms > FLICK_WINDOW_MS)
            break;
        n++;
        st += t;
        sx += s->x;
        sy += s->y;
        stt += t * t;
        stx += t * s->x;
        sty += t * s->y;
    }
    spread = n * stt - st * st;
    if (n < FLICK_SAMPLES || spread <= 0)
        return false;
    *x = (n * stx - st * sx) / spread;
    *y = (n * sty - st * sy) / spread;
    return true;
}

void contact_velocity(const struct gesture_panel *panel, const struct contact *contact, int64_t now_ms, float *x, float *y)
{
    double along_x = 0, along_y = 0, mm_s, factor;

    *x = *y = 0;
    if (!slope(contact, now_ms, &along_x, &along_y))
        return;
    along_x = contact->target.axes & GESTURE_X ? along_x : 0;
    along_y = contact->target.axes & GESTURE_Y ? along_y : 0;
    mm_s = contact_mm(panel, (float)along_x, (float)along_y);
    factor = mm_s < FLICK_LEAST_MM_S ? 0 : mm_s > FLICK_MOST_MM_S ? FLICK_MOST_MM_S / mm_s : 1;
    *x = (float)(along_x * factor);
    *y = (float)(along_y * factor);
}

struct contact *contacts_find(struct contact contacts[CONTACTS_MAX], int64_t id)
{
    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (contacts[i].is_down && contacts[i].id == id)
            return &contacts[i];
    }
    return NULL;
}

struct contact *contacts_place(struct contact contacts[CONTACTS_MAX], int64_t now_ms)
{
    struct contact *stillest = &contacts[0];

    for (int i = 0; i < CONTACTS_MAX; i++) {
        if (!contacts[i].is_down)
            return &contacts[i];
        if (contacts[i].still_since_ms < stillest->still_since_ms)
            stillest = &contacts[i];
    }
    return now_ms - stillest->still_since_ms >= CONTACT_REST_MS ? stillest : NULL;
}

static bool is_in_view(const struct contact *contact, int view)
{
    return contact_is_live(contact) && contact->left_strip && contact->target.view == view;
}

struct contact *contacts_partner(struct contact contacts[CONTACTS_MAX], const struct contact *contact)
{
    for (int i = 0; i < CONTACTS_MAX && contact->target.view >= 0; i++) {
        struct contact *other = &contacts[i];

        if (other != contact && is_in_view(other, contact->target.view))
            return other;
    }
    return NULL;
}

int contacts_in_view(const struct contact contacts[CONTACTS_MAX], int view)
{
    int count = 0;

    for (int i = 0; i < CONTACTS_MAX; i++)
        count += is_in_view(&contacts[i], view);
    return count;
}
