/* The settings file: good lines are taken, bad ones named and skipped. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ops/config.h"

/* Reads text as a settings file; the complaints, with FILE for its path, are the caller's to free. */
static char *read_text(struct config *config, const char *text, size_t size)
{
    char path[] = "/tmp/vitrine-config-XXXXXX", *said = NULL, *out = NULL, *at, *found;
    size_t said_size, out_size;
    int file = mkstemp(path);
    FILE *complaints, *shortened;

    assert_true(file >= 0);
    assert_int_equal(write(file, text, size), size);
    close(file);
    complaints = open_memstream(&said, &said_size);
    assert_true(config_read(config, path, complaints));
    fclose(complaints);
    unlink(path);
    shortened = open_memstream(&out, &out_size);
    for (at = said; (found = strstr(at, path)); at = found + strlen(path))
        fprintf(shortened, "%.*sFILE", (int)(found - at), at);
    fputs(at, shortened);
    fclose(shortened);
    free(said);
    return out;
}

static struct config config_from(const char *text, const char *complaints)
{
    struct config config = config_default();
    char *said = read_text(&config, text, strlen(text));

    assert_string_equal(said, complaints);
    free(said);
    return config;
}

static void defaults_are_those_of_an_installed_kiosk(void **state)
{
    (void)state;
    struct config config = config_default();

    assert_string_equal(config.packs, "/var/lib/vitrine/packs");
    assert_string_equal(config.profile, "");
    assert_int_equal(config.rotate, 0);
    assert_true(config.fullscreen);
    assert_int_equal(config.idle_s, 0);
    assert_false(config.reduced_motion);
    assert_int_equal(config.renderer, CONFIG_RENDERER_AUTO);
    assert_int_equal(config.active_w_mm, 0);
    assert_int_equal(config.active_h_mm, 0);
    assert_int_equal(config.viewing_mm, 0);
    assert_int_equal(config.bottom_edge_mm, 0);
    assert_int_equal(config.debounce_ms, 120);
    assert_int_equal(config.night_from, -1);
    assert_int_equal(config.night_to, -1);
    assert_string_equal(config.keys[CONFIG_KEYS_PREV], "");
}

static void every_setting_is_read(void **state)
{
    (void)state;
    struct config config = config_from("packs = /srv/my packs\nprofile=P6\nrotate = 90\nfullscreen = no\nidle = 45\n"
                                       "reduced-motion = yes\nrenderer = software\nmount.bottom_edge_mm = 760\n"
                                       "active_mm = 476 x 268\nviewing_mm = 650\n"
                                       "debounce_ms = 0\nkeys.prev = Up, Shift+Tab\nkeys.page_down=none\n"
                                       "night.from = 21:30\nnight.to = 09:00\n", "");

    assert_string_equal(config.packs, "/srv/my packs");
    assert_string_equal(config.profile, "P6");
    assert_int_equal(config.rotate, 90);
    assert_false(config.fullscreen);
    assert_int_equal(config.idle_s, 45);
    assert_true(config.reduced_motion);
    assert_int_equal(config.renderer, CONFIG_RENDERER_SOFTWARE);
    assert_int_equal(config.bottom_edge_mm, 760);
    assert_int_equal(config.active_w_mm, 476);
    assert_int_equal(config.active_h_mm, 268);
    assert_int_equal(config.viewing_mm, 650);
    assert_int_equal(config.debounce_ms, 0);
    assert_int_equal(config.night_from, 21 * 60 + 30);
    assert_int_equal(config.night_to, 9 * 60);
    assert_string_equal(config.keys[CONFIG_KEYS_PREV], "Up, Shift+Tab");
    assert_string_equal(config.keys[CONFIG_KEYS_PAGE_DOWN], "none");
}

static void comments_blanks_and_line_ends_of_other_systems_do_no_harm(void **state)
{
    (void)state;
    struct config config = config_from("\xEF\xBB\xBF# the panel\r\n\r\n   profile = P2   # seven inches\r\n\t\r\nidle=90", "");

    assert_string_equal(config.profile, "P2");
    assert_int_equal(config.idle_s, 90);
}

static void later_line_wins(void **state)
{
    (void)state;
    assert_int_equal(config_from("rotate = 90\nrotate = 270\n", "").rotate, 270);
}

static void bad_lines_are_named_and_skipped(void **state)
{
    (void)state;
    static const struct {
        const char *line, *complaint;
    } cases[] = {
        {"rotate = 45", "FILE:2: rotate = 45: write 0, 90, 180 or 270\n"},
        {"rotate = 360", "FILE:2: rotate = 360: write 0, 90, 180 or 270\n"},
        {"rotate = 90 degrees", "FILE:2: rotate = 90 degrees: write 0, 90, 180 or 270\n"},
        {"rotate =", "FILE:2: rotate = : write 0, 90, 180 or 270\n"},
        {"profile = P8", "FILE:2: profile = P8: write one of P1 to P7\n"},
        {"profile = P33", "FILE:2: profile = P33: write one of P1 to P7\n"},
        {"fullscreen = true", "FILE:2: fullscreen = true: write yes or no\n"},
        {"reduced-motion = 1", "FILE:2: reduced-motion = 1: write yes or no\n"},
        {"idle = 29", "FILE:2: idle = 29: write 30 to 600 seconds\n"},
        {"idle = 601", "FILE:2: idle = 601: write 30 to 600 seconds\n"},
        {"idle = 99999999999999999999", "FILE:2: idle = 99999999999999999999: write 30 to 600 seconds\n"},
        {"renderer = gpu", "FILE:2: renderer = gpu: write auto, software or accelerated\n"},
        {"active_mm = 476", "FILE:2: active_mm = 476: write width x height of what lights up, each 50 to 5000 millimetres\n"},
        {"active_mm = 476 x 268 mm", "FILE:2: active_mm = 476 x 268 mm: write width x height of what lights up, each 50 "
                                     "to 5000 millimetres\n"},
        {"active_mm = 47 x 268", "FILE:2: active_mm = 47 x 268: write width x height of what lights up, each 50 to 5000 "
                                 "millimetres\n"},
        {"viewing_mm = 70 cm", "FILE:2: viewing_mm = 70 cm: write the distance between eye and panel, 200 to 5000 millimetres\n"},
        {"mount.bottom_edge_mm = 0", "FILE:2: mount.bottom_edge_mm = 0: write the height of the panel's lower edge above the "
                                     "floor, 1 to 2500 millimetres\n"},
        {"night.from = 24:00", "FILE:2: night.from = 24:00: write a time of day as 21:30\n"},
        {"night.from = 9:00", "FILE:2: night.from = 9:00: write a time of day as 21:30\n"},
        {"night.to = 09:60", "FILE:2: night.to = 09:60: write a time of day as 09:00\n"},
        {"night.to = 0900", "FILE:2: night.to = 0900: write a time of day as 09:00\n"},
        {"debounce_ms = 801", "FILE:2: debounce_ms = 801: write 0 to 800 milliseconds\n"},
        {"keys.prev =", "FILE:2: keys.prev = : write names of keys separated by commas, or none\n"},
        {"keys.up = Up", "FILE:2: there is no setting \"keys.up\"\n"},
        {"packs =", "FILE:2: packs = : write a folder or file\n"},
        {"colour = red", "FILE:2: there is no setting \"colour\"\n"},
        {"= 7", "FILE:2: there is no setting \"\"\n"},
        {"fullscreen", "FILE:2: fullscreen: write name = value\n"},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[200];
        struct config config, untouched = config_default();

        snprintf(text, sizeof(text), "# a line before\n%s\nidle = 77\n", cases[i].line);
        config = config_from(text, cases[i].complaint);
        assert_int_equal(config.idle_s, 77);
        assert_int_equal(config.rotate, untouched.rotate);
        assert_int_equal(config.active_w_mm, 0);
        assert_string_equal(config.profile, untouched.profile);
        assert_string_equal(config.packs, untouched.packs);
        assert_int_equal(config.fullscreen, untouched.fullscreen);
    }
}

static void long_line_is_one_line(void **state)
{
    (void)state;
    char *text = malloc(20000);
    struct config config = config_default();
    char *said;

    memset(text, 'x', 20000);
    text[0] = '#';
    memcpy(text + 19980, " rotate = 90\nidle=50", 20);
    said = read_text(&config, text, 20000);
    assert_string_equal(said, "");
    assert_int_equal(config.rotate, 0);
    assert_int_equal(config.idle_s, 50);
    free(said);
    free(text);
}

static void overlong_path_is_refused(void **state)
{
    (void)state;
    struct config config = config_default();
    char path[CONFIG_PATH_SIZE + 1], *said = NULL;
    size_t size;
    FILE *complaints = open_memstream(&said, &size);

    memset(path, 'p', sizeof(path) - 1);
    path[sizeof(path) - 1] = '\0';
    assert_false(config_set(&config, "packs", path, complaints));
    path[CONFIG_PATH_SIZE - 1] = '\0';
    assert_true(config_set(&config, "packs", path, complaints));
    assert_string_equal(config.packs, path);
    fclose(complaints);
    free(said);
}

static void bytes_of_any_kind_do_no_harm(void **state)
{
    (void)state;
    struct config config = config_default();
    char bytes[512], *said;

    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (char)(i * 37);
    said = read_text(&config, bytes, sizeof(bytes));
    assert_string_equal(config.packs, config_default().packs);
    free(said);
}

static void missing_file_and_folder_are_told(void **state)
{
    (void)state;
    struct config config = config_default();

    assert_false(config_read(&config, "/nonexistent/vitrine.conf", stderr));
    assert_false(config_read(&config, "/tmp", stderr));
    assert_string_equal(config.packs, config_default().packs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_those_of_an_installed_kiosk),
        cmocka_unit_test(every_setting_is_read),
        cmocka_unit_test(comments_blanks_and_line_ends_of_other_systems_do_no_harm),
        cmocka_unit_test(later_line_wins),
        cmocka_unit_test(bad_lines_are_named_and_skipped),
        cmocka_unit_test(long_line_is_one_line),
        cmocka_unit_test(overlong_path_is_refused),
        cmocka_unit_test(bytes_of_any_kind_do_no_harm),
        cmocka_unit_test(missing_file_and_folder_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
