/* Pipes with the names of input devices stand for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "platform/watch.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>
#include <unistd.h>

/* The kernel says nothing about a pipe: event1 is a panel of 708 x 399 mm with ten values a millimetre. */
struct slots *__wrap_slots_open(int fd);
struct slots *__wrap_slots_open(int fd)
{
    char link[64], path[128] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    assert_true(readlink(link, path, sizeof path - 1) > 0);
    return strstr(path, "event1") ? slots_create((struct slot_axes){{0, 7080, 10}, {0, 3990, 10}, {0, 2000, 10}}) : NULL;
}

struct folder {
    char path[64], device[96], other[96];
};

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    strcpy(folder->path, "/tmp/vitrine-watch-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->device, sizeof folder->device, "%s/event0", folder->path);
    snprintf(folder->other, sizeof folder->other, "%s/event1", folder->path);
    assert_int_equal(mkfifo(folder->device, 0600), 0);
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    unlink(folder->device);
    unlink(folder->other);
    rmdir(folder->path);
    free(folder);
    return 0;
}

static int speaker_of(const char *device)
{
    int fd = open(device, O_WRONLY | O_NONBLOCK);
    assert_true(fd >= 0);
    return fd;
}

static void wakes_when_a_device_speaks(void **state)
{
    struct folder *folder = *state;
    struct watch *watch = watch_create(folder->path, false);
    int speaker = speaker_of(folder->device);
    assert_false(watch_wait(watch, 0));
    assert_int_equal(write(speaker, "touch", 5), 5);
    assert_true(watch_wait(watch, 0));
    assert_false(watch_wait(watch, 0));
    assert_int_equal(write(speaker, "touch", 5), 5);
    assert_true(watch_wait(watch, -1));
    close(speaker);
    watch_destroy(watch);
}

static void hears_a_device_that_was_plugged_in(void **state)
{
    struct folder *folder = *state;
    struct watch *watch = watch_create(folder->path, false);
    assert_int_equal(mkfifo(folder->other, 0600), 0);
    assert_false(watch_wait(watch, 0));
    assert_false(watch_wait(watch, 0));
    int speaker = speaker_of(folder->other);
    assert_int_equal(write(speaker, "touch", 5), 5);
    assert_true(watch_wait(watch, 0));
    close(speaker);
    watch_destroy(watch);
}

static void goes_on_when_a_device_is_gone(void **state)
{
    struct folder *folder = *state;
    struct watch *watch = watch_create(folder->path, false);
    assert_int_equal(mkfifo(folder->other, 0600), 0);
    watch_wait(watch, 0);
    watch_wait(watch, 0);
    int gone = speaker_of(folder->device), speaker = speaker_of(folder->other);
    unlink(folder->device);
    close(gone);
    for (int i = 0; i < 3; i++)
        assert_false(watch_wait(watch, 0));
    assert_int_equal(write(speaker, "touch", 5), 5);
    assert_true(watch_wait(watch, 0));
    close(speaker);
    watch_destroy(watch);
}

/* ---- sizes of contacts ---- */

static void say(int speaker, int code, int value)
{
    struct input_event event = {.type = EV_ABS, .code = (uint16_t)code, .value = value};
    assert_int_equal(write(speaker, &event, sizeof event), sizeof event);
}

static void end_report(int speaker)
{
    struct input_event event = {.type = EV_SYN, .code = SYN_REPORT};
    assert_int_equal(write(speaker, &event, sizeof event), sizeof event);
}

static void say_contact(int speaker, int slot, int x, int y, int major)
{
    say(speaker, ABS_MT_SLOT, slot);
    say(speaker, ABS_MT_TRACKING_ID, x);
    say(speaker, ABS_MT_POSITION_X, x);
    say(speaker, ABS_MT_POSITION_Y, y);
    say(speaker, ABS_MT_TOUCH_MAJOR, major);
    end_report(speaker);
}

static void assert_mm(float size, double wanted)
{
    if ((double)size < wanted - 0.01 || (double)size > wanted + 0.01)
        fail_msg("%f mm, not %f", (double)size, wanted);
}

static void contacts_of_a_panel_have_their_sizes(void **state)
{
    struct folder *folder = *state;
    assert_int_equal(mkfifo(folder->other, 0600), 0);
    for (int only_panels = 0; only_panels < 2; only_panels++) {
        struct watch *watch = watch_create(folder->path, only_panels);
        int speaker = speaker_of(folder->other);
        say_contact(speaker, 0, 708, 399, 120);
        say_contact(speaker, 1, 3540, 1995, 300);
        assert_mm(watch_major_mm(watch, 70, TOUCH_DOWN, 0.11f, 0.1f), 12);
        assert_mm(watch_major_mm(watch, 71, TOUCH_DOWN, 0.5f, 0.5f), 30);
        assert_mm(watch_major_mm(watch, 72, TOUCH_DOWN, 0.9f, 0.5f), 0);
        say(speaker, ABS_MT_TRACKING_ID, -1);
        end_report(speaker);
        assert_mm(watch_major_mm(watch, 71, TOUCH_UP, 0.9f, 0.9f), 30);
        /* a number may come again */
        say_contact(speaker, 1, 6372, 3591, 90);
        assert_mm(watch_major_mm(watch, 70, TOUCH_DOWN, 0.9f, 0.9f), 9);
        close(speaker);
        watch_destroy(watch);
    }
}

/* SDL has the same to say, whoever read it first. */
static void what_was_read_for_a_size_wakes_all_the_same(void **state)
{
    struct folder *folder = *state;
    assert_int_equal(mkfifo(folder->other, 0600), 0);
    struct watch *watch = watch_create(folder->path, false);
    int speaker = speaker_of(folder->other);
    say_contact(speaker, 0, 708, 399, 120);
    watch_major_mm(watch, 70, TOUCH_DOWN, 0.1f, 0.1f);
    assert_true(watch_wait(watch, -1));
    assert_false(watch_wait(watch, 0));
    close(speaker);
    watch_destroy(watch);
}

static void a_panel_that_comes_back_tells_sizes_again(void **state)
{
    struct folder *folder = *state;
    struct watch *watch = watch_create(folder->path, true);
    assert_mm(watch_major_mm(watch, 70, TOUCH_DOWN, 0.1f, 0.1f), 0);
    for (int round = 0; round < 2; round++) {
        assert_int_equal(mkfifo(folder->other, 0600), 0);
        watch_major_mm(watch, 70, TOUCH_UP, 0.1f, 0.1f); /* hears that something came */
        watch_major_mm(watch, 70, TOUCH_UP, 0.1f, 0.1f); /* opens it */
        int speaker = speaker_of(folder->other);
        say_contact(speaker, 0, 708, 399, 120);
        assert_mm(watch_major_mm(watch, 70, TOUCH_DOWN, 0.1f, 0.1f), 12);
        unlink(folder->other);
        close(speaker);
        assert_mm(watch_major_mm(watch, 70, TOUCH_UP, 0.1f, 0.1f), 12);
        assert_mm(watch_major_mm(watch, 70, TOUCH_UP, 0.1f, 0.1f), 0);
    }
    watch_destroy(watch);
}

static void without_devices_it_only_sleeps(void **state)
{
    (void)state;
    struct watch *nowhere = watch_create("/no/such/folder", false), *none = watch_create(NULL, false);
    watch_note_activity(nowhere);
    assert_mm(watch_major_mm(nowhere, 1, TOUCH_DOWN, 0.5f, 0.5f), 0);
    assert_mm(watch_major_mm(none, 1, TOUCH_DOWN, 0.5f, 0.5f), 0);
    assert_false(watch_wait(nowhere, 1));
    assert_false(watch_wait(nowhere, -1));
    assert_false(watch_wait(none, 1));
    watch_destroy(nowhere);
    watch_destroy(none);
    watch_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wakes_when_a_device_speaks, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(hears_a_device_that_was_plugged_in, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(goes_on_when_a_device_is_gone, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(contacts_of_a_panel_have_their_sizes, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(what_was_read_for_a_size_wakes_all_the_same, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(a_panel_that_comes_back_tells_sizes_again, make_folder, remove_folder),
        cmocka_unit_test(without_devices_it_only_sleeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
