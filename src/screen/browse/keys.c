/* The keyboard's way through the timeline (K8): entries by date, years with left and right, lists one after the other. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "timeline/calendar.h"

static bool is_stop(const struct ui_element *element)
{
    bool is_mark = strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0;

    return is_mark && element->is_focusable && element->view == VIEW_AXIS;
}

static int entry_of(const struct ui_element *element)
{
    if (element->verb == UI_ENTRY)
        return element->value;
    return element->value >= ACT_CARD ? (element->value - ACT_CARD) % ACT_OF_VOICE
                                      : (element->value - ACT_CLUSTER) % ACT_OF_VOICE;
}

static void wish_focus(struct kit *kit, const char *id)
{
    snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", id);
    kit->dirty = true;
}

static double day_of(const struct kit *kit, int entry)
{
    struct pack_entry what = pack_entry(kit->pack, entry);

    return what.is_span ? timeline_span_first(&what) : timeline_mark_day(&what);
}

static void go_to(struct browse *browse, struct kit *kit, int entry)
{
    struct camera goal = browse->move.is_on ? browse->move.to : browse->camera;
    double day = day_of(kit, entry), edge = goal.days * 0.05;

    browse->focus_entry = entry;
    browse->focus_is_wanted = true;
    browse->needs_settle = true;
    kit->dirty = true;
    if (day < goal.first_day + edge && goal.first_day > goal.limit_first)
        travel_show(browse, kit, day - goal.days * 0.75, goal.days, BROWSE_SCROLL_MS);
    else if (day > goal.first_day + goal.days - edge)
        travel_show(browse, kit, day - goal.days * 0.25, goal.days, BROWSE_SCROLL_MS);
}

void keys_show(struct browse *browse, struct kit *kit, int entry)
{
    browse->skip_entry = -1;
    if (browse->plan.shape == SHAPE_LIST)
        dated_list_show(browse, kit, entry);
    else
        go_to(browse, kit, entry);
}

/* True: on the way there the focus stops before the year that begins (K8). */
static bool offer_skip(struct browse *browse, struct kit *kit, int from, int to, int direction)
{
    int later = direction > 0 ? to : from;

    if (!year_skip_stands_between(browse, kit, direction > 0 ? from : to, later))
        return false;
    year_skip_offer(browse, kit, later);
    return true;
}

static int next_stop(const struct ui *ui, int at, int direction)
{
    for (int i = at + direction; i >= 0 && i < ui_count(ui); i += direction)
        if (is_stop(ui_at(ui, i)))
            return i;
    return -1;
}

/* The first entry after the window, or the last before it, in the order of the pack. */
static int beyond(const struct browse *browse, const struct kit *kit, int direction)
{
    const struct camera *camera = &browse->camera;
    const struct timeline *timeline = lanes_timeline(browse, kit);
    int entry = direction > 0 ? timeline_after(timeline, -1) : timeline_before(timeline, pack_exhibit(kit->pack).entries);

    while (entry >= 0) {
        if (direction > 0 ? day_of(kit, entry) >= camera->first_day + camera->days : day_of(kit, entry) < camera->first_day)
            return entry;
        entry = direction > 0 ? timeline_after(timeline, entry) : timeline_before(timeline, entry);
    }
    return -1;
}

/* Gives the focus to a stop of that entry, or goes to the entry where no stop is seen (-1). False: there is none. */
static bool arrive(struct browse *browse, struct kit *kit, int stop, int entry)
{
    if (stop >= 0) {
        browse->focus_entry = entry;
        wish_focus(kit, ui_at(kit->ui, stop)->id);
        /* what began before the window is seen where it is */
        if (day_of(kit, entry) >= browse->camera.first_day)
            go_to(browse, kit, entry);
        return true;
    }
    if (entry < 0)
        return false;
    go_to(browse, kit, entry);
    return true;
}

static bool step(struct browse *browse, struct kit *kit, int at, int direction)
{
    int next = next_stop(kit->ui, at, direction), from = entry_of(ui_at(kit->ui, at));
    int entry = next >= 0 ? entry_of(ui_at(kit->ui, next)) : beyond(browse, kit, direction);

    if (entry >= 0 && offer_skip(browse, kit, from, entry, direction))
        return true;
    return arrive(browse, kit, next, entry);
}

void keys_show_before(struct browse *browse, struct kit *kit, int entry)
{
    int at = next_stop(kit->ui, -1, 1);

    while (at >= 0 && entry_of(ui_at(kit->ui, at)) != entry)
        at = next_stop(kit->ui, at, 1);
    at = at >= 0 ? next_stop(kit->ui, at, -1) : -1;
    browse->skip_entry = -1;
    if (browse->plan.shape == SHAPE_LIST || at < 0)
        keys_show(browse, kit, timeline_before(lanes_timeline(browse, kit), entry));
    else
        arrive(browse, kit, at, entry_of(ui_at(kit->ui, at)));
}

static int year_of(const struct kit *kit, int entry)
{
    return calendar_date(pack_entry(kit->pack, entry).start.first_day).year;
}

/* The first event of the next year that has one; of this year or the one before when going back. */
static bool step_year(struct browse *browse, struct kit *kit, int at, int direction)
{
    const struct timeline *timeline = lanes_timeline(browse, kit);
    int entry = entry_of(ui_at(kit->ui, at)), year = year_of(kit, entry), found = entry;

    if (direction > 0) {
        do
            found = timeline_after(timeline, found);
        while (found >= 0 && year_of(kit, found) == year);
    } else {
        int before = timeline_before(timeline, entry);
        found = before;
        for (; before >= 0 && year_of(kit, before) == year_of(kit, found); before = timeline_before(timeline, before))
            found = before;
    }
    if (found < 0)
        return false;
    go_to(browse, kit, found);
    return true;
}

/* An open list keeps the focus inside; going back closes it (K7). */
static bool act_in_list(struct browse *browse, struct kit *kit, enum action action)
{
    int direction = action == ACTION_NEXT || action == ACTION_RIGHT ? 1 : -1, count = ui_count(kit->ui);
    int at = kit->focus ? ui_find(kit->ui, kit->focus) : -1;

    if (action == ACTION_BACK) {
        cluster_list_close(browse, kit);
        return true;
    }
    if (action != ACTION_NEXT && action != ACTION_PREV && action != ACTION_LEFT && action != ACTION_RIGHT)
        return false;
    if (at >= 0 && ui_at(kit->ui, at)->verb == UI_ENTRY
        && cluster_list_step(browse, kit, ui_at(kit->ui, at)->value, direction))
        return true;
    if (at < 0)
        at = direction > 0 ? -1 : count;
    for (int i = 0; i < count; i++) {
        at = (at + direction + count) % count;
        const struct ui_element *element = ui_at(kit->ui, at);
        if (element->is_focusable && (element->view == VIEW_LIST || strncmp(element->id, "list:", 5) == 0)) {
            wish_focus(kit, element->id);
            return true;
        }
    }
    return true;
}

/* In the list of rule A2 what comes next is scrolled to. */
static bool act_in_dated_list(struct browse *browse, struct kit *kit, int at, enum action action)
{
    int from = entry_of(ui_at(kit->ui, at)), entry;

    if (action != ACTION_NEXT && action != ACTION_PREV)
        return false;
    entry = action == ACTION_NEXT ? timeline_after(lanes_timeline(browse, kit), from)
                                  : timeline_before(lanes_timeline(browse, kit), from);
    if (entry < 0)
        return false;
    if (!offer_skip(browse, kit, from, entry, action == ACTION_NEXT ? 1 : -1))
        dated_list_show(browse, kit, entry);
    return true;
}

bool keys_act(struct browse *browse, struct kit *kit, enum action action)
{
    int at = kit->focus ? ui_find(kit->ui, kit->focus) : -1;

    if (kit->session->open_cluster_entry >= 0)
        return act_in_list(browse, kit, action);
    if (year_skip_act(browse, kit, action))
        return true;
    if (at < 0 || !is_stop(ui_at(kit->ui, at)))
        return false;
    if (browse->plan.shape == SHAPE_LIST)
        return act_in_dated_list(browse, kit, at, action);
    switch (action) {
    case ACTION_NEXT:
        return step(browse, kit, at, 1);
    case ACTION_PREV:
        return step(browse, kit, at, -1);
    case ACTION_RIGHT:
        step_year(browse, kit, at, 1);
        return true;
    case ACTION_LEFT:
        step_year(browse, kit, at, -1);
        return true;
    case ACTION_PAGE_UP:
    case ACTION_PAGE_DOWN:
        travel_step(browse, kit, action == ACTION_PAGE_UP ? -1 : 1);
        return true;
    case ACTION_FIRST:
    case ACTION_LAST: {
        int entry = action == ACTION_FIRST ? timeline_after(lanes_timeline(browse, kit), -1)
                                           : timeline_before(lanes_timeline(browse, kit), pack_exhibit(kit->pack).entries);
        if (entry >= 0)
            go_to(browse, kit, entry);
        return true;
    }
    default:
        return false;
    }
}
