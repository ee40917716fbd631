/* Spaces: one between words, none before a full stop or comma, one behind it, one between a number and its unit. */
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/glue.h"
#include "compiler/rules_part.h"

enum { SUPERSCRIPT_A = 0xAA, SUPERSCRIPT_O = 0xBA };

/* ---- around punctuation ------------------------------------------------------------------------------------------ */

/* French alone writes a space before the higher signs. */
static bool takes_space_before(const struct rules_text *text, char sign)
{
    return !strncmp(text->visit.tag, "fr", 2) && strchr(":;!?", sign);
}

/* `bytes[at]` is one of . , ; : ! ? ) ] */
static const char *fault_before_sign(const struct rules_text *text, size_t at)
{
    UChar32 before = rules_before(text->bytes, at), after = rules_first(text->bytes + at + 1);

    if (!rules_is_space(before) || takes_space_before(text, text->bytes[at]))
        return NULL;
    if (text->bytes[at] == '.' && (u_isalnum(after) || after == '.'))
        return NULL;
    return "there is a space before the punctuation; take it out";
}

/* A full stop joins the letters of abbreviations, so only "end.Next" is a fault. */
static const char *fault_behind_sign(const struct rules_text *text, size_t at)
{
    UChar32 before = rules_before(text->bytes, at), after = rules_first(text->bytes + at + 1);
    char sign = text->bytes[at];

    if (!u_isalpha(before) || !u_isalpha(after) || strchr(")]", sign))
        return NULL;
    if (sign == '.' && !(u_islower(before) && u_isupper(after)))
        return NULL;
    if (rules_is_address(text->bytes, at))
        return NULL;
    return "a space is missing behind the punctuation";
}

static const char *fault_of_sign(const struct rules_text *text, size_t at)
{
    char sign = text->bytes[at];
    const char *fault;

    if (strchr("([", sign))
        return rules_is_space(rules_first(text->bytes + at + 1)) ? "there is a space behind the bracket; take it out" : NULL;
    fault = fault_before_sign(text, at);
    return fault ? fault : fault_behind_sign(text, at);
}

/* ---- between words ----------------------------------------------------------------------------------------------- */

static const char *fault_of_space(const struct rules_text *text, size_t at)
{
    UChar32 after = rules_first(text->bytes + at + 1);

    if (at == 0 || !after)
        return "the text begins or ends with a space; take it out";
    return rules_is_space(after) || rules_is_space(rules_before(text->bytes, at)) ? "there are two spaces; take one out" : NULL;
}

/* English ordinals and decades: 1st, 20th, 1920s. */
static bool is_ending(const struct rules_text *text, size_t at)
{
    static const char *const ENDINGS[] = {"st", "nd", "rd", "th", "s"};

    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        size_t length = strlen(ENDINGS[i]);

        if (!strncmp(text->bytes + at, ENDINGS[i], length) && !u_isalpha(rules_first(text->bytes + at + length)))
            return glue_language_of(text->visit.tag) == GLUE_ENGLISH;
    }
    return false;
}

/* `at` is the last digit of a number: "1922m." */
static const char *fault_of_number(const struct rules_text *text, size_t at)
{
    UChar32 after = rules_first(text->bytes + at + 1);
    size_t start = at;

    if (!u_islower(after) || after == SUPERSCRIPT_A || after == SUPERSCRIPT_O || is_ending(text, at + 1))
        return NULL;
    while (start > 0 && text->bytes[start - 1] >= '0' && text->bytes[start - 1] <= '9')
        start--;
    if (u_isalpha(rules_before(text->bytes, start)) || rules_is_address(text->bytes, at))
        return NULL;
    return "a space is missing between the number and what follows";
}

static const char *fault_at(const struct rules_text *text, size_t at)
{
    char sign = text->bytes[at];

    if (sign == ' ')
        return fault_of_space(text, at);
    if (sign >= '0' && sign <= '9')
        return fault_of_number(text, at);
    return strchr(".,;:!?)]([", sign) ? fault_of_sign(text, at) : NULL;
}

static void check_space(const struct rules_text *text)
{
    for (size_t at = 0; text->bytes[at]; at++) {
        const char *fault = fault_at(text, at);

        if (!fault)
            continue;
        rules_complain_at(text, at, fault);
        return;
    }
}

void rule_space(const struct judge *judge)
{
    rules_each_text(judge, check_space);
}

/* ---- ellipses ---------------------------------------------------------------------------------------------------- */

static void check_ellipsis(const struct rules_text *text)
{
    const char *found = strstr(text->bytes, "..");

    if (found && !rules_is_address(text->bytes, (size_t)(found - text->bytes)))
        rules_complain_at(text, (size_t)(found - text->bytes),
                          found[2] == '.' ? "three full stops are one sign: …" : "there are two full stops; write one, or …");
}

void rule_ellipsis(const struct judge *judge)
{
    rules_each_text(judge, check_ellipsis);
}
