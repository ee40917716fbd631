/* The walk over every text in the visitor's languages, and how a rule points at a place in one. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include <unicode/utf8.h>

#include "compiler/rules_part.h"

enum { EXCERPT_BYTES = 20, SENTENCE_BYTES = 320 };

struct walk {
    const struct judge *judge;
    rules_check_text *check;
};

/* The words of an entry stand in its Markdown; what is attributed to its YAML are dates the compiler has put into words. */
static bool is_made_here(const struct draft_text *text)
{
    static const char facts[] = "/entry.yaml";
    size_t length = strlen(text->at.path), tail = sizeof facts - 1;

    return length >= tail && strcmp(text->at.path + length - tail, facts) == 0;
}

static void visit(struct draft_visit visit, void *context)
{
    const struct walk *walk = context;

    if (visit.language >= 0 && visit.text->bytes && visit.text->at.path && !is_made_here(visit.text))
        walk->check(&(struct rules_text){walk->judge, visit, visit.text->bytes});
}

void rules_each_text(const struct judge *judge, rules_check_text *check)
{
    struct walk walk = {judge, check};

    draft_each_text(judge->draft, visit, &walk);
}

void rules_complain(const struct rules_text *text, const char *format, ...)
{
    char sentence[SENTENCE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    diag_error(text->judge->diag, text->visit.text->at, text->judge->rule->name, "%s", sentence);
}

/* The words around byte `at`: a paragraph is one line, so that its number alone says little. */
void rules_complain_at(const struct rules_text *text, size_t at, const char *sentence)
{
    const char *bytes = text->bytes;
    size_t start = at, end = at;

    while (start > 0 && (at - start < EXCERPT_BYTES || ((unsigned char)bytes[start] & 0xC0) == 0x80))
        start--;
    if (start > 0)
        start += strcspn(bytes + start, " ");
    while (start < at && (bytes[start] == ' ' || !strncmp(bytes + start, "…", 3)))
        start += bytes[start] == ' ' ? 1 : 3;
    while (bytes[end] && (end - at < EXCERPT_BYTES || bytes[end] != ' '))
        end++;
    rules_complain(text, "\"%s%.*s%s\": %s", start > 0 ? "…" : "", (int)(end - start), bytes + start, bytes[end] ? "…" : "",
                   sentence);
}

UChar32 rules_first(const char *text)
{
    UChar32 character = 0;
    int at = 0;

    if (text && *text)
        U8_NEXT(text, at, -1, character);
    return character;
}

UChar32 rules_before(const char *text, size_t at)
{
    int32_t place = (int32_t)at;
    UChar32 character = 0;

    if (at > 0)
        U8_PREV(text, 0, place, character);
    return character;
}

bool rules_is_space(UChar32 character)
{
    return character == ' ' || character == 0xA0 || character == 0x202F;
}

bool rules_is_address(const char *text, size_t at)
{
    size_t end = at + strcspn(text + at, " ");
    bool has_slash = false, has_stop = false;

    while (at > 0 && text[at - 1] != ' ')
        at--;
    for (; at < end; at++) {
        has_slash |= text[at] == '/' || text[at] == '@';
        has_stop |= text[at] == '.' || text[at] == ':';
    }
    return has_slash && has_stop;
}
