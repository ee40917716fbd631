/*
 * Texts are written with their breaks in them: '^' allows a break without a hyphen, '=' a break that repeats the hyphen, '|' a
 * hyphenation point, '/' one at A++ only, '_' a glued space, '~' a space glued on wide measures. Every character is ten
 * pixels wide.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/utf8.h"
#include "text/wrap.h"

enum { TEXT_MAX = 2048, LINES_MAX = 200 };

struct written {
    char bytes[TEXT_MAX];
    uint8_t breaks[TEXT_MAX + 1];
    uint32_t length;
};

static int ten_a_character(void *context, uint32_t start, uint32_t end)
{
    const struct written *text = context;
    return 10 * (int)utf8_count(text->bytes + start, end - start);
}

static struct pack_text read_written(const char *source, struct written *out)
{
    memset(out, 0, sizeof *out);
    for (const char *at = source; *at; at++) {
        uint8_t *here = &out->breaks[out->length];
        switch (*at) {
        case '^':
            *here = PACK_BREAK_ALWAYS;
            continue;
        case '=':
            *here = PACK_BREAK_REPEAT;
            continue;
        case '|':
            *here = PACK_BREAK_HYPHEN;
            continue;
        case '/':
            *here = PACK_BREAK_HYPHEN_LARGE;
            continue;
        case '_':
            *here = PACK_BREAK_GLUE;
            out->bytes[out->length++] = ' ';
            continue;
        case '~':
            *here = PACK_BREAK_GLUE_WIDE;
            out->bytes[out->length++] = ' ';
            continue;
        default:
            out->bytes[out->length++] = *at;
        }
    }
    return (struct pack_text){.bytes = out->bytes, .length = out->length, .breaks = out->breaks};
}

static int wrap_written(struct written *text, struct pack_text source, int characters, unsigned options,
                        struct wrap_line *lines, int most)
{
    struct wrap wrap = {
        .width_px = characters * 10, .hyphen_px = 10, .options = options, .measure = ten_a_character, .context = text};
    return wrap_lines(&wrap, source, lines, most);
}

/* The lines with the hyphens that would be drawn, joined by '\n'. */
static void show(const struct written *text, const struct wrap_line *lines, int count, char *out)
{
    out[0] = '\0';
    for (int i = 0; i < count; i++)
        out += sprintf(out, "%s%s%.*s%s", i ? "\n" : "", lines[i].starts_with_hyphen ? "-" : "",
                       (int)(lines[i].end - lines[i].start), text->bytes + lines[i].start,
                       lines[i].ends_with_hyphen ? "-" : "");
}

struct sample {
    const char *name, *text;
    int characters;
    unsigned options;
    const char *lines;
};

static const struct sample samples[] = {
    {"nothing needs no line", "", 10, 0, ""},
    {"only spaces need no line", "   ", 10, 0, ""},
    {"one word", "word", 10, 0, "word"},
    {"fits exactly", "four four", 9, 0, "four four"},
    {"breaks at the last space that fits", "one two three four", 10, 0, "one two\nthree four"},
    {"spaces around a break belong to neither line", "one   two", 5, 0, "one\ntwo"},
    {"spaces at both ends go", "  one two  ", 5, 0, "one\ntwo"},
    {"a glued space holds", "on 16_April day", 8, 0, "on\n16 April\nday"},
    {"a space glued on wide measures breaks on narrow ones", "go on in~the rain", 9, 0, "go on in\nthe rain"},
    {"and holds on wide ones", "go on in~the rain", 9, WRAP_WIDE, "go on\nin the\nrain"},
    {"after a dash without a space", "1917–^1924 ended", 7, 0, "1917–\n1924\nended"},
    {"a hard hyphen is repeated", "polsko-=litewski sojusz", 14, 0, "polsko-\n-litewski\nsojusz"},
    {"a hard hyphen that fits is left alone", "polsko-=litewski", 20, 0, "polsko-litewski"},
    {"hyphens only where allowed", "neprik|lausomybė yra", 10, 0, "neprik-\nlausomybė\nyra"},
    {"hyphenated when the rest follows", "the inde|pen|dence of a small land", 12, WRAP_HYPHENATE,
     "the indepen-\ndence of a\nsmall land"},
    {"hyphen points for large text", "the inde/pen/dence of a small land", 12, WRAP_HYPHENATE | WRAP_LARGE,
     "the indepen-\ndence of a\nsmall land"},
    {"and not for others", "the inde/pen/dence of a small land", 12, WRAP_HYPHENATE, "the\nindependence\nof a small\nland"},
    {"glued words too long come apart at the space", "in 1922_m._balandžio", 10, 0, "in\n1922 m.\nbalandžio"},
    {"and at a space that never breaks", "(24\u00a0October\u00a0OS)", 8, 0, "(24\nOctober\nOS)"},
    {"a word too long is broken between characters", "abcdefghij kl", 4, 0, "abcd\nefgh\nij\nkl"},
    {"characters are not cut in two", "ąčęėįšųū", 3, 0, "ąčę\nėįš\nųū"},
    {"marks stay with their letters", "ae\xCC\x83ou", 2, 0, "a\ne\xCC\x83\nou"},
    {"one character a line is the least", "abc", 0, 0, "a\nb\nc"},
    {"a new line breaks", "one\ntwo three", 20, 0, "one\ntwo three"},
    {"an empty line stays", "one\n\ntwo", 20, 0, "one\n\ntwo"},
    {"no lone word on the last line", "the first breach in the Treaty", 25, 0, "the first breach in\nthe Treaty"},
    {"no scrap on the last line", "it was all over by 9 XI", 22, 0, "it was all over\nby 9 XI"},
    {"a lone word stays when nothing helps", "Constituent Assembly", 12, 0, "Constituent\nAssembly"},
    {"the last word is not divided", "agreed only on diplo|ma|tic rela|tions", 31, WRAP_HYPHENATE,
     "agreed only on\ndiplomatic relations"},
    {"a title is balanced", "The Treaty of Rapallo is signed today", 30, WRAP_BALANCE,
     "The Treaty of Rapallo\nis signed today"},
    {"a title of one line is left alone", "The Treaty", 30, WRAP_BALANCE, "The Treaty"},
    {"balancing keeps the number of lines", "aaaa bbbb cccc dddd eeee", 14, WRAP_BALANCE, "aaaa bbbb cccc\ndddd eeee"},
};

static void breaks_lines_as_the_rules_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct written text;
        struct wrap_line lines[LINES_MAX];
        char shown[TEXT_MAX * 2];
        struct pack_text source = read_written(samples[i].text, &text);
        int count = wrap_written(&text, source, samples[i].characters, samples[i].options, lines, LINES_MAX);
        show(&text, lines, count, shown);
        print_message("  %s\n", samples[i].name);
        assert_string_equal(shown, samples[i].lines);
    }
}

static void a_second_call_completes_the_first(void **state)
{
    (void)state;
    struct written text;
    struct wrap_line few[2], all[LINES_MAX];
    struct pack_text source = read_written("one two three four five six seven eight nine ten", &text);
    int needed = wrap_written(&text, source, 9, 0, few, 2);
    assert_int_equal(wrap_written(&text, source, 9, 0, all, LINES_MAX), needed);
    assert_true(needed > 2);
    assert_memory_equal(few, all, sizeof few);
    assert_int_equal(wrap_written(&text, source, 9, 0, NULL, 0), needed);
}

static void a_text_without_breaks_breaks_at_spaces(void **state)
{
    (void)state;
    struct written text;
    struct wrap_line lines[4];
    struct pack_text source = read_written("one two three four", &text);
    source.breaks = NULL;
    assert_int_equal(wrap_written(&text, source, 10, WRAP_HYPHENATE, lines, 4), 2);
}

static void widths_count_the_hyphens(void **state)
{
    (void)state;
    struct written text;
    struct wrap_line lines[4];
    struct pack_text source = read_written("polsko-=litewski", &text);
    assert_int_equal(wrap_written(&text, source, 10, 0, lines, 4), 2);
    assert_int_equal(lines[0].width_px, 70);
    assert_int_equal(lines[1].width_px, 90);
}

/* ---- every paragraph ---- */

static char random_letter(unsigned *seed)
{
    *seed = *seed * 1103515245 + 12345;
    return (char)('a' + (*seed >> 16) % 26);
}

static unsigned random_below(unsigned *seed, unsigned limit)
{
    *seed = *seed * 1103515245 + 12345;
    return (*seed >> 16) % limit;
}

/* Words of one to fourteen letters with breaks of every kind. */
static void random_paragraph(unsigned *seed, char *out)
{
    static const char separators[] = "      _~^=";
    int words = 1 + (int)random_below(seed, 60);
    for (int i = 0; i < words; i++) {
        int letters = 1 + (int)random_below(seed, 14);
        for (int j = 0; j < letters; j++) {
            if (j > 1 && j < letters - 1 && random_below(seed, 3) == 0)
                *out++ = random_below(seed, 4) ? '|' : '/';
            *out++ = random_letter(seed);
        }
        if (i + 1 < words) {
            char separator = separators[random_below(seed, sizeof separators - 1)];
            if (separator == '=')
                *out++ = '-';
            *out++ = separator;
        }
    }
    *out = '\0';
}

static bool is_space_only(const struct written *text, uint32_t from, uint32_t to)
{
    for (; from < to; from++)
        if (text->bytes[from] != ' ')
            return false;
    return true;
}

/* Glued words from here on that are wider than the measure may be taken apart. */
static bool is_too_wide(const struct written *text, uint32_t start, int characters, unsigned options)
{
    uint32_t at = start + 1;
    for (; at < text->length; at++) {
        uint8_t kind = text->breaks[at];
        bool is_glue = kind == PACK_BREAK_GLUE || (kind == PACK_BREAK_GLUE_WIDE && (options & WRAP_WIDE));
        if ((text->bytes[at] == ' ' && !is_glue) || kind == PACK_BREAK_ALWAYS || kind == PACK_BREAK_REPEAT)
            break;
    }
    return (int)(at - start) > characters - 1;
}

static void check_lines(const struct written *text, const struct wrap_line *lines, int count, int characters, unsigned options)
{
    int hyphens = 0;
    assert_true(is_space_only(text, 0, lines[0].start));
    assert_true(is_space_only(text, lines[count - 1].end, text->length));
    assert_false(lines[count - 1].ends_with_hyphen);
    for (int i = 0; i < count; i++) {
        const struct wrap_line *line = &lines[i];
        assert_true(line->end > line->start);
        assert_true(line->width_px <= characters * 10 || line->end - line->start == 1);
        hyphens = line->ends_with_hyphen ? hyphens + 1 : 0;
        assert_true(hyphens <= 2);
        if (line->ends_with_hyphen) {
            uint8_t kind = text->breaks[line->end];
            assert_true(kind == PACK_BREAK_HYPHEN || kind == PACK_BREAK_HYPHEN_LARGE);
        }
        if (i + 1 == count)
            continue;
        assert_true(lines[i + 1].start >= line->end);
        assert_true(is_space_only(text, line->end, lines[i + 1].start));
        if (lines[i + 1].start > line->end) {
            uint8_t kind = text->breaks[line->end];
            bool is_glue = kind == PACK_BREAK_GLUE || (kind == PACK_BREAK_GLUE_WIDE && (options & WRAP_WIDE));
            assert_true(!is_glue || is_too_wide(text, line->start, characters, options));
        }
        assert_int_equal(lines[i + 1].starts_with_hyphen,
                         !line->ends_with_hyphen && lines[i + 1].start == line->end
                             && text->breaks[line->end] == PACK_BREAK_REPEAT);
    }
}

static void every_paragraph_keeps_the_rules(void **state)
{
    (void)state;
    unsigned seed = 1917;
    for (int i = 0; i < 20000; i++) {
        char source[TEXT_MAX];
        struct written text;
        struct wrap_line lines[LINES_MAX * 5];
        random_paragraph(&seed, source);
        int characters = 3 + (int)random_below(&seed, 60);
        unsigned options = random_below(&seed, 16);
        struct pack_text written = read_written(source, &text);
        int count = wrap_written(&text, written, characters, options, lines, LINES_MAX * 5);
        assert_in_range(count, 1, LINES_MAX * 5);
        check_lines(&text, lines, count, characters, options);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_lines_as_the_rules_say),          cmocka_unit_test(a_second_call_completes_the_first),
        cmocka_unit_test(a_text_without_breaks_breaks_at_spaces), cmocka_unit_test(widths_count_the_hyphens),
        cmocka_unit_test(every_paragraph_keeps_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
