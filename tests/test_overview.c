/* The strip "Who speaks when": close up it names the years, and its words and the frame of the window keep apart. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "kiosk_room.h"
#include "screen/look.h"
#include "timeline/calendar.h"

static const char *const panels[] = {"P3", "P4", "P5", "P6", "P7"};

enum { PANELS = sizeof panels / sizeof panels[0] };

static const struct ui_element *year_label(struct room *room, int year)
{
    char id[32];

    snprintf(id, sizeof id, "overview:year:%d", year);
    return room_find(room, id);
}

static double day_x(const struct room *room, const struct rect *strip, double day)
{
    struct pack_exhibit exhibit = pack_exhibit(room->pack);

    return strip->x + (day - exhibit.start_day) / (exhibit.end_day + 1.0 - exhibit.start_day) * strip->w;
}

/* ---- years ---- */

/* Returns how many years are named; those that are stand in order, apart, each right of its first day. */
static int check_years(struct room *room, const char *where)
{
    const struct ui_element *view = room_find(room, "view:overview");
    struct pack_exhibit exhibit = pack_exhibit(room->pack);
    int first = calendar_date(exhibit.start_day).year, last = calendar_date(exhibit.end_day).year, count = 0;
    double free_from = view->rect.x;

    for (int year = first; year <= last; year++) {
        const struct ui_element *label = year_label(room, year);

        if (!label)
            continue;
        double start = fmax(day_x(room, &view->rect, calendar_year_start(year)), view->rect.x);
        if (label->rect.x < free_from || label->rect.x < start || label->rect.x > start + label->rect.h)
            fail_msg("%s: %d begins at %.0f and is named at %d, free from %.0f", where, year, start, label->rect.x, free_from);
        free_from = label->rect.x + label->rect.w;
        count++;
    }
    if (free_from > view->rect.x + view->rect.w)
        fail_msg("%s: the last year ends at %.0f, the strip at %d", where, free_from, view->rect.x + view->rect.w);
    return count;
}

static void on_every_large_panel(enum room_exhibit exhibit, void (*check)(struct room *room, const char *where))
{
    struct room room = room_open((struct room_wish){.exhibit = exhibit, .reduced_motion = true});
    struct pack_exhibit facts = pack_exhibit(room.pack);
    int strips = 0;

    for (int panel = 0; panel < PANELS; panel++) {
        room_set_panel(&room, panels[panel], 0);
        for (int turn = 0; turn < TEXT_STEP_COUNT * facts.languages; turn++) {
            char where[60];

            snprintf(where, sizeof where, "%s, step %d, %s", panels[panel], turn % TEXT_STEP_COUNT,
                     pack_language(room.pack, turn / TEXT_STEP_COUNT).tag);
            room_visit(&room, turn / TEXT_STEP_COUNT, room_stop(SCREEN_TIMELINE));
            room_set_look(&room, (enum text_step)(turn % TEXT_STEP_COUNT), THEME_STANDARD);
            room_show_days(&room, turn / TEXT_STEP_COUNT, facts.start_day, facts.end_day + 1.0 - facts.start_day);
            if (!room_find(&room, "view:overview"))
                continue;
            check(&room, where);
            strips++;
        }
    }
    room_close(&room);
    assert_true(strips > PANELS * facts.languages);
}

static void check_eight(struct room *room, const char *where)
{
    static const double spans[] = {700, 180, 32};
    int language = room_session(room)->language;

    if (year_label(room, 1917))
        fail_msg("%s: the years stand twice, on the axis and just below it", where);
    for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++) {
        room_show_days(room, language, calendar_year_start(1922) + 60, spans[i]);
        int count = check_years(room, where);
        if (count != 8)
            fail_msg("%s: %d of 8 years are named around %.0f days", where, count, spans[i]);
    }
}

static void the_strip_names_every_year_close_up(void **state)
{
    (void)state;
    on_every_large_panel(ROOM_EIGHT_YEARS, check_eight);
}

static void check_many(struct room *room, const char *where)
{
    struct pack_exhibit exhibit = pack_exhibit(room->pack);
    double whole = exhibit.end_day + 1.0 - exhibit.start_day;

    room_show_days(room, room_session(room)->language, exhibit.start_day + whole / 4, whole / 8);
    int count = check_years(room, where);
    if (count < 3)
        fail_msg("%s: only %d years are named", where, count);
}

static void of_many_years_the_strip_names_round_ones(void **state)
{
    (void)state;
    on_every_large_panel(ROOM_BEFORE_CHRIST, check_many);
}

/* ---- the frame and the words ---- */

static bool crosses(const struct rect *words, double side)
{
    return side > words->x && side < words->x + words->w;
}

/* The window goes over the year of which nothing is told, in steps that put its sides everywhere. */
static void the_frame_never_crosses_the_words(void **state)
{
    struct room room = room_open((struct room_wish){.reduced_motion = true});
    int told = 0, told_in_a_lane = 0;

    (void)state;
    for (int step = 0; step < 60; step++) {
        room_show_days(&room, step % pack_exhibit(room.pack).languages, calendar_year_start(1922) + step * 10, 500);
        const struct ui_element *view = room_find(&room, "view:overview"), *words = room_find(&room, "overview:silence:1923");
        const struct session *session = room_session(&room);
        double first = day_x(&room, &view->rect, session->view_first_day);
        double end = day_x(&room, &view->rect, session->view_first_day + session->view_days);

        if (words && (crosses(&words->rect, first) || crosses(&words->rect, end)))
            fail_msg("the frame from %.0f to %.0f crosses the words from %d to %d", first, end, words->rect.x,
                     words->rect.x + words->rect.w);
        if (words && room_find(&room, "silence:1923"))
            fail_msg("the silence of 1923 is told twice, with the frame from %.0f to %.0f", first, end);
        told += words != NULL;
        told_in_a_lane += room_find(&room, "silence:1923") != NULL;
    }
    room_close(&room);
    assert_true(told > 0);
    assert_true(told_in_a_lane > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_strip_names_every_year_close_up),
        cmocka_unit_test(of_many_years_the_strip_names_round_ones),
        cmocka_unit_test(the_frame_never_crosses_the_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
