/* How high each lane is and how many rows it has; close up, which lane opens into its voices. Changes of place are animated. */
#include "screen/browse/browse.h"

#include <math.h>
#include <string.h>

enum { PLACES_MOVE_MS = 250, IMPORTANCE_COUNT = 4 };

static bool is_open(const struct browse *browse, int lane)
{
    return browse->level == LEVEL_DAYS && browse->plan.shape == SHAPE_LANES && browse->open_lane == lane;
}

static int entries_in_view(const struct browse *browse, const struct kit *kit, int lane)
{
    const struct camera *camera = &browse->camera;
    int count = 0;

    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++)
        count += timeline_count_starting(lanes_timeline(browse, kit), lane, importance, camera->first_day,
                                         camera->first_day + camera->days);
    return count;
}

/* Each document needs a row of its own beside the folded lanes; where letters are too large for that no lane opens. */
static bool voices_fit(const struct browse *browse, const struct kit *kit)
{
    int left = browse->plan.lanes.h - (browse->lane_count - 1) * browse->plan.folded;

    if (browse->plan.shape == SHAPE_TRACKS) /* half the tracks' width */
        return browse->plan.lanes.w / 2 >= pack_exhibit(kit->pack).documents * look_px(&kit->look, 16);
    return left >= pack_exhibit(kit->pack).documents * voice_rows_least(browse);
}

/* So many that they are counted, not listed, cannot be told apart by who says them; and what the editors alone say has no
 * row among the documents. */
static bool is_told_by_voices(const struct browse *browse, const struct kit *kit, int lane)
{
    int entries[BROWSE_LABELS_MOST], count = 0;

    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++) {
        int found = timeline_between(lanes_timeline(browse, kit), lane, importance, voices_first_day(browse),
                                     voices_end_day(browse), entries, BROWSE_LABELS_MOST);
        count += found;
        if (count > BROWSE_LABELS_MOST)
            return false;
        for (int i = 0; i < found; i++)
            if (pack_entry(kit->pack, entries[i]).speaks == 0)
                return false;
    }
    return true;
}

/* visual.md: at days the busiest lane opens into its voices; it stays open while anything happens in it. */
static void choose_open_lane(struct browse *browse, const struct kit *kit)
{
    int busiest = -1, most = -1, open = browse->open_lane;

    if (browse->level != LEVEL_DAYS || !voices_fit(browse, kit)) {
        browse->open_lane = -1;
        browse->open_lane_is_chosen = false;
        return;
    }
    if (open >= 0 && is_told_by_voices(browse, kit, open)
        && (browse->open_lane_is_chosen || entries_in_view(browse, kit, open) > 0))
        return;
    for (int lane = 0; lane < browse->lane_count; lane++) {
        int entries = entries_in_view(browse, kit, lane);
        if (entries > most && is_told_by_voices(browse, kit, lane)) {
            most = entries;
            busiest = lane;
        }
    }
    browse->open_lane = busiest;
}

/* What each lane loses with one row, two rows, ... */
static void count_losses(struct browse *browse, int lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX])
{
    double first = lanes_world(browse, browse->camera.first_day);
    double end = lanes_world(browse, browse->camera.first_day + browse->camera.days);

    for (int lane = 0; lane < browse->lane_count; lane++) {
        const struct lane_marks *marks = &browse->lanes[lane];
        for (int rows = 1; rows <= BROWSE_ROWS_MAX; rows++) {
            struct lane_place place = {.rows = rows};
            lanes_layout_at(browse, lane, &place);
            lost[lane][rows - 1] = layout_lost(&marks->layout, marks->items, marks->count, first, end);
        }
    }
}

static bool is_folded(const struct browse *browse, const struct kit *kit, int lane)
{
    if (browse->open_lane >= 0)
        return browse->open_lane != lane;
    return kit->session->folded_lanes >> lane & 1;
}

/* What is left of the height when every lane has its rows is spread over the lanes that are not folded. */
static void stack_lanes(struct browse *browse, int spare, int unfolded)
{
    int y = browse->plan.lanes.y;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        if (!place->is_folded) {
            int part = unfolded > 0 ? spare / unfolded : 0;
            place->height += part;
            spare -= part;
            unfolded--;
        }
        place->top = y;
        y += place->height;
    }
}

static void share_heights(struct browse *browse, struct kit *kit)
{
    int lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX], open_lost[BROWSE_LANES_MAX][BROWSE_ROWS_MAX];
    int rows[BROWSE_LANES_MAX] = {0}, unfolded = 0, k = 0;
    int left = browse->plan.lanes.h, pitch = browse->plan.pitch;

    count_losses(browse, lost);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        *place = (struct lane_place){.is_folded = is_folded(browse, kit, lane), .rows = 1};
        place->height = place->is_folded ? browse->plan.folded : 0;
        left -= place->height;
        if (!place->is_folded)
            memcpy(open_lost[unfolded++], lost[lane], sizeof lost[lane]);
    }
    layout_share_rows(&open_lost[0][0], BROWSE_ROWS_MAX, unfolded, left / pitch, rows);
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place *place = &browse->places[lane];
        if (place->is_folded)
            continue;
        place->rows = is_open(browse, lane) ? 0 : rows[k];
        place->height = rows[k++] * pitch;
        left -= place->height;
    }
    stack_lanes(browse, left > 0 ? left : 0, unfolded);
}

static bool is_stacked_as_before(const struct browse *browse)
{
    for (int lane = 0; lane < browse->lane_count; lane++)
        if (browse->from[lane].top != browse->places[lane].top || browse->from[lane].height != browse->places[lane].height)
            return false;
    return true;
}

static bool has_folded_otherwise(const struct browse *browse)
{
    for (int lane = 0; lane < browse->lane_count; lane++)
        if (browse->from[lane].is_folded != browse->places[lane].is_folded)
            return true;
    return false;
}

void lanes_share(struct browse *browse, struct kit *kit, bool animated)
{
    if (browse->plan.shape != SHAPE_LANES) {
        choose_open_lane(browse, kit);
        tracks_place(browse, kit);
        browse->is_laid_out = false;
        kit->dirty = true;
        return;
    }
    for (int lane = 0; lane < browse->lane_count; lane++)
        browse->from[lane] = lanes_place(browse, kit, lane);
    choose_open_lane(browse, kit);
    lanes_layout(browse, kit);
    share_heights(browse, kit);
    if (has_folded_otherwise(browse)) { /* folded lanes show no dates: their labels are narrower */
        browse->is_laid_out = false;
        lanes_layout(browse, kit);
    }
    browse->places_move = animated && !kit->look.reduced_motion;
    browse->places_since_ms = kit->now_ms;
    for (int lane = 0; lane < browse->lane_count; lane++)
        lanes_layout_at(browse, lane, &browse->places[lane]);
    if (is_stacked_as_before(browse))
        browse->places_move = false;
    kit->dirty = true;
}

/* Nothing moves any more: lanes may take the rows that what is now on the screen needs. */
void lanes_settle(struct browse *browse, struct kit *kit)
{
    browse->is_laid_out = false; /* what stands at the edges is grouped anew */
    lanes_share(browse, kit, true);
    kit->dirty = true;
}

bool lanes_are_moving(const struct browse *browse, int64_t now_ms)
{
    return browse->places_move && now_ms - browse->places_since_ms < PLACES_MOVE_MS;
}

struct lane_place lanes_place(const struct browse *browse, const struct kit *kit, int lane)
{
    struct lane_place place = browse->places[lane];

    if (lanes_are_moving(browse, kit->now_ms) && browse->from[lane].height > 0) {
        double t = (double)(kit->now_ms - browse->places_since_ms) / PLACES_MOVE_MS;
        double eased = t < 0.5 ? 4 * t * t * t : 1 - pow(2 - 2 * t, 3) / 2;
        place.top = (int)lround(browse->from[lane].top + (place.top - browse->from[lane].top) * eased);
        place.height = (int)lround(browse->from[lane].height + (place.height - browse->from[lane].height) * eased);
    }
    return place;
}

int lanes_row_middle(const struct browse *browse, const struct lane_place *place, int row)
{
    int rows = place->rows > 0 ? place->rows : 1;
    int pitch = place->is_folded ? place->height : browse->plan.pitch;

    return place->top + (place->height - rows * pitch) / 2 + row * pitch + pitch / 2;
}
