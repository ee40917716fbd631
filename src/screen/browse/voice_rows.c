/* The rows of an open lane: tab and name of the document, its marks, and below them its words in its own language. */
#include "screen/browse/browse.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { BAND_PX = 44, FAULT_PX = 7 };

static int row_height(const struct browse *browse, const struct kit *kit)
{
    int documents = pack_exhibit(kit->pack).documents;

    return browse->open_lane >= 0 && documents > 0 ? browse->places[browse->open_lane].height / documents : 0;
}

bool voice_rows_have_dates(const struct browse *browse, const struct kit *kit)
{
    return row_height(browse, kit) >= 2 * browse->plan.pitch;
}

int voice_rows_least(const struct browse *browse)
{
    return browse->plan.bare_pitch;
}

/* Two rows without dates are better than one with them: what lasts and what happens meanwhile can both be seen. */
int voice_rows_pitch(const struct browse *browse, const struct kit *kit)
{
    return voice_rows_have_dates(browse, kit) ? browse->plan.pitch : voice_rows_least(browse);
}

int voice_rows_count(const struct browse *browse, const struct kit *kit)
{
    int rows = row_height(browse, kit) / voice_rows_pitch(browse, kit);

    return rows < 1 ? 1 : rows > 3 ? 3 : rows;
}

struct rect voice_rows_rect(const struct browse *browse, const struct kit *kit, int document)
{
    struct lane_place place = lanes_place(browse, kit, browse->open_lane);
    int documents = pack_exhibit(kit->pack).documents;
    int top = place.top + place.height * document / documents, bottom = place.top + place.height * (document + 1) / documents;

    return (struct rect){kit->area.x, top, kit->area.w, bottom - top};
}

int voice_rows_middle(const struct browse *browse, const struct kit *kit, int document, int row)
{
    struct rect rect = voice_rows_rect(browse, kit, document);
    int rows = voice_rows_count(browse, kit), pitch = voice_rows_pitch(browse, kit);

    return rect.y + (rect.h - rows * pitch) / 2 + row * pitch + pitch / 2;
}

static uint32_t ground_of(const struct browse *browse, const struct kit *kit)
{
    return look_tone(&kit->look, browse->open_lane % 2 == 0 ? TONE_SUNK : TONE_PAPER);
}

/* ---- heads ---- */

static bool is_mirrored(const struct browse *browse)
{
    return browse->plan.names.x > browse->plan.lanes.x;
}

/* The lane's name, reading upwards on a band of its colour. */
static void draw_band(struct browse *browse, struct kit *kit)
{
    struct lane_place place = lanes_place(browse, kit, browse->open_lane);
    uint32_t fill = look_lane(&kit->look, pack_lane(kit->pack, browse->open_lane).colour);
    const struct rect *names = &browse->plan.names;
    int width = look_px(&kit->look, BAND_PX), x = is_mirrored(browse) ? names->x + names->w - width : names->x;
    struct pack_text words = pack_text(kit->pack, kit->session->language, PACK_LANE_NAME, browse->open_lane);
    const struct block *name = parts_block(kit, words, words_line(kit, FONT_DISPLAY, TYPE_SMALL), 0);
    char id[72];

    draw_fill(kit->draw, (struct rect){x, place.top, width, place.height}, fill);
    if (name->widest_px < place.height)
        draw_block_turned(kit->draw, name, 1, x + (width - name->height_px) / 2,
                          place.top + (place.height - name->widest_px) / 2,
                          (struct draw_ink){.colour = look_on(&kit->look, fill), .mark_ground = DRAW_NO_GROUND});
    snprintf(id, sizeof id, "lane:%s", pack_lane(kit->pack, browse->open_lane).id);
    struct ui_element element = parts_element(kit, id, "heading", (struct rect){x, place.top, width, place.height});
    element.label = words.bytes;
    element.font_px = name->style.size_px;
    element.cap_px = font_metrics(kit->fonts, FONT_DISPLAY, name->style.size_px).cap_px;
    element.ink = look_on(&kit->look, fill);
    element.ground = fill;
    ui_add(kit->ui, element);
}

static bool has_marks_in_view(const struct browse *browse, const struct kit *kit, int document)
{
    const struct layout *layout = &browse->voices[document].layout;
    const struct rect *lanes = &browse->plan.lanes;

    for (int i = 0; i < layout->mark_count; i++)
        if (lanes_screen(browse, kit, layout->marks[i].body_end) > lanes->x
            && lanes_screen(browse, kit, layout->marks[i].body_first) < lanes->x + lanes->w)
            return true;
    return false;
}

static void draw_head(struct browse *browse, struct kit *kit, int document)
{
    struct rect row = voice_rows_rect(browse, kit, document);
    const struct rect *names = &browse->plan.names;
    int band = look_px(&kit->look, BAND_PX), gap = look_px(&kit->look, 14);
    int small = kit->look.type[TYPE_SMALL].size_px * 13 / 10, least = look_px(&kit->look, 32);
    int high = small > least ? small : least;
    enum voice voice = has_marks_in_view(browse, kit, document) ? VOICE_SPEAKS : VOICE_SILENT;
    int beyond = look_px(&kit->look, 12);
    int tab = parts_tab_width(kit, document, high), room = names->w - band - 2 * gap - tab - beyond;
    int x = is_mirrored(browse) ? names->x + names->w - band - gap - tab : names->x + band + gap;
    struct block_style style = parts_style(kit, kit->look.step == TEXT_A_PLUS_PLUS ? FONT_NARROW : FONT_MUSEUM, TYPE_SMALL);
    char id[72];

    style.line_px = style.size_px * 12 / 10;
    parts_tab(kit, document, voice, x, row.y + (row.h - high) / 2, high);
    struct pack_text words = pack_text(kit->pack, kit->session->language, PACK_DOCUMENT_SHORT, document);
    const struct block *name = parts_block(kit, words, style, room);
    struct rect box = {is_mirrored(browse) ? names->x + beyond : x + tab + gap, row.y + (row.h - name->height_px) / 2, room,
                       name->height_px};
    snprintf(id, sizeof id, "voice:%s", pack_document(kit->pack, document).siglum);
    if (name->height_px <= row.h)
        parts_text(kit, id, "heading", words, style, box, look_tone(&kit->look, TONE_INK), ground_of(browse, kit));
}

static void draw_nothing(struct browse *browse, struct kit *kit, int document)
{
    struct block_style style = words_line(kit, FONT_DOCUMENT_ITALIC, TYPE_SMALL);
    struct pack_text words = parts_string(kit, PACK_STRING_TIMELINE_NOTHING);
    struct rect row = voice_rows_rect(browse, kit, document);
    int line = kit->look.type[TYPE_SMALL].line_px, size = browse->plan.small, pad = look_px(&kit->look, 16);
    const struct rect *lanes = &browse->plan.lanes;
    int width = parts_block(kit, words, style, 0)->widest_px;
    int x = is_mirrored(browse) ? lanes->x + lanes->w - pad - size : lanes->x + pad;
    struct rect box = {is_mirrored(browse) ? x - pad - width : x + size + pad, row.y + (row.h - line) / 2, width, line};
    char id[72];

    draw_dashed_frame(kit->draw, (struct rect){x, row.y + (row.h - size) / 2, size, size}, look_px(&kit->look, 2),
                      look_tone(&kit->look, TONE_INK2));
    draw_fill(kit->draw, rect_inset(box, -look_px(&kit->look, 4), 0), ground_of(browse, kit));
    snprintf(id, sizeof id, "voice:%s:nothing", pack_document(kit->pack, document).siglum);
    parts_text(kit, id, "text", words, style, box, look_tone(&kit->look, TONE_INK2), ground_of(browse, kit));
}

/* ---- the fault ---- */

static bool differing_place(struct browse *browse, struct kit *kit, int document, int entry, struct draw_point *point)
{
    const struct layout_mark *mark = voices_differing(browse, kit, document, entry);

    if (!mark || mark->kind != LAYOUT_KEY || browse->voices[document].entries[mark->item] != entry)
        return false;
    *point = (struct draw_point){(float)lanes_screen(browse, kit, mark->mark),
                                 (float)voice_rows_middle(browse, kit, document, mark->row)};
    return true;
}

static bool is_near_window(const struct browse *browse, struct draw_point point)
{
    const struct rect *lanes = &browse->plan.lanes;

    return point.x > (float)(lanes->x - lanes->w) && point.x < (float)(lanes->x + 2 * lanes->w);
}

/* The next row in which the entry stands on another day; -1 = none. */
static int next_differing(struct browse *browse, struct kit *kit, int document, int entry, struct draw_point *point)
{
    for (int other = document + 1; other < pack_exhibit(kit->pack).documents; other++)
        if (differing_place(browse, kit, other, entry, point))
            return other;
    return -1;
}

/* The same event in two rows on two days: the fault goes from one to the other. */
static void draw_faults(struct browse *browse, struct kit *kit)
{
    int documents = pack_exhibit(kit->pack).documents;

    for (int d = 0; d + 1 < documents; d++) {
        const struct lane_marks *marks = &browse->voices[d];
        for (int i = 0; i < marks->count; i++) {
            struct draw_point from, to;
            if (differing_place(browse, kit, d, marks->entries[i], &from) && is_near_window(browse, from)
                && next_differing(browse, kit, d, marks->entries[i], &to) >= 0)
                draw_line(kit->draw, from, to, (float)look_px(&kit->look, FAULT_PX), mark_differs(kit));
        }
    }
}

/* Where faults go through the row of a document that does not take part in them. */
static void take_faults(struct browse *browse, struct kit *kit, struct row_room *row)
{
    for (int d = 0; d < row->document; d++) {
        const struct lane_marks *marks = &browse->voices[d];
        for (int i = 0; i < marks->count && row->taken_count < ROW_TAKEN_MOST; i++) {
            struct draw_point from, to;
            if (!differing_place(browse, kit, d, marks->entries[i], &from)
                || next_differing(browse, kit, d, marks->entries[i], &to) <= row->document)
                continue;
            int first = (int)fminf(from.x, to.x), end = (int)fmaxf(from.x, to.x);
            row->taken[row->taken_count++] = (struct rect){first, row->rect.y, end - first + 1, row->rect.h};
        }
    }
}

void voice_rows_draw_drops(struct browse *browse, struct kit *kit)
{
    int documents = pack_exhibit(kit->pack).documents, width = look_px(&kit->look, 3) > 2 ? look_px(&kit->look, 3) : 2;

    if (kit->look.theme == THEME_CONTRAST) /* white behind white bars and beside white lines of weeks */
        return;
    draw_clip_push(kit->draw, browse->plan.lanes);
    for (int d = 0; d < documents; d++) {
        const struct lane_marks *marks = &browse->voices[d];
        for (int i = 0; i < marks->count; i++) {
            struct draw_point point;
            if (differing_place(browse, kit, d, marks->entries[i], &point) && is_near_window(browse, point))
                draw_fill(
                    kit->draw,
                    (struct rect){(int)point.x - width / 2, browse->plan.lanes.y, width, (int)point.y - browse->plan.lanes.y},
                    look_tone(&kit->look, TONE_RED));
        }
    }
    draw_clip_pop(kit->draw);
}

/* ---- rows ---- */

static int by_place(const void *a, const void *b)
{
    const struct shown *x = a, *y = b;

    return x->x < y->x ? -1 : x->x > y->x;
}

static void draw_row(struct browse *browse, struct kit *kit, int document)
{
    struct shown shown[ROW_SHOWN_MOST];
    const struct lane_marks *marks = &browse->voices[document];
    int count = 0;

    for (int i = 0; i < marks->layout.mark_count && count < ROW_SHOWN_MOST; i++) {
        shown[count] = (struct shown){.lane = browse->open_lane,
                                      .marks = marks,
                                      .mark = &marks->layout.marks[i],
                                      .document = document,
                                      .pitch = voice_rows_pitch(browse, kit),
                                      .ground = ground_of(browse, kit),
                                      .y = voice_rows_middle(browse, kit, document, marks->layout.marks[i].row)};
        count += marks_show(browse, kit, &shown[count]);
    }
    qsort(shown, (size_t)count, sizeof *shown, by_place);
    marks_draw_all(browse, kit, shown, count);
    struct row_room room = {.document = document, .rect = voice_rows_rect(browse, kit, document),
                            .ground = ground_of(browse, kit)};
    draw_clip_push(kit->draw, browse->plan.lanes);
    for (int i = 0; i < count; i++) {
        room.taken[room.taken_count++] = shown[i].part;
        if (voice_rows_count(browse, kit) > 1 && (shown[i].mark->kind == LAYOUT_KEY || shown[i].mark->kind == LAYOUT_SPAN))
            room.taken[room.taken_count++] = mark_draw_quotation(browse, kit, &shown[i]);
    }
    take_faults(browse, kit, &room);
    bool has_notes = row_notes_draw(browse, kit, &room);
    draw_clip_pop(kit->draw);
    bool is_filtered_out = kit->session->only_differing && !lanes_any_visible(browse, kit); /* said once for all */
    if (count == 0 && !has_notes && !is_filtered_out)
        draw_nothing(browse, kit, document);
}

void voice_rows_draw(struct browse *browse, struct kit *kit)
{
    int documents = pack_exhibit(kit->pack).documents, width = look_px(&kit->look, 2) > 1 ? look_px(&kit->look, 2) : 1;
    struct lane_place place = lanes_place(browse, kit, browse->open_lane);

    draw_clip_push(kit->draw, (struct rect){kit->area.x, place.top, kit->area.w, place.height});
    draw_band(browse, kit);
    draw_clip_push(kit->draw, browse->plan.lanes);
    draw_faults(browse, kit);
    draw_clip_pop(kit->draw);
    for (int d = 0; d < documents; d++) {
        struct rect row = voice_rows_rect(browse, kit, d);
        int left = is_mirrored(browse) ? 0 : look_px(&kit->look, BAND_PX);
        if (d > 0)
            draw_fill(kit->draw, (struct rect){row.x + left, row.y - width / 2, row.w - left, width},
                      look_tone(&kit->look, TONE_INK));
        draw_head(browse, kit, d);
        draw_row(browse, kit, d);
    }
    draw_clip_pop(kit->draw);
}
