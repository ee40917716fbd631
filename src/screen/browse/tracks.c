/*
 * Portrait: time runs down, lanes are narrow tracks, and what they hold is read in one column beside them. Close up, the track
 * of the open lane is four, one for each document, and the others are as narrow as a bar.
 */
#include "screen/browse/browse.h"

#include <stdio.h>

static int folded_width(const struct browse *browse, const struct kit *kit)
{
    int wanted = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 22 : 30);
    int most = browse->plan.lanes.w / (2 * browse->lane_count);

    return wanted < most ? wanted : most;
}

void tracks_place(struct browse *browse, const struct kit *kit)
{
    int left = browse->plan.lanes.w, x = browse->plan.lanes.x;
    bool has_voices = voices_are_shown(browse);
    int folded = folded_width(browse, kit), open = left - (browse->lane_count - 1) * folded;

    for (int lane = 0; lane < browse->lane_count; lane++) {
        int width = left / (browse->lane_count - lane);
        if (has_voices)
            width = lane == browse->open_lane ? open : folded;
        browse->places[lane] = (struct lane_place){.top = x, .height = width, .rows = 1};
        x += width;
        left -= width;
    }
    browse->places_move = false;
}

int tracks_count(const struct browse *browse, const struct kit *kit)
{
    return browse->lane_count + (voices_are_shown(browse) ? pack_exhibit(kit->pack).documents - 1 : 0);
}

static struct track voice_track(const struct browse *browse, const struct kit *kit, int document)
{
    const struct lane_place *place = &browse->places[browse->open_lane];
    int documents = pack_exhibit(kit->pack).documents;
    int x = place->top + place->height * document / documents, end = place->top + place->height * (document + 1) / documents;

    return (struct track){x, end - x, browse->open_lane, document, &browse->voices[document]};
}

struct track tracks_at(const struct browse *browse, const struct kit *kit, int index)
{
    int documents = pack_exhibit(kit->pack).documents, open = voices_are_shown(browse) ? browse->open_lane : browse->lane_count;

    if (index >= open && index < open + documents)
        return voice_track(browse, kit, index - open);
    int lane = index > open ? index - documents + 1 : index;
    return (struct track){browse->places[lane].top, browse->places[lane].height, lane, -1, &browse->lanes[lane]};
}

struct track tracks_of(const struct browse *browse, const struct kit *kit, int lane, int document)
{
    if (document >= 0 && voices_are_shown(browse))
        return voice_track(browse, kit, document);
    return (struct track){browse->places[lane].top, browse->places[lane].height, lane, -1, &browse->lanes[lane]};
}

int track_mark_x(const struct track *track)
{
    return track->x
        + track->width * (track->marks->bar_count > 0 && (track->document >= 0 || track->width > 50) ? 66 : 50) / 100;
}

bool tracks_show(const struct browse *browse, double y)
{
    return y > browse->plan.axis.y - 1 && y < browse->plan.axis.y + browse->plan.axis.h + 1;
}

bool tracks_are_touched(const struct browse *browse, const struct kit *kit)
{
    return browse->lane_count > 0 && !voices_are_shown(browse)
        && browse->places[0].height >= look_target_w(&kit->look) + browse->plan.gap;
}

uint32_t tracks_ground(const struct kit *kit, int lane)
{
    return look_tone(&kit->look, lane % 2 == 0 ? TONE_SUNK : TONE_PAPER);
}

/* ---- heads ---- */

/* The sign of a lane; close up its name on a band of its colour above the tabs of the documents. */
static void draw_sign(struct browse *browse, struct kit *kit, int lane)
{
    const struct lane_place *place = &browse->places[lane];
    const struct rect *names = &browse->plan.names;
    struct pack_lane what = pack_lane(kit->pack, lane);
    int size = look_px(&kit->look, kit->look.form == FORM_SMALL_PORTRAIT ? 32 : 50), most = place->height - 4;
    int x = place->top + place->height / 2, y = names->y + names->h / 2;
    struct mark_style style = mark_style(kit, lane, tracks_ground(kit, lane));

    size = size < most ? size : most;
    bool is_legible = size >= browse->plan.small * 4 / 3; /* else the shape that all its marks have */
    if (what.motif >= 0 && is_legible && kit->look.theme == THEME_STANDARD) {
        struct pack_bytes picture = pack_picture(kit->pack, what.motif);
        draw_picture(kit->draw, picture.bytes, picture.bytes, picture.size,
                     (struct rect){x - size / 2, y - size / 2, size, size});
    } else {
        mark_draw(browse, kit, &style, x, y, size * 7 / 10, false);
    }
}

static bool speaks_in_view(const struct browse *browse, const struct kit *kit, const struct track *track)
{
    const struct layout *layout = &track->marks->layout;

    for (int i = 0; i < layout->mark_count; i++)
        if (tracks_show(browse, lanes_screen(browse, kit, layout->marks[i].mark)))
            return true;
    return track->marks->bar_count > 0;
}

/* In its tab, or where that is too narrow for letters that can be read, alone. */
static void draw_siglum(struct browse *browse, struct kit *kit, const struct track *track, int y, int height)
{
    int small = kit->look.type[TYPE_SMALL].size_px, tab = small * 13 / 10, wide = parts_tab_width(kit, track->document, tab);
    bool speaks = speaks_in_view(browse, kit, track);
    struct pack_span span;

    if (wide <= track->width - 4 && tab < height) {
        parts_tab(kit, track->document, speaks ? VOICE_SPEAKS : VOICE_SILENT, track->x + (track->width - wide) / 2,
                  y + (height - tab) / 2, tab);
        return;
    }
    const struct block *siglum = parts_block(kit, text_plain(pack_document(kit->pack, track->document).siglum, &span),
                                             words_line(kit, speaks ? FONT_NARROW_BOLD : FONT_NARROW, TYPE_SMALL), 0);
    if (siglum->widest_px <= track->width)
        words_draw(kit, siglum, track->x + (track->width - siglum->widest_px) / 2, y + (height - siglum->height_px) / 2,
                   look_tone(&kit->look, speaks ? TONE_INK : TONE_INK2));
}

static void draw_voices(struct browse *browse, struct kit *kit, int lane)
{
    const struct lane_place *place = &browse->places[lane];
    const struct rect *names = &browse->plan.names;
    uint32_t fill = look_lane(&kit->look, pack_lane(kit->pack, lane).colour);
    const struct block *name = parts_block(kit, pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, lane),
                                           words_line(kit, FONT_DISPLAY, TYPE_SMALL), 0);
    int band = name->style.size_px * 13 / 10;

    draw_fill(kit->draw, (struct rect){place->top, names->y, place->height, band}, fill);
    if (name->widest_px < place->height - 4)
        words_draw(kit, name, place->top + (place->height - name->widest_px) / 2, names->y + (band - name->height_px) / 2,
                   look_on(&kit->look, fill));
    for (int d = 0; d < pack_exhibit(kit->pack).documents; d++) {
        struct track track = tracks_of(browse, kit, lane, d);
        draw_siglum(browse, kit, &track, names->y + band, names->h - band);
    }
}

static void draw_head(struct browse *browse, struct kit *kit, int lane)
{
    if (voices_are_shown(browse) && lane == browse->open_lane)
        draw_voices(browse, kit, lane);
    else if (browse->plan.names.h > 0)
        draw_sign(browse, kit, lane);
}

/* ---- drawing ---- */

static void draw_grounds(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    int top = plan->names.y, bottom = plan->lanes.y + plan->lanes.h, width = look_px(&kit->look, 2);
    uint32_t ink = look_tone(&kit->look, TONE_INK);

    for (int lane = 0; lane < browse->lane_count; lane++)
        draw_fill(kit->draw, (struct rect){browse->places[lane].top, top, browse->places[lane].height, bottom - top},
                  tracks_ground(kit, lane));
    for (int lane = 0; lane < browse->lane_count; lane++)
        draw_fill(kit->draw, (struct rect){browse->places[lane].top - width / 2, top, width, bottom - top}, ink);
    for (int lane = 0; lane < browse->lane_count; lane++)
        draw_head(browse, kit, lane);
    for (int i = 0; i < tracks_count(browse, kit); i++) {
        struct track track = tracks_at(browse, kit, i);
        if (track.document > 0)
            draw_fill(kit->draw, (struct rect){track.x, plan->lanes.y, 1, plan->lanes.h}, ink);
    }
    draw_fill(kit->draw, (struct rect){plan->lanes.x + plan->lanes.w - width / 2, top, width, bottom - top}, ink);
    draw_fill(kit->draw, (struct rect){kit->area.x, plan->lanes.y - width, kit->area.w, width}, ink);
    draw_fill(kit->draw, (struct rect){kit->area.x, bottom, kit->area.w, width}, ink);
}

void tracks_draw(struct browse *browse, struct kit *kit)
{
    const struct plan *plan = &browse->plan;

    draw_grounds(browse, kit);
    track_axis_draw(browse, kit);
    track_cards_fill(browse, kit);
    draw_clip_push(kit->draw, (struct rect){plan->axis.x, plan->lanes.y, kit->area.w, plan->lanes.h});
    if (!kit->session->only_differing)
        silence_draw_years(browse, kit);
    track_marks_draw_bars(browse, kit);
    track_leaders_draw(browse, kit);
    track_marks_draw(browse, kit);
    track_cards_draw(browse, kit);
    draw_clip_pop(kit->draw);
}
