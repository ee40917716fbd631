/*
 * Twenty thousand touches and keys of nobody in particular, with time between them. Nothing may break, nothing may go on moving,
 * and the session stays one that a visitor could have made. The seed is fixed; a failure names the step.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hostile.h"
#include "kiosk_room.h"

enum { EVENTS = 20000, FINGERS = 7, LOOK_EVERY = 20, REST_EVERY = 400 };

struct monkey {
    struct room room;
    uint64_t seed;
    bool is_down[FINGERS];
    float x[FINGERS], y[FINGERS];
    int step;
};

/* xorshift64 */
static uint32_t any(struct monkey *monkey, uint32_t below)
{
    monkey->seed ^= monkey->seed << 13;
    monkey->seed ^= monkey->seed >> 7;
    monkey->seed ^= monkey->seed << 17;
    return (uint32_t)(monkey->seed >> 32) % below;
}

/* ---- what it does ---- */

static void choose_place(struct monkey *monkey, float *x, float *y)
{
    const struct panel *panel = &stage_look(monkey->room.stage)->panel;
    const struct ui *ui = room_ui(&monkey->room);
    int chosen = ui_count(ui) > 0 ? (int)any(monkey, (uint32_t)ui_count(ui)) : -1;

    *x = (float)any(monkey, (uint32_t)panel->width_px);
    *y = (float)any(monkey, (uint32_t)panel->height_px);
    /* mostly where there is something */
    if (chosen >= 0 && any(monkey, 4) > 0 && ui_at(ui, chosen)->hit.w > 0 && ui_at(ui, chosen)->hit.h > 0) {
        struct rect hit = ui_at(ui, chosen)->hit;

        *x = (float)(hit.x + (int)any(monkey, (uint32_t)hit.w));
        *y = (float)(hit.y + (int)any(monkey, (uint32_t)hit.h));
    }
}

static void put_finger(struct monkey *monkey, int finger)
{
    choose_place(monkey, &monkey->x[finger], &monkey->y[finger]);
    room_touch(&monkey->room, TOUCH_DOWN, finger, monkey->x[finger], monkey->y[finger]);
    monkey->is_down[finger] = true;
}

static void move_finger(struct monkey *monkey, int finger)
{
    int steps = 1 + (int)any(monkey, 12);
    float dx = (float)any(monkey, 81) - 40, dy = (float)any(monkey, 81) - 40;

    for (int i = 0; i < steps; i++) {
        monkey->x[finger] += dx;
        monkey->y[finger] += dy;
        monkey->room.now_ms += 8;
        room_touch(&monkey->room, TOUCH_MOVE, finger, monkey->x[finger], monkey->y[finger]);
    }
}

static void lift_finger(struct monkey *monkey, int finger)
{
    room_touch(&monkey->room, any(monkey, 20) ? TOUCH_UP : TOUCH_CANCEL, finger, monkey->x[finger], monkey->y[finger]);
    monkey->is_down[finger] = false;
}

static void lift_all(struct monkey *monkey)
{
    for (int finger = 0; finger < FINGERS; finger++)
        if (monkey->is_down[finger])
            lift_finger(monkey, finger);
}

static void pass_time(struct monkey *monkey)
{
    static const int64_t waits[] = {1, 8, 16, 30, 60, 60, 130, 260, 260, 800, 3000, 12000};

    room_wait(&monkey->room, waits[any(monkey, sizeof waits / sizeof waits[0])]);
    if (any(monkey, 300) == 0)
        room_wait(&monkey->room, 100000);
}

static void do_something(struct monkey *monkey)
{
    int finger = (int)any(monkey, FINGERS);
    uint32_t what = any(monkey, 100);

    if (what < 3) {
        stage_device_lost(monkey->room.stage, monkey->room.now_ms);
        memset(monkey->is_down, 0, sizeof monkey->is_down);
    } else if (what < 25) {
        stage_key(monkey->room.stage, (enum action)(1 + any(monkey, ACTION_COUNT - 1)), monkey->room.now_ms);
    } else if (what < 26) {
        stage_make_dirty(monkey->room.stage);
    } else if (!monkey->is_down[finger]) {
        put_finger(monkey, finger);
    } else if (what < 55) {
        move_finger(monkey, finger);
    } else {
        lift_finger(monkey, finger);
    }
}

/* ---- what must hold ---- */

static void check_session(struct monkey *monkey)
{
    const struct session *session = room_session(&monkey->room);
    struct pack_exhibit exhibit = pack_exhibit(monkey->room.pack);
    const struct stop *here = &session->here;
    double whole = exhibit.end_day + 1.0 - exhibit.start_day;
    bool is_good = session->language >= 0 && session->language < exhibit.languages && session->history_count >= 0
        && session->history_count <= SESSION_HISTORY_MAX && here->screen < SCREEN_COUNT && here->screen != SCREEN_ERROR
        && here->entry < exhibit.entries && here->document < exhibit.documents
        && here->disagreement < pack_disagreement_count(monkey->room.pack) && session->text_step < TEXT_STEP_COUNT
        && session->view_days >= (whole < 14 ? whole : 14) - 0.001 && session->view_days <= whole + 0.001
        && session->view_first_day >= exhibit.start_day - 0.001 && session->view_first_day <= exhibit.end_day;

    if (!is_good)
        fail_msg("step %d: the session is out of bounds: screen %d, entry %d, window %f + %f", monkey->step, here->screen,
                 here->entry, session->view_first_day, session->view_days);
}

static void check_list(struct monkey *monkey)
{
    const struct ui *ui = room_ui(&monkey->room);

    for (int i = 0; i < ui_count(ui); i++) {
        const struct ui_element *element = ui_at(ui, i);
        bool is_surface = strcmp(element->role, "view") == 0 || strcmp(element->role, "dialog") == 0
            || strcmp(element->role, "backdrop") == 0;

        if (ui_find(ui, element->id) != i)
            fail_msg("step %d, %s: %s is there twice", monkey->step, stage_screen_name(monkey->room.stage), element->id);
        if (!is_surface && (!element->label || !element->label[0]))
            fail_msg("step %d, %s: %s says nothing", monkey->step, stage_screen_name(monkey->room.stage), element->id);
    }
    int least = room_is_on(&monkey->room, "languages") ? 2 : 3; /* of an exhibit in one language: its title and the row */

    if (stage_idle_name(monkey->room.stage)[0] != 'c' && !room_is_on(&monkey->room, "attract") && ui_count(ui) < least)
        fail_msg("step %d: \"%s\" has %d elements", monkey->step, stage_screen_name(monkey->room.stage), ui_count(ui));
}

static bool is_active(const struct monkey *monkey)
{
    return strcmp(stage_idle_name(monkey->room.stage), "active") == 0;
}

static bool is_home(const struct monkey *monkey)
{
    struct pack_exhibit exhibit = pack_exhibit(monkey->room.pack);

    return room_is_on(&monkey->room, "timeline")
        && room_session(&monkey->room)->view_days >= exhibit.end_day + 1.0 - exhibit.start_day;
}

/* K7, through whatever lies over the screen; the question whether somebody is here may take one more. */
static void check_way_back(struct monkey *monkey)
{
    char from[200];
    int steps = 0;

    snprintf(from, sizeof from, "%s, %d behind it, words %d, list %d, \"%s\" focused", stage_screen_name(monkey->room.stage),
             room_session(&monkey->room)->history_count, room_session(&monkey->room)->shows_words,
             room_session(&monkey->room)->open_cluster_entry, stage_focus(monkey->room.stage));
    for (; steps < 3 && !room_is_on(&monkey->room, "timeline"); steps++)
        room_key(&monkey->room, ACTION_BACK);
    if (!room_is_on(&monkey->room, "timeline"))
        fail_msg("step %d: the timeline is more than three steps from %s", monkey->step, from);
    for (; steps < 4 && !is_home(monkey); steps++)
        room_key(&monkey->room, ACTION_BACK);
    if (!is_home(monkey))
        fail_msg("step %d: home is more than four steps from %s", monkey->step, from);
}

/* M4: everything comes to rest; A10: and there is a way on. */
static void check_rest(struct monkey *monkey)
{
    lift_all(monkey);
    room_wait(&monkey->room, 16000);
    if (!is_active(monkey))
        return;
    for (int frame = 0; frame < 20; frame++) {
        monkey->room.now_ms += ROOM_FRAME_MS;
        stage_tick(monkey->room.stage, monkey->room.now_ms);
        if (stage_is_dirty(monkey->room.stage) && is_active(monkey)) /* the question may come just now */
            fail_msg("step %d: \"%s\" does not come to rest", monkey->step, stage_screen_name(monkey->room.stage));
    }
    check_way_back(monkey);
}

static void play_for(struct room_wish wish, uint64_t seed, int events)
{
    struct monkey monkey = {.room = room_open(wish), .seed = seed};

    for (monkey.step = 0; monkey.step < events; monkey.step++) {
        do_something(&monkey);
        pass_time(&monkey);
        check_session(&monkey);
        if (monkey.step % LOOK_EVERY == 0)
            check_list(&monkey);
        if (monkey.step % REST_EVERY == REST_EVERY - 1)
            check_rest(&monkey);
    }
    room_close(&monkey.room);
}

static void play(struct room_wish wish, uint64_t seed)
{
    play_for(wish, seed, EVENTS / 4);
}

/* By hand: MONKEY_SEEDS=1-50, each on another panel with another exhibit, the hostile ones among them. */
static void by_hand(void **state)
{
    static const char *const panels[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7"};
    static const enum room_exhibit exhibits[] = {ROOM_HOSTILE, ROOM_EIGHT_YEARS, ROOM_HOSTILE, ROOM_LIGHTHOUSE,
                                                 ROOM_EIGHT_VOICES, ROOM_HOSTILE, ROOM_EIGHT_LANGUAGES, ROOM_BEFORE_CHRIST};
    unsigned first = 1, last = 1;

    (void)state;
    if (!getenv("MONKEY_SEEDS"))
        skip();
    if (sscanf(getenv("MONKEY_SEEDS"), "%u-%u", &first, &last) == 1)
        last = first;
    for (unsigned seed = first; seed <= last; seed++) {
        struct room_wish wish = {.exhibit = exhibits[seed % 8], .seed = seed, .profile = panels[seed % 7],
                                 .quarter_turns = seed / 7 % 2, .text_step = (enum text_step)(seed % TEXT_STEP_COUNT),
                                 .theme = seed % 3 ? THEME_STANDARD : THEME_CONTRAST, .reduced_motion = seed % 5 == 0,
                                 .has_no_year_keys = seed % 4 == 0, .bottom_edge_mm = seed % 2 ? 900 : 0};

        print_message("seed %u: %s%s, exhibit %d\n", seed, wish.profile, wish.quarter_turns ? " turned" : "", wish.exhibit);
        if (wish.exhibit == ROOM_HOSTILE)
            print_message("%s\n", hostile_name(seed));
        play_for(wish, seed, EVENTS);
    }
}

static void on_the_large_panel(void **state)
{
    (void)state;
    play((struct room_wish){.profile = "P3"}, 20221119);
}

static void on_the_portrait_panel(void **state)
{
    (void)state;
    play((struct room_wish){.profile = "P3", .quarter_turns = 1}, 1917);
}

static void on_the_smallest_panel_at_the_largest_text(void **state)
{
    (void)state;
    play((struct room_wish){.profile = "P1", .text_step = TEXT_A_PLUS_PLUS}, 1924);
}

static void in_the_lighthouse(void **state)
{
    (void)state;
    play((struct room_wish){.exhibit = ROOM_LIGHTHOUSE, .profile = "P2", .theme = THEME_CONTRAST}, 1820);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(on_the_large_panel),
        cmocka_unit_test(on_the_portrait_panel),
        cmocka_unit_test(on_the_smallest_panel_at_the_largest_text),
        cmocka_unit_test(in_the_lighthouse),
        cmocka_unit_test(by_hand),
    };

    if (getenv("MONKEY_SEEDS"))
        cmocka_set_test_filter("by_hand");

    return cmocka_run_group_tests(tests, NULL, NULL);
}
