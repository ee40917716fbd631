/*
 * watch.h - sleeping until an input device has something to say (Linux evdev), for SDL drivers that would poll.
 */
#ifndef VITRINE_PLATFORM_WATCH_H
#define VITRINE_PLATFORM_WATCH_H

#include <stdbool.h>

struct watch;

/* The folder of the devices, "/dev/input", or NULL to look at none and only sleep. NULL when memory is out. */
struct watch *watch_create(const char *folder);
void watch_destroy(struct watch *watch);

/*
 * Sleeps until a device speaks, devices come or go, a signal arrives, or timeout_ms has passed (below 0 = for ever); at most
 * 200 ms, or about a frame after recent activity when no device can be opened. True when a device spoke.
 */
bool watch_wait(struct watch *watch, int timeout_ms);

/* There was input: for the next seconds sleep lightly. */
void watch_note_activity(struct watch *watch);

#endif
