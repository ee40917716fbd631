/* Quotation marks (rule Y6) and dashes (rule Y7) of every text in the visitor's languages; documents stay as they are. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "compiler/rules_part.h"

enum { APOSTROPHE = 0x2019, EN_DASH = 0x2013, EM_DASH = 0x2014, NO_BREAK_SPACE = 0xA0 };

struct reading {
    const struct judge *judge;
    struct draft_visit visit;
};

typedef void check_text(const struct reading *reading);

struct walk {
    const struct judge *judge;
    check_text *check;
};

static void visit(struct draft_visit visit, void *context)
{
    const struct walk *walk = context;

    if (visit.language >= 0 && visit.text->bytes && visit.text->at.path)
        walk->check(&(struct reading){walk->judge, visit});
}

static void each_text(const struct judge *judge, check_text *check)
{
    struct walk walk = {judge, check};

    draft_each_text(judge->draft, visit, &walk);
}

__attribute__((format(printf, 2, 3))) static void complain(const struct reading *reading, const char *format, ...)
{
    char sentence[256];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    diag_error(reading->judge->diag, reading->visit.text->at, reading->judge->rule->name, "%s", sentence);
}

static UChar32 first_of(const char *text)
{
    UChar32 character = 0;
    int at = 0;

    if (text && *text)
        U8_NEXT(text, at, -1, character);
    return character;
}

/* ---- quotation marks --------------------------------------------------------------------------------------------- */

static void check_straight(const struct reading *reading)
{
    const char *bytes = reading->visit.text->bytes, *found = strpbrk(bytes, "\"'`");
    const struct draft_language *language = &reading->judge->draft->languages[reading->visit.language];

    if (!found)
        return;
    if (*found == '"')
        complain(reading, "a straight \" stands in the text; write %s…%s", language->quote_open ? language->quote_open : "“",
                 language->quote_close ? language->quote_close : "”");
    else
        complain(reading, "a straight %c stands in the text; an apostrophe is ’", *found);
}

void rule_straight_quote(const struct judge *judge)
{
    each_text(judge, check_straight);
}

static bool is_quote_mark(UChar32 character)
{
    return character == 0xAB || character == 0xBB || (character >= 0x2018 && character <= 0x201F) || character == 0x2039
        || character == 0x203A || (character >= 0x300C && character <= 0x300F);
}

/* The marks of one language. */
struct marks {
    UChar32 open, close, inner_open, inner_close;
};

static bool belongs(struct marks marks, UChar32 character)
{
    return character == marks.open || character == marks.close || character == marks.inner_open
        || character == marks.inner_close || character == APOSTROPHE;
}

static const char *fault_of_mark(struct marks marks, UChar32 character, UChar32 before, UChar32 after, int *depth)
{
    if (character == marks.open) {
        (*depth)++;
        return after == ' ' ? "there is a space behind the opening quotation mark; take it out" : NULL;
    }
    if (character == marks.close) {
        if (--*depth < 0)
            return "a quotation is closed that was never opened; look at its first mark";
        return before == ' ' ? "there is a space before the closing quotation mark; take it out" : NULL;
    }
    if (character == marks.inner_open && character != APOSTROPHE && *depth == 0)
        return "inner quotation marks stand outside outer ones; write the outer ones";
    return NULL;
}

/* A passage of a document may begin or end in the middle of somebody's words; its marks need not be in pairs. */
static void check_pairs(const struct reading *reading, struct marks marks)
{
    const char *bytes = reading->visit.text->bytes, *fault = NULL;
    UChar32 before = 0, character, after;
    int at = 0, depth = 0;

    if (reading->visit.role == PACK_DOCUMENT || marks.open == marks.close)
        return;
    while (bytes[at] && !fault) {
        U8_NEXT(bytes, at, -1, character);
        after = first_of(bytes + at);
        fault = fault_of_mark(marks, character, before, after, &depth);
        before = character;
    }
    if (!fault && depth > 0)
        fault = "a quotation is not closed; write its second mark";
    if (fault)
        complain(reading, "%s", fault);
}

static void check_marks(const struct reading *reading)
{
    const struct draft_language *language = &reading->judge->draft->languages[reading->visit.language];
    struct marks marks = {first_of(language->quote_open), first_of(language->quote_close), first_of(language->inner_open),
                          first_of(language->inner_close)};
    const char *bytes = reading->visit.text->bytes;
    UChar32 character;
    int at = 0;

    if (!marks.open)
        return;
    while (bytes[at]) {
        int start = at;

        U8_NEXT(bytes, at, -1, character);
        if (!is_quote_mark(character) || belongs(marks, character))
            continue;
        complain(reading, "%.*s is no quotation mark of %s; write %s…%s, inside them %s…%s", at - start, bytes + start,
                 language->tag, language->quote_open, language->quote_close, language->inner_open, language->inner_close);
        return;
    }
    check_pairs(reading, marks);
}

void rule_quote_marks(const struct judge *judge)
{
    each_text(judge, check_marks);
}

/* ---- dashes ------------------------------------------------------------------------------------------------------ */

static bool is_space(UChar32 character)
{
    return character == ' ' || character == NO_BREAK_SPACE;
}

static const char *fault_of_dash(UChar32 character, UChar32 before, UChar32 after)
{
    if (character == '-' && u_isdigit(before) && u_isdigit(after))
        return "a range has an en dash: 1917–1921";
    if (character == '-' && is_space(before) && is_space(after))
        return "a remark in passing stands between spaced en dashes: –";
    if (character == '-' && after == '-')
        return "two hyphens are no dash; write an en dash: –";
    if (character == EM_DASH)
        return "the dash is too long; write a spaced en dash: –";
    if (character == EN_DASH && ((is_space(before) && u_isalnum(after)) || (u_isalnum(before) && is_space(after))))
        return "the dash has a space on one side only; write one on both sides, or none in 1917–1921";
    return NULL;
}

static void check_dash(const struct reading *reading)
{
    const char *bytes = reading->visit.text->bytes, *fault = NULL;
    UChar32 before = 0, character;
    int at = 0;
    bool is_address = false;

    while (bytes[at] && !fault) {
        U8_NEXT(bytes, at, -1, character);
        is_address = !is_space(character) && (is_address || character == '/');
        if (!is_address)
            fault = fault_of_dash(character, before, first_of(bytes + at));
        before = character;
    }
    if (fault)
        complain(reading, "%s", fault);
}

void rule_dash(const struct judge *judge)
{
    each_text(judge, check_dash);
}
