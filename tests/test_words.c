#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/words.h"

/* The words of a text with | between them. */
static const char *words_of(const char *text, char list[512])
{
    struct words_place word;
    uint32_t at = 0;

    *list = '\0';
    while (words_next(text, &at, &word))
        sprintf(list + strlen(list), "%s%.*s", *list ? "|" : "", (int)word.length, text + word.start);
    return list;
}

static const char *parts_of(const char *word, char list[512])
{
    struct words_place part;
    uint32_t at = 0;

    *list = '\0';
    while (words_next_part(word, (uint32_t)strlen(word), &at, &part))
        sprintf(list + strlen(list), "%s%.*s", *list ? "|" : "", (int)part.length, word + part.start);
    return list;
}

static void words_are_letters_and_what_joins_them(void **state)
{
    char list[512];

    (void)state;
    assert_string_equal(words_of("", list), "");
    assert_string_equal(words_of("„Žibintas“ – įžiebtas.", list), "Žibintas|įžiebtas");
    assert_string_equal(words_of("l’Entente, anti-Versailles m.in. i tak…", list), "l’Entente|anti-Versailles|m.in|i|tak");
    assert_string_equal(words_of("and/or -- 'quoted' - end-", list), "and|or|quoted|end");
    assert_string_equal(words_of("a\xC2\xA0"
                                 "b\xC2\xADr",
                                 list),
                        "a|b\xC2\xADr");
}

static void what_holds_a_digit_is_no_word(void **state)
{
    char list[512];

    (void)state;
    assert_string_equal(words_of("In the 1920s, the 20th, A4, 1922m. and km2", list), "In|the|the|and");
    assert_string_equal(words_of("14–16 kwietnia", list), "kwietnia");
}

static void places_and_addresses_are_passed_over(void **state)
{
    char list[512];

    (void)state;
    assert_string_equal(words_of("{n} of {total} entries {", list), "of|entries");
    assert_string_equal(words_of("see https://example.org/x-y (creativecommons.org/licenses/by-sa) now", list), "see|now");
    assert_string_equal(words_of("www.example.org or either/or. Next", list), "or|either|or|Next");
}

static void a_word_falls_into_parts_at_its_joints(void **state)
{
    char list[512];

    (void)state;
    assert_string_equal(parts_of("Brest-Litovsk", list), "Brest|Litovsk");
    assert_string_equal(parts_of("fê-lo", list), "fê|lo");
    assert_string_equal(parts_of("l’Entente", list), "l|Entente");
    assert_string_equal(parts_of("word", list), "word");
}

static void sigla_numerals_and_initials_are_told_from_words(void **state)
{
    static const char *const SIGLA[] = {"RSFSR", "II", "J", "ČK", "a"};
    static const char *const WORDS[] = {"Rada", "ab", "NEPas", "Žąsis", "שלום"};

    (void)state;
    for (size_t i = 0; i < sizeof SIGLA / sizeof *SIGLA; i++)
        assert_true(words_is_siglum(SIGLA[i], (uint32_t)strlen(SIGLA[i])));
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        assert_false(words_is_siglum(WORDS[i], (uint32_t)strlen(WORDS[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_letters_and_what_joins_them),
        cmocka_unit_test(what_holds_a_digit_is_no_word),
        cmocka_unit_test(places_and_addresses_are_passed_over),
        cmocka_unit_test(a_word_falls_into_parts_at_its_joints),
        cmocka_unit_test(sigla_numerals_and_initials_are_told_from_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
