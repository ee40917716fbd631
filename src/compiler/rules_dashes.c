/* Dashes (rule Y7) and ranges of years (rule Y10). */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/glue.h"
#include "compiler/rules_part.h"

enum { EN_DASH = 0x2013, EM_DASH = 0x2014, FIGURE_DASH = 0x2012, BAR = 0x2015 };

/* A run of digits that ends before, or begins at, byte `at`. */
static int digits_before(const char *text, size_t at)
{
    int digits = 0;

    while (at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9') {
        at--;
        digits++;
    }
    return digits;
}

static int digits_at(const char *text)
{
    return (int)strspn(text, "0123456789");
}

/* ---- dashes ------------------------------------------------------------------------------------------------------ */

static const char *fault_of_hyphen(UChar32 before, UChar32 after)
{
    if (u_isdigit(before) && u_isdigit(after))
        return "a range has an en dash: 1917–1921";
    if (rules_is_space(before) && rules_is_space(after))
        return "a remark in passing stands between spaced en dashes: –";
    if (rules_is_space(before) && u_isalpha(after))
        return "a hyphen stands behind a space; take the space out, or write a spaced en dash: –";
    if (after == '-')
        return "two hyphens are no dash; write an en dash: –";
    return NULL;
}

/* "10 April–19 May": a side of several words wants spaces. */
static bool joins_word_and_number(UChar32 before, UChar32 after, const char *right)
{
    UChar32 second = after ? rules_first(right + U8_LENGTH(after)) : 0;

    return (u_isalpha(before) && u_isdigit(after)) || (u_isdigit(before) && u_isalpha(after) && u_isalpha(second));
}

/* `at` and `behind` are the bytes of the dash and of what follows it. */
static const char *fault_of_en_dash(const char *bytes, size_t at, size_t behind)
{
    UChar32 before = rules_before(bytes, at), after = rules_first(bytes + behind);
    bool is_apart_left = rules_is_space(before), is_apart_right = rules_is_space(after);
    size_t left = is_apart_left ? at - (size_t)U8_LENGTH(before) : at;
    bool is_lone_year = digits_before(bytes, left) == 4 && (left == 4 || bytes[left - 5] == '(');
    bool are_years = is_lone_year && is_apart_left && is_apart_right && digits_at(bytes + behind + U8_LENGTH(after)) == 4;

    if ((is_apart_left && u_isalnum(after)) || (u_isalnum(before) && is_apart_right))
        return "the dash has a space on one side only; write one on both sides, or none in 1917–1921";
    if (are_years)
        return "a range of years has no spaces: 1917–1921";
    if (!is_apart_left && joins_word_and_number(before, after, bytes + behind))
        return "between two dates of several words the dash has a space on both sides";
    return NULL;
}

static const char *fault_of_dash(const char *bytes, size_t at, size_t behind, UChar32 character)
{
    switch (character) {
    case '-':
        return fault_of_hyphen(rules_before(bytes, at), rules_first(bytes + behind));
    case EN_DASH:
        return fault_of_en_dash(bytes, at, behind);
    case EM_DASH:
    case FIGURE_DASH:
    case BAR:
        return "the dash is too long; write a spaced en dash: –";
    default:
        return NULL;
    }
}

static void check_dash(const struct rules_text *text)
{
    for (size_t at = 0, behind; text->bytes[at]; at = behind) {
        const char *fault = NULL;
        UChar32 character = rules_first(text->bytes + at);

        behind = at + (size_t)(character > 0 ? U8_LENGTH(character) : 1);
        if (character == '-' || (character >= FIGURE_DASH && character <= BAR))
            fault = fault_of_dash(text->bytes, at, behind, character);
        if (!fault || (character == '-' && rules_is_address(text->bytes, at)))
            continue;
        rules_complain_at(text, at, fault);
        return;
    }
}

void rule_dash(const struct judge *judge)
{
    rules_each_text(judge, check_dash);
}

/* ---- ranges of years --------------------------------------------------------------------------------------------- */

/* "from" and its kin, which ask for "to"; each between spaces. */
static const char *words_of_beginning(enum glue_language language)
{
    switch (language) {
    case GLUE_PORTUGUESE:
        return " desde entre ";
    case GLUE_LITHUANIAN:
        return " nuo tarp ";
    case GLUE_POLISH:
        return " od między ";
    case GLUE_ENGLISH:
        return " from between ";
    default:
        return "";
    }
}

/* The word before the year that ends at byte `at` is one of `words`. */
static bool follows(const char *bytes, size_t at, const char *words)
{
    size_t end = at - 4, start;
    char word[24];

    if (!end || bytes[end - 1] != ' ')
        return false;
    for (start = --end; start > 0 && bytes[start - 1] != ' '; start--)
        ;
    if (end - start > sizeof word - 3)
        return false;
    word[0] = ' ';
    memcpy(word + 1, bytes + start, end - start);
    memcpy(word + 1 + (end - start), " ", 2);
    if (word[1] >= 'A' && word[1] <= 'Z')
        word[1] = (char)(word[1] - 'A' + 'a');
    return end > start && strstr(words, word);
}

static void check_range(const struct rules_text *text)
{
    const char *words = words_of_beginning(glue_language_of(text->visit.tag));

    for (const char *dash = text->bytes; (dash = strstr(dash, "–")); dash += 3) {
        size_t at = (size_t)(dash - text->bytes);
        int right = digits_at(dash + 3);

        if (digits_before(text->bytes, at) != 4 || !right)
            continue;
        if (right == 2)
            rules_complain_at(text, at, "the second year of a range is written in full: 1917–1921");
        else if (right == 4 && follows(text->bytes, at, words))
            rules_complain_at(text, at,
                              "a word such as \"from\" wants another one, not a dash; write both years with words, or "
                              "the dash alone");
        else
            continue;
        return;
    }
}

void rule_range(const struct judge *judge)
{
    rules_each_text(judge, check_range);
}
