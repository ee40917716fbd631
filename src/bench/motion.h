/*
 * motion.h - fingers moving over the running kiosk, in this process and in real time: frames, gaps, processor share, latency.
 */
#ifndef VITRINE_BENCH_MOTION_H
#define VITRINE_BENCH_MOTION_H

#include "kiosk.h"

struct motion {
    double frames_per_s, gap_p95_ms, gap_p99_ms, cpu_percent;
    int most_draw_calls;
};

enum motion_kind { MOTION_PAN, MOTION_FLICK, MOTION_PINCH };

/* The kiosk shows the timeline. */
struct motion motion_run(struct kiosk *kiosk, enum motion_kind kind, int duration_ms);

/* From a finger coming down on a key to its pressed picture on the screen; medians over `rounds`. */
struct latency {
    double median_ms, p95_ms;
};

struct latency motion_latency(struct kiosk *kiosk, int rounds);

/* Work done at once: an event page opened, language or text size changed; ms to the presented picture, median of `rounds`. */
double motion_open_event(struct kiosk *kiosk, int rounds);
double motion_change_language(struct kiosk *kiosk, int rounds);
double motion_change_text_size(struct kiosk *kiosk, int rounds);

/* Goes to the timeline at a span of days, 0 = all. */
void motion_show_timeline(struct kiosk *kiosk, double days);

#endif
