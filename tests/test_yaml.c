#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/yaml.h"

struct reading {
    struct scratch *scratch;
    struct yaml_problem problem;
    struct yaml *root;
};

static struct reading read_text(const char *text)
{
    struct reading reading = {.scratch = scratch_create()};

    reading.root = yaml_read(text, strlen(text), 1, reading.scratch, &reading.problem);
    return reading;
}

static void done(struct reading *reading)
{
    scratch_destroy(reading->scratch);
}

static void fields_are_found_and_remember_their_lines(void **state)
{
    struct reading reading = read_text("a: one\nlist:\n  - {b: two}\n  - three\n");
    const struct yaml *list;

    (void)state;
    assert_non_null(reading.root);
    list = yaml_get(reading.root, "list");
    assert_string_equal(yaml_get(reading.root, "a")->text, "one");
    assert_int_equal(yaml_get(reading.root, "a")->line, 1);
    assert_int_equal(list->count, 2);
    assert_int_equal(list->items[1]->line, 4);
    assert_string_equal(yaml_get(list->items[0], "b")->text, "two");
    assert_null(yaml_get(reading.root, "c"));
    assert_null(yaml_get(list, "b"));
    done(&reading);
}

static void lines_count_from_the_first_line_of_the_front_matter(void **state)
{
    struct scratch *scratch = scratch_create();
    struct yaml_problem problem;
    struct yaml *root = yaml_read("\nshort: x\n", 10, 2, scratch, &problem);

    (void)state;
    assert_int_equal(yaml_get(root, "short")->line, 3);
    scratch_destroy(scratch);
}

static void no_and_numbers_are_words(void **state)
{
    struct reading reading = read_text("language: no\nvalue: 1922-04-16\n");

    (void)state;
    assert_string_equal(yaml_get(reading.root, "language")->text, "no");
    assert_string_equal(yaml_get(reading.root, "value")->text, "1922-04-16");
    done(&reading);
}

static void null_is_told_from_the_word_in_quotes(void **state)
{
    struct reading reading = read_text("a: null\nb: \"null\"\nc:\nd: ~\ne: \"\"\n");

    (void)state;
    assert_true(yaml_get(reading.root, "a")->is_null);
    assert_false(yaml_get(reading.root, "b")->is_null);
    assert_true(yaml_get(reading.root, "c")->is_null);
    assert_true(yaml_get(reading.root, "d")->is_null);
    assert_false(yaml_get(reading.root, "e")->is_null);
    done(&reading);
}

static void an_empty_file_is_an_empty_map(void **state)
{
    struct reading reading = read_text("# nothing yet\n");

    (void)state;
    assert_non_null(reading.root);
    assert_int_equal(reading.root->kind, YAML_MAP);
    assert_int_equal(reading.root->count, 0);
    done(&reading);
}

static void what_is_refused_names_its_rule_and_line(void **state)
{
    static const struct {
        const char *text, *rule;
        int line;
    } CASES[] = {
        {"a: 1\nb: 2\na: 3\n", "yaml-duplicate", 3},
        {"a: &x 1\nb: *x\n", "yaml-alias", 1},
        {"a: 1\nb: !!python/object x\n", "yaml-alias", 2},
        {"a:\n\tb: 1\n", "yaml-tab", 2},
        {"a: [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]\n", "yaml-depth", 1},
        {"a: 1\nb: {c: 2\n", "yaml", 3},
        {"a: \"x\\0y\"\n", "yaml", 1},
        {"a: 1\n---\nb: 2\n", "yaml", 2},
        {"[a, b]: 1\n", "yaml", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct reading reading = read_text(CASES[i].text);

        if (reading.root)
            fail_msg("\"%s\" was read", CASES[i].text);
        assert_string_equal(reading.problem.rule, CASES[i].rule);
        assert_int_equal(reading.problem.line, CASES[i].line);
        done(&reading);
    }
}

static void many_fields_are_found_among_many(void **state)
{
    static char text[20000];
    size_t used = 0;
    struct reading reading;

    (void)state;
    for (int i = 0; i < 1000; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "k%d: v%d\n", i, i);
    reading = read_text(text);
    assert_int_equal(reading.root->count, 1000);
    assert_string_equal(reading.root->items[999]->key, "k999");
    assert_string_equal(yaml_get(reading.root, "k517")->text, "v517");
    assert_int_equal(yaml_get(reading.root, "k517")->line, 518);
    done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_and_remember_their_lines),
        cmocka_unit_test(lines_count_from_the_first_line_of_the_front_matter),
        cmocka_unit_test(no_and_numbers_are_words),
        cmocka_unit_test(null_is_told_from_the_word_in_quotes),
        cmocka_unit_test(an_empty_file_is_an_empty_map),
        cmocka_unit_test(what_is_refused_names_its_rule_and_line),
        cmocka_unit_test(many_fields_are_found_among_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
