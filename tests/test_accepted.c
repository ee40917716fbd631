#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "compiler/accepted.h"

/* An exhibit in English and Lithuanian with one document, one entry and one term. */
struct exhibit {
    struct draft draft;
    struct draft_document document;
    struct draft_paragraph paragraph;
    struct draft_entry entry;
    struct draft_statement statements[2];
    struct draft_source source;
    struct draft_piece piece;
    struct draft_term term;
};

static void give(struct draft_words *words, const char *english, const char *lithuanian, const char *path, int line)
{
    words->in[0] = (struct draft_text){.bytes = english, .at = {path ? path : "entries/lamp/en.md", line}};
    words->in[1] = (struct draft_text){.bytes = lithuanian, .at = {path ? path : "entries/lamp/lt.md", line}};
}

static int set_up(void **state)
{
    struct exhibit *exhibit = calloc(1, sizeof *exhibit);
    struct draft *draft = &exhibit->draft;

    draft_init(draft);
    draft->language_count = 2;
    draft->languages[0].tag = "en";
    draft->languages[1].tag = "lt";
    exhibit->paragraph = (struct draft_paragraph){.number = 7, .original.bytes = "The lamp was lit.", .line = 9};
    exhibit->paragraph.translation.in[1] = (struct draft_text){.bytes = "Žibintas įžiebtas.", .at = {"documents/log.lt.md", 3}};
    exhibit->document = (struct draft_document){
        .id = "log", .text_path = "documents/log.txt", .paragraphs = &exhibit->paragraph, .paragraph_count = 1};
    draft->documents = &exhibit->document;
    draft->document_count = 1;
    give(&exhibit->statements[0].text, "It was lit.", "Jis įžiebtas.", NULL, 7);
    give(&exhibit->statements[1].text, "It burnt.", "Jis degė.", NULL, 8);
    exhibit->piece = (struct draft_piece){.text = "lamp was lit"};
    exhibit->source = (struct draft_source){.label = "l-lit", .pieces = &exhibit->piece, .piece_count = 1};
    exhibit->source.translation.in[1] = (struct draft_text){.bytes = "įžiebtas", .at = {"entries/lamp/lt.md", 12}};
    exhibit->entry = (struct draft_entry){
        .id = "lamp", .statements = exhibit->statements, .statement_count = 2, .sources = &exhibit->source, .source_count = 1};
    draft->entries = &exhibit->entry;
    draft->entry_count = 1;
    exhibit->term = (struct draft_term){.id = "wick"};
    give(&exhibit->term.text, "What burns.", "Kas dega.", "glossary.yaml", 3);
    draft->terms = &exhibit->term;
    draft->term_count = 1;
    *state = exhibit;
    return 0;
}

static int tear_down(void **state)
{
    struct exhibit *exhibit = *state;

    draft_done(&exhibit->draft);
    free(exhibit);
    return 0;
}

/* Reads a whole file of records into the draft, in place of those before. */
static bool read_records(struct draft *draft, const char *bytes, size_t size)
{
    struct accepted_reader reader = {.draft = draft};
    const char *end = bytes + size;
    bool is_good = true;

    draft->accepted = NULL;
    draft->accepted_count = 0;
    for (const char *stop; bytes < end; bytes = stop + 1) {
        stop = memchr(bytes, '\n', (size_t)(end - bytes));
        assert_non_null(stop);
        is_good &= accepted_read_line(&reader, bytes, (size_t)(stop - bytes));
    }
    accepted_sort(draft);
    return is_good;
}

static int accept(struct exhibit *exhibit, const char *path)
{
    struct buffer file = {.bytes = NULL};
    int stale;

    accepted_write(&exhibit->draft, &path, path ? 1 : 0, &file, &stale);
    assert_true(read_records(&exhibit->draft, (const char *)file.bytes, file.size));
    buffer_done(&file);
    return stale;
}

struct list {
    const struct draft *draft;
    bool is_stale_only;
    char text[1024];
};

static void add(const struct translation *translation, void *context)
{
    struct list *list = context;

    if (!list->is_stale_only || accepted_is_stale(list->draft, translation))
        sprintf(list->text + strlen(list->text), "%s:%d %s <- %s:%d\n", translation->at.path, translation->at.line,
                translation->label, translation->source_at.path ? translation->source_at.path : "?",
                translation->source_at.line);
}

static const char *listed(const struct exhibit *exhibit, bool is_stale_only, struct list *list)
{
    *list = (struct list){.draft = &exhibit->draft, .is_stale_only = is_stale_only};
    translations_each(&exhibit->draft, add, list);
    return list->text;
}

static void every_translation_knows_its_source(void **state)
{
    struct list list;

    assert_string_equal(listed(*state, false, &list),
                        "documents/log.lt.md:3 p7 <- documents/log.txt:9\n"
                        "glossary.yaml:3 wick text lt <- glossary.yaml:3\n"
                        "entries/lamp/lt.md:7 statement 1 <- entries/lamp/en.md:7\n"
                        "entries/lamp/lt.md:8 statement 2 <- entries/lamp/en.md:8\n"
                        "entries/lamp/lt.md:12 quotation l-lit <- ?:0\n");
}

static void without_a_record_nothing_is_stale(void **state)
{
    struct list list;

    assert_string_equal(listed(*state, true, &list), "");
}

static void what_was_accepted_is_fresh(void **state)
{
    struct exhibit *exhibit = *state;
    struct list list;

    assert_int_equal(accept(exhibit, NULL), 0);
    assert_int_equal(exhibit->draft.accepted_count, 5);
    assert_string_equal(listed(exhibit, true, &list), "");
}

static void a_changed_source_makes_a_translation_stale(void **state)
{
    struct exhibit *exhibit = *state;
    struct list list;

    accept(exhibit, NULL);
    exhibit->paragraph.original.bytes = "The lamp was lit again.";
    exhibit->statements[0].text.in[0].bytes = "It was lit in May.";
    exhibit->piece.text = "The lamp was lit";
    assert_string_equal(listed(exhibit, true, &list),
                        "documents/log.lt.md:3 p7 <- documents/log.txt:9\n"
                        "entries/lamp/lt.md:7 statement 1 <- entries/lamp/en.md:7\n"
                        "entries/lamp/lt.md:12 quotation l-lit <- ?:0\n");
}

static void a_translation_changed_with_its_source_is_fresh(void **state)
{
    struct exhibit *exhibit = *state;
    struct list list;

    accept(exhibit, NULL);
    exhibit->statements[0].text.in[0].bytes = "It was lit in May.";
    exhibit->statements[0].text.in[1].bytes = "Jis įžiebtas gegužę.";
    assert_string_equal(listed(exhibit, true, &list), "");
}

static void a_translation_changed_alone_is_fresh(void **state)
{
    struct exhibit *exhibit = *state;
    struct list list;

    accept(exhibit, NULL);
    exhibit->term.text.in[1].bytes = "Tai, kas dega.";
    assert_string_equal(listed(exhibit, true, &list), "");
}

static void accepting_everything_leaves_what_is_stale_on_record(void **state)
{
    struct exhibit *exhibit = *state;
    struct list list;

    accept(exhibit, NULL);
    exhibit->term.text.in[0].bytes = "What is burning.";
    exhibit->paragraph.original.bytes = "The lamp was lit again.";
    assert_int_equal(accept(exhibit, NULL), 2);
    assert_int_equal(accept(exhibit, "glossary.yaml"), 1);
    assert_string_equal(listed(exhibit, true, &list), "documents/log.lt.md:3 p7 <- documents/log.txt:9\n");
    assert_int_equal(accept(exhibit, "documents/log.lt.md"), 0);
}

static void records_are_sorted_and_grouped_by_file(void **state)
{
    struct exhibit *exhibit = *state;
    struct buffer file = {.bytes = NULL};
    static const char *const ORDER[] = {"\ndocuments/log.lt.md\n  p7 ", "\nentries/lamp/lt.md\n  quotation l-lit ",
                                        "\n  statement 1 ", "\n  statement 2 ", "\nglossary.yaml\n  wick text lt "};
    const char *at;
    int stale;

    accepted_write(&exhibit->draft, NULL, 0, &file, &stale);
    buffer_put_byte(&file, '\0');
    at = (const char *)file.bytes;
    for (size_t i = 0; i < sizeof ORDER / sizeof *ORDER; i++) {
        at = strstr(at, ORDER[i]);
        assert_non_null(at);
    }
    buffer_done(&file);
}

static void lines_that_accept_has_not_written_are_refused(void **state)
{
    static const char *const WRONG[] = {
        "  p1 01234567 89abcdef\n",        /* of no file */
        "a.md\n  p1 01234567\n",           /* one sum only */
        "a.md\n  p1 01234567 89abcdeg\n",  /* no digit */
        "a.md\n  01234567 89abcdef\n",     /* no label */
        "a.md\n  p1 01234567-89abcdef\n",  /* no space */
        "a.md\n p1 01234567 89abcdef\n",   /* one space only */
        "a.md\n  p1 01234567 89abcdef \n", /* a space behind */
    };
    struct exhibit *exhibit = *state;

    assert_true(read_records(&exhibit->draft, "# x\n\na.md\n  p 1 01234567 89abcdef\n", 34));
    assert_string_equal(exhibit->draft.accepted[0].label, "p 1");
    assert_int_equal(exhibit->draft.accepted[0].source, 0x01234567);
    assert_int_equal(exhibit->draft.accepted[0].own, 0x89abcdef);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        if (read_records(&exhibit->draft, WRONG[i], strlen(WRONG[i])))
            fail_msg("taken: %s", WRONG[i]);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(every_translation_knows_its_source),
        CASE(without_a_record_nothing_is_stale),
        CASE(what_was_accepted_is_fresh),
        CASE(a_changed_source_makes_a_translation_stale),
        CASE(a_translation_changed_with_its_source_is_fresh),
        CASE(a_translation_changed_alone_is_fresh),
        CASE(accepting_everything_leaves_what_is_stale_on_record),
        CASE(records_are_sorted_and_grouped_by_file),
        CASE(lines_that_accept_has_not_written_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
