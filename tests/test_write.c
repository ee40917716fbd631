#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "sample.h"
#include "touch_all.h"

enum { ENGLISH, POLISH, HEBREW };

static int open_sample(void **state)
{
    struct sample *sample = calloc(1, sizeof *sample);

    sample_open(sample);
    *state = sample;
    return 0;
}

static int close_sample(void **state)
{
    sample_close(*state);
    free(*state);
    return 0;
}

static void assert_text(struct pack_text text, const char *expected)
{
    assert_string_equal(text.bytes, expected);
    assert_int_equal(text.length, strlen(expected));
    assert_int_equal(text.span_count == 0, expected[0] == '\0');
}

static void breaks_and_spans_of_a_language_come_back(void **state)
{
    struct sample sample = {.pack = NULL};
    struct draft_text *title;
    struct pack_text text;

    (void)state;
    sample_draft(&sample.draft);
    title = &sample.draft.entries[2].title.in[POLISH];
    title->breaks = draft_alloc(&sample.draft, strlen(title->bytes) + 1);
    for (size_t i = 0; i <= strlen(title->bytes); i++)
        title->breaks[i] = (uint8_t)(i % 7);
    title->span_count = 2;
    title->spans = draft_alloc(&sample.draft, 2 * sizeof *title->spans);
    title->spans[0] = (struct pack_span){0, PACK_SPAN_MARK, 0, 0, 0, {'L', 'a', 't', 'n'}};
    title->spans[1] = (struct pack_span){4, PACK_SPAN_TERM, 2, 1, 2, {'H', 'e', 'b', 'r'}};
    sample_write(&sample);
    text = pack_text(sample.pack, POLISH, PACK_ENTRY_TITLE, 2);
    assert_string_equal(text.bytes, title->bytes);
    assert_memory_equal(text.breaks, title->breaks, text.length + 1);
    assert_int_equal(text.span_count, 2);
    assert_memory_equal(text.spans, title->spans, 2 * sizeof *title->spans);
    text = pack_text(sample.pack, POLISH, PACK_ENTRY_DATE, 2);
    assert_int_equal(text.span_count, 1);
    assert_int_equal(text.spans[0].flags, 0);
    sample_close(&sample);
}

static void an_order_is_kept_for_each_language(void **state)
{
    struct sample sample = {.pack = NULL};
    uint16_t order[2] = {1, 0};

    (void)state;
    sample_draft(&sample.draft);
    sample.draft.person_order[POLISH] = order;
    sample_write(&sample);
    assert_int_equal(pack_person_sorted(sample.pack, ENGLISH, 0), 0);
    assert_int_equal(pack_person_sorted(sample.pack, POLISH, 0), 1);
    assert_int_equal(pack_person_sorted(sample.pack, HEBREW, 1), 1);
    assert_int_equal(pack_place_sorted(sample.pack, POLISH, 0), 0);
    sample_close(&sample);
}

static void the_same_draft_gives_the_same_bytes(void **state)
{
    struct sample *sample = *state, again = {.pack = NULL};

    sample_open(&again);
    assert_int_equal(again.result.size, sample->result.size);
    assert_memory_equal(again.result.bytes, sample->result.bytes, again.result.size);
    assert_true(pack_identity(again.pack) == pack_identity(sample->pack));
    sample_close(&again);
}

static void trimmed_text_is_unpacked_again(void **state)
{
    struct sample sample = {.pack = NULL};
    uint64_t before;

    (void)state;
    sample_large_draft(&sample.draft, 4000, 2, 1500);
    sample_write(&sample);
    before = touch_all(sample.pack);
    pack_trim(sample.pack);
    assert_true(touch_all(sample.pack) == before);
    assert_false(pack_is_damaged(sample.pack));
    sample_close(&sample);
}

static void a_large_exhibit_reads_back(void **state)
{
    struct sample sample = {.pack = NULL};

    (void)state;
    sample_large_draft(&sample.draft, 30000, 2, 300);
    sample_write(&sample);
    for (int e = 0; e < 30000; e += 997) {
        struct pack_entry entry = pack_entry(sample.pack, e);

        assert_string_equal(entry.id, sample.draft.entries[e].id);
        for (int s = 0; s < 3; s++)
            assert_text(pack_text(sample.pack, 0, PACK_STATEMENT, entry.first_statement + s),
                        sample.draft.entries[e].statements[s].text.in[0].bytes);
    }
    sample_close(&sample);
}

static void spoil_lane(struct draft *draft)
{
    draft->entries[0].lane.index = -1;
}

static void spoil_piece(struct draft *draft)
{
    draft->entries[3].sources[0].pieces[0].paragraph = -1;
}

static void spoil_piece_length(struct draft *draft)
{
    draft->entries[3].sources[0].pieces[0].length = 5000;
}

static void spoil_mark(struct draft *draft)
{
    draft->entries[3].sources[0].marks[0].start = 0;
}

static void spoil_end(struct draft *draft)
{
    draft->entries[1].end.first_day = draft->entries[1].end.last_day = -19000;
}

static void spoil_text(struct draft *draft)
{
    draft->entries[1].title.in[0].bytes = "two\nlines";
}

static void spoil_faces(struct draft *draft)
{
    draft->roles[PACK_MUSEUM].count = 0;
    draft->roles[PACK_DISPLAY].count = 0;
}

static void spoil_place(struct draft *draft)
{
    draft->places[0].latitude = 91;
}

static void spoil_document_language(struct draft *draft)
{
    draft->documents[0].language = "xx";
}

static void what_a_pack_cannot_hold_is_refused_with_a_sentence(void **state)
{
    static const struct {
        void (*spoil)(struct draft *draft);
        const char *problem;
    } cases[] = {
        {spoil_lane, "the entry names a lane that does not exist"},
        {spoil_piece, "a quotation is not in its document"},
        {spoil_piece_length, "a quotation reaches over the end of its paragraph"},
        {spoil_mark, "a mark reaches over the end of its quotation"},
        {spoil_end, "the entry ends before it starts"},
        {spoil_text, "the text holds bytes that are not plain UTF-8 text"},
        {spoil_faces, "the exhibit names no font"},
        {spoil_place, "the place is not on the globe"},
        {spoil_document_language, "the document's language is not among the languages of the exhibit"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct write_result result;
        struct draft draft;

        sample_draft(&draft);
        cases[i].spoil(&draft);
        assert_false(write_pack(&draft, &result));
        assert_string_equal(result.problem, cases[i].problem);
        assert_null(result.bytes);
        draft_done(&draft);
    }
}

static void a_file_replaces_the_old_one_whole(void **state)
{
    struct sample *sample = *state;
    char folder[] = "/tmp/test_pack.XXXXXX", path[64], problem[256];
    struct pack *pack;

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/exhibit.vpack", folder);
    assert_true(write_file(path, (const uint8_t *)"old", 3, problem, sizeof problem));
    assert_int_equal(pack_open(path, &pack), PACK_NOT_A_PACK);
    assert_null(pack);
    assert_true(write_file(path, sample->result.bytes, sample->result.size, problem, sizeof problem));
    assert_int_equal(pack_open(path, &pack), PACK_OK);
    assert_true(touch_all(pack) == touch_all(sample->pack));
    pack_close(pack);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

static void a_file_that_cannot_be_written_says_why(void **state)
{
    char problem[256];

    (void)state;
    assert_false(write_file("/nowhere/at/all.vpack", (const uint8_t *)"x", 1, problem, sizeof problem));
    assert_string_equal(problem, "/nowhere/at/all.vpack cannot be written: the folder does not exist");
}

/* A limit on file sizes stands for a full disk. */
static void a_write_that_breaks_off_keeps_the_old_file(void **state)
{
    struct sample *sample = *state;
    struct rlimit before, little = {.rlim_cur = 1000};
    char folder[] = "/tmp/test_pack.XXXXXX", path[64], problem[256] = "";
    struct stat about;

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/exhibit.vpack", folder);
    assert_true(write_file(path, (const uint8_t *)"old", 3, problem, sizeof problem));
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    little.rlim_max = before.rlim_max;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &little), 0);
    assert_false(write_file(path, sample->result.bytes, sample->result.size, problem, sizeof problem));
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_non_null(strstr(problem, "cannot be written"));
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_size, 3);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_and_spans_of_a_language_come_back),
        cmocka_unit_test(an_order_is_kept_for_each_language),
        cmocka_unit_test(the_same_draft_gives_the_same_bytes),
        cmocka_unit_test(trimmed_text_is_unpacked_again),
        cmocka_unit_test(a_large_exhibit_reads_back),
        cmocka_unit_test(what_a_pack_cannot_hold_is_refused_with_a_sentence),
        cmocka_unit_test(a_file_replaces_the_old_one_whole),
        cmocka_unit_test(a_file_that_cannot_be_written_says_why),
        cmocka_unit_test(a_write_that_breaks_off_keeps_the_old_file),
    };

    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
