/* The reader on real panels: its keys, and what it tells of a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { PORTUGUESE, LITHUANIAN, POLISH, ENGLISH };

static struct room reading(struct room_wish wish, int language, int document)
{
    struct room room = room_open(wish);
    struct stop stop = room_stop(SCREEN_READER);

    stop.document = document;
    room_visit(&room, language, stop);
    return room;
}

static void keys_of_documents_keep_their_distance(void **state)
{
    static const struct {
        struct room_wish wish;
        int gap_px;
    } cases[] = {
        {{.profile = "P1"}, 9},
        {{.profile = "P1", .text_step = TEXT_A_PLUS_PLUS}, 9},
        {{.profile = "P3", .text_step = TEXT_A_PLUS_PLUS}, 16},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct room room = reading(cases[i].wish, PORTUGUESE, 1);
        static const char *const ids[] = {"document:PT", "document:LT", "document:PL", "document:EN", "reader:about"};

        for (int k = 1; k < 5; k++) {
            struct rect a = room_find(&room, ids[k - 1])->rect, b = room_find(&room, ids[k])->rect;

            assert_int_equal(a.y, b.y);
            assert_in_range(b.x - a.x - a.w, cases[i].gap_px, 2 * cases[i].gap_px);
        }
        room_close(&room);
    }
}

static void on_the_smallest_panel_the_paragraph_is_told_in_figures(void **state)
{
    struct room room = reading((struct room_wish){.profile = "P1"}, PORTUGUESE, 1);
    const struct ui_element *figures = room_find(&room, "reader:figures");

    (void)state;
    assert_non_null(figures);
    assert_string_equal(figures->label, "1 / 10");
    assert_null(room_find(&room, "strip"));
    room_close(&room);
    room = reading((struct room_wish){.profile = "P3"}, PORTUGUESE, 1);
    assert_null(room_find(&room, "reader:figures"));
    assert_non_null(room_find(&room, "strip"));
    room_close(&room);
}

/* Upright the rows are as in landscape, and no chip is cut by the foot of what is in view. */
static void upright_rows_and_chips_are_shown_whole(void **state)
{
    (void)state;
    for (int language = PORTUGUESE; language <= ENGLISH; language++) {
        struct room room = reading((struct room_wish){.quarter_turns = 1}, language, 1);
        const struct ui *ui;
        int chips = 0, foot;

        assert_true(room_find(&room, "about:author")->rect.y < room_find(&room, "about:rights")->rect.y);
        assert_true(room_find(&room, "about:received")->rect.y < room_find(&room, "about:rights")->rect.y);
        foot = room_find(&room, "document:PT")->rect.y;
        ui = room_ui(&room);
        for (int i = 0; i < ui_count(ui); i++) {
            const struct ui_element *element = ui_at(ui, i);

            if (strncmp(element->id, "use:", 4) != 0 || element->rect.y >= foot)
                continue;
            chips++;
            assert_true(element->rect.h == 0 || element->rect.h >= 60);
            assert_true(element->rect.y + element->rect.h <= foot);
        }
        assert_true(chips > 0);
        room_close(&room);
    }
}

static void the_languages_of_a_document_begin_as_the_other_values_do(void **state)
{
    static const char *const names[] = {"Lituano, russo", "Lietuvi\u0173 kalba, rus\u0173 kalba", "Litewski, rosyjski",
                                        "Lithuanian, Russian"};

    (void)state;
    for (int language = PORTUGUESE; language <= ENGLISH; language++) {
        struct room room = reading((struct room_wish){.profile = "P3"}, language, 1);

        assert_string_equal(room_find(&room, "about:language")->label, names[language]);
        room_close(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_of_documents_keep_their_distance),
        cmocka_unit_test(on_the_smallest_panel_the_paragraph_is_told_in_figures),
        cmocka_unit_test(upright_rows_and_chips_are_shown_whole),
        cmocka_unit_test(the_languages_of_a_document_begin_as_the_other_values_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
