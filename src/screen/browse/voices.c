/*
 * Close up, a lane opens into its voices: one row for each document, with its own dates. A document that gives a day of its own
 * stands on that day; one that names the month has a bracket; the others stand where the entry does.
 */
#include "screen/browse/browse.h"

enum { IMPORTANCE_COUNT = 4 };

bool voices_are_shown(const struct browse *browse)
{
    return browse->level == LEVEL_DAYS && browse->plan.shape != SHAPE_LIST && browse->open_lane >= 0;
}

double voices_first_day(const struct browse *browse)
{
    return browse->camera.first_day - browse->camera.days / 2;
}

double voices_end_day(const struct browse *browse)
{
    return browse->camera.first_day + browse->camera.days * 3 / 2;
}

static int first_source(struct kit *kit, int entry, int document)
{
    struct pack_entry what = pack_entry(kit->pack, entry);

    for (int i = 0; i < what.source_count; i++)
        if (pack_source(kit->pack, what.first_source + i).document == document)
            return what.first_source + i;
    return -1;
}

static bool is_dated(struct pack_answer answer)
{
    return answer.has_date && !answer.is_silent;
}

static int dated_answers(struct kit *kit, const struct pack_disagreement *disagreement)
{
    int count = 0;

    for (int i = 0; i < disagreement->answer_count; i++)
        count += is_dated(pack_answer(kit->pack, disagreement->first_answer + i));
    return count;
}

/* What lasts has two ends, and a comparison does not say which of them it is about: only moments move. */
int voices_disagreement(struct kit *kit, int entry)
{
    struct pack_entry what = pack_entry(kit->pack, entry);

    for (int d = 0; d < what.disagreement_count && !what.is_span; d++) {
        struct pack_disagreement disagreement = pack_disagreement(kit->pack, what.first_disagreement + d);
        if (dated_answers(kit, &disagreement) >= 2)
            return what.first_disagreement + d;
    }
    return -1;
}

int voices_last(const struct pack_entry *entry)
{
    int last = -1;

    for (int document = 0; document < BROWSE_VOICES_MAX; document++)
        if (entry->speaks >> document & 1)
            last = document;
    return last;
}

static int answer_from(struct kit *kit, const struct pack_disagreement *disagreement, int first, int document)
{
    for (int i = first; i < disagreement->first_answer + disagreement->answer_count; i++) {
        struct pack_answer found = pack_answer(kit->pack, i);
        if (found.document == document && is_dated(found))
            return i;
    }
    return -1;
}

int voices_next_answer(struct kit *kit, int entry, int answer)
{
    int d = voices_disagreement(kit, entry);

    if (d < 0)
        return -1;
    struct pack_disagreement disagreement = pack_disagreement(kit->pack, d);
    return answer_from(kit, &disagreement, answer + 1, pack_answer(kit->pack, answer).document);
}

/* A document that contradicts itself gives the time from the first of its dates to the last. */
static void widen(struct pack_date *date, const struct pack_date *other)
{
    date->first_day = other->first_day < date->first_day ? other->first_day : date->first_day;
    date->last_day = other->last_day > date->last_day ? other->last_day : date->last_day;
    date->precision = PACK_MONTH;
}

bool voices_own_date(struct kit *kit, int entry, int document, struct pack_date *date, int *answer, bool *differs)
{
    int d = voices_disagreement(kit, entry);

    if (d < 0)
        return false;
    struct pack_disagreement disagreement = pack_disagreement(kit->pack, d);
    *answer = answer_from(kit, &disagreement, disagreement.first_answer, document);
    if (*answer < 0)
        return false;
    *date = pack_answer(kit->pack, *answer).date;
    *differs = pack_answer(kit->pack, *answer).differs;
    for (int other = voices_next_answer(kit, entry, *answer); other >= 0; other = voices_next_answer(kit, entry, other)) {
        struct pack_date second = pack_answer(kit->pack, other).date;
        widen(date, &second);
    }
    return true;
}

double voices_day(struct kit *kit, int entry, int document)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct pack_date own;
    int answer;
    bool differs;

    if (voices_own_date(kit, entry, document, &own, &answer, &differs))
        return ((double)own.first_day + own.last_day + 1) / 2;
    return what.is_span ? timeline_span_first(&what) : timeline_mark_day(&what);
}

/* Its dated answers to one question, with the passages they rest on. */
static int dated_sources(struct kit *kit, const struct pack_disagreement *disagreement, int document, int sources[2])
{
    int count = 0;

    for (int i = answer_from(kit, disagreement, disagreement->first_answer, document); i >= 0 && count < 2;
         i = answer_from(kit, disagreement, i + 1, document)) {
        int source = pack_answer(kit->pack, i).source;
        if (source >= 0)
            sources[count++] = source;
    }
    return count;
}

int voices_sources(struct kit *kit, int entry, int document, int sources[2])
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    int own = voices_disagreement(kit, entry);

    for (int d = what.first_disagreement; d < what.first_disagreement + what.disagreement_count; d++) {
        struct pack_disagreement disagreement = pack_disagreement(kit->pack, d);
        int count = dated_sources(kit, &disagreement, document, sources);
        if (count == 2 || (count == 1 && d == own))
            return count;
    }
    sources[0] = first_source(kit, entry, document);
    return sources[0] >= 0;
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
    item->mark = (item->first + item->end) / 2;
    item->is_span = !own && entry->is_span;
    if (item->is_span)
        lanes_shorten_bar(browse, item);
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
    if (item.is_span && item.first <= lanes_window_first(browse) && item.end >= lanes_window_end(browse))
        item.importance += IMPORTANCE_COUNT; /* what begins or ends here comes before what only goes on */
    item.tile = what.differs ? browse->plan.tile_room : 0;
    item.clear = what.differs ? browse->plan.tile_clear : 0;
    item.label = item.is_span ? words_bar_width(browse, kit, entry, &what, document, item.room, &has_date)
                              : words_moment_width(browse, kit, entry, &what, document);
    item.mark_label = item.is_span ? words_moment_width(browse, kit, entry, &what, document) : 0;
    item.short_label = item.is_span && has_date ? words_drop_date(browse, kit, entry, item.label, &has_date) : 0;
    if (browse->plan.shape == SHAPE_TRACKS) { /* what is read stands in the column beside them */
        item.is_labelled = false;
        item.label = 0;
    }
    if (browse->plan.shape == SHAPE_TRACKS && item.is_span) {
        if (marks->bar_count < BROWSE_BARS_MOST)
            marks->bars[marks->bar_count++] = entry;
        return;
    }
    marks->entries[marks->count] = entry;
    marks->items[marks->count++] = item;
}

void voices_layout(struct browse *browse, struct kit *kit)
{
    int entries[BROWSE_LABELS_MOST];
    int documents = pack_exhibit(kit->pack).documents;
    int rows = browse->plan.shape == SHAPE_TRACKS ? 1 : voice_rows_count(browse, kit);

    for (int d = 0; d < documents; d++)
        browse->voices[d].count = browse->voices[d].bar_count = 0;
    for (int importance = 1; importance <= IMPORTANCE_COUNT; importance++) {
        int count = timeline_between(lanes_timeline(browse, kit), browse->open_lane, importance, voices_first_day(browse),
                                     voices_end_day(browse), entries, BROWSE_LABELS_MOST);
        for (int i = 0; i < count && i < BROWSE_LABELS_MOST; i++)
            for (int d = 0; d < documents; d++)
                add_entry(browse, kit, d, entries[i]);
    }
    for (int d = 0; d < documents; d++) {
        struct lane_marks *marks = &browse->voices[d];
        lane_marks_sort(marks);
        lane_marks_layout(browse, marks, rows, rows == 1);
    }
}

const struct layout_mark *voices_find(const struct browse *browse, int document, int entry)
{
    return lane_marks_find(&browse->voices[document], entry);
}

const struct layout_mark *voices_differing(const struct browse *browse, struct kit *kit, int document, int entry)
{
    struct pack_date date;
    int answer;
    bool differs = false;

    if (!voices_own_date(kit, entry, document, &date, &answer, &differs) || !differs)
        return NULL;
    return voices_find(browse, document, entry);
}
