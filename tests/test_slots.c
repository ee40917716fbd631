/* Reports of touch panels as the kernel writes them, through a pipe: where each contact is and how large it has been. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/slots.h"

#include <fcntl.h>
#include <linux/input.h>
#include <unistd.h>

enum { SLOT = ABS_MT_SLOT, TRACKING = ABS_MT_TRACKING_ID, X = ABS_MT_POSITION_X, Y = ABS_MT_POSITION_Y,
       MAJOR = ABS_MT_TOUCH_MAJOR, REPORT = -1, DROPPED = -2, THUMB = 7, PALM = 8 };

/* 708 x 399 mm as on P3, ten values a millimetre. */
static const struct slot_axes tells_units = {{0, 7080, 10}, {0, 3990, 10}, {0, 2000, 10}};
/* The same, but nobody says what a value is. */
static const struct slot_axes tells_no_units = {{0, 7080, 0}, {0, 3990, 0}, {0, 2000, 0}};
static const struct glass_mm p3 = {708, 399}, unknown = {0, 0};

struct panel {
    struct slots *slots;
    int from, to;
};

static struct panel panel_with(struct slot_axes axes)
{
    struct panel panel = {.slots = slots_create(axes)};
    int ends[2];
    assert_non_null(panel.slots);
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    panel.from = ends[0];
    panel.to = ends[1];
    return panel;
}

static void panel_done(struct panel *panel)
{
    slots_destroy(panel->slots);
    close(panel->from);
    close(panel->to);
}

/* Pairs of code and value. */
static void say(struct panel *panel, const int (*pairs)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct input_event event = {.type = EV_ABS, .code = (uint16_t)pairs[i][0], .value = pairs[i][1]};
        if (pairs[i][0] < 0) {
            event.type = EV_SYN;
            event.code = pairs[i][0] == REPORT ? SYN_REPORT : SYN_DROPPED;
        }
        assert_int_equal(write(panel->to, &event, sizeof event), sizeof event);
    }
    assert_true(slots_read(panel->slots, panel->from));
    assert_false(slots_read(panel->slots, panel->from));
}

#define SAY(panel, ...) \
    do { \
        const int pairs[][2] = {__VA_ARGS__}; \
        say(panel, pairs, sizeof pairs / sizeof *pairs); \
    } while (0)

/* The contact that lies there is SDL's contact of that number. */
static void number(struct panel *panel, struct glass_mm mm, float x, float y, int64_t id)
{
    int slot = -1;
    float away = slots_nearest(panel->slots, mm, x, y, &slot);
    if (away < 0 || away > 1)
        fail_msg("the nearest contact is %f mm away", (double)away);
    slots_give_number(panel->slots, slot, id);
}

static void assert_mm(struct panel *panel, struct glass_mm mm, int64_t id, double wanted)
{
    double size = (double)slots_major_mm(panel->slots, mm, id);
    if (size < wanted - 0.01 || size > wanted + 0.01)
        fail_msg("contact %d is %f mm, not %f", (int)id, size, wanted);
}

static void two_contacts_are_told_apart_by_their_place(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    SAY(&panel, {TRACKING, 41}, {X, 708}, {Y, 399}, {MAJOR, 120}, {REPORT, 0});
    SAY(&panel, {SLOT, 1}, {TRACKING, 42}, {X, 3540}, {Y, 1995}, {MAJOR, 300}, {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, PALM);
    number(&panel, unknown, 0.1f, 0.1f, THUMB);
    assert_mm(&panel, unknown, THUMB, 12);
    assert_mm(&panel, unknown, PALM, 30);
    assert_mm(&panel, unknown, 99, 0);
    panel_done(&panel);
}

static void without_units_places_are_the_measure(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_no_units);
    SAY(&panel, {TRACKING, 1}, {X, 3540}, {Y, 1995}, {MAJOR, 120}, {REPORT, 0});
    int slot;
    assert_true(slots_nearest(panel.slots, unknown, 0.5f, 0.5f, &slot) < 0);
    number(&panel, p3, 0.5f, 0.5f, THUMB);
    assert_mm(&panel, p3, THUMB, 12);
    SAY(&panel, {MAJOR, 300}, {REPORT, 0});
    assert_mm(&panel, p3, THUMB, 30);
    panel_done(&panel);
}

static void a_contact_is_as_large_as_it_has_been(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    SAY(&panel, {TRACKING, 1}, {X, 3540}, {Y, 1995}, {MAJOR, 120}, {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, PALM);
    SAY(&panel, {MAJOR, 310}, {REPORT, 0}, {MAJOR, 90}, {REPORT, 0}, {TRACKING, -1}, {REPORT, 0});
    assert_mm(&panel, unknown, PALM, 31);
    panel_done(&panel);
}

/* The kernel does not tell again what is as it was in the slot before. */
static void the_next_contact_in_a_slot_is_another(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    SAY(&panel, {TRACKING, 1}, {X, 3540}, {Y, 1995}, {MAJOR, 120}, {REPORT, 0}, {MAJOR, 310}, {REPORT, 0}, {MAJOR, 130},
        {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, PALM);
    SAY(&panel, {TRACKING, -1}, {REPORT, 0}, {TRACKING, 2}, {Y, 399}, {REPORT, 0});
    assert_mm(&panel, unknown, PALM, 0);
    number(&panel, unknown, 0.5f, 0.1f, THUMB);
    assert_mm(&panel, unknown, THUMB, 13);
    slots_take_number(panel.slots, THUMB);
    assert_mm(&panel, unknown, THUMB, 0);
    panel_done(&panel);
}

/* A panel that always says the same, or counts in units of its own, must not shut itself. */
static void sizes_are_believed_once_a_finger_was_seen(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    for (int i = 1; i < 20; i++) {
        SAY(&panel, {TRACKING, i}, {X, 3540}, {Y, 1995}, {MAJOR, 600}, {REPORT, 0});
        number(&panel, unknown, 0.5f, 0.5f, PALM);
        assert_mm(&panel, unknown, PALM, 0);
        SAY(&panel, {TRACKING, -1}, {REPORT, 0});
    }
    SAY(&panel, {TRACKING, 50}, {MAJOR, 110}, {REPORT, 0}, {TRACKING, -1}, {REPORT, 0});
    SAY(&panel, {TRACKING, 51}, {MAJOR, 600}, {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, PALM);
    assert_mm(&panel, unknown, PALM, 60);
    panel_done(&panel);
}

/* What came between is not known; a pipe cannot be asked, so nothing is down until it lands anew. */
static void dropped_reports_are_not_guessed(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    int slot;
    SAY(&panel, {TRACKING, 1}, {X, 3540}, {Y, 1995}, {MAJOR, 120}, {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, THUMB);
    SAY(&panel, {DROPPED, 0}, {MAJOR, 700}, {SLOT, 3}, {TRACKING, 9}, {REPORT, 0});
    assert_mm(&panel, unknown, THUMB, 12);
    assert_true(slots_nearest(panel.slots, unknown, 0.5f, 0.5f, &slot) < 0);
    SAY(&panel, {TRACKING, 10}, {MAJOR, 140}, {REPORT, 0});
    number(&panel, unknown, 0.5f, 0.5f, PALM);
    assert_mm(&panel, unknown, PALM, 14);
    panel_done(&panel);
}

static void slots_beyond_the_last_are_passed_over(void **state)
{
    (void)state;
    struct panel panel = panel_with(tells_units);
    int slot;
    SAY(&panel, {SLOT, 31}, {TRACKING, 1}, {X, 3540}, {Y, 1995}, {MAJOR, 120}, {REPORT, 0});
    SAY(&panel, {SLOT, 32}, {TRACKING, 2}, {X, 10}, {MAJOR, 700}, {SLOT, -1}, {X, 10}, {SLOT, 2000000000}, {Y, 10}, {REPORT, 0});
    assert_true(slots_nearest(panel.slots, unknown, 0.5f, 0.5f, &slot) < 1);
    assert_int_equal(slot, 31);
    panel_done(&panel);
}

static void what_is_no_panel_has_no_slots(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe2(ends, O_NONBLOCK), 0);
    assert_null(slots_open(ends[0]));
    close(ends[0]);
    close(ends[1]);
    slots_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_contacts_are_told_apart_by_their_place),
        cmocka_unit_test(without_units_places_are_the_measure),
        cmocka_unit_test(a_contact_is_as_large_as_it_has_been),
        cmocka_unit_test(the_next_contact_in_a_slot_is_another),
        cmocka_unit_test(sizes_are_believed_once_a_finger_was_seen),
        cmocka_unit_test(dropped_reports_are_not_guessed),
        cmocka_unit_test(slots_beyond_the_last_are_passed_over),
        cmocka_unit_test(what_is_no_panel_has_no_slots),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
