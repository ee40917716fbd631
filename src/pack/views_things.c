/* People, places, terms, stories, pictures. */
#include "pack/views.h"

struct pack_person pack_person(const struct pack *pack, int person)
{
    return (struct pack_person){
        .id = table_name(pack, SECTION_PEOPLE, view_row(pack, SECTION_PEOPLE, person), 0),
    };
}

struct pack_place pack_place(const struct pack *pack, int place)
{
    uint32_t row = view_row(pack, SECTION_PLACES, place);

    return (struct pack_place){
        .id = table_name(pack, SECTION_PLACES, row, PLACE_ID),
        .latitude = (int32_t)table_word(pack, SECTION_PLACES, row, PLACE_LATITUDE) / 1e6,
        .longitude = (int32_t)table_word(pack, SECTION_PLACES, row, PLACE_LONGITUDE) / 1e6,
        .region_km = (int)table_word(pack, SECTION_PLACES, row, PLACE_REGION),
        .inset = view_option(table_word(pack, SECTION_PLACES, row, PLACE_INSET)),
    };
}

static int sorted(const struct pack *pack, enum format_section order, enum format_section things, int language, int rank)
{
    view_row(pack, SECTION_LANGUAGES, language);
    view_row(pack, things, rank);
    return view_single(pack, order, language * view_rows(pack, things) + rank);
}

int pack_person_sorted(const struct pack *pack, int language, int rank)
{
    return sorted(pack, SECTION_PERSON_ORDER, SECTION_PEOPLE, language, rank);
}

int pack_place_sorted(const struct pack *pack, int language, int rank)
{
    return sorted(pack, SECTION_PLACE_ORDER, SECTION_PLACES, language, rank);
}

const char *pack_term_id(const struct pack *pack, int term)
{
    return table_name(pack, SECTION_TERMS, view_row(pack, SECTION_TERMS, term), 0);
}

static struct pack_term_use term_use(const struct pack *pack, enum format_section section, int k)
{
    uint32_t row = view_row(pack, section, k);

    return (struct pack_term_use){
        .term = (int)table_word(pack, section, row, TERM_USE_TERM),
        .languages = table_word(pack, section, row, TERM_USE_LANGUAGES) & 0xff,
    };
}

struct pack_term_use pack_entry_term(const struct pack *pack, int k)
{
    return term_use(pack, SECTION_ENTRY_TERMS, k);
}

struct pack_term_use pack_paragraph_term(const struct pack *pack, int k)
{
    return term_use(pack, SECTION_PARAGRAPH_TERMS, k);
}

struct pack_story pack_story(const struct pack *pack, int story)
{
    uint32_t row = view_row(pack, SECTION_STORIES, story);
    struct pack_story view = {.id = table_name(pack, SECTION_STORIES, row, STORY_ID)};

    view_share(pack, SECTION_STORIES, row, STORY_FIRST_STOP, SECTION_STOPS, &view.first_stop, &view.stop_count);
    return view;
}

int pack_stop_entry(const struct pack *pack, int stop)
{
    return view_single(pack, SECTION_STOPS, stop);
}

const char *pack_picture_id(const struct pack *pack, int picture)
{
    return table_name(pack, SECTION_PICTURES, view_row(pack, SECTION_PICTURES, picture), PICTURE_ID);
}

int pack_picture_find(const struct pack *pack, const char *id)
{
    return view_find(pack, SECTION_PICTURES, id);
}

struct pack_picture_about pack_picture_about(const struct pack *pack, int picture)
{
    uint32_t row = view_row(pack, SECTION_PICTURES, picture);

    return (struct pack_picture_about){
        .is_decorative = table_word(pack, SECTION_PICTURES, row, PICTURE_FLAGS) & PICTURE_DECORATIVE,
        .credit = table_name(pack, SECTION_PICTURES, row, PICTURE_CREDIT),
        .licence = table_name(pack, SECTION_PICTURES, row, PICTURE_LICENCE),
    };
}
