#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/coverage.h"

/* A heading, a line of furniture and a paragraph of three sentences; two entries quote the first one and a half. */
static uint32_t first[] = {0}, three[] = {0, 14, 29};

static struct draft_paragraph paragraphs[] = {
    {.number = 1, .kind = PACK_HEADING, .original.bytes = "The log", .line = 1, .sentences = first, .sentence_count = 1},
    {.number = 2,
     .kind = PACK_BODY,
     .original.bytes = "It was lit 1. It burnt here. Keep left.",
     .line = 3,
     .file_offset = 20,
     .sentences = three,
     .sentence_count = 3},
};

static struct draft_furniture furniture[] = {{{"log.txt", 2}, 8, "Page 1", "page-remains"}, {{"log.txt", 4}, 90, "Menu", NULL}};

static struct draft_uncited reasons[] = {{{"log.yaml", 9}, 2, 3, "remark"}};

static struct draft_document document = {.id = "log",
                                         .siglum = "L",
                                         .text_path = "log.txt",
                                         .raw = "",
                                         .paragraphs = paragraphs,
                                         .paragraph_count = 2,
                                         .furniture = furniture,
                                         .furniture_count = 2,
                                         .uncited = reasons,
                                         .uncited_count = 1};

static struct draft_piece pieces[] = {{.text = "It was lit 1.", .paragraph = 1, .start = 0, .length = 13},
                                      {.text = "lit 1. It", .paragraph = 1, .start = 7, .length = 9},
                                      {.text = "nowhere", .paragraph = -1}};

static struct draft_source sources[] = {{.document = {"log", {"e", 1}, 0}, .pieces = &pieces[0], .piece_count = 1},
                                        {.document = {"log", {"e", 2}, 0}, .pieces = &pieces[1], .piece_count = 2}};

static struct draft_entry entries[] = {{.id = "lamp", .sources = &sources[0], .source_count = 1},
                                       {.id = "oil", .sources = &sources[1], .source_count = 1}};

static struct draft exhibit(void)
{
    return (struct draft){.documents = &document, .document_count = 1, .entries = entries, .entry_count = 2};
}

static const char *report_of(const struct draft *draft, char said[2048])
{
    FILE *out = fmemopen(said, 2048, "w");

    coverage_report(draft, out);
    fclose(out);
    return said;
}

static void every_line_is_listed_with_its_entries_or_its_reason(void **state)
{
    struct draft draft = exhibit();
    char said[2048];

    (void)state;
    assert_string_equal(report_of(&draft, said),
                        "log (L)\n"
                        "  p1 – heading\n"
                        "    The log\n"
                        "  line 2 – page furniture: page-remains\n"
                        "    Page 1\n"
                        "  p2.1 lamp, oil\n"
                        "    It was lit 1.\n"
                        "  p2.2 oil (18 % of it)\n"
                        "    It burnt here.\n"
                        "  p2.3 – remark\n"
                        "    Keep left.\n"
                        "  line 4 – page furniture\n"
                        "    Menu\n"
                        "  3 sentences: 2 quoted, 1 left out with a reason, 0 with neither; besides 1 heading, 2 lines of "
                        "furniture\n");
}

static void a_sentence_with_neither_is_an_error_only_where_coverage_is_required(void **state)
{
    struct draft draft = exhibit();
    char said[2048] = "";
    struct diag diag = {.out = fmemopen(said, sizeof said, "w")};

    (void)state;
    document.uncited_count = 0;
    coverage_judge(&draft, &diag);
    assert_int_equal(diag.errors, 0);
    assert_int_equal(diag.warnings, 1);
    draft.needs_coverage = true;
    coverage_judge(&draft, &diag);
    assert_int_equal(diag.errors, 1);
    fclose(diag.out);
    assert_non_null(strstr(said, "log.txt:3: warning (coverage): no entry quotes sentence 3 of p2"));
    assert_non_null(strstr(said, "log.txt:3: error (coverage): no entry quotes sentence 3 of p2"));
    document.uncited_count = 1;
}

static void a_reason_for_a_quoted_sentence_is_a_warning(void **state)
{
    struct draft draft = exhibit();
    struct diag diag = {.out = NULL};

    (void)state;
    draft.needs_coverage = true;
    reasons[0].sentence = 1;
    coverage_judge(&draft, &diag);
    assert_int_equal(diag.warnings, 1);
    assert_int_equal(diag.errors, 1); /* the third sentence has lost its reason */
    reasons[0].sentence = 3;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_listed_with_its_entries_or_its_reason),
        cmocka_unit_test(a_sentence_with_neither_is_an_error_only_where_coverage_is_required),
        cmocka_unit_test(a_reason_for_a_quoted_sentence_is_a_warning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
