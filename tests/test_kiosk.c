/*
 * The running program's parts and the folder of packs: another pack is taken over while nobody visits, a damaged one gives way to
 * the one before it, and without any there is still a screen (product.md; rules I12, V1).
 */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "kiosk.h"
#include "kiosk_room.h"
#include "repack.h"
#include "screen/stage.h"

enum { FRAME_MS = 16, LOOK_MS = 6000 };

struct museum {
    char folder[64];
    struct options options;
    struct kiosk kiosk;
    int64_t now_ms;
};

/* ---- files ---- */

static void path_of(const struct museum *museum, const char *name, char path[256])
{
    snprintf(path, 256, "%s/%s", museum->folder, name);
}

/* A file whose time is that many seconds after the others'. */
static void put(const struct museum *museum, const char *name, const void *bytes, size_t size, int seconds)
{
    struct timespec times[2] = {{.tv_sec = 1700000000 + seconds}, {.tv_sec = 1700000000 + seconds}};
    char path[256];
    FILE *file;

    path_of(museum, name, path);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void put_exhibit(const struct museum *museum, const char *name, int seconds)
{
    FILE *in = fopen(BINARY_DIR "/eight-years-four-voices.vpack", "r");
    struct stat facts;
    void *bytes;

    assert_non_null(in);
    assert_int_equal(fstat(fileno(in), &facts), 0);
    bytes = malloc((size_t)facts.st_size);
    assert_non_null(bytes);
    assert_int_equal(fread(bytes, 1, (size_t)facts.st_size, in), facts.st_size);
    fclose(in);
    put(museum, name, bytes, (size_t)facts.st_size, seconds);
    free(bytes);
}

static void put_lighthouse(const struct museum *museum, const char *name, int seconds)
{
    size_t size;
    uint8_t *bytes = room_lighthouse(&size);

    put(museum, name, bytes, size, seconds);
    free(bytes);
}

/* Its structure and sections are right, its texts from some part on are not: nobody notices before they are read. */
static void put_damaged_exhibit(const struct museum *museum, const char *name, int seconds, int from_percent)
{
    struct pack *pack;
    struct repack repack;

    assert_int_equal(pack_open(BINARY_DIR "/eight-years-four-voices.vpack", &pack), PACK_OK);
    repack = repack_open(pack);
    for (uint32_t i = repack.stored[SECTION_TEXT] / 100 * (uint32_t)from_percent; i < repack.stored[SECTION_TEXT]; i += 997)
        repack.bytes[repack.start[SECTION_TEXT] + i] ^= 0x20;
    repack_sum(repack.bytes, repack.size);
    put(museum, name, repack.bytes, repack.size, seconds);
    repack_close(&repack);
    pack_close(pack);
}

/* ---- the museum ---- */

static void open_museum(struct museum *museum)
{
    memset(museum, 0, sizeof *museum);
    snprintf(museum->folder, sizeof museum->folder, "/tmp/vitrine-museum-XXXXXX");
    assert_non_null(mkdtemp(museum->folder));
    museum->options = (struct options){.config = config_default(), .manual_clock = true};
    snprintf(museum->options.config.packs, sizeof museum->options.config.packs, "%s", museum->folder);
    snprintf(museum->options.config.profile, sizeof museum->options.config.profile, "P1");
    museum->options.config.fullscreen = false;
    museum->now_ms = 1000;
}

static void open_doors(struct museum *museum)
{
    assert_true(kiosk_init(&museum->kiosk, &museum->options, museum->now_ms));
}

static void pass(struct museum *museum, int64_t ms)
{
    for (int64_t end = museum->now_ms + ms; museum->now_ms < end;) {
        museum->now_ms += FRAME_MS;
        kiosk_turn(&museum->kiosk, museum->now_ms);
    }
}

static void close_museum(struct museum *museum)
{
    static const char *const names[] = {"a.vpack", "b.vpack", "c.vpack"};

    kiosk_done(&museum->kiosk);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[256];

        path_of(museum, names[i], path);
        unlink(path);
    }
    assert_int_equal(rmdir(museum->folder), 0);
}

static const char *shown(const struct museum *museum)
{
    return pack_exhibit(stage_pack(museum->kiosk.stage)).id;
}

static const char *screen(const struct museum *museum)
{
    return stage_screen_name(museum->kiosk.stage);
}

static void tap(struct museum *museum, float x, float y)
{
    struct touch touch = {.phase = TOUCH_DOWN, .id = 1, .x = x, .y = y, .time_ms = museum->now_ms};

    stage_touch(museum->kiosk.stage, touch);
    pass(museum, 64);
    touch.phase = TOUCH_UP;
    touch.time_ms = museum->now_ms;
    stage_touch(museum->kiosk.stage, touch);
    pass(museum, 500);
}

static const char exhibit_id[] = "eight-years-four-voices", lighthouse_id[] = "lighthouse-of-the-cape";

/* ---- cases ---- */

static void a_newer_pack_is_taken_over_while_nobody_visits(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_lighthouse(&museum, "a.vpack", 0);
    open_doors(&museum);
    pass(&museum, 500);
    assert_string_equal(shown(&museum), lighthouse_id);
    put_exhibit(&museum, "b.vpack", 10);
    pass(&museum, LOOK_MS);
    assert_string_equal(shown(&museum), exhibit_id);
    assert_string_equal(screen(&museum), "attract");
    close_museum(&museum);
}

static void a_visit_is_not_disturbed_by_a_newer_pack(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_exhibit(&museum, "a.vpack", 0);
    open_doors(&museum);
    pass(&museum, 500);
    tap(&museum, 60, 60);
    assert_string_equal(screen(&museum), "timeline");
    put_lighthouse(&museum, "b.vpack", 10);
    pass(&museum, 3 * LOOK_MS);
    assert_string_equal(shown(&museum), exhibit_id);
    assert_string_equal(screen(&museum), "timeline");
    pass(&museum, 100000); /* the question, the reset, another look */
    assert_string_equal(shown(&museum), lighthouse_id);
    assert_string_equal(screen(&museum), "attract");
    close_museum(&museum);
}

static void a_pack_that_is_no_pack_is_passed_over(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_exhibit(&museum, "a.vpack", 0);
    put(&museum, "b.vpack", "no pack at all", 14, 10);
    open_doors(&museum);
    pass(&museum, 500);
    assert_string_equal(shown(&museum), exhibit_id);
    close_museum(&museum);
}

static void a_pack_damaged_inside_gives_way_to_the_one_before_it(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_lighthouse(&museum, "a.vpack", 0);
    put_damaged_exhibit(&museum, "b.vpack", 10, 0);
    open_doors(&museum);
    pass(&museum, 500);
    assert_string_equal(shown(&museum), lighthouse_id);
    assert_string_equal(screen(&museum), "attract");
    pass(&museum, 3 * LOOK_MS); /* and is not taken again */
    assert_string_equal(shown(&museum), lighthouse_id);
    close_museum(&museum);
}

/* I12: a visit that meets the damage ends at the attract screen of another exhibit, not with an error. */
static void damage_met_in_a_visit_leads_to_the_attract_screen(void **state)
{
    struct museum museum;
    struct stop stop = {.screen = SCREEN_EVENT, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};

    (void)state;
    open_museum(&museum);
    put_lighthouse(&museum, "a.vpack", 0);
    put_damaged_exhibit(&museum, "b.vpack", 10, 95);
    open_doors(&museum);
    pass(&museum, 500);
    assert_string_equal(shown(&museum), exhibit_id);
    tap(&museum, 60, 60);
    for (int i = 0; i < 4 * 91 && strcmp(shown(&museum), exhibit_id) == 0; i++) {
        stop.entry = i % 91;
        stage_visit(museum.kiosk.stage, i / 91, stop, museum.now_ms);
        pass(&museum, 100);
    }
    assert_string_equal(shown(&museum), lighthouse_id);
    assert_string_equal(screen(&museum), "attract");
    close_museum(&museum);
}

static void without_a_usable_pack_the_built_in_one_is_shown(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_damaged_exhibit(&museum, "a.vpack", 0, 0);
    open_doors(&museum);
    pass(&museum, LOOK_MS);
    tap(&museum, 60, 60);
    pass(&museum, 2000);
    assert_string_equal(screen(&museum), "error");
    put_exhibit(&museum, "b.vpack", 10);
    pass(&museum, LOOK_MS);
    assert_string_equal(shown(&museum), exhibit_id);
    assert_string_equal(screen(&museum), "attract");
    close_museum(&museum);
}

/* I1: hours without a call, as after a suspend that the clock has counted, are as if nobody had touched: never a crash. */
static void a_leap_of_the_clock_at_rest_changes_nothing(void **state)
{
    struct museum museum;

    (void)state;
    open_museum(&museum);
    put_exhibit(&museum, "a.vpack", 0);
    open_doors(&museum);
    pass(&museum, 500);
    museum.now_ms += 40LL * 86400 * 1000;
    pass(&museum, 1000);
    assert_string_equal(screen(&museum), "attract");
    tap(&museum, 60, 60);
    assert_string_equal(screen(&museum), "timeline");
    close_museum(&museum);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_newer_pack_is_taken_over_while_nobody_visits),
        cmocka_unit_test(a_visit_is_not_disturbed_by_a_newer_pack),
        cmocka_unit_test(a_pack_that_is_no_pack_is_passed_over),
        cmocka_unit_test(a_pack_damaged_inside_gives_way_to_the_one_before_it),
        cmocka_unit_test(damage_met_in_a_visit_leads_to_the_attract_screen),
        cmocka_unit_test(without_a_usable_pack_the_built_in_one_is_shown),
        cmocka_unit_test(a_leap_of_the_clock_at_rest_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
