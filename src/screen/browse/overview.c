/* The strip "Who speaks when": a line for each document, filled where it has a dated statement, and the frame of the window. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"
#include "timeline/ticks.h"

enum { YEAR_GAP_PX = 6, YEARS_MOST = 40 };

static int line_pitch(const struct kit *kit, bool has_years)
{
    int small = kit->look.type[TYPE_SMALL].size_px * (has_years ? 87 : 100) / 100;
    int least = look_px(&kit->look, has_years ? 18 : 20);

    return small > least ? small : least;
}

/* From the top of the strip to its lines. */
static int lines_top(const struct kit *kit, bool has_years)
{
    return look_px(&kit->look, 3) + (has_years ? kit->look.type[TYPE_SMALL].size_px * 9 / 10 : 0);
}

int overview_height(const struct kit *kit, bool has_years)
{
    int lines = pack_exhibit(kit->pack).documents * line_pitch(kit, has_years), least = look_target_h(&kit->look);
    int height = lines_top(kit, has_years) + lines + look_px(&kit->look, 3);

    return height > least ? height : least;
}

static double day_x(const struct browse *browse, double day)
{
    const struct camera *camera = &browse->camera;

    return browse->plan.overview.x + (day - camera->limit_first) / camera->limit_days * browse->plan.overview.w;
}

static int line_y(const struct browse *browse, const struct kit *kit, int document)
{
    int pitch = line_pitch(kit, browse->plan.overview_has_years);

    return browse->plan.overview.y + lines_top(kit, browse->plan.overview_has_years) + document * pitch + pitch / 2;
}

/* From the first to the last line. */
static struct rect lines_of(const struct browse *browse, const struct kit *kit)
{
    struct rect rect = browse->plan.overview;
    int documents = pack_exhibit(kit->pack).documents;

    rect.y += lines_top(kit, browse->plan.overview_has_years);
    rect.h = documents * line_pitch(kit, browse->plan.overview_has_years);
    return rect;
}

/* ---- years ---- */

static const struct block *year_block(struct browse *browse, struct kit *kit, int year)
{
    return parts_block(kit, words_year(browse, kit, year), words_line(kit, FONT_NARROW_BOLD, TYPE_SMALL), 0);
}

static int year_x(const struct browse *browse, int year)
{
    return (int)lround(fmax(day_x(browse, calendar_year_start(year)), browse->plan.overview.x));
}

static void draw_year_line(struct browse *browse, struct kit *kit, int year, int next)
{
    struct rect lines = lines_of(browse, kit);
    int top = browse->plan.overview.y + look_px(&kit->look, 3);

    (void)next;
    draw_fill(kit->draw, (struct rect){year_x(browse, year), top, 1, lines.y + lines.h - top}, look_tone(&kit->look, TONE_RULE));
}

/* As far as the strip goes and up to the next one named. */
static void draw_year_name(struct browse *browse, struct kit *kit, int year, int next)
{
    const struct rect *strip = &browse->plan.overview;
    const struct block *block = year_block(browse, kit, year);
    int end = (int)lround(fmin(day_x(browse, calendar_year_start(next)), strip->x + strip->w));
    struct rect box = {year_x(browse, year) + look_px(&kit->look, YEAR_GAP_PX),
                       (strip->y + lines_of(browse, kit).y - block->height_px) / 2, block->widest_px, block->height_px};
    char id[32];

    if (box.x + box.w > end)
        return;
    snprintf(id, sizeof id, "overview:year:%d", year);
    parts_text(kit, id, "text", words_year(browse, kit, year), block->style, box, look_tone(&kit->look, TONE_INK),
               look_tone(&kit->look, TONE_PAPER));
}

/* So that one sees which years the window frames; where they are many, round ones. */
static void draw_years(struct browse *browse, struct kit *kit,
                       void (*draw_year)(struct browse *browse, struct kit *kit, int year, int next))
{
    const struct camera *camera = &browse->camera;
    int first = calendar_date((int32_t)camera->limit_first).year;
    double px_per_year = 365.25 * browse->plan.overview.w / camera->limit_days;
    int room = year_block(browse, kit, first < 1 ? first : 1888)->widest_px + 3 * look_px(&kit->look, YEAR_GAP_PX);
    int step = ticks_year_step(px_per_year, room);

    for (int year = ticks_floor(first, step);
         browse->plan.overview_has_years
         && calendar_year_start(ticks_round_year(year, step)) < camera->limit_first + camera->limit_days; year += step) {
        int named = ticks_round_year(year, step), next = ticks_round_year(year + step, step);
        bool is_of_exhibit = step == 1 || calendar_year_start(named) >= camera->limit_first;
        if (is_of_exhibit && ticks_has_name(year, step, px_per_year, room))
            draw_year(browse, kit, named, next);
    }
}

/* ---- voices ---- */

static void fill_days(struct browse *browse, struct kit *kit, double first_day, double end_day, int y, int high)
{
    const struct rect *strip = &browse->plan.overview;
    int first = (int)lround(fmax(day_x(browse, first_day), strip->x));
    int end = (int)lround(fmin(day_x(browse, end_day), strip->x + strip->w));

    if (end > first)
        draw_fill(kit->draw, (struct rect){first, y - high / 2, end - first > 2 ? end - first : 2, high},
                  look_tone(&kit->look, TONE_INK));
}

/* A document that speaks of a long time is silent in a year of which it names nothing. */
static void draw_days(struct browse *browse, struct kit *kit, struct pack_days days, int y, int high)
{
    double first = days.first_day, end = (double)days.last_day + 1;
    int year = calendar_date(days.first_day).year;

    for (; browse->silent_years && calendar_year_start(year) < end; year++) {
        if (!silence_is_in(browse, year))
            continue;
        fill_days(browse, kit, first, calendar_year_start(year), y, high);
        first = calendar_year_start(year + 1);
    }
    fill_days(browse, kit, first, end, y, high);
}

static void draw_bars(struct browse *browse, struct kit *kit, int document)
{
    int high = look_px(&kit->look, browse->plan.overview_has_years ? 10 : 12);

    for (int i = 0; i < pack_voice_count(kit->pack, document); i++)
        draw_days(browse, kit, pack_voice(kit->pack, document, i), line_y(browse, kit, document), high);
}

static void draw_siglum(struct browse *browse, struct kit *kit, int document)
{
    const struct rect *strip = &browse->plan.overview;
    bool is_mirrored = browse->plan.names.x > browse->plan.lanes.x;
    int gap = look_px(&kit->look, 14);
    struct pack_span span;
    const struct block *siglum = parts_block(kit, text_plain(pack_document(kit->pack, document).siglum, &span),
                                             words_line(kit, FONT_DISPLAY, TYPE_SMALL), 0);

    words_draw(kit, siglum, is_mirrored ? strip->x + strip->w + gap : strip->x - gap - siglum->widest_px,
               line_y(browse, kit, document) - siglum->height_px / 2, look_tone(&kit->look, TONE_INK));
}

/* Like after like: so they take few calls to paint. */
static void draw_voices(struct browse *browse, struct kit *kit)
{
    const struct rect *strip = &browse->plan.overview;
    int documents = pack_exhibit(kit->pack).documents;

    for (int d = 0; d < documents; d++)
        draw_fill(kit->draw, (struct rect){strip->x, line_y(browse, kit, d), strip->w, 1}, look_tone(&kit->look, TONE_RULE));
    for (int d = 0; d < documents; d++)
        draw_bars(browse, kit, d);
    for (int d = 0; d < documents; d++)
        draw_siglum(browse, kit, d);
}

static struct rect frame_of(const struct browse *browse, const struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    struct rect strip = lines_of(browse, kit);
    int first = (int)lround(day_x(browse, camera->first_day)),
        end = (int)lround(day_x(browse, camera->first_day + camera->days));
    int least = look_px(&kit->look, 16), pad = look_px(&kit->look, 3);

    if (end - first < least) {
        first -= (least - (end - first)) / 2;
        end = first + least;
    }
    return (struct rect){first - pad, strip.y - look_px(&kit->look, 1), end - first + 2 * pad,
                         strip.h + look_px(&kit->look, 2)};
}

static int frame_width(const struct browse *browse, const struct kit *kit)
{
    return look_px(&kit->look, travel_is_zoomed(browse) ? 5 : 4);
}

/* Whether a side of the frame of the window stands between two places. */
static bool frame_crosses(const struct browse *browse, const struct kit *kit, int first, int end)
{
    struct rect frame = frame_of(browse, kit);
    int width = frame_width(browse, kit), right = frame.x + frame.w;

    if (!travel_is_zoomed(browse))
        return false;
    return (frame.x < end && frame.x + width > first) || (right - width < end && right > first);
}

/* ---- silence ---- */

/* The words of a year's silence and where they stand; NULL = they have no room, or the frame would cross them. */
static const struct block *silence_block(struct browse *browse, struct kit *kit, int year, struct rect *rect)
{
    struct rect strip = rect_inset(lines_of(browse, kit), 0, frame_width(browse, kit) - look_px(&kit->look, 1));
    int x = (int)lround(day_x(browse, calendar_year_start(year))),
        end = (int)lround(day_x(browse, calendar_year_start(year + 1)));
    struct block_style style = parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL);
    int pad = look_px(&kit->look, 6), room = end - x - 2 * pad;
    const struct block *block = NULL;

    for (int leading = 12; leading >= 10 && (!block || block->height_px > strip.h); leading -= 2) { /* close, not silent */
        style.line_px = style.size_px * leading / 10;
        block = parts_block(kit, words_no_event(browse, kit, year), style, room);
    }
    if (block->height_px > strip.h || block->widest_px > room)
        return NULL;
    *rect = (struct rect){x + pad, strip.y + (strip.h - block->height_px) / 2, room, block->height_px};
    return frame_crosses(browse, kit, rect->x, rect->x + rect->w) ? NULL : block;
}

/* Silence is shown, not hidden: a year that no document dates anything to says so. */
static void draw_silence(struct browse *browse, struct kit *kit, int year)
{
    struct rect rect;
    const struct block *block = silence_block(browse, kit, year, &rect);
    char id[40];

    if (!block)
        return;
    snprintf(id, sizeof id, "overview:silence:%d", year);
    draw_fill(kit->draw, rect_inset(rect, -look_px(&kit->look, 3), 0), look_tone(&kit->look, TONE_PAPER));
    parts_text(kit, id, "text", words_no_event(browse, kit, year), block->style, rect,
               look_tone(&kit->look, TONE_INK2), look_tone(&kit->look, TONE_PAPER));
}

static bool are_silences_told(const struct browse *browse)
{
    const struct camera *camera = &browse->camera;
    int first = calendar_date((int32_t)camera->limit_first).year;

    return calendar_date((int32_t)(camera->limit_first + camera->limit_days) - 1).year - first <= YEARS_MOST;
}

bool overview_tells_silence(struct browse *browse, struct kit *kit, int year)
{
    struct rect rect;

    return browse->plan.overview.h > 0 && are_silences_told(browse) && silence_block(browse, kit, year, &rect);
}

static void draw_silences(struct browse *browse, struct kit *kit)
{
    int year = calendar_date((int32_t)browse->camera.limit_first).year;

    for (int last = year + YEARS_MOST; year <= last && are_silences_told(browse); year++)
        if (silence_is_in(browse, year))
            draw_silence(browse, kit, year);
}

/* An ink frame; its corners alone when the window spans everything. */
static void draw_frame_of_window(struct browse *browse, struct kit *kit)
{
    struct rect frame = frame_of(browse, kit);
    int width = frame_width(browse, kit), arm = look_px(&kit->look, 24);
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    if (travel_is_zoomed(browse)) {
        draw_frame(kit->draw, frame, width, ink);
        return;
    }
    for (int corner = 0; corner < 4; corner++) {
        bool right = corner & 1, low = corner & 2;
        int x = right ? frame.x + frame.w : frame.x, y = low ? frame.y + frame.h : frame.y;
        draw_fill(kit->draw, (struct rect){right ? x - arm : x, low ? y - width : y, arm, width}, ink);
        draw_fill(kit->draw, (struct rect){right ? x - width : x, low ? y - arm : y, width, arm}, ink);
    }
}

static void draw_words(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    bool is_mirrored = plan->names.x > plan->lanes.x;
    int siglum = look_px(&kit->look, 20) + kit->look.type[TYPE_SMALL].size_px * 2;
    struct rect box = {plan->names.x + (is_mirrored ? siglum : kit->look.margin), 0, plan->names.w - kit->look.margin - siglum,
                       0};
    struct block_style style = parts_style(kit, FONT_DISPLAY, TYPE_SMALL);
    const struct block *block = parts_block(kit, parts_string(kit, PACK_STRING_TIMELINE_WHO_SPEAKS), style, box.w);

    if (block->height_px > plan->overview.h)
        return;
    box.y = plan->overview.y + (plan->overview.h - block->height_px) / 2;
    parts_text(kit, "overview:title", "text", parts_string(kit, PACK_STRING_TIMELINE_WHO_SPEAKS), style, box,
               look_tone(&kit->look, TONE_INK), look_tone(&kit->look, TONE_PAPER));
}

void overview_draw(struct browse *browse, struct kit *kit)
{
    if (browse->plan.overview.h == 0)
        return;
    draw_words(browse, kit);
    draw_years(browse, kit, draw_year_line);
    draw_voices(browse, kit);
    draw_years(browse, kit, draw_year_name);
    draw_silences(browse, kit);
    draw_frame_of_window(browse, kit);

    struct ui_element view = parts_element(kit, "view:overview", "view", browse->plan.overview);
    view.hit = browse->plan.overview;
    view.view = VIEW_OVERVIEW;
    view.axes = GESTURE_X;
    ui_add(kit->ui, view);
}

void overview_gesture(struct browse *browse, struct kit *kit, const struct gesture *gesture)
{
    struct camera *camera = &browse->camera;
    double days_per_px = camera->limit_days / (browse->plan.overview.w > 0 ? browse->plan.overview.w : 1);

    if (!travel_is_zoomed(browse))
        return;
    if (gesture->kind == GESTURE_DRAG)
        travel_show(browse, kit, camera->first_day + (double)gesture->dx * days_per_px, camera->days, 0);
    if (gesture->kind == GESTURE_TAP)
        travel_show(browse, kit,
                    camera->limit_first + ((double)gesture->x - browse->plan.overview.x) * days_per_px - camera->days / 2,
                    camera->days, BROWSE_MOVE_MS);
}
