/*
 * Numbers (rule Y8): from five digits on they are grouped, by a space in Portuguese, Lithuanian and Polish, by a comma in
 * English; the decimals stand behind a comma, in English behind a point. Other languages are not judged.
 */
#include <string.h>

#include <unicode/uchar.h>

#include "compiler/glue.h"
#include "compiler/numbers.h"
#include "compiler/rules_part.h"

enum { GROUPED_FROM = 5 };

/* ---- faults ------------------------------------------------------------------------------------------------------ */

/* "CC BY-SA 4.0": the number of a version belongs to its siglum. */
static bool is_version(const char *text, size_t start)
{
    return start >= 2 && text[start - 1] == ' ' && u_isupper(rules_before(text, start - 1));
}

static const char *fault_of_groups(const struct number *number, bool is_english)
{
    bool is_grouped = number_is_grouped(number);

    if (number->groups == 1)
        return number->digits < GROUPED_FROM ? NULL
            : is_english                     ? "five digits and more are grouped: 50,000"
                                             : "five digits and more are grouped: 50 000";
    if (!is_grouped)
        return NULL;
    if (number->digits < GROUPED_FROM)
        return "four digits are not grouped: 4500";
    if (is_english ? number->separator != ',' : number->separator != ' ')
        return is_english ? "thousands stand apart by a comma: 50,000" : "thousands stand apart by a space: 50 000";
    return NULL;
}

static const char *fault_of_decimals(const struct number *number, bool is_english)
{
    if (number->groups != 2 || number->last == 3 || number->separator == ' ')
        return NULL;
    if (is_english && number->separator == ',' && number->last < 3)
        return "decimals stand behind a point: 1.5";
    if (!is_english && number->separator == '.' && number->last < 3)
        return "decimals stand behind a comma: 1,5";
    return NULL;
}

static const char *fault_of_number(const struct rules_text *text, const struct number *number)
{
    bool is_english = glue_language_of(text->visit.tag) == GLUE_ENGLISH;
    UChar32 before = rules_before(text->bytes, number->start), after = rules_first(text->bytes + number->end);
    const char *fault;

    if (u_isalpha(before) || before == '.' || before == '#' || u_isalpha(after) || rules_is_address(text->bytes, number->start))
        return NULL;
    if (number->groups == 3 && number->separator == '.' && number->last == 4)
        return "a date is written in words";
    fault = fault_of_groups(number, is_english);
    if (!fault && !is_version(text->bytes, number->start))
        fault = fault_of_decimals(number, is_english);
    return fault;
}

static void check_number(const struct rules_text *text)
{
    struct number number;

    if (glue_language_of(text->visit.tag) == GLUE_OTHER)
        return;
    for (size_t at = 0; number_next(text->bytes, at, &number); at = number.end) {
        const char *fault = fault_of_number(text, &number);

        if (!fault)
            continue;
        rules_complain_at(text, number.start, fault);
        return;
    }
}

void rule_number(const struct judge *judge)
{
    rules_each_text(judge, check_number);
}
