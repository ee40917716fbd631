#include "platform/rotation.h"

#include <stdbool.h>
#include <string.h>

/* Pixels on a side of the squares copied one by one: a row of one is a line of the cache, on both sides. */
enum { SQUARE = 16 };

static int quarters_of(struct rotation rotation)
{
    return rotation.quarters & 3;
}

void rotation_screen_size(struct rotation rotation, int *w, int *h)
{
    bool is_turned = quarters_of(rotation) & 1;
    *w = is_turned ? rotation.panel_h : rotation.panel_w;
    *h = is_turned ? rotation.panel_w : rotation.panel_h;
}

void rotation_to_screen(struct rotation rotation, float *x, float *y)
{
    float panel_x = *x, panel_y = *y, w = (float)rotation.panel_w, h = (float)rotation.panel_h;
    switch (quarters_of(rotation)) {
    case 1:
        *x = panel_y;
        *y = w - panel_x;
        break;
    case 2:
        *x = w - panel_x;
        *y = h - panel_y;
        break;
    case 3:
        *x = h - panel_y;
        *y = panel_x;
        break;
    }
}

struct rect rotation_to_panel(struct rotation rotation, struct rect screen)
{
    int w = rotation.panel_w, h = rotation.panel_h;
    switch (quarters_of(rotation)) {
    case 1:
        return (struct rect){w - screen.y - screen.h, screen.x, screen.h, screen.w};
    case 2:
        return (struct rect){w - screen.x - screen.w, h - screen.y - screen.h, screen.w, screen.h};
    case 3:
        return (struct rect){screen.y, h - screen.x - screen.w, screen.h, screen.w};
    default:
        return screen;
    }
}

/* Steps on the panel, in pixels, for one step to the right and one step down on the screen, from screen (0, 0). */
struct steps {
    ptrdiff_t origin, right, down;
};

static struct steps steps_of(struct rotation rotation, size_t stride)
{
    ptrdiff_t row = (ptrdiff_t)stride, w = rotation.panel_w, h = rotation.panel_h;
    switch (quarters_of(rotation)) {
    case 1:
        return (struct steps){w - 1, row, -1};
    case 2:
        return (struct steps){(h - 1) * row + w - 1, -1, -row};
    case 3:
        return (struct steps){(h - 1) * row, -row, 1};
    default:
        return (struct steps){0, 1, row};
    }
}

/* Written along the rows of the panel, whichever way these run on the screen: half-written lines of the cache cost most. */
static void copy_square(struct steps steps, struct rect area, const uint32_t *screen, size_t screen_stride, uint32_t *panel)
{
    bool is_turned = steps.down == 1 || steps.down == -1;
    ptrdiff_t along = is_turned ? steps.down : steps.right, across = is_turned ? steps.right : steps.down;
    ptrdiff_t from_along = is_turned ? (ptrdiff_t)screen_stride : 1, from_across = is_turned ? 1 : (ptrdiff_t)screen_stride;
    int length = is_turned ? area.h : area.w, count = is_turned ? area.w : area.h;
    const uint32_t *from = screen + area.y * (ptrdiff_t)screen_stride + area.x;
    uint32_t *to = panel + steps.origin + area.y * steps.down + area.x * steps.right;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < length; j++)
            to[i * across + j * along] = from[i * from_across + j * from_along];
}

void rotation_copy(struct rotation rotation, struct rect screen_area, const uint32_t *screen, size_t screen_stride,
                   uint32_t *panel, size_t panel_stride)
{
    struct steps steps = steps_of(rotation, panel_stride);
    struct rect all = screen_area;
    for (int y = all.y; y < all.y + all.h; y += SQUARE) {
        for (int x = all.x; x < all.x + all.w; x += SQUARE) {
            int w = all.x + all.w - x, h = all.y + all.h - y;
            struct rect square = {x, y, w < SQUARE ? w : SQUARE, h < SQUARE ? h : SQUARE};
            copy_square(steps, square, screen, screen_stride, panel);
        }
    }
}
