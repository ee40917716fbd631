#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "compiler/show.h"
#include "sample.h"

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

/* What a function prints. */
struct printed {
    char *text;
    size_t size;
    FILE *out;
};

static void printed_open(struct printed *printed)
{
    printed->out = open_memstream(&printed->text, &printed->size);
    assert_non_null(printed->out);
}

static void printed_close(struct printed *printed)
{
    free(printed->text);
}

static void assert_prints(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("\"%s\" is not in:\n%s", part, text);
}

static void a_summary_counts_what_is_there(void **state)
{
    struct sample *sample = *state;
    struct printed printed;

    printed_open(&printed);
    show_summary(sample->pack, printed.out);
    fclose(printed.out);
    assert_prints(printed.text, "exhibit      sample, version 1.2.3\n");
    assert_prints(printed.text, "span         1917-01-01 to 1924-12-31\n");
    assert_prints(printed.text, "languages    en (default), pl, he\n");
    assert_prints(printed.text,
                  "document     C  document-C, in ru, paragraphs: 2 (only what is quoted), licence CC-BY-SA-4.0\n");
    assert_prints(printed.text, "lane         power: 3 of the entries\n");
    assert_prints(printed.text, "entries      6 (");
    assert_prints(printed.text, "statements   2, carried by 4 quotations\n");
    printed_close(&printed);
}

static void json_holds_everything(void **state)
{
    static const char *const parts[] = {
        "\"id\": \"sample\"",
        "\"right_to_left\": true",
        "\"fallback\": [\"pl\"]",
        "\"colour\": \"#0a5a9c\"",
        "{\"text\": \"The title of treaty pl\"}",
        "{\"text\": \"The title of treaty he\", \"spans\": [{\"start\": 0, \"script\": \"Latn\", \"level\": 1}]}",
        "\"breaks\": {\"hyphen\": [6], \"glue\": [28]}",
        "\"language\": \"ru\"",
        "{\"paragraph\": 2, \"start\": 15, \"text\": \"signed on 16 April\", \"marks\": [[25, 8]]}",
        "\"precision\": \"night\"",
        "\"few\": {\"text\": \"zoom.level.years pl\"}",
        "\"people_sorted\"",
        "[92300, 443500, 92310, 443510, 92300, 443520]",
    };
    struct sample *sample = *state;
    struct printed printed;

    printed_open(&printed);
    show_json(sample->pack, printed.out);
    fclose(printed.out);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        assert_prints(printed.text, parts[i]);
    printed_close(&printed);
}

/* Braces and brackets outside strings come in pairs, and the text ends with the first one closed. */
static void json_is_balanced(void **state)
{
    struct sample *sample = *state;
    struct printed printed;
    char open[64];
    int depth = 0;
    bool is_string = false;

    printed_open(&printed);
    show_json(sample->pack, printed.out);
    fclose(printed.out);
    for (const char *c = printed.text; *c != '\0'; c++) {
        if (*c == '\\')
            c++;
        else if (*c == '"')
            is_string = !is_string;
        else if (!is_string && (*c == '{' || *c == '['))
            open[depth++] = *c;
        else if (!is_string && (*c == '}' || *c == ']'))
            assert_int_equal(open[--depth], *c == '}' ? '{' : '[');
        assert_true(depth >= 0 && depth < 64);
    }
    assert_int_equal(depth, 0);
    assert_false(is_string);
    printed_close(&printed);
}

static char *diff_after(struct sample *before, void (*change)(struct draft *draft), int *count)
{
    struct sample after = {.pack = NULL};
    struct printed printed;

    sample_draft(&after.draft);
    change(&after.draft);
    draft_sort(&after.draft);
    sample_write(&after);
    printed_open(&printed);
    *count = show_diff(before->pack, after.pack, printed.out);
    fclose(printed.out);
    sample_close(&after);
    return printed.text;
}

static void change_nothing(struct draft *draft)
{
    (void)draft;
}

static void change_title(struct draft *draft)
{
    draft->entries[3].title.in[POLISH].bytes = "Traktat";
}

static void change_statement(struct draft *draft)
{
    draft->entries[3].statements[0].text.in[ENGLISH].bytes = "Signed.";
    draft->entries[3].statements[0].text.in[HEBREW].bytes = "Signed.";
}

static void change_terms(struct draft *draft)
{
    draft->entries[3].term_use_count = 0;
}

static void change_id(struct draft *draft)
{
    draft->entries[4].id = "union-founded";
}

static void change_date(struct draft *draft)
{
    draft->entries[4].start.first_day -= 3;
}

static void change_lane(struct draft *draft)
{
    draft->entries[4].lane.id = "power";
}

static void change_quotation(struct draft *draft)
{
    draft->entries[3].sources[0].pieces[0].length -= 6;
    draft->entries[3].sources[0].mark_count = 0;
}

static void change_label(struct draft *draft)
{
    draft->entries[3].sources[2].label = "c-three";
}

static void change_answer(struct draft *draft)
{
    draft->entries[3].disagreements[0].answers[0].words.in[ENGLISH].bytes = "17";
}

static void change_places(struct draft *draft)
{
    draft->entries[3].places.count = 0;
}

static void change_paragraph(struct draft *draft)
{
    draft->documents[0].paragraphs[0].original.bytes = "Another heading";
}

static void change_translation(struct draft *draft)
{
    draft->documents[0].paragraphs[1].translation.in[POLISH].bytes = "inaczej";
}

static void change_full_text(struct draft *draft)
{
    draft->documents[2].has_full_text = true;
}

static void change_person(struct draft *draft)
{
    draft->people[0].role.in[ENGLISH].bytes = "a diplomat";
}

static void change_string(struct draft *draft)
{
    for (int s = 0; s < draft->string_count; s++) {
        if (strcmp(draft->strings[s].key, "nav.back") == 0)
            draft->strings[s].forms[PACK_OTHER].in[POLISH].bytes = "Cofnij";
    }
}

static void change_language(struct draft *draft)
{
    draft->languages[HEBREW].tag = draft->tags[HEBREW] = "ar";
}

static void change_version(struct draft *draft)
{
    draft->version = "1.3.0";
}

static void change_picture(struct draft *draft)
{
    draft->pictures[1].size--;
}

static void change_font(struct draft *draft)
{
    draft->roles[PACK_DISPLAY].faces[0].size--;
}

static void change_coast(struct draft *draft)
{
    draft->coasts[0].ring_count--;
}

static void change_stops(struct draft *draft)
{
    draft->stories[0].stop_count--;
}

static void every_change_has_its_sentence(void **state)
{
    static const struct {
        void (*change)(struct draft *draft);
        const char *sentence;
    } cases[] = {
        {change_title,
         "Entry \"The title of treaty en\": the title changed in pl: \"The title of treaty pl\" is now \"Traktat\".\n"},
        {change_statement, "Entry \"The title of treaty en\": the statements changed in en, he.\n"},
        {change_id,
         "Entry \"The title of union en\" is gone (union).\n"
         "Entry \"The title of union en\" is new (union-founded).\n"},
        {change_date, "Entry \"The title of union en\": its place on the time axis changed.\n"},
        {change_lane, "Entry \"The title of union en\": it moved from the lane diplomacy to power.\n"},
        {change_quotation, "Entry \"The title of treaty en\": the quotation a-signed changed.\n"},
        {change_label,
         "Entry \"The title of treaty en\": the quotation c-two is gone.\n"
         "Entry \"The title of treaty en\": the quotation c-three is new.\n"},
        {change_answer, "Entry \"The title of treaty en\": the comparison of the day changed in en.\n"},
        {change_places, "Entry \"The title of treaty en\": its places changed.\n"},
        {change_paragraph, "Document \"Document A en\": the text of paragraph 1 changed.\n"},
        {change_translation, "Document \"Document A en\": the translation of paragraph 2 changed in pl.\n"},
        {change_terms, "Entry \"The title of treaty en\": other words of the glossary stand in its statements.\n"},
        {change_full_text, "Document \"Document C en\": it can now be read in full.\n"},
        {change_person, "Person \"chicherin en\": the role is new in en: \"a diplomat\".\n"},
        {change_string, "Interface word nav.back changed in pl: \"nav.back pl\" is now \"Cofnij\".\n"},
        {change_language, "The language he is gone.\nThe language ar is new.\n"},
        {change_version, "Version 1.2.3 became 1.3.0.\n"},
        {change_picture, "Picture \"photo en\": the picture itself changed (photo).\n"},
        {change_font, "The fonts changed, or hold other letters.\n"},
        {change_coast, "The coastline of the map changed.\n"},
        {change_stops, "Story \"Two days en\": it stops at other entries.\n"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int count;
        char *text = diff_after(*state, cases[i].change, &count);

        assert_prints(text, cases[i].sentence);
        assert_true(count > 0);
        free(text);
    }
}

static void the_same_exhibit_has_no_difference(void **state)
{
    int count;
    char *text = diff_after(*state, change_nothing, &count);

    assert_int_equal(count, 0);
    assert_string_equal(text, "A visitor would notice no difference.\n");
    free(text);
}

static void verify(const struct sample *sample, size_t size, bool is_good, const char *sentence)
{
    char folder[] = "/tmp/test_show.XXXXXX", path[64], problem[256], expected[256];
    struct printed printed;

    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.vpack", folder);
    assert_true(write_file(path, sample->result.bytes, size, problem, sizeof problem));
    printed_open(&printed);
    assert_int_equal(show_verify(path, printed.out), is_good);
    fclose(printed.out);
    snprintf(expected, sizeof expected, "%s%s", path, sentence);
    assert_string_equal(printed.text, expected);
    printed_close(&printed);
    unlink(path);
    rmdir(folder);
}

static void verifying_says_one_sentence(void **state)
{
    struct sample *sample = *state;

    verify(sample, sample->result.size, true, " is good: sample, version 1.2.3, 6 entries in 3 languages.\n");
    verify(sample, sample->result.size - 1, false, ": The content pack is cut short: copy it again.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_summary_counts_what_is_there),
        cmocka_unit_test(json_holds_everything),
        cmocka_unit_test(json_is_balanced),
        cmocka_unit_test(every_change_has_its_sentence),
        cmocka_unit_test(the_same_exhibit_has_no_difference),
        cmocka_unit_test(verifying_says_one_sentence),
    };

    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
