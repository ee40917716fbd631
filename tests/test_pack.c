#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static struct pack *pack_of(void **state)
{
    return ((struct sample *)*state)->pack;
}

static void assert_text(struct pack_text text, const char *expected)
{
    assert_string_equal(text.bytes, expected);
    assert_int_equal(text.length, strlen(expected));
    assert_int_equal(text.span_count == 0, expected[0] == '\0');
}

static void an_exhibit_tells_its_counts_and_span(void **state)
{
    struct pack_exhibit exhibit = pack_exhibit(pack_of(state));

    assert_string_equal(exhibit.id, "sample");
    assert_string_equal(exhibit.version, "1.2.3");
    assert_int_equal(exhibit.start_day, -19358);
    assert_int_equal(exhibit.end_day, -16437);
    assert_int_equal(exhibit.languages, 3);
    assert_int_equal(exhibit.lanes, 2);
    assert_int_equal(exhibit.documents, 3);
    assert_int_equal(exhibit.paragraphs, 5);
    assert_int_equal(exhibit.entries, 6);
    assert_int_equal(exhibit.people, 2);
    assert_int_equal(exhibit.places, 2);
    assert_int_equal(exhibit.terms, 1);
    assert_int_equal(exhibit.stories, 1);
    assert_int_equal(exhibit.pictures, 2);
    assert_int_equal(pack_fallback_count(pack_of(state)), 1);
    assert_int_equal(pack_fallback(pack_of(state), 0), POLISH);
}

static void languages_keep_direction_quotes_and_plurals(void **state)
{
    struct pack *pack = pack_of(state);

    assert_string_equal(pack_language(pack, HEBREW).tag, "he");
    assert_true(pack_language(pack, HEBREW).is_right_to_left);
    assert_false(pack_language(pack, POLISH).is_right_to_left);
    assert_string_equal(pack_language(pack, POLISH).quote_close, "\u201d");
    assert_int_equal(pack_plural(pack, POLISH, 1), PACK_ONE);
    assert_int_equal(pack_plural(pack, POLISH, 3), PACK_FEW);
    assert_int_equal(pack_plural(pack, POLISH, 100), PACK_OTHER);
    assert_int_equal(pack_plural(pack, POLISH, 4294967295u), PACK_OTHER);
    assert_int_equal(pack_tag_count(pack), 4);
    assert_string_equal(pack_tag(pack, 3), "ru");
}

static void documents_know_their_language_and_rights(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_document a = pack_document(pack, 0), c = pack_document(pack, 2);

    assert_string_equal(a.siglum, "A");
    assert_int_equal(a.language, ENGLISH);
    assert_string_equal(a.author, "An Author");
    assert_string_equal(a.licence, "unknown");
    assert_true(a.has_full_text);
    assert_int_equal(a.first_paragraph, 0);
    assert_int_equal(a.paragraph_count, 2);
    assert_string_equal(c.language_tag, "ru");
    assert_int_equal(c.language, -1);
    assert_int_equal(c.tag, 3);
    assert_string_equal(c.author, "");
    assert_false(c.has_full_text);
    assert_int_equal(pack_paragraph(pack, 0).kind, PACK_HEADING);
    assert_int_equal(pack_paragraph(pack, 4).number, 2);
    assert_int_equal(pack_paragraph(pack, 4).document, 2);
}

static void entries_are_sorted_and_found_by_id(void **state)
{
    static const char *const ids[] = {"revolution", "war", "famine", "treaty", "union", "last"};
    struct pack *pack = pack_of(state);

    for (int e = 0; e < 6; e++) {
        assert_string_equal(pack_entry(pack, e).id, ids[e]);
        assert_int_equal(pack_entry_find(pack, ids[e]), e);
    }
    assert_int_equal(pack_entry_find(pack, "never-written"), -1);
}

static void a_moment_ends_where_it_starts(void **state)
{
    struct pack_entry entry = pack_entry(pack_of(state), 0);

    assert_false(entry.is_span);
    assert_int_equal(entry.start.first_day, -19045);
    assert_int_equal(entry.end.last_day, -19045);
    assert_int_equal(entry.start.precision, PACK_DAY);
}

static void a_span_keeps_both_dates_and_what_is_open(void **state)
{
    struct pack_entry war = pack_entry(pack_of(state), 1), famine = pack_entry(pack_of(state), 2);

    assert_true(war.is_span);
    assert_true(war.open_start);
    assert_false(war.open_end);
    assert_int_equal(war.end.first_day, -18000);
    assert_int_equal(war.end.last_day, -17970);
    assert_int_equal(war.end.precision, PACK_MONTH);
    assert_int_equal(war.end.by, PACK_BY_CONTEXT);
    assert_int_equal(war.end.flags, PACK_ABOUT);
    assert_int_equal(war.start.by, PACK_BY_DOCUMENT);
    assert_true(famine.is_span);
    assert_true(famine.open_end);
    assert_int_equal(famine.end.last_day, famine.start.last_day);
}

static void an_entry_leads_to_all_that_hangs_on_it(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_entry entry = pack_entry(pack, 3);

    assert_int_equal(entry.lane, 1);
    assert_int_equal(entry.speaks, 7);
    assert_int_equal(entry.differs, 3);
    assert_string_equal(pack_picture_id(pack, entry.motif), "photo");
    assert_string_equal(pack_picture_id(pack, pack_entry(pack, 0).motif), "motif");
    assert_int_equal(entry.place_count, 1);
    assert_string_equal(pack_place(pack, pack_entry_place(pack, entry.first_place)).id, "rapallo");
    assert_string_equal(pack_person(pack, pack_entry_person(pack, entry.first_person)).id, "chicherin");
    assert_int_equal(entry.related_count, 1);
    assert_int_equal(pack_entry_related(pack, entry.first_related), 0);
    assert_int_equal(entry.shown_from_count, 1);
    assert_int_equal(pack_entry_shown_from(pack, entry.first_shown_from), entry.first_source);
}

static void statements_name_their_sources_or_the_editors(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_entry entry = pack_entry(pack, 3);
    struct pack_statement first = pack_statement(pack, entry.first_statement);
    struct pack_statement second = pack_statement(pack, entry.first_statement + 1);

    assert_int_equal(entry.statement_count, 2);
    assert_false(first.is_editors);
    assert_int_equal(first.source_refs, 2);
    assert_int_equal(pack_statement_source(pack, first.first_source_ref + 1), entry.first_source + 1);
    assert_true(second.is_editors);
    assert_int_equal(second.entry, 3);
    assert_text(pack_text(pack, POLISH, PACK_STATEMENT, entry.first_statement + 1), "It was Easter Sunday. pl");
}

static void assert_piece(struct pack *pack, struct pack_piece piece, const char *expected)
{
    struct pack_text text = pack_text(pack, ENGLISH, PACK_PARAGRAPH, piece.paragraph);

    assert_int_equal(piece.length, strlen(expected));
    assert_memory_equal(text.bytes + piece.start, expected, piece.length);
}

static void quotations_stand_byte_for_byte_in_their_paragraph(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_source source = pack_source(pack, pack_entry(pack, 3).first_source);
    struct pack_piece piece = pack_piece(pack, source.first_piece);
    struct pack_text text = pack_text(pack, ENGLISH, PACK_PARAGRAPH, piece.paragraph);

    assert_string_equal(source.label, "a-signed");
    assert_int_equal(source.sentence, 1);
    assert_piece(pack, piece, "signed on 16 April");
    assert_int_equal(piece.mark_count, 1);
    assert_memory_equal(text.bytes + pack_mark(pack, piece.first_mark).start, "16 April", 8);
}

static void a_document_without_full_text_holds_only_what_is_quoted(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_source source = pack_source(pack, pack_entry(pack, 3).first_source + 2);
    struct pack_piece last = pack_piece(pack, source.first_piece + 1);

    assert_text(pack_text(pack, ENGLISH, PACK_PARAGRAPH, 3),
                "\u0414\u0432\u0430. \u2026 \u0427\u0435\u0442\u044b\u0440\u0435. \u2026 \u041f\u044f\u0442\u044c");
    assert_text(pack_text(pack, ENGLISH, PACK_PARAGRAPH, 4), "");
    assert_text(pack_text(pack, ENGLISH, PACK_TRANSLATION, 3), "");
    assert_piece(pack, pack_piece(pack, source.first_piece), "\u0414\u0432\u0430.");
    assert_piece(pack, last, "\u041f\u044f\u0442\u044c");
    assert_int_equal(pack_mark(pack, last.first_mark).start, last.start);
    assert_int_equal(source.sentence, 2);
}

static void a_silence_may_be_shown_by_a_quotation(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_disagreement disagreement = pack_disagreement(pack, 0);
    struct pack_answer answer = pack_answer(pack, disagreement.first_answer + 2);

    assert_int_equal(disagreement.entry, 3);
    assert_int_equal(disagreement.answer_count, 3);
    assert_true(answer.is_silent);
    assert_false(answer.differs);
    assert_int_equal(answer.source, -1);
    assert_int_equal(answer.piece_count, 1);
    assert_piece(pack, pack_answer_piece(pack, answer.first_piece), "\u0427\u0435\u0442\u044b\u0440\u0435.");
}

static void answers_keep_their_dates_and_words(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_answer answer = pack_answer(pack, 1);

    assert_true(answer.differs);
    assert_true(answer.has_date);
    assert_int_equal(answer.date.first_day, -17429);
    assert_int_equal(answer.date.last_day, -17428);
    assert_int_equal(answer.date.precision, PACK_NIGHT);
    assert_int_equal(answer.source, pack_entry(pack, 3).first_source + 1);
    assert_text(pack_text(pack, ENGLISH, PACK_ANSWER, 1), "14 en");
    assert_text(pack_text(pack, ENGLISH, PACK_ANSWER_REST, 1), "April 1922 en");
    assert_text(pack_text(pack, POLISH, PACK_NOTE, 1), "");
    assert_text(pack_text(pack, POLISH, PACK_NOTE, 2), "Silent. pl");
}

static void paragraphs_know_who_quotes_them(void **state)
{
    struct pack *pack = pack_of(state);
    struct pack_paragraph paragraph = pack_paragraph(pack, 2);

    assert_int_equal(paragraph.use_count, 2);
    assert_int_equal(pack_paragraph_use(pack, paragraph.first_use), 1);
    assert_int_equal(pack_paragraph_use(pack, paragraph.first_use + 1), 3);
    assert_int_equal(pack_paragraph(pack, 3).use_count, 1);
    assert_int_equal(pack_paragraph(pack, 0).use_count, 0);
}

static void every_field_reads_back_in_every_language(void **state)
{
    static const struct {
        enum pack_field field;
        int index;
        const char *text;
    } cases[] = {
        {PACK_ENTRY_SHORT, 0, "revolution"},
        {PACK_ENTRY_TITLE, 5, "The title of last"},
        {PACK_ENTRY_DATE, 3, "day -17427"},
        {PACK_ENTRY_OLD_STYLE, 3, "(3 April OS)"},
        {PACK_STATEMENT, 0, "A treaty was signed."},
        {PACK_QUESTION, 0, "Signed on which day?"},
        {PACK_SUBLINE, 0, "Two documents, two days"},
        {PACK_EDITORS, 0, "16 April is right."},
        {PACK_DOCUMENT_TITLE, 1, "Document B"},
        {PACK_DOCUMENT_SHORT, 2, "C"},
        {PACK_DOCUMENT_KIND, 0, "a text"},
        {PACK_LANE_NAME, 1, "diplomacy"},
        {PACK_PERSON_NAME, 1, "lenin"},
        {PACK_PLACE_NAME, 0, "genoa"},
        {PACK_TERM, 0, "NEP"},
        {PACK_TERM_TEXT, 0, "New Economic Policy"},
        {PACK_STORY_TITLE, 0, "Two days"},
        {PACK_STOP_TEXT, 1, "Stop 1"},
        {PACK_MONTH_NAME, 23, "month 23"},
        {PACK_WEEKDAY_NAME, 6, "6"},
        {PACK_TAG_NAME, 3, "ru"},
        {PACK_PICTURE_TEXT, 1, "photo"},
    };
    char expected[128];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (int l = 0; l < 3; l++) {
            snprintf(expected, sizeof expected, "%s %s", cases[i].text, pack_language(pack_of(state), l).tag);
            assert_text(pack_text(pack_of(state), l, cases[i].field, cases[i].index), expected);
        }
    }
}

static void what_needs_no_translation_has_none(void **state)
{
    struct pack *pack = pack_of(state);

    assert_text(pack_text(pack, ENGLISH, PACK_TRANSLATION, 1), "");
    assert_text(pack_text(pack, POLISH, PACK_TRANSLATION, 1), "A 2 in pl");
    assert_text(pack_text(pack, ENGLISH, PACK_QUOTATION, pack_entry(pack, 3).first_source), "");
    assert_text(pack_text(pack, HEBREW, PACK_QUOTATION, pack_entry(pack, 3).first_source), "a-signed in he");
    assert_text(pack_text(pack, ENGLISH, PACK_ENTRY_OLD_STYLE, 0), "");
    assert_text(pack_text(pack, ENGLISH, PACK_PLACE_NOW, 0), "");
    assert_text(pack_text(pack, ENGLISH, PACK_PICTURE_TEXT, 0), "");
}

static void breaks_and_spans_of_a_document_come_back(void **state)
{
    struct pack_text text = pack_text(pack_of(state), ENGLISH, PACK_PARAGRAPH, 1);

    for (uint32_t i = 0; i <= text.length; i++)
        assert_int_equal(text.breaks[i], i == 6 ? PACK_BREAK_HYPHEN : i == 28 ? PACK_BREAK_GLUE : PACK_BREAK_NONE);
    assert_int_equal(text.span_count, 3);
    assert_int_equal(text.spans[1].start, 46);
    assert_int_equal(text.spans[1].face, 1);
    assert_string_equal(pack_tag(pack_of(state), text.spans[1].language - 1), "ru");
    assert_memory_equal(text.spans[1].script, "Cyrl", 4);
    assert_memory_equal(text.spans[2].script, "Latn", 4);
}

static void a_text_without_spans_runs_in_the_direction_of_its_language(void **state)
{
    assert_int_equal(pack_text(pack_of(state), HEBREW, PACK_ENTRY_TITLE, 0).spans[0].level, 1);
    assert_int_equal(pack_text(pack_of(state), ENGLISH, PACK_ENTRY_TITLE, 0).spans[0].level, 0);
}

static void strings_are_chosen_by_number_where_they_have_forms(void **state)
{
    struct pack *pack = pack_of(state);

    assert_text(pack_string(pack, ENGLISH, PACK_STRING_NAV_BACK, 0), "nav.back en");
    assert_text(pack_string(pack, POLISH, PACK_STRING_ZOOM_YEARS, 1), "zoom.level.years one pl");
    assert_text(pack_string(pack, POLISH, PACK_STRING_ZOOM_YEARS, 8), "zoom.level.years pl");
    assert_text(pack_string(pack, HEBREW, PACK_STRING_BRACKET_NOTE, 0), "bracket.note he");
}

static void a_missing_plural_form_falls_back_to_the_general_one(void **state)
{
    assert_int_equal(pack_plural(pack_of(state), POLISH, 2), PACK_FEW);
    assert_text(pack_string(pack_of(state), POLISH, PACK_STRING_ZOOM_YEARS, 2), "zoom.level.years pl");
}

static void an_unnamed_role_is_drawn_with_its_base_role(void **state)
{
    struct pack *pack = pack_of(state);

    assert_int_equal(pack_face_count(pack, PACK_DISPLAY), 1);
    assert_int_equal(pack_face_count(pack, PACK_DOCUMENT_ITALIC), 2);
    assert_memory_equal(pack_face(pack, PACK_DISPLAY, 0).bytes, "face 0 of role 0", 16);
    assert_memory_equal(pack_face(pack, PACK_NARROW_BOLD, 1).bytes, "face 1 of role 1", 16);
    assert_ptr_equal(pack_face(pack, PACK_NARROW_BOLD, 1).bytes, pack_face(pack, PACK_MUSEUM, 1).bytes);
}

static void pictures_come_back_byte_for_byte(void **state)
{
    struct sample *sample = *state;

    for (int p = 0; p < 2; p++) {
        struct pack_bytes picture = pack_picture(sample->pack, p);

        assert_int_equal(picture.size, sample->draft.pictures[p].size);
        assert_memory_equal(picture.bytes, sample->draft.pictures[p].bytes, picture.size);
    }
    assert_int_equal(pack_picture_find(sample->pack, "photo"), 1);
    assert_int_equal(pack_picture_find(sample->pack, "none"), -1);
    assert_true(pack_picture_about(sample->pack, 0).is_decorative);
    assert_string_equal(pack_picture_about(sample->pack, 1).licence, "CC0-1.0");
    assert_string_equal(pack_picture_about(sample->pack, 1).credit, "");
}

static void coasts_come_back_point_for_point(void **state)
{
    struct sample *sample = *state;
    int inset = pack_place(sample->pack, 1).inset;

    assert_int_equal(inset, 0);
    assert_int_equal(pack_place(sample->pack, 0).inset, -1);
    for (int c = 0; c < 2; c++) {
        const struct draft_coast *coast = &sample->draft.coasts[c];

        assert_int_equal(pack_ring_count(sample->pack, c - 1), coast->ring_count);
        for (int r = 0; r < coast->ring_count; r++) {
            struct pack_ring ring = pack_ring(sample->pack, c - 1, r);

            assert_int_equal(ring.point_count, coast->rings[r].point_count);
            assert_memory_equal(ring.points, coast->rings[r].points, (size_t)ring.point_count * 8);
        }
    }
}

static void places_keep_their_place(void **state)
{
    struct pack_place place = pack_place(pack_of(state), 1);

    assert_string_equal(place.id, "rapallo");
    assert_true(place.latitude > 44.349999 && place.latitude < 44.350001);
    assert_true(place.longitude > 9.229999 && place.longitude < 9.230001);
}

static void voices_are_merged_where_they_touch(void **state)
{
    struct pack *pack = pack_of(state);

    assert_int_equal(pack_voice_count(pack, 0), 1);
    assert_int_equal(pack_voice(pack, 0, 0).first_day, -17427);
    assert_int_equal(pack_voice_count(pack, 1), 2);
    assert_int_equal(pack_voice(pack, 1, 0).first_day, -18900);
    assert_int_equal(pack_voice(pack, 1, 0).last_day, -18900); /* the end is not stated */
    assert_int_equal(pack_voice(pack, 1, 1).first_day, -17429);
    assert_int_equal(pack_voice(pack, 1, 1).last_day, -17428);
    assert_int_equal(pack_voice_count(pack, 2), 0);
}

static void stories_stop_at_entries(void **state)
{
    struct pack_story story = pack_story(pack_of(state), 0);

    assert_string_equal(story.id, "two-days");
    assert_int_equal(story.stop_count, 2);
    assert_int_equal(pack_stop_entry(pack_of(state), story.first_stop + 1), 3);
}

static void files_that_are_no_packs_are_told_apart(void **state)
{
    struct pack *pack;

    (void)state;
    assert_int_equal(pack_open("/nowhere/at/all.vpack", &pack), PACK_UNREADABLE);
    assert_null(pack);
    assert_int_equal(pack_open("/", &pack), PACK_NOT_A_PACK);
    assert_int_equal(pack_open("/dev/null", &pack), PACK_NOT_A_PACK);
    assert_int_equal(pack_open_memory((const uint8_t *)"%PDF-1.4", 8, &pack), PACK_NOT_A_PACK);
}

/* Written by the program as it was before packs told of terms. */
static void a_pack_of_minor_version_0_opens_without_terms(void **state)
{
    struct pack *pack;
    struct pack_text text;

    (void)state;
    assert_int_equal(pack_open(SOURCE_DIR "/tests/packs/minor-0.vpack", &pack), PACK_OK);
    assert_int_equal(pack_exhibit(pack).entries, 6);
    assert_int_equal(pack_exhibit(pack).terms, 1);
    for (int e = 0; e < pack_exhibit(pack).entries; e++)
        assert_int_equal(pack_entry(pack, e).term_count, 0);
    for (int p = 0; p < pack_exhibit(pack).paragraphs; p++)
        assert_int_equal(pack_paragraph(pack, p).term_count, 0);
    text = pack_text(pack, 0, PACK_STATEMENT, 0);
    assert_string_equal(text.bytes, "A treaty was signed. en");
    assert_int_equal(text.span_count, 1);
    touch_all(pack);
    assert_false(pack_is_damaged(pack));
    pack_close(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_exhibit_tells_its_counts_and_span),
        cmocka_unit_test(languages_keep_direction_quotes_and_plurals),
        cmocka_unit_test(documents_know_their_language_and_rights),
        cmocka_unit_test(entries_are_sorted_and_found_by_id),
        cmocka_unit_test(a_moment_ends_where_it_starts),
        cmocka_unit_test(a_span_keeps_both_dates_and_what_is_open),
        cmocka_unit_test(an_entry_leads_to_all_that_hangs_on_it),
        cmocka_unit_test(statements_name_their_sources_or_the_editors),
        cmocka_unit_test(quotations_stand_byte_for_byte_in_their_paragraph),
        cmocka_unit_test(a_document_without_full_text_holds_only_what_is_quoted),
        cmocka_unit_test(a_silence_may_be_shown_by_a_quotation),
        cmocka_unit_test(answers_keep_their_dates_and_words),
        cmocka_unit_test(paragraphs_know_who_quotes_them),
        cmocka_unit_test(every_field_reads_back_in_every_language),
        cmocka_unit_test(what_needs_no_translation_has_none),
        cmocka_unit_test(breaks_and_spans_of_a_document_come_back),
        cmocka_unit_test(a_text_without_spans_runs_in_the_direction_of_its_language),
        cmocka_unit_test(strings_are_chosen_by_number_where_they_have_forms),
        cmocka_unit_test(a_missing_plural_form_falls_back_to_the_general_one),
        cmocka_unit_test(an_unnamed_role_is_drawn_with_its_base_role),
        cmocka_unit_test(pictures_come_back_byte_for_byte),
        cmocka_unit_test(coasts_come_back_point_for_point),
        cmocka_unit_test(places_keep_their_place),
        cmocka_unit_test(voices_are_merged_where_they_touch),
        cmocka_unit_test(stories_stop_at_entries),
        cmocka_unit_test(files_that_are_no_packs_are_told_apart),
        cmocka_unit_test(a_pack_of_minor_version_0_opens_without_terms),
    };

    return cmocka_run_group_tests(tests, open_sample, close_sample);
}
