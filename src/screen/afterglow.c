#include "screen/afterglow.h"

#include <stdio.h>
#include <string.h>

enum { BEYOND_PX = 8 };

/* What lies around and below the controls can be touched, but does not look pressed. */
static bool is_ground(const struct ui_element *element)
{
    return strcmp(element->role, "backdrop") == 0 || strcmp(element->role, "dialog") == 0;
}

/* A control may look pressed in all that is touched of it, and a little beyond. */
static struct rect rect_of(const struct kit *kit, const struct ui_element *element)
{
    int beyond = look_px(&kit->look, BEYOND_PX);

    return rect_inset(rect_around(element->rect, element->hit), -beyond, -beyond);
}

void afterglow_begin(struct afterglow *afterglow, const struct kit *kit)
{
    int at = ui_find(kit->ui, ui_pressed(kit->ui));
    const struct ui_element *element = at >= 0 ? ui_at(kit->ui, at) : NULL;

    afterglow->is_on = false;
    if (!element || is_ground(element) || kit->look.reduced_motion || !draw_keep_part(kit->draw, rect_of(kit, element)))
        return;
    *afterglow = (struct afterglow){.is_on = true, .start_ms = kit->now_ms, .rect = rect_of(kit, element)};
    snprintf(afterglow->id, sizeof(afterglow->id), "%s", element->id);
}

void afterglow_end(struct afterglow *afterglow)
{
    afterglow->is_on = false;
}

/* ease-in cubic, 1..0 */
static double left_of(const struct afterglow *afterglow, int64_t now_ms)
{
    double gone = (now_ms - afterglow->start_ms) / (double)AFTERGLOW_MS;

    return gone < 1 ? 1 - gone * gone * gone : 0;
}

bool afterglow_draw(struct afterglow *afterglow, const struct kit *kit)
{
    double left = left_of(afterglow, kit->now_ms);
    int at = ui_find(kit->ui, afterglow->id);
    struct rect rect;

    afterglow->is_on = afterglow->is_on && left > 0;
    if (!afterglow->is_on)
        return false;
    draw_fade_part(kit->draw, (int)(left * 255));
    if (at < 0)
        return true;
    rect = rect_of(kit, ui_at(kit->ui, at));
    if (rect.w == afterglow->rect.w && rect.h == afterglow->rect.h)
        draw_kept_part(kit->draw, rect.x, rect.y);
    return true;
}
