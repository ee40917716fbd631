#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "compiler/load.h"

/* A content folder that lives as long as a case. */
struct folder {
    char path[64];
    char said[8192]; /* what was reported */
    struct draft draft;
    struct diag diag;
};

static void put(struct folder *folder, const char *name, const char *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    for (char *slash = strchr(path + strlen(folder->path) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        mkdir(path, 0777);
        *slash = '/';
    }
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);

    strcpy(folder->path, "/tmp/test_load_XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    put(folder, "exhibit.yaml",
        "format: 1\nid: x\nversion: 1.0.0\nspan: {start: 1900, end: 1910}\nlanguages: [en, lt]\ndefault_language: en\n"
        "documents: [log]\nlanes:\n  - {id: light, colour: \"#2e4d61\", shape: circle, pattern: dots}\n"
        "fonts: {museum: [A.ttf, B.ttf]}\n");
    put(folder, "strings/en.yaml", "lane.light: \"Light\"\nzoom.in: \"In\"\ncount: {one: \"{n} a\", other: \"{n} b\"}\n");
    put(folder, "strings/lt.yaml", "lane.light: \"Šviesa\"\nzoom.in: \"Artyn\"\n");
    put(folder, "documents/log.txt", "The log\n\nThe lamp was lit. Mrs. Gray le\nft in May.\nPage 1\nЭто по-русски, a phrase.");
    put(folder, "documents/log.yaml",
        "siglum: L\nlanguage: en\nauthor: null\nlicence: unknown\nlines:\n  - {line: 1, kind: heading}\n"
        "  - {line: 4, kind: continues, join: \"\"}\n  - {line: 5, kind: furniture, reason: page-remains}\n"
        "  - {line: 6, language_spans: [{text: \"Это по-русски\", language: ru}]}\n"
        "sentence_breaks: [{not_after: \"Mrs.\"}, {after: \"left in\"}]\nuncited: []\n");
    put(folder, "documents/log.en.md", "---\ntitle: Log\nshort: Log\nkind: Diary\nnote: A note\n---\n");
    put(folder, "documents/log.lt.md",
        "---\ntitle: Žurnalas\nshort: Žurnalas\nkind: Dienoraštis\nnote: Pastaba\n---\n\n## p2\nEilutė\nper dvi.\n");
    put(folder, "entries/lamp/entry.yaml",
        "lane: light\nimportance: 2\ndate:\n  start: {value: 1905, precision: part-of-year, part: late, by: context, about: true}\n"
        "  shown_from: [l-lit]\nplaces: []\npeople: []\nrelated: []\nsources:\n  l-lit:\n    document: log\n"
        "    quote: [\"lamp was lit\", \"left in May\"]\n    mark: [\"May\"]\n"
        "disagreements:\n  when:\n    answers:\n      - {document: log, source: l-lit}\n");
    put(folder, "entries/lamp/en.md",
        "---\nshort: Lamp\n---\n# The lamp\n\n## statements\n- It was lit. [l-lit]\n- It is [sic] a lamp. [editors]\n\n"
        "## disagreement when\n### question\nWhen?\n### subline\nOne voice\n### answer l-lit\nlate\n### note log\nA note.\n");
    put(folder, "entries/lamp/lt.md",
        "---\nshort: Žibintas\n---\n# Žibintas\n\n## statements\n- Įžiebtas. [l-lit]\n- Tai žibintas. [editors]\n\n"
        "## quotation l-lit\nįžiebtas … išvyko **gegužę**\n\n"
        "## disagreement when\n### question\nKada?\n### subline\nVienas balsas\n### answer l-lit\nvėlai\n### note log\nPastaba.\n");
    *state = folder;
    return 0;
}

static int tear_down(void **state)
{
    struct folder *folder = *state;
    char command[128];

    draft_done(&folder->draft);
    snprintf(command, sizeof command, "rm -r %s", folder->path);
    free(folder);
    return system(command);
}

static bool load(struct folder *folder)
{
    FILE *out = fmemopen(folder->said, sizeof folder->said, "w");
    bool is_good;

    folder->diag = (struct diag){.out = out};
    draft_init(&folder->draft);
    is_good = load_folder(&folder->draft, &folder->diag, folder->path, (struct load_progress){NULL, NULL});
    fclose(out);
    return is_good;
}

static void load_well(struct folder *folder)
{
    assert_true(load(folder));
    assert_string_equal(folder->said, "");
}

static void lines_become_paragraphs(void **state)
{
    struct folder *folder = *state;
    const struct draft_document *document;

    load_well(folder);
    document = &folder->draft.documents[0];
    assert_int_equal(document->paragraph_count, 3);
    assert_int_equal(document->paragraphs[0].kind, PACK_HEADING);
    assert_string_equal(document->paragraphs[1].original.bytes, "The lamp was lit. Mrs. Gray left in May.");
    assert_int_equal(document->paragraphs[1].number, 2);
    assert_int_equal(document->paragraphs[1].file_offset, strlen("The log\n\n"));
    assert_int_equal(document->raw_size, strlen(document->raw));
    assert_string_equal(document->paragraphs[1].translation.in[1].bytes, "Eilutė per dvi.");
    assert_null(document->paragraphs[1].translation.in[0].bytes);
}

static void words_in_another_language_become_spans(void **state)
{
    struct folder *folder = *state;
    const struct draft_text *text;

    load_well(folder);
    text = &folder->draft.documents[0].paragraphs[2].original;
    assert_int_equal(text->span_count, 2);
    assert_int_equal(text->spans[0].start, 0);
    assert_string_equal(folder->draft.tags[text->spans[0].language - 1], "ru");
    assert_int_equal(text->spans[1].start, strlen("Это по-русски"));
    assert_int_equal(text->spans[1].language, 0);
    assert_string_equal(folder->draft.tags[0], "en");
    assert_string_equal(folder->draft.tags[1], "lt");
}

static void sentences_follow_the_corrections(void **state)
{
    struct folder *folder = *state;
    const struct draft_paragraph *paragraph;

    load_well(folder);
    paragraph = &folder->draft.documents[0].paragraphs[1];
    assert_int_equal(paragraph->sentence_count, 3);
    assert_int_equal(paragraph->sentences[1], strlen("The lamp was lit. "));
    assert_int_equal(paragraph->sentences[2], strlen("The lamp was lit. Mrs. Gray left in "));
}

static void a_quotation_is_found_across_a_broken_line(void **state)
{
    struct folder *folder = *state;
    const struct draft_source *source;

    load_well(folder);
    source = &folder->draft.entries[0].sources[0];
    assert_int_equal(source->pieces[1].paragraph, 1);
    assert_int_equal(source->pieces[1].found, 1);
    assert_int_equal(source->pieces[1].start, strlen("The lamp was lit. Mrs. Gray "));
    assert_int_equal(source->marks[0].piece, 1);
    assert_int_equal(source->marks[0].start, strlen("The lamp was lit. Mrs. Gray left in "));
}

static void marks_of_a_translation_lose_their_asterisks(void **state)
{
    struct folder *folder = *state;
    const struct draft_text *text;

    load_well(folder);
    text = &folder->draft.entries[0].sources[0].translation.in[1];
    assert_string_equal(text->bytes, "įžiebtas … išvyko gegužę");
    assert_int_equal(text->span_count, 2);
    assert_int_equal(text->spans[0].flags, 0);
    assert_int_equal(text->spans[1].flags, PACK_SPAN_MARK);
    assert_int_equal(text->spans[1].start, strlen("įžiebtas … išvyko "));
    assert_int_equal(text->at.line, 11);
}

static void statements_lose_their_labels_and_keep_other_brackets(void **state)
{
    struct folder *folder = *state;
    const struct draft_entry *entry;

    load_well(folder);
    entry = &folder->draft.entries[0];
    assert_int_equal(entry->statement_count, 2);
    assert_string_equal(entry->statements[0].text.in[0].bytes, "It was lit.");
    assert_string_equal(entry->statements[0].labels[0][0], "l-lit");
    assert_int_equal(entry->statements[0].source_count, 1);
    assert_false(entry->statements[0].is_editors);
    assert_string_equal(entry->statements[1].text.in[0].bytes, "It is [sic] a lamp.");
    assert_true(entry->statements[1].is_editors);
    assert_int_equal(entry->statements[1].source_count, 0);
    assert_int_equal(entry->statements[1].text.in[0].at.line, 8);
}

static void dates_and_answers_are_taken_as_written(void **state)
{
    struct folder *folder = *state;
    const struct draft_entry *entry;

    load_well(folder);
    entry = &folder->draft.entries[0];
    assert_string_equal(entry->start.value, "1905");
    assert_int_equal(entry->start.precision, PACK_PART_OF_YEAR);
    assert_int_equal(entry->start.part, 2);
    assert_int_equal(entry->start.by, PACK_BY_CONTEXT);
    assert_int_equal(entry->start.flags, PACK_ABOUT);
    assert_false(entry->has_end);
    assert_int_equal(entry->disagreements[0].answers[0].source, 0);
    assert_true(entry->disagreements[0].answers[0].differs);
    assert_string_equal(entry->disagreements[0].answers[0].words.in[1].bytes, "vėlai");
    assert_string_equal(entry->disagreements[0].answers[0].note.in[0].bytes, "A note.");
}

static void strings_are_merged_by_key_and_name_the_lanes(void **state)
{
    struct folder *folder = *state;
    const struct draft *draft = &folder->draft;

    load_well(folder);
    assert_int_equal(draft->string_count, 3);
    assert_string_equal(draft->strings[0].key, "count");
    assert_true(draft->strings[0].is_plural);
    assert_string_equal(draft->strings[0].forms[PACK_ONE].in[0].bytes, "{n} a");
    assert_null(draft->strings[0].forms[PACK_ONE].in[1].bytes);
    assert_string_equal(draft->lanes[0].name.in[1].bytes, "Šviesa");
    assert_int_equal(draft->lanes[0].colour, 0x2e4d61);
    assert_int_equal(draft->roles[PACK_MUSEUM].count, 2);
    assert_string_equal(draft->roles[PACK_MUSEUM].faces[1].file, "B.ttf");
}

static void a_later_strings_folder_changes_words_of_an_earlier_one(void **state)
{
    struct folder *folder = *state;

    put(folder, "own/lt.yaml", "zoom.in: \"Arčiau\"\n");
    put(folder, "exhibit.yaml",
        "format: 1\nid: x\nversion: 1.0.0\nspan: {start: 1900, end: 1910}\nlanguages: [en, lt]\ndefault_language: en\n"
        "documents: [log]\nlanes:\n  - {id: light, colour: ink, shape: circle, pattern: dots}\nfonts: {museum: [A.ttf]}\n"
        "strings: [strings, own]\n");
    load_well(folder);
    assert_string_equal(folder->draft.strings[2].forms[PACK_OTHER].in[0].bytes, "In");
    assert_string_equal(folder->draft.strings[2].forms[PACK_OTHER].in[1].bytes, "Arčiau");
}

static void every_unreadable_file_is_counted_and_the_rest_is_read(void **state)
{
    struct folder *folder = *state;

    put(folder, "people.yaml", "orr: {names: {en: \"Orr\"\n");
    put(folder, "places.yaml", "rock:\n  names: {en: \"Rock\", lt: \"Uola\"}\n  lat: 1.5\n  lon: -2\n");
    assert_true(load(folder));
    assert_int_equal(folder->draft.unread_files, 1);
    assert_int_equal(folder->diag.errors, 1);
    assert_int_equal(folder->draft.place_count, 1);
    assert_true(folder->draft.places[0].longitude < -1.99);
}

static void a_folder_without_exhibit_is_refused_in_one_sentence(void **state)
{
    struct folder *folder = *state;
    char path[128];

    snprintf(path, sizeof path, "%s/exhibit.yaml", folder->path);
    unlink(path);
    assert_false(load(folder));
    assert_string_equal(folder->said, "exhibit.yaml: error (missing-file): there is no such file; write it\n");
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(lines_become_paragraphs),
        CASE(words_in_another_language_become_spans),
        CASE(sentences_follow_the_corrections),
        CASE(a_quotation_is_found_across_a_broken_line),
        CASE(marks_of_a_translation_lose_their_asterisks),
        CASE(statements_lose_their_labels_and_keep_other_brackets),
        CASE(dates_and_answers_are_taken_as_written),
        CASE(strings_are_merged_by_key_and_name_the_lanes),
        CASE(a_later_strings_folder_changes_words_of_an_earlier_one),
        CASE(every_unreadable_file_is_counted_and_the_rest_is_read),
        CASE(a_folder_without_exhibit_is_refused_in_one_sentence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
