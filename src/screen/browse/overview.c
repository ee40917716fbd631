/* The strip "Who speaks when": a line for each document, filled where it has a dated statement, and the frame of the window. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

static int line_pitch(const struct kit *kit)
{
    int small = kit->look.type[TYPE_SMALL].size_px;

    return small > look_px(&kit->look, 20) ? small : look_px(&kit->look, 20);
}

int overview_height(struct browse *browse, struct kit *kit)
{
    int lines = pack_exhibit(kit->pack).documents * line_pitch(kit) + look_px(&kit->look, 6);

    (void)browse;
    return lines > look_target_h(&kit->look) ? lines : look_target_h(&kit->look);
}

static double day_x(const struct browse *browse, double day)
{
    const struct camera *camera = &browse->camera;

    return browse->plan.overview.x + (day - camera->limit_first) / camera->limit_days * browse->plan.overview.w;
}

static int line_y(const struct browse *browse, const struct kit *kit, int document)
{
    return browse->plan.overview.y + look_px(&kit->look, 3) + document * line_pitch(kit) + line_pitch(kit) / 2;
}

/* From the first to the last line. */
static struct rect lines_of(const struct browse *browse, const struct kit *kit)
{
    struct rect rect = browse->plan.overview;
    int documents = pack_exhibit(kit->pack).documents;

    rect.y += look_px(&kit->look, 3);
    rect.h = documents * line_pitch(kit);
    return rect;
}

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

static void draw_voice(struct browse *browse, struct kit *kit, int document)
{
    const struct rect *strip = &browse->plan.overview;
    int y = line_y(browse, kit, document), high = look_px(&kit->look, 12);
    uint32_t ink = look_tone(&kit->look, TONE_INK);
    struct pack_span span;
    const struct block *siglum = parts_block(kit, text_plain(pack_document(kit->pack, document).siglum, &span),
                                             words_line(kit, FONT_DISPLAY, TYPE_SMALL), 0);
    bool is_mirrored = browse->plan.names.x > browse->plan.lanes.x;
    int gap = look_px(&kit->look, 14);

    words_draw(kit, siglum, is_mirrored ? strip->x + strip->w + gap : strip->x - gap - siglum->widest_px,
               y - siglum->height_px / 2, ink);
    draw_fill(kit->draw, (struct rect){strip->x, y, strip->w, 1}, look_tone(&kit->look, TONE_RULE));
    for (int i = 0; i < pack_voice_count(kit->pack, document); i++) {
        struct pack_days days = pack_voice(kit->pack, document, i);
        draw_days(browse, kit, days, y, high);
    }
}

/* Silence is shown, not hidden: a year that no document dates anything to says so. */
static void draw_silence(struct browse *browse, struct kit *kit, int year)
{
    struct rect strip = lines_of(browse, kit);
    int x = (int)lround(day_x(browse, calendar_year_start(year))),
        end = (int)lround(day_x(browse, calendar_year_start(year + 1)));
    struct block_style style = parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL);
    int pad = look_px(&kit->look, 6);
    const struct block *block = NULL;

    for (int leading = 12; leading >= 10; leading -= 2) { /* rather close than silent */
        style.line_px = style.size_px * leading / 10;
        block = parts_block(kit, words_no_event(browse, kit, year), style,
                            end - x - 2 * pad);
        if (block->height_px <= strip.h)
            break;
    }
    if (block->height_px > strip.h || block->widest_px > end - x - 2 * pad)
        return;
    int y = strip.y + (strip.h - block->height_px) / 2;
    draw_fill(kit->draw, (struct rect){x + pad / 2, y, end - x - pad, block->height_px}, look_tone(&kit->look, TONE_PAPER));
    words_draw(kit, block, x + pad, y, look_tone(&kit->look, TONE_INK2));
    char id[40];
    snprintf(id, sizeof id, "overview:silence:%d", year);
    struct ui_element element = parts_element(kit, id, "text",
                                              (struct rect){x + pad, y, end - x - 2 * pad, block->height_px});
    element.label = words_no_event(browse, kit, year).bytes;
    element.font_px = style.size_px;
    element.cap_px = font_metrics(kit->fonts, style.role, style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK2);
    element.ground = look_tone(&kit->look, TONE_PAPER);
    ui_add(kit->ui, element);
}

static void draw_silences(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    int first = calendar_date((int32_t)camera->limit_first).year;
    int last = calendar_date((int32_t)(camera->limit_first + camera->limit_days) - 1).year;

    if (last - first > 40)
        return;
    for (int year = first; year <= last; year++)
        if (silence_is_in(browse, year))
            draw_silence(browse, kit, year);
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

/* An ink frame; its corners alone when the window spans everything. */
static void draw_frame_of_window(struct browse *browse, struct kit *kit)
{
    struct rect frame = frame_of(browse, kit);
    int width = look_px(&kit->look, travel_is_zoomed(browse) ? 5 : 4), arm = look_px(&kit->look, 24);
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
    int documents = pack_exhibit(kit->pack).documents;

    if (browse->plan.overview.h == 0)
        return;
    draw_words(browse, kit);
    for (int d = 0; d < documents; d++)
        draw_voice(browse, kit, d);
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
