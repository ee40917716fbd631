/* watchdog.h - telling the service manager that the kiosk is up and alive (systemd's sd_notify); without one it does nothing. */
#ifndef VITRINE_OPS_WATCHDOG_H
#define VITRINE_OPS_WATCHDOG_H

#include <stdint.h>

struct watchdog {
    int64_t period_ms; /* 0 = nobody waits for beats */
    int64_t next_ms;
};

/* Reads what the service manager asks for. */
struct watchdog watchdog_start(int64_t now_ms);
/* The first picture is on the screen. */
void watchdog_ready(void);
/* Beats when it is time. */
void watchdog_tick(struct watchdog *watchdog, int64_t now_ms);
/* INT64_MAX = never. */
int64_t watchdog_next_ms(const struct watchdog *watchdog);

#endif
