#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "compiler/speller.h"
#include "compiler/spelling.h"

/* A folder with two small dictionaries: Lithuanian in its own encoding, English in UTF-8. */
struct dictionaries {
    char folder[64];
};

static void put(const struct dictionaries *dictionaries, const char *name, const char *text)
{
    char path[128];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", dictionaries->folder, name);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    struct dictionaries *dictionaries = calloc(1, sizeof *dictionaries);

    strcpy(dictionaries->folder, "/tmp/test_spelling_XXXXXX");
    assert_non_null(mkdtemp(dictionaries->folder));
    put(dictionaries, "lt_LT.aff", "SET ISO8859-13\nTRY abc\n");
    put(dictionaries, "lt_LT.dic", "3\n\xFEibintas\nir\nj\xFBra\n"); /* žibintas, jūra */
    put(dictionaries, "en_GB.aff", "SET UTF-8\nTRY abcdehlmprsuty\n");
    put(dictionaries, "en_GB.dic", "8\nlamp\nthe\nsea\nkeeper's\nand\nc.\nlit\nof\n");
    *state = dictionaries;
    return 0;
}

static int tear_down(void **state)
{
    struct dictionaries *dictionaries = *state;
    static const char *const FILES[] = {"lt_LT.aff", "lt_LT.dic", "en_GB.aff", "en_GB.dic"};

    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        char path[128];

        snprintf(path, sizeof path, "%s/%s", dictionaries->folder, FILES[i]);
        unlink(path);
    }
    rmdir(dictionaries->folder);
    free(dictionaries);
    return 0;
}

/* ---- the dictionary ---------------------------------------------------------------------------------------------- */

static void a_dictionary_is_asked_in_its_own_encoding(void **state)
{
    const struct dictionaries *dictionaries = *state;
    struct speller *speller = speller_open(dictionaries->folder, "lt");
    char offered[2][SPELLER_WORD_BYTES];

    assert_non_null(speller);
    assert_true(speller_knows(speller, "žibintas"));
    assert_true(speller_knows(speller, "Žibintas"));
    assert_false(speller_knows(speller, "zibintas"));
    assert_false(speller_knows(speller, "свет")); /* letters it has no code for */
    assert_int_equal(speller_suggest(speller, "žibntas", offered, 2), 1);
    assert_string_equal(offered[0], "žibintas");
    assert_int_equal(speller_suggest(speller, "свет", offered, 2), 0);
    speller_close(speller);
}

static void both_apostrophes_are_one(void **state)
{
    const struct dictionaries *dictionaries = *state;
    struct speller *speller = speller_open(dictionaries->folder, "en");

    assert_true(speller_knows(speller, "keeper’s"));
    assert_true(speller_knows(speller, "keeper's"));
    speller_close(speller);
}

static void a_language_without_a_dictionary_has_no_speller(void **state)
{
    const struct dictionaries *dictionaries = *state;

    assert_null(speller_open(dictionaries->folder, "pl"));
    assert_null(speller_open("/nowhere", "en"));
    speller_close(NULL);
}

/* ---- the check --------------------------------------------------------------------------------------------------- */

/* What is said of one English text, the lists being given. */
static const char *said_of(const struct dictionaries *dictionaries, const char *text, struct draft_list english,
                           struct draft_list names, char said[4096])
{
    static const char *forms[] = {"Miss Orr"};
    struct draft_person person = {.id = "orr", .name.in[0].bytes = "Jane Orr", .forms = forms, .form_count = 1};
    struct draft_term term = {.term.in[0] = {.bytes = "trimming", .at = {"glossary.yaml", 2}},
                              .text.in[0] = {.bytes = text, .at = {"glossary.yaml", 3}}};
    struct draft draft = {.at = {"exhibit.yaml", 0},
                          .language_count = 1,
                          .languages = {{.tag = "en"}},
                          .terms = &term,
                          .term_count = 1,
                          .people = &person,
                          .person_count = 1,
                          .spelling = {english},
                          .spelling_names = names};
    struct diag diag;

    memset(said, 0, 4096);
    diag = (struct diag){.out = fmemopen(said, 4096, "w")};
    spelling_check(&draft, &diag, dictionaries->folder);
    fclose(diag.out);
    assert_int_equal(diag.errors, 0);
    return said;
}

static const struct draft_list NO_LIST = {NULL, 0};

static void right_words_are_passed_over(void **state)
{
    char said[4096];

    assert_string_equal(said_of(*state, "The lamp and the SEA of 1922, c. 5: lit.", NO_LIST, NO_LIST, said), "");
    assert_string_equal(said_of(*state, "Jane Orr’s lamp, Miss Orr", NO_LIST, NO_LIST, said), "");
    assert_string_equal(said_of(*state, "Trimming the lamp-sea of {place}", NO_LIST, NO_LIST, said), "");
    assert_string_equal(said_of(*state, "the la\xC2\xADmp", NO_LIST, NO_LIST, said), "");
}

static void a_misspelt_word_is_named_once_with_its_first_place(void **state)
{
    char said[4096];

    said_of(*state, "The lamb and the lamb of the sae", NO_LIST, NO_LIST, said);
    assert_non_null(strstr(said,
                           "glossary.yaml:3: warning (spelling): \"lamb\" (2 times) is in no dictionary of en; did you mean "
                           "\"lamp\"? If it is right, add it to spelling/en.txt\n"));
    assert_non_null(strstr(said, "\"sae\" is in no dictionary of en; did you mean \"sea\""));
    assert_null(strstr(strstr(said, "\"lamb\"") + 1, "\"lamb\""));
}

static void the_wrong_part_of_a_word_is_named(void **state)
{
    char said[4096];

    said_of(*state, "the lamp-sae", NO_LIST, NO_LIST, said);
    assert_non_null(strstr(said, "\"sae\" is in no dictionary"));
    assert_null(strstr(said, "\"lamp-sae\""));
}

static void the_names_of_the_exhibit_are_suggested_first(void **state)
{
    char said[4096];

    assert_non_null(strstr(said_of(*state, "the lamp of Jane Ohr", NO_LIST, NO_LIST, said), "did you mean \"Orr\"?"));
}

static void lists_make_words_right(void **state)
{
    const char *words[] = {"lamb", "sae of the lamp"}, *name[] = {"Gull"};
    struct draft_list english = {words, 2}, names = {name, 1};
    char said[4096];

    assert_string_equal(said_of(*state, "Lamb and lamb of Gull, the sae of the lamp", english, names, said), "");
    assert_non_null(strstr(said_of(*state, "the sae and the lamb of gull", english, names, said), "\"sae\""));
    assert_non_null(strstr(said, "\"gull\""));
}

static void words_in_a_tagged_language_are_not_judged(void **state)
{
    const struct dictionaries *dictionaries = *state;
    struct pack_span spans[] = {{.start = 0}, {.start = 4, .language = 2}, {.start = 12}};
    struct draft_term term = {
        .text.in[0] = {.bytes = "the Leuchten sae", .at = {"g.yaml", 3}, .spans = spans, .span_count = 3}};
    struct draft draft = {.language_count = 1, .languages = {{.tag = "en"}}, .terms = &term, .term_count = 1};
    char said[4096] = "";
    struct diag diag = {.out = fmemopen(said, sizeof said, "w")};

    spelling_check(&draft, &diag, dictionaries->folder);
    fclose(diag.out);
    assert_int_equal(diag.warnings, 1);
    assert_non_null(strstr(said, "\"sae\""));
}

static void dates_made_by_the_program_and_words_of_others_are_not_judged(void **state)
{
    const struct dictionaries *dictionaries = *state;
    static const char *const PATHS[] = {"exhibit.yaml", "entries/lamp/entry.yaml", "../museum/strings/en.yaml", NULL};

    for (size_t i = 0; i < sizeof PATHS / sizeof *PATHS; i++) {
        struct draft_term term = {.text.in[0] = {.bytes = "wrng", .at = {PATHS[i], 3}}};
        struct draft draft = {.language_count = 1, .languages = {{.tag = "en"}}, .terms = &term, .term_count = 1};
        struct diag diag = {.out = NULL};

        spelling_check(&draft, &diag, dictionaries->folder);
        assert_int_equal(diag.warnings, 0);
    }
}

static void a_missing_dictionary_is_one_warning(void **state)
{
    const struct dictionaries *dictionaries = *state;
    struct draft_term term = {.text.in = {{.bytes = "wrng", .at = {"g.yaml", 3}}, {.bytes = "zle zle", .at = {"g.yaml", 4}}}};
    struct draft draft = {.at = {"exhibit.yaml", 0},
                          .language_count = 2,
                          .languages = {{.tag = "pt"}, {.tag = "eo"}},
                          .terms = &term,
                          .term_count = 1};
    char said[4096] = "";
    struct diag diag = {.out = fmemopen(said, sizeof said, "w")};

    spelling_check(&draft, &diag, dictionaries->folder);
    fclose(diag.out);
    assert_int_equal(diag.warnings, 2);
    assert_non_null(strstr(said, "exhibit.yaml: warning (spelling): there is no dictionary for pt"));
    assert_non_null(strstr(said, "hunspell-pt-pt"));
    assert_non_null(strstr(said, "there is no dictionary for eo"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_dictionary_is_asked_in_its_own_encoding),
        cmocka_unit_test(both_apostrophes_are_one),
        cmocka_unit_test(a_language_without_a_dictionary_has_no_speller),
        cmocka_unit_test(right_words_are_passed_over),
        cmocka_unit_test(a_misspelt_word_is_named_once_with_its_first_place),
        cmocka_unit_test(the_wrong_part_of_a_word_is_named),
        cmocka_unit_test(the_names_of_the_exhibit_are_suggested_first),
        cmocka_unit_test(lists_make_words_right),
        cmocka_unit_test(words_in_a_tagged_language_are_not_judged),
        cmocka_unit_test(dates_made_by_the_program_and_words_of_others_are_not_judged),
        cmocka_unit_test(a_missing_dictionary_is_one_warning),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
