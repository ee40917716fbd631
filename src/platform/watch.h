/*
 * watch.h - the input devices beside SDL (Linux evdev): sleeping until one of them has something to say, for SDL drivers that would
 * poll, and how large the contacts on touch panels are, which SDL does not tell.
 */
#ifndef VITRINE_PLATFORM_WATCH_H
#define VITRINE_PLATFORM_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "input/touch.h"
#include "platform/slots.h"

struct watch;

/* The folder of the devices, "/dev/input", or NULL to look at none and only sleep. only_panels: it will not be slept on, leave out
 * all devices but touch panels that tell sizes. NULL when memory is out. */
struct watch *watch_create(const char *folder, bool only_panels);
void watch_destroy(struct watch *watch);

/*
 * Sleeps until a device speaks, devices come or go, a signal arrives, or timeout_ms has passed (below 0 = for ever); at most
 * 200 ms, or about a frame after recent activity when no device can be opened. True when a device spoke.
 */
bool watch_wait(struct watch *watch, int timeout_ms);

/* How large the panel is, for devices that do not say it themselves. */
void watch_set_panel(struct watch *watch, struct glass_mm panel);

/*
 * The longer side of a contact as large as it has been since it landed; 0 = no device tells, or may be read. x, y: where it is, 0..1
 * of the panel before rotation. Contacts are matched by their place when they land, and known by their id from then on.
 */
float watch_major_mm(struct watch *watch, int64_t id, enum touch_phase phase, float x, float y);

/* There was input: for the next seconds sleep lightly. */
void watch_note_activity(struct watch *watch);

#endif
