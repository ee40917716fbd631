/* The story of the kiosk: read what is asked for, build the parts, live until told to stop, undo. */
#include <malloc.h>
#include <stdint.h>

#include "draw/draw.h"
#include "kiosk.h"
#include "log.h"
#include "ops/watchdog.h"
#include "platform/events.h"
#include "screen/stage.h"

enum { LONGEST_WAIT_MS = 60000, LARGE_BLOCK_BYTES = 128 * 1024 };

static int timeout_ms(const struct kiosk *kiosk, const struct watchdog *watchdog, int64_t now_ms)
{
    int64_t next = kiosk_next_ms(kiosk), beat = watchdog_next_ms(watchdog);

    if (beat < next)
        next = beat;
    if (next <= now_ms)
        return 0;
    return next - now_ms > LONGEST_WAIT_MS ? LONGEST_WAIT_MS : (int)(next - now_ms);
}

/* False: the window was closed or cannot be drawn into. */
static bool handle(struct kiosk *kiosk, const struct event *event)
{
    switch (event->kind) {
    case EVENT_TOUCH:
        kiosk_note(kiosk, "touch");
        stage_touch(kiosk->stage, event->touch);
        break;
    case EVENT_KEY:
        kiosk_note(kiosk, "key");
        if (!event->key.is_repeat)
            stage_key(kiosk->stage, action_map_find(&kiosk->keys, event->key.name, event->key.is_shifted), event->key.time_ms);
        break;
    case EVENT_DEVICE_LOST:
        stage_device_lost(kiosk->stage, events_now_ms());
        break;
    case EVENT_RESIZED:
        kiosk_note(kiosk, "window");
        return kiosk_resized(kiosk);
    case EVENT_TARGETS_LOST:
        draw_forget(kiosk->draw);
        stage_make_dirty(kiosk->stage);
        break;
    case EVENT_EXPOSED:
        kiosk_note(kiosk, "window");
        stage_make_dirty(kiosk->stage);
        break;
    case EVENT_QUIT:
        return false;
    case EVENT_DEVICE_FOUND:
    case EVENT_NONE:
        break;
    }
    return true;
}

static void live(struct kiosk *kiosk)
{
    struct watchdog watchdog = watchdog_start(events_now_ms());
    bool goes_on = true;

    kiosk_turn(kiosk, events_now_ms());
    watchdog_ready();
    while (goes_on) {
        struct event event;

        /* all that has come in is heard before the next frame, so that a frame answers the newest finger */
        for (int wait_ms = timeout_ms(kiosk, &watchdog, events_now_ms());
             goes_on && events_wait(kiosk->window, wait_ms, &event); wait_ms = 0)
            goes_on = handle(kiosk, &event);
        if (!goes_on)
            break;
        kiosk_turn(kiosk, events_now_ms());
        watchdog_tick(&watchdog, events_now_ms());
    }
}

/* Pictures of a whole screen come and go; without a fixed limit the C library keeps their room for ever once one was freed. */
static void return_large_blocks(void)
{
    mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK_BYTES);
    mallopt(M_TRIM_THRESHOLD, LARGE_BLOCK_BYTES);
}

int main(int argc, char **argv)
{
    struct options options;
    struct kiosk kiosk;
    enum options_result result = options_read(&options, argc, argv);
    int64_t start_ms = options.manual_clock ? 0 : events_now_ms();
    int status = 1;

    if (result != OPTIONS_RUN)
        return result == OPTIONS_DONE ? 0 : 2;
    return_large_blocks();
    if (kiosk_init(&kiosk, &options, start_ms)) {
        status = 0;
        if (options.script || options.tour)
            status = rehearse(&kiosk, start_ms);
        else
            live(&kiosk);
    }
    kiosk_done(&kiosk);
    return status;
}
