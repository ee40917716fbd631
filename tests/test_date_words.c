#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/date_words.h"
#include "compiler/window.h"

/* Expected words are written with "~" for U+00A0. */
static const char *with_spaces(const char *expected)
{
    static char buffer[512];
    char *to = buffer;

    for (const char *from = expected; *from; from++) {
        if (*from == '~') {
            *to++ = '\xc2';
            *to++ = '\xa0';
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return buffer;
}

static struct draft_date date_part(const char *value, enum pack_precision precision, int part)
{
    struct draft_date date = {.value = value, .precision = precision, .part = part};
    struct diag diag = {0};

    if (!window_fill(&date, &diag))
        fail_msg("\"%s\" has no window", value);
    return date;
}

static struct draft_date date(const char *value, enum pack_precision precision)
{
    return date_part(value, precision, 0);
}

/* Languages in the order of the table of rule Y9. */
static const char *const TAGS[4] = {"pt", "lt", "pl", "en"};

static void expect_span(struct date_span span, const char *const expected[4])
{
    for (int i = 0; i < 4; i++) {
        struct date_language *language = date_language_create(TAGS[i]);
        struct phrase words = date_words(language, span);

        assert_string_equal(words.bytes, with_spaces(expected[i]));
        date_language_destroy(language);
    }
}

static void expect_date(struct draft_date start, const char *pt, const char *lt, const char *pl,
                        const char *en)
{
    expect_span((struct date_span){.start = &start}, (const char *const[]){pt, lt, pl, en});
}

static void expect_dates(struct draft_date start, struct draft_date end, const char *pt,
                         const char *lt, const char *pl, const char *en)
{
    expect_span((struct date_span){.start = &start, .end = &end},
                (const char *const[]){pt, lt, pl, en});
}

/* ---- the table of rule Y9 ------------------------------------------------------------------- */

static void moments_are_worded_by_the_table(void **state)
{
    (void)state;
    expect_date(date("1922-04-16", PACK_DAY), "16~de~abril de~1922", "1922~m. balandžio~16~d.",
                "16~kwietnia 1922", "16~April 1922");
    expect_date(date("1922-05-01", PACK_DAY), "1~de~maio de~1922", "1922~m. gegužės~1~d.",
                "1~maja 1922", "1~May 1922");
    expect_date(date("1922-04", PACK_MONTH), "abril de~1922", "1922~m. balandis", "kwiecień 1922",
                "April 1922");
    expect_date(date("1922", PACK_YEAR), "1922", "1922~m.", "1922~r.", "1922");
    expect_date(date_part("1919", PACK_SEASON, 0), "primavera~de~1919", "1919~m. pavasaris",
                "wiosna~1919", "spring~1919");
    expect_date(date_part("1919", PACK_SEASON, 1), "verão~de~1919", "1919~m. vasara", "lato~1919",
                "summer~1919");
    expect_date(date_part("1919", PACK_SEASON, 2), "outono~de~1919", "1919~m. ruduo", "jesień~1919",
                "autumn~1919");
    expect_date(date_part("1918", PACK_SEASON, 3), "inverno~de~1918–1919", "1918–1919~m. žiema",
                "zima~1918–1919", "winter~1918–1919");
    expect_date(date_part("1918", PACK_PART_OF_YEAR, 0), "início~de~1918", "1918~m. pradžia",
                "początek~1918", "early~1918");
    expect_date(date_part("1918", PACK_PART_OF_YEAR, 1), "meados~de~1918", "1918~m. vidurys",
                "połowa~1918", "mid‑1918");
    expect_date(date_part("1918", PACK_PART_OF_YEAR, 2), "fim~de~1918", "1918~m. pabaiga",
                "koniec~1918", "late~1918");
    expect_date(date_part("1922-04", PACK_PART_OF_MONTH, 0), "início~de~abril de~1922",
                "1922~m. balandžio~pradžia", "początek~kwietnia 1922", "early~April 1922");
}

static void spans_say_once_what_they_share(void **state)
{
    (void)state;
    expect_dates(date("1922-04-16", PACK_DAY), date("1922-04-18", PACK_DAY),
                 "16–18~de~abril de~1922", "1922~m. balandžio~16–18~d.", "16–18~kwietnia 1922",
                 "16–18~April 1922");
    expect_dates(date("1922-03-28", PACK_DAY), date("1922-04-02", PACK_DAY),
                 "28~de~março~– 2~de~abril de~1922", "1922~m. kovo~28~d.~– balandžio~2~d.",
                 "28~marca~– 2~kwietnia 1922", "28~March~– 2~April 1922");
    expect_dates(date("1917-12-28", PACK_DAY), date("1918-01-09", PACK_DAY),
                 "28~de~dezembro de~1917~– 9~de~janeiro de~1918",
                 "1917~m. gruodžio~28~d.~– 1918~m. sausio~9~d.",
                 "28~grudnia 1917~– 9~stycznia 1918", "28~December 1917~– 9~January 1918");
    expect_dates(date("1922-03", PACK_MONTH), date("1922-04", PACK_MONTH), "março–abril de~1922",
                 "1922~m. kovas–balandis", "marzec–kwiecień 1922", "March–April 1922");
    expect_dates(date("1917-12", PACK_MONTH), date("1918-01", PACK_MONTH),
                 "dezembro de~1917~– janeiro de~1918", "1917~m. gruodis~– 1918~m. sausis",
                 "grudzień 1917~– styczeń 1918", "December 1917~– January 1918");
    expect_dates(date("1917", PACK_YEAR), date("1924", PACK_YEAR), "1917–1924", "1917–1924~m.",
                 "1917–1924", "1917–1924");
    expect_dates(date_part("1919", PACK_SEASON, 0), date_part("1919", PACK_SEASON, 2),
                 "primavera–outono~de~1919", "1919~m. pavasaris–ruduo", "wiosna–jesień~1919",
                 "spring–autumn~1919");
    expect_dates(date("1922", PACK_YEAR), date("1922", PACK_YEAR), "1922", "1922~m.", "1922~r.",
                 "1922");
}

static void spans_of_two_precisions_write_out_both_halves(void **state)
{
    (void)state;
    expect_dates(date("1922-08", PACK_MONTH), date("1924", PACK_YEAR), "agosto de~1922~– 1924",
                 "1922~m. rugpjūtis~– 1924~m.", "sierpień 1922~– 1924", "August 1922~– 1924");
    expect_dates(date("1921", PACK_YEAR), date("1922-04", PACK_MONTH), "1921~– abril de~1922",
                 "1921~m.~– 1922~m. balandis", "1921~– kwiecień 1922", "1921~– April 1922");
    expect_dates(date("1917-03-08", PACK_DAY), date("1917-11", PACK_MONTH),
                 "8~de~março~– novembro de~1917", "1917~m. kovo~8~d.~– lapkritis",
                 "8~marca~– listopad 1917", "8~March~– November 1917");
    expect_dates(date_part("1918", PACK_SEASON, 3), date("1919-04", PACK_MONTH),
                 "inverno~de~1918–1919~– abril de~1919", "1918–1919~m. žiema~– 1919~m. balandis",
                 "zima~1918–1919~– kwiecień 1919", "winter~1918–1919~– April 1919");
}

static void nights_name_both_days(void **state)
{
    (void)state;
    expect_date(date("1917-11-07", PACK_NIGHT), "noite de~7 para~8~de~novembro de~1917",
                "1917~m. lapkričio~7~d. naktis į~8~d.", "noc z~7 na~8~listopada 1917",
                "night~of 7–8~November 1917");
    expect_date(date("1917-10-31", PACK_NIGHT), "noite de~31~de~outubro para~1~de~novembro de~1917",
                "1917~m. spalio~31~d. naktis į~lapkričio~1~d.",
                "noc z~31~października na~1~listopada 1917",
                "night~of 31~October~– 1~November 1917");
    expect_date(
        date("1917-12-31", PACK_NIGHT), "noite de~31~de~dezembro de~1917 para~1~de~janeiro de~1918",
        "1917~m. gruodžio~31~d. naktis į~1918~m. sausio~1~d.",
        "noc z~31~grudnia 1917 na~1~stycznia 1918", "night~of 31~December 1917~– 1~January 1918");
}

static struct draft_date flagged(struct draft_date date, unsigned flags)
{
    date.flags = flags;
    return date;
}

static void flags_put_words_around_a_date_in_the_right_case(void **state)
{
    (void)state;
    expect_date(flagged(date("1919", PACK_YEAR), PACK_ABOUT), "c.~1919", "apie~1919~m.", "ok.~1919",
                "c.~1919");
    expect_date(flagged(date("1919", PACK_YEAR), PACK_BEFORE), "antes~de~1919", "iki~1919~m.",
                "przed~1919~r.", "before~1919");
    expect_date(flagged(date("1919", PACK_YEAR), PACK_AFTER), "depois~de~1919", "po~1919~m.",
                "po~1919~r.", "after~1919");
    expect_date(flagged(date("1919", PACK_YEAR), PACK_UNCERTAIN), "1919~(?)", "1919~m.~(?)",
                "1919~(?)", "1919~(?)");
    expect_date(flagged(date("1922-04", PACK_MONTH), PACK_BEFORE), "antes~de~abril de~1922",
                "iki~1922~m. balandžio", "przed~kwietniem 1922", "before~April 1922");
    expect_date(flagged(date("1917-11", PACK_MONTH), PACK_AFTER), "depois~de~novembro de~1917",
                "po~1917~m. lapkričio", "po~listopadzie 1917", "after~November 1917");
    expect_date(flagged(date("1922-04", PACK_MONTH), PACK_ABOUT), "c.~abril de~1922",
                "apie~1922~m. balandį", "ok.~kwietnia 1922", "c.~April 1922");
    expect_date(flagged(date_part("1919", PACK_SEASON, 0), PACK_BEFORE),
                "antes~da~primavera~de~1919", "iki~1919~m. pavasario", "przed~wiosną~1919",
                "before~spring~1919");
    expect_date(flagged(date("1919", PACK_YEAR), PACK_BEFORE | PACK_ABOUT), "antes~de~c.~1919",
                "maždaug~iki~1919~m.", "przed~ok.~1919", "before~c.~1919");
}

static void an_open_side_is_said_with_a_preposition(void **state)
{
    struct draft_date year = date("1922", PACK_YEAR), month = date("1918-03", PACK_MONTH);
    struct draft_date spring = date_part("1919", PACK_SEASON, 0),
                      early = date_part("1918", PACK_PART_OF_YEAR, 0);

    (void)state;
    expect_span((struct date_span){.start = &year, .is_open_end = true},
                (const char *const[]){"desde~1922", "nuo~1922~m.", "od~1922", "from~1922"});
    expect_span((struct date_span){.start = &month, .end = &year, .is_open_end = true},
                (const char *const[]){"desde~março de~1918", "nuo~1918~m. kovo", "od~marca 1918",
                                      "from~March 1918"});
    expect_span((struct date_span){.start = &year, .end = &month, .is_open_start = true},
                (const char *const[]){"até~março de~1918", "iki~1918~m. kovo", "do~marca 1918",
                                      "until~March 1918"});
    expect_span((struct date_span){.start = &spring, .is_open_end = true},
                (const char *const[]){"desde~a~primavera~de~1919", "nuo~1919~m. pavasario",
                                      "od~wiosny~1919", "from~spring~1919"});
    expect_span((struct date_span){.start = &year, .end = &early, .is_open_start = true},
                (const char *const[]){"até~ao~início~de~1918", "iki~1918~m. pradžios",
                                      "do~początku~1918", "until~early~1918"});
}

/* ---- Old Style ------------------------------------------------------------------------------ */

static void expect_old_style(struct draft_date start, const struct draft_date *end,
                             const char *const expected[4])
{
    struct date_span span = {.start = &start, .end = end};

    for (int i = 0; i < 4; i++) {
        struct date_language *language = date_language_create(TAGS[i]);
        struct phrase words = date_words_old_style(language, span);

        assert_string_equal(words.bytes, with_spaces(expected[i]));
        date_language_destroy(language);
    }
}

static void old_style_stands_in_parentheses(void **state)
{
    struct draft_date march_15 = date("1917-03-15", PACK_DAY),
                      november_9 = date("1917-11-09", PACK_DAY);
    struct draft_date february_10 = date("1918-02-10", PACK_DAY);

    (void)state;
    expect_old_style(date("1917-11-07", PACK_DAY), NULL,
                     (const char *const[]){"(25~de~outubro, calendário juliano)",
                                           "(spalio~25~d. senuoju stiliumi)",
                                           "(25~października st.~st.)", "(25~October~OS)"});
    expect_old_style(date("1918-01-09", PACK_DAY), NULL,
                     (const char *const[]){"(27~de~dezembro de~1917, calendário juliano)",
                                           "(1917~m. gruodžio~27~d. senuoju stiliumi)",
                                           "(27~grudnia 1917 st.~st.)", "(27~December 1917~OS)"});
    expect_old_style(date("1917-03-08", PACK_DAY), &march_15,
                     (const char *const[]){"(23~de~fevereiro~– 2~de~março, calendário juliano)",
                                           "(vasario~23~d.~– kovo~2~d. senuoju stiliumi)",
                                           "(23~lutego~– 2~marca st.~st.)",
                                           "(23~February~– 2~March~OS)"});
    expect_old_style(date("1917-11-07", PACK_DAY), &november_9,
                     (const char *const[]){"(25–27~de~outubro, calendário juliano)",
                                           "(spalio~25–27~d. senuoju stiliumi)",
                                           "(25–27~października st.~st.)", "(25–27~October~OS)"});
    expect_old_style(
        date("1917-12-22", PACK_DAY), &february_10,
        (const char *const[]){"(9~de~dezembro de~1917~– 28~de~janeiro de~1918, calendário juliano)",
                              "(1917~m. gruodžio~9~d.~– 1918~m. sausio~28~d. senuoju stiliumi)",
                              "(9~grudnia 1917~– 28~stycznia 1918 st.~st.)",
                              "(9~December 1917~– 28~January 1918~OS)"});
    expect_old_style(date("1918-01-18", PACK_NIGHT), NULL,
                     (const char *const[]){"(5–6~de~janeiro, calendário juliano)",
                                           "(sausio~5–6~d. senuoju stiliumi)",
                                           "(5–6~stycznia st.~st.)", "(5–6~January~OS)"});
}

/* ---- answers -------------------------------------------------------------------------------- */

static void expect_answer(struct draft_date date, const char *const expected[4][2])
{
    for (int i = 0; i < 4; i++) {
        struct date_language *language = date_language_create(TAGS[i]);
        struct phrase rest, word = date_words_answer(language, &date, &rest);

        assert_string_equal(word.bytes, with_spaces(expected[i][0]));
        assert_string_equal(rest.bytes, with_spaces(expected[i][1]));
        date_language_destroy(language);
    }
}

static void an_answer_is_a_big_word_and_a_rest(void **state)
{
    static const char *const DAY[4][2] = {{"14", "de~abril de~1922"},
                                          {"14", "balandžio, 1922~m."},
                                          {"14", "kwietnia 1922"},
                                          {"14", "April 1922"}};
    static const char *const MONTH[4][2] = {
        {"Abril", "de~1922"}, {"Balandis", "1922~m."}, {"Kwiecień", "1922"}, {"April", "1922"}};
    static const char *const YEAR[4][2] = {
        {"1922", ""}, {"1922", "metai"}, {"1922", "rok"}, {"1922", ""}};
    static const char *const END[4][2] = {{"Fim~de~fevereiro", "de~1921"},
                                          {"Vasario~pabaiga", "1921~m."},
                                          {"Koniec~lutego", "1921"},
                                          {"Late~February", "1921"}};
    static const char *const UNCERTAIN[4][2] = {{"14", "de~abril de~1922~(?)"},
                                                {"14", "balandžio, 1922~m.~(?)"},
                                                {"14", "kwietnia 1922~(?)"},
                                                {"14", "April 1922~(?)"}};
    static const char *const NIGHT[4][2] = {{"7–8", "de~novembro de~1917 (noite)"},
                                            {"7–8", "lapkričio, 1917~m. (naktis)"},
                                            {"7–8", "listopada 1917 (noc)"},
                                            {"7–8", "November 1917 (night)"}};

    (void)state;
    expect_answer(date("1922-04-14", PACK_DAY), DAY);
    expect_answer(date("1922-04", PACK_MONTH), MONTH);
    expect_answer(date("1922", PACK_YEAR), YEAR);
    expect_answer(date_part("1921-02", PACK_PART_OF_MONTH, 2), END);
    expect_answer(flagged(date("1922-04-14", PACK_DAY), PACK_UNCERTAIN), UNCERTAIN);
    expect_answer(date("1917-11-07", PACK_NIGHT), NIGHT);
}

/* ---- other languages ------------------------------------------------------------------------ */

static void other_languages_use_their_own_patterns(void **state)
{
    static const struct {
        const char *tag, *day, *month, *days;
    } CASES[] = {
        {"el", "16 Απριλίου 1922", "Απρίλιος 1922", "16–18 Απριλίου 1922"},
        {"uk", "16 квітня 1922 р.", "квітень 1922 р.", "16–18 квітня 1922 р."},
        {"he", "16 באפריל 1922", "אפריל 1922", "16–18 באפריל 1922"},
        {"en-US", "April 16, 1922", "April 1922", "April 16~– 18, 1922"},
    };
    struct draft_date day = date("1922-04-16", PACK_DAY), last = date("1922-04-18", PACK_DAY);
    struct draft_date month = date("1922-04", PACK_MONTH);

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct date_language *language = date_language_create(CASES[i].tag);

        assert_string_equal(date_words(language, (struct date_span){.start = &day}).bytes,
                            with_spaces(CASES[i].day));
        assert_string_equal(date_words(language, (struct date_span){.start = &month}).bytes,
                            with_spaces(CASES[i].month));
        assert_string_equal(
            date_words(language, (struct date_span){.start = &day, .end = &last}).bytes,
            with_spaces(CASES[i].days));
        date_language_destroy(language);
    }
}

static void years_before_the_common_era_carry_it(void **state)
{
    static const struct {
        const char *tag, *year;
    } CASES[] = {{"pt", "44 a.C."}, {"lt", "44 m. pr. Kr."}, {"pl", "44 p.n.e."}, {"en", "44 BC"}};
    struct draft_date year = date("-0043", PACK_YEAR);

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct date_language *language = date_language_create(CASES[i].tag);

        assert_string_equal(date_words(language, (struct date_span){.start = &year}).bytes,
                            with_spaces(CASES[i].year));
        date_language_destroy(language);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moments_are_worded_by_the_table),
        cmocka_unit_test(spans_say_once_what_they_share),
        cmocka_unit_test(spans_of_two_precisions_write_out_both_halves),
        cmocka_unit_test(nights_name_both_days),
        cmocka_unit_test(flags_put_words_around_a_date_in_the_right_case),
        cmocka_unit_test(an_open_side_is_said_with_a_preposition),
        cmocka_unit_test(old_style_stands_in_parentheses),
        cmocka_unit_test(an_answer_is_a_big_word_and_a_rest),
        cmocka_unit_test(other_languages_use_their_own_patterns),
        cmocka_unit_test(years_before_the_common_era_carry_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
