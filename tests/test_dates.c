#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/dates.h"
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

/* Languages in the order of the table of rule Y9. */
static const char *const TAGS[4] = {"pt", "lt", "pl", "en"};

/* ---- windows -------------------------------------------------------------------------------- */

static void a_date_gets_the_window_it_stands_for(void **state)
{
    static const struct {
        const char *value;
        enum pack_precision precision;
        int part;
        int first[3], last[3];
    } CASES[] = {
        {"1922-04-16", PACK_DAY, 0, {1922, 4, 16}, {1922, 4, 16}},
        {"1917-12-31", PACK_NIGHT, 0, {1917, 12, 31}, {1918, 1, 1}},
        {"1924-02", PACK_MONTH, 0, {1924, 2, 1}, {1924, 2, 29}},
        {"1922-04", PACK_PART_OF_MONTH, 0, {1922, 4, 1}, {1922, 4, 10}},
        {"1922-04", PACK_PART_OF_MONTH, 1, {1922, 4, 11}, {1922, 4, 20}},
        {"1921-02", PACK_PART_OF_MONTH, 2, {1921, 2, 21}, {1921, 2, 28}},
        {"1919", PACK_SEASON, 0, {1919, 3, 1}, {1919, 5, 31}},
        {"1919", PACK_SEASON, 3, {1919, 12, 1}, {1920, 2, 29}},
        {"1918", PACK_PART_OF_YEAR, 1, {1918, 5, 1}, {1918, 8, 31}},
        {"1918", PACK_YEAR, 0, {1918, 1, 1}, {1918, 12, 31}},
        {"-0044", PACK_YEAR, 0, {-44, 1, 1}, {-44, 12, 31}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct draft_date filled = date_part(CASES[i].value, CASES[i].precision, CASES[i].part);

        assert_int_equal(filled.first_day,
                         calendar_day(CASES[i].first[0], CASES[i].first[1], CASES[i].first[2]));
        assert_int_equal(filled.last_day,
                         calendar_day(CASES[i].last[0], CASES[i].last[1], CASES[i].last[2]));
    }
}

static void a_wrong_date_is_reported_once_in_words(void **state)
{
    static const struct {
        const char *value;
        enum pack_precision precision;
        const char *sentence;
    } CASES[] = {
        {"16 April 1922", PACK_DAY, "write a whole date such as 1922-04-16"},
        {"1922-4", PACK_MONTH, "write a year and month such as 1922-04"},
        {"", PACK_YEAR, "write a year such as 1922"},
        {"1922-13", PACK_MONTH, "names month 13"},
        {"1922-00-10", PACK_DAY, "names month 0"},
        {"1923-02-29", PACK_DAY, "that month has 28 days"},
        {"1922-04-16", PACK_MONTH, "does not go with its precision"},
        {"1922-04", PACK_DAY, "does not go with its precision"},
        {"1234567", PACK_YEAR, "is not a date"},
        {"1922-04-16-01", PACK_DAY, "is not a date"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct draft_date wrong = {
            .value = CASES[i].value, .precision = CASES[i].precision, .at = {"entry.yaml", 4}};
        char said[400] = "";
        FILE *out = fmemopen(said, sizeof said, "w");
        struct diag diag = {.out = out};

        assert_false(window_fill(&wrong, &diag));
        fclose(out);
        assert_int_equal(diag.errors, 1);
        if (!strstr(said, CASES[i].sentence)
            || strncmp(said, "entry.yaml:4: error (date): ", 28) != 0)
            fail_msg("\"%s\" is reported as: %s", CASES[i].value, said);
    }
}

/* ---- the whole draft ------------------------------------------------------------------------ */

struct exhibit {
    struct draft draft;
    struct draft_entry entries[2];
    struct draft_disagreement disagreement;
    struct draft_answer answers[2];
    struct draft_person people[3];
    char said[1000];
    int errors;
};

static void exhibit_init(struct exhibit *exhibit, const char *const tags[], int count)
{
    memset(exhibit, 0, sizeof *exhibit);
    draft_init(&exhibit->draft);
    for (int i = 0; i < count; i++)
        exhibit->draft.languages[i].tag = tags[i];
    exhibit->draft.language_count = count;
    exhibit->draft.tags = (const char **)tags;
    exhibit->draft.tag_count = count;
    exhibit->draft.entries = exhibit->entries;
    exhibit->draft.entry_count = 1;
    exhibit->entries[0] = (struct draft_entry){
        .id = "first", .start = {.value = "1917-11-07", .at = {"entry.yaml", 5}}};
}

static void fill(struct exhibit *exhibit)
{
    FILE *out = fmemopen(exhibit->said, sizeof exhibit->said - 1, "w");
    struct diag diag = {.out = out};

    dates_fill(&exhibit->draft, &diag);
    fclose(out);
    exhibit->errors = diag.errors;
}

static void entries_get_words_and_old_style_where_they_ask(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    exhibit.entries[0].old_style = true;
    exhibit.draft.has_old_style = true;
    exhibit.draft.old_style_until = calendar_day(1918, 2, 13);
    fill(&exhibit);
    assert_string_equal(exhibit.said, "");
    assert_string_equal(exhibit.entries[0].date.in[3].bytes, with_spaces("7~November 1917"));
    assert_string_equal(exhibit.entries[0].old_style_date.in[3].bytes,
                        with_spaces("(25~October~OS)"));
    draft_done(&exhibit.draft);
}

static void old_style_is_refused_for_months_and_late_days(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    exhibit.draft.entry_count = 2;
    exhibit.draft.has_old_style = true;
    exhibit.draft.old_style_until = calendar_day(1918, 2, 13);
    exhibit.entries[0].start = (struct draft_date){.value = "1917-11", .precision = PACK_MONTH};
    exhibit.entries[0].old_style = true;
    exhibit.entries[1] =
        (struct draft_entry){.id = "second", .start = {.value = "1918-03-03"}, .old_style = true};
    fill(&exhibit);
    assert_int_equal(exhibit.errors, 2);
    assert_non_null(
        strstr(exhibit.said, "error (old-style): an Old Style date belongs to days only"));
    assert_non_null(strstr(exhibit.said,
                           "error (old-style): the date lies after the Julian calendar had ended"));
    assert_null(exhibit.entries[1].old_style_date.in[0].bytes);
    draft_done(&exhibit.draft);
}

static void an_impossible_date_has_no_words(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    exhibit.entries[0].start.value = "1917-02-30";
    fill(&exhibit);
    assert_int_equal(exhibit.errors, 1);
    assert_null(exhibit.entries[0].date.in[0].bytes);
    draft_done(&exhibit.draft);
}

static void answers_of_the_author_stay(void **state)
{
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    exhibit.entries[0].disagreements = &exhibit.disagreement;
    exhibit.entries[0].disagreement_count = 1;
    exhibit.disagreement.answers = exhibit.answers;
    exhibit.disagreement.answer_count = 2;
    exhibit.answers[0] = (struct draft_answer){.has_date = true, .date = {.value = "1922-04-14"}};
    exhibit.answers[1] = exhibit.answers[0];
    exhibit.answers[1].words.in[3].bytes = "neither side";
    fill(&exhibit);
    assert_string_equal(exhibit.answers[0].words.in[3].bytes, "14");
    assert_string_equal(exhibit.answers[0].rest.in[3].bytes, "{word}\u00a0April 1922");
    assert_string_equal(exhibit.answers[1].words.in[3].bytes, "neither side");
    assert_null(exhibit.answers[1].rest.in[3].bytes);
    draft_done(&exhibit.draft);
}

static void numbers_choose_the_plural_form_of_their_language(void **state)
{
    static const struct {
        int language, number;
        enum pack_plural form;
    } CASES[] = {
        {0, 0, PACK_OTHER},  {0, 1, PACK_ONE},    {0, 2, PACK_OTHER}, {1, 1, PACK_ONE},
        {1, 21, PACK_ONE},   {1, 9, PACK_FEW},    {1, 22, PACK_FEW},  {1, 0, PACK_OTHER},
        {1, 11, PACK_OTHER}, {1, 30, PACK_OTHER}, {2, 1, PACK_ONE},   {2, 4, PACK_FEW},
        {2, 24, PACK_FEW},   {2, 0, PACK_MANY},   {2, 12, PACK_MANY}, {2, 25, PACK_MANY},
        {2, 101, PACK_MANY}, {2, 122, PACK_FEW},  {3, 1, PACK_ONE},   {3, 101, PACK_OTHER},
    };
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    fill(&exhibit);
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        assert_int_equal(exhibit.draft.languages[CASES[i].language].plural[CASES[i].number],
                         CASES[i].form);
    draft_done(&exhibit.draft);
}

static void languages_bring_quotes_months_and_direction(void **state)
{
    static const char *const LANGUAGES[] = {"pt", "lt", "pl", "en", "he", "fr"};
    static const char *const QUOTES[][4] = {
        {"«", "»", "“", "”"}, {"„", "“", "‚", "‘"}, {"„", "”", "«", "»"},
        {"“", "”", "‘", "’"}, {"”", "”", "’", "’"}, {"«", "»", "«", "»"},
    };
    static const char *const APRIL[] = {"abr.", "bal.", "kwi", "Apr"};
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, LANGUAGES, 6);
    fill(&exhibit);
    for (int i = 0; i < 6; i++) {
        const struct draft_language *language = &exhibit.draft.languages[i];

        assert_string_equal(language->quote_open, QUOTES[i][0]);
        assert_string_equal(language->quote_close, QUOTES[i][1]);
        assert_string_equal(language->inner_open, QUOTES[i][2]);
        assert_string_equal(language->inner_close, QUOTES[i][3]);
        assert_int_equal(language->is_right_to_left, i == 4);
    }
    for (int i = 0; i < 4; i++)
        assert_string_equal(exhibit.draft.months[15].in[i].bytes, APRIL[i]);
    assert_string_equal(exhibit.draft.months[3].in[1].bytes, "balandis");
    assert_string_equal(exhibit.draft.weekdays[6].in[3].bytes, "S");
    assert_string_equal(exhibit.draft.weekdays[0].in[3].bytes, "M");
    assert_string_equal(exhibit.draft.tag_names[1].in[3].bytes, "Lithuanian");
    draft_done(&exhibit.draft);
}

static void names_are_sorted_as_each_language_does(void **state)
{
    static const char *const NAMES[3] = {"Łukasz", "Lubow", "Maria"};
    struct exhibit exhibit;

    (void)state;
    exhibit_init(&exhibit, TAGS, 4);
    exhibit.draft.people = exhibit.people;
    exhibit.draft.person_count = 3;
    for (int i = 0; i < 3; i++) {
        static const char *const IDS[3] = {"a", "b", "c"};

        exhibit.people[i].id = IDS[i];
        for (int language = 0; language < 4; language++)
            exhibit.people[i].name.in[language].bytes = NAMES[i];
    }
    exhibit.people[0].name.in[1].bytes = "Ysa"; /* Lithuanian puts y beside i, before k */
    exhibit.people[1].name.in[1].bytes = "Kazys";
    exhibit.people[2].name.in[1].bytes = "Ona";
    fill(&exhibit);
    assert_int_equal(exhibit.draft.person_order[2][0], 1);
    assert_int_equal(exhibit.draft.person_order[2][1], 0);
    assert_int_equal(exhibit.draft.person_order[2][2], 2);
    assert_int_equal(exhibit.draft.person_order[1][0], 0);
    assert_int_equal(exhibit.draft.person_order[1][1], 1);
    draft_done(&exhibit.draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_gets_the_window_it_stands_for),
        cmocka_unit_test(a_wrong_date_is_reported_once_in_words),
        cmocka_unit_test(entries_get_words_and_old_style_where_they_ask),
        cmocka_unit_test(old_style_is_refused_for_months_and_late_days),
        cmocka_unit_test(an_impossible_date_has_no_words),
        cmocka_unit_test(answers_of_the_author_stay),
        cmocka_unit_test(numbers_choose_the_plural_form_of_their_language),
        cmocka_unit_test(languages_bring_quotes_months_and_direction),
        cmocka_unit_test(names_are_sorted_as_each_language_does),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
