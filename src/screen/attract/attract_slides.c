#include "screen/attract/attract_slides.h"

#include <stdio.h>
#include <string.h>

#include "timeline/calendar.h"

enum { CANDIDATES_MOST = 256, SCANNED_MOST = 4096, SLIDES_LEAST = 4, SLIDES_USUAL = 6, FRAME_MS = 16, NEAR = 64 };

/* ---- which ---- */

static enum attract_unit unit_of(struct pack_date date)
{
    switch (date.precision) {
    case PACK_DAY:
    case PACK_NIGHT:
        return ATTRACT_DAY;
    case PACK_MONTH:
    case PACK_PART_OF_MONTH:
        return ATTRACT_MONTH;
    default:
        return ATTRACT_YEAR;
    }
}

/* The two dates are still two when neither is told more closely than both are known. */
static bool are_two(int32_t a, int32_t b, enum attract_unit unit)
{
    struct calendar_date first = calendar_date(a), second = calendar_date(b);

    if (first.year != second.year)
        return true;
    return unit != ATTRACT_YEAR && (first.month != second.month || (unit == ATTRACT_DAY && first.day != second.day));
}

static bool take_second(struct attract_slide *slide, struct pack_date date)
{
    enum attract_unit unit = unit_of(date) > slide->unit ? unit_of(date) : slide->unit;

    bool is_told_in_digits = calendar_date(slide->first).year > 0 && calendar_date(date.first_day).year > 0;

    if (!is_told_in_digits || !are_two(slide->first, date.first_day, unit))
        return false;
    slide->second = date.first_day;
    slide->unit = unit;
    slide->has_dates = true;
    return true;
}

static struct attract_slide slide_of(const struct pack *pack, int disagreement)
{
    struct pack_disagreement facts = pack_disagreement(pack, disagreement);
    struct attract_slide slide = {.entry = facts.entry, .disagreement = disagreement};
    bool has_first = false;

    for (int a = 0; a < facts.answer_count; a++) {
        struct pack_answer answer = pack_answer(pack, facts.first_answer + a);

        if (!answer.has_date || !answer.differs || answer.is_silent)
            continue;
        if (has_first && take_second(&slide, answer.date))
            break;
        if (!has_first) {
            slide.first = answer.date.first_day;
            slide.unit = unit_of(answer.date);
        }
        has_first = true;
    }
    if (slide.has_dates && slide.second < slide.first) {
        int32_t earlier = slide.second;

        slide.second = slide.first;
        slide.first = earlier;
    }
    return slide;
}

static bool is_shown(const struct attract_slide *slides, int count, int entry)
{
    for (int i = 0; i < count; i++) {
        if (slides[i].entry == entry)
            return true;
    }
    return false;
}

/* The same numbers would be taken for the same slide. */
static bool is_told(const struct attract_slide *slides, int count, const struct attract_slide *slide)
{
    struct attract_dates dates = attract_dates(slide);

    for (int i = 0; i < count; i++) {
        struct attract_dates others = attract_dates(&slides[i]);

        if (slides[i].has_dates && strcmp(dates.first, others.first) == 0 && strcmp(dates.second, others.second) == 0
            && strcmp(dates.rest, others.rest) == 0)
            return true;
    }
    return false;
}

/* Up to `most` slides out of candidates, evenly. */
static int pick(struct attract_slide *slides, int count, int most, const struct attract_slide *from, int candidates)
{
    int wanted = most - count < candidates ? most - count : candidates;

    for (int i = 0; i < wanted; i++) {
        struct attract_slide slide = from[i * candidates / wanted];

        if (!is_shown(slides, count, slide.entry))
            slides[count++] = slide;
    }
    return count;
}

static int add_disagreements(const struct pack *pack, struct attract_slide *slides, int count, int most, bool has_dates)
{
    struct attract_slide found[CANDIDATES_MOST];
    int disagreements = pack_disagreement_count(pack), candidates = 0;

    for (int d = 0; d < disagreements && d < SCANNED_MOST && candidates < CANDIDATES_MOST; d++) {
        struct attract_slide slide = slide_of(pack, d);

        if (slide.has_dates == has_dates && !is_shown(slides, count, slide.entry)
            && !is_shown(found, candidates, slide.entry) && !(has_dates && is_told(found, candidates, &slide)))
            found[candidates++] = slide;
    }
    return pick(slides, count, most, found, candidates);
}

/* The nearest entry from an index on that every visitor is shown; any other if there is none near. */
static int important_near(const struct pack *pack, int from, int entries)
{
    for (int i = from; i < entries && i < from + NEAR; i++) {
        if (pack_entry(pack, i).importance == 1)
            return i;
    }
    return from;
}

static int add_entries(const struct pack *pack, struct attract_slide *slides, int count, int most)
{
    int entries = pack_exhibit(pack).entries;

    for (int i = 0; i < most && count < most && entries > 0; i++) {
        int entry = important_near(pack, (int)((int64_t)entries * i / most), entries);

        if (!is_shown(slides, count, entry))
            slides[count++] = (struct attract_slide){.entry = entry, .disagreement = -1};
    }
    return count;
}

static void sort(struct attract_slide *slides, int count)
{
    for (int i = 1; i < count; i++) {
        for (int k = i; k > 0 && slides[k].entry < slides[k - 1].entry; k--) {
            struct attract_slide swap = slides[k];

            slides[k] = slides[k - 1];
            slides[k - 1] = swap;
        }
    }
}

/* The loop begins with two days, if it has them: they say most in fewest signs. */
static void begin_with_days(struct attract_slide *slides, int count)
{
    int first = 0;

    while (first < count && (!slides[first].has_dates || slides[first].unit != ATTRACT_DAY))
        first++;
    for (; first > 0 && first < count; first--) {
        struct attract_slide swap = slides[first];

        slides[first] = slides[first - 1];
        slides[first - 1] = swap;
    }
}

int attract_slides_find(const struct pack *pack, struct attract_slide slides[ATTRACT_SLIDES_MOST])
{
    int count = add_disagreements(pack, slides, 0, ATTRACT_SLIDES_MOST, true);

    if (count < SLIDES_USUAL)
        count = add_disagreements(pack, slides, count, SLIDES_USUAL, false);
    if (count < SLIDES_LEAST)
        count = add_entries(pack, slides, count, SLIDES_USUAL);
    sort(slides, count);
    begin_with_days(slides, count);
    return count;
}

/* ---- in which words ---- */

static const char *const months[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};

static void put_date(char *out, size_t size, struct calendar_date date, enum attract_unit unit, bool has_month, bool has_year)
{
    int length = 0;

    out[0] = '\0';
    if (unit == ATTRACT_DAY)
        length = snprintf(out, size, "%d", date.day);
    if (unit != ATTRACT_YEAR && has_month)
        length += snprintf(out + length, size - (size_t)length, "%s%s", length ? " " : "", months[date.month - 1]);
    if (has_year)
        snprintf(out + length, size - (size_t)length, "%s%d", length ? " " : "", date.year);
}

struct attract_dates attract_dates(const struct attract_slide *slide)
{
    struct calendar_date a = calendar_date(slide->first), b = calendar_date(slide->second);
    bool same_year = a.year == b.year, same_month = same_year && a.month == b.month;
    struct attract_dates dates = {{0}, {0}, {0}};

    put_date(dates.first, sizeof(dates.first), a, slide->unit, !same_month, !same_year);
    put_date(dates.second, sizeof(dates.second), b, slide->unit, !same_month, !same_year);
    if (same_month)
        snprintf(dates.rest, sizeof(dates.rest), "%s · %d", months[a.month - 1], a.year);
    else if (same_year)
        snprintf(dates.rest, sizeof(dates.rest), "%d", a.year);
    return dates;
}

/* ---- when ---- */

/* The frame walks round a square of 3 px (I13). */
static void walk(struct attract_moment *moment, int64_t since_ms)
{
    static const int steps[8][2] = {{0, 0}, {2, 0}, {3, 1}, {3, 3}, {1, 3}, {0, 2}, {1, 1}, {2, 2}};
    int step = (int)(since_ms / ATTRACT_WALK_MS % 8);

    moment->walk_x = steps[step][0];
    moment->walk_y = steps[step][1];
}

static float drift_of(int slot)
{
    return slot & 1 ? 1.0f : -1.0f;
}

struct attract_moment attract_moment(int64_t since_ms, int slides, bool cuts)
{
    int slot = (int)(since_ms / ATTRACT_SLIDE_MS), in_loop = slides < SLIDES_LEAST ? SLIDES_LEAST : slides;
    int64_t phase = since_ms % ATTRACT_SLIDE_MS, next_slide = (int64_t)(slot + 1) * ATTRACT_SLIDE_MS;
    int64_t next_walk = (since_ms / ATTRACT_WALK_MS + 1) * ATTRACT_WALK_MS;
    struct attract_moment moment = {.slot = slot, .drift = drift_of(slot)};
    float part = phase / (float)ATTRACT_FADE_MS, eased = 1 - (1 - part) * (1 - part) * (1 - part);
    int shown = slot;

    bool changes = !cuts && slot > 0 && phase < ATTRACT_FADE_MS;

    moment.swaps = changes && slot % in_loop == 0;
    moment.is_fading = changes && !moment.swaps;
    moment.next_ms = next_slide < next_walk ? next_slide : next_walk;
    if (moment.is_fading) {
        moment.veil = part < 0.5f ? part * 2 : 2 - part * 2;
        moment.drift = drift_of(slot - 1) + (drift_of(slot) - drift_of(slot - 1)) * eased;
        moment.next_ms = since_ms + FRAME_MS;
        shown = part < 0.5f ? slot - 1 : slot;
    }
    moment.is_swapped = shown / in_loop & 1;
    moment.slide = slides > 0 ? shown % in_loop % slides : 0;
    walk(&moment, since_ms);
    return moment;
}
