/* The timeline: eight years moved through with a finger. What it is made of stands in browse.h. */
#include "screen/browse/browse.h"

#include <stdio.h>
#include <stdlib.h>

#include "timeline/calendar.h"

/* The whole has become a part or the other way round. */
static bool overview_changes(const struct browse *browse)
{
    return browse->plan.overview.h > 0 && browse->plan.overview_has_years != travel_is_zoomed(browse);
}

/* True: the screen is planned anew. */
static bool apply_level(struct browse *browse, struct kit *kit)
{
    enum level level = travel_level(browse->level, browse->camera.days, false);

    if ((level == browse->level && !overview_changes(browse)) || browse->plan.shape == SHAPE_LIST)
        return false;
    browse->level = level;
    browse->is_laid_out = false;
    plan_make(browse, kit);
    lanes_share(browse, kit, true);
    return true;
}

/* Filters and folds live in the session, where home and reset clear them. */
static void apply_choices(struct browse *browse, struct kit *kit)
{
    bool is_filtered = kit->session->only_differing;

    if (is_filtered == browse->was_filtered && kit->session->folded_lanes == browse->was_folded)
        return;
    if (is_filtered != browse->was_filtered)
        browse->is_laid_out = false;
    browse->was_filtered = is_filtered;
    browse->was_folded = kit->session->folded_lanes;
    lanes_share(browse, kit, true);
}

static void update(struct browse *browse, struct kit *kit)
{
    travel_follow_session(browse, kit);
    apply_level(browse, kit);
    apply_choices(browse, kit);
    if (browse->plan.shape != SHAPE_LIST)
        lanes_layout(browse, kit);
    if (voices_are_shown(browse))
        voices_layout(browse, kit);
}

/* A visitor who comes back from an event finds the window as it was, and the focus where the event was opened. */
static void focus_entry_of_stop(struct browse *browse, const struct kit *kit)
{
    browse->focus_entry = kit->session->here.entry;
    browse->focus_is_wanted = browse->focus_entry >= 0;
}

static void leave(void *data, struct kit *kit)
{
    struct browse *browse = data;

    (void)kit;
    if (!browse)
        return;
    for (int lane = 0; browse->lanes && lane < BROWSE_LANES_MAX; lane++)
        layout_done(&browse->lanes[lane].layout);
    for (int document = 0; browse->voices && document < BROWSE_VOICES_MAX; document++)
        layout_done(&browse->voices[document].layout);
    timeline_destroy(browse->differing);
    text_builder_destroy(browse->words);
    free(browse->lanes);
    free(browse->voices);
    free(browse->column);
    free(browse);
}

static void count_differing(struct browse *browse)
{
    for (int entry = timeline_after(browse->differing, -1); entry >= 0; entry = timeline_after(browse->differing, entry))
        browse->differing_count++;
}

static void find_silent_years(struct browse *browse, const struct kit *kit)
{
    int first = calendar_date((int32_t)timeline_first_day(kit->timeline)).year;
    int last = calendar_date((int32_t)timeline_end_day(kit->timeline) - 1).year;

    for (int year = first; year <= last && year - first < 64; year++) {
        int count = 0;
        for (int lane = 0; lane < browse->lane_count; lane++)
            for (int importance = 1; importance <= 4; importance++)
                count += timeline_count_starting(kit->timeline, lane, importance, calendar_year_start(year),
                                                 calendar_year_start(year + 1));
        if (count == 0)
            browse->silent_years |= UINT64_C(1) << (year - first);
    }
}

static void *enter(struct kit *kit)
{
    struct browse *browse = calloc(1, sizeof *browse);

    if (!browse)
        return NULL;
    browse->lanes = calloc(BROWSE_LANES_MAX, sizeof *browse->lanes);
    browse->voices = calloc(BROWSE_VOICES_MAX, sizeof *browse->voices);
    browse->column = calloc(1, sizeof *browse->column);
    browse->words = text_builder_create();
    browse->differing = timeline_create_differing(kit->pack);
    if (!browse->lanes || !browse->voices || !browse->column || !browse->words || !browse->differing) {
        leave(browse, kit);
        return NULL;
    }
    browse->lane_count = pack_exhibit(kit->pack).lanes;
    browse->lane_count = browse->lane_count > BROWSE_LANES_MAX ? BROWSE_LANES_MAX : browse->lane_count;
    browse->open_lane = browse->focus_entry = browse->skip_entry = browse->list_document = browse->list_focus = browse->dated_first = -1;
    browse->list_is_of_card = true;
    browse->was_filtered = kit->session->only_differing;
    browse->was_folded = kit->session->folded_lanes;
    count_differing(browse);
    find_silent_years(browse, kit);
    travel_start(browse, kit);
    focus_entry_of_stop(browse, kit);
    return browse;
}

static void layout(void *data, struct kit *kit)
{
    struct browse *browse = data;

    if (!browse)
        return;
    travel_follow_session(browse, kit);
    browse->level = travel_level(browse->level, browse->camera.days, false);
    browse->is_laid_out = false;
    plan_make(browse, kit);
    if (browse->plan.shape == SHAPE_LIST)
        dated_list_start(browse, kit);
    else
        lanes_share(browse, kit, false);
    kit->dirty = true;
}

/* ---- drawing ---- */

static void list_view(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    bool vertical = plan->shape == SHAPE_TRACKS;
    struct rect rect = {plan->axis.x, plan->axis.y, plan->axis.w, plan->lanes.y + plan->lanes.h - plan->axis.y};

    if (vertical)
        rect = (struct rect){plan->axis.x, plan->lanes.y, kit->area.w, plan->lanes.h};
    if (plan->shape == SHAPE_LIST)
        rect = plan->lanes;
    struct ui_element view = parts_element(kit, "view:timeline", "view", rect);
    view.hit = rect;
    view.view = VIEW_AXIS;
    view.is_gliding = browse->glide.is_on;
    view.axes = plan->shape == SHAPE_LIST ? GESTURE_Y : (vertical ? GESTURE_Y : GESTURE_X) | GESTURE_ZOOM;
    ui_add(kit->ui, view);
}

/* A10: a filter that leaves nothing in view says so and offers everything. */
static void draw_nothing(struct browse *browse, struct kit *kit)
{
    struct rect room = browse->plan.shape == SHAPE_TRACKS ? browse->plan.cards : browse->plan.lanes;
    struct block_style style = parts_style(kit, FONT_MUSEUM, TYPE_LABEL);
    struct key key = {.id = "filter:showall",
                      .look = KEY_DARK,
                      .words = parts_string(kit, PACK_STRING_TIMELINE_SHOW_ALL),
                      .verb = UI_OWN,
                      .value = ACT_FILTER};
    int pad = look_px(&kit->look, 16), width = parts_key_width(kit, &key);

    if (!kit->session->only_differing || lanes_any_visible(browse, kit))
        return;
    room = rect_inset(room, pad, room.h / 4);
    room.y += parts_text(kit, "filter:empty", "text", parts_string(kit, PACK_STRING_TIMELINE_FILTER_EMPTY), style, room,
                         look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER))
        + pad;
    parts_key(kit, &key, (struct rect){room.x, room.y, width < room.w ? width : room.w, heading_key_size(kit)});
}

static void draw_lanes(struct browse *browse, struct kit *kit)
{
    heading_draw(browse, kit);
    list_view(browse, kit);
    lane_names_draw_grounds(browse, kit);
    axis_draw_grid(browse, kit);
    axis_draw(browse, kit);
    if (voices_are_shown(browse))
        voice_rows_draw_drops(browse, kit);
    marks_draw(browse, kit);
    if (voices_are_shown(browse))
        voice_rows_draw(browse, kit);
    lane_names_draw(browse, kit);
    draw_nothing(browse, kit);
    heading_draw_keys(browse, kit);
    overview_draw(browse, kit);
}

static void draw(void *data, struct kit *kit)
{
    struct browse *browse = data;

    if (!browse)
        return;
    update(browse, kit);
    switch (browse->plan.shape) {
    case SHAPE_LANES:
        draw_lanes(browse, kit);
        break;
    case SHAPE_TRACKS:
        heading_draw(browse, kit);
        list_view(browse, kit);
        tracks_draw(browse, kit);
        draw_nothing(browse, kit);
        heading_draw_keys(browse, kit);
        break;
    case SHAPE_LIST:
        heading_draw(browse, kit);
        list_view(browse, kit);
        dated_list_draw(browse, kit);
        heading_draw_keys(browse, kit);
        break;
    }
    year_skip_draw(browse, kit);
    cluster_list_draw(browse, kit);
}

void marks_claim_focus(struct browse *browse, struct kit *kit, const char *id, bool holds_entry)
{
    if (!browse->focus_is_wanted || !holds_entry)
        return;
    browse->focus_is_wanted = false;
    snprintf(kit->focus_wish, sizeof kit->focus_wish, "%s", id);
    kit->dirty = true;
}

/* ---- acting ---- */

static void touch_lane(struct browse *browse, struct kit *kit, int lane)
{
    if (browse->open_lane < 0) {
        kit->session->folded_lanes ^= 1u << lane;
        return;
    }
    browse->open_lane = lane;
    browse->open_lane_is_chosen = true;
    lanes_share(browse, kit, true);
}

static void step(struct browse *browse, struct kit *kit, int direction)
{
    if (browse->plan.shape == SHAPE_LIST)
        dated_list_page(browse, kit, direction);
    else
        travel_step(browse, kit, direction);
}

static void act(void *data, struct kit *kit, int value)
{
    struct browse *browse = data;

    if (!browse)
        return;
    kit->dirty = true;
    browse->needs_settle = true;
    switch (value) {
    case ACT_ZOOM_IN:
    case ACT_ZOOM_OUT:
        travel_zoom(browse, kit, value == ACT_ZOOM_IN ? 2 : 0.5);
        return;
    case ACT_ZOOM_ALL:
        travel_show(browse, kit, browse->camera.limit_first, browse->camera.limit_days, BROWSE_MOVE_MS);
        return;
    case ACT_EARLIER:
    case ACT_LATER:
        step(browse, kit, value == ACT_EARLIER ? -1 : 1);
        return;
    case ACT_FILTER:
        kit->session->only_differing = !kit->session->only_differing;
        if (browse->plan.shape == SHAPE_LIST)
            dated_list_start(browse, kit);
        return;
    case ACT_CLOSE_LIST:
        cluster_list_close(browse, kit);
        return;
    case ACT_LIST_BACK:
    case ACT_LIST_ON:
        cluster_list_page(browse, kit, value == ACT_LIST_BACK ? -1 : 1);
        return;
    case ACT_LIST_ZOOM:
        cluster_list_zoom(browse, kit);
        return;
    case ACT_SKIP_YEAR:
        year_skip_fire(browse, kit);
        return;
    default:
        break;
    }
    if (value >= ACT_CARD)
        cluster_list_open(browse, kit, (value - ACT_CARD) % ACT_OF_VOICE, (value - ACT_CARD) / ACT_OF_VOICE - 1, true);
    else if (value >= ACT_CLUSTER)
        cluster_list_open(browse, kit, (value - ACT_CLUSTER) % ACT_OF_VOICE, (value - ACT_CLUSTER) / ACT_OF_VOICE - 1, false);
    else if (value >= ACT_LANE && value < ACT_LANE + browse->lane_count)
        touch_lane(browse, kit, value - ACT_LANE);
}

static void gesture(void *data, struct kit *kit, const struct gesture *gesture)
{
    struct browse *browse = data;

    if (!browse)
        return;
    browse->needs_settle = true;
    if (gesture->view == VIEW_OVERVIEW)
        overview_gesture(browse, kit, gesture);
    else if (gesture->view == VIEW_LIST)
        cluster_list_gesture(browse, kit, gesture);
    else if (gesture->view == VIEW_AXIS && browse->plan.shape == SHAPE_LIST)
        dated_list_gesture(browse, kit, gesture);
    else if (gesture->view == VIEW_AXIS)
        travel_gesture(browse, kit, gesture);
}

static bool key(void *data, struct kit *kit, enum action action)
{
    return data && keys_act(data, kit, action);
}

static int64_t tick(void *data, struct kit *kit)
{
    struct browse *browse = data;

    if (!browse)
        return INT64_MAX;
    bool is_moving = travel_tick(browse, kit);
    if (is_moving) { /* under a finger levels change at once: what it holds must not lag behind */
        if (apply_level(browse, kit))
            kit->fade_wish_ms = TRANSITION_LANGUAGE_MS;
        update(browse, kit);
    }
    if (!is_moving && browse->needs_settle && !browse->is_held) {
        browse->needs_settle = false;
        update(browse, kit);
        lanes_settle(browse, kit);
    }
    if (browse->places_move) {
        browse->places_move = lanes_are_moving(browse, kit->now_ms);
        kit->dirty = true;
    }
    return is_moving || browse->places_move ? kit->now_ms + BROWSE_FRAME_MS : INT64_MAX;
}

const struct screen screen_timeline = {
    .name = "timeline",
    .has_plinth = true,
    .enter = enter,
    .layout = layout,
    .draw = draw,
    .act = act,
    .gesture = gesture,
    .key = key,
    .tick = tick,
    .leave = leave,
};
