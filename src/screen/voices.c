/*
 * Close up, a lane opens into its voices: one row for each document, with its own dates. A document that gives a day of its own
 * stands on that day; one that names the month has a bracket; the others stand where the entry does.
 */
#include "screen/browse.h"

#include <math.h>
#include <stdlib.h>

enum { IMPORTANCE_COUNT = 4 };

bool voices_are_shown(const struct browse *browse)
{
    return browse->level == LEVEL_DAYS && browse->plan.shape == SHAPE_LANES && browse->open_lane >= 0;
}

double voices_first_day(const struct browse *browse)
{
    return browse->camera.first_day - browse->camera.days / 2;
}

double voices_end_day(const struct browse *browse)
{
    return browse->camera.first_day + browse->camera.days * 3 / 2;
}

int voices_source(struct kit *kit, int entry, int document)
{
    struct pack_entry what = pack_entry(kit->pack, entry);

    for (int i = 0; i < what.source_count; i++)
        if (pack_source(kit->pack, what.first_source + i).document == document)
            return what.first_source + i;
    return -1;
}

static int dated_documents(struct kit *kit, const struct pack_disagreement *disagreement)
{
    unsigned documents = 0;

    for (int i = 0; i < disagreement->answer_count; i++) {
        struct pack_answer answer = pack_answer(kit->pack, disagreement->first_answer + i);
        if (answer.has_date && !answer.is_silent)
            documents |= 1u << answer.document;
    }
    return __builtin_popcount(documents);
}

/* What lasts has two ends, and a comparison does not say which of them it is about: only moments move. */
bool voices_own_date(struct kit *kit, int entry, int document, struct pack_date *date, int *answer, bool *differs)
{
    struct pack_entry what = pack_entry(kit->pack, entry);

    for (int d = 0; d < what.disagreement_count && !what.is_span; d++) {
        struct pack_disagreement disagreement = pack_disagreement(kit->pack, what.first_disagreement + d);
        if (dated_documents(kit, &disagreement) < 2)
            continue;
        for (int i = 0; i < disagreement.answer_count; i++) {
            struct pack_answer found = pack_answer(kit->pack, disagreement.first_answer + i);
            if (found.document != document || found.is_silent || !found.has_date)
                continue;
            *date = found.date;
            *answer = disagreement.first_answer + i;
            *differs = found.differs;
            return true;
        }
    }
    return false;
}

int voices_red_days(struct browse *browse, struct kit *kit, int32_t *days, int most)
{
    const struct camera *camera = &browse->camera;
    int count = 0;

    for (int document = 0; voices_are_shown(browse) && document < pack_exhibit(kit->pack).documents; document++) {
        const struct lane_marks *marks = &browse->voices[document];
        for (int i = 0; i < marks->count && count < most; i++) {
            struct pack_date date;
            int answer;
            bool differs;
            if (!voices_own_date(kit, marks->entries[i], document, &date, &answer, &differs) || !differs
                || date.precision != PACK_DAY)
                continue;
            if (date.first_day + 1 > camera->first_day && date.first_day < camera->first_day + camera->days)
                days[count++] = date.first_day;
        }
    }
    return count;
}

/* ---- layout ---- */

static void place_item(struct browse *browse, const struct pack_entry *entry, const struct pack_date *own,
                       struct layout_item *item)
{
    double first = own ? own->first_day : timeline_span_first(entry);
    double end = own                 ? (double)own->last_day + 1
        : timeline_is_endless(entry) ? browse->camera.limit_first + browse->camera.limit_days
                                     : timeline_span_end(entry);

    item->first = lanes_world(browse, first);
    item->end = lanes_world(browse, !own && !entry->is_span ? (double)entry->start.last_day + 1 : end);
    item->is_span = !own && entry->is_span && item->end - item->first >= browse->plan.key;
    item->mark = item->is_span ? lanes_span_mark(browse, item) : (item->first + item->end) / 2;
    bool is_a_day = own ? own->precision <= PACK_NIGHT : !entry->is_span && entry->start.precision <= PACK_NIGHT;
    if (!item->is_span && (is_a_day || item->end - item->first <= browse->plan.key + 2 * browse->plan.label_gap))
        item->first = item->end = item->mark;
    item->room = item->is_span ? item->end - item->first - browse->plan.bar * 2
                               : item->end - item->mark - browse->plan.key / 2.0 - browse->plan.tile;
}

static void add_entry(struct browse *browse, struct kit *kit, int document, int entry)
{
    struct lane_marks *marks = &browse->voices[document];
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct layout_item item = {.importance = what.importance, .is_labelled = true};
    struct pack_date date;
    int answer;
    bool differs = false, has_own = voices_own_date(kit, entry, document, &date, &answer, &differs), has_date;

    if (!(what.speaks >> document & 1) || marks->count == BROWSE_ITEMS_MOST)
        return;
    place_item(browse, &what, has_own ? &date : NULL, &item);
    item.tile = what.differs ? browse->plan.tile_room : 0;
    item.label = item.is_span ? words_bar_width(browse, kit, entry, &what, item.room, &has_date)
                              : words_moment_width(browse, kit, entry, &what, document);
    marks->entries[marks->count] = entry;
    marks->items[marks->count++] = item;
}

struct order {
    struct layout_item item;
    int entry;
};

static int by_mark(const void *a, const void *b)
{
    const struct order *x = a, *y = b;

    if (x->item.mark != y->item.mark)
        return x->item.mark < y->item.mark ? -1 : 1;
    return x->entry - y->entry;
}

static void sort_items(struct lane_marks *marks)
{
    struct order order[BROWSE_ITEMS_MOST];

    for (int i = 0; i < marks->count; i++)
        order[i] = (struct order){marks->items[i], marks->entries[i]};
    qsort(order, (size_t)marks->count, sizeof *order, by_mark);
    for (int i = 0; i < marks->count; i++) {
        marks->items[i] = order[i].item;
        marks->entries[i] = order[i].entry;
    }
}

static struct layout_measures measures_of(const struct browse *browse, const struct kit *kit)
{
    const struct plan *plan = &browse->plan;
    int merge = plan->target_w + plan->gap, rows = voice_rows_count(browse, kit);

    return (struct layout_measures){.rows = rows,
                                    .spans_stay = rows == 1,
                                    .key = plan->key,
                                    .target = plan->target_w,
                                    .gap = plan->gap,
                                    .merge = merge,
                                    .cluster = 2 * merge,
                                    .label_gap = plan->label_gap,
                                    .badge = plan->badge,
                                    .bound_first = 0,
                                    .bound_end = lanes_world(browse, browse->camera.limit_first + browse->camera.limit_days),
                                    .window_first = lanes_window_first(browse),
                                    .window_end = lanes_window_end(browse)};
}

void voices_layout(struct browse *browse, struct kit *kit)
{
    int entries[BROWSE_LABELS_MOST];
    int documents = pack_exhibit(kit->pack).documents;

    for (int d = 0; d < documents; d++)
        browse->voices[d].count = 0;
    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++) {
        int count = timeline_between(lanes_timeline(browse, kit), browse->open_lane, importance, voices_first_day(browse),
                                     voices_end_day(browse), entries, BROWSE_LABELS_MOST);
        for (int i = 0; i < count && i < BROWSE_LABELS_MOST; i++)
            for (int d = 0; d < documents; d++)
                add_entry(browse, kit, d, entries[i]);
    }
    for (int d = 0; d < documents; d++) {
        struct lane_marks *marks = &browse->voices[d];
        sort_items(marks);
        layout_lane(&marks->layout, marks->items, marks->count, NULL, 0, measures_of(browse, kit));
    }
}

const struct layout_mark *voices_find(const struct browse *browse, int document, int entry)
{
    const struct lane_marks *marks = &browse->voices[document];

    for (int i = 0; i < marks->count; i++) {
        if (marks->entries[i] == entry) {
            int found = layout_find(&marks->layout, i);
            return found >= 0 ? &marks->layout.marks[found] : NULL;
        }
    }
    return NULL;
}
