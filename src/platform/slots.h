/*
 * slots.h - the contacts of one touch panel as the kernel tells them (Linux evdev, multitouch protocol B): where each of them is
 * and how large it has been, which SDL leaves out. A contact gets SDL's number for it by its place.
 */
#ifndef VITRINE_PLATFORM_SLOTS_H
#define VITRINE_PLATFORM_SLOTS_H

#include <stdbool.h>
#include <stdint.h>

struct slots;

/* What the kernel says of a panel's values: their range, and how many of them are a millimetre, 0 = not told. */
struct slot_axis {
    int least, most, per_mm;
};

struct slot_axes {
    struct slot_axis x, y, major;
};

/* Active area of the panel, for values of which nobody says how many are a millimetre; 0 = not known. */
struct glass_mm {
    float width, height;
};

/* Of an open device; NULL when it is no panel that tells sizes, or memory is out. */
struct slots *slots_open(int fd);
/* Of a panel with these values, on which nothing lies. */
struct slots *slots_create(struct slot_axes axes);
void slots_destroy(struct slots *slots);

/* Takes in all that the device has to say, without waiting; true if that was something. */
bool slots_read(struct slots *slots, int fd);

/* x, y: 0..1 from the upper left corner of the panel. How far the nearest contact that has no number yet is from there, in
 * millimetres; below 0 = there is none, or nobody knows how large the panel is. *slot: which one it is. */
float slots_nearest(const struct slots *slots, struct glass_mm panel, float x, float y, int *slot);

/* Numbers are those of SDL's contacts. A slot has its number until another contact lands in it. */
void slots_give_number(struct slots *slots, int slot, int64_t number);
void slots_take_number(struct slots *slots, int64_t number);

/* The longer side of a contact when it was largest; 0 = not known. */
float slots_major_mm(const struct slots *slots, struct glass_mm panel, int64_t number);

#endif
