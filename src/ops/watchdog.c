#include "ops/watchdog.h"

#ifdef HAVE_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

struct watchdog watchdog_start(int64_t now_ms)
{
    struct watchdog watchdog = {0};
#ifdef HAVE_SYSTEMD
    uint64_t microseconds;

    if (sd_watchdog_enabled(0, &microseconds) > 0)
        watchdog.period_ms = (int64_t)(microseconds / 1000 / 3);
#endif
    watchdog.next_ms = now_ms;
    return watchdog;
}

void watchdog_ready(void)
{
#ifdef HAVE_SYSTEMD
    sd_notify(0, "READY=1");
#endif
}

void watchdog_tick(struct watchdog *watchdog, int64_t now_ms)
{
    if (!watchdog->period_ms || now_ms < watchdog->next_ms)
        return;
    watchdog->next_ms = now_ms + watchdog->period_ms;
#ifdef HAVE_SYSTEMD
    sd_notify(0, "WATCHDOG=1");
#endif
}

int64_t watchdog_next_ms(const struct watchdog *watchdog)
{
    return watchdog->period_ms ? watchdog->next_ms : INT64_MAX;
}
