#include "timeline/camera.h"

#include <assert.h>
#include <math.h>

static double clamp(double value, double least, double most)
{
    return value < least ? least : value > most ? most : value;
}

struct camera camera_make(double first_day, double days, double closest_days, double length_px)
{
    assert(days > 0 && closest_days > 0 && length_px > 0);
    return (struct camera){
        .first_day = first_day,
        .days = days,
        .limit_first = first_day,
        .limit_days = days,
        .closest_days = closest_days < days ? closest_days : days,
        .length_px = length_px,
    };
}

double camera_px(const struct camera *camera, double day)
{
    return (day - camera->first_day) / camera->days * camera->length_px;
}

double camera_day(const struct camera *camera, double px)
{
    return camera->first_day + px / camera->length_px * camera->days;
}

void camera_show(struct camera *camera, double first_day, double days)
{
    camera->days = clamp(days, camera->closest_days, camera->limit_days);
    camera->first_day = clamp(first_day, camera->limit_first, camera->limit_first + camera->limit_days - camera->days);
}

double camera_pan(struct camera *camera, double px)
{
    double px_per_day = camera->length_px / camera->days;
    double wanted = camera->first_day - px / px_per_day;

    camera_show(camera, wanted, camera->days);
    return (camera->first_day - wanted) * px_per_day;
}

void camera_zoom_at(struct camera *camera, double px, double factor)
{
    if (!(factor > 0))
        return;
    double day = camera_day(camera, px);
    double days = clamp(camera->days / factor, camera->closest_days, camera->limit_days);

    camera_show(camera, day - px / camera->length_px * days, days);
}

struct camera_move camera_move_to(const struct camera *camera, double first_day, double days, int64_t now_ms, int duration_ms)
{
    struct camera_move move = {.from = *camera, .to = *camera, .start_ms = now_ms, .duration_ms = duration_ms, .is_on = true};

    camera_show(&move.to, first_day, days);
    return move;
}

static double ease_in_out(double t)
{
    return t < 0.5 ? 4 * t * t * t : 1 - pow(2 - 2 * t, 3) / 2;
}

/*
 * The span changes by equal factors in equal (eased) times and the first day linearly with the span, which keeps the day
 * that both cameras show at the same place where it is.
 */
struct camera camera_move_at(struct camera_move *move, int64_t now_ms)
{
    double t = move->duration_ms > 0 ? (double)(now_ms - move->start_ms) / move->duration_ms : 1;

    if (t >= 1) {
        move->is_on = false;
        return move->to;
    }
    struct camera camera = move->from;
    double eased = ease_in_out(t < 0 ? 0 : t);
    double change = move->to.days - move->from.days;
    double part = eased;

    if (fabs(change) > move->from.days * 1e-9) {
        camera.days = move->from.days * pow(move->to.days / move->from.days, eased);
        part = (camera.days - move->from.days) / change;
    }
    camera.first_day = move->from.first_day + (move->to.first_day - move->from.first_day) * part;
    return camera;
}
