/* What is shown where nobody has translated yet (L8). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { UKRAINIAN = 1, HEBREW = 2 };

static void assert_told(struct room *room, const char *id, const char *lang, const char *words)
{
    const struct ui_element *element = room_find(room, id);

    if (!element)
        fail_msg("there is no \"%s\" on the screen \"%s\"", id, stage_screen_name(room->stage));
    assert_string_equal(element->lang, lang);
    if (!strstr(element->label, words))
        fail_msg("\"%s\" says \"%s\", not \"%s\"", id, element->label, words);
}

static struct room room_at_entry(int language, const char *entry)
{
    struct room room = room_open((struct room_wish){.exhibit = ROOM_UNTRANSLATED});
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(&room, entry);
    room_visit(&room, language, stop);
    return room;
}

static void statements_that_are_missing_are_told_in_the_language_that_stands_in(void **state)
{
    struct room room = room_at_entry(HEBREW, "first-light");

    (void)state;
    assert_told(&room, "event:notice", "he", "Українська");
    assert_told(&room, "statement:0", "uk", "Маяк засвітився вперше.");
    assert_told(&room, "event:title", "he", "האור הראשון");
    assert_told(&room, "translation:log-first", "uk", "світло засвітилося вперше");
    room_close(&room);
}

static void who_reads_that_language_is_told_nothing_about_it(void **state)
{
    struct room room = room_at_entry(UKRAINIAN, "first-light");

    (void)state;
    assert_null(room_find(&room, "event:notice"));
    assert_told(&room, "statement:0", "uk", "Маяк засвітився вперше.");
    room_close(&room);
}

static void an_entry_that_is_translated_needs_no_notice(void **state)
{
    struct room room = room_at_entry(HEBREW, "storm");

    (void)state;
    assert_null(room_find(&room, "event:notice"));
    assert_string_equal(room_find(&room, "statement:0")->lang, "he");
    room_close(&room);
}

static struct room room_with_notes(int language, const char *entry)
{
    struct room room = room_open((struct room_wish){.exhibit = ROOM_NOTES_UNTRANSLATED});
    struct stop stop = room_stop(SCREEN_EVENT);

    stop.entry = room_entry(&room, entry);
    room_visit(&room, language, stop);
    return room;
}

static void a_note_that_alone_is_missing_has_a_notice_of_its_own(void **state)
{
    struct room room = room_with_notes(HEBREW, "first-light");

    (void)state;
    assert_null(room_find(&room, "event:notice"));
    assert_told(&room, "statement:0", "he", "");
    assert_told(&room, "notice:silent:M", "he", "Українська");
    assert_told(&room, "silent:M", "uk", "Книга мовчить.");
    assert_told(&room, "notice:note", "he", "Українська");
    assert_told(&room, "event:note", "uk", "Третього.");
    room_close(&room);
}

static void so_has_a_role_and_an_explanation(void **state)
{
    struct room room = room_with_notes(HEBREW, "storm");

    (void)state;
    assert_told(&room, "person:keeper", "he", "");
    assert_told(&room, "notice:role:keeper", "he", "Українська");
    assert_told(&room, "role:keeper", "uk", "беріг світло");
    room_tap(&room, "words:open");
    assert_told(&room, "term:keeper:name", "he", "");
    assert_told(&room, "term:keeper:notice", "he", "Українська");
    assert_told(&room, "term:keeper", "uk", "Той, хто запалює");
    room_close(&room);
}

static void where_they_are_translated_there_is_no_notice(void **state)
{
    struct room room = room_with_notes(UKRAINIAN, "first-light");

    (void)state;
    assert_null(room_find(&room, "notice:silent:M"));
    assert_null(room_find(&room, "notice:note"));
    assert_told(&room, "silent:M", "uk", "Книга мовчить.");
    room_close(&room);
}

static void a_document_is_shown_translated_into_it_under_the_same_notice(void **state)
{
    struct room room = room_open((struct room_wish){.exhibit = ROOM_UNTRANSLATED});
    struct stop stop = room_stop(SCREEN_READER);

    (void)state;
    stop.document = 0;
    stop.is_translated = true;
    room_visit(&room, HEBREW, stop);
    assert_told(&room, "document:notice", "he", "Українська");
    assert_told(&room, "paragraph:LOG:p1", "uk", "");
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statements_that_are_missing_are_told_in_the_language_that_stands_in),
        cmocka_unit_test(who_reads_that_language_is_told_nothing_about_it),
        cmocka_unit_test(an_entry_that_is_translated_needs_no_notice),
        cmocka_unit_test(a_note_that_alone_is_missing_has_a_notice_of_its_own),
        cmocka_unit_test(so_has_a_role_and_an_explanation),
        cmocka_unit_test(where_they_are_translated_there_is_no_notice),
        cmocka_unit_test(a_document_is_shown_translated_into_it_under_the_same_notice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
