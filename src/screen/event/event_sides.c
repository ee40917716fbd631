#include "screen/event/event_date.h"

#include <string.h>

#include "text/utf8.h"

enum { LONGEST_SIDE = 4 /* characters */ };

bool event_sides_same(struct pack_text a, struct pack_text b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* False: these answers cannot stand beside each other as numbers. */
static bool add_side(struct kit *kit, struct event_sides *sides, int answer)
{
    struct pack_text word = event_words(kit, PACK_ANSWER, answer);

    if (utf8_count(word.bytes, word.length) > LONGEST_SIDE)
        return false;
    for (int i = 0; i < sides->count; i++) {
        if (!event_sides_same(event_words(kit, PACK_ANSWER_REST, answer),
                              event_words(kit, PACK_ANSWER_REST, sides->answers[i])))
            return false;
        if (event_sides_same(word, event_words(kit, PACK_ANSWER, sides->answers[i])))
            return true;
    }
    if (sides->count == EVENT_SIDES_MAX)
        return false;
    sides->answers[sides->count++] = answer;
    return true;
}

static bool is_within(struct pack_date a, struct pack_date b)
{
    return a.first_day >= b.first_day && a.last_day <= b.last_day;
}

/* Answers about something else, when the event ended say, belong to the comparison only. */
static bool is_about_its_day(const struct event_page *page, const struct kit *kit, const struct event_sides *sides)
{
    for (int i = 0; i < sides->count; i++) {
        if (is_within(pack_answer(kit->pack, sides->answers[i]).date, page->facts.start))
            return true;
    }
    return false;
}

bool event_sides_find(const struct event_page *page, struct kit *kit, struct event_sides *sides)
{
    for (int d = 0; d < page->facts.disagreement_count; d++) {
        struct pack_disagreement facts = pack_disagreement(kit->pack, page->facts.first_disagreement + d);
        bool is_good = true;

        *sides = (struct event_sides){.disagreement = page->facts.first_disagreement + d};
        for (int a = facts.first_answer; is_good && a < facts.first_answer + facts.answer_count; a++) {
            struct pack_answer answer = pack_answer(kit->pack, a);

            if (answer.differs && !answer.is_silent)
                is_good = answer.has_date && answer.date.precision == page->facts.start.precision && add_side(kit, sides, a);
        }
        if (is_good && sides->count >= 2 && is_about_its_day(page, kit, sides))
            return true;
    }
    return false;
}
