/*
 * kiosk.h - the parts of the running program put together, and one turn of it: take a pack, let time pass, draw, present.
 */
#ifndef VITRINE_KIOSK_H
#define VITRINE_KIOSK_H

#include <stdbool.h>
#include <stdint.h>

#include "input/action.h"
#include "options.h"

struct kiosk {
    const struct options *options;
    struct window *window;
    struct fonts *fonts;
    struct draw *draw;
    struct stage *stage;
    struct action_map keys;
    struct packs *packs;
    struct pack *pack;
    struct framelog *frames;
    int64_t next_frame_ms; /* no frame before: more than the panel shows would be drawn for nobody */
    int64_t clock_ahead_s; /* the wall clock of a script has jumped by that much */
    int64_t next_look_ms; /* when the folder of packs is looked at again */
    /* what the next frame answers, for the frame log */
    const char *cause;
    double cause_ms;
    int draw_calls;        /* of the last frame */
};

/* Builds all parts and shows the best pack; false after a sentence in the log. kiosk_done undoes whatever was built. */
bool kiosk_init(struct kiosk *kiosk, const struct options *options, int64_t now_ms);
void kiosk_done(struct kiosk *kiosk);

/* Takes over another pack while nobody is visiting, lets time come to now_ms and presents a frame if something is to be seen. */
void kiosk_turn(struct kiosk *kiosk, int64_t now_ms);

/* When kiosk_turn has something to do next by itself; INT64_MAX = never. */
int64_t kiosk_next_ms(const struct kiosk *kiosk);

/* Takes the best pack there is now. */
bool kiosk_take_pack(struct kiosk *kiosk, int64_t now_ms);

/* The window has another size. False: it cannot be drawn into any more. */
bool kiosk_resized(struct kiosk *kiosk);

/* Remembers that an event came in, for the frame log. */
void kiosk_note(struct kiosk *kiosk, const char *cause);

/* Runs options->script or options->tour on the manual clock; the exit status of the program. */
int rehearse(struct kiosk *kiosk, int64_t now_ms);

#endif
