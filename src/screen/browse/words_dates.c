/* Dates on the timeline: years, months in view, the dates of entries and those that documents give. */
#include "screen/browse/browse.h"

#include <stdio.h>
#include <string.h>

#include "screen/answer.h"
#include "text/utf8.h"
#include "timeline/calendar.h"

/* ---- years and months ---- */

struct pack_text words_year(struct browse *browse, struct kit *kit, int year)
{
    char digits[16];

    if (year < 1) /* astronomers' year 0 is the first before Christ */
        return words_filled(browse, parts_string(kit, PACK_STRING_DATE_BEFORE_CHRIST), "year", 1 - year);
    snprintf(digits, sizeof digits, "%d", year);
    return words_plain(browse, digits);
}

/* Before Christ the era stands where the grammar of the sentence wants it, so that there are two patterns of each. */
static int years_counted(int year)
{
    return year < 1 ? 1 - year : year;
}

struct pack_text words_no_event(struct browse *browse, struct kit *kit, int year)
{
    return words_filled(browse,
                        parts_string(kit, year < 1 ? PACK_STRING_TIMELINE_NO_EVENT_BEFORE_CHRIST
                                                   : PACK_STRING_TIMELINE_NO_EVENT),
                        "year", years_counted(year));
}

const struct block *words_year_block(struct browse *browse, struct kit *kit, enum type type, int year)
{
    return parts_block(kit, words_year(browse, kit, year), words_line(kit, FONT_DISPLAY, type), 0);
}

static void add_month(struct browse *browse, struct kit *kit, int month, enum months months, bool is_first)
{
    int index = month - 1 + (months == MONTHS_SHORT ? 12 : 0);
    struct pack_text name = pack_text(kit->pack, kit->session->language, PACK_MONTH_NAME, index);
    char capital[5] = {0};
    uint32_t code, start = 0;

    if (is_first && (start = (uint32_t)utf8_decode(name.bytes, name.length, &code)) > 0) {
        struct pack_span span = name.spans[0]; /* in the face of the letter it stands for */

        uint32_t length = (uint32_t)utf8_encode(utf8_capital(code), capital);

        text_builder_add(browse->words, (struct pack_text){capital, length, NULL, &span, 1}, 0, length);
    }
    text_builder_add(browse->words, name, start, name.length - start);
}

void words_add_year(struct browse *browse, struct kit *kit, int year)
{
    char digits[16];

    snprintf(digits, sizeof digits, "%d", years_counted(year));
    if (year < 1)
        text_builder_add_template(browse->words, parts_string(kit, PACK_STRING_DATE_BEFORE_CHRIST), "year",
                                  words_plain(browse, digits));
    else
        text_builder_add_plain(browse->words, digits);
}

void words_add_months(struct browse *browse, struct kit *kit, struct calendar_date date, int last_month, enum months months)
{
    static const char month[] = "{month}", year[] = "{year}";
    struct pack_text pattern = parts_string(kit, date.year < 1 ? PACK_STRING_DATE_MONTH_YEAR_BEFORE_CHRIST
                                                               : PACK_STRING_DATE_MONTH_YEAR);
    uint32_t at = 0, done = 0;
    char digits[16];

    for (; at < pattern.length; at++) {
        bool is_month = strncmp(pattern.bytes + at, month, sizeof month - 1) == 0;
        if (!is_month && strncmp(pattern.bytes + at, year, sizeof year - 1) != 0)
            continue;
        text_builder_add(browse->words, pattern, done, at - done);
        done = at + (uint32_t)(is_month ? sizeof month : sizeof year) - 1;
        if (!is_month) {
            snprintf(digits, sizeof digits, "%d", years_counted(date.year));
            text_builder_add_plain(browse->words, digits);
            continue;
        }
        add_month(browse, kit, date.month, months, text_builder_text(browse->words).length == 0);
        if (last_month != date.month) {
            text_builder_add_plain(browse->words, "\u2013");
            add_month(browse, kit, last_month, months, false);
        }
    }
    text_builder_add(browse->words, pattern, done, pattern.length - done);
}

/* ---- of entries ---- */

static bool is_by_editors(const struct pack_entry *entry)
{
    return entry->start.by == PACK_BY_EDITORS || (entry->is_span && entry->end.by == PACK_BY_EDITORS);
}

static struct pack_text date_of(struct browse *browse, struct kit *kit, int entry)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct pack_text date = pack_text(kit->pack, kit->session->language, PACK_ENTRY_DATE, entry);

    if (!is_by_editors(&what))
        return date;
    text_builder_clear(browse->words);
    text_builder_add_plain(browse->words, "[");
    text_builder_add(browse->words, date, 0, date.length);
    text_builder_add_plain(browse->words, "]");
    return text_builder_text(browse->words);
}

const struct block *words_date(struct browse *browse, struct kit *kit, int entry)
{
    return parts_block(kit, date_of(browse, kit, entry), words_line(kit, FONT_NARROW, TYPE_SMALL), 0);
}

const struct block *words_date_wrapped(struct browse *browse, struct kit *kit, int entry, int width_px)
{
    return parts_block(kit, date_of(browse, kit, entry), parts_style(kit, FONT_NARROW, TYPE_SMALL), width_px);
}

/* ---- of a document ---- */

bool words_voice_tells_date(struct kit *kit, int entry, int document)
{
    struct pack_entry what = pack_entry(kit->pack, entry);
    struct pack_date date;
    int answer;
    bool differs, is_told = document < 0 || what.start.by == PACK_BY_EDITORS || what.shown_from_count == 0;

    for (int k = 0; k < what.shown_from_count && !is_told; k++)
        is_told = pack_source(kit->pack, pack_entry_shown_from(kit->pack, what.first_shown_from + k)).document == document;
    return is_told || voices_own_date(kit, entry, document, &date, &answer, &differs);
}

struct pack_text words_voice_date_text(struct browse *browse, struct kit *kit, int entry, int document)
{
    struct pack_date date;
    int answer;
    bool differs;

    if (!voices_own_date(kit, entry, document, &date, &answer, &differs))
        return date_of(browse, kit, entry);
    text_builder_clear(browse->words);
    answer_add(kit, browse->words, answer);
    while ((answer = voices_next_answer(kit, entry, answer)) >= 0) {
        text_builder_add_plain(browse->words, " \u2260 ");
        answer_add(kit, browse->words, answer);
    }
    return text_builder_text(browse->words);
}

const struct block *words_voice_date(struct browse *browse, struct kit *kit, int entry, int document)
{
    return parts_block(kit, words_voice_date_text(browse, kit, entry, document), words_line(kit, FONT_NARROW, TYPE_SMALL), 0);
}

const struct block *words_voice_date_wrapped(struct browse *browse, struct kit *kit, int entry, int document, int width_px)
{
    struct pack_text date = words_voice_date_text(browse, kit, entry, document);

    return parts_block(kit, date, parts_style(kit, FONT_NARROW, TYPE_SMALL), width_px);
}

void words_spoken(struct browse *browse, struct kit *kit, int entry, int document, char *spoken, size_t size)
{
    int language = kit->session->language;
    struct pack_text date = document < 0 ? pack_text(kit->pack, language, PACK_ENTRY_DATE, entry)
                                         : words_voice_date_text(browse, kit, entry, document);

    snprintf(spoken, size, "%s. %s. %s.", date.bytes, pack_text(kit->pack, language, PACK_ENTRY_TITLE, entry).bytes,
             pack_text(kit->pack, language, PACK_LANE_NAME, pack_entry(kit->pack, entry).lane).bytes);
}
