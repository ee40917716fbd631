/*
 * The kernel tells changes only: a value that a slot had from the contact before stays until it is told anew, and all of them count
 * together from the end of a report on. When it had to drop reports it says so, and is asked how things are.
 *
 * A panel's sizes are not believed before it has told of a contact of a finger's size: one that always says the same, or counts in
 * units of its own, would otherwise hear nobody.
 */
#include "platform/slots.h"

#include <linux/input.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "input/touch.h"

enum { SLOTS_MAX = 32, EVENTS_READ = 64 };

struct slot {
    bool is_down, is_new; /* is_new: landed in the report that is being read */
    bool has_number;
    int64_t number;
    int tracking_id; /* the kernel's number of the contact */
    int x, y, major, largest;
};

struct slots {
    struct slot_axes axes;
    struct slot slots[SLOTS_MAX];
    int current;     /* the slot that is being told of; may lie beyond the last */
    bool is_dropped; /* reports are missing: the rest of this one means nothing */
    int least_major; /* the smallest size that a contact has had, 0 = none yet */
};

struct slots *slots_create(struct slot_axes axes)
{
    struct slots *slots = calloc(1, sizeof *slots);
    if (slots)
        slots->axes = axes;
    return slots;
}

void slots_destroy(struct slots *slots)
{
    free(slots);
}

/* ---- what the kernel says of a device ---- */

static bool axis_of(int fd, unsigned code, struct slot_axis *axis)
{
    struct input_absinfo info;
    if (ioctl(fd, EVIOCGABS(code), &info) < 0 || info.maximum <= info.minimum)
        return false;
    *axis = (struct slot_axis){info.minimum, info.maximum, info.resolution > 0 ? info.resolution : 0};
    return true;
}

/* A value of all slots, as many as we have places for; false leaves them as they are. */
static bool values_of(int fd, uint32_t code, int32_t values[SLOTS_MAX])
{
    struct {
        uint32_t code;
        int32_t values[SLOTS_MAX];
    } request = {.code = code};
    if (ioctl(fd, EVIOCGMTSLOTS(sizeof request), &request) < 0)
        return false;
    memcpy(values, request.values, sizeof request.values);
    return true;
}

/* A contact that was there before keeps its number. */
static void ask_how_things_are(struct slots *slots, int fd)
{
    struct input_absinfo info;
    int32_t ids[SLOTS_MAX], xs[SLOTS_MAX], ys[SLOTS_MAX], majors[SLOTS_MAX];
    memset(ids, -1, sizeof ids);
    bool is_told = ioctl(fd, EVIOCGABS(ABS_MT_SLOT), &info) >= 0 && values_of(fd, ABS_MT_TRACKING_ID, ids)
        && values_of(fd, ABS_MT_POSITION_X, xs) && values_of(fd, ABS_MT_POSITION_Y, ys)
        && values_of(fd, ABS_MT_TOUCH_MAJOR, majors);
    if (is_told)
        slots->current = info.value;
    for (int i = 0; i < SLOTS_MAX; i++) {
        struct slot *slot = &slots->slots[i];
        slot->is_down = is_told && ids[i] >= 0;
        if (!slot->is_down)
            continue;
        slot->has_number &= slot->tracking_id == ids[i];
        slot->tracking_id = ids[i];
        slot->x = xs[i];
        slot->y = ys[i];
        slot->major = slot->largest = majors[i];
    }
}

struct slots *slots_open(int fd)
{
    struct slot_axes axes;
    struct input_absinfo slot;
    bool tells_sizes = ioctl(fd, EVIOCGABS(ABS_MT_SLOT), &slot) >= 0 && slot.maximum > 0
        && axis_of(fd, ABS_MT_POSITION_X, &axes.x) && axis_of(fd, ABS_MT_POSITION_Y, &axes.y)
        && axis_of(fd, ABS_MT_TOUCH_MAJOR, &axes.major);
    struct slots *slots = tells_sizes ? slots_create(axes) : NULL;
    if (slots)
        ask_how_things_are(slots, fd);
    return slots;
}

/* ---- reports ---- */

static void track(struct slot *slot, int tracking_id)
{
    slot->is_down = slot->is_new = tracking_id >= 0;
    if (!slot->is_down)
        return;
    slot->tracking_id = tracking_id;
    slot->has_number = false;
}

static void end_report(struct slots *slots, int fd)
{
    if (slots->is_dropped)
        ask_how_things_are(slots, fd);
    slots->is_dropped = false;
    for (int i = 0; i < SLOTS_MAX; i++) {
        struct slot *slot = &slots->slots[i];
        if (!slot->is_down)
            continue;
        if (slot->is_new || slot->major > slot->largest)
            slot->largest = slot->major;
        slot->is_new = false;
        if (slot->major > 0 && (slots->least_major == 0 || slot->major < slots->least_major))
            slots->least_major = slot->major;
    }
}

static void take_value(struct slots *slots, int code, int value)
{
    if (code == ABS_MT_SLOT)
        slots->current = value;
    if (slots->current < 0 || slots->current >= SLOTS_MAX)
        return;
    struct slot *slot = &slots->slots[slots->current];
    if (code == ABS_MT_TRACKING_ID)
        track(slot, value);
    else if (code == ABS_MT_POSITION_X)
        slot->x = value;
    else if (code == ABS_MT_POSITION_Y)
        slot->y = value;
    else if (code == ABS_MT_TOUCH_MAJOR)
        slot->major = value;
}

bool slots_read(struct slots *slots, int fd)
{
    struct input_event events[EVENTS_READ];
    bool has_spoken = false;
    ssize_t bytes;
    while ((bytes = read(fd, events, sizeof events)) > 0) {
        has_spoken = true;
        for (size_t i = 0; i < (size_t)bytes / sizeof *events; i++) {
            if (events[i].type == EV_SYN && events[i].code == SYN_DROPPED)
                slots->is_dropped = true;
            else if (events[i].type == EV_SYN && events[i].code == SYN_REPORT)
                end_report(slots, fd);
            else if (events[i].type == EV_ABS && !slots->is_dropped)
                take_value(slots, events[i].code, events[i].value);
        }
    }
    return has_spoken;
}

/* ---- millimetres ---- */

static float length_mm(struct slot_axis axis, float panel_mm)
{
    return axis.per_mm > 0 ? (float)(axis.most - axis.least) / (float)axis.per_mm : panel_mm;
}

/* Counted as places are where nothing else is said; of two densities the one that makes it smaller, so that a finger stays one. */
static float size_mm(const struct slots *slots, struct glass_mm panel, int size)
{
    const struct slot_axes *axes = &slots->axes;
    if (axes->major.per_mm > 0)
        return (float)size / (float)axes->major.per_mm;
    return (float)size
        * fminf(length_mm(axes->x, panel.width) / (float)(axes->x.most - axes->x.least),
                length_mm(axes->y, panel.height) / (float)(axes->y.most - axes->y.least));
}

static float part_of(struct slot_axis axis, int value)
{
    return (float)(value - axis.least) / (float)(axis.most - axis.least);
}

/* ---- numbers ---- */

float slots_nearest(const struct slots *slots, struct glass_mm panel, float x, float y, int *slot)
{
    float nearest = -1, width = length_mm(slots->axes.x, panel.width), height = length_mm(slots->axes.y, panel.height);
    if (width <= 0 || height <= 0)
        return -1;
    for (int i = 0; i < SLOTS_MAX; i++) {
        const struct slot *one = &slots->slots[i];
        float away = hypotf((part_of(slots->axes.x, one->x) - x) * width, (part_of(slots->axes.y, one->y) - y) * height);
        if (!one->is_down || one->has_number || (nearest >= 0 && away >= nearest))
            continue;
        nearest = away;
        *slot = i;
    }
    return nearest;
}

void slots_give_number(struct slots *slots, int slot, int64_t number)
{
    slots->slots[slot].has_number = true;
    slots->slots[slot].number = number;
}

static int slot_with(const struct slots *slots, int64_t number)
{
    int slot = 0;
    while (slot < SLOTS_MAX && !(slots->slots[slot].has_number && slots->slots[slot].number == number))
        slot++;
    return slot < SLOTS_MAX ? slot : -1;
}

void slots_take_number(struct slots *slots, int64_t number)
{
    int slot = slot_with(slots, number);
    if (slot >= 0)
        slots->slots[slot].has_number = false;
}

float slots_major_mm(const struct slots *slots, struct glass_mm panel, int64_t number)
{
    int slot = slot_with(slots, number);
    if (slot < 0 || slots->least_major == 0 || size_mm(slots, panel, slots->least_major) > TOUCH_FINGER_MM)
        return 0;
    return size_mm(slots, panel, slots->slots[slot].largest);
}
