/*
 * "Skip to the next year" (K8): for a keypad that has no keys for years, an item stands in the way of the focus at the
 * beginning of each year that another one follows. It is there while it has the focus, and never touched.
 */
#include "screen/browse/browse.h"

#include <stdio.h>
#include <string.h>

#include "timeline/calendar.h"

static const char skip_id[] = "year:skip";

static int year_of(const struct kit *kit, int entry)
{
    return calendar_date(pack_entry(kit->pack, entry).start.first_day).year;
}

/* The first entry of a later year than that of `entry`, -1 = none. */
static int next_year(const struct browse *browse, const struct kit *kit, int entry)
{
    int found = entry;

    do
        found = timeline_after(lanes_timeline(browse, kit), found);
    while (found >= 0 && year_of(kit, found) <= year_of(kit, entry));
    return found;
}

bool year_skip_stands_between(const struct browse *browse, const struct kit *kit, int earlier, int later)
{
    return kit->has_no_year_keys && year_of(kit, earlier) < year_of(kit, later) && next_year(browse, kit, later) >= 0;
}

void year_skip_offer(struct browse *browse, struct kit *kit, int entry)
{
    keys_show(browse, kit, entry);
    browse->skip_entry = entry;
    browse->focus_is_wanted = false;
    snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", skip_id);
}

bool year_skip_act(struct browse *browse, struct kit *kit, enum action action)
{
    int entry = browse->skip_entry;

    if (entry < 0 || !kit->focus || strcmp(kit->focus, skip_id) != 0)
        return false;
    if (action == ACTION_NEXT)
        keys_show(browse, kit, entry);
    else if (action == ACTION_PREV)
        keys_show_before(browse, kit, entry);
    return action == ACTION_NEXT || action == ACTION_PREV;
}

void year_skip_fire(struct browse *browse, struct kit *kit)
{
    int entry = browse->skip_entry < 0 ? -1 : next_year(browse, kit, browse->skip_entry);

    if (entry < 0)
        return;
    if (next_year(browse, kit, entry) >= 0)
        year_skip_offer(browse, kit, entry);
    else
        keys_show(browse, kit, entry);
}

/* At the beginning of the year where the marks are, or at the top of what is read. */
static struct rect place(const struct browse *browse, const struct kit *kit, struct rect key)
{
    const struct plan *plan = &browse->plan;
    struct rect room = plan->shape == SHAPE_TRACKS ? plan->cards : plan->lanes;
    int gap = plan->gap, at = 0;

    key.x = room.x + gap;
    key.y = room.y + gap;
    if (plan->shape == SHAPE_LIST)
        return key;
    at = (int)lanes_screen(browse, kit, lanes_world(browse, pack_entry(kit->pack, browse->skip_entry).start.first_day));
    if (plan->shape == SHAPE_TRACKS)
        key.y = at < key.y ? key.y : at > room.y + room.h - key.h ? room.y + room.h - key.h : at;
    else
        key.x = at < key.x ? key.x : at > room.x + room.w - key.w ? room.x + room.w - key.w : at;
    return key;
}

void year_skip_draw(struct browse *browse, struct kit *kit)
{
    struct key key = {.id = skip_id,
                      .look = KEY_DARK,
                      .has_icon = true,
                      .icon = ICON_NEXT,
                      .words = parts_string(kit, PACK_STRING_TIMELINE_NEXT_YEAR),
                      .verb = UI_OWN,
                      .value = ACT_SKIP_YEAR};

    if (browse->skip_entry >= 0 && ui_is_focused(kit->ui, skip_id))
        parts_key(kit, &key, place(browse, kit, (struct rect){0, 0, parts_key_width(kit, &key), heading_key_size(kit)}));
}
