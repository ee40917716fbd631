#include "pack/texts.h"

#include <string.h>

#include "pack/blocks.h"

static const char *const string_keys[PACK_STRING_COUNT] = {
#define STRING(name, key) [PACK_STRING_##name] = key,
#define PLURAL(name, key) [PACK_STRING_##name] = key,
#include "pack/strings.def"
#undef STRING
#undef PLURAL
};

const char *pack_string_key(enum pack_string_id id)
{
    return string_keys[id];
}

/* Texts of the fields that have a fixed number of texts for each thing. */
struct simple_field {
    enum text_group group;
    uint32_t each, offset;
};

static const struct simple_field simple_fields[PACK_FIELD_COUNT] = {
    [PACK_ENTRY_SHORT] = {GROUP_LABELS, TEXTS_PER_LABEL, 0},
    [PACK_ENTRY_TITLE] = {GROUP_LABELS, TEXTS_PER_LABEL, 1},
    [PACK_ENTRY_DATE] = {GROUP_LABELS, TEXTS_PER_LABEL, 2},
    [PACK_ENTRY_OLD_STYLE] = {GROUP_LABELS, TEXTS_PER_LABEL, 3},
    [PACK_DOCUMENT_TITLE] = {GROUP_DOCUMENTS, TEXTS_PER_DOCUMENT, 0},
    [PACK_DOCUMENT_SHORT] = {GROUP_DOCUMENTS, TEXTS_PER_DOCUMENT, 1},
    [PACK_DOCUMENT_KIND] = {GROUP_DOCUMENTS, TEXTS_PER_DOCUMENT, 2},
    [PACK_DOCUMENT_NOTE] = {GROUP_DOCUMENTS, TEXTS_PER_DOCUMENT, 3},
    [PACK_DOCUMENT_CREDIT] = {GROUP_DOCUMENTS, TEXTS_PER_DOCUMENT, 4},
    [PACK_TRANSLATION] = {GROUP_TRANSLATIONS, 1, 0},
    [PACK_LANE_NAME] = {GROUP_LANES, 1, 0},
    [PACK_PERSON_NAME] = {GROUP_PEOPLE, 2, 0},
    [PACK_PERSON_ROLE] = {GROUP_PEOPLE, 2, 1},
    [PACK_PLACE_NAME] = {GROUP_PLACES, 2, 0},
    [PACK_PLACE_NOW] = {GROUP_PLACES, 2, 1},
    [PACK_TERM] = {GROUP_TERMS, 2, 0},
    [PACK_TERM_TEXT] = {GROUP_TERMS, 2, 1},
    [PACK_STORY_TITLE] = {GROUP_STORIES, 1, 0},
    [PACK_STOP_TEXT] = {GROUP_STOPS, 1, 0},
    [PACK_MONTH_NAME] = {GROUP_MONTHS, 1, 0},
    [PACK_WEEKDAY_NAME] = {GROUP_WEEKDAYS, 1, 0},
    [PACK_TAG_NAME] = {GROUP_TAGS, 1, 0},
    [PACK_PICTURE_TEXT] = {GROUP_PICTURES, 1, 0},
};

static uint32_t string_texts(const struct pack *pack)
{
    uint32_t count = 0;

    for (uint32_t r = 0; r < table_rows(pack, SECTION_STRINGS); r++)
        count += table_word(pack, SECTION_STRINGS, r, STRING_FLAGS) & STRING_PLURAL ? TEXTS_PER_PLURAL : 1;
    return count;
}

static uint32_t group_size(const struct pack *pack, enum text_group group)
{
    switch (group) {
    case GROUP_STRINGS:
        return string_texts(pack);
    case GROUP_MONTHS:
        return TEXTS_MONTHS;
    case GROUP_WEEKDAYS:
        return TEXTS_WEEKDAYS;
    case GROUP_TAGS:
        return table_rows(pack, SECTION_TAGS);
    case GROUP_LANES:
        return table_rows(pack, SECTION_LANES);
    case GROUP_DOCUMENTS:
        return TEXTS_PER_DOCUMENT * table_rows(pack, SECTION_DOCUMENTS);
    case GROUP_PEOPLE:
        return 2 * table_rows(pack, SECTION_PEOPLE);
    case GROUP_PLACES:
        return 2 * table_rows(pack, SECTION_PLACES);
    case GROUP_TERMS:
        return 2 * table_rows(pack, SECTION_TERMS);
    case GROUP_STORIES:
        return table_rows(pack, SECTION_STORIES);
    case GROUP_STOPS:
        return table_rows(pack, SECTION_STOPS);
    case GROUP_PICTURES:
        return table_rows(pack, SECTION_PICTURES);
    case GROUP_LABELS:
        return TEXTS_PER_LABEL * table_rows(pack, SECTION_ENTRIES);
    case GROUP_BODIES:
        return table_rows(pack, SECTION_STATEMENTS) + table_rows(pack, SECTION_SOURCES)
            + TEXTS_PER_DISAGREEMENT * table_rows(pack, SECTION_DISAGREEMENTS)
            + TEXTS_PER_ANSWER * table_rows(pack, SECTION_ANSWERS);
    case GROUP_TRANSLATIONS:
        return table_rows(pack, SECTION_PARAGRAPHS);
    case GROUP_END:
        break;
    }
    return 0;
}

uint32_t texts_in_stream(const struct pack *pack, uint32_t stream)
{
    uint32_t count = 0;

    if (stream >= FORMAT_LANGUAGES_MAX) {
        uint32_t document = stream - FORMAT_LANGUAGES_MAX;

        if (document >= table_rows(pack, SECTION_DOCUMENTS))
            return 0;
        return table_share_end(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH, SECTION_PARAGRAPHS)
            - table_word(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH);
    }
    if (stream >= table_rows(pack, SECTION_LANGUAGES))
        return 0;
    for (enum text_group group = 0; group < GROUP_END; group++)
        count += group_size(pack, group);
    return count;
}

/* The rows of BLOCKS that belong to a stream begin at `row`; returns the row behind them, or 0 if they are wrong. */
static uint32_t check_stream(const struct pack *pack, uint32_t stream, uint32_t row)
{
    uint32_t texts = texts_in_stream(pack, stream), next = 0;
    uint32_t rows = table_rows(pack, SECTION_BLOCKS), begin = row;

    for (; row < rows && table_word(pack, SECTION_BLOCKS, row, BLOCK_STREAM) == stream; row++) {
        uint32_t first = table_word(pack, SECTION_BLOCKS, row, BLOCK_FIRST_TEXT);
        uint32_t stored = table_share_end(pack, SECTION_BLOCKS, row, BLOCK_OFFSET, SECTION_TEXT)
            - table_word(pack, SECTION_BLOCKS, row, BLOCK_OFFSET);

        if ((row == begin ? first != 0 : first < next) || first >= texts
            || table_word(pack, SECTION_BLOCKS, row, BLOCK_MARKS_STORED) > stored)
            return UINT32_MAX;
        next = first + 1;
    }
    return texts > 0 && row == begin ? UINT32_MAX : row;
}

bool texts_check(const struct pack *pack)
{
    uint32_t row = 0;

    for (uint32_t stream = 0; stream < FORMAT_STREAMS_MAX && row != UINT32_MAX; stream++)
        row = check_stream(pack, stream, row);
    return row == table_rows(pack, SECTION_BLOCKS);
}

static void locate_strings(struct pack *pack)
{
    uint32_t first = 0;

    for (int id = 0; id < PACK_STRING_COUNT; id++)
        pack->strings[id] = (struct string_place){UINT32_MAX, false};
    for (uint32_t r = 0; r < table_rows(pack, SECTION_STRINGS); r++) {
        const char *key = table_name(pack, SECTION_STRINGS, r, STRING_KEY);
        bool is_plural = table_word(pack, SECTION_STRINGS, r, STRING_FLAGS) & STRING_PLURAL;

        for (int id = 0; id < PACK_STRING_COUNT; id++) {
            if (strcmp(string_keys[id], key) == 0)
                pack->strings[id] = (struct string_place){first, is_plural};
        }
        first += is_plural ? TEXTS_PER_PLURAL : 1;
    }
}

void texts_locate(struct pack *pack)
{
    uint32_t number = 0, row = 0, rows = table_rows(pack, SECTION_BLOCKS);

    for (enum text_group group = 0; group < GROUP_END; group++) {
        pack->group_first[group] = number;
        number += group_size(pack, group);
    }
    pack->group_first[GROUP_END] = number;
    for (uint32_t stream = 0; stream < FORMAT_STREAMS_MAX; stream++) {
        pack->first_block[stream] = row;
        while (row < rows && table_word(pack, SECTION_BLOCKS, row, BLOCK_STREAM) == stream)
            row++;
    }
    pack->first_block[FORMAT_STREAMS_MAX] = row;
    locate_strings(pack);
}

/* Numbers of the texts of one entry's body. */
struct body {
    uint32_t statements, sources, disagreements, answers; /* numbers of the first text of each */
    uint32_t first_statement, first_source, first_disagreement, first_answer;
};

static uint32_t first_answer(const struct pack *pack, uint32_t disagreement)
{
    if (disagreement < table_rows(pack, SECTION_DISAGREEMENTS))
        return table_word(pack, SECTION_DISAGREEMENTS, disagreement, DISAGREEMENT_FIRST_ANSWER);
    return table_rows(pack, SECTION_ANSWERS);
}

static uint32_t share_size(const struct pack *pack, uint32_t entry, uint32_t column, enum format_section target)
{
    return table_share_end(pack, SECTION_ENTRIES, entry, column, target) - table_word(pack, SECTION_ENTRIES, entry, column);
}

static struct body body_of(const struct pack *pack, uint32_t entry)
{
    struct body body = {
        .first_statement = table_word(pack, SECTION_ENTRIES, entry, ENTRY_FIRST_STATEMENT),
        .first_source = table_word(pack, SECTION_ENTRIES, entry, ENTRY_FIRST_SOURCE),
        .first_disagreement = table_word(pack, SECTION_ENTRIES, entry, ENTRY_FIRST_DISAGREEMENT),
    };

    body.first_answer = first_answer(pack, body.first_disagreement);
    body.statements = pack->group_first[GROUP_BODIES] + body.first_statement + body.first_source
        + TEXTS_PER_DISAGREEMENT * body.first_disagreement + TEXTS_PER_ANSWER * body.first_answer;
    body.sources = body.statements + share_size(pack, entry, ENTRY_FIRST_STATEMENT, SECTION_STATEMENTS);
    body.disagreements = body.sources + share_size(pack, entry, ENTRY_FIRST_SOURCE, SECTION_SOURCES);
    body.answers = body.disagreements
        + TEXTS_PER_DISAGREEMENT * share_size(pack, entry, ENTRY_FIRST_DISAGREEMENT, SECTION_DISAGREEMENTS);
    return body;
}

static uint32_t disagreement_text(const struct pack *pack, uint32_t disagreement, uint32_t offset)
{
    uint32_t entry = table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_DISAGREEMENT, disagreement);
    struct body body = body_of(pack, entry);

    return body.disagreements + TEXTS_PER_DISAGREEMENT * (disagreement - body.first_disagreement) + offset;
}

static uint32_t answer_text(const struct pack *pack, uint32_t answer, uint32_t offset)
{
    uint32_t disagreement = table_owner(pack, SECTION_DISAGREEMENTS, DISAGREEMENT_FIRST_ANSWER, answer);
    uint32_t entry = table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_DISAGREEMENT, disagreement);
    struct body body = body_of(pack, entry);

    return body.answers + TEXTS_PER_ANSWER * (answer - body.first_answer) + offset;
}

static uint32_t body_text(const struct pack *pack, enum pack_field field, uint32_t index)
{
    struct body body;

    switch (field) {
    case PACK_STATEMENT:
        body = body_of(pack, table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_STATEMENT, index));
        return body.statements + (index - body.first_statement);
    case PACK_QUOTATION:
        body = body_of(pack, table_owner(pack, SECTION_ENTRIES, ENTRY_FIRST_SOURCE, index));
        return body.sources + (index - body.first_source);
    case PACK_QUESTION:
    case PACK_SUBLINE:
    case PACK_EDITORS:
        return disagreement_text(pack, index, field - PACK_QUESTION);
    default:
        assert(field == PACK_ANSWER || field == PACK_ANSWER_REST || field == PACK_NOTE);
        return answer_text(pack, index, field - PACK_ANSWER);
    }
}

/* How many indices a field of an entry's body has. */
static uint32_t body_rows(const struct pack *pack, enum pack_field field)
{
    switch (field) {
    case PACK_STATEMENT:
        return table_rows(pack, SECTION_STATEMENTS);
    case PACK_QUOTATION:
        return table_rows(pack, SECTION_SOURCES);
    case PACK_QUESTION:
    case PACK_SUBLINE:
    case PACK_EDITORS:
        return table_rows(pack, SECTION_DISAGREEMENTS);
    default:
        return table_rows(pack, SECTION_ANSWERS);
    }
}

static struct pack_text paragraph_text(struct pack *pack, uint32_t paragraph)
{
    uint32_t document = table_owner(pack, SECTION_DOCUMENTS, DOCUMENT_FIRST_PARAGRAPH, paragraph);
    uint32_t first = table_word(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH);

    return blocks_text(pack, FORMAT_LANGUAGES_MAX + document, paragraph - first);
}

struct pack_text pack_text(struct pack *pack, int language, enum pack_field field, int index)
{
    const struct simple_field *simple = &simple_fields[field];

    assert(index >= 0);
    if (field == PACK_PARAGRAPH) {
        assert((uint32_t)index < table_rows(pack, SECTION_PARAGRAPHS));
        return paragraph_text(pack, (uint32_t)index);
    }
    assert(language >= 0 && (uint32_t)language < table_rows(pack, SECTION_LANGUAGES));
    if (simple->each == 0) {
        assert((uint32_t)index < body_rows(pack, field));
        return blocks_text(pack, (uint32_t)language, body_text(pack, field, (uint32_t)index));
    }
    assert(((uint32_t)index + 1) * simple->each <= pack->group_first[simple->group + 1] - pack->group_first[simple->group]);
    return blocks_text(pack, (uint32_t)language,
                       pack->group_first[simple->group] + (uint32_t)index * simple->each + simple->offset);
}

struct pack_text pack_string(struct pack *pack, int language, enum pack_string_id id, unsigned number)
{
    struct string_place place = pack->strings[id];
    struct pack_text text;

    assert(language >= 0 && (uint32_t)language < table_rows(pack, SECTION_LANGUAGES));
    if (place.first_text == UINT32_MAX)
        return blocks_no_text();
    if (!place.is_plural)
        return blocks_text(pack, (uint32_t)language, place.first_text);
    text = blocks_text(pack, (uint32_t)language, place.first_text + pack_plural(pack, language, number));
    if (text.length == 0)
        text = blocks_text(pack, (uint32_t)language, place.first_text + PACK_OTHER);
    return text;
}

bool pack_string_is_plural(const struct pack *pack, enum pack_string_id id)
{
    return pack->strings[id].is_plural;
}
