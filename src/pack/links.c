#include "pack/links.h"

#include <string.h>

#include "pack/texts.h"

/* A half-open share of a table. */
struct share {
    uint32_t first, end;
};

static struct share share_of(const struct pack *pack, enum format_section section, uint32_t row, uint32_t column,
                             enum format_section target)
{
    return (struct share){table_word(pack, section, row, column), table_share_end(pack, section, row, column, target)};
}

static bool is_in(struct share share, uint32_t row)
{
    return row >= share.first && row < share.end;
}

static bool check_exhibit(const struct pack *pack)
{
    return table_rows(pack, SECTION_EXHIBIT) == 1 && table_rows(pack, SECTION_TAGS) >= table_rows(pack, SECTION_LANGUAGES)
        && (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_START)
        <= (int32_t)table_word(pack, SECTION_EXHIBIT, 0, EXHIBIT_END);
}

static bool check_plurals(const struct pack *pack)
{
    for (uint32_t r = 0; r < table_rows(pack, SECTION_LANGUAGES); r++) {
        for (uint32_t n = 0; n < FORMAT_PLURALS; n++) {
            uint32_t word = table_word(pack, SECTION_LANGUAGES, r, LANGUAGE_PLURALS + n / 8);

            if ((word >> 4 * (n % 8) & 15) > PACK_OTHER)
                return false;
        }
    }
    return true;
}

static bool check_lanes(const struct pack *pack)
{
    for (uint32_t r = 0; r < table_rows(pack, SECTION_LANES); r++) {
        uint32_t look = table_word(pack, SECTION_LANES, r, LANE_LOOK);

        if ((look & 15) > PACK_CROSS || (look >> 4 & 15) > PACK_CHECKS)
            return false;
    }
    return true;
}

static bool check_voices(const struct pack *pack, struct share voices)
{
    int64_t before = INT64_MIN;

    for (uint32_t v = voices.first; v < voices.end; v++) {
        int64_t first = (int32_t)table_word(pack, SECTION_VOICES, v, VOICE_FIRST);

        if (first <= before + 1)
            return false;
        before = first + table_word(pack, SECTION_VOICES, v, VOICE_DAYS);
    }
    return true;
}

static bool check_documents(const struct pack *pack)
{
    for (uint32_t d = 0; d < table_rows(pack, SECTION_DOCUMENTS); d++) {
        struct share paragraphs = share_of(pack, SECTION_DOCUMENTS, d, DOCUMENT_FIRST_PARAGRAPH, SECTION_PARAGRAPHS);

        if (paragraphs.end - paragraphs.first > FORMAT_PARAGRAPHS_MAX
            || !check_voices(pack, share_of(pack, SECTION_DOCUMENTS, d, DOCUMENT_FIRST_VOICE, SECTION_VOICES)))
            return false;
    }
    for (uint32_t p = 0; p < table_rows(pack, SECTION_PARAGRAPHS); p++) {
        uint32_t what = table_word(pack, SECTION_PARAGRAPHS, p, PARAGRAPH_WHAT);

        if ((what & 0xffff) == 0 || (what >> 16 & 15) > PACK_HEADING)
            return false;
    }
    return true;
}

static bool is_date_kind(uint32_t kind)
{
    return (kind & 7) <= PACK_YEAR && (kind >> 3 & 3) <= PACK_BY_EDITORS;
}

static bool check_entry_dates(const struct pack *pack, uint32_t e)
{
    uint32_t what = table_word(pack, SECTION_ENTRIES, e, ENTRY_WHAT);
    uint32_t kinds = table_word(pack, SECTION_ENTRIES, e, ENTRY_KINDS);
    uint32_t start_days = table_word(pack, SECTION_ENTRIES, e, ENTRY_START_DAYS);
    uint32_t end = table_word(pack, SECTION_ENTRIES, e, ENTRY_END);
    uint32_t end_days = table_word(pack, SECTION_ENTRIES, e, ENTRY_END_DAYS);

    if (!is_date_kind(kinds) || !is_date_kind(kinds >> DATE_KIND_SHIFT))
        return false;
    if (!(what & ENTRY_SPAN))
        return end == 0 && end_days == 0;
    return (uint64_t)end + end_days >= start_days;
}

static bool check_entries(const struct pack *pack)
{
    uint32_t voices = UINT32_C(1) << table_rows(pack, SECTION_DOCUMENTS);
    int32_t before = INT32_MIN;

    for (uint32_t e = 0; e < table_rows(pack, SECTION_ENTRIES); e++) {
        uint32_t what = table_word(pack, SECTION_ENTRIES, e, ENTRY_WHAT);
        uint32_t speaks = table_word(pack, SECTION_ENTRIES, e, ENTRY_VOICES);
        int32_t start = (int32_t)table_word(pack, SECTION_ENTRIES, e, ENTRY_START);

        if ((what & 15) >= table_rows(pack, SECTION_LANES) || (what >> 4 & 15) < 1 || (what >> 4 & 15) > 4
            || (speaks & 0xff) >= voices || (speaks >> 8 & 0xff) >= voices || start < before || !check_entry_dates(pack, e))
            return false;
        before = start;
    }
    return true;
}

/* Every source a statement or a date names belongs to the same entry. */
static bool check_entry_sources(const struct pack *pack, uint32_t e)
{
    struct share sources = share_of(pack, SECTION_ENTRIES, e, ENTRY_FIRST_SOURCE, SECTION_SOURCES);
    struct share dated = share_of(pack, SECTION_ENTRIES, e, ENTRY_FIRST_DATED_BY, SECTION_ENTRY_DATED_BY);
    struct share statements = share_of(pack, SECTION_ENTRIES, e, ENTRY_FIRST_STATEMENT, SECTION_STATEMENTS);

    for (uint32_t k = dated.first; k < dated.end; k++) {
        if (!is_in(sources, table_word(pack, SECTION_ENTRY_DATED_BY, k, 0)))
            return false;
    }
    for (uint32_t s = statements.first; s < statements.end; s++) {
        struct share named = share_of(pack, SECTION_STATEMENTS, s, 0, SECTION_STATEMENT_SOURCES);

        for (uint32_t k = named.first; k < named.end; k++) {
            if (!is_in(sources, table_word(pack, SECTION_STATEMENT_SOURCES, k, 0)))
                return false;
        }
    }
    return true;
}

static bool check_answer(const struct pack *pack, uint32_t a, struct share sources)
{
    uint32_t what = table_word(pack, SECTION_ANSWERS, a, ANSWER_WHAT);
    uint32_t source = table_word(pack, SECTION_ANSWERS, a, ANSWER_SOURCE);

    return (what & 0xff) < table_rows(pack, SECTION_DOCUMENTS) && is_date_kind(what >> DATE_KIND_SHIFT)
        && (source == 0 || is_in(sources, source - 1));
}

static bool check_entry_answers(const struct pack *pack, uint32_t e)
{
    struct share sources = share_of(pack, SECTION_ENTRIES, e, ENTRY_FIRST_SOURCE, SECTION_SOURCES);
    struct share questions = share_of(pack, SECTION_ENTRIES, e, ENTRY_FIRST_DISAGREEMENT, SECTION_DISAGREEMENTS);

    for (uint32_t d = questions.first; d < questions.end; d++) {
        struct share answers = share_of(pack, SECTION_DISAGREEMENTS, d, DISAGREEMENT_FIRST_ANSWER, SECTION_ANSWERS);

        for (uint32_t a = answers.first; a < answers.end; a++) {
            if (!check_answer(pack, a, sources))
                return false;
        }
    }
    return true;
}

/* A piece lies in a paragraph of the document it is said to come from. ANSWER_PIECES has the columns of PIECES. */
static bool check_piece(const struct pack *pack, enum format_section section, uint32_t piece, uint32_t document)
{
    struct share paragraphs = share_of(pack, SECTION_DOCUMENTS, document, DOCUMENT_FIRST_PARAGRAPH, SECTION_PARAGRAPHS);
    uint32_t paragraph = table_word(pack, section, piece, PIECE_PARAGRAPH);

    return is_in(paragraphs, paragraph)
        && bytes_in_range(table_word(pack, section, piece, PIECE_START), table_word(pack, section, piece, PIECE_LENGTH),
                          table_word(pack, SECTION_PARAGRAPHS, paragraph, PARAGRAPH_LENGTH));
}

static bool check_marks(const struct pack *pack, uint32_t piece)
{
    struct share marks = share_of(pack, SECTION_PIECES, piece, PIECE_FIRST_MARK, SECTION_MARKS);
    uint32_t start = table_word(pack, SECTION_PIECES, piece, PIECE_START);
    uint32_t length = table_word(pack, SECTION_PIECES, piece, PIECE_LENGTH);

    for (uint32_t m = marks.first; m < marks.end; m++) {
        uint32_t mark = table_word(pack, SECTION_MARKS, m, MARK_START);

        if (mark < start || !bytes_in_range(mark - start, table_word(pack, SECTION_MARKS, m, MARK_LENGTH), length))
            return false;
    }
    return true;
}

static bool check_sources(const struct pack *pack)
{
    for (uint32_t s = 0; s < table_rows(pack, SECTION_SOURCES); s++) {
        struct share pieces = share_of(pack, SECTION_SOURCES, s, SOURCE_FIRST_PIECE, SECTION_PIECES);
        uint32_t where = table_word(pack, SECTION_SOURCES, s, SOURCE_WHERE);

        if ((where & 0xff) >= table_rows(pack, SECTION_DOCUMENTS) || where >> 8 == 0)
            return false;
        for (uint32_t p = pieces.first; p < pieces.end; p++) {
            if (!check_piece(pack, SECTION_PIECES, p, where & 0xff) || !check_marks(pack, p))
                return false;
        }
    }
    return true;
}

static bool check_answer_pieces(const struct pack *pack)
{
    for (uint32_t a = 0; a < table_rows(pack, SECTION_ANSWERS); a++) {
        struct share pieces = share_of(pack, SECTION_ANSWERS, a, ANSWER_FIRST_PIECE, SECTION_ANSWER_PIECES);
        uint32_t document = table_word(pack, SECTION_ANSWERS, a, ANSWER_WHAT) & 0xff;

        for (uint32_t p = pieces.first; p < pieces.end; p++) {
            if (!check_piece(pack, SECTION_ANSWER_PIECES, p, document))
                return false;
        }
    }
    return true;
}

static bool is_degrees(uint32_t word, int32_t limit)
{
    return (int32_t)word >= -limit * 1000000 && (int32_t)word <= limit * 1000000;
}

static bool check_places(const struct pack *pack)
{
    uint32_t languages = table_rows(pack, SECTION_LANGUAGES);

    for (uint32_t p = 0; p < table_rows(pack, SECTION_PLACES); p++) {
        uint32_t inset = table_word(pack, SECTION_PLACES, p, PLACE_INSET);

        if (!is_degrees(table_word(pack, SECTION_PLACES, p, PLACE_LATITUDE), 90)
            || !is_degrees(table_word(pack, SECTION_PLACES, p, PLACE_LONGITUDE), 180)
            || (inset != 0 && inset >= table_rows(pack, SECTION_COASTS)))
            return false;
    }
    return table_rows(pack, SECTION_PLACE_ORDER) == languages * table_rows(pack, SECTION_PLACES)
        && table_rows(pack, SECTION_PERSON_ORDER) == languages * table_rows(pack, SECTION_PEOPLE);
}

static bool is_letter(uint32_t byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool check_styles(const struct pack *pack)
{
    for (uint32_t s = 0; s < table_rows(pack, SECTION_STYLES); s++) {
        uint32_t look = table_word(pack, SECTION_STYLES, s, STYLE_LOOK);
        uint32_t script = table_word(pack, SECTION_STYLES, s, STYLE_SCRIPT);

        if ((look >> 16 & 0xff) > 126 || look >> 24 > table_rows(pack, SECTION_TAGS))
            return false;
        for (int i = 0; i < 4; i++) {
            if (!is_letter(script >> 8 * i & 0xff))
                return false;
        }
    }
    return true;
}

static bool check_faces(const struct pack *pack)
{
    uint32_t role = 0, rows = table_rows(pack, SECTION_FACES);

    for (uint32_t f = 0; f < rows; f++) {
        uint32_t next = table_word(pack, SECTION_FACES, f, FACE_ROLE);

        if (next < role || next > role + (f > 0) || next >= PACK_ROLE_COUNT)
            return false;
        role = next;
    }
    return rows > 0 && role == PACK_ROLE_COUNT - 1;
}

static bool check_payloads(const struct pack *pack)
{
    uint64_t raw = 0;

    for (uint32_t p = 0; p < table_rows(pack, SECTION_PAYLOADS); p++) {
        struct share bytes = share_of(pack, SECTION_PAYLOADS, p, PAYLOAD_OFFSET, SECTION_PAYLOAD);

        raw += table_word(pack, SECTION_PAYLOADS, p, PAYLOAD_RAW);
        if (bytes.end - bytes.first > FORMAT_PAYLOAD_MAX || raw > FORMAT_PAYLOADS_RAW_MAX)
            return false;
    }
    return true;
}

/* Each number of a coast takes at least a byte, so the bytes limit the points. */
static bool check_coasts(const struct pack *pack)
{
    uint64_t all_points = 0;

    for (uint32_t c = 0; c < table_rows(pack, SECTION_COASTS); c++) {
        struct share rings = share_of(pack, SECTION_COASTS, c, COAST_FIRST_RING, SECTION_RINGS);
        uint32_t payload = table_word(pack, SECTION_COASTS, c, COAST_PAYLOAD);
        uint64_t points = 0;
        struct share bytes = share_of(pack, SECTION_PAYLOADS, payload, PAYLOAD_OFFSET, SECTION_PAYLOAD);
        uint32_t size = table_word(pack, SECTION_PAYLOADS, payload, PAYLOAD_RAW);

        for (uint32_t r = rings.first; r < rings.end; r++)
            points += table_word(pack, SECTION_RINGS, r, 0);
        all_points += points;
        if (2 * points > (size != 0 ? size : bytes.end - bytes.first) || all_points > FORMAT_POINTS_MAX)
            return false;
    }
    return true;
}

bool links_check(const struct pack *pack)
{
    if (!check_exhibit(pack) || !check_plurals(pack) || !check_lanes(pack) || !check_documents(pack) || !check_entries(pack))
        return false;
    for (uint32_t e = 0; e < table_rows(pack, SECTION_ENTRIES); e++) {
        if (!check_entry_sources(pack, e) || !check_entry_answers(pack, e))
            return false;
    }
    return check_sources(pack) && check_answer_pieces(pack) && check_places(pack) && check_styles(pack) && check_faces(pack)
        && check_payloads(pack) && check_coasts(pack) && texts_check(pack);
}
