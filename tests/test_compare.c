/* More voices than stand side by side. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"

enum { GREEK, HEBREW = 2, LITHUANIAN = 1, DOCUMENTS = 8, AT_A_TIME = 4 };

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
    struct room room = room_open((struct room_wish){.exhibit = ROOM_EIGHT_VOICES, .profile = profile, .text_step = step});
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
    } cases[] = {
        {"14\u00a0de\u00a0abril de\u00a01922", "Abril de\u00a01922", "14 ≠ 16\u00a0de\u00a0abril de\u00a01922"},
        {"1922\u00a0m. balandžio\u00a014\u00a0d.", "1922\u00a0m. balandis", "1922\u00a0m. balandžio\u00a014 ≠ 16\u00a0d."},
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

static struct room room_at_question(struct room_wish wish, const char *entry, int language)
{
    struct room room = room_open(wish);
    struct stop stop = room_stop(SCREEN_COMPARE);

    stop.entry = room_entry(&room, entry);
    stop.disagreement = pack_entry(room.pack, stop.entry).first_disagreement;
    room_visit(&room, language, stop);
    room_wait(&room, 1000);
    return room;
}

static struct room room_at_rapallo(const char *profile, enum text_step step)
{
    return room_at_question((struct room_wish){.profile = profile, .text_step = step}, "rapallo-treaty", 0);
}

static const char *const answers[] = {"answer:PT:0", "answer:LT:0", "answer:PL:0", "answer:EN:0"};
enum { VOICES = sizeof answers / sizeof *answers };

/* On a small panel all answers are in sight at once, beside each other, each large enough for a finger (T1, T2). */
static void small_panels_show_the_answers_side_by_side(void **state)
{
    static const struct {
        const char *profile;
        int target_w, target_h, gap, bottom;
    } panels[] = {{"P1", 52, 56, 11, 400}, {"P2", 83, 83, 17, 1027}};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
        struct room room = room_at_rapallo(panels[i].profile, TEXT_A);

        for (int k = 0; k < VOICES; k++) {
            struct rect hit = room_find(&room, answers[k])->hit;

            assert_true(hit.w >= panels[i].target_w && hit.h >= panels[i].target_h);
            assert_true(hit.y >= 0 && hit.y + hit.h < panels[i].bottom);
            if (k > 0)
                assert_true(hit.x - panels[i].gap
                            >= room_find(&room, answers[k - 1])->hit.x + room_find(&room, answers[k - 1])->hit.w);
        }
        room_close(&room);
    }
}

/* The first answer that differs is told, then the one that was chosen, whatever else happens in between. */
static void a_chosen_answer_stays_chosen(void **state)
{
    static const enum text_step steps[] = {TEXT_A, TEXT_A_PLUS, TEXT_A_PLUS_PLUS};

    (void)state;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct room room = room_at_rapallo("P1", steps[i]);

        assert_true(room_find(&room, "answer:LT:0")->is_current);
        assert_non_null(room_find(&room, "chosen:LT:0"));
        assert_null(room_find(&room, "chosen:PL:0"));
        room_tap(&room, "answer:PL:0");
        assert_true(room_find(&room, "answer:PL:0")->is_current);
        assert_false(room_find(&room, "answer:LT:0")->is_current);
        assert_non_null(room_find(&room, "chosen:PL:0"));
        room_tap(&room, "nav:documents");
        room_tap(&room, "nav:back");
        room_tap(&room, "lang:lt");
        assert_non_null(room_find(&room, "chosen:PL:0"));
        room_close(&room);
    }
}

/* With keys alone: the focus reaches the answers in their order, and SELECT chooses. */
static void answers_are_chosen_with_keys(void **state)
{
    struct room room = room_at_rapallo("P1", TEXT_A);
    int next = 0;

    (void)state;
    for (int i = 0; i < 40 && next < VOICES; i++) {
        room_key(&room, ACTION_NEXT);
        next += strcmp(ui_focus(room_ui(&room)), answers[next]) == 0;
    }
    assert_int_equal(next, VOICES);
    room_key(&room, ACTION_SELECT);
    room_wait(&room, 500);
    assert_non_null(room_find(&room, "chosen:EN:0"));
    assert_string_equal(ui_focus(room_ui(&room)), "answer:EN:0");
    room_close(&room);
}

static int middle_of(struct room *room, const char *id)
{
    const struct ui_element *element = room_find(room, id);

    assert_non_null(element);
    return element->rect.x + element->rect.w / 2;
}

static void assert_stands_over(struct room *room, const char *value, const char *answer)
{
    struct rect column = room_find(room, answer)->rect;
    int x = middle_of(room, value);

    assert_in_range(x, column.x + column.w / 2 - 2, column.x + column.w / 2 + 2);
}

/* The drop has the colour of the tile it hangs from. */
static bool has_drop(struct room *room, const char *value)
{
    enum { WIDTH = 1920, INSIDE = 3 };
    struct rect tile = room_find(room, value)->rect;
    size_t bytes;
    uint32_t *pixels = room_picture(room, &bytes);
    int below = (tile.y + tile.h + INSIDE) * WIDTH + tile.x + tile.w / 2;
    int corner = (tile.y + INSIDE) * WIDTH + tile.x + INSIDE;
    bool is_same;

    assert_true(bytes > (size_t)below * sizeof *pixels);
    is_same = pixels[below] == pixels[corner];
    free(pixels);
    return is_same;
}

static void days_hang_over_their_columns_whichever_way_is_read(void **state)
{
    static const struct {
        enum room_exhibit exhibit;
        const char *entry;
        int language;
        const char *first, *second;
    } cases[] = {{ROOM_EIGHT_YEARS, "rapallo-treaty", 3, "answer:LT:0", "answer:PL:0"},
                 {ROOM_LIGHTHOUSE, "first-light", GREEK, "answer:LOG:0", "answer:L:0"},
                 {ROOM_LIGHTHOUSE, "first-light", HEBREW, "answer:LOG:0", "answer:L:0"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room room = room_at_question((struct room_wish){.exhibit = cases[i].exhibit, .has_pixels = true}, cases[i].entry,
                                            cases[i].language);

        assert_stands_over(&room, "axis:0", cases[i].first);
        assert_stands_over(&room, "axis:2", cases[i].second);
        assert_true(has_drop(&room, "axis:0") && has_drop(&room, "axis:2"));
        room_close(&room);
    }
}

/* The columns keep the order of the documents; the years theirs. An answer that does not differ has its year, but no tile. */
static void years_in_another_order_than_the_columns_name_their_documents(void **state)
{
    static const struct {
        const char *id, *label, *spoken;
    } years[] = {{"axis:0", "1921", "1921: EN"}, {"axis:1", "1922", "1922: PL"}, {"axis:3", "1924", "1924: PL"}};
    struct room room = room_at_question((struct room_wish){.has_pixels = true}, "diplomatic-isolation", 0);

    (void)state;
    for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
        assert_string_equal(room_find(&room, years[i].id)->label, years[i].label);
        assert_string_equal(room_find(&room, years[i].id)->spoken, years[i].spoken);
    }
    assert_true(middle_of(&room, "axis:0") < middle_of(&room, "axis:1"));
    assert_true(middle_of(&room, "axis:1") < middle_of(&room, "axis:3"));
    assert_false(has_drop(&room, "axis:0") || has_drop(&room, "axis:1"));
    assert_int_equal(room_find(&room, "axis:0")->ground, room_find(&room, "axis:1")->ground);
    assert_int_equal(room_find(&room, "axis:3")->ground, room_find(&room, "axis:2")->ground);
    assert_int_not_equal(room_find(&room, "axis:3")->ground, room_find(&room, "axis:1")->ground);
    room_close(&room);
}

/* Type size of an answer on the screen, 0 = it is not there. */
static int size_of(struct room *room, int answer, int number)
{
    struct pack_answer facts = pack_answer(room->pack, answer);
    const struct ui_element *element;
    char id[40];

    snprintf(id, sizeof(id), "answer:%.20s:%d", pack_document(room->pack, facts.document).siglum, number);
    element = room_find(room, id);
    return element ? element->font_px : 0;
}

static void assert_sizes_are_fair(struct room *room, struct pack_disagreement facts)
{
    int differing = 0, least = 0, silent = 0, number = 0;

    for (int a = facts.first_answer; a < facts.first_answer + facts.answer_count; a++) {
        struct pack_answer answer = pack_answer(room->pack, a);
        bool is_again = a > facts.first_answer && pack_answer(room->pack, a - 1).document == answer.document;
        int size;

        number = is_again ? number + 1 : 0;
        size = size_of(room, a, number);
        if (answer.is_silent) {
            silent = size > silent ? size : silent;
            continue;
        }
        least = size > 0 && (least == 0 || size < least) ? size : least;
        if (answer.differs && size > 0) {
            assert_true(differing == 0 || differing == size);
            differing = size;
        }
    }
    assert_true(least > 0 && silent <= least);
}

/* No voice outweighs another by its size, and none is outweighed by silence. */
static void what_differs_is_of_one_size_and_silence_not_larger(void **state)
{
    static const struct room_wish panels[] = {{.profile = "P3"},
                                              {.profile = "P3", .quarter_turns = 1},
                                              {.profile = "P3", .text_step = TEXT_A_PLUS_PLUS},
                                              {.profile = "P1"},
                                              {.profile = "P2"}};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof *panels; i++) {
        struct room room = room_open(panels[i]);
        struct stop stop = room_stop(SCREEN_COMPARE);

        for (stop.disagreement = 0; stop.disagreement < pack_disagreement_count(room.pack); stop.disagreement++) {
            struct pack_disagreement facts = pack_disagreement(room.pack, stop.disagreement);

            stop.entry = facts.entry;
            for (int language = 0; language < pack_exhibit(room.pack).languages; language++) {
                room_visit(&room, language, stop);
                assert_sizes_are_fair(&room, facts);
            }
        }
        room_close(&room);
    }
}

/* Columns slip at their heads; the ways under them stand on one line, with air around words of two lines. */
static void the_feet_of_all_columns_are_level(void **state)
{
    static const struct {
        enum room_exhibit exhibit;
        const char *entry;
        int language, ways, lines;
    } cases[] = {{ROOM_EIGHT_YEARS, "diplomatic-isolation", LITHUANIAN, 5, 2},
                 {ROOM_EIGHT_YEARS, "hague-conference", LITHUANIAN, 4, 1},
                 {ROOM_LIGHTHOUSE, "first-light", HEBREW, 3, 1}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct room room = room_at_question((struct room_wish){.exhibit = cases[i].exhibit}, cases[i].entry, cases[i].language);
        const struct ui *ui = room_ui(&room);
        struct rect first = {0};
        int ways = 0;

        for (int k = 0; k < ui_count(ui); k++) {
            const struct ui_element *way = ui_at(ui, k);

            if (strncmp(way->id, "open:", 5) != 0 && strncmp(way->id, "read:", 5) != 0)
                continue;
            first = ways++ == 0 ? way->rect : first;
            assert_int_equal(way->rect.y, first.y);
            assert_int_equal(way->rect.h, first.h);
            assert_true(way->rect.h >= cases[i].lines * way->font_px * 11 / 10 + way->font_px * 3 / 4);
        }
        assert_int_equal(ways, cases[i].ways);
        room_close(&room);
    }
}

/* Under the title of a page that has scrolled its days away: no rest of a drop, and the bars whole. */
static void what_has_scrolled_away_leaves_no_stumps(void **state)
{
    enum { WIDTH = 1920, SEARCHED = 120, BESIDE = 30 };

    (void)state;
    for (int language = 1; language < 4; language++) {
        struct room room = room_at_question((struct room_wish){.has_pixels = true}, "rapallo-treaty", language);
        struct rect tile = room_find(&room, "axis:0")->rect;
        int at = tile.x + tile.w / 2, row = room_find(&room, "view:0")->rect.y, end = row + SEARCHED;
        size_t bytes;
        uint32_t *pixels = room_picture(&room, &bytes), red = pixels[(tile.y + 3) * WIDTH + tile.x + 3];

        free(pixels);
        room_tap(&room, "page:down");
        room_wait(&room, 1000);
        pixels = room_picture(&room, &bytes);
        while (row < end && pixels[row * WIDTH + at] != red) {
            assert_int_equal(pixels[row * WIDTH + at], pixels[row * WIDTH + at - BESIDE]);
            row++;
        }
        assert_true(row < end);
        free(pixels);
        room_close(&room);
    }
}

static int width_of(struct room *room, const char *id)
{
    return room_find(room, id)->rect.w;
}

/* Silence is narrow, and the column that says most is the widest: what it says in the visitor's words is begun in sight. */
static void who_says_more_has_more_room(void **state)
{
    static const int translated[] = {0, 2, 3};

    (void)state;
    for (size_t i = 0; i < sizeof translated / sizeof *translated; i++) {
        struct room room = room_at_question((struct room_wish){0}, "rapallo-treaty", translated[i]);
        const struct ui_element *words = room_find(&room, "translated:LT:0");

        assert_true(width_of(&room, "answer:LT:0") > width_of(&room, "answer:PL:0"));
        assert_true(width_of(&room, "answer:LT:0") > width_of(&room, "answer:EN:0"));
        assert_true(width_of(&room, "answer:PT:0") < width_of(&room, "answer:EN:0") * 3 / 4);
        assert_true(words->rect.y + 3 * words->font_px <= room_find(&room, "read:lt-signed")->rect.y);
        room_close(&room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(eight_voices_are_seen_four_at_a_time),
        cmocka_unit_test(the_set_is_there_again_after_a_look_at_a_document),
        cmocka_unit_test(an_answer_is_read_in_the_order_of_its_language),
        cmocka_unit_test(small_panels_show_the_answers_side_by_side),
        cmocka_unit_test(a_chosen_answer_stays_chosen),
        cmocka_unit_test(answers_are_chosen_with_keys),
        cmocka_unit_test(where_the_page_scrolls_all_are_on_it),
        cmocka_unit_test(days_hang_over_their_columns_whichever_way_is_read),
        cmocka_unit_test(what_differs_is_of_one_size_and_silence_not_larger),
        cmocka_unit_test(the_feet_of_all_columns_are_level),
        cmocka_unit_test(what_has_scrolled_away_leaves_no_stumps),
        cmocka_unit_test(who_says_more_has_more_room),
        cmocka_unit_test(years_in_another_order_than_the_columns_name_their_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
