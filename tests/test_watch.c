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
#include <sys/stat.h>
#include <unistd.h>

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
    struct watch *watch = watch_create(folder->path);
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
    struct watch *watch = watch_create(folder->path);
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
    struct watch *watch = watch_create(folder->path);
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

static void without_devices_it_only_sleeps(void **state)
{
    (void)state;
    struct watch *nowhere = watch_create("/no/such/folder"), *none = watch_create(NULL);
    watch_note_activity(nowhere);
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
        cmocka_unit_test(without_devices_it_only_sleeps),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
