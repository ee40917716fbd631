#include "bench/motion.h"

#include <math.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "bench/process.h"
#include "bench/sample.h"
#include "draw/draw.h"
#include "screen/stage.h"

enum { REPORT_MS = 8 };

static int64_t now_ms(void)
{
    return (int64_t)process_now_ms();
}

static double cpu_ms(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static void sleep_until(double ms)
{
    double left = ms - process_now_ms();
    struct timespec moment = {0, (long)(left * 1e6)};

    if (left > 0)
        nanosleep(&moment, NULL);
}

static void settle(struct kiosk *kiosk, int ms)
{
    double end = process_now_ms() + ms;

    while (process_now_ms() < end) {
        kiosk_turn(kiosk, now_ms());
        sleep_until(process_now_ms() + 4);
    }
}

static struct stop place(enum screen_id screen)
{
    return (struct stop){.screen = screen, .entry = -1, .disagreement = -1, .document = -1, .source = -1, .paragraph = -1};
}

void motion_show_timeline(struct kiosk *kiosk, double days)
{
    struct pack_exhibit exhibit = pack_exhibit(kiosk->pack);
    double whole = exhibit.end_day + 1.0 - exhibit.start_day;

    if (days <= 0 || days > whole)
        days = whole;
    stage_visit(kiosk->stage, exhibit.default_language, place(SCREEN_ATTRACT), now_ms());
    stage_show_days(kiosk->stage, exhibit.start_day + (whole - days) / 2, days);
    stage_visit(kiosk->stage, exhibit.default_language, place(SCREEN_TIMELINE), now_ms());
    settle(kiosk, 400);
}

/* ---- one finger or two, as a function of time ---- */

static void report(struct kiosk *kiosk, enum touch_phase phase, int id, double x, double y)
{
    kiosk_note(kiosk, "touch");
    stage_touch(kiosk->stage, (struct touch){.phase = phase, .id = id, .x = (float)x, .y = (float)y, .time_ms = now_ms()});
}

static void put_fingers(struct kiosk *kiosk, enum motion_kind kind, enum touch_phase phase, double t_s)
{
    const struct look *look = stage_look(kiosk->stage);
    double w = look->panel.width_px, x = w * 0.55, y = look->panel.height_px * 0.42;

    if (kind == MOTION_PINCH) {
        double half = w * (0.10 + 0.05 * sin(t_s * 2.5));

        report(kiosk, phase, 1, x - half, y);
        report(kiosk, phase, 2, x + half, y);
    } else {
        report(kiosk, phase, 1, x + w * 0.3 * sin(t_s * 2.0), y);
    }
}

/* A flick every 1.2 s: 120 ms of movement, then the glide. */
static void flick(struct kiosk *kiosk, double t_s)
{
    double phase = fmod(t_s, 1.2), w = stage_look(kiosk->stage)->panel.width_px;
    double y = stage_look(kiosk->stage)->panel.height_px * 0.42;
    double direction = fmod(t_s, 2.4) < 1.2 ? -1 : 1;

    if (phase < 0.008)
        report(kiosk, TOUCH_DOWN, 1, w * 0.55, y);
    else if (phase < 0.120)
        report(kiosk, TOUCH_MOVE, 1, w * 0.55 + direction * w * 0.3 * (phase / 0.120), y);
    else if (phase < 0.128)
        report(kiosk, TOUCH_UP, 1, w * 0.55 + direction * w * 0.3, y);
}

struct motion motion_run(struct kiosk *kiosk, enum motion_kind kind, int duration_ms)
{
    struct sample_set *gaps = calloc(1, sizeof(*gaps));
    struct motion result = {0};
    double start, cpu, last = 0, next;
    int frames = 0;

    if (!gaps)
        return result;
    start = next = process_now_ms();
    cpu = cpu_ms();
    if (kind != MOTION_FLICK)
        put_fingers(kiosk, kind, TOUCH_DOWN, 0);
    while (process_now_ms() - start < duration_ms) {
        int64_t before = kiosk->next_frame_ms;

        if (process_now_ms() >= next) {
            next += REPORT_MS;
            if (kind == MOTION_FLICK)
                flick(kiosk, (process_now_ms() - start) / 1000);
            else
                put_fingers(kiosk, kind, TOUCH_MOVE, (process_now_ms() - start) / 1000);
        }
        kiosk_turn(kiosk, now_ms());
        if (kiosk->next_frame_ms != before) {
            double shown = process_now_ms();

            if (last > 0)
                sample_add(gaps, shown - last);
            last = shown;
            frames++;
            if (kiosk->draw_calls > result.most_draw_calls)
                result.most_draw_calls = kiosk->draw_calls;
        }
        sleep_until(next < kiosk->next_frame_ms || !stage_is_dirty(kiosk->stage) ? next : (double)kiosk->next_frame_ms);
    }
    result.cpu_percent = (cpu_ms() - cpu) / (process_now_ms() - start) * 100;
    result.frames_per_s = frames * 1000.0 / (process_now_ms() - start);
    if (kind != MOTION_FLICK)
        put_fingers(kiosk, kind, TOUCH_UP, duration_ms / 1000.0);
    result.gap_p95_ms = sample_percentile(gaps, 95);
    result.gap_p99_ms = sample_percentile(gaps, 99);
    free(gaps);
    settle(kiosk, 300);
    return result;
}

/* ---- single answers ---- */

static void turn_now(struct kiosk *kiosk)
{
    kiosk->next_frame_ms = 0;
    kiosk_turn(kiosk, now_ms());
}

struct latency motion_latency(struct kiosk *kiosk, int rounds)
{
    struct sample_set *times = calloc(1, sizeof(*times));
    struct latency latency = {0};
    int at = ui_find(stage_ui(kiosk->stage), "nav:documents");

    if (!times || at < 0) {
        free(times);
        return latency;
    }
    for (int i = 0; i < rounds; i++) {
        struct rect hit = ui_at(stage_ui(kiosk->stage), at)->hit;
        double start;

        settle(kiosk, 40);
        start = process_now_ms();
        report(kiosk, TOUCH_DOWN, 7, hit.x + hit.w / 2.0, hit.y + hit.h / 2.0);
        kiosk_turn(kiosk, now_ms());
        while (stage_is_dirty(kiosk->stage)) {
            sleep_until((double)kiosk->next_frame_ms);
            kiosk_turn(kiosk, now_ms());
        }
        sample_add(times, process_now_ms() - start);
        report(kiosk, TOUCH_CANCEL, 7, hit.x, hit.y);
        turn_now(kiosk);
    }
    latency.median_ms = sample_percentile(times, 50);
    latency.p95_ms = sample_percentile(times, 95);
    free(times);
    return latency;
}

static double median_of(struct kiosk *kiosk, int rounds, void (*work)(struct kiosk *, int))
{
    struct sample_set *times = calloc(1, sizeof(*times));
    double median;

    if (!times)
        return 0;
    for (int i = 0; i < rounds; i++) {
        double start = process_now_ms();

        work(kiosk, i);
        turn_now(kiosk);
        sample_add(times, process_now_ms() - start);
    }
    median = sample_percentile(times, 50);
    free(times);
    return median;
}

static void open_entry(struct kiosk *kiosk, int i)
{
    int entries = pack_exhibit(kiosk->pack).entries;

    stage_fire(kiosk->stage, UI_ENTRY, i * 7919 % entries, now_ms());
}

static void next_language(struct kiosk *kiosk, int i)
{
    stage_fire(kiosk->stage, UI_LANGUAGE, i % pack_exhibit(kiosk->pack).languages, now_ms());
}

static void next_text_size(struct kiosk *kiosk, int i)
{
    (void)i;
    stage_fire(kiosk->stage, UI_TEXT_SIZE, 0, now_ms());
}

double motion_open_event(struct kiosk *kiosk, int rounds)
{
    return median_of(kiosk, rounds, open_entry);
}

double motion_change_language(struct kiosk *kiosk, int rounds)
{
    return median_of(kiosk, rounds, next_language);
}

double motion_change_text_size(struct kiosk *kiosk, int rounds)
{
    return median_of(kiosk, rounds, next_text_size);
}
