/*
 * look.h - the measures of the exhibit on one panel: grid, type sizes, colours (interaction.md D, visual.md).
 *
 * visual.md gives four forms. Every panel takes the form of its shape and size and scales it in pixels, so that a 3840x2160
 * panel is the 1920x1080 form at twice the size.
 */
#ifndef VITRINE_SCREEN_LOOK_H
#define VITRINE_SCREEN_LOOK_H

#include <stdbool.h>
#include <stdint.h>

#include "screen/panel.h"
#include "text/font.h"

enum form { FORM_LANDSCAPE, FORM_PORTRAIT, FORM_SMALL_PORTRAIT, FORM_SMALL };

enum text_step { TEXT_A, TEXT_A_PLUS, TEXT_A_PLUS_PLUS, TEXT_STEP_COUNT };

enum type {
    TYPE_ATTRACT,     /* attract numeral */
    TYPE_POSTER,      /* poster date */
    TYPE_SCREEN,      /* screen title */
    TYPE_EVENT,       /* event title */
    TYPE_YEAR,        /* year on the axis */
    TYPE_BODY,        /* statement */
    TYPE_PASSAGE,     /* passage on a card */
    TYPE_READER,
    TYPE_LABEL,       /* key event label */
    TYPE_KEY,         /* key, chip */
    TYPE_SMALL,       /* smallest text */
    TYPE_COUNT,
};

struct type_size {
    int size_px, line_px;
};

enum theme { THEME_STANDARD, THEME_CONTRAST };

enum tone {
    TONE_PAPER, TONE_CARD, TONE_SUNK, TONE_INK, TONE_INK2, TONE_IRON, TONE_OCHRE, TONE_BLUE, TONE_BLUE_TINT, TONE_RED,
    TONE_RED_DEEP, TONE_RED_TINT, TONE_READ, TONE_RULE, TONE_FOCUS, TONE_COUNT,
};

struct look {
    struct panel panel;
    enum form form;
    enum text_step step;
    enum theme theme;
    bool reduced_motion;
    float scale;             /* pixels of this panel for one pixel of the form */
    int margin, gutter;      /* px */
    int plinth;              /* height of the plinth, px */
    struct type_size type[TYPE_COUNT];
};

struct look look_make(struct panel panel, enum text_step step, enum theme theme, bool reduced_motion);

/* Pixels of the form → pixels of the panel, rounded. */
int look_px(const struct look *look, float form_px);
/* The same for a sign that stands beside words: it grows with the text, though not as far at A++, where room is short. */
int look_sign(const struct look *look, float form_px);
/* The smallest em that may be read at this text size, px (D3, D4). */
int look_least_em(const struct look *look);
/* Millimetres → pixels along x and y. */
int look_mm_x(const struct look *look, float mm);
int look_mm_y(const struct look *look, float mm);
/* The least hit rectangle of a secondary target (T1). */
int look_target_w(const struct look *look);
int look_target_h(const struct look *look);
/* As much of width_px as lines of running text at that size may be long (Y3). */
int look_measure(const struct look *look, enum type type, int width_px);

/* 0xRRGGBB of a tone in the theme. A lane's colour comes from the pack and goes through look_lane. */
uint32_t look_tone(const struct look *look, enum tone tone);
uint32_t look_lane(const struct look *look, uint32_t pack_colour);
/* Ink or card, whichever reads better on that ground (WCAG contrast). */
uint32_t look_on(const struct look *look, uint32_t ground);
/* WCAG 2 contrast ratio of two colours, 1..21. */
double look_contrast(uint32_t a, uint32_t b);

/* Of two lengths. */
static inline int larger(int a, int b)
{
    return a > b ? a : b;
}

static inline int smaller(int a, int b)
{
    return a < b ? a : b;
}

#endif
