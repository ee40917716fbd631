#include "compiler/runs.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "compiler/memory.h"

/* One character of the text in work. */
struct cell {
    uint32_t start;
    UScriptCode script;
    UBiDiLevel level;
};

struct runs {
    UBiDi *bidi;
    struct cell *cells; /* by character */
    UChar *units;       /* the text in UTF-16 */
    uint32_t *cell_of;  /* by unit */
    struct pack_span *spans;
    uint32_t room, count, unit_count;
};

struct runs *runs_create(void)
{
    struct runs *runs = memory_must(calloc(1, sizeof *runs));

    runs->bidi = memory_must(ubidi_open());
    return runs;
}

void runs_destroy(struct runs *runs)
{
    if (!runs)
        return;
    ubidi_close(runs->bidi);
    free(runs->cells);
    free(runs->units);
    free(runs->cell_of);
    free(runs->spans);
    free(runs);
}

static void make_room(struct runs *runs, uint32_t length)
{
    if (length <= runs->room)
        return;
    runs->room = length * 2;
    runs->cells = memory_must(realloc(runs->cells, runs->room * sizeof *runs->cells));
    runs->units = memory_must(realloc(runs->units, runs->room * sizeof *runs->units));
    runs->cell_of = memory_must(realloc(runs->cell_of, runs->room * sizeof *runs->cell_of));
    runs->spans = memory_must(realloc(runs->spans, runs->room * sizeof *runs->spans));
}

/* ---- what a text contains ------------------------------------------------------------------- */

/* Latin, spaces and punctuation up to U+036F, and General Punctuation without its direction marks.
 */
static bool is_plain_latin(const char *bytes, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        uint8_t byte = (uint8_t)bytes[i];

        if (byte < 0x80)
            continue;
        if (byte == 0xe2 && (uint8_t)bytes[i + 1] == 0x80 && (uint8_t)bytes[i + 2] >= 0x90
            && (uint8_t)bytes[i + 2] <= 0xa7)
            i += 2;
        else if (byte >= 0xcd)
            return false;
        else
            i++;
    }
    return true;
}

static bool is_strong_right_to_left(UChar32 character)
{
    return (character >= 0x590 && character <= 0x8ff)
           || (character >= 0xfb1d && character <= 0xfefc)
           || (character >= 0x10800 && character <= 0x10fff)
           || (character >= 0x1e800 && character <= 0x1efff)
           || (character >= 0x200e && character <= 0x200f)
           || (character >= 0x202a && character <= 0x202e)
           || (character >= 0x2066 && character <= 0x2069);
}

/* Returns whether the text needs the bidi algorithm. */
static bool read_cells(struct runs *runs, const char *bytes, uint32_t length, bool is_right_to_left)
{
    bool needs_bidi = is_right_to_left;
    int32_t at = 0;

    runs->count = runs->unit_count = 0;
    while (at < (int32_t)length) {
        struct cell *cell = &runs->cells[runs->count];
        UErrorCode status = U_ZERO_ERROR;
        UChar32 character;

        cell->start = (uint32_t)at;
        U8_NEXT_OR_FFFD(bytes, at, (int32_t)length, character);
        cell->script = uscript_getScript(character, &status);
        cell->level = 0;
        needs_bidi |= is_strong_right_to_left(character);
        for (int unit = 0; unit < U16_LENGTH(character); unit++)
            runs->cell_of[runs->unit_count + (uint32_t)unit] = runs->count;
        U16_APPEND_UNSAFE(runs->units, runs->unit_count, character);
        runs->count++;
    }
    return needs_bidi;
}

static void fill_levels(struct runs *runs, bool is_right_to_left)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t end = 0;

    ubidi_setPara(runs->bidi, runs->units, (int32_t)runs->unit_count, is_right_to_left, NULL,
                  &status);
    for (int32_t at = 0; U_SUCCESS(status) && at < (int32_t)runs->unit_count; at = end) {
        UBiDiLevel level;

        ubidi_getLogicalRun(runs->bidi, at, &end, &level);
        for (int32_t unit = at; unit < end; unit++)
            runs->cells[runs->cell_of[unit]].level = level;
        if (end <= at)
            break;
    }
}

/* Characters of no script go with those before them; at the beginning, with those after. */
static void settle_scripts(struct runs *runs, const char script[4])
{
    char name[5] = {script[0], script[1], script[2], script[3], '\0'};
    UScriptCode current = (UScriptCode)u_getPropertyValueEnum(UCHAR_SCRIPT, name);

    for (uint32_t i = 0; i < runs->count; i++)
        if (runs->cells[i].script > USCRIPT_INHERITED) {
            current = runs->cells[i].script;
            break;
        }
    for (uint32_t i = 0; i < runs->count; i++) {
        if (runs->cells[i].script > USCRIPT_INHERITED)
            current = runs->cells[i].script;
        runs->cells[i].script = current;
    }
}

/* ---- spans ---------------------------------------------------------------------------------- */

static struct pack_span authored(const struct draft_text *text, uint32_t start)
{
    struct pack_span found = {.start = start};

    for (uint32_t i = 0; i < text->span_count && text->spans[i].start <= start; i++)
        found = text->spans[i];
    found.start = start;
    return found;
}

static bool is_alike(const struct pack_span *a, const struct pack_span *b)
{
    return a->flags == b->flags && a->language == b->language && a->level == b->level
           && !memcmp(a->script, b->script, sizeof a->script);
}

static void keep(struct draft *draft, struct draft_text *text, const struct pack_span *spans,
                 uint32_t count)
{
    text->spans = draft_alloc(draft, count * sizeof *spans);
    memcpy(text->spans, spans, count * sizeof *spans);
    text->span_count = count;
}

/* All one script and left to right: only what the author set. */
static void fill_plain(struct draft *draft, struct draft_text *text, const char script[4])
{
    struct pack_span whole = {.start = 0};

    if (text->span_count == 0 || text->spans[0].start > 0) {
        struct draft_text old = *text;

        text->spans = draft_alloc(draft, (old.span_count + 1) * sizeof whole);
        text->spans[0] = whole;
        if (old.span_count)
            memcpy(text->spans + 1, old.spans, old.span_count * sizeof whole);
        text->span_count = old.span_count + 1;
    }
    for (uint32_t i = 0; i < text->span_count; i++)
        memcpy(text->spans[i].script, script, sizeof text->spans[i].script);
}

static void fill_cells(struct runs *runs, struct draft *draft, struct draft_text *text)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < runs->count; i++) {
        struct pack_span span = authored(text, runs->cells[i].start);
        const char *script = uscript_getShortName(runs->cells[i].script);

        span.level = runs->cells[i].level;
        memcpy(span.script, script ? script : "Zyyy", sizeof span.script);
        if (count == 0 || !is_alike(&span, &runs->spans[count - 1]))
            runs->spans[count++] = span;
    }
    keep(draft, text, runs->spans, count);
}

void runs_fill(struct runs *runs, struct draft *draft, struct draft_text *text, uint32_t length,
               struct runs_setting setting)
{
    if (length == 0) {
        text->span_count = 0;
        return;
    }
    if (!setting.is_right_to_left && !memcmp(setting.script, "Latn", 4)
        && is_plain_latin(text->bytes, length)) {
        fill_plain(draft, text, setting.script);
        return;
    }
    make_room(runs, length);
    if (read_cells(runs, text->bytes, length, setting.is_right_to_left))
        fill_levels(runs, setting.is_right_to_left);
    settle_scripts(runs, setting.script);
    fill_cells(runs, draft, text);
}
