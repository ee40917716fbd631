#include "compiler/write_part.h"

#include <math.h>
#include <string.h>

/* What has one column: the id. */
#define PUT_IDS(section, items, count)            \
    for (int id_of = 0; id_of < (count); id_of++) \
    put_name(writer, section, (items)[id_of].id)

/* 0 = none, else 1 + row. */
static uint32_t option(int index)
{
    return (uint32_t)(index + 1);
}

static bool put_exhibit(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    if (draft->language_count == 0)
        return refuse(writer, draft->at, "the exhibit has no language");
    if (draft->span_end.last_day < draft->span_start.first_day)
        return refuse(writer, draft->at, "the span of the exhibit ends before it starts");
    put_name(writer, SECTION_EXHIBIT, draft->id);
    put_name(writer, SECTION_EXHIBIT, draft->version);
    put(writer, SECTION_EXHIBIT, (uint32_t)draft->span_start.first_day);
    put(writer, SECTION_EXHIBIT, (uint32_t)draft->span_end.last_day);
    put(writer, SECTION_EXHIBIT, (uint32_t)draft->default_language);
    return true;
}

static void put_language(struct writer *writer, const struct draft_language *language)
{
    put(writer, SECTION_LANGUAGES, language->is_right_to_left ? LANGUAGE_RIGHT_TO_LEFT : 0);
    put_name(writer, SECTION_LANGUAGES, language->quote_open);
    put_name(writer, SECTION_LANGUAGES, language->quote_close);
    put_name(writer, SECTION_LANGUAGES, language->inner_open);
    put_name(writer, SECTION_LANGUAGES, language->inner_close);
    for (int w = 0; w < FORMAT_PLURALS / 8; w++) {
        uint32_t word = 0;

        for (int n = 0; n < 8; n++)
            word |= (uint32_t)language->plural[8 * w + n] << 4 * n;
        put(writer, SECTION_LANGUAGES, word);
    }
}

static void put_languages(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    for (int l = 0; l < draft->language_count; l++)
        put_language(writer, &draft->languages[l]);
    for (int t = 0; t < draft->tag_count; t++)
        put_name(writer, SECTION_TAGS, draft->tags[t]);
    for (int f = 0; f < draft->fallback_count; f++) {
        if (draft->fallback[f].index >= 0)
            put(writer, SECTION_FALLBACKS, (uint32_t)draft->fallback[f].index);
    }
}

static void put_lanes(struct writer *writer)
{
    for (int l = 0; l < writer->draft->lane_count; l++) {
        const struct draft_lane *lane = &writer->draft->lanes[l];

        put_name(writer, SECTION_LANES, lane->id);
        put(writer, SECTION_LANES, lane->colour);
        put(writer, SECTION_LANES, (uint32_t)lane->shape | (uint32_t)lane->pattern << 4);
        put(writer, SECTION_LANES, option(lane->motif.index));
    }
}

static bool put_things(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    PUT_IDS(SECTION_PEOPLE, draft->people, draft->person_count);
    PUT_IDS(SECTION_TERMS, draft->terms, draft->term_count);
    for (int s = 0; s < draft->story_count; s++) {
        const struct draft_story *story = &draft->stories[s];

        put_name(writer, SECTION_STORIES, story->id);
        put(writer, SECTION_STORIES, rows(writer, SECTION_STOPS));
        for (int stop = 0; stop < story->stop_count; stop++) {
            if (story->stops[stop].entry.index < 0)
                return refuse(writer, story->stops[stop].entry.at, "the story stops at an entry that does not exist");
            put(writer, SECTION_STOPS, (uint32_t)story->stops[stop].entry.index);
        }
    }
    return true;
}

static int coast_of(const struct draft *draft, const char *inset)
{
    for (int c = 1; inset != NULL && c < draft->coast_count; c++) {
        if (draft->coasts[c].place != NULL && strcmp(draft->coasts[c].place, inset) == 0)
            return c;
    }
    return 0;
}

static void put_places(struct writer *writer)
{
    for (int p = 0; p < writer->draft->place_count; p++) {
        const struct draft_place *place = &writer->draft->places[p];

        put_name(writer, SECTION_PLACES, place->id);
        put(writer, SECTION_PLACES, (uint32_t)(int32_t)lround(place->latitude * 1e6));
        put(writer, SECTION_PLACES, (uint32_t)(int32_t)lround(place->longitude * 1e6));
        put(writer, SECTION_PLACES, (uint32_t)place->region_km);
        put(writer, SECTION_PLACES, (uint32_t)coast_of(writer->draft, place->inset));
    }
}

/* Without an order made by collation the order is that of the ids. */
static void put_order(struct writer *writer, enum format_section section, const uint16_t *order, int count)
{
    for (int rank = 0; rank < count; rank++)
        put(writer, section, order != NULL ? order[rank] : (uint32_t)rank);
}

static void put_orders(struct writer *writer)
{
    const struct draft *draft = writer->draft;

    for (int l = 0; l < draft->language_count; l++) {
        put_order(writer, SECTION_PERSON_ORDER, draft->person_order[l], draft->person_count);
        put_order(writer, SECTION_PLACE_ORDER, draft->place_order[l], draft->place_count);
    }
}

bool write_tables(struct writer *writer)
{
    if (!put_exhibit(writer) || !put_things(writer))
        return false;
    put_languages(writer);
    put_lanes(writer);
    put_places(writer);
    put_orders(writer);
    return true;
}
