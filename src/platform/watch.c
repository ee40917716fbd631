/*
 * SDL reads the input devices through descriptors of its own, and only when asked. We open the same devices a second time:
 * the kernel gives every reader all events, so when ours become readable, SDL's have the same to say. Of what we read only the
 * sizes of contacts are kept (slots.c). inotify on /dev/input tells when devices come and go; one that comes needs some time until
 * its name and rights are there, so the sleep after a change is a short one.
 *
 * Where no device may be opened (no rights, a container), all that remains is asking often for a while after input, and ever
 * less often then.
 */
#include "platform/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

enum {
    DEVICES_MAX = 31,
    LONGEST_MS = 200, /* five wake-ups a second at most when nothing happens */
    FRAME_MS = 16,
    LIVELY_MS = 4000, /* after input, without devices to watch */
    SETTLE_MS = 20,   /* between a change in /dev/input and the device being usable */
    NEAR_MM = 20,     /* SDL may have heard of a contact some reports before us */
};

struct watch {
    struct pollfd fds[1 + DEVICES_MAX]; /* the first is inotify, or -1 */
    struct slots *slots[DEVICES_MAX];   /* of each device; NULL = it is no panel that tells sizes */
    int device_count;
    bool only_panels;
    struct glass_mm panel;
    bool has_heard; /* since it was last slept on */
    char *folder; /* NULL = there is none to look at */
    bool is_settling;
    int64_t last_activity_ms;
};

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void close_devices(struct watch *watch)
{
    for (int i = 0; i < watch->device_count; i++) {
        slots_destroy(watch->slots[i]);
        close(watch->fds[1 + i].fd);
    }
    watch->device_count = 0;
}

static void take_device(struct watch *watch, int fd)
{
    struct slots *slots = slots_open(fd);
    if (!slots && watch->only_panels) {
        close(fd);
        return;
    }
    watch->slots[watch->device_count] = slots;
    watch->fds[1 + watch->device_count++] = (struct pollfd){.fd = fd, .events = POLLIN};
}

static void open_devices(struct watch *watch)
{
    DIR *folder = opendir(watch->folder);
    struct dirent *item;
    close_devices(watch);
    while (folder && (item = readdir(folder)) && watch->device_count < DEVICES_MAX) {
        if (strncmp(item->d_name, "event", 5) != 0)
            continue;
        int fd = openat(dirfd(folder), item->d_name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        if (fd >= 0)
            take_device(watch, fd);
    }
    if (folder)
        closedir(folder);
}

struct watch *watch_create(const char *folder, bool only_panels)
{
    struct watch *watch = calloc(1, sizeof *watch);
    if (!watch)
        return NULL;
    watch->fds[0] = (struct pollfd){.fd = -1, .events = POLLIN};
    watch->only_panels = only_panels;
    watch->folder = folder ? strdup(folder) : NULL;
    if (!watch->folder)
        return watch;
    watch->fds[0].fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->fds[0].fd >= 0)
        inotify_add_watch(watch->fds[0].fd, watch->folder, IN_CREATE | IN_DELETE | IN_ATTRIB);
    open_devices(watch);
    return watch;
}

void watch_destroy(struct watch *watch)
{
    if (!watch)
        return;
    close_devices(watch);
    if (watch->fds[0].fd >= 0)
        close(watch->fds[0].fd);
    free(watch->folder);
    free(watch);
}

void watch_note_activity(struct watch *watch)
{
    watch->last_activity_ms = now_ms();
}

static void drain(int fd)
{
    char bytes[4096];
    while (read(fd, bytes, sizeof bytes) > 0)
        continue;
}

static int longest_sleep_ms(const struct watch *watch)
{
    if (watch->is_settling)
        return SETTLE_MS;
    if (watch->device_count > 0 || !watch->folder)
        return LONGEST_MS;
    return now_ms() - watch->last_activity_ms < LIVELY_MS ? FRAME_MS : LONGEST_MS;
}

/* A device that has gone is reported as an error for ever: looking again leaves it out. */
static bool handle_ready(struct watch *watch)
{
    bool has_gone = false, has_spoken = false;
    for (int i = 0; i < watch->device_count; i++) {
        if ((watch->fds[1 + i].revents & POLLIN) && watch->slots[i])
            slots_read(watch->slots[i], watch->fds[1 + i].fd);
        else if (watch->fds[1 + i].revents & POLLIN)
            drain(watch->fds[1 + i].fd);
        has_spoken |= (watch->fds[1 + i].revents & POLLIN) != 0;
        has_gone |= (watch->fds[1 + i].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    }
    if (watch->fds[0].revents)
        drain(watch->fds[0].fd);
    watch->is_settling = has_gone || watch->fds[0].revents;
    return has_spoken;
}

static bool hear(struct watch *watch, int sleep_ms)
{
    bool was_settling = watch->is_settling;
    watch->is_settling = false;
    bool has_spoken = poll(watch->fds, (nfds_t)(1 + watch->device_count), sleep_ms) > 0 && handle_ready(watch);
    if (was_settling)
        open_devices(watch);
    return has_spoken;
}

bool watch_wait(struct watch *watch, int timeout_ms)
{
    int longest = longest_sleep_ms(watch), sleep_ms = timeout_ms < 0 || timeout_ms > longest ? longest : timeout_ms;
    bool has_heard = watch->has_heard;
    watch->has_heard = false;
    return hear(watch, has_heard ? 0 : sleep_ms) || has_heard;
}

/* ---- sizes of contacts ---- */

void watch_set_panel(struct watch *watch, struct glass_mm panel)
{
    watch->panel = panel;
}

static void number_nearest(struct watch *watch, int64_t id, float x, float y)
{
    struct slots *nearest = NULL;
    float least = NEAR_MM;
    int slot = 0;
    for (int i = 0; i < watch->device_count; i++) {
        int other;
        float away = watch->slots[i] ? slots_nearest(watch->slots[i], watch->panel, x, y, &other) : -1;
        if (away < 0 || away > least)
            continue;
        nearest = watch->slots[i];
        least = away;
        slot = other;
    }
    if (nearest)
        slots_give_number(nearest, slot, id);
}

static float major_of(const struct watch *watch, int64_t id)
{
    float major = 0;
    for (int i = 0; i < watch->device_count && major <= 0; i++)
        major = watch->slots[i] ? slots_major_mm(watch->slots[i], watch->panel, id) : 0;
    return major;
}

float watch_major_mm(struct watch *watch, int64_t id, enum touch_phase phase, float x, float y)
{
    watch->has_heard |= hear(watch, 0);
    for (int i = 0; i < watch->device_count && phase == TOUCH_DOWN; i++)
        if (watch->slots[i])
            slots_take_number(watch->slots[i], id);
    if (phase == TOUCH_DOWN)
        number_nearest(watch, id, x, y);
    return major_of(watch, id);
}
