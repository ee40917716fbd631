#include "screen/fault.h"

#include <math.h>

struct fault fault_through(struct rect area, bool is_steep, float width_px)
{
    return (struct fault){area.x + area.w / 2, area.y + area.h / 2, is_steep, width_px};
}

static float slope(const struct fault *fault)
{
    return fault->is_steep ? 2.0f : 0.5f;
}

/* Half of the line's width measured along x. */
static float half_x(const struct fault *fault)
{
    float s = slope(fault);

    return fault->width_px / 2 * sqrtf(1 + s * s) / s;
}

float fault_x(const struct fault *fault, float y)
{
    return fault->x + (fault->y - y) / slope(fault);
}

float fault_left(const struct fault *fault, float y)
{
    return fault_x(fault, y) - half_x(fault);
}

float fault_right(const struct fault *fault, float y)
{
    return fault_x(fault, y) + half_x(fault);
}

float fault_y(const struct fault *fault, float x)
{
    return fault->y + (fault->x - x) * slope(fault);
}
