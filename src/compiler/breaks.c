#include "compiler/breaks.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf8.h>

#include "compiler/dashes.h"
#include "compiler/glue.h"
#include "compiler/hyphens.h"
#include "compiler/locale.h"
#include "compiler/memory.h"
#include "compiler/runs.h"

/* A language that a text or a part of one is written in. */
struct tongue {
    const char *tag;
    enum glue_language glue;
    struct hyphens *hyphens; /* NULL = words are not divided */
    struct dashes *dashes;
    struct runs_setting setting;
    bool is_opened, has_warned;
};

struct breaks {
    struct draft *draft;
    struct diag *diag;
    struct tongue *tongues; /* by draft->tags, and one more */
    struct runs *runs;
    uint8_t *gaps; /* of the text in work, length + 1 */
    uint32_t room;
};

/* ---- languages ------------------------------------------------------------------------------ */

static void open_tongue(struct tongue *tongue, const char *tag)
{
    tongue->is_opened = true;
    tongue->tag = tag;
    tongue->glue = glue_language_of(tag);
    tongue->hyphens = hyphens_open(tag);
    tongue->dashes = dashes_open(tag);
    tongue->setting.is_right_to_left = uloc_isRightToLeft(locale_of(tag).id);
    locale_script(tag, tongue->setting.script);
}

static void close_tongue(struct tongue *tongue)
{
    if (!tongue->is_opened)
        return;
    hyphens_close(tongue->hyphens);
    dashes_close(tongue->dashes);
}

/* The tag of a text is one of draft->tags; a stranger takes the place behind them. */
static struct tongue *tongue_of(struct breaks *breaks, const char *tag)
{
    int index = 0;

    while (index < breaks->draft->tag_count && strcmp(breaks->draft->tags[index], tag) != 0)
        index++;
    if (!breaks->tongues[index].is_opened)
        open_tongue(&breaks->tongues[index], tag);
    return &breaks->tongues[index];
}

/* The language at a byte that lies at or behind the last one asked for; *span remembers. */
static struct tongue *tongue_at(struct breaks *breaks, const struct draft_visit *visit,
                                struct tongue *own, uint32_t at, uint32_t *span)
{
    const struct draft_text *text = visit->text;
    uint8_t language;

    while (*span + 1 < text->span_count && text->spans[*span + 1].start <= at)
        ++*span;
    if (text->span_count == 0 || text->spans[*span].start > at)
        return own;
    language = text->spans[*span].language;
    return language == 0 || language > breaks->draft->tag_count
               ? own
               : tongue_of(breaks, breaks->draft->tags[language - 1]);
}

static void warn_without_hyphens(struct breaks *breaks, struct tongue *tongue)
{
    static const char *const DIVIDED[] = {"Latn", "Cyrl", "Grek", "Armn", "Geor"};

    if (tongue->hyphens || tongue->has_warned)
        return;
    tongue->has_warned = true;
    for (size_t i = 0; i < sizeof DIVIDED / sizeof DIVIDED[0]; i++)
        if (!memcmp(tongue->setting.script, DIVIDED[i], 4))
            diag_warning(breaks->diag, breaks->draft->at, "hyphenation",
                         "there is no hyphenation dictionary for \"%s\", so its words are not "
                         "divided; install the package "
                         "hyphen-%s if there is one",
                         tongue->tag, locale_language(tongue->tag).id);
}

/* ---- letters -------------------------------------------------------------------------------- */

/* The size of the character at `bytes` if it can be part of a word, else 0. */
static uint32_t letter_size(const char *bytes, uint32_t length)
{
    uint8_t byte = (uint8_t)bytes[0];
    int32_t size = 0;
    UChar32 character;

    if (byte < 0x80)
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (byte == 0xc2 || (byte == 0xc3 && ((uint8_t)bytes[1] == 0x97 || (uint8_t)bytes[1] == 0xb7)))
        return 0;
    if (byte < 0xe0)
        return 2;
    U8_NEXT_OR_FFFD(bytes, size, (int32_t)length, character);
    return u_isalpha(character) ? (uint32_t)size : 0;
}

/* Addresses and file names: "creativecommons.org", "a_b", "name@place". */
static bool is_technical(const char *token, uint32_t length)
{
    for (uint32_t i = 0; i + 1 < length; i++) {
        if (token[i] == '@' || token[i] == '_' || (token[i] == ':' && token[i + 1] == '/'))
            return true;
        if (token[i] == '.' && i > 0 && letter_size(token + i + 1, length - i - 1)
            && letter_size(token + i - 1, 1))
            return true;
    }
    return false;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* ---- one text ------------------------------------------------------------------------------- */

/* Titles are set whole at every size; the largest alone may leave no other way. */
static void divide_word(struct breaks *breaks, const struct draft_visit *visit, struct hyphens *hyphens,
                        uint32_t start, uint32_t length)
{
    const char *bytes = visit->text->bytes;
    int count;
    const struct hyphen *places = hyphens_of(hyphens, bytes + start, length, &count);

    for (int i = 0; i < count; i++)
        if (breaks->gaps[start + places[i].at] == PACK_BREAK_NONE)
            breaks->gaps[start + places[i].at] = visit->is_title ? PACK_BREAK_HYPHEN_LARGE : places[i].kind;
}

/* Divides the words of bytes [start, end), which hold no space. */
static void divide_token(struct breaks *breaks, const struct draft_visit *visit, struct tongue *own,
                         uint32_t start, uint32_t end)
{
    const char *bytes = visit->text->bytes;
    uint32_t span = 0;

    if (is_technical(bytes + start, end - start))
        return;
    for (uint32_t at = start; at < end;) {
        uint32_t word = at, size;
        bool is_in_number = at > start && is_digit(bytes[at - 1]);
        struct tongue *tongue;

        while (at < end && (size = letter_size(bytes + at, end - at)))
            at += size;
        if (at == word) {
            at++;
            continue;
        }
        if (at - word < 5 || is_in_number || (at < end && is_digit(bytes[at])))
            continue;
        tongue = tongue_at(breaks, visit, own, word, &span);
        if (tongue->hyphens)
            divide_word(breaks, visit, tongue->hyphens, word, at - word);
    }
}

static void mark_text(struct breaks *breaks, const struct draft_visit *visit, struct tongue *own,
                      uint32_t length)
{
    const char *bytes = visit->text->bytes;
    struct glue_word before = {0}, left = {0};
    enum glue_language glue = own->glue; /* of `left` */
    uint32_t span = 0;

    for (uint32_t start = 0; start < length;) {
        const char *space = memchr(bytes + start, ' ', length - start);
        uint32_t end = space ? (uint32_t)(space - bytes) : length;
        struct tongue *tongue = tongue_at(breaks, visit, own, start, &span);
        struct glue_word right = glue_word(bytes + start, end - start);

        if (start > 0)
            breaks->gaps[start - 1] =
                (uint8_t)glue_between(glue, &before, &left, &right, visit->is_title);
        dashes_mark(tongue->dashes, bytes + start, end - start, breaks->gaps + start);
        if (end - start >= 5)
            divide_token(breaks, visit, own, start, end);
        before = left;
        left = right;
        glue = tongue->glue;
        start = end + 1;
    }
}

static void clear_gaps(struct breaks *breaks, uint32_t length)
{
    if (breaks->room < length + 1) {
        breaks->room = length * 2 + 1024;
        breaks->gaps = memory_must(realloc(breaks->gaps, breaks->room));
    }
    memset(breaks->gaps, PACK_BREAK_NONE, length + 1);
}

static void keep_gaps(struct breaks *breaks, struct draft_text *text, uint32_t length)
{
    text->breaks = NULL;
    for (uint32_t i = 0; i <= length; i++) {
        if (breaks->gaps[i] == PACK_BREAK_NONE)
            continue;
        text->breaks = draft_alloc(breaks->draft, length + 1);
        memcpy(text->breaks, breaks->gaps, length + 1);
        return;
    }
}

/* U+202F takes three bytes, U+00A0 two: spans behind it move. */
static void replace_narrow_spaces(struct draft *draft, struct draft_text *text)
{
    const char *found = strstr(text->bytes, "\u202f");
    char *bytes;

    if (!found)
        return;
    bytes = draft_copy(draft, text->bytes, strlen(text->bytes));
    for (char *at = bytes; (at = strstr(at, "\u202f")); at += 2) {
        memcpy(at, "\u00a0", 2);
        memmove(at + 2, at + 3, strlen(at + 3) + 1);
        for (uint32_t i = 0; i < text->span_count; i++)
            text->spans[i].start -= text->spans[i].start > (uint32_t)(at - bytes);
    }
    text->bytes = bytes;
}

static void visit_text(struct draft_visit visit, void *context)
{
    struct breaks *breaks = context;
    struct tongue *own = tongue_of(breaks, visit.tag);
    uint32_t length;

    if (visit.language >= 0)
        replace_narrow_spaces(breaks->draft, visit.text);
    length = (uint32_t)strlen(visit.text->bytes);
    if (!visit.is_title)
        warn_without_hyphens(breaks, own);
    clear_gaps(breaks, length);
    mark_text(breaks, &visit, own, length);
    keep_gaps(breaks, visit.text, length);
    runs_fill(breaks->runs, breaks->draft, visit.text, length, own->setting);
}

void breaks_fill(struct draft *draft, struct diag *diag)
{
    struct breaks breaks = {.draft = draft, .diag = diag, .runs = runs_create()};

    breaks.tongues = memory_take_zeroed((size_t)draft->tag_count + 1, sizeof *breaks.tongues);
    draft_each_text(draft, visit_text, &breaks);
    for (int i = 0; i <= draft->tag_count; i++)
        close_tongue(&breaks.tongues[i]);
    free(breaks.tongues);
    runs_destroy(breaks.runs);
    free(breaks.gaps);
}
