/* More voices than stand side by side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { GREEK, DOCUMENTS = 8, AT_A_TIME = 4 };

static int answers_on_the_screen(struct room *room)
{
    const struct ui *ui = room_ui(room);
    int count = 0;

    for (int i = 0; i < ui_count(ui); i++)
        count += strncmp(ui_at(ui, i)->id, "answer:", 7) == 0;
    return count;
}

static struct room room_at_comparison(const char *profile, enum text_step step)
{
    struct room room =
        room_open((struct room_wish){.exhibit = ROOM_EIGHT_VOICES, .profile = profile, .text_step = step});
    struct stop stop = room_stop(SCREEN_COMPARE);

    stop.entry = room_entry(&room, "first-light");
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    room_visit(&room, GREEK, stop);
    assert_int_equal(pack_exhibit(room.pack).documents, DOCUMENTS);
    return room;
}

static void eight_voices_are_seen_four_at_a_time(void **state)
{
    struct room room = room_at_comparison("P3", TEXT_A);

    (void)state;
    assert_int_equal(answers_on_the_screen(&room), AT_A_TIME);
    assert_non_null(room_find(&room, "answer:LOG:0"));
    assert_null(room_find(&room, "set:back"));
    room_tap(&room, "set:next");
    assert_int_equal(answers_on_the_screen(&room), AT_A_TIME);
    assert_non_null(room_find(&room, "answer:M:0"));
    assert_null(room_find(&room, "set:next"));
    room_tap(&room, "set:back");
    assert_non_null(room_find(&room, "answer:LOG:0"));
    room_close(&room);
}

static void the_set_is_there_again_after_a_look_at_a_document(void **state)
{
    struct room room = room_at_comparison("P3", TEXT_A);

    (void)state;
    room_tap(&room, "set:next");
    room_tap(&room, "open:M:0");
    assert_true(room_is_on(&room, "reader"));
    room_tap(&room, "nav:back");
    assert_non_null(room_find(&room, "answer:M:0"));
    room_tap(&room, "lang:uk");
    assert_non_null(room_find(&room, "answer:M:0"));
    room_close(&room);
}

static void where_the_page_scrolls_all_are_on_it(void **state)
{
    static const struct {
        const char *profile;
        enum text_step step;
    } panels[] = {{"P1", TEXT_A}, {"P2", TEXT_A}, {"P3", TEXT_A_PLUS_PLUS}};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
        struct room room = room_at_comparison(panels[i].profile, panels[i].step);

        assert_int_equal(answers_on_the_screen(&room), DOCUMENTS);
        assert_null(room_find(&room, "set:next"));
        room_close(&room);
    }
}

/* The number is large, what stands around it small; read as a whole it is the date of the language (Y9). */
static void an_answer_is_read_in_the_order_of_its_language(void **state)
{
    static const struct {
        const char *day, *month, *poster; /* in the order of the languages of the exhibit */
    } cases[] = {{"14\u00a0de\u00a0abril de\u00a01922", "Abril de\u00a01922", "14 ≠ 16\u00a0de\u00a0abril de\u00a01922"},
                 {"1922\u00a0m. balandžio\u00a014\u00a0d.", "1922\u00a0m. balandis",
                  "1922\u00a0m. balandžio\u00a014 ≠ 16\u00a0d."},
                 {"14\u00a0kwietnia 1922", "Kwiecień 1922", "14 ≠ 16\u00a0kwietnia 1922"},
                 {"14\u00a0April 1922", "April 1922", "14 ≠ 16\u00a0April 1922"}};
    struct room room = room_open((struct room_wish){.profile = "P3"});
    struct stop stop = room_stop(SCREEN_COMPARE);

    (void)state;
    stop.entry = room_entry(&room, "rapallo-treaty");
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        stop.screen = SCREEN_COMPARE;
        room_visit(&room, (int)i, stop);
        assert_string_equal(room_find(&room, "answer:LT:0")->label, cases[i].day);
        assert_string_equal(room_find(&room, "answer:EN:0")->label, cases[i].month);
        stop.screen = SCREEN_EVENT;
        room_visit(&room, (int)i, stop);
        assert_string_equal(room_find(&room, "event:date")->label, cases[i].poster);
    }
    room_close(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_voices_are_seen_four_at_a_time),
        cmocka_unit_test(the_set_is_there_again_after_a_look_at_a_document),
        cmocka_unit_test(an_answer_is_read_in_the_order_of_its_language),
        cmocka_unit_test(where_the_page_scrolls_all_are_on_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
