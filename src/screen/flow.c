#include "screen/flow.h"

struct rect flow_next(struct flow *flow, int w, int h)
{
    struct rect place;

    if (flow->used > 0 && flow->used + w > flow->rect.w) {
        flow->row_y += flow->row_h + flow->gap_px;
        flow->used = flow->row_h = 0;
    }
    place = (struct rect){flow->rect.x + flow->used, flow->rect.y + flow->row_y, w, h};
    if (flow->is_mirrored)
        place.x = flow->rect.x + flow->rect.w - flow->used - w;
    flow->used += w + flow->gap_px;
    flow->row_h = h > flow->row_h ? h : flow->row_h;
    return place;
}

bool flow_has_room(const struct flow *flow, int w, int after)
{
    return flow->used + w + (after > 0 ? flow->gap_px + after : 0) <= flow->rect.w;
}

int flow_height(const struct flow *flow)
{
    return flow->row_y + flow->row_h;
}
