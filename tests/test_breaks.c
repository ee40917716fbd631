#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/breaks.h"
#include "compiler/hyphens.h"
#include "compiler/patterns.h"

/* A draft of one language whose only text stands in a story, where it is prose, or is the story's
 * title. */
struct exhibit {
    struct draft draft;
    struct draft_story story;
    struct draft_stop stop;
    const char *tags[4];
    struct draft_text *text;
};

static void exhibit_init(struct exhibit *exhibit, const char *language, const char *text,
                         bool is_title)
{
    memset(exhibit, 0, sizeof *exhibit);
    draft_init(&exhibit->draft);
    exhibit->tags[0] = language;
    exhibit->tags[1] = "ru";
    exhibit->tags[2] = "lt";
    exhibit->tags[3] = "he";
    exhibit->draft.tags = exhibit->tags;
    exhibit->draft.tag_count = 4;
    exhibit->draft.languages[0].tag = language;
    exhibit->draft.language_count = 1;
    exhibit->draft.stories = &exhibit->story;
    exhibit->draft.story_count = 1;
    exhibit->story.stops = &exhibit->stop;
    exhibit->story.stop_count = 1;
    exhibit->text = is_title ? &exhibit->story.title.in[0] : &exhibit->stop.text.in[0];
    exhibit->text->bytes = text;
}

static void fill(struct exhibit *exhibit)
{
    struct diag diag = {0};

    breaks_fill(&exhibit->draft, &diag);
    assert_int_equal(diag.errors, 0);
}

/* Sets signs into the text: "_" for a glued space, "~" for one glued on wide measures, "|" for a
 * break behind a dash, "#" for one that repeats the hyphen, "-" and "=" for hyphens. Only kinds of
 * `shown` are set. */
static const char *show(const struct draft_text *text, const char *shown)
{
    static const char SIGNS[] = {0, '|', '#', '-', '=', '_', '~'};
    static char buffer[1024];
    char *to = buffer;

    for (uint32_t i = 0; i <= strlen(text->bytes); i++) {
        char sign = text->breaks ? SIGNS[text->breaks[i]] : 0;
        bool is_set = sign && strchr(shown, sign);

        if (is_set)
            *to++ = sign;
        if (!(is_set && text->bytes[i] == ' '))
            *to++ = text->bytes[i];
    }
    return buffer;
}

static void expect(const char *language, const char *plain, bool is_title, const char *shown,
                   const char *expected)
{
    struct exhibit exhibit;

    exhibit_init(&exhibit, language, plain, is_title);
    fill(&exhibit);
    assert_string_equal(show(exhibit.text, shown), expected);
    draft_done(&exhibit.draft);
}

/* The text is `expected` with every glued space open. */
static void expect_glue(const char *language, bool is_title, const char *expected)
{
    char plain[512];

    snprintf(plain, sizeof plain, "%s", expected);
    for (char *at = plain; *at; at++)
        if (*at == '_' || *at == '~')
            *at = ' ';
    expect(language, plain, is_title, "_~", expected);
}

/* ---- hyphenation ---------------------------------------------------------------------------- */

static void patterns_divide_the_words_of_the_rule(void **state)
{
    static const struct {
        const char *language, *word, *divided;
    } CASES[] = {
        {"lt", "nepriklausomybė", "ne-pri-klau-so-my-bė"},
        {"pl", "niepodległość", "nie-pod-le-głość"},
        {"pt", "independência", "in-de-pen-dên-cia"},
        {"pt", "assembleia", "as-sem-bleia"},
        {"en", "constitutional", "con-sti-tu-tion-al"},
        {"ru", "независимость", "не-за-ви-си-мость"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct hyphens *hyphens = hyphens_open(CASES[i].language);
        char *divided;

        assert_non_null(hyphens);
        divided = hyphens_show(hyphens, CASES[i].word);
        assert_string_equal(divided, CASES[i].divided);
        free(divided);
        hyphens_close(hyphens);
    }
}

static void a_hidden_pattern_is_found_after_expansion(void **state)
{
    static const char DICTIONARY[] =
        "ISO8859-2\n% comment\na1b\nxab4c\n\nLEFTHYPHENMIN 2\nk1\xb1/k=k,1,2\n";
    size_t size;
    char *expanded = patterns_expand(DICTIONARY, sizeof DICTIONARY - 1, &size);

    (void)state;
    assert_non_null(expanded);
    assert_string_equal(expanded, "UTF-8\na1b\nxa1b\nxab4c\nLEFTHYPHENMIN 2\nk2ą\n");
    free(expanded);
}

static void a_dictionary_of_unknown_encoding_is_none(void **state)
{
    size_t size;

    (void)state;
    assert_null(patterns_expand("KLINGON-7\na1b\n", 14, &size));
    assert_null(patterns_expand("UTF-8", 5, &size));
    assert_null(patterns_expand("", 0, &size));
    assert_null(hyphens_open("el-XX-x-none"));
    assert_null(hyphens_open("not a tag"));
}

static void words_keep_three_letters_and_two_before_at_the_largest_size(void **state)
{
    (void)state;
    expect("lt", "nepriklausomybė", false, "-=", "ne=pri-klau-so-mybė");
    expect("en", "constitutional reform", false, "-=", "con-sti-tu-tional re=form");
}

static void capitalised_words_divide_at_the_largest_size_only(void **state)
{
    (void)state;
    expect("pl", "Niepodległość", false, "-=", "Nie=pod=le=głość");
    expect("pl", "NIEPODLEGŁOŚĆ", false, "-=", "NIEPODLEGŁOŚĆ");
}

static void titles_are_divided_at_the_largest_size_only(void **state)
{
    (void)state;
    expect("pl", "niepodległość", true, "-=", "nie=pod=le=głość");
}

static void numbers_and_addresses_are_not_divided(void **state)
{
    (void)state;
    expect("en", "constitutional.example/representative", false,
           "-=", "constitutional.example/representative");
    expect("en", "constitutional123", false, "-=", "constitutional123");
}

static void foreign_words_follow_their_own_patterns(void **state)
{
    struct exhibit exhibit;
    struct pack_span spans[] = {{.start = 0}, {.start = 6, .language = 2}, {.start = 32}};

    (void)state;
    exhibit_init(&exhibit, "lt", "apie: независимость тут, nepriklausomybė", false);
    exhibit.text->spans = spans;
    exhibit.text->span_count = 2;
    fill(&exhibit);
    assert_string_equal(show(exhibit.text, "-="), "apie: не=за-ви-си-мость тут, nepriklausomybė");
    draft_done(&exhibit.draft);
}

static void soft_hyphens_divide_and_stay(void **state)
{
    (void)state;
    expect("en", "Zim\u00admer\u00adwald", false, "-=", "Zim\u00ad-mer\u00ad-wald");
}

static void a_language_without_a_dictionary_is_warned_of_once(void **state)
{
    struct exhibit exhibit;
    struct diag diag = {0};

    (void)state;
    exhibit_init(&exhibit, "sq", "pavarësia", false);
    exhibit.story.stop_count = 1;
    breaks_fill(&exhibit.draft, &diag);
    assert_int_equal(diag.warnings, 1);
    assert_int_equal(diag.errors, 0);
    draft_done(&exhibit.draft);
}

/* ---- dashes --------------------------------------------------------------------------------- */

static void lines_end_behind_hard_hyphens_and_dashes(void **state)
{
    (void)state;
    expect("pt", "guarda-chuva", true, "|#", "guarda-#chuva");
    expect("pl", "polsko-litewski", true, "|#", "polsko-#litewski");
    expect("lt", "Brest-Litovsk", true, "|#", "Brest-|Litovsk");
    expect("en", "Brest-Litovsk", true, "|#", "Brest-|Litovsk");
    expect("en", "March–April", true, "|#", "March–|April");
    expect("en", "and/or", true, "|#", "and/|or");
}

static void lines_do_not_end_inside_numbers_or_beside_one_letter(void **state)
{
    (void)state;
    expect("en", "1917–1924, 16–18", true, "|#", "1917–1924, 16–18");
    expect("en", "mid-1918, mid\u20111918", true, "|#", "mid-1918, mid\u20111918");
    expect("en", "x-ray, km/h", true, "|#", "x-ray, km/h");
    expect("pt", "disse-o", true, "|#", "disse-o");
}

static void a_spaced_dash_stays_with_the_word_before_it(void **state)
{
    (void)state;
    expect_glue("en", false, "The peace_– long awaited_– came.");
    expect_glue("pl", true, "Pokój_– długo oczekiwany_– nadszedł");
}

static void scripts_without_spaces_break_between_words(void **state)
{
    (void)state;
    expect("ja", "一九二二年", false, "|", "一|九|二|二|年");
}

/* ---- glue ----------------------------------------------------------------------------------- */

static void polish_small_words_cling_to_the_next(void **state)
{
    (void)state;
    expect_glue("pl", false, "w~Moskwie i~u~nas, po~wojnie z~armią a~potem");
    expect_glue("pl", true, "Bunt w_Kronsztadzie i_w_Piotrogrodzie");
    expect_glue("pl", false, "Traktat z~16_kwietnia 1922_r. podpisano w~XX_w. we~Włoszech");
    expect_glue("pl", false, "W~„Prawdzie” pisał o~tym gen._Żeligowski");
    expect_glue("en", false, "a man");
}

static void lithuanian_dates_hold_together(void **state)
{
    (void)state;
    expect_glue("lt", false, "1922_m. balandžio_16_d. Rapale, XX_a. pradžioje, Nr._5");
    expect_glue("lt", false, "1922_m. Balandžio_14_d. konferencijoje");
}

static void portuguese_years_keep_their_preposition(void **state)
{
    (void)state;
    expect_glue("pt", false, "A 16_de_abril de_1922, no século_XX, n.º_5, séc._XIX");
    expect_glue("pt", false, "depois de ler, mais de_1922");
}

static void english_names_and_circa_hold_together(void **state)
{
    (void)state;
    expect_glue("en", false,
                "On 16_April 1922 Mr_Lloyd George and Dr_Rathenau met c._1919 at St_Petersburg.");
    expect_glue(
        "en", false,
        "When I came, Nicholas_II ruled 29_countries in 1922 and 50_000_people, 40_% more.");
}

static void initials_and_titles_cling_to_names(void **state)
{
    (void)state;
    expect_glue("pl", false, "J._Piłsudski, J._K._Mościcki i~św._Jerzy");
    expect_glue("lt", false, "J._Basanavičius ir dr._Kudirka, gen._Želigovskis");
    expect_glue("en", false, "Nos._4 and p._12, vol._3");
}

static void ordinals_cling_but_sentences_end(void **state)
{
    (void)state;
    expect_glue("pl", false, "Zwołany niebawem III_Zjazd Rad");
    expect_glue("pl", false, "14_IX oficjalnie");
    expect_glue("en", false, "in 1922. Then 5, six (7) eight");
}

/* ---- runs ----------------------------------------------------------------------------------- */

static void expect_span(const struct draft_text *text, uint32_t index, uint32_t start,
                        const char *script, int level)
{
    char name[5] = "";

    assert_in_range(index, 0, text->span_count - 1);
    memcpy(name, text->spans[index].script, 4);
    assert_int_equal(text->spans[index].start, start);
    assert_string_equal(name, script);
    assert_int_equal(text->spans[index].level, level);
}

static void a_latin_text_is_one_run(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "lt", "„Rapalo“ – 1922 m. ąčęėįšųūž", false);
    fill(&exhibit);
    assert_int_equal(exhibit.text->span_count, 1);
    expect_span(exhibit.text, 0, 0, "Latn", 0);
    draft_done(&exhibit.draft);
}

static void scripts_part_runs_and_marks_are_kept(void **state)
{
    struct exhibit exhibit;
    struct pack_span spans[] = {{.start = 3, .flags = PACK_SPAN_MARK}, {.start = 5}};

    (void)state;
    exhibit_init(&exhibit, "lt", "ab Да, cd", false);
    exhibit.text->spans = spans;
    exhibit.text->span_count = 2;
    fill(&exhibit);
    assert_int_equal(exhibit.text->span_count, 4);
    expect_span(exhibit.text, 0, 0, "Latn", 0);
    expect_span(exhibit.text, 1, 3, "Cyrl", 0);
    assert_int_equal(exhibit.text->spans[1].flags, PACK_SPAN_MARK);
    expect_span(exhibit.text, 2, 5, "Cyrl", 0);
    assert_int_equal(exhibit.text->spans[2].flags, 0);
    expect_span(exhibit.text, 3, 9, "Latn", 0);
    draft_done(&exhibit.draft);
}

static void marks_in_latin_text_get_a_run_before_them(void **state)
{
    struct exhibit exhibit;
    struct pack_span spans[] = {{.start = 3, .flags = PACK_SPAN_MARK}};

    (void)state;
    exhibit_init(&exhibit, "lt", "ab cd", false);
    exhibit.text->spans = spans;
    exhibit.text->span_count = 1;
    fill(&exhibit);
    assert_int_equal(exhibit.text->span_count, 2);
    expect_span(exhibit.text, 0, 0, "Latn", 0);
    expect_span(exhibit.text, 1, 3, "Latn", 0);
    assert_int_equal(exhibit.text->spans[1].flags, PACK_SPAN_MARK);
    draft_done(&exhibit.draft);
}

static void right_to_left_text_has_levels(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "he", "שלום 1922", false);
    fill(&exhibit);
    assert_int_equal(exhibit.text->span_count, 2);
    expect_span(exhibit.text, 0, 0, "Hebr", 1);
    expect_span(exhibit.text, 1, 9, "Hebr", 2);
    draft_done(&exhibit.draft);

    exhibit_init(&exhibit, "en", "say שלום now", false);
    fill(&exhibit);
    assert_int_equal(exhibit.text->span_count, 4);
    expect_span(exhibit.text, 1, 4, "Hebr", 1);
    expect_span(exhibit.text, 3, 13, "Latn", 0);
    draft_done(&exhibit.draft);
}

static void a_text_of_digits_has_the_script_of_its_language(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "el", "1922", true);
    fill(&exhibit);
    expect_span(exhibit.text, 0, 0, "Grek", 0);
    draft_done(&exhibit.draft);
}

static void narrow_spaces_become_plain_ones_and_spans_move(void **state)
{
    struct exhibit exhibit;
    struct pack_span spans[] = {{.start = 0}, {.start = 5, .flags = PACK_SPAN_MARK}};

    (void)state;
    exhibit_init(&exhibit, "en", "50\u202f000", false);
    exhibit.text->spans = spans;
    exhibit.text->span_count = 2;
    fill(&exhibit);
    assert_string_equal(exhibit.text->bytes, "50\u00a0000");
    assert_int_equal(exhibit.text->spans[1].start, 4);
    draft_done(&exhibit.draft);
}

static void an_empty_text_has_nothing(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, "en", "", false);
    fill(&exhibit);
    assert_null(exhibit.text->breaks);
    assert_int_equal(exhibit.text->span_count, 0);
    draft_done(&exhibit.draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_divide_the_words_of_the_rule),
        cmocka_unit_test(a_hidden_pattern_is_found_after_expansion),
        cmocka_unit_test(a_dictionary_of_unknown_encoding_is_none),
        cmocka_unit_test(words_keep_three_letters_and_two_before_at_the_largest_size),
        cmocka_unit_test(capitalised_words_divide_at_the_largest_size_only),
        cmocka_unit_test(titles_are_divided_at_the_largest_size_only),
        cmocka_unit_test(numbers_and_addresses_are_not_divided),
        cmocka_unit_test(foreign_words_follow_their_own_patterns),
        cmocka_unit_test(soft_hyphens_divide_and_stay),
        cmocka_unit_test(a_language_without_a_dictionary_is_warned_of_once),
        cmocka_unit_test(lines_end_behind_hard_hyphens_and_dashes),
        cmocka_unit_test(lines_do_not_end_inside_numbers_or_beside_one_letter),
        cmocka_unit_test(a_spaced_dash_stays_with_the_word_before_it),
        cmocka_unit_test(scripts_without_spaces_break_between_words),
        cmocka_unit_test(polish_small_words_cling_to_the_next),
        cmocka_unit_test(lithuanian_dates_hold_together),
        cmocka_unit_test(portuguese_years_keep_their_preposition),
        cmocka_unit_test(english_names_and_circa_hold_together),
        cmocka_unit_test(initials_and_titles_cling_to_names),
        cmocka_unit_test(ordinals_cling_but_sentences_end),
        cmocka_unit_test(a_latin_text_is_one_run),
        cmocka_unit_test(scripts_part_runs_and_marks_are_kept),
        cmocka_unit_test(marks_in_latin_text_get_a_run_before_them),
        cmocka_unit_test(right_to_left_text_has_levels),
        cmocka_unit_test(a_text_of_digits_has_the_script_of_its_language),
        cmocka_unit_test(narrow_spaces_become_plain_ones_and_spans_move),
        cmocka_unit_test(an_empty_text_has_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
