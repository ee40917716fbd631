/* Close up: what is said beside the marks in the rows of the documents, and that it gives way to them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "screen/browse/browse.h"
#include "timeline/calendar.h"
#include "ui_rules.h"

static const char silence[] = "voice:PT:silent:rapallo-treaty", editors[] = "editors:rapallo-treaty";

/* From the first of April 1922, or as many days later. */
static void show_april(struct room *room, int language, int later)
{
    room_show_days(room, language, calendar_day(1922, 4, 1) + later, 30);
}

static int answer_of(const struct room *room, const char *entry, int document)
{
    struct pack_entry what = pack_entry(room->pack, room_entry(room, entry));
    struct pack_disagreement disagreement = pack_disagreement(room->pack, what.first_disagreement);

    for (int i = 0; i < disagreement.answer_count; i++)
        if (pack_answer(room->pack, disagreement.first_answer + i).document == document)
            return disagreement.first_answer + i;
    fail_msg("the document takes no part in the comparison of %s", entry);
    return -1;
}

static void a_document_that_is_silent_says_so_in_its_row(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});

    (void)state;
    for (int language = 0; language < pack_exhibit(room.pack).languages; language++) {
        show_april(&room, language, 0);
        const struct ui_element *note = room_find(&room, silence), *row = room_find(&room, "voice:PT");
        struct pack_text words = pack_text(room.pack, language, PACK_NOTE, answer_of(&room, "rapallo-treaty", 0));

        assert_non_null(note);
        assert_string_equal(note->label, words.bytes);
        assert_non_null(row);
        assert_in_range(note->rect.y + note->rect.h / 2, row->rect.y - 40, row->rect.y + row->rect.h + 40);
    }
    room_close(&room);
}

static void it_is_silent_only_of_what_is_in_view(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});

    (void)state;
    show_april(&room, 0, 40);
    assert_null(room_find(&room, silence));
    assert_null(room_find(&room, editors));
    room_close(&room);
}

static void the_editors_word_is_read_in_every_language(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});

    (void)state;
    for (int language = 0; language < pack_exhibit(room.pack).languages; language++) {
        show_april(&room, language, -1);
        if (!room_find(&room, editors))
            fail_msg("not in %s", pack_language(room.pack, language).tag);
    }
    room_close(&room);
}

static void found(void *context, const struct ui_finding *finding)
{
    (void)context;
    print_error("%s: %s\n", finding->rule, finding->text);
}

static bool is_note(const struct ui_element *element)
{
    return strcmp(element->id, silence) == 0 || strcmp(element->id, editors) == 0;
}

static bool is_drawn_over(const struct ui_element *element)
{
    return strcmp(element->role, "entry") == 0 || strcmp(element->role, "cluster") == 0 || strcmp(element->role, "passage") == 0
        || strcmp(element->role, "text") == 0 || strcmp(element->role, "note") == 0;
}

/* While the window goes over the month, with letters of every size, the notes keep clear of everything in their rows. */
static void notes_give_way_to_marks_and_quotations(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    int seen = 0, gone = 0;

    (void)state;
    for (int turn = 0; turn < 3 * 18; turn++) {
        int language = turn % pack_exhibit(room.pack).languages, day = turn / 3 * 2 - 17;
        show_april(&room, language, day);
        room_set_look(&room, (enum text_step)(turn % 3), THEME_STANDARD);
        const struct ui *ui = room_ui(&room);
        assert_int_equal(ui_rules_check(ui, stage_look(room.stage), found, NULL), 0);
        for (int i = 0; i < ui_count(ui); i++) {
            const struct ui_element *note = ui_at(ui, i);
            for (int k = 0; k < ui_count(ui) && is_note(note); k++)
                if (k != i && is_drawn_over(ui_at(ui, k)) && rect_meets(note->rect, ui_at(ui, k)->rect))
                    fail_msg("day %d: %s lies over %s", day, note->id, ui_at(ui, k)->id);
        }
        seen += room_find(&room, silence) != NULL;
        gone += room_find(&room, silence) == NULL;
    }
    room_close(&room);
    assert_true(seen > 0);
    assert_true(gone > 0);
}

static void days_are_said_to_be_those_of_the_new_calendar(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});

    (void)state;
    for (int language = 0; language < pack_exhibit(room.pack).languages; language++) {
        show_april(&room, language, 0);
        assert_non_null(room_find(&room, "axis:calendar"));
        room_show_days(&room, language, calendar_day(1922, 1, 1), 180);
        assert_null(room_find(&room, "axis:calendar"));
    }
    room_close(&room);
}

/* The Portuguese footnote alone gives the days of the conference; on Rapallo each has a date of its own; others' are the editors'. */
static void a_date_stands_only_with_the_document_that_gives_it(void **state)
{
    static const struct {
        const char *entry;
        unsigned tells; /* bit d: document d */
    } cases[] = {{"genoa-conference", 1}, {"rapallo-treaty", 2 | 4 | 8}, {"february-revolution", 4}};
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    struct kit kit = {.pack = room.pack};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int entry = room_entry(&room, cases[i].entry);

        for (int document = 0; document < 4; document++)
            if (pack_entry(room.pack, entry).speaks >> document & 1)
                assert_int_equal(words_voice_tells_date(&kit, entry, document), cases[i].tells >> document & 1);
        assert_true(words_voice_tells_date(&kit, entry, -1));
    }
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_that_is_silent_says_so_in_its_row),
        cmocka_unit_test(it_is_silent_only_of_what_is_in_view),
        cmocka_unit_test(the_editors_word_is_read_in_every_language),
        cmocka_unit_test(notes_give_way_to_marks_and_quotations),
        cmocka_unit_test(a_date_stands_only_with_the_document_that_gives_it),
        cmocka_unit_test(days_are_said_to_be_those_of_the_new_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
