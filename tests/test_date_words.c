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
                "1917~m. lapkričio~7–8~d. naktis", "noc z~7 na~8~listopada 1917",
                "night~of 7–8~November 1917");
    expect_date(date("1917-10-31", PACK_NIGHT), "noite de~31~de~outubro para~1~de~novembro de~1917",
                "1917~m. naktis iš~spalio~31~d. į~lapkričio~1~d.",
                "noc z~31~października na~1~listopada 1917",
                "night~of 31~October~– 1~November 1917");
    expect_date(
        date("1917-12-31", PACK_NIGHT), "noite de~31~de~dezembro de~1917 para~1~de~janeiro de~1918",
        "naktis iš~1917~m. gruodžio~31~d. į~1918~m. sausio~1~d.",
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

/* The big word, and what stands around it. */
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

static void an_answer_is_a_big_word_and_what_stands_around_it(void **state)
{
    const struct {
        struct draft_date date;
        const char *expected[4][2];
    } CASES[] = {
        {date("1922-04-14", PACK_DAY),
         {{"14", "{word}~de~abril de~1922"},
          {"14", "1922~m. balandžio~{word}~d."},
          {"14", "{word}~kwietnia 1922"},
          {"14", "{word}~April 1922"}}},
        {date("1922-04", PACK_MONTH),
         {{"Abril", "de~1922"}, {"balandis", "1922~m. {word}"}, {"Kwiecień", "1922"}, {"April", "1922"}}},
        {date("1922", PACK_YEAR), {{"1922", ""}, {"1922", "{word}~m."}, {"1922", "{word}~r."}, {"1922", ""}}},
        {date_part("1919", PACK_SEASON, 0),
         {{"Primavera", "{word}~de~1919"},
          {"pavasaris", "1919~m. {word}"},
          {"Wiosna", "{word}~1919"},
          {"Spring", "{word}~1919"}}},
        {date_part("1919", PACK_SEASON, 1),
         {{"Verão", "{word}~de~1919"}, {"vasara", "1919~m. {word}"}, {"Lato", "{word}~1919"}, {"Summer", "{word}~1919"}}},
        {date_part("1919", PACK_SEASON, 2),
         {{"Outono", "{word}~de~1919"}, {"ruduo", "1919~m. {word}"}, {"Jesień", "{word}~1919"}, {"Autumn", "{word}~1919"}}},
        {date_part("1918", PACK_SEASON, 3),
         {{"Inverno", "{word}~de~1918–1919"},
          {"žiema", "1918–1919~m. {word}"},
          {"Zima", "{word}~1918–1919"},
          {"Winter", "{word}~1918–1919"}}},
        {date_part("1918", PACK_PART_OF_YEAR, 1),
         {{"Meados~de~1918", ""}, {"1918~m. vidurys", ""}, {"Połowa~1918", ""}, {"Mid‑1918", ""}}},
        {date_part("1921-02", PACK_PART_OF_MONTH, 2),
         {{"Fim de fevereiro", "de~1921"},
          {"vasario pabaiga", "1921~m. {word}"},
          {"Koniec lutego", "1921"},
          {"Late February", "1921"}}},
        {date("1917-11-07", PACK_NIGHT),
         {{"7–8", "noite de~{word}~de~novembro de~1917"},
          {"7–8", "1917~m. lapkričio~{word}~d. naktis"},
          {"7/8", "noc {word}~listopada 1917"},
          {"7–8", "night~of {word}~November 1917"}}},
        {date("1917-10-31", PACK_NIGHT),
         {{"31", "noite de~{word}~de~outubro para~1~de~novembro de~1917"},
          {"31", "1917~m. naktis iš~spalio~{word}~d. į~lapkričio~1~d."},
          {"31", "noc z~{word}~października na~1~listopada 1917"},
          {"31", "night~of {word}~October~– 1~November 1917"}}},
        {flagged(date("1922-04-14", PACK_DAY), PACK_UNCERTAIN),
         {{"14", "{word}~de~abril de~1922~(?)"},
          {"14", "1922~m. balandžio~{word}~d.~(?)"},
          {"14", "{word}~kwietnia 1922~(?)"},
          {"14", "{word}~April 1922~(?)"}}},
        {flagged(date("1922-04", PACK_MONTH), PACK_BEFORE),
         {{"Antes~de~abril", "de~1922"},
          {"balandžio", "iki~1922~m. {word}"},
          {"Przed~kwietniem", "1922"},
          {"Before~April", "1922"}}},
        {flagged(date("1919", PACK_YEAR), PACK_ABOUT),
         {{"c.~1919", ""}, {"apie~1919", "{word}~m."}, {"ok.~1919", ""}, {"c.~1919", ""}}},
        {flagged(date("1919", PACK_YEAR), PACK_UNCERTAIN),
         {{"1919~(?)", ""}, {"1919", "{word}~m.~(?)"}, {"1919~(?)", ""}, {"1919~(?)", ""}}},
        {date("-0043-03-15", PACK_DAY),
         {{"15", "{word}~de~março de~44~a.~C."},
          {"15", "44~m. pr.~Kr. kovo~{word}~d."},
          {"15", "{word}~marca 44~p.n.e."},
          {"15", "{word}~March 44~BC"}}},
        {date("-0043", PACK_YEAR),
         {{"44", "{word}~a.~C."},
          {"44", "{word}~m. pr.~Kr."},
          {"44", "{word}~p.n.e."},
          {"44", "{word}~BC"}}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        expect_answer(CASES[i].date, CASES[i].expected);
}

/* The big word in its place. */
static struct phrase put_together(struct phrase word, struct phrase rest)
{
    static const char place[] = "{word}";
    const char *at = strstr(rest.bytes, place);
    struct phrase whole;

    if (at)
        snprintf(whole.bytes, sizeof whole.bytes, "%.*s%.100s%s", (int)(at - rest.bytes), rest.bytes, word.bytes,
                 at + strlen(place));
    else
        snprintf(whole.bytes, sizeof whole.bytes, "%.100s%s%.300s", word.bytes, rest.bytes[0] ? " " : "", rest.bytes);
    return whole;
}

/* Bytes of the words without what may differ: the capital at the start, and which of its spaces do not break. */
static struct phrase bare_words(struct phrase words)
{
    struct phrase bare = {""};
    size_t used = 0;

    for (const char *at = words.bytes; *at; at++) {
        if (*at == ' ' || (at[0] == '\xc2' && at[1] == '\xa0')) {
            at += *at != ' ';
            bare.bytes[used++] = ' ';
        } else {
            bare.bytes[used++] = *at;
        }
    }
    if (bare.bytes[0] >= 'A' && bare.bytes[0] <= 'Z')
        bare.bytes[0] += 'a' - 'A';
    return bare;
}

/* Rule Y9, for all that is not a night: those are said in fewer words where their days are large. */
static void an_answer_put_together_is_the_date_of_the_table(void **state)
{
    const struct draft_date DATES[] = {
        date("1922-04-14", PACK_DAY),
        date("1922-04", PACK_MONTH),
        date("1922", PACK_YEAR),
        date_part("1919", PACK_SEASON, 0),
        date_part("1919", PACK_SEASON, 1),
        date_part("1919", PACK_SEASON, 2),
        date_part("1918", PACK_SEASON, 3),
        date_part("1918", PACK_PART_OF_YEAR, 0),
        date_part("1918", PACK_PART_OF_YEAR, 1),
        date_part("1918", PACK_PART_OF_YEAR, 2),
        date_part("1922-04", PACK_PART_OF_MONTH, 0),
        date_part("1922-04", PACK_PART_OF_MONTH, 1),
        date_part("1922-04", PACK_PART_OF_MONTH, 2),
        flagged(date("1922-04-14", PACK_DAY), PACK_ABOUT),
        flagged(date("1922-04", PACK_MONTH), PACK_BEFORE),
        flagged(date("1922", PACK_YEAR), PACK_AFTER),
        flagged(date("1922", PACK_YEAR), PACK_UNCERTAIN),
        flagged(date("1922", PACK_YEAR), PACK_ABOUT),
        flagged(date_part("1919", PACK_SEASON, 0), PACK_AFTER),
        date("1917-10-31", PACK_NIGHT),
        date("-0043-03-15", PACK_DAY),
        date("-0043", PACK_YEAR),
    };

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct date_language *language = date_language_create(TAGS[i]);

        for (size_t k = 0; k < sizeof DATES / sizeof DATES[0]; k++) {
            struct phrase rest, word = date_words_answer(language, &DATES[k], &rest);
            struct phrase whole = date_words(language, (struct date_span){.start = &DATES[k]});

            assert_string_equal(bare_words(put_together(word, rest)).bytes, bare_words(whole).bytes);
        }
        date_language_destroy(language);
    }
}

static void an_answer_of_another_language_keeps_the_order_of_its_date(void **state)
{
    static const struct {
        const char *tag, *day, *around_day, *month, *around_month;
    } CASES[] = {
        {"el", "14", "Απριλίου 1922", "Απρίλιος", "1922"}, {"uk", "14", "квітня 1922 р.", "квітень", "1922 р."},
        {"he", "14", "באפריל 1922", "אפריל", "1922"},      {"en-US", "14", "April {word}, 1922", "April", "1922"},
        {"de", "14", "{word}. April 1922", "April", "1922"}, {"hu", "14", "1922. április {word}.", "április", "1922. {word}"},
    };
    struct draft_date day = date("1922-04-14", PACK_DAY), month = date("1922-04", PACK_MONTH);

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct date_language *language = date_language_create(CASES[i].tag);
        struct phrase rest;

        assert_string_equal(date_words_answer(language, &day, &rest).bytes, CASES[i].day);
        assert_string_equal(rest.bytes, CASES[i].around_day);
        assert_string_equal(date_words_answer(language, &month, &rest).bytes, CASES[i].month);
        assert_string_equal(rest.bytes, CASES[i].around_month);
        date_language_destroy(language);
    }
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

static void dates_before_the_common_era_carry_it(void **state)
{
    (void)state;
    expect_date(date("-0043", PACK_YEAR), "44~a.~C.", "44~m. pr.~Kr.", "44~p.n.e.", "44~BC");
    expect_date(date("-0043-03-15", PACK_DAY), "15~de~março de~44~a.~C.", "44~m. pr.~Kr. kovo~15~d.", "15~marca 44~p.n.e.",
                "15~March 44~BC");
    expect_date(date_part("-0043", PACK_SEASON, 1), "verão~de~44~a.~C.", "44~m. pr.~Kr. vasara", "lato~44~p.n.e.",
                "summer~44~BC");
    expect_date(date_part("-0043", PACK_SEASON, 3), "inverno~de~44–43~a.~C.", "44–43~m. pr.~Kr. žiema",
                "zima~44–43~p.n.e.", "winter~44–43~BC");
    expect_date(flagged(date("-0043", PACK_YEAR), PACK_BEFORE), "antes~de~44~a.~C.", "iki~44~m. pr.~Kr.",
                "przed~44~p.n.e.", "before~44~BC");
    expect_dates(date("-0119", PACK_YEAR), date("-0043", PACK_YEAR), "120–44~a.~C.", "120–44~m. pr.~Kr.", "120–44~p.n.e.",
                 "120–44~BC");
    expect_dates(date_part("-0043", PACK_SEASON, 0), date_part("-0043", PACK_SEASON, 1), "primavera–verão~de~44~a.~C.",
                 "44~m. pr.~Kr. pavasaris–vasara", "wiosna–lato~44~p.n.e.", "spring–summer~44~BC");
}

static void a_span_across_the_eras_names_both(void **state)
{
    (void)state;
    expect_dates(date("-0119", PACK_YEAR), date("0080", PACK_YEAR), "120~a.~C.~– 80~d.~C.",
                 "120~m. pr.~Kr.~– 80~m. po~Kr.", "120~p.n.e.~– 80~n.e.", "120~BC~– AD~80");
    expect_dates(date("-0043-03", PACK_MONTH), date("0080-05-18", PACK_DAY), "março de~44~a.~C.~– 18~de~maio de~80~d.~C.",
                 "44~m. pr.~Kr. kovas~– 80~m. po~Kr. gegužės~18~d.", "marzec 44~p.n.e.~– 18~maja 80~n.e.",
                 "March 44~BC~– 18~May AD~80");
}

static void other_languages_name_their_eras(void **state)
{
    static const struct {
        const char *tag, *year, *season, *span, *mixed;
    } CASES[] = {
        {"el", "44~π.~Χ.", "Ιούνιος–Αύγουστος 44~π.~Χ.", "120~π.~Χ.~– 80~μ.~Χ.", "120~π.~Χ.~– Μάιος 80~μ.~Χ."},
        {"uk", "44~до~н.~е.", "червень–серпень 44 р.~до~н.~е.", "120~до~н.~е.~– 80~н.~е.",
         "120~до~н.~е.~– травень 80 р.~н.~е."},
        {"he", "44~לפנה״ס", "יוני–אוגוסט 44~לפנה״ס", "120~לפנה״ס~– 80~לספירה", "120~לפנה״ס~– מאי 80~לספירה"},
    };
    struct draft_date year = date("-0043", PACK_YEAR), summer = date_part("-0043", PACK_SEASON, 1);
    struct draft_date from = date("-0119", PACK_YEAR), to = date("0080", PACK_YEAR), may = date("0080-05", PACK_MONTH);

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct date_language *language = date_language_create(CASES[i].tag);

        assert_string_equal(date_words(language, (struct date_span){.start = &year}).bytes, with_spaces(CASES[i].year));
        assert_string_equal(date_words(language, (struct date_span){.start = &summer}).bytes, with_spaces(CASES[i].season));
        assert_string_equal(date_words(language, (struct date_span){.start = &from, .end = &to}).bytes,
                            with_spaces(CASES[i].span));
        assert_string_equal(date_words(language, (struct date_span){.start = &from, .end = &may}).bytes,
                            with_spaces(CASES[i].mixed));
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
        cmocka_unit_test(an_answer_is_a_big_word_and_what_stands_around_it),
        cmocka_unit_test(an_answer_put_together_is_the_date_of_the_table),
        cmocka_unit_test(an_answer_of_another_language_keeps_the_order_of_its_date),
        cmocka_unit_test(other_languages_use_their_own_patterns),
        cmocka_unit_test(dates_before_the_common_era_carry_it),
        cmocka_unit_test(a_span_across_the_eras_names_both),
        cmocka_unit_test(other_languages_name_their_eras),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
