/* Silence is shown, not hidden: a lane with nothing in view and, in portrait, a year that no document dates anything to. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>

#include "timeline/calendar.h"

bool silence_is_in(const struct browse *browse, int year)
{
    int since = year - calendar_date((int32_t)browse->camera.limit_first).year;

    return since >= 0 && since < 64 && (browse->silent_years >> since & 1);
}

static void list_words(struct kit *kit, const char *id, struct rect rect, const struct block *block, const char *label,
                       uint32_t ground)
{
    struct ui_element element = parts_element(kit, id, "text", rect);

    element.label = label;
    element.font_px = block->style.size_px;
    element.cap_px = font_metrics(kit->fonts, block->style.role, block->style.size_px).cap_px;
    element.ink = look_tone(&kit->look, TONE_INK2);
    element.ground = ground;
    ui_add(kit->ui, element);
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
    words_draw(kit, block, rect.x, rect.y, look_tone(&kit->look, TONE_INK2));
    snprintf(id, sizeof id, "lane:%.50s:nothing", pack_lane(kit->pack, lane).id);
    list_words(kit, id, rect, block, words.bytes, look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER));
}

static double day_y(const struct browse *browse, const struct kit *kit, double day)
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
            if (y > day_y(browse, kit, first_day) - reach && y < day_y(browse, kit, end_day) + reach)
                return true;
        }
    }
    return false;
}

/* In the middle of the year, as long as nothing else stands there. */
static void draw_year(struct browse *browse, struct kit *kit, int year)
{
    const struct rect *lanes = &browse->plan.lanes;
    struct block_style style = parts_style(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL);
    int pad = look_px(&kit->look, 10), top = (int)lround(fmax(day_y(browse, kit, calendar_year_start(year)), lanes->y));
    int bottom = (int)lround(fmin(day_y(browse, kit, calendar_year_start(year + 1)), lanes->y + lanes->h));
    struct pack_text words = words_with_year(browse, kit, parts_string(kit, PACK_STRING_TIMELINE_NO_EVENT), year);
    char id[32];

    style.line_px = style.size_px * 12 / 10;
    const struct block *block = parts_block(kit, words, style, lanes->w - 2 * pad);
    int middle = (top + bottom) / 2, half = block->height_px / 2 + pad / 2;
    double day = lanes_day(browse, middle - day_y(browse, kit, browse->camera.limit_first));
    double reach = browse->camera.days / browse->camera.length_px * half;
    if (2 * half > bottom - top || is_occupied(browse, kit, day - reach, day + reach, browse->plan.cluster / 2.0))
        return;
    struct rect rect = {lanes->x + pad, middle - block->height_px / 2, lanes->w - 2 * pad, block->height_px};
    draw_fill(kit->draw, (struct rect){lanes->x + 2, middle - half, lanes->w - 4, 2 * half}, look_tone(&kit->look, TONE_PAPER));
    words_draw(kit, block, rect.x, rect.y, look_tone(&kit->look, TONE_INK2));
    snprintf(id, sizeof id, "silence:%d", year);
    list_words(kit, id, rect, block, words.bytes, look_tone(&kit->look, TONE_PAPER));
}

void silence_draw_years(struct browse *browse, struct kit *kit)
{
    const struct camera *camera = &browse->camera;
    int year = calendar_date((int32_t)floor(camera->first_day)).year;

    for (; browse->silent_years && calendar_year_start(year) < camera->first_day + camera->days; year++)
        if (silence_is_in(browse, year))
            draw_year(browse, kit, year);
}
