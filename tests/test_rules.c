#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/rules_part.h"

/* Runs one rule of the table on a draft; `said` is what it reported. */
static void judge(struct draft *draft, const char *name, char said[4096])
{
    FILE *out = fmemopen(said, 4096, "w");
    struct diag diag = {.out = out};
    int count;
    const struct rule *rules = rules_all(&count);

    for (int i = 0; i < count; i++)
        if (!strcmp(rules[i].name, name))
            rules[i].check(&(struct judge){&rules[i], draft, &diag});
    fclose(out);
}

static void rules_have_names_of_their_own_and_say_what_they_ask(void **state)
{
    int count;
    const struct rule *rules = rules_all(&count);

    (void)state;
    assert_true(count > 50);
    for (int i = 0; i < count; i++) {
        assert_int_equal(rules[i].sentence[strlen(rules[i].sentence) - 1], '.');
        for (int k = 0; k < i; k++)
            assert_string_not_equal(rules[i].name, rules[k].name);
    }
}

static void words_are_counted_as_an_editor_counts_them(void **state)
{
    (void)state;
    assert_int_equal(rules_words_in(""), 0);
    assert_int_equal(rules_words_in("  One  two\tthree. "), 3);
    assert_int_equal(rules_words_in("1917 – 1921 …"), 2);
    assert_int_equal(rules_words_in("Poland’s second-largest town"), 3);
    assert_int_equal(rules_words_in("50\xC2\xA0"
                                    "000 rublių"),
                     3);
    assert_int_equal(rules_words_in("Žibintas „įžiebtas“"), 2);
}

static void characters_are_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(rules_characters_in("žąsis"), 5);
    assert_int_equal(rules_characters_in("„x“"), 3);
}

static void a_lane_of_its_own_colour_needs_contrast_for_shapes_and_words(void **state)
{
    /* 2.83:1 on the paper; then 3.23:1, but words on it 4.70:1; then 7.6:1 */
    struct draft draft = {.lane_count = 1, .lanes = {{.colour = 0x8A8A8A, .is_own_colour = true}}};
    char said[4096] = "";

    (void)state;
    judge(&draft, "contrast", said);
    assert_non_null(strstr(said, "2.8"));
    draft.lanes[0].colour = 0x808080;
    said[0] = '\0';
    judge(&draft, "contrast", said);
    assert_non_null(strstr(said, "4.70"));
    draft.lanes[0].colour = 0x505050;
    said[0] = '\0';
    judge(&draft, "contrast", said);
    assert_string_equal(said, "");
    draft.lanes[0] = (struct draft_lane){.colour = 0xD39E33, .is_own_colour = false};
    judge(&draft, "contrast", said);
    assert_string_equal(said, "");
}

static void a_fallback_language_excuses_a_body_text_but_no_title(void **state)
{
    struct draft_ref fallback = {"en", {"exhibit.yaml", 1}, 0};
    struct draft_stop stop = {.entry = {.id = "lamp"}, .text.in[0].bytes = "Then"};
    struct draft_story story = {
        .title.in = {{.bytes = "Years", .at = {"en.md", 1}}, {.at = {"lt.md", 1}}}, .stops = &stop, .stop_count = 1};
    struct draft draft = {
        .language_count = 2, .languages = {{.tag = "en"}, {.tag = "lt"}}, .stories = &story, .story_count = 1};
    char said[4096] = "";

    (void)state;
    judge(&draft, "translation", said);
    assert_non_null(strstr(said, "the title of the story is missing in lt"));
    assert_non_null(strstr(said, "the sentence of a stop is missing in lt"));
    draft.fallback = &fallback;
    draft.fallback_count = 1;
    said[0] = '\0';
    judge(&draft, "translation", said);
    assert_non_null(strstr(said, "the title of the story is missing in lt"));
    assert_null(strstr(said, "the sentence of a stop"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_have_names_of_their_own_and_say_what_they_ask),
        cmocka_unit_test(words_are_counted_as_an_editor_counts_them),
        cmocka_unit_test(characters_are_not_bytes),
        cmocka_unit_test(a_lane_of_its_own_colour_needs_contrast_for_shapes_and_words),
        cmocka_unit_test(a_fallback_language_excuses_a_body_text_but_no_title),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
