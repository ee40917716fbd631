/*
 * Which pack is shown: the newest good one, else an older one, else the one inside the program. The reader is replaced by one
 * that calls a file good when it begins with G.
 */
#include <dirent.h>
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

#include "log.h"
#include "ops/builtin.h"
#include "ops/packs.h"

struct pack {
    char name[64];
};

static struct pack opened;
static int open_count;

enum pack_error pack_open(const char *path, struct pack **out)
{
    FILE *file = fopen(path, "r");
    int first = file ? fgetc(file) : EOF;

    open_count++;
    if (file)
        fclose(file);
    snprintf(opened.name, sizeof(opened.name), "%s", strrchr(path, '/') + 1);
    *out = first == 'G' ? &opened : NULL;
    return first == 'G' ? PACK_OK : PACK_CHECKSUM;
}

enum pack_error pack_open_memory(const uint8_t *bytes, size_t size, struct pack **out)
{
    assert_ptr_equal(bytes, builtin_pack());
    assert_int_equal(size, builtin_pack_size());
    snprintf(opened.name, sizeof(opened.name), "built-in");
    *out = &opened;
    return PACK_OK;
}

const char *pack_error_text(enum pack_error error)
{
    return error == PACK_OK ? "good" : "damaged";
}

const uint8_t *builtin_pack(void)
{
    return (const uint8_t *)"builtin";
}

size_t builtin_pack_size(void)
{
    return 7;
}

void log_line(enum log_level level, const char *room, const char *format, ...)
{
    (void)level;
    (void)room;
    (void)format;
}

/* ---- a folder ---- */

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof(folder), "/tmp/vitrine-packs-XXXXXX");
    open_count = 0;
    return mkdtemp(folder) ? 0 : -1;
}

static void path_in(const char *name, char path[400])
{
    snprintf(path, 400, "%s/%s", folder, name);
}

static int remove_folder(void **state)
{
    (void)state;
    DIR *listing = opendir(folder);
    char path[400];

    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        path_in(entry->d_name, path);
        if (unlink(path) != 0)
            rmdir(path);
    }
    if (listing)
        closedir(listing);
    return rmdir(folder);
}

static void put(const char *name, const char *content, int hour)
{
    char path[400];
    FILE *file;
    struct timespec times[2] = {{.tv_sec = 1000000 + hour * 3600}, {.tv_sec = 1000000 + hour * 3600}};

    path_in(name, path);
    file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void assert_takes(struct packs *packs, const char *name)
{
    bool is_builtin;

    assert_string_equal(packs_take(packs, &is_builtin)->name, name);
    assert_int_equal(is_builtin, strcmp(name, "built-in") == 0);
    assert_string_equal(packs_name(packs), name);
}

static void newest_pack_is_taken(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("a.vpack", "G", 3);
    put("b.vpack", "G", 9);
    put("c.vpack", "G", 5);
    assert_takes(packs, "b.vpack");
    assert_int_equal(open_count, 1);
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

static void of_equally_new_packs_the_last_by_name_is_taken(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("1922-1.vpack", "G", 3);
    put("1922-2.vpack", "G", 3);
    assert_takes(packs, "1922-2.vpack");
    packs_destroy(packs);
}

static void damaged_pack_gives_way_to_the_last_good_one(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("good.vpack", "G", 1);
    put("newer.vpack", "bad", 2);
    put("newest.vpack", "bad", 3);
    assert_takes(packs, "good.vpack");
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

static void damaged_pack_is_not_opened_again_until_it_changes(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("copy.vpack", "half", 3);
    assert_takes(packs, "built-in");
    assert_takes(packs, "built-in");
    assert_int_equal(open_count, 1);
    assert_false(packs_have_changed(packs));
    put("copy.vpack", "Good whole", 3); /* the same time, another size */
    assert_true(packs_have_changed(packs));
    assert_takes(packs, "copy.vpack");
    packs_destroy(packs);
}

static void without_a_usable_pack_the_one_inside_is_shown(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    assert_takes(packs, "built-in");
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

static void folder_may_come_later(void **state)
{
    (void)state;
    struct packs *packs;

    assert_int_equal(rmdir(folder), 0);
    packs = packs_create(folder);
    assert_takes(packs, "built-in");
    assert_int_equal(mkdir(folder, 0700), 0);
    put("first.vpack", "G", 1);
    assert_true(packs_have_changed(packs));
    assert_takes(packs, "first.vpack");
    packs_destroy(packs);
}

static void newer_pack_is_noticed_and_taken(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("a.vpack", "G", 1);
    assert_takes(packs, "a.vpack");
    put("b.vpack", "G", 2);
    assert_true(packs_have_changed(packs));
    assert_takes(packs, "b.vpack");
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

static void older_pack_put_beside_changes_nothing(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("a.vpack", "G", 5);
    assert_takes(packs, "a.vpack");
    put("b.vpack", "G", 2);
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

static void same_name_with_new_content_is_another_pack(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("a.vpack", "G", 5);
    assert_takes(packs, "a.vpack");
    put("a.vpack", "G", 6);
    assert_true(packs_have_changed(packs));
    packs_destroy(packs);
}

static void condemned_pack_gives_way_until_it_is_replaced(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);

    put("old.vpack", "G", 1);
    put("rotten.vpack", "G", 2);
    assert_takes(packs, "rotten.vpack");
    packs_condemn(packs);
    assert_true(packs_have_changed(packs));
    assert_takes(packs, "old.vpack");
    put("rotten.vpack", "Good", 2);
    assert_true(packs_have_changed(packs));
    assert_takes(packs, "rotten.vpack");
    packs_destroy(packs);
}

static void only_packs_are_looked_at(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);
    char path[400];

    put("notes.txt", "G", 1);
    put(".hidden.vpack", "G", 2);
    put(".vpack", "G", 3);
    put("copy.vpack.part", "G", 4);
    path_in("folder.vpack", path);
    assert_int_equal(mkdir(path, 0700), 0);
    path_in("pipe.vpack", path);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_takes(packs, "built-in");
    assert_int_equal(open_count, 0);
    packs_destroy(packs);
}

static void single_file_is_shown_from_where_it_lies(void **state)
{
    (void)state;
    char path[400];
    struct packs *packs;

    put("one.vpack", "G", 1);
    put("other.vpack", "G", 2);
    path_in("one.vpack", path);
    packs = packs_create(path);
    assert_takes(packs, "one.vpack");
    put("one.vpack", "bad", 3);
    assert_takes(packs, "built-in");
    packs_destroy(packs);
}

static void many_damaged_packs_do_not_hide_a_good_one(void **state)
{
    (void)state;
    struct packs *packs = packs_create(folder);
    char name[32];

    put("good.vpack", "G", 0);
    for (int i = 0; i < 100; i++) {
        snprintf(name, sizeof(name), "bad%d.vpack", i);
        put(name, "bad", 1 + i);
    }
    assert_takes(packs, "good.vpack");
    assert_false(packs_have_changed(packs));
    packs_destroy(packs);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(newest_pack_is_taken),
        IN_FOLDER(of_equally_new_packs_the_last_by_name_is_taken),
        IN_FOLDER(damaged_pack_gives_way_to_the_last_good_one),
        IN_FOLDER(damaged_pack_is_not_opened_again_until_it_changes),
        IN_FOLDER(without_a_usable_pack_the_one_inside_is_shown),
        IN_FOLDER(folder_may_come_later),
        IN_FOLDER(newer_pack_is_noticed_and_taken),
        IN_FOLDER(older_pack_put_beside_changes_nothing),
        IN_FOLDER(same_name_with_new_content_is_another_pack),
        IN_FOLDER(condemned_pack_gives_way_until_it_is_replaced),
        IN_FOLDER(only_packs_are_looked_at),
        IN_FOLDER(single_file_is_shown_from_where_it_lies),
        IN_FOLDER(many_damaged_packs_do_not_hide_a_good_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
