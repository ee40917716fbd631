/* The words of the date of an event: the number of the day in them, brackets around what is the editors', what is read. */
#include "screen/event/event_date.h"

#include <string.h>

#include "screen/answer.h"
#include "text/utf8.h"
#include "timeline/calendar.h"

static const char dash[] = "\xE2\x80\x93";

/* ---- the day ---- */

static bool is_day(const struct pack_date *date)
{
    return date->precision == PACK_DAY || date->precision == PACK_NIGHT;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static uint32_t digits_at(struct pack_text text, uint32_t at)
{
    uint32_t length = 0;

    while (at + length < text.length && is_digit(text.bytes[at + length]))
        length++;
    return length;
}

/* "–18", "/8" behind a day; 0 = nothing of the kind. */
static uint32_t second_day(struct pack_text text, uint32_t at)
{
    uint32_t sign = 0, digits;

    if (text.length - at >= 3 && memcmp(text.bytes + at, dash, 3) == 0)
        sign = 3;
    else if (at < text.length && text.bytes[at] == '/')
        sign = 1;
    digits = sign ? digits_at(text, at + sign) : 0;
    return digits == 1 || digits == 2 ? sign + digits : 0;
}

bool event_date_find_day(const struct event_page *page, struct pack_text text, uint32_t *start, uint32_t *end)
{
    int day = calendar_date(page->facts.start.first_day).day;
    /* a night has two days; where only one is a number that can stand alone, the words stay together */
    bool is_night = page->facts.start.precision == PACK_NIGHT;

    if (!is_day(&page->facts.start) || (page->facts.is_span && !is_day(&page->facts.end)))
        return false;
    for (uint32_t at = 0; at < text.length; at++) {
        uint32_t length = digits_at(text, at);
        int number = 0;

        for (uint32_t i = 0; i < length && i < 4; i++)
            number = number * 10 + text.bytes[at + i] - '0';
        if (length > 0 && length <= 2 && number == day) {
            *start = at;
            *end = at + length + second_day(text, at + length);
            return strstr(text.bytes + *end, dash) == NULL && (!is_night || *end > at + length);
        }
        at += length;
    }
    return false;
}

struct pack_text event_date_part(struct event_page *page, struct pack_text text, uint32_t start, uint32_t end)
{
    utf8_trim(text.bytes, &start, &end);
    text_builder_clear(page->builder);
    text_builder_add(page->builder, text, start, end - start);
    return text_builder_text(page->builder);
}

/* ---- brackets ---- */

bool event_date_is_range(struct pack_text text)
{
    return strstr(text.bytes, dash) != NULL;
}

struct pack_text event_date_half_bracketed(struct event_page *page, struct pack_text text)
{
    const char *at = strstr(text.bytes, dash);
    uint32_t middle = at ? (uint32_t)(at - text.bytes) : 0, first_end = middle, second = middle + 3, end = text.length,
             zero = 0;

    if (!at)
        return text;
    utf8_trim(text.bytes, &zero, &first_end);
    utf8_trim(text.bytes, &second, &end);
    text_builder_clear(page->builder);
    if (page->facts.start.by == PACK_BY_EDITORS)
        text_builder_add_plain(page->builder, "[");
    text_builder_add(page->builder, text, 0, first_end);
    if (page->facts.start.by == PACK_BY_EDITORS)
        text_builder_add_plain(page->builder, "]");
    text_builder_add(page->builder, text, first_end, second - first_end);
    if (page->facts.end.by == PACK_BY_EDITORS)
        text_builder_add_plain(page->builder, "[");
    text_builder_add(page->builder, text, second, end - second);
    if (page->facts.end.by == PACK_BY_EDITORS)
        text_builder_add_plain(page->builder, "]");
    return text_builder_text(page->builder);
}

/* ---- what is read ---- */

struct pack_text event_date_spoken(struct event_page *page, struct kit *kit, bool is_bracketed)
{
    struct pack_text date = event_words(kit, PACK_ENTRY_DATE, page->entry);
    struct event_sides sides;

    if (event_sides_find(page, kit, &sides)) {
        struct answer_rest rest = answer_rest_of(kit, sides.answers[0]);

        text_builder_clear(page->builder);
        answer_add_before(page->builder, rest);
        for (int i = 0; i < sides.count; i++) {
            struct pack_text word = event_words(kit, PACK_ANSWER, sides.answers[i]);

            text_builder_add_plain(page->builder, i > 0 ? " ≠ " : "");
            text_builder_add(page->builder, word, 0, word.length);
        }
        answer_add_after(page->builder, rest);
        return text_builder_text(page->builder);
    }
    if (!is_bracketed)
        return page->facts.is_span ? event_date_half_bracketed(page, date) : date;
    text_builder_clear(page->builder);
    text_builder_add_plain(page->builder, "[");
    text_builder_add(page->builder, date, 0, date.length);
    text_builder_add_plain(page->builder, "]");
    return text_builder_text(page->builder);
}
