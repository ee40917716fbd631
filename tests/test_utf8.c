#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/utf8.h"

struct sample {
    const char *name, *bytes;
    size_t length;
    int size; /* 0 = refused */
    uint32_t code;
};

static const struct sample samples[] = {
    {"ascii", "A", 1, 1, 'A'},
    {"nul is a character", "\0", 1, 1, 0},
    {"two bytes", "\xC4\x97", 2, 2, 0x117},
    {"three bytes", "\xE2\x80\x9E", 3, 3, 0x201E},
    {"four bytes", "\xF0\x9F\x98\x80", 4, 4, 0x1F600},
    {"the last one", "\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF},
    {"nothing", "", 0, 0, 0},
    {"cut off", "\xE2\x80", 2, 0, 0},
    {"stray continuation", "\x80", 1, 0, 0},
    {"overlong slash", "\xC0\xAF", 2, 0, 0},
    {"overlong in three", "\xE0\x80\xAF", 3, 0, 0},
    {"overlong in four", "\xF0\x80\x80\xAF", 4, 0, 0},
    {"surrogate", "\xED\xA0\x80", 3, 0, 0},
    {"above the last one", "\xF4\x90\x80\x80", 4, 0, 0},
    {"five bytes", "\xF8\x88\x80\x80\x80", 5, 0, 0},
    {"continuation missing",
     "\xC4"
     "A",
     2, 0, 0},
};

static void decodes_exactly_what_is_well_formed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        uint32_t code = 12345;
        print_message("  %s\n", samples[i].name);
        assert_int_equal(utf8_decode(samples[i].bytes, samples[i].length, &code), samples[i].size);
        assert_int_equal(code, samples[i].size ? samples[i].code : 12345);
        assert_int_equal(utf8_is_valid(samples[i].bytes, samples[i].length), samples[i].size > 0 || samples[i].length == 0);
    }
}

static void every_character_survives_encoding(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        uint32_t back = 0;
        int size = utf8_encode(code, bytes);
        if (code >= 0xD800 && code < 0xE000) {
            assert_int_equal(size, 0);
            continue;
        }
        assert_int_equal(utf8_decode(bytes, (size_t)size, &back), size);
        assert_int_equal(back, code);
    }
    char bytes[4];
    assert_int_equal(utf8_encode(0x110000, bytes), 0);
}

static void steps_forward_and_back_over_the_same_places(void **state)
{
    (void)state;
    const char *text = "Ė\xCC\x83 „ж“ \xF0\x9F\x98\x80";
    size_t length = strlen(text), places[32];
    int count = 0;
    for (size_t at = 0; at < length; at = utf8_next(text, length, at))
        places[count++] = at;
    assert_int_equal(count, 8);
    assert_int_equal(utf8_count(text, length), 8);
    for (size_t at = length; at > 0;) {
        at = utf8_previous(text, at);
        assert_int_equal(at, places[--count]);
    }
    assert_int_equal(count, 0);
}

static void a_stray_byte_is_one_step(void **state)
{
    (void)state;
    const char *text = "a\x80\xC4";
    assert_int_equal(utf8_next(text, 3, 1), 2);
    assert_int_equal(utf8_next(text, 3, 2), 3);
    assert_int_equal(utf8_next(text, 3, 3), 3);
    assert_int_equal(utf8_previous(text, 3), 2);
    assert_int_equal(utf8_previous(text, 2), 1);
    assert_int_equal(utf8_previous(text, 0), 0);
}

static void marks_stay_with_their_letters(void **state)
{
    (void)state;
    assert_true(utf8_is_joined(0x303));
    assert_true(utf8_is_joined(0x5B0));
    assert_true(utf8_is_joined(0x200D));
    assert_false(utf8_is_joined('a'));
    assert_false(utf8_is_joined(0xA0));
}

static void spaces_at_both_ends_are_passed_over(void **state)
{
    static const struct {
        const char *text;
        uint32_t start, end;
    } cases[] = {{" a b ", 1, 4}, {"\u00a0 m.\u00a0", 3, 5}, {"abc", 0, 3}, {"\u00e0", 0, 2}, {"", 0, 0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t start = 0, end = (uint32_t)strlen(cases[i].text);

        utf8_trim(cases[i].text, &start, &end);
        assert_int_equal(start, cases[i].start);
        assert_int_equal(end, cases[i].end);
    }
    uint32_t start = 0, end = 3;
    utf8_trim(" \u00a0", &start, &end);
    assert_int_equal(start, end);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_exactly_what_is_well_formed),
        cmocka_unit_test(every_character_survives_encoding),
        cmocka_unit_test(steps_forward_and_back_over_the_same_places),
        cmocka_unit_test(a_stray_byte_is_one_step),
        cmocka_unit_test(marks_stay_with_their_letters),
        cmocka_unit_test(spaces_at_both_ends_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
