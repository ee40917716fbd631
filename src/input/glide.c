#include "input/gesture.h"

#include <math.h>

/* T10: v(t) = v0 e^(-t/tau), at rest below 10 mm/s; the whole way is at most three views. */
static const double tau_s = 0.325, rest_mm_s = 10, most_views = 3;
/* T11 */
static const double rubber_stiffness = 0.55, rubber_most = 0.2;

struct glide glide_start(struct gesture_panel panel, double velocity_px_s, double px_per_mm, int64_t now_ms)
{
    bool is_on = !panel.reduced_motion && fabs(velocity_px_s) > rest_mm_s * px_per_mm;

    return (struct glide){.velocity_px_s = velocity_px_s, .start_ms = now_ms, .is_on = is_on};
}

double glide_offset(struct glide *glide, double view_px, double px_per_mm, int64_t now_ms)
{
    double v0 = fabs(glide->velocity_px_s);
    double rest_s = tau_s * log(v0 / (rest_mm_s * px_per_mm));
    double t = (now_ms - glide->start_ms) / 1000.0;
    double way;

    if (t >= rest_s) {
        t = rest_s > 0 ? rest_s : 0;
        glide->is_on = false;
    }
    way = v0 * tau_s * (1 - exp(-t / tau_s));
    if (way > most_views * view_px) {
        way = most_views * view_px;
        glide->is_on = false;
    }
    return glide->velocity_px_s < 0 ? -way : way;
}

double rubber_offset(double over_px, double view_px)
{
    double x = fabs(over_px);
    double offset = (1 - 1 / (rubber_stiffness * x / view_px + 1)) * view_px;

    if (offset > rubber_most * view_px)
        offset = rubber_most * view_px;
    return over_px < 0 ? -offset : offset;
}
