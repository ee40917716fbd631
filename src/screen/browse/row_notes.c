/*
 * What is said in a document's row beside its marks and words: that it is silent about what others date differently, and the
 * editors' word on that. Both give way: they stand where nothing else does, or not at all.
 */
#include "screen/browse/browse.h"

#include <stdio.h>

enum { NOTES_MOST = 4 };

/* How long lines may be, in heights of a letter, the best first: a silence in two short lines, the editors' word in few. */
static const int silence_ems[] = {15, 22, 11}, editors_ems[] = {22, 15, 11};

enum { SHAPES = 3 };

/* ---- room ---- */

/* Of that size, the first along the axis at that height; false: everything there is taken. */
static bool find_at(const struct browse *browse, const struct row_room *row, struct rect *rect)
{
    const struct rect *lanes = &browse->plan.lanes;
    int gap = browse->plan.gap + browse->plan.label_gap, i = 0;

    for (rect->x = lanes->x + browse->plan.label_gap; i < row->taken_count; i++) {
        const struct rect *taken = &row->taken[i];
        if (!rect_meets(rect_inset(*rect, -gap, 0), *taken))
            continue;
        rect->x = taken->x + taken->w + gap + 1;
        i = -1; /* what was passed may meet it here */
    }
    return rect->x + rect->w + browse->plan.label_gap <= lanes->x + lanes->w;
}

/* In the middle of the document's row if that is free, else level with its last or its first row of labels. */
static bool find_room(const struct browse *browse, const struct kit *kit, const struct row_room *row, struct rect *rect)
{
    int least = row->rect.y + browse->plan.gap / 2, last = row->rect.y + row->rect.h - browse->plan.gap / 2 - rect->h;
    int labels = voice_rows_count(browse, kit);
    const int middles[] = {row->rect.y + row->rect.h / 2, voice_rows_middle(browse, kit, row->document, labels - 1),
                           voice_rows_middle(browse, kit, row->document, 0)};

    for (int i = 0; i < 3 && least <= last; i++) {
        int top = middles[i] - rect->h / 2;
        rect->y = top < least ? least : top > last ? last : top;
        if (find_at(browse, row, rect))
            return true;
    }
    return false;
}

static void take(struct row_room *row, struct rect rect)
{
    if (row->taken_count < ROW_TAKEN_MOST)
        row->taken[row->taken_count++] = rect;
}

/* ---- silence ---- */

/* Where others differ, the answer that a document which does not speak of the entry is silent; -1 = none. */
static int silent_answer(struct kit *kit, int entry, int document)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    int silent = -1;

    for (int d = 0; d < what.disagreement_count && !(what.speaks >> document & 1); d++) {
        struct pack_disagreement disagreement = pack_disagreement(kit->pack, what.first_disagreement + d);
        for (int i = disagreement.first_answer; i < disagreement.first_answer + disagreement.answer_count; i++) {
            struct pack_answer answer = pack_answer(kit->pack, i);
            bool has_note = pack_text(kit->pack, kit->session->language, PACK_NOTE, i).length > 0;
            if (answer.document == document && answer.is_silent && (silent < 0 || has_note))
                silent = i;
        }
    }
    return silent;
}

/* It happens in view and has a mark of its own there; what only goes on does not count. */
static bool is_seen(const struct browse *browse, const struct kit *kit, int document, int entry)
{
    const struct lane_marks *marks = &browse->voices[document];
    const struct layout_mark *mark = lane_marks_find(marks, entry);
    const struct rect *lanes = &browse->plan.lanes;

    if (!mark || mark->item < 0 || marks->entries[mark->item] != entry)
        return false;
    const struct layout_item *item = &marks->items[mark->item];
    double first = lanes_screen(browse, kit, item->is_span ? item->first : mark->mark);
    double end = lanes_screen(browse, kit, item->is_span ? item->end : mark->mark);
    return (first >= lanes->x && first <= lanes->x + lanes->w) || (end >= lanes->x && end <= lanes->x + lanes->w);
}

static bool is_among(const int *entries, int count, int entry)
{
    for (int i = 0; i < count; i++)
        if (entries[i] == entry)
            return true;
    return false;
}

/* What happens in view, what others differ on and this document says nothing of; the entry in focus first. */
static int silent_entries(const struct browse *browse, struct kit *kit, int document, int entries[NOTES_MOST])
{
    int count = 0;

    for (int d = 0; d < pack_exhibit(kit->pack).documents; d++) {
        const struct lane_marks *marks = &browse->voices[d];
        for (int i = 0; i < marks->count && count < NOTES_MOST; i++) {
            int entry = marks->entries[i];
            if (d == document || is_among(entries, count, entry) || !is_seen(browse, kit, d, entry)
                || silent_answer(kit, entry, document) < 0)
                continue;
            entries[count++] = entry;
            if (entry == browse->focus_entry) {
                entries[count - 1] = entries[0];
                entries[0] = entry;
            }
        }
    }
    return count;
}

/* What the content notes about the silence; else the entry by its name and that the document does not mention it. */
struct silence {
    int entry;
    struct pack_text name, sentence; /* name empty: the sentence says it */
    struct block_style name_style, style;
    int size; /* of the mark */
};

static struct silence silence_of(const struct browse *browse, struct kit *kit, int entry, int document)
{
    int language = kit->session->language;
    struct silence silence = {.entry = entry,
                              .sentence = pack_text(kit->pack, language, PACK_NOTE, silent_answer(kit, entry, document)),
                              .name_style = words_line(kit, FONT_MUSEUM_BOLD, TYPE_SMALL),
                              .style = parts_style(kit, FONT_MUSEUM, TYPE_SMALL),
                              .size = browse->plan.small * 13 / 10};

    silence.style.line_px = silence.name_style.line_px = silence.style.size_px * 12 / 10;
    if (silence.sentence.length == 0) {
        silence.name = pack_text(kit->pack, language, PACK_ENTRY_SHORT, entry);
        silence.sentence = parts_string(kit, PACK_STRING_EVENT_SILENT);
    }
    return silence;
}

/* Mark and words with lines of that width; without width where a word is wider. */
static struct rect measure_silence(const struct browse *browse, struct kit *kit, const struct silence *silence, int width)
{
    const struct block *block = parts_block(kit, silence->sentence, silence->style, width);
    struct rect rect = {.w = block->widest_px, .h = block->height_px};

    if (rect.w > width)
        return (struct rect){0};
    if (silence->name.length > 0) {
        int name = parts_block(kit, silence->name, silence->name_style, 0)->widest_px;
        rect.w = name > rect.w ? name : rect.w;
        rect.h += silence->name_style.line_px;
    }
    rect.w += silence->size + browse->plan.label_gap;
    rect.h = rect.h > silence->size ? rect.h : silence->size;
    return rect;
}

static void draw_silence_at(struct browse *browse, struct kit *kit, const struct row_room *row, const struct silence *silence,
                            struct rect rect)
{
    bool is_mirrored = parts_is_mirrored(kit);
    int size = silence->size, mark = size + browse->plan.label_gap, edge = look_px(&kit->look, 2);
    uint32_t ink = look_tone(&kit->look, TONE_INK2);
    struct rect box = {is_mirrored ? rect.x : rect.x + mark, rect.y, rect.w - mark, 0};
    const char *siglum = pack_document(kit->pack, row->document).siglum, *entry = pack_entry(kit->pack, silence->entry).id;
    char id[72];

    draw_fill(kit->draw, rect_inset(rect, -look_px(&kit->look, 4), 0), row->ground);
    draw_dashed_shape(kit->draw, mark_style(kit, browse->open_lane, row->ground).shape,
                      (struct rect){is_mirrored ? rect.x + rect.w - size : rect.x, rect.y + (rect.h - size) / 2, size, size},
                      row->ground, edge > 2 ? edge : 2, ink);
    snprintf(id, sizeof id, "voice:%.8s:silent:%.40s:name", siglum, entry);
    if (silence->name.length > 0)
        box.y += parts_text(kit, id, "text", silence->name, silence->name_style, box, ink, row->ground);
    else /* a single line is level with the mark */
        box.y += (rect.h - parts_block(kit, silence->sentence, silence->style, box.w)->height_px) / 2;
    snprintf(id, sizeof id, "voice:%.8s:silent:%.40s", siglum, entry);
    parts_text(kit, id, "text", silence->sentence, silence->style, box, ink, row->ground);
}

static void draw_silence(struct browse *browse, struct kit *kit, struct row_room *row, int entry)
{
    struct silence silence = silence_of(browse, kit, entry, row->document);

    for (int i = 0; i < SHAPES; i++) {
        struct rect rect = measure_silence(browse, kit, &silence, silence.style.size_px * silence_ems[i]);
        if (rect.w == 0 || !find_room(browse, kit, row, &rect))
            continue;
        draw_silence_at(browse, kit, row, &silence, rect);
        take(row, rect);
        return;
    }
}

/* ---- the editors' word ---- */

/* Of a moment in view, where it had no room beside the last document's words. */
static void draw_editors(struct browse *browse, struct kit *kit, struct row_room *row, int entry)
{
    struct pack_text sentence = pack_text(kit->pack, kit->session->language, PACK_EDITORS, voices_disagreement(kit, entry));
    char id[72];

    snprintf(id, sizeof id, "editors:%.50s", pack_entry(kit->pack, entry).id);
    if (sentence.length == 0 || ui_find(kit->ui, id) >= 0)
        return;
    for (int i = 0; i < SHAPES; i++) {
        int width = kit->look.type[TYPE_SMALL].size_px * editors_ems[i];
        struct rect rect = {0, 0, width, parts_editors_note_height(kit, sentence, TYPE_SMALL, width)};
        if (!find_room(browse, kit, row, &rect))
            continue;
        draw_fill(kit->draw, rect, row->ground);
        parts_editors_note(kit, id, sentence, TYPE_SMALL, rect.x, rect.y, width, look_tone(&kit->look, TONE_INK), row->ground);
        take(row, rect);
        return;
    }
}

bool row_notes_draw(struct browse *browse, struct kit *kit, struct row_room *row)
{
    const struct rect *lanes = &browse->plan.lanes;
    const struct lane_marks *marks = &browse->voices[row->document];
    int entries[NOTES_MOST], taken = row->taken_count, count = silent_entries(browse, kit, row->document, entries);

    for (int i = 0; i < marks->layout.mark_count; i++) {
        const struct layout_mark *mark = &marks->layout.marks[i];
        int entry = mark->item >= 0 ? marks->entries[mark->item] : -1;
        double x = lanes_screen(browse, kit, mark->mark);
        if (mark->kind != LAYOUT_KEY || entry < 0 || x < lanes->x || x > lanes->x + lanes->w)
            continue;
        struct pack_entry what = pack_entry(kit->pack, entry);
        if (voices_disagreement(kit, entry) >= 0 && voices_last(&what) == row->document)
            draw_editors(browse, kit, row, entry);
    }
    for (int i = 0; i < count; i++)
        draw_silence(browse, kit, row, entries[i]);
    return row->taken_count > taken;
}
