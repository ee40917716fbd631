/*
 * vitrine-bench: the budgets of the product, measured on this machine, on the default pack and on generated ones. Compare medians of
 * one run; times of different runs or machines say little.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/generate.h"
#include "bench/motion.h"
#include "bench/process.h"
#include "bench/sample.h"
#include "bench/table.h"
#include "bench/texts.h"
#include "kiosk.h"
#include "screen/stage.h"

enum { PATH_SIZE = 4096, STARTS = 7, ROUNDS = 41, IDLE_MS = 10000, SIZES_MAX = 4 };

struct bench {
    struct table table;
    char folder[PATH_SIZE]; /* for everything written, removed at the end */
    char kiosk[PATH_SIZE], compiler[PATH_SIZE], pack[PATH_SIZE], content[PATH_SIZE], assets[PATH_SIZE];
    int sizes[SIZES_MAX], size_count;
    bool has_display;
};

static const char usage[] =
    "usage: vitrine-bench [--content DIR] [--entries N[,N…]]\n"
    "Measures the program beside it. DIR: the content folder with its strings (content); N: sizes of generated packs\n"
    "(1000,10000,100000). Run it on a desktop or under Xvfb with a screen of 1920x1080 or more.\n";

/* ---- programs ---- */

static bool find_programs(struct bench *bench)
{
    char here[PATH_SIZE - 64];
    ssize_t length = readlink("/proc/self/exe", here, sizeof(here) - 1);
    char *slash;

    if (length < 0)
        return false;
    here[length] = '\0';
    slash = strrchr(here, '/');
    *slash = '\0';
    snprintf(bench->kiosk, sizeof(bench->kiosk), "%s/vitrine", here);
    snprintf(bench->compiler, sizeof(bench->compiler), "%s/vitrine-pack", here);
    snprintf(bench->pack, sizeof(bench->pack), "%s/eight-years-four-voices.vpack", here);
    return access(bench->kiosk, X_OK) == 0 && access(bench->compiler, X_OK) == 0 && access(bench->pack, R_OK) == 0;
}

static struct process start_kiosk(struct bench *bench, const char *pack, const char *frames, const char *script)
{
    char *arguments[] = {bench->kiosk, "--window", "--size", "1920x1080", "--pack", (char *)pack, "--frame-log",
                         (char *)frames, script ? "--script" : NULL, (char *)script, script ? "--out" : NULL,
                         bench->folder, NULL};

    return process_start(arguments);
}

/* ---- rows ---- */

static double start_once(struct bench *bench, const char *pack, bool is_evicted, long *pss_kib)
{
    char frames[PATH_SIZE + 16];
    struct process process;
    double shown = -1;

    snprintf(frames, sizeof(frames), "%s/frames", bench->folder);
    if (is_evicted) {
        unlink(frames);
        process = start_kiosk(bench, pack, frames, NULL);
        process_await_file(&process, frames, 10000);
        process_evict_files(process.pid);
        process_end(&process);
    }
    unlink(frames);
    process = start_kiosk(bench, pack, frames, NULL);
    if (process_await_file(&process, frames, 30000))
        shown = process_now_ms() - process.start_ms;
    usleep(1500000);
    if (pss_kib)
        *pss_kib = process_pss_kib(process.pid);
    process_end(&process);
    return shown;
}

static double median_start(struct bench *bench, const char *pack, bool is_evicted, long *pss_kib)
{
    struct sample_set *times = calloc(1, sizeof(*times));
    double median;

    for (int i = 0; times && i < STARTS; i++)
        sample_add(times, start_once(bench, pack, is_evicted, pss_kib));
    median = times ? sample_percentile(times, 50) : -1;
    free(times);
    return median;
}

static void measure_idle(struct bench *bench)
{
    char frames[PATH_SIZE + 16], empty[PATH_SIZE + 16];
    struct process process;
    struct stat before, after;
    double cpu;
    long wakeups;

    snprintf(frames, sizeof(frames), "%s/frames", bench->folder);
    snprintf(empty, sizeof(empty), "%s/empty", bench->folder);
    unlink(frames);
    /* the page of an empty folder stands still, as every page does that nobody touches */
    mkdir(empty, 0777);
    process = start_kiosk(bench, empty, frames, NULL);
    process_await_file(&process, frames, 10000);
    sleep(2);
    stat(frames, &before);
    cpu = process_cpu_ms(process.pid);
    wakeups = process_wakeups(process.pid);
    usleep(IDLE_MS * 1000);
    stat(frames, &after);
    table_most(&bench->table, "nothing moves: frames written to the log", (double)(after.st_size - before.st_size), 0, "bytes");
    table_most(&bench->table, "nothing moves: processor", (process_cpu_ms(process.pid) - cpu) / IDLE_MS * 100, 0.05, "%");
    table_most(&bench->table, "nothing moves: wake-ups", (process_wakeups(process.pid) - wakeups) * 1000.0 / IDLE_MS, 1, "/s");
    process_end(&process);
}

/* A script of visits on the manual clock; memory is read while it waits at its end. */
static void write_visits(const char *path, int visits)
{
    FILE *file = fopen(path, "w");

    if (!file)
        return;
    for (int i = 0; i < visits; i++) {
        static const char *const languages[] = {"pt", "lt", "pl", "en"};

        fprintf(file, "wait 1000\ntap #lang:%s\nwait 500\npinch 1000 450 3 300\nwait 500\ndrag 1300 450 500 450 400\nwait 500\n"
                "tap #lang:%s\nwait 300\ntap #nav:documents\nwait 700\ndrag 800 700 800 300 300\nwait 500\ntap #lang:%s\nwait 500\n"
                "tap #nav:timeline\nwait 400\ntap #nav:startover\nwait 21000\n",
                languages[i % 4], languages[(i + 1) % 4], languages[(i + 2) % 4]);
    }
    fputs("dump state done.json\nwait 20000000\n", file);
    fclose(file);
}

static long memory_after(struct bench *bench, const char *pack, int visits)
{
    char script[PATH_SIZE + 16], done[PATH_SIZE + 16], frames[PATH_SIZE + 16];
    struct process process;
    long pss = -1;

    snprintf(script, sizeof(script), "%s/visits", bench->folder);
    snprintf(done, sizeof(done), "%s/done.json", bench->folder);
    snprintf(frames, sizeof(frames), "%s/frames", bench->folder);
    unlink(done);
    write_visits(script, visits);
    process = start_kiosk(bench, pack, frames, script);
    if (process_await_file(&process, done, 300000))
        pss = process_pss_kib(process.pid);
    process_end(&process);
    return pss;
}

static void measure_memory(struct bench *bench)
{
    long few = memory_after(bench, bench->pack, 4), many = memory_after(bench, bench->pack, 130);

    if (few < 0 || many < 0) {
        table_skipped("memory (PSS) in visits", "the script of visits did not come to its end");
        return;
    }
    table_most(&bench->table, "memory (PSS) after a visit in each of four languages", few / 1024.0, 32, "MiB");
    table_most(&bench->table, "memory (PSS) after an hour of scripted visits", many / 1024.0, 32, "MiB");
    table_most(&bench->table, "… growth in that hour", (many - few) / 1024.0, 1, "MiB");
}

static void measure_motion(struct bench *bench, struct kiosk *kiosk, const char *name, double days)
{
    static const char *const kinds[] = {"pan", "flick", "pinch"};

    for (int kind = MOTION_PAN; kind <= MOTION_PINCH; kind++) {
        struct motion motion;
        char what[128];

        motion_show_timeline(kiosk, days);
        motion = motion_run(kiosk, (enum motion_kind)kind, 5000);
        snprintf(what, sizeof(what), "%s, %s: frames", name, kinds[kind]);
        table_least(&bench->table, what, motion.frames_per_s, kind == MOTION_FLICK ? 0 : 59, "/s");
        snprintf(what, sizeof(what), "%s, %s: gap p95", name, kinds[kind]);
        table_most(&bench->table, what, motion.gap_p95_ms, 18, "ms");
        if (kind != MOTION_FLICK) {
            snprintf(what, sizeof(what), "%s, %s: gap p99", name, kinds[kind]);
            table_most(&bench->table, what, motion.gap_p99_ms, 34, "ms");
        }
        snprintf(what, sizeof(what), "%s, %s: processor", name, kinds[kind]);
        table_most(&bench->table, what, motion.cpu_percent, 50, "%");
        snprintf(what, sizeof(what), "%s, %s: draw calls in a frame", name, kinds[kind]);
        table_most(&bench->table, what, motion.most_draw_calls, 60, "");
    }
}

static bool open_here(struct kiosk *kiosk, struct options *options, const char *pack)
{
    char *arguments[] = {"vitrine", "--window", "--size", "1920x1080", "--pack", (char *)pack};

    return options_read(options, 6, arguments) == OPTIONS_RUN && kiosk_init(kiosk, options, (int64_t)process_now_ms());
}

static void measure_inside(struct bench *bench, const char *pack, const char *name)
{
    struct options options;
    struct kiosk kiosk;
    struct latency latency;

    if (!open_here(&kiosk, &options, pack)) {
        table_skipped(name, "the kiosk could not be opened");
        kiosk_done(&kiosk);
        return;
    }
    measure_motion(bench, &kiosk, name, 700);
    motion_show_timeline(&kiosk, 0);
    latency = motion_latency(&kiosk, ROUNDS);
    table_most(&bench->table, "finger down to the pressed key on the screen, median", latency.median_ms, 17, "ms");
    table_most(&bench->table, "finger down to the pressed key on the screen, p95", latency.p95_ms, 25, "ms");
    table_most(&bench->table, "tap to the whole event page, median", motion_open_event(&kiosk, ROUNDS), 50, "ms");
    table_most(&bench->table, "change of language on an event page, median", motion_change_language(&kiosk, ROUNDS), 100, "ms");
    table_most(&bench->table, "change of text size on an event page, median", motion_change_text_size(&kiosk, ROUNDS), 100, "ms");
    texts_measure(&bench->table, kiosk.pack, kiosk.fonts, kiosk.draw);
    kiosk_done(&kiosk);
}

static bool build_pack(struct bench *bench, const char *content, const char *pack, double *seconds)
{
    char *arguments[] = {bench->compiler, "build", "-o", (char *)pack, "--assets", bench->assets, (char *)content, NULL};
    struct process process = process_start(arguments);
    bool is_built = process_wait(&process) == 0;

    *seconds = (process_now_ms() - process.start_ms) / 1000;
    return is_built;
}

static void measure_generated(struct bench *bench, int entries)
{
    char content[PATH_SIZE + 32], pack[PATH_SIZE + 32], strings[PATH_SIZE + 16], name[64];
    bool is_large = entries >= 100000;
    double seconds, start;
    struct stat status;
    long pss;

    snprintf(name, sizeof(name), "%d generated entries", entries);
    table_heading(name);
    snprintf(content, sizeof(content), "%s/content-%d", bench->folder, entries);
    snprintf(pack, sizeof(pack), "%s/generated-%d.vpack", bench->folder, entries);
    snprintf(strings, sizeof(strings), "%s/strings", bench->content);
    if (!generate_exhibit(content, strings, entries) || !build_pack(bench, content, pack, &seconds)) {
        table_skipped(name, "the pack could not be built");
        bench->table.over++;
        return;
    }
    stat(pack, &status);
    table_most(&bench->table, "building the pack", seconds, is_large ? 60 : -1, "s");
    table_most(&bench->table, "size of the pack", status.st_size / 1048576.0, -1, "MiB");
    if (!bench->has_display)
        return;
    start = median_start(bench, pack, false, &pss);
    table_most(&bench->table, "process start to first picture, files cached", start, is_large ? 500 : -1, "ms");
    table_most(&bench->table, "memory settled (PSS)", pss / 1024.0, is_large ? 64 : -1, "MiB");
    measure_inside(bench, pack, name);
}

static void measure_default(struct bench *bench)
{
    char pack[PATH_SIZE + 16];
    double seconds;
    long pss = -1;

    table_heading("the default pack");
    snprintf(pack, sizeof(pack), "%s/default.vpack", bench->folder);
    if (build_pack(bench, bench->content, pack, &seconds))
        table_most(&bench->table, "building the pack", seconds, 5, "s");
    else
        table_skipped("building the pack", "it could not be built");
    texts_measure_documents(&bench->table, bench->content, bench->assets);
    if (!bench->has_display) {
        table_skipped("everything on the screen", "there is no display; start it under xvfb-run -s '-screen 0 1920x1080x24'");
        return;
    }
    table_most(&bench->table, "process start to first picture, files cached", median_start(bench, bench->pack, false, &pss), 150,
               "ms");
    table_most(&bench->table, "memory settled (PSS)", pss / 1024.0, 32, "MiB");
    table_most(&bench->table, "process start to first picture, files evicted", median_start(bench, bench->pack, true, NULL), 250,
               "ms");
    measure_idle(bench);
    measure_memory(bench);
    measure_inside(bench, bench->pack, "default");
}

/* ---- the story ---- */

static bool read_sizes(struct bench *bench, const char *text)
{
    bench->size_count = 0;
    while (*text && bench->size_count < SIZES_MAX) {
        char *end;
        long size = strtol(text, &end, 10);

        if (end == text || size < 19 || size > 1000000)
            return false;
        bench->sizes[bench->size_count++] = (int)size;
        text = *end == ',' ? end + 1 : end;
        if (*end && *end != ',')
            return false;
    }
    return true;
}

static bool read_arguments(struct bench *bench, int count, char **arguments)
{
    const char *content = "content";
    char *real;

    read_sizes(bench, "1000,10000,100000");
    for (int i = 1; i + 1 < count; i += 2) {
        if (strcmp(arguments[i], "--content") == 0)
            content = arguments[i + 1];
        else if (strcmp(arguments[i], "--entries") != 0 || !read_sizes(bench, arguments[i + 1]))
            return false;
    }
    if (count % 2 == 0)
        return false;
    real = realpath(content, NULL);
    if (!real) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", content, strerror(errno));
        return false;
    }
    snprintf(bench->content, sizeof(bench->content), "%s", real);
    snprintf(bench->assets, sizeof(bench->assets), "%.4000s/../assets", real);
    free(real);
    return true;
}

static void remove_folder(const char *folder)
{
    char *arguments[] = {"/bin/rm", "-rf", (char *)folder, NULL};
    struct process process = process_start(arguments);

    process_wait(&process);
}

int main(int argc, char **argv)
{
    static struct bench bench;
    const char *temporary = getenv("TMPDIR");

    if (!read_arguments(&bench, argc, argv)) {
        fputs(usage, stderr);
        return 2;
    }
    if (!find_programs(&bench)) {
        fputs("vitrine-bench: vitrine, vitrine-pack and the default pack are not beside this program; build them first\n", stderr);
        return 1;
    }
    snprintf(bench.folder, sizeof(bench.folder), "%.4000s/vitrine-bench-XXXXXX", temporary ? temporary : "/tmp");
    if (!mkdtemp(bench.folder)) {
        fprintf(stderr, "vitrine-bench: %s: %s\n", bench.folder, strerror(errno));
        return 1;
    }
    bench.has_display = getenv("DISPLAY") || getenv("WAYLAND_DISPLAY");
    measure_default(&bench);
    for (int i = 0; i < bench.size_count; i++)
        measure_generated(&bench, bench.sizes[i]);
    remove_folder(bench.folder);
    printf("\n%d rows over budget\n", bench.table.over);
    return 0;
}
