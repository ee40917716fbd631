/* The exhibit and its documents. */
#include "pack/views.h"

/* ---- exhibit -------------------------------------------------------------------------------- */

struct pack_exhibit pack_exhibit(const struct pack *pack)
{
    return (struct pack_exhibit){
        .id = table_name(pack, SECTION_EXHIBIT, 0, EXHIBIT_ID),
        .version = table_name(pack, SECTION_EXHIBIT, 0, EXHIBIT_VERSION),
        .start_day = (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_START),
        .end_day = (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_END),
        .default_language = (int)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_DEFAULT_LANGUAGE),
        .languages = view_rows(pack, SECTION_LANGUAGES),
        .lanes = view_rows(pack, SECTION_LANES),
        .documents = view_rows(pack, SECTION_DOCUMENTS),
        .paragraphs = view_rows(pack, SECTION_PARAGRAPHS),
        .entries = view_rows(pack, SECTION_ENTRIES),
        .people = view_rows(pack, SECTION_PEOPLE),
        .places = view_rows(pack, SECTION_PLACES),
        .terms = view_rows(pack, SECTION_TERMS),
        .stories = view_rows(pack, SECTION_STORIES),
        .pictures = view_rows(pack, SECTION_PICTURES),
    };
}

struct pack_language pack_language(const struct pack *pack, int language)
{
    uint32_t row = view_row(pack, SECTION_LANGUAGES, language);

    return (struct pack_language){
        .tag = pack_tag(pack, language),
        .is_right_to_left = table_word(pack, SECTION_LANGUAGES, row, LANGUAGE_FLAGS) & LANGUAGE_RIGHT_TO_LEFT,
        .quote_open = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_QUOTE_OPEN),
        .quote_close = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_QUOTE_CLOSE),
        .inner_open = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_INNER_OPEN),
        .inner_close = table_name(pack, SECTION_LANGUAGES, row, LANGUAGE_INNER_CLOSE),
    };
}

enum pack_plural pack_plural(const struct pack *pack, int language, unsigned number)
{
    unsigned n = number < 100 ? number : 100 + number % 100;
    uint32_t word = table_word(pack, SECTION_LANGUAGES, view_row(pack, SECTION_LANGUAGES, language), LANGUAGE_PLURALS + n / 8);

    return word >> 4 * (n % 8) & 15;
}

int pack_fallback_count(const struct pack *pack)
{
    return view_rows(pack, SECTION_FALLBACKS);
}

int pack_fallback(const struct pack *pack, int k)
{
    return view_single(pack, SECTION_FALLBACKS, k);
}

int pack_tag_count(const struct pack *pack)
{
    return view_rows(pack, SECTION_TAGS);
}

const char *pack_tag(const struct pack *pack, int tag)
{
    return table_name(pack, SECTION_TAGS, view_row(pack, SECTION_TAGS, tag), 0);
}

struct pack_lane pack_lane(const struct pack *pack, int lane)
{
    uint32_t row = view_row(pack, SECTION_LANES, lane);
    uint32_t look = table_word(pack, SECTION_LANES, row, LANE_LOOK);

    return (struct pack_lane){
        .id = table_name(pack, SECTION_LANES, row, LANE_ID),
        .colour = table_word(pack, SECTION_LANES, row, LANE_COLOUR),
        .shape = look & 15,
        .pattern = look >> 4 & 15,
        .motif = view_option(table_word(pack, SECTION_LANES, row, LANE_MOTIF)),
    };
}

/* ---- documents ------------------------------------------------------------------------------ */

struct pack_document pack_document(const struct pack *pack, int document)
{
    uint32_t row = view_row(pack, SECTION_DOCUMENTS, document);
    int tag = (int)table_word(pack, SECTION_DOCUMENTS, row, DOCUMENT_TAG);
    struct pack_document view = {
        .id = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_ID),
        .siglum = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_SIGLUM),
        .language_tag = pack_tag(pack, tag),
        .tag = tag,
        .language = tag < view_rows(pack, SECTION_LANGUAGES) ? tag : -1,
        .has_full_text = table_word(pack, SECTION_DOCUMENTS, row, DOCUMENT_FLAGS) & DOCUMENT_FULL_TEXT,
        .licence = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_LICENCE),
        .url = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_URL),
        .holder = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_HOLDER),
        .author = table_name(pack, SECTION_DOCUMENTS, row, DOCUMENT_AUTHOR),
    };

    view_share(pack, SECTION_DOCUMENTS, row, DOCUMENT_FIRST_PARAGRAPH, SECTION_PARAGRAPHS, &view.first_paragraph,
               &view.paragraph_count);
    return view;
}

struct pack_paragraph pack_paragraph(const struct pack *pack, int paragraph)
{
    uint32_t row = view_row(pack, SECTION_PARAGRAPHS, paragraph);
    uint32_t what = table_word(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_WHAT);
    struct pack_paragraph view = {
        .document = (int)table_owner(pack, SECTION_DOCUMENTS, DOCUMENT_FIRST_PARAGRAPH, row),
        .number = (int)(what & 0xffff),
        .kind = what >> 16 & 15,
        .length = table_word(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_LENGTH),
    };

    view_share(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_FIRST_USE, SECTION_USES, &view.first_use, &view.use_count);
    view_share(pack, SECTION_PARAGRAPHS, row, PARAGRAPH_FIRST_TERM, SECTION_PARAGRAPH_TERMS, &view.first_term,
               &view.term_count);
    return view;
}

int pack_paragraph_use(const struct pack *pack, int use)
{
    return view_single(pack, SECTION_USES, use);
}

int pack_voice_count(const struct pack *pack, int document)
{
    int first, count;

    view_share(pack, SECTION_DOCUMENTS, view_row(pack, SECTION_DOCUMENTS, document), DOCUMENT_FIRST_VOICE, SECTION_VOICES,
               &first, &count);
    return count;
}

struct pack_days pack_voice(const struct pack *pack, int document, int k)
{
    int first, count;
    uint32_t row;
    struct pack_days days;

    view_share(pack, SECTION_DOCUMENTS, view_row(pack, SECTION_DOCUMENTS, document), DOCUMENT_FIRST_VOICE, SECTION_VOICES,
               &first, &count);
    assert(k >= 0 && k < count);
    row = (uint32_t)(first + k);
    days.first_day = (int32_t)table_word(pack, SECTION_VOICES, row, VOICE_FIRST);
    days.last_day = days.first_day + (int32_t)table_word(pack, SECTION_VOICES, row, VOICE_DAYS);
    return days;
}
