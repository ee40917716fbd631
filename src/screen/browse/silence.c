/* Silence is shown, not hidden: a lane with nothing in view, and a year that no document dates anything to. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

bool silence_is_in(const struct browse *browse, int year)
{
    int since = year - calendar_date((int32_t)browse->camera.limit_first).year;

    return since >= 0 && since < 64 && (browse->silent_years >> since & 1);
}

/* On a ground of their own, as the lines of the axis would go through them. */
static void draw_words(struct kit *kit, const char *id, struct rect rect, const struct block *block, const char *label,
                       uint32_t ground)
{
    struct ui_element element = parts_element(kit, id, "text", rect);
    bool ends_there = block->style.is_right_to_left && !block->style.is_single; /* where rect does */
    int beyond = ends_there ? block->width_px - rect.w : 0;

    draw_fill(kit->draw, rect_inset(rect, -look_px(&kit->look, 4), 0), ground);
    words_draw(kit, block, rect.x - beyond, rect.y, look_tone(&kit->look, TONE_INK2));
    element.label = label;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK2);
    element.ground = ground;
    ui_add(kit->ui, element);
}

static void nothing_id(const struct kit *kit, int lane, char id[72])
{
    snprintf(id, 72, "lane:%.50s:nothing", pack_lane(kit->pack, lane).id);
}

void silence_draw_lane(struct browse *browse, struct kit *kit, int lane)
{
    struct lane_place place = lanes_place(browse, kit, lane);
    struct pack_text words = parts_string(kit, PACK_STRING_TIMELINE_NOTHING);
    const struct block *block = parts_block(kit, words, words_line(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL), 0);
    int pad = look_px(&kit->look, 16);
    struct rect rect = {browse->plan.lanes.x + pad, place.top + (place.height - block->height_px) / 2, block->widest_px,
                        block->height_px};
    char id[72];

    if (block->style.is_right_to_left)
        rect.x = browse->plan.lanes.x + browse->plan.lanes.w - pad - rect.w;
    nothing_id(kit, lane, id);
    draw_words(kit, id, rect, block, words.bytes, look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER));
}

/* Along the axis. */
static double day_at(const struct browse *browse, const struct kit *kit, double day)
{
    return lanes_screen(browse, kit, lanes_world(browse, day));
}

/* Whether anything that lasts is drawn between two places of the tracks, or a mark stands there. */
static bool is_occupied(const struct browse *browse, const struct kit *kit, double first_day, double end_day, double reach)
{
    for (int t = 0; t < tracks_count(browse, kit); t++) {
        struct track track = tracks_at(browse, kit, t);
        for (int i = 0; i < track.marks->bar_count; i++) {
            struct pack_entry entry = pack_entry(kit->pack, track.marks->bars[i]);
            if (timeline_span_first(&entry) < end_day && (timeline_is_endless(&entry) || timeline_span_end(&entry) > first_day))
                return true;
        }
        for (int i = 0; i < track.marks->layout.mark_count; i++) {
            double y = lanes_screen(browse, kit, track.marks->layout.marks[i].mark);
            if (y > day_at(browse, kit, first_day) - reach && y < day_at(browse, kit, end_day) + reach)
                return true;
        }
    }
    return false;
}

static void draw_sentence(struct browse *browse, struct kit *kit, int year, const struct block *block, struct rect rect,
                          uint32_t ground)
{
    char id[32];

    snprintf(id, sizeof id, "silence:%d", year);
    draw_words(kit, id, rect, block, words_no_event(browse, kit, year).bytes, ground);
}

static const struct block *sentence(struct browse *browse, struct kit *kit, int year, int width, int leading)
{
    struct block_style style = parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL);

    style.line_px = style.size_px * leading / 10;
    style.is_title = true; /* no word is divided */
    return parts_block(kit, words_no_event(browse, kit, year), style, width);
}

/* The part of a year that is in view, along the axis. */
static void part_of(const struct browse *browse, const struct kit *kit, int year, int *first, int *end)
{
    const struct rect *lanes = &browse->plan.lanes;
    bool is_upright = browse->plan.shape == SHAPE_TRACKS;
    int start = is_upright ? lanes->y : lanes->x, length = is_upright ? lanes->h : lanes->w;

    *first = (int)lround(fmax(day_at(browse, kit, calendar_year_start(year)), start));
    *end = (int)lround(fmin(day_at(browse, kit, calendar_year_start(year + 1)), start + length));
}

/* In the middle of the year, as long as nothing else stands there. False: it has no room. */
static bool draw_in_tracks(struct browse *browse, struct kit *kit, int year)
{
    const struct rect *lanes = &browse->plan.lanes;
    int pad = look_px(&kit->look, 10), top, bottom;
    const struct block *block = sentence(browse, kit, year, lanes->w - 2 * pad, 12);

    part_of(browse, kit, year, &top, &bottom);
    int middle = (top + bottom) / 2, half = block->height_px / 2 + pad / 2;
    double day = lanes_day(browse, middle - day_at(browse, kit, browse->camera.limit_first));
    double reach = browse->camera.days / browse->camera.length_px * half;
    if (2 * half > bottom - top || is_occupied(browse, kit, day - reach, day + reach, browse->plan.cluster / 2.0))
        return false;
    struct rect rect = {lanes->x + pad, middle - block->height_px / 2, lanes->w - 2 * pad, block->height_px};
    draw_fill(kit->draw, (struct rect){lanes->x + 2, middle - half, lanes->w - 4, 2 * half}, look_tone(&kit->look, TONE_PAPER));
    draw_sentence(browse, kit, year, block, rect, look_tone(&kit->look, TONE_PAPER));
    return true;
}

struct rows {
    int lane, first, count;
};

static bool meets(const struct browse *browse, const struct kit *kit, const struct rect *rect, double first, double end)
{
    int gap = browse->plan.gap;

    return lanes_screen(browse, kit, first) < rect->x + rect->w + gap && lanes_screen(browse, kit, end) > rect->x - gap;
}

static bool are_free(const struct browse *browse, const struct kit *kit, struct rows rows, const struct rect *rect)
{
    const struct lane_marks *marks = &browse->lanes[rows.lane];
    bool has_feet = browse->places[rows.lane].rows == 1;

    for (int i = 0; i < marks->layout.mark_count; i++) {
        const struct layout_mark *mark = &marks->layout.marks[i];
        if (mark->row >= rows.first && mark->row < rows.first + rows.count && meets(browse, kit, rect, mark->first, mark->end))
            return false;
    }
    for (int i = 0; i < marks->count && has_feet; i++)
        if (marks->items[i].is_span && meets(browse, kit, rect, marks->items[i].first, marks->items[i].end))
            return false;
    return true;
}

/* In as few rows as possible, rather close than silent; NULL = the year is too narrow. */
static const struct block *sentence_for_rows(struct browse *browse, struct kit *kit, int year, int width)
{
    int room = browse->plan.pitch - browse->plan.gap / 2;
    const struct block *block = NULL;

    if (width < 4 * kit->look.type[TYPE_SMALL].size_px)
        return NULL;
    for (int leading = 12; leading >= 10 && (!block || block->height_px > room); leading -= 2)
        block = sentence(browse, kit, year, width, leading);
    return block->widest_px <= width ? block : NULL;
}

static bool says_nothing(const struct kit *kit, int lane)
{
    char id[72];

    nothing_id(kit, lane, id);
    return ui_find(kit->ui, id) >= 0;
}

/* In the first rows that are free all through it. False: there are none. */
static bool draw_in_lanes(struct browse *browse, struct kit *kit, int year)
{
    int pad = look_px(&kit->look, 10), pitch = browse->plan.pitch, first, end;

    part_of(browse, kit, year, &first, &end);
    const struct block *block = sentence_for_rows(browse, kit, year, end - first - 2 * pad);
    if (!block)
        return false;
    struct rect rect = {(first + end - block->widest_px) / 2, 0, block->widest_px, block->height_px};
    for (int lane = 0; lane < browse->lane_count; lane++) {
        struct lane_place place = lanes_place(browse, kit, lane);
        struct rows rows = {lane, 0, (rect.h + browse->plan.gap / 2 + pitch - 1) / pitch};
        if (place.is_folded || says_nothing(kit, lane))
            continue;
        for (; rows.first + rows.count <= place.rows; rows.first++) {
            if (!are_free(browse, kit, rows, &rect))
                continue;
            rect.y = lanes_row_middle(browse, &place, rows.first) + (rows.count - 1) * pitch / 2 - rect.h / 2;
            draw_sentence(browse, kit, year, block, rect, look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER));
            return true;
        }
    }
    return false;
}

/* Without room for the sentence the year is in the dashed tab that stands for silence everywhere; axes speak the sentence. */
static void draw_tab(struct browse *browse, struct kit *kit, int year)
{
    bool is_upright = browse->plan.shape == SHAPE_TRACKS;
    char id[32];

    if (!is_upright && browse->level > LEVEL_YEARS) /* there months lie close below */
        return;

    snprintf(id, sizeof id, "year:%d", year);
    int at = ui_find(kit->ui, id);
    if (at >= 0)
        draw_dashed_frame(kit->draw, rect_inset(ui_at(kit->ui, at)->rect, look_px(&kit->look, is_upright ? 4 : -4), 2),
                          browse->plan.edge, look_tone(&kit->look, TONE_INK2));
}

void silence_draw_years(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    int year = calendar_date((int32_t)floor(camera->first_day)).year;

    for (; browse->silent_years && calendar_year_start(year) < camera->first_day + camera->days; year++) {
        if (!silence_is_in(browse, year) || overview_tells_silence(browse, kit, year))
            continue;
        if (!(browse->plan.shape == SHAPE_TRACKS ? draw_in_tracks(browse, kit, year) : draw_in_lanes(browse, kit, year)))
            draw_tab(browse, kit, year);
    }
}
