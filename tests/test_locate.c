#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/locate.h"

static struct draft_paragraph paragraphs[] = {
    {.number = 1, .original = {.bytes = "The lamp was lit on 3 May."}},
    {.number = 2, .original = {.bytes = "The lamp went out. Žibintas užgeso."}},
};

static struct draft_document document = {.id = "log", .paragraphs = paragraphs, .paragraph_count = 2};

static void words_are_found_in_their_paragraph(void **state)
{
    struct locate *locate = locate_open(&document);
    struct locate_hit hit = locate_find(locate, "Žibintas užgeso.");

    (void)state;
    assert_int_equal(hit.count, 1);
    assert_int_equal(hit.paragraph, 1);
    assert_int_equal(hit.start, 19);
    locate_close(locate);
}

static void words_that_stand_twice_are_counted_and_the_first_is_given(void **state)
{
    struct locate *locate = locate_open(&document);
    struct locate_hit hit = locate_find(locate, "The lamp w");

    (void)state;
    assert_int_equal(hit.count, 2);
    assert_int_equal(hit.paragraph, 0);
    assert_int_equal(hit.start, 0);
    locate_close(locate);
}

static void short_words_are_found_too(void **state)
{
    struct locate *locate = locate_open(&document);

    (void)state;
    assert_int_equal(locate_find(locate, "lit").count, 1);
    assert_int_equal(locate_find(locate, "lit").start, 13);
    assert_int_equal(locate_find(locate, ".").count, 3);
    assert_int_equal(locate_find(locate, "").count, 0);
    locate_close(locate);
}

static void words_never_reach_over_the_end_of_a_paragraph(void **state)
{
    struct locate *locate = locate_open(&document);

    (void)state;
    assert_int_equal(locate_find(locate, "3 May.The lamp").count, 0);
    assert_int_equal(locate_find(locate, "3 May.\nThe lamp").count, 0);
    assert_int_equal(locate_find(locate, "užgeso. And then").count, 0);
    assert_int_equal(locate_find(locate, "užgeso. And then").paragraph, -1);
    locate_close(locate);
}

static void the_longest_beginning_ends_at_a_whole_character(void **state)
{
    struct locate *locate = locate_open(&document);
    struct locate_hit hit;

    (void)state;
    assert_int_equal(locate_beginning(locate, "The lamp went up", &hit), strlen("The lamp went "));
    assert_int_equal(hit.paragraph, 1);
    /* ž and ź share their first byte */
    assert_int_equal(locate_beginning(locate, "Žibintas uźgeso", &hit), strlen("Žibintas u"));
    assert_int_equal(locate_beginning(locate, "Nothing of that", &hit), 0);
    assert_int_equal(hit.paragraph, -1);
    locate_close(locate);
}

static void pieces_and_marks_of_a_quotation_are_placed(void **state)
{
    struct draft_piece pieces[] = {{.text = "lit on 3 May"}, {.text = "užgeso"}, {.text = "not there"}};
    struct draft_mark marks[] = {{.text = "3 May"}, {.text = "geso"}, {.text = "June"}};
    struct draft_source source = {
        .document = {.id = "log"}, .pieces = pieces, .piece_count = 3, .marks = marks, .mark_count = 3};
    struct draft_entry entry = {.sources = &source, .source_count = 1};
    struct draft draft = {.documents = &document, .document_count = 1, .entries = &entry, .entry_count = 1};

    (void)state;
    locate_quotations(&draft);
    assert_int_equal(pieces[0].paragraph, 0);
    assert_int_equal(pieces[0].start, 13);
    assert_int_equal(pieces[0].length, 12);
    assert_int_equal(pieces[1].paragraph, 1);
    assert_int_equal(pieces[2].paragraph, -1);
    assert_int_equal(pieces[2].found, 0);
    assert_int_equal(marks[0].piece, 0);
    assert_int_equal(marks[0].start, 20);
    assert_int_equal(marks[1].piece, 1);
    assert_int_equal(marks[1].start, pieces[1].start + strlen("už"));
    assert_int_equal(marks[2].piece, -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_in_their_paragraph),
        cmocka_unit_test(words_that_stand_twice_are_counted_and_the_first_is_given),
        cmocka_unit_test(short_words_are_found_too),
        cmocka_unit_test(words_never_reach_over_the_end_of_a_paragraph),
        cmocka_unit_test(the_longest_beginning_ends_at_a_whole_character),
        cmocka_unit_test(pieces_and_marks_of_a_quotation_are_placed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
