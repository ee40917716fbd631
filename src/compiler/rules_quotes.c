/* Quotation marks (rule Y6) of every text in the visitor's languages; documents stay as they are. */
#include <string.h>

#include <unicode/utf8.h>

#include "compiler/rules_part.h"

enum { APOSTROPHE = 0x2019 };

static void check_straight(const struct rules_text *text)
{
    const char *bytes = text->bytes, *found = strpbrk(bytes, "\"'`");
    const struct draft_language *language = &text->judge->draft->languages[text->visit.language];

    if (!found)
        return;
    if (*found == '"')
        rules_complain(text, "a straight \" stands in the text; write %s…%s", language->quote_open ? language->quote_open : "“",
                       language->quote_close ? language->quote_close : "”");
    else
        rules_complain(text, "a straight %c stands in the text; an apostrophe is ’", *found);
}

void rule_straight_quote(const struct judge *judge)
{
    rules_each_text(judge, check_straight);
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
static void check_pairs(const struct rules_text *text, struct marks marks)
{
    const char *bytes = text->bytes, *fault = NULL;
    UChar32 before = 0, character, after;
    int at = 0, depth = 0;

    if (text->visit.role == PACK_DOCUMENT || marks.open == marks.close)
        return;
    while (bytes[at] && !fault) {
        U8_NEXT(bytes, at, -1, character);
        after = rules_first(bytes + at);
        fault = fault_of_mark(marks, character, before, after, &depth);
        before = character;
    }
    if (!fault && depth > 0)
        fault = "a quotation is not closed; write its second mark";
    if (fault)
        rules_complain(text, "%s", fault);
}

static void check_marks(const struct rules_text *text)
{
    const struct draft_language *language = &text->judge->draft->languages[text->visit.language];
    struct marks marks = {rules_first(language->quote_open), rules_first(language->quote_close),
                          rules_first(language->inner_open), rules_first(language->inner_close)};
    const char *bytes = text->bytes;
    UChar32 character;
    int at = 0;

    if (!marks.open)
        return;
    while (bytes[at]) {
        int start = at;

        U8_NEXT(bytes, at, -1, character);
        if (!is_quote_mark(character) || belongs(marks, character))
            continue;
        rules_complain(text, "%.*s is no quotation mark of %s; write %s…%s, inside them %s…%s", at - start, bytes + start,
                       language->tag, language->quote_open, language->quote_close, language->inner_open, language->inner_close);
        return;
    }
    check_pairs(text, marks);
}

void rule_quote_marks(const struct judge *judge)
{
    rules_each_text(judge, check_marks);
}
